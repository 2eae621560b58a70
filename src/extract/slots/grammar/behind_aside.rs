//! The comma behind a share's people in, the verb behind what stands between two commas out.

use crate::text::{Class, Quantity};

use super::clause::before_hedges;
use super::phrases::Words;
use super::verbs::past_form;

/// Where the verb stands behind an aside that begins with the comma at `comma`: "half of them, drawn by lot, got the syrup",
/// "9 per cent of the men, who were on watch, slept".
pub fn behind_aside(words: &Words, quantity: &Quantity, comma: usize) -> Option<usize> {
    /// Tokens of an aside between a subject and its verb at most.
    const LONGEST: usize = 18;
    let tokens = words.tokens;
    if comma <= quantity.last + 1 || tokens.word(comma) != "," {
        return None;
    }
    let next = comma + 1;
    let opens =
        matches!(tokens.word(next), "who" | "all" | "many" | "most" | "chosen" | "picked" | "drawn" | "selected")
            || past_form(tokens, next);
    let close = (comma + 2..comma + LONGEST).find(|&k| opens && tokens.word(k) == ",");
    let verb = |k: usize| words.acts(k) || tokens.is(k, Class::AssignVerb) || past_form(tokens, k);
    close.map(|k| k + 1).filter(|&k| verb(k)).or_else(|| behind_share(words, quantity, comma))
}

/// "half of those on watch, 57 per cent of them, did not sleep": the same share told twice.
fn behind_share(words: &Words, quantity: &Quantity, comma: usize) -> Option<usize> {
    /// Tokens of the second share at most.
    const LONGEST: usize = 5;
    let tokens = words.tokens;
    let again = words.quantity_at(comma + 1).filter(|q| q.unit == quantity.unit);
    let close = again.and_then(|q| (q.last + 1..q.last + LONGEST).find(|&k| tokens.word(k) == ","));
    let own = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == ",");
    let next = close.or(own.map(|_| comma)).map(|comma| comma + 1);
    next.filter(|&k| words.acts(k) || past_form(tokens, k))
}
