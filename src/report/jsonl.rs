//! Records, groups and findings in, JSON out: one object a line, keys always in the same order.

use serde::Serialize;

use crate::model::{
    Arm, Category, Claim, ClaimKind, Finding, Mention, Record, Reported, Role, Scope, Severity, TrialGroup,
};

/// One line a claim. Places count code points; what is unknown is null.
pub fn claims(record: &Record, to: &mut Vec<u8>) {
    for claim in &record.claims {
        line(&ClaimRow::new(&record.id, claim), to);
    }
}

/// One line a mention.
pub fn mentions(record: &Record, to: &mut Vec<u8>) {
    for mention in &record.mentions {
        line(&MentionRow::new(&record.id, mention), to);
    }
}

/// One line an article: all that `link` and `check` need to know of it.
pub fn record(record: &Record, to: &mut Vec<u8>) {
    line(record, to);
}

/// One line a group, groups of one included.
pub fn group(group: &TrialGroup, to: &mut Vec<u8>) {
    line(group, to);
}

/// One line a finding.
pub fn finding(finding: &Finding, to: &mut Vec<u8>) {
    line(&FindingRow::new(finding), to);
}

/// Appends a row. Rows are strings, numbers and lists of them, which always serialise.
pub(super) fn line(row: &impl Serialize, to: &mut Vec<u8>) {
    serde_json::to_writer(&mut *to, row).expect("a plain row serialises into memory");
    to.push(b'\n');
}

#[derive(Serialize)]
struct ClaimRow<'r> {
    article: &'r str,
    kind: ClaimKind,
    start: usize,
    end: usize,
    quote: &'r str,
    #[serde(flatten)]
    value: Reported,
    unit: Option<&'r str>,
    scope: Scope,
    role: Option<Role>,
    group: Option<&'r str>,
    arm: Option<Arm>,
    outcome: Option<&'r str>,
    comparator: Option<&'r str>,
    timepoint: Option<&'r str>,
    scale: Option<&'r str>,
    drug: Option<&'r str>,
    negated: bool,
    hedged: Option<&'r str>,
    attributed_to: Option<&'r str>,
    sentence: [usize; 2],
    cue: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'r str>,
}

impl<'r> ClaimRow<'r> {
    fn new(article: &'r str, claim: &'r Claim) -> Self {
        Self {
            article,
            kind: claim.kind,
            start: claim.place.start,
            end: claim.place.end,
            quote: &claim.quote,
            value: claim.value,
            unit: claim.unit.as_deref(),
            scope: claim.scope,
            role: claim.role,
            group: claim.group.as_deref(),
            arm: claim.arm,
            outcome: claim.outcome.as_deref(),
            comparator: claim.comparator.as_deref(),
            timepoint: claim.timepoint.as_deref(),
            scale: claim.scale.as_deref(),
            drug: claim.drug.as_deref(),
            negated: claim.negated,
            hedged: claim.hedged.as_deref(),
            attributed_to: claim.attributed_to.as_deref(),
            sentence: [claim.sentence.place.start, claim.sentence.place.end],
            cue: claim.cue.as_deref(),
            field: claim.field.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct MentionRow<'r> {
    article: &'r str,
    category: Category,
    id: &'r str,
    name: &'r str,
    start: usize,
    end: usize,
    surface: &'r str,
}

impl<'r> MentionRow<'r> {
    fn new(article: &'r str, mention: &'r Mention) -> Self {
        Self {
            article,
            category: mention.category,
            id: &mention.id,
            name: &mention.name,
            start: mention.place.start,
            end: mention.place.end,
            surface: &mention.surface,
        }
    }
}

#[derive(Serialize)]
struct FindingRow<'r> {
    rule: &'r str,
    name: &'r str,
    severity: Severity,
    kind: &'r str,
    trial: &'r str,
    message: &'r str,
    evidence: Vec<EvidenceRow<'r>>,
}

#[derive(Serialize)]
struct EvidenceRow<'r> {
    article: &'r str,
    start: usize,
    end: usize,
    quote: &'r str,
    value: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'r str>,
}

impl<'r> FindingRow<'r> {
    fn new(finding: &'r Finding) -> Self {
        let evidence = finding.evidence.iter().map(|side| EvidenceRow {
            article: &side.article,
            start: side.start,
            end: side.end,
            quote: &side.quote,
            value: &side.value,
            field: side.field.as_deref(),
        });
        Self {
            rule: &finding.rule,
            name: &finding.name,
            severity: finding.severity,
            kind: &finding.kind,
            trial: &finding.trial,
            message: &finding.message,
            evidence: evidence.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Part, Place, SentenceText, Span, Statistic};

    fn place(start: usize, end: usize) -> Place {
        Place { start, end, bytes: Span::new(start, end), line: 1 }
    }

    #[test]
    fn a_claim_has_exactly_the_documented_keys() {
        let claim = Claim {
            kind: ClaimKind::SampleSize,
            place: place(10, 19),
            quote: "30 adults".into(),
            value: Reported::exact(30.into()),
            unit: None,
            scope: Scope::ThisStudy,
            role: Some(Role::Total),
            group: Some("adults".into()),
            arm: None,
            outcome: None,
            comparator: None,
            timepoint: None,
            scale: None,
            drug: None,
            negated: false,
            hedged: None,
            attributed_to: None,
            sentence: SentenceText { place: place(0, 20), text: "It enroled 30 adults".into() },
            cue: Some("enroled".into()),
            statistic: Statistic::Count,
            direction: None,
            fraction: None,
            part: Part::Body,
            adjusted: false,
            field: None,
        };
        let record = Record { id: "a".into(), claims: vec![claim], ..Record::default() };
        let mut out = Vec::new();
        claims(&record, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            concat!(
                r#"{"article":"a","kind":"sample_size","start":10,"end":19,"quote":"30 adults","low":30,"high":30,"#,
                r#""decimals":0,"bound":"exact","approx":false,"unit":null,"scope":"this_study","role":"total","#,
                r#""group":"adults","arm":null,"outcome":null,"comparator":null,"timepoint":null,"scale":null,"#,
                r#""drug":null,"negated":false,"hedged":null,"attributed_to":null,"sentence":[0,20],"cue":"enroled"}"#,
                "\n"
            )
        );
    }

    #[test]
    fn a_finding_has_exactly_the_documented_keys() {
        let side = Evidence {
            article: "a".into(),
            start: 1,
            end: 3,
            quote: "30".into(),
            value: "30".into(),
            line: 1,
            sentence: "x".into(),
            label: "A".into(),
            side: 0,
            field: None,
        };
        let found = Finding {
            rule: "X001".into(),
            name: "sample-size-conflict".into(),
            severity: Severity::Error,
            kind: "sample_size".into(),
            trial: "a".into(),
            message: "m".into(),
            reason: "r".into(),
            evidence: vec![side],
        };
        let mut out = Vec::new();
        finding(&found, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            concat!(
                r#"{"rule":"X001","name":"sample-size-conflict","severity":"error","kind":"sample_size","trial":"a","#,
                r#""message":"m","evidence":[{"article":"a","start":1,"end":3,"quote":"30","value":"30"}]}"#,
                "\n"
            )
        );
    }
}
