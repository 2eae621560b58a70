//! What articles say of the study's design in, a finding out when it cannot have been both.

use std::collections::BTreeMap;

use crate::check::finding::{Told, facts_disagree};
use crate::check::sentence::of_another_study;
use crate::check::{Case, Rule};
use crate::model::{FactKind, Finding, Record, Severity};

pub const RULE: Rule = Rule {
    code: "X008",
    name: "design-conflict",
    summary: "Articles describe the study's design differently",
    formula: "another phase; open-label against double-blind; single-centre against multicentre; each article naming one of the two \
              only, in a sentence about a study or trial",
    silent: "an article names both; a sentence about an earlier, another or a planned study; no sentence says \"this\", \"the\", \"a\" \
             study or trial",
    example: "\"a phase 2 trial in 60 patients\" and \"the phase 3 trial in 60 patients\"",
    near_miss: "\"a phase 2 trial\" and \"a phase 3 trial is planned for next year\"",
    source: "CONSORT 2010, item 3a",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let designs = [
        (FactKind::Phase, "Phase of the trial"),
        (FactKind::Blinding, "Blinding"),
        (FactKind::Centres, "Number of centres"),
    ];
    designs.into_iter().filter_map(|(kind, what)| conflict(rule, case, kind, what)).collect()
}

fn conflict(rule: &Rule, case: &Case<'_>, kind: FactKind, what: &str) -> Option<Finding> {
    let mut by_value: BTreeMap<u8, Vec<Told<'_>>> = BTreeMap::new();
    for record in &case.trial.records {
        if let Some(told) = only_value(record, kind) {
            by_value.entry(told.1.strength).or_default().push(told);
        }
    }
    let sides: Vec<Vec<Told<'_>>> = by_value.into_values().collect();
    let several = case.trial.records.iter().any(|record| values(record, kind).count() > 1 && case.is_source(record));
    if sides.len() != 2 || several {
        return None;
    }
    let reason = "Each article names one design only".to_string();
    Some(facts_disagree(rule, case, rule.severity, (what, "design"), &sides, reason))
}

/// The article's only word on it, where it is about the reported study.
fn only_value(record: &Record, kind: FactKind) -> Option<Told<'_>> {
    let mut of_kind = record.facts.iter().filter(|fact| fact.kind == kind);
    let first = of_kind.next()?;
    let alone = of_kind.all(|fact| fact.strength == first.strength);
    (alone && !of_another_study(&first.sentence.text)).then_some((record, first))
}

fn values(record: &Record, kind: FactKind) -> impl Iterator<Item = u8> {
    let mut values: Vec<u8> = record.facts.iter().filter(|fact| fact.kind == kind).map(|fact| fact.strength).collect();
    values.sort_unstable();
    values.dedup();
    values.into_iter()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, fact, messages};
    use crate::model::{FactKind, Part, Record};

    fn told(id: &str, sentences: &[(FactKind, u8, &str)]) -> Record {
        let facts = sentences.iter().map(|(kind, value, text)| fact(*kind, *value, Part::Body, text)).collect();
        Record { facts, ..article(id, Vec::new()) }
    }

    const SECOND: (FactKind, u8, &str) = (FactKind::Phase, 2, "It was a phase 2 trial in 60 patients.");
    const THIRD: (FactKind, u8, &str) = (FactKind::Phase, 3, "The phase 3 trial had 60 patients.");

    #[track_caller]
    fn notes(a: &[(FactKind, u8, &str)], b: &[(FactKind, u8, &str)]) -> usize {
        messages("X008", &[told("a", a), told("b", b)]).len()
    }

    #[test]
    fn phases_and_blinding_that_differ() {
        assert_eq!(notes(&[SECOND], &[THIRD]), 1);
        let open = (FactKind::Blinding, 1, "The open-label trial ran for a year.");
        let blind = (FactKind::Blinding, 2, "The double-blind trial ran for a year.");
        assert_eq!(notes(&[open], &[blind]), 1);
    }

    #[test]
    fn planned_trials_and_articles_that_name_both_pass() {
        let planned = (FactKind::Phase, 3, "A phase 3 trial is planned for next year.");
        assert_eq!(notes(&[SECOND], &[planned]), 0);
        assert_eq!(notes(&[SECOND, THIRD], &[THIRD]), 0);
        assert_eq!(notes(&[SECOND], &[SECOND]), 0);
        assert_eq!(notes(&[SECOND], &[(FactKind::Centres, 2, "A multicentre trial.")]), 0);
    }
}
