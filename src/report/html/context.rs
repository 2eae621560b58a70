//! Trials that stand on one page in, the numbers of their articles and the places that can be jumped to out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Evidence, Record};
use crate::report::{Results, TrialReport};

/// An article with more text than this is told without it.
const LONGEST_TEXT_BYTES: usize = 400_000;

/// Texts on one page; those after it are told without, so that a page opens in a moment.
const PAGE_TEXT_BYTES: usize = 4_000_000;

/// What every part of a page asks for.
pub struct Context<'r> {
    pub results: Results<'r>,
    /// Article → its number on the page, from 1.
    numbers: HashMap<&'r str, usize>,
    /// Outlets of the page, sorted.
    outlets: Vec<&'r str>,
    /// Article → places in its text that links ask for, with those they lead to, in code points; only of articles whose
    /// text is on the page.
    anchors: HashMap<&'r str, BTreeMap<usize, usize>>,
}

impl<'r> Context<'r> {
    pub fn new(results: Results<'r>, trials: &[TrialReport<'r>]) -> Self {
        let records = || trials.iter().flat_map(|trial| trial.records.iter().copied());
        let outlets: BTreeSet<&str> = records().map(Record::label).collect();
        let mut evidence: HashMap<&str, Vec<&Evidence>> = HashMap::new();
        for piece in trials.iter().flat_map(|trial| &trial.findings).flat_map(|finding| &finding.evidence) {
            evidence.entry(&piece.article).or_default().push(piece);
        }
        let mut left = PAGE_TEXT_BYTES;
        let mut anchors = HashMap::new();
        for record in records() {
            let bytes = record.text.as_ref().map_or(usize::MAX, String::len);
            if bytes <= LONGEST_TEXT_BYTES.min(left) {
                left -= bytes;
                let of_it = evidence.get(record.id.as_str()).map_or(&[][..], Vec::as_slice);
                anchors.insert(record.id.as_str(), places(record, of_it));
            }
        }
        let numbers = records().enumerate().map(|(at, record)| (record.id.as_str(), at + 1)).collect();
        Self { results, numbers, outlets: outlets.into_iter().collect(), anchors }
    }

    /// The number of an article of the page; 0 for one that is not on it.
    pub fn number(&self, article: &str) -> usize {
        self.numbers.get(article).copied().unwrap_or(0)
    }

    /// The number of an outlet of the page, from 1.
    pub fn outlet(&self, label: &str) -> usize {
        self.outlets.binary_search(&label).map_or(0, |at| at + 1)
    }

    pub fn outlets(&self) -> &[&'r str] {
        &self.outlets
    }

    /// Where in the text of the article links lead, where the text is on the page.
    pub fn anchors(&self, article: &str) -> Option<BTreeSet<usize>> {
        Some(self.anchors.get(article)?.values().copied().collect())
    }

    /// The address of a place in the text of an article, where that is on the page.
    pub fn jump(&self, article: &str, start: usize) -> Option<String> {
        let place = self.anchors.get(article)?.get(&start)?;
        Some(format!("#{}", anchor(self.number(article), *place)))
    }
}

/// The id of a place in a text.
pub fn anchor(article: usize, start: usize) -> String {
    format!("a{article}-{start}")
}

/// Where claims, quality items and evidence begin, each with the begin of the claim that it stands in: a claim is never
/// cut. Places out of records of others may lie behind the end.
fn places(record: &Record, evidence: &[&Evidence]) -> BTreeMap<usize, usize> {
    let length = record.text.as_ref().map_or(0, |text| text.chars().count());
    let claims = apart(record);
    let starts = record.claims.iter().map(|claim| claim.place.start);
    let items = record.quality.iter().filter_map(|item| item.place).map(|place| place.start);
    let facts = record.facts.iter().map(|fact| fact.place.start);
    let evidence = evidence.iter().map(|evidence| evidence.start);
    let claim_of = |place: usize| {
        let before = claims.range(..=place).next_back();
        before.filter(|(_, end)| **end > place).map_or(place, |(start, _)| *start)
    };
    let wanted = starts.chain(items).chain(facts).chain(evidence).filter(|&start| start < length);
    wanted.map(|start| (start, claim_of(start))).collect()
}

/// First and last code point of the claims that do not overlap one before them.
fn apart(record: &Record) -> BTreeMap<usize, usize> {
    let mut kept = BTreeMap::new();
    for place in record.claims.iter().map(|claim| claim.place) {
        let free = kept.range(..place.end).next_back().is_none_or(|(_, end)| *end <= place.start);
        if place.start < place.end && free {
            kept.insert(place.start, place.end);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TrialGroup;

    #[test]
    fn links_lead_only_into_texts_of_the_page() {
        let text = |text: &str| Some(text.to_owned());
        let records = [
            Record { id: "a".into(), text: text("It had 30 adults."), ..Record::default() },
            Record { id: "b".into(), outlet: text("The Courier"), ..Record::default() },
            Record { id: "c".into(), text: text(&"é".repeat(LONGEST_TEXT_BYTES)), ..Record::default() },
        ];
        let group =
            TrialGroup { id: "a".into(), articles: ["a", "b", "c"].map(String::from).into(), ..TrialGroup::default() };
        let place = |article: &str, start| Evidence {
            article: article.into(),
            start,
            end: start,
            quote: String::new(),
            value: String::new(),
            line: 1,
            sentence: String::new(),
            label: article.into(),
            side: 0,
            field: None,
        };
        let finding = crate::model::Finding {
            rule: "X001".into(),
            name: "sample-size-conflict".into(),
            severity: crate::model::Severity::Error,
            kind: "sample_size".into(),
            trial: "a".into(),
            message: String::new(),
            reason: String::new(),
            evidence: vec![place("a", 7), place("a", 99), place("b", 0), place("c", 1)],
        };
        let results = Results { records: &records, groups: std::slice::from_ref(&group), findings: &[] };
        let trial = TrialReport { group: &group, records: records.iter().collect(), findings: vec![&finding] };
        let context = Context::new(results, &[trial]);
        assert_eq!(context.jump("a", 7).as_deref(), Some("#a1-7"));
        for (article, start) in [("a", 99), ("a", 8), ("b", 0), ("c", 1), ("d", 0)] {
            assert_eq!(context.jump(article, start), None, "{article} {start}");
        }
        assert_eq!((context.outlet("The Courier"), context.outlet("d"), context.outlets().len()), (1, 0, 3));
    }
}
