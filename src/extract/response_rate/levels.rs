//! A share in brackets that bounds a rate of survival or death told before it in: "towns of high survival (above 34%)".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

/// The bracket says how high the rate of an outcome is that stands before it.
pub fn bounds_a_rate(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let Some(open) = bracket_before(tokens, quantity) else { return false };
    // "and 12 at the other end, with low ones (below 9%)"
    let contrast = |k: usize| matches!(tokens.word(k), "opposite" | "low" | "high" | "lower" | "higher" | "reverse");
    let left_out = (open.saturating_sub(REACH)..open).any(contrast);
    names_a_rate(tokens, open)
        || left_out
            && scene.quantities_before(open).iter().any(|before| {
                before.unit == Unit::Percent
                    && bracket_before(tokens, before).is_some_and(|at| names_a_rate(tokens, at))
            })
}

/// Tokens between what a bracket tells of and the bracket at most.
const REACH: usize = 9;

/// Where the bracket opens in which only a bound stands before the number: "(above 34%)".
fn bracket_before(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    let bound = quantity.first.checked_sub(1)?;
    let bounded = matches!(tokens.word(bound), "above" | "below" | "over" | "under" | ">" | "<" | "≥" | "≤")
        || tokens.ends_at(quantity.first, &["more", "than"])
        || tokens.ends_at(quantity.first, &["less", "than"]);
    let first = if tokens.word(bound) == "than" { bound.checked_sub(1)? } else { bound };
    let open = first.checked_sub(1)?;
    (bounded && tokens.word(open) == "(" && tokens.word(quantity.last + 1) == ")").then_some(open)
}

/// "high survival", "a low death rate", "survival was high in some towns" before the bracket at `open`.
fn names_a_rate(tokens: &Tokens, open: usize) -> bool {
    let rate = |k: usize| {
        matches!(tokens.word(k), "survival" | "mortality" | "remission" | "relapse" | "cure" | "recurrence")
            || tokens.is(k, Class::Mishap) && matches!(tokens.word(k + 1), "rate" | "rates")
    };
    let high = |k: usize| {
        matches!(tokens.word(k), "high" | "low" | "higher" | "lower" | "highest" | "lowest" | "good" | "poor" | "best")
    };
    let near = || (open.saturating_sub(REACH)..open).rev().take_while(|&k| tokens.is_word(k));
    near().any(rate) && near().any(high)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn rates_in_brackets() {
        for text in [
            "The study found 16 towns with high survival (above 48%).",
            "The study found towns of low survival (below 29%) in the north.",
            "In the study, 27 towns had a high death rate (over 9%) and 30 were at the opposite end (under 2%).",
        ] {
            assert!(share_kinds(text).split(' ').all(|kind| kind == "R"), "{text} {}", share_kinds(text));
        }
        for text in [
            "The study found 27 towns with high unemployment (above 12%).",
            "The study found rum with high strength (above 34%) in the north.",
            "The study found that survival was linked to rum (above 40%).",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
