//! Names with their entries in, mentions with their full words, places and marks out.

use crate::model::{Mention, PlaceFinder, Span};

use super::Lexicon;
use super::ambiguity::Named;
use super::entry::{Kind, SurfaceKind};
use super::fold;
use super::scan::is_marker;
use super::studied;

/// Widens the names to what belongs to them and tells their places.
pub(super) fn mentions(lexicon: &Lexicon, text: &str, named: &[Named]) -> Vec<Mention> {
    let mut places = PlaceFinder::new(text);
    let mut mentions: Vec<Mention> = named
        .iter()
        .map(|one| {
            let entry = &lexicon.tables.entries[one.entry as usize];
            let span = place(lexicon, text, one);
            Mention {
                category: entry.category,
                id: entry.id.to_string(),
                name: entry.canonical.to_string(),
                place: places.place(span),
                surface: span.of(text).to_owned(),
                class: entry.is_class(),
                studied: false,
            }
        })
        .collect();
    studied::mark(&lexicon.rules, text, &mut mentions);
    mentions
}

/// Where a name stands with what belongs to it.
pub(super) fn place(lexicon: &Lexicon, text: &str, named: &Named) -> Span {
    let entry = &lexicon.tables.entries[named.entry as usize];
    let mut span = Span::new(named.start, named.end);
    if is_marker(entry.kind) {
        span.start = with_lead(lexicon, text, span.start);
    } else if is_product(entry.kind, lexicon.surface(named.surface).kind) {
        span.end = with_release(lexicon, text, span.end);
    }
    span
}

fn is_product(kind: Kind, surface: SurfaceKind) -> bool {
    use Kind::{Biologic, Combination, Drug, Supplement, Vaccine};
    matches!(kind, Drug | Biologic | Combination | Supplement | Vaccine) && surface != SurfaceKind::Class
}

/// "quetiapine XR", "Effexor-XR".
fn with_release(lexicon: &Lexicon, text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(rest) = rest.strip_prefix(|c: char| c == ' ' || c == '\u{a0}' || fold::is_hyphen(c)) else { return end };
    let after = lexicon.rules.release.iter().filter_map(|suffix| rest.strip_prefix(&**suffix));
    let shortest = after.filter(|after| !after.starts_with(fold::is_word)).map(str::len).min();
    shortest.map_or(end, |left| text.len() - left)
}

/// "high-sensitivity CRP", "soluble IL-2 receptor".
pub(super) fn with_lead(lexicon: &Lexicon, text: &str, start: usize) -> usize {
    let before = &text[..start];
    let Some(before) = before.strip_suffix(|c: char| c == ' ' || c == '\u{a0}' || fold::is_hyphen(c)) else {
        return start;
    };
    let ends_with = |lead: &str| {
        let from = before.len().checked_sub(lead.len())?;
        let same = before.get(from..)?.eq_ignore_ascii_case(lead);
        (same && !before[..from].ends_with(fold::is_word)).then_some(from)
    };
    lexicon.rules.leads.iter().filter_map(|lead| ends_with(lead)).min().unwrap_or(start)
}
