//! Findings in, SARIF 2.1.0 out: for editors, code hosts and whatever else shows results at their place in a file.
//!
//! Format: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Results;
use super::clean::one_line;
use super::identity::identity;
use super::place::{is_plain, split, who};
use super::text::level;
use super::web::uri;
use crate::check::Rule;
use crate::model::{Evidence, Finding, Record};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes one run. Lines and columns are told of articles whose text is in their record.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(results: Results<'_>, rules: &[Rule], to: &mut dyn Write) -> io::Result<()> {
    let mut texts = Texts::default();
    let results_rows: Vec<_> =
        results.findings.iter().map(|finding| result(results, rules, finding, &mut texts)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "trialwire",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "shortDescription": {"text": "Contradictions between the numbers of health-news coverage and its sources"},
                "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts(results),
            "results": results_rows,
        }],
    });
    serde_json::to_writer_pretty(&mut *to, &log)?;
    writeln!(to)
}

fn descriptor(rule: &Rule) -> Value {
    let help = format!(
        "Fires when: {}\nSilent when: {}\nExample: {}\nNear miss: {}\nSource: {}",
        rule.formula, rule.silent, rule.example, rule.near_miss, rule.source
    );
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": format!("{}; silent when: {}", rule.formula, rule.silent)},
        "help": {"text": help},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"tags": [family(rule.code)]},
    })
}

fn family(code: &str) -> &'static str {
    match code.as_bytes().first() {
        Some(b'X') => "between articles",
        Some(b'O') => "overstatement",
        _ => "within one article",
    }
}

/// The files that hold the articles with findings.
fn artifacts(results: Results<'_>) -> Vec<Value> {
    let evidence = results.findings.iter().flat_map(|finding| &finding.evidence);
    let files: BTreeSet<&str> =
        evidence.filter_map(|side| results.record(&side.article)).map(|record| split(&record.source).0).collect();
    files.into_iter().map(|file| json!({"location": {"uri": uri(file)}})).collect()
}

/// The first quote is the place of the result, the others are related to it.
fn result(results: Results<'_>, rules: &[Rule], finding: &Finding, texts: &mut Texts) -> Value {
    let places: Vec<Value> =
        finding.evidence.iter().enumerate().map(|(at, side)| location(results, side, at, texts)).collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": plain(&format!("{}. {}.", finding.message, finding.reason.trim_end_matches('.')))},
        "locations": places.iter().take(1).collect::<Vec<_>>(),
        "relatedLocations": places.iter().skip(1).collect::<Vec<_>>(),
        "partialFingerprints": {"trialwireIdentity/v1": identity(finding)},
        "properties": {"kind": finding.kind, "trial": finding.trial},
    });
    if let Some(index) = rules.iter().position(|rule| rule.code == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    result
}

fn location(results: Results<'_>, side: &Evidence, at: usize, texts: &mut Texts) -> Value {
    let record = results.record(&side.article);
    let said = format!("{}: {}", record.map_or_else(|| one_line(&side.label).into_owned(), who), side.sentence.trim());
    let mut place = json!({
        "message": {"text": plain(&said)},
        "logicalLocations": [{"fullyQualifiedName": side.article, "kind": "article"}],
        "properties": {"article": side.article, "start": side.start, "end": side.end, "value": side.value},
    });
    if at > 0 {
        place["id"] = at.into();
    }
    if let Some(record) = record {
        let mut physical = json!({"artifactLocation": {"uri": uri(split(&record.source).0)}});
        if let Some(region) = region(record, side, texts) {
            physical["region"] = region;
        }
        place["physicalLocation"] = physical;
    }
    place
}

/// Where the quote stands in the file: the line of a JSONL file, the place in a text file. The text of a web page or
/// paper is not what its file holds.
fn region(record: &Record, side: &Evidence, texts: &mut Texts) -> Option<Value> {
    let (_, line) = split(&record.source);
    let snippet = json!({"text": side.quote});
    if let Some(line) = line {
        return Some(json!({"startLine": line, "snippet": snippet}));
    }
    if !is_plain(&record.source) {
        return None;
    }
    let Some((start, end)) = texts.positions(record, side) else {
        return Some(json!({"startLine": side.line, "snippet": snippet}));
    };
    Some(json!({
        "startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1,
        "charOffset": side.start, "charLength": side.end.saturating_sub(side.start), "snippet": snippet,
    }))
}

/// The code point at which each line of an article begins, made when first asked for.
#[derive(Default)]
struct Texts(HashMap<String, Vec<usize>>);

/// Line and column, both from 1.
type Position = (usize, usize);

impl Texts {
    fn positions(&mut self, record: &Record, side: &Evidence) -> Option<(Position, Position)> {
        let text = record.text.as_deref()?;
        let starts = self.0.entry(record.id.clone()).or_insert_with(|| {
            let breaks = text.chars().enumerate().filter(|(_, c)| *c == '\n');
            [0].into_iter().chain(breaks.map(|(at, _)| at + 1)).collect()
        });
        let position = |at: usize| {
            let line = starts.partition_point(|start| *start <= at);
            let start = line.checked_sub(1).and_then(|line| starts.get(line)).copied().unwrap_or(0);
            (line, at - start + 1)
        };
        Some((position(side.start), position(side.end)))
    }
}

/// On one line, its brackets no links (section 3.11.6).
fn plain(text: &str) -> String {
    one_line(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_code_points() {
        let text = Some("αβ\nγ 30 δ\r\n31".to_owned());
        let record = Record { id: "a".into(), text, source: "a.txt".into(), ..Record::default() };
        let side = |start, end| Evidence {
            article: "a".into(),
            start,
            end,
            quote: "30".into(),
            value: "30".into(),
            line: 2,
            sentence: String::new(),
            label: String::new(),
            side: 0,
            field: None,
        };
        let mut texts = Texts::default();
        assert_eq!(texts.positions(&record, &side(5, 7)), Some(((2, 3), (2, 5))));
        assert_eq!(texts.positions(&record, &side(0, 2)), Some(((1, 1), (1, 3))));
        assert_eq!(texts.positions(&record, &side(11, 13)), Some(((3, 1), (3, 3))));
        assert_eq!(texts.positions(&record, &side(usize::MAX, usize::MAX)).map(|(start, _)| start.0), Some(3));
        let region_of = |source: &str, text: bool| {
            let record = Record { source: source.into(), text: record.text.clone().filter(|_| text), ..record.clone() };
            region(&record, &side(5, 7), &mut Texts::default())
        };
        assert_eq!(region_of("a.txt", true).unwrap()["startColumn"], 3);
        assert_eq!(region_of("a.txt", false).unwrap(), json!({"startLine": 2, "snippet": {"text": "30"}}));
        assert_eq!(region_of("all.jsonl:7", true).unwrap()["startLine"], 7);
        assert_eq!(region_of("page.html", true), None);
    }

    #[test]
    fn messages_hold_no_links_and_command_nothing() {
        assert_eq!(plain("see [this](javascript:x)\n\u{1b}[2J"), "see \\[this\\](javascript:x) \u{fffd}\\[2J");
    }
}
