//! A time by which something is done earlier or later in, what is done out.

use crate::text::{Class, Quantity};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;

/// "starts its voyage two days earlier than": what is done earlier.
pub fn timed_deed(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the verb to the figure at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    if !matches!(tokens.word(quantity.last + 1), "earlier" | "later" | "sooner" | "ahead") {
        return None;
    }
    let at = before_hedges(tokens, quantity.first);
    let verb = (at.saturating_sub(REACH)..at).rev().find(|&k| {
        !tokens.is(k, Class::Preposition)
            && (words.acts(k)
                || tokens.is(k, Class::ActiveVerb)
                || super::super::group::doing(words, k)
                || tokens.word(k).starts_with("start"))
            && !tokens.is(k, Class::Be)
    })?;
    let plain = (verb..at).all(|k| tokens.is_word(k)) && !tokens.is(verb, Class::Modal);
    (plain && at > verb + 1).then(|| Run { first: verb, last: at - 1 })
}

/// "slept 9 minutes longer a night": the verb right before the figure.
pub fn done_longer(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let degree = matches!(
        tokens.word(quantity.last + 1),
        "longer" | "more" | "less" | "fewer" | "extra" | "sooner" | "earlier" | "faster" | "quicker" | "slower"
    );
    let goes_on = quantity.last + 2;
    let often = matches!(
        tokens.word(goes_on),
        "a" | "per" | "each" | "every" | "than" | "when" | "on" | "with" | "" | "." | "," | ";"
    );
    let last = before_hedges(tokens, quantity.first).checked_sub(1)?;
    let particle = matches!(tokens.word(last), "off" | "up" | "out" | "asleep");
    let verb = last.checked_sub(usize::from(particle))?;
    let plain = past_form(tokens, verb) || tokens.is(verb, Class::ActiveVerb) || words.acts(verb);
    let told = degree && often && plain && !tokens.is(verb, Class::Be);
    (told && !matches!(tokens.word(verb), "had" | "have" | "took" | "gained" | "got" | "lived" | "survived" | "spent"))
        .then_some(Run { first: verb, last })
}
