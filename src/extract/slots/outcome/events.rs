//! A count of people or of events in, what happened to them out.

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::clause::{seen_in, without_people};
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;
use super::skip_bracket;
use crate::extract::Draft;
use crate::extract::nouns::names_people;

/// "croup recurred in seven babies", "26 sailors had a full recovery".
pub fn event(words: &Words, draft: &Draft, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let before = draft.first;
    if let Some(run) = cases_of(tokens, draft).and_then(|at| words.noun_phrase(at)) {
        return Some(without_people(words, run));
    }
    if let Some(run) = events_counted(words, draft.first) {
        return Some(without_people(words, run));
    }
    if matches!(tokens.before(before), "in" | "among" | "by")
        && before >= 2
        && (tokens.is(before - 2, Class::PastVerb) || tokens.word(before - 2).ends_with("ed"))
    {
        // "Gout was reported in 12 cooks": the verb there reports nothing of its own
        let be = || (before.saturating_sub(4)..before - 1).find(|&k| tokens.is(k, Class::Be));
        let run = words.noun_phrase_before(before - 1);
        return run.or_else(|| be().and_then(|be| words.noun_phrase_before(be)));
    }
    if let Some(run) = seen_in(words, before) {
        return Some(run);
    }
    let start = group.filter(|run| run.first > draft.first).map_or(draft.last + 1, |run| run.last + 1);
    let start = skip_bracket(tokens, start);
    // "in the placebo group" is no outcome, nor is ", the study found"
    if tokens.is(start, Class::Preposition) || tokens.word(start) == "," && !words.acts(start + 1) {
        return None;
    }
    words.verb_phrase(start)
}

/// Events are counted, and no people: "310 falls", "12 cases of gout".
pub fn counts_events(words: &Words, draft: &Draft) -> bool {
    cases_of(words.tokens, draft).is_some() || events_counted(words, draft.first).is_some()
}

/// "310 extra falls on deck": what is counted happened to somebody and is nobody.
pub fn events_counted(words: &Words, first: usize) -> Option<Run> {
    /// Tokens of the noun at most ("more early heart attacks").
    const LONGEST_NOUN: usize = 5;
    let tokens = words.tokens;
    let figure = words.quantity_at(first)?;
    let start = figure.last + 1;
    let added = |k: usize| {
        matches!(tokens.word(k), "more" | "extra" | "additional" | "further" | "excess" | "new" | "fewer" | "such")
    };
    let first = (start..start + 3).find(|&k| !added(k))?;
    let other = [Class::Preposition, Class::StopPhrase, Class::Article, Class::Be];
    let noun = |k: usize| tokens.is_word(k) && !other.iter().any(|class| tokens.is(k, *class));
    let end = (first..first + LONGEST_NOUN).take_while(|&k| noun(k)).find(|&k| tokens.is(k, Class::EventNoun))?;
    let people = (first..=end).any(|k| names_people(tokens, k) || tokens.is(k, Class::StudyNoun));
    // "12 deaths prevented trade": the verb is no part
    (!people).then(|| words.noun_phrase(first)).flatten().filter(|run| run.last >= end).map(|run| {
        let past = (end + 1..=run.last).find(|&k| words.acts(k) || past_form(tokens, k));
        Run { first, last: past.map_or(run.last, |k| k - 1) }
    })
}

/// "300 cases of gout": where what they had begins.
fn cases_of(tokens: &Tokens, draft: &Draft) -> Option<usize> {
    let cases = (draft.first + 1..=draft.last + 2).find(|&k| {
        matches!(tokens.word(k), "cases" | "episodes" | "instances" | "diagnoses" | "attacks" | "outbreaks")
    })?;
    (tokens.word(cases + 1) == "of").then_some(cases + 2)
}

/// "314 participants had a bleed, compared with 245 in the placebo group": the first count's outcome.
pub fn event_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    const NEAR: usize = 26;
    let near = words.before(quantity.first).iter().rev().take_while(|q| quantity.first - q.last <= NEAR);
    near.filter(|q| q.unit == quantity.unit).find_map(|before| {
        let draft = Draft::of(ClaimKind::EventCount, before, Statistic::Count);
        event(words, &draft, super::super::group::group(words, &draft, before))
    })
}

/// "4,900 men and 6,300 women developed asthma": the second count's outcome.
pub fn event_behind(words: &Words, quantity: &Quantity) -> Option<Run> {
    const NEAR: usize = 8;
    let next = words.behind(quantity.last).iter().find(|q| q.unit == quantity.unit)?;
    let joined = next.first - quantity.last <= NEAR && words.tokens.before(next.first) == "and";
    let draft = Draft::of(ClaimKind::EventCount, next, Statistic::Count);
    joined.then(|| event(words, &draft, super::super::group::group(words, &draft, next))).flatten()
}
