//! A source about a marker and an outlet's claim about a disease in, a finding out where the source never speaks of the disease.

use crate::check::finding::{Told, fact_evidence, from_facts, one_line, source_label};
use crate::check::words::Words;
use crate::check::{Case, Rule};
use crate::model::{FactKind, Finding, Part, Record, Severity};

pub const RULE: Rule = Rule {
    code: "O004",
    name: "surrogate-overstatement",
    summary: "A marker was measured, a disease or death is claimed",
    formula: "the source's headline or lead names a marker or symptom score; the outlet's headline claims an effect on a disease or on \
              death that no source names anywhere",
    silent: "no source in the group; any source names the disease; a hedged claim (\"may\", \"could\")",
    example: "release: \"the tea lowered blood pressure\"; headline: \"Tea prevents strokes\"",
    near_miss: "release: \"the tea lowered blood pressure, a cause of stroke\"; headline: \"Tea prevents strokes\"",
    source: "Sumner et al. 2014; Fleming & DeMets 1996 on surrogate end points",
    severity: Severity::Info,
    run,
};

/// Step of the causal ladder from which an effect is claimed: "can", "helps".
const CLAIMED: u8 = 3;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let (sources, outlets): (Vec<&Record>, Vec<&Record>) =
        case.trial.records.iter().copied().partition(|record| case.is_source(record));
    let markers: Vec<Told<'_>> = early(&sources, FactKind::Marker);
    let known = |words: &Words| {
        sources.iter().flat_map(|s| &s.facts).any(|fact| Words::of(&fact.sentence.text).shared(words) > 0)
    };
    let claims = early(&outlets, FactKind::Cause);
    let is_claimed = |(record, disease): &Told<'_>| {
        claims.iter().any(|(other, claim)| {
            let after = claim.place.start < disease.place.start;
            // Headlines and the lines below them end without a full stop.
            let headline = !claim.sentence.text.trim_end().ends_with(['.', '!', '”', '"', '’']);
            other.id == record.id
                && claim.strength >= CLAIMED
                && claim.sentence.place == disease.sentence.place
                && after
                && headline
        })
    };
    let diseases = early(&outlets, FactKind::Endpoint);
    let overstated: Vec<Told<'_>> =
        diseases.into_iter().filter(is_claimed).filter(|(_, disease)| !known(&Words::of(&disease.quote))).collect();
    let (Some((source, marker)), Some((outlet, claim))) = (markers.first(), overstated.first()) else {
        return Vec::new();
    };
    let message = format!(
        "Outcome overstated: “{}” ({}) but “{}” ({})",
        one_line(&claim.sentence.text),
        source_label(case, outlet),
        one_line(&marker.sentence.text),
        source_label(case, source)
    );
    let reason = format!("The source measured a marker and nowhere speaks of {}", claim.quote.to_lowercase());
    let evidence = fact_evidence(&[markers.clone(), overstated.clone()]);
    vec![from_facts(rule, case, rule.severity, "causal_strength", message, reason, evidence)]
}

fn early<'r>(records: &[&'r Record], kind: FactKind) -> Vec<Told<'r>> {
    let of_record = |record: &&'r Record| {
        let record: &'r Record = record;
        let fits = move |fact: &&crate::model::Fact| fact.kind == kind && fact.part != Part::Body;
        record.facts.iter().filter(fits).map(move |fact| (record, fact))
    };
    records.iter().flat_map(of_record).collect()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, messages, release};
    use crate::extract::facts::FactReader;
    use crate::model::{Article, Record};

    fn read(record: Record, text: &str) -> Record {
        let article = Article { text: text.to_owned(), ..Article::default() };
        Record { facts: FactReader::bundled().facts(&article), ..record }
    }

    #[track_caller]
    fn notes(source: &str, outlet: &str) -> usize {
        messages("O004", &[read(release("a", Vec::new()), source), read(article("b", Vec::new()), outlet)]).len()
    }

    #[test]
    fn markers_told_as_disease() {
        assert_eq!(notes("The tea lowered blood pressure in the nurses.", "Tea prevents strokes"), 1);
        assert_eq!(notes("Naps lowered the nurses' cortisol.", "Naps cut the risk of cancer"), 1);
    }

    #[test]
    fn named_diseases_hedges_and_markers_pass() {
        assert_eq!(notes("The tea lowered blood pressure, a cause of stroke.", "Tea prevents strokes"), 0);
        assert_eq!(notes("The tea lowered blood pressure in the nurses.", "Tea may prevent strokes"), 0);
        assert_eq!(notes("The tea lowered blood pressure in the nurses.", "Tea lowers blood pressure"), 0);
        assert_eq!(notes("The nurses slept longer after the tea.", "Tea prevents strokes"), 0);
    }
}
