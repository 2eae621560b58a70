//! A time by which something is done earlier or later in, what is done out.

use crate::text::{Class, Quantity};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};

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
