//! Folded words in, token numbers out: every spelling of one word has the same number.

use aho_corasick::AhoCorasick;

use super::fold::Folded;

/// Number of a word; words that no name uses have none.
pub(super) type TokenId = u32;

/// Every word that stands in a name, in each of its spellings.
///
/// A hash table of its own, whose words lie in one buffer: twenty thousand small allocations would double the time that
/// the lexicons take to load.
pub(super) struct Vocabulary {
    /// Index into `words` plus one; 0 is free. A power of two, at most half full.
    slots: Vec<u32>,
    words: Vec<Word>,
    bytes: Vec<u8>,
    next: TokenId,
    respelling: Option<Respelling>,
}

#[derive(Clone, Copy)]
struct Word {
    hash: u64,
    start: u32,
    length: u32,
    id: TokenId,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self { slots: vec![0; 1 << 10], words: Vec::new(), bytes: Vec::new(), next: 0, respelling: None }
    }
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
            let id = vocabulary.intern(&Folded::of(word.as_bytes()));
            vocabulary.add(&Folded::of(same.as_bytes()), id);
        }
        vocabulary
    }

    /// The number of a word of a name, given one when it is new.
    pub fn intern(&mut self, word: &Folded) -> TokenId {
        let id = self.add(word, self.next);
        if id == self.next {
            self.next += 1;
            if let Some(respelling) = self.respelling.take() {
                respelling.of(word.as_bytes()).for_each(|respelt| {
                    self.add(&Folded::of(&respelt), id);
                });
                self.respelling = Some(respelling);
            }
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
        let slot = self.slots[self.slot(word.hash(), word.as_bytes())];
        Some(self.words[(slot as usize).checked_sub(1)?].id)
    }

    /// Every spelling with its hash and number.
    pub fn spellings(&self) -> impl Iterator<Item = (u64, TokenId)> + '_ {
        self.words.iter().map(|word| (word.hash, word.id))
    }

    /// Gives `word` the number `id`, unless it has one; gives the number it has then.
    fn add(&mut self, word: &Folded, id: TokenId) -> TokenId {
        let (hash, word) = (word.hash(), word.as_bytes());
        let slot = self.slot(hash, word);
        if let Some(known) = (self.slots[slot] as usize).checked_sub(1) {
            return self.words[known].id;
        }
        self.words.push(Word { hash, start: self.bytes.len() as u32, length: word.len() as u32, id });
        self.bytes.extend_from_slice(word);
        self.slots[slot] = self.words.len() as u32;
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        id
    }

    /// The slot where `word` is, or would be.
    #[inline]
    fn slot(&self, hash: u64, word: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = first_slot(hash, mask);
        while let Some(index) = (self.slots[slot] as usize).checked_sub(1) {
            let known = self.words[index];
            let start = known.start as usize;
            if known.hash == hash && &self.bytes[start..start + known.length as usize] == word {
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
            let mut slot = first_slot(word.hash, mask);
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
