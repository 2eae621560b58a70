//! A count of people in, whether another group is told beside it out: "9,000 women who had it and 37,000 who did not".

use crate::extract::beside::{phrase_start, qualifies};
use crate::extract::nouns::{Counted, counted_noun};
use crate::extract::parts::is_count;
use crate::extract::scene::Scene;
use crate::model::Role;
use crate::text::{Class, Quantity, Tokens};

use super::LEAST_TOTAL;

/// "9,000 women who had the implant and 37,000 women who chose surgery": two groups told apart by what they are.
pub fn one_of_two(scene: &Scene, quantity: &Quantity, noun: usize) -> Option<Role> {
    if scene.is_abstract {
        return None;
    }
    let other = |q: &&Quantity| is_count(q) && q.first != quantity.first && q.value.low >= LEAST_TOTAL.into();
    let tokens = scene.tokens();
    let told_apart = |left: &Quantity, right: &Quantity| {
        let participle = |q: &Quantity| {
            let next = q.last + 1;
            let treated = tokens.is(next, Class::AssignVerb) || tokens.word(next) == "having";
            (treated && tokens.word(next).ends_with("ing")).then_some(q.last)
        };
        let noun = |q: &Quantity| match counted_noun(tokens, q.last + 1) {
            Some((_, Counted::Studies)) => None,
            Some((noun, _)) => Some(noun),
            None if compared_with(tokens, q.first)
                && (qualifies(tokens, q.last + 1) || tokens.word(q.last + 1) == "others") =>
            {
                Some(q.last)
            }
            None => participle(q),
        };
        if !joined(tokens, right.first) {
            return false;
        }
        let nouns = [left, right].map(noun);
        let [Some(first), Some(second)] = nouns else { return false };
        right.first > first
            && right.first - first <= LONGEST_GROUP
            && (qualified(tokens, first) || qualified(tokens, second) || set_against(tokens, right.first))
    };
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let near = at.saturating_sub(NEIGHBOURS)..scene.quantities().len().min(at + NEIGHBOURS);
    let mut counts = scene.quantities()[near].iter().filter(other);
    let beside =
        counts.any(|q| if q.first < quantity.first { told_apart(q, quantity) } else { told_apart(quantity, q) });
    if !beside {
        return None;
    }
    let treated =
        (noun + 1..noun + LONGEST_GROUP).take_while(|&k| tokens.is_word(k) && tokens.word(k) != "and").any(|k| {
            // "took part" and "had given birth" treat nobody
            let active = tokens.word(k) == "given" && matches!(tokens.before(k), "had" | "have" | "has");
            tokens.is(k, Class::TreatedBy) && tokens.word(k + 1) != "part" && !active
        }) || on_something(tokens, noun + 1)
            || tokens.is(noun + 1, Class::AssignVerb) && tokens.word(noun + 1).ends_with("ing");
    Some(if treated { Role::Arm } else { Role::Subgroup })
}

/// "on rum", "on the oil", but not "on the quay": what is swallowed follows.
pub fn on_something(tokens: &Tokens, on: usize) -> bool {
    let what =
        |k: usize| tokens.is(k, Class::Food) || tokens.is(k, Class::ControlWord) || tokens.is(k, Class::TreatmentWord);
    tokens.word(on) == "on" && (on + 1..on + 4).take_while(|&k| tokens.is_word(k)).any(what)
}

/// Figures on either side among which another group is looked for.
const NEIGHBOURS: usize = 6;

/// Tokens between the nouns of two groups told apart at most.
const LONGEST_GROUP: usize = 24;

/// "compared 700 who slept well with 1,400 who did not"
fn compared_with(tokens: &Tokens, first: usize) -> bool {
    let start = phrase_start(tokens, first);
    matches!(tokens.before(start), "with" | "to" | "against")
        && (0..start).any(|k| matches!(tokens.word(k), "compare" | "compared" | "comparing" | "matched"))
}

/// "… and compared it with 640,300 healthy people".
fn set_against(tokens: &Tokens, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|k| matches!(tokens.word(k), "compare" | "compared" | "matched" | "against"))
}

/// "and", "with", "to" before the number and its bound ("and nearly").
fn joined(tokens: &Tokens, first: usize) -> bool {
    let mut at = first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx) || matches!(tokens.before(at), "more" | "than" | "over" | "another"))
    {
        at -= 1;
    }
    // "were compared with those of 52 nurses"
    if tokens.ends_at(at, &["those", "of"]) || tokens.ends_at(at, &["that", "of"]) {
        at -= 2;
    }
    // "which they set beside the records of 52 nurses"
    let of_data = tokens.before(at) == "of" && tokens.is(at.wrapping_sub(2), Class::Gathered);
    if of_data {
        let first = (at.saturating_sub(5)..at - 1).rev().find(|&k| matches!(tokens.word(k), "with" | "to" | "against"));
        at = first.map_or(at, |k| k + 1);
    }
    // "beside a comparison group of 1,990 people"
    let group = tokens.ends_at(at, &["group", "of"]) && at >= 4;
    if group && tokens.is(at - 3, Class::ControlWord) {
        at -= if tokens.is(at - 4, Class::Article) { 4 } else { 3 };
    }
    matches!(tokens.before(at), "and" | "with" | "to" | "against" | "beside" | "alongside" | "plus" | "versus" | "vs")
}

/// "who had …", "with asthma", "of similar age": the noun's people are told apart from others.
fn qualified(tokens: &Tokens, noun: usize) -> bool {
    // "newly diagnosed with gout", "900 healthy people"
    let at = if tokens.word(noun + 1).ends_with("ly") { noun + 2 } else { noun + 1 };
    matches!(tokens.word(noun + 1), "who" | "with" | "without" | "of" | "whose" | "free" | "having")
        || matches!(tokens.word(at), "diagnosed" | "hospitalised" | "hospitalized")
        || matches!(tokens.before(noun), "healthy" | "unaffected")
        || tokens.is(noun + 1, Class::AssignVerb) && tokens.word(noun + 1).ends_with("ing")
}

/// "52,000 asthma patients and 187,000 people without asthma", "compared it with 900 healthy people".
pub fn beside_another_group(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    if scene.is_abstract {
        return false;
    }
    let follows = |k: usize| {
        scene
            .quantities()
            .iter()
            .any(|q| q.first == k && is_count(q) && (q.last + 1..q.last + 4).any(|j| tokens.is(j, Class::People)))
    };
    let first_of_two = matches!(tokens.word(noun + 1), "and" | "with") && follows(noun + 2);
    let second_of_two =
        tokens.before(quantity.first) == "and" && quantity.first >= 2 && tokens.is(quantity.first - 2, Class::People);
    let healthy = (quantity.last + 1..noun).any(|k| matches!(tokens.word(k), "healthy" | "unaffected"));
    let compared = healthy && (quantity.first.saturating_sub(4)..quantity.first).any(|k| tokens.word(k) == "compared");
    first_of_two || second_of_two || compared
}
