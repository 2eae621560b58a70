//! Shares of the arms of a trial in, those that tell what came of the treatment as response rates out.
//!
//! A trial gives its treatment to one group and not to the other so that what happens to both can be compared: a share of an
//! arm is a result, unless its words say who they were, what they were given, what they did of themselves or thought.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};

use crate::extract::response_rate::{MARKS_OF_A_TRIAL, no_rate, no_result};

use super::{lead, words};

pub fn settle(claims: &mut [Claim], text: &str) {
    settle_arms(claims, text);
    settle_pairs(claims, text);
}

/// "12 percent left early, compared with 9 percent of the others", "31% and 22%, respectively": a figure without a verb tells
/// the same of its people as the one that it is set against.
fn settle_pairs(claims: &mut [Claim], text: &str) {
    /// Claims between the two at most, such as how long it took.
    const NEAR: usize = 3;
    let share = |claim: &Claim| {
        matches!(claim.kind, ClaimKind::Percentage | ClaimKind::ResponseRate)
            && claim.statistic == Statistic::Share
            && claim.scope == Scope::ThisStudy
    };
    for at in 1..claims.len() {
        let second = &claims[at];
        let first = claims[at.saturating_sub(NEAR)..at].iter().rev().find(|claim| share(claim));
        let Some(first) = first.filter(|first| first.kind != second.kind && share(second)) else { continue };
        if first.sentence.place.bytes == second.sentence.place.bytes && is_its_pair(first, second, text) {
            claims[at].kind = first.kind;
        }
    }
}

/// Nothing but what sets the two against each other stands between the first, with its verb, and the second.
fn is_its_pair(first: &Claim, second: &Claim, text: &str) -> bool {
    /// Bytes between the two at most.
    const NEAR: usize = 160;
    const JOINTS: [&str; 11] = [
        " compared with ",
        " compared to ",
        " versus ",
        " vs ",
        " vs. ",
        " against ",
        " up from ",
        " down from ",
        " as opposed to ",
        " as did ",
        " as were ",
    ];
    let Some(between) = text.get(first.place.bytes.end..second.place.bytes.start).filter(|text| text.len() <= NEAR)
    else {
        return false;
    };
    let hedge = |word: &str| {
        matches!(word, "only" | "just" | "about" | "some" | "nearly" | "almost" | "roughly" | "around" | "the" | "in")
    };
    let set_against = JOINTS.iter().filter_map(|joint| Some(&between[between.find(joint)? + joint.len()..]));
    let mut set_against = set_against.map(|behind| words(behind).all(hedge));
    let listed = || between.trim() == "and" && beside(second).is_empty() && super::behind(second).is_some_and(in_turn);
    set_against.any(|bare| bare) || listed()
}

/// ", respectively"
fn in_turn(behind: &str) -> bool {
    behind.trim_start_matches([',', ' ']).starts_with("respectively")
}

fn settle_arms(claims: &mut [Claim], text: &str) {
    let open = |claim: &Claim| {
        claim.kind == ClaimKind::Percentage
            && claim.scope == Scope::ThisStudy
            && claim.statistic == Statistic::Share
            && matches!(claim.arm, Some(Arm::Treatment | Arm::Control))
    };
    if !claims.iter().any(open) || !is_a_trial(text) {
        return;
    }
    for at in 0..claims.len() {
        if !open(&claims[at]) || at > 0 && refers_to_another(&claims[at - 1], &claims[at]) {
            continue;
        }
        let claim = &mut claims[at];
        let outcome = claim.outcome.as_deref().unwrap_or_default();
        // "In the placebo group it was 79 percent": nothing tells what
        let told = !outcome.is_empty() || words(beside(claim)).count() > 1;
        // "had gotten a flu shot", but not "with the weekly shot"
        let shot = |word: &str| matches!(word, "shot" | "shots" | "jab" | "jabs" | "vaccine");
        let described = !told || words(outcome).any(|word| shot(word) || says_who(&word.to_lowercase()));
        if !described
            && !words(outcome).chain(words(beside(claim))).any(|word| no_result(&word.to_lowercase()))
            && !words(before(claim)).any(|word| no_rate(&word.to_lowercase()))
            // "flagged 12 percent of those on rum", "oats help 30 percent of people"
            && !words(before(claim)).last().is_some_and(|word| no_result(word) || matches!(word, "help" | "helps"))
        {
            claim.kind = ClaimKind::ResponseRate;
        }
    }
}

/// "Among the others it was 26 percent", behind a share that is no rate: it tells the same of other people.
fn refers_to_another(before: &Claim, claim: &Claim) -> bool {
    let apart = before.sentence.place.bytes != claim.sentence.place.bytes;
    let other = before.kind == ClaimKind::Percentage;
    // "It went from 33 percent to 30 percent"
    let told = |word: &str| matches!(word, "it" | "It" | "figure");
    let second = !apart && words(lead(claim)).next() == Some("It");
    other && (apart || second) && words(lead(claim)).any(told)
}

/// People were assigned to their group.
fn is_a_trial(text: &str) -> bool {
    MARKS_OF_A_TRIAL.iter().any(|word| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

/// What stands behind the figure, up to the next sign.
fn beside(claim: &Claim) -> &str {
    let behind = super::behind(claim).unwrap_or_default();
    let end = behind.find([',', ';', '.', ':', '–', '—', '(']).unwrap_or(behind.len());
    &behind[..end]
}

/// What stands before the figure, from the last sign on.
fn before(claim: &Claim) -> &str {
    let text = lead(claim);
    &text[text.rfind([',', ';', ':', '–', '—', '(']).unwrap_or(0)..]
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

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::ClaimKind;

    /// The kinds of the shares of an article on a trial: R for response rates, P for other shares.
    fn kinds(told: &str) -> String {
        let news = "Oats may help\n\nOats may help, a study found.\n\nIt was a randomized trial of oats against a placebo.\n\n";
        let claims = testing::claims(format!("{news}{told}"));
        let letter = |kind| match kind {
            ClaimKind::ResponseRate => Some('R'),
            ClaimKind::Percentage => Some('P'),
            _ => None,
        };
        claims.iter().filter_map(|claim| letter(claim.kind)).collect()
    }

    #[test]
    fn what_came_of_a_treatment_is_a_rate() {
        for told in [
            "In the oats group, 34 percent could whistle again, compared with 12 percent of the placebo group.",
            "It came back in 21 percent of the patients on oats and 33 percent of those on placebo.",
            "Of those given oats, 41 percent went back to sea, versus 26 percent of those given the placebo.",
        ] {
            assert_eq!(kinds(told), "RR", "{told}");
        }
    }

    #[test]
    fn the_second_of_a_pair_is_like_the_first() {
        for (told, found) in [
            ("By June 39 percent had relapsed, the study found, up from 9 percent in May.", "RR"),
            ("Of the cooks in the study, 22 percent walked out, compared with 13 percent in the placebo group.", "PP"),
            ("Itching was common in the oat arm, noted for 31% and 22%, respectively.", "RR"),
        ] {
            assert_eq!(kinds(told), found, "{told}");
        }
    }

    #[test]
    fn what_they_were_or_did_is_none() {
        for told in [
            "In the oats group, 34 percent were men, compared with 12 percent of the placebo group.",
            "In the oats group, 34 percent guessed what they got, compared with 12 percent of the placebo group.",
            "In the oats group, 34 percent attended every dance, compared with 12 percent of the placebo group.",
        ] {
            assert_eq!(kinds(told), "PP", "{told}");
        }
    }
}
