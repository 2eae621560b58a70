//! A text in, the abbreviations that it defines in brackets out: "Hamilton Depression Rating Scale (HDRS)".
//!
//! The letters of the short form are looked for from right to left in the words before the bracket, as in Schwartz and
//! Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.

use crate::model::Span;

/// What is between brackets is no longer than this, in bytes.
const MAX_BRACKET: usize = 120;
/// Short forms have 2 to this many characters (Schwartz and Hearst: 10).
const MAX_SHORT: usize = 12;
/// So many bytes before a bracket can hold a long form.
const MAX_LONG: usize = 240;
/// No article defines more; a bound on the work for hostile texts.
const MAX_DEFINITIONS: usize = 100;

/// A short form and the words that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Definition {
    pub short: Span,
    pub long: Span,
    /// The letters of the short form were found in the long one; else `long` is only what stands before the bracket.
    pub spelt_out: bool,
}

/// Every abbreviation that `text` defines, in its order.
pub(super) fn definitions(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        if found.len() == MAX_DEFINITIONS {
            break;
        }
        let Some(inner) = bracket(text, open) else { continue };
        found.extend(short_behind_long(text, open, inner).or_else(|| long_behind_short(text, open, inner)));
    }
    found
}

/// What stands between the bracket at `open` and its end.
fn bracket(text: &str, open: usize) -> Option<Span> {
    let limit = floor_boundary(text, open + MAX_BRACKET);
    let inner = text.as_bytes().get(open + 1..limit)?;
    let close = memchr::memchr2(b')', b'(', inner)?;
    (inner[close] == b')').then_some(Span::new(open + 1, open + 1 + close))
}

/// "Hamilton Depression Rating Scale (HDRS)", "(HDRS; range 0-52)", "(the HDRS)".
fn short_behind_long(text: &str, open: usize, inner: Span) -> Option<Definition> {
    let short = short_form(text, inner)?;
    let before = Span::new(floor_boundary(text, open.saturating_sub(MAX_LONG)), open);
    let before = trim_end(text, clause(text, before));
    let words = words_for(short.of(text));
    let window = last_words(text, before, words);
    Some(match spelt_out(short.of(text), window.of(text)) {
        Some(from) => Definition { short, long: Span::new(window.start + from, window.end), spelt_out: true },
        None => Definition { short, long: window, spelt_out: false },
    })
}

/// "HDRS (Hamilton Depression Rating Scale)".
fn long_behind_short(text: &str, open: usize, inner: Span) -> Option<Definition> {
    let before = trim_end(text, Span::new(floor_boundary(text, open.saturating_sub(MAX_SHORT + 4)), open));
    let start = before.of(text).rfind(|c: char| c.is_whitespace()).map_or(before.start, |at| before.start + at + 1);
    let start = ceil_boundary(text, start);
    let short = short_form(text, Span::new(start.min(before.end), before.end))?;
    let from = spelt_out(short.of(text), inner.of(text))?;
    Some(Definition { short, long: Span::new(inner.start + from, inner.end), spelt_out: true })
}

/// The short form in a bracket: its first part, without quotation marks, an article or a plural s.
fn short_form(text: &str, inner: Span) -> Option<Span> {
    let part = inner.of(text);
    // Most brackets hold figures or words: neither are short forms, which have a capital.
    if !part.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80) {
        return None;
    }
    let part = &part[..part.find([',', ';', ':', '=']).unwrap_or(part.len())];
    let mut form = part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’'));
    for lead in ["the ", "called ", "or ", "known as ", "abbreviated "] {
        form = form.strip_prefix(lead).unwrap_or(form);
    }
    if let Some(singular) = form.strip_suffix('s').filter(|rest| rest.ends_with(|c: char| c.is_uppercase())) {
        form = singular;
    }
    let characters = form.chars().count();
    let is_form = (2..=MAX_SHORT).contains(&characters)
        && form.split_whitespace().count() <= 2
        && form.starts_with(char::is_alphanumeric)
        && form.contains(|c: char| c.is_uppercase());
    let start = inner.start + inner.of(text).find(form)?;
    is_form.then(|| Span::new(start, start + form.len()))
}

/// The longest long form in words, by Schwartz and Hearst.
fn words_for(short: &str) -> usize {
    let letters = short.chars().filter(|c| c.is_alphanumeric()).count();
    (letters + 5).min(letters * 2)
}

/// The part of `span` behind its last sentence end, blank line or bracket.
fn clause(text: &str, span: Span) -> Span {
    let within = span.of(text).as_bytes();
    let ends = |at: usize| {
        let end = &within[..at];
        matches!(end, [.., b'(' | b')'] | [.., b'.' | b'?' | b'!' | b';', b' '] | [.., b'\n', b'\n'])
    };
    let from = (1..=within.len()).rev().find(|&at| ends(at)).unwrap_or(0);
    Span::new(span.start + from, span.end)
}

fn last_words(text: &str, span: Span, count: usize) -> Span {
    let within = span.of(text);
    let starts = within.char_indices().rev().scan(true, |next_is_space, (at, c)| {
        let is_end = c.is_whitespace() && !*next_is_space;
        *next_is_space = c.is_whitespace();
        Some(is_end.then_some(at + c.len_utf8()))
    });
    let from = starts.flatten().nth(count.saturating_sub(1)).unwrap_or(0);
    Span::new(span.start + from, span.end)
}

/// Where in `long` the words begin that spell `short` out: each of its letters from the right, the first at the start
/// of a word.
fn spelt_out(short: &str, long: &str) -> Option<usize> {
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).map(fold_case).collect();
    let mut places = long.char_indices().rev().peekable();
    let mut from = None;
    for (index, &letter) in letters.iter().enumerate().rev() {
        loop {
            let (at, c) = places.next()?;
            let starts_word = places.peek().is_none_or(|(_, before)| !before.is_alphanumeric());
            if fold_case(c) == letter && (index > 0 || starts_word) {
                from = Some(at);
                break;
            }
        }
    }
    from.filter(|&at| long.len() - at > short.len())
}

fn fold_case(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

fn trim_end(text: &str, span: Span) -> Span {
    let trimmed = span.of(text).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\''));
    Span::new(span.start, span.start + trimmed.len())
}

/// The last character boundary at or before `at`.
pub(super) fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first character boundary at or after `at`.
pub(super) fn ceil_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_read_from_brackets() {
        for (text, expected) in [
            ("the Hamilton Depression Rating Scale (HDRS) fell", Some(("HDRS", "Hamilton Depression Rating Scale"))),
            ("with treatment-resistant depression (TRD).", Some(("TRD", "treatment-resistant depression"))),
            ("serotonin reuptake inhibitors (“SRIs”)", Some(("SRI", "serotonin reuptake inhibitors"))),
            ("the HDRS (Hamilton Depression Rating Scale) fell", Some(("HDRS", "Hamilton Depression Rating Scale"))),
            ("Patient Health Questionnaire (PHQ; range 0-27)", Some(("PHQ", "Patient Health Questionnaire"))),
            ("the Child Behavior Checklist (the CBCL)", Some(("CBCL", "Child Behavior Checklist"))),
            ("Scores fell (by 10 points)", None),
            ("In 2020 (see Table 3)", None),
            ("Nothing matches here (XQZ).", None),
        ] {
            let spelt = definitions(text).into_iter().find(|one| one.spelt_out);
            assert_eq!(spelt.map(|one| (one.short.of(text), one.long.of(text))), expected, "{text}");
        }
    }

    #[test]
    fn brackets_and_odd_characters_never_break() {
        for text in ["(", "((((", "é(é)", "αβγ (ΑΒΓ)", "(\u{ad}A)", "“”(A’s)", ")("] {
            definitions(text);
        }
        assert!(definitions(&"(AB)".repeat(1000)).len() <= MAX_DEFINITIONS);
    }
}
