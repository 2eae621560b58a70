//! Findings in, names for them that hold from run to run out; a list of such names in, the findings that are new out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::model::Finding;

/// Findings that are known and accepted.
///
/// In its file one finding a line: `{"fingerprint": …, "rule": …, "message": …}`, sorted; only the fingerprint counts,
/// the rest is for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<String, Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    fingerprint: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    message: String,
}

/// A line of a baseline file that holds no fingerprint.
#[derive(Debug, thiserror::Error)]
#[error("line {line} is no {{\"fingerprint\": …}} ({why}); `trialwire check --write-baseline` writes such files")]
pub struct BadLine {
    pub line: usize,
    why: serde_json::Error,
}

impl Baseline {
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let row = |finding: &Finding| Row {
            fingerprint: fingerprint(finding),
            rule: finding.rule.clone(),
            message: finding.message.clone(),
        };
        let rows = findings.into_iter().map(row);
        Self { known: rows.map(|row| (row.fingerprint.clone(), row)).collect() }
    }

    /// # Errors
    ///
    /// When a line holds no fingerprint.
    pub fn parse(text: &str) -> Result<Self, BadLine> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let row = |(at, line): (usize, &str)| -> Result<(String, Row), BadLine> {
            let row: Row = serde_json::from_str(line).map_err(|why| BadLine { line: at + 1, why })?;
            Ok((row.fingerprint.clone(), row))
        };
        Ok(Self { known: lines.map(row).collect::<Result<_, _>>()? })
    }

    /// The file's text.
    pub fn print(&self) -> String {
        let mut rows: Vec<&Row> = self.known.values().collect();
        rows.sort_by_key(|row| (&row.rule, &row.message, &row.fingerprint));
        let line = |row: &Row| serde_json::to_string(row).map(|line| line + "\n").unwrap_or_default();
        rows.into_iter().map(line).collect()
    }

    pub fn holds(&self, finding: &Finding) -> bool {
        self.known.contains_key(&fingerprint(finding))
    }
}

/// A name for the finding: the same in every run over the same words, wherever their files lie and whatever else is read.
///
/// Made of the rule and of each distinct sentence and value of the evidence, white space folded.
pub fn fingerprint(finding: &Finding) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told: BTreeSet<(String, &str)> =
        finding.evidence.iter().map(|evidence| (line(&evidence.sentence), evidence.value.as_str())).collect();
    let mut words = finding.rule.clone();
    for (sentence, value) in told {
        words.push_str(&format!("\n{value}\t{sentence}"));
    }
    format!("{:016x}", xxh3_64(words.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Severity};

    fn finding(articles: [&str; 2], sentence: &str) -> Finding {
        let evidence = articles.iter().enumerate().map(|(side, article)| Evidence {
            article: (*article).into(),
            start: 0,
            end: 1,
            quote: "30".into(),
            value: format!("3{side}"),
            line: 1,
            sentence: sentence.into(),
            label: (*article).into(),
            side,
            field: None,
        });
        Finding {
            rule: "X001".into(),
            name: String::new(),
            severity: Severity::Error,
            kind: String::new(),
            trial: articles[0].into(),
            message: "They differ".into(),
            reason: String::new(),
            evidence: evidence.collect(),
        }
    }

    #[test]
    fn neither_path_nor_order_nor_line_breaks_rename_a_finding() {
        let first = finding(["a", "b"], "It was 30 or 31.");
        let mut second = finding(["new/a", "new/b"], "It was\n30 or 31.");
        second.evidence.reverse();
        second.evidence.push(second.evidence[0].clone());
        assert_eq!(fingerprint(&first), fingerprint(&second));
        assert_ne!(fingerprint(&first), fingerprint(&finding(["a", "b"], "It was not 30 or 31.")));
        let other_rule = Finding { rule: "X002".into(), ..first.clone() };
        assert_ne!(fingerprint(&first), fingerprint(&other_rule));
    }

    #[test]
    fn what_was_written_is_known_and_nothing_else() {
        let known = finding(["a", "b"], "It was 30 or 31.");
        let text = Baseline::of([&known, &known]).print();
        assert_eq!(text.lines().count(), 1);
        let baseline = Baseline::parse(&format!("\n{text}")).unwrap();
        assert!(baseline.holds(&known));
        assert!(!baseline.holds(&finding(["a", "b"], "It was 30.")));
        let error = Baseline::parse(&format!("{text}{{}}\n")).unwrap_err().to_string();
        assert!(error.starts_with("line 2 is no {\"fingerprint\": …} (missing field"), "{error}");
    }
}
