//! "80 people with gout and 900 healthy people" in, the sizes of the cases and of those set beside them out.

use super::between;
use crate::model::{Arm, Claim, ClaimKind, Role, Scope};

/// Makes two counts told in one breath, of the sick and of the well, parts of the study.
pub fn settle(claims: &mut [Claim]) {
    let counts = |claim: &Claim| claim.kind == ClaimKind::SampleSize && claim.scope == Scope::ThisStudy;
    for k in 1..claims.len() {
        let [cases, well] = &mut claims[k - 1..=k] else { continue };
        let open = |claim: &Claim| counts(claim) && claim.role != Some(Role::Arm);
        if open(cases) && open(well) && told_together(cases, well) {
            (cases.role, cases.arm) = (Some(Role::Subgroup), Some(Arm::Subgroup));
            (well.role, well.arm) = (Some(Role::Subgroup), Some(Arm::Control));
        }
    }
}

/// Tells that the first have an illness, and the second none.
fn told_together(cases: &Claim, well: &Claim) -> bool {
    const ILL: [&str; 6] = [" with ", " diagnosed ", " had ", " who have ", " suffering ", " treated for "];
    let healthy = well.group.as_deref().is_some_and(|group| {
        group.starts_with("healthy ") || group.contains(" of healthy ") || group.contains(" without ")
    });
    healthy && between(cases, well).is_some_and(|gap| beside(gap) && ILL.iter().any(|ill| gap.contains(ill)))
}

/// "… and", "… with", "…, which they compared to the records of about": sets the second count beside the first.
fn beside(gap: &str) -> bool {
    const FILLERS: [&str; 14] = [
        "the", "medical", "health", "records", "data", "those", "that", "of", "about", "some", "nearly", "almost",
        "more", "than",
    ];
    let joint = gap.split_whitespace().rev().find(|word| !FILLERS.contains(word));
    joint.is_some_and(|word| matches!(word, "and" | "with" | "to" | "against" | "versus" | "alongside"))
}
