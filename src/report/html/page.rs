//! Trials in, one page out: the whole report, the page of one trial, or the part of a live page that changes.

use std::io;

use askama::Template;

use super::context::Context;
use super::full_text::{LEGEND, TextView};
use super::trial::TrialView;
use super::{TRIALS_ON_A_PAGE, assets, ordered};
use crate::check::Rule;
use crate::extract::quality;
use crate::model::Severity;
use crate::report::clean::one_line;
use crate::report::place::who;
use crate::report::text::{level, summary};
use crate::report::{Results, TrialReport};

/// The whole report on one page. `rules` explain the findings at its end.
///
/// # Errors
///
/// When a template cannot be filled.
pub fn one_page(results: Results<'_>, rules: &[Rule]) -> io::Result<String> {
    let trials = ordered(results);
    let shown = &trials[..trials.len().min(TRIALS_ON_A_PAGE)];
    let with_findings = trials.iter().filter(|trial| !trial.findings.is_empty()).count();
    let page = Page {
        title: headline(results),
        summary: summed_up(results),
        home: None,
        not_shown: with_findings.saturating_sub(shown.len()),
        alone: results.groups.len().saturating_sub(shown.len().max(with_findings)),
        ..Page::new(results, rules, shown)
    };
    page.render().map_err(io::Error::other)
}

/// A page of one trial; `home` is the address of the index.
///
/// # Errors
///
/// When a template cannot be filled.
pub fn trial_page(results: Results<'_>, rules: &[Rule], trial: &TrialReport<'_>, home: &str) -> io::Result<String> {
    let alone = TrialReport { group: trial.group, records: trial.records.clone(), findings: trial.findings.clone() };
    let page = Page {
        title: super::trial::name(trial),
        summary: trial.counts(),
        home: Some(home),
        ..Page::new(results, rules, &[alone])
    };
    page.render().map_err(io::Error::other)
}

/// The part of a page that changes when an article comes in: the text of the newest one, then every trial.
///
/// # Errors
///
/// When the template cannot be filled.
pub fn fragment(results: Results<'_>, rules: &[Rule], newest: Option<&str>) -> io::Result<String> {
    let trials = ordered(results);
    let shown = &trials[..trials.len().min(TRIALS_ON_A_PAGE)];
    let mut page = Page::new(results, rules, shown);
    let number = newest.map(|id| Context::new(results, shown).number(id));
    let texts = page.trials.iter_mut().map(|trial| &mut trial.texts);
    let mut newest = None;
    for texts in texts {
        if let Some(at) = texts.iter().position(|text| Some(text.number) == number) {
            newest = Some(texts.remove(at));
        }
    }
    let part = Fragment { summary: summary(results), newest, trials: &page.trials, rules: &page.rules, legend: LEGEND };
    part.render().map_err(io::Error::other)
}

/// The page that reads what is pasted or dropped, with what was read so far.
///
/// # Errors
///
/// When the template cannot be filled.
pub fn live_page(fragment: &str) -> io::Result<String> {
    Live { style: assets::STYLE, script: assets::LIVE_SCRIPT, fragment }.render().map_err(io::Error::other)
}

#[derive(Template)]
#[template(path = "live.html", config = "src/report/html/askama.toml")]
struct Live<'p> {
    style: &'static str,
    script: &'static str,
    /// Made by [`fragment`].
    fragment: &'p str,
}

#[derive(Template)]
#[template(path = "report.html", config = "src/report/html/askama.toml")]
struct Page<'p> {
    title: String,
    summary: String,
    style: &'static str,
    style_hash: &'static str,
    script: &'static str,
    script_hash: &'static str,
    /// The index, from the page of one trial.
    home: Option<&'p str>,
    trials: Vec<TrialView>,
    /// Trials with findings that are not on the page.
    not_shown: usize,
    /// Trials without a finding that are not on the page.
    alone: usize,
    rules: Vec<&'p Rule>,
    levels: Vec<&'static str>,
    outlets: Vec<String>,
    legend: [(&'static str, &'static str); 5],
}

#[derive(Template)]
#[template(path = "fragment.html", config = "src/report/html/askama.toml")]
struct Fragment<'p> {
    summary: String,
    newest: Option<TextView>,
    trials: &'p [TrialView],
    rules: &'p [&'p Rule],
    legend: [(&'static str, &'static str); 5],
}

impl<'p> Page<'p> {
    fn new(results: Results<'_>, rules: &'p [Rule], trials: &[TrialReport<'_>]) -> Self {
        let context = Context::new(results, trials);
        let items = quality::items();
        let findings = || trials.iter().flat_map(|trial| trial.findings.iter());
        let fired = |rule: &&Rule| findings().any(|finding| finding.rule == rule.code);
        let present = |severity: &Severity| findings().any(|finding| finding.severity == *severity);
        let levels =
            [Severity::Error, Severity::Warning, Severity::Info].iter().filter(|s| present(s)).map(|s| level(*s));
        let view = |(at, trial): (usize, &TrialReport<'_>)| TrialView::new(&context, at + 1, trial, &items);
        Self {
            title: String::new(),
            summary: String::new(),
            style: assets::STYLE,
            style_hash: assets::STYLE_HASH,
            script: assets::SCRIPT,
            script_hash: assets::SCRIPT_HASH,
            home: None,
            not_shown: 0,
            alone: 0,
            rules: rules.iter().filter(fired).collect(),
            levels: levels.collect(),
            outlets: context.outlets().iter().map(|label| one_line(label).into_owned()).collect(),
            trials: trials.iter().enumerate().map(view).collect(),
            legend: LEGEND,
        }
    }

    /// Findings on the page.
    fn findings(&self) -> usize {
        self.trials.iter().map(|trial| trial.cards.len()).sum()
    }

    fn several_articles(&self) -> bool {
        self.trials.iter().map(|trial| trial.articles.len()).sum::<usize>() > 1
    }
}

/// The summary; of one article there is nothing to count but its findings.
fn summed_up(results: Results<'_>) -> String {
    if results.records.len() == 1 && !results.findings.is_empty() { results.counts() } else { summary(results) }
}

/// What the report says before anything is read.
fn headline(results: Results<'_>) -> String {
    match (results.findings.is_empty(), results.records) {
        (true, [only]) => format!("No contradiction found in {}", who(only)),
        (true, _) => "No contradiction found".to_owned(),
        (false, [only]) => format!("What does not add up in {}", who(only)),
        (false, _) => "What the coverage disagrees on".to_owned(),
    }
}
