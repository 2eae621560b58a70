//! An odds ratio and the same figure told as "times as likely" in, a finding out when the outcome is too common for that.

use crate::check::finding::{one_line, slip};
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{ClaimKind, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A012",
    name: "odds-as-risk",
    summary: "An odds ratio is told as \"times as likely\" although the outcome is common",
    formula: "an odds ratio and a multiplier of equal value in one article, and a share over 10 % for the same outcome",
    silent: "no share of the outcome is given; it is 10 % or less; the multiplier is told of the odds",
    example: "\"odds ratio 3.0 … three times as likely to recover … 40% of the controls recovered\"",
    near_miss: "\"odds ratio 3.0 … three times as likely to have a stroke … 2% had a stroke\"",
    source: "Zhang & Yu 1998",
    severity: Severity::Warning,
    run,
};

/// Per cent of people with the outcome above which odds and risk ratios part.
const COMMON: Decimal = Decimal::TEN;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_article().filter_map(|article| check(rule, case, article)).collect()
}

fn check(rule: &Rule, case: &Case<'_>, article: &[Statement<'_>]) -> Option<Finding> {
    let odds = article.iter().find(|s| s.claim.kind == ClaimKind::EffectEstimate && tells_odds(s))?;
    let likely = article.iter().find(|s| {
        let equal = s.claim.value.single().is_some() && s.claim.value.single() == odds.claim.value.single();
        s.claim.kind == ClaimKind::Multiplier && equal && s.claim.sentence.text.contains("likely") && !tells_odds(s)
    })?;
    let common = article
        .iter()
        .find(|s| s.measure.axis == Axis::Share && s.claim.value.low > COMMON && s.compare_outcome(likely).is_same())?;
    let [odds_told, likely_told, share] = [odds, likely, common].map(|s| one_line(&s.claim.quote));
    let message = format!(
        "Odds told as risk: {likely_told} as likely is an odds ratio, {odds_told}, of an outcome that {share} had"
    );
    let reason = "Odds and risk ratios part when the outcome is more common than one in ten".to_string();
    Some(slip(rule, case, rule.severity, &[odds, likely, common], message, reason))
}

fn tells_odds(statement: &Statement<'_>) -> bool {
    let sentence = statement.claim.sentence.text.to_lowercase();
    sentence.contains("odds")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::ClaimKind;

    #[track_caller]
    fn notes(share: &str, outcome: &str) -> usize {
        let told = |kind, quote: &str, sentence: &str| ClaimText::new(kind, quote).within(sentence);
        let claims = vec![
            told(ClaimKind::EffectEstimate, "3", "The odds ratio was 3.").claim(),
            told(ClaimKind::Multiplier, "3 times", "They were 3 times as likely to recover.")
                .outcome("recover")
                .claim(),
            told(ClaimKind::ResponseRate, share, &format!("{share} of controls did.")).outcome(outcome).claim(),
        ];
        messages("A012", &[article("a", claims)]).len()
    }

    #[test]
    fn common_outcomes_part_odds_and_risk() {
        assert_eq!(notes("40%", "recover"), 1);
        assert_eq!(notes("12%", "recovered"), 1);
    }

    #[test]
    fn rare_and_other_outcomes_pass() {
        assert_eq!(notes("2%", "recover"), 0);
        assert_eq!(notes("10%", "recover"), 0);
        assert_eq!(notes("40%", "had a stroke"), 0);
    }
}
