//! UTF-8 bytes in, where words end and a hash of each out: what the scan does to every word of a text.

use crate::text::bytes::{LOWER_CASE, letters_end, raw_eight};

/// Hash of a word from its first and last eight bytes and its length, whatever the case of its letters: a few
/// instructions for a word of any length. It only chooses the words worth a closer look.
#[inline(always)]
pub(super) fn hash(bytes: &[u8], at: usize, length: usize) -> u64 {
    let (head, tail) = if length <= 8 {
        (eight(bytes, at) << ((64 - 8 * length) & 63), 0)
    } else {
        (eight(bytes, at), eight(bytes, at + length - 8))
    };
    let mixed = (head ^ tail.rotate_left(29)).wrapping_add(length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The eight bytes at `at`, in lower case where they are letters.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    raw_eight(bytes, at) | LOWER_CASE
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

/// What a byte of UTF-8 is to the scan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    Letter,
    Digit,
    BeyondAscii,
    Other,
}

/// The kind of every byte.
pub(super) const BYTES: [Byte; 256] = {
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
    fn the_hash_of_a_word_is_the_same_wherever_it_stands() {
        for word in ["a", "il", "tocilizumab", "anticoagulants"] {
            let upper = word.to_uppercase();
            let alone = hash(word.as_bytes(), 0, word.len());
            for text in [format!("{word} and more text"), format!("x{upper}."), format!("é {word}")] {
                let at = text.to_lowercase().find(word).unwrap();
                assert_eq!(hash(text.as_bytes(), at, word.len()), alone, "{text}");
            }
        }
        assert_ne!(hash(b"dose", 0, 4), hash(b"doses", 0, 5));
    }
}
