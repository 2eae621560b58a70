//! A length of time in, whether it is the second of two that are told alike out: "26 weeks with syrup and 13 weeks with water".

use crate::model::{ClaimKind, Scope};
use crate::text::{Class, Quantity};

use super::beside::phrase_start;
use super::duration::names_it;
use super::reading_of;
use super::scene::Scene;

/// "were treated for 26 weeks with syrup and 13 weeks with water": the second of two lengths told alike.
pub fn second_of_two(scene: &Scene, quantity: &Quantity, scope: Scope) -> bool {
    const NEAR: usize = 10;
    let tokens = scene.tokens();
    let led = phrase_start(tokens, quantity.first);
    let joined = matches!(tokens.before(led), "and" | "versus" | "vs" | "to");
    if !joined || !tokens.is(quantity.last + 1, Class::Preposition) {
        return false;
    }
    let host = scene.quantities_before(quantity.first).last().filter(|q| q.unit == quantity.unit && !q.borrowed_unit);
    let alike = |q: &&Quantity| tokens.is(q.last + 1, Class::Preposition) && led - q.last <= NEAR;
    let told = |q: &Quantity| reading_of(scene, q, scope).is_some_and(|draft| draft.kind == ClaimKind::Duration);
    host.filter(alike).is_some_and(told)
}

/// "Five days of syrup did as well as the usual nine days", "a six-week course as well as a nine-week one".
pub fn told_as_another(scene: &Scene, quantity: &Quantity, scope: Scope) -> bool {
    let tokens = scene.tokens();
    let usual = matches!(
        tokens.before(quantity.first),
        "usual" | "standard" | "typical" | "customary" | "traditional" | "conventional" | "full"
    );
    let one = tokens.word(quantity.number_last + 1) == "-"
        && matches!(tokens.word(quantity.last + 1), "one" | "ones" | "version");
    // "either a six-week or a nine-week course"
    let named_later = |next: &Quantity| next.unit == quantity.unit && names_it(tokens, next);
    let elided = tokens.word(quantity.number_last + 1) == "-"
        && matches!(tokens.word(quantity.last + 1), "or" | "and" | "versus" | "vs")
        && [2, 3].iter().any(|gap| scene.quantity_at(quantity.last + gap).is_some_and(named_later));
    if elided {
        return true;
    }
    if !(usual || one) {
        return false;
    }
    let host =
        scene.quantities_before(quantity.first).iter().rev().find(|q| q.unit == quantity.unit && !q.borrowed_unit);
    host.and_then(|q| reading_of(scene, q, scope)).is_some_and(|draft| draft.kind == ClaimKind::Duration)
}

/// The second of two compared lengths takes its unit from the first.
pub fn lends(first: &Quantity, second: &Quantity) -> bool {
    second.borrowed_unit && !first.borrowed_unit && first.unit == second.unit
}

/// "Five days of syrup as good as ten": two lengths of one treatment.
pub fn compared_with_another(scene: &Scene, quantity: &Quantity) -> bool {
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    scene.quantities().get(at).is_some_and(|next| lends(quantity, next))
}
