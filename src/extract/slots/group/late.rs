//! A figure in, the group that stands behind its predicate, or before "had", out.

use crate::text::{Class, Quantity};

use super::super::arm::evidence::arm_of;
use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::subject::subject;

/// "Sailors had a 9 per cent chance", "the syrup had a fall rate of 9 per cent": who has what the figure tells.
pub fn had_by(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let had = |reach: usize| {
        (quantity.first.saturating_sub(reach)..quantity.first)
            .any(|k| matches!(tokens.word(k), "had" | "have" | "has" | "got"))
    };
    // "the syrup had a fall rate of 9 per cent, versus 4 per cent for tea"
    let rate = tokens.ends_at(quantity.first, &["rate", "of"]) && had(7)
        // "had a 9 per cent fall rate"
        || (quantity.last + 1..quantity.last + 3).any(|k| tokens.word(k) == "rate") && had(4);
    let set = || words.partner(quantity).is_some_and(|other| other.set_against && !other.before);
    let run = (rate || had(4)).then(|| subject(words, quantity.first, &quantity.unit)).flatten();
    run.filter(|run| words.people(*run) || rate && set())
}

/// "52.3% were found to be healthy in the tallest group": the group stands behind the predicate.
pub fn told_late(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to its group at most.
    const REACH: usize = 16;
    let tokens = words.tokens;
    let end = (quantity.last + 1..quantity.last + REACH)
        .find(|&k| matches!(tokens.word(k), "," | ";" | "." | "(" | "while" | "compared" | "") || tokens.is_number(k))
        .unwrap_or(quantity.last + REACH);
    let lead = (quantity.last + 2..end).find(|&k| matches!(tokens.word(k), "in" | "among" | "on"))?;
    let run = words.noun_phrase(lead + 1)?;
    // "81 per cent accuracy in people over 70"
    let measured = (quantity.last + 1..lead).all(|k| {
        matches!(
            tokens.word(k),
            "accuracy" | "chance" | "risk" | "rate" | "probability" | "likelihood" | "prevalence" | "incidence"
        )
    });
    // "the group given syrup"
    let grouped = (run.first..=run.last.min(run.first + 3)).any(|k| tokens.is(k, Class::PeopleGroup));
    let group = grouped || (tokens.word(lead) == "among" || measured) && words.people(run);
    (group && (measured || run.last < end)).then_some(run)
}

/// "4 per cent of those without": what they lack was told of the others.
pub fn of_those_without(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = super::behind(words, quantity);
    let led = matches!(tokens.word(next), "of" | "in" | "among") && tokens.word(next + 2) == "without";
    (led && !tokens.is_word(next + 3)).then_some(Run { first: next + 1, last: next + 2 })
}

/// "until you look at placebo, where they slept 9 minutes longer", "in the syrup group, where 9 per cent fell": whom the clause
/// behind "where" is about.
pub fn where_it_was(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from "where" to the figure, and of the people before it, at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let wh =
        (at.saturating_sub(REACH)..at).rev().take_while(|&k| tokens.is_word(k)).find(|&k| tokens.word(k) == "where")?;
    let own = tokens.word(quantity.last + 1) == "of";
    let comma = wh.checked_sub(1).filter(|&k| tokens.word(k) == "," && !own)?;
    let pointed = wh + 1 == at || matches!(tokens.word(wh + 1), "it" | "they" | "the" | "that");
    let lead = (comma.saturating_sub(REACH)..comma)
        .rev()
        .find(|&k| matches!(tokens.word(k), "in" | "at" | "on" | "with" | "among" | "to" | "for"))?;
    let run = words.noun_phrase(lead + 1).filter(|run| pointed && run.last + 1 == comma)?;
    (words.people(run) || arm_of(words, run).is_some()).then_some(run)
}
