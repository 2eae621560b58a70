//! The one drug that each article names in, a finding out when two articles name different drugs for one trial.

use std::collections::BTreeMap;

use crate::check::finding::sources;
use crate::check::{Case, Rule};
use crate::model::{Category, Evidence, Finding, Mention, Record, Severity};

pub const RULE: Rule = Rule {
    code: "X011",
    name: "intervention-conflict",
    summary: "Articles name different drugs for the treatment that was tested",
    formula: "each of the articles names one drug only, and names it as the drug under study; the drugs differ; a warning where the \
              names begin or end alike (prednisone, prednisolone), else worth a look",
    silent: "an article names several drugs or a class; brand and generic name of one drug; one drug's name begins or ends with the \
             other's (a salt, a combination); more than two drugs in the group",
    example: "\"patients given prednisone\" and \"patients given prednisolone\"",
    near_miss: "\"patients given Prozac\" and \"patients given fluoxetine\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let mut by_drug: BTreeMap<&str, Vec<(&Record, &Mention)>> = BTreeMap::new();
    for record in &case.trial.records {
        if let Some(mention) = only_drug(record) {
            by_drug.entry(&mention.id).or_default().push((record, mention));
        }
    }
    let names: Vec<&str> = by_drug.keys().copied().collect();
    let sides: Vec<&Vec<(&Record, &Mention)>> = by_drug.values().collect();
    let [first, second] = sides[..] else { return Vec::new() };
    let related = names[0].contains(tail(names[1])) || names[1].contains(tail(names[0]));
    // Another article that names both explains them.
    let both = |record: &&Record| names.iter().all(|name| drugs(record).any(|drug| drug.id == *name));
    if related || case.trial.records.iter().copied().any(|record| both(&record)) {
        return Vec::new();
    }
    vec![finding(rule, case, [first, second])]
}

fn tail(id: &str) -> &str {
    id.rsplit(':').next().unwrap_or(id)
}

fn drugs(record: &Record) -> impl Iterator<Item = &Mention> {
    record.mentions.iter().filter(|mention| mention.category == Category::Drug)
}

/// The drug of an article that names one drug, no class, and speaks of it as studied.
fn only_drug(record: &Record) -> Option<&Mention> {
    let first = drugs(record).find(|mention| mention.studied)?;
    drugs(record).all(|mention| mention.id == first.id && !mention.class).then_some(first)
}

fn finding(rule: &Rule, case: &Case<'_>, sides: [&Vec<(&Record, &Mention)>; 2]) -> Finding {
    let note = |side: &Vec<(&Record, &Mention)>| {
        let records = side.iter().map(|(record, _)| *record).collect();
        format!("{} ({})", side.first().map_or("", |(_, mention)| &mention.surface), sources(case, records))
    };
    let referred = sides.iter().any(|side| side.iter().any(|(record, _)| case.settings.is_reference(record)));
    let from = if referred { " from the reference" } else { "" };
    let message = format!("Drug differs{from}: {} but {}", note(sides[0]), note(sides[1]));
    let evidence = sides.iter().enumerate().flat_map(|(side, told)| {
        told.iter().map(move |(record, mention)| Evidence {
            article: record.id.clone(),
            start: mention.place.start,
            end: mention.place.end,
            quote: mention.surface.clone(),
            value: mention.name.clone(),
            line: mention.place.line,
            sentence: mention.surface.clone(),
            label: record.label().to_owned(),
            side,
            field: None,
        })
    });
    Finding {
        rule: rule.code.to_string(),
        name: rule.name.to_string(),
        severity: if alike(sides) { rule.severity } else { Severity::Info },
        kind: "drug".to_string(),
        trial: case.trial.group.id.clone(),
        message,
        reason: "Each article names one drug only".to_string(),
        evidence: evidence.collect(),
    }
}

/// One name is a slip of the other: they begin or end with the same half.
fn alike(sides: [&Vec<(&Record, &Mention)>; 2]) -> bool {
    let names = sides.map(|side| side.first().map_or("", |(_, mention)| tail(&mention.id)).chars().collect::<Vec<_>>());
    let [first, second] = &names;
    let half = first.len().min(second.len()).div_ceil(2);
    let head = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let end = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
    half > 0 && head.max(end) >= half
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, messages};
    use crate::model::{Category, Mention, Place, Record, Span};

    fn told(id: &str, drugs: &[(&str, bool)]) -> Record {
        let mention = |(name, class): &(&str, bool)| Mention {
            category: Category::Drug,
            id: format!("drug:{name}"),
            name: (*name).into(),
            place: Place { start: 0, end: 4, bytes: Span::new(0, 4), line: 1 },
            surface: (*name).into(),
            class: *class,
            studied: true,
        };
        Record { mentions: drugs.iter().map(mention).collect(), ..article(id, Vec::new()) }
    }

    #[track_caller]
    fn notes(a: &[(&str, bool)], b: &[(&str, bool)]) -> Vec<String> {
        messages("X011", &[told("a", a), told("b", b)])
    }

    #[test]
    fn two_drugs_for_one_trial() {
        let note = "Drug differs: prednisolone (b) but prednisone (a)";
        assert_eq!(notes(&[("prednisone", false)], &[("prednisolone", false)]), [note]);
        assert_eq!(notes(&[("losartan", false)], &[("valsartan", false)]).len(), 1);
    }

    #[test]
    fn classes_several_drugs_and_salts_pass() {
        assert!(notes(&[("statins", true)], &[("atorvastatin", false)]).is_empty());
        assert!(notes(&[("losartan", false), ("valsartan", false)], &[("valsartan", false)]).is_empty());
        assert!(notes(&[("lithium", false)], &[("lithium-carbonate", false)]).is_empty());
        assert!(notes(&[("losartan", false)], &[("losartan", false)]).is_empty());
    }
}
