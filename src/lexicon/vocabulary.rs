//! Folded words in, token numbers out: every spelling of one word has the same number.

use super::bytes::Key;
use super::fold::Folded;
use crate::text::hashing::WordMap;

/// Number of a word; words that no name uses have none.
pub(super) type TokenId = u32;

/// Enough for the words of the program's lexicons, so that the table need not grow while these are read.
const SLOTS: usize = 1 << 16;

/// Every word that stands in a name, in each of its spellings.
///
/// A hash table of its own, whose words lie in one buffer: twenty thousand small allocations would double the time that
/// the lexicons take to load.
pub(super) struct Vocabulary {
    /// Index into `words` plus one; 0 is free. A power of two, at most half full.
    slots: Vec<u32>,
    words: Vec<Word>,
    /// The letters of words that their keys don't tell apart.
    bytes: Vec<u8>,
    next: TokenId,
    respelling: Option<Respelling>,
}

#[derive(Clone, Copy)]
struct Word {
    key: Key,
    /// Where the word stands in the bytes, if it is longer than its key.
    start: u32,
    id: TokenId,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            slots: vec![0; SLOTS],
            words: Vec::with_capacity(SLOTS / 2),
            bytes: Vec::new(),
            next: 0,
            respelling: None,
        }
    }
}

/// Two spellings of the same.
type Pair = (Box<str>, Box<str>);

/// Words that mean the same inside a name, from `name-rules.tsv`.
#[derive(Default)]
pub(super) struct Spelling {
    /// Whole words: `interleukin` → `il`.
    pub words: Vec<Pair>,
    /// Parts of words, of three letters and more: `tumour` → `tumor`, `haem` → `hem`.
    pub parts: Vec<Pair>,
}

impl Vocabulary {
    pub fn new(spelling: Spelling) -> Self {
        let mut vocabulary = Self { respelling: Some(Respelling::new(&spelling.parts)), ..Self::default() };
        for (word, same) in spelling.words {
            let id = vocabulary.intern(&Folded::of(word.as_bytes()));
            vocabulary.add(&Folded::of(same.as_bytes()), id);
        }
        vocabulary
    }

    /// The number of a word of a name, given one when it is new.
    #[inline]
    pub fn intern(&mut self, word: &Folded) -> TokenId {
        self.get(word).unwrap_or_else(|| self.number(word))
    }

    /// Gives a new word its number, in all its spellings.
    fn number(&mut self, word: &Folded) -> TokenId {
        let id = self.next;
        self.next += 1;
        self.add(word, id);
        if let Some(respelling) = self.respelling.take() {
            respelling.each(word.as_bytes(), |respelt| self.add(&Folded::of(respelt), id));
            self.respelling = Some(respelling);
        }
        id
    }

    /// How many numbers are given.
    pub fn size(&self) -> TokenId {
        self.next
    }

    /// The number of a word of a text.
    #[inline]
    pub fn get(&self, word: &Folded) -> Option<TokenId> {
        let slot = self.slots[self.slot(&word.key(), word.as_bytes())];
        Some(self.words[(slot as usize).checked_sub(1)?].id)
    }

    /// Gives `word` the number `id`, unless it has one.
    fn add(&mut self, word: &Folded, id: TokenId) {
        let (key, word) = (word.key(), word.as_bytes());
        let slot = self.slot(&key, word);
        if self.slots[slot] != 0 {
            return;
        }
        self.words.push(Word { key, start: self.bytes.len() as u32, id });
        if !key.is_whole() {
            self.bytes.extend_from_slice(word);
        }
        self.slots[slot] = self.words.len() as u32;
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
    }

    /// The slot where `word` is, or would be.
    #[inline]
    fn slot(&self, key: &Key, word: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = first_slot(key.hash(), mask);
        while let Some(index) = (self.slots[slot] as usize).checked_sub(1) {
            let known = &self.words[index];
            if known.key == *key && (key.is_whole() || self.bytes[known.start as usize..].starts_with(word)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 4 - 1;
        self.slots = vec![0; mask + 1];
        for (index, word) in self.words.iter().enumerate() {
            let mut slot = first_slot(word.key.hash(), mask);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = index as u32 + 1;
        }
    }
}

/// By the upper bits of the hash: those below are poorly mixed for short words.
fn first_slot(hash: u64, mask: usize) -> usize {
    (hash >> 32) as usize & mask
}

/// The keys of every spelling of a word, by its number.
pub(super) struct Spellings {
    starts: Vec<u32>,
    keys: Vec<Key>,
}

impl Spellings {
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let numbers = vocabulary.next as usize;
        let mut starts = vec![0; numbers + 1];
        for word in &vocabulary.words {
            starts[word.id as usize + 1] += 1;
        }
        for number in 0..numbers {
            starts[number + 1] += starts[number];
        }
        let mut free = starts.clone();
        let mut keys = vec![Key::default(); vocabulary.words.len()];
        for word in &vocabulary.words {
            let slot = &mut free[word.id as usize];
            keys[*slot as usize] = word.key;
            *slot += 1;
        }
        Self { starts, keys }
    }

    pub fn of(&self, id: TokenId) -> impl Iterator<Item = &Key> {
        self.keys[self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize].iter()
    }
}

/// Finds the parts of a word that are spelt in two ways.
struct Respelling {
    /// Each part with what it may be replaced by, by the code of its first letters.
    parts: WordMap<usize, Vec<Pair>>,
    /// Whether a part starts with the letters of a code: few others do.
    starts: Box<[bool]>,
}

/// So many letters have a code.
const CODED: usize = 3;

impl Respelling {
    fn new(parts: &[Pair]) -> Self {
        let mut respelling = Self { parts: WordMap::default(), starts: vec![false; 1 << (5 * CODED)].into() };
        for (from, to) in parts.iter().flat_map(|(one, other)| [(one, other), (other, one)]) {
            let code = from.bytes().take(CODED).fold(0, code);
            respelling.starts[code] = true;
            respelling.parts.entry(code).or_default().push((from.clone(), to.clone()));
        }
        respelling
    }

    /// Calls `each` with the word with one part spelt in the other way, for each such part.
    fn each(&self, word: &[u8], mut each: impl FnMut(&[u8])) {
        let mut letters = 0;
        for (last, &letter) in word.iter().enumerate() {
            letters = code(letters, letter);
            if !self.starts[letters] {
                continue;
            }
            let (before, rest) = word.split_at(last + 1 - CODED);
            for (from, to) in self.parts.get(&letters).into_iter().flatten() {
                if let Some(after) = rest.strip_prefix(from.as_bytes()) {
                    each(&[before, to.as_bytes(), after].concat());
                }
            }
        }
    }
}

/// The code of the last letters, with one more.
fn code(letters: usize, next: u8) -> usize {
    (letters << 5 | usize::from(next & 31)) & ((1 << (5 * CODED)) - 1)
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
        let il = vocabulary.intern(&Folded::of(b"il"));
        let tumour = vocabulary.intern(&Folded::of(b"tumor"));
        vocabulary.intern(&Folded::of(b"estrogen"));
        assert_eq!(vocabulary.get(&Folded::of(b"interleukin")), Some(il));
        assert_eq!(vocabulary.get(&Folded::of(b"tumour")), Some(tumour));
        assert_eq!(vocabulary.get(&Folded::of(b"oestrogen")), vocabulary.get(&Folded::of(b"estrogen")));
        assert_ne!(il, tumour);
        assert_eq!(vocabulary.get(&Folded::of(b"tumours")), None);
    }
}
