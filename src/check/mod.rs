//! A trial group and its records in, findings out.

pub mod conflict;
pub mod finding;
pub mod interval;
pub mod key;
pub mod measure;
mod rules;
pub mod sentence;
pub mod statement;
pub mod told;
pub mod units;
pub mod words;

#[cfg(test)]
mod testing;

pub use rules::RULES;
pub use statement::Statement;

use crate::model::{Finding, Record, Severity, TrialGroup};

/// A check: what it looks for, when it stays silent, and the function that runs it.
pub struct Rule {
    /// `X001`.
    pub code: &'static str,
    /// `sample-size-conflict`.
    pub name: &'static str,
    /// One line for `trialwire rules`.
    pub summary: &'static str,
    /// The exact condition.
    pub formula: &'static str,
    /// When the rule says nothing.
    pub silent: &'static str,
    /// A small story that fires.
    pub example: &'static str,
    /// A story that looks alike and doesn't.
    pub near_miss: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The gravest finding that the rule makes.
    pub severity: Severity,
    pub run: fn(&Rule, &Case<'_>) -> Vec<Finding>,
}

/// One group of articles.
pub struct Trial<'r> {
    pub group: &'r TrialGroup,
    /// In the order of `group.articles`.
    pub records: Vec<&'r Record>,
}

/// One group of articles as the rules see it: every claim with the words that make it comparable.
pub struct Case<'r> {
    pub trial: &'r Trial<'r>,
    pub statements: Vec<Statement<'r>>,
    /// Counts of things and periods that are no claims.
    pub figures: Vec<Statement<'r>>,
}

impl<'r> Case<'r> {
    pub fn new(trial: &'r Trial<'r>) -> Self {
        Self { trial, statements: statement::statements(trial), figures: statement::figures(trial) }
    }

    /// Claims, to be compared.
    pub fn claims(&self) -> Vec<&Statement<'r>> {
        self.statements.iter().collect()
    }

    /// Claims and figures, to be compared.
    pub fn claims_and_figures(&self) -> Vec<&Statement<'r>> {
        self.statements.iter().chain(&self.figures).collect()
    }

    /// The statements of each article, in the order of the text.
    pub fn by_article(&self) -> impl Iterator<Item = &[Statement<'r>]> {
        self.statements.chunk_by(|a, b| a.record.id == b.record.id)
    }
}

/// Runs every rule on one trial.
pub fn run(trial: &Trial<'_>) -> Vec<Finding> {
    let case = Case::new(trial);
    RULES.iter().flat_map(|rule| (rule.run)(rule, &case)).collect()
}
