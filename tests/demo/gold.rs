//! The program's output on the demo corpus against what a careful reader finds there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::run::{CORPUS, repository, trialwire};

/// Least that must be found; raised when the program gets better.
const CLAIMS_F1: f64 = 0.77;
const FINDINGS_FOUND: usize = 3;

/// Two values are one when they differ by less than this share: 33.3 is 33.33.
const SAME_VALUE: f64 = 0.005;

#[derive(Deserialize)]
struct Claim {
    #[serde(alias = "article")]
    doc: String,
    kind: String,
    start: usize,
    end: usize,
    quote: String,
    low: f64,
    high: f64,
    scope: String,
}

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Deserialize)]
struct Member {
    doc: String,
    study: String,
}

#[derive(Deserialize)]
struct Group {
    articles: BTreeSet<String>,
}

/// A row of `findings.jsonl`: statements of several articles, or spans of one.
#[derive(Deserialize)]
struct Row {
    #[serde(rename = "type")]
    sort: String,
    why: Option<String>,
    doc: Option<String>,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    statements: Vec<Statement>,
    #[serde(default)]
    spans: Vec<(usize, usize)>,
    #[serde(default)]
    quotes: Vec<String>,
}

#[derive(Deserialize)]
struct Statement {
    doc: String,
    quote: String,
    value: f64,
    span: (usize, usize),
}

#[derive(Deserialize)]
struct Finding {
    rule: String,
    severity: String,
    message: String,
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
struct Evidence {
    article: String,
    start: usize,
    end: usize,
}

fn rows<T: DeserializeOwned>(jsonl: &str) -> Vec<T> {
    jsonl.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn gold<T: DeserializeOwned>(name: &str) -> Vec<T> {
    rows(&fs::read_to_string(repository().join("corpus/gold").join(name)).unwrap())
}

fn told<T: DeserializeOwned>(command: &str, format: &[&str]) -> Vec<T> {
    let arguments: Vec<&str> = [command, CORPUS, "--format"].into_iter().chain(format.iter().copied()).collect();
    rows(&trialwire(repository(), &arguments).out)
}

#[test]
fn every_quote_of_the_gold_stands_where_it_says() {
    let texts = told::<Text>("extract", &["records", "--with-text"]);
    let texts: BTreeMap<String, Vec<char>> = texts.into_iter().map(|t| (t.id, t.text.chars().collect())).collect();
    let slice = |doc: &str, start: usize, end: usize| texts[doc][start..end].iter().collect::<String>();
    for claim in gold::<Claim>("claims.jsonl") {
        assert_eq!(slice(&claim.doc, claim.start, claim.end), claim.quote, "{}", claim.doc);
        assert!(["this_study", "other"].contains(&claim.scope.as_str()), "{}", claim.scope);
    }
    for row in gold::<Row>("findings.jsonl") {
        for Statement { doc, quote, span, .. } in &row.statements {
            assert_eq!(slice(doc, span.0, span.1), *quote, "{doc}");
        }
        for (quote, span) in row.quotes.iter().zip(&row.spans) {
            assert_eq!(slice(row.doc.as_ref().unwrap(), span.0, span.1), *quote);
        }
    }
}

#[test]
fn claims_are_found() {
    let (gold, told) = (gold::<Claim>("claims.jsonl"), told::<Claim>("extract", &["jsonl"]));
    let mut free: Vec<bool> = vec![true; told.len()];
    let mut right = 0;
    let mut report = String::new();
    for wanted in &gold {
        match (0..told.len()).find(|&i| free[i] && is_same(wanted, &told[i])) {
            Some(i) => (free[i], right) = (false, right + 1),
            None => report += &format!("missed: {} {} {:?}\n", wanted.doc, wanted.kind, wanted.quote),
        }
    }
    for alarm in told.iter().zip(&free).filter_map(|(claim, free)| free.then_some(claim)) {
        report += &format!("false alarm: {} {} {:?}\n", alarm.doc, alarm.kind, alarm.quote);
    }
    let f1 = 2.0 * f64::from(right) / (gold.len() + told.len()) as f64;
    assert!(f1 >= CLAIMS_F1, "F1 {f1:.3} of {} claims\n{report}", gold.len());
}

fn is_same(wanted: &Claim, told: &Claim) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= SAME_VALUE * a.abs().max(b.abs());
    let overlap = wanted.doc == told.doc && wanted.start < told.end && told.start < wanted.end;
    overlap && wanted.kind == told.kind && near(wanted.low, told.low) && near(wanted.high, told.high)
}

#[test]
fn groups_are_exact() {
    let mut studies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Member { doc, study } in gold("groups.jsonl") {
        studies.entry(study).or_default().insert(doc);
    }
    let told: BTreeSet<BTreeSet<String>> =
        told::<Group>("link", &["jsonl"]).into_iter().map(|group| group.articles).collect();
    assert_eq!(told, studies.into_values().collect());
}

#[test]
fn contradictions_are_found_and_nothing_else() {
    let rows: Vec<Row> = gold("findings.jsonl");
    let wanted: Vec<&Row> = rows.iter().filter(|row| row.sort == "conflict" || row.sort == "internal").collect();
    let mut found = BTreeSet::new();
    for finding in told::<Finding>("check", &["jsonl"]).iter().filter(|finding| finding.severity != "info") {
        let hits: Vec<usize> = (0..wanted.len()).filter(|&i| tells(finding, wanted[i])).collect();
        assert!(!hits.is_empty(), "false: {} {}", finding.rule, finding.message);
        found.extend(hits);
    }
    let missed: Vec<_> = (0..wanted.len()).filter(|i| !found.contains(i)).map(|i| wanted[i].why.as_deref()).collect();
    assert!(found.len() >= FINDINGS_FOUND, "missed {missed:#?}");
}

/// What differs for a good reason stands on one side of a finding at most.
#[test]
fn nothing_compatible_is_held_against_itself() {
    let rows: Vec<Row> = gold("findings.jsonl");
    for finding in told::<Finding>("check", &["jsonl"]).iter().filter(|finding| finding.severity != "info") {
        for row in rows.iter().filter(|row| row.sort == "compatible") {
            let mut values: Vec<f64> =
                row.statements.iter().filter(|s| quotes(finding, &s.doc, s.span)).map(|s| s.value).collect();
            values.dedup();
            assert!(values.len() < 2, "{}: {} but {}", finding.rule, finding.message, row.why.as_deref().unwrap());
        }
    }
}

/// A finding tells a conflict when it quotes two of its articles, and a slip within one when it stays in that article.
fn tells(finding: &Finding, row: &Row) -> bool {
    let docs: BTreeSet<&str> =
        row.statements.iter().filter(|s| quotes(finding, &s.doc, s.span)).map(|s| s.doc.as_str()).collect();
    let within = row.doc.as_ref().is_some_and(|doc| {
        finding.evidence.iter().all(|e| e.article == *doc) && row.spans.iter().any(|&span| quotes(finding, doc, span))
    });
    row.rules.contains(&finding.rule) && (docs.len() >= 2 || within)
}

fn quotes(finding: &Finding, doc: &str, span: (usize, usize)) -> bool {
    finding.evidence.iter().any(|e| e.article == doc && e.start < span.1 && span.0 < e.end)
}
