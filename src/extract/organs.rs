//! A count of organs or births in, whether something happened to them out: "869 knees were painful", "12 pregnancies ended early".

use crate::text::{Class, Quantity};

use super::fates::fate_here;
use super::own_events::{framed, study_near};
use super::predicate::Fate;
use super::response_rate::ill;
use super::scene::Scene;

/// Where the noun stands, if what stands for a patient had an outcome.
pub fn organ_event(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let noun = quantity.last + 1;
    // "12 cases", "40 patients", "9 operations" are read as people and records are
    let organ = tokens.is(noun, Class::StandsForPatient)
        && !matches!(
            tokens.word(noun),
            "cases" | "patients" | "operations" | "procedures" | "surgeries" | "transplants"
        )
        && !tokens.is(noun, Class::EventNoun)
        && !tokens.is(noun, Class::Condition);
    if scene.is_abstract || !organ || !(framed(scene) || study_near(scene)) {
        return None;
    }
    let verb = noun + 1;
    let state = |k: usize| {
        ill(tokens, k)
            || tokens.is(k, Class::Outlived)
            || matches!(tokens.word(k), "painful" | "symptomatic" | "decayed" | "swollen" | "stillbirths")
    };
    let told = || (verb + 1..verb + NEAR).take_while(|&k| tokens.is_word(k)).any(state);
    let named = tokens.is(verb, Class::Be)
        || matches!(tokens.word(verb), "had" | "showed" | "displayed" | "ended" | "resulted" | "lost" | "became");
    let befell = matches!(fate_here(scene, noun), Some((Fate::Outcome, at)) if at <= verb + 2);
    let decayed = tokens.word(verb) == "had" && state(verb + 1);
    (befell || named && told() || decayed).then_some(noun)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn organs_that_fell_ill() {
        for (text, found) in [
            ("At the end of the study 56 knees were painful.", vec!["event 56 knees"]),
            ("In the study, 12 pregnancies ended in miscarriage.", vec!["event 12 pregnancies"]),
            ("In the study, 31 teeth had decayed.", vec!["event 31 teeth"]),
            ("In the study, 31 teeth were counted.", vec![]),
            ("In the study, 12 pregnancies ended in June.", vec![]),
            ("Some 56 knees were painful.", vec![]),
        ] {
            let events: Vec<String> = counts(text).into_iter().filter(|told| told.starts_with("event")).collect();
            assert_eq!(events, found, "{text}");
        }
    }
}
