//! A text in, the places where numbers can start out: figures, and words that numbers are told in.

use super::bytes::{LOWER_CASE, letters_end, letters_in, raw_eight};
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
    /// By up to eight letters.
    words: WordMap<u64, Start>,
    after_article: WordMap<u64, ()>,
    /// Most words fail the look at one of these.
    may_be_word: Sieve,
    may_follow_article: Sieve,
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
        let start = |word| match word {
            "a" | "an" => Start::Article,
            _ if time_name(word).is_some() => Start::BeforeHyphen,
            _ => Start::Always,
        };
        let (words, signs): (Vec<_>, Vec<_>) = classes.words_of(Class::NumberStart).partition(|word| word.is_ascii());
        let words: WordMap<u64, Start> = words.into_iter().map(|word| (letters(word), start(word))).collect();
        let after_article: WordMap<u64, ()> =
            classes.words_of(Class::NumberAfterArticle).map(|word| (letters(word), ())).collect();
        let (may_be_word, may_follow_article) = (Sieve::of(words.keys()), Sieve::of(after_article.keys()));
        Self { words, after_article, may_be_word, may_follow_article, signs }
    }

    /// The first place in the part `span` of the text where a number can start; `None` only where none can.
    pub fn first_in(&self, text: &str, span: Span) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = span.start;
        while at < span.end {
            let raw = raw_eight(bytes, at);
            let letters = letters_in(raw).min(span.end - at);
            if letters == 0 {
                let byte = raw as u8;
                if byte.is_ascii_digit() || byte >= FIRST_OF_TWO && self.is_sign(bytes, at) {
                    return Some(at);
                }
                at += 1 + usize::from(raw as u16 >> 8 == u16::from(b' '));
                continue;
            }
            let word = first_letters(raw, letters);
            if self.may_be_word.has(word) && self.may_start(&bytes[..span.end], word, at + letters) {
                return Some(at);
            }
            // A word seldom has more letters than were read; most words and marks have a blank behind them.
            at = match letters {
                8 => behind_blank(bytes, letters_end(bytes, at + 8)),
                _ => at + letters + usize::from(raw >> (8 * letters) & 0xff == u64::from(b' ')),
            };
        }
        None
    }

    /// Whether a number can start with this word, of which up to eight letters end at `end`.
    #[inline(never)]
    fn may_start(&self, bytes: &[u8], word: u64, end: usize) -> bool {
        match self.words.get(&word) {
            None => false,
            Some(Start::Always) => true,
            Some(Start::BeforeHyphen) => bytes.get(end).is_some_and(|&byte| byte == b'-' || byte >= 0x80),
            Some(Start::Article) => {
                let gap = bytes[end..].iter().take_while(|byte| !byte.is_ascii_alphabetic()).count();
                let raw = raw_eight(bytes, end + gap);
                let next = first_letters(raw, letters_in(raw));
                self.may_follow_article.has(next) && self.after_article.contains_key(&next)
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

/// The byte behind the blank at `at`, or `at` where none stands there.
#[inline(always)]
fn behind_blank(bytes: &[u8], at: usize) -> usize {
    at + usize::from(bytes.get(at) == Some(&b' '))
}

/// Looks at sixteen bytes at a time, which the compiler makes one step.
pub fn has_digit(text: &str) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    chunks.iter().any(|chunk| any(chunk)) || any(rest)
}

/// Characters of two and more bytes begin with such a byte or a higher one.
const FIRST_OF_TWO: u8 = 0xc0;

/// Tells most words from those of a list, by one bit for each hash of these.
struct Sieve(Box<[u64; SIEVE_BITS / 64]>);

/// 1 KiB: a word in a hundred passes by chance.
const SIEVE_BITS: usize = 1 << 13;

impl Sieve {
    fn of<'w>(words: impl Iterator<Item = &'w u64>) -> Self {
        let mut bits = Box::new([0; SIEVE_BITS / 64]);
        for bit in words.map(|word| Self::bit(*word)) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    /// Whether the word may be of the list.
    #[inline(always)]
    fn has(&self, word: u64) -> bool {
        let bit = Self::bit(word);
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }

    #[inline(always)]
    fn bit(word: u64) -> usize {
        const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
        (word.wrapping_mul(MIX) >> (64 - SIEVE_BITS.trailing_zeros())) as usize
    }
}

/// The first letters of eight bytes in lower case, up to eight, behind zeros.
#[inline(always)]
fn first_letters(raw: u64, letters: usize) -> u64 {
    if letters == 0 { 0 } else { (raw | LOWER_CASE) << (64 - 8 * letters) }
}

fn letters(word: &str) -> u64 {
    let raw = raw_eight(word.as_bytes(), 0);
    first_letters(raw, letters_in(raw))
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
