//! A source's relative change and an outlet's risk of the same figure in, a finding out for the slip from one to the other.

use crate::check::finding::disagreement;
use crate::check::measure::Axis;
use crate::check::sentence::{after, before};
use crate::check::{Case, Rule, Statement};
use crate::model::{Finding, Severity};

pub const RULE: Rule = Rule {
    code: "O005",
    name: "relative-as-absolute",
    summary: "A relative change at the source became a risk of that size",
    formula: "the source tells X % more, less, higher or lower, or an impact or effect of X %; an outlet tells of a risk or chance of X % of the same outcome, and \
              nowhere of a change by X %",
    silent: "no source in the group; the outlet tells the change too; the source tells the risk too; the outcomes share no word",
    example: "release: \"15% more likely to have a stroke\"; outlet: \"a 15% chance of a stroke\"",
    near_miss: "release: \"15% more likely to have a stroke\"; outlet: \"a 15% higher chance of a stroke\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let from_source = |s: &&Statement<'_>| s.source;
    let changes: Vec<&Statement<'_>> = case
        .statements
        .iter()
        .filter(from_source)
        .filter(|s| s.measure.axis == Axis::Effect || tells_effect(s))
        .take(MOST_STATEMENTS)
        .collect();
    let risks = case.statements.iter().filter(|s| !from_source(s) && tells_risk(s)).take(MOST_STATEMENTS);
    let slips = risks.filter_map(|risk| {
        let change = changes.iter().find(|change| is_slip(change, risk))?;
        let value = risk.claim.value.low;
        let told_otherwise = case.statements.iter().any(|s| {
            let here = s.record.id == risk.record.id && s.measure.axis == Axis::Effect;
            let there = s.record.id == change.record.id && says_risk(s);
            (here || there) && s.claim.value.low == value
        });
        let sides = [vec![*change], vec![risk]];
        let reason = "The source's figure is a change, not a risk".to_string();
        (!told_otherwise).then(|| disagreement(rule, case, rule.severity, "Kind of figure", &sides, reason))
    });
    slips.collect()
}

/// Statements of one trial that are compared: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

fn is_slip(change: &Statement<'_>, risk: &Statement<'_>) -> bool {
    let equal = change.claim.value.single().is_some() && change.claim.value.single() == risk.claim.value.single();
    equal && change.about.shared(&risk.about) >= 1 && change.sentence.shared(&risk.sentence) >= 1
}

/// "The impact of the tea was small (4%)".
fn tells_effect(statement: &Statement<'_>) -> bool {
    let left = before(statement).trim_end().to_lowercase();
    let named = ["impact of", "effect of", "association with"].iter().any(|words| left.contains(words));
    statement.measure.axis == Axis::Share && statement.of_this_study() && left.ends_with('(') && named
}

/// "A 15% chance of …", "the risk of … was 15%".
fn tells_risk(statement: &Statement<'_>) -> bool {
    statement.measure.axis == Axis::Share && statement.of_this_study() && says_risk(statement)
}

/// "a 15% chance of", "the risk of a stroke was on average about 15%", whatever the figure was read as.
fn says_risk(statement: &Statement<'_>) -> bool {
    const HEDGES: [&str; 9] = ["just", "only", "on", "average", "about", "around", "roughly", "some", "nearly"];
    const CHANGES: [&str; 8] = ["increase", "rise", "reduc", "drop", "decrease", "higher", "lower", "more"];
    let risk = |words: &str| words.contains("risk of") || words.contains("chance of");
    let right = after(statement).trim_start().to_lowercase();
    let left = before(statement).trim_end().to_lowercase();
    let clause = left.rsplit([',', ';', ':']).next().unwrap_or_default();
    let mut words = clause.split_whitespace().rev().skip_while(|word| HEDGES.contains(word));
    let was = matches!(words.next(), Some("is" | "was"));
    let changed = CHANGES.iter().any(|change| clause.contains(change));
    right.starts_with("risk of") || right.starts_with("chance of") || was && risk(clause) && !changed
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::{Claim, ClaimKind, Direction};

    fn change() -> Claim {
        ClaimText::new(ClaimKind::Percentage, "15%")
            .within("They were 15% more likely to have a stroke.")
            .change(Direction::Up)
            .claim()
    }

    fn risk(sentence: &str) -> Claim {
        ClaimText::new(ClaimKind::Percentage, "15%").within(sentence).claim()
    }

    #[track_caller]
    fn notes(source: Vec<Claim>, outlet: Vec<Claim>) -> usize {
        messages("O005", &[release("a", source), article("b", outlet)]).len()
    }

    #[test]
    fn a_change_becomes_a_risk() {
        assert_eq!(notes(vec![change()], vec![risk("They have a 15% chance of a stroke.")]), 1);
        assert_eq!(notes(vec![change()], vec![risk("Their risk of a stroke was just 15%.")]), 1);
    }

    #[test]
    fn changes_and_the_sources_own_risks_pass() {
        assert_eq!(notes(vec![change()], vec![risk("Some 15% had a stroke.")]), 0);
        assert_eq!(notes(vec![change()], vec![risk("They have a 15% chance of a stroke."), change()]), 0);
        assert_eq!(
            notes(vec![change(), risk("A 15% chance of a stroke.")], vec![risk("They have a 15% chance of a stroke.")]),
            0
        );
        assert_eq!(notes(vec![change()], vec![risk("They have a 15% chance of rain.")]), 0);
        let told = "As a result of this rise, a cook who drinks has a risk of a stroke that is on average about 15%.";
        let told = ClaimText::new(ClaimKind::Percentage, "15%").within(told).change(Direction::Up).claim();
        assert_eq!(notes(vec![told], vec![risk("They have a 15% chance of a stroke.")]), 0);
        let grew = ClaimText::new(ClaimKind::Percentage, "15%").within("The rise in risk of a stroke was 15%.");
        assert_eq!(notes(vec![grew.change(Direction::Up).claim()], vec![risk("A 15% chance of a stroke.")]), 1);
    }
}
