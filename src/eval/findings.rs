//! Annotated conflicts and the findings of a run in, recall of conflicts, precision and hits on traps out.
//!
//! Annotations are JSONL with a `type`: `member` names a document (`doc`); `conflict` has `statements` (each with `doc`
//! and `span`) of which not all can be right; `internal` has a `doc` and `spans` that contradict within it; `compatible`
//! and `agree` have statements that look different and are not, or are the same: the traps. Findings of severity `info`
//! are not scored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::json_rows::objects;
use super::measures::Share;
use super::problem::{EvalError, Problem};

/// Kinds of conflict that are not about numbers.
const SOFT: [&str; 6] = ["causal_strength", "design", "drug", "institution_or_journal", "species", "significance"];

/// Hits, hits on a trap, and findings that the annotations do not judge.
pub type Judged = [usize; 3];

/// How well conflicts are found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FindingScores {
    pub findings: usize,
    /// Of all findings.
    pub judged: Judged,
    /// By rule.
    pub rules: BTreeMap<String, Judged>,
    /// Conflicts found: ALL, NUMERIC, NUMERIC serious, causal_strength.
    #[serde(serialize_with = "as_map")]
    pub recall: Vec<(&'static str, Share)>,
    /// Conflicts that were not found.
    pub missed: Vec<String>,
    /// Findings that hit no conflict.
    pub not_a_hit: Vec<String>,
}

fn as_map<S: Serializer>(recall: &[(&'static str, Share)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(recall.iter().copied())
}

/// Scores the output of `check --format jsonl` against annotations.
///
/// # Errors
///
/// When a file cannot be read; lines that cannot be used are returned as problems.
pub fn score_findings(gold: &Path, findings: &Path) -> Result<(FindingScores, Vec<Problem>), EvalError> {
    let mut problems = Vec::new();
    let rows: Vec<Annotated> = each(gold, &mut problems)?;
    let found: Vec<Found> = each(findings, &mut problems)?;
    Ok((scores(&rows, &found), problems))
}

#[derive(Deserialize)]
struct Annotated {
    r#type: String,
    study: Option<String>,
    kind: Option<String>,
    severity: Option<String>,
    why: Option<String>,
    doc: Option<String>,
    #[serde(default)]
    statements: Vec<Statement>,
    #[serde(default)]
    spans: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct Statement {
    doc: String,
    span: [usize; 2],
}

#[derive(Deserialize)]
struct Found {
    rule: String,
    severity: String,
    message: String,
    evidence: Vec<Side>,
}

#[derive(Deserialize)]
struct Side {
    article: String,
    start: usize,
    end: usize,
    quote: String,
}

fn scores(rows: &[Annotated], found: &[Found]) -> FindingScores {
    let is = |row: &&Annotated, types: [&str; 2]| types.contains(&row.r#type.as_str());
    let members = rows.iter().filter(|row| row.r#type == "member");
    let documents: BTreeSet<_> = members.filter_map(|row| row.doc.as_deref()).collect();
    let wanted: Vec<_> = rows.iter().filter(|row| is(row, ["conflict", "internal"])).collect();
    let traps: Vec<_> = rows.iter().filter(|row| is(row, ["compatible", "agree"])).collect();
    let mut scores = FindingScores::default();
    let mut hit = vec![false; wanted.len()];
    let covered = |found: &&Found| found.evidence.iter().any(|side| documents.contains(side.article.as_str()));
    for finding in found.iter().filter(|found| found.severity != "info").filter(covered) {
        let mine: Vec<_> = (0..wanted.len()).filter(|&at| hits(wanted[at], &finding.evidence)).collect();
        mine.iter().for_each(|&at| hit[at] = true);
        let on_trap = || traps.iter().any(|trap| overlapping(trap, &finding.evidence).count() >= 2);
        let label = if !mine.is_empty() {
            0
        } else if on_trap() {
            1
        } else {
            2
        };
        scores.findings += 1;
        scores.judged[label] += 1;
        scores.rules.entry(finding.rule.clone()).or_default()[label] += 1;
        if label > 0 {
            scores.not_a_hit.push(finding.told());
        }
    }
    scores.recall = recall(&wanted, &hit);
    let missed = wanted.iter().zip(&hit).filter(|(_, hit)| !**hit);
    scores.missed = missed.map(|(row, _)| row.told()).collect();
    scores
}

fn recall(wanted: &[&Annotated], hit: &[bool]) -> Vec<(&'static str, Share)> {
    let numeric = |row: &Annotated| !row.kind.as_deref().is_some_and(|kind| SOFT.contains(&kind));
    let serious = |row: &Annotated| row.severity.as_deref().unwrap_or("serious") == "serious";
    let causal = |row: &Annotated| row.kind.as_deref() == Some("causal_strength");
    let share = |keep: &dyn Fn(&Annotated) -> bool| {
        let mut share = Share::default();
        wanted.iter().zip(hit).filter(|(row, _)| keep(row)).for_each(|(_, hit)| share.add(*hit));
        share
    };
    vec![
        ("ALL", share(&|_| true)),
        ("NUMERIC", share(&numeric)),
        ("NUMERIC serious", share(&|row| numeric(row) && serious(row))),
        ("causal_strength", share(&causal)),
    ]
}

/// Two documents of a conflict (one, where it has one), or a place of a problem within one document.
fn hits(row: &Annotated, evidence: &[Side]) -> bool {
    if row.r#type == "internal" {
        let articles: BTreeSet<_> = evidence.iter().map(|side| &side.article).collect();
        let doc = row.doc.as_deref().unwrap_or("");
        return articles.len() == 1 && row.spans.iter().any(|&span| touches(evidence, doc, span));
    }
    let named: BTreeSet<_> = row.statements.iter().map(|statement| &statement.doc).collect();
    let touched: BTreeSet<_> = overlapping(row, evidence).map(|statement| &statement.doc).collect();
    touched.len() >= named.len().min(2)
}

fn overlapping<'r>(row: &'r Annotated, evidence: &'r [Side]) -> impl Iterator<Item = &'r Statement> {
    row.statements.iter().filter(|statement| touches(evidence, &statement.doc, statement.span))
}

fn touches(evidence: &[Side], doc: &str, [start, end]: [usize; 2]) -> bool {
    evidence.iter().any(|side| side.article == doc && side.start < end && start < side.end)
}

impl Found {
    fn told(&self) -> String {
        let sides: Vec<_> = self.evidence.iter().map(|side| format!("{} {:?}", side.article, side.quote)).collect();
        format!("{} {} ({})", self.rule, self.message, sides.join(", "))
    }
}

impl Annotated {
    fn told(&self) -> String {
        let words = [self.study.as_deref(), Some(self.r#type.as_str()), self.kind.as_deref(), self.why.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn each<T: for<'de> Deserialize<'de>>(path: &Path, problems: &mut Vec<Problem>) -> Result<Vec<T>, EvalError> {
    let read = objects(path)?;
    problems.extend(read.problems);
    let mut rows = Vec::new();
    for (line, object) in read.rows {
        match serde_json::from_value(Value::Object(object)) {
            Ok(row) => rows.push(row),
            Err(error) => problems.push(Problem::new(path, line, format!("cannot be scored: {error}"))),
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows<T: for<'de> Deserialize<'de>>(lines: &[&str]) -> Vec<T> {
        lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn finding(rule: &str, severity: &str, places: &[(&str, usize)]) -> Found {
        let side = |&(article, start): &(&str, usize)| Side {
            article: article.to_owned(),
            start,
            end: start + 5,
            quote: "30".to_owned(),
        };
        let evidence = places.iter().map(side).collect();
        Found { rule: rule.into(), severity: severity.into(), message: "m".into(), evidence }
    }

    #[test]
    fn hits_traps_and_the_unjudged_are_told_apart() {
        let gold: Vec<Annotated> = rows(&[
            r#"{"type": "member", "doc": "a"}"#,
            r#"{"type": "member", "doc": "b"}"#,
            r#"{"type": "conflict", "kind": "sample_size", "statements": [{"doc": "a", "span": [0, 5]},
                {"doc": "b", "span": [0, 5]}]}"#,
            r#"{"type": "conflict", "kind": "species", "why": "mice", "statements": [{"doc": "a", "span": [90, 95]},
                {"doc": "b", "span": [90, 95]}]}"#,
            r#"{"type": "internal", "kind": "percentage", "severity": "minor", "doc": "b", "spans": [[50, 55]]}"#,
            r#"{"type": "compatible", "statements": [{"doc": "a", "span": [20, 25]}, {"doc": "b", "span": [20, 25]}]}"#,
        ]);
        let found = [
            finding("X001", "error", &[("a", 2), ("b", 4)]),
            finding("X001", "error", &[("a", 2), ("b", 5)]),
            finding("X001", "error", &[("a", 20), ("b", 20)]),
            finding("A001", "warning", &[("b", 52)]),
            finding("A001", "info", &[("b", 60)]),
            finding("X001", "error", &[("c", 0)]),
        ];
        let scored = scores(&gold, &found);
        assert_eq!((scored.findings, scored.judged), (4, [2, 1, 1]));
        assert_eq!(scored.rules["X001"], [1, 1, 1]);
        let recall: Vec<_> = scored.recall.iter().map(|(_, share)| [share.right, share.of]).collect();
        assert_eq!(recall, [[2, 3], [2, 2], [1, 1], [0, 0]]);
        assert_eq!(scored.missed, ["conflict species mice"]);
        assert_eq!(scored.not_a_hit.len(), 2);
    }
}
