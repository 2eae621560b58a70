//! "Those with no gout" as the unexposed in, all who have gout as the exposed out.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::WordClasses;

use super::sides::Telling;
use super::{behind, words};

/// Makes groups that are told to have what the unexposed lack the exposed: "those with mild gout", "those with severe gout".
pub fn settle(claims: &mut [Claim], classes: &WordClasses) {
    /// Groups without it looked at.
    const MOST: usize = 6;
    tell_apart(claims, classes);
    let ours = |claim: &Claim| claim.scope == Scope::ThisStudy;
    let open = |claim: &Claim| {
        let part = match claim.kind {
            ClaimKind::SampleSize => claim.role == Some(Role::Subgroup) && told_to_have(claim),
            ClaimKind::EventCount => true,
            _ => matches!(claim.statistic, Statistic::Share | Statistic::Level),
        };
        part && ours(claim) && matches!(claim.arm, Some(Arm::Whole | Arm::Subgroup))
    };
    let lacks = claims.iter().filter(|claim| ours(claim) && claim.arm == Some(Arm::Control));
    let lacks = lacks.filter_map(|claim| Some(Telling::of(description(claim)?, classes)));
    let lacks = lacks.filter(|told| told.negated && told.tells()).take(MOST);
    let lacks: Vec<Telling> = lacks.map(Telling::into_owned).collect();
    if lacks.is_empty() {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| open(claim)) {
        let Some(group) = description(claim) else { continue };
        let told = Telling::of(group, classes);
        if !told.negated && lacks.iter().any(|lack| told.holds(lack)) || severe_form(group) {
            claim.arm = Some(Arm::Treatment);
        }
    }
}

/// "those with the severe form": of what the others lack.
fn severe_form(group: &str) -> bool {
    let says = |listed: &[&str]| words(group).any(|word| listed.contains(&word));
    says(&["mild", "mildest", "moderate", "severe", "severest"]) && says(&["form", "forms", "type", "types"])
}

/// "141 had mild gout", "141 nurses had gout": counted by what they had, not as cases.
fn told_to_have(claim: &Claim) -> bool {
    behind(claim)
        .unwrap_or_default()
        .split_whitespace()
        .take(2)
        .any(|word| matches!(word, "had" | "have" | "has" | "were"))
}

/// The group, or what counted people are told to have or to be.
fn description(claim: &Claim) -> Option<&str> {
    let counted = claim.kind == ClaimKind::SampleSize && told_to_have(claim);
    if counted { super::told_behind(claim) } else { super::described_people(claim) }
}

/// "babies whose mothers smoked … babies whose mothers did not smoke": told in the same words, but that one denies them.
fn tell_apart(claims: &mut [Claim], classes: &WordClasses) {
    /// Figures from one to the other at most.
    const NEAR: usize = 4;
    let part = |claim: &Claim| {
        let figure = matches!(claim.statistic, Statistic::Share | Statistic::Level);
        figure && claim.scope == Scope::ThisStudy && claim.arm == Some(Arm::Subgroup)
    };
    for k in 1..claims.len() {
        if !part(&claims[k]) {
            continue;
        }
        let lack = claims[k].group.as_deref().map(|group| Telling::of(group, classes));
        let lack = lack.filter(|lack| lack.negated && lack.tells()).map(Telling::into_owned);
        let Some(lack) = lack else { continue };
        for at in k.saturating_sub(NEAR)..k {
            let told = claims[at].group.as_deref().map(|group| Telling::of(group, classes));
            if part(&claims[at]) && told.is_some_and(|told| !told.negated && told.holds(&lack)) {
                claims[at].arm = Some(Arm::Treatment);
                claims[k].arm = Some(Arm::Control);
            }
        }
    }
}
