//! A verb with what stands behind it in, whether the two tell an outcome out: "did not respond", "landed in the hospital".

use crate::text::{Class, Classes, Tokens};

/// "did not respond", "were found to have gout", "were born early", "gave up smoking", "pulled out".
pub fn idiom(tokens: &Tokens, verb: usize, at: usize) -> bool {
    let negated = match tokens.word(verb) {
        "did" if tokens.word(verb + 1) == "not" => Some(verb + 2),
        "didn't" => Some(verb + 1),
        _ => None,
    };
    let passive = at > verb && tokens.is(verb, Class::Be);
    let found = passive && tokens.at(at, &["found", "to"]);
    let born = passive
        && tokens.word(at) == "born"
        && matches!(
            tokens.word(at + 1),
            "prematurely" | "early" | "too" | "small" | "underweight" | "preterm" | "dead" | "stillborn" | "with"
        );
    let gave_up = tokens.at(at, &["gave", "up"]) || tokens.at(at, &["pulled", "out"]);
    // "did not have a relapse", but not "did not have gout"
    let spared = |k: usize| match tokens.word(k) {
        "have" => (k + 1..k + 4).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::Mishap)),
        _ => tokens.is(k, Class::Outcome),
    };
    negated.is_some_and(spared) || found || born || gave_up || befell(tokens, at, passive)
}

/// "fractured a hip", "put on weight", "were taken to hospital", "left the trial", "slept better".
fn befell(tokens: &Tokens, at: usize, passive: bool) -> bool {
    let word = tokens.word(at);
    let next = |words: &[&str]| words.contains(&tokens.word(at + 1));
    let hospital =
        |k: usize| tokens.word(k) == "to" && matches!(tokens.word(k + 1), "hospital" | "hospitals" | "casualty");
    match word {
        "fractured" | "broke" => next(&["a", "their", "bones"]),
        "fell" => !tokens.is_word(at + 1) || next(&["over", "down", "badly", "at", "and"]),
        "gained" | "lost" => next(&["weight"]),
        "put" => tokens.at(at + 1, &["on", "weight"]),
        "hurt" | "blinded" => passive,
        "taken" | "rushed" | "sent" => passive && hospital(at + 1),
        "went" => hospital(at + 1),
        "passed" => next(&["out", "away"]),
        "threw" | "wound" => next(&["up"]),
        "bowed" => next(&["out"]),
        "landed" => (at + 1..at + 5)
            .take_while(|&k| tokens.is_word(k))
            .any(|k| matches!(tokens.word(k), "hospital" | "intensive" | "emergency" | "icu")),
        "turned" | "proved" => proved_ill(tokens, if word == "turned" { at + 2 } else { at + 1 }),
        "picked" => tokens.at(at + 1, &["up", "an"]) && tokens.is(at + 3, Class::Condition),
        "harmed" => next(&["themselves"]),
        "left" => next(&["the"]) && tokens.is(at + 2, Class::StudyWork),
        "slept" => next(&["better", "worse", "badly"]),
        "gave" => next(&["birth"]) && matches!(tokens.word(at + 2), "early" | "prematurely"),
        _ => false,
    }
}

/// "(turned out) to have gout", "(proved) to be ill", but not "to be women".
fn proved_ill(tokens: &Tokens, to: usize) -> bool {
    const STATES: Classes = Classes::of(&[Class::HealthState, Class::Outlived, Class::Condition]);
    tokens.at(to, &["to", "have"])
        || tokens.at(to, &["to", "be"]) && (to + 2..to + 4).any(|k| tokens.classes(k).meets(STATES))
}

/// "a gout diagnosis", "an infection", but not "a flu jab".
pub fn names_condition(tokens: &Tokens, at: usize) -> bool {
    const LONGEST: usize = 5;
    let article = matches!(tokens.word(at), "a" | "an" | "another");
    let goes_on = |&k: &usize| (tokens.is_word(k) || tokens.word(k) == "-") && !tokens.is(k, Class::Preposition);
    let last = (at + 1..at + 1 + LONGEST).take_while(goes_on).last();
    article && last.is_some_and(|k| tokens.is(k, Class::Condition))
}

/// "got breast cancer", "got gout", but not "got flu jabs".
pub fn names_illness(tokens: &Tokens, at: usize) -> bool {
    const LONGEST: usize = 3;
    let named = (at..at + LONGEST)
        .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Preposition) && !tokens.is(k, Class::Article))
        .find(|&k| tokens.is(k, Class::Condition) || tokens.is(k, Class::Illness));
    named.is_some_and(|k| {
        !tokens.is_word(k + 1) || tokens.is(k + 1, Class::Preposition) || tokens.is(k + 1, Class::StopPhrase)
    })
}

/// "still had colic", "had bad pain".
pub fn still_ill(tokens: &Tokens, at: usize) -> bool {
    (at..at + 4)
        .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Preposition))
        .any(|k| tokens.is(k, Class::Condition) || tokens.is(k, Class::OutcomeStrong))
}
