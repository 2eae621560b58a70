//! Relative changes, multipliers and ratios of one outcome in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::disagreement;
use crate::check::key::{one_is_narrower, same_result, set_apart};
use crate::check::measure::Axis;
use crate::check::sentence::together;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X003",
    name: "effect-conflict",
    summary: "Articles give different sizes for one effect",
    formula: "same outcome, no contradicting slot, the same narrowing words; relative change, multiplier and ratio on one axis \
              (31 % more = 1.31 times), intervals disjoint; two ranges differ where an end does; or one exact \
              figure of the same people is told of two outcomes that share no word, one of them in a sentence about several outcomes",
    silent: "subgroups, doses, time points or comparators differ; adjusted against crude; an article tells both",
    example: "\"31% more energy than packed lunches\" and \"57% more energy than packed lunches\"",
    near_miss: "\"79% more likely to have a cyst\" and \"the risk of a cyst rose by 80%\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let conflicts = disagreements(&case.claims(), is_effect, same_effect);
    let shifted = shifts(rule, case);
    conflicts
        .into_iter()
        .map(|sides| {
            let outcome = sides[0][0].claim.outcome.clone().unwrap_or_default();
            let reason = format!("Both are told of the same outcome: {outcome}");
            disagreement(rule, case, rule.severity, "Effect", &sides, reason)
        })
        .chain(shifted)
        .collect()
}

/// Statements of one trial that are compared for their outcome: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

/// The same figure of the same people, told of another outcome.
fn shifts(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let told: Vec<&Statement<'_>> = case.statements.iter().filter(|s| is_exact(s)).take(MOST_STATEMENTS).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: Vec<Decimal> = Vec::new();
    for (at, a) in told.iter().enumerate() {
        let value = a.claim.value.low;
        let several = |s: &Statement<'_>| tells_several_outcomes(&case.statements, s);
        let shifted = |b: &&&Statement<'_>| is_shifted(a, b) && !tells_both(&told, a, b) && (several(a) || several(b));
        let other = told.iter().skip(at + 1).find(shifted);
        if let Some(b) = other.filter(|_| !seen.contains(&value)) {
            seen.push(value);
            let reason = "The figure and the people are the same, the outcome is another".to_string();
            findings.push(disagreement(rule, case, Severity::Warning, "Outcome", &[vec![*a], vec![*b]], reason));
        }
    }
    findings
}

fn is_exact(statement: &Statement<'_>) -> bool {
    let value = &statement.claim.value;
    let round = (value.low % Decimal::TEN).is_zero();
    let said = statement.claim.outcome.is_some() && statement.claim.direction.is_some();
    let plain = value.bound == Bound::Exact && !value.approx && value.single().is_some() && !round;
    statement.measure.axis == Axis::Effect && statement.of_this_study() && plain && said && statement.group.len() >= 2
}

fn is_shifted(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let figure = a.claim.value.low == b.claim.value.low && a.claim.direction == b.claim.direction;
    let elsewhere = a.outcome.shared(&b.sentence) == 0 && b.outcome.shared(&a.sentence) == 0;
    a.record.id != b.record.id
        && figure
        && a.claim.kind == b.claim.kind
        && a.group.compare(&b.group).is_same()
        && a.compare_outcome(b).differs()
        && elsewhere
        && !set_apart(a, b)
}

/// The sentence tells effects on other outcomes too: its outcome is one of several, no other word for the only one.
fn tells_several_outcomes(all: &[Statement<'_>], statement: &Statement<'_>) -> bool {
    let other = |s: &&Statement<'_>| {
        s.measure.axis == Axis::Effect
            && together(s, statement)
            && s.claim.value.low != statement.claim.value.low
            && s.claim.outcome.is_some()
            && s.outcome.shared(&statement.outcome) == 0
    };
    all.iter().any(|s| other(&s))
}

/// An article that tells the figure of both outcomes.
fn tells_both(told: &[&Statement<'_>], a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let like = |s: &Statement<'_>, what: &Statement<'_>| {
        s.claim.value.low == what.claim.value.low && s.outcome.shared(&what.outcome) > 0
    };
    told.iter().any(|s| (s.record.id == a.record.id && like(s, b)) || (s.record.id == b.record.id && like(s, a)))
}

fn is_effect(statement: &Statement<'_>) -> bool {
    statement.measure.axis == Axis::Effect && statement.may_be_of_this_study()
}

fn same_effect(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let directions = (a.claim.direction, b.claim.direction);
    let opposed = matches!(directions, (Some(a), Some(b)) if a != b);
    // "A change of 5 per cent" may be one up or down.
    let unknown = |s: &Statement<'_>| s.claim.kind == ClaimKind::Percentage && s.claim.direction.is_none();
    let opposed = opposed || unknown(a) != unknown(b);
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
