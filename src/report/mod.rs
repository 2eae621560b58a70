//! Records, groups and findings in, one output format a file out.

pub mod annotation;
pub mod article_tables;
pub mod brat;
pub mod claimreview;
pub mod clean;
#[cfg(feature = "csv")]
pub mod csv;
pub mod date;
pub mod evaluation;
pub mod groups;
#[cfg(feature = "html-report")]
pub mod html;
pub mod identity;
pub mod jsonl;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod place;
pub mod quoted;
pub mod row;
pub mod rules;
pub mod sarif;
pub mod schema;
pub mod scorecard;
pub mod sql;
#[cfg(feature = "sqlite")]
pub mod sqlite;
pub mod style;
pub mod text;
pub mod trial_tables;
pub mod web;
pub mod wrap;

use std::collections::HashMap;
use std::io;

use self::row::Store;
use crate::model::{ArticleKind, Finding, Record, Severity, TrialGroup};

/// All that a report for people is made of.
#[derive(Clone, Copy)]
pub struct Results<'r> {
    /// Sorted by id.
    pub records: &'r [Record],
    pub groups: &'r [TrialGroup],
    pub findings: &'r [Finding],
}

/// One trial as a reader meets it: its articles, and what contradicts, gravest first.
pub struct TrialReport<'r> {
    pub group: &'r TrialGroup,
    pub records: Vec<&'r Record>,
    pub findings: Vec<&'r Finding>,
}

impl<'r> Results<'r> {
    pub fn record(&self, id: &str) -> Option<&'r Record> {
        let at = self.records.binary_search_by(|record| record.id.as_str().cmp(id)).ok()?;
        self.records.get(at)
    }

    /// The trials with findings: the gravest first, then those with more of them, then by id.
    pub fn trials(&self) -> Vec<TrialReport<'r>> {
        let mut by_trial: HashMap<&str, Vec<&Finding>> = HashMap::new();
        for finding in self.findings {
            by_trial.entry(&finding.trial).or_default().push(finding);
        }
        let with_findings = |group: &'r TrialGroup| {
            let mut findings = by_trial.remove(group.id.as_str())?;
            findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            Some(self.trial(group, findings))
        };
        let mut trials: Vec<_> = self.groups.iter().filter_map(with_findings).collect();
        trials.sort_by_key(|trial| std::cmp::Reverse(trial.weight()));
        trials
    }

    /// A group with its records: the sources first, then in the order of their ids.
    fn trial(&self, group: &'r TrialGroup, findings: Vec<&'r Finding>) -> TrialReport<'r> {
        let mut records: Vec<_> = group.articles.iter().filter_map(|id| self.record(id)).collect();
        records.sort_by_key(|record| !record.kind.is_some_and(ArticleKind::is_source));
        TrialReport { group, records, findings }
    }

    /// "2 errors, 1 warning", without the severities that have none; empty when there is nothing.
    pub fn counts(&self) -> String {
        counts(self.findings.iter())
    }

    /// Writes all that was read and found into the tables that the store takes.
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    pub fn tables(&self, to: &mut dyn Store) -> io::Result<()> {
        for (at, record) in self.records.iter().enumerate() {
            article_tables::write(record, at + 1, to)?;
        }
        for (at, group) in self.groups.iter().enumerate() {
            trial_tables::write_group(group, at + 1, to)?;
        }
        for (at, finding) in self.findings.iter().enumerate() {
            trial_tables::write_finding(finding, at + 1, to)?;
        }
        Ok(())
    }
}

impl TrialReport<'_> {
    /// Errors weigh more than any number of warnings, warnings more than notes.
    fn weight(&self) -> [usize; 3] {
        [Severity::Error, Severity::Warning, Severity::Info]
            .map(|severity| count(self.findings.iter().copied(), severity))
    }

    /// "2 errors, 1 warning".
    pub fn counts(&self) -> String {
        counts(self.findings.iter().copied())
    }
}

fn count<'f>(findings: impl Iterator<Item = &'f Finding>, severity: Severity) -> usize {
    findings.filter(|finding| finding.severity == severity).count()
}

fn counts<'f>(findings: impl Iterator<Item = &'f Finding> + Clone) -> String {
    let named = [Severity::Error, Severity::Warning, Severity::Info];
    let parts = named.map(|severity| (count(findings.clone(), severity), text::level(severity)));
    let parts: Vec<_> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, name)| counted(n, name)).collect();
    parts.join(", ")
}

/// "1 article", "2 articles".
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(trial: &str, severity: Severity) -> Finding {
        Finding {
            rule: "X001".into(),
            name: "sample-size-conflict".into(),
            severity,
            kind: "sample_size".into(),
            trial: trial.into(),
            message: String::new(),
            reason: String::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn the_gravest_trial_comes_first() {
        let group = |id: &str| TrialGroup { id: id.into(), articles: vec![id.into()], ..TrialGroup::default() };
        let groups = ["a", "b", "c", "d"].map(group);
        let findings = [
            finding("a", Severity::Warning),
            finding("b", Severity::Info),
            finding("b", Severity::Error),
            finding("d", Severity::Warning),
        ];
        let results = Results { records: &[], groups: &groups, findings: &findings };
        let order: Vec<_> = results.trials().iter().map(|trial| trial.group.id.as_str()).collect();
        assert_eq!(order, ["b", "a", "d"]);
        assert_eq!(results.trials()[0].findings[0].severity, Severity::Error);
        assert_eq!(results.counts(), "1 error, 2 warnings, 1 note");
    }
}
