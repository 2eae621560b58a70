//! A share and what is told right behind it of the same people in: how many they were, how much they lost; their part of the
//! study out.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};

use super::between;

/// Gives the size of the group that a share is of, and what such a share of people lost, the arm of the share.
pub fn settle(claims: &mut [Claim]) {
    let has = |arm| claims.iter().any(|claim| claim.scope == Scope::ThisStudy && claim.arm == Some(arm));
    // A study of one group has no arms.
    let parted = has(Arm::Treatment) && has(Arm::Control);
    for k in 1..claims.len() {
        let (left, right) = claims.split_at_mut(k);
        let (Some(share), Some(claim)) = (left.last(), right.first_mut()) else { continue };
        if share.scope != Scope::ThisStudy || claim.scope != Scope::ThisStudy || share.sentence != claim.sentence {
            continue;
        }
        let Some(between) = between(share, claim) else { continue };
        if parted && is_denominator(share, claim, between) {
            claim.arm = share.arm;
            claim.role = Some(Role::Arm);
        } else if is_amount(share, claim, between) {
            claim.arm = share.arm;
            claim.group.clone_from(&share.group);
        }
    }
}

/// "30 falls among the 900 nurses on rye": whose they were is told by the size behind them.
pub fn settle_events(claims: &mut [Claim]) {
    for k in 1..claims.len() {
        let (left, right) = claims.split_at_mut(k);
        let (Some(events), Some(size)) = (left.last_mut(), right.first()) else { continue };
        let counted = events.kind == ClaimKind::EventCount;
        let sized = size.kind == ClaimKind::SampleSize && matches!(size.arm, Some(Arm::Treatment | Arm::Control));
        let ours = events.scope == Scope::ThisStudy && size.scope == Scope::ThisStudy;
        let among = || {
            events.sentence == size.sentence
                && between(events, size)
                    .is_some_and(|gap| matches!(gap.trim(), "among the" | "in the" | "among" | "in"))
        };
        if counted && sized && ours && among() {
            events.arm = size.arm;
            events.group.clone_from(&size.group);
        }
    }
}

/// "38 per cent of the 86 cooks on honey snored": the cooks are those whom the share is of.
fn is_denominator(share: &Claim, claim: &Claim, between: &str) -> bool {
    claim.kind == ClaimKind::SampleSize
        && matches!(share.arm, Some(Arm::Treatment | Arm::Control))
        && share.group.is_some()
        && share.group == claim.group
        && matches!(between.trim(), "of" | "of the" | "of these" | "of those" | ") of the" | "of about" | "of some")
}

/// "a fifth lost 8 per cent": the fifth lost them.
fn is_amount(share: &Claim, claim: &Claim, between: &str) -> bool {
    const VERBS: [&str; 6] = ["lost", "shed", "gained", "dropped", "put on", "lose"];
    const HEDGES: [&str; 11] = ["more", "less", "than", "at", "least", "about", "around", "up", "to", "over", "nearly"];
    let verb = || VERBS.iter().find_map(|verb| between.trim().strip_prefix(verb));
    share.statistic == Statistic::Share
        && share.group.is_some()
        && claim.kind != ClaimKind::SampleSize
        && verb().is_some_and(|rest| rest.split_whitespace().all(|word| HEDGES.contains(&word)))
}
