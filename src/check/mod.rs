//! A trial group and its records in, findings out.

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
    pub severity: Severity,
    pub run: fn(&Trial<'_>) -> Vec<Finding>,
}

/// One group of articles as the rules see it.
pub struct Trial<'r> {
    pub group: &'r TrialGroup,
    /// In the order of `group.articles`.
    pub records: Vec<&'r Record>,
}

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[];

/// Runs every rule on one trial.
pub fn run(trial: &Trial<'_>) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| (rule.run)(trial)).collect()
}
