//! The words of all names in, a quick answer whether a name may start with a word of a text out.

use super::bytes;
use super::matcher::Pattern;
use super::vocabulary::{TokenId, Vocabulary};
use crate::text::hashing::WordMap;

/// The sets of words have two to this many bits: 64 KiB, about 3 % of other words pass at one bit a word.
const WORD_BITS: u32 = 19;
/// The set of pairs of words: 128 KiB, under 1 % of other pairs pass at two bits a pair.
const PAIR_BITS: u32 = 20;

/// Two bits for each hash: never wrong when it says no.
struct Filter {
    bits: Box<[u64]>,
    shift: u32,
}

impl Filter {
    fn new(bits: u32) -> Self {
        Self { bits: vec![0; 1 << (bits - 6)].into(), shift: 64 - bits }
    }

    fn insert(&mut self, hash: u64) {
        for bit in [hash >> self.shift, hash.rotate_left(32) >> self.shift] {
            self.bits[(bit >> 6) as usize] |= 1 << (bit & 63);
        }
    }

    /// Whether the first bit is set: right often enough to turn most words away.
    #[inline(always)]
    fn may_contain(&self, hash: u64) -> bool {
        self.is_set(hash >> self.shift)
    }

    #[inline(always)]
    fn contains(&self, hash: u64) -> bool {
        self.is_set(hash >> self.shift) && self.is_set(hash.rotate_left(32) >> self.shift)
    }

    #[inline(always)]
    fn is_set(&self, bit: u64) -> bool {
        self.bits[(bit >> 6) as usize] >> (bit & 63) & 1 != 0
    }
}

/// What the hash of a word tells about the names that may start with it.
pub(super) struct First {
    /// The first words of all names.
    any: Filter,
    /// Words that are names in lower case.
    alone: Filter,
    /// Words that are names with a capital.
    capital: Filter,
    /// The first two words of longer names.
    pairs: Filter,
    /// The first words of names with commas, brackets or dashes.
    odd: Filter,
}

impl First {
    pub fn new(
        vocabulary: &Vocabulary,
        edges: &WordMap<u64, u32>,
        patterns: &[(u32, Pattern)],
        odd_words: &[TokenId],
    ) -> Self {
        let spellings = Spellings::new(vocabulary);
        let hashes = |id: TokenId| spellings.of(id);
        let [any, alone, capital, odd] = [WORD_BITS; 4].map(Filter::new);
        let mut first = Self { any, alone, capital, pairs: Filter::new(PAIR_BITS), odd };
        for &word in odd_words {
            hashes(word).for_each(|hash| first.odd.insert(hash));
        }
        let mut word_of: WordMap<u32, TokenId> = WordMap::default();
        for (&edge, &node) in edges.iter().filter(|(edge, _)| **edge >> 32 == 0) {
            word_of.insert(node, edge as u32);
            hashes(edge as u32).for_each(|hash| first.any.insert(hash));
        }
        for (node, pattern) in patterns {
            if let Some(&word) = word_of.get(node) {
                let names = if pattern.capital { &mut first.capital } else { &mut first.alone };
                hashes(word).for_each(|hash| names.insert(hash));
            }
        }
        for &edge in edges.keys() {
            if let Some(&word) = word_of.get(&((edge >> 32) as u32)) {
                for one in hashes(word) {
                    hashes(edge as u32).for_each(|other| first.pairs.insert(pair(one, other)));
                }
            }
        }
        first
    }

    /// Whether a name may start with the word of this hash, which ends at byte `end`; `capital` says that it has one.
    /// Never wrong when it says no. Most words of a text fail the first look; "the" and "a" start some names, so that a
    /// word of theirs is looked at together with the next.
    #[inline(always)]
    pub fn may_start(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        self.any.may_contain(hash) && self.looks_on(hash, text, end, capital)
    }

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
        let is_pair = |length: usize| self.pairs.contains(pair(hash, bytes::hash(text, next, length)));
        let length = after - next;
        if is_pair(length) || matches!(text.get(after), Some(b'-' | 0x80..)) && bytes::goes_on(text, after) {
            return true;
        }
        let ending = |back: usize| length > back && text[after - back] | 0x20 == b's';
        ending(1)
            && (is_pair(length - 1) || length > 2 && text[after - 2] | 0x20 == b'e')
            && (is_pair(length - 1) || is_pair(length - 2) || text[after - 3] | 0x20 == b'i')
    }
}

/// The hashes of every spelling of a word, by its number.
struct Spellings {
    starts: Vec<u32>,
    hashes: Vec<u64>,
}

impl Spellings {
    fn new(vocabulary: &Vocabulary) -> Self {
        let words = vocabulary.size() as usize;
        let mut starts = vec![0; words + 1];
        for (_, id) in vocabulary.spellings() {
            starts[id as usize + 1] += 1;
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut free = starts.clone();
        let mut hashes = vec![0; starts[words] as usize];
        for (hash, id) in vocabulary.spellings() {
            let slot = &mut free[id as usize];
            hashes[*slot as usize] = hash;
            *slot += 1;
        }
        Self { starts, hashes }
    }

    fn of(&self, id: TokenId) -> impl Iterator<Item = u64> + '_ {
        self.hashes[self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize].iter().copied()
    }
}

fn pair(one: u64, other: u64) -> u64 {
    (one.rotate_left(17) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
