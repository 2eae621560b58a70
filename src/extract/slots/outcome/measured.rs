//! A measured figure in, whose it is out: what was measured is nobody, and its group may stand right behind the figure.

use crate::model::ClaimKind;
use crate::text::{Class, Quantity};

use super::super::grammar::phrases::{Run, Words};
use crate::extract::Draft;

/// "the wheezing went on for 12 days", "their birth weight was the same": what was measured is the outcome, not the group.
pub fn nobody(
    words: &Words,
    draft: &Draft,
    (group, outcome): (Option<Run>, Option<Run>),
) -> (Option<Run>, Option<Run>) {
    let Some(run) = group.filter(|_| draft.kind == ClaimKind::ScoreChange) else { return (group, outcome) };
    let tokens = words.tokens;
    let thing = |k: usize| {
        [Class::Gauge, Class::Felt, Class::Awaited, Class::Condition, Class::LevelWord, Class::MeasuredWord]
            .iter()
            .any(|class| tokens.is(k, *class))
            || matches!(
                tokens.word(k),
                "test" | "scale" | "questionnaire" | "index" | "thing" | "coughing" | "wheezing"
            )
    };
    let head = (run.first..=run.last).take_while(|&k| !tokens.is(k, Class::Preposition)).last().unwrap_or(run.first);
    if words.people(run) || !thing(head) {
        return (group, outcome);
    }
    (None, outcome.or_else(|| (run.last < draft.first).then_some(run)))
}

/// "dropped by 15.7 points with the sleep therapy as opposed to 7.1 with education": who stands behind a figure that is set
/// beside another.
pub fn behind(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    if draft.kind != ClaimKind::ScoreChange || !set_beside(words, draft, quantity) {
        return None;
    }
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "with" | "on" | "under" | "following" | "without" | "for" | "among" | "in") {
        return None;
    }
    let run = words.noun_phrase(next + 1)?;
    let other = |k: usize| {
        tokens.is(k, Class::TimeUnit)
            || tokens.is(k, Class::Month)
            || tokens.is(k, Class::Gauge)
            || tokens.is(k, Class::Felt)
            || tokens.is_number(k)
            || tokens.is(k, Class::Ordinal)
            || matches!(
                tokens.word(k),
                "scale" | "test" | "average" | "total" | "questionnaire" | "first" | "second" | "baseline"
            )
    };
    (!(run.first..=run.last).any(other)).then_some(run)
}

/// It leans on another figure, or a word of contrast behind it leads to one.
fn set_beside(words: &Words, draft: &Draft, quantity: &Quantity) -> bool {
    const FAR: usize = 10;
    let tokens = words.tokens;
    let contrast = |k: usize| {
        matches!(tokens.word(k), "against" | "versus" | "vs" | "compared" | "opposed" | "and" | "but" | "while")
    };
    let later = (quantity.last + 1..quantity.last + FAR).find(|&k| contrast(k));
    let figure = |from: usize| words.quantities.iter().any(|q| q.first > from && q.first <= from + 4);
    draft.host.is_some() || later.is_some_and(figure)
}
