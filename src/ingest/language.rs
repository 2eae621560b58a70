//! A text in, its language out, where there is enough of it to tell.

use whatlang::{Lang, detect};

use crate::model::bytes::{HIGH_BITS, LOWER_CASE, ONES, raw_eight};
use crate::model::count_bytes;

/// Shorter texts are not judged: names and figures fill them (single lines mislead the detector, 200 characters do not).
const FEWEST_CHARACTERS: usize = 200;

/// So much of a text is looked at.
const MOST_CHARACTERS: usize = 1000;

/// These are fourteen words in a hundred of English news, and words of no other language; at so many in a hundred the
/// detector, which takes as long as a tenth of all reading, is not asked.
const ENGLISH: [u64; 10] = [
    letters("the"),
    letters("and"),
    letters("that"),
    letters("with"),
    letters("from"),
    letters("which"),
    letters("have"),
    letters("this"),
    letters("their"),
    letters("they"),
];
const ENGLISH_PERCENT: usize = 4;

/// The ISO 639-3 code of a text that is surely not English, else `None`.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    let sample = sample(text)?;
    if plainly_english(sample) {
        return None;
    }
    let found = detect(sample)?;
    (found.lang() != Lang::Eng && found.is_reliable()).then(|| found.lang().code())
}

/// The first characters of a text, where it has enough of them.
fn sample(text: &str) -> Option<&str> {
    if text.as_bytes().get(..=MOST_CHARACTERS).is_some_and(<[u8]>::is_ascii) {
        return Some(&text[..=MOST_CHARACTERS]);
    }
    place_of(text, FEWEST_CHARACTERS)?;
    let end = place_of(text, MOST_CHARACTERS + 1).unwrap_or(text.len());
    Some(&text[..end])
}

/// Where the character with this number starts.
fn place_of(text: &str, number: usize) -> Option<usize> {
    /// Bytes counted at a time.
    const STEP: usize = 128;
    let starts = |byte: u8| (byte as i8) >= -0x40;
    let mut left = number;
    for (step, chunk) in text.as_bytes().chunks(STEP).enumerate() {
        let here = count_bytes(chunk, starts);
        if left < here {
            let mut places = (0..chunk.len()).filter(|&at| starts(chunk[at]));
            return places.nth(left).map(|at| step * STEP + at);
        }
        left -= here;
    }
    None
}

fn plainly_english(text: &str) -> bool {
    let bytes = text.as_bytes();
    let most = count_bytes(bytes, is_blank) + 1;
    let (mut all, mut telling, mut at) = (0, 0, 0);
    while at < bytes.len() {
        // However many words there are, these are enough.
        if telling * 100 >= most * ENGLISH_PERCENT {
            return true;
        }
        let raw = raw_eight(bytes, at);
        let length = match word_in(raw) {
            8 => bytes[at..].iter().position(|byte| is_blank(*byte)).unwrap_or(bytes.len() - at),
            length => length,
        };
        all += usize::from(length > 0);
        telling += usize::from((3..=5).contains(&length) && is_english(raw | LOWER_CASE, length));
        at += length + 1;
    }
    telling * 100 >= all * ENGLISH_PERCENT
}

/// How many of eight bytes stand before the first blank or line break.
fn word_in(raw: u64) -> usize {
    let none = |wanted: u8| {
        let differs = raw ^ u64::from_le_bytes([wanted; 8]);
        // The high bit of each byte that is zero; a byte behind one may show it too, but not the first.
        differs.wrapping_sub(ONES) & !differs & HIGH_BITS
    };
    ((none(b' ') | none(b'\n')).trailing_zeros() / 8) as usize
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

/// Whether the first `length` bytes are one of the words, whose letters are given in lower case.
fn is_english(lower: u64, length: usize) -> bool {
    let word = lower << (64 - 8 * length);
    ENGLISH.contains(&word)
}

/// A word of up to eight letters at the upper end of a number.
const fn letters(word: &str) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < word.len() {
        number |= (word.as_bytes()[at] as u64) << (8 * (8 - word.len() + at));
        at += 1;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_told_from_english() {
        let german = "An der Studie nahmen dreißig Erwachsene mit einer Depression teil, die auf übliche Mittel nicht \
            angesprochen hatten. Nach sechs Wochen ging es der Hälfte von ihnen besser, sagte die Leiterin der Klinik, \
            und die Nebenwirkungen waren gering.";
        let english = "Thirty adults with a depression that had not responded to the usual drugs took part in the \
            trial. After six weeks half of them felt better, said the head of the clinic, and the side effects were mild. \
            Tocilizumab, Hamilton, MADRS, HAM-D, PHQ-9.";
        assert_eq!(foreign(german), Some("deu"));
        assert_eq!(foreign(english), None);
        assert!(plainly_english(english) && !plainly_english(german));
        let list =
            "Tocilizumab, Hamilton, MADRS, HAM-D, PHQ-9; fatigue, anxiety, mood, sleep, blood markers. ".repeat(4);
        assert_eq!(foreign(&list), None, "names are no language");
        assert_eq!(foreign("Dreißig Erwachsene nahmen teil."), None, "too short to tell");
    }
}
