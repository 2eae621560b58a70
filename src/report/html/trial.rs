//! One trial in, its part of the page out: what is agreed, what contradicts, who tells what, the texts.

use super::agreement::{Row, articles_of, rows};
use super::card::{Card, card, day, id};
use super::context::Context;
use super::full_text::{self, TextView};
use super::grid::{Grid, grids};
use crate::check::{Case, Settings, Trial};
use crate::extract::quality::Item;
use crate::model::{Finding, Record, Severity};
use crate::report::TrialReport;
use crate::report::clean::one_line;
use crate::report::place::who;
use crate::report::text::level;
use crate::report::wrap::cut;
use crate::report::{count, counted};

/// Columns of the name of a trial; a longer title is cut.
const NAME_COLUMNS: usize = 110;
/// Findings of a trial in the overview, and columns of each: what takes longer is read in the cards.
pub const MESSAGES_SHOWN: usize = 4;
pub const MESSAGE_COLUMNS: usize = 130;
/// Articles listed; further ones are counted.
const MOST_ARTICLES: usize = 60;

pub struct TrialView {
    pub number: usize,
    pub name: String,
    /// "2 sources, 5 news articles".
    pub told_by: String,
    pub chips: Vec<Chip>,
    /// Articles that may agree, copies not counted.
    pub of: usize,
    pub rows: Vec<Row>,
    pub cards: Vec<Card>,
    /// The gravest findings for the overview.
    pub first: Vec<Headline>,
    pub articles: Vec<ArticleView>,
    pub left_out: usize,
    pub grids: Vec<Grid>,
    pub texts: Vec<TextView>,
}

/// A finding in the overview.
pub struct Headline {
    pub card: String,
    pub level: &'static str,
    pub message: String,
}

/// How many findings of one severity.
pub struct Chip {
    pub level: &'static str,
    pub text: String,
}

pub struct ArticleView {
    pub number: usize,
    pub who: String,
    pub title: Option<String>,
    /// Only of the web: a `javascript:` address would be a program.
    pub url: Option<String>,
    pub published: Option<String>,
    pub source: String,
    pub copy_of: Option<String>,
    pub has_text: bool,
}

impl TrialView {
    pub fn new(context: &Context<'_>, number: usize, trial: &TrialReport<'_>, items: &[Item]) -> Self {
        let checked = Trial { group: trial.group, records: trial.records.clone() };
        let settings = Settings::default();
        let case = Case::new(&checked, &settings);
        let findings = trial.findings.iter().enumerate();
        let headline = |(at, finding): (usize, &&Finding)| Headline {
            card: id(number, at),
            level: level(finding.severity),
            message: cut(&finding.message, MESSAGE_COLUMNS),
        };
        Self {
            first: findings.clone().take(MESSAGES_SHOWN).map(headline).collect(),
            number,
            name: name(trial),
            told_by: told_by(trial),
            chips: chips(trial),
            of: articles_of(trial),
            rows: rows(context, trial, &case),
            cards: findings.map(|(at, finding)| card(context, &case, id(number, at), finding)).collect(),
            articles: trial.records.iter().take(MOST_ARTICLES).map(|record| article(context, trial, record)).collect(),
            left_out: trial.records.len().saturating_sub(MOST_ARTICLES),
            grids: grids(context, trial, items),
            texts: trial.records.iter().filter_map(|record| full_text::view(context, trial, number, record)).collect(),
        }
    }
}

/// The title that the source gives, else the first title there is, else a headline of a text, else an id.
pub fn name(trial: &TrialReport<'_>) -> String {
    let title = trial.records.iter().find_map(|record| record.title.as_deref());
    let first = trial.records.first().map(|record| record.id.as_str());
    let title = title.or_else(|| trial.records.iter().find_map(|record| headline(record.text.as_deref()?))).or(first);
    cut(title.unwrap_or("Untitled").trim(), NAME_COLUMNS)
}

/// The first line at the head of a text that is neither a date nor a mark of the page.
fn headline(text: &str) -> Option<&str> {
    const LINES: usize = 8;
    const FEWEST_WORDS: usize = 4;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    lines
        .into_iter()
        .find(|line| line.split_whitespace().filter(|w| w.chars().all(char::is_alphabetic)).count() >= FEWEST_WORDS)
}

/// "2 sources and 5 news articles".
pub fn told_by(trial: &TrialReport<'_>) -> String {
    let sources = trial.records.iter().filter(|record| record.kind.is_some_and(|kind| kind.is_source())).count();
    match (sources, trial.records.len() - sources) {
        (0, news) => counted(news, "article"),
        (sources, 0) => counted(sources, "source"),
        (sources, news) => format!("{} and {}", counted(sources, "source"), counted(news, "news article")),
    }
}

pub fn chips(trial: &TrialReport<'_>) -> Vec<Chip> {
    let of = |severity| (severity, count(trial.findings.iter().copied(), severity));
    let counts = [Severity::Error, Severity::Warning, Severity::Info].map(of);
    let some = counts.into_iter().filter(|(_, n)| *n > 0);
    some.map(|(severity, n)| Chip { level: level(severity), text: counted(n, level(severity)) }).collect()
}

fn article(context: &Context<'_>, trial: &TrialReport<'_>, record: &Record) -> ArticleView {
    let copy = trial.group.copies.iter().find(|(copy, _)| *copy == record.id);
    let name = |id: &str| context.results.record(id).map_or_else(|| one_line(id).into_owned(), who);
    ArticleView {
        number: context.number(&record.id),
        who: who(record),
        title: record.title.as_deref().map(|title| one_line(title).into_owned()),
        url: record.url.clone().filter(|url| of_web(url)),
        published: record.published.as_deref().map(day),
        source: one_line(&record.source).into_owned(),
        copy_of: copy.map(|(_, original)| name(original)),
        has_text: context.anchors(&record.id).is_some(),
    }
}

/// True of addresses that are shown as links: nothing but the web, nothing hidden in it.
fn of_web(url: &str) -> bool {
    let scheme = |name: &str| url.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    (scheme("https://") || scheme("http://")) && one_line(url) == url && !url.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_title_is_called_by_its_headline() {
        assert_eq!(
            headline("RELEASE: 9-MAY\n\n4 May 2026\nDrug lifts mood in trial\nMore."),
            Some("Drug lifts mood in trial")
        );
        assert_eq!(headline("4 May 2026\n\n"), None);
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for url in ["https://courier.example/a?b=c#d", "HTTP://courier.example"] {
            assert!(of_web(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            " https://a.example",
            "data:text/html,x",
            "//a.example",
            "https://a\u{202e}.example",
            "é",
            "",
        ] {
            assert!(!of_web(url), "{url}");
        }
    }
}
