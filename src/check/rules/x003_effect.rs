//! Relative changes, multipliers and ratios of one outcome in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::disagreement;
use crate::check::key::{one_is_narrower, same_result};
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X003",
    name: "effect-conflict",
    summary: "Articles give different sizes for one effect",
    formula: "same outcome, no contradicting slot, the same narrowing words; relative change, multiplier and ratio on one axis \
              (31 % more = 1.31 times), intervals disjoint; two ranges differ where an end does",
    silent: "subgroups, doses, time points or comparators differ; adjusted against crude; an article tells both",
    example: "\"31% more energy than packed lunches\" and \"57% more energy than packed lunches\"",
    near_miss: "\"79% more likely to have a cyst\" and \"the risk of a cyst rose by 80%\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let conflicts = disagreements(&case.claims(), is_effect, same_effect);
    conflicts
        .into_iter()
        .map(|sides| {
            let outcome = sides[0][0].claim.outcome.clone().unwrap_or_default();
            let reason = format!("Both are told of the same outcome: {outcome}");
            disagreement(rule, case.trial, rule.severity, "Effect", &sides, reason)
        })
        .collect()
}

fn is_effect(statement: &Statement<'_>) -> bool {
    statement.measure.axis == Axis::Effect && statement.may_be_of_this_study()
}

fn same_effect(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let directions = (a.claim.direction, b.claim.direction);
    let opposed = matches!(directions, (Some(a), Some(b)) if a != b);
    same_result(a, b) && !opposed && !one_is_narrower(a, b)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::{ClaimKind, Direction, Reported};

    fn more(sentence: &str, quote: &str, outcome: &str) -> ClaimText {
        ClaimText::new(ClaimKind::Percentage, quote).within(sentence).outcome(outcome).change(Direction::Up)
    }

    #[track_caller]
    fn notes(a: ClaimText, b: ClaimText) -> Vec<String> {
        messages("X003", &[release("a", vec![a.claim()]), article("b", vec![b.claim()])])
    }

    #[test]
    fn another_size_of_one_effect() {
        let energy = |quote: &str| {
            more(&format!("They held {quote} more energy."), quote, "energy").comparator("packed lunches")
        };
        assert_eq!(notes(energy("31%"), energy("57%")), ["Effect differs: 31% (press release) but 57% (b)"]);
        let range = |low: i64, high: i64| energy("31%").value(Reported::range(low.into(), high.into()));
        assert_eq!(notes(range(15, 40), range(19, 46)).len(), 1);
        let twice =
            ClaimText::new(ClaimKind::Multiplier, "2 times").within("They held 2 times the energy.").outcome("energy");
        assert_eq!(notes(energy("38%"), twice).len(), 1);
    }

    #[test]
    fn rounding_comparators_and_subgroups_are_silent() {
        let energy = |quote: &str| more(&format!("They held {quote} more energy."), quote, "energy");
        assert!(notes(energy("69%"), energy("70%")).is_empty());
        assert!(
            notes(energy("31%").comparator("packed lunches"), energy("57%").comparator("adult portions")).is_empty()
        );
        assert!(
            notes(energy("31%"), more("They held 57% more energy in high-dose packs.", "57%", "energy")).is_empty()
        );
        assert!(notes(energy("31%"), more("They held 57% more salt.", "57%", "salt")).is_empty());
    }
}
