//! "900 sailors, of whom 80 fell": whose the second figure is in, settled by the first out.

use super::{behind, between};
use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};

/// Gives a figure "of whom" the arm of the sample that the relative pronoun stands for: a share of everybody is everybody's.
pub fn settle(claims: &mut [Claim]) {
    for k in 1..claims.len() {
        let open = claims[k].arm == Some(Arm::Subgroup) && claims[k].kind != ClaimKind::SampleSize;
        if open && claims[k].scope == Scope::ThisStudy && sample_meant(&claims[..k], &claims[k]) {
            claims[k].arm = Some(Arm::Whole);
        }
    }
}

/// "9 per cent had had gout. A fifth of these women saw a doctor": a share of those of whom a share was told.
pub fn settle_these(claims: &mut [Claim]) {
    /// Bytes between the two figures at most.
    const NEAR: usize = 200;
    for k in 1..claims.len() {
        let (last, claim) = (&claims[k - 1], &claims[k]);
        let part = last.statistic == Statistic::Share && last.kind != ClaimKind::SampleSize;
        let open = claim.statistic == Statistic::Share && claim.arm == Some(Arm::Whole);
        let next = claim.sentence != last.sentence
            && claim.sentence.place.bytes.start < last.place.bytes.end.saturating_add(NEAR);
        let ours = claim.scope == Scope::ThisStudy && last.scope == Scope::ThisStudy;
        let part = part && matches!(last.arm, Some(Arm::Whole | Arm::Subgroup));
        if part && open && next && ours && of_these(claim) {
            claims[k].arm = Some(Arm::Subgroup);
        }
    }
}

/// "a third of these women", which the quote may hold.
fn of_these(claim: &Claim) -> bool {
    claim.quote.contains("of these") || goes_on(claim).is_some_and(|rest| rest.starts_with("of these "))
}

/// The whole sample is told before the figure, and "whom" stands for it.
fn sample_meant(earlier: &[Claim], figure: &Claim) -> bool {
    // "900 sailors, 80 (9 per cent) of whom fell": the count is of whom the share is
    let same = |claim: &&Claim| {
        claim.kind == ClaimKind::SampleSize
            && claim.role == Some(Role::Subgroup)
            && between(claim, figure).is_some_and(|gap| gap.trim() == "(")
    };
    let part = earlier.last().filter(same);
    let before = if part.is_some() { earlier.iter().rev().nth(1) } else { earlier.last() };
    let Some(sample) = before.filter(|claim| claim.kind == ClaimKind::SampleSize && claim.arm == Some(Arm::Whole))
    else {
        return false;
    };
    let Some(gap) = between(sample, figure) else { return false };
    gap.contains(" of whom ") || gap.contains(',') && goes_on(figure).is_some_and(|rest| rest.starts_with("of whom "))
}

/// The sentence behind a figure and the bracket it stands in.
fn goes_on(figure: &Claim) -> Option<&str> {
    Some(behind(figure)?.trim_start_matches(')').trim_start())
}
