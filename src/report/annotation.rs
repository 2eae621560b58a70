//! A record in, its claims as W3C Web Annotations out: one JSON-LD object a line.
//!
//! Vocabulary: <https://www.w3.org/TR/annotation-model/>. Places count code points of the text that trialwire read;
//! for a web page the quote with the words around it finds the place on the page.

use serde_json::{Value, json};

use super::jsonl::line;
use super::place::split;
use super::web::{address, uri, urn};
use crate::eval::escaped;
use crate::model::{Claim, Record};

/// Code points of the sentence that stand on either side of the quote.
const CONTEXT_CODE_POINTS: usize = 32;

pub fn annotations(record: &Record, to: &mut Vec<u8>) {
    let source = address(record).map_or_else(|| file(record), str::to_owned);
    for claim in &record.claims {
        line(&annotation(record, claim, &source), to);
    }
}

/// The file that holds the article; of one with many articles, the one with this id.
fn file(record: &Record) -> String {
    match split(&record.source) {
        (file, None) => uri(file),
        (file, Some(_)) => format!("{}#{}", uri(file), escaped(&record.id, b"-._~")),
    }
}

fn annotation(record: &Record, claim: &Claim, source: &str) -> Value {
    let place = format!("{}-{}", claim.place.start, claim.place.end);
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn(&[&record.id, claim.kind.name(), &place]),
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": "trialwire"},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.kind.name()},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": description(claim)},
        ],
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": claim.place.start, "end": claim.place.end},
                quote(claim),
            ],
        },
    })
}

/// "30; this_study; total; group: adults".
fn description(claim: &Claim) -> String {
    let value = match (claim.value.low.normalize(), claim.value.high.normalize()) {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low} to {high}"),
    };
    let named = |name: &str, words: &Option<String>| words.as_ref().map(|words| format!("{name}: {words}"));
    let slots = [
        named("unit", &claim.unit),
        named("group", &claim.group),
        named("outcome", &claim.outcome),
        named("comparator", &claim.comparator),
        named("time point", &claim.timepoint),
    ];
    [Some(value)].into_iter().chain(slots).flatten().collect::<Vec<_>>().join("; ")
}

/// The words, and those of its sentence before and behind them.
fn quote(claim: &Claim) -> Value {
    let mut selector = json!({"type": "TextQuoteSelector", "exact": claim.quote});
    let sentence = &claim.sentence;
    let start = claim.place.bytes.start.checked_sub(sentence.place.bytes.start);
    let around = start.and_then(|start| {
        let (before, rest) = sentence.text.split_at_checked(start)?;
        Some((before, rest.strip_prefix(claim.quote.as_str())?))
    });
    if let Some((before, after)) = around {
        let skipped = before.chars().count().saturating_sub(CONTEXT_CODE_POINTS);
        selector["prefix"] = before.chars().skip(skipped).collect::<String>().into();
        selector["suffix"] = after.chars().take(CONTEXT_CODE_POINTS).collect::<String>().into();
    }
    selector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractor;
    use crate::model::Article;

    fn first(record: &Record) -> Value {
        let mut out = Vec::new();
        annotations(record, &mut out);
        serde_json::from_slice(out.split_inclusive(|b| *b == b'\n').next().unwrap()).unwrap()
    }

    #[test]
    fn an_annotation_says_what_where() {
        let text =
            "Naïve\n\nThe trial enrolled about 30 adults with asthma at a clinic for people who breathe badly.\n";
        let article = Article { id: "a b".into(), text: text.into(), ..Article::default() };
        let claims = Extractor::new().claims(&article, &crate::text::blocks(&article.text), None);
        let mut record = Record { id: "a b".into(), source: "in/all.jsonl:3".into(), claims, ..Record::default() };
        let annotation = first(&record);
        assert_eq!(annotation["body"][0]["value"], "sample_size");
        assert_eq!(annotation["target"]["source"], "in/all.jsonl#a%20b");
        let selector = &annotation["target"]["selector"];
        assert_eq!(selector[0], json!({"type": "TextPositionSelector", "start": 32, "end": 41}));
        assert_eq!(
            (&selector[1]["exact"], &selector[1]["prefix"]),
            (&json!("30 adults"), &json!("The trial enrolled about "))
        );
        assert_eq!(selector[1]["suffix"].as_str().unwrap().chars().count(), CONTEXT_CODE_POINTS);
        record.url = Some("https://courier.example/a".into());
        assert_eq!(first(&record)["target"]["source"], "https://courier.example/a");
        record.claims[0].place.bytes.start = usize::MAX;
        assert_eq!(first(&record)["target"]["selector"][1].get("prefix"), None, "a sentence without its quote");
    }
}
