//! A share in, whether an illness was seen in its people out: "there was a rash in 12% of those on rum", "they
//! found clots in 9%", "12% had tests that showed gout".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::acted::{behind_hedges, stands_for_people};
use super::outcome::{came_about, condition, ill};

/// The illness stands before "in", and before that who or what saw it.
pub fn ill_seen_in(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 9;
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let Some(led) = left.checked_sub(1).filter(|&k| matches!(tokens.word(k), "in" | "among")) else { return false };
    let seen = |k: usize| {
        let there = k > 0 && tokens.before(k) == "there" && matches!(tokens.word(k), "was" | "were");
        // "was recorded" has another subject, "gout recorded in the past" is told of before
        let active = matches!(
            tokens.word(k),
            "recorded" | "saw" | "found" | "noted" | "detected" | "observed" | "identified" | "diagnosed"
        ) && !tokens.is(k.wrapping_sub(1), Class::Be)
            && k > 0;
        // "was associated with a rash in"
        let tied =
            matches!(tokens.word(k), "associated" | "linked" | "tied") && matches!(tokens.word(k + 1), "with" | "to");
        there || active || tied
    };
    let name = (led.saturating_sub(LONGEST_NAME)..led).rev().take_while(|&k| tokens.is_word(k));
    let Some(verb) = name.into_iter().find(|&k| seen(k)) else { return false };
    // "doctors found clots in 4% of the cooks"
    let examined = || {
        matches!(tokens.word(verb), "found" | "saw" | "detected" | "spotted" | "diagnosed" | "identified")
            && (verb.saturating_sub(LONGEST_FINDER)..verb).any(|k| finds(tokens, k))
    };
    let it = || {
        tokens.word(verb + 1) == "it"
            && verb + 2 == led
            && scene.previous().is_some_and(|before| names_an_ill(&before.tokens))
    };
    let named = (verb + 1..led).any(|k| ill(tokens, k)) || it();
    let people = stands_for_people(tokens, quantity) || quantity.fraction.is_some();
    named && people && (examined() || came_about(scene))
}

/// Words from who or what examined people to the verb at most.
const LONGEST_FINDER: usize = 4;

/// "doctors", "the scans", "they": who or what examined the people of the study.
fn finds(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "they"
            | "she"
            | "he"
            | "scans"
            | "scan"
            | "tests"
            | "rays"
            | "biopsies"
            | "exams"
            | "examinations"
            | "doctors"
            | "radiologists"
            | "checkups"
            | "ultrasounds"
            | "cameras"
            | "mammograms"
            | "colonoscopies"
    )
}

fn names_an_ill(tokens: &Tokens) -> bool {
    (0..tokens.len()).any(|k| ill(tokens, k))
}

/// "12% had blood tests showing gout", "a third had scans that revealed clots": an examination found it in them.
pub fn tests_showed(tokens: &Tokens, verb: usize) -> bool {
    const LONGEST_NAME: usize = 6;
    const FAR: usize = 9;
    const TESTS: [&str; 12] = [
        "test", "tests", "result", "results", "scan", "scans", "rays", "biopsy", "biopsies", "readings", "reading",
        "smears",
    ];
    const SHOWED: [&str; 10] = [
        "showing",
        "showed",
        "indicating",
        "indicated",
        "suggesting",
        "suggested",
        "revealing",
        "revealed",
        "confirming",
        "confirmed",
    ];
    if tokens.word(verb) != "had" {
        return false;
    }
    let name = (verb + 1..verb + 1 + LONGEST_NAME).take_while(|&k| tokens.is_word(k));
    let Some(test) =
        name.into_iter().find(|&k| TESTS.contains(&tokens.word(k)) && !TESTS.contains(&tokens.word(k + 1)))
    else {
        return false;
    };
    let showed = if tokens.word(test + 1) == "that" { test + 2 } else { test + 1 };
    let told = (showed + 1..showed + FAR).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    SHOWED.contains(&tokens.word(showed)) && told.into_iter().any(|k| ill(tokens, k) || condition(tokens, k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn ills_seen_in_people() {
        for text in [
            "In the trial, there was a rash in 12% of those given rum.",
            "In the trial, doctors recorded a stroke in 12% of nurses on rum during treatment.",
            "After five years, they found clots in 12% of the nurses.",
        ] {
            assert_eq!(share_kinds(text), "R", "{text}");
        }
        for text in [
            "In the trial, there was rum in 12% of the cups after five years.",
            "In the trial, they found a doctor in 12% of the towns after five years.",
            "After five years, they found rust in 12% of the pans.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }

    #[test]
    fn what_tests_showed() {
        for text in [
            "In the study, half of the nurses had blood tests showing that they had gout.",
            "In the study, 18 per cent had results indicating diabetes.",
            "In the study, 12 per cent of the cooks had scans that revealed clots.",
        ] {
            assert_eq!(share_kinds(text), "R", "{text}");
        }
        for text in [
            "In the study, half of the nurses had school tests showing that they could swim.",
            "In the study, 18 per cent had results.",
            "In the study, 12 per cent of the cooks had books that revealed a taste for rum.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
