//! "From A to B" and "by X %" of one sentence in, a finding out when the change is another on either base.

use crate::check::finding::{one_line, slip};
use crate::check::interval::Interval;
use crate::check::measure::Axis;
use crate::check::sentence::{before, between};
use crate::check::{Case, Rule, Statement, Tolerances};
use crate::model::{Decimal, Finding, Severity, Statistic};

pub const RULE: Rule = Rule {
    code: "A011",
    name: "change-mismatch",
    summary: "\"From A to B\" is not the change told beside it",
    formula: "two shares told as `from A to B` and one relative change in the same sentence: the change lies outside 100·|B − A|/A and \
              100·|B − A|/B over the rounding intervals; where it is |B − A|, points were told as per cent (A010)",
    silent: "more than one change or more than two levels in the sentence; approximate levels",
    example: "\"rose by 80%, from 20% to 30%\": the rise is 50 %",
    near_miss: "\"rose by 50%, from 20% to 30%\"; \"fell by 33%, from 30% to 20%\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let slips = changes(case).filter_map(|change| match change.verdict()? {
        Verdict::Points => None,
        Verdict::Wrong => {
            let [told, from, to] = [change.told, change.from, change.to].map(|s| one_line(&s.claim.quote));
            let message = format!("Change does not follow: {told}, but from {from} to {to}");
            let reason = "The two levels and the change stand in one sentence".to_string();
            Some(slip(rule, case, rule.severity, &[change.told, change.from, change.to], message, reason))
        }
    });
    slips.collect()
}

/// A told change and the two levels beside it.
pub struct Change<'s, 'r> {
    pub told: &'s Statement<'r>,
    pub from: &'s Statement<'r>,
    pub to: &'s Statement<'r>,
    reach: Tolerances,
}

/// What is wrong with a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The difference in points was told as per cent.
    Points,
    Wrong,
}

/// Every sentence with one relative change and two levels told as "from … to".
pub fn changes<'s, 'r>(case: &'s Case<'r>) -> impl Iterator<Item = Change<'s, 'r>> {
    let sentences =
        case.by_article().flat_map(|article| article.chunk_by(|a, b| a.claim.sentence.place == b.claim.sentence.place));
    sentences.filter_map(|sentence| {
        let is_told =
            |s: &&Statement<'_>| s.claim.statistic == Statistic::RelativeChange && s.measure.axis == Axis::Effect;
        let mut changes = sentence.iter().filter(is_told);
        let (told, None) = (changes.next()?, changes.next()) else { return None };
        let levels: Vec<&Statement<'r>> = sentence.iter().filter(|s| s.measure.axis == Axis::Share).collect();
        let [from, to] = levels[..] else { return None };
        let plain =
            |s: &Statement<'_>| !s.claim.value.approx && s.claim.value.single().is_some() && s.claim.fraction.is_none();
        let joined =
            before(from).trim_end().ends_with("from") && between(from, to).is_some_and(|gap| gap.trim() == "to");
        (joined && plain(from) && plain(to) && plain(told)).then_some(Change {
            told,
            from,
            to,
            reach: case.settings.tolerances,
        })
    })
}

impl Change<'_, '_> {
    /// What is wrong, where something is.
    pub fn verdict(&self) -> Option<Verdict> {
        let (from, to) = (self.from.printed, self.to.printed);
        let told = Interval::percent(&self.told.claim.value, &self.reach);
        let change = |ratio: Interval| Some(Interval::new(percent_off(ratio.low?), percent_off(ratio.high?)));
        let on_either_base = [change(to.ratio(&from)?)?, change(from.ratio(&to)?)?];
        if on_either_base.iter().any(|change| !change.disjoint(&told)) {
            return None;
        }
        let points = self.to.claim.value.low.saturating_sub(self.from.claim.value.low).abs();
        Some(if told.contains(points) { Verdict::Points } else { Verdict::Wrong })
    }
}

/// 1.5 is a change by 50 %, so is 0.5.
fn percent_off(ratio: Decimal) -> Decimal {
    ratio.saturating_sub(Decimal::ONE).abs().saturating_mul(Decimal::ONE_HUNDRED)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Direction};

    #[track_caller]
    fn notes(code: &str, told: &str, from: &str, to: &str) -> usize {
        let sentence = format!("The share rose by {told}, from {from} to {to}, in a year.");
        let level = |quote: &str, mark: &str| {
            ClaimText::new(ClaimKind::Percentage, quote).within_after(&sentence, mark).claim()
        };
        let claims = vec![
            ClaimText::new(ClaimKind::Percentage, told).within(&sentence).change(Direction::Up).claim(),
            level(from, "from "),
            level(to, " to "),
        ];
        messages(code, &[article("a", claims)]).len()
    }

    #[test]
    fn changes_that_do_not_follow() {
        assert_eq!(notes("A011", "80%", "20%", "30%"), 1);
        assert_eq!(notes("A011", "5%", "40%", "60%"), 1);
    }

    #[test]
    fn changes_on_either_base_pass() {
        assert_eq!(notes("A011", "50%", "20%", "30%"), 0);
        assert_eq!(notes("A011", "33%", "30%", "20%"), 0);
        assert_eq!(notes("A011", "10%", "20%", "30%"), 0);
    }

    #[test]
    fn points_told_as_per_cent_are_the_other_rule() {
        assert_eq!(notes("A010", "10%", "20%", "30%"), 1);
        assert_eq!(notes("A010", "15%", "40%", "55%"), 1);
        assert_eq!(notes("A010", "50%", "20%", "30%"), 0);
        assert_eq!(notes("A010", "80%", "20%", "30%"), 0);
        assert_eq!(notes("A010", "2%", "98%", "100%"), 0);
    }
}
