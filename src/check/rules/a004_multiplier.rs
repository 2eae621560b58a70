//! "Twice as many" and the two rates behind it in, a finding out when their ratio is another.

use crate::check::finding::{one_line, slip};
use crate::check::interval::{Interval, per_cent_of};
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A004",
    name: "multiplier-mismatch",
    summary: "\"Twice as many\" does not follow from the two rates beside it",
    formula: "the only two shares of the sentence (or of the next one): the interval of their ratio misses the multiplier ± 0.5 \
              (± 12 % where that is wider); \"N times more\" admits N and N + 1",
    silent: "adjusted, hazard or odds figures; more or fewer than two shares; shares of different outcomes",
    example: "\"three times as many recovered: 30% on the drug against 22% on placebo\": the ratio is 1.4",
    near_miss: "\"almost three times as many recovered: 31% against 12%\": the ratio is 2.6",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_article()
        .flat_map(|article| {
            let multipliers = article.iter().filter(|statement| is_plain_multiplier(statement));
            multipliers.filter_map(|multiplier| check(rule, case, article, multiplier)).collect::<Vec<_>>()
        })
        .collect()
}

fn check(rule: &Rule, case: &Case<'_>, article: &[Statement<'_>], multiplier: &Statement<'_>) -> Option<Finding> {
    let (large, small) = rates(article, multiplier)?;
    let ratio = large.printed.ratio(&small.printed)?;
    let told = told_ratio(multiplier, case.settings.tolerances.hedge_percent)?;
    if !ratio.disjoint(&told) {
        return None;
    }
    let [quote, first, second] = [multiplier, large, small].map(|statement| one_line(&statement.claim.quote));
    let shown = |value: Option<Decimal>| value.map(|v| v.round_dp(1).normalize().to_string()).unwrap_or_default();
    let (low, high) = (shown(ratio.low), shown(ratio.high));
    let range = if low == high { low } else { format!("{low} to {high}") };
    let message = format!("Multiplier does not follow: {quote}, but {first} against {second} is {range} times");
    let reason = "The two rates are the only ones beside the multiplier".to_string();
    Some(slip(rule, case, rule.severity, &[multiplier, large, small], message, reason))
}

fn is_plain_multiplier(statement: &Statement<'_>) -> bool {
    const MODELLED: [&str; 4] = ["odds", "hazard", "adjust", "controlling for"];
    let sentence = statement.claim.sentence.text.to_lowercase();
    statement.claim.kind == ClaimKind::Multiplier
        && statement.of_this_study()
        && !statement.claim.adjusted
        && !MODELLED.iter().any(|word| sentence.contains(word))
}

/// The only two shares in the multiplier's sentence, else in the next sentence that has claims: larger first.
fn rates<'s, 'r>(
    article: &'s [Statement<'r>],
    multiplier: &Statement<'_>,
) -> Option<(&'s Statement<'r>, &'s Statement<'r>)> {
    let here = multiplier.claim.sentence.place;
    let shares =
        |place| article.iter().filter(move |s| is_share(s) && s.claim.sentence.place == place).collect::<Vec<_>>();
    let mut found = shares(here);
    if found.is_empty() {
        let next = article.iter().map(|s| s.claim.sentence.place).find(|place| place.start >= here.end)?;
        const LARGEST_GAP: usize = 3;
        if next.start.saturating_sub(here.end) > LARGEST_GAP {
            return None;
        }
        found = shares(next);
        found.retain(|share| share.outcome.shared(&multiplier.outcome) >= 1);
    }
    let [a, b] = found[..] else { return None };
    let people_differ = a.compare_arm(b).differs()
        || !a.comparator.is_empty()
        || a.group.compare(&b.group).differs()
        || set_against(a, b);
    let outcomes_differ = a.claim.outcome.is_some() && b.claim.outcome.is_some() && a.compare_outcome(b).differs();
    if outcomes_differ || !people_differ || a.claim.value.is_range() || b.claim.value.is_range() {
        return None;
    }
    Some(if a.claim.value.low >= b.claim.value.low { (a, b) } else { (b, a) })
}

/// "46 per cent against 28 per cent".
fn set_against(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const AGAINST: [&str; 4] = ["against", "versus", "vs", "compared"];
    let between = || {
        let (_, rest) = a.claim.sentence.text.split_once(&a.claim.quote)?;
        rest.split_once(&b.claim.quote).map(|(between, _)| between)
    };
    between().is_some_and(|between| between.split_whitespace().any(|word| AGAINST.contains(&word)))
}

fn is_share(statement: &Statement<'_>) -> bool {
    statement.measure.axis == Axis::Share && statement.of_this_study()
}

/// The multiplier as larger over smaller, with its reach.
fn told_ratio(multiplier: &Statement<'_>, hedge_percent: Decimal) -> Option<Interval> {
    const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
    let value = &multiplier.claim.value;
    let told = value.single()?;
    if told.is_zero() || told.is_sign_negative() {
        return None;
    }
    let factor = if told < Decimal::ONE { Decimal::ONE.checked_div(told)? } else { told };
    let reach = HALF.max(per_cent_of(factor, hedge_percent));
    let more = ["more", "higher", "greater"].iter().any(|word| multiplier.claim.sentence.text.contains(word));
    let high = factor.saturating_add(reach).saturating_add(if more { Decimal::ONE } else { Decimal::ZERO });
    let low = factor.saturating_sub(reach);
    let interval = match value.bound {
        Bound::Exact => Interval::new(low, high),
        Bound::AtLeast | Bound::MoreThan => Interval { low: Some(low), high: None },
        Bound::AtMost | Bound::LessThan => Interval { low: None, high: Some(high) },
    };
    Some(interval)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::Arm;

    #[track_caller]
    fn notes(sentence: &str, multiplier: &str, treated: &str, control: &str) -> Vec<String> {
        let rate = |quote: &str, arm| {
            ClaimText::new(ClaimKind::ResponseRate, quote).within(sentence).outcome("recovered").arm(arm)
        };
        let claims = vec![
            ClaimText::new(ClaimKind::Multiplier, multiplier).within(sentence).claim(),
            rate(treated, Arm::Treatment).claim(),
            rate(control, Arm::Control).claim(),
        ];
        messages("A004", &[article("a", claims)])
    }

    #[test]
    fn a_multiplier_that_the_rates_do_not_give() {
        let sentence = "About 3 times as many recovered: 30% on the drug against 22% on placebo.";
        let expected = "Multiplier does not follow: 3 times, but 30% against 22% is 1.3 to 1.4 times";
        assert_eq!(notes(sentence, "3 times", "30%", "22%"), [expected]);
        let sentence = "Death was 2 times as common, at 61% against 10%.";
        assert_eq!(notes(sentence, "2 times", "61%", "10%").len(), 1);
    }

    #[test]
    fn loose_and_modelled_multipliers_pass() {
        for sentence in [
            "Nearly 3 times as many recovered: 31% on the drug against 12% on placebo.",
            "The odds were 3 times those on placebo: 31% against 22%.",
            "After adjusting for age 3 times as many recovered: 31% against 22%.",
        ] {
            let control = if sentence.contains("22%") { "22%" } else { "12%" };
            assert!(notes(sentence, "3 times", "31%", control).is_empty(), "{sentence}");
        }
        assert!(notes("It was 2 times more common: 31% against 10%.", "2 times", "31%", "10%").is_empty());
    }
}
