//! A number in its sentence in, whether it is what somebody advises out.

use crate::text::{Class, Quantity, Tokens, Unit};

/// "the recommended eight hours", "a weekly maximum of 14 units", "that 10% goal": what somebody advises.
pub fn is_a_norm(tokens: &Tokens, quantity: &Quantity) -> bool {
    const BEFORE: usize = 6;
    const BEHIND: usize = 3;
    let amount = matches!(quantity.unit, Unit::Percent | Unit::Measure(_) | Unit::Time(_));
    if !amount || !tokens.any(Class::Norm) {
        return false;
    }
    let norm = |k: usize| tokens.is(k, Class::Norm);
    // "some met the target and one in four the higher one"
    let joint = |k: usize| matches!(tokens.word(k), "," | "and" | "while" | "but");
    let before = (quantity.first.saturating_sub(BEFORE)..quantity.first).rev().take_while(|&k| !joint(k));
    // "half exceeded the limit" tells how many
    let verb = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") && !norm(k);
    // "7 per cent more than recommended" was measured
    let measured = |k: usize| tokens.word(k) == "than" || verb(k);
    let behind = (quantity.last + 1..quantity.last + 1 + BEHIND).take_while(|&k| tokens.is_word(k) && !measured(k));
    before.into_iter().any(norm) || behind.into_iter().any(norm) || called_a_norm(tokens, quantity)
}

/// "10 per cent of their energy - the recommended limit": an apposition says what the figure is.
fn called_a_norm(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_PHRASE: usize = 9;
    const NEAR: usize = 4;
    let mark = (quantity.last + 1..quantity.last + LONGEST_PHRASE).find(|&k| !tokens.is_word(k));
    mark.is_some_and(|mark| {
        let mark = if tokens.at(mark, &["-", "-"]) { mark + 1 } else { mark };
        let aside = matches!(tokens.word(mark), "-" | "–" | "(" | ",") && tokens.word(mark + 1) == "the";
        aside && (mark + 2..mark + 2 + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::Norm))
    })
}
