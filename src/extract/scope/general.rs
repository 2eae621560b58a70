//! A number in its sentence in, whether it states a general fact out: a share of people at large, something that is so now.

use crate::model::{Part, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::scene::Scene;
use super::super::share::reading;
use super::marks::Marks;
use super::tense::{Tense, done_before, people_verb_is_present, told_of_before};

/// Below the lead, a number whose verb stands in the present tense ("patients get", "are twice as likely") states a general
/// fact unless the sentence speaks of the study.
pub fn general_present(scene: &Scene, quantity: &Quantity, marks: &Marks, this_study: i32) -> bool {
    let relevant = matches!(quantity.unit, Unit::Percent | Unit::Times | Unit::Time(_) | Unit::Measure(_));
    let tokens = scene.tokens();
    if scene.sentence().part != Part::Body || !relevant || this_study > 1 {
        return false;
    }
    let tense = marks.tense_before(quantity).or_else(|| marks.tense_after(quantity));
    if tense != Some(Tense::Present) || done_before(tokens, quantity) || tells_again(tokens, quantity) {
        return false;
    }
    // "are 35 per cent more likely to die", "cuts the risk of death by a third": risks are compared by studies
    let compared = || reading(scene, quantity).is_some_and(|reading| reading.statistic == Statistic::RelativeChange);
    let of_risk = (quantity.first.saturating_sub(RISK_BEFORE)..quantity.last + RISK_NEAR)
        .any(|k| tokens.is(k, Class::Likelihood));
    let accuracy = tokens.is(quantity.last + 1, Class::Accuracy);
    !(of_risk && (quantity.unit == Unit::Times || compared()) || accuracy)
}

/// Tokens between a comparison and the risk it is of at most.
const RISK_NEAR: usize = 8;
/// The same before it: "raises the risk of going to hospital with a bad bout of gout by a fifth".
const RISK_BEFORE: usize = 14;

/// "one in four people with gout do not", "85 percent of patients die": a share of people in general.
pub fn generic_share(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let of = if tokens.word(after) == "of" { after + 1 } else { after };
    let definite =
        matches!(tokens.word(of), "the" | "those" | "these" | "them" | "participants" | "volunteers" | "our" | "its");
    let named = (of..of + 8).take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":" | "(" | "and"));
    let named = named.enumerate().filter(|(far, k)| *far < 5 || matches!(tokens.word(*k), "old" | "olds"));
    let people = named.into_iter().any(|(_, k)| tokens.is(k, Class::GenericNoun) || tokens.is(k, Class::People));
    let relative = (after..after + 3).any(|k| tokens.is(k, Class::RelativeWord));
    !definite && people && !relative && !told_of_before(tokens, quantity) && people_verb_is_present(tokens, of)
}

/// "This equals a jump of 9%", "That equates to one in 40 nurses": a figure told before is put in another way.
fn tells_again(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let again = |k: usize| {
        matches!(
            tokens.word(k),
            "equivalent" | "equates" | "equated" | "equate" | "amounts" | "amounted" | "translates"
        ) || matches!(tokens.word(k), "corresponds" | "corresponded" | "equal" | "equals" | "translated" | "works")
            && matches!(tokens.word(k + 1), "to" | "out")
            || matches!(tokens.word(k), "represents" | "represented")
    };
    // a quotation mark may come before
    let first = usize::from(tokens.is_sign(0));
    let this = matches!(tokens.word(first), "this" | "that" | "it" | "these" | "which");
    let opens = this && (first + 1..first + NEAR).any(again);
    // "That's a 24 percent reduction"
    let opens = opens || matches!(tokens.word(first), "that's" | "it's") && quantity.first <= first + 2;
    // ", which works out to a rise of 9%"
    let aside = (quantity.first.saturating_sub(NEAR + NEAR)..quantity.first)
        .any(|k| tokens.is(k, Class::RelativePronoun) && matches!(tokens.word(k), "which" | "that") && again(k + 1));
    opens || aside
}
