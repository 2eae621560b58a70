//! The first of two measured figures in a bracket in, what was measured and in whom out: "had lower scores (4.2 vs 5.1)".

use crate::text::{Class, Quantity};

use super::super::grammar::clause::{points_back, subject_before};
use super::super::grammar::phrases::{Run, Words};

/// What stands before the bracket: the word that compares, its bracket, and where a description of the others begins.
struct Compared {
    graded: usize,
    open: usize,
    than: Option<usize>,
}

impl Compared {
    fn of(words: &Words, quantity: &Quantity) -> Option<Self> {
        /// Tokens from the word that compares to the bracket at most.
        const REACH: usize = 14;
        let tokens = words.tokens;
        let open = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
        if !matches!(tokens.word(quantity.last + 1), "vs" | "versus" | "v") {
            return None;
        }
        let ends = |k: usize| matches!(tokens.word(k), "," | ";" | ":" | ")" | "while" | "but");
        let graded = (open.saturating_sub(REACH)..open).rev().take_while(|&k| !ends(k)).find(|&k| {
            tokens.is(k, Class::RelativeWord) && (!tokens.is(k, Class::ChangeVerb) || tokens.word(k) == "lower")
        })?;
        let than = (graded + 1..open).find(|&k| tokens.word(k) == "than");
        Some(Self { graded, open, than })
    }

    /// "than those on tea (4.2 vs 5.1)", "(4.2 vs 5.1) than with tea": those with the second figure.
    fn others(&self, words: &Words, second: &Quantity) -> Option<Run> {
        let tokens = words.tokens;
        let behind = Some(second.last + 2).filter(|&k| tokens.before(k) == ")" && tokens.word(k) == "than");
        let than = self.than.or(behind)?;
        let led = usize::from(tokens.is(than + 1, Class::Preposition));
        words.noun_phrase(than + 1 + led).filter(|run| self.than.is_none() || run.last < self.open)
    }

    /// "lower pain scores (", "more sugar than others (": the noun behind the word that compares.
    fn noun(&self, words: &Words) -> Option<Run> {
        let tokens = words.tokens;
        let run = Run { first: self.graded + 1, last: self.than.unwrap_or(self.open).checked_sub(1)? };
        let plain =
            |k: usize| tokens.is_word(k) && !tokens.is(k, Class::Preposition) || matches!(tokens.word(k), "of" | "-");
        (run.first <= run.last && (run.first..=run.last).all(plain) && !words.people(run)).then_some(run)
    }
}

/// "had lower pain scores (4.2 vs 5.1)", "scores were lower with syrup (4.2 vs 5.1)": the noun compared.
pub fn outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    let compared = Compared::of(words, before_versus(words, quantity).unwrap_or(quantity))?;
    if let Some(run) = compared.noun(words) {
        return Some(run);
    }
    let be = compared.graded.checked_sub(1).filter(|&k| words.tokens.is(k, Class::Be))?;
    subject_before(words, be).filter(|run| !words.headed_by_people(*run) && !points_back(words.tokens, *run))
}

/// "nurses had lower pain scores (4.2 vs 5.1) than cooks": those with the figure, where a bracket holds two; `None` within
/// says that they are not named.
pub fn group(words: &Words, quantity: &Quantity) -> Option<Option<Run>> {
    if let Some(first) = before_versus(words, quantity) {
        let compared = Compared::of(words, first)?;
        return Some(compared.others(words, quantity));
    }
    let tokens = words.tokens;
    let compared = Compared::of(words, quantity)?;
    if compared.noun(words).is_some() {
        let article = usize::from(tokens.is(compared.graded.wrapping_sub(1), Class::Article));
        let verb = compared.graded.checked_sub(1 + article).filter(|&k| words.acts(k))?;
        return subject_before(words, verb).filter(|run| !points_back(tokens, *run)).map(Some);
    }
    let lead = compared.graded + 1;
    let run = words.noun_phrase(lead + 1)?;
    (matches!(tokens.word(lead), "with" | "on") && compared.than == Some(run.last + 1)).then_some(Some(run))
}

/// The first of two figures set against each other, where the quantity is the second.
fn before_versus<'w>(words: &'w Words, quantity: &Quantity) -> Option<&'w Quantity> {
    let second = matches!(words.tokens.before(quantity.first), "vs" | "versus" | "v");
    if second { words.before(quantity.first).last() } else { None }
}
