//! A fingerprint in, the few bytes that linking keeps of it out, and its features read back from them.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Design, Fingerprint, Key, KeyKind};

/// A word of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermRef {
    pub id: u32,
    pub parts: u16,
    pub count: u8,
}

/// What a key names, how many digits tell it apart where it is a number, and a hash of its value, in this order of bits from
/// the lowest: keys of two articles are compared without their texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyRef(u64);

const KIND_BITS: u32 = 4;
const DIGIT_BITS: u32 = 3;
/// More digits tell a number apart no better.
const MOST_DIGITS: usize = 4;

const KINDS: [KeyKind; 9] = [
    KeyKind::Registry,
    KeyKind::Paper,
    KeyKind::Acronym,
    KeyKind::Drug,
    KeyKind::Person,
    KeyKind::Journal,
    KeyKind::Institution,
    KeyKind::Number,
    KeyKind::Quotation,
];

impl KeyRef {
    fn of(key: &Key) -> Self {
        let kind = KINDS.iter().position(|kind| *kind == key.kind).unwrap_or(0) as u64;
        let digits = key.value.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).count().min(MOST_DIGITS);
        let name = xxh3_64(key.value.as_bytes()) << (KIND_BITS + DIGIT_BITS);
        Self(name | (digits as u64) << KIND_BITS | kind)
    }

    pub fn kind(self) -> KeyKind {
        KINDS[(self.0 & ((1 << KIND_BITS) - 1)) as usize % KINDS.len()]
    }

    /// Digits before the closing zeros, four for four and more.
    pub fn digits(self) -> usize {
        (self.0 >> KIND_BITS) as usize & ((1 << DIGIT_BITS) - 1)
    }

    pub fn bits(self) -> u64 {
        self.0
    }
}

/// The features of one article, in the bytes that are kept of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'c> {
    pub id: &'c str,
    pub days: [Option<i32>; 2],
    pub design: Option<Design>,
    /// One bit a phase.
    pub phases: u8,
    terms: &'c [u8],
    keys: &'c [u8],
    sketch: &'c [u8],
    shown: &'c [u8],
}

/// Appends the bytes of one article; `word` gives a word its number.
pub fn pack(id: &str, fingerprint: &Fingerprint, mut word: impl FnMut(&str) -> u32, to: &mut Vec<u8>) {
    let mut terms: Vec<TermRef> = fingerprint
        .terms
        .iter()
        .map(|term| TermRef { id: word(&term.word), parts: term.parts, count: term.count })
        .collect();
    terms.sort_unstable_by_key(|term| term.id);
    let mut keys: Vec<(KeyRef, String)> = fingerprint.keys.iter().map(|key| (KeyRef::of(key), shown(key))).collect();
    keys.sort_unstable();
    push_block(id.as_bytes(), to);
    push_head(fingerprint, to);
    push_block(&packed_terms(&terms), to);
    push_number(keys.len() as u64, to);
    keys.iter().for_each(|(key, _)| to.extend(key.0.to_le_bytes()));
    push_number(fingerprint.sketch.len() as u64, to);
    fingerprint.sketch.iter().for_each(|hash| to.extend(hash.to_le_bytes()));
    keys.iter().for_each(|(_, shown)| push_block(shown.as_bytes(), to));
}

/// Design, phases and days.
fn push_head(fingerprint: &Fingerprint, to: &mut Vec<u8>) {
    let design = match fingerprint.design {
        None => 0,
        Some(Design::Trial) => 1,
        Some(Design::Review) => 2,
    };
    let days = &fingerprint.days[..fingerprint.days.len().min(2)];
    to.push(design | (days.len() as u8) << 2);
    to.push(fingerprint.phases.iter().fold(0, |bits, &phase| bits | 1 << (phase & 7)));
    days.iter().for_each(|day| to.extend(day.to_le_bytes()));
}

/// Rising numbers of words, each as the step from the one before, with its count and parts.
fn packed_terms(terms: &[TermRef]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(terms.len() * 4);
    let mut before = 0;
    for term in terms {
        push_number(u64::from(term.id - before), &mut bytes);
        push_occurrences(term.count, term.parts, &mut bytes);
        before = term.id;
    }
    bytes
}

/// Set in the first byte of occurrences that stand in one part, which is then the rest of it.
const ONE_PART: u8 = 1 << 7;
/// Bits of a part's place.
const PART_BITS: u32 = 4;
/// Largest count that fits into the same byte.
const SMALL_COUNT: u8 = 8;

/// One byte for a word said a few times in one part of the article, four for any other.
fn push_occurrences(count: u8, parts: u16, to: &mut Vec<u8>) {
    if parts.is_power_of_two() && (1..=SMALL_COUNT).contains(&count) {
        to.push(ONE_PART | (count - 1) << PART_BITS | parts.trailing_zeros() as u8);
    } else {
        to.extend([0, count]);
        to.extend(parts.to_le_bytes());
    }
}

/// Letters that are kept to show a key.
const LETTERS: usize = 24;

/// What is kept to show a key: of a long one its first words, and the length of a quotation.
fn shown(key: &Key) -> String {
    let words = key.shown.split_whitespace();
    if key.shown.chars().count() <= LETTERS {
        return key.shown.clone();
    }
    let mut start = String::new();
    for word in words.clone() {
        if start.chars().count() + word.chars().count() > LETTERS {
            break;
        }
        start.extend([word, " "]);
    }
    let length = if key.kind == KeyKind::Quotation { format!(" ({} words)", words.count()) } else { String::new() };
    format!("{}…{length}", start.trim_end())
}

impl<'c> Entry<'c> {
    /// Reads what [`pack`] wrote.
    pub fn unpack(bytes: &'c [u8]) -> Self {
        let mut rest = Bytes(bytes);
        let id = std::str::from_utf8(rest.block()).unwrap_or_default();
        let (design, phases) = (rest.byte(), rest.byte());
        let days = usize::from(design >> 2);
        let day = |rest: &mut Bytes, at: usize| (at < days).then(|| i32::from_le_bytes(rest.array()));
        Self {
            id,
            days: [day(&mut rest, 0), day(&mut rest, 1)],
            design: [None, Some(Design::Trial), Some(Design::Review)].get(usize::from(design & 3)).copied().flatten(),
            phases,
            terms: rest.block(),
            keys: rest.items(size_of::<u64>()),
            sketch: rest.items(size_of::<u32>()),
            shown: rest.0,
        }
    }

    /// By rising number.
    pub fn terms(&self) -> impl Iterator<Item = TermRef> + Clone + use<'c> {
        let mut rest = Bytes(self.terms);
        let mut id = 0;
        std::iter::from_fn(move || {
            (!rest.0.is_empty()).then(|| {
                id += rest.number() as u32;
                let (count, parts) = rest.occurrences();
                TermRef { id, parts, count }
            })
        })
    }

    /// By rising bits.
    pub fn keys(&self) -> impl Iterator<Item = KeyRef> + Clone + use<'c> {
        numbers(self.keys).map(|bytes| KeyRef(u64::from_le_bytes(bytes)))
    }

    /// By rising hash.
    pub fn sketch(&self) -> impl Iterator<Item = u32> + Clone + use<'c> {
        numbers(self.sketch).map(u32::from_le_bytes)
    }

    /// What to print of each key, in the order of [`Entry::keys`].
    pub fn shown(&self) -> impl Iterator<Item = &'c str> + use<'c> {
        let mut rest = Bytes(self.shown);
        std::iter::from_fn(move || (!rest.0.is_empty()).then(|| std::str::from_utf8(rest.block()).unwrap_or_default()))
    }
}

fn numbers<const N: usize>(bytes: &[u8]) -> impl Iterator<Item = [u8; N]> + Clone + use<'_, N> {
    bytes.as_chunks().0.iter().copied()
}

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
fn push_number(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn push_block(block: &[u8], to: &mut Vec<u8>) {
    push_number(block.len() as u64, to);
    to.extend(block);
}

/// Bytes that are read from their start; past their end everything is 0 and empty.
#[derive(Clone)]
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, length: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.array::<1>()[0]
    }

    fn array<const N: usize>(&mut self) -> [u8; N] {
        self.take(N).try_into().unwrap_or([0; N])
    }

    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    fn occurrences(&mut self) -> (u8, u16) {
        let first = self.byte();
        if first & ONE_PART != 0 {
            let count = (first & !ONE_PART) >> PART_BITS;
            (count + 1, 1 << (first & ((1 << PART_BITS) - 1)))
        } else {
            (self.byte(), u16::from_le_bytes(self.array()))
        }
    }

    fn block(&mut self) -> &'b [u8] {
        let length = self.number() as usize;
        self.take(length)
    }

    fn items(&mut self, size: usize) -> &'b [u8] {
        let count = self.number() as usize;
        self.take(count.saturating_mul(size))
    }
}

/// Many byte strings, one behind the other.
#[derive(Debug, Default)]
pub struct Blobs {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Blobs {
    /// Adds what `write` appends.
    pub fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push(self.bytes.len());
    }

    pub fn get(&self, at: usize) -> &[u8] {
        &self.bytes[self.range(at)]
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, at: usize) -> Range<usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Term;

    fn key(kind: KeyKind, value: &str) -> Key {
        Key { kind, value: value.into(), shown: format!("shown {value}") }
    }

    #[test]
    fn what_is_packed_is_read_back() {
        let term = |word: &str, count: u8, parts: u16| Term { word: word.into(), count, parts };
        let fingerprint = Fingerprint {
            terms: vec![term("a", 8, 0x8000), term("b", 255, 0x8001), term("c", 2, 2)],
            keys: vec![key(KeyKind::Number, "4127"), key(KeyKind::Person, "fernley"), key(KeyKind::Quotation, "")],
            sketch: vec![0, 7, u32::MAX],
            days: vec![-3, 20_000],
            design: Some(Design::Review),
            phases: vec![1, 3],
        };
        let mut bytes = Vec::new();
        let word = |word: &str| [("a", 300_000), ("b", 2), ("c", 130)].iter().find(|known| known.0 == word).unwrap().1;
        pack("æ/1", &fingerprint, word, &mut bytes);
        let entry = Entry::unpack(&bytes);
        assert_eq!((entry.id, entry.days, entry.phases), ("æ/1", [Some(-3), Some(20_000)], 0b1010));
        assert_eq!(entry.design, Some(Design::Review));
        let terms: Vec<_> = entry.terms().map(|term| (term.id, term.count, term.parts)).collect();
        assert_eq!(terms, [(2, 255, 0x8001), (130, 2, 2), (300_000, 8, 0x8000)]);
        assert_eq!(entry.sketch().collect::<Vec<_>>(), [0, 7, u32::MAX]);
        let mut keys: Vec<_> = entry.keys().zip(entry.shown()).map(|(key, shown)| (key.kind(), shown)).collect();
        keys.sort();
        let expected =
            [(KeyKind::Person, "shown fernley"), (KeyKind::Number, "shown 4127"), (KeyKind::Quotation, "shown ")];
        assert_eq!(keys, expected);
    }

    #[test]
    fn bytes_cut_anywhere_are_read_without_a_panic() {
        let fingerprint =
            Fingerprint { keys: vec![key(KeyKind::Drug, "x")], sketch: vec![1, 2], ..Fingerprint::default() };
        let mut bytes = Vec::new();
        pack("a", &fingerprint, |_| 0, &mut bytes);
        for cut in 0..bytes.len() {
            let entry = Entry::unpack(&bytes[..cut]);
            assert!(entry.terms().count() == 0 && entry.keys().count() <= 1 && entry.shown().count() <= 1);
        }
    }

    #[test]
    fn long_keys_are_shown_by_their_start() {
        let mut quotation = key(KeyKind::Quotation, "x");
        quotation.shown = "We were surprised that so plain a plant could calm the nose".into();
        assert_eq!(shown(&quotation), "We were surprised that… (12 words)");
        quotation.shown = "so plain a plant".into();
        assert_eq!(shown(&quotation), "so plain a plant");
    }

    #[test]
    fn keys_are_equal_when_kind_and_value_are() {
        let number = KeyRef::of(&key(KeyKind::Number, "12000"));
        assert_eq!(number, KeyRef::of(&key(KeyKind::Number, "12000")));
        assert_eq!((number.kind(), number.digits()), (KeyKind::Number, 2));
        assert_ne!(number, KeyRef::of(&key(KeyKind::Acronym, "12000")));
        assert_ne!(number, KeyRef::of(&key(KeyKind::Number, "12001")));
    }
}
