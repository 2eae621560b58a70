//! Two figures told side by side in the same construction in, the group of the first out: the second shows how it is led.

use crate::text::{Class, Quantity};

use super::super::grammar::phrases::{Run, Words};

/// "31 per cent slept on the syrup, compared with 12 per cent on tea", "31 per cent fell in the group given syrup and 12 per
/// cent in the group given tea": the phrase behind the preposition that leads to the second figure's group.
pub fn led_alike(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens between the two figures at most.
    const REACH: usize = 14;
    let tokens = words.tokens;
    let other = match words.partner(quantity) {
        Some(other) => Some(other.quantity).filter(|_| !other.before),
        // "9 per cent fell with the former, 4 per cent with the latter"
        None => words
            .behind(quantity.last)
            .first()
            .filter(|next| next.unit == quantity.unit && next.first < quantity.last + REACH),
    }?;
    let lead = tokens.word(other.last + 1);
    let leads =
        matches!(lead, "with" | "on" | "in" | "among" | "for" | "under" | "after" | "without" | "given" | "taking");
    let joint = (quantity.last + 1..other.first).rev().find(|&k| joins(words, k)).filter(|_| leads)?;
    let end = if tokens.before(joint) == "," { joint - 1 } else { joint };
    let at = (quantity.last + 2..end).rev().find(|&k| tokens.word(k) == lead)?;
    let verb = words.acts(quantity.last + 1)
        || tokens.is(quantity.last + 1, Class::EventVerb)
        || tokens.is(quantity.last + 1, Class::PastVerb);
    let first = if matches!(lead, "given" | "taking") { at } else { at + 1 };
    let run = words.noun_phrase(first)?;
    let run = Run { first: run.first, last: run.last.min(end - 1) };
    let timely = |k: usize| tokens.is(k, Class::TimeUnit) || tokens.is(k, Class::Month) || tokens.is_number(k);
    (verb && run.first <= run.last && run.last + 1 == end && !(run.first..=run.last).any(timely)).then_some(run)
}

/// "compared with", "versus", "and": where the second figure's part begins.
fn joins(words: &Words, k: usize) -> bool {
    matches!(words.tokens.word(k), "compared" | "versus" | "vs" | "v" | "against" | "and" | "but" | "while" | "as")
        || words.tokens.word(k) == ","
}
