//! A share of births, pregnancies or babies in, whether it tells how they ended out: "2% of births were stillbirths".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::outcome::ill;

/// "3% of pregnancies ended in miscarriage", "one in 60 babies was born with a defect", "defects were seen in 3% of babies".
pub fn birth_went_ill(scene: &Scene, quantity: &Quantity) -> bool {
    if scene.is_abstract {
        return false;
    }
    let tokens = scene.tokens();
    let Some(noun) = birth_noun(tokens, quantity) else { return false };
    seen_in_them(tokens, quantity) || ended_so(tokens, noun)
}

/// The noun for births of which the number is a share.
fn birth_noun(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    const LONGEST: usize = 5;
    let next = quantity.last + 1;
    let birth = |k: usize| {
        matches!(
            tokens.word(k),
            "births" | "deliveries" | "pregnancies" | "babies" | "newborns" | "infants" | "conceptions"
        )
    };
    let led = tokens.word(next) == "of" || quantity.fraction.is_some();
    (next..next + LONGEST)
        .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::PastVerb))
        .find(|&k| birth(k))
        .filter(|_| led)
}

/// "were stillbirths", "were of twins with a defect", "was born too early", "ended in miscarriage", "had a defect".
fn ended_so(tokens: &Tokens, noun: usize) -> bool {
    const NEAR: usize = 7;
    const REACH: usize = 9;
    let verb = (noun + 1..noun + NEAR).take_while(|&k| tokens.is_word(k)).find(|&k| {
        tokens.is(k, Class::Be)
            || matches!(tokens.word(k), "ended" | "resulted" | "had" | "finished" | "led" | "showed")
    });
    let Some(verb) = verb else { return false };
    let born = tokens.word(verb + 1) == "born";
    let at = if born { verb + 2 } else { verb + 1 };
    let state = |k: usize| {
        matches!(
            tokens.word(k),
            "early" | "stillborn" | "premature" | "prematurely" | "preterm" | "underweight" | "small"
        )
    };
    let told = |from: usize| {
        (from..from + REACH).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-").any(|k| ill(tokens, k))
    };
    match tokens.word(verb) {
        "ended" | "resulted" | "finished" | "led" => told(verb + 2) || tokens.word(verb + 3) == "birth",
        "had" | "showed" => told(at),
        _ if state(at) || state(at + 1) => true,
        _ if born => tokens.word(at) == "with" && told(at + 1),
        _ => tokens.word(at) == "of" && told(at + 1) || ill(tokens, at),
    }
}

/// "Birth defects were found in 3% of the babies".
fn seen_in_them(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_SUBJECT: usize = 6;
    let left = behind_hedges(tokens, quantity.first);
    let Some(verb) = left.checked_sub(2).filter(|_| matches!(tokens.before(left), "in" | "among")) else {
        return false;
    };
    let seen = tokens.is(verb, Class::SeenVerb) || matches!(tokens.word(verb), "found" | "diagnosed" | "spotted");
    seen && (verb.saturating_sub(LONGEST_SUBJECT)..verb).any(|k| ill(tokens, k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn how_births_ended() {
        for text in [
            "In the study, 7 per cent of the births were of twins with a birth defect.",
            "In the study, one in 60 babies was born with a heart defect.",
            "In the study, 9 per cent of pregnancies ended in miscarriage.",
            "In the study, birth defects were found in 3 per cent of the babies.",
            "In the study, 2 per cent of births were stillbirths.",
        ] {
            assert_eq!(share_kinds(text), "R", "{text}");
        }
    }

    #[test]
    fn where_births_took_place() {
        for text in [
            "In the study, 40 per cent of the births took place at home.",
            "In the study, 9 per cent of babies were born to sailors.",
            "In the study, 9 per cent of pregnancies were planned.",
            "In the study, one in 40 babies was named after a ship.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
