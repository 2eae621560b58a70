//! The claims of one article in, figures told of two groups one after the other out: one is the other's opposite, and the
//! first is compared with the second.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};

/// Bytes between two figures that are told of two groups, at most.
const REACH: usize = 260;
/// Claims between the two at most, such as a bracket that restates the first.
const NEAR: usize = 3;

/// "9 per cent of the sailors on syrup, and 4 per cent of the rest", "46 per cent of the dieters … In the other camp it was
/// 4": where one is known, the other is its opposite.
pub fn settle_opposites(claims: &mut [Claim], text: &str) {
    for i in 1..claims.len() {
        let Some(j) = before(claims, i) else { continue };
        let between = &text[claims[j].place.bytes.end..claims[i].place.bytes.start];
        let (left, right) = claims.split_at_mut(i);
        let (Some(first), Some(second)) = (left.get_mut(j), right.first_mut()) else { continue };
        let rest = second.group.as_deref().is_some_and(names_the_rest);
        if !rest && !sets_against(between) && !joins(first, second, between) {
            continue;
        }
        match (side(first), side(second)) {
            (Some(arm), None) if open(second) || rest => second.arm = Some(opposite(arm)),
            (Some(arm), Some(same)) if rest && arm == same && first.group != second.group => {
                second.arm = Some(opposite(arm));
            }
            (None, Some(arm)) if open(first) && first.group != second.group => first.arm = Some(opposite(arm)),
            (None, None) if rest && open(first) && other_of_two(second) => {
                first.arm = Some(Arm::Treatment);
                second.arm = Some(Arm::Control);
            }
            _ => {}
        }
    }
}

/// Of two figures of opposite groups the first is compared with the second's group.
pub fn compare(claims: &mut [Claim], text: &str) {
    let mut compared = vec![false; claims.len()];
    for i in 1..claims.len() {
        let Some(j) = before(claims, i).filter(|&j| !compared[j]) else { continue };
        let (first, second) = (&claims[j], &claims[i]);
        let opposed = side(first).is_some_and(|arm| side(second) == Some(opposite(arm)));
        let same = first.outcome.is_none() || second.outcome.is_none() || first.outcome == second.outcome;
        let apart = text[first.place.bytes.end..second.place.bytes.start].contains("\n");
        if !opposed || apart {
            continue;
        }
        compared[i] = true;
        if same && first.comparator.is_none() && first.group != second.group {
            claims[j].comparator = claims[i].group.clone();
        }
    }
}

/// The figure of the same sort told right before.
fn before(claims: &[Claim], i: usize) -> Option<usize> {
    let claim = &claims[i];
    (i.saturating_sub(NEAR)..i).rev().find(|&j| {
        let other = &claims[j];
        let near = claim.place.bytes.start.checked_sub(other.place.bytes.end).is_some_and(|gap| gap <= REACH);
        near && alike(other, claim)
    })
}

fn alike(one: &Claim, other: &Claim) -> bool {
    let rate = |claim: &Claim| matches!(claim.kind, ClaimKind::ResponseRate | ClaimKind::Percentage);
    let compared = |claim: &Claim| matches!(claim.statistic, Statistic::Ratio | Statistic::RelativeChange);
    one.unit == other.unit
        && (one.kind == other.kind || rate(one) && rate(other))
        && one.kind != ClaimKind::SampleSize
        && !compared(one)
        && !compared(other)
        && one.scope == Scope::ThisStudy
        && other.scope == Scope::ThisStudy
}

fn side(claim: &Claim) -> Option<Arm> {
    claim.arm.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control))
}

/// Nothing in its own words tells its part of the study.
fn open(claim: &Claim) -> bool {
    claim.arm == Some(Arm::Whole)
}

fn opposite(arm: Arm) -> Arm {
    if arm == Arm::Treatment { Arm::Control } else { Arm::Treatment }
}

/// "the rest", "the others", "everyone else", "the other group", "without it".
fn names_the_rest(group: &str) -> bool {
    const REST: [&str; 11] = [
        "rest",
        "the rest",
        "others",
        "the others",
        "everyone else",
        "everybody else",
        "elsewhere",
        "remainder",
        "without it",
        "other",
        "second",
    ];
    let group = group.to_lowercase();
    REST.contains(&group.as_str()) || group.starts_with("other ") || group.starts_with("remaining ")
}

/// "the other group", "the other camp": there are two.
fn other_of_two(claim: &Claim) -> bool {
    const TWO: [&str; 7] = ["group", "arm", "camp", "half", "team", "set", "lot"];
    claim.group.as_deref().is_some_and(|group| {
        let last = group.rsplit(' ').next().unwrap_or_default();
        TWO.contains(&last)
    })
}

/// "9 points with the syrup and by 4 with tea": two groups told in one breath.
fn joins(first: &Claim, second: &Claim, between: &str) -> bool {
    /// Bytes between the two figures at most.
    const BREATH: usize = 70;
    let apart = first.group.is_some() && second.group.is_some() && first.group != second.group;
    apart && between.len() <= BREATH && between.contains(" and ") && !between.contains(['.', ';', '\n'])
}

/// Words that set the figure before them against the one behind.
fn sets_against(between: &str) -> bool {
    const LINKS: [&str; 12] = [
        "compared with",
        "compared to",
        "versus",
        " vs",
        " v ",
        "against",
        "as opposed to",
        "in contrast to",
        "instead of",
        "whereas",
        "while ",
        "rather than",
    ];
    let link = |link: &&str| between.contains(*link);
    let sentence = between.contains(". ") || between.contains('\n');
    !sentence && LINKS.iter().any(link)
}
