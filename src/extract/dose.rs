//! An amount of a drug, supplement, food or exposure: "8 mg/kg", "two cups a day", "150 minutes a week".

mod again;
mod near;
mod taken;

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::ambient::{airborne, from_to, warmth};
use super::scene::Scene;
use super::score_change::{is_measured_intake, share_in_units};
use super::time_spent;
use super::{Draft, KindReader};

pub(super) use again::restated;
use again::{LONGEST_ROW, elliptical, in_a_row, told_again};
use near::told_per_time;
pub(super) use near::{compared_pair, counted_more, led_from, per_time};
use taken::{built_up_to, consumed, contained, equals, of_food, on_a_diet, per_serving, portion_follows, recommended};

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
        Unit::Measure(_) if scope != Scope::Background && is_measured_intake(scene, quantity) => false,
        Unit::Measure(_) if warmth(scene, quantity) => false,
        Unit::Measure(name) => !share_in_units(scene, quantity, name) && measured(scene, quantity),
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
    // "a level of 7.5 MET-hours"
    if over.starts_with("met ") {
        return true;
    }
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
    if lone
        || in_blood(scene, quantity, per, timed)
        || told_of_bodies(scene, quantity, at)
        || of_jabs(scene, quantity, at)
    {
        return false;
    }
    let (portion, mass) = (tokens.is(at, Class::Portion), tokens.is(at, Class::MassUnit));
    if (portion || tokens.word(at) == "steps") && time_spent::changed_by(tokens, quantity) {
        return false;
    }
    let weighed =
        matches!(over, "mg" | "µg" | "μg" | "ug" | "mcg" | "ng" | "iu" | "g" | "ml") && tokens.word(at).contains('/');
    if tokens.is(at, Class::DrugUnit) || weighed && !per.starts_with("cm") || beside_milligrams(scene, over, per) {
        return true;
    }
    let taken = || {
        consumed(tokens, quantity)
            || equals(tokens, quantity)
            || portion_follows(tokens, quantity)
            || portion && on_a_diet(scene, quantity, at)
            || mass && built_up_to(tokens, quantity)
            || mass && contained(tokens, quantity, at)
    };
    (timed() && (dose_unit || !compared()))
        || (portion || mass && !compared()) && (of_food(tokens, quantity, at) || named() || taken())
        || mass && per_serving(per) && !compared()
        || recommended(tokens, quantity) && (portion || mass)
}

/// "120 mg/dl", "a glucose level of 7 mmol": measured in somebody, not given.
fn in_blood(scene: &Scene, quantity: &Quantity, per: &str, timed: impl Fn() -> bool) -> bool {
    let tokens = scene.tokens();
    // "drank up to risky levels, the equivalent of 40 units"
    let portion = tokens.is(unit_token(tokens, quantity).0, Class::Portion);
    let near = |class: Class| (quantity.first.saturating_sub(8)..quantity.last + 5).any(|k| tokens.is(k, class));
    matches!(per, "l" | "dl" | "ml" | "litre" | "liter" | "decilitre" | "deciliter" | "millilitre" | "milliliter")
        || tokens.any(Class::BloodWord) && near(Class::BloodWord)
        || tokens.any(Class::Concentration) && !portion && near(Class::Concentration) && !timed()
}

/// "were given three shots of the vaccine", "had two steroid shots" counts doses.
fn of_jabs(scene: &Scene, quantity: &Quantity, unit: usize) -> bool {
    let tokens = scene.tokens();
    let drunk = || tokens.is(led_from(tokens, quantity.first).wrapping_sub(1), Class::ConsumeVerb);
    let described = || unit > quantity.number_last + 1 && !drunk();
    let injected = || scene.has_word(0, usize::MAX, &["vaccine", "vaccines", "vaccination", "booster", "jab", "flu"]);
    matches!(tokens.word(unit), "shot" | "shots") && (tokens.word(unit + 1) != "of" && described() || injected())
}

/// "lost 5 kg", "babies that weighed 480g", "burned 140 calories".
fn told_of_bodies(scene: &Scene, quantity: &Quantity, unit: usize) -> bool {
    let tokens = scene.tokens();
    let near = || (quantity.first.saturating_sub(8)..quantity.last + 4).any(|k| tokens.is(k, Class::BodyWeight));
    // "those who drank 300 ml a day were heavier"
    let led = led_from(tokens, quantity.first);
    let led = if tokens.before(led) == "between" { led - 1 } else { led };
    let drunk =
        || tokens.is(led.wrapping_sub(1), Class::ConsumeVerb) || tokens.is(led.wrapping_sub(1), Class::TreatedBy);
    tokens.is(unit, Class::MassUnit) && tokens.any(Class::BodyWeight) && near() && !drunk()
}

/// "120 mg of one or 640 g of the other": the neighbour shows that a drug is weighed.
fn beside_milligrams(scene: &Scene, over: &str, per: &str) -> bool {
    matches!(over, "g" | "gram" | "grams")
        && per.is_empty()
        && scene.quantities().iter().any(|other| matches!(&other.unit, Unit::Measure(name) if name.starts_with("mg")))
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
                "They ate 180 kilograms of sweets, more than others (120 kilograms, or 265 pounds).",
                &["180 kilograms", "120 kilograms", "265 pounds"],
            ),
            ("Take three maximum-strength tablets of aspirin.", &["three maximum-strength tablets"]),
            ("The mice got 1, 3 and 10 mg/kg of it.", &["1", "3", "10 mg/kg"]),
            ("They drank half a bottle of wine every night.", &["half a bottle of wine every night"]),
            ("The men lost 3 kg by eating fish.", &[]),
            ("They solved two pieces of the puzzle.", &[]),
            ("The town has 10 units for families and 16 for nurses.", &[]),
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
            ("A mere two slices of cake or one biscuit eased the pain, it found.", &["two slices", "one biscuit"]),
            ("Sailors on a half-pint helping per day of broth did well.", &["half-pint"]),
            ("When five servings were drunk daily, the pain eased.", &["five servings"]),
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
            ("They drink a small mug of broth each night.", &["a small mug of broth each night"]),
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
            ("They ate 25g of oats a day despite advice and guidelines of 60g.", &["25g of oats a day", "60g"]),
            ("Their sugar intake was nearly four times greater (70g) than it should be.", &["70g"]),
            (
                "Doctors say sailors should drink no more than 450ml - some three mugs - a day.",
                &["450ml", "three mugs"],
            ),
            ("The limit is 60 mugs a week for sailors, or more than 45 for nurses.", &["60 mugs a week", "45"]),
            ("Mugs of tea (five or more a day) cut the risk.", &["five or more a day"]),
            ("A portion of rum was categorised as 20ml.", &["20ml"]),
            ("Sailors drank cider (240 ml; about 8 oz).", &["240 ml", "8 oz"]),
            ("The limit is 24 units a week for nurses and 32 units for sailors.", &["24 units a week", "32 units"]),
            ("Some 700 ml (23 oz) or about four mugs of tea daily is much.", &["700 ml", "23 oz", "four mugs"]),
            ("They did 30 seconds of brisk exercise.", &["30 seconds"]),
            ("Every 10 decibel increase in road noise raised the risk.", &["10 decibel"]),
            ("Sailors who worked 55 hours a week had gout.", &["55 hours a week"]),
            (
                "Those at a screen for five hours a day had more gout than those with two hours or less.",
                &["five hours a day", "two hours"],
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
                "Two mugs a day for nurses and up to five a day for sailors is plenty.",
                &["Two mugs a day", "five a day"],
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
    fn portions_where_a_meal_is_spoken_of() {
        check(&[
            (
                "Women who drank one glass a day fared worse, as did those who had two glasses.",
                &["one glass a day", "two glasses"],
            ),
            ("Sailors who drink rum averaged just over six units.", &["six units"]),
            ("Nurses who drink slightly more - three to nine servings - did well.", &["three to nine servings"]),
            ("One slice of rye bread counts as one serving.", &["One slice", "one serving"]),
            (
                "Rum at risky levels, the equivalent of 40 units for a nurse and 50 for a sailor, did harm.",
                &["40 units", "50"],
            ),
            ("The cook had two glasses on his nose.", &[]),
            ("The town had 40 units for nurses.", &[]),
            ("Three servings were announced.", &[]),
        ]);
    }

    #[test]
    fn bounds_without_a_unit() {
        check(&[
            (
                "The risk fell in those eating fewer than two portions of figs a day and in those eating more than five.",
                &["two portions of figs a day", "five"],
            ),
            (
                "Sailors who drink were light (up to 10 units), heavy (up to 24 for nurses and 32 for cooks) or at risk (more than 45).",
                &["10 units", "24", "32", "45"],
            ),
            ("Eat seven fruit and nuts a day to sleep well.", &["seven fruit and nuts a day"]),
            ("Sleeping less than five or more than nine hours did harm.", &["five", "nine hours"]),
            ("Nurses ate two portions of figs a day and had more than five children.", &["two portions of figs a day"]),
            ("Sailors drank four mugs of tea in ports (more than 40 of them).", &["four mugs"]),
        ]);
    }

    #[test]
    fn effort_and_energy() {
        check(&[
            ("Walking for 7.5 MET-hours a week cut the risk.", &["7.5 MET-hours a week"]),
            ("They did not reach a level of 600 MET minutes.", &["600 MET minutes"]),
            ("A pie contains 600 calories.", &["600 calories"]),
            ("One spoon of oil has 120 calories.", &["One spoon", "120 calories"]),
            ("Raising exercise per week to nine hours eased the pain.", &["nine hours"]),
            ("Those who drank 300 ml a day were heavier.", &["300 ml a day"]),
            ("Sailors who drank a litre a day had gout.", &["a litre a day"]),
            ("They ate 9g of salt, compared with 4g in the north.", &["9g", "4g"]),
            ("The two met hours later.", &[]),
            ("Raising the flag to five hours of applause was odd.", &[]),
        ]);
    }

    #[test]
    fn warm_weather() {
        check(&[
            ("Gout rose with every one degree rise in temperature.", &[]),
            ("A 2°C increase in outdoor temperatures brought more gout.", &[]),
            ("A 2°C rise in body temperature is a fever.", &[]),
        ]);
    }

    #[test]
    fn short_treatments_and_categories() {
        check(&[
            ("In the trial, clips were pressed on both ears for up to 40 seconds.", &["40 seconds"]),
            ("In the study, nurses gave babies ten to 20 seconds of plain massage.", &["ten to 20 seconds"]),
            ("In the trial, sailors were given ear massage at two spots for 40 seconds.", &["40 seconds"]),
            (
                "The study asked how long cooks slept. Cooks who got at least nine hours were 12 per cent fitter, and \
                 those who kept it under six hours, weren't.",
                &["nine hours", "six hours"],
            ),
            (
                "In the study, cooks told how many mugs they drank a week (none, 1-2, 3-6 and 7-11).",
                &["1-2", "3-6", "7-11"],
            ),
            (
                "The agency advises two bowls of oats a day, each about 90 grams.",
                &["two bowls of oats a day", "90 grams"],
            ),
            ("Sailors drank three glasses of rum a day, each holding 90 ml.", &["three glasses of rum a day", "90 ml"]),
            ("In the study, the mean calorie intake was above the recommended 1,400 limit.", &["1,400"]),
            ("In the study, cooks got rice flour, from a pinch and working up to 6 grams.", &["6 grams"]),
            ("In the study, at most 90 calories should come from rum.", &["90 calories"]),
            ("Sailors should get no more than 700ml, a pint, a day.", &["700ml", "a pint"]),
            ("In the trial, electrodes were attached to the scalp for 25 minutes.", &["25 minutes"]),
            ("In the trial, sailors dipped a hand in ice water for one minute.", &["one minute"]),
            ("In the trial, cooks got 25 minutes of magnetic stimulation.", &["25 minutes"]),
            (
                "In the study, drinkers were light (four mugs a week) or heavy (ten or more).",
                &["four mugs a week", "ten"],
            ),
            ("In the study, cooks drank four mugs a week at sea (ten or more ships).", &["four mugs a week"]),
            ("In the trial, the effect wore off after 40 minutes.", &[]),
            ("In the trial, it took 40 seconds to fit the brace.", &[]),
            ("In the trial, alarms were heard for 40 seconds.", &[]),
            ("In the trial, cooks were given a bell, and it rang for ten minutes.", &[]),
            ("The study asked cooks about money. Those who got at least nine hours left.", &[]),
            ("In the study, cooks told how many ships they saw a week (none, 1-2, 3-6 and 7-11).", &[]),
            ("In the study, cooks drank mugs of tea (aged 20, 30 and 40).", &[]),
            ("Sailors bought three boats, each about 90 kilograms.", &[]),
            ("In the study, speeds were above the recommended 140 limit.", &[]),
            ("In the study, nurses had two steroid shots.", &[]),
            ("In the study, six-minute walk distance rose.", &[]),
            ("In the study, a handful of nuts every day cut the risk of gout.", &[]),
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
            ("They told of four or more hours of knitting.", &["four or more hours"]),
            ("Cooks spend six hours and 40 minutes in front of screens.", &["six hours and 40 minutes"]),
            ("They slept below the recommended nine hours.", &["nine hours"]),
            ("They got the five-hour group structured cooking programme.", &["five-hour"]),
            ("She spent three hours in the queue.", &[]),
            ("The serum held 10 µg/l of lead.", &[]),
            ("Boys did 45 minutes of exercise, which fell to 31 minutes at 14.", &[]),
            ("Men slept an extra 19 minutes of sleep.", &[]),
            ("The error was 40 ppm in the clock.", &[]),
        ]);
    }

    #[test]
    fn raised_paired_and_parted() {
        check(&[
            (
                "In the study, doses began at 1.5 milligrams a week and were raised, bit by bit, to 9.",
                &["1.5 milligrams a week", "9"],
            ),
            (
                "In the study, cooks got either 3 grams of the syrup every morning or rice.",
                &["3 grams of the syrup every morning"],
            ),
            ("In the study, cooks took 60 milligrams of syrup daily for a decade.", &["60 milligrams"]),
            ("In the study, cooks got 5 or 10 milligrams of syrup.", &["5", "10 milligrams"]),
            ("In the study, cooks rowed for 25 minutes at a time.", &["25 minutes"]),
            ("In the study, bread with 30 grams of rye filled cooks more than those with 12.", &["30 grams", "12"]),
            ("In the study, half took 120 milligrams a day; the rest, 360.", &["120 milligrams a day", "360"]),
            ("In the study, the dose was 0.4 milligrams, rising to 1.6 over a month.", &["0.4 milligrams", "1.6"]),
            (
                "In the study, cooks who sat for nine hours a day did worse than those who sat for five.",
                &["nine hours a day", "five"],
            ),
            ("In the study, drinking two fewer mugs of ale a day helped.", &["two fewer mugs of ale a day"]),
            (
                "In the study, babies got 250 international units of oil a day, or 900.",
                &["250 international units of oil a day", "900"],
            ),
            ("In the study, cooks took 35 milligrams in the morning and 15 at night.", &["35 milligrams", "15"]),
            (
                "In the study, those who rowed 35 minutes a day did better than those who rowed 10.",
                &["35 minutes a day", "10"],
            ),
            ("In the study, cooks spent 35 minutes on the bike three times a week.", &["35 minutes"]),
            ("In the study, those who ate 35 grams of rye a day met, or 90.", &["35 grams of rye a day", "90"]),
            ("In the study, cooks took 35 milligrams in the morning and 15 at sea died.", &["35 milligrams"]),
            ("In the study, of cooks who drank ale, 47 percent slept fewer than six hours.", &[]),
            ("In the six-minute walk test, cooks did well.", &[]),
            ("In the study, 47 percent slept fewer than six hours.", &[]),
            ("In the study, 120 boats went out; the rest, 360.", &[]),
        ]);
    }
}
