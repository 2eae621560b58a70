//! A trial's records in, its claims with the words that make them comparable out.

use super::Trial;
use super::key::{Qualifiers, qualifiers};
use super::measure::Measure;
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
    /// Outcome, group and the clause around the quote together: every word that says what the number is about.
    pub about: Words,
    pub qualifiers: Qualifiers,
}

impl<'r> Statement<'r> {
    pub fn of(record: &'r Record, claim: &'r Claim) -> Self {
        let slot = |text: &Option<String>| text.as_deref().map(Words::of).unwrap_or_default();
        let (outcome, group) = (slot(&claim.outcome), slot(&claim.group));
        Self {
            record,
            claim,
            measure: Measure::of(claim),
            about: outcome.and(&group).and(&Words::of(clause(claim))),
            qualifiers: qualifiers(clause(claim)),
            outcome,
            group,
            comparator: slot(&claim.comparator),
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

/// Byte range of the quote inside its sentence's text.
pub fn quote_in_sentence(claim: &Claim) -> Option<(usize, usize)> {
    let text: &str = &claim.sentence.text;
    let start = claim.place.bytes.start.checked_sub(claim.sentence.place.bytes.start)?;
    let end = start.checked_add(claim.quote.len())?;
    if text.get(start..end) == Some(claim.quote.as_str()) {
        return Some((start, end));
    }
    text.find(claim.quote.as_str()).map(|at| (at, at + claim.quote.len()))
}

/// Every claim of every record of the trial, articles in the group's order, claims in the text's.
pub fn statements<'r>(trial: &Trial<'r>) -> Vec<Statement<'r>> {
    trial.records.iter().flat_map(|record| record.claims.iter().map(|claim| Statement::of(record, claim))).collect()
}
