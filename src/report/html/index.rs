//! The trials of a large run in, sheets that list them out, worst first, each with a link to the page of its own.

use std::collections::BTreeSet;
use std::io;

use askama::Template;
use xxhash_rust::xxh3::xxh3_64;

use super::card::listed;
use super::trial::{Chip, MESSAGE_COLUMNS, MESSAGES_SHOWN, chips, name, told_by};
use super::{MOST_PAGES, assets};
use crate::model::Severity;
use crate::report::clean::one_line;
use crate::report::text::{level, summary};
use crate::report::wrap::cut;
use crate::report::{Results, TrialReport};

/// Trials on one sheet: a browser filters them without delay.
const TRIALS_ON_A_SHEET: usize = 1_000;

/// The name of a trial's page: the same in every run, and nothing of what the trial is called.
pub fn page_name(group: &str) -> String {
    format!("trial-{:016x}.html", xxh3_64(group.as_bytes()))
}

fn sheet_name(number: usize) -> String {
    format!("index-{number}.html")
}

/// True of the names that this file gives.
pub fn is_page_name(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".html") else { return false };
    let hash = |hash: &str| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
    let number = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    stem.strip_prefix("trial-").is_some_and(hash) || stem.strip_prefix("index-").is_some_and(number)
}

/// The sheets by their names in `folder`; the first is the report itself, which has none.
pub fn sheets(
    results: Results<'_>,
    trials: &[TrialReport<'_>],
    home: &str,
    folder: &str,
) -> io::Result<Vec<(Option<String>, String)>> {
    let count = trials.len().div_ceil(TRIALS_ON_A_SHEET).max(1);
    let address = |sheet: usize, from: usize| match (sheet, from) {
        (1, 1) => String::new(),
        (1, _) => format!("../{}", encoded(home)),
        (_, 1) => format!("{}/{}", encoded(folder), sheet_name(sheet)),
        _ => sheet_name(sheet),
    };
    let sheet = |number: usize| {
        let first = (number - 1) * TRIALS_ON_A_SHEET;
        let last = trials.len().min(first + TRIALS_ON_A_SHEET);
        let folder = if number == 1 { format!("{}/", encoded(folder)) } else { String::new() };
        let page = Index {
            summary: summary(results),
            number,
            count,
            previous: (number > 1).then(|| address(number - 1, number)),
            next: (number < count).then(|| address(number + 1, number)),
            without_findings: results.groups.len() - trials.len(),
            ..Index::new(&trials[first..last], first, &folder)
        };
        let name = (number > 1).then(|| sheet_name(number));
        page.render().map(|html| (name, html)).map_err(io::Error::other)
    };
    (1..=count).map(sheet).collect()
}

/// The address of the report from a page in the folder.
pub fn address_of(home: &str) -> String {
    format!("../{}", encoded(home))
}

/// A file's name inside an address: every byte that could mean something else is written as its number.
fn encoded(name: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    name.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[derive(Template)]
#[template(path = "index.html", config = "src/report/html/askama.toml")]
struct Index {
    summary: String,
    style: &'static str,
    style_hash: &'static str,
    script: &'static str,
    script_hash: &'static str,
    number: usize,
    count: usize,
    previous: Option<String>,
    next: Option<String>,
    entries: Vec<Entry>,
    without_findings: usize,
    levels: Vec<&'static str>,
    rules: Vec<(String, String)>,
    outlets: Vec<String>,
}

struct Entry {
    number: usize,
    name: String,
    page: Option<String>,
    told_by: String,
    chips: Vec<Chip>,
    messages: Vec<(&'static str, String)>,
    more: usize,
    levels: String,
    rules: String,
    outlets: String,
}

impl Index {
    fn new(trials: &[TrialReport<'_>], before: usize, folder: &str) -> Self {
        let labels: BTreeSet<&str> =
            trials.iter().flat_map(|trial| &trial.records).map(|record| record.label()).collect();
        let labels: Vec<&str> = labels.into_iter().collect();
        let findings = || trials.iter().flat_map(|trial| trial.findings.iter());
        let rules: BTreeSet<(&str, &str)> = findings().map(|f| (f.rule.as_str(), f.name.as_str())).collect();
        let present = |severity: &Severity| findings().any(|finding| finding.severity == *severity);
        let levels = [Severity::Error, Severity::Warning, Severity::Info];
        let safe = |text: &str| one_line(text).into_owned();
        Self {
            summary: String::new(),
            style: assets::STYLE,
            style_hash: assets::STYLE_HASH,
            script: assets::SCRIPT,
            script_hash: assets::SCRIPT_HASH,
            number: 1,
            count: 1,
            previous: None,
            next: None,
            entries: trials
                .iter()
                .enumerate()
                .map(|(at, trial)| entry(trial, before + at + 1, folder, &labels))
                .collect(),
            without_findings: 0,
            levels: levels.iter().filter(|severity| present(severity)).map(|severity| level(*severity)).collect(),
            rules: rules.into_iter().map(|(code, name)| (safe(code), safe(name))).collect(),
            outlets: labels.iter().map(|label| safe(label)).collect(),
        }
    }
}

fn entry(trial: &TrialReport<'_>, number: usize, folder: &str, labels: &[&str]) -> Entry {
    let levels: BTreeSet<&str> = trial.findings.iter().map(|finding| level(finding.severity)).collect();
    let rules: BTreeSet<&str> = trial.findings.iter().map(|finding| finding.rule.as_str()).collect();
    let outlets = trial.records.iter().filter_map(|record| labels.binary_search(&record.label()).ok());
    let message = |finding: &&&crate::model::Finding| (level(finding.severity), cut(&finding.message, MESSAGE_COLUMNS));
    // Copies of one story make the same mistake.
    let mut messages: Vec<_> = trial.findings.iter().map(|finding| message(&finding)).collect();
    messages.dedup();
    Entry {
        number,
        name: name(trial),
        page: (number <= MOST_PAGES).then(|| format!("{folder}{}", page_name(&trial.group.id))),
        told_by: told_by(trial),
        chips: chips(trial),
        more: messages.len().saturating_sub(MESSAGES_SHOWN),
        messages: messages.into_iter().take(MESSAGES_SHOWN).collect(),
        levels: levels.into_iter().collect::<Vec<_>>().join(" "),
        rules: one_line(&rules.into_iter().collect::<Vec<_>>().join(" ")).into_owned(),
        outlets: listed(outlets.map(|at| at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pages_are_known_again() {
        assert!(is_page_name(&page_name("a/b.txt:3")) && is_page_name(&sheet_name(12)));
        for other in
            ["trial-.html", "index-.html", "trial-0123456789ABCDEF.html", "notes.html", "index-2.htm", "é.html"]
        {
            assert!(!is_page_name(other), "{other}");
        }
    }

    #[test]
    fn names_in_addresses_mean_nothing_else() {
        assert_eq!(encoded("a b#?%\"é.html"), "a%20b%23%3F%25%22%C3%A9.html");
    }
}
