//! A share in, whether it measures how well something works or how many came along out: "an efficacy of 52%", "uptake was 40%".

use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::subject::stated;

/// The figure is told of a name for how well a vaccine or a test works, or of how many took part.
pub fn how_well(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_SUBJECT: usize = 12;
    let left = behind_hedges(tokens, quantity.first);
    let Some(led) = left.checked_sub(1) else { return false };
    // "an efficacy of 52%", "(sensitivity 61%)"
    if measures(tokens, led) || tokens.word(led) == "of" && led > 0 && measures(tokens, led - 1) {
        return true;
    }
    let held = || match tokens.word(led) {
        "at" | "to" => led.checked_sub(1).filter(|&k| tokens.is(k, Class::HoldsAt) || tokens.is(k, Class::ChangeVerb)),
        _ => None,
    };
    let Some(verb) = stated(tokens, left).or_else(held) else { return false };
    let subject = (verb.saturating_sub(LONGEST_SUBJECT)..verb).rev();
    // "protection was good in the 12% who fell ill"
    let mut subject = subject.take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "who" | "and" | "that"));
    subject.any(|k| measures(tokens, k) && !matches!(tokens.word(k + 1), "rate" | "endpoint" | "end"))
}

/// "efficacy", "sensitivity", "uptake", "the response rate" of a survey ends at token `k`.
fn measures(tokens: &Tokens, k: usize) -> bool {
    let survey =
        || tokens.iter().any(|(k, _)| matches!(tokens.word(k), "survey" | "poll" | "questionnaire" | "questionnaires"));
    match tokens.word(k) {
        "efficacy" | "effectiveness" | "protection" | "sensitivity" | "specificity" | "accuracy" | "adherence"
        | "compliance" | "attendance" | "retention" | "uptake" | "turnout" => true,
        "rate" => tokens.before(k) == "response" && survey(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn how_well_things_work() {
        for (text, kinds) in [
            ("In the trial, gout struck 3% on oats and 7% on rum, for an efficacy of 57%.", "R R P"),
            ("In the trial there were 31 cases of gout with oats, an effectiveness of 44%.", "P"),
            ("In the trial, protection from colds began at 88% and sank to 51%.", "P P"),
            ("In the trial, the sensitivity of the test for cancer was 71%.", "P"),
            ("The survey of cooks with gout had a response rate of 48 percent.", "P"),
            ("In the trial, the response rate was 48 percent with oats.", "R"),
            ("In the trial, the infection rate was 48 percent with oats.", "R"),
            ("In the trial, efficacy was proven, and 48 percent on oats recovered.", "R"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
