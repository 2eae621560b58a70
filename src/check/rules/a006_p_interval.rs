//! A confidence interval beside its p value in, a finding out when one excludes the null and the other does not.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::check::finding::{one_line, slip};
use crate::check::sentence::between;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Severity, Statistic};

pub const RULE: Rule = Rule {
    code: "A006",
    name: "p-interval-mismatch",
    summary: "A confidence interval and the p value beside it do not belong together",
    formula: "the 95 % interval of a ratio excludes 1 (of a difference 0) by more than its rounding, but p ≥ 0.05; or it holds the \
              null by more than its rounding, but p < 0.05",
    silent: "the interval's end rounds to the null; p and interval are not neighbours; p is for interaction, trend or equivalence; \
             another p of the sentence is not that of its interval either, so that the p values test something else",
    example: "\"hazard ratio 0.70 (95% CI 0.52 to 0.91; p = 0.31)\"",
    near_miss: "\"hazard ratio 0.70 (95% CI 0.52 to 0.91; p = 0.01)\"; \"(95% CI 0.70 to 1.00; p = 0.05)\"",
    source: "Altman & Bland 2011",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let sentences =
        case.by_article().flat_map(|article| article.chunk_by(|a, b| a.claim.sentence.place == b.claim.sentence.place));
    let of_sentence = |sentence: &[Statement<'_>]| -> Vec<Finding> {
        let triples = || sentence.windows(3);
        let strange = triples().filter(|triple| tests_something_else(triple)).count();
        let found =
            triples().filter_map(|triple| check(rule, case, &triple[0], &triple[1], &triple[2]).map(|f| (triple, f)));
        let alone = |triple: &[Statement<'_>]| strange <= usize::from(tests_something_else(triple));
        found.filter(|(triple, _)| alone(triple)).map(|(_, finding)| finding).collect()
    };
    sentences.flat_map(of_sentence).collect()
}

/// The printed p is far above the one that the interval gives (Altman & Bland 2011): it may be of a trend or a comparison.
fn tests_something_else(triple: &[Statement<'_>]) -> bool {
    /// Times the p of the interval, more than rounding makes of it.
    const FAR: f64 = 20.0;
    let [estimate, interval, p] = triple else { return false };
    let kinds = interval.claim.kind == ClaimKind::ConfidenceInterval && p.claim.kind == ClaimKind::PValue;
    let exact = p.claim.value.bound == Bound::Exact;
    let told = p.claim.value.single().and_then(|p| f64::try_from(p).ok());
    match (null_of(estimate), told, p_of_interval(estimate, interval)) {
        (Some(_), Some(told), Some(computed)) if kinds && exact => told > computed * FAR,
        _ => false,
    }
}

/// z is the log of the ratio over its standard error, a 3.92th of the log interval.
fn p_of_interval(estimate: &Statement<'_>, interval: &Statement<'_>) -> Option<f64> {
    /// Standard errors between the ends of a 95 % interval.
    const WIDTH: f64 = 3.92;
    let log = |value: Decimal| f64::try_from(value).ok().filter(|v| *v > 0.0).map(f64::ln);
    let width = log(interval.claim.value.high)? - log(interval.claim.value.low)?;
    let z = log(estimate.claim.value.single()?)? * WIDTH / width;
    z.is_finite().then(|| 2.0 * Normal::standard().sf(z.abs()))
}

fn check(
    rule: &Rule,
    case: &Case<'_>,
    estimate: &Statement<'_>,
    interval: &Statement<'_>,
    p: &Statement<'_>,
) -> Option<Finding> {
    let null = null_of(estimate)?;
    let kinds = interval.claim.kind == ClaimKind::ConfidenceInterval && p.claim.kind == ClaimKind::PValue;
    let range = &interval.claim.value;
    if !kinds || !range.is_range() || !are_neighbours(estimate, interval) || !are_neighbours(interval, p) {
        return None;
    }
    let reach = crate::check::interval::half_digit(range.decimals);
    let excludes = range.low > null.saturating_add(reach) || range.high < null.saturating_sub(reach);
    let holds = range.low < null.saturating_sub(reach) && range.high > null.saturating_add(reach);
    let significant = significant(p)?;
    if !(excludes && !significant || holds && significant) {
        return None;
    }
    let message = format!(
        "Interval and p value disagree: {} {} the null, but {}",
        one_line(&interval.claim.quote),
        if excludes { "excludes" } else { "includes" },
        one_line(&p.claim.quote)
    );
    let reason = format!("The null is {null}; the interval and the p value stand side by side");
    Some(slip(rule, case, rule.severity, &[estimate, interval, p], message, reason))
}

/// 1 for ratios, 0 for differences.
fn null_of(estimate: &Statement<'_>) -> Option<Decimal> {
    match (estimate.claim.kind, estimate.claim.statistic) {
        (ClaimKind::EffectEstimate, Statistic::Ratio) => Some(Decimal::ONE),
        _ => None,
    }
}

fn are_neighbours(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const LONGEST_JOINT: usize = 40;
    const OTHER_TESTS: [&str; 5] = ["interaction", "trend", "equivalence", "inferiority", "one-sided"];
    between(a, b).is_some_and(|gap| {
        let gap = gap.to_lowercase();
        gap.len() <= LONGEST_JOINT && !gap.contains(" and ") && !OTHER_TESTS.iter().any(|test| gap.contains(test))
    })
}

/// Whether p says that the result is significant at 5 %; `None` where its rounding leaves it open.
fn significant(p: &Statement<'_>) -> Option<bool> {
    const FIVE_PERCENT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
    let value = &p.claim.value;
    let other_test =
        ["interaction", "trend", "equivalence", "inferiority"].iter().any(|test| p.claim.quote.contains(test));
    let probability = |told: &Decimal| !told.is_sign_negative() && *told <= Decimal::ONE;
    let told = value.single().filter(probability).filter(|_| !other_test)?;
    match value.bound {
        Bound::LessThan | Bound::AtMost => (told <= FIVE_PERCENT).then_some(true),
        Bound::MoreThan | Bound::AtLeast => (told >= FIVE_PERCENT).then_some(false),
        Bound::Exact if told == FIVE_PERCENT => None,
        Bound::Exact => Some(told < FIVE_PERCENT),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Reported};

    #[track_caller]
    fn notes(low: &str, high: &str, p: &str) -> usize {
        let quote = format!("{low} to {high}");
        let sentence = format!("The hazard ratio was 0.70 (95% CI {quote}; {p}).");
        let range = Reported::range(low.parse().unwrap(), high.parse().unwrap());
        let claims = vec![
            ClaimText::new(ClaimKind::EffectEstimate, "0.70").within(&sentence).claim(),
            ClaimText::new(ClaimKind::ConfidenceInterval, &quote).within(&sentence).value(range).claim(),
            ClaimText::new(ClaimKind::PValue, p).within(&sentence).claim(),
        ];
        messages("A006", &[article("a", claims)]).len()
    }

    #[test]
    fn an_interval_against_its_p_value() {
        assert_eq!(notes("0.52", "0.91", "p = 0.31"), 1);
        assert_eq!(notes("0.42", "1.31", "p = 0.01"), 1);
    }

    #[test]
    fn what_rounding_leaves_open_passes() {
        assert_eq!(notes("0.52", "0.91", "p = 0.01"), 0);
        assert_eq!(notes("0.42", "1.31", "p = 0.31"), 0);
        assert_eq!(notes("0.70", "1.00", "p = 0.04"), 0);
        assert_eq!(notes("0.52", "0.91", "p = 0.05"), 0);
    }
}
