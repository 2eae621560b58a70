//! A number in its sentence in, whether it is one person's out: a patient's weight lost, a doctor's own practice.

use crate::text::{Class, Quantity, Tokens};

/// Tokens between the person and the number at most.
const REACH: usize = 18;

/// "He lost three stone in five months", "they had him on oxygen for six days", "I've run trials where we lost a quarter".
pub fn of_one_person(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "if she slept", "every woman", "his or her" speak of people in general
    let people = || (quantity.last + 1..quantity.last + 3).any(|k| tokens.is(k, Class::People));
    if tokens.any(Class::InGeneral) || people() {
        return false;
    }
    let ends = |k: usize| matches!(tokens.word(k), ";" | ":" | "–" | "." | "but" | "that" | "than");
    let in_clause = |k: usize| !(k..quantity.first).any(ends);
    (quantity.first.saturating_sub(REACH)..quantity.first).any(|k| one_persons_story(tokens, k) && in_clause(k))
}

fn one_persons_story(tokens: &Tokens, k: usize) -> bool {
    let pronoun = tokens.is(k, Class::LonePronoun);
    let of_an_age = of_an_age(tokens, k);
    (pronoun || aged(tokens, k) || of_an_age) && lives_through(tokens, k)
        || of_an_age && is_ill(tokens, k)
        || pronoun && (treated(tokens, k) || of_own_practice(tokens, k))
}

/// Behind "Mary Brown, 54": a comma.
fn aged(tokens: &Tokens, k: usize) -> bool {
    k > 2
        && tokens.is_number(k - 1)
        && tokens.word(k - 1).len() == 2
        && tokens.word(k) == ","
        && tokens.word(k - 2) == ","
}

/// "The 45-year-old", "a 45-year-old": at `k` the word "old".
fn of_an_age(tokens: &Tokens, k: usize) -> bool {
    k > 4
        && tokens.word(k) == "old"
        && tokens.ends_at(k, &["-", "year", "-"])
        && tokens.is_number(k - 4)
        && tokens.word(k - 5) == "the"
}

/// "The 45-year-old nurse, who has a 40 per cent": at `k` the word "old".
fn is_ill(tokens: &Tokens, k: usize) -> bool {
    const NAMED: usize = 5;
    let who = (k + 1..k + NAMED).find(|&j| tokens.word(j) == "who");
    who.is_some_and(|who| matches!(tokens.word(who + 1), "has" | "had" | "suffers" | "suffered" | "was" | "lost"))
}

/// "he lost", "she now weighs", "I'd put on", "Mary Brown, 54, lost"; at `k` the pronoun or the comma.
fn lives_through(tokens: &Tokens, k: usize) -> bool {
    const ADVERBS: usize = 4;
    let object = matches!(tokens.word(k), "him" | "her" | "me" | "i've");
    let verb = |j: usize| {
        tokens.is(j, Class::Undergone)
            || matches!(tokens.word(j), "put" | "was" | "is") && matches!(tokens.word(j + 1), "on" | "in" | "off")
            || matches!(tokens.word(j), "cut" | "halved" | "doubled")
            || tokens.at(j, &["lived", "on"])
    };
    let near = (k + 1..k + 1 + ADVERBS).take_while(|&j| tokens.is_word(j));
    !object && near.into_iter().any(verb)
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
            "The 45-year-old teacher lost 3 stone.",
            "The 45-year-old nurse, who has a 40 per cent loss of sight, slept.",
            "She cut her sugar by half.",
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
