//! A number needed to treat and the two rates behind it in, a finding out when the rates give another.

use crate::check::finding::{one_line, slip};
use crate::check::interval::Interval;
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A005",
    name: "nnt-mismatch",
    summary: "The number needed to treat does not follow from the two rates",
    formula: "the article gives one NNT and two shares of one outcome in different arms: NNT outside ⌊100/difference max⌋ … \
              ⌈100/difference min⌉",
    silent: "more than one NNT or more than two such shares; the rates' intervals touch",
    example: "\"30% against 20% … ten need to be treated\" is right; \"five need to be treated\" fires",
    near_miss: "\"30% against 20% … ten patients need to be treated\"",
    source: "Altman 1998",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_article().filter_map(|article| check(rule, case, article)).collect()
}

fn check(rule: &Rule, case: &Case<'_>, article: &[Statement<'_>]) -> Option<Finding> {
    let mut told = article.iter().filter(|s| s.claim.kind == ClaimKind::Nnt);
    let (nnt, None) = (told.next()?, told.next()) else { return None };
    let (large, small) = rates(article)?;
    let (low, high) = bounds(&large.printed, &small.printed)?;
    let value = nnt.claim.value.single().filter(|_| !nnt.claim.value.approx)?;
    if value >= low && value <= high {
        return None;
    }
    let [quote, first, second] = [nnt, large, small].map(|s| one_line(&s.claim.quote));
    let range = if low == high { low.to_string() } else { format!("{low} to {high}") };
    let message = format!("Number needed to treat does not follow: {quote}, but {first} against {second} make {range}");
    let reason = "100 divided by the difference of the rates, over their rounding".to_string();
    Some(slip(rule, case, rule.severity, &[nnt, large, small], message, reason))
}

/// The only two shares of one outcome in different arms, larger first.
fn rates<'s, 'r>(article: &'s [Statement<'r>]) -> Option<(&'s Statement<'r>, &'s Statement<'r>)> {
    let is_rate = |s: &&Statement<'_>| s.measure.axis == Axis::Share && s.claim.arm.is_some() && s.of_this_study();
    let found: Vec<&Statement<'r>> = article.iter().filter(is_rate).collect();
    let [a, b] = found[..] else { return None };
    let pair = a.compare_arm(b).differs() && a.compare_outcome(b).is_same();
    pair.then_some(if a.claim.value.low >= b.claim.value.low { (a, b) } else { (b, a) })
}

fn bounds(large: &Interval, small: &Interval) -> Option<(Decimal, Decimal)> {
    let widest = large.high?.saturating_sub(small.low?);
    let narrowest = large.low?.saturating_sub(small.high?);
    if narrowest <= Decimal::ZERO {
        return None;
    }
    let number = |difference: Decimal| Decimal::ONE_HUNDRED.checked_div(difference);
    Some((number(widest)?.floor(), number(narrowest)?.ceil()))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{Arm, ClaimKind};

    #[track_caller]
    fn notes(nnt: &str, treated: &str, control: &str) -> usize {
        let rate =
            |quote: &str, arm| ClaimText::new(ClaimKind::ResponseRate, quote).outcome("recovered").arm(arm).claim();
        let claims = vec![
            rate(treated, Arm::Treatment),
            rate(control, Arm::Control),
            ClaimText::new(ClaimKind::Nnt, nnt).claim(),
        ];
        messages("A005", &[article("a", claims)]).len()
    }

    #[test]
    fn numbers_that_do_not_follow() {
        assert_eq!(notes("5 patients", "30%", "20%"), 1);
        assert_eq!(notes("50 patients", "30%", "20%"), 1);
    }

    #[test]
    fn numbers_within_rounding_pass() {
        assert_eq!(notes("10 patients", "30%", "20%"), 0);
        assert_eq!(notes("12 patients", "30%", "21%"), 0);
        assert_eq!(notes("5 patients", "20%", "20%"), 0);
    }
}
