//! Two figures of what one test found in, the ill and the healthy as those it was tried on out: neither is compared with
//! the other.

use crate::model::{Arm, Claim, ClaimKind, Scope};

use super::pairing::Partners;
use super::words;

/// "The scan spotted 88 per cent of the stones and cleared 79 per cent of those who had none": the same test, twice.
pub fn settle(claims: &mut [Claim], partners: &Partners, text: &str) {
    for (j, i) in partners.pairs() {
        if !share(&claims[i]) {
            continue;
        }
        let between = &text[claims[j].place.bytes.end..claims[i].place.bytes.start];
        if !of_one_test(&claims[j], &claims[i]) || !goes_on(between) {
            continue;
        }
        if claims[j].comparator.is_some() && claims[j].comparator == claims[i].group {
            claims[j].comparator = None;
        }
        for at in [j, i] {
            if claims[at].arm == Some(Arm::Control) {
                claims[at].arm = Some(Arm::Treatment);
            }
        }
    }
}

/// Both tell how often the test was right or wrong, each of other people.
fn of_one_test(first: &Claim, second: &Claim) -> bool {
    // "flu was caught by" tells of no test
    let found = || {
        first.outcome.as_deref().is_some_and(|outcome| {
            words(outcome).any(detects) && !words(outcome).any(|word| matches!(word, "was" | "were" | "been"))
        })
    };
    let apart = first.group.is_some() && second.group.is_some() && first.group != second.group;
    share(first) && first.sentence == second.sentence && apart && found()
}

fn share(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Percentage && claim.scope == Scope::ThisStudy
}

/// "and ruled it out in", but nothing that sets one against the other.
fn goes_on(between: &str) -> bool {
    words(between).any(|word| word == "and")
        && !words(between)
            .any(|word| matches!(word, "compared" | "versus" | "vs" | "than" | "while" | "against" | "but"))
}

/// What a test does with those who are ill.
fn detects(word: &str) -> bool {
    matches!(
        word,
        "spotted"
            | "spot"
            | "spots"
            | "detected"
            | "detect"
            | "detects"
            | "identified"
            | "identify"
            | "identifies"
            | "caught"
            | "catch"
            | "catches"
            | "flagged"
            | "picked"
            | "recognized"
            | "recognised"
            | "correctly"
            | "sensitivity"
            | "specificity"
    )
}
