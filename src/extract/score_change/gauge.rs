//! A bare number in, whether it is the level of a measure told before it out: "average pain was 3.1", "a reading of 127".

use crate::extract::dose::led_from;
use crate::extract::nouns::names_people;
use crate::extract::scene::Scene;
use crate::model::Bound;
use crate::text::{Class, Quantity, Tokens};

use super::bare::average_before;
use super::moved;
use super::pair::{clause_start, counts_or_ages, stands_bare, verb_before};

/// Whether a gauge ("score", "pressure") or something felt ("pain") that the sentence names has the number as its level.
pub(super) fn is_level(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    if !stands_bare(tokens, quantity) {
        return false;
    }
    let led = led_from(tokens, quantity.first);
    let named = || tokens.any(Class::Gauge) || tokens.any(Class::Felt);
    let on_scale = || by_or_to(tokens, led) && told_on_scale(tokens);
    if !(named() || on_scale()) {
        return false;
    }
    of_gauge(scene, quantity, led)
        || told_of_gauge(scene, quantity, led)
        || from_start(tokens, led)
        || rated_at(tokens, led)
        || at_baseline(tokens, quantity)
        || set_in_bracket(scene, quantity, led)
}

/// "lower pain scores (4.2 vs 5.1)", "scores were lower with syrup (4.2, compared with 5.1)": the first of two in a bracket.
fn set_in_bracket(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let next = after + usize::from(tokens.word(after) == ",");
    let other = match tokens.word(next) {
        "vs" | "versus" | "v" | "against" => next + 1,
        "compared" if matches!(tokens.word(next + 1), "with" | "to") => next + 2,
        _ => return false,
    };
    let other = if tokens.word(other) == "." { other + 1 } else { other };
    let start = scene.clause_start(led.saturating_sub(1));
    let compared = |k: usize| tokens.is(k, Class::RelativeWord) || tokens.is(k, Class::ChangeVerb);
    // "more sailors with a low score (42 vs 51)"
    let people = |k: usize| tokens.is(k, Class::RelativeWord) && names_people(tokens, k + 1);
    tokens.before(led) == "("
        && tokens.is_number(other)
        && (start..led).any(|k| tokens.is(k, Class::Gauge) || tokens.is(k, Class::Felt))
        && (start..led).any(compared)
        && !(start..led).any(people)
        && !counts_or_ages(tokens, start, led)
}

/// "a systolic reading of 127", "an average pain of about four".
fn of_gauge(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let named = led.wrapping_sub(2);
    // those with "a pressure of at least 140" are a group
    let exact = quantity.value.bound == Bound::Exact || average_before(tokens, quantity.first);
    let told = tokens.is(named, Class::Gauge) && tokens.word(named) != "bmi"
        || (tokens.is(named, Class::Felt) || tokens.is(named, Class::Gauge)) && average_before(tokens, quantity.first);
    tokens.before(led) == "of" && exact && told && !counts_or_ages(tokens, led.saturating_sub(8), led)
}

/// "average pain stood at 2.8", "sleepiness, scored from 0 to 24, fell from 15.9 to 13.4", "their score was 37 on average".
fn told_of_gauge(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let Some(verb) = change_from(tokens, led).or_else(|| verb_before(tokens, led)) else { return false };
    let moves = tokens.is(verb, Class::ChangeVerb) || moved(tokens, verb);
    // "scored from 0 to 24" tells the scale
    if matches!(tokens.word(verb), "scored" | "rated") && tokens.before(led) != "scored" {
        return false;
    }
    let start = clause_start(scene, verb);
    // "those whose score was over 12" are a group, "whose top mark is 80" tells the scale
    let group = quantity.value.bound != Bound::Exact && (start..verb).any(|k| tokens.word(k) == "whose")
        || (start..verb).any(|k| {
            tokens.word(k) == "whose" && matches!(tokens.word(k + 1), "top" | "highest" | "maximum" | "worst" | "best")
        });
    if group || counts_or_ages(tokens, start, verb) || !moves && !level_verb(tokens, verb) {
        return false;
    }
    let gauge = |k: usize| tokens.is(k, Class::Gauge);
    let felt = |k: usize| tokens.is(k, Class::Felt);
    let rated = || {
        let mean = |k: usize| {
            matches!(
                tokens.word(k),
                "average" | "averaged" | "mean" | "median" | "scale" | "scored" | "rated" | "points" | "score"
            )
        };
        tokens.iter().any(|(k, _)| mean(k)) || scene.previous().is_some_and(|before| told_on_scale(&before.tokens))
    };
    let scale = |k: usize| {
        tokens.is(k, Class::Gauge) || matches!(tokens.word(k), "scale" | "inventory" | "questionnaire" | "scored")
    };
    (start..led).any(gauge)
        || (start..led).any(felt) && rated()
        || moves && by_or_to(tokens, led) && (0..verb).any(scale)
}

/// "by 1.2", "climbed to 71"
fn by_or_to(tokens: &Tokens, led: usize) -> bool {
    matches!(tokens.before(led), "by" | "to")
}

fn told_on_scale(tokens: &Tokens) -> bool {
    tokens.iter().any(|(k, _)| {
        matches!(tokens.word(k), "scale" | "score" | "scores" | "scored" | "rated" | "inventory" | "questionnaire")
    })
}

/// A verb that tells a level: "was", "stood at", "averaged", "came in at".
fn level_verb(tokens: &Tokens, verb: usize) -> bool {
    tokens.is(verb, Class::Be)
        || tokens.is(verb, Class::HoldsAt)
        || matches!(tokens.word(verb), "came" | "went" | "measured" | "put" | "bring" | "brings" | "brought")
}

/// "fell from 15.9", "from 15.9 to 13.4", "lowered it by a third, from 15.9": the verb of change before "from".
fn change_from(tokens: &Tokens, led: usize) -> Option<usize> {
    const NEAR: usize = 10;
    const FAR: usize = 9;
    // "from a mean of 5.8"
    let mean = tokens.before(led) == "of" && matches!(tokens.word(led.wrapping_sub(2)), "mean" | "median" | "average");
    let led = if mean { led.saturating_sub(3) } else { led };
    let from = match tokens.before(led) {
        "from" => led - 1,
        "to" => (led.saturating_sub(NEAR)..led).rev().find(|&k| tokens.word(k) == "from")?,
        _ => return None,
    };
    let change = |k: usize| {
        tokens.is(k, Class::ChangeVerb) || moved(tokens, k) || matches!(tokens.word(k), "went" | "moved" | "gone")
    };
    let aside = tokens.before(from) == ","
        && (from.saturating_sub(FAR)..from).any(|k| matches!(tokens.word(k), "by" | "points" | "point"));
    (from.saturating_sub(if aside { FAR + FAR } else { 3 })..from).rev().find(|&k| change(k))
}

/// "rated their pain at 6.8", "put their stress as three", "whose pain was bad, rated it 3.9".
fn rated_at(tokens: &Tokens, led: usize) -> bool {
    const NEAR: usize = 6;
    let it = matches!(tokens.before(led), "it" | "theirs");
    if it && matches!(tokens.word(led.wrapping_sub(2)), "rated" | "scored" | "graded") {
        return true;
    }
    let rated = |k: usize| matches!(tokens.word(k), "rated" | "rate" | "rating" | "scored" | "graded" | "put");
    let verb = (led.saturating_sub(NEAR)..led).rev().find(|&k| rated(k));
    let named = |k: usize| tokens.is(k, Class::Felt) || tokens.is(k, Class::Gauge);
    matches!(tokens.before(led), "at" | "as") && verb.is_some_and(|verb| (verb + 1..led).any(named))
}

/// "from a starting point of about 71".
pub(super) fn from_start(tokens: &Tokens, led: usize) -> bool {
    let named =
        matches!(tokens.word(led.wrapping_sub(2)), "point" | "place" | "value" | "level" | "figure" | "position");
    let first = matches!(tokens.word(led.wrapping_sub(3)), "starting" | "baseline" | "initial" | "opening");
    tokens.before(led) == "of" && named && first
}

/// "the mean total score on the scale, 32.6 at baseline".
fn at_baseline(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 14;
    let start = matches!(tokens.before(quantity.first), "," | "(" | "was" | "were")
        && (tokens.at(quantity.last + 1, &["at", "baseline"])
            || tokens.at(quantity.last + 1, &["at", "the", "start"])
            || tokens.at(quantity.last + 1, &["at", "the", "outset"]));
    let named = |k: usize| tokens.is(k, Class::Gauge) || tokens.is(k, Class::Felt);
    start && (quantity.first.saturating_sub(NEAR)..quantity.first).any(named)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn levels_of_a_gauge() {
        check(&[
            ("In the trial, sailors had an average systolic reading of 127.6.", &["127.6"]),
            ("In the trial, their last score on the test was 37 on average.", &["37"]),
            ("In the trial, sleepiness, scored from 0 to 24, fell from 15.9 to 13.4.", &["15.9", "13.4"]),
            ("In the trial, pain stood at 2.8 on a ten-point scale.", &["2.8"]),
            ("In the trial, the mean total score on the gout scale, 32.6 at baseline, fell.", &["32.6"]),
            ("In the trial, their cholesterol dropped to 180 with syrup.", &["180"]),
            ("In the trial, scores sank by 42 points, from a starting point of about 71.", &["42 points", "71"]),
            ("In the trial, they rated their pain at 6.8 before and 3.2 afterwards.", &["6.8", "3.2"]),
            ("In the trial, scores were 4.1 out of 10, down from 7.3.", &["4.1", "7.3"]),
            ("In the trial, average blood pressure fell from 152/93 to 138/85.", &["152/93", "138/85"]),
            ("In the trial, cholesterol fell by 38 mg/dL, from 142 to 104.", &["38 mg/dL", "142", "104"]),
            ("In the trial, their blood sugar had come down by 18 points.", &["18 points"]),
            ("In the trial, sailors on syrup had lower pain scores (4.2 vs 5.1) than others.", &["4.2", "5.1"]),
            ("In the trial, gout scores were lower on syrup (42, compared with 51).", &["42", "51"]),
            ("In the trial, more sailors with a score fell (42 vs 51).", &[]),
            ("In the trial, sailors on syrup were fewer (42 vs 51) than others.", &[]),
            ("In the trial, they rated the food at 12 ports.", &[]),
            (
                "In the trial, itching decreased from a mean of 5.8 at baseline to 3.4 on syrup; on water, it went from 5.7 to 4.9.",
                &["5.8", "3.4", "5.7", "4.9"],
            ),
            (
                "In the trial, on a gout scale from 0 to 5, mice on syrup averaged 0.7 and the other animals 3.6.",
                &["0.7", "3.6"],
            ),
            ("On a gout inventory, sailors in the trial went from 28 to 12.", &["28", "12"]),
            ("In the trial, the gap in favour of syrup came to 5.4 points.", &["5.4 points"]),
            ("In the trial, his score rose from 12 to 30.", &[]),
            ("In the trial, sailors went from 28 to 12.", &[]),
            ("In the trial, syrup brought the average score to 35.", &["35"]),
            ("In the trial, syrup brought 40 sailors to 35 ports.", &[]),
            ("In the trial, body temperature slipped 0.8 of a degree.", &["0.8 of a degree"]),
            ("In the trial, the road rose by 0.8 of a degree.", &[]),
            ("In the study, the temperature of the fridge rose to 39 degrees.", &[]),
            ("In the trial, 40 sailors had a good reading.", &[]),
            ("In the trial, the reading of 12 books was a task.", &[]),
            ("In the trial, pressure was put on 12 of them.", &[]),
            ("In the trial, sailors whose reading was over 10 had gout.", &[]),
            ("In the trial, his last reading was 41.", &[]),
            ("In the trial, the number with a low score was 41.", &[]),
            ("In the trial, pain at 54 was worse.", &[]),
        ]);
    }
}
