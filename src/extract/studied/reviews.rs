//! A count of studies in, whether they are those that a review puts together out.

use rust_decimal::Decimal;

use crate::extract::beside::phrase_start;
use crate::extract::scene::Scene;
use crate::text::{Class, Quantity};

use super::gathered;

/// "a review of 22 trials": the number says how many were put together.
pub fn reviewed(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let pooled = (quantity.first.saturating_sub(3)..quantity.first)
        .any(|k| tokens.is(k, Class::PoolingWord) && tokens.word(k + 1) == "of");
    // "a thorough review, ranking and grading of 22 trials"
    pooled || reviewing(scene) && tokens.before(phrase_start(tokens, quantity.first)) == "of"
}

/// "In a further 11 trials of syrup", "across nine trials", "nine trials that met the bar".
pub fn further_studies(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    !scene.is_abstract
        && (tokens.before(phrase_start(tokens, quantity.first)) == "across"
            || tokens.at(noun + 1, &["that", "met"])
            || tokens.at(noun + 1, &["which", "met"])
            || matches!(tokens.before(quantity.first), "further" | "another")
            || matches!(tokens.word(quantity.last + 1), "further" | "other" | "more"))
}

/// Cohorts that one study draws on at most.
pub const MOST_COHORTS: Decimal = Decimal::TWO;

/// "looked at two studies", "analysed data from two trials": in the news this is how a review is told of.
pub fn put_together(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let from = matches!(tokens.before(start), "from" | "of" | "in") && start >= 2 && gathered(tokens, start - 2);
    let end = if from { start - 2 } else { start };
    let verb = |k: usize| {
        tokens.at(k, &["looked", "at"])
            || matches!(
                tokens.word(k),
                "examined" | "analysed" | "analyzed" | "reviewed" | "combined" | "pooled" | "compared"
            )
            || matches!(tokens.word(k), "examining" | "analysing" | "analyzing" | "reviewing" | "combining" | "pooling")
    };
    !scene.is_abstract && (end.saturating_sub(NEAR)..end).any(verb)
}

/// "review", "pooled", "meta-analysis": words for putting studies together.
pub fn reviewing(scene: &Scene) -> bool {
    scene.is_abstract || scene.any(Class::Reviewing)
}

/// The sentence speaks of a review that pools studies.
pub fn pooled(scene: &Scene, from: usize) -> bool {
    let tokens = scene.tokens();
    let looked = |k: usize| tokens.at(k, &["looked", "at"]) || tokens.is(k, Class::Basis) && tokens.word(k + 1) == "on";
    (from..scene.tokens().len()).any(looked)
        || (from..scene.tokens().len()).any(|k| scene.tokens().is(k, Class::PoolingWord))
}
