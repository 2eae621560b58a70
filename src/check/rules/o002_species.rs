//! A source about animals or cells and an outlet's claim about people in, a finding out where the outlet never says so.

use crate::check::finding::{Told, fact_evidence, from_facts, one_line, source_label};
use crate::check::{Case, Rule};
use crate::model::{ClaimKind, FactKind, Finding, Part, Record, Severity};

pub const RULE: Rule = Rule {
    code: "O002",
    name: "species-overstatement",
    summary: "A study of animals or cells is told as one of people",
    formula: "the source's headline or lead says that animals or cells were studied, and no source counts people; the outlet claims an \
              effect in headline or lead and nowhere speaks of animals, cells or the laboratory",
    silent: "no source in the group; the outlet names the animals anywhere; the source tells of patients, volunteers or participants in \
             headline or lead",
    example: "release: \"a drug mends bones in mice\"; outlet: \"Drug mends bones\", and not a word of mice",
    near_miss: "the same release; outlet: \"Drug mends bones\", and below: \"the mice walked again\"",
    source: "Sumner et al. 2014, exaggeration in press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let (sources, outlets): (Vec<&Record>, Vec<&Record>) =
        case.trial.records.iter().copied().partition(|record| case.is_source(record));
    let limits: Vec<Told<'_>> =
        sources.iter().flat_map(|source| facts(source, |kind| kind == FactKind::Animals, true)).collect();
    let people = sources.iter().any(|source| {
        facts(source, |kind| kind == FactKind::People, true).next().is_some()
            || source.claims.iter().any(|claim| claim.kind == ClaimKind::SampleSize)
    });
    let claimed: Vec<Told<'_>> = outlets
        .iter()
        .filter(|outlet| facts(outlet, |kind| kind == FactKind::Animals, false).next().is_none())
        .filter_map(|outlet| facts(outlet, |kind| matches!(kind, FactKind::Cause | FactKind::Hype), true).next())
        .collect();
    let (Some((source, limit)), Some((outlet, claim)), false) = (limits.first(), claimed.first(), people) else {
        return Vec::new();
    };
    let message = format!(
        "Species left out: “{}” ({}) but “{}” ({})",
        one_line(&claim.sentence.text),
        source_label(case, outlet),
        one_line(&limit.sentence.text),
        source_label(case, source)
    );
    let reason = "The source studied animals or cells and counts no people; the outlet names none".to_string();
    let evidence = fact_evidence(&[limits.clone(), claimed.clone()]);
    vec![from_facts(rule, case, rule.severity, "species", message, reason, evidence)]
}

fn facts<'r>(record: &'r Record, kind: impl Fn(FactKind) -> bool, early: bool) -> impl Iterator<Item = Told<'r>> {
    let fits = move |part: Part| !early || part != Part::Body;
    record.facts.iter().filter(move |fact| kind(fact.kind) && fits(fact.part)).map(move |fact| (record, fact))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, fact, messages, release};
    use crate::model::{Fact, FactKind, Part};

    fn mice(part: Part) -> Fact {
        fact(FactKind::Animals, 0, part, "The drug mended bones in mice.")
    }

    fn claim() -> Fact {
        fact(FactKind::Cause, 4, Part::Lead, "The drug mends bones.")
    }

    #[track_caller]
    fn notes(source: Vec<Fact>, outlet: Vec<Fact>) -> usize {
        let mut records = [release("a", Vec::new()), article("b", Vec::new())];
        (records[0].facts, records[1].facts) = (source, outlet);
        messages("O002", &records).len()
    }

    #[test]
    fn mice_told_as_people() {
        assert_eq!(notes(vec![mice(Part::Lead)], vec![claim()]), 1);
        let hype = fact(FactKind::Hype, 0, Part::Lead, "A cure for broken bones.");
        assert_eq!(notes(vec![mice(Part::Lead)], vec![hype]), 1);
    }

    #[test]
    fn named_mice_people_and_passing_mentions_pass() {
        assert_eq!(notes(vec![mice(Part::Lead)], vec![claim(), mice(Part::Body)]), 0);
        let people = fact(FactKind::People, 0, Part::Lead, "The drug was given to volunteers.");
        assert_eq!(notes(vec![mice(Part::Lead), people], vec![claim()]), 0);
        assert_eq!(notes(vec![mice(Part::Body)], vec![claim()]), 0);
        assert_eq!(notes(vec![mice(Part::Lead)], vec![]), 0);
    }
}
