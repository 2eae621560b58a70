//! Shares of the arms of a trial in, those that tell what came of the treatment as response rates out.
//!
//! A trial gives its treatment to one group and not to the other so that what happens to both can be compared: a share of an
//! arm is a result, unless its words say who they were, what they were given, what they did of themselves or thought.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};

use super::words;

pub fn settle(claims: &mut [Claim], text: &str) {
    let open = |claim: &Claim| {
        claim.kind == ClaimKind::Percentage
            && claim.scope == Scope::ThisStudy
            && claim.statistic == Statistic::Share
            && matches!(claim.arm, Some(Arm::Treatment | Arm::Control))
    };
    if !claims.iter().any(open) || !is_a_trial(text) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| open(claim)) {
        let outcome = claim.outcome.as_deref().unwrap_or_default();
        let described = words(outcome).any(|word| says_who(&word.to_lowercase()));
        if !described && !words(outcome).chain(words(beside(claim))).any(|word| no_result(&word.to_lowercase())) {
            claim.kind = ClaimKind::ResponseRate;
        }
    }
}

/// People were assigned to their group.
fn is_a_trial(text: &str) -> bool {
    ["random", "placebo", "sham ", "clinical trial"]
        .iter()
        .any(|word| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// What stands behind the figure, up to the next sign.
fn beside(claim: &Claim) -> &str {
    let behind = super::behind(claim).unwrap_or_default();
    let end = behind.find([',', ';', '.', ':', '–', '—', '(']).unwrap_or(behind.len());
    &behind[..end]
}

/// What tells who they were.
fn says_who(word: &str) -> bool {
    matches!(
        word,
        "men"
            | "women"
            | "male"
            | "female"
            | "white"
            | "black"
            | "hispanic"
            | "asian"
            | "smokers"
            | "obese"
            | "overweight"
            | "married"
            | "educated"
            | "insured"
    )
}

/// What tells what was done with them, what they did or thought, or how well a test fared.
fn no_result(word: &str) -> bool {
    matches!(
        word,
        // what was done with them
        "already" | "smoked" | "assigned" | "randomly" | "randomized" | "randomised" | "enrolled" | "underwent" | "prescribed"
            | "vaccinated" | "screened" | "tested"
            // what they did
            | "use" | "used" | "using" | "drank" | "ate" | "attended" | "completed" | "finished" | "quit" | "stuck"
            | "gave" | "returned" | "skipped" | "exercised" | "walked" | "dropped" | "missed" | "adhered"
            // what they thought
            | "guessed" | "guess" | "believed" | "preferred" | "prefer" | "satisfied" | "unhappy" | "happy"
            | "recommend" | "unpleasant" | "pleasant" | "experiences" | "rather" | "opinion"
            // how well a test fared
            | "detected" | "detect" | "caught" | "flagged" | "identified" | "spotted" | "sensitivity" | "specificity"
            | "accuracy" | "accurate" | "correct" | "correctly" | "right"
            // how much, not how many
            | "time" | "calories" | "points" | "weight" | "lost" | "chance" | "risk" | "reduced" | "increase" | "amount"
    )
}
