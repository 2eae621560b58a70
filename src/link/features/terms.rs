//! Tokens in, the words that tell most about the article out, with the parts of the article they stand in.

use std::collections::HashMap;

use super::tokens::Token;
use crate::link::word_lists::{base_form, is_stop_word, per_thousand};
use crate::model::Term;

/// Words kept of one article: fewer lose links, more dilute them (measured on coverage of 128 studies: flat from 60 to 160).
const TERMS: usize = 60;
/// Parts an article is cut into, one bit each.
const PARTS: usize = 16;
/// Content words in one part, at least.
const PART_WORDS: usize = 40;
/// The first parts hold headline and lead; their words count for more.
pub const LEAD_PARTS: u16 = 0b11;
const LEAD_FACTOR: f64 = 1.5;

/// The most telling words, sorted by word.
pub fn terms(tokens: &[Token]) -> Vec<Term> {
    let words: Vec<String> = content_words(tokens).collect();
    let part_words = PART_WORDS.max(words.len().div_ceil(PARTS - 1));
    let mut by_word: HashMap<&str, (u32, u16)> = HashMap::new();
    for (at, word) in words.iter().enumerate() {
        let (count, parts) = by_word.entry(word).or_default();
        *count += 1;
        *parts |= 1 << (at / part_words).min(PARTS - 1);
    }
    let mut ranked: Vec<(f64, &str, (u32, u16))> =
        by_word.into_iter().map(|(word, seen)| (telling(word, seen), word, seen)).collect();
    ranked.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    ranked.truncate(TERMS);
    let mut kept: Vec<Term> = ranked.into_iter().map(|(_, word, seen)| term(word, seen)).collect();
    kept.sort_unstable();
    kept
}

fn content_words(tokens: &[Token]) -> impl Iterator<Item = String> {
    tokens.iter().filter(|token| !token.number).filter_map(|token| {
        let base = base_form(token.text);
        (base.len() >= 3 && !is_stop_word(&base)).then_some(base)
    })
}

/// Rarity in general, times how often the article says it, more for the headline and lead.
fn telling(word: &str, (count, parts): (u32, u16)) -> f64 {
    let rarity = (1000.0 / f64::from(per_thousand(word))).ln();
    let lead = if parts & LEAD_PARTS != 0 { LEAD_FACTOR } else { 1.0 };
    rarity * (1.0 + f64::from(count).ln()) * lead
}

fn term(word: &str, (count, parts): (u32, u16)) -> Term {
    Term { word: word.to_owned(), count: u8::try_from(count).unwrap_or(u8::MAX), parts }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn rare_and_frequent_words_are_kept_with_their_parts() {
        let kept = terms(&tokens("Doxycycline and fear. The study of doxycycline was small."));
        let doxycycline = kept.iter().find(|term| term.word == "doxycycline").unwrap();
        assert_eq!((doxycycline.count, doxycycline.parts), (2, 1));
        assert!(kept.iter().all(|term| term.word != "the" && term.word != "and"));
    }

    #[test]
    fn long_texts_keep_a_fixed_number_of_words() {
        let text: String = (0..5000).map(|n| format!("word{n} ")).collect();
        let kept = terms(&tokens(&text));
        assert_eq!(kept.len(), TERMS);
    }
}
