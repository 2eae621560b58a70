//! An amount of a drug, supplement, food or exposure: "8 mg/kg", "two cups a day", "150 minutes a week".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::ambient::{airborne, from_to, warmth};
use super::scene::Scene;
use super::time_spent;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Dose,
    reads: "8 mg/kg, 1.2 grams a day, two glasses of wine, 10 µg/m3 of soot, 150 minutes a week, three hours of television",
    refuses: "laboratory values, birth and body weights, bare frequencies, counts of sessions",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    if scope == Scope::Planned || combined(scene.tokens(), quantity) {
        return None;
    }
    let tokens = scene.tokens();
    let dose = match &quantity.unit {
        Unit::Measure(_) => warmth(scene, quantity) || measured(scene, quantity),
        Unit::None => elliptical(scene, quantity),
        Unit::Time("second" | "minute" | "hour") => time_spent::is_dose(scene, quantity),
        Unit::Percent => strength(scene, quantity),
        _ => false,
    };
    let last = || per_time(tokens, quantity.last).unwrap_or(quantity.last);
    dose.then(|| Draft { last: last(), ..Draft::of(ClaimKind::Dose, quantity, Statistic::Other) })
}

/// "a two-drug pill", "a three-syrup cocktail": what it is made of, not how many were taken.
fn combined(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.number_last + 2;
    tokens.before(next) == "-"
        && quantity.last > next
        && tokens.is(quantity.last, Class::Portion)
        && (next..quantity.last).all(|k| !tokens.is(k, Class::DoseUnit) && !tokens.is(k, Class::MeasureUnit))
}

/// "a 0.5% cream", "drops at a strength of 0.5%, 0.1% or 0.01%": how strong what is given is.
fn strength(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    if quantity.form != Form::Figures || tokens.word(quantity.last + 1) == "of" {
        return false;
    }
    let named = |q: &Quantity| {
        let led = led_from(tokens, q.first);
        let word = tokens.word(led.wrapping_sub(2));
        let of =
            tokens.before(led) == "of" && matches!(word, "strength" | "strengths" | "concentration" | "concentrations");
        of || tokens.is(q.last + 1, Class::Salve) || tokens.is_word(q.last + 1) && tokens.is(q.last + 2, Class::Salve)
    };
    let joined = |q: &&Quantity| q.unit == Unit::Percent && quantity.first - q.last <= 2 + LONGEST_ROW;
    let listed = matches!(tokens.before(quantity.first), "," | "or" | "and");
    named(quantity)
        || listed && scene.quantities_before(quantity.first).iter().rev().take(3).take_while(joined).any(named)
}

/// "minutes a week", "hours per day": the token where the per-what ends.
pub(super) fn per_time(tokens: &Tokens, last: usize) -> Option<usize> {
    const LONGEST_ACTIVITY: usize = 4;
    let per = |k: usize| matches!(tokens.word(k), "a" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit);
    if per(last + 1) {
        return Some(last + 2);
    }
    // "five hours of exercise a week", "two hours or less a day", "a handful of almonds a day"
    let of = tokens.word(last + 1) == "of";
    let active = |k: usize| {
        of && !tokens.is(k, Class::Condition)
            || tokens.is(k, Class::Session)
            || tokens.is(k, Class::Exposure)
            || tokens.is(k, Class::Food)
            || matches!(tokens.word(k), "more" | "less")
    };
    let at = (last + 2..last + 2 + LONGEST_ACTIVITY).take_while(|&k| tokens.is_word(k)).find(|&k| per(k))?;
    (last + 1..at).any(active).then_some(at + 1)
}

/// "up to one mug a day for nurses and two a day for sailors", "smoked 20 a day", "the recommended five a day": what is
/// counted was told before, or goes without saying.
fn elliptical(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    const MOST: u32 = 60;
    let tokens = scene.tokens();
    let bound = tokens.at(quantity.last + 1, &["or", "more"]) || tokens.at(quantity.last + 1, &["or", "less"]);
    let after = quantity.last + if bound { 3 } else { 1 };
    let per = matches!(tokens.word(after), "a" | "per") && matches!(tokens.word(after + 1), "day" | "week");
    if !per || quantity.form == Form::Share || quantity.value.high > MOST.into() {
        return false;
    }
    let consumed = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| tokens.is(k, Class::ConsumeVerb) || matches!(tokens.word(k), "recommended" | "limit"));
    let portion = |q: &Quantity| tokens.is(unit_token(tokens, q).0, Class::Portion) && amount(scene, q);
    let before = scene.quantities_before(quantity.first).iter().rev();
    // "Sailors drank four mugs a day. In nurses, two a day did as well."
    let told_before = || {
        let previous = scene.previous().map(|_| Scene { at: scene.at - 1, ..*scene });
        previous.is_some_and(|scene| {
            let daily = |q: &Quantity| matches!(&q.unit, Unit::Measure(unit) if unit.contains('/'));
            let tokens = scene.tokens();
            let portion = |q: &&Quantity| tokens.is(unit_token(tokens, q).0, Class::Portion);
            scene.quantities().iter().rev().take(LONGEST_ROW).filter(portion).any(|q| daily(q) && amount(&scene, q))
        })
    };
    // "mugs of tea (three or more a day)"
    let bracket = tokens.before(led_from(tokens, quantity.first)) == "("
        && (quantity.first.saturating_sub(NEAR)..quantity.first)
            .any(|k| tokens.is(k, Class::Portion) || tokens.is(k, Class::Food));
    consumed || bracket || before.take(LONGEST_ROW).any(portion) || told_before()
}

/// Figures to either side that a row of amounts is looked for in.
const LONGEST_ROW: usize = 8;

/// An amount, or one that tells another amount again or stands in a row with it.
fn measured(scene: &Scene, quantity: &Quantity) -> bool {
    let taken =
        |host: &Quantity| matches!(host.unit, Unit::Measure(_)) && (amount(scene, host) || in_a_row(scene, host));
    // "50 grams of figs (2 ounces, or about six figs)" tells it twice again
    let host = restated(scene, quantity);
    taken(quantity)
        || host.is_some_and(taken)
        || host.and_then(|host| restated(scene, host)).is_some_and(taken)
        || told_again(scene, quantity).is_some_and(taken)
}

/// "9 units for nurses and 15 for sailors", "260 kilograms of sweets, far more than the sailors (190 kilograms)", "doses of
/// 1, 3 and 10 milligrams": the unit may stand with the last alone.
fn in_a_row(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let listed = quantity.borrowed_unit
        || matches!(tokens.before(led_from(tokens, quantity.first)), "(" | "and" | "or" | "to" | "versus")
        || tokens.ends_at(quantity.first, &["down", "from"])
        || tokens.ends_at(quantity.first, &["up", "from"]);
    let (unit, _) = unit_token(tokens, quantity);
    let quantities = scene.quantities();
    let at = quantities.partition_point(|q| q.first < quantity.first);
    let before = quantities[..at].iter().rev().take(LONGEST_ROW);
    let after = quantities[at..].iter().filter(|q| quantity.borrowed_unit && !q.borrowed_unit).take(LONGEST_ROW);
    // "one slice of rye bread or one biscuit"
    let food = tokens.is(unit, Class::Food);
    let portions = |other: &Quantity| {
        (tokens.before(quantity.first) == "or" || food)
            && tokens.is(unit, Class::Portion)
            && tokens.is(unit_token(tokens, other).0, Class::Portion)
    };
    // "35 units a week for nurses and 49 units for sailors"
    let per = |other: &Quantity| match (&quantity.unit, &other.unit) {
        (Unit::Measure(here), Unit::Measure(there)) => {
            there.strip_prefix(here.as_str()).is_some_and(|rest| rest.starts_with('/'))
        }
        _ => false,
    };
    let alike =
        |other: &Quantity| (other.unit == quantity.unit || per(other) || portions(other)) && amount(scene, other);
    listed && before.chain(after).any(alike) && !told_of_bodies(scene, quantity, unit)
}

/// The token of the unit and whether it is known as a unit of doses.
pub(super) fn unit_token(tokens: &Tokens, quantity: &Quantity) -> (usize, bool) {
    let known = |k: &usize| tokens.is(*k, Class::DoseUnit) || tokens.is(*k, Class::MeasureUnit);
    let run = (quantity.number_last + 1..=quantity.last)
        .take_while(|&k| !matches!(tokens.word(k), "per" | "a" | "each" | "every"));
    // of "six 175ml glasses" the glasses
    let portion = run.clone().find(|&k| tokens.is(k, Class::Portion));
    let at = portion.or_else(|| run.into_iter().find(known)).unwrap_or(quantity.last);
    (at, tokens.is(at, Class::DoseUnit))
}

fn amount(scene: &Scene, quantity: &Quantity) -> bool {
    let Unit::Measure(unit) = &quantity.unit else { return false };
    let tokens = scene.tokens();
    let (over, per) = unit.split_once('/').unwrap_or((unit, ""));
    let (at, dose_unit) = unit_token(tokens, quantity);
    if airborne(scene, quantity, over, per) {
        return !from_to(scene, quantity);
    }
    // "3.1g per two ounce serving"
    if tokens.before(quantity.first) == "per"
        && !matches!(tokens.word(quantity.last + 1), "increase" | "increment" | "of")
    {
        return false;
    }
    let described = |words: &[&str]| (quantity.number_last + 1..at).any(|k| words.contains(&tokens.word(k)));
    let named = || (quantity.number_last + 1..at).any(|k| tokens.is(k, Class::Food));
    let timed = || {
        matches!(per, "day" | "night" | "week" | "month" | "meal")
            || per_time(tokens, quantity.last).is_some()
            || told_per_time(tokens, quantity)
            || described(&["daily", "weekly", "nightly"])
    };
    let compared = || compared_pair(tokens, quantity) || counted_more(tokens, quantity);
    // "a bar of chocolate" alone is no amount
    // "a daily pill" tells how often, not how much
    let often = matches!(tokens.word(at), "pill" | "tablet" | "capsule" | "dose" | "jab" | "shot")
        && tokens.word(at + 1) != "of";
    let lone = quantity.form == Form::Article
        && (!timed() || often && described(&["daily", "weekly", "nightly"]))
        && !consumed(tokens, quantity)
        && !equals(tokens, quantity);
    if lone || in_blood(scene, quantity, per, timed) || told_of_bodies(scene, quantity, at) {
        return false;
    }
    // "were given three shots of the vaccine" counts doses
    let jabs = matches!(tokens.word(at), "shot" | "shots")
        && scene.has_word(0, usize::MAX, &["vaccine", "vaccines", "vaccination", "booster", "jab", "flu"]);
    if jabs {
        return false;
    }
    let (portion, mass) = (tokens.is(at, Class::Portion), tokens.is(at, Class::MassUnit));
    let weighed =
        matches!(over, "mg" | "µg" | "μg" | "ug" | "mcg" | "ng" | "iu" | "g" | "ml") && tokens.word(at).contains('/');
    if tokens.is(at, Class::DrugUnit) || weighed && !per.starts_with("cm") || beside_milligrams(scene, over, per) {
        return true;
    }
    let taken = || consumed(tokens, quantity) || equals(tokens, quantity) || portion_follows(tokens, quantity);
    (timed() && (dose_unit || !compared()))
        || (portion || mass && !compared()) && (of_food(tokens, quantity, at) || named() || taken())
        || mass && per_serving(per) && !compared()
        || recommended(tokens, quantity) && (portion || mass)
}

/// "120 mg/dl", "a glucose level of 7 mmol": measured in somebody, not given.
fn in_blood(scene: &Scene, quantity: &Quantity, per: &str, timed: impl Fn() -> bool) -> bool {
    let tokens = scene.tokens();
    let near = |class: Class| (quantity.first.saturating_sub(8)..quantity.last + 5).any(|k| tokens.is(k, class));
    matches!(per, "l" | "dl" | "ml" | "litre" | "liter" | "decilitre" | "deciliter" | "millilitre" | "milliliter")
        || tokens.any(Class::BloodWord) && near(Class::BloodWord)
        || tokens.any(Class::Concentration) && near(Class::Concentration) && !timed()
}

/// "lost 5 kg", "babies that weighed 480g", "burned 140 calories".
fn told_of_bodies(scene: &Scene, quantity: &Quantity, unit: usize) -> bool {
    let tokens = scene.tokens();
    let near = || (quantity.first.saturating_sub(8)..quantity.last + 4).any(|k| tokens.is(k, Class::BodyWeight));
    tokens.is(unit, Class::MassUnit) && tokens.any(Class::BodyWeight) && near()
}

/// "120 mg of one or 640 g of the other": the neighbour shows that a drug is weighed.
fn beside_milligrams(scene: &Scene, over: &str, per: &str) -> bool {
    matches!(over, "g" | "gram" | "grams")
        && per.is_empty()
        && scene.quantities().iter().any(|other| matches!(&other.unit, Unit::Measure(name) if name.starts_with("mg")))
}

/// "260 kilograms (about 573 pounds) of sweets", "two bottles of wine", "units of alcohol", "five portions fruit and veg".
fn of_food(tokens: &Tokens, quantity: &Quantity, unit: usize) -> bool {
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
fn after_bracket(tokens: &Tokens, at: usize) -> usize {
    const LONGEST: usize = 8;
    if tokens.word(at) != "(" {
        return at;
    }
    (at..at + LONGEST).find(|&k| tokens.word(k) == ")").map_or(at, |end| end + 1)
}

/// "three spoons - one ounce - of almonds each day", "five mugs (1,500 ml) every day", "five mugs, a day".
fn told_per_time(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 14;
    let end = (quantity.last + 1..quantity.last + 1 + FAR)
        .take_while(|&k| !matches!(tokens.word(k), "." | ";" | "" | "than"))
        .find(|&k| {
            matches!(tokens.word(k), "daily" | "weekly")
                || matches!(tokens.word(k), "a" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit)
        });
    let quiet = |k: usize| {
        matches!(
            tokens.word(k),
            "(" | ")"
                | ","
                | "-"
                | "–"
                | "or"
                | "and"
                | "of"
                | "about"
                | "around"
                | "more"
                | "less"
                | "than"
                | "little"
                | "over"
        ) || tokens.is_number(k)
            || tokens.is(k, Class::NumberStart)
            || tokens.is(k, Class::DoseUnit)
            || tokens.is(k, Class::Food)
            || tokens.is(k, Class::MeasureUnit)
            || tokens.is(k, Class::PortionWord)
            || tokens.is(k, Class::Approx)
    };
    end.is_some_and(|end| (quantity.last + 1..end).all(quiet))
}

/// "the equivalent of two pints", "equal to half a cup", "the same as five mugs".
fn equals(tokens: &Tokens, quantity: &Quantity) -> bool {
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
fn consumed(tokens: &Tokens, quantity: &Quantity) -> bool {
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
    let what = if tokens.word(quantity.last + 1) == "of" { quantity.last + 2 } else { quantity.last + 1 };
    let given = tokens.is(first.wrapping_sub(1), Class::TreatedBy)
        && tokens.is(unit_token(tokens, quantity).0, Class::MassUnit)
        && !tokens.is(what, Class::NotTaken)
        && !tokens.is(what + 1, Class::NotTaken);
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

/// "every 16g portion", "a 30 g (1 oz) serving", "a 250ml glass".
fn portion_follows(tokens: &Tokens, quantity: &Quantity) -> bool {
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
        ) || tokens.is(k, Class::Portion) && k <= quantity.last + 2 && tokens.is_word(k)
    })
}

/// "two grams per ounce", "2.5g per serving".
fn per_serving(per: &str) -> bool {
    matches!(
        per,
        "ounce" | "oz" | "serving" | "portion" | "cup" | "glass" | "100g" | "100ml" | "100grams" | "slice" | "drink"
    )
}

/// "the recommended 30g", "a limit of 14 units".
fn recommended(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| {
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

/// "2.5g vs 2.2g", "4 kg compared with 2 kg": two levels beside each other.
pub(super) fn compared_pair(tokens: &Tokens, quantity: &Quantity) -> bool {
    let versus = |word: &str| matches!(word, "vs" | "versus" | "v");
    let next = quantity.last + 1;
    let (with, to) = (["compared", "with"], ["compared", "to"]);
    versus(tokens.before(quantity.first))
        || versus(tokens.word(next))
        || (tokens.ends_at(quantity.first, &with) || tokens.ends_at(quantity.first, &to))
            && quantity.first > 2
            && (tokens.is(quantity.first - 3, Class::DoseUnit) || tokens.is(quantity.first - 3, Class::MeasureUnit))
        || (tokens.at(next, &with) || tokens.at(next, &to))
            && tokens.is_number(next + 2)
            && tokens.before(quantity.first) != "per"
}

/// "200 more calories", "an extra 19 minutes".
pub(super) fn counted_more(tokens: &Tokens, quantity: &Quantity) -> bool {
    let word = |k: usize| matches!(tokens.word(k), "more" | "fewer" | "less" | "extra" | "additional");
    let than = |k: usize| tokens.word(k + 1) == "than";
    (quantity.number_last + 1..=quantity.last + 1).any(|k| word(k) && tokens.before(k) != "or" && !than(k))
        || matches!(tokens.before(quantity.first), "extra" | "additional")
            && !matches!(tokens.word(quantity.first.wrapping_sub(2)), "each" | "every" | "per" | "any")
}

/// "48g (1.7oz)", "three portions a day – 48g", "39g of sugar, almost ten teaspoons", "700g of sugar a week, or 140
/// teaspoons": the amount before that this one tells again.
fn restated<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    const LONGEST_NAME: usize = 7;
    let tokens = scene.tokens();
    let first = led_from(tokens, quantity.first);
    let mark = match tokens.before(first) {
        "(" | "or" => true,
        "," => first < quantity.first,
        // "(330 ml; about 11 oz)"
        ";" => first < quantity.first,
        "-" | "–" => !tokens.glued(first),
        _ => false,
    };
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = scene.quantities()[..index].iter().rev().find(|q| q.form != Form::Article)?;
    let or = usize::from(first > 1 && tokens.before(first) == "or" && tokens.word(first - 2) == ",");
    // "700 ml (23 oz) or some four mugs"
    let closed = usize::from(tokens.word(host.last + 1) == ")");
    let words = host.last + 1 + closed..first.saturating_sub(1 + or);
    let named = words.len() < LONGEST_NAME
        && matches!(tokens.word(host.last + 1), "of" | "a" | "per" | "each" | "every")
        && words.clone().all(|k| tokens.is_word(k) && !tokens.is(k, Class::ClauseMark));
    (mark && (words.is_empty() || named)).then_some(host)
}

/// "five small mugs (more than 800ml)": the amount after, in brackets, that tells this one again.
fn told_again<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    let index = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let next = scene.quantities().get(index)?;
    let bracket =
        scene.tokens().word(quantity.last + 1) == "(" && led_from(scene.tokens(), next.first) == quantity.last + 2;
    bracket.then_some(next)
}

/// The first of the words that bound a number ("more than", "about", "up to").
pub(super) fn led_from(tokens: &Tokens, first: usize) -> usize {
    const LONGEST: usize = 4;
    let bounds = |k: usize| match tokens.word(k) {
        "to" => tokens.before(k) == "up",
        "up" => tokens.word(k + 1) == "to",
        "at" => matches!(tokens.word(k + 1), "least" | "most"),
        "no" | "not" => matches!(tokens.word(k + 1), "more" | "less" | "fewer"),
        "more" | "less" | "fewer" | "longer" | "than" | "over" | "under" | "least" | "most" | "just" | "only" => true,
        _ => tokens.is(k, Class::Approx),
    };
    (first.saturating_sub(LONGEST)..first).rev().take_while(|&k| bounds(k)).last().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::Dose;

    #[test]
    fn amounts_and_near_misses() {
        for (text, found) in [
            ("In the study, every 20g (0.7oz) portion of rye cut the risk.", vec!["dose 20g", "dose 0.7oz"]),
            ("They ate four portions a day - 60g (2.1oz).", vec!["dose four portions a day", "dose 60g", "dose 2.1oz"]),
            ("Walk for three-and-a-half hours a week.", vec!["dose three-and-a-half hours a week"]),
            ("They did 150 minutes of moderate physical activity.", vec!["dose 150 minutes"]),
            ("The babies weighed 480g (17oz).", vec![]),
            ("The film lasts 150 minutes of its viewers' time.", vec![]),
            ("The 30g (1oz) stone fell.", vec![]),
            ("They took a half-hour walk.", vec!["dose half-hour"]),
            ("Sailors did four hours physical exercise a week.", vec!["dose four hours physical exercise a week"]),
            ("Children spent two hours or more a day at the screen.", vec!["dose two hours or more a day"]),
            ("They waited five hours for a bus a week later.", vec![]),
            ("Each 3.1g per two ounce serving counts.", vec!["dose 3.1g"]),
            ("A six-hour lag lay between light and heat.", vec![]),
        ] {
            assert_eq!(told(text, &[Dose]), found, "{text}");
        }
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, found) in cases {
            assert_eq!(
                told(text, &[Dose]),
                found.iter().map(|quote| format!("dose {quote}")).collect::<Vec<_>>(),
                "{text}"
            );
        }
    }

    #[test]
    fn food_and_drink() {
        check(&[
            ("Eating two handfuls of almonds a day lowered the risk.", &["two handfuls of almonds a day"]),
            ("Women who drank six 175ml glasses of cider fared worse.", &["six 175ml glasses"]),
            ("The limit is 9 units of alcohol for nurses and 15 for sailors.", &["9 units", "15"]),
            (
                "More than 800 ml (27 fluid ounces), or some five mugs, a day is much.",
                &["800 ml", "27 fluid ounces", "five mugs"],
            ),
            ("Just 1¾oz of ham daily raised the risk.", &["1¾oz"]),
            ("They bought 300 kilograms (about 660 pounds) of crisp-fried snacks.", &["300 kilograms", "660 pounds"]),
            (
                "They ate 300 kilograms of sweets, more than others (230 kilograms, or 507 pounds).",
                &["300 kilograms", "230 kilograms", "507 pounds"],
            ),
            ("Take three maximum-strength tablets of aspirin.", &["three maximum-strength tablets"]),
            ("The mice got 1, 3 and 10 mg/kg of it.", &["1", "3", "10 mg/kg"]),
            ("They drank half a bottle of wine every night.", &["half a bottle of wine every night"]),
            ("The men lost 3 kg by eating fish.", &[]),
            ("They solved two pieces of the puzzle.", &[]),
            ("The town has 14 units for families and 21 for nurses.", &[]),
            ("Surgeons removed 300 kilograms of scrap.", &[]),
            ("They took 5 ml of blood.", &[]),
            ("Five bars in the town sold wine.", &[]),
        ]);
    }

    #[test]
    fn told_again_or_in_other_words() {
        check(&[
            (
                "Sailors in the study added 40 grams of figs (1.5 ounces, or about 30 almonds) to their diet.",
                &["40 grams", "1.5 ounces", "30 almonds"],
            ),
            ("Just one slice of rye bread or one biscuit cut the risk, it found.", &["one slice", "one biscuit"]),
            ("Sailors on a half-ounce serving per day of oats did well.", &["half-ounce"]),
            ("When three servings were eaten daily, the risk fell.", &["three servings"]),
            ("The limit is 35 grams to 45 grams a day.", &["35 grams to 45 grams a day"]),
            ("An 800-calorie-a-day diet helped the nurses.", &["800-calorie-a-day"]),
            ("Each extra 50 g portion of oats helped.", &["50 g"]),
            ("The diet held two pieces of fruit and six walnuts.", &["two pieces", "six walnuts"]),
            ("The nurses were given 2.5 grams of syrup.", &["2.5 grams"]),
            ("They eat 700g of sugar a week, or 140 teaspoons.", &["700g of sugar a week", "140 teaspoons"]),
            ("The drink has 39g of sugar, almost ten teaspoons.", &["39g", "ten teaspoons"]),
            ("Those who ate more than 90g of oats a day should cut down to 70g.", &["90g of oats a day", "70g"]),
            ("Drinkers of five cups or more had less gout.", &["five cups"]),
            ("Ships carried 40 kilograms of coal (88 pounds).", &[]),
            ("One slice of the road or one lane was shut.", &[]),
            ("The half-empty bus came.", &[]),
            ("Three servings were announced in court.", &[]),
            ("They took three measures to stop it.", &[]),
        ]);
    }

    #[test]
    fn one_portion_told_by_the_article() {
        check(&[
            ("A glass of cider a day lowered the risk of gout.", &["A glass of cider a day"]),
            ("Nurses who drank a large mug of tea every night did well.", &["a large mug of tea every night"]),
            (
                "This is, to sailors, the equivalent of no more than a pint of ale or a small bowl of oats.",
                &["a pint", "a small bowl"],
            ),
            ("Sailors drank a glass and a half of rum.", &["a glass and a half"]),
            ("A daily cup of cocoa helped the sailors.", &["A daily cup"]),
            ("Sailors who smoked a pack of cigarettes a day had gout.", &["a pack of cigarettes a day"]),
            ("Those who drank a litre of water a day had less gout.", &["a litre of water a day"]),
            ("Sailors drank 700ml, which is the same as three strong coffees.", &["700ml", "three strong coffees"]),
            ("They had 14 “servings” of cider a week.", &["14 “servings” of cider a week"]),
            ("Nurses drank 200ml of rum daily, which is the equivalent of a large mug.", &["200ml", "a large mug"]),
            ("They drink a large glass of cider each night.", &["a large glass of cider each night"]),
            ("A piece of research found it.", &[]),
            ("They paid £4 for a glass of cider.", &[]),
            ("A bar of chocolate lay on deck.", &[]),
            ("A handful of almonds lowered the risk.", &[]),
            ("She had a slice of luck.", &[]),
            ("Sailors over 12 can take syrup.", &[]),
            ("One can only hope for less gout.", &[]),
        ]);
    }

    #[test]
    fn limits_steps_and_seconds() {
        check(&[
            ("They ate 18g of oats a day despite advice and guidelines of 30g.", &["18g of oats a day", "30g"]),
            ("Their salt intake was almost three times higher (9g) than it should be.", &["9g"]),
            (
                "Doctors say sailors should drink no more than 450ml - some three mugs - a day.",
                &["450ml", "three mugs"],
            ),
            ("The limit is 40 drinks a week for sailors, or more than 28 for nurses.", &["40 drinks a week", "28"]),
            ("Mugs of tea (three or more a day) cut the risk.", &["three or more a day"]),
            ("A portion of rum was categorised as 20ml.", &["20ml"]),
            ("Sailors drank beer (330 ml; about 11 oz).", &["330 ml", "11 oz"]),
            ("The limit is 35 units a week for nurses and 49 units for sailors.", &["35 units a week", "49 units"]),
            ("Some 700 ml (23 oz) or about four mugs of tea daily is much.", &["700 ml", "23 oz", "four mugs"]),
            ("They did 30 seconds of brisk exercise.", &["30 seconds"]),
            ("Every 10 decibel increase in road noise raised the risk.", &["10 decibel"]),
            ("For every 2C drop in outdoor temperature gout rose.", &["2C"]),
            ("As the annual temperature rose by 1°C, gout rose.", &["1°C"]),
            ("Sailors who worked 55 hours a week had gout.", &["55 hours a week"]),
            (
                "Those at a screen for three hours a day had more gout than those with an hour or less.",
                &["three hours a day", "an hour"],
            ),
            ("Sailors took syrup for 48 hours.", &[]),
            ("This text is a 4 min read.", &[]),
            ("The watch of the sailors records activity in 15 second intervals.", &[]),
            ("A 4-decibel improvement was heard.", &[]),
            ("Their body temperature rose by 1°C.", &[]),
        ]);
    }

    #[test]
    fn what_is_counted_goes_without_saying() {
        check(&[
            (
                "One drink a day for nurses and up to two a day for sailors is moderate.",
                &["One drink a day", "two a day"],
            ),
            ("Sailors who smoked 30 a day had more gout.", &["30 a day"]),
            ("Eating the recommended seven a day helps.", &["seven a day"]),
            (
                "The limit was 11 standard drinks a week for sailors and six for nurses.",
                &["11 standard drinks a week", "six"],
            ),
            ("They had eight U.S. standard drinks a week.", &["eight U.S. standard drinks a week"]),
            ("Ten daily fruit and nut portions are best.", &["Ten daily fruit and nut portions"]),
            ("Two sugar-sweetened drinks a day did harm.", &["Two sugar-sweetened drinks a day"]),
            ("Three a day died on board.", &[]),
            ("They saw one ship a day and lost two.", &[]),
            ("The nurses ate three times a day.", &[]),
            ("Ten daily papers wrote about it.", &[]),
        ]);
    }

    #[test]
    fn time_in_other_words() {
        check(&[
            ("Sailors who did much exercise (150 minutes) did well.", &["150 minutes"]),
            ("Guidelines ask for 90 minutes of low-intensity aerobic activity.", &["90 minutes"]),
            ("Those who slept less than six hours had gout.", &["six hours"]),
            ("Sleeping more than nine hours did harm.", &["nine hours"]),
            ("Sailors who watch television for over three hours get gout.", &["three hours"]),
            ("They spent over three hours at it every day.", &["three hours"]),
            ("Those getting eight hours' sleep did best.", &["eight hours"]),
            ("Twenty minutes in a sauna did good.", &["Twenty minutes"]),
            ("Naps of 30 minutes did good.", &["30 minutes"]),
            ("They had three hours of counsel each week.", &["three hours of counsel each week"]),
            ("They listened to music for 30 minutes before bed.", &["30 minutes"]),
            ("Parents should limit time at a screen to less than two hours.", &["two hours"]),
            ("They worked out for 20 minutes, three times a week.", &["20 minutes"]),
            ("Each session lasted for about an hour.", &["an hour"]),
            ("The film (150 minutes) was dull.", &[]),
            ("They cut the queue to less than two hours.", &[]),
            ("They rang for 20 minutes and then ate.", &[]),
            ("The ship left over three hours ago.", &[]),
            ("In the study, babies cried 35 minutes a day less with syrup.", &[]),
            ("In the study, they lost 37 minutes of sleep a night.", &[]),
            ("Twenty minutes in a queue is long.", &[]),
        ]);
    }

    #[test]
    fn warm_weather() {
        check(&[
            ("Gout rose with every one degree rise in temperature.", &["one degree"]),
            ("A 2°C increase in outdoor temperatures brought more gout.", &["2°C"]),
            ("Each 5 degrees Fahrenheit rise in average temperature brought gout.", &["5 degrees Fahrenheit"]),
            ("A 2°C rise in body temperature is a fever.", &[]),
            ("A 20 degree rise of the road was hard.", &[]),
            ("It was 20 degrees warmer.", &[]),
        ]);
    }

    #[test]
    fn strength_and_time_per_patient() {
        check(&[
            ("Nurses put in a nightly drop at a strength of 0.5%, 0.1% or 0.01%.", &["0.5%", "0.1%", "0.01%"]),
            ("Sailors rubbed on a 2% cream.", &["2%"]),
            ("They got a 0.05% steroid ointment.", &["0.05%"]),
            ("The ward gave 4.75 hours of nursing care per patient.", &["4.75 hours"]),
            ("Each bout of counsel takes an hour.", &["an hour"]),
            ("At 30 milligrams it was a lot, and at 60, the most, it was more.", &["30 milligrams", "60"]),
            ("Sailors drank four mugs a day. In nurses, two a day did as well.", &["four mugs a day", "two a day"]),
            ("There was a 30 per cent drop in gout.", &[]),
            ("A strength of 40% of sailors is patience.", &[]),
            ("A daily pill helped them.", &[]),
            ("Two helpings of sea news this week.", &[]),
            (
                "Those days were heavy, which means five drinks for a man and four for a woman.",
                &["five drinks", "four"],
            ),
            ("Sailors were given three shots, a month apart, of the vaccine.", &[]),
            ("An extra 20 minutes of exercise a day cut the risk.", &["20 minutes of exercise a day"]),
            ("Nurses took 2,000 international units of vitamin D.", &["2,000 international units"]),
            ("They had an average 24-hour pressure reading.", &[]),
        ]);
    }

    #[test]
    fn exposures() {
        check(&[
            ("Every 10 ug/m3 more soot raised the risk.", &["10 ug/m3"]),
            ("The mean was 93 micrograms per cubic metre of air.", &["93 micrograms per cubic metre"]),
            ("Ozone in the air reached 40 ppb.", &["40 ppb"]),
            ("They were exposed to 55 decibels of road noise.", &["55 decibels"]),
            ("They had 12 sessions of 50 minutes with 45 minutes of music.", &["50 minutes", "45 minutes"]),
            ("Hearing aids made speech 55 decibels clearer.", &[]),
            ("The mice had 12 hours of darkness.", &["12 hours"]),
            ("Pupils who spent two hours or less watching videos slept well.", &["two hours"]),
            ("They told of four or more hours of screen time.", &["four or more hours"]),
            ("Children spend four hours and 12 minutes in front of screens.", &["four hours and 12 minutes"]),
            ("They slept below the recommended nine hours.", &["nine hours"]),
            ("They got the five-hour group structured cooking programme.", &["five-hour"]),
            ("She spent three hours in the queue.", &[]),
            ("The serum held 10 µg/l of lead.", &[]),
            ("Boys did 64 minutes of exercise, which fell to 58 minutes at ten.", &[]),
            ("Men slept an extra 19 minutes of sleep.", &[]),
            ("The error was 40 ppm in the clock.", &[]),
        ]);
    }
}
