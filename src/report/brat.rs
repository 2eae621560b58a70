//! A record with its text in, brat stand-off out: the text, and its claims in the form that `trialwire eval` reads.
//!
//! Format: <https://brat.nlplab.org/standoff.html>.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use crate::model::{Claim, Record};

/// What brat must know of the labels: the content of `annotation.conf`.
pub const CONFIGURATION: &str = "\
[entities]
sample_size
event_count
response_rate
percentage
multiplier
effect_estimate
confidence_interval
p_value
nnt
score_change
duration
dose

[relations]

[events]

[attributes]
scope\tArg:<ENTITY>, Value:this_study|other_study|background|planned
role\tArg:<ENTITY>, Value:total|arm|completed|screened|subgroup|unknown
arm\tArg:<ENTITY>, Value:treatment|control|whole|subgroup
bound\tArg:<ENTITY>, Value:exact|at_least|at_most|more_than|less_than
approx\tArg:<ENTITY>
";

/// The `.ann` file of an article.
pub fn annotations(record: &Record, text: &str) -> String {
    let mut out = String::new();
    let (mut attributes, mut entities) = (0, 0);
    for claim in &record.claims {
        let Some((places, words)) = fragments(claim, text) else { continue };
        entities += 1;
        let _ = writeln!(out, "T{entities}\t{} {places}\t{words}", claim.kind.name());
        for (attribute, value) in stated(claim) {
            attributes += 1;
            let _ = writeln!(out, "A{attributes}\t{attribute} T{entities}{value}");
        }
        let _ = writeln!(out, "#{entities}\tAnnotatorNotes T{entities}\t{}", note(claim));
    }
    out
}

/// A quote that runs over a line end is cut there, as brat does: an annotation stands on one line of its file.
fn fragments(claim: &Claim, text: &str) -> Option<(String, String)> {
    let quote = text.get(claim.place.bytes.range())?;
    let mut places = Vec::new();
    let mut words = Vec::new();
    let mut at = claim.place.start;
    for piece in quote.split(breaks_line) {
        let length = piece.chars().count();
        if !piece.trim().is_empty() {
            places.push(format!("{at} {}", at + length));
            words.push(piece);
        }
        at += length + 1;
    }
    (!places.is_empty()).then(|| (places.join(";"), words.join(" ")))
}

/// Also what only some readers take for the end of a line.
fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Attribute → what stands behind its target; a binary attribute has nothing there and is only written where it holds.
fn stated(claim: &Claim) -> Vec<(&'static str, String)> {
    let word = |value: Value| value.as_str().map(|word| format!(" {word}"));
    let of = |name: &'static str, value: Option<Value>| Some((name, word(value?)?));
    let approx = claim.value.approx.then(|| ("approx", String::new()));
    let all = [
        of("scope", json(&claim.scope)),
        of("role", claim.role.as_ref().and_then(json)),
        of("arm", claim.arm.as_ref().and_then(json)),
        of("bound", json(&claim.value.bound)),
        approx,
    ];
    all.into_iter().flatten().collect()
}

fn json(value: &impl Serialize) -> Option<Value> {
    serde_json::to_value(value).ok()
}

/// The value and the slots: `low=20; high=30; group=nurses on nights`.
fn note(claim: &Claim) -> String {
    let (low, high) = (claim.value.low.normalize(), claim.value.high.normalize());
    let mut note = if low == high { low.to_string() } else { format!("low={low}; high={high}") };
    let slots = [
        ("group", &claim.group),
        ("outcome", &claim.outcome),
        ("comparator", &claim.comparator),
        ("timepoint", &claim.timepoint),
    ];
    for (slot, words) in slots {
        if let Some(words) = words {
            // A semicolon would end the slot.
            let words = words.replace(|c: char| c == ';' || breaks_line(c), " ");
            let _ = write!(note, "; {slot}={}", words.trim());
        }
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractor;
    use crate::model::{Article, Decimal, Reported};

    /// The record of a text, as it is read.
    fn record(text: &str) -> Record {
        let article = Article { id: "a".into(), text: text.into(), ..Article::default() };
        Record {
            id: "a".into(),
            claims: Extractor::new().claims(&article, &crate::text::blocks(&article.text), None),
            ..Record::default()
        }
    }

    #[test]
    fn a_claim_has_its_attributes_and_its_note() {
        let text = "Naïve\n\nThe trial enrolled about 30 adults with asthma.\n";
        let ann = annotations(&record(text), text);
        assert!(ann.starts_with("T1\tsample_size 32 41\t30 adults\nA1\tscope T1 this_study\n"), "{ann}");
        assert!(ann.contains("\tapprox T1\n") && ann.contains("#1\tAnnotatorNotes T1\t30; group="), "{ann}");
    }

    #[test]
    fn quotes_are_cut_at_line_ends_and_slots_stay_in_theirs() {
        let mut record = record("Naïve\n\nThe trial enrolled 30 adults with asthma.\n");
        let text = "Naïve\n\nThe trial enrolled 30\nadults with asthma.\n";
        let claim = &mut record.claims[0];
        claim.group = Some("adults; low=99\nT9".into());
        claim.value = Reported::range(Decimal::from(20), Decimal::from(30));
        let ann = annotations(&record, text);
        assert!(ann.starts_with("T1\tsample_size 26 28;29 35\t30 adults\n"), "{ann}");
        assert!(ann.contains("\tlow=20; high=30; group=adults  low=99 T9"), "{ann}");
        assert_eq!(annotations(&record, "short"), "", "places that the text does not have");
    }
}
