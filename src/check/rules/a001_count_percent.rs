//! A count of a total beside its percentage in, a finding out when the division gives another percentage.

use crate::check::finding::{one_line, slip};
use crate::check::interval::half_digit;
use crate::check::measure::Axis;
use crate::check::sentence::{before, in_apposition, together};
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A001",
    name: "count-percent-mismatch",
    summary: "A count of a total and the percentage beside it do not belong together",
    formula: "`k of n (p %)` in apposition: 100·k/n lies outside p ± half of p's last printed digit",
    silent: "count and percentage are not in apposition; the total is not stated; \"about\" reaches 12 % further",
    example: "\"19 of 34 patients (65%) improved\": 19/34 is 56 %",
    near_miss: "\"19 of 34 patients (56%) improved\"; \"19 of 34 patients improved, and 65% stayed on the drug\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_article()
        .flat_map(|article| pairs(article).into_iter().filter_map(|pair| check(rule, case, pair)))
        .collect()
}

/// A percentage, the statement of its count, and the total where another statement gives it.
struct Pair<'s, 'r> {
    percent: &'s Statement<'r>,
    count: &'s Statement<'r>,
    k: Decimal,
    n: Decimal,
}

fn check(rule: &Rule, case: &Case<'_>, pair: Pair<'_, '_>) -> Option<Finding> {
    let share = pair.k.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(pair.n)?;
    if pair.percent.printed.contains(share) {
        return None;
    }
    let decimals = pair.percent.claim.value.decimals + 1;
    let (count, percent) = (one_line(&pair.count.claim.quote), one_line(&pair.percent.claim.quote));
    let message =
        format!("Count and percentage disagree: {count} is {} %, not {percent}", share.round_dp(decimals).normalize());
    let reason = format!(
        "The two stand side by side; 100 × {} / {} = {}",
        pair.k.normalize(),
        pair.n.normalize(),
        share.round_dp(3)
    );
    let cut_off = share >= pair.percent.claim.value.low
        && pair.percent.printed.contains(share - half_digit(pair.percent.claim.value.decimals));
    let severity = if cut_off { Severity::Warning } else { rule.severity };
    Some(slip(rule, case, severity, &[pair.count, pair.percent], message, reason))
}

fn pairs<'s, 'r>(article: &'s [Statement<'r>]) -> Vec<Pair<'s, 'r>> {
    let mut pairs = Vec::new();
    for (at, couple) in article.windows(2).enumerate() {
        let (first, second) = (&couple[0], &couple[1]);
        if !in_apposition(first, second) {
            continue;
        }
        for (percent, count) in [(first, second), (second, first)] {
            if !is_printed_percent(percent) {
                continue;
            }
            if let Some((k, n)) = count_of_total(article, at, count) {
                pairs.push(Pair { percent, count, k, n });
            }
        }
    }
    pairs
}

fn is_printed_percent(statement: &Statement<'_>) -> bool {
    let claim = statement.claim;
    matches!(claim.kind, ClaimKind::ResponseRate | ClaimKind::Percentage)
        && claim.fraction.is_none()
        && statement.measure.axis == Axis::Share
        && !claim.value.is_range()
}

/// k and n: of "19 of 34", or of a bare count "of these", whose total is the count before it.
fn count_of_total(article: &[Statement<'_>], at: usize, count: &Statement<'_>) -> Option<(Decimal, Decimal)> {
    if let Some(fraction) = count.claim.fraction {
        // "One in five (18%)" is a manner of speaking, "34 per 100,000" another denominator.
        let spoken = [" in ", " per ", "every"].iter().any(|word| count.claim.quote.contains(word));
        return (!fraction.total.is_zero() && !count.claim.value.approx && !spoken)
            .then_some((fraction.count, fraction.total));
    }
    if count.measure.axis != Axis::Count {
        return None;
    }
    if let Some(total) = partition_total(article, count) {
        return Some((count.claim.value.single()?, total));
    }
    if !says_of_these(before(count)) {
        return None;
    }
    let total =
        article[..at].iter().rev().find(|earlier| earlier.measure.axis == Axis::Count && together(earlier, count))?;
    let (k, n) = (count.claim.value.single()?, total.claim.value.single()?);
    (!n.is_zero() && !count.claim.value.approx && !total.claim.value.approx && k <= n).then_some((k, n))
}

/// n of "20% (402 of 2,010) … 30% (603) … 50% (1,005)": the bracketed counts of a paragraph add up to it.
fn partition_total(article: &[Statement<'_>], count: &Statement<'_>) -> Option<Decimal> {
    const REACH: usize = 1_500;
    let near = |s: &&Statement<'_>| s.claim.place.start.abs_diff(count.claim.place.start) <= REACH;
    let first = article
        .iter()
        .filter(near)
        .find_map(|s| s.claim.fraction.filter(|f| f.total > f.count && s.claim.quote.contains("of")))?;
    let bracketed = |s: &&Statement<'_>| s.measure.axis == Axis::Count && before(s).trim_end().ends_with('(');
    let parts = article.iter().filter(near).filter(bracketed).filter_map(|s| s.claim.value.single());
    let sum = parts.fold(first.count, |sum, part| sum.saturating_add(part));
    (sum == first.total && bracketed(&count)).then_some(first.total)
}

fn says_of_these(before: &str) -> bool {
    const BACK_REFERENCES: [&str; 5] = ["of these", "of those", "of whom", "of them", "of which"];
    let before = before.trim_end().trim_end_matches(',').to_lowercase();
    BACK_REFERENCES.iter().any(|reference| before.ends_with(reference))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::Claim;

    fn pair(sentence: &str, count: &str, k: i64, n: i64, percent: &str) -> Vec<Claim> {
        vec![
            ClaimText::new(ClaimKind::ResponseRate, count).within(sentence).fraction(k, n).claim(),
            ClaimText::new(ClaimKind::ResponseRate, percent).within(sentence).claim(),
        ]
    }

    #[track_caller]
    fn found(claims: Vec<Claim>) -> usize {
        messages("A001", &[article("a", claims)]).len()
    }

    #[test]
    fn a_wrong_percentage_beside_its_count_is_found() {
        let claims = pair("In all 19 of 34 patients (65%) improved.", "19 of 34 patients", 19, 34, "65%");
        let notes = messages("A001", &[article("a", claims)]);
        assert_eq!(notes, ["Count and percentage disagree: 19 of 34 patients is 55.9 %, not 65%"]);
        assert_eq!(found(pair("In all 13 of 34 (47%) improved.", "13 of 34", 13, 34, "47%")), 1);
    }

    #[test]
    fn of_these_points_at_the_count_before() {
        let story = |percent: &str| {
            let sentence = format!("Of 93 women advised, and of these 87 ({percent}) went.");
            vec![
                ClaimText::new(ClaimKind::SampleSize, "93 women").within(&sentence).claim(),
                ClaimText::new(ClaimKind::EventCount, "87").within(&sentence).claim(),
                ClaimText::new(ClaimKind::ResponseRate, percent).within(&sentence).claim(),
            ]
        };
        assert_eq!(found(story("95%")), 1);
        assert_eq!(found(story("94%")), 0);
    }

    #[test]
    fn parts_that_add_up_share_a_total() {
        let story = |percent: &str| {
            let sentence = format!("Strong proof backed 20% (20 of 100), weak proof 30% (30) and none {percent} (50).");
            let share = |quote: &str| ClaimText::new(ClaimKind::Percentage, quote).within(&sentence).claim();
            let count = |quote: &str, at: &str| {
                ClaimText::new(ClaimKind::EventCount, quote).within_after(&sentence, at).claim()
            };
            let first = ClaimText::new(ClaimKind::Percentage, "20 of 100").within(&sentence).fraction(20, 100).claim();
            vec![
                share("20%"),
                first,
                share("30%"),
                count("30", "30% ("),
                share(percent),
                count("50", &format!("{percent} (")),
            ]
        };
        assert_eq!(found(story("52%")), 1);
        assert_eq!(found(story("50%")), 0);
    }

    #[test]
    fn rounding_and_other_figures_are_left_alone() {
        assert_eq!(found(pair("In all 19 of 34 patients (56%) improved.", "19 of 34 patients", 19, 34, "56%")), 0);
        assert_eq!(found(pair("In all 1 of 8 (12%) improved.", "1 of 8", 1, 8, "12%")), 0);
        assert_eq!(found(pair("19 of 34 improved and 65% stayed.", "19 of 34", 19, 34, "65%")), 0);
    }
}
