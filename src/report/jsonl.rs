//! Records, groups and findings in, JSON out: one object a line, keys always in the same order.

use serde::Serialize;

use crate::model::bytes::{HIGH_BITS, ONES};
use crate::model::{Category, Claim, Finding, Mention, PlainNumber, Record, Severity, TrialGroup};

/// One line a claim. Places count code points; what is unknown is null.
pub fn claims(record: &Record, to: &mut Vec<u8>) {
    // All of them begin alike.
    let mut opening = b"{\"article\":".to_vec();
    string(&record.id, &mut opening);
    for one in &record.claims {
        claim(&opening, one, to);
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
    append(row, to);
    to.push(b'\n');
}

/// Writes the members of one object. A key is given as it is written, with the comma before it and the colon behind.
struct Object<'t> {
    to: &'t mut Vec<u8>,
}

impl<'t> Object<'t> {
    /// An object that begins with these members.
    fn opened(opening: &[u8], to: &'t mut Vec<u8>) -> Self {
        to.extend_from_slice(opening);
        Self { to }
    }

    #[inline(always)]
    fn key(&mut self, key: &str) -> &mut Vec<u8> {
        self.to.extend_from_slice(key.as_bytes());
        self.to
    }

    #[inline(always)]
    fn member(&mut self, key: &str, value: &impl Serialize) -> &mut Self {
        append(value, self.key(key));
        self
    }

    #[inline(always)]
    fn flag(&mut self, key: &str, value: bool) -> &mut Self {
        self.key(key).extend_from_slice(if value { b"true" } else { b"false" });
        self
    }

    #[inline(always)]
    fn text(&mut self, key: &str, value: &str) -> &mut Self {
        string(value, self.key(key));
        self
    }

    /// A name of the program's own, which holds nothing to escape.
    #[inline(always)]
    fn name(&mut self, key: &str, name: &str) -> &mut Self {
        quoted(name, self.key(key));
        self
    }

    /// A string, or null where it is unknown.
    #[inline(always)]
    fn known(&mut self, key: &str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(key, value),
            None => self.null(key),
        }
    }

    #[inline(always)]
    fn null(&mut self, key: &str) -> &mut Self {
        self.key(key).extend_from_slice(b"null");
        self
    }

    fn end_line(&mut self) {
        self.to.extend_from_slice(b"}\n");
    }
}

fn append(value: &impl Serialize, to: &mut Vec<u8>) {
    serde_json::to_writer(to, value).expect("a plain value serialises into memory");
}

/// Appends a string; few hold anything to escape.
fn string(text: &str, to: &mut Vec<u8>) {
    if holds_escaped(text) { append(&text, to) } else { quoted(text, to) }
}

/// Whether there is a byte to escape: a quote, a backslash or one below the blank.
fn holds_escaped(text: &str) -> bool {
    let bytes = text.as_bytes();
    let among_eight = |chunk: &[u8; 8]| {
        let bytes = u64::from_le_bytes(*chunk);
        // The high bit of each byte below a blank; one behind it may show it too.
        let low = |bytes: u64, limit: u8| bytes.wrapping_sub(ONES * u64::from(limit)) & !bytes;
        let is = |byte: u8| low(bytes ^ (ONES * u64::from(byte)), 1);
        (low(bytes, b' ') | is(b'"') | is(b'\\')) & HIGH_BITS != 0
    };
    let escaped = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    match bytes.last_chunk() {
        // The last eight may overlap those before.
        Some(last) => bytes.as_chunks().0.iter().chain([last]).any(among_eight),
        None => bytes.iter().any(escaped),
    }
}

fn quoted(text: &str, to: &mut Vec<u8>) {
    to.reserve(text.len() + 2);
    to.push(b'"');
    to.extend_from_slice(text.as_bytes());
    to.push(b'"');
}

fn claim(opening: &[u8], claim: &Claim, to: &mut Vec<u8>) {
    let value = &claim.value;
    let mut row = Object::opened(opening, to);
    row.name(r#","kind":"#, claim.kind.name())
        .member(r#","start":"#, &claim.place.start)
        .member(r#","end":"#, &claim.place.end)
        .text(r#","quote":"#, &claim.quote)
        .member(r#","low":"#, &PlainNumber(value.low))
        .member(r#","high":"#, &PlainNumber(value.high))
        .member(r#","decimals":"#, &value.decimals)
        .member(r#","bound":"#, &value.bound)
        .flag(r#","approx":"#, value.approx)
        .known(r#","unit":"#, claim.unit.as_deref())
        .member(r#","scope":"#, &claim.scope)
        .member(r#","role":"#, &claim.role)
        .known(r#","group":"#, claim.group.as_deref())
        .member(r#","arm":"#, &claim.arm)
        .known(r#","outcome":"#, claim.outcome.as_deref())
        .known(r#","comparator":"#, claim.comparator.as_deref())
        .known(r#","timepoint":"#, claim.timepoint.as_deref())
        .known(r#","scale":"#, claim.scale.as_deref())
        .known(r#","drug":"#, claim.drug.as_deref())
        .flag(r#","negated":"#, claim.negated)
        .known(r#","hedged":"#, claim.hedged.as_deref())
        .known(r#","attributed_to":"#, claim.attributed_to.as_deref())
        .member(r#","sentence":"#, &[claim.sentence.place.start, claim.sentence.place.end])
        .known(r#","cue":"#, claim.cue.as_deref());
    if let Some(field) = &claim.field {
        row.text(r#","field":"#, field);
    }
    row.end_line();
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
    use crate::model::{ClaimKind, Evidence, Place, Reported, Role, SentenceText, Span, Statistic};

    fn place(start: usize, end: usize) -> Place {
        Place { start, end, bytes: Span::new(start, end), line: 1 }
    }

    #[test]
    fn a_claim_has_exactly_the_documented_keys() {
        let sentence = SentenceText { place: place(0, 20), text: "It enroled 30 adults".into() };
        let bare =
            Claim::bare(ClaimKind::SampleSize, place(10, 19), "30 adults".into(), Reported::exact(30.into()), sentence);
        let claim = Claim {
            role: Some(Role::Total),
            group: Some("adults".into()),
            cue: Some("enroled".into()),
            statistic: Statistic::Count,
            ..bare
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
