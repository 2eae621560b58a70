//! A share of attacks, accidents or exposures in, whether it tells whom they harmed out: "one in seven attacks led to an injury".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::outcome::ill;

/// "43% of the attacks ended in an injury", "the dogs were hurt in 43% of the attacks".
pub fn did_harm(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST: usize = 5;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let of = tokens.word(next) == "of" || quantity.fraction.is_some();
    if scene.is_abstract || !of {
        return false;
    }
    let mut phrase = (next..next + LONGEST).take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::PastVerb));
    let Some(noun) = phrase.find(|&k| may_harm(tokens, k)) else { return false };
    harmed(tokens, noun + 1) || hurt_before(tokens, quantity)
}

/// What may hurt somebody and often does not.
fn may_harm(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "attacks"
            | "assaults"
            | "accidents"
            | "incidents"
            | "exposures"
            | "crashes"
            | "collisions"
            | "falls"
            | "bites"
            | "fights"
            | "occasions"
            | "cases"
            | "episodes"
    )
}

/// "resulted in physical injuries", "led to a death", "were diagnosed as poisoning".
fn harmed(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    let object = match (tokens.word(verb), tokens.word(verb + 1)) {
        ("resulted" | "ended", "in") | ("led", "to") => verb + 2,
        ("were", "diagnosed") if tokens.word(verb + 2) == "as" => verb + 3,
        ("caused" | "killed" | "injured", _) => verb + 1,
        _ => return false,
    };
    (object..object + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| ill(tokens, k) || tokens.word(k) == "poisoning")
}

/// "The dogs were hurt in" before the share.
fn hurt_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    let left = behind_hedges(tokens, quantity.first);
    let verb = left.wrapping_sub(2);
    let hurt = tokens.is(verb, Class::Befallen) || matches!(tokens.word(verb), "hurt" | "killed" | "harmed");
    left >= 4 && tokens.before(left) == "in" && hurt && (verb.saturating_sub(2)..verb).any(|k| tokens.is(k, Class::Be))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn attacks_that_harmed() {
        for text in [
            "In the study, one in nine attacks resulted in injuries to the cook.",
            "In the study, 43 per cent of the accidents led to a death.",
            "In the study, the mules were hurt in 38 per cent of the falls.",
        ] {
            assert_eq!(share_kinds(text), "R", "{text}");
        }
        for text in [
            "In the study, one in seven attacks took place in a park.",
            "In the study, 43 per cent of the accidents led to a fine.",
            "In the study, the dogs were leashed in 43 per cent of the attacks.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
