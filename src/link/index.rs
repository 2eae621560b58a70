//! Fingerprints in, the corpus as linking keeps it in memory out: under 1 KiB an article, with how rare each word and key is.
//!
//! Sums over words and keys are of whole numbers, so that they are the same in whatever order the articles came.

use xxhash_rust::xxh3::xxh3_64;

use super::packed::{Blobs, Entry, KeyRef, TermRef, pack};
use super::word_lists::{Base, ByHash, WordLists};
use crate::model::{Fingerprint, KeyKind};

/// Articles the general word frequencies count for, so that a handful of articles can be linked by rare words too.
const BACKGROUND_ARTICLES: f64 = 300.0;
/// Articles in a thousand that hold a key that is no number, by general experience.
const KEY_PER_THOUSAND: f64 = 2.0;
/// The same of a number, by the digits before its closing zeros.
const NUMBER_PER_THOUSAND: [f64; 5] = [100.0, 100.0, 40.0, 10.0, 1.0];

/// Steps of a rarity in one unit of log-odds.
const RARITY_STEPS: f64 = 4096.0;

/// How much sharing something tells: the logarithm of its inverse document frequency, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rarity(pub u32);

impl Rarity {
    /// Over this corpus and the general background together.
    fn new(articles_with: u32, per_thousand: f64, articles: usize) -> Self {
        let with = f64::from(articles_with) + BACKGROUND_ARTICLES * per_thousand / 1000.0;
        Self::of(((articles as f64 + BACKGROUND_ARTICLES) / with).ln().max(0.0))
    }

    /// From units of log-odds.
    pub fn of(value: f64) -> Self {
        Self((value * RARITY_STEPS).round() as u32)
    }

    /// In units of log-odds.
    pub fn value(self) -> f64 {
        f64::from(self.0) / RARITY_STEPS
    }
}

/// Takes articles in, one at a time and in any order.
#[derive(Debug, Default)]
pub struct Collector {
    articles: Blobs,
    words: Words,
}

/// Words as small numbers, in the order they were first seen.
#[derive(Debug, Default)]
struct Words {
    ids: ByHash<u32>,
    texts: Blobs,
    /// Articles that hold the word.
    articles: Vec<u32>,
}

impl Words {
    fn count(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let id = *self.ids.entry(xxh3_64(word.as_bytes())).or_insert(next);
        if id == next {
            self.texts.add(|to| to.extend(word.as_bytes()));
            self.articles.push(0);
        }
        self.articles[id as usize] += 1;
        id
    }

    fn text(&self, id: u32) -> &str {
        std::str::from_utf8(self.texts.get(id as usize)).unwrap_or_default()
    }
}

impl Collector {
    pub fn add(&mut self, id: &str, fingerprint: &Fingerprint) {
        let words = &mut self.words;
        self.articles.add(|to| pack(id, fingerprint, |word| words.count(word), to));
    }

    /// Closes the corpus: what is rare is known now.
    pub fn finish(self) -> Corpus {
        let Self { articles, words } = self;
        let mut order: Vec<u32> = (0..articles.len() as u32).collect();
        order.sort_unstable_by_key(|&at| Entry::unpack(articles.get(at as usize)).id);
        let count_weights = (0..=u8::MAX).map(|count| 1.0 + f64::from(count.max(1)).ln());
        Corpus {
            word_rarity: word_rarity(&words, articles.len()),
            word_hashes: (0..words.texts.len()).map(|at| (xxh3_64(words.texts.get(at)) >> 32) as u32).collect(),
            shared_keys: shared_keys(&articles),
            count_weights: count_weights.map(|weight| (weight * WEIGHT_STEPS).round() as u64).collect(),
            articles,
            order,
            words,
        }
    }
}

/// Steps of the weight of a count in one unit.
const WEIGHT_STEPS: f64 = 256.0;

fn word_rarity(words: &Words, articles: usize) -> Vec<Rarity> {
    let lists = WordLists::bundled();
    let per_thousand = |id: u32| f64::from(lists.per_thousand(Base::lower(words.text(id)).hash()));
    (0u32..).zip(&words.articles).map(|(id, &with)| Rarity::new(with, per_thousand(id), articles)).collect()
}

/// Keys that several articles have, sorted, with how rare they are; one article's own keys tie it to none.
fn shared_keys(articles: &Blobs) -> Vec<(KeyRef, Rarity)> {
    let mut all: Vec<KeyRef> = (0..articles.len()).flat_map(|at| Entry::unpack(articles.get(at)).keys()).collect();
    all.sort_unstable();
    let runs = all.chunk_by(|one, other| one == other).filter(|run| run.len() > 1);
    runs.map(|run| (run[0], Rarity::new(run.len() as u32, key_per_thousand(run[0]), articles.len()))).collect()
}

/// Short numbers stand in many texts by chance, names and long numbers in few.
fn key_per_thousand(key: KeyRef) -> f64 {
    if key.kind() == KeyKind::Number {
        NUMBER_PER_THOUSAND[key.digits().min(NUMBER_PER_THOUSAND.len() - 1)]
    } else {
        KEY_PER_THOUSAND
    }
}

/// Every article by rising id, with the rarity of every word and key.
#[derive(Debug)]
pub struct Corpus {
    articles: Blobs,
    /// Articles by rising id.
    order: Vec<u32>,
    words: Words,
    word_rarity: Vec<Rarity>,
    word_hashes: Vec<u32>,
    shared_keys: Vec<(KeyRef, Rarity)>,
    /// One more than the logarithm of a count, in steps, by count.
    count_weights: Vec<u64>,
}

impl Corpus {
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// The article at this place in the order of ids.
    pub fn entry(&self, at: u32) -> Entry<'_> {
        Entry::unpack(self.articles.get(self.order[at as usize] as usize))
    }

    /// How much the word tells about an article that says it so often, in steps of its own.
    pub fn word_weight(&self, term: TermRef) -> u64 {
        u64::from(self.word_rarity(term.id).0) * self.count_weights[usize::from(term.count)]
    }

    /// How much sharing the word tells.
    pub fn word_rarity(&self, id: u32) -> Rarity {
        self.word_rarity[id as usize]
    }

    /// How much sharing the key tells; nothing where only one article has it.
    pub fn key_rarity(&self, key: KeyRef) -> Rarity {
        self.shared_keys.binary_search_by_key(&key, |known| known.0).map_or(Rarity(0), |at| self.shared_keys[at].1)
    }

    pub fn word(&self, id: u32) -> &str {
        self.words.text(id)
    }

    /// The same for a word whatever the corpus.
    pub fn word_hash(&self, id: u32) -> u32 {
        self.word_hashes[id as usize]
    }

    /// Place of an article by its id.
    pub fn position(&self, id: &str) -> Option<u32> {
        self.order
            .binary_search_by(|&at| Entry::unpack(self.articles.get(at as usize)).id.cmp(id))
            .ok()
            .and_then(|at| u32::try_from(at).ok())
    }
}
