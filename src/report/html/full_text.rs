//! One article with its claims and the findings about it in, its text cut at every place that is marked or linked out.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Context, anchor};
use crate::model::{ClaimKind, Record};
use crate::report::TrialReport;
use crate::report::clean::one_line;
use crate::report::place::who;

/// The text of one article, its claims marked by kind.
pub struct TextView {
    pub number: usize,
    pub who: String,
    pub title: Option<String>,
    pub claims: usize,
    pub stretches: Vec<Stretch>,
}

/// Words between two places.
pub struct Stretch {
    pub id: Option<String>,
    pub text: String,
    pub mark: Option<Mark>,
    /// Findings that quote what ends here.
    pub findings: Vec<FindingLink>,
}

#[derive(Clone)]
pub struct Mark {
    pub class: &'static str,
    pub name: &'static str,
}

#[derive(Clone)]
pub struct FindingLink {
    pub id: String,
    pub rule: String,
}

/// The marks of the legend: class and what it stands for.
pub const LEGEND: [(&str, &str); 5] = [
    ("people", "people counted"),
    ("share", "shares"),
    ("effect", "effects"),
    ("sure", "intervals and p values"),
    ("amount", "times and doses"),
];

/// `None` where the text is not on the page. `trial` numbers the findings' cards.
pub fn view(context: &Context<'_>, trial: &TrialReport<'_>, number: usize, record: &Record) -> Option<TextView> {
    let anchors = context.anchors(&record.id)?;
    let text = record.text.as_deref()?;
    let mut marks = claims(record);
    let mut links: BTreeMap<usize, Vec<FindingLink>> = BTreeMap::new();
    for (at, finding) in trial.findings.iter().enumerate() {
        for evidence in finding.evidence.iter().filter(|evidence| evidence.article == record.id) {
            let link = FindingLink { id: super::card::id(number, at), rule: one_line(&finding.rule).into_owned() };
            let links = links.entry(evidence.end).or_default();
            if !links.iter().any(|known| known.id == link.id) {
                links.push(link);
            }
            marks.add(evidence.start, evidence.end, Mark { class: "quoted", name: "quoted in a finding" });
        }
    }
    let article = context.number(&record.id);
    Some(TextView {
        number: article,
        who: who(record),
        title: record.title.as_deref().map(|title| one_line(title).into_owned()),
        claims: record.claims.len(),
        stretches: stretches(text, article, &anchors, &marks, &links),
    })
}

/// Marks that do not overlap, by their first code point, with their end.
#[derive(Default)]
struct Marks(BTreeMap<usize, (usize, Mark)>);

impl Marks {
    /// What was marked first stays.
    fn add(&mut self, start: usize, end: usize, mark: Mark) {
        let before = self.0.range(..=start).next_back().is_some_and(|(_, (last, _))| *last > start);
        let behind = self.0.range(start..).next().is_some_and(|(next, _)| *next < end);
        if start < end && !before && !behind {
            self.0.insert(start, (end, mark));
        }
    }

    fn at(&self, place: usize) -> Option<&Mark> {
        let (_, (end, mark)) = self.0.range(..=place).next_back()?;
        (*end > place).then_some(mark)
    }
}

fn claims(record: &Record) -> Marks {
    let mut marks = Marks::default();
    for claim in &record.claims {
        let class = class(claim.kind);
        marks.add(claim.place.start, claim.place.end, Mark { class, name: claim.kind.name() });
    }
    marks
}

fn class(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::SampleSize | ClaimKind::EventCount => "people",
        ClaimKind::ResponseRate | ClaimKind::Percentage => "share",
        ClaimKind::Multiplier | ClaimKind::EffectEstimate | ClaimKind::Nnt | ClaimKind::ScoreChange => "effect",
        ClaimKind::ConfidenceInterval | ClaimKind::PValue => "sure",
        ClaimKind::Duration | ClaimKind::Dose => "amount",
    }
}

/// The text cut wherever a mark begins or ends, a link leads to, or a finding is named.
fn stretches(
    text: &str,
    article: usize,
    anchors: &BTreeSet<usize>,
    marks: &Marks,
    links: &BTreeMap<usize, Vec<FindingLink>>,
) -> Vec<Stretch> {
    let mut cuts: BTreeSet<usize> = anchors.iter().chain(links.keys()).copied().collect();
    cuts.extend(marks.0.iter().flat_map(|(start, (end, _))| [*start, *end]));
    cuts.insert(0);
    let bytes = byte_places(text, &cuts);
    let ends = bytes.iter().skip(1).map(|(code_point, byte)| (*code_point, *byte)).chain([(usize::MAX, text.len())]);
    let pieces = bytes.iter().zip(ends).map(|((start, from), (end, to))| {
        let last = if end == usize::MAX { bytes.len() } else { end };
        Stretch {
            id: anchors.contains(start).then(|| anchor(article, *start)),
            text: shown(&text[*from..to]),
            mark: marks.at(*start).cloned(),
            findings: links.get(&last).cloned().unwrap_or_default(),
        }
    });
    pieces.filter(|piece| piece.id.is_some() || !piece.text.is_empty()).collect()
}

/// Code points with their bytes, rising; those behind the end are left out.
fn byte_places(text: &str, code_points: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let mut wanted = code_points.iter().copied().peekable();
    let mut places = Vec::new();
    for (at, (byte, _)) in text.char_indices().enumerate() {
        if wanted.next_if_eq(&at).is_some() {
            places.push((at, byte));
        }
    }
    places
}

/// Line by line, so that lines stay lines.
fn shown(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(|line| one_line(line.trim_end_matches('\r'))).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Mark = Mark { class: "people", name: "sample_size" };

    /// The text with its marks in brackets, its anchors as `#` and its findings in braces.
    fn cut(text: &str, anchors: &[usize], marked: &[(usize, usize)], linked: &[usize]) -> String {
        let mut marks = Marks::default();
        marked.iter().for_each(|(start, end)| marks.add(*start, *end, MARK));
        let link = |at: &usize| (*at, vec![FindingLink { id: "f1".into(), rule: "X001".into() }]);
        let anchors = anchors.iter().copied().collect();
        let pieces = stretches(text, 1, &anchors, &marks, &linked.iter().map(link).collect());
        let shown = pieces.iter().map(|piece| {
            let id = if piece.id.is_some() { "#" } else { "" };
            let text = if piece.mark.is_some() { format!("[{}]", piece.text) } else { piece.text.clone() };
            let links: String = piece.findings.iter().map(|link| format!("{{{}}}", link.rule)).collect();
            format!("{id}{text}{links}")
        });
        shown.collect()
    }

    #[test]
    fn texts_are_cut_at_marks_anchors_and_findings() {
        assert_eq!(cut("It had 30 adults.", &[7], &[(7, 16)], &[16]), "It had #[30 adults]{X001}.");
        assert_eq!(cut("é 30 of 31 é", &[2, 8], &[(2, 10), (8, 10)], &[10]), "é #[30 of ]#[31]{X001} é");
        assert_eq!(cut("30\r\n31", &[], &[], &[]), "30\n31");
        assert_eq!(cut("a 30", &[], &[(2, 4)], &[4]), "a [30]");
    }

    #[test]
    fn places_that_are_not_in_the_text_do_nothing() {
        assert_eq!(cut("30", &[5], &[(1, 1), (0, 99)], &[7]), "[30]");
        assert_eq!(cut("30", &[], &[(4, 9)], &[]), "30");
        assert_eq!(cut("", &[0], &[(0, 1)], &[0]), "");
        assert_eq!(cut("a\u{202e}b", &[], &[], &[]), "a\u{fffd}b");
    }
}
