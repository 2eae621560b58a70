//! The word-class file in, a set of classes for each word out: what a word can be for a number beside it.

use super::bytes::{both_ends, hash, padded_eight, short_ends};
use super::class::{Class, Classes, NAMES};

const WORDS: &str = include_str!("../../lexicons/language/words.tsv");
/// Words after which a number is a name, not an amount ("type 2", "phase 3", "page 12", "week 40").
const LABELS: &str = include_str!("../../lexicons/language/labels.tsv");
/// Phrases that tell whose number a sentence gives; their first words are a class.
const CUES: &str = include_str!("../../lexicons/language/cues.tsv");
/// Names of estimates; their last words are a class.
const ESTIMATES: &str = include_str!("../../lexicons/language/estimates.tsv");

/// Words beside a number that bound or hedge it: their last words where they stand before it, else their first ones are a
/// class.
const HEDGES: &str = include_str!("../../lexicons/language/hedges.tsv");

/// Words of no class that are known for their frequency alone: what is asked of a known word is sooner answered.
const COMMON: &str = include_str!("../../lexicons/language/common.tsv");

/// Number of a known word, so that words are compared as numbers; the words of no list share 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordId(u16);

impl WordId {
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Places for known words: four and more for each, so that few words share one.
const SLOTS: usize = 1 << 15;

/// Every known word with its number and classes.
pub struct WordClasses {
    slots: Box<[Slot; SLOTS]>,
    /// By number; the first stands for all unknown words.
    words: Vec<Known>,
    /// The words and the sign that a share is told with.
    pub(super) percent: [WordId; 3],
}

/// Where a word is looked for: a part of its hash and its number, 0 where the slot is free.
#[derive(Clone, Copy, Default)]
struct Slot {
    tag: u16,
    id: WordId,
}

/// A known word; no word and no classes for all that are unknown.
#[derive(Clone, Copy, Default)]
pub struct Known {
    pub classes: Classes,
    ends: (u64, u64),
    pub word: &'static str,
}

impl WordClasses {
    /// The classes that come with the program.
    pub fn bundled() -> Self {
        let slots = Box::new([Slot::default(); SLOTS]);
        let mut known = Self { slots, words: vec![Known::default()], percent: Default::default() };
        for (class, list) in rows(WORDS) {
            let Some(class) = NAMES.iter().find(|(name, _)| *name == class).map(|(_, class)| *class) else {
                continue; // `every_class_is_known` keeps the file honest
            };
            words(list).for_each(|word| known.add(word, class));
        }
        LABELS.lines().for_each(|label| known.add(label, Class::Label));
        for (name, _) in rows(ESTIMATES) {
            known.add(name.rsplit(' ').next().unwrap_or(name), Class::EstimateEnd);
        }
        for (hedge, rest) in rows(HEDGES) {
            match rest.starts_with("before") {
                true => known.add(hedge.rsplit(' ').next().unwrap_or(hedge), Class::HedgeEnd),
                false => known.add(hedge.split(' ').next().unwrap_or(hedge), Class::HedgeStart),
            }
        }
        for (cue, _) in rows(CUES) {
            known.add(cue.split([' ', '-']).next().unwrap_or(cue), Class::CueStart);
            for word in cue.split(' ').flat_map(pieces) {
                known.intern(word);
            }
        }
        for word in COMMON.lines().filter(|line| !line.starts_with('#')).skip(1) {
            known.intern(word);
        }
        known.percent = ["%", "percent", "per"].map(|word| known.intern(word));
        known
    }

    /// The word at `start..end` of folded text, with its number.
    #[inline(always)]
    pub fn look_up(&self, folded: &[u8], start: usize, end: usize) -> (WordId, &Known) {
        self.find(both_ends(folded, start, end - start), end - start, folded, start)
    }

    /// The same of a word that is not empty and whose first eight bytes are at hand.
    #[inline(always)]
    pub fn look_up_from(&self, raw: u64, folded: &[u8], start: usize, end: usize) -> (WordId, &Known) {
        let length = end - start;
        let ends = if length <= 8 { short_ends(raw, length) } else { (raw, padded_eight(folded, end - 8)) };
        self.find(ends, length, folded, start)
    }

    /// The word with these ends that stands at byte `start`.
    #[inline(always)]
    fn find(&self, ends: (u64, u64), length: usize, folded: &[u8], start: usize) -> (WordId, &Known) {
        let hash = hash(ends, length);
        let mut at = first_slot(hash);
        loop {
            let Slot { tag: found, id } = self.slots[at % SLOTS];
            let known = &self.words[id.index()];
            if id == WordId::default() || found == tag(hash) && known.is(ends, length, folded, start) {
                return (id, known);
            }
            at += 1;
        }
    }

    pub fn id(&self, word: &str) -> WordId {
        self.look_up(word.as_bytes(), 0, word.len()).0
    }

    /// The classes of a word in lower case.
    pub fn of(&self, word: &str) -> Classes {
        self.look_up(word.as_bytes(), 0, word.len()).1.classes
    }

    /// The classes of a word as it is printed.
    pub fn of_any_case(&self, word: &str) -> Classes {
        /// Known words are no longer.
        const LONGEST: usize = 32;
        let mut lower = [0; LONGEST];
        match lower.get_mut(..word.len()) {
            Some(start) if word.is_ascii() => {
                start.copy_from_slice(word.as_bytes());
                start.make_ascii_lowercase();
                self.look_up(&lower, 0, word.len()).1.classes
            }
            _ => self.of(&word.to_lowercase()),
        }
    }

    /// The words of a class.
    pub fn words_of(&self, class: Class) -> impl Iterator<Item = &'static str> + '_ {
        self.words.iter().filter(move |known| known.classes.has(class)).map(|known| known.word)
    }

    /// How many numbers are given.
    pub fn size(&self) -> usize {
        self.words.len()
    }

    fn add(&mut self, word: &'static str, class: Class) {
        let id = self.intern(word);
        self.words[id.index()].classes.add(class);
    }

    fn intern(&mut self, word: &'static str) -> WordId {
        let ends = both_ends(word.as_bytes(), 0, word.len());
        let slot = self.slot(ends, word.as_bytes());
        let known = self.slots[slot].id;
        if known != WordId::default() {
            return known;
        }
        let id = WordId(self.words.len() as u16);
        self.words.push(Known { classes: Classes::default(), ends, word });
        self.slots[slot] = Slot { tag: tag(hash(ends, word.len())), id };
        debug_assert!(self.words.len() * 4 <= SLOTS, "too many words for their places");
        id
    }

    /// The slot where the word is, or would be.
    fn slot(&self, ends: (u64, u64), word: &[u8]) -> usize {
        let hash = hash(ends, word.len());
        let mut at = first_slot(hash);
        loop {
            let Slot { tag: found, id } = self.slots[at];
            if id == WordId::default() || found == tag(hash) && self.words[id.index()].is(ends, word.len(), word, 0) {
                return at;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// The words of a list that is parted by blanks. Its lines are so long that all blanks are found sooner than one by one.
fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut start = 0;
    memchr::memchr_iter(b' ', list.as_bytes()).chain([list.len()]).map(move |end| {
        let word = &list[start..end];
        start = end + 1;
        word
    })
}

/// "follow-up" is three tokens of a text.
pub fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.split_inclusive('-').flat_map(|piece| match piece.strip_suffix('-') {
        Some(head) => [head, "-"],
        None => [piece, ""],
    });
    parts.filter(|piece| !piece.is_empty())
}

impl Known {
    /// Whether it is the word with these ends that stands at byte `start`; they tell words of up to sixteen bytes.
    #[inline(always)]
    fn is(&self, ends: (u64, u64), length: usize, text: &[u8], start: usize) -> bool {
        self.ends == ends && self.word.len() == length && (length <= 16 || self.starts(text, start))
    }

    #[inline(never)]
    fn starts(&self, text: &[u8], start: usize) -> bool {
        text[start..].starts_with(self.word.as_bytes())
    }
}

/// Where the search for a word of this hash begins: the upper bits, since those below are poorly mixed for short words.
#[inline(always)]
fn first_slot(hash: u64) -> usize {
    (hash >> 40) as usize % SLOTS
}

/// Other bits of the hash than those that choose the slot.
fn tag(hash: u64) -> u16 {
    (hash >> 24) as u16
}

/// The data rows of a two-column file with comment lines and a header.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::Tokens;

    #[test]
    fn every_class_is_known_and_every_name_used() {
        for (class, _) in rows(WORDS) {
            assert!(NAMES.iter().any(|(name, _)| *name == class), "unknown class {class}");
        }
        for (name, _) in NAMES {
            assert!(rows(WORDS).any(|(class, _)| class == *name), "no words for {name}");
        }
    }

    #[test]
    fn classes_and_their_words_are_sorted_and_stand_once() {
        let words = || rows(WORDS).flat_map(|(class, words)| words.split(' ').map(move |word| (class, word)));
        for (one, next) in words().zip(words().skip(1)) {
            assert!(one < next, "{one:?} stands before {next:?}");
        }
    }

    #[test]
    fn words_are_single_tokens() {
        let classes = WordClasses::bundled();
        for (class, words) in rows(WORDS) {
            let parted = |word: &&str| Tokens::read(word, Span::new(0, word.len()), &classes).len() > 1;
            let found: Vec<&str> = words.split(' ').filter(parted).collect();
            assert_eq!(found, Vec::<&str>::new(), "{class}: a text has more than one token there");
        }
    }

    #[test]
    fn a_word_can_be_several_things() {
        let known = WordClasses::bundled();
        assert!(known.of("women").has(Class::People) && known.of("women").has(Class::Composition));
        assert!(!known.of("hormone").has(Class::People));
    }

    #[test]
    fn every_word_has_a_number_of_its_own() {
        let known = WordClasses::bundled();
        let text = format!("{} and more", WORDS.replace(['\t', '\n'], " "));
        for (number, word) in known.words.iter().enumerate().skip(1) {
            assert_eq!(known.id(word.word).index(), number, "{}", word.word);
            if let Some(at) = text.find(&format!(" {} ", word.word)) {
                let found = known.look_up(text.as_bytes(), at + 1, at + 1 + word.word.len());
                assert_eq!((found.0, found.1.word), (known.id(word.word), word.word));
            }
        }
        assert_eq!(known.id("hormone"), WordId::default());
        assert_eq!(known.id(""), WordId::default());
    }
}
