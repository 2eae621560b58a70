//! Lengths of one clock in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::disagreement;
use crate::check::interval::{Interval, per_cent_of};
use crate::check::measure::Axis;
use crate::check::units::Dimension;
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X005",
    name: "duration-conflict",
    summary: "Articles give different lengths for treatment, follow-up or study",
    formula: "same clock by the words of the sentence (treatment, follow-up, recruitment), like words around it; intervals in days \
              disjoint by more than a tenth and by more than a year's rounding",
    silent: "the clock is not said; interim analyses, extensions; an article tells both lengths",
    example: "\"monitored for seven years\" and \"monitored for 17 years\"",
    near_miss: "\"12 weeks of treatment\" and \"three months of treatment\"; \"treated for 8 weeks, followed for two years\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let reach = case.settings.tolerances.duration_percent;
    let conflicts = disagreements(
        &case.claims_and_figures(),
        |s| is_length(s) && clock(s).is_some(),
        |a, b| same_clock(a, b, reach),
    );
    conflicts
        .into_iter()
        .map(|sides| {
            let clock = clock(sides[0][0]).map_or("", |clock| clock.name());
            let reason = format!("Both are told of the {clock}");
            disagreement(rule, case, rule.severity, "Duration", &sides, reason)
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    Treatment,
    FollowUp,
    Recruitment,
}

impl Clock {
    fn name(self) -> &'static str {
        match self {
            Clock::Treatment => "treatment",
            Clock::FollowUp => "follow-up",
            Clock::Recruitment => "recruitment",
        }
    }
}

/// Word stems by which a sentence says which clock runs.
const CLOCKS: [(Clock, &[&str]); 3] = [
    (Clock::FollowUp, &["followed", "follow-up", "monitored", "tracked"]),
    (Clock::Recruitment, &["recruit", "enrol"]),
    (Clock::Treatment, &["treat", "took", "taking", "given", "received", "regimen"]),
];

fn is_length(statement: &Statement<'_>) -> bool {
    let claim = statement.claim;
    claim.kind == ClaimKind::Duration
        && statement.measure.axis == Axis::Amount(Dimension::Time)
        && statement.of_this_study()
}

/// The one clock that the sentence names.
fn clock(statement: &Statement<'_>) -> Option<Clock> {
    let sentence = statement.claim.sentence.text.to_lowercase();
    let mut named = CLOCKS.iter().filter(|(_, stems)| stems.iter().any(|stem| sentence.contains(stem)));
    match (named.next(), named.next()) {
        (Some((clock, _)), None) => Some(*clock),
        _ => None,
    }
}

fn same_clock(a: &Statement<'_>, b: &Statement<'_>, reach: Decimal) -> bool {
    let alike = a.about.shared(&b.about) >= 1 || a.about.is_empty() || b.about.is_empty();
    clock(a) == clock(b) && alike && far_apart(&a.measure.interval, &b.measure.interval, reach) && of_one_order(a, b)
}

/// A week and eight years are no slip of one another.
fn of_one_order(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const LARGEST_RATIO: Decimal = Decimal::from_parts(6, 0, 0, false, 0);
    match (a.measure.interval.low, b.measure.interval.low) {
        (Some(a), Some(b)) => a.max(b) <= a.min(b).saturating_mul(LARGEST_RATIO),
        _ => false,
    }
}

/// A study told as "ten years" may have run for ten and a half, "a decade" for eleven.
fn far_apart(a: &Interval, b: &Interval, percent: Decimal) -> bool {
    let stretch = Decimal::ONE.saturating_add(per_cent_of(percent, Decimal::ONE));
    let stretched = |interval: &Interval| Interval {
        low: interval.low.and_then(|v| v.checked_div(stretch)),
        high: interval.high.map(|v| v.saturating_mul(stretch)),
    };
    stretched(a).disjoint(&stretched(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages, release};

    fn length(sentence: &str, quote: &str) -> ClaimText {
        let unit = quote.rsplit(' ').next().unwrap_or_default();
        ClaimText::new(ClaimKind::Duration, quote).within(sentence).unit(unit)
    }

    #[track_caller]
    fn notes(a: ClaimText, b: ClaimText) -> Vec<String> {
        messages("X005", &[release("a", vec![a.claim()]), article("b", vec![b.claim()])])
    }

    #[test]
    fn another_length_of_one_clock() {
        let found = notes(
            length("People were monitored for 17 years for tumours.", "17 years"),
            length("They were monitored for 7 years for tumours.", "7 years"),
        );
        assert_eq!(found, ["Duration differs: 17 years (press release) but 7 years (b)"]);
        let treated = |quote: &str| length(&format!("Patients took the drug for {quote}."), quote);
        assert_eq!(notes(treated("12 weeks"), treated("12 months")).len(), 1);
    }

    #[test]
    fn conversions_and_other_clocks_are_silent() {
        let treated = |quote: &str| length(&format!("Patients took the drug for {quote}."), quote);
        assert!(notes(treated("12 weeks"), treated("3 months")).is_empty());
        assert!(notes(treated("8 weeks"), length("The drug's users were followed for 2 years.", "2 years")).is_empty());
        assert!(notes(treated("10 years"), treated("11 years")).is_empty());
    }
}
