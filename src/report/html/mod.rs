//! Findings in, pages out that need nothing else: one file for a small run, an index with a page a trial for a large one.
//!
//! Every word from outside is escaped, nothing is loaded, and a policy in each page lets a browser run its own script only.

pub mod agreement;
pub mod assets;
pub mod card;
pub mod context;
pub mod full_text;
pub mod grid;
mod index;
mod likeness;
mod page;
pub mod plot;
mod scale;
mod snippet;
pub mod trial;

use std::io;

use crate::check::Rule;
use crate::report::{Results, TrialReport};

pub use page::{fragment, live_page, one_page};

/// Trials on one page; with more of them that have findings the report becomes an index and a page a trial.
pub const TRIALS_ON_A_PAGE: usize = 50;

/// Texts, in bytes, up to which a report stays one file.
pub const ONE_FILE_TEXT_BYTES: usize = 3_000_000;

/// Trials that get a page of their own; the less grave ones after them are listed without.
pub const MOST_PAGES: usize = 5_000;

/// The trials of a report: the gravest first, then those without a finding, that which most articles tell first.
pub fn ordered(results: Results<'_>) -> Vec<TrialReport<'_>> {
    let mut trials = results.trials();
    let with_findings: std::collections::HashSet<&str> = trials.iter().map(|trial| trial.group.id.as_str()).collect();
    let mut others: Vec<_> = results.groups.iter().filter(|group| !with_findings.contains(group.id.as_str())).collect();
    others.sort_by_key(|group| std::cmp::Reverse(group.articles.len()));
    trials.extend(others.into_iter().take(TRIALS_ON_A_PAGE).map(|group| results.trial(group, Vec::new())));
    trials
}

/// True when the report fits one file.
pub fn fits_one_file(results: Results<'_>) -> bool {
    let trials = results.trials();
    let texts = trials.iter().flat_map(|trial| &trial.records).filter_map(|record| record.text.as_ref());
    trials.len() <= TRIALS_ON_A_PAGE && texts.map(String::len).sum::<usize>() <= ONE_FILE_TEXT_BYTES
}

/// Writes a report of many files: `put` gets the pages first, by their names in `folder`, and the index last, as `None`.
///
/// # Errors
///
/// Those of `put`.
pub fn many_pages(
    results: Results<'_>,
    rules: &[Rule],
    home: &str,
    folder: &str,
    put: &mut dyn FnMut(Option<&str>, &str) -> io::Result<()>,
) -> io::Result<()> {
    let trials = results.trials();
    for trial in trials.iter().take(MOST_PAGES) {
        put(
            Some(&index::page_name(&trial.group.id)),
            &page::trial_page(results, rules, trial, &index::address_of(home))?,
        )?;
    }
    let sheets = index::sheets(results, &trials, home, folder)?;
    for (name, html) in sheets.iter().rev() {
        put(name.as_deref(), html)?;
    }
    Ok(())
}

/// True of names that [`many_pages`] gives to its files.
pub fn is_page_name(name: &str) -> bool {
    index::is_page_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;
    use crate::model::{Evidence, Finding, Record, Severity, TrialGroup};

    /// An article with one finding about itself.
    struct Story {
        record: Record,
        finding: Finding,
        group: TrialGroup,
    }

    fn story(id: &str, title: &str, url: &str, sentence: &str) -> Story {
        let record = Record {
            id: id.into(),
            source: format!("{id}.txt"),
            title: Some(title.into()),
            url: Some(url.into()),
            text: Some(format!("{sentence} 0\n{sentence} 1\n")),
            ..Record::default()
        };
        let side = |quote: &str, side| Evidence {
            article: id.into(),
            start: 7,
            end: 7 + quote.len(),
            quote: quote.into(),
            value: quote.into(),
            line: 3,
            sentence: format!("{sentence} {side}"),
            label: id.into(),
            side,
            field: None,
        };
        let finding = Finding {
            rule: "A001".into(),
            name: "count-percent-mismatch".into(),
            severity: Severity::Error,
            kind: "percentage".into(),
            trial: id.into(),
            message: "Count and percentage disagree".into(),
            reason: "They stand side by side".into(),
            evidence: vec![side("30", 0), side("<b>", 1)],
        };
        Story {
            record,
            finding,
            group: TrialGroup { id: id.into(), articles: vec![id.into()], ..TrialGroup::default() },
        }
    }

    fn page(title: &str, url: &str, sentence: &str) -> String {
        let story = story("a", title, url, sentence);
        let results = Results { records: &[story.record], groups: &[story.group], findings: &[story.finding] };
        one_page(results, RULES).unwrap()
    }

    #[test]
    fn a_page_has_its_findings_texts_and_rules() {
        let html = page("Mood lifts", "https://courier.example/mood", "It had 30 adults");
        for part in [
            "It had <mark>30</mark> adults 0</p>",
            "<a href=\"https://courier.example/mood\" rel=\"noreferrer noopener\"><bdi>Mood lifts</bdi></a>",
            "<dt id=\"rule-A001\">A001 count-percent-mismatch</dt>",
            "<a class=\"jump\" href=\"#a1-7\">line 3</a>",
            "id=\"a1-7\" tabindex=\"-1\">30</mark><a class=\"back\" href=\"#f1-1\">A001</a>",
            "1 error",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }

    #[test]
    fn hostile_words_do_nothing() {
        let html = page("<script>alert(1)</script>\u{202e}", "javascript:alert(1)", "<img src=x onerror=alert(1)> 30");
        assert_eq!(html.matches("<script").count(), 1, "{html}");
        assert!(!html.contains("<img") && !html.contains("javascript:"), "{html}");
        assert!(!html.contains('\u{202e}') && !html.contains("<b>\u{5d}"), "{html}");
        assert!(html.contains("<mark>&#60;b&#62;</mark>") || html.contains("<mark>&lt;b&gt;</mark>"), "{html}");
    }

    /// Three thousand trials with findings: many small files, whose names say nothing of the articles.
    #[test]
    fn large_runs_become_an_index_and_pages() {
        const LARGEST_FILE_BYTES: usize = 2 << 20;
        let stories: Vec<Story> = (0..3_000)
            .map(|n| story(&format!("a/{n:04}<"), "Mood lifts", "", &"It had 30 adults. ".repeat(20)))
            .collect();
        let records: Vec<Record> = stories.iter().map(|story| story.record.clone()).collect();
        let groups: Vec<TrialGroup> = stories.iter().map(|story| story.group.clone()).collect();
        let findings: Vec<Finding> = stories.iter().map(|story| story.finding.clone()).collect();
        let results = Results { records: &records, groups: &groups, findings: &findings };
        assert!(!fits_one_file(results));
        let mut files = Vec::new();
        let mut put = |name: Option<&str>, html: &str| {
            assert!(html.len() < LARGEST_FILE_BYTES, "{name:?} has {} bytes", html.len());
            files.push(name.map(str::to_owned));
            Ok(())
        };
        many_pages(results, RULES, "my report.html", "my report-trials", &mut put).unwrap();
        assert_eq!(files.len(), 3_000 + 3);
        assert_eq!(files.last(), Some(&None));
        assert!(files.iter().flatten().all(|name| is_page_name(name)));
        // What has to be one file shows the first of them and counts the rest.
        let one = one_page(results, RULES).unwrap();
        assert!(one.contains("2950 further trials with findings"), "{}", one.len());
    }
}
