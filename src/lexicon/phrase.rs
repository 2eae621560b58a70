//! A lower-case text and a phrase in, whether and where the phrase stands in it as whole words out.

use crate::text::bytes::{BYTES, Byte};

/// A text and the places where its words start.
pub(super) struct Phrases<'t> {
    text: &'t [u8],
    starts: Vec<u32>,
    /// Which letters words start with, one bit each: most phrases start with none of them.
    letters: u32,
}

impl<'t> Phrases<'t> {
    pub fn new(text: &'t [u8]) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 5 + 1);
        let (mut inside, mut letters) = (false, 0);
        for (at, &byte) in text.iter().enumerate() {
            let is_word = is_word(byte);
            if is_word && !inside {
                starts.push(at as u32);
                letters |= letter(byte);
            }
            inside = is_word;
        }
        Self { text, starts, letters }
    }

    /// Whether `phrase` stands in the text; its last word may have a plural s, and any ending from `prefix` letters on.
    pub fn hold(&self, phrase: &str, prefix: usize) -> bool {
        let Some(&first) = phrase.as_bytes().first() else { return false };
        let stands = |at: usize| {
            let rest = &self.text[at..];
            rest[0] == first
                && rest.starts_with(phrase.as_bytes())
                && (phrase.len() >= prefix || ends(&rest[phrase.len()..]))
        };
        self.letters & letter(first) != 0 && self.starts.iter().any(|&at| stands(at as usize))
    }
}

fn letter(byte: u8) -> u32 {
    1 << (byte & 31)
}

fn ends(rest: &[u8]) -> bool {
    match rest {
        [] | [b's'] => true,
        [b's', next, ..] if !is_word(*next) => true,
        [next, ..] => !is_word(*next),
    }
}

/// Letters, digits and everything beyond ASCII.
fn is_word(byte: u8) -> bool {
    BYTES[usize::from(byte)] != Byte::Other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_as_whole_words() {
        for (text, phrase, prefix, expected) in [
            ("patients with asthma", "asthma", 4, true),
            ("asthmatic children", "asthma", 4, true),
            ("asthmatic children", "asthma", 99, false),
            ("of apples", "app", 4, false),
            ("two apps", "app", 4, true),
            ("a weight loss pill", "weight loss", 4, true),
            ("unscored", "score", 4, false),
            ("\u{201c}score\u{201d}", "score", 4, false),
            ("", "score", 4, false),
        ] {
            assert_eq!(Phrases::new(text.as_bytes()).hold(phrase, prefix), expected, "{text} / {phrase}");
        }
    }
}
