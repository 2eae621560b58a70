//! Two articles and their evidence in, the reasons for linking them in words out.

use super::evidence::{Evidence, shared_keys, shared_terms};
use super::index::{Corpus, Rarity};
use super::packed::Entry;
use super::score::is_copy;
use crate::model::KeyKind;

/// Reasons given for one link, the strongest.
const REASONS: usize = 5;
/// Words named in a reason.
const WORDS_NAMED: usize = 4;
/// Keys that stand in so many texts are no reason: the rarity of a key in one article of ten.
const LEAST_RARITY: f64 = 2.3;

/// Why the two may report one study, the strongest reason first.
pub fn reasons(corpus: &Corpus, a: &Entry, b: &Entry, evidence: &Evidence) -> Vec<String> {
    let mut reasons = Vec::new();
    if is_copy(evidence) {
        reasons.push(format!("{:.0} % of the wording is the same", evidence.wording * 100.0));
    }
    for (kind, label) in [
        (KeyKind::Registry, "same registration number"),
        (KeyKind::Paper, "same paper"),
        (KeyKind::Acronym, "same trial name"),
        (KeyKind::Quotation, "same words quoted"),
        (KeyKind::Number, "same number"),
        (KeyKind::Person, "both name"),
        (KeyKind::Drug, "same drug studied"),
        (KeyKind::Institution, "same institution"),
        (KeyKind::Journal, "same journal"),
    ] {
        reasons.extend(named(corpus, a, b, kind, label));
    }
    reasons.truncate(REASONS);
    reasons.extend(words(corpus, a, b));
    reasons.extend(evidence.days.and_then(dates));
    reasons
}

fn named(corpus: &Corpus, a: &Entry, b: &Entry, kind: KeyKind, label: &str) -> Option<String> {
    let mut shared: Vec<(Rarity, &str)> = shared_keys(a, b, kind)
        .map(|(key, one, other)| (corpus.key_rarity(key), if one.len() <= other.len() { one } else { other }))
        .filter(|(rarity, _)| rarity.value() >= LEAST_RARITY)
        .collect();
    shared.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(y.1)));
    let names: Vec<&str> = shared.into_iter().take(2).map(|(_, name)| name).collect();
    let mark = if kind == KeyKind::Quotation { "\"" } else { "" };
    (!names.is_empty()).then(|| format!("{label}: {mark}{}{mark}", names.join(&format!("{mark}, {mark}"))))
}

fn words(corpus: &Corpus, a: &Entry, b: &Entry) -> Option<String> {
    let mut shared: Vec<(Rarity, &str)> =
        shared_terms(a, b).map(|word| (corpus.word_rarity(word), corpus.word(word))).collect();
    shared.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(y.1)));
    let names: Vec<&str> = shared.iter().take(WORDS_NAMED).map(|(_, word)| *word).collect();
    (!names.is_empty()).then(|| format!("{} telling words in common: {}", shared.len(), names.join(", ")))
}

fn dates(days: i32) -> Option<String> {
    match days {
        0 => Some("published on the same day".to_owned()),
        1 => Some("published a day apart".to_owned()),
        2..=30 => Some(format!("published {days} days apart")),
        _ => None,
    }
}
