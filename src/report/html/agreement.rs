//! A trial's statements in, the table of what its coverage agrees on out: what few tell or nobody tells stays out.

use std::collections::BTreeMap;

use super::context::Context;
use super::likeness::{Agreed, agreed, alike, independent};
use super::snippet::snippet;
use crate::check::units::Dimension;
use crate::check::{Case, Statement, measure::Axis};
use crate::model::{
    Arm, ArticleKind, Category, ClaimKind, Fact, FactKind, KeyKind, Record, Role, Statistic, TrialGroup,
};
use crate::report::TrialReport;
use crate::report::clean::one_line;
use crate::report::place::who;
use crate::report::quoted::Piece;

/// Results shown; a paper tells dozens.
const MOST_RESULTS: usize = 4;

/// One line of the table.
pub struct Row {
    pub what: &'static str,
    pub value: String,
    /// Of whom or of what, in the words of the article quoted.
    pub detail: Option<String>,
    /// How many articles say so, copies not counted.
    pub told_by: usize,
    /// Words that say so; none for what is known of the article as a whole.
    pub quote: Vec<Piece>,
    pub who: String,
    pub jump: Option<String>,
    /// Number of the trial's first finding that holds another value against this one.
    pub disputed: Option<usize>,
}

impl Row {
    /// What is known of the article as a whole: no words are quoted for it.
    fn of_article(what: &'static str, value: &str, articles: usize, record: &Record) -> Self {
        Self {
            what,
            value: one_line(value).into_owned(),
            detail: None,
            told_by: articles,
            quote: Vec::new(),
            who: who(record),
            jump: None,
            disputed: None,
        }
    }
}

/// The rows, in the order in which a trial is told; with one article what it says itself.
pub fn rows(context: &Context<'_>, trial: &TrialReport<'_>, case: &Case<'_>) -> Vec<Row> {
    let table = Table { context, trial, least: if articles_of(trial) > 1 { 2 } else { 1 } };
    let mut rows = Vec::new();
    rows.extend(table.drug());
    rows.extend(table.design());
    rows.extend(table.sample_size(case));
    rows.extend(table.arm(case, Arm::Treatment, "Treatment group"));
    rows.extend(table.arm(case, Arm::Control, "Control group"));
    rows.extend(table.duration(case));
    rows.extend(table.outcome(case));
    rows.extend(table.results(case));
    rows.extend(table.named(KeyKind::Journal, "Published in"));
    rows.extend(table.named(KeyKind::Registry, "Registered as"));
    rows
}

/// Articles of the trial, copies not counted.
pub fn articles_of(trial: &TrialReport<'_>) -> usize {
    independent(trial.records.iter().map(|record| record.id.as_str()), trial.group)
}

struct Table<'t, 'r> {
    context: &'t Context<'r>,
    trial: &'t TrialReport<'r>,
    /// Articles that must tell a thing before it is agreed.
    least: usize,
}

impl Table<'_, '_> {
    fn group(&self) -> &TrialGroup {
        self.trial.group
    }

    fn sample_size(&self, case: &Case<'_>) -> Option<Row> {
        let totals = case.statements.iter().filter(|s| is_size(s, Role::Total));
        let values = agreed(totals, self.group(), |a, b| a.measure.agrees(&b.measure));
        self.first("Sample size", values)
    }

    fn arm(&self, case: &Case<'_>, arm: Arm, what: &'static str) -> Option<Row> {
        let sizes = case.statements.iter().filter(|s| is_size(s, Role::Arm) && s.claim.arm == Some(arm));
        self.first(what, agreed(sizes, self.group(), |a, b| a.measure.agrees(&b.measure)))
    }

    fn duration(&self, case: &Case<'_>) -> Option<Row> {
        let is_length = |s: &&Statement<'_>| {
            s.claim.kind == ClaimKind::Duration && s.measure.axis == Axis::Amount(Dimension::Time) && s.of_this_study()
        };
        let lengths = case.statements.iter().filter(is_length);
        self.first("Duration", agreed(lengths, self.group(), |a, b| a.measure.agrees(&b.measure)))
    }

    fn first(&self, what: &'static str, values: Vec<Agreed<'_, '_>>) -> Option<Row> {
        let value = values.into_iter().next().filter(|value| value.articles >= self.least)?;
        Some(self.row(what, &value))
    }

    /// What was measured, by most articles' words.
    fn outcome(&self, case: &Case<'_>) -> Option<Row> {
        let told = case.statements.iter().filter(|s| is_result(s) && s.claim.outcome.is_some());
        let values = agreed(told, self.group(), |a, b| a.compare_outcome(b).is_same());
        let value = values.into_iter().next().filter(|value| value.articles >= self.least.max(2))?;
        let words = value.best.claim.outcome.as_deref()?;
        Some(Row {
            value: one_line(words).into_owned(),
            quote: snippet(&value.best.claim.sentence.text, words),
            disputed: None,
            ..self.row("Outcome", &value)
        })
    }

    /// What came out, most told first.
    fn results(&self, case: &Case<'_>) -> Vec<Row> {
        let results = case.statements.iter().filter(|s| is_result(s));
        let values = agreed(results, self.group(), alike);
        let enough = values.into_iter().filter(|value| value.articles >= self.least).take(MOST_RESULTS);
        enough.map(|value| Row { detail: detail(&value), ..self.row("Result", &value) }).collect()
    }

    fn row(&self, what: &'static str, value: &Agreed<'_, '_>) -> Row {
        let (record, claim) = (value.best.record, value.best.claim);
        Row {
            what,
            value: one_line(&claim.quote).into_owned(),
            detail: None,
            told_by: value.articles,
            quote: snippet(&claim.sentence.text, &claim.quote),
            who: who(record),
            jump: self.context.jump(&record.id, claim.place.start),
            disputed: self.disputed(&value.all),
        }
    }

    /// The first finding in which one of the statements stands against another article.
    fn disputed(&self, statements: &[&Statement<'_>]) -> Option<usize> {
        let told = |article: &str, start: usize| {
            statements.iter().any(|s| s.record.id == article && s.claim.place.start == start)
        };
        self.trial.findings.iter().position(|finding| {
            let several = finding.evidence.iter().any(|e| e.article != finding.evidence[0].article);
            several && finding.evidence.iter().any(|e| told(&e.article, e.start))
        })
    }

    /// The designs that the articles name.
    fn design(&self) -> Option<Row> {
        const DESIGNS: [(FactKind, &str); 3] = [
            (FactKind::Randomised, "randomised trial"),
            (FactKind::Observational, "observational study"),
            (FactKind::Animals, "study of animals or cells"),
        ];
        let rows = DESIGNS.iter().filter_map(|(kind, name)| {
            let told: Vec<(&Record, &Fact)> =
                self.trial.records.iter().filter_map(|r| Some((*r, fact(r, *kind)?))).collect();
            let articles = independent(told.iter().map(|(record, _)| record.id.as_str()), self.group());
            let (record, fact) = told.first()?;
            Some(Row {
                what: "Design",
                value: (*name).to_owned(),
                detail: None,
                told_by: articles,
                quote: snippet(&fact.sentence.text, &fact.quote),
                who: who(record),
                jump: self.context.jump(&record.id, fact.place.start),
                disputed: None,
            })
        });
        rows.filter(|row| row.told_by >= self.least).max_by_key(|row| row.told_by)
    }

    /// The drug that most articles name as studied.
    fn drug(&self) -> Option<Row> {
        let mut told: BTreeMap<&str, Vec<(&Record, &crate::model::Mention)>> = BTreeMap::new();
        for record in &self.trial.records {
            let mut seen = Vec::new();
            let studied = |m: &&crate::model::Mention| m.category == Category::Drug && m.studied && !m.class;
            for mention in record.mentions.iter().filter(studied) {
                if !seen.contains(&mention.id.as_str()) {
                    seen.push(&mention.id);
                    told.entry(&mention.id).or_default().push((record, mention));
                }
            }
        }
        let (articles, record, mention) = self.most_told(&told)?;
        (articles >= self.least).then(|| Row::of_article("Drug", &mention.name, articles, record))
    }

    /// The journal or registry number that most articles name.
    fn named(&self, kind: KeyKind, what: &'static str) -> Option<Row> {
        let mut told: BTreeMap<&str, Vec<(&Record, &str)>> = BTreeMap::new();
        for record in &self.trial.records {
            for key in record.fingerprint.keys.iter().filter(|key| key.kind == kind) {
                told.entry(&key.value).or_default().push((record, &key.shown));
            }
        }
        let (articles, record, shown) = self.most_told(&told)?;
        // A registry number that the paper alone tells is known all the same.
        let least = if record.kind.is_some_and(ArticleKind::is_source) { 1 } else { self.least };
        (articles >= least).then(|| Row::of_article(what, shown, articles, record))
    }

    /// What most articles name, how many do, and the first of them.
    fn most_told<'a, T: Copy>(&self, told: &BTreeMap<&str, Vec<(&'a Record, T)>>) -> Option<(usize, &'a Record, T)> {
        let ranked =
            told.values().map(|told| (independent(told.iter().map(|(r, _)| r.id.as_str()), self.group()), told));
        let (articles, told) = ranked.rev().max_by_key(|(articles, _)| *articles)?;
        told.first().map(|&(record, named)| (articles, record, named))
    }
}

fn is_size(statement: &Statement<'_>, role: Role) -> bool {
    let claim = statement.claim;
    claim.kind == ClaimKind::SampleSize && claim.role == Some(role) && statement.of_this_study()
}

/// A figure in digits of what the study found; "half" defines a response more often than it tells one.
fn is_result(statement: &Statement<'_>) -> bool {
    let claim = statement.claim;
    let kind = match claim.kind {
        ClaimKind::ResponseRate | ClaimKind::Multiplier | ClaimKind::EffectEstimate | ClaimKind::ScoreChange => true,
        ClaimKind::Percentage => matches!(claim.statistic, Statistic::RelativeChange | Statistic::AbsoluteChange),
        _ => false,
    };
    kind && statement.of_this_study() && claim.quote.bytes().any(|b| b.is_ascii_digit())
}

/// "responded to treatment, treatment group": what was measured and in whom, in the words of the first that says it.
fn detail(value: &Agreed<'_, '_>) -> Option<String> {
    let claims = || std::iter::once(value.best).chain(value.all.iter().copied()).map(|statement| statement.claim);
    let outcome = claims().find_map(|claim| claim.outcome.as_deref());
    let arm = claims().find_map(|claim| claim.arm).and_then(|arm| match arm {
        Arm::Treatment => Some("treatment group"),
        Arm::Control => Some("control group"),
        Arm::Whole | Arm::Subgroup => None,
    });
    let parts: Vec<&str> = [outcome, arm].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| one_line(&parts.join(", ")).into_owned())
}

fn fact(record: &Record, kind: FactKind) -> Option<&Fact> {
    record.facts.iter().find(|fact| fact.kind == kind)
}
