//! Corpus in, the copies of widely printed texts out: they share every feature with more articles than blocking compares.

use super::blocking::{MOST_ARTICLES, wording_features};
use super::evidence::wording;
use super::index::Corpus;
use super::score::COPY_WORDING;

/// The article that each one is a copy of, itself where it is none; only texts printed more often than blocking compares.
pub fn originals(corpus: &Corpus) -> Vec<u32> {
    let mut originals: Vec<u32> = (0..corpus.len() as u32).collect();
    let mut printed: Vec<(u32, u32)> = Vec::new();
    for at in 0..corpus.len() as u32 {
        printed.extend(wording_features(&corpus.entry(at)).map(|feature| (feature, at)));
    }
    printed.sort_unstable();
    for run in printed.chunk_by(|one, other| one.0 == other.0).filter(|run| run.len() > MOST_ARTICLES) {
        let first = originals[run[0].1 as usize];
        let original = corpus.entry(first);
        for &(_, at) in run {
            let alone = originals[at as usize] == at && at != first;
            if alone && wording(&original, &corpus.entry(at)) >= COPY_WORDING {
                originals[at as usize] = first;
            }
        }
    }
    // An original may itself have turned out to be a copy of an earlier one.
    for at in 0..originals.len() {
        originals[at] = originals[originals[at] as usize];
    }
    originals
}
