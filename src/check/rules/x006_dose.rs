//! Doses of one drug in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::disagreement;
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X006",
    name: "dose-conflict",
    summary: "Articles give different doses of one drug",
    formula: "same drug, same unit family, same per-what (a day, a week, per kilogram), like words around it; intervals disjoint",
    silent: "several doses of the drug in one article; titration; per dose against per day; the drug is not named",
    example: "\"500 mg of metformin\" and \"50 mg of metformin\"",
    near_miss: "\"two 100 mg tablets\" and \"500 mg a day\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let conflicts = disagreements(&case.claims(), |s| is_dose(s) && is_only_dose(s), same_dose);
    conflicts
        .into_iter()
        .map(|sides| {
            let drug = sides[0][0].claim.drug.as_deref().unwrap_or_default();
            let name = drug.rsplit(':').next().unwrap_or_default();
            disagreement(rule, case, rule.severity, "Dose", &sides, format!("Both are doses of {name}"))
        })
        .collect()
}

fn is_dose(statement: &Statement<'_>) -> bool {
    let claim = statement.claim;
    claim.kind == ClaimKind::Dose
        && claim.drug.is_some()
        && statement.of_this_study()
        && matches!(statement.measure.axis, Axis::Amount(_))
        && claim.value.single().is_some()
}

/// The article gives the drug one dose only: where it gives several, there is no telling which is meant elsewhere.
fn is_only_dose(statement: &Statement<'_>) -> bool {
    let claims = &statement.record.claims;
    claims
        .iter()
        .filter(|c| c.kind == ClaimKind::Dose && c.drug == statement.claim.drug)
        .all(|c| c.value == statement.claim.value)
}

fn same_dose(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.claim.drug == b.claim.drug && per_what(a) == per_what(b) && a.about.overlap(&b.about) >= SAME_WORDING
}

/// Share of the clause's words in common from which two doses are of one regimen.
const SAME_WORDING: f64 = 0.5;

/// What follows the dose within a few words: "a day", "per kilogram".
fn per_what(statement: &Statement<'_>) -> Option<&'static str> {
    const PERIODS: [(&str, &[&str]); 4] = [
        ("day", &["a day", "per day", "daily", "/day", "each day"]),
        ("week", &["a week", "per week", "weekly", "/week"]),
        ("kilogram", &["per kilogram", "/kg", "per kg"]),
        ("month", &["a month", "monthly", "per month"]),
    ];
    let sentence = statement.claim.sentence.text.to_lowercase();
    PERIODS.iter().find(|(_, cues)| cues.iter().any(|cue| sentence.contains(cue))).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{ClaimText, article, messages, release};

    fn dose(sentence: &str, quote: &str) -> ClaimText {
        ClaimText::new(ClaimKind::Dose, quote).within(sentence).unit("mg").drug("drug:metformin")
    }

    #[track_caller]
    fn notes(a: Vec<ClaimText>, b: ClaimText) -> Vec<String> {
        let first = a.into_iter().map(ClaimText::claim).collect();
        messages("X006", &[release("a", first), article("b", vec![b.claim()])])
    }

    #[test]
    fn another_dose_of_one_drug() {
        let taken = |quote: &str| dose(&format!("Volunteers took {quote} of metformin."), quote);
        assert_eq!(
            notes(vec![taken("500 mg")], taken("50 mg")),
            ["Dose differs: 500 mg (press release) but 50 mg (b)"]
        );
        assert_eq!(notes(vec![taken("100 mg")], taken("750 mg")).len(), 1);
    }

    #[test]
    fn equal_several_or_other_regimens_are_silent() {
        let taken = |quote: &str| dose(&format!("Volunteers took {quote} of metformin."), quote);
        assert!(notes(vec![taken("500 mg")], taken("500 mg")).is_empty());
        assert!(notes(vec![taken("100 mg"), taken("500 mg")], taken("300 mg")).is_empty());
        assert!(notes(vec![taken("100 mg")], dose("Volunteers took 500 mg of metformin a day.", "500 mg")).is_empty());
    }
}
