//! Two articles in, the reason why they cannot report one study out.

use super::evidence::{Evidence, keys, shared_keys};
use super::packed::Entry;
use super::score::is_copy;
use crate::model::{Design, KeyKind};

/// Why the two articles stand apart whatever else they share; `None` where nothing forbids a link.
pub fn veto(a: &Entry, b: &Entry, evidence: &Evidence) -> Option<String> {
    if is_copy(evidence) || shares_identifier(a, b) {
        return None;
    }
    different(a, b, KeyKind::Registry, usize::MAX, "different registration numbers")
        .or_else(|| different(a, b, KeyKind::Drug, 1, "different drugs"))
        .or_else(|| designs(a, b))
        .or_else(|| phases(a, b))
}

/// A shared registration number or paper settles the matter.
pub fn shares_identifier(a: &Entry, b: &Entry) -> bool {
    [KeyKind::Registry, KeyKind::Paper].iter().any(|&kind| shared_keys(a, b, kind).next().is_some())
}

/// Both call the trial by one name in capitals.
pub fn shares_name(a: &Entry, b: &Entry) -> bool {
    shared_keys(a, b, KeyKind::Acronym).next().is_some()
}

/// Both name something of the kind, at most `most` each, and share none.
fn different(a: &Entry, b: &Entry, kind: KeyKind, most: usize, why: &str) -> Option<String> {
    let (first, second) = (keys(a, kind).next()?.1, keys(b, kind).next()?.1);
    let few = keys(a, kind).count() <= most && keys(b, kind).count() <= most;
    let apart = few && shared_keys(a, b, kind).next().is_none();
    apart.then(|| format!("{why}: {first} and {second}"))
}

fn designs(a: &Entry, b: &Entry) -> Option<String> {
    let apart = a.design.is_some() && b.design.is_some() && a.design != b.design;
    let review = if a.design == Some(Design::Review) { a.id } else { b.id };
    apart.then(|| format!("a review or meta-analysis ({review}) and a trial"))
}

fn phases(a: &Entry, b: &Entry) -> Option<String> {
    let apart = a.phases != 0 && b.phases != 0 && a.phases & b.phases == 0;
    apart.then(|| "different phases of clinical trial".to_owned())
}
