//! Tokens in, the words that tell most about the article out, with the parts of the article they stand in.

use super::tokens::Token;
use crate::link::word_lists::{Base, ByHash, WordLists};
use crate::model::Term;

/// Words kept of one article: fewer lose links, more dilute them (measured on coverage of 128 studies: flat from 60 to 160).
const TERMS: usize = 60;
/// Bytes of a word that is kept, at least.
const SHORTEST: usize = 3;
/// Parts an article is cut into, one bit each.
const PARTS: usize = 16;
/// Content words in one part, at least.
const PART_WORDS: usize = 40;
/// The first parts hold headline and lead; their words count for more.
pub const LEAD_PARTS: u16 = 0b11;
const LEAD_FACTOR: f64 = 1.5;

/// The most telling words, sorted by word.
pub fn terms(tokens: &[Token], lists: &WordLists) -> Vec<Term> {
    let words: Vec<(u64, &str)> = content_words(tokens, lists).collect();
    let part_words = PART_WORDS.max(words.len().div_ceil(PARTS - 1));
    let mut by_word: ByHash<Seen> = ByHash::default();
    for (at, &(hash, text)) in words.iter().enumerate() {
        let seen = by_word.entry(hash).or_insert(Seen { text, first: at, count: 0, parts: 0 });
        seen.count += 1;
        seen.parts |= 1 << (at / part_words).min(PARTS - 1);
    }
    let mut ranked: Vec<(f64, Seen)> =
        by_word.into_iter().map(|(hash, seen)| (telling(lists.per_thousand(hash), seen), seen)).collect();
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.first.cmp(&b.1.first)));
    ranked.truncate(TERMS);
    let mut kept: Vec<Term> = ranked.into_iter().map(|(_, seen)| term(seen)).collect();
    kept.sort_unstable();
    kept
}

/// A word as first printed, with its occurrences.
#[derive(Clone, Copy)]
struct Seen<'t> {
    text: &'t str,
    /// Which content word of the article it is.
    first: usize,
    count: u32,
    parts: u16,
}

/// Hash of the base form and text of every word that may tell something.
fn content_words<'t>(tokens: &[Token<'t>], lists: &WordLists) -> impl Iterator<Item = (u64, &'t str)> {
    let words = tokens.iter().filter(|token| !token.number && token.text.len() >= SHORTEST);
    words.filter(|token| !lists.is_stop_word(token.base_hash)).map(|token| (token.base_hash, token.text))
}

/// Rarity in general, times how often the article says it, more for the headline and lead.
fn telling(per_thousand: u16, seen: Seen) -> f64 {
    let rarity = (1000.0 / f64::from(per_thousand)).ln();
    let lead = if seen.parts & LEAD_PARTS != 0 { LEAD_FACTOR } else { 1.0 };
    rarity * (1.0 + f64::from(seen.count).ln()) * lead
}

fn term(seen: Seen) -> Term {
    let word = Base::of(seen.text).to_string();
    Term { word, count: u8::try_from(seen.count).unwrap_or(u8::MAX), parts: seen.parts }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn rare_and_frequent_words_are_kept_with_their_parts() {
        let lists = WordLists::bundled();
        let kept = terms(&tokens("Doxycycline and fear. The study of doxycycline was small.", &lists), &lists);
        let doxycycline = kept.iter().find(|term| term.word == "doxycycline").unwrap();
        assert_eq!((doxycycline.count, doxycycline.parts), (2, 1));
        assert!(kept.iter().all(|term| term.word != "the" && term.word != "and"));
    }

    #[test]
    fn long_texts_keep_a_fixed_number_of_words() {
        let text: String = (0..5000).map(|n| format!("word{n} ")).collect();
        let lists = WordLists::bundled();
        let kept = terms(&tokens(&text, &lists), &lists);
        assert_eq!(kept.len(), TERMS);
    }
}
