//! Findings in, one page out that needs nothing else: no script, nothing loaded, every word from outside escaped.

use std::io::{self, Write};

use askama::Template;

use super::clean::one_line;
use super::place::{place, who};
use super::quoted::{Piece, Quoted, sentences};
use super::text::{heading, level, summary};
use super::{Results, TrialReport};
use crate::check::Rule;
use crate::model::{Finding, Record};

/// Trials on one page; a corpus has more than anybody scrolls through, and the gravest come first.
const TRIALS_SHOWN: usize = 300;

const STYLE: &str = include_str!("templates/report.css");

/// What the content security policy of the page allows: this style sheet and nothing else.
const STYLE_HASH: &str = "sha256-yQQEiLU/icKTQkE5z+hMc+GJb0UJq5GYPZ4uEMy0Q7M=";

/// Writes the page. `rules` explain the findings at its end.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(results: Results<'_>, rules: &[Rule], to: &mut dyn Write) -> io::Result<()> {
    let trials = results.trials();
    let fired = |rule: &&Rule| results.findings.iter().any(|finding| finding.rule == rule.code);
    let page = Page {
        title: "What the coverage disagrees on",
        summary: summary(results),
        style: STYLE,
        style_hash: STYLE_HASH,
        left_out: trials.len().saturating_sub(TRIALS_SHOWN),
        trials: trials.iter().take(TRIALS_SHOWN).map(|trial| TrialView::new(results, trial)).collect(),
        rules: rules.iter().filter(fired).collect(),
    };
    let html = page.render().map_err(io::Error::other)?;
    to.write_all(html.as_bytes())
}

#[derive(Template)]
#[template(path = "report.html", config = "src/report/askama.toml")]
struct Page<'r> {
    title: &'r str,
    summary: String,
    style: &'r str,
    style_hash: &'r str,
    trials: Vec<TrialView>,
    left_out: usize,
    rules: Vec<&'r Rule>,
}

struct TrialView {
    heading: String,
    counts: String,
    articles: Vec<ArticleView>,
    findings: Vec<FindingView>,
}

struct ArticleView {
    who: String,
    title: Option<String>,
    /// Only of the web: a `javascript:` address would be a program.
    url: Option<String>,
    published: Option<String>,
    source: String,
    copy_of: Option<String>,
}

struct FindingView {
    level: &'static str,
    rule: String,
    name: String,
    message: String,
    reason: String,
    columns: Vec<Column>,
}

/// One side: all who agree on a value.
struct Column {
    value: String,
    quotes: Vec<QuoteView>,
}

struct QuoteView {
    pieces: Vec<Piece>,
    who: String,
    place: String,
}

impl TrialView {
    fn new(results: Results<'_>, trial: &TrialReport<'_>) -> Self {
        Self {
            heading: heading(trial),
            counts: trial.counts(),
            articles: trial.records.iter().map(|record| ArticleView::new(results, trial, record)).collect(),
            findings: trial.findings.iter().map(|finding| FindingView::new(results, finding)).collect(),
        }
    }
}

impl ArticleView {
    fn new(results: Results<'_>, trial: &TrialReport<'_>, record: &Record) -> Self {
        let safe = |text: &Option<String>| text.as_deref().map(|text| one_line(text).into_owned());
        let of_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        let copy = trial.group.copies.iter().find(|(copy, _)| *copy == record.id);
        let name = |id: &str| results.record(id).map_or_else(|| one_line(id).into_owned(), who);
        Self {
            who: who(record),
            title: safe(&record.title),
            url: record.url.clone().filter(of_web),
            published: safe(&record.published),
            source: one_line(&record.source).into_owned(),
            copy_of: copy.map(|(_, original)| name(original)),
        }
    }
}

impl FindingView {
    fn new(results: Results<'_>, finding: &Finding) -> Self {
        Self {
            level: level(finding.severity),
            rule: one_line(&finding.rule).into_owned(),
            name: one_line(&finding.name).into_owned(),
            message: one_line(&finding.message).into_owned(),
            reason: one_line(&finding.reason).into_owned(),
            columns: columns(results, &sentences(&finding.evidence)),
        }
    }
}

/// Quotes of one side under each other, sides next to each other; a sentence that holds several sides stands alone.
fn columns(results: Results<'_>, sentences: &[Quoted<'_>]) -> Vec<Column> {
    let mut columns: Vec<(Option<usize>, Column)> = Vec::new();
    for quoted in sentences {
        let side = (quoted.sides.len() == 1).then(|| quoted.sides[0].side);
        let view = QuoteView::new(results, quoted);
        match columns.iter_mut().find(|(of, _)| side.is_some() && *of == side) {
            Some((_, column)) => column.quotes.push(view),
            None => columns.push((side, Column { value: quoted.values(), quotes: vec![view] })),
        }
    }
    columns.into_iter().map(|(_, column)| column).collect()
}

impl QuoteView {
    fn new(results: Results<'_>, quoted: &Quoted<'_>) -> Self {
        let first = quoted.sides[0];
        let pieces = quoted.pieces.clone();
        match results.record(&first.article) {
            Some(record) => Self { pieces, who: who(record), place: place(record, first.line) },
            None => Self { pieces, who: one_line(&first.label).into_owned(), place: format!("line {}", first.line) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;
    use crate::model::{Evidence, Severity, TrialGroup};

    fn page(title: &str, url: &str, sentence: &str) -> String {
        let record = Record {
            id: "a".into(),
            source: "a.txt".into(),
            title: Some(title.into()),
            url: Some(url.into()),
            ..Record::default()
        };
        let side = |quote: &str, side| Evidence {
            article: "a".into(),
            start: 0,
            end: 0,
            quote: quote.into(),
            value: quote.into(),
            line: 3,
            sentence: format!("{sentence} {side}"),
            label: "a".into(),
            side,
            field: None,
        };
        let finding = Finding {
            rule: "A001".into(),
            name: "count-percent-mismatch".into(),
            severity: Severity::Error,
            kind: "percentage".into(),
            trial: "a".into(),
            message: "Count and percentage disagree".into(),
            reason: "They stand side by side".into(),
            evidence: vec![side("30", 0), side("<b>", 1)],
        };
        let groups = [TrialGroup { id: "a".into(), articles: vec!["a".into()], ..TrialGroup::default() }];
        let mut out = Vec::new();
        write(Results { records: &[record], groups: &groups, findings: &[finding] }, RULES, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_page_has_its_findings_and_their_rules() {
        let html = page("Mood lifts", "https://courier.example/mood", "It had 30 adults");
        for part in [
            "It had <mark>30</mark> adults 0</p>",
            "<a href=\"https://courier.example/mood\" rel=\"noreferrer noopener\">Mood lifts</a>",
            "<dt id=\"rule-A001\">A001 count-percent-mismatch</dt>",
            "a.txt:3",
            "1 error",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }

    #[test]
    fn hostile_words_do_nothing() {
        let html = page("<script>alert(1)</script>\u{202e}", "javascript:alert(1)", "<img src=x onerror=alert(1)> 30");
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("javascript:"), "{html}");
        assert!(!html.contains('\u{202e}') && !html.contains("<b>]"), "{html}");
        assert!(html.contains("<mark>&#60;b&#62;</mark>") || html.contains("<mark>&lt;b&gt;</mark>"), "{html}");
    }

    /// A browser refuses a style sheet whose hash is another.
    #[test]
    fn the_policy_names_the_style_sheet() {
        use base64::Engine;
        use sha2::Digest;
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(STYLE));
        assert_eq!(STYLE_HASH, format!("sha256-{hash}"));
    }
}
