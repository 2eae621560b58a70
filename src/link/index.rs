//! Fingerprints in, the corpus as linking keeps it in memory out: words and keys as numbers, with how rare each is.

use std::collections::HashMap;

use super::features::LEAD_PARTS;
use super::word_lists::{Base, WordLists};
use crate::model::{Design, Fingerprint, Key, KeyKind};

/// Articles the general word frequencies count for, so that a handful of articles can be linked by rare words too.
const BACKGROUND_ARTICLES: f64 = 300.0;

/// A word of one article.
#[derive(Clone, Copy, Debug)]
pub struct TermRef {
    pub id: u32,
    pub parts: u16,
    pub count: u8,
}

/// A key of one article.
#[derive(Clone, Copy, Debug)]
pub struct KeyRef {
    pub id: u32,
    /// What to print, in [`Corpus::shown`].
    pub shown: u32,
    pub kind: KeyKind,
}

/// What is kept of one article: under 1 KiB.
#[derive(Debug)]
pub struct Entry {
    pub id: Box<str>,
    /// Sorted by id.
    pub terms: Box<[TermRef]>,
    /// Sorted by id.
    pub keys: Box<[KeyRef]>,
    pub sketch: Box<[u32]>,
    pub days: [Option<i32>; 2],
    pub design: Option<Design>,
    /// One bit a phase.
    pub phases: u8,
    pub lengths: Lengths,
}

/// Lengths of an article's vectors of words, weighted by rarity.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lengths {
    /// Of all its words, counting how often each is said.
    pub whole: f32,
    pub lead: f32,
    pub parts: [f32; PARTS],
}

/// Parts of an article, one bit each.
pub const PARTS: usize = u16::BITS as usize;

/// Every article by rising id, with the rarity of every word and key.
#[derive(Debug, Default)]
pub struct Corpus {
    pub entries: Vec<Entry>,
    words: Names,
    keys: Names,
    shown: Names,
    word_rarity: Vec<f32>,
    key_rarity: Vec<f32>,
    /// One more than the logarithm of the count, by count.
    count_weights: Vec<f32>,
}

/// Strings as small numbers, in the order they were first seen.
#[derive(Debug, Default)]
struct Names {
    ids: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Names {
    fn id(&mut self, name: &str) -> u32 {
        if let Some(&id) = self.ids.get(name) {
            return id;
        }
        let id = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.ids.insert(name.into(), id);
        self.names.push(name.into());
        id
    }
}

impl Corpus {
    /// Takes articles in any order; of two with one id the first in the order of their fingerprints stays.
    pub fn new<'f>(articles: impl IntoIterator<Item = (&'f str, &'f Fingerprint)>) -> Self {
        let mut sorted: Vec<(&str, &Fingerprint)> = articles.into_iter().collect();
        sorted.sort_by_key(|(id, _)| *id);
        let count_weights = (0..=u8::MAX).map(|count| 1.0 + f32::from(count.max(1)).ln()).collect();
        let mut corpus = Self { count_weights, ..Self::default() };
        for (id, fingerprint) in sorted {
            let entry = corpus.entry(id, fingerprint);
            corpus.entries.push(entry);
        }
        corpus.count_rarity();
        corpus.measure_lengths();
        corpus
    }

    fn entry(&mut self, id: &str, fingerprint: &Fingerprint) -> Entry {
        let mut terms: Vec<TermRef> = fingerprint
            .terms
            .iter()
            .map(|term| TermRef { id: self.words.id(&term.word), parts: term.parts, count: term.count })
            .collect();
        terms.sort_unstable_by_key(|term| term.id);
        let mut keys: Vec<KeyRef> = fingerprint.keys.iter().map(|key| self.key(key)).collect();
        keys.sort_unstable_by_key(|key| key.id);
        let day = |at: usize| fingerprint.days.get(at).copied();
        Entry {
            id: id.into(),
            terms: terms.into(),
            keys: keys.into(),
            sketch: fingerprint.sketch.as_slice().into(),
            days: [day(0), day(1)],
            design: fingerprint.design,
            phases: fingerprint.phases.iter().fold(0, |bits, &phase| bits | 1 << (phase & 7)),
            lengths: Lengths::default(),
        }
    }

    fn key(&mut self, key: &Key) -> KeyRef {
        let id = self.keys.id(&format!("{:?} {}", key.kind, key.value));
        KeyRef { id, shown: self.shown.id(&key.shown), kind: key.kind }
    }

    fn count_rarity(&mut self) {
        let mut words = vec![0u32; self.words.names.len()];
        let mut keys = vec![0u32; self.keys.names.len()];
        for entry in &self.entries {
            entry.terms.iter().for_each(|term| words[term.id as usize] += 1);
            entry.keys.iter().for_each(|key| keys[key.id as usize] += 1);
        }
        let articles = self.entries.len() as f64;
        let lists = WordLists::bundled();
        let words = words.iter().zip(&self.words.names);
        self.word_rarity = words
            .map(|(&df, word)| rarity(df, f64::from(lists.per_thousand(Base::lower(word).hash())), articles))
            .collect();
        let keys = keys.iter().zip(&self.keys.names);
        self.key_rarity = keys.map(|(&df, key)| rarity(df, key_per_thousand(key), articles)).collect();
    }

    fn measure_lengths(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        for entry in &mut entries {
            entry.lengths = self.lengths(&entry.terms);
        }
        self.entries = entries;
    }

    fn lengths(&self, terms: &[TermRef]) -> Lengths {
        let mut squares = Lengths::default();
        for term in terms {
            let rarity = self.word_rarity(term.id);
            let square = (rarity * rarity) as f32;
            squares.whole += (self.word_weight(*term).powi(2)) as f32;
            if term.parts & LEAD_PARTS != 0 {
                squares.lead += square;
            }
            (0..PARTS).filter(|part| term.parts & (1 << part) != 0).for_each(|part| squares.parts[part] += square);
        }
        let parts = squares.parts.map(f32::sqrt);
        Lengths { whole: squares.whole.sqrt(), lead: squares.lead.sqrt(), parts }
    }

    /// How much the word tells about an article that says it so often.
    pub fn word_weight(&self, term: TermRef) -> f64 {
        self.word_rarity(term.id) * f64::from(self.count_weights[usize::from(term.count)])
    }

    /// How much sharing the word tells.
    pub fn word_rarity(&self, id: u32) -> f64 {
        f64::from(self.word_rarity[id as usize])
    }

    /// How much sharing the key tells.
    pub fn key_rarity(&self, id: u32) -> f64 {
        f64::from(self.key_rarity[id as usize])
    }

    pub fn word(&self, id: u32) -> &str {
        &self.words.names[id as usize]
    }

    pub fn shown(&self, id: u32) -> &str {
        &self.shown.names[id as usize]
    }

    /// Place of an article by its id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| (*entry.id).cmp(id)).ok()
    }
}

/// Inverse document frequency over this corpus and the general background together.
fn rarity(articles_with: u32, per_thousand: f64, articles: f64) -> f32 {
    let with = f64::from(articles_with) + BACKGROUND_ARTICLES * per_thousand / 1000.0;
    ((articles + BACKGROUND_ARTICLES) / with).ln().max(0.0) as f32
}

/// Short numbers stand in many texts by chance, names and long numbers in few.
fn key_per_thousand(key: &str) -> f64 {
    match key.strip_prefix("Number ") {
        Some(number) => match number.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).count() {
            0 | 1 => 100.0,
            2 => 40.0,
            3 => 10.0,
            _ => 1.0,
        },
        None => 2.0,
    }
}
