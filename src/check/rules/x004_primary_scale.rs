//! The rating scales that articles name as primary outcome in, a finding out when they are different instruments.

use std::collections::BTreeSet;

use crate::check::finding::{Told, facts_disagree};
use crate::check::{Case, Rule};
use crate::model::{Category, FactKind, Finding, Record, Severity};

pub const RULE: Rule = Rule {
    code: "X004",
    name: "outcome-scale-conflict",
    summary: "Articles name different scales as the primary outcome",
    formula: "both articles name rating scales in a sentence that speaks of the primary outcome, and no scale stands in both",
    silent: "versions of one instrument; a scale outside such a sentence; an article names both scales there",
    example: "\"the primary outcome was the score on the PHQ-9\" and \"the primary outcome, the score on the HDRS\"",
    near_miss: "\"the primary outcome was the PHQ-9\" and \"a secondary outcome was the HDRS\"",
    source: "CONSORT 2010, item 6a",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let told: Vec<(Told<'_>, BTreeSet<&str>)> = case
        .facts(FactKind::Primary)
        .into_iter()
        .map(|(record, fact)| ((record, fact), scales(record, fact.sentence.place.start..fact.sentence.place.end)))
        .filter(|(_, scales)| !scales.is_empty())
        .collect();
    let apart = told.iter().enumerate().find_map(|(at, (first, scales))| {
        let other = told[at + 1..].iter().find(|((record, _), others)| {
            record.id != first.0.id && scales.is_disjoint(others) && !named_in_both(case, scales, others)
        })?;
        Some([vec![*first], vec![other.0]])
    });
    let reason = "Both sentences speak of the primary outcome".to_string();
    let finding = |sides: [Vec<Told<'_>>; 2]| {
        facts_disagree(rule, case, rule.severity, ("Primary outcome", "scale"), &sides, reason)
    };
    apart.map(finding).into_iter().collect()
}

/// The instruments named in a stretch of the article, each by its family: versions of one instrument are one.
fn scales(record: &Record, stretch: std::ops::Range<usize>) -> BTreeSet<&str> {
    let inside = |start: usize| stretch.contains(&start);
    let named = record.mentions.iter().filter(|m| m.category == Category::Scale && inside(m.place.start));
    named.map(|mention| family(&mention.id)).collect()
}

/// "scale:phq-9" and "scale:phq-2" are of the family "scale:phq".
fn family(id: &str) -> &str {
    id.split_once('-').map_or(id, |(family, _)| family)
}

/// An article that names both in such a sentence has two primary outcomes.
fn named_in_both(case: &Case<'_>, a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> bool {
    case.facts(FactKind::Primary).iter().any(|(record, _)| {
        let all = scales(record, 0..usize::MAX);
        !all.is_disjoint(a) && !all.is_disjoint(b)
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, fact, messages};
    use crate::model::{Category, FactKind, Mention, Part, Place, Record, Span};

    fn told(id: &str, kind: FactKind, scales: &[&str]) -> Record {
        let mention = |scale: &&str| Mention {
            category: Category::Scale,
            id: (*scale).into(),
            name: (*scale).into(),
            place: Place { start: 3, end: 8, bytes: Span::new(3, 8), line: 1 },
            surface: (*scale).into(),
            class: false,
            studied: false,
        };
        let facts = vec![fact(kind, 0, Part::Body, &format!("The score on {} counted.", scales.join(" and ")))];
        Record { facts, mentions: scales.iter().map(mention).collect(), ..article(id, Vec::new()) }
    }

    #[track_caller]
    fn notes(a: Record, b: Record) -> usize {
        messages("X004", &[a, b]).len()
    }

    #[test]
    fn different_instruments() {
        let primary = |id: &str, scale: &str| told(id, FactKind::Primary, &[scale]);
        assert_eq!(notes(primary("a", "scale:phq-9"), primary("b", "scale:hdrs")), 1);
        assert_eq!(notes(primary("a", "scale:eq5d"), primary("b", "scale:sf36")), 1);
    }

    #[test]
    fn versions_secondary_outcomes_and_several_scales_pass() {
        let primary = |id: &str, scales: &[&str]| told(id, FactKind::Primary, scales);
        assert_eq!(notes(primary("a", &["scale:phq-9"]), primary("b", &["scale:phq-2"])), 0);
        assert_eq!(notes(primary("a", &["scale:phq-9"]), told("b", FactKind::People, &["scale:hdrs"])), 0);
        assert_eq!(notes(primary("a", &["scale:phq-9", "scale:hdrs"]), primary("b", &["scale:hdrs"])), 0);
        assert_eq!(notes(primary("a", &["scale:phq-9"]), primary("b", &[])), 0);
    }
}
