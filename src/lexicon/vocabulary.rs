//! Folded words in, token numbers out: every spelling of one word has the same number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use aho_corasick::AhoCorasick;

/// Number of a word; words that no name uses have none.
pub(super) type TokenId = u32;

/// Maps keyed by words or numbers, with a cheap hash.
pub(super) type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<FoldHasher>>;

/// Every word that stands in a name, in each of its spellings.
#[derive(Default)]
pub(super) struct Vocabulary {
    ids: FastMap<Box<[u8]>, TokenId>,
    next: TokenId,
    respelling: Option<Respelling>,
}

/// Words that mean the same inside a name, from `name-rules.tsv`.
#[derive(Default)]
pub(super) struct Spelling {
    /// Whole words: `interleukin` → `il`.
    pub words: Vec<(Box<str>, Box<str>)>,
    /// Parts of words: `tumour` → `tumor`, `haem` → `hem`.
    pub parts: Vec<(Box<str>, Box<str>)>,
}

impl Vocabulary {
    pub fn new(spelling: Spelling) -> Self {
        let mut vocabulary = Self { respelling: Respelling::new(&spelling.parts), ..Self::default() };
        for (word, same) in spelling.words {
            let id = vocabulary.intern(word.as_bytes());
            vocabulary.ids.entry(same.as_bytes().into()).or_insert(id);
        }
        vocabulary
    }

    /// The number of a word of a name, given one when it is new.
    pub fn intern(&mut self, word: &[u8]) -> TokenId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.next;
        self.next += 1;
        self.ids.insert(word.into(), id);
        if let Some(respelling) = &self.respelling {
            for respelt in respelling.of(word) {
                self.ids.entry(respelt.into()).or_insert(id);
            }
        }
        id
    }

    /// The number of a word of a text.
    #[inline]
    pub fn get(&self, word: &[u8]) -> Option<TokenId> {
        self.ids.get(word).copied()
    }

    /// Every spelling with its number, in no order.
    pub fn spellings(&self) -> impl Iterator<Item = (&[u8], TokenId)> {
        self.ids.iter().map(|(word, &id)| (&**word, id))
    }
}

/// Finds the parts of a word that are spelt in two ways.
struct Respelling {
    parts: AhoCorasick,
    /// What the part of each pattern may be replaced by.
    others: Vec<Box<str>>,
}

impl Respelling {
    fn new(parts: &[(Box<str>, Box<str>)]) -> Option<Self> {
        let both = || parts.iter().flat_map(|(one, other)| [(one, other), (other, one)]);
        let others = both().map(|(_, to)| to.clone()).collect();
        AhoCorasick::new(both().map(|(from, _)| from.as_bytes())).ok().map(|parts| Self { parts, others })
    }

    /// The word with one part spelt in the other way, for each such part.
    fn of<'a>(&'a self, word: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.parts.find_overlapping_iter(word).map(move |found| {
            let other = self.others[found.pattern().as_usize()].as_bytes();
            [&word[..found.start()], other, &word[found.end()..]].concat()
        })
    }
}

/// A hasher of a few instructions; nothing hostile gets into these maps.
pub(super) struct FoldHasher(u64);

impl Default for FoldHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for FoldHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_share_its_number() {
        let mut vocabulary = Vocabulary::new(Spelling {
            words: vec![("il".into(), "interleukin".into())],
            parts: vec![("tumour".into(), "tumor".into()), ("oestr".into(), "estr".into())],
        });
        let il = vocabulary.intern(b"il");
        let tumour = vocabulary.intern(b"tumor");
        vocabulary.intern(b"estrogen");
        assert_eq!(vocabulary.get(b"interleukin"), Some(il));
        assert_eq!(vocabulary.get(b"tumour"), Some(tumour));
        assert_eq!(vocabulary.get(b"oestrogen"), vocabulary.get(b"estrogen"));
        assert_ne!(il, tumour);
        assert_eq!(vocabulary.get(b"tumours"), None);
    }
}
