//! A share in, whether it is the risk of an illness that a group of a study ran out: "the risk of gout was 12% on rum".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::acted::behind_hedges;
use super::outcome::{came_about, condition, ill};
use super::struck::among_the_followed;
use super::subject::stated;

/// Tokens of a subject at most.
const LONGEST_SUBJECT: usize = 16;

/// "The risk of a stroke was 12% for nurses and 9% for cooks": an absolute risk, told of two groups.
pub fn risk_came_to(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let from = tokens.before(left) == "from";
    if !tokens.any(Class::Likelihood) {
        return from && events_moved(tokens, left - 1);
    }
    if from {
        return risk_moved(scene, left - 1);
    }
    let Some(verb) = stated(tokens, left).filter(|&verb| !matches!(tokens.word(verb), "is" | "are")) else {
        return false;
    };
    let from = verb.saturating_sub(LONGEST_SUBJECT);
    let risk = |k: usize| {
        tokens.is(k, Class::Likelihood) && !matches!(tokens.word(k), "likely" | "prone") && tokens.word(k + 1) == "of"
    };
    let Some(risk) = (from..verb).find(|&k| risk(k)) else { return false };
    let group = matches!(tokens.word(quantity.last + 1), "for" | "among" | "in" | "with" | "on" | "to" | "after");
    let compared = (from..verb).any(|k| tokens.is(k, Class::RelativeWord))
        || (from..risk).any(|k| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun));
    group && !compared && (risk + 2..verb).any(|k| ill(tokens, k))
}

/// "The increased risk of gout ranged from 9% for nurses to 12% for cooks": by how much one risk is larger than another.
pub fn risk_set_against_another(tokens: &Tokens, quantity: &Quantity) -> bool {
    let start = quantity.first.saturating_sub(LONGEST_SUBJECT);
    let more = |k: usize| {
        tokens.is(k, Class::RelativeWord)
            && matches!(tokens.word(k + 1), "risk" | "risks" | "odds" | "chance" | "chances")
    };
    let clause = || (start..quantity.first).rev().take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    tokens.any(Class::Likelihood) && clause().any(|k| more(k) && tokens.word(k + 2) == "of")
}

/// "halved falls, from 9% of sailors to 5%", "deaths sank from 7% to 5%": an event, and how often it struck before.
fn events_moved(tokens: &Tokens, from: usize) -> bool {
    const REACH: usize = 10;
    let clause = || (from.saturating_sub(REACH)..from).rev().take_while(|&k| tokens.word(k) != ";");
    let moved = |k: usize| tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "halved" | "went");
    let event =
        |k: usize| tokens.is(k, Class::EventNoun) && tokens.word(k).ends_with('s') || tokens.is(k, Class::Mishap);
    let near = from.checked_sub(1).is_some_and(|k| moved(k) || tokens.word(k) == "," || event(k));
    near && clause().any(moved) && clause().any(event)
}

/// "lowered the risk of a stroke from 4% to 2%": where it began.
fn risk_moved(scene: &Scene, from: usize) -> bool {
    const REACH: usize = 16;
    let tokens = scene.tokens();
    let risk = |k: usize| tokens.is(k, Class::Likelihood) && !matches!(tokens.word(k), "likely" | "prone");
    let start = from.saturating_sub(REACH);
    let Some(at) = (start..from).rev().find(|&k| risk(k)) else { return false };
    let moved = (start..from).any(|k| tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "went" | "from"));
    // "The risk doubled, from 2%": the illness is told in the sentence before
    let before = || scene.previous().is_some_and(|before| (0..before.tokens.len()).any(|k| ill(&before.tokens, k)));
    let named = (at + 1..from).any(|k| ill(tokens, k)) || tokens.word(at + 1) != "of" && before();
    moved && (at + 1..from).all(|k| tokens.word(k) != ";") && named
}

/// "Bakers had a rate of 6%", "among the millers, the rate was 9%": of what the sentence before told.
pub fn rate_of_what_was_told(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    if scene.is_abstract || quantity.unit != Unit::Percent {
        return false;
    }
    let left = behind_hedges(tokens, quantity.first);
    let had = tokens.ends_at(left, &["a", "rate", "of"])
        && matches!(tokens.word(left.wrapping_sub(4)), "had" | "have" | "at" | "saw" | "showed");
    let was = tokens.ends_at(left, &["the", "rate", "was"]);
    let ill_health = |tokens: &Tokens| !tokens.any(Class::NonHealth) && (0..tokens.len()).any(|k| ill(tokens, k));
    let before = || scene.previous().is_some_and(|before| ill_health(&before.tokens));
    (had || was) && (before() || (0..left).any(|k| condition(tokens, k)))
}

/// "Rates of gout were 12% and 9%": an illness is an outcome where it came about in a study of two groups.
pub fn rates_of_illness(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 14;
    let tokens = scene.tokens();
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates" | "incidence" | "frequency");
    let from = quantity.first.saturating_sub(NEAR);
    let Some(rate) = (from..quantity.first).rev().find(|&k| rate(k)) else { return false };
    let named = |k: usize| condition(tokens, k) && !tokens.is(k, Class::NonHealth);
    let of = tokens.word(rate + 1) == "of" && (rate + 2..rate + 6).take_while(|&k| tokens.is_word(k)).any(named);
    let stated = (rate..quantity.first).any(|k| tokens.is(k, Class::Be));
    let two = scene.quantities().iter().filter(|q| q.unit == Unit::Percent).count() > 1;
    let moved = (rate..quantity.first).any(|k| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::RelativeWord));
    of && stated && two && !moved && (came_about(scene) || among_the_followed(scene))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn risks_of_groups() {
        for text in [
            "In the study, the risk of a stroke was 12% for nurses and 9% for cooks.",
            "In the study, the drug lowered the risk of a stroke from 4% to 2%.",
            "In the trial, rates of gout were 12% in the rum group and 9% in the other.",
            "In the study, the chance of a stroke over five years was 12% among nurses, against 9% among cooks.",
        ] {
            assert_eq!(share_kinds(text), "R R", "{text}");
        }
    }

    #[test]
    fn other_risks() {
        for text in [
            "In the study, the risk of a stroke was 12% higher for nurses.",
            "In the study, the increased risk of a stroke ranged from 12% for nurses to 19% for cooks.",
            "In the study, the chance of rain was 12% for nurses and 9% for cooks.",
            "In the study, the tax lowered the risk of theft from 4% to 2%.",
            "In the study, rates of smoking were 12% among nurses and 9% among cooks.",
        ] {
            assert!(!share_kinds(text).contains('R'), "{text} {}", share_kinds(text));
        }
    }
}
