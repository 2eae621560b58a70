//! A count without a noun that is set off from the people it is of in, what it counts out: "90 cooks, 40 on rum and 50 on
//! water", "The rest, 310, drank water", "There were 90 in all", "women, who made up 40 of the total".

use crate::model::{Role, Scope};
use crate::text::{Class, Classes, Quantity, Tokens};

use super::beside::{joined_before, phrase_start, qualifies, treats};
use super::counting::{What, read};
use super::group_count::{FEWEST, in_all};
use super::nouns::counted_noun;
use super::own_events::study_near;
use super::parts::is_count;
use super::predicate::{Fate, allotted, fate};
use super::scene::Scene;

/// A part of those told before it in the sentence, the rest of them, or all of them.
pub fn set_off(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    if scene.is_abstract {
        return None;
    }
    the_rest(scene, quantity)
        .or_else(|| taken_on(scene, quantity))
        .or_else(|| made_up(scene, quantity).or_else(|| all_there(scene, quantity)).map(What::Sample))
        .or_else(|| part_of_them(scene, quantity, scope, lenders))
}

/// "The rest, 310, drank water", "the others – 310 of them – went home", "The control group, 310 in all, drank water".
fn the_rest(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const LONGEST_GROUP: usize = 5;
    let tokens = scene.tokens();
    let mark = phrase_start(tokens, quantity.first).checked_sub(1)?;
    if !matches!(tokens.word(mark), "," | "–" | "-" | "(") || mark == 0 {
        return None;
    }
    let next = quantity.last + 1;
    let (told_all, close) = if in_all(tokens, next) {
        (true, next + if tokens.is(next, Class::Preposition) { 2 } else { 1 })
    } else if tokens.at(next, &["of", "them"]) {
        (true, next + 2)
    } else {
        (false, if tokens.word(next) == "people" { next + 1 } else { next })
    };
    if !matches!(tokens.word(close), "," | "–" | "-" | ")") {
        return None;
    }
    let rest = matches!(tokens.before(mark), "rest" | "remainder" | "others" | "remaining")
        || tokens.ends_at(mark, &["other", "half"]);
    let subject = mark.saturating_sub(LONGEST_GROUP)..mark;
    let group =
        told_all && subject.clone().any(|k| tokens.classes(k).has_either(Class::PeopleGroup, Class::ControlWord));
    // "A few cooks, six in all, fell ill", "Several cooks (six) fell ill"
    let people = (told_all || tokens.word(mark) == "(" && close == next)
        && subject.into_iter().any(|k| tokens.is(k, Class::People));
    if !(rest || people || group) || !study_near(scene) {
        return None;
    }
    match fate(tokens, close) {
        Some((Fate::Outcome, _)) => Some(What::Event),
        _ if !(rest || group) || quantity.value.low < FEWEST => None,
        Some((Fate::Described, verb)) if tokens.is(verb, Class::Be) || matches!(tokens.word(verb), "had" | "lived") => {
            Some(What::Sample(Role::Subgroup))
        }
        _ => Some(What::Sample(Role::Arm)),
    }
}

/// "The team screened 900 and enrolled 310", "began with 900 cooks and ended with 310": the object of what a study does.
fn taken_on(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const SUBJECT: usize = 8;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    let ends = !tokens.is_word(next) && !matches!(tokens.word(next), "-" | "%" | "/")
        || matches!(tokens.word(next), "and" | "but" | "at" | "for" | "to");
    let verb = match (tokens.word(start.wrapping_sub(2)), tokens.before(start)) {
        ("signed", "up") | ("ended" | "finished" | "started" | "began", "with") => start.checked_sub(2)?,
        _ => start.checked_sub(1)?,
    };
    if !ends || verb == 0 || quantity.value.low < FEWEST {
        return None;
    }
    let larger = |q: &Quantity| is_count(q) && q.value.low > quantity.value.low;
    let after_all = scene.quantities_before(quantity.first).iter().any(larger);
    let role = match tokens.word(verb) {
        "screened" => Role::Screened,
        "enrolled" | "recruited" | "randomized" | "randomised" | "enlisted" | "signed" | "started" | "began" => {
            Role::Total
        }
        "ended" | "finished" | "followed" | "kept" if after_all => Role::Completed,
        _ => return None,
    };
    // "In all, the trial enrolled 310", "Hale screened 900 cooks and enrolled 310", but not "had enrolled 310 by May"
    let study = |k: usize| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::Researcher);
    let known = after_all || (verb.saturating_sub(SUBJECT)..verb).any(study);
    (known && study_near(scene)).then_some(What::Sample(role))
}

/// "women, who made up 40 of the total", "cooks accounted for 40 of the group".
fn made_up(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    const SUBJECT: usize = 8;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let verb = match tokens.before(start) {
        "for" | "up" => start.checked_sub(2)?,
        _ => start.checked_sub(1)?,
    };
    let all = tokens.at(quantity.last + 1, &["of", "the"])
        && matches!(tokens.word(quantity.last + 3), "total" | "whole" | "group" | "lot" | "sample" | "cohort")
        && !(tokens.is_word(quantity.last + 4) && tokens.is(quantity.last + 4, Class::Whole));
    let people =
        || (verb.saturating_sub(SUBJECT)..verb).any(|k| tokens.is(k, Class::People) || tokens.word(k) == "who");
    let part = all && tokens.is(verb, Class::MakesUp) && quantity.value.low >= FEWEST && people();
    (part && study_near(scene)).then_some(Role::Subgroup)
}

/// "There were 90 in all: 40 who …", "In all, there were 90", "There were 90 of them, 40 on rum".
fn all_there(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    let there = tokens.ends_at(start, &["there", "were"]) && quantity.value.low >= FEWEST;
    let whole = in_all(tokens, next)
        || start >= 5 && in_all(tokens, 0) && !tokens.is_word(next)
        || tokens.at(next, &["of", "them"]) && !tokens.is_word(next + 2);
    // of deaths or boats told before, "in all" tells those
    let befell = scene.previous().is_some_and(|before| before.tokens.any(Class::EventNoun));
    (there && whole && !befell && study_near(scene)).then_some(Role::Total)
}

/// "90 cooks, 40 on rum and 50 on water", "90 cooks (40 with gout)", "90 cooks, including 40 in Hull".
fn part_of_them(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    /// Tokens from one part to the next, or from the people to their first part.
    const NEAR: usize = 16;
    const LONGEST_LIST: usize = 4;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    // "including 40 on pills", "including 40 in Hull" are a part, whatever they took
    let included = tokens.before(start) == "including" || tokens.ends_at(start, &["among", "them"]);
    let place = included && tokens.word(next) == "in" && tokens.is_word(next + 1) && quantity.value.low >= FEWEST;
    let known = known_by(tokens, next).or(place.then_some(Role::Subgroup))?;
    let known = if included { Role::Subgroup } else { known };
    let led = matches!(tokens.before(start), "," | "–" | ":" | "(" | ";")
        || included
        || joined_before(tokens, quantity.first);
    if !led {
        return None;
    }
    let mut at = quantity.first;
    let mut first = start;
    for whole in scene.quantities_before(quantity.first).iter().rev().take(LONGEST_LIST) {
        if !is_count(whole) || at - whole.last > NEAR {
            return None;
        }
        if known_by(tokens, whole.last + 1).is_some() && counted_noun(tokens, whole.last + 1).is_none() {
            (at, first) = (whole.first, phrase_start(tokens, whole.first));
            continue;
        }
        let mark = if tokens.before(first) == "including" { first - 2 } else { first.checked_sub(1)? };
        let mark = if tokens.ends_at(first, &["among", "them"]) { first.checked_sub(3)? } else { mark };
        let apart = matches!(tokens.word(mark), "," | "–" | ":" | "(");
        if !apart || whole.value.low < quantity.value.low {
            return None;
        }
        return Some(match read(scene, whole, scope, lenders.checked_sub(1)?)?.what {
            What::Event => What::Event,
            What::Sample(Role::Unknown) => return None,
            What::Sample(_) if !included && beside_an_arm(scene, quantity) => What::Sample(Role::Arm),
            What::Sample(_) => What::Sample(known),
        });
    }
    None
}

/// "40 whose legs were taped and 50 who were given pills": one of two that are told apart by what they got.
fn beside_an_arm(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 16;
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let arm = |at: usize| {
        scene.quantities().get(at).filter(|q| is_count(q) && q.first.abs_diff(quantity.first) <= NEAR).is_some_and(
            |q| counted_noun(tokens, q.last + 1).is_none() && known_by(tokens, q.last + 1) == Some(Role::Arm),
        )
    };
    arm(at + 1) || at.checked_sub(1).is_some_and(arm)
}

/// "on rum", "in the rum group", "per arm", "with gout", "whose knees were taped", "of them women" begins at `at`: what those
/// counted before it are known by.
fn known_by(tokens: &Tokens, at: usize) -> Option<Role> {
    const LONGEST_GROUP: usize = 5;
    let group = |k: usize| tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::ControlWord);
    let in_group = |from: usize| (from..from + LONGEST_GROUP).take_while(|&k| tokens.is_word(k)).any(group);
    let at = if tokens.at(at, &["of", "them"]) { at + 2 } else { at };
    match tokens.word(at) {
        "in" if matches!(tokens.word(at + 1), "the" | "each" | "either" | "a") && in_group(at + 2) => Some(Role::Arm),
        "per" if in_group(at + 1) => Some(Role::Arm),
        "on" => {
            const TIMES: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::TimeUnit]);
            let named = tokens.is_word(at + 1) && !tokens.classes(at + 1).meets(TIMES);
            (named && !matches!(tokens.word(at + 1), "a" | "average" | "one" | "two")).then_some(Role::Arm)
        }
        // "40 took rum" is a statement of its own
        word if treats(tokens, at) && (word == "who" || word.ends_with("ing") || allotted(word)) => Some(Role::Arm),
        _ if qualifies(tokens, at) => Some(Role::Subgroup),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn set_off_from_their_people() {
        for (text, found) in [
            (
                "The trial took 90 cooks, 40 in the rum group and 50 in the water group.",
                vec!["total 90 cooks", "arm 40", "arm 50"],
            ),
            ("The trial was small: 36 cooks, 17 on rum and 19 on water.", vec!["total 36 cooks", "arm 17", "arm 19"]),
            ("The trial took 90 cooks (40 on rum, 50 on water).", vec!["total 90 cooks", "arm 40", "arm 50"]),
            ("The study followed 90 cooks, 40 with gout.", vec!["total 90 cooks", "subgroup 40"]),
            ("The study followed 90 cooks, among them 40 with gout.", vec!["total 90 cooks", "subgroup 40"]),
            ("The study followed 90 cooks, including 40 on pills.", vec!["total 90 cooks", "subgroup 40"]),
            ("The study took 90 cooks. The rest, 310, drank water.", vec!["total 90 cooks", "arm 310"]),
            ("In the trial some drank rum; the remainder, 310, got nothing.", vec!["arm 310"]),
            ("The trial began. The others – 310 of them – went on as before.", vec!["arm 310"]),
            ("The trial began. A control group, 310 in all, drank water.", vec!["arm 310"]),
            ("The trial began. The rest, 12, died.", vec!["event 12"]),
            ("The trial began. A few nurses, six in all, fell ill.", vec!["event six"]),
            ("The trial began. Several nurses (six) fell ill.", vec!["event six"]),
            ("In the study, the women, who made up 40 of the total, slept well.", vec!["subgroup 40"]),
            (
                "The study is small. There were 90 in all, 40 whose boats had sunk and 50 with boats afloat.",
                vec!["total 90", "subgroup 40", "subgroup 50"],
            ),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn set_off_from_other_things() {
        for text in [
            "The study took boats, 40 on rivers.",
            "In the study the rest, 310 miles, was water.",
            "The rest, 310, drank water.",
            "In the study, rum made up 40 of the total calories.",
            "The study began. There were 90 in a drawer.",
            "There were 90 in all.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
