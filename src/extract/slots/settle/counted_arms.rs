//! The claims of one article in, figures that their denominators or their neighbours give to an arm out: "12 of the 91 cooks"
//! where 91 got the syrup.

use rust_decimal::Decimal;

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::WordClasses;

use super::lead;
use super::pairing::names_control;

/// Gives a share the arm and the people of the one arm that had as many.
pub fn settle(claims: &mut [Claim]) {
    /// Fewer people are too easily counted twice.
    const FEWEST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
    let sizes: Vec<(Decimal, usize)> = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| {
            let arm = matches!(claim.arm, Some(Arm::Treatment | Arm::Control)) && claim.role == Some(Role::Arm);
            claim.kind == ClaimKind::SampleSize && arm && claim.scope == Scope::ThisStudy
        })
        .map(|(at, claim)| (claim.value.low, at))
        .collect();
    if sizes.is_empty() {
        return;
    }
    for k in 0..claims.len() {
        let claim = &claims[k];
        if claim.arm != Some(Arm::Whole) || claim.statistic != Statistic::Share {
            continue;
        }
        let Some(total) = denominator(claim).filter(|&total| total >= FEWEST) else { continue };
        let mut same = sizes.iter().filter(|size| size.0 == total);
        let (Some(&(_, at)), None) = (same.next(), same.next()) else { continue };
        // "12 of 91 cooks (13 per cent) on placebo" says itself which they are
        let arm = if told_as_control(claim) { Some(Arm::Control) } else { claims[at].arm };
        let group = claims[k].group.clone();
        let sentence = claims[k].sentence.place.bytes.start;
        for twin in claims[k..].iter_mut().take(2) {
            if twin.sentence.place.bytes.start == sentence && twin.group == group && twin.arm == Some(Arm::Whole) {
                twin.arm = arm;
            }
        }
    }
}

/// "on placebo" stands right behind the figure or its share in brackets.
fn told_as_control(claim: &Claim) -> bool {
    /// Words.
    const NEAR: usize = 6;
    let behind = super::behind(claim).unwrap_or_default();
    super::words(behind).take(NEAR).any(|word| matches!(word, "placebo" | "sham" | "controls" | "control"))
}

/// "12 of the 91 cooks": 91.
fn denominator(claim: &Claim) -> Option<Decimal> {
    let (_, rest) = claim.quote.split_once(" of ")?;
    let number = rest.trim_start_matches("the ").trim_start_matches("those ").split(' ').next()?;
    number.replace(',', "").parse().ok()
}

/// "58, 51 and 33 per cent of those on the high dose, the low dose and placebo": each dose is compared with the placebo.
pub fn compare_lists(claims: &mut [Claim], classes: &WordClasses) {
    /// Figures of one list at most.
    const LONGEST: usize = 6;
    for i in 2..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        let control = &right[0];
        let counts = control.kind != ClaimKind::SampleSize && control.group.is_some();
        if !counts || control.arm != Some(Arm::Control) || !names_control(control, classes) {
            continue;
        }
        let listed = |claim: &&mut Claim| {
            claim.sentence == control.sentence
                && claim.unit == control.unit
                && claim.kind == control.kind
                && claim.outcome == control.outcome
        };
        let list = left.iter_mut().rev().take(LONGEST).take_while(listed);
        for claim in list.filter(|claim| claim.arm == Some(Arm::Treatment) && claim.comparator.is_none()) {
            claim.comparator.clone_from(&control.group);
        }
    }
}

/// "Cooks given balm scored 81 on a grip scale, and cooks given lard scored 77": both scored on that scale.
pub fn share_scale(claims: &mut [Claim]) {
    for i in 1..claims.len() {
        let (left, right) = claims.split_at_mut(i);
        let (Some(first), Some(second)) = (left.last(), right.first_mut()) else { return };
        let level = |claim: &Claim| claim.kind == ClaimKind::ScoreChange && claim.statistic == Statistic::Level;
        let both = level(first) && level(second) && first.sentence == second.sentence && first.unit == second.unit;
        let verb = |claim: &Claim| ["scored", "averaged"].iter().any(|verb| lead(claim).trim_end().ends_with(verb));
        let apart = first.group.is_some() && second.group.is_some() && first.group != second.group;
        if both && apart && verb(first) && verb(second) && first.outcome.is_some() {
            second.outcome.clone_from(&first.outcome);
        }
    }
}
