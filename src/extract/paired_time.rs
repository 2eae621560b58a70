//! A length of time in, whether it is the second of two that are told alike out: "26 weeks with syrup and 13 weeks with water".

use crate::model::{ClaimKind, Scope};
use crate::text::{Class, Quantity};

use super::beside::phrase_start;
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

/// The second of two compared lengths takes its unit from the first.
pub fn lends(first: &Quantity, second: &Quantity) -> bool {
    second.borrowed_unit && !first.borrowed_unit && first.unit == second.unit
}

/// "Five days of syrup as good as ten": two lengths of one treatment.
pub fn compared_with_another(scene: &Scene, quantity: &Quantity) -> bool {
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    scene.quantities().get(at).is_some_and(|next| lends(quantity, next))
}
