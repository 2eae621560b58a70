//! A text and a place in it in, the words around the place out.

use std::collections::BTreeMap;

use serde::Serialize;

/// Texts by document.
pub type Texts = BTreeMap<String, String>;

/// Characters shown on either side.
const CONTEXT_CHARACTERS: usize = 70;

/// A place in a text with what stands before and after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Context {
    pub before: String,
    pub quote: String,
    pub after: String,
}

impl Context {
    /// `start` and `end` count code points; `None` where the text is shorter.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        let from = byte_at(text, start)?;
        let to = from + byte_at(&text[from..], end.checked_sub(start)?)?;
        let first = text[..from].char_indices().rev().take(CONTEXT_CHARACTERS).last().map_or(from, |(at, _)| at);
        let after = &text[to..];
        let last = byte_at(after, CONTEXT_CHARACTERS).unwrap_or(after.len());
        let words = |piece: &str| piece.to_owned();
        Some(Self { before: words(&text[first..from]), quote: words(&text[from..to]), after: words(&after[..last]) })
    }
}

/// The byte where the code point of that number starts; the end of the text counts.
fn byte_at(text: &str, code_point: usize) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(code_point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points() {
        let around = |start, end| Context::new("naïve 30 %", start, end).map(|c| [c.before, c.quote, c.after]);
        assert_eq!(around(6, 8), Some(["naïve ", "30", " %"].map(str::to_owned)));
        assert_eq!(around(6, 10), Some(["naïve ", "30 %", ""].map(str::to_owned)));
        assert_eq!(around(6, 11), None);
        assert_eq!(around(8, 6), None);
    }

    #[test]
    fn long_texts_are_cut() {
        let context = Context::new(&"é".repeat(1000), 500, 502).unwrap();
        assert_eq!(context.before.chars().count(), CONTEXT_CHARACTERS);
        assert_eq!((context.quote.as_str(), context.after.chars().count()), ("éé", CONTEXT_CHARACTERS));
    }
}
