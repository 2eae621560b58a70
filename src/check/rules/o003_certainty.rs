//! Preliminary studies and headlines that speak of a cure or breakthrough in, a finding out where the source never does.

use crate::check::finding::{Told, fact_evidence, from_facts, one_line, source_label};
use crate::check::{Case, Rule};
use crate::model::{Fact, FactKind, Finding, Part, Record, Severity};

pub const RULE: Rule = Rule {
    code: "O003",
    name: "certainty-overstatement",
    summary: "Headline or lead speaks of a cure or breakthrough where the source is preliminary",
    formula: "breakthrough, cure, miracle, proven in headline or lead; the source is a pilot, preliminary, a proof of concept or in \
              healthy volunteers, and uses none of these words",
    silent: "no source in the group; the source uses such a word; the sentence denies it",
    example: "release: \"a trial in healthy volunteers\"; headline: \"Pill could cure nightmares\"",
    near_miss: "the same release; headline: \"There is no cure yet\"",
    source: "Sumner et al. 2014, exaggeration in press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let (sources, outlets): (Vec<&Record>, Vec<&Record>) =
        case.trial.records.iter().copied().partition(|record| case.is_source(record));
    let limits: Vec<Told<'_>> = facts(&sources, |fact| fact.kind == FactKind::Preliminary);
    let hyped = !facts(&sources, |fact| fact.kind == FactKind::Hype).is_empty();
    let claimed = facts(&outlets, |fact| fact.kind == FactKind::Hype && fact.part != Part::Body);
    let (Some((source, limit)), Some((outlet, claim)), false) = (limits.first(), claimed.first(), hyped) else {
        return Vec::new();
    };
    let message = format!(
        "Certainty overstated: “{}” ({}) but “{}” ({})",
        one_line(&claim.sentence.text),
        source_label(case, outlet),
        one_line(&limit.sentence.text),
        source_label(case, source)
    );
    let opening = facts(&sources, |fact| fact.kind == FactKind::Cause);
    let said = limits.iter().copied().chain(opening).collect();
    let evidence = fact_evidence(&[said, claimed]);
    let reason = "The source calls itself preliminary and uses no such word".to_string();
    vec![from_facts(rule, case, rule.severity, "certainty", message, reason, evidence)]
}

fn facts<'r>(records: &[&'r Record], keep: impl Fn(&Fact) -> bool) -> Vec<Told<'r>> {
    records
        .iter()
        .flat_map(|record| record.facts.iter().filter(|fact| keep(fact)).map(|fact| (*record, fact)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{article, fact, messages, release};

    fn source() -> Record {
        let limit = fact(FactKind::Preliminary, 0, Part::Body, "It was a trial in healthy volunteers.");
        Record { facts: vec![limit], ..release("a", vec![]) }
    }

    fn outlet(kind: FactKind, part: Part) -> Record {
        Record { facts: vec![fact(kind, 0, part, "Pill could cure nightmares")], ..article("b", vec![]) }
    }

    #[test]
    fn a_cure_that_the_source_does_not_speak_of() {
        let found = messages("O003", &[source(), outlet(FactKind::Hype, Part::Lead)]);
        let note = "Certainty overstated: “Pill could cure nightmares” (b) but \
                    “It was a trial in healthy volunteers.” (press release)";
        assert_eq!(found, [note]);
    }

    #[test]
    fn body_text_and_enthusiastic_sources_pass() {
        assert!(messages("O003", &[source(), outlet(FactKind::Hype, Part::Body)]).is_empty());
        let mut keen = source();
        keen.facts.push(fact(FactKind::Hype, 0, Part::Body, "A cure may come."));
        assert!(messages("O003", &[keen, outlet(FactKind::Hype, Part::Lead)]).is_empty());
        assert!(messages("O003", &[outlet(FactKind::Hype, Part::Lead)]).is_empty());
    }
}
