//! Printed names that may be several things in, the one that the words around them speak for out, or none.

use std::cell::LazyCell;

use crate::model::Category;

use super::Lexicon;
use super::abbreviations::{ceil_boundary, floor_boundary};
use super::entry::{Ambiguity, Case, Surface, SurfaceKind, split};
use super::fold::{is_hyphen, is_word};
use super::phrase::Phrases;

/// Bytes on each side that hold about a sentence and its neighbours.
const CUE_WINDOW: usize = 220;
/// Bytes on each side that hold the words right beside a name.
const BESIDE_WINDOW: usize = 28;
/// Shorter words ("the", "a") speak against an acronym only where nothing says that it is one.
const WORD_AGAINST: usize = 4;
/// A cue of at least this many letters also stands for its longer forms: "depress" for "depressed".
const PREFIX_CUE: usize = 4;

/// A name in a text with the entry that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub start: usize,
    pub end: usize,
    pub surface: u32,
    pub entry: u32,
}

/// The surfaces that certainly mean their entry: unambiguous ones, at most one entry for each lexicon. Where two entries
/// of one lexicon share a name, the one wins whose canonical name it is, or that belongs to the other.
pub(super) fn certain(lexicon: &Lexicon, candidates: &[u32]) -> Vec<u32> {
    let mut chosen: Vec<u32> = Vec::new();
    for &index in candidates.iter().filter(|&&index| !lexicon.surface(index).is_ambiguous()) {
        let category = lexicon.entry_of(index).category;
        match chosen.iter_mut().find(|other| lexicon.entry_of(**other).category == category) {
            None => chosen.push(index),
            Some(other) if is_closer(lexicon, index, *other) => *other = index,
            Some(_) => {}
        }
    }
    chosen
}

fn is_closer(lexicon: &Lexicon, one: u32, other: u32) -> bool {
    let is_canonical = |index: u32| {
        let entry = lexicon.entry_of(index);
        entry.canonical.eq_ignore_ascii_case(&lexicon.surface(index).text)
    };
    let (one_entry, other_entry) = (lexicon.entry_of(one), lexicon.entry_of(other));
    match (is_canonical(one), is_canonical(other)) {
        (true, false) => true,
        (false, true) => false,
        _ if one_entry.id == other_entry.id => false,
        _ if lexicon.is_a(&one_entry.id, &other_entry.id) => true,
        _ if lexicon.is_a(&other_entry.id, &one_entry.id) => false,
        // "PD-L1 inhibitor" is nearer to what is printed than "PD-(L)1 inhibitor".
        _ => lexicon.surface(one).text.len() < lexicon.surface(other).text.len(),
    }
}

/// The ambiguous surface that the text around `start..end` speaks for; `is_named` tells which entries the article
/// names elsewhere without doubt.
pub(super) fn by_cues(
    lexicon: &Lexicon,
    candidates: &[u32],
    text: &str,
    start: usize,
    end: usize,
    is_named: impl Fn(u32) -> bool,
) -> Option<u32> {
    if !candidates.iter().any(|&index| lexicon.surface(index).is_ambiguous()) {
        return None;
    }
    let beside = Window::around(text, start, end, BESIDE_WINDOW);
    let near = LazyCell::new(|| Window::around(text, start, end, CUE_WINDOW));
    let (near, beside) = (LazyCell::new(|| Phrases::new(&near.0)), Phrases::new(&beside.0));
    let mut best: Option<(usize, u32)> = None;
    let mut tied = false;
    let ambiguous = candidates.iter().copied().filter(|&index| lexicon.surface(index).is_ambiguous());
    let alone = ambiguous.clone().nth(1).is_none();
    for index in ambiguous {
        let surface = lexicon.surface(index);
        let Some(ambiguity) = &surface.ambiguity else { continue };
        let against = if is_measured(lexicon, index, &text[end..]) { WORD_AGAINST } else { 0 };
        let against = split(&ambiguity.cue_against).any(|cue| cue.len() >= against && count(&beside, cue) > 0);
        if against || is_part_of_more(surface, text, start, end) {
            continue;
        }
        let told = count(&near, &ambiguity.cue_for) + usize::from(is_used_as_such(lexicon, index, &beside));
        // Only asked where it decides: all of the article is read for it.
        let named = || usize::from(is_named(surface.entry));
        let score = if alone && told > 0 { told } else { told + named() };
        if score == 0 {
            continue;
        }
        let same = best.is_some_and(|(_, other)| lexicon.surface(other).entry == surface.entry);
        match best {
            Some((most, _)) if score < most => {}
            Some((most, _)) if score == most => tied |= !same,
            _ => (best, tied) = (Some((score, index)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, index)| index)
}

/// Whether the words beside a name use it as drugs, markers or scales are used: "treated with Yasmin", "CAPS score".
/// Everyday words in lower case need cues of their own, unless they are the proper name of the entry.
fn is_used_as_such(lexicon: &Lexicon, index: u32, beside: &Phrases<'_>) -> bool {
    let surface = lexicon.surface(index);
    if surface.case == Case::Any && surface.kind != SurfaceKind::Name {
        return false;
    }
    let rules = &lexicon.rules;
    // "Took Plan B", "given Yasmin": what is a name or a word with a capital needs more than that.
    let is_name = |ambiguity: &Ambiguity| ["person", "place", "company"].contains(&&*ambiguity.kind);
    let is_name = surface.case == Case::Initial || surface.ambiguity.as_deref().is_some_and(is_name);
    let (plain, strong) = match lexicon.entry_of(index).category {
        Category::Drug if is_name => (&[][..], &rules.drug_words[..]),
        Category::Drug => (&rules.given[..], &rules.drug_words[..]),
        Category::Cytokine => (&[][..], &rules.marker_words[..]),
        Category::Scale => (&[][..], &rules.scale_words[..]),
    };
    plain.iter().chain(strong).any(|words| beside.hold(words, usize::MAX))
}

/// "BEST score", "RAGE levels": an acronym in its capitals, followed at once by the word for what it is.
fn is_measured(lexicon: &Lexicon, index: u32, rest: &str) -> bool {
    let words = match lexicon.entry_of(index).category {
        Category::Scale => &lexicon.rules.scale_words,
        Category::Cytokine => &lexicon.rules.marker_words,
        Category::Drug => return false,
    };
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let followed = words.iter().filter_map(|word| rest.strip_prefix(&**word));
    lexicon.surface(index).case == Case::Exact && followed.into_iter().any(|rest| !rest.starts_with(is_word))
}

/// "STEP-1", "FAST-MI", "X-PERT": an ambiguous acronym with a hyphen and more is the name of something else.
fn is_part_of_more(surface: &Surface, text: &str, start: usize, end: usize) -> bool {
    let is_acronym = surface.text.chars().all(|c| !c.is_lowercase());
    let mut after = text[end..].chars();
    let mut before = text[..start].chars().rev();
    let is_more = |c: char| c.is_uppercase() || c.is_ascii_digit();
    is_acronym
        && (after.next().is_some_and(is_hyphen) && after.next().is_some_and(is_more)
            || before.next().is_some_and(is_hyphen) && before.next().is_some_and(is_more))
}

/// The lower-case words on both sides of a name, with a mark between that no cue holds.
struct Window(Vec<u8>);

impl Window {
    fn around(text: &str, start: usize, end: usize, width: usize) -> Self {
        let from = ceil_boundary(text, start.saturating_sub(width));
        let to = floor_boundary(text, end + width);
        let before = &text[from.min(start)..start];
        let after = &text[end..to.max(end)];
        // A blank line ends the paragraph, unless it stands between every two lines, as in text from PDFs.
        let before = before.rsplit_once(".\n\n").map_or(before, |(_, paragraph)| paragraph);
        let after = after.split_once(".\n\n").map_or(after, |(paragraph, _)| paragraph);
        let mut window = Vec::with_capacity(before.len() + after.len() + 3);
        fold_words(before, &mut window);
        window.extend_from_slice(b" | ");
        fold_words(after, &mut window);
        Self(window)
    }
}

/// How many of the `|`-joined cues stand in the text.
fn count(phrases: &Phrases<'_>, cues: &str) -> usize {
    split(cues)
        .filter(|cue| match cue.contains('-') {
            true => phrases.hold(&cue.replace('-', " "), PREFIX_CUE),
            false => phrases.hold(cue, PREFIX_CUE),
        })
        .count()
}

/// Lower case, with hyphens, line breaks and quotation marks as spaces.
fn fold_words(text: &str, folded: &mut Vec<u8>) {
    let fold = |byte: u8| if matches!(byte, b'-' | b'\n') { b' ' } else { byte.to_ascii_lowercase() };
    if text.is_ascii() {
        return folded.extend(text.bytes().map(fold));
    }
    for c in text.chars() {
        match c {
            _ if c.is_ascii() => folded.push(fold(c as u8)),
            _ if !c.is_alphanumeric() => folded.push(b' '),
            _ => folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_stop_at_the_paragraph() {
        let text = "Asthma here.\n\nThe ACT met. There.\n\nAsthma again.";
        let start = text.find("ACT").unwrap();
        let window = Window::around(text, start, start + 3, 100);
        let phrases = Phrases::new(&window.0);
        assert_eq!(count(&phrases, "asthma"), 0);
        assert_eq!(count(&phrases, "met|there|the-act"), 2);
    }
}
