//! A share and its group in, the verb phrase that tells what they did out: "went into remission".

use crate::extract::nouns::names_people;
use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::behind_aside::behind_aside;
use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::{OTHER_THAN_VERBS, past_form};
use super::super::group::beside::between_commas;
use super::super::group::{behind, doing, led_by_with};
use super::{deed, says_something, skip_bracket};

/// The verb phrase behind the group: "went into remission".
pub fn predicate(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let next = behind(words, quantity);
    let (after, verb) = verb_behind(words, quantity, group, next);
    // "still slept", "no longer met"
    if words.adverb_of_verb(verb) {
        return words.verb_phrase(verb);
    }
    if let Some(run) = deed::graded(words, quantity).filter(|_| verb == quantity.last + 1) {
        return Some(run);
    }
    let adjective = (verb..verb + 4).any(|k| matches!(tokens.word(k), "free" | "alive")) && verb == after;
    // "60 percent placed …", "with 11 per cent trying to …": behind the figure itself, any form of a verb
    let direct = verb == next && (past_form(tokens, verb) && !tokens.is(verb + 1, Class::People) || doing(words, verb));
    // "with 9 per cent of sailors smoking": the group was ended by what they do
    let ending = || group.is_some_and(|run| run.last + 1 == verb) && tokens.word(verb).ends_with("ing");
    let deed = (doing(words, verb) || ending()) && led_by_with(words, quantity);
    // "the visits involved sailors": the phrase before was ended by it
    let form = past_form(tokens, verb) || tokens.word(verb).ends_with("ed");
    let ended = group.is_some_and(|run| run.last + 1 == verb || verb > run.last + 1 && names_people(tokens, verb - 1))
        && form
        && verb > next;
    let first_word = verb == next && told_first(words, quantity, group) && bare_verb(tokens, verb);
    let plain = (verb == next || group.is_some_and(|run| run.last + 1 == verb)) && words.plain_verb(verb);
    if words.acts(verb) || adjective || direct || deed || ended || first_word || plain {
        let verb = reported(tokens, verb).unwrap_or(verb);
        let run = words.verb_phrase(verb)?;
        // "was 52%", "were 37.4%": the figure itself is the predicate
        let figure = words.quantities.iter().any(|q| q.first == run.first);
        return (!figure && says_something(tokens, run)).then_some(run);
    }
    // "one in nine overweight", in a headline
    let state = tokens.is(verb, Class::StateWord)
        && verb == quantity.last + 1
        && !words.people(Run { first: verb, last: verb + 1 });
    state.then_some(Run { first: verb, last: verb })
}

/// Where the verb behind a figure can stand: right behind its people, and behind what else tells of them.
fn verb_behind(words: &Words, quantity: &Quantity, group: Option<Run>, next: usize) -> (usize, usize) {
    let tokens = words.tokens;
    let told = group.filter(|run| run.first > quantity.last && !late(words, next, *run));
    // "In the placebo group, 9 per cent of patients slept"
    let others = || words.noun_phrase(next + 1).filter(|_| tokens.word(next) == "of" && group.is_some());
    let after = told.or_else(others).map_or(next, |run| run.last + 1);
    let mut verb = skip_bracket(tokens, after);
    // "12 per cent of the cooks and none of the nurses slept"
    if matches!(tokens.word(verb), "and" | "or" | "but")
        && matches!(tokens.word(verb + 1), "none" | "all" | "most" | "some" | "few" | "many")
        && tokens.word(verb + 2) == "of"
    {
        verb = words.noun_phrase(verb + 3).map_or(verb, |run| {
            let past = |k: &usize| names_people(tokens, k - 1) && past_form(tokens, *k);
            (run.first + 1..=run.last).find(past).unwrap_or(run.last + 1)
        });
    }
    if between_commas(words, quantity) && verb == next {
        verb += 1;
    }
    if let Some(behind) = behind_aside(words, quantity, verb) {
        return (behind, behind);
    }
    // "45 of the 50, or 90 per cent, finished the course"
    if tokens.at(verb, &[",", "or"]) {
        verb = (verb + 2..verb + 10).find(|&k| tokens.word(k) == ",").map_or(verb, |k| k + 1);
    }
    // "17 of 31 patients (55 per cent) given the drug slept": who they are goes on behind the bracket
    if verb > next && tokens.is(verb, Class::AssignVerb) && !words.acts(verb) {
        let whole = words.noun_phrase(verb).map_or(verb, |run| run.last + 1);
        verb = if words.acts(whole) { whole } else { verb };
    }
    // "or 12 per cent of the falls, could be avoided"
    if verb == after && tokens.word(verb) == "," && tokens.is(verb + 1, Class::Modal) {
        verb += 1;
    }
    (after, verb)
}

/// "said they slept", "reported at the end that they slept": where what they say of themselves begins.
fn reported(tokens: &Tokens, verb: usize) -> Option<usize> {
    /// Tokens from the verb to its clause at most.
    const REACH: usize = 7;
    let says = matches!(
        tokens.word(verb),
        "said"
            | "say"
            | "reported"
            | "report"
            | "admitted"
            | "claimed"
            | "told"
            | "felt"
            | "thought"
            | "believed"
            | "saying"
            | "reporting"
            | "admitting"
            | "claiming"
    );
    let they = |k: usize| matches!(tokens.word(k), "they" | "he" | "she");
    let mut ahead = (verb + 2..verb + REACH).take_while(|&k| tokens.is_word(k));
    let mut clause = || ahead.find(|&k| they(k) && tokens.before(k) == "that");
    says.then(|| if they(verb + 1) { Some(verb + 1) } else { clause() }).flatten().map(|k| k + 1)
}

/// "Of the 140 harbours, 62 per cent …": the people or things stand before the figure, so that its verb is next.
fn told_first(words: &Words, quantity: &Quantity, group: Option<Run>) -> bool {
    let tokens = words.tokens;
    let comma = before_hedges(tokens, quantity.first).wrapping_sub(1);
    group.is_some_and(|run| run.last + 1 == comma) && tokens.word(comma) == ","
}

/// A word that can be a verb in its plain form: no noun phrase begins with it.
pub fn bare_verb(tokens: &Tokens, k: usize) -> bool {
    tokens.is_word(k) && !tokens.classes(k).meets(OTHER_THAN_VERBS)
}

/// The group stands behind the predicate: "55 per cent were healthy in the obese group".
fn late(words: &Words, next: usize, group: Run) -> bool {
    // "9 per cent of sailors fell, in harbours without a nurse"
    let apart = || (next + 1..group.first).any(|k| words.tokens.word(k) == ",");
    group.first > next + 2 && (words.acts(next) || apart())
}
