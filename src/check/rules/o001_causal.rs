//! Causes claimed in headlines and leads, and what the source allows, in; a finding out when the claim is two steps above it.

use crate::check::finding::{Told, fact_evidence, from_facts, source_label};
use crate::check::words::Words;
use crate::check::{Case, Rule};
use crate::model::{Fact, FactKind, Finding, Part, Record, Severity};

pub const RULE: Rule = Rule {
    code: "O001",
    name: "causal-overstatement",
    summary: "Headline or lead claims a cause that the source does not show",
    formula: "on the ladder no relation < linked < may, could < can, helps < causes, cuts, cures the headline or lead stands two or \
              more steps above the strongest statement of the source's headline and lead, and the source is observational or says \
              that cause and effect were not shown; or the article's own body says so",
    silent: "no source in the group and no such sentence in the body; the source itself claims the cause; questions; denials",
    example: "release: \"may be linked … no conclusions about cause and effect\"; headline: \"Night shifts cause diabetes\"",
    near_miss: "the same release; headline: \"Night shifts may raise diabetes risk\"",
    source: "Sumner et al. 2014, exaggeration in press releases",
    severity: Severity::Warning,
    run,
};

/// Steps between an overstatement and what the source says.
const STEPS: u8 = 2;
/// "Linked with": all that an observational source claims once it disclaims cause and effect.
const LINKED: u8 = 1;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let against_source = against_source(rule, case);
    let inside = case.trial.records.iter().filter_map(|record| against_itself(rule, case, record));
    against_source.into_iter().chain(inside).collect()
}

fn against_source(rule: &Rule, case: &Case<'_>) -> Option<Finding> {
    let sources: Vec<&Record> = case.trial.records.iter().copied().filter(|r| case.is_source(r)).collect();
    let limits: Vec<Told<'_>> = sources.iter().flat_map(|source| facts(source, is_limit)).collect();
    let own = sources.iter().flat_map(|source| facts(source, is_cause)).map(|(_, fact)| fact.strength).max();
    let allowed = own.unwrap_or(LINKED);
    let disclaimed = limits.iter().any(|(_, fact)| fact.kind == FactKind::Disclaimer);
    let allowed = if disclaimed && allowed < LINKED + STEPS { LINKED } else { allowed };
    let claimed: Vec<Told<'_>> = case
        .trial
        .records
        .iter()
        .filter(|record| !case.is_source(record))
        .flat_map(|record| overstatements(record, allowed, &sources))
        .collect();
    if limits.is_empty() || claimed.is_empty() {
        return None;
    }
    let opening =
        sources.iter().flat_map(|source| facts(source, is_cause)).filter(|(_, fact)| fact.strength <= allowed.max(2));
    let said: Vec<Told<'_>> = limits.iter().copied().chain(opening).collect();
    let message = note(case, &claimed[0], &limits[0]);
    let reason = "The source is observational or says that it cannot show cause and effect".to_string();
    let evidence = fact_evidence(&[said, claimed]);
    Some(from_facts(rule, case, rule.severity, "causal_strength", message, reason, evidence))
}

/// The article's own body takes back what its headline or lead claims.
fn against_itself(rule: &Rule, case: &Case<'_>, record: &Record) -> Option<Finding> {
    if case.is_source(record) {
        return None;
    }
    let denied = facts(record, |fact| fact.kind == FactKind::Disclaimer && fact.part == Part::Body);
    let claimed = overstatements(record, LINKED + 1, &[record]);
    let (first, denial) = (claimed.first()?, denied.first()?);
    let message = note(case, first, denial);
    let reason = "The body takes back what headline or lead claims".to_string();
    let evidence = fact_evidence(&[denied.clone(), claimed.clone()]);
    Some(from_facts(rule, case, rule.severity, "causal_strength", message, reason, evidence))
}

fn note(case: &Case<'_>, (record, claim): &Told<'_>, (other, limit): &Told<'_>) -> String {
    let said = |fact: &Fact| crate::check::finding::one_line(&fact.sentence.text);
    format!(
        "Cause overstated: “{}” ({}) but “{}” ({})",
        said(claim),
        source_label(case, record),
        said(limit),
        source_label(case, other)
    )
}

fn facts<'r>(record: &'r Record, keep: impl Fn(&Fact) -> bool) -> Vec<Told<'r>> {
    record.facts.iter().filter(|fact| keep(fact)).map(|fact| (record, fact)).collect()
}

fn is_limit(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Disclaimer | FactKind::Observational)
}

fn is_cause(fact: &Fact) -> bool {
    fact.kind == FactKind::Cause
}

/// The article's causal statements two steps above what is allowed, on the source's topic.
fn overstatements<'r>(record: &'r Record, allowed: u8, sources: &[&Record]) -> Vec<Told<'r>> {
    let topic = topic(sources);
    facts(record, |fact| {
        let words = Words::of(&fact.sentence.text);
        let prose = fact.sentence.text.trim_end().ends_with('.');
        let fewest = if prose { FEWEST_SHARED } else { FEWEST_SHARED_HEADLINE };
        let on_topic = topic.is_empty() || words.shared(&topic) >= fewest.min(words.len());
        is_cause(fact) && fact.strength >= allowed + STEPS && on_topic
    })
}

/// Words that a claim shares with the source's opening: fewer are told of other things.
const FEWEST_SHARED: usize = 2;
/// The same for a headline, which has few words.
const FEWEST_SHARED_HEADLINE: usize = 1;

/// The words of the opening sentences that speak of causes or links.
fn topic(sources: &[&Record]) -> Words {
    let sentences = sources.iter().flat_map(|source| &source.facts).filter(|fact| fact.part != Part::Body);
    sentences.fold(Words::default(), |topic, fact| topic.and(&Words::of(&fact.sentence.text)))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, fact, messages, release};
    use crate::model::{FactKind, Part, Record};

    fn disclaimer(part: Part) -> crate::model::Fact {
        fact(FactKind::Disclaimer, 0, part, "It tells nothing of cause and effect.")
    }

    fn source(strength: u8) -> Record {
        let opening = fact(FactKind::Cause, strength, Part::Lead, "Night shifts may raise diabetes risk");
        Record { facts: vec![opening, disclaimer(Part::Body)], ..release("a", vec![]) }
    }

    fn outlet(strength: u8, sentence: &str) -> Record {
        Record { facts: vec![fact(FactKind::Cause, strength, Part::Lead, sentence)], ..article("b", vec![]) }
    }

    #[test]
    fn a_cause_against_a_disclaimer() {
        let found = messages("O001", &[source(2), outlet(4, "Night shifts cause diabetes")]);
        let note = "Cause overstated: “Night shifts cause diabetes” (b) but \
                    “It tells nothing of cause and effect.” (press release)";
        assert_eq!(found, [note]);
        assert_eq!(messages("O001", &[source(2), outlet(3, "Night shifts can cause diabetes")]).len(), 1);
    }

    #[test]
    fn a_body_that_takes_the_headline_back() {
        let mut record = outlet(4, "Night shifts cause diabetes");
        record.facts.push(disclaimer(Part::Body));
        assert_eq!(messages("O001", &[record]).len(), 1);
    }

    #[test]
    fn hedges_causal_sources_and_silence_pass() {
        assert!(messages("O001", &[source(2), outlet(2, "Night shifts may cause diabetes")]).is_empty());
        assert!(messages("O001", &[source(4), outlet(4, "Night shifts cause diabetes")]).is_empty());
        assert!(messages("O001", &[release("a", vec![]), outlet(4, "Night shifts cause diabetes")]).is_empty());
    }
}
