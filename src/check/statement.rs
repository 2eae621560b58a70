//! A trial's records in, its claims with the words that make them comparable out.

use super::Trial;
use super::interval::Interval;
use super::key::{Qualifiers, qualifiers};
use super::measure::{Axis, Measure};
use super::sentence::quote_in_sentence;
use super::settings::{Settings, Tolerances};
use super::told::told;
use super::words::{Match, Words};
use crate::model::{Arm, Claim, ClaimKind, Record, Scope};

/// One claim of one article, ready to be compared.
pub struct Statement<'r> {
    pub record: &'r Record,
    pub claim: &'r Claim,
    /// The article speaks for the study: a paper, release or registry record, or the reference where one is named.
    pub source: bool,
    /// The article is the reference that was named.
    pub reference: bool,
    pub measure: Measure,
    /// The values that round to the number as printed, on no axis.
    pub printed: Interval,
    /// What happened or was measured.
    pub outcome: Words,
    /// Whom it happened to.
    pub group: Words,
    /// The items of an outcome told as a list ("protein and total fat").
    pub listed: Vec<Words>,
    /// Doses and lengths of time told in the same sentence.
    pub conditions: Vec<Measure>,
    pub comparator: Words,
    pub timepoint: Words,
    /// Outcome, group and the words around the quote together: every word that says what the number is about.
    pub about: Words,
    /// Content words of the whole sentence.
    pub sentence: Words,
    pub qualifiers: Qualifiers,
    /// Numbers of the sentence that are no percentages: ages, distances, spans of time.
    pub numbers: Vec<String>,
    /// An "if" or "where" clause limits the result.
    pub conditional: bool,
    /// The text denies the figure, takes it back, or advises it.
    disowned: Disowned,
}

/// How a text stands off a figure that it prints.
#[derive(Clone, Copy)]
struct Disowned {
    denied: bool,
    corrected: bool,
    norm: bool,
}

impl<'r> Statement<'r> {
    /// `before` and `after` are the claims beside it in its sentence.
    pub fn of(
        record: &'r Record,
        claim: &'r Claim,
        (before, after): (Option<&Claim>, Option<&Claim>),
        settings: &Settings,
    ) -> Self {
        let slot = |text: &Option<String>| text.as_deref().map(Words::of).unwrap_or_default();
        let told = told(claim, before, after);
        let outcome = filled(slot(&claim.outcome), told.outcome);
        // A group that only repeats the outcome ("risk of stroke") names no people.
        let group = Some(filled(told.group, slot(&claim.group)))
            .filter(|group| group.overlap(&outcome) < 1.0)
            .unwrap_or_default();
        Self {
            record,
            claim,
            source: is_source(record, settings),
            reference: settings.is_reference(record),
            measure: Measure::of(claim, &settings.tolerances),
            printed: Interval::printed(&claim.value, &settings.tolerances),
            about: outcome.and(&group).and(&told.near),
            sentence: Words::of(&claim.sentence.text),
            qualifiers: narrowed(&told.text, &claim.sentence.text),
            numbers: plain_numbers(&claim.sentence.text, &claim.quote),
            conditional: is_conditional(&claim.sentence.text),
            disowned: Disowned {
                denied: claim.negated,
                corrected: is_correction(&claim.sentence.text),
                norm: is_norm(claim),
            },
            listed: claim.outcome.as_deref().map(listed).unwrap_or_default(),
            conditions: conditions(record, claim, &settings.tolerances),
            outcome,
            group,
            comparator: filled(slot(&claim.comparator), told.comparator),
            timepoint: slot(&claim.timepoint),
        }
    }

    /// True for a result or method of the reported study that the text does not deny or take back.
    pub fn of_this_study(&self) -> bool {
        // A source hardly ever tells relative changes but its own.
        let own_effect = self.source && self.measure.axis == Axis::Effect && self.claim.scope == Scope::Background;
        let own = self.claim.scope == Scope::ThisStudy || own_effect;
        own && !self.disowned.denied && !self.disowned.corrected && !self.disowned.norm
    }

    /// [`Self::of_this_study`], or told as a general fact by its tense alone, which news uses for results as well.
    pub fn may_be_of_this_study(&self) -> bool {
        const TENSE: &str = "general statement in the present tense";
        let tense_only = self.claim.scope == Scope::Background && self.claim.cue.as_deref() == Some(TENSE);
        self.of_this_study() || (tense_only && !self.disowned.denied && !self.disowned.corrected)
    }

    /// Which arm, where both say; treatment and control exclude each other, as do the whole study and a part of it.
    pub fn compare_arm(&self, other: &Self) -> Match {
        match (self.claim.arm, other.claim.arm) {
            (Some(a), Some(b)) if a == b => Match::Same,
            (Some(Arm::Treatment), Some(Arm::Control)) | (Some(Arm::Control), Some(Arm::Treatment)) => Match::Different,
            (Some(Arm::Whole), Some(Arm::Subgroup)) | (Some(Arm::Subgroup), Some(Arm::Whole)) => Match::Different,
            _ => Match::Unknown,
        }
    }

    pub fn compare_outcome(&self, other: &Self) -> Match {
        let whole = self.outcome.compare(&other.outcome);
        let item = |list: &Self, one: &Self| list.listed.contains(&one.outcome);
        if item(self, other) || item(other, self) { Match::Same } else { whole }
    }
}

/// A paper, release or registry record speaks for its study; where a reference is named it alone does.
pub fn is_source(record: &Record, settings: &Settings) -> bool {
    match settings.references.is_empty() {
        true => record.kind.is_some_and(|kind| kind.is_source()),
        false => settings.is_reference(record),
    }
}

/// "The 10% limit", "the 30% target": what is advised, not what was found.
fn is_norm(claim: &Claim) -> bool {
    const WORDS_AHEAD: usize = 4;
    const NORMS: [&str; 5] = ["limit", "target", "threshold", "guideline", "cut-off"];
    let sentence: &str = &claim.sentence.text;
    let after = quote_in_sentence(claim).and_then(|(_, end)| sentence.get(end..)).unwrap_or_default();
    after
        .split_whitespace()
        .take(WORDS_AHEAD)
        .any(|word| NORMS.iter().any(|norm| word.to_lowercase().starts_with(norm)))
}

/// A correction repeats the figure that it takes back.
fn is_correction(sentence: &str) -> bool {
    const CUES: [&str; 4] = ["been corrected", "was corrected", "correction:", "incorrectly stated"];
    let sentence = sentence.to_lowercase();
    CUES.iter().any(|cue| sentence.contains(cue))
}

/// The items of a list joined by commas and "and"; nothing where it is no list.
fn listed(outcome: &str) -> Vec<Words> {
    let items: Vec<Words> =
        outcome.replace(" and ", ",").split(',').map(Words::of).filter(|words| !words.is_empty()).collect();
    if items.len() > 1 { items } else { Vec::new() }
}

fn conditions(record: &Record, claim: &Claim, reach: &Tolerances) -> Vec<Measure> {
    let beside = |other: &&Claim| other.sentence.place == claim.sentence.place && other.place != claim.place;
    let kinds = |other: &&Claim| matches!(other.kind, ClaimKind::Dose | ClaimKind::Duration);
    record.claims.iter().filter(kinds).filter(beside).map(|other| Measure::of(other, reach)).collect()
}

/// What the words around the number narrow it to; the sex may stand anywhere in the sentence.
fn narrowed(near: &str, sentence: &str) -> Qualifiers {
    let mut found = qualifiers(near);
    if let Some(sex) = qualifiers(sentence).remove("sex") {
        found.entry("sex").or_insert(sex);
    }
    found
}

/// The digits of the sentence outside the quote, less those that a per cent sign or word follows.
fn plain_numbers(sentence: &str, quote: &str) -> Vec<String> {
    let sentence = sentence.replacen(quote, " ", 1);
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let percent = |at: usize| words.get(at + 1).is_some_and(|next| next.starts_with("per") || next.starts_with('%'));
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let plain = words.iter().enumerate().filter(|(at, word)| !word.contains('%') && !percent(*at));
    plain.map(|(_, word)| digits(word)).filter(|digits| !digits.is_empty()).collect()
}

fn is_conditional(sentence: &str) -> bool {
    const OPENERS: [&str; 5] = [" if they", " where the", " in which", " when the", " if the"];
    let sentence = sentence.to_lowercase();
    OPENERS.iter().any(|opener| sentence.contains(opener))
}

/// The first where it says anything, else the second.
fn filled(first: Words, second: Words) -> Words {
    if first.is_empty() { second } else { first }
}

/// Every claim of every record of the trial, articles in the group's order, claims in the text's.
pub fn statements<'r>(trial: &Trial<'r>, settings: &Settings) -> Vec<Statement<'r>> {
    trial.records.iter().flat_map(|record| of_claims(record, &record.claims, settings)).collect()
}

/// The figures beside the claims: counts of things and periods, where no claim holds them already.
pub fn figures<'r>(trial: &Trial<'r>, settings: &Settings) -> Vec<Statement<'r>> {
    let free = |record: &Record, figure: &Claim| {
        let taken = |claim: &Claim| claim.place.bytes.overlaps(figure.place.bytes) && claim.fraction.is_none();
        !record.claims.iter().any(taken)
    };
    let records = trial.records.iter();
    let figures = |record: &'r Record| of_claims(record, &record.figures, settings);
    records.flat_map(|record| figures(record).filter(|figure| free(record, figure.claim))).collect()
}

/// No sentence is so long: what is may be a table or a list run together, and its numbers tell nothing of each other.
const LONGEST_SENTENCE_BYTES: usize = 4_000;
/// Claims of one article that are compared, the first: no article has so many, but a table of figures may.
const MOST_CLAIMS: usize = 1_000;

fn of_claims<'r>(record: &'r Record, claims: &'r [Claim], settings: &Settings) -> impl Iterator<Item = Statement<'r>> {
    let told = claims.iter().enumerate().filter(|(_, claim)| claim.sentence.text.len() <= LONGEST_SENTENCE_BYTES);
    told.take(MOST_CLAIMS).map(move |(at, claim)| {
        let beside = |other: Option<&'r Claim>| other.filter(|other| other.sentence.place == claim.sentence.place);
        let before = beside(at.checked_sub(1).and_then(|at| claims.get(at)));
        Statement::of(record, claim, (before, beside(claims.get(at + 1))), settings)
    })
}
