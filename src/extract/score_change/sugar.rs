//! A percentage in, whether it is a level or a change of long-term blood sugar out: "HbA1c fell from 8.1 to 7.2 per cent".

use rust_decimal::Decimal;

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

/// Haemoglobin that has bound sugar is measured in per cent, but is no share of people.
pub(super) fn is_sugar(scene: &Scene, quantity: &Quantity) -> bool {
    const HIGHEST: u32 = 20;
    let tokens = scene.tokens();
    let plain = quantity.unit == Unit::Percent && quantity.form != Form::Share && quantity.fraction.is_none();
    if !plain || !tokens.any(Class::Gauge) || quantity.value.high > Decimal::from(HIGHEST) {
        return false;
    }
    let next = quantity.last + 1;
    // "8 per cent of them had a high HbA1c", "8 per cent lower"
    let share = tokens.word(next) == "of" || tokens.is(next, Class::RelativeWord) || tokens.is(next, Class::People);
    !share && (told_before(tokens, quantity) || told_behind(tokens, quantity) || set_beside(scene, quantity))
}

/// "HbA1c fell to 7.5 per cent on syrup, compared with 8.1 per cent on rum"
fn set_beside(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let compared = matches!(tokens.before(led), "versus" | "vs" | "against")
        || matches!(tokens.before(led), "with" | "to")
            && matches!(tokens.word(led.wrapping_sub(2)), "compared" | "opposed");
    compared
        && scene
            .quantities_before(quantity.first)
            .last()
            .is_some_and(|host| host.unit == Unit::Percent && told_before(tokens, host))
}

fn named(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "hba1c" | "a1c" | "hba1c's")
}

/// Tokens from "a drop" to its "of" at most.
const LONGEST_DROP: usize = 6;

/// "HbA1c of 8.1 per cent", "their HbA1c dropped to 6.9 per cent".
fn told_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 20;
    let goes_on = |k: usize| {
        tokens.word(k) != ";"
            && (tokens.word(k) == "," || !tokens.is(k, Class::ClauseMark))
            && !tokens.is(k, Class::People)
    };
    let mut before = (quantity.first.saturating_sub(REACH)..quantity.first).rev().take_while(|&k| goes_on(k));
    let at = led_from(tokens, quantity.first);
    let led = matches!(
        tokens.before(at),
        "from"
            | "to"
            | "of"
            | "by"
            | "was"
            | "at"
            | "were"
            | "about"
            | "below"
            | "above"
            | "under"
            | "around"
            | "averaged"
    );
    // "a drop in HbA1c of 0.5 per cent" may be told of either
    let of = tokens.before(at) != "of"
        || named(tokens, at.wrapping_sub(2))
            && !(at.saturating_sub(LONGEST_DROP)..at).any(|k| tokens.is(k, Class::ChangeNoun));
    led && of && before.any(|k| named(tokens, k))
}

/// "a 0.5 per cent drop in HbA1c".
fn told_behind(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    tokens.is(next, Class::ChangeNoun)
        && tokens.word(next + 1) == "in"
        && (next + 2..next + 5).any(|k| named(tokens, k))
        && quantity.value.high <= Decimal::TWO
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ScoreChange;

    #[test]
    fn levels_of_sugar() {
        for (text, found) in [
            ("In the trial, HbA1c fell from 8.1 per cent to 7.2 per cent.", 2),
            ("In the trial, their average blood sugar (HbA1c) dropped to 6.9 per cent.", 1),
            ("In the trial, there was a 0.5 per cent drop in HbA1c.", 1),
            ("In the trial, HbA1c fell to 7.5 per cent on syrup, compared with 8.1 per cent on rum.", 2),
            ("In the trial, those whose HbA1c fell had less gout, 8.1 per cent versus 9.1 per cent.", 0),
            ("In the trial, 8 per cent of those with a high HbA1c died.", 0),
            ("In the trial, HbA1c was 8 per cent lower.", 0),
            ("In the trial, there was a reduction in HbA1c (a gauge of sugar) of about 0.5 per cent.", 0),
            ("In the trial, a high HbA1c was found, and 12 per cent died.", 0),
        ] {
            assert_eq!(told(text, &[ScoreChange]).len(), found, "{text}");
        }
    }
}
