//! A figure told of "the proportion of …" in, the people and what they had out.

use crate::text::{Class, Quantity};

use super::super::grammar::phrases::{Run, Words};

/// "the number of sailors who ate lard", "… sailors who ate lard" behind it: the deed is counted, the sailors are of whom.
pub fn people_counted(words: &Words, run: Run) -> Option<Run> {
    let tokens = words.tokens;
    let counts = |of: usize| {
        tokens.word(of) == "of"
            && matches!(tokens.before(of), "proportion" | "share" | "percentage" | "number" | "numbers")
    };
    let within = || (run.first + 1..=run.last.min(run.first + 2)).find(|&k| counts(k)).map(|of| of + 1);
    let first = if run.first > 0 && counts(run.first - 1) { run.first } else { within()? };
    let who = (first + 1..=run.last).find(|&k| matches!(tokens.word(k), "who" | "that"))?;
    Some(Run { first, last: who - 1 }).filter(|run| words.people(*run))
}

/// "The share of smokers was 12 per cent": being so is what is counted, among everybody.
pub fn only_counted(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let of = run.first > 1
        && tokens.before(run.first) == "of"
        && matches!(tokens.before(run.first - 1), "proportion" | "share" | "percentage");
    let end = run.last + 1;
    let ends = tokens.is(end, Class::Be) || tokens.is(end, Class::ChangeVerb) || tokens.word(end) == "reached";
    let bare = |k: usize| {
        (tokens.is_word(k) || tokens.word(k) == "-" && tokens.glued(k))
            && !tokens.is(k, Class::Preposition)
            && !matches!(tokens.word(k), "who" | "that" | "whose" | "those" | "group" | "groups")
    };
    of && ends && (run.first..=run.last).all(bare)
}

/// "The proportion of men with gout rose from 2 per cent": the men, and the having gout.
pub fn proportion_of(words: &Words, quantity: &Quantity) -> Option<(Run, Option<Run>)> {
    /// Tokens from the word to its figure at most.
    const REACH: usize = 18;
    let tokens = words.tokens;
    let of = (quantity.first.saturating_sub(REACH)..quantity.first).rev().find(|&k| {
        tokens.is(k, Class::Preposition)
            && tokens.word(k) == "of"
            && matches!(tokens.before(k), "proportion" | "share" | "percentage" | "number" | "fraction")
    })?;
    let run = words.noun_phrase(of + 1)?;
    // "the share of pupils who walk rose to …"
    let rises = |k: usize| tokens.is(k, Class::ChangeVerb) && matches!(tokens.word(k + 1), "from" | "to" | "by");
    let end = (run.first + 1..=run.last).find(|&k| rises(k)).map_or(run.last, |k| k - 1);
    let run =
        Some(Run { first: run.first, last: end }).filter(|run| run.last < quantity.first && words.people(*run))?;
    // "the share of men who rowed who had gout", "of men with gout who fell": the last clause tells what they had
    let who = (run.first + 1..run.last).rev().find(|&k| tokens.word(k) == "who");
    let having =
        who.or_else(|| (run.first + 1..run.last).find(|&k| matches!(tokens.word(k), "with" | "having" | "reporting")));
    let skips = |k: usize| if matches!(tokens.word(k), "with" | "who" | "having") { k + 1 } else { k };
    let outcome = having.map(|k| Run { first: skips(k), last: run.last });
    Some((Run { first: run.first, last: having.map_or(run.last, |k| k - 1) }, outcome))
}
