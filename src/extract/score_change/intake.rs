//! An amount in, whether it is how much people turned out to take in by the study's measure out: "salt intake was 9 g a day".

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

/// "Salt intake averaged 9 grams", "their intake - at 9 g - was high", "the cooks ate an average of 900 calories", "on
/// average, 9 g of salt was eaten a day": a level that was measured, where "an intake of 9 g" is what people are told to
/// take or sorted by.
pub(in crate::extract) fn is_level(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let amount = matches!(quantity.unit, Unit::Measure(_)) && quantity.form == Form::Figures;
    // "in the lowest fifth, intake was 13 g": by how much they ate they are sorted
    let sorted = |k: usize| {
        matches!(
            tokens.word(k),
            "bottom" | "top" | "fifth" | "quintile" | "quartile" | "tertile" | "highest" | "lowest"
        )
    };
    amount
        && !tokens.any(Class::Modal)
        && !(0..quantity.first).any(sorted)
        && (was_their_intake(tokens, quantity) || taken_on_average(tokens, quantity))
}

/// "intake was on average 9 g", "with the average intake being 9 g", "intake was thrice as high (9 g)".
fn was_their_intake(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 14;
    let led = led_from(tokens, quantity.first);
    let led = if tokens.ends_at(led, &["on", "average"]) { led - 2 } else { led };
    let dash = |k: usize| matches!(tokens.word(k), "-" | "–" | ",");
    let stated = matches!(tokens.before(led), "was" | "were" | "being" | "averaged" | "averaging" | "(")
        || tokens.before(led) == "at" && led > 1 && (dash(led - 2) || tokens.word(led - 2) == "stood");
    let ends = |k: &usize| matches!(tokens.word(*k), ";" | ":" | "while" | "but" | "if" | "who" | "whose" | "than");
    stated
        && (led.saturating_sub(FAR)..led)
            .rev()
            .take_while(|k| !ends(k))
            .any(|k| matches!(tokens.word(k), "intake" | "intakes"))
}

/// "ate an average of 900 calories", "On average, 9 g of salt was eaten".
fn taken_on_average(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let first = quantity.first;
    if tokens.ends_at(first, &["an", "average", "of"]) {
        let Some(verb) = first.checked_sub(4) else { return false };
        let eaten = tokens.is(verb, Class::ConsumeVerb);
        let sorted = || (verb.saturating_sub(NEAR)..verb).any(|k| matches!(tokens.word(k), "who" | "those" | "if"));
        return eaten && !sorted();
    }
    let opens = tokens.at(0, &["on", "average"]) && led_from(tokens, first) <= 3;
    let end = quantity.last + 1;
    opens
        && (end..end + NEAR)
            .take_while(|&k| tokens.is_word(k))
            .any(|k| matches!(tokens.word(k), "was" | "were") && tokens.is(k + 1, Class::ConsumeVerb))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::{Dose, ScoreChange};

    #[test]
    fn what_people_took_in_and_what_they_were_to_take() {
        for (text, found) in [
            ("In the study, the sailors' salt intake was 9 grams a day.", "score_change 9 grams a day"),
            ("In the study, iron intake averaged 6 mg.", "score_change 6 mg"),
            ("In the study, sugar intake - at 60g a day - was high.", "score_change 60g a day"),
            ("The study found the cooks ate an average of 1,900 calories.", "score_change 1,900 calories"),
            ("On average, 12g of fat was eaten a day, the study found.", "score_change 12g"),
            ("In the study, the intake of nurses was twice as high (12g).", "score_change 12g"),
            ("A daily intake of 12g of rye cut the risk of gout.", "dose 12g"),
            (
                "The study found that nurses who ate an average of 12g of rye a day lived longer.",
                "dose 12g of rye a day",
            ),
            ("In the trial, the cooks ate 12g of rye a day.", "dose 12g of rye a day"),
            ("The recommended intake is 12g a day.", "dose 12g a day"),
        ] {
            assert_eq!(told(text, &[Dose, ScoreChange]), [found], "{text}");
        }
    }
}
