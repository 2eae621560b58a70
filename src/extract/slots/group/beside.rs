//! A share in, the people who stand right beside it out: before its commas or its bracket, behind its fraction.

use crate::text::{Class, Quantity, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::finite_verb;

/// "The great majority of children, 79 per cent, had …": the people before the figure between commas.
pub fn apposed(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from "of" to the comma at most.
    const REACH: usize = 12;
    let tokens = words.tokens;
    if !between_commas(words, quantity) {
        return None;
    }
    let comma = super::super::grammar::clause::before_hedges(tokens, quantity.first) - 1;
    // "Most children, 79 per cent, had …"
    let most = (comma.saturating_sub(REACH)..comma)
        .rev()
        .find(|&k| matches!(tokens.word(k), "most" | "many" | "some" | "all" | "few") && tokens.word(k + 1) != "of");
    if let Some(run) = most.and_then(|most| words.noun_phrase(most + 1)).filter(|run| run.last + 1 == comma) {
        return words.headed_by_people(run).then_some(run);
    }
    let of = (comma.saturating_sub(REACH)..comma).find(|&k| {
        tokens.word(k) == "of"
            && matches!(
                tokens.before(k),
                "majority" | "most" | "minority" | "many" | "proportion" | "proportions" | "number" | "some" | "share"
            )
    })?;
    words.noun_phrase(of + 1).filter(|run| run.last + 1 == comma)
}

/// ", 83 per cent,": the figure stands beside the subject.
pub fn between_commas(words: &Words, quantity: &Quantity) -> bool {
    let (tokens, at) = (words.tokens, super::super::grammar::clause::before_hedges(words.tokens, quantity.first));
    let dash = |k: usize| matches!(tokens.word(k), "–" | "-") && !tokens.glued(k);
    let open = at.wrapping_sub(1);
    tokens.before(quantity.first) == "," && tokens.word(quantity.last + 1) == ","
        || at > 0 && dash(open) && dash(quantity.last + 1)
}

/// "17 of 31 patients": the noun behind the fraction.
pub fn inside_quote(words: &Words, quantity: &Quantity) -> Option<Run> {
    quantity.fraction?;
    let next = quantity.last + 1;
    // "one in nine overweight"
    if words.tokens.is(next, Class::StateWord) && !words.people(Run { first: next + 1, last: next + 2 }) {
        return None;
    }
    let listed = |run| super::subject::with_list(words, run);
    (words.tokens.is_word(next) && !finite_verb(words.tokens, next) && !words.tokens.is(next, Class::Preposition))
        .then(|| words.noun_phrase(next))
        .flatten()
        .map(listed)
}

/// "Fourteen cooks (21.5%)": the counted noun before the bracket.
pub fn in_brackets(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if tokens.before(quantity.first) != "(" {
        return None;
    }
    // "Almost all of them (93%)", "most of the pupils (81%)"
    let of = (quantity.first.saturating_sub(10)..quantity.first).rev().find(|&k| {
        tokens.word(k) == "of"
            && matches!(tokens.before(k), "all" | "most" | "many" | "some" | "majority" | "none" | "both")
    });
    if let Some(run) = of.and_then(|of| words.noun_phrase(of + 1)).filter(|run| run.last + 2 == quantity.first) {
        return Some(run);
    }
    let count = words
        .quantities
        .iter()
        .rev()
        .find(|q| q.last < quantity.first - 1 && quantity.first - q.last < 12 && q.unit == Unit::None)?;
    let run = words.noun_phrase(count.last + 1)?;
    (run.last + 2 == quantity.first).then_some(run)
}
