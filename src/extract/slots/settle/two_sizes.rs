//! The sizes of two groups told in one breath in, which of them is the comparison out.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope};
use crate::text::{Class, WordClasses};

use super::sides::Telling;
use super::two_sides::both_deeds;
use super::{says, words};

/// "900 cooks who used gas and 800 cooks who used coal": of two groups the second is compared with the first, unless another
/// is the control.
pub fn settle(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    const DUMMIES: [&str; 3] = ["placebo", "sham", "dummy"];
    let blind = std::cell::LazyCell::new(|| DUMMIES.iter().any(|dummy| says(text, dummy)));
    for k in 1..claims.len() {
        if is_pair(claims, k) && both_did(claims, k, classes) && !*blind && faces_first(claims, k, text, classes) {
            (claims[k - 1].arm, claims[k].arm) = (Some(Arm::Treatment), Some(Arm::Control));
        }
    }
}

/// Both were treated or exposed, or are told by what they did: "who had been breastfed", "who rowed".
fn both_did(claims: &[Claim], k: usize, classes: &WordClasses) -> bool {
    let (first, second) = (&claims[k - 1], &claims[k]);
    let (Some(one), Some(other)) = (first.group.as_deref(), second.group.as_deref()) else { return false };
    let exposed = |claim: &Claim| claim.arm == Some(Arm::Treatment);
    exposed(first) && exposed(second) || both_deeds(one, other, classes)
}

/// Of the two sizes, no third one stands beside them.
fn is_pair(claims: &[Claim], k: usize) -> bool {
    /// Bytes between the two at most.
    const NEAR: usize = 140;
    let (first, second) = (&claims[k - 1], &claims[k]);
    let size = |claim: &Claim| {
        claim.kind == ClaimKind::SampleSize
            && claim.scope == Scope::ThisStudy
            && matches!(claim.role, Some(Role::Arm | Role::Subgroup))
    };
    let open = |claim: &Claim| {
        size(claim) && matches!(claim.arm, Some(Arm::Treatment | Arm::Subgroup)) && claim.group.is_some()
    };
    let third = |at: Option<&Claim>| at.is_some_and(|claim| size(claim) && claim.sentence == second.sentence);
    let gap = second.place.bytes.start.checked_sub(first.place.bytes.end);
    open(first)
        && open(second)
        && first.sentence == second.sentence
        && first.group != second.group
        && gap.is_some_and(|gap| gap <= NEAR)
        && !third(claims.get(k + 1))
        && !third(k.checked_sub(2).and_then(|at| claims.get(at)))
}

/// Joined by a word that sets one beside the other, and no other group is the control.
fn faces_first(claims: &[Claim], k: usize, text: &str, classes: &WordClasses) -> bool {
    const JOINTS: [&str; 9] =
        [" than ", " and ", " with ", " to ", " against ", " versus ", " while ", " but ", " whereas "];
    let (first, second) = (&claims[k - 1], &claims[k]);
    let (Some(one), Some(other)) = (first.group.as_deref(), second.group.as_deref()) else { return false };
    let between = text.get(first.place.bytes.end..second.place.bytes.start).unwrap_or_default();
    // "given low doses … given high doses": by degree nothing tells which of them is the comparison
    let by_degree =
        |group: &str| words(group).any(|word| classes.of_any_case(word).has(Class::MostExposed) || word == "low");
    if by_degree(one) || by_degree(other) || !JOINTS.iter().any(|joint| between.contains(joint)) {
        return false;
    }
    let theirs = Telling::of(other, classes);
    /// Groups of controls looked at.
    const MOST: usize = 24;
    let mut controls = claims
        .iter()
        .take(MOST * MOST)
        .filter(|claim| claim.scope == Scope::ThisStudy && claim.arm == Some(Arm::Control))
        .filter_map(|claim| claim.group.as_deref())
        .take(MOST)
        .peekable();
    controls.peek().is_none() || controls.any(|group| Telling::of(group, classes).likeness(&theirs) > 0)
}
