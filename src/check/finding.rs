//! The statements that a rule holds against each other in, the finding as printed out.

use super::statement::Statement;
use super::{Case, Rule};
use crate::model::{Evidence, Fact, Finding, Record, Severity};

/// One side of a disagreement: statements that agree among themselves.
pub type Side<'s, 'r> = Vec<&'s Statement<'r>>;

/// The note and its evidence; `what` is the quantity ("Sample size"), sides numbered in the order given.
pub fn disagreement(
    rule: &Rule,
    case: &Case<'_>,
    severity: Severity,
    what: &str,
    sides: &[Side<'_, '_>],
    reason: String,
) -> Finding {
    let mut sides: Vec<&Side<'_, '_>> = sides.iter().collect();
    sides.sort_by_key(|side| !side.iter().any(|statement| statement.reference));
    let told: Vec<String> = sides.iter().filter_map(|side| side_note(case, side)).collect();
    let referred = sides.first().is_some_and(|side| side.iter().any(|statement| statement.reference));
    let message = differs(what, referred, &told);
    let first = sides.first().and_then(|side| side.first());
    let evidence = sides
        .iter()
        .enumerate()
        .flat_map(|(number, side)| side.iter().map(move |statement| evidence(statement, number)))
        .collect();
    finding(rule, case, severity, first, message, reason, evidence)
}

/// "Sample size differs: …", "Sample size differs from the reference: …".
fn differs(what: &str, from_reference: bool, told: &[String]) -> String {
    let from = if from_reference { " from the reference" } else { "" };
    format!("{what} differs{from}: {}", told.join(" but "))
}

/// The note and its evidence for statements without numbers; the words that decided stand in the note.
pub fn facts_disagree(
    rule: &Rule,
    case: &Case<'_>,
    severity: Severity,
    (what, kind): (&str, &str),
    sides: &[Vec<Told<'_>>],
    reason: String,
) -> Finding {
    let mut sides: Vec<Vec<Told<'_>>> = sides.to_vec();
    let refers = |side: &Vec<Told<'_>>| side.iter().any(|(record, _)| case.settings.is_reference(record));
    let speaks = |side: &Vec<Told<'_>>| side.iter().any(|(record, _)| case.is_source(record));
    sides.sort_by_key(|side| (!refers(side), !speaks(side)));
    let note = |side: &Vec<Told<'_>>| {
        let (_, fact) = side.first()?;
        let records = side.iter().map(|(record, _)| *record).collect();
        Some(format!("{} ({})", one_line(&fact.quote), sources(case, records)))
    };
    let told: Vec<String> = sides.iter().filter_map(note).collect();
    let message = differs(what, sides.first().is_some_and(refers), &told);
    from_facts(rule, case, severity, kind, message, reason, fact_evidence(&sides))
}

/// A finding about statements of one article, with its note written by the rule.
pub fn slip(
    rule: &Rule,
    case: &Case<'_>,
    severity: Severity,
    statements: &[&Statement<'_>],
    message: String,
    reason: String,
) -> Finding {
    let evidence = statements.iter().enumerate().map(|(side, statement)| evidence(statement, side)).collect();
    finding(rule, case, severity, statements.first(), message, reason, evidence)
}

fn finding(
    rule: &Rule,
    case: &Case<'_>,
    severity: Severity,
    first: Option<&&Statement<'_>>,
    message: String,
    reason: String,
    evidence: Vec<Evidence>,
) -> Finding {
    Finding {
        rule: rule.code.to_string(),
        name: rule.name.to_string(),
        severity,
        kind: first.map_or(String::new(), |statement| statement.claim.kind.name().to_string()),
        trial: case.trial.group.id.clone(),
        message,
        reason,
        evidence,
    }
}

/// "3,258 nurses (Daily Post and 2 copies, The Courier)"; the reference and the sources stand first.
fn side_note(case: &Case<'_>, side: &Side<'_, '_>) -> Option<String> {
    let quote = one_line(&side.first()?.claim.quote);
    let records: Vec<&Record> = side.iter().map(|statement| statement.record).collect();
    Some(format!("{quote} ({})", sources(case, records)))
}

/// The names of the articles, each family of copies counted once.
pub fn sources(case: &Case<'_>, mut records: Vec<&Record>) -> String {
    records.sort_by_key(|record| (!case.settings.is_reference(record), !case.is_source(record)));
    let mut texts: Vec<(&str, &str, usize)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for record in records {
        if seen.contains(&record.id.as_str()) {
            continue;
        }
        seen.push(&record.id);
        let (family, label) = (case.families.first(&record.id), source_label(case, record));
        match texts.iter_mut().find(|(known, named, _)| *known == family || *named == label) {
            Some((known, _, copies)) => *copies += usize::from(*known == family),
            None => texts.push((family, label, 0)),
        }
    }
    let named = texts.iter().take(NAMED_SOURCES).map(|(_, label, copies)| with_copies(label, *copies));
    let named = named.collect::<Vec<_>>().join(", ");
    match texts.len().saturating_sub(NAMED_SOURCES) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// Sources named on one side of a note before the rest is counted.
const NAMED_SOURCES: usize = 3;

fn with_copies(label: &str, copies: usize) -> String {
    match copies {
        0 => label.to_owned(),
        1 => format!("{label} and a copy"),
        more => format!("{label} and {more} copies"),
    }
}

/// A source is called what it is, a news article by its outlet.
pub fn source_label<'r>(case: &Case<'_>, record: &'r Record) -> &'r str {
    match record.kind {
        _ if case.settings.is_reference(record) => "reference",
        Some(kind) if kind.is_source() => kind.label(),
        _ => record.label(),
    }
}

pub fn evidence(statement: &Statement<'_>, side: usize) -> Evidence {
    let claim = statement.claim;
    Evidence {
        article: statement.record.id.clone(),
        start: claim.place.start,
        end: claim.place.end,
        quote: claim.quote.clone(),
        value: printed_value(statement),
        line: claim.place.line,
        sentence: claim.sentence.text.to_string(),
        label: statement.record.label().to_string(),
        side,
        field: claim.field.clone(),
    }
}

/// "30", "20–30", "more than 1000", "about 30".
fn printed_value(statement: &Statement<'_>) -> String {
    use crate::model::Bound;
    let value = &statement.claim.value;
    let number = match value.single() {
        Some(single) => single.normalize().to_string(),
        None => format!("{}–{}", value.low.normalize(), value.high.normalize()),
    };
    let bound = match value.bound {
        Bound::Exact if value.approx => "about ",
        Bound::Exact => "",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
        Bound::MoreThan => "more than ",
        Bound::LessThan => "less than ",
    };
    format!("{bound}{number}")
}

/// A quote on one line: hard-wrapped text keeps its words, not its breaks.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A statement without a number and the article that makes it.
pub type Told<'r> = (&'r Record, &'r Fact);

/// Whole sentences as evidence, sides numbered in the order given; a sentence is shown once.
pub fn fact_evidence(sides: &[Vec<Told<'_>>]) -> Vec<Evidence> {
    let mut shown: Vec<Evidence> = Vec::new();
    for (side, told) in sides.iter().enumerate() {
        for (record, fact) in told {
            let place = fact.sentence.place;
            if shown.iter().any(|have| have.article == record.id && have.start == place.start) {
                continue;
            }
            shown.push(Evidence {
                article: record.id.clone(),
                start: place.start,
                end: place.end,
                quote: fact.sentence.text.to_string(),
                value: fact.quote.clone(),
                line: place.line,
                sentence: fact.sentence.text.to_string(),
                label: record.label().to_string(),
                side,
                field: None,
            });
        }
    }
    shown
}

/// A finding about statements without numbers.
pub fn from_facts(
    rule: &Rule,
    case: &Case<'_>,
    severity: Severity,
    kind: &str,
    message: String,
    reason: String,
    evidence: Vec<Evidence>,
) -> Finding {
    let first: Option<&&Statement<'_>> = None;
    Finding { kind: kind.to_string(), ..finding(rule, case, severity, first, message, reason, evidence) }
}
