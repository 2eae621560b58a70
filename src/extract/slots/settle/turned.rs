//! "The syrup cut falls from 12 per cent to 4 per cent" in, the others' figure and that of the treated out.

use std::cell::OnceCell;

use crate::model::{Arm, Claim, ClaimKind, Scope};
use crate::text::{Class, WordClasses};

use super::rivals::Rivals;
use super::{between, lead, words};

/// Where a treatment is told to have turned one figure into another, and the study had others without it, the first figure
/// is that of the others.
pub fn settle(claims: &mut [Claim], rivals: &Rivals, classes: &WordClasses) {
    let rival = OnceCell::new();
    for k in 1..claims.len() {
        let (first, second) = (&claims[k - 1], &claims[k]);
        let Some(order) = turned(first, second).filter(|_| treats(first, classes)) else { continue };
        if !*rival.get_or_init(|| rivals.told(&["standard care", "alone"])) {
            return;
        }
        (claims[k - 1].arm, claims[k].arm) = (Some(order.0), Some(order.1));
    }
}

/// "from 12 per cent to 4", "to 4 per cent from 12": the arms in their order.
fn turned(first: &Claim, second: &Claim) -> Option<(Arm, Arm)> {
    // The treatment itself may stand where people are told.
    let one_group = first.group == second.group;
    let undecided = |arm| arm == Some(Arm::Whole) || arm == Some(Arm::Treatment) && one_group;
    let open = |claim: &Claim| undecided(claim.arm) && claim.scope == Scope::ThisStudy;
    let survived = |claim: &Claim| {
        claim.kind == ClaimKind::ScoreChange
            && matches!(claim.unit.as_deref(), Some("months" | "years" | "weeks" | "days" | "hours"))
    };
    let rates = |claim: &Claim| claim.kind == ClaimKind::ResponseRate || survived(claim);
    let alike = first.kind == second.kind && first.unit == second.unit && first.sentence == second.sentence;
    if !alike || !open(first) || !open(second) || !rates(first) {
        return None;
    }
    let (lead, joint) = (words(lead(first)).last()?, between(first, second)?.trim());
    match (lead, joint) {
        ("from", "to") => Some((Arm::Control, Arm::Treatment)),
        ("to", "from") => Some((Arm::Treatment, Arm::Control)),
        _ => None,
    }
}

/// "the vaccine cut …", "Erbutal lengthened …": a treatment did it.
fn treats(claim: &Claim, classes: &WordClasses) -> bool {
    const DEEDS: [&str; 18] = [
        "cut",
        "cuts",
        "reduced",
        "lowered",
        "slashed",
        "halved",
        "raised",
        "increased",
        "doubled",
        "trebled",
        "boosted",
        "improved",
        "lengthened",
        "extended",
        "prolonged",
        "shortened",
        "brought",
        "lifted",
    ];
    let told: Vec<&str> = words(lead(claim)).collect();
    let Some(verb) = told.iter().rposition(|word| DEEDS.contains(word)) else { return false };
    let passive = verb > 0 && matches!(told[verb - 1], "was" | "were" | "been" | "be" | "is" | "are");
    let object = told.get(verb + 1).is_some_and(|word| !matches!(*word, "by" | "to" | "from" | "in"));
    let degree = |word: &&&str| matches!(**word, "more" | "than" | "also" | "has" | "had" | "have" | "significantly");
    let subject = told[..verb].iter().rev().find(|word| !degree(word));
    let treatment = |word: &&str| {
        let drug = |id: &str| word.starts_with(char::is_uppercase) || id.contains(&word.to_lowercase());
        classes.of_any_case(word).has(Class::TreatmentWord) || claim.drug.as_deref().is_some_and(drug)
    };
    object && !passive && subject.is_some_and(treatment)
}
