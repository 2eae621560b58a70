//! An amount in, whether it is of what surrounds people out: warmth of the weather, soot and gas in the air, noise.

use crate::text::{Class, Quantity, Unit};

use super::scene::Scene;

/// "every one degree rise in temperature", "a 2°C increase in outdoor temperatures": a step on the scale of the weather, by
/// which effects are told; not the warmth of a body.
pub(super) fn warmth(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let Unit::Measure(unit) = &quantity.unit else { return false };
    if !unit.starts_with('°') && !unit.starts_with("degree") {
        return false;
    }
    let after = quantity.last + 1;
    let near = |words: &[&str]| scene.has_word(quantity.first.saturating_sub(NEAR), after + NEAR, words);
    let step = matches!(tokens.before(quantity.first), "a" | "per" | "each" | "every" | "extra")
        || matches!(tokens.word(quantity.first), "a" | "each" | "every");
    let changed = tokens.is(after, Class::ChangeNoun) || tokens.is(after, Class::RelativeWord);
    // "as the monthly temperature rose by 4°C"
    let rose = tokens.before(quantity.first) == "by"
        && tokens.is(quantity.first.wrapping_sub(2), Class::ChangeVerb)
        && near(&["outdoor", "environmental", "annual", "global", "ambient", "air", "climate", "monthly", "weather"]);
    let headed = changed && near(&["outdoor", "environmental", "global", "ambient"]);
    (step && changed || rose || headed)
        && near(&["temperature", "temperatures", "warming", "heat", "weather", "climate", "outdoor", "outdoors"])
        && !near(&["body", "skin", "fever", "core", "patients'"])
}

/// "soot in the streets fell from 46 µg/m3 to 34": what was measured as it changed, no exposure.
pub(super) fn from_to(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let (before, after) = (at.checked_sub(1).and_then(|at| scene.quantities().get(at)), scene.quantities().get(at + 1));
    let from = |q: &Quantity| tokens.before(q.first) == "from";
    let to = |q: &Quantity| tokens.before(q.first) == "to";
    let pair = from(quantity) && after.is_some_and(to) || to(quantity) && before.is_some_and(from);
    pair && (0..quantity.first).any(|k| tokens.is(k, Class::ChangeVerb))
}

/// "10 µg/m3", "micrograms per cubic metre", "40 ppb" of ozone, "55 decibels" of noise: what people breathe and hear.
pub(super) fn airborne(scene: &Scene, quantity: &Quantity, over: &str, per: &str) -> bool {
    let weighed = matches!(over, "g" | "ug" | "µg" | "μg" | "mcg" | "mg" | "ng")
        || over.starts_with("microgram")
        || over.starts_with("milligram");
    let near = |words: &[&str]| scene.has_word(quantity.first.saturating_sub(10), quantity.last + 10, words);
    let gas = matches!(over, "ppm" | "ppb")
        && near(&[
            "ozone",
            "dioxide",
            "monoxide",
            "air",
            "pollution",
            "water",
            "exposure",
            "exposed",
            "levels",
            "level",
        ]);
    // "a 4-decibel improvement in noise"
    let after = quantity.last + 1;
    let tokens = scene.tokens();
    let changed = tokens.is(after, Class::ChangeNoun)
        || tokens.is(after, Class::RelativeWord) && !tokens.is(after, Class::ChangeVerb);
    let step = matches!(tokens.before(quantity.first), "each" | "every" | "per" | "extra" | "additional");
    let loud = matches!(over, "db" | "decibel" | "decibels")
        && (step || !changed)
        && near(&["noise", "exposure", "exposed", "traffic", "aircraft", "loud"]);
    matches!(per, "m3" | "m³" | "metre3" | "meter3") && weighed || gas || loud
}
