//! Shares of the arms of a trial in, those that tell what came of the treatment as response rates out.
//!
//! A trial gives its treatment to one group and not to the other so that what happens to both can be compared: a share of an
//! arm is a result, unless its words say who they were, what they were given, what they did of themselves or thought.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};

use super::{lead, words};

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
        // "In the placebo group it was 79 percent": nothing tells what
        let told = !outcome.is_empty() || words(beside(claim)).count() > 1;
        let described = !told || words(outcome).any(|word| says_who(&word.to_lowercase()));
        if !described
            && !words(outcome).chain(words(beside(claim))).any(|word| no_result(&word.to_lowercase()))
            && !words(before(claim)).any(|word| no_rate(&word.to_lowercase()))
        {
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

/// What stands before the figure, from the last sign on.
fn before(claim: &Claim) -> &str {
    let text = lead(claim);
    &text[text.rfind([',', ';', ':', '–', '—', '(']).unwrap_or(0)..]
}

/// What is measured and is no share of people who fared well or ill.
fn no_rate(word: &str) -> bool {
    matches!(
        word,
        "adherence" | "compliance" | "uptake" | "attendance" | "usage" | "accuracy" | "sensitivity" | "specificity"
    )
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

#[cfg(test)]
mod tests {
    use crate::extract::Extractor;
    use crate::model::{Article, ClaimKind};

    /// The kinds of the shares of an article on a trial: R for response rates, P for other shares.
    fn kinds(told: &str) -> String {
        let news = "Oats may help\n\nOats may help, a study found.\n\nIt was a randomized trial of oats against a placebo.\n\n";
        let article = Article { text: format!("{news}{told}"), ..Article::default() };
        let claims = Extractor::new().claims(&article, &crate::text::blocks(&article.text), None);
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
