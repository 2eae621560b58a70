//! A count of people with its noun in, whether the clause around it tells what came of them out, where they are not its plain
//! subject: "In nine cooks, the scar tore", "Scans turned up gout in 40 nurses", "Syrup had to be given to 12 cooks".

use crate::model::Scope;
use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::own_events::study_near;
use super::response_rate::{ill, is_care};
use super::scene::Scene;

pub fn came_of(scene: &Scene, quantity: &Quantity, noun: usize, scope: Scope) -> bool {
    let tokens = scene.tokens();
    if scene.is_abstract || scope != Scope::ThisStudy || tokens.word(quantity.last + 1) == "-" {
        return false;
    }
    let start = phrase_start(tokens, quantity.first);
    fronted(tokens, quantity, start, noun)
        || ill_found_in(tokens, start)
        || affecting(tokens, start)
        || had_to_be_done(tokens, start)
        || had_an_ill_in_an_arm(tokens, start, noun)
        || still_so(scene, noun)
}

/// "In nine cooks, the scar tore": the clause behind tells it. "In 900 cooks, oats did better than rum" tells of a study.
fn fronted(tokens: &Tokens, quantity: &Quantity, start: usize, noun: usize) -> bool {
    const MOST: u32 = 500;
    const LONGEST_GROUP: usize = 8;
    const SUBJECT: usize = 6;
    let Some(lead) = start.checked_sub(1) else { return false };
    let opens = lead == 0 || matches!(tokens.before(lead), "," | ";" | ":" | "but" | "and" | "–");
    if !opens || !matches!(tokens.word(lead), "in" | "for") || quantity.value.low > MOST.into() {
        return false;
    }
    let Some(comma) = (noun + 1..=noun + LONGEST_GROUP).find(|&k| tokens.word(k) == ",") else { return false };
    // what a treatment did to them is the study
    let theirs = matches!(tokens.word(comma + 1), "the" | "their" | "it" | "symptoms" | "pain" | "a" | "an");
    let treats = |k: usize| {
        tokens.classes(k).has_either(Class::StudyWork, Class::TreatmentWord)
            || tokens.is(k, Class::Researcher)
            || matches!(tokens.word(k), "drug" | "than" | "compared" | "average" | "mean" | "median")
    };
    let clause = || (comma + 1..tokens.len()).take_while(|&k| tokens.word(k) != ";");
    let told = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") && tokens.word(k).len() > 4;
    theirs && !clause().any(treats) && (comma + 2..=comma + 1 + SUBJECT).any(told)
}

/// "turned up gout in 40 nurses", "found no trace of gout in nine": what was found in them, by whomever.
fn ill_found_in(tokens: &Tokens, start: usize) -> bool {
    const REACH: usize = 8;
    let Some(lead) = start.checked_sub(1).filter(|&k| matches!(tokens.word(k), "in" | "among")) else { return false };
    let finds = |k: usize| match tokens.word(k) {
        "found" | "detected" | "spotted" | "uncovered" | "discovered" | "missed" | "caught" | "revealed"
        | "diagnosed" | "confirmed" | "identified" | "saw" | "showed" => true,
        "up" => matches!(tokens.before(k), "turned" | "picked"),
        _ => false,
    };
    let clause = || (lead.saturating_sub(REACH)..lead).rev().take_while(|&k| tokens.is_word(k) && !tokens.is_number(k));
    let Some(verb) = clause().find(|&k| finds(k)) else { return false };
    // "was diagnosed in 40 nurses"
    if verb + 1 == lead {
        return (verb.saturating_sub(2)..verb).any(|k| matches!(tokens.word(k), "was" | "were" | "been"))
            && (0..verb).any(|k| ill(tokens, k));
    }
    let plain = |k: usize| {
        !tokens.is(k, Class::Be)
            && !tokens.is(k, Class::People)
            && !matches!(
                tokens.word(k),
                "that"
                    | "link"
                    | "links"
                    | "association"
                    | "difference"
                    | "effect"
                    | "effects"
                    | "which"
                    | "gene"
                    | "study"
            )
    };
    (verb + 1..lead).all(plain) && (verb + 1..lead).any(|k| ill(tokens, k))
}

/// ", affecting 12 cooks in the oats group": an ill told before.
fn affecting(tokens: &Tokens, start: usize) -> bool {
    let Some(verb) = start.checked_sub(1) else { return false };
    matches!(tokens.word(verb), "affecting" | "striking" | "hitting")
        && tokens.before(verb) == ","
        && (0..verb).any(|k| ill(tokens, k))
}

/// "Syrup had to be given to 12 of the cooks", "was needed in 12 cooks".
fn had_to_be_done(tokens: &Tokens, start: usize) -> bool {
    const REACH: usize = 5;
    let Some(lead) = start.checked_sub(1).filter(|&k| matches!(tokens.word(k), "to" | "in" | "for" | "on")) else {
        return false;
    };
    let from = lead.saturating_sub(REACH);
    let forced = (from..lead).any(|k| tokens.at(k, &["had", "to", "be"]));
    let needed = matches!(tokens.before(lead), "needed" | "required" | "necessary")
        && (from..lead).any(|k| tokens.is(k, Class::Be))
        && (0..lead).any(|k| is_care(tokens, k));
    forced || needed
}

/// "In the oats group only seven cooks had gout": told of an arm, it is no description.
fn had_an_ill_in_an_arm(tokens: &Tokens, start: usize, noun: usize) -> bool {
    const NEAR: usize = 4;
    if !matches!(tokens.word(noun + 1), "had" | "got" | "did") || tokens.word(0) != "in" {
        return false;
    }
    let arm = (1..start).any(|k| tokens.is(k, Class::PeopleGroup) && tokens.before(k) != "age");
    let ends = |k: usize| !tokens.is_word(k);
    let it = matches!(tokens.word(noun + 2), "it" | "one" | "them" | "so") && ends(noun + 3);
    let ills = || (noun + 2..noun + 2 + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| ill(tokens, k));
    arm && start > 2 && (it || ends(noun + 2) || ills())
}

/// "Nine patients have since relapsed", "Nine patients are still alive": what is so now, told of those in the study.
fn still_so(scene: &Scene, noun: usize) -> bool {
    let tokens = scene.tokens();
    if !tokens.is(noun, Class::StudyPeople) {
        return false;
    }
    let next = tokens.word(noun + 1);
    let then = tokens.word(noun + 2);
    let so = || matches!(then, "still" | "alive" | "free" | "well");
    let symptom_free = || tokens.at(noun + 3, &["-", "free"]);
    let stays = match next {
        "are" => so(),
        "remain" => so() || symptom_free() || then == "in" || tokens.is(noun + 2, Class::HealthState),
        _ => false,
    };
    let since = matches!(next, "have" | "has")
        && (then == "since"
            || tokens.is(noun + 2, Class::OutcomeStrong)
            || matches!(then, "died" | "relapsed" | "recovered"));
    (stays || since) && study_near(scene)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    const STUDY: &str = "The study of oats followed 4,500 cooks. ";

    #[test]
    fn what_came_of_those_who_are_no_plain_subject() {
        for (told, found) in [
            ("In nine cooks, the scar tore within days.", "event nine cooks"),
            ("For 34 cooks, the pain never came back.", "event 34 cooks"),
            ("Gout was later diagnosed in 71 cooks.", "event 71 cooks"),
            ("Scans turned up gout in 71 cooks.", "event 71 cooks"),
            ("Doctors found no sign of gout in 71 cooks.", "event 71 cooks"),
            ("Serious cramps were few, affecting 11 cooks in the oats group.", "event 11 cooks"),
            ("Syrup had to be given to 26 of the cooks.", "event 26 of the cooks"),
            ("A second operation was needed in 12 cooks.", "event 12 cooks"),
            ("In the oats group only seven cooks had gout.", "event seven cooks"),
            ("Nine patients have since relapsed.", "event Nine patients"),
            ("Nine patients remain free of gout.", "event Nine patients"),
        ] {
            assert_eq!(counts(&format!("{STUDY}{told}")).last().map(String::as_str), Some(found), "{told}");
        }
    }

    #[test]
    fn those_in_whom_something_was_studied() {
        for told in [
            "In 71 cooks, the syrup worked better than rum.",
            "In 4,100 cooks, the pain never came back.",
            "They found a link with gout in 71 cooks.",
            "Gout is diagnosed in 71 cooks a year.",
            "The team found that gout is rare in 71 cooks.",
            "The syrup was given to 26 of the cooks.",
            "Consent was needed for 12 cooks.",
            "At the start, seven cooks had gout.",
            "Nine doctors remain in the town.",
        ] {
            assert!(!counts(&format!("{STUDY}{told}")).iter().any(|c| c.starts_with("event")), "{told}");
        }
    }
}
