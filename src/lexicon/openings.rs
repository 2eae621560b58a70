//! The certain names of entries that have an ambiguous one too in, how they start out: a quick no for a text that uses
//! none of them.

use super::bytes::run_end;
use super::fold::word_end;
use super::scan::glued;
use super::variants::Rules;
use super::vocabulary::{Spellings, TokenId};
use crate::text::bytes::{BYTES, Byte, LOWER_CASE, raw_eight};

/// So many letters of a word are compared.
const COMPARED: usize = 4;

/// The first letters of a word, in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Opening {
    letters: u32,
    length: usize,
}

/// The openings of the names of each entry that was asked for, in the order of the entries.
pub(super) struct Openings(Vec<(u32, Opening)>);

impl Openings {
    /// Of names with these entries and first words.
    pub fn new(names: &[(u32, TokenId)], spellings: &Spellings) -> Self {
        let openings = names.iter().flat_map(|&(entry, word)| {
            spellings.of(word).map(move |key| (entry, Opening::of(key.first_letters(), key.length())))
        });
        let mut list: Vec<(u32, Opening)> = openings.collect();
        list.sort_unstable();
        list.dedup();
        Self(list)
    }

    /// Whether `stands` at one of the places where a name of the entry may start in the text.
    pub fn any(&self, entry: u32, text: &str, rules: &Rules, stands: impl Fn(usize) -> bool) -> bool {
        let first = self.0.partition_point(|(other, _)| *other < entry);
        let openings = &self.0[first..][..self.0[first..].partition_point(|(other, _)| *other == entry)];
        let letters = openings.iter().fold(0u32, |letters, (_, opening)| letters | 1 << (opening.letters & 31));
        let bytes = text.as_bytes();
        let starts = |at: usize, end: usize| {
            letters >> (bytes[at] & 31) & 1 != 0
                && openings.iter().any(|(_, opening)| opening.may_start(bytes, at, end))
                && stands(at)
        };
        let mut at = 0;
        while at < bytes.len() {
            match BYTES[usize::from(bytes[at])] {
                Byte::Other => at += 1,
                Byte::Letter | Byte::Digit => {
                    let end = run_end(bytes, at);
                    if starts(at, end) || glued(rules, bytes, at, end).is_some_and(|prefix| starts(at + prefix, end)) {
                        return true;
                    }
                    let is_over = bytes.get(end).is_none_or(|&next| BYTES[usize::from(next)] == Byte::Other);
                    at = if is_over { end + 1 } else { word_end(text, end) };
                }
                Byte::BeyondAscii => {
                    let c = text[at..].chars().next().unwrap_or_default();
                    // Many are read as other letters: nothing is told of them here.
                    if c.is_alphabetic() && stands(at) {
                        return true;
                    }
                    at += c.len_utf8();
                }
            }
        }
        false
    }
}

impl Opening {
    fn of(letters: u64, length: usize) -> Self {
        let length = length.min(COMPARED);
        // The plural of "fly" is "flies".
        let is_y = length > 0 && (letters >> (8 * (length - 1))) as u8 == b'y';
        let length = length - usize::from(is_y);
        Self { letters: letters as u32, length }
    }

    /// Whether the word `at..end` starts so, or may do so with what is joined to it.
    #[inline]
    fn may_start(self, text: &[u8], at: usize, end: usize) -> bool {
        let goes_on = || matches!(text.get(end), Some(b'-' | 0x80..));
        let others = self.letters ^ (raw_eight(text, at) | LOWER_CASE) as u32;
        let common = self.length.min(end - at);
        (u64::from(others) & ((1 << (8 * common)) - 1)) == 0 && (common == self.length || goes_on())
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::small::small_lexicon;

    #[test]
    fn openings_are_seen_in_every_printed_form() {
        let lexicon = small_lexicon();
        let orlistat = lexicon.tables.index("drug:orlistat").unwrap();
        let asthma = lexicon.tables.index("scale:act").unwrap();
        for (text, entry, expected) in [
            ("Alli is a pill", orlistat, false),
            ("He took Orlistat", orlistat, true),
            ("or-\nlistat", orlistat, true),
            ("or listat", orlistat, false),
            ("or\u{ad}listat", orlistat, true),
            ("sORLISTAT", orlistat, true),
            ("corlistat, “so”", orlistat, false),
            ("élan", orlistat, true),
            ("the ACT in asthmatics", asthma, true),
            ("the ACT", asthma, false),
            ("", asthma, false),
        ] {
            assert_eq!(lexicon.openings.any(entry, text, &lexicon.rules, |_| true), expected, "{text}");
        }
    }
}
