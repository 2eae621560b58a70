//! Corpus in, the pairs of articles worth comparing out: those that share rare features, never all pairs.

use xxhash_rust::xxh3::xxh3_64;

use super::index::{Corpus, Rarity};
use super::packed::Entry;

/// A feature of more articles than this proposes no pairs.
pub const MOST_ARTICLES: usize = 128;
/// Hashes of the sketch that propose pairs.
const HASHES: usize = 8;
/// Pairs compared for one article, the most promising ones.
const PAIRS_PER_ARTICLE: usize = 64;
/// A word also proposes pairs among articles of neighbouring windows of so many days, where it is rarer than in the corpus.
const WINDOW_DAYS: i32 = 14;
/// What sharing a hash of the sketch counts for: as much as the rarest of words.
const HASH_RARITY: f64 = 8.0;
/// Features are listed in so many rounds, so that those that turn out too common never stand in memory together.
const ROUND_BITS: u32 = 4;

/// A hashed feature and what sharing it counts for.
type Feature = (u32, Rarity);

/// Proposes, for any article, the others worth comparing it with.
pub struct Proposals<'c> {
    corpus: &'c Corpus,
    index: Index,
}

/// Articles by feature.
#[derive(Default)]
struct Index {
    /// Rising.
    features: Vec<u32>,
    /// Where the articles of each feature end.
    ends: Vec<u32>,
    articles: Vec<u32>,
    /// Where the features begin that have these leading bits.
    starts: Vec<u32>,
    /// Bits of a feature that are not leading.
    shift: u32,
}

impl Index {
    /// Takes features of several articles, in rising order.
    fn add(&mut self, feature: u32, articles: impl Iterator<Item = u32>) {
        self.features.push(feature);
        self.articles.extend(articles);
        self.ends.push(self.articles.len() as u32);
    }

    fn finish(&mut self) {
        let bits = self.features.len().max(2).ilog2().min(24);
        self.shift = u32::BITS - bits;
        let first_with = |leading: u32| self.features.partition_point(|feature| feature >> self.shift < leading) as u32;
        self.starts = (0..=1 << bits).map(first_with).collect();
    }

    fn articles_with(&self, feature: u32) -> &[u32] {
        let leading = (feature >> self.shift) as usize;
        let (from, to) = (self.starts[leading] as usize, self.starts[leading + 1] as usize);
        match self.features[from..to].binary_search(&feature) {
            Ok(at) => {
                let at = from + at;
                let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
                &self.articles[start as usize..self.ends[at] as usize]
            }
            Err(_) => &[],
        }
    }
}

impl<'c> Proposals<'c> {
    /// Only `articles` are listed.
    pub fn new(corpus: &'c Corpus, articles: &[u32]) -> Self {
        Self { corpus, index: index(corpus, articles) }
    }

    /// Room to add up what is shared with each article: all zeros before and after each use.
    pub fn scratch(&self) -> Vec<u32> {
        vec![0; self.corpus.len()]
    }

    /// The places of the articles that share most with the one at `at`.
    pub fn of(&self, at: u32, promise: &mut [u32]) -> Vec<u32> {
        let entry = self.corpus.entry(at);
        let mut others: Vec<u32> = Vec::new();
        for (feature, counts) in features(self.corpus, &entry).chain(neighbouring(self.corpus, &entry)) {
            for &other in self.index.articles_with(feature).iter().filter(|&&other| other != at) {
                if promise[other as usize] == 0 {
                    others.push(other);
                }
                promise[other as usize] += counts.0.max(1);
            }
        }
        let seen = others.clone();
        keep_most_promising(&mut others, promise);
        seen.iter().for_each(|&other| promise[other as usize] = 0);
        others
    }
}

fn keep_most_promising(others: &mut Vec<u32>, promise: &[u32]) {
    let order = |a: &u32, b: &u32| promise[*b as usize].cmp(&promise[*a as usize]).then(a.cmp(b));
    if others.len() > PAIRS_PER_ARTICLE {
        others.select_nth_unstable_by(PAIRS_PER_ARTICLE, order);
        others.truncate(PAIRS_PER_ARTICLE);
    }
}

/// The features of several articles, but not of too many.
fn index(corpus: &Corpus, articles: &[u32]) -> Index {
    let mut index = Index::default();
    let mut listed: Vec<(u32, u32)> = Vec::new();
    for round in 0..1 << ROUND_BITS {
        for &at in articles {
            let of_round = features(corpus, &corpus.entry(at)).map(|(feature, _)| feature);
            let of_round = of_round.filter(|feature| feature >> (u32::BITS - ROUND_BITS) == round);
            listed.extend(of_round.map(|feature| (feature, at)));
        }
        listed.sort_unstable();
        listed.dedup();
        let runs = listed.chunk_by(|one, other| one.0 == other.0);
        let telling = runs.filter(|run| (2..=MOST_ARTICLES).contains(&run.len()));
        telling.for_each(|run| index.add(run[0].0, run.iter().map(|(_, at)| *at)));
        listed.clear();
    }
    index.finish();
    index
}

/// What an article is listed under.
fn features<'c>(corpus: &'c Corpus, entry: &Entry<'c>) -> impl Iterator<Item = Feature> + use<'c> {
    let window = window(entry);
    let words = words(corpus, entry).flat_map(move |(word, rarity)| {
        [Some((hash(0, word, 0), rarity)), window.map(|window| (hash(1, word, window), rarity))].into_iter().flatten()
    });
    let keys = entry.keys().filter_map(|key| {
        let rarity = corpus.key_rarity(key);
        (rarity > Rarity(0)).then(|| (hash(2, key.bits(), 0), rarity))
    });
    let wording = wording_features(entry).map(|feature| (feature, Rarity::of(HASH_RARITY)));
    words.chain(keys).chain(wording)
}

/// What an article is listed under for its wording alone.
pub fn wording_features<'c>(entry: &Entry<'c>) -> impl Iterator<Item = u32> + use<'c> {
    entry.sketch().take(HASHES).map(|value| hash(3, u64::from(value), 0))
}

/// Where else an article looks: its words in the windows before and after.
fn neighbouring<'c>(corpus: &'c Corpus, entry: &Entry<'c>) -> impl Iterator<Item = Feature> + use<'c> {
    let windows = window(entry).into_iter().flat_map(|window| [window - 1, window + 1]);
    let words = words(corpus, entry);
    windows.flat_map(move |window| words.clone().map(move |(word, rarity)| (hash(1, word, window), rarity)))
}

fn window(entry: &Entry) -> Option<i32> {
    entry.days[0].map(|day| day.div_euclid(WINDOW_DAYS))
}

fn words<'c>(corpus: &'c Corpus, entry: &Entry<'c>) -> impl Iterator<Item = (u64, Rarity)> + Clone + use<'c> {
    entry.terms().map(|term| (u64::from(corpus.word_hash(term.id)), corpus.word_rarity(term.id)))
}

fn hash(family: u8, value: u64, window: i32) -> u32 {
    let mut bytes = [0u8; 13];
    bytes[0] = family;
    bytes[1..9].copy_from_slice(&value.to_le_bytes());
    bytes[9..].copy_from_slice(&window.to_le_bytes());
    (xxh3_64(&bytes) >> 32) as u32
}
