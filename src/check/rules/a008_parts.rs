//! The bracketed or listed shares of one whole in, a finding out when they do not add up to it.

use crate::check::finding::{one_line, slip};
use crate::check::interval::half_digit;
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "A008",
    name: "parts-do-not-sum",
    summary: "The parts of an explicit partition do not add up to 100 %",
    formula: "three or more shares in one sentence that ends its list with \"the rest\", \"the remaining\" or \"the other\": \
              |Σ% − 100| > the parts' rounding",
    silent: "no word says that the list is complete; approximate shares and fractions; fewer than three parts",
    example: "\"45% improved, 30% stayed the same and the remaining 35% got worse\"",
    near_miss: "\"45% improved, 30% stayed the same and the remaining 25% got worse\"; \"45% slept, 30% ate and 35% read\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_sentence().filter_map(|sentence| check(rule, case, sentence)).collect()
}

fn check(rule: &Rule, case: &Case<'_>, sentence: &[Statement<'_>]) -> Option<Finding> {
    const FEWEST_PARTS: usize = 3;
    let parts: Vec<&Statement<'_>> = sentence.iter().filter(|s| s.measure.axis == Axis::Share).collect();
    let plain =
        |s: &Statement<'_>| s.claim.fraction.is_none() && !s.claim.value.approx && s.claim.value.single().is_some();
    if parts.len() < FEWEST_PARTS || !parts.iter().copied().all(plain) || !is_complete(&sentence[0].claim.sentence.text)
    {
        return None;
    }
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.claim.value.low));
    let reach = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(half_digit(part.claim.value.decimals)));
    if sum.saturating_sub(Decimal::ONE_HUNDRED).abs() <= reach {
        return None;
    }
    let told: Vec<String> = parts.iter().map(|part| one_line(&part.claim.quote)).collect();
    let message = format!("Parts do not add up: {} make {} %", told.join(" + "), sum.normalize());
    Some(slip(rule, case, rule.severity, &parts, message, "The sentence says that the list is complete".to_string()))
}

fn is_complete(sentence: &str) -> bool {
    const LAST_PART: [&str; 4] = ["the rest", "the remaining", "the remainder", "the other "];
    let sentence = sentence.to_lowercase();
    LAST_PART.iter().any(|words| sentence.contains(words))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::ClaimKind;

    #[track_caller]
    fn notes(sentence: &str, parts: [&str; 3]) -> Vec<String> {
        let claims = parts.map(|part| ClaimText::new(ClaimKind::ResponseRate, part).within(sentence).claim());
        messages("A008", &[article("a", claims.to_vec())])
    }

    #[test]
    fn parts_that_make_more_than_the_whole() {
        let found = notes("45% improved, 30% stayed the same and the remaining 35% got worse.", ["45%", "30%", "35%"]);
        assert_eq!(found, ["Parts do not add up: 45% + 30% + 35% make 110 %"]);
        assert_eq!(notes("45% ate, 30% slept and the rest, 15%, read.", ["45%", "30%", "15%"]).len(), 1);
    }

    #[test]
    fn whole_open_and_rounded_lists_pass() {
        assert!(notes("45% improved, 30% did not and the remaining 25% left.", ["45%", "30%", "25%"]).is_empty());
        assert!(notes("45% slept, 30% ate and 35% read.", ["45%", "30%", "35%"]).is_empty());
        assert!(notes("33% ate, 33% slept and the remaining 33% left.", ["33%", "33%", "33%"]).is_empty());
    }
}
