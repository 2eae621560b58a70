//! An amount in, whether the words beside it say that it is eaten, drunk, taken or advised out.

use crate::extract::scene::Scene;
use crate::text::{Class, Form, Quantity, Tokens};

use super::near::led_from;
use super::unit_token;

/// "260 kilograms (about 573 pounds) of sweets", "two bottles of wine", "units of alcohol", "five portions fruit and veg".
pub(super) fn of_food(tokens: &Tokens, quantity: &Quantity, unit: usize) -> bool {
    const LONGEST_NAME: usize = 5;
    const BARE_NAME: usize = 2;
    let after = after_bracket(tokens, quantity.last + 1);
    let of = tokens.word(after) == "of";
    let first = if of { after + 1 } else { after };
    let name = (first..first + if of { LONGEST_NAME } else { BARE_NAME })
        .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    let food = name.into_iter().any(|k| tokens.is(k, Class::Food));
    if of && tokens.is(first, Class::Article) || !of && first > quantity.last + 1 {
        return false;
    }
    // of a small measure whatever follows is taken, unless it is somebody's own
    let own = tokens.is(first, Class::NotTaken) || tokens.is(first + 1, Class::NotTaken);
    food || of && tokens.is_word(first) && !own && tokens.is(unit, Class::SmallMeasure)
}

/// The token after a bracket that starts at `at`, else `at`.
pub(super) fn after_bracket(tokens: &Tokens, at: usize) -> usize {
    const LONGEST: usize = 8;
    if tokens.word(at) != "(" {
        return at;
    }
    (at..at + LONGEST).find(|&k| tokens.word(k) == ")").map_or(at, |end| end + 1)
}

/// "the equivalent of two pints", "equal to half a cup", "the same as five mugs".
pub(super) fn equals(tokens: &Tokens, quantity: &Quantity) -> bool {
    let first = led_from(tokens, quantity.first);
    let word = tokens.word(first.wrapping_sub(2));
    match tokens.before(first) {
        "of" => matches!(word, "equivalent" | "equivalents"),
        "to" => matches!(word, "equivalent" | "equal" | "equates" | "equate" | "equating" | "amounts" | "amounting"),
        "as" => matches!(
            word,
            "same"
                | "much"
                | "defined"
                | "categorised"
                | "categorized"
                | "classified"
                | "classed"
                | "counted"
                | "measured"
        ),
        "equals" | "equalling" | "means" | "meaning" => true,
        _ => false,
    }
}

/// "consuming more than 900ml", "those who drank 500 ml", "the equivalent of two pints".
pub(super) fn consumed(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    const FAR: usize = 14;
    let near = quantity.first.saturating_sub(NEAR)..quantity.first;
    // "when three mugs were drunk", "for every mug that they drank"
    let after = (quantity.last + 1..quantity.last + NEAR)
        .take_while(|&k| tokens.is_word(k))
        .find(|&k| tokens.is(k, Class::Be) || matches!(tokens.word(k), "that" | "they"));
    let passive = after.is_some_and(|k| (k + 1..k + 3).any(|k| tokens.is(k, Class::ConsumeVerb)));
    // "were given 2.5 grams of it", but not "took 5 ml of blood"
    let first = led_from(tokens, quantity.first);
    let first = if tokens.before(first) == "between" { first - 1 } else { first };
    let what = if tokens.word(quantity.last + 1) == "of" { quantity.last + 2 } else { quantity.last + 1 };
    let given = tokens.is(first.wrapping_sub(1), Class::TreatedBy)
        && tokens.is(unit_token(tokens, quantity).0, Class::MassUnit)
        && !tokens.is(what, Class::NotTaken)
        && !tokens.is(what + 1, Class::NotTaken);
    // "were randomized to either 2 grams of it or the same of rice"
    let allotted = |k: usize| {
        matches!(tokens.word(k), "randomized" | "randomised" | "assigned" | "allocated") && tokens.word(k + 1) == "to"
    };
    let either = usize::from(tokens.before(first) == "either");
    let given = given
        || first.checked_sub(2 + either).is_some_and(allotted)
            && tokens.is(unit_token(tokens, quantity).0, Class::MassUnit);
    // "drinkers of five cups"
    let drinkers = tokens.before(first) == "of"
        && matches!(tokens.word(first.wrapping_sub(2)), "drinkers" | "eaters" | "smokers" | "users" | "consumers");
    // "their intake of salt was much higher (40g)"
    let bracket = matches!(tokens.before(first), "(" | "was" | "were" | "averaged")
        && (first.saturating_sub(FAR)..first).any(|k| matches!(tokens.word(k), "intake" | "consumption"));
    passive
        || given
        || drinkers
        || bracket
        || near.rev().take_while(|&k| !matches!(tokens.word(k), "." | ";")).any(|k| tokens.is(k, Class::ConsumeVerb))
}

/// "from half a spoon, working up to 6 grams"
pub(super) fn built_up_to(tokens: &Tokens, quantity: &Quantity) -> bool {
    let up = quantity.first.wrapping_sub(2);
    tokens.at(up, &["up", "to"])
        && matches!(
            tokens.before(up),
            "build" | "building" | "built" | "work" | "working" | "worked" | "go" | "going" | "went" | "stepping"
        )
}

/// "every 16g portion", "a 30 g (1 oz) serving", "a 250ml glass".
pub(super) fn portion_follows(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let mut near =
        (quantity.last + 1..quantity.last + NEAR).take_while(|&k| !matches!(tokens.word(k), "." | "," | ";" | "of"));
    near.any(|k| {
        matches!(
            tokens.word(k),
            "portion"
                | "portions"
                | "serving"
                | "servings"
                | "glass"
                | "glasses"
                | "intake"
                | "diet"
                | "diets"
                | "meal"
                | "squirt"
                | "injection"
                | "infusion"
                | "dose"
        ) || tokens.is(k, Class::Portion) && k <= quantity.last + 2 && tokens.is_word(k)
    })
}

/// "two grams per ounce", "2.5g per serving".
pub(super) fn per_serving(per: &str) -> bool {
    matches!(
        per,
        "ounce" | "oz" | "serving" | "portion" | "cup" | "glass" | "100g" | "100ml" | "100grams" | "slice" | "drink"
    )
}

/// "the recommended 60g", "a limit of 20 units".
pub(super) fn recommended(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    // "at most 90 calories should come from it"
    let bounded = led_from(tokens, quantity.first) < quantity.first;
    let should = |k: usize| matches!(tokens.word(k), "should" | "ought" | "must");
    bounded && should(quantity.last + 1)
        || (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| {
            matches!(
                tokens.word(k),
                "recommended"
                    | "recommends"
                    | "recommend"
                    | "recommendation"
                    | "recommendations"
                    | "guideline"
                    | "guidelines"
                    | "guidance"
                    | "allowance"
                    | "requirement"
                    | "target"
                    | "maximum"
                    | "limit"
                    | "limits"
                    | "dose"
                    | "doses"
                    | "intake"
                    | "portion"
                    | "portions"
                    | "serving"
                    | "servings"
            )
        })
}

/// "those who had two glasses", "nurses averaged six units", "slightly more - three to nine servings": portions where the
/// sentence, or the one before, speaks of eating or drinking.
pub(super) fn on_a_diet(scene: &Scene, quantity: &Quantity, unit: usize) -> bool {
    /// Sentences before that may name the drink.
    const FAR: usize = 2;
    let tokens = scene.tokens();
    let served = matches!(
        tokens.word(unit),
        "drinks" | "glasses" | "servings" | "serving" | "portions" | "portion" | "pints" | "cups" | "mugs" | "measures"
    );
    let units = matches!(tokens.word(unit), "units" | "unit");
    if quantity.form == Form::Article || !served && !units {
        return false;
    }
    // units are of drink alone
    let diet = |tokens: &Tokens, k: usize| {
        if units {
            matches!(
                tokens.word(k),
                "alcohol"
                    | "alcoholic"
                    | "drinking"
                    | "drinker"
                    | "drinkers"
                    | "drink"
                    | "drinks"
                    | "drank"
                    | "drunk"
                    | "wine"
                    | "beer"
            )
        } else {
            tokens.is(k, Class::ConsumeVerb) || tokens.is(k, Class::Food)
        }
    };
    let spoken_of = |at: usize| {
        let tokens = &scene.sentences[at].tokens;
        tokens.iter().any(|(k, _)| diet(tokens, k))
    };
    let led = led_from(tokens, quantity.first);
    let had = matches!(tokens.before(led), "had" | "have" | "has" | "having" | "averaged" | "averaging");
    let aside = matches!(tokens.before(led), "-" | "–" | "—" | "(" | ",")
        && !tokens.is_word(quantity.last + 1)
        && !matches!(tokens.word(quantity.last + 1), "-" | "(");
    let counts = matches!(tokens.before(led), "as" | "is" | "are" | "contains" | "contain");
    (had || aside || counts) && (scene.at.saturating_sub(FAR)..=scene.at).any(spoken_of)
}

/// "a pie contains 600 calories", "one spoon of oil has 120 calories".
pub(super) fn contained(tokens: &Tokens, quantity: &Quantity, unit: usize) -> bool {
    if !matches!(tokens.word(unit), "calories" | "kcal" | "kilocalories" | "kilojoules" | "kj") {
        return false;
    }
    let led = led_from(tokens, quantity.first);
    matches!(
        tokens.before(led),
        "contains" | "contain" | "has" | "have" | "packs" | "pack" | "provides" | "provide" | "need" | "needs"
    )
}
