//! The statements that a rule holds against each other in, the finding as printed out.

use super::statement::Statement;
use super::{Rule, Trial};
use crate::model::{Evidence, Fact, Finding, Record, Severity};

/// One side of a disagreement: statements that agree among themselves.
pub type Side<'s, 'r> = Vec<&'s Statement<'r>>;

/// The note and its evidence; `what` is the quantity ("Sample size"), sides numbered in the order given.
pub fn disagreement(
    rule: &Rule,
    trial: &Trial<'_>,
    severity: Severity,
    what: &str,
    sides: &[Side<'_, '_>],
    reason: String,
) -> Finding {
    let told: Vec<String> = sides.iter().filter_map(|side| side_note(trial, side)).collect();
    let message = format!("{what} differs: {}", told.join(" but "));
    let evidence = sides
        .iter()
        .enumerate()
        .flat_map(|(number, side)| side.iter().map(move |statement| evidence(statement, number)))
        .collect();
    finding(rule, trial, severity, sides.first().and_then(|side| side.first()), message, reason, evidence)
}

/// A finding about statements of one article, with its note written by the rule.
pub fn slip(
    rule: &Rule,
    trial: &Trial<'_>,
    severity: Severity,
    statements: &[&Statement<'_>],
    message: String,
    reason: String,
) -> Finding {
    let evidence = statements.iter().enumerate().map(|(side, statement)| evidence(statement, side)).collect();
    finding(rule, trial, severity, statements.first(), message, reason, evidence)
}

fn finding(
    rule: &Rule,
    trial: &Trial<'_>,
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
        trial: trial.group.id.clone(),
        message,
        reason,
        evidence,
    }
}

/// "3,258 nurses (Daily Post, The Courier)"; copies of another article on the side are not named again.
fn side_note(trial: &Trial<'_>, side: &Side<'_, '_>) -> Option<String> {
    let quote = one_line(&side.first()?.claim.quote);
    let mut labels: Vec<&str> = Vec::new();
    for statement in side {
        let label = source_label(statement.record);
        if !is_copy_within(trial, statement, side) && !labels.contains(&label) {
            labels.push(label);
        }
    }
    let named = labels.iter().take(NAMED_SOURCES).copied().collect::<Vec<_>>().join(", ");
    Some(match labels.len().saturating_sub(NAMED_SOURCES) {
        0 => format!("{quote} ({named})"),
        more => format!("{quote} ({named} and {more} more)"),
    })
}

/// Sources named on one side of a note before the rest is counted.
const NAMED_SOURCES: usize = 3;

fn is_copy_within(trial: &Trial<'_>, statement: &Statement<'_>, side: &Side<'_, '_>) -> bool {
    trial
        .group
        .copies
        .iter()
        .any(|(copy, original)| *copy == statement.record.id && side.iter().any(|other| other.record.id == *original))
}

/// A source is called what it is, a news article by its outlet.
pub fn source_label(record: &Record) -> &str {
    match record.kind {
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
    trial: &Trial<'_>,
    severity: Severity,
    kind: &str,
    message: String,
    reason: String,
    evidence: Vec<Evidence>,
) -> Finding {
    let first: Option<&&Statement<'_>> = None;
    Finding { kind: kind.to_string(), ..finding(rule, trial, severity, first, message, reason, evidence) }
}
