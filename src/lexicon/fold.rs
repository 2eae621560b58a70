//! A place in a text in, the token that starts there out, folded: lower case, no accents, Greek letters by name,
//! letters and digits apart.

use super::bytes::Key;
use super::letters::{greek, unaccented};
use crate::text::bytes::{BYTES, Byte, LOWER_CASE, letters_in, raw_eight};

/// A token longer than this many bytes is no name.
const MAX_TOKEN: usize = 48;

/// Folded bytes of one token, without an allocation.
#[derive(Clone)]
pub(super) struct Folded {
    /// With room for eight bytes to be written where the last one goes.
    bytes: [u8; MAX_TOKEN + 8],
    length: usize,
}

impl Folded {
    pub fn new() -> Self {
        Self { bytes: [0; MAX_TOKEN + 8], length: 0 }
    }

    pub fn clear(&mut self) {
        self.length = 0;
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// The key of the token; reading behind its end is cheaper than not.
    #[inline]
    pub fn key(&self) -> Key {
        Key::of(&self.bytes, 0, self.length)
    }

    /// A token of these bytes, as far as they fit.
    pub fn of(word: &[u8]) -> Self {
        let mut folded = Self::new();
        folded.push(&word[..word.len().min(MAX_TOKEN)]);
        folded
    }

    /// Holds `one` and then `other`; false where they are too long.
    pub fn replace(&mut self, one: &[u8], other: &[u8]) -> bool {
        self.length = 0;
        self.push(one) && self.push(other)
    }

    fn push(&mut self, folded: &[u8]) -> bool {
        let end = self.length + folded.len();
        if end > MAX_TOKEN {
            return false;
        }
        self.bytes[self.length..end].copy_from_slice(folded);
        self.length = end;
        true
    }

    /// Adds the letters at `at`, eight at a time; gives the byte behind them. `None` where they are too long.
    #[inline]
    fn push_letters(&mut self, text: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let raw = raw_eight(text, at);
            let letters = letters_in(raw);
            let room = self.bytes.get_mut(self.length..)?.first_chunk_mut()?;
            *room = (raw | LOWER_CASE).to_le_bytes();
            self.length += letters;
            at += letters;
            if letters < 8 {
                return (self.length <= MAX_TOKEN).then_some(at);
            }
        }
    }
}

/// Folds the token that starts at byte `at`, behind what `into` already holds; gives the byte after its last one.
/// `None` where no token starts or it is too long.
#[inline]
pub(super) fn token(text: &str, at: usize, into: &mut Folded) -> Option<usize> {
    let bytes = text.as_bytes();
    match BYTES[usize::from(*bytes.get(at)?)] {
        Byte::Letter => {
            let before = into.length;
            let end = into.push_letters(bytes, at)?;
            if bytes.get(end).is_none_or(u8::is_ascii) {
                return Some(end);
            }
            into.length = before;
            run(&text[at..], into, letter).map(|length| at + length)
        }
        Byte::Other => (bytes[at] == b'&' && into.push(b"and")).then_some(at + 1),
        Byte::Digit | Byte::BeyondAscii => other_token(text, at, into),
    }
}

/// Numbers, and what starts with a letter beyond ASCII.
fn other_token(text: &str, at: usize, into: &mut Folded) -> Option<usize> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    // No German word starts so: it stands for the Greek letter ("IL-1ß").
    let first = if first == 'ß' { 'β' } else { first };
    match class(first) {
        Class::Digit => run(rest, into, digit).map(|n| at + n),
        Class::Letter => run(rest, into, letter).map(|n| at + n),
        Class::Greek => into.push(greek(first)?.as_bytes()).then_some(at + first.len_utf8()),
        Class::Other => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Greek,
    Other,
}

/// Of a digit, or a character beyond ASCII.
fn class(c: char) -> Class {
    match c {
        '0'..='9' | '₀'..='₉' => Class::Digit,
        _ if greek(c).is_some() => Class::Greek,
        _ if unaccented(c).is_some() => Class::Letter,
        _ => Class::Other,
    }
}

enum Piece {
    Byte(u8),
    Text(&'static str),
}

/// Folds the longest run of characters that `piece` accepts.
fn run(rest: &str, into: &mut Folded, piece: impl Fn(char) -> Option<Piece>) -> Option<usize> {
    let mut length = 0;
    for c in rest.chars() {
        let pushed = match piece(c) {
            Some(Piece::Byte(b)) => into.push(&[b]),
            Some(Piece::Text(s)) => into.push(s.as_bytes()),
            None => break,
        };
        if !pushed {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

/// Digits, and those set below the line: "CHADS₂".
fn digit(c: char) -> Option<Piece> {
    match c {
        '0'..='9' => Some(Piece::Byte(c as u8)),
        '₀'..='₉' => u8::try_from(c as u32 - '₀' as u32).ok().map(|value| Piece::Byte(b'0' + value)),
        _ => None,
    }
}

fn letter(c: char) -> Option<Piece> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Piece::Byte(c.to_ascii_lowercase() as u8)),
        _ if c.is_ascii() => None,
        _ if is_invisible(c) => Some(Piece::Text("")),
        _ => unaccented(c).map(Piece::Text),
    }
}

/// Soft hyphens and zero-width characters stand inside words without being seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// All the characters that print as a short dash.
pub(super) fn is_hyphen(c: char) -> bool {
    c == '-' || !c.is_ascii() && matches!(c, '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The byte after a possessive `'s` or `'` at `at`, else `at`.
#[inline]
pub(super) fn after_possessive(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b'\'' | 0xE2) => after_apostrophe(text, at),
        _ => at,
    }
}

fn after_apostrophe(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(bare) = rest.strip_prefix(['\'', '\u{2019}']) else { return at };
    match bare.strip_prefix(['s', 'S']) {
        Some(after) if !after.starts_with(is_word) => text.len() - after.len(),
        None if text[..at].ends_with(['s', 'S']) && !bare.starts_with(is_word) => text.len() - bare.len(),
        _ => at,
    }
}

/// The end of the letters and digits at `at`: no name starts inside a word.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte < 0x80 {
            break;
        } else {
            match text[end..].chars().next() {
                Some(c) if is_word(c) || is_invisible(c) => end += c.len_utf8(),
                _ => break,
            }
        }
    }
    end
}

/// Letters and digits of any script: no name starts or ends between two of them.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::gap::gap;

    fn tokens(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let mut folded = Folded::new();
            match token(text, at, &mut folded) {
                Some(end) => {
                    found.push(String::from_utf8(folded.as_bytes().to_vec()).unwrap());
                    at = after_possessive(text, end);
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    #[test]
    fn every_way_to_print_a_name_folds_to_the_same_tokens() {
        for printed in ["IL-6", "il 6", "IL6", "IL\u{2011}6", "IL\u{a0}6", "IL-\n6"] {
            assert_eq!(tokens(printed), ["il", "6"], "{printed:?}");
        }
        assert_eq!(tokens("TNF-α"), ["tnf", "alpha"]);
        assert_eq!(tokens("IL-1ß"), ["il", "1", "beta"]);
        assert_eq!(tokens("CHA₂DS₂"), ["cha", "2", "ds", "2"]);
        assert_eq!(tokens("Sjögren’s toci\u{ad}lizumab"), ["sjogren", "tocilizumab"]);
        assert_eq!(tokens("Anxiety & Depression"), ["anxiety", "and", "depression"]);
        assert_eq!(tokens("ﬁngolimod"), ["fingolimod"]);
    }

    #[test]
    fn nothing_slices_inside_a_character() {
        for text in ["é", "日本", "α’s", "’", "\u{ad}", "ﬁ"] {
            for at in 0..=text.len() {
                token(text, at, &mut Folded::new());
                gap(text, at, true);
                after_possessive(text, at);
            }
        }
    }
}
