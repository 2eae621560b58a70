//! An amount of a drug, supplement, food or exposure: "8 mg/kg", "two cups a day", "150 minutes a week".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Dose,
    reads: "8 mg/kg, 1.2 grams a day, two cups a day, 150 minutes a week, half an hour each",
    refuses: "laboratory values, birth and body weights, bare frequencies, counts of sessions",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    if scope == Scope::Planned {
        return None;
    }
    let tokens = scene.tokens();
    let dose = match &quantity.unit {
        Unit::Measure(name) => amount(scene, quantity, name),
        Unit::Time("minute" | "hour") => session(scene, quantity),
        _ => false,
    };
    let per = per_time(tokens, quantity.last);
    let last = per.unwrap_or(quantity.last);
    dose.then(|| Draft { last, ..Draft::of(ClaimKind::Dose, quantity, Statistic::Other) })
}

/// "minutes a week", "hours per day": the token where the per-what ends.
fn per_time(tokens: &Tokens, last: usize) -> Option<usize> {
    const LONGEST_ACTIVITY: usize = 4;
    let per = |k: usize| matches!(tokens.word(k), "a" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit);
    if per(last + 1) {
        return Some(last + 2);
    }
    // "five hours of exercise a week", "three hours or more a day"
    let active = |k: usize| {
        tokens.is(k, Class::Session) || matches!(tokens.word(k), "activity" | "sleep" | "screen" | "more" | "less")
    };
    let at = (last + 2..last + 2 + LONGEST_ACTIVITY).take_while(|&k| tokens.is_word(k)).find(|&k| per(k))?;
    (last + 1..at).any(active).then_some(at + 1)
}

fn amount(scene: &Scene, quantity: &Quantity, unit: &str) -> bool {
    let tokens = scene.tokens();
    let (over, per) = unit.split_once('/').unwrap_or((unit, ""));
    let medicinal = matches!(
        over,
        "mg" | "µg"
            | "mcg"
            | "milligram"
            | "milligrams"
            | "milligrammes"
            | "microgram"
            | "micrograms"
            | "iu"
            | "gy"
            | "cgy"
            | "mgs"
            | "mbq"
            | "mci"
    );
    let level = matches!(per, "l" | "dl" | "ml")
        || scene.has_word(
            quantity.first.saturating_sub(8),
            quantity.last + 5,
            &["levels", "level", "concentration", "concentrations", "serum", "plasma", "ldl", "cholesterol", "glucose"],
        );
    // "120 mg of one or 640 g of the other": the neighbour shows that a drug is weighed.
    let beside_milligrams = matches!(over, "g" | "gram" | "grams")
        && per.is_empty()
        && scene.quantities().iter().any(|other| matches!(&other.unit, Unit::Measure(name) if name.starts_with("mg")));
    if medicinal || beside_milligrams || mass(over) && (portioned(tokens, quantity) || consumed(tokens, quantity)) {
        return !level;
    }
    if let Some(host) = restated(scene, quantity) {
        return matches!(&host.unit, Unit::Measure(name) if amount(scene, host, name));
    }
    let timed = matches!(per, "day" | "week" | "month") || matches!(tokens.word(quantity.last + 1), "daily" | "weekly");
    let of = tokens.word(quantity.last + 1) == "of"
        && tokens.is_word(quantity.last + 2)
        && !matches!(tokens.word(quantity.last + 2), "weight" | "the" | "body" | "fat" | "their" | "them" | "blood");
    let household = tokens.word(quantity.last).len() > 1
        && tokens.is(quantity.last, Class::DoseUnit)
        && !matches!(over, "kg" | "units" | "unit" | "ml" | "litres" | "liters" | "can" | "cans" | "bar" | "bars");
    let weighed = scene.has_word(
        quantity.first.saturating_sub(8),
        quantity.last + 4,
        &["weight", "birthweight", "weighed", "weighing", "lost", "heavier", "lighter", "gained", "bmi"],
    );
    let known = tokens.is(quantity.last, Class::DoseUnit) || timed;
    !weighed && !level && known && (timed || (of && (household || mass(over))) || (over == "kg" && per == "day"))
}

fn mass(unit: &str) -> bool {
    matches!(unit, "g" | "gram" | "grams" | "gramme" | "grammes" | "ml" | "oz" | "ounce" | "ounces")
}

/// "consuming more than 900ml", "those who drank 500 ml".
fn consumed(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| tokens.is(k, Class::ConsumeVerb))
}

/// "every 16g portion", "a 30 g (1 oz) serving".
fn portioned(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let mut near =
        (quantity.last + 1..quantity.last + NEAR).take_while(|&k| !matches!(tokens.word(k), "." | "," | ";"));
    near.any(|k| {
        matches!(
            tokens.word(k),
            "portion" | "portions" | "serving" | "servings" | "tablet" | "tablets" | "capsule" | "sachet"
        )
    })
}

/// "48g (1.7oz)", "three portions a day – 48g": the amount before that this one tells again.
fn restated<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    let tokens = scene.tokens();
    let mark = matches!(tokens.before(quantity.first), "(" | "-" | "–") && !tokens.glued(quantity.first)
        || tokens.before(quantity.first) == "(";
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = scene.quantities().get(index.checked_sub(1)?)?;
    (mark && host.last + 2 == quantity.first).then_some(host)
}

/// The length of one session, or an exposure per day or week.
fn session(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    if per_time(tokens, quantity.last).is_some() || matches!(tokens.word(after), "daily" | "weekly") {
        return true;
    }
    // "20 minutes of walking", "150 minutes of moderate to vigorous physical activity"
    let activity = tokens.word(after) == "of"
        && (tokens.word(after + 1).ends_with("ing")
            || (after + 1..after + 7)
                .any(|k| matches!(tokens.word(k), "activity" | "exercise" | "exercises" | "sunlight")));
    let each = matches!(
        tokens.word(after),
        "each" | "session" | "sessions" | "soak" | "walk" | "workout" | "class" | "exercise"
    ) || tokens.at(after, &["breathing", "sessions"])
        || tokens.at(after, &["long"]);
    let hyphen = tokens.word(quantity.number_last + 1) == "-"
        && (after..after + 2).any(|k| tokens.is(k, Class::Session) || tokens.word(k).ends_with("ing"));
    let did = matches!(tokens.before(quantity.first), "for" | "lasting")
        && (quantity.first.saturating_sub(8)..quantity.first)
            .any(|k| tokens.word(k).ends_with("ing") || matches!(tokens.word(k), "sessions" | "exercise"));
    let course = tokens.ends_at(quantity.first, &["course", "of"]);
    activity || each || hyphen || (did && !matches!(tokens.word(after), "after" | "before")) || course
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::Dose;

    #[test]
    fn amounts_and_near_misses() {
        for (text, found) in [
            ("In the study, every 16g (0.6oz) portion of oats cut the risk.", vec!["dose 16g", "dose 0.6oz"]),
            (
                "They ate three portions a day - 48g (1.7oz).",
                vec!["dose three portions a day", "dose 48g", "dose 1.7oz"],
            ),
            ("Walk for two-and-a-half hours a week.", vec!["dose two-and-a-half hours a week"]),
            ("They did 150 minutes of moderate physical activity.", vec!["dose 150 minutes"]),
            ("The babies weighed 480g (17oz).", vec![]),
            ("The film lasts 150 minutes of its viewers' time.", vec![]),
            ("The 30g (1oz) stone fell.", vec![]),
            ("They took a half-hour walk.", vec!["dose half-hour"]),
            ("Adults did five hours physical activity a week.", vec!["dose five hours physical activity a week"]),
            ("Children spent three hours or more a day on a screen.", vec!["dose three hours or more a day"]),
            ("They waited five hours for a bus a week later.", vec![]),
            ("There was a six-hour time lag between light and heat.", vec![]),
        ] {
            assert_eq!(told(text, &[Dose]), found, "{text}");
        }
    }
}
