//! An amount in, the amount that it leans on out: one told again in other units, a row of them, a unit told before.

use crate::extract::scene::Scene;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::near::led_from;
use super::{amount, told_of_bodies, unit_token};
use crate::extract::time_spent;

/// "up to two mugs a day for nurses and five a day for sailors", "smoked 20 a day", "the recommended five a day": what is
/// counted was told before, or goes without saying.
pub(super) fn elliptical(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    const MOST: u32 = 60;
    const LONGEST_FOOD: usize = 4;
    let tokens = scene.tokens();
    if quantity.form != Form::Share && advised_figure(tokens, quantity) {
        return true;
    }
    if quantity.form == Form::Share || quantity.value.high > MOST.into() {
        return false;
    }
    let bound = tokens.at(quantity.last + 1, &["or", "more"]) || tokens.at(quantity.last + 1, &["or", "less"]);
    let after = quantity.last + if bound { 3 } else { 1 };
    // "eat ten fruit and veg a day"
    let named = |k: &usize| tokens.is(*k, Class::Food) || matches!(tokens.word(*k), "and" | "or" | "&");
    let after = after + (after..after + LONGEST_FOOD).take_while(named).count();
    let per = matches!(tokens.word(after), "a" | "per") && matches!(tokens.word(after + 1), "day" | "week");
    if !per {
        return raised_to(scene, quantity) || bounded_alone(scene, quantity) || one_of_the_categories(scene, quantity);
    }
    let consumed = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| tokens.is(k, Class::ConsumeVerb) || matches!(tokens.word(k), "recommended" | "limit"));
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
    consumed || bracket || portion_before(scene, quantity) || told_before()
}

/// "above the recommended 1,400 limit", "higher than the 1,400 advised", where an intake of calories is told of: the unit
/// goes without saying.
fn advised_figure(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let advised = |k: usize| matches!(tokens.word(k), "recommended" | "advised" | "suggested");
    let limit = matches!(tokens.word(next), "limit" | "maximum" | "allowance" | "target");
    let set = quantity.first.checked_sub(1).is_some_and(advised) && limit
        || tokens.before(quantity.first) == "the" && advised(next);
    set && tokens.iter().any(|(k, _)| matches!(tokens.word(k), "calorie" | "calories" | "intake" | "intakes"))
}

/// "mugs a week (none, 1-2, 3-6 and 7 or more)": amounts that people were sorted by, in a bracket behind what is counted.
fn one_of_the_categories(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST: usize = 24;
    const NAME: usize = 7;
    let tokens = scene.tokens();
    let listed = |k: usize| {
        tokens.is_number(k)
            || tokens.is(k, Class::NumberStart)
            || tokens.is(k, Class::Approx)
            || matches!(
                tokens.word(k),
                "," | ";" | "-" | "–" | "/" | "to" | "and" | "or" | "none" | "never" | "more" | "less" | "fewer"
            )
            || matches!(tokens.word(k), "than" | "over" | "under" | "up" | "at" | "least" | "most" | "below" | "above")
    };
    // "1 to 2" is read as two
    if tokens.before(quantity.first) == "to" || tokens.word(quantity.last + 1) == "to" {
        return false;
    }
    let before = (quantity.first.saturating_sub(LONGEST)..quantity.first).rev();
    let opens = |k: &usize| matches!(tokens.word(*k), "(" | ":");
    let Some(open) = before.into_iter().find(|&k| !listed(k)).filter(opens) else { return false };
    let closes = if tokens.word(open) == "(" { ")" } else { "." };
    let close = (quantity.last + 1..tokens.len().min(quantity.last + LONGEST)).find(|&k| !listed(k));
    let several = |close: usize| (open + 1..close).filter(|&k| matches!(tokens.word(k), "," | ";")).count() > 1;
    let portion = |k: usize| tokens.is(k, Class::Portion);
    close.is_some_and(|close| tokens.word(close) == closes && several(close))
        && (open.saturating_sub(NAME)..open).any(portion)
}

/// "started at 2.5 milligrams and was raised, step by step, to 15", "began with ten minutes of rowing and worked up to 40".
fn raised_to(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let ends = match tokens.word(next) {
        "-" | "/" | "%" | "$" | "of" | "to" => false,
        _ => !tokens.is_word(next) || tokens.is(next, Class::Preposition),
    };
    if tokens.before(quantity.first) != "to" || !ends {
        return false;
    }
    let Some(host) = scene.quantities_before(quantity.first).last() else { return false };
    let raised = |k: usize| {
        tokens.is(k, Class::ChangeVerb)
            || tokens.at(k, &["worked", "up"])
            || tokens.at(k, &["built", "up"])
            || tokens.at(k, &["went", "up"])
            || matches!(tokens.word(k), "titrated" | "stepped" | "escalated" | "upped")
    };
    let dosed = || match host.unit {
        Unit::Measure(_) => amount(scene, host),
        Unit::Time("minute" | "hour") => time_spent::is_dose(scene, host),
        _ => false,
    };
    quantity.first - host.last <= FAR && (host.last + 1..quantity.first).any(raised) && dosed()
}

/// "fewer than two mugs of tea a day, but those drinking more than five", "light (up to 10 units) and heavy (more than 24)":
/// a bound and a number that nothing follows, behind a portion.
fn bounded_alone(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let to_part = |k: usize| matches!(tokens.word(k), "for" | "in" | "among");
    // "up to 24 for nurses and 32 for sailors"
    if tokens.before(quantity.first) == "and" && to_part(quantity.last + 1) {
        let host = scene.quantities_before(quantity.first).last();
        let alike =
            |host: &&Quantity| host.unit == Unit::None && to_part(host.last + 1) && tokens.before(host.first) != "and";
        return host.filter(alike).is_some_and(|host| bounded_alone(scene, host));
    }
    // "medium (five to nine mugs a week) and heavy (ten or more)"
    let next = quantity.last + 1;
    let or_more = tokens.word(next) == "or" && matches!(tokens.word(next + 1), "more" | "less" | "fewer");
    let closed = tokens.word(if or_more { next + 2 } else { next }) == ")";
    if led == quantity.first && (or_more || quantity.value.is_range()) && tokens.before(led) == "(" && closed {
        return portion_before(scene, quantity);
    }
    if led == quantity.first || led == 0 {
        return false;
    }
    let bracket = tokens.before(led) == "(";
    let after = quantity.last + 1;
    let ends = if bracket {
        tokens.word(after) == ")" || to_part(after)
    } else {
        !tokens.is_word(after) && !matches!(tokens.word(after), "-" | "–" | "(" | "/" | "$" | "£")
    };
    (bracket || tokens.is(led - 1, Class::ConsumeVerb)) && ends && portion_before(scene, quantity)
}

/// An amount in portions is told shortly before the number.
fn portion_before(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let portion = |q: &Quantity| tokens.is(unit_token(tokens, q).0, Class::Portion) && amount(scene, q);
    scene.quantities_before(quantity.first).iter().rev().take(LONGEST_ROW).any(portion)
}

/// Figures to either side that a row of amounts is looked for in.
pub(super) const LONGEST_ROW: usize = 8;

/// "9 units for nurses and 15 for sailors", "260 kilograms of sweets, far more than the sailors (190 kilograms)", "doses of
/// 1, 3 and 10 milligrams": the unit may stand with the last alone.
pub(super) fn in_a_row(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    // "9 g of salt, compared with 4 g"
    let compared = || {
        scene.quantities_before(quantity.first).last().is_some_and(|host| {
            (host.last + 1..quantity.first).any(|k| tokens.word(k) == "of")
                && (tokens.ends_at(quantity.first, &["compared", "with"])
                    || tokens.ends_at(quantity.first, &["compared", "to"])
                    || tokens.before(quantity.first) == "against")
        })
    };
    let listed = quantity.borrowed_unit
        || compared()
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
    // "24 units a week for nurses and 32 units for sailors"
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

/// "48g (1.7oz)", "three portions a day – 48g", "39g of sugar, almost ten teaspoons", "700g of sugar a week, or 140
/// teaspoons": the amount before that this one tells again.
pub(in crate::extract) fn restated<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    const LONGEST_NAME: usize = 7;
    let tokens = scene.tokens();
    let first = led_from(tokens, quantity.first);
    // "two bowls of oats a day, each about 90 grams", "three glasses, each holding 90 ml"
    let holds = usize::from(matches!(
        tokens.before(first),
        "of" | "holding" | "weighing" | "containing" | "measuring" | "with" | "at"
    ));
    let first = if tokens.before(first - holds.min(first)) == "each" { first - holds } else { first };
    let mark = match tokens.before(first) {
        "(" | "or" => true,
        "each" => first > 1 && matches!(tokens.word(first - 2), "," | "(" | "–"),
        // "(330 ml; about 11 oz)"
        "," | ";" => first < quantity.first,
        "-" | "–" => !tokens.glued(first),
        _ => false,
    };
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    // "a nightly mug of ale, or about 20 ounces", but not "12 grams a day"
    let amount = |q: &&Quantity| q.form != Form::Article || matches!(q.unit, Unit::Measure(_));
    let host = scene.quantities()[..index].iter().rev().find(amount)?;
    let or = usize::from(first > 1 && matches!(tokens.before(first), "or" | "each") && tokens.is_sign(first - 2));
    // "700 ml (23 oz) or some four mugs"
    let closed = usize::from(tokens.word(host.last + 1) == ")");
    let words = host.last + 1 + closed..first.saturating_sub(1 + or);
    let named = words.len() < LONGEST_NAME
        && matches!(tokens.word(host.last + 1), "of" | "a" | "per" | "each" | "every")
        && words.clone().all(|k| tokens.is_word(k) && !tokens.is(k, Class::ClauseMark));
    (mark && (words.is_empty() || named)).then_some(host)
}

/// "five small mugs (more than 800ml)": the amount after, in brackets, that tells this one again.
pub(super) fn told_again<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    let index = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let next = scene.quantities().get(index)?;
    let bracket =
        scene.tokens().word(quantity.last + 1) == "(" && led_from(scene.tokens(), next.first) == quantity.last + 2;
    bracket.then_some(next)
}
