//! The journals that articles name in, a finding out when the study cannot have been published in both.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::finding::{Told, facts_disagree};
use crate::check::sentence::of_another_study;
use crate::check::{Case, Rule};
use crate::extract::facts::folded_journal;
use crate::model::{Fact, FactKind, Finding, Record, Severity};

pub const RULE: Rule = Rule {
    code: "X012",
    name: "venue-conflict",
    summary: "Articles name different journals for the study",
    formula: "each article names one journal only (\"published in …\", \"the journal …\"); the names differ after folding (\"British \
              Medical Journal\" is \"BMJ\"); only worth a look where one name begins with the other (\"BMJ\", \"BMJ Open\")",
    silent: "an article names several journals; any article names both; abbreviations of one name; sentences about \
             another or an earlier study",
    example: "\"published in the journal Gut\" and \"published in The Lancet\"",
    near_miss: "\"published in the British Medical Journal\" and \"published in The BMJ\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let mut by_name: BTreeMap<String, Vec<Told<'_>>> = BTreeMap::new();
    for record in &case.trial.records {
        if let Some((name, told)) = only_journal(record) {
            by_name.entry(name).or_default().push(told);
        }
    }
    let names: Vec<String> = by_name.keys().cloned().collect();
    let sides: Vec<Vec<Told<'_>>> = by_name.into_values().collect();
    let [first, second] = &names[..] else { return Vec::new() };
    let both = |record: &&Record| [first, second].into_iter().all(|name| journals(record).contains(name));
    if is_short_for(first, second)
        || is_short_for(second, first)
        || case.trial.records.iter().copied().any(|r| both(&r))
    {
        return Vec::new();
    }
    let of_family = |long: &str, short: &str| long.split(' ').next() == short.split(' ').next();
    let family = of_family(first, second);
    let severity = if family { Severity::Info } else { rule.severity };
    let reason = "Each article names one journal only".to_string();
    vec![facts_disagree(rule, case, severity, ("Journal", "institution_or_journal"), &sides, reason)]
}

fn journals(record: &Record) -> BTreeSet<String> {
    let about = |fact: &&Fact| fact.kind == FactKind::Journal && !of_another_study(&fact.sentence.text);
    let named = record.facts.iter().filter(about);
    named.map(|fact| folded_journal(&fact.quote)).collect()
}

fn only_journal(record: &Record) -> Option<(String, Told<'_>)> {
    let name = Some(journals(record)).filter(|names| names.len() == 1)?.pop_first()?;
    let fact =
        record.facts.iter().find(|fact| fact.kind == FactKind::Journal && folded_journal(&fact.quote) == name)?;
    Some((name, (record, fact)))
}

/// "NEJM" and "J Clin Oncol" are made of the first letters of the longer name's words, or the words are cut short.
fn is_short_for(short: &str, long: &str) -> bool {
    let initials: String = long
        .split(' ')
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "in"))
        .filter_map(|w| w.chars().next())
        .collect();
    let cut: Vec<&str> = short.split(' ').collect();
    let mut words = long.split(' ');
    short == initials
        || cut.iter().all(|part| words.any(|word| word.starts_with(part.trim_end_matches('.'))))
            && short.chars().count() < long.chars().count()
            && !long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{article, fact, findings};
    use crate::model::Part;

    fn told(id: &str, journals: &[&str]) -> Record {
        let facts = journals.iter().map(|name| fact(FactKind::Journal, 0, Part::Body, name)).collect();
        Record { facts, ..article(id, Vec::new()) }
    }

    #[track_caller]
    fn found(a: &[&str], b: &[&str]) -> Vec<(Severity, String)> {
        let found = findings("X012", &[told("a", a), told("b", b)]);
        found.into_iter().map(|finding| (finding.severity, finding.message)).collect()
    }

    #[test]
    fn two_journals_for_one_study() {
        let note = "Journal differs: Gut (a) but The Lancet (b)".to_string();
        assert_eq!(found(&["Gut"], &["The Lancet"]), [(Severity::Warning, note)]);
        assert_eq!(found(&["BMJ Open"], &["British Medical Journal"])[0].0, Severity::Info);
    }

    #[test]
    fn other_names_of_one_journal_and_several_journals_pass() {
        assert!(found(&["The BMJ"], &["British Medical Journal"]).is_empty());
        assert!(found(&["Gut"], &["Gut", "The Lancet"]).is_empty());
        assert!(found(&["Journal of Invented Medicine"], &["JIM"]).is_empty());
        assert!(found(&["J Invent Med"], &["Journal of Invented Medicine"]).is_empty());
        assert!(found(&["Gut"], &[]).is_empty());
    }
}
