//! The rates of both arms in two articles in, a finding out when they are exchanged.

use crate::check::finding::disagreement;
use crate::check::measure::Axis;
use crate::check::sentence::together;
use crate::check::{Case, Rule, Statement};
use crate::model::{Arm, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X009",
    name: "arm-swap",
    summary: "The values of treatment and control are exchanged between articles",
    formula: "one outcome, both arms' shares in one sentence of each article: A's treatment agrees with B's control and A's control with \
              B's treatment, and the two values exclude each other",
    silent: "an arm is unknown; the values agree arm by arm; the outcomes differ",
    example: "\"54% on the drug against 38% on placebo\" and \"38% on the drug against 54% on placebo\"",
    near_miss: "\"54% on the drug against 38% on placebo\" and \"54% on the drug against 12% on placebo\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let pairs: Vec<Pair<'_, '_>> = case.by_article().flat_map(pairs).take(MOST_PAIRS).collect();
    let mut findings = Vec::new();
    for (at, first) in pairs.iter().enumerate() {
        let swapped = pairs.iter().skip(at + 1).find(|second| first.is_swapped_in(second));
        findings.extend(swapped.map(|second| {
            let sides = [vec![first.treatment, first.control], vec![second.treatment, second.control]];
            let reason = "Each arm's value is the other arm's in the other article".to_string();
            disagreement(rule, case, rule.severity, "Which arm had the value", &sides, reason)
        }));
    }
    findings.truncate(1);
    findings
}

/// Pairs of one trial that are compared: keeps the work bounded on hostile input.
const MOST_PAIRS: usize = 200;

struct Pair<'s, 'r> {
    treatment: &'s Statement<'r>,
    control: &'s Statement<'r>,
}

impl Pair<'_, '_> {
    fn is_swapped_in(&self, other: &Pair<'_, '_>) -> bool {
        self.treatment.record.id != other.treatment.record.id
            && self.treatment.measure.agrees(&other.control.measure)
            && self.control.measure.agrees(&other.treatment.measure)
            && self.treatment.measure.disjoint(&self.control.measure)
            && !self.treatment.compare_outcome(other.treatment).differs()
            && self.treatment.sentence.shared(&other.treatment.sentence) >= 1
    }
}

/// Neighbouring shares of one sentence, one of each arm.
fn pairs<'s, 'r>(article: &'s [Statement<'r>]) -> Vec<Pair<'s, 'r>> {
    let is_share = |s: &Statement<'_>| s.measure.axis == Axis::Share && s.of_this_study();
    let couples = article
        .windows(2)
        .filter(|couple| is_share(&couple[0]) && is_share(&couple[1]) && together(&couple[0], &couple[1]));
    couples
        .filter_map(|couple| match (couple[0].claim.arm, couple[1].claim.arm) {
            (Some(Arm::Treatment), Some(Arm::Control)) => Some(Pair { treatment: &couple[0], control: &couple[1] }),
            (Some(Arm::Control), Some(Arm::Treatment)) => Some(Pair { treatment: &couple[1], control: &couple[0] }),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::{Arm, Claim, ClaimKind};

    fn rates(treated: &str, control: &str) -> Vec<Claim> {
        let sentence = format!("Remission came to {treated} on the drug against {control} on placebo.");
        let rate = |quote: &str, arm| {
            ClaimText::new(ClaimKind::ResponseRate, quote).within(&sentence).outcome("remission").arm(arm).claim()
        };
        vec![rate(treated, Arm::Treatment), rate(control, Arm::Control)]
    }

    #[track_caller]
    fn notes(a: Vec<Claim>, b: Vec<Claim>) -> usize {
        messages("X009", &[release("a", a), article("b", b)]).len()
    }

    #[test]
    fn exchanged_values() {
        assert_eq!(notes(rates("54%", "38%"), rates("38%", "54%")), 1);
        assert_eq!(notes(rates("12%", "31%"), rates("31%", "12%")), 1);
    }

    #[test]
    fn equal_other_and_close_values_pass() {
        assert_eq!(notes(rates("54%", "38%"), rates("54%", "38%")), 0);
        assert_eq!(notes(rates("54%", "38%"), rates("38%", "12%")), 0);
        assert_eq!(notes(rates("70%", "69%"), rates("69%", "70%")), 0);
    }
}
