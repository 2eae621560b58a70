//! UTF-8 bytes in, where words end and a hash of each out: what the scan does to every word of a text.

use crate::text::{
    self,
    bytes::{LOWER_CASE, both_ends, letters_end, raw_eight, short_ends},
};

/// Both ends of a word, its letters in lower case, and its length.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Key {
    ends: (u64, u64),
    length: u32,
}

impl Key {
    #[inline(always)]
    pub fn of(bytes: &[u8], at: usize, length: usize) -> Self {
        let (head, tail) = both_ends(bytes, at, length);
        let tail = if length > 8 { tail | LOWER_CASE } else { 0 };
        Self { ends: (head | LOWER_CASE, tail), length: length as u32 }
    }

    /// The same of a word that is not empty and whose first eight bytes are `raw`.
    #[inline(always)]
    fn of_raw(raw: u64, bytes: &[u8], at: usize, length: usize) -> Self {
        let ends = if length <= 8 {
            (short_ends(raw, length).0 | LOWER_CASE, 0)
        } else {
            (raw | LOWER_CASE, raw_eight(bytes, at + length - 8) | LOWER_CASE)
        };
        Self { ends, length: length as u32 }
    }

    pub fn length(&self) -> usize {
        self.length as usize
    }

    /// The first letters, up to eight, from the lowest byte on.
    pub fn first_letters(&self) -> u64 {
        let (head, _) = self.ends;
        if self.length < 8 { head >> (64 - 8 * self.length.max(1)) } else { head }
    }

    /// Whether no other word has this key.
    pub fn is_whole(&self) -> bool {
        self.length <= 16
    }

    #[inline(always)]
    pub fn hash(&self) -> u64 {
        text::bytes::hash(self.ends, self.length as usize)
    }
}

/// Hash of a word, whatever the case of its letters. It only chooses the words worth a closer look.
#[inline(always)]
pub(super) fn hash(bytes: &[u8], at: usize, length: usize) -> u64 {
    Key::of(bytes, at, length).hash()
}

/// The same of a word that is not empty and whose first eight bytes are `raw`.
#[inline(always)]
pub(super) fn hash_from(raw: u64, bytes: &[u8], at: usize, length: usize) -> u64 {
    Key::of_raw(raw, bytes, at, length).hash()
}

/// The end of the ASCII letters, or of the digits, that start at `at`.
#[inline(always)]
pub(super) fn run_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'0'..=b'9') => at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => letters_end(bytes, at),
    }
}

/// Whether the word that ends at `end` goes on: behind a hyphen, or with a character beyond ASCII that is no quotation
/// mark, dash or space.
#[inline]
pub(super) fn goes_on(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end..) {
        Some([b'-', next, ..]) => next.is_ascii_alphabetic() || *next >= 0x80 || *next == b'\n',
        // General punctuation, but for hyphens and zero-width characters; the no-break space.
        Some([0xE2, 0x80, 0x93..=0xBF, ..] | [0xC2, 0xA0, ..]) => false,
        Some([next, ..]) => *next >= 0x80,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_a_word_is_the_same_wherever_it_stands() {
        for word in ["a", "il", "tocilizumab", "anticoagulants"] {
            let upper = word.to_uppercase();
            let alone = hash(word.as_bytes(), 0, word.len());
            for text in [format!("{word} and more text"), format!("x{upper}."), format!("é {word}")] {
                let at = text.to_lowercase().find(word).unwrap();
                assert_eq!(hash(text.as_bytes(), at, word.len()), alone, "{text}");
                let raw = raw_eight(text.as_bytes(), at);
                assert_eq!(hash_from(raw, text.as_bytes(), at, word.len()), alone, "{text}");
            }
        }
        assert_ne!(hash(b"dose", 0, 4), hash(b"doses", 0, 5));
    }
}
