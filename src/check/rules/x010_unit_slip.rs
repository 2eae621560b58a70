//! The same figure in several articles in, a finding out when its unit is another.

use crate::check::finding::{disagreement, one_line};
use crate::check::measure::Axis;
use crate::check::units;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Role, Severity, Statistic};

pub const RULE: Rule = Rule {
    code: "X010",
    name: "unit-slip",
    summary: "One figure, two units",
    formula: "equal numbers told in like words, as people and as per cent of people, as per cent and as percentage points, or as \
              doses whose units are a factor of 1,000 apart",
    silent: "either article tells the figure in the other's unit too; the words around the figures share too little",
    example: "\"640 mg of the drug a day\" in one article, \"640 g of the drug a day\" in another",
    near_miss: "\"a sample of 31 patients\" and \"31% of hospitals in the country\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (i, a) in case.statements.iter().enumerate().take(MOST_STATEMENTS) {
        for b in case.statements.iter().skip(i + 1).take(MOST_STATEMENTS) {
            let Some(slip) = slip_between(a, b) else { continue };
            let told_both = case.statements.iter().any(|other| tells(other, a, b));
            let again = findings
                .iter()
                .any(|f| f.evidence.iter().any(|e| e.value == a.claim.value.low.normalize().to_string()));
            if !told_both && !again {
                let sides = [vec![a], vec![b]];
                let reason = format!("{slip}: the words around {} are alike", one_line(&a.claim.quote));
                findings.push(disagreement(rule, case, severity(a), "Unit", &sides, reason));
            }
        }
    }
    findings
}

/// Statements that one trial compares: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 1_000;

/// A round figure meets itself by chance.
fn severity(a: &Statement<'_>) -> Severity {
    let counted = a.measure.axis == Axis::Count || a.measure.axis == Axis::Share;
    if counted && (a.claim.value.low % Decimal::TEN).is_zero() { Severity::Info } else { Severity::Warning }
}

/// True when `other` stands in the article of one and tells the figure in the unit of the other.
fn tells(other: &Statement<'_>, a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let as_told = |here: &Statement<'_>, there: &Statement<'_>| {
        other.record.id == here.record.id
            && other.measure.axis == there.measure.axis
            && other.claim.unit == there.claim.unit
            && other.claim.value.low == there.claim.value.low
            && (other.compare_outcome(there).is_same() || alike(other, there))
    };
    as_told(a, b) || as_told(b, a)
}

fn slip_between(a: &Statement<'_>, b: &Statement<'_>) -> Option<&'static str> {
    let comparable = a.record.id != b.record.id && a.of_this_study() && b.of_this_study();
    let value = a.claim.value.single()?;
    if !comparable || Some(value) != b.claim.value.single() || value <= Decimal::ONE {
        return None;
    }
    people_and_percent(a, b)
        .or_else(|| people_and_percent(b, a))
        .or_else(|| percent_and_points(a, b))
        .or_else(|| percent_and_points(b, a))
        .or_else(|| doses_apart(a, b))
}

fn people_and_percent(people: &Statement<'_>, percent: &Statement<'_>) -> Option<&'static str> {
    const ONE_HUNDRED: Decimal = Decimal::ONE_HUNDRED;
    let plain = |s: &Statement<'_>| s.claim.value.bound == Bound::Exact && !s.claim.value.approx;
    let counted =
        people.claim.kind == ClaimKind::SampleSize && matches!(people.claim.role, Some(Role::Total | Role::Arm));
    let share = percent.measure.axis == Axis::Share && percent.claim.fraction.is_none();
    let fits = people.claim.value.low < ONE_HUNDRED && plain(people) && plain(percent);
    (counted && share && fits && alike(people, percent)).then_some("People in one, per cent in the other")
}

fn percent_and_points(percent: &Statement<'_>, points: &Statement<'_>) -> Option<&'static str> {
    let in_points = points.claim.unit.as_deref() == Some("percentage points")
        || points.claim.statistic == Statistic::AbsoluteChange;
    let in_percent =
        percent.claim.unit.as_deref() == Some("percent") && percent.claim.statistic != Statistic::AbsoluteChange;
    let share = ["percent", "proportion", "share"].iter().any(|word| points.claim.sentence.text.contains(word));
    let of_share = points.claim.kind == ClaimKind::Percentage || (points.claim.kind == ClaimKind::ScoreChange && share);
    let kinds = percent.claim.kind == ClaimKind::Percentage && of_share;
    let same = alike(percent, points) || percent.compare_outcome(points).is_same();
    (kinds && in_points && in_percent && same).then_some("Per cent in one, percentage points in the other")
}

fn doses_apart(a: &Statement<'_>, b: &Statement<'_>) -> Option<&'static str> {
    let (dimension, factor) = units::base(a.claim.unit.as_deref()?)?;
    let (other_dimension, other_factor) = units::base(b.claim.unit.as_deref()?)?;
    let (large, small) = (factor.max(other_factor), factor.min(other_factor));
    let thousands = large
        .checked_div(small)
        .is_some_and(|r| r == Decimal::ONE_THOUSAND || r == Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND);
    let doses = a.claim.kind == ClaimKind::Dose && b.claim.kind == ClaimKind::Dose && dimension == other_dimension;
    let same_drug = a.claim.drug.is_some() && a.claim.drug == b.claim.drug;
    let shared = a.about.shared(&b.about) >= 1;
    (doses && thousands && (same_drug || shared)).then_some("Units a factor of 1,000 apart")
}

fn alike(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const FEWEST_WORDS: usize = 2;
    const SAME_WORDING: f64 = 0.5;
    let (a, b) = (&a.about, &b.about);
    a.shared(b) >= FEWEST_WORDS && a.overlap(b) >= SAME_WORDING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, findings, release};

    #[track_caller]
    fn found(a: ClaimText, b: ClaimText) -> Vec<(Severity, String)> {
        let records = [release("a", vec![a.claim()]), article("b", vec![b.claim()])];
        findings("X010", &records).into_iter().map(|finding| (finding.severity, finding.message)).collect()
    }

    fn dose(quote: &str, unit: &str) -> ClaimText {
        ClaimText::new(ClaimKind::Dose, quote)
            .within(&format!("They took {quote} of ketoprofen a day."))
            .unit(unit)
            .drug("drug:ketoprofen")
    }

    #[test]
    fn grams_for_milligrams() {
        let note = "Unit differs: 640 mg (press release) but 640 g (b)".to_string();
        assert_eq!(found(dose("640 mg", "mg"), dose("640 g", "g")), [(Severity::Warning, note)]);
        assert!(found(dose("640 mg", "mg"), dose("640 mg", "mg")).is_empty());
        assert!(found(dose("640 mg", "mg"), dose("2 g", "g")).is_empty());
    }

    #[test]
    fn people_for_per_cent() {
        let people = |quote: &str| {
            ClaimText::new(ClaimKind::SampleSize, quote)
                .within(&format!("It gave the antibody drug to {quote} with depression."))
        };
        let percent = |quote: &str| {
            ClaimText::new(ClaimKind::ResponseRate, quote)
                .within(&format!("It gave the antibody drug to {quote} of patients with depression."))
        };
        assert_eq!(found(people("31 patients"), percent("31%"))[0].0, Severity::Warning);
        assert_eq!(found(people("30 patients"), percent("30%"))[0].0, Severity::Info);
        let unrelated =
            ClaimText::new(ClaimKind::Percentage, "31%").within("Costs rose 31% in the country's hospitals.");
        assert!(found(people("31 patients"), unrelated).is_empty());
    }

    #[test]
    fn points_for_per_cent() {
        let percent = |quote: &str, unit: &str| {
            ClaimText::new(ClaimKind::Percentage, quote)
                .within(&format!("Every {quote} rise in the share of trained nurses on wards."))
                .unit(unit)
        };
        assert_eq!(found(percent("10%", "percent"), percent("10-point", "percentage points")).len(), 1);
        assert!(found(percent("10%", "percent"), percent("10%", "percent")).is_empty());
    }
}
