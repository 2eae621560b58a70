//! A number in its sentence in, whether it is one person's out: a patient's weight lost, a doctor's own practice.

use crate::text::{Class, Quantity, Tokens};

/// Tokens between the person and the number at most.
const REACH: usize = 18;

/// "He lost three stone in five months", "they had him on oxygen for six days", "I've run trials where we lost a quarter".
pub fn of_one_person(tokens: &Tokens, quantity: &Quantity) -> bool {
    let people = (quantity.last + 1..quantity.last + 3).any(|k| tokens.is(k, Class::People));
    if people {
        return false;
    }
    let ends = |k: usize| matches!(tokens.word(k), ";" | ":" | "–" | "." | "but" | "that" | "than");
    let clause = (quantity.first.saturating_sub(REACH)..quantity.first).rev().take_while(|&k| !ends(k));
    clause.into_iter().any(|k| lives_through(tokens, k) || treated(tokens, k) || of_own_practice(tokens, k))
        && alone(tokens)
}

/// The sentence speaks of no people in general: "if she slept", "every woman", "his or her".
fn alone(tokens: &Tokens) -> bool {
    let general = |k: usize| {
        matches!(
            tokens.word(k),
            "if" | "when" | "whether" | "every" | "each" | "whose" | "or" | "patients" | "volunteers"
        ) || matches!(tokens.word(k), "participants" | "person" | "woman" | "man" | "women" | "men" | "anyone")
    };
    !(0..tokens.len()).any(general)
}

/// "he lost", "she now weighs", "I'd put on", "Mary Brown, 54, lost".
fn lives_through(tokens: &Tokens, k: usize) -> bool {
    const ADVERBS: usize = 4;
    let person = matches!(tokens.word(k), "he" | "she" | "i" | "he'd" | "she'd" | "i'd" | "he's" | "she's");
    let aged = tokens.word(k) == "," && k > 2 && tokens.is_number(k - 1) && tokens.word(k - 2) == ",";
    let person = person || aged && tokens.word(k - 1).len() == 2;
    let verb = |j: usize| {
        tokens.is(j, Class::Undergone)
            || matches!(tokens.word(j), "put" | "was" | "is") && matches!(tokens.word(j + 1), "on" | "in" | "off")
            || tokens.at(j, &["lived", "on"])
    };
    let near = (k + 1..k + 1 + ADVERBS).take_while(|&j| tokens.is_word(j));
    person && near.into_iter().any(verb)
}

/// "had him on oxygen for", "kept her in hospital for", "put me on".
fn treated(tokens: &Tokens, k: usize) -> bool {
    let place = matches!(tokens.word(k + 1), "on" | "in" | "under" | "off");
    matches!(tokens.word(k), "him" | "her" | "me")
        && place
        && matches!(tokens.before(k), "had" | "kept" | "put" | "left" | "got" | "have" | "keep")
}

/// "I've run trials where", "I have seen", "of my own patients".
fn of_own_practice(tokens: &Tokens, k: usize) -> bool {
    let seen = tokens.word(k) == "i've" || tokens.at(k, &["i", "have"]);
    let found = matches!(tokens.word(k + 1), "found" | "have") && tokens.word(k) == "i've";
    seen && !found && tokens.word(k + 1) != "to"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scene::with_scenes;

    fn is_told_of_one(text: &str) -> bool {
        let mut told = false;
        with_scenes(text, |scene| {
            told = scene.quantities().last().is_some_and(|quantity| of_one_person(scene.tokens(), quantity));
        });
        told
    }

    #[test]
    fn one_persons_numbers_are_not_the_studys() {
        for text in [
            "He lost 12 pounds on oats.",
            "Mary Brown, 54, lost 12 pounds on oats.",
            "They had him on oxygen for six days before he woke.",
            "She then took 5 mg of syrup a day for a year.",
            "\"I've run trials in Hull where we lost a quarter,\" says a cook.",
            "\"I lost 12 pounds in the end,\" said a sailor.",
        ] {
            assert!(is_told_of_one(text), "{text}");
        }
    }

    #[test]
    fn what_a_researcher_did_is() {
        for text in [
            "He gave the sailors syrup for six days.",
            "She found that they lost 12 pounds.",
            "They lost 12 pounds on oats.",
            "He followed 900 nurses.",
            "The nurses, 54, lost to the cooks and 12 per cent of the volunteers fell.",
            "In Hull, 54, or 12 per cent, slept.",
            "The risk rose by 12 per cent if she smoked.",
        ] {
            assert!(!is_told_of_one(text), "{text}");
        }
    }
}
