//! Shares of one sentence in, the place or group behind their last predicate out: "9 per cent fell, and 4 per cent of cooks
//! died, in harbours without a nurse".

use crate::text::{Class, Quantity};

use super::phrases::{Run, Words};

/// The phrase that closes the sentence behind a comma, where the figure itself tells of nobody in particular.
pub fn group(words: &Words, quantity: &Quantity, own: Option<Run>) -> Option<Run> {
    /// Tokens from the figure to the phrase, and of the phrase, at most.
    const REACH: usize = 34;
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let plain = |run: Run| {
        run.last - run.first < 3
            && (run.first..=run.last)
                .all(|k| tokens.is_word(k) && !tokens.is(k, Class::AssignVerb) && !tokens.is(k, Class::PeopleGroup))
    };
    if !tokens.any(Class::Institution) && !tokens.any(Class::PeopleGroup)
        || own.is_some_and(|run| run.first < quantity.first || !plain(run))
    {
        return None;
    }
    let ends = |k: usize| matches!(tokens.word(k), ";" | ":" | "." | "(" | "");
    let behind = (quantity.last + 2..quantity.last + REACH).take_while(|&k| !ends(k));
    let place = |k: usize| tokens.is(k, Class::Institution) || tokens.is(k, Class::PeopleGroup);
    let leads = |k: usize| tokens.word(k) == "," && matches!(tokens.word(k + 1), "in" | "at" | "among");
    let comma = behind.clone().find(|&k| leads(k) && (k + 2..k + 5).any(place))?;
    let verb = (quantity.last + 1..comma).any(|k| words.acts(k));
    let start = comma + 2 + usize::from(tokens.is(comma + 2, Class::Article));
    let close =
        (start..start + LONGEST).find(|&k| !tokens.is_word(k) && !tokens.is_number(k) && tokens.word(k) != "-")?;
    let told =
        (start + 1..close).any(|k| matches!(tokens.word(k), "with" | "without" | "that" | "where" | "given" | "which"));
    (verb && told && matches!(tokens.word(close), "." | "(" | ";" | "\""))
        .then(|| Run { first: start, last: close - 1 })
}
