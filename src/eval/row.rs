//! One JSON object in, the claim that is scored out: only what a scorer looks at.

use serde_json::{Map, Value};

use super::slots::Slots;
use crate::model::ClaimKind;

/// Every kind, in the order of reports.
pub const KINDS: [ClaimKind; 12] = [
    ClaimKind::SampleSize,
    ClaimKind::EventCount,
    ClaimKind::ResponseRate,
    ClaimKind::Percentage,
    ClaimKind::Multiplier,
    ClaimKind::EffectEstimate,
    ClaimKind::ConfidenceInterval,
    ClaimKind::PValue,
    ClaimKind::Nnt,
    ClaimKind::ScoreChange,
    ClaimKind::Duration,
    ClaimKind::Dose,
];

/// A gold says "other" where it does not tell the ways of being about something else apart.
pub(super) const SCOPES: [&str; 5] = ["this_study", "other_study", "background", "planned", "other"];
pub(super) const ROLES: [&str; 6] = ["total", "arm", "completed", "screened", "subgroup", "unknown"];
pub(super) const BOUNDS: [&str; 5] = ["exact", "at_least", "at_most", "more_than", "less_than"];
pub(super) const ARMS: [&str; 4] = ["treatment", "control", "whole", "subgroup"];

/// A gold claim or a prediction. What a file does not say is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub doc: String,
    pub kind: ClaimKind,
    /// Half-open, in code points, rising; more than one only where the gold is discontinuous.
    pub spans: Vec<[usize; 2]>,
    /// Both ends; percentages on 0–100, multipliers as the factor.
    pub value: Option<[f64; 2]>,
    pub quote: Option<String>,
    pub scope: Option<String>,
    pub role: Option<String>,
    pub bound: Option<String>,
    pub approx: Option<bool>,
    pub slots: Option<Slots>,
}

impl Row {
    /// A claim with one value, and nothing else told of it.
    pub fn new(doc: &str, kind: ClaimKind, start: usize, end: usize, value: f64) -> Self {
        Self {
            doc: doc.to_owned(),
            kind,
            spans: vec![[start, end]],
            value: Some([value, value]),
            quote: None,
            scope: None,
            role: None,
            bound: None,
            approx: None,
            slots: None,
        }
    }

    /// First code point.
    pub fn start(&self) -> usize {
        self.spans.first().map_or(0, |span| span[0])
    }

    /// Code point after the last.
    pub fn end(&self) -> usize {
        self.spans.last().map_or(0, |span| span[1])
    }

    /// "30", "20-30" or "no value".
    pub fn value_text(&self) -> String {
        match self.value {
            Some([low, high]) if low == high => low.to_string(),
            Some([low, high]) => format!("{low}-{high}"),
            None => "no value".to_owned(),
        }
    }

    /// Reads everything but the kind, which the caller has looked up.
    pub(super) fn from_json(object: &Map<String, Value>, kind: ClaimKind, needs_value: bool) -> Result<Self, String> {
        let span = span(object)?;
        Ok(Self {
            doc: doc(object)?,
            kind,
            spans: vec![span],
            value: value(object, needs_value)?,
            quote: text(object, "quote")?,
            scope: one_of(object, "scope", &SCOPES)?,
            role: one_of(object, "role", &ROLES)?,
            bound: one_of(object, "bound", &BOUNDS)?,
            approx: truth(object, "approx")?,
            slots: Slots::from_json(object)?,
        })
    }
}

/// The kind of that name.
pub(super) fn kind_named(name: &str) -> Option<ClaimKind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}

/// The document's id: `doc` in gold files, `article` in the output of `extract`; numbers are ids too.
pub(super) fn doc(object: &Map<String, Value>) -> Result<String, String> {
    match object.get("doc").or_else(|| object.get("article")) {
        Some(Value::String(id)) => Ok(id.clone()),
        Some(Value::Number(id)) => Ok(id.to_string()),
        Some(other) => Err(format!("has the document {other}; give its id as a string")),
        None => Err("names no document; add \"doc\" (or \"article\")".to_owned()),
    }
}

pub(super) fn span(object: &Map<String, Value>) -> Result<[usize; 2], String> {
    let place = |key: &str| {
        let value = object.get(key).ok_or(format!("has no {key:?}; add its place in code points"))?;
        let place = value.as_u64().and_then(|place| usize::try_from(place).ok());
        place.ok_or(format!("has the {key} {value}; give a whole number of code points from 0 on"))
    };
    match [place("start")?, place("end")?] {
        [start, end] if start >= end => Err(format!("ends at {end} but starts at {start}; end is exclusive")),
        span => Ok(span),
    }
}

fn value(object: &Map<String, Value>, needed: bool) -> Result<Option<[f64; 2]>, String> {
    let number = |key: &str| match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value.as_f64().map(Some).ok_or(format!("has the {key} {value}; give a number")),
    };
    match (number("low")?, number("high")?) {
        (Some(low), Some(high)) => Ok(Some([low, high])),
        (None, None) if !needed => Ok(None),
        _ => Err("lacks \"low\" or \"high\"; give both, equal for a single value".to_owned()),
    }
}

pub(super) fn text(object: &Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(format!("has the {key} {other}; give a string or null")),
    }
}

fn truth(object: &Map<String, Value>, key: &str) -> Result<Option<bool>, String> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Bool(truth)) => Ok(Some(*truth)),
        Some(other) => Err(format!("has the {key} {other}; give true or false")),
    }
}

pub(super) fn one_of(object: &Map<String, Value>, key: &str, known: &[&str]) -> Result<Option<String>, String> {
    let said = text(object, key)?;
    said.map(|said| checked(key, said, known)).transpose()
}

/// The word, if it is one of those known.
pub(super) fn checked(key: &str, said: String, known: &[&str]) -> Result<String, String> {
    if known.contains(&said.as_str()) {
        return Ok(said);
    }
    Err(format!("has the {key} {said:?}; give {}", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Row, String> {
        let object: Map<String, Value> = serde_json::from_str(json).unwrap();
        Row::from_json(&object, ClaimKind::Dose, true)
    }

    #[test]
    fn a_row_is_read_with_either_name_of_the_document() {
        let row =
            read(r#"{"article": 7, "start": 1, "end": 3, "low": 20, "high": 30.5, "approx": true, "role": null}"#);
        let row = row.unwrap();
        assert_eq!((row.doc.as_str(), row.start(), row.end()), ("7", 1, 3));
        assert_eq!((row.value_text().as_str(), row.approx, row.role), ("20-30.5", Some(true), None));
        assert_eq!(row.slots, None, "no slot key at all: the gold does not annotate slots");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_remedy() {
        let cases = [
            (r#"{"start": 1, "end": 3, "low": 1, "high": 1}"#, "names no document; add \"doc\""),
            (r#"{"doc": "a", "end": 3, "low": 1, "high": 1}"#, "has no \"start\""),
            (r#"{"doc": "a", "start": -1, "end": 3}"#, "has the start -1; give a whole number"),
            (r#"{"doc": "a", "start": 3, "end": 3}"#, "ends at 3 but starts at 3"),
            (r#"{"doc": "a", "start": 1, "end": 3, "low": 1}"#, "lacks \"low\" or \"high\""),
            (r#"{"doc": "a", "start": 1, "end": 3, "low": "1", "high": 1}"#, "has the low \"1\"; give a number"),
            (r#"{"doc": "a", "start": 1, "end": 3, "low": 1, "high": 1, "scope": "mine"}"#, "has the scope \"mine\""),
            (r#"{"doc": "a", "start": 1, "end": 3, "low": 1, "high": 1, "approx": 1}"#, "has the approx 1"),
        ];
        for (json, message) in cases {
            let error = read(json).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
