//! Claims built by hand for the tests of this stage.

use std::sync::Arc;

use super::Trial;
use crate::model::{
    Arm, ArticleKind, Claim, ClaimKind, Decimal, Direction, Fact, FactKind, Finding, Fraction, Part, Place, Record,
    Reported, Role, Scope, SentenceText, Span, Statistic, TrialGroup,
};

/// A claim in the making: the value is the first number in the quote.
pub struct ClaimText {
    claim: Claim,
}

impl ClaimText {
    pub fn new(kind: ClaimKind, quote: &str) -> Self {
        let value = first_number(quote);
        let place = Place { start: 0, end: quote.chars().count(), bytes: Span::new(0, quote.len()), line: 1 };
        let percent = matches!(kind, ClaimKind::ResponseRate | ClaimKind::Percentage);
        let sentence = SentenceText { place, text: Arc::from(quote) };
        let claim = Claim {
            unit: percent.then(|| "percent".to_string()),
            role: (kind == ClaimKind::SampleSize).then_some(Role::Total),
            statistic: statistic(kind),
            ..Claim::bare(kind, place, quote.to_string(), Reported::exact(value), sentence)
        };
        Self { claim }
    }

    /// The sentence around the quote; the quote's place is where it stands there.
    pub fn within(self, sentence: &str) -> Self {
        self.within_after(sentence, "")
    }

    /// The same, the quote looked for behind the first `mark`.
    pub fn within_after(mut self, sentence: &str, mark: &str) -> Self {
        let from = sentence.find(mark).expect("the sentence holds the mark") + mark.len();
        let at = from + sentence[from..].find(&self.claim.quote).expect("the sentence holds the quote");
        let start = sentence[..at].chars().count();
        let bytes = Span::new(at, at + self.claim.quote.len());
        let end = start + self.claim.quote.chars().count();
        self.claim.place = Place { start, end, bytes, line: 1 };
        let whole = Place { start: 0, end: sentence.chars().count(), bytes: Span::new(0, sentence.len()), line: 1 };
        self.claim.sentence = SentenceText { place: whole, text: Arc::from(sentence) };
        self
    }

    /// Puts the sentence elsewhere in the article.
    pub fn sentence_at(mut self, place: Place) -> Self {
        self.claim.sentence.place = place;
        self
    }

    pub fn outcome(mut self, words: &str) -> Self {
        self.claim.outcome = Some(words.to_string());
        self
    }

    pub fn group(mut self, words: &str) -> Self {
        self.claim.group = Some(words.to_string());
        self
    }

    pub fn comparator(mut self, words: &str) -> Self {
        self.claim.comparator = Some(words.to_string());
        self
    }

    pub fn timepoint(mut self, words: &str) -> Self {
        self.claim.timepoint = Some(words.into());
        self
    }

    pub fn arm(mut self, arm: Arm) -> Self {
        self.claim.arm = Some(arm);
        self
    }

    pub fn role(mut self, role: Role) -> Self {
        self.claim.role = Some(role);
        self
    }

    pub fn unit(mut self, unit: &str) -> Self {
        self.claim.unit = Some(unit.to_string());
        self
    }

    pub fn value(mut self, value: Reported) -> Self {
        self.claim.value = value;
        self
    }

    pub fn fraction(mut self, count: i64, total: i64) -> Self {
        let fraction = Fraction { count: count.into(), total: total.into() };
        self.claim.fraction = Some(fraction);
        self.claim.value = Reported::exact((fraction.count * Decimal::ONE_HUNDRED / fraction.total).round_dp(2));
        self
    }

    pub fn change(mut self, direction: Direction) -> Self {
        self.claim.statistic = Statistic::RelativeChange;
        self.claim.direction = Some(direction);
        self
    }

    pub fn scope(mut self, scope: Scope) -> Self {
        self.claim.scope = scope;
        self
    }

    pub fn part(mut self, part: Part) -> Self {
        self.claim.part = part;
        self
    }

    pub fn drug(mut self, id: &str) -> Self {
        self.claim.drug = Some(id.to_string());
        self
    }

    pub fn claim(self) -> Claim {
        self.claim
    }
}

/// A news article with the given claims.
pub fn article(id: &str, claims: Vec<Claim>) -> Record {
    Record { id: id.to_string(), kind: Some(ArticleKind::News), claims, ..Record::default() }
}

pub fn release(id: &str, claims: Vec<Claim>) -> Record {
    Record { kind: Some(ArticleKind::PressRelease), ..article(id, claims) }
}

/// A statement without a number that fills its sentence.
pub fn fact(kind: FactKind, strength: u8, part: Part, sentence: &str) -> Fact {
    let place = Place { start: 0, end: sentence.chars().count(), bytes: Span::new(0, sentence.len()), line: 1 };
    let sentence = SentenceText { place, text: Arc::from(sentence) };
    Fact { kind, strength, place, quote: sentence.text.to_string(), part, sentence }
}

/// What one rule finds in one trial of these articles.
pub fn findings(code: &str, records: &[Record]) -> Vec<Finding> {
    let articles: Vec<String> = records.iter().map(|record| record.id.clone()).collect();
    let group = TrialGroup { id: articles[0].clone(), articles, ..TrialGroup::default() };
    let trial = Trial { group: &group, records: records.iter().collect() };
    super::run(&trial).into_iter().filter(|finding| finding.rule == code).collect()
}

/// The messages of [`findings`], for short assertions.
pub fn messages(code: &str, records: &[Record]) -> Vec<String> {
    findings(code, records).into_iter().map(|finding| finding.message).collect()
}

fn statistic(kind: ClaimKind) -> Statistic {
    match kind {
        ClaimKind::SampleSize | ClaimKind::EventCount => Statistic::Count,
        ClaimKind::ResponseRate | ClaimKind::Percentage => Statistic::Share,
        ClaimKind::Multiplier | ClaimKind::EffectEstimate => Statistic::Ratio,
        ClaimKind::ScoreChange => Statistic::AbsoluteChange,
        _ => Statistic::Other,
    }
}

fn first_number(quote: &str) -> Decimal {
    let digits: String = quote
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .filter(|&c| c != ',')
        .collect();
    digits.trim_end_matches('.').parse().unwrap_or_default()
}
