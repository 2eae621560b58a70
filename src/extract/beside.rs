//! A count in, what stands beside it out: its share in brackets, the group named after it, the joint with the count before.

use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::nouns::counted_noun;
use super::scene::Scene;

/// "183 (88.4%)", "seven patients [24%]", "14% (512)": the share stands beside the count that ends with `last`.
pub fn share_beside(scene: &Scene, quantity: &Quantity, last: usize) -> bool {
    let tokens = scene.tokens();
    let percent = |at: usize, end: bool| {
        let near = scene.quantities().partition_point(|q| q.first + 1 < at.min(quantity.first));
        scene.quantities()[near.saturating_sub(1)..]
            .iter()
            .take(4)
            .any(|q| q.unit == Unit::Percent && if end { q.last == at } else { phrase_start(tokens, q.first) == at })
    };
    let after = matches!(tokens.word(last + 1), "(" | "[") && percent(last + 2, false);
    let before = matches!(tokens.before(quantity.first), "(" | "[")
        && matches!(tokens.word(last + 1), ")" | "]" | "," | ";")
        && quantity.first >= 2
        && percent(quantity.first - 2, true);
    after || before || second_in_bracket(scene, quantity, last)
}

/// "a third (30%; 58)", "(30%, 58)": the count behind the share in the same bracket.
fn second_in_bracket(scene: &Scene, quantity: &Quantity, last: usize) -> bool {
    let tokens = scene.tokens();
    let led = quantity.first >= 2 && matches!(tokens.before(quantity.first), ";" | ",");
    let closed = matches!(tokens.word(last + 1), ")" | "]");
    let share = |q: &&Quantity| q.last + 2 == quantity.first && matches!(tokens.before(q.first), "(" | "[");
    let before = scene.quantities_before(quantity.first).last();
    led && closed && before.filter(share).is_some_and(|q| q.unit == Unit::Percent)
}

/// Where a number begins with the words that bound or hedge it: "at least", "just over", "an estimated", "a further".
#[inline]
pub fn phrase_start(tokens: &Tokens, first: usize) -> usize {
    // its last word tells most
    if first > 0 && may_end_lead(tokens, first - 1) { led_from(tokens, first) } else { first }
}

#[inline]
fn may_end_lead(tokens: &Tokens, k: usize) -> bool {
    const ENDS: Classes = Classes::of(&[Class::Approx, Class::NumberLead]);
    tokens.classes(k).meets(ENDS)
}

#[inline(never)]
fn led_from(tokens: &Tokens, first: usize) -> usize {
    let mut at = first;
    while at > 0 && may_end_lead(tokens, at - 1) {
        let last = tokens.word(at - 1);
        let two = match last {
            "least" => tokens.before(at - 1) == "at",
            "to" => matches!(tokens.before(at - 1), "up" | "close"),
            "of" => tokens.before(at - 1) == "total",
            _ => false,
        };
        at -= match last {
            _ if two => 2,
            _ if tokens.is(at - 1, Class::Approx) => 1,
            "more" | "fewer" | "less" | "than" | "over" | "under" | "only" => 1,
            "just" | "well" | "further" | "another" | "additional" => 1,
            "a" | "an" if at < first => 1,
            _ => return at,
        };
    }
    at
}

/// Where the words about the group begin: after the number, or after its share in brackets.
pub fn group_at(scene: &Scene, quantity: &Quantity) -> usize {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "(" | "[") {
        return next;
    }
    const LONGEST_BRACKET: usize = 24;
    (next..next + LONGEST_BRACKET).find(|&k| matches!(tokens.word(k), ")" | "]")).map_or(next, |close| close + 1)
}

/// "with asthma", "without it", "who smoked", "using aids", "aged over 60" begins at `at`.
pub fn qualifies(tokens: &Tokens, at: usize) -> bool {
    let participle = tokens.word(at).ends_with("ing") && tokens.is_word(at) && !tokens.is(at, Class::Preposition);
    participle || matches!(tokens.word(at), "with" | "without" | "who" | "who'd" | "who've" | "whose" | "aged")
}

/// "undergoing surgery", "having it", "who received drugs", "given water" begins at `at`.
pub fn treats(tokens: &Tokens, at: usize) -> bool {
    let treated = |k: usize| tokens.is(k, Class::AssignVerb) || tokens.is(k, Class::TreatedBy);
    let verb = if tokens.is(at + 1, Class::Be) { at + 2 } else { at + 1 };
    tokens.word(at) == "having"
        || treated(at) && tokens.word(at + 1) != "part"
        // "who put on weight" were given nothing
        || tokens.word(at) == "who"
            && treated(verb)
            && tokens.word(verb + 1) != "part"
            && (tokens.word(verb) != "put" || verb > at + 1)
}

/// "in the placebo group" begins at `at`.
pub fn in_arm(tokens: &Tokens, at: usize) -> bool {
    tokens.at(at, &["in", "the"]) && (at + 2..at + 6).any(|k| tokens.is(k, Class::PeopleGroup))
}

/// "and", "versus", "compared with", "and only" before the number.
pub fn joined_before(tokens: &Tokens, first: usize) -> bool {
    let hedge = tokens.is(first.wrapping_sub(1), Class::Approx) || matches!(tokens.before(first), "only" | "just");
    let at = if hedge { first - 1 } else { first };
    let at = if tokens.before(at) == "." && at >= 2 && matches!(tokens.word(at - 2), "vs" | "v") { at - 1 } else { at };
    let in_too = matches!(tokens.before(at), "in" | "for") && at > 1;
    let at = if in_too { at - 1 } else { at };
    matches!(tokens.before(at), "and" | "but" | "versus" | "vs" | "v" | "against" | "while" | "whereas")
        || tokens.ends_at(at, &["compared", "with"])
        || tokens.ends_at(at, &["compared", "to"])
        || tokens.ends_at(at, &["contrast", "to"])
        || tokens.ends_at(at, &["opposed", "to"])
        || tokens.ends_at(at, &[","])
        || tokens.ends_at(at, &[";"])
}

/// "in the placebo arm", "on the drug", "for B", "with saline": another group of the study follows.
pub fn names_a_group(scene: &Scene, at: usize) -> bool {
    let tokens = scene.tokens();
    let label = tokens.is(at, Class::ControlWord) || tokens.is(at, Class::TreatmentWord);
    matches!(tokens.word(at), "in" | "on" | "with" | "without" | "for" | "to" | "among" | "did")
        || scene.is_abstract && (label || matches!(tokens.word(at), ")" | "assigned" | "allocated" | "receiving"))
}

pub fn following<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    scene.quantities().get(at)
}

/// One of the counts shortly before this one has a noun.
pub fn people_before(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let quantities = scene.quantities();
    let at = quantities.partition_point(|q| q.first < quantity.first);
    quantities[at.saturating_sub(NEAR)..at].iter().any(|q| counted_noun(scene.tokens(), q.last + 1).is_some())
}

/// "25 per group", "20 in each arm".
pub fn per_group(tokens: &Tokens, next: usize) -> bool {
    let each = tokens.at(next, &["in", "each"]) || tokens.at(next, &["for", "each"]);
    (tokens.word(next) == "per" && tokens.is(next + 1, Class::PeopleGroup))
        || (each && tokens.is(next + 2, Class::PeopleGroup))
}

/// "Of the first cohort," or "Out of the whole sample," ends before token `start`.
pub fn of_all_before(tokens: &Tokens, start: usize) -> bool {
    const LONGEST: usize = 12;
    let of = if tokens.word(0) == "out" { 1 } else { 0 };
    let body = |k: usize| matches!(tokens.word(k), "sample" | "cohort" | "participants" | "group" | "population");
    (of + 2..=LONGEST).contains(&start)
        && tokens.word(of) == "of"
        && tokens.word(of + 1) == "the"
        && tokens.before(start) == ","
        && (of + 2..start).any(body)
}

/// "45 nurses served as controls", "45 nurses formed the comparison group".
pub fn are_controls(tokens: &Tokens, noun: usize) -> bool {
    const NEAR: usize = 8;
    const LONGEST: usize = 5;
    let stands = |k: usize| {
        matches!(tokens.word(k), "served" | "acted" | "formed" | "were" | "comprised" | "provided")
            && matches!(tokens.word(k + 1), "as" | "the" | "a")
    };
    let group = |k: usize| {
        let named = matches!(tokens.word(k), "control" | "comparison") && tokens.is(k + 1, Class::PeopleGroup);
        named || tokens.word(k) == "controls"
    };
    let verb = (noun + 1..noun + NEAR).take_while(|&k| tokens.is_word(k)).find(|&k| stands(k));
    verb.is_some_and(|verb| (verb + 1..verb + LONGEST).any(group))
}
