//! "Rose by 10 per cent" and the two levels behind it in, a finding out when they differ by 10 points.

use super::a011_change::{Verdict, changes};
use crate::check::finding::{one_line, slip};
use crate::check::{Case, Rule};
use crate::model::{Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A010",
    name: "percent-points",
    summary: "A difference in percentage points is told as per cent",
    formula: "\"by X per cent, from A per cent to B per cent\": X is |B − A| and not the relative change on either base",
    silent: "points and per cent round to the same; the levels are not told as \"from … to\"",
    example: "\"rose by 10 per cent, from 20 per cent to 30 per cent\": that is 10 points, or half as much again",
    near_miss: "\"rose by 50 per cent, from 20 per cent to 30 per cent\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let points = changes(case).filter(|change| change.verdict() == Some(Verdict::Points));
    points
        .map(|change| {
            let [told, from, to] = [change.told, change.from, change.to].map(|s| one_line(&s.claim.quote));
            let message = format!("Per cent for points: {told}, but from {from} to {to} are percentage points");
            let reason = "The change is the difference of the two levels, not a share of either".to_string();
            slip(rule, case, rule.severity, &[change.told, change.from, change.to], message, reason)
        })
        .collect()
}
