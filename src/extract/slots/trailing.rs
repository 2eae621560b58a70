//! Shares of one sentence in, the place or group behind their last predicate out: "9 per cent fell, and 4 per cent of cooks
//! died, in harbours without a nurse".

use crate::text::{Class, Quantity, Unit};

use super::phrases::{Run, Words};

/// The phrase that closes the sentence behind a comma, where the figure itself tells of nobody in particular.
pub fn group(words: &Words, quantity: &Quantity, own: Option<Run>) -> Option<Run> {
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
    let last = words.quantities.iter().rev().find(|q| q.unit == Unit::Percent)?;
    let ends =
        |k: usize| matches!(tokens.word(k), ";" | ":") || words.quantity_at(k).is_some_and(|q| q.unit == Unit::Percent);
    let comma = (last.last + 2..tokens.len())
        .take_while(|&k| !ends(k))
        .find(|&k| tokens.word(k) == "," && matches!(tokens.word(k + 1), "in" | "at" | "among"))?;
    let verb = (last.last + 1..comma).any(|k| words.acts(k)) || last.first == quantity.first;
    let run = words.noun_phrase(comma + 2)?;
    let closes = matches!(tokens.word(run.last + 1), "" | "." | "(" | ";" | "\"");
    let head = (run.first..=run.last.min(run.first + 2))
        .any(|k| tokens.is(k, Class::Institution) || tokens.is(k, Class::PeopleGroup));
    let told = (run.first..run.last)
        .any(|k| matches!(tokens.word(k), "with" | "without" | "that" | "where" | "given" | "which"));
    (verb && closes && head && told).then_some(run)
}
