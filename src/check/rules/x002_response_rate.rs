//! Shares of one outcome in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::disagreement;
use crate::check::key::{one_is_narrower, same_result, same_sentence, set_apart};
use crate::check::measure::Axis;
use crate::check::sentence::after;
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X002",
    name: "response-rate-conflict",
    summary: "Articles give different shares for one outcome",
    formula: "same outcome, no contradicting group, arm, comparator, time point, drug or scale; intervals disjoint",
    silent: "a slot contradicts; an article tells both shares for different things; adjusted against crude; rounding",
    example: "\"9% of the women reported complications\" and \"less than 2% of the women reported complications\"",
    near_miss: "\"54% on the drug went into remission\" and \"12% on placebo went into remission\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let conflicts = disagreements(&case.claims(), is_share, same_share);
    conflicts
        .into_iter()
        .map(|sides| {
            let rate = sides[0][0].claim.kind == ClaimKind::ResponseRate;
            let what = if rate { "Rate" } else { "Share" };
            let outcome = sides[0][0].claim.outcome.clone().unwrap_or_default();
            let reason = format!("Both are told of the same outcome: {outcome}");
            disagreement(rule, case, rule.severity, what, &sides, reason)
        })
        .collect()
}

/// "Not 100 % accurate" is a manner of speaking, "90 % probability that" the authors' belief.
fn is_share(statement: &Statement<'_>) -> bool {
    let whole = statement.claim.value.low == Decimal::ONE_HUNDRED;
    let belief = ["probability that", "chance that", "confiden"]
        .iter()
        .any(|words| after(statement).trim_start().starts_with(words));
    statement.measure.axis == Axis::Share && !whole && !belief && statement.may_be_of_this_study()
}

/// A share is of somebody: the words around it must agree, not only the outcome's.
fn same_share(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const SAME_WORDING: f64 = 0.5;
    let wording = same_sentence(a, b)
        || a.about == b.about
        || (a.about.overlap(&b.about) >= SAME_WORDING && a.about.shared(&b.about) >= 2);
    let copied = same_sentence(a, b) && !set_apart(a, b) && a.outcome.shared(&b.outcome) >= 1;
    copied || (wording && same_result(a, b) && !one_is_narrower(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::{Arm, Bound, Reported, Scope};

    fn rate(sentence: &str, quote: &str, outcome: &str) -> ClaimText {
        ClaimText::new(ClaimKind::ResponseRate, quote).within(sentence).outcome(outcome)
    }

    #[track_caller]
    fn notes(a: ClaimText, b: ClaimText) -> Vec<String> {
        messages("X002", &[release("a", vec![a.claim()]), article("b", vec![b.claim()])])
    }

    #[test]
    fn other_rates_of_one_outcome() {
        let below = Reported { bound: Bound::LessThan, ..Reported::exact(1.into()) };
        let found = notes(
            rate("In all 8.4% of the women reported complications.", "8.4%", "complications"),
            rate("Fewer than 1% of the women reported complications.", "1%", "reported complications").value(below),
        );
        assert_eq!(found, ["Rate differs: 8.4% (press release) but 1% (b)"]);
        let dead = |quote: &str| rate(&format!("Some {quote} of them died."), quote, "died");
        assert_eq!(notes(dead("13%"), dead("31%")).len(), 1);
    }

    #[test]
    fn arms_outcomes_and_rounding_are_silent() {
        let remission = |quote: &str| rate(&format!("{quote} went into remission."), quote, "went into remission");
        assert!(notes(remission("54%").arm(Arm::Treatment), remission("12%").arm(Arm::Control)).is_empty());
        assert!(notes(remission("54%"), rate("12% had side effects.", "12%", "side effects")).is_empty());
        assert!(notes(remission("69%"), remission("70%")).is_empty());
        assert!(notes(remission("54%"), ClaimText::new(ClaimKind::ResponseRate, "12%")).is_empty());
        assert!(notes(remission("54%"), remission("12%").scope(Scope::OtherStudy)).is_empty());
    }
}
