//! The words of all names in, a quick answer whether a name may start with a word of a text out.

use super::bytes;
use super::vocabulary::{Spellings, TokenId};
use crate::text::bytes::{letters_end_from, raw_eight};

/// The sets of words: 64 KiB each, about 3 % of other words pass at one bit a word.
type Words = Filter<{ 1 << 13 }>;
/// The set of pairs of words: 128 KiB, under 1 % of other pairs pass at two bits a pair.
type Pairs = Filter<{ 1 << 14 }>;

/// Two bits for each hash: never wrong when it says no. Has a power of two of parts.
struct Filter<const PARTS: usize>(Box<[u64; PARTS]>);

impl<const PARTS: usize> Filter<PARTS> {
    fn new() -> Self {
        Self(Box::new([0; PARTS]))
    }

    fn insert(&mut self, hash: u64) {
        for bit in [Self::bit(hash), Self::bit(hash.rotate_left(32))] {
            self.0[bit / 64] |= 1 << (bit % 64);
        }
    }

    /// Whether the first bit is set: right often enough to turn most words away.
    #[inline(always)]
    fn may_contain(&self, hash: u64) -> bool {
        self.is_set(Self::bit(hash))
    }

    #[inline(always)]
    fn contains(&self, hash: u64) -> bool {
        self.is_set(Self::bit(hash)) && self.is_set(Self::bit(hash.rotate_left(32)))
    }

    #[inline(always)]
    fn bit(hash: u64) -> usize {
        (hash >> (64 - 6 - PARTS.trailing_zeros())) as usize
    }

    #[inline(always)]
    fn is_set(&self, bit: usize) -> bool {
        self.0[bit / 64] >> (bit % 64) & 1 != 0
    }
}

/// What the hash of a word tells about the names that may start with it.
pub(super) struct First {
    /// The first words of all names.
    any: Words,
    /// Words that are names in lower case.
    alone: Words,
    /// Words that are names with a capital.
    capital: Words,
    /// The first two words of longer names.
    pairs: Pairs,
    /// The first words of names with commas, brackets or dashes.
    odd: Words,
}

/// The words that names start with, by their numbers.
#[derive(Default)]
pub(super) struct Starts {
    /// Each first word once.
    pub any: Vec<TokenId>,
    /// Words that are names by themselves, and whether only with a capital.
    pub single: Vec<(TokenId, bool)>,
    /// The first two words of longer names, each pair once.
    pub pairs: Vec<(TokenId, TokenId)>,
    /// The first words of names with commas, brackets or dashes.
    pub odd: Vec<TokenId>,
}

impl First {
    pub fn new(spellings: &Spellings, starts: &Starts) -> Self {
        let hashes = |word: TokenId| spellings.of(word).map(|key| key.hash());
        let [any, alone, capital, odd] = [(); 4].map(|()| Words::new());
        let mut first = Self { any, alone, capital, pairs: Pairs::new(), odd };
        for &word in &starts.any {
            hashes(word).for_each(|hash| first.any.insert(hash));
        }
        for &word in &starts.odd {
            hashes(word).for_each(|hash| first.odd.insert(hash));
        }
        for &(word, capital) in &starts.single {
            let names = if capital { &mut first.capital } else { &mut first.alone };
            hashes(word).for_each(|hash| names.insert(hash));
        }
        for &(one, other) in &starts.pairs {
            for one in hashes(one) {
                hashes(other).for_each(|other| first.pairs.insert(pair(one, other)));
            }
        }
        first
    }

    /// Whether a name may start with the word of this hash, which ends at byte `end`; `capital` says that it has one.
    /// Never wrong when it says no. Most words of a text fail the first look; "the" and "a" start some names, so that a
    /// word of theirs is looked at together with the next.
    #[inline(always)]
    pub fn may_start(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        self.may_be_first(hash) && self.looks_on(hash, text, end, capital)
    }

    /// The first look of `may_start`.
    #[inline(always)]
    pub fn may_be_first(&self, hash: u64) -> bool {
        self.any.may_contain(hash)
    }

    /// Whether surely no name starts with the word of this hash that has a blank and then byte `next` behind it: told of
    /// the plainest case alone, where that is another word of letters, and its plural ends in -s.
    #[inline(always)]
    pub fn is_no_start(&self, hash: u64, text: &[u8], next: usize) -> bool {
        let raw = raw_eight(text, next);
        let after = letters_end_from(raw, text, next);
        let Some(behind) = text.get(after) else { return false };
        let is_pair = |length: usize| self.pairs.contains(pair(hash, bytes::hash_from(raw, text, next, length)));
        let length = after - next;
        let is_plural = length > 1 && text[after - 1] | 0x20 == b's';
        length > 0
            && !matches!(behind, b'-' | 0x80..)
            && !self.alone.contains(hash)
            && !self.capital.contains(hash)
            && !is_pair(length)
            && (!is_plural || text[after - 2] | 0x20 != b'e' && !is_pair(length - 1))
    }

    #[inline(never)]
    fn looks_on(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        if self.alone.contains(hash) || self.capital.contains(hash) && capital() {
            return true;
        }
        // Only plain cases are told here: one character between two words in ASCII, or a mark that few names hold.
        let next = match text.get(end..) {
            Some([b' ' | b'-' | b'\n', letter, ..]) if letter.is_ascii_alphanumeric() => end + 1,
            Some([b' ', b'(', letter, ..]) if letter.is_ascii_uppercase() => return true,
            Some([b' ', b'&' | b'/' | b'+' | b'-', ..] | [b'-' | b'/' | b'+' | b'&' | b'\'', ..]) => return true,
            // "2.4", "1,300": most numbers of a text.
            Some([b',' | b'.', letter, ..]) if letter.is_ascii_alphanumeric() => {
                return self.odd.contains(hash) && self.may_go_on(hash, text, end + 1);
            }
            Some([b' ', mark, ..] | [mark, ..]) if mark.is_ascii_punctuation() => return self.odd.contains(hash),
            Some([]) => return false,
            _ => return true,
        };
        self.may_go_on(hash, text, next)
    }

    /// Whether some name has the word of this hash and then the one at byte `next`.
    fn may_go_on(&self, hash: u64, text: &[u8], next: usize) -> bool {
        let after = bytes::run_end(text, next);
        let length = after - next;
        if self.is_pair(hash, text, next, length)
            || matches!(text.get(after), Some(b'-' | 0x80..)) && bytes::goes_on(text, after)
        {
            return true;
        }
        if length < 2 || text[after - 1] | 0x20 != b's' {
            return false;
        }
        let is_pair = |length: usize| self.is_pair(hash, text, next, length);
        (is_pair(length - 1) || length > 2 && text[after - 2] | 0x20 == b'e')
            && (is_pair(length - 1) || is_pair(length - 2) || text[after - 3] | 0x20 == b'i')
    }

    #[inline(always)]
    fn is_pair(&self, hash: u64, text: &[u8], next: usize, length: usize) -> bool {
        self.pairs.contains(pair(hash, bytes::hash(text, next, length)))
    }
}

fn pair(one: u64, other: u64) -> u64 {
    (one.rotate_left(17) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
