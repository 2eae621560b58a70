//! A percentage of a stated small group in, a finding out when no whole number of people makes it.

use crate::check::finding::{one_line, slip};
use crate::check::interval::half_digit;
use crate::check::measure::Axis;
use crate::check::sentence::words_between;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A002",
    name: "impossible-percentage",
    summary: "No whole number of people makes this percentage of so small a group",
    formula: "p % of n people, n < 10^(2 + decimals of p): no integer k has |100·k/n − p| ≤ half of p's last printed digit",
    silent: "n is not the stated denominator (\"p % of the n\"); p is approximate, bounded or a range; p counts no people",
    example: "\"22% of the 17 patients\": 3 of 17 are 18 %, 4 are 24 %",
    near_miss: "\"24% of the 17 patients\"; \"about 22% of the 17 patients\"",
    source: "GRIM test: Brown & Heathers 2017",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let couples = case.by_article().flat_map(|article| article.windows(2));
    couples.filter_map(|couple| check(rule, case, &couple[0], &couple[1])).collect()
}

fn check(rule: &Rule, case: &Case<'_>, percent: &Statement<'_>, group: &Statement<'_>) -> Option<Finding> {
    let n = denominator(percent, group)?;
    let value = &percent.claim.value;
    let p = value.single()?;
    let largest = Decimal::from(10_u64.checked_pow(2 + value.decimals)?);
    // News tells 79.3 % as 80 %.
    let round = value.decimals == 0 && (p % Decimal::TEN).is_zero();
    let half = if round { case.settings.tolerances.round_percent_points } else { half_digit(value.decimals) };
    if n >= largest || reachable(p, n, half)? {
        return None;
    }
    let k = (p * n / Decimal::ONE_HUNDRED).floor();
    let share = |k: Decimal| (k * Decimal::ONE_HUNDRED / n).round_dp(value.decimals + 1).normalize();
    let message = format!(
        "Impossible percentage: {} of {}: {k} would be {} %, {} would be {} %",
        one_line(&percent.claim.quote),
        one_line(&group.claim.quote),
        share(k),
        k + Decimal::ONE,
        share(k + Decimal::ONE),
    );
    let reason = format!("No whole number of {} rounds to {} %", n.normalize(), p);
    Some(slip(rule, case, rule.severity, &[percent, group], message, reason))
}

/// n of "p % of the n patients".
fn denominator(percent: &Statement<'_>, group: &Statement<'_>) -> Option<Decimal> {
    const LINK: [&str; 6] = ["the", "all", "these", "those", "our", "their"];
    let claim = percent.claim;
    let plain = |bound: Bound, approx: bool| bound == Bound::Exact && !approx;
    let is_share =
        claim.kind == ClaimKind::ResponseRate && claim.fraction.is_none() && percent.measure.axis == Axis::Share;
    let words = words_between(percent, group)?;
    let linked =
        words.first().is_some_and(|word| word == "of") && words[1..].iter().all(|word| LINK.contains(&word.as_str()));
    let stated = group.claim.kind == ClaimKind::SampleSize
        && plain(group.claim.value.bound, group.claim.value.approx)
        && plain(claim.value.bound, claim.value.approx);
    let n = group.claim.value.single()?;
    (is_share && linked && stated && n > Decimal::ONE).then_some(n)
}

fn reachable(p: Decimal, n: Decimal, half: Decimal) -> Option<bool> {
    let share = |k: Decimal| k.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(n);
    let k = p.checked_mul(n)?.checked_div(Decimal::ONE_HUNDRED)?.floor();
    let near = |k: Decimal| share(k).map(|share| (share - p).abs() <= half);
    Some(near(k)? || near(k + Decimal::ONE)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::Reported;

    #[track_caller]
    fn notes(sentence: &str, percent: &str, group: &str, approx: bool) -> Vec<String> {
        let mut share = ClaimText::new(ClaimKind::ResponseRate, percent).within(sentence).claim();
        share.value = Reported { approx, ..share.value };
        let people = ClaimText::new(ClaimKind::SampleSize, group).within(sentence).claim();
        messages("A002", &[article("a", vec![share, people])])
    }

    #[test]
    fn no_whole_number_of_patients() {
        let found = notes("Then 22% of the 17 patients slept.", "22%", "17 patients", false);
        assert_eq!(found, ["Impossible percentage: 22% of 17 patients: 3 would be 17.6 %, 4 would be 23.5 %"]);
        assert_eq!(notes("Then 41.3% of 120 nurses slept.", "41.3%", "120 nurses", false).len(), 1);
    }

    #[test]
    fn possible_hedged_and_large_groups_pass() {
        assert!(notes("Then 24% of the 17 patients slept.", "24%", "17 patients", false).is_empty());
        assert!(notes("Then about 22% of the 17 patients slept.", "22%", "17 patients", true).is_empty());
        assert!(notes("Then 80% of the 29 nurses slept.", "80%", "29 nurses", false).is_empty());
        assert!(notes("Then 41% of 120 nurses slept.", "41%", "120 nurses", false).is_empty());
        assert!(notes("Then 22% slept in a study of 17 patients.", "22%", "17 patients", false).is_empty());
    }
}
