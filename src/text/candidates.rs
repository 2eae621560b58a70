//! A text in, the places where numbers can start out: figures, and words that numbers are told in.

use super::bytes::{BYTES, Byte, LOWER_CASE, letters_end, letters_in, raw_eight};
use super::class::Class;
use super::classes::WordClasses;
use super::hashing::WordMap;
use super::units::time_name;
use crate::model::Span;

/// Finds the sentences worth reading; most prose has no figure and is passed over unread.
///
/// It knows the same words as the grammar of numbers, which holds to these places: `number_start` and
/// `number_after_article` of the word file.
pub struct Candidates {
    /// One bit for the first three letters of each word in `words`: most words fail this one look.
    beginnings: Box<[u64; BEGINNINGS]>,
    /// By up to eight letters.
    words: WordMap<u64, Start>,
    after_article: WordMap<u64, ()>,
    /// Fraction signs.
    signs: Vec<&'static str>,
}

/// When a number can start with a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Always,
    /// "year-long": units of time before a hyphen.
    BeforeHyphen,
    /// "a third", "an hour": articles before some words.
    Article,
}

impl Candidates {
    pub fn new(classes: &WordClasses) -> Self {
        let mut found = Self {
            beginnings: Box::new([0; BEGINNINGS]),
            words: WordMap::default(),
            after_article: classes.words_of(Class::NumberAfterArticle).map(|word| (letters(word), ())).collect(),
            signs: classes.words_of(Class::NumberStart).filter(|word| !word.is_ascii()).collect(),
        };
        for word in classes.words_of(Class::NumberStart).filter(|word| word.is_ascii()) {
            let start = match word {
                "a" | "an" => Start::Article,
                _ if time_name(word).is_some() => Start::BeforeHyphen,
                _ => Start::Always,
            };
            found.words.insert(letters(word), start);
            let bit = beginning(letters(word), word.len());
            found.beginnings[bit >> 6] |= 1 << (bit & 63);
        }
        found
    }

    /// The first place in the part `span` of the text where a number can start; `None` only where none can.
    pub fn first_in(&self, text: &str, span: Span) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = span.start;
        while at < span.end {
            let byte = BYTES[usize::from(bytes[at])];
            // Most are letters; a jump by kind would often be foreseen wrongly.
            if byte == Byte::Letter {
                let raw = raw_eight(bytes, at);
                let letters = letters_in(raw).min(span.end - at);
                if self.may_begin(raw, letters) && self.may_start(&bytes[..span.end], at) {
                    return Some(at);
                }
                // A word seldom has more letters than were read; a blank seldom has anything but a word behind it.
                at = match letters {
                    8 => letters_end(bytes, at + 8),
                    _ => at + letters + usize::from(raw >> (8 * letters) & 0xff == u64::from(b' ')),
                };
            } else if byte == Byte::Digit || byte == Byte::BeyondAscii && self.is_sign(bytes, at) {
                return Some(at);
            } else {
                at += 1;
            }
        }
        None
    }

    /// Whether one of the words starts with the first three letters of this one.
    #[inline(always)]
    fn may_begin(&self, raw: u64, letters: usize) -> bool {
        let bit = beginning(raw, letters);
        self.beginnings[bit >> 6] >> (bit & 63) & 1 != 0
    }

    /// Whether a number can start with the word at `at`.
    #[inline(never)]
    fn may_start(&self, bytes: &[u8], at: usize) -> bool {
        let end = letters_end(bytes, at);
        match self.words.get(&up_to_eight(bytes, at, end)) {
            None => false,
            Some(Start::Always) => true,
            Some(Start::BeforeHyphen) => bytes.get(end).is_some_and(|&byte| byte == b'-' || byte >= 0x80),
            Some(Start::Article) => {
                let gap = bytes[end..].iter().take_while(|byte| !byte.is_ascii_alphabetic()).count();
                let next = end + gap;
                self.after_article.contains_key(&up_to_eight(bytes, next, letters_end(bytes, next)))
            }
        }
    }

    /// A fraction sign, or a soft hyphen, which may stand within a word.
    #[inline(never)]
    fn is_sign(&self, bytes: &[u8], at: usize) -> bool {
        // Two bytes tell them from most other characters.
        let is = |sign: &[u8]| {
            bytes[at..].first_chunk::<2>().is_some_and(|two| *two == sign[..2]) && bytes[at..].starts_with(sign)
        };
        self.signs.iter().any(|sign| is(sign.as_bytes())) || is("\u{ad}".as_bytes())
    }
}

/// Looks at sixteen bytes at a time, which the compiler makes one step.
pub fn has_digit(text: &str) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    chunks.iter().any(|chunk| any(chunk)) || any(rest)
}

/// Bits that tell a letter, whatever its case.
const LETTER_BITS: u32 = 5;

/// Words of 64 bits for all combinations of three letters.
const BEGINNINGS: usize = 1 << (3 * LETTER_BITS - 6);

/// The first three letters of a word of `length` letters as a number.
#[inline(always)]
fn beginning(word: u64, length: usize) -> usize {
    const LETTERS: [u64; 4] = [0, 0x1f, 0x1f1f, 0x001f_1f1f];
    let letters = word & LETTERS[length.min(3)];
    ((letters | letters >> (8 - LETTER_BITS) | letters >> (2 * (8 - LETTER_BITS))) & 0x7fff) as usize
}

/// Up to eight letters of the word `at..end` in lower case.
#[inline(always)]
fn up_to_eight(bytes: &[u8], at: usize, end: usize) -> u64 {
    let unused = 64 - 8 * (end - at).min(8) as u32;
    (raw_eight(bytes, at) | LOWER_CASE) & u64::MAX.checked_shr(unused).unwrap_or(0)
}

fn letters(word: &str) -> u64 {
    up_to_eight(word.as_bytes(), 0, letters_end(word.as_bytes(), 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Tokens;
    use crate::text::hedges::Hedges;
    use crate::text::quantities::quantities;

    #[test]
    fn whatever_holds_a_quantity_is_a_candidate() {
        let (classes, hedges) = (WordClasses::bundled(), Hedges::bundled());
        let candidates = Candidates::new(&classes);
        for text in [
            "Half of them recovered",
            "a third improved",
            "TWICE as likely",
            "the risk doubled",
            "thirty women",
            "a dozen patients",
            "tenfold",
            "an hour-long walk",
            "for a year",
            "two-thirds",
            "one in eight",
            "halved",
            "a yearlong study",
            "¼ of them",
            "½ the dose",
            "trebled",
            "a hundred patients",
            "half an hour",
            "for a month",
            "for a\n month",
            "a\u{2011}third",
            "a week\u{2010}long course",
            "week-long",
            "over a week",
            "for a decade",
            "for an hour's walk",
            "thir\u{ad}ty women",
            "(17)",
        ] {
            let tokens = Tokens::read(text, Span::new(0, text.len()), &classes);
            assert!(!quantities(&tokens, &hedges).is_empty(), "{text}");
            assert!(candidates.first_in(text, Span::new(0, text.len())).is_some(), "{text}");
        }
        for text in ["They all felt well.", "a drug", "nobody", "a year's", "the year", "hormones", "this", "“é”", ""]
        {
            let found = candidates.first_in(text, Span::new(0, text.len())).is_some();
            assert_eq!(found, text == "a year's", "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_quantity_starts_elsewhere(words in proptest::collection::vec(0..WORDS.len(), 0..12)) {
            let text: String = words.iter().map(|&word| WORDS[word]).collect();
            let classes = WordClasses::bundled();
            let tokens = Tokens::read(&text, Span::new(0, text.len()), &classes);
            let found = quantities(&tokens, &Hedges::bundled());
            let first = Candidates::new(&classes).first_in(&text, Span::new(0, text.len()));
            for quantity in found {
                let start = tokens.span(quantity.first, quantity.first).start;
                proptest::prop_assert!(first.is_some_and(|first| first <= start), "{text}");
            }
        }
    }

    const WORDS: [&str; 26] = [
        "a", "an", " ", " ", " ", "-", "'s", "half", "third", "week", "long", "year", "one", "in", "two", "fold",
        "dozen", "hour", "\u{ad}", "’", "½", "é", "5", "%", "times", "\n",
    ];
}
