//! UTF-8 bytes in, eight of them at a time out, and where a run of letters ends: what is done to every word of a text.

pub use crate::model::bytes::{HIGH_BITS, LOWER_CASE, ONES, raw_eight};

/// The eight bytes at `at` of bytes that have as many blanks behind them.
#[inline(always)]
pub fn padded_eight(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// The first and the last eight bytes of the word `at..at + length`: they tell words of up to sixteen bytes apart. A
/// shorter word stands at the upper end of the first, behind zeros, and has no last.
#[inline(always)]
pub fn both_ends(bytes: &[u8], at: usize, length: usize) -> (u64, u64) {
    match length {
        0 => (0, 0),
        1..=8 => short_ends(raw_eight(bytes, at), length),
        _ => (raw_eight(bytes, at), raw_eight(bytes, at + length - 8)),
    }
}

/// The ends of a word of one to eight bytes at the start of eight bytes.
#[inline(always)]
pub fn short_ends(raw: u64, length: usize) -> (u64, u64) {
    (raw << (64 - 8 * length), 0)
}

/// Hash of a word from both its ends and its length: a few instructions for a word of any length.
#[inline(always)]
pub fn hash((head, tail): (u64, u64), length: usize) -> u64 {
    let mixed = (head ^ tail.rotate_left(29)).wrapping_add(length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// How many of eight bytes are ASCII letters before the first that is none.
#[inline(always)]
pub fn letters_in(raw: u64) -> usize {
    let low = (raw | LOWER_CASE) & !HIGH_BITS;
    // The high bit of each byte: at least 'a', and above 'z'.
    let from_a = low + ONES * (0x80 - b'a' as u64);
    let above_z = low + ONES * (0x7f - b'z' as u64);
    let others = !(from_a & !above_z & !raw) & HIGH_BITS;
    (others.trailing_zeros() / 8) as usize
}

/// The end of the ASCII letters at `at`, eight at a time: a loop over bytes mispredicts once a word.
#[inline(always)]
pub fn letters_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let letters = letters_in(raw_eight(bytes, end));
        end += letters;
        if letters < 8 {
            return end;
        }
    }
}

/// The same where the eight bytes at `at` are at hand.
#[inline(always)]
pub fn letters_end_from(raw: u64, bytes: &[u8], at: usize) -> usize {
    match letters_in(raw) {
        8 => letters_end(bytes, at + 8),
        letters => at + letters,
    }
}

/// What a byte of UTF-8 is to a scan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Byte {
    Letter,
    Digit,
    BeyondAscii,
    Other,
}

/// The kind of every byte.
pub const BYTES: [Byte; 256] = {
    let mut kinds = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'0'..=b'9' => Byte::Digit,
            0x80.. => Byte::BeyondAscii,
            _ => Byte::Other,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_tell_words_apart() {
        let words = ["", "a", "b", "ab", "dose", "doses", "overdose", "overdoses", "overdosed", "tocilizumab"];
        let ends = |word: &str, after: &str| both_ends(format!("{word}{after}").as_bytes(), 0, word.len());
        for (i, word) in words.iter().enumerate() {
            assert_eq!(ends(word, ""), ends(word, " and more words"), "{word}");
            assert!(words[..i].iter().all(|other| ends(other, "") != ends(word, "")), "{word}");
        }
    }

    #[test]
    fn letters_end_where_they_end() {
        for word in ["", "a", "Tocilizumab", "abcdefgh", "abcdefghijklmnopq"] {
            for after in ["", " and so on", "1", "-x", "é", "[", "@", "`", "{"] {
                let text = format!("{word}{after}");
                assert_eq!(letters_end(text.as_bytes(), 0), word.len(), "{text}");
            }
        }
    }
}
