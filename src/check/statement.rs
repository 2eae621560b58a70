//! A trial's records in, its claims with the words that make them comparable out.

use super::Trial;
use super::key::{Qualifiers, qualifiers};
use super::measure::Measure;
use super::sentence::quote_in_sentence;
use super::told::told;
use super::words::{Match, Words};
use crate::model::{Arm, Claim, Record, Scope};

/// One claim of one article, ready to be compared.
pub struct Statement<'r> {
    pub record: &'r Record,
    pub claim: &'r Claim,
    pub measure: Measure,
    /// What happened or was measured.
    pub outcome: Words,
    /// Whom it happened to.
    pub group: Words,
    pub comparator: Words,
    pub timepoint: Words,
    /// Outcome, group and the words around the quote together: every word that says what the number is about.
    pub about: Words,
    /// Content words of the whole sentence.
    pub sentence: Words,
    pub qualifiers: Qualifiers,
}

impl<'r> Statement<'r> {
    /// `before` and `after` are the claims beside it in its sentence.
    pub fn of(record: &'r Record, claim: &'r Claim, before: Option<&Claim>, after: Option<&Claim>) -> Self {
        let slot = |text: &Option<String>| text.as_deref().map(Words::of).unwrap_or_default();
        let told = told(claim, before, after);
        let group = slot(&claim.group);
        let outcome = filled(slot(&claim.outcome), told.outcome);
        Self {
            record,
            claim,
            measure: Measure::of(claim),
            about: outcome.and(&group).and(&told.near),
            sentence: Words::of(&claim.sentence.text),
            qualifiers: qualifiers(clause(claim)),
            outcome,
            group,
            comparator: filled(slot(&claim.comparator), told.comparator),
            timepoint: slot(&claim.timepoint),
        }
    }

    /// True for a result or method of the reported study that the text does not deny or take back.
    pub fn of_this_study(&self) -> bool {
        self.claim.scope == Scope::ThisStudy && !self.claim.negated && !is_correction(&self.claim.sentence.text)
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
        self.outcome.compare(&other.outcome)
    }
}

/// A correction repeats the figure that it takes back.
fn is_correction(sentence: &str) -> bool {
    const CUES: [&str; 4] = ["been corrected", "was corrected", "correction:", "incorrectly stated"];
    let sentence = sentence.to_lowercase();
    CUES.iter().any(|cue| sentence.contains(cue))
}

/// The part of the sentence between the marks that stand around the quote.
pub fn clause(claim: &Claim) -> &str {
    let text: &str = &claim.sentence.text;
    let Some((start, end)) = quote_in_sentence(claim) else { return text };
    let from = text[..start].rfind(CLAUSE_MARKS).map_or(0, |at| at + 1);
    let to = text[end..].find(CLAUSE_MARKS).map_or(text.len(), |at| end + at);
    &text[from..to]
}

/// Marks between clauses; a comma inside a number ends nothing because the search starts outside the quote.
const CLAUSE_MARKS: [char; 4] = [';', ':', '(', ')'];

/// The slot where the article fills it, else the words around the number.
fn filled(slot: Words, told: Words) -> Words {
    if slot.is_empty() { told } else { slot }
}

/// Every claim of every record of the trial, articles in the group's order, claims in the text's.
pub fn statements<'r>(trial: &Trial<'r>) -> Vec<Statement<'r>> {
    trial.records.iter().flat_map(|record| record_statements(record)).collect()
}

fn record_statements<'r>(record: &'r Record) -> impl Iterator<Item = Statement<'r>> {
    let claims = &record.claims;
    claims.iter().enumerate().map(move |(at, claim)| {
        let beside = |other: Option<&'r Claim>| other.filter(|other| other.sentence.place == claim.sentence.place);
        let before = beside(at.checked_sub(1).and_then(|at| claims.get(at)));
        Statement::of(record, claim, before, beside(claims.get(at + 1)))
    })
}
