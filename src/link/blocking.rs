//! Corpus in, the pairs of articles worth comparing out: those that share rare features, never all pairs.

use xxhash_rust::xxh3::xxh3_64;

use super::index::{Corpus, Entry};

/// A feature of more articles than this proposes no pairs.
const MOST_ARTICLES: usize = 128;
/// Hashes of the sketch that propose pairs.
const HASHES: usize = 8;
/// Pairs compared for one article, the most promising ones.
const PAIRS_PER_ARTICLE: usize = 64;
/// A word also proposes pairs among articles of neighbouring windows of so many days, where it is rarer than in the corpus.
const WINDOW_DAYS: i32 = 14;
/// What sharing a hash of the sketch counts for: as much as the rarest of words.
const HASH_RARITY: f32 = 8.0;

/// A hashed feature and what sharing it counts for.
type Feature = (u32, f32);

/// Proposes, for any article, the others worth comparing it with.
pub struct Proposals<'c> {
    corpus: &'c Corpus,
    /// Feature and article, sorted.
    postings: Vec<(u32, u32)>,
    /// Where the postings begin whose features have these leading bits.
    starts: Vec<u32>,
    /// Bits of a feature that are not leading.
    shift: u32,
}

impl<'c> Proposals<'c> {
    pub fn new(corpus: &'c Corpus) -> Self {
        let postings = postings(corpus);
        let bits = (postings.len().max(2).ilog2() - 1).clamp(1, 24);
        let shift = u32::BITS - bits;
        let mut starts = vec![0; (1 << bits) + 1];
        postings.iter().for_each(|(feature, _)| starts[(feature >> shift) as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { corpus, postings, starts, shift }
    }

    fn articles_with(&self, feature: u32) -> impl Iterator<Item = u32> + '_ {
        let leading = (feature >> self.shift) as usize;
        let range = self.starts[leading] as usize..self.starts[leading + 1] as usize;
        let from = self.postings[range].iter().skip_while(move |posting| posting.0 < feature);
        from.take_while(move |posting| posting.0 == feature).map(|posting| posting.1)
    }

    /// Room to count what is shared with each article: all zeros before and after each use.
    pub fn scratch(&self) -> Vec<f32> {
        vec![0.0; self.corpus.entries.len()]
    }

    /// The places of the articles that share most with the one at `at`.
    pub fn of(&self, at: u32, promise: &mut [f32]) -> Vec<u32> {
        let entry = &self.corpus.entries[at as usize];
        let mut others: Vec<u32> = Vec::new();
        for (feature, counts) in features(self.corpus, entry).chain(neighbouring(self.corpus, entry)) {
            for other in self.articles_with(feature).filter(|&other| other != at) {
                if promise[other as usize] == 0.0 {
                    others.push(other);
                }
                promise[other as usize] += counts;
            }
        }
        let seen = others.clone();
        keep_most_promising(&mut others, promise);
        seen.iter().for_each(|&other| promise[other as usize] = 0.0);
        others
    }
}

fn keep_most_promising(others: &mut Vec<u32>, promise: &[f32]) {
    let order = |a: &u32, b: &u32| promise[*b as usize].total_cmp(&promise[*a as usize]).then(a.cmp(b));
    if others.len() > PAIRS_PER_ARTICLE {
        others.select_nth_unstable_by(PAIRS_PER_ARTICLE, order);
        others.truncate(PAIRS_PER_ARTICLE);
    }
}

/// Feature and article, sorted, without features of one article or of too many.
fn postings(corpus: &Corpus) -> Vec<(u32, u32)> {
    let mut postings: Vec<(u32, u32)> = Vec::new();
    for (at, entry) in (0u32..).zip(&corpus.entries) {
        postings.extend(features(corpus, entry).map(|(feature, _)| (feature, at)));
    }
    postings.sort_unstable();
    postings.dedup();
    let mut kept = 0;
    let mut start = 0;
    while start < postings.len() {
        let length = postings[start..].iter().take_while(|posting| posting.0 == postings[start].0).count();
        if (2..=MOST_ARTICLES).contains(&length) {
            postings.copy_within(start..start + length, kept);
            kept += length;
        }
        start += length;
    }
    postings.truncate(kept);
    postings.shrink_to_fit();
    postings
}

/// What an article is listed under.
fn features<'c>(corpus: &'c Corpus, entry: &'c Entry) -> impl Iterator<Item = Feature> + 'c {
    let window = entry.days[0].map(|day| day.div_euclid(WINDOW_DAYS));
    let words = words(corpus, entry);
    let words = words.flat_map(move |(id, rarity)| {
        [Some((hash(0, id, 0), rarity)), window.map(|window| (hash(1, id, window), rarity))].into_iter().flatten()
    });
    let keys = entry.keys.iter().map(|key| (hash(2, key.id, 0), corpus.key_rarity(key.id) as f32));
    let hashes = entry.sketch.iter().take(HASHES).map(|&value| (hash(3, value, 0), HASH_RARITY));
    words.chain(keys).chain(hashes)
}

/// Where else an article looks: its words in the windows before and after.
fn neighbouring<'c>(corpus: &'c Corpus, entry: &'c Entry) -> impl Iterator<Item = Feature> + 'c {
    let window = entry.days[0].map(|day| day.div_euclid(WINDOW_DAYS));
    let windows = window.into_iter().flat_map(|window| [window - 1, window + 1]);
    let words = words(corpus, entry);
    windows.flat_map(move |window| words.clone().map(move |(id, rarity)| (hash(1, id, window), rarity)))
}

fn words<'c>(corpus: &'c Corpus, entry: &'c Entry) -> impl Iterator<Item = (u32, f32)> + Clone + 'c {
    entry.terms.iter().map(|term| (term.id, corpus.word_rarity(term.id) as f32))
}

fn hash(family: u8, id: u32, window: i32) -> u32 {
    let mut bytes = [0u8; 9];
    bytes[0] = family;
    bytes[1..5].copy_from_slice(&id.to_le_bytes());
    bytes[5..].copy_from_slice(&window.to_le_bytes());
    (xxh3_64(&bytes) >> 32) as u32
}
