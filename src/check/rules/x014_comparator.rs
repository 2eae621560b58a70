//! One figure of one outcome in several articles in, a finding out when they compare with different people.

use crate::check::finding::disagreement;
use crate::check::key::compare_comparator;
use crate::check::measure::Axis;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X014",
    name: "comparator-shift",
    summary: "The same figure is told against different people",
    formula: "one relative change of one outcome, the same to the last digit; both say \"than …\", \"compared with …\", in words that \
              share nothing",
    silent: "no comparator or only \"others\", \"those who did not\"; an article tells both; round figures",
    example: "\"37% more likely than office workers\" and \"37% more likely than pensioners\"",
    near_miss: "\"37% more likely than office workers\" and \"37% more likely than people who work in offices\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Info,
    run,
};

/// Figures of one trial that are compared: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let told: Vec<&Statement<'_>> = case.statements.iter().filter(|s| is_compared(s)).take(MOST_STATEMENTS).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: Vec<Decimal> = Vec::new();
    for (at, a) in told.iter().enumerate() {
        let value = a.claim.value.low;
        let shifted = told.iter().skip(at + 1).find(|b| is_shifted(a, b) && !explained(&told, a, b));
        if let Some(b) = shifted.filter(|_| !seen.contains(&value)) {
            seen.push(value);
            let against = |s: &Statement<'_>| s.claim.comparator.clone().unwrap_or_default();
            let reason = format!(
                "The outcome is the same, but one is told against “{}”, one against “{}”",
                against(a),
                against(b)
            );
            findings.push(disagreement(
                rule,
                case,
                rule.severity,
                "Whom it is compared with",
                &[vec![*a], vec![*b]],
                reason,
            ));
        }
    }
    findings
}

fn is_compared(statement: &Statement<'_>) -> bool {
    const FEWEST_WORDS: usize = 1;
    let value = &statement.claim.value;
    let round = (value.low % Decimal::TEN).is_zero();
    statement.measure.axis == Axis::Effect
        && statement.of_this_study()
        && value.single().is_some()
        && value.bound == Bound::Exact
        && !value.approx
        && !round
        && statement.claim.comparator.is_some()
        && statement.comparator.len() >= FEWEST_WORDS
}

fn is_shifted(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.record.id != b.record.id
        && a.claim.value.low == b.claim.value.low
        && a.claim.kind == b.claim.kind
        && a.compare_outcome(b).is_same()
        && compare_comparator(a, b).differs()
        // The one's comparator may be the other's subject, told the other way round.
        && a.comparator.shared(&b.sentence) == 0
        && b.comparator.shared(&a.sentence) == 0
}

/// An article that tells the figure against both groups.
fn explained(told: &[&Statement<'_>], a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let like = |one: &Statement<'_>, other: &Statement<'_>| {
        one.claim.value.low == other.claim.value.low && one.comparator.shared(&other.comparator) > 0
    };
    let tells = |id: &str, what: &Statement<'_>| told.iter().any(|s| s.record.id == id && like(s, what));
    tells(&a.record.id, b) || tells(&b.record.id, a)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Direction};

    #[track_caller]
    fn notes(quote: &str, a: &str, b: &str) -> usize {
        let told = |than: &str| {
            ClaimText::new(ClaimKind::Percentage, quote)
                .within(&format!("Nurses were {quote} more likely to fall than {than}."))
                .change(Direction::Up)
                .outcome("likely to fall")
                .comparator(than)
                .claim()
        };
        messages("X014", &[article("a", vec![told(a)]), article("b", vec![told(b)])]).len()
    }

    #[test]
    fn the_same_figure_against_others() {
        assert_eq!(notes("37%", "office workers", "pensioners"), 1);
        assert_eq!(notes("44%", "smokers", "younger doctors"), 1);
    }

    #[test]
    fn like_words_round_figures_and_silence_pass() {
        assert_eq!(notes("37%", "office workers", "workers in an office"), 0);
        assert_eq!(notes("40%", "office workers", "pensioners"), 0);
        assert_eq!(notes("37%", "office workers", "others"), 0);
    }
}
