//! What was pasted or dropped in, records kept in memory; groups, findings and pages of all of them out.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};
use trialwire::check::{self, RULES};
use trialwire::ingest::Limits;
use trialwire::model::{Finding, Record, TrialGroup};
use trialwire::pipeline::{self, Event, Job, Purpose, Reader};
use trialwire::report::clean::one_line;
use trialwire::report::{Results, counted, html};

/// Articles kept; a larger corpus is for the command line.
const MOST_ARTICLES: usize = 2_000;

/// Reasons for skipping that are told; further ones are counted.
const SKIPS_TOLD: usize = 3;

/// Characters of a file's name that are kept.
const NAME_CHARACTERS: usize = 80;

pub struct Session {
    reader: Reader,
    limits: Limits,
    /// Sorted by id.
    records: Vec<Record>,
    groups: Vec<TrialGroup>,
    findings: Vec<Finding>,
    pasted: usize,
}

impl Session {
    pub fn new(reader: Reader, any_language: bool) -> Self {
        let limits = Limits { any_language, ..Limits::default() };
        Self { reader, limits, records: Vec::new(), groups: Vec::new(), findings: Vec::new(), pasted: 0 }
    }

    /// Reads a file or what was pasted (which has no name): what came of it in words, and the article where it is one.
    ///
    /// An article whose name was read before takes its place: it is a newer version.
    pub fn read(&mut self, name: &str, bytes: &[u8]) -> Result<(String, Option<String>)> {
        let name = if name.is_empty() { format!("pasted {}", self.pasted + 1) } else { file_name(name) };
        let (records, skips) = self.records_of(&name, bytes)?;
        if records.is_empty() {
            bail!("{}", if skips.is_empty() { "there is nothing in it".to_owned() } else { skips.join("; ") });
        }
        self.pasted += usize::from(name.starts_with("pasted "));
        let newest = if let [one] = &records[..] { Some(one.id.clone()) } else { None };
        let message = told(&records, &skips);
        let others = self.records.iter().filter(|old| records.iter().all(|new| new.id != old.id)).count();
        if others + records.len() > MOST_ARTICLES {
            bail!("that is more than {MOST_ARTICLES} articles: `trialwire check` reads as many as you like");
        }
        self.records.retain(|old| records.iter().all(|new| new.id != old.id));
        self.records.extend(records);
        self.check();
        Ok((message, newest))
    }

    pub fn clear(&mut self) {
        self.records.clear();
        self.check();
    }

    /// The part of the page that changes.
    pub fn fragment(&self, newest: Option<&str>) -> Result<String> {
        Ok(html::fragment(self.results(), RULES, newest)?)
    }

    /// The report to keep.
    pub fn report(&self) -> Result<String> {
        Ok(html::one_page(self.results(), RULES)?)
    }

    fn results(&self) -> Results<'_> {
        Results { records: &self.records, groups: &self.groups, findings: &self.findings }
    }

    fn check(&mut self) {
        self.records.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        self.groups = trialwire::link::group(&self.records);
        let trials = self.groups.iter().map(|group| pipeline::trial(&self.records, group));
        self.findings = trials.flat_map(|trial| check::run(&trial)).collect();
    }

    /// Reads the bytes as the command line reads a file, in a folder that nobody else can look into and that is gone
    /// before this returns.
    fn records_of(&self, name: &str, bytes: &[u8]) -> Result<(Vec<Record>, Vec<String>)> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(name);
        fs::write(&path, bytes)?;
        let job = Job {
            reader: &self.reader,
            inputs: vec![path],
            limits: self.limits.clone(),
            threads: 0,
            with_text: true,
            purpose: Purpose::Everything,
        };
        let mut skips = Vec::new();
        let mut observe = |event: Event<'_>| {
            if let Event::Skipped(skip) = event {
                skips.push(without(folder.path(), &skip.to_string()));
            }
        };
        let read = Mutex::new(Vec::new());
        let keep =
            |record: &Record, _: &mut Vec<u8>| read.lock().unwrap_or_else(PoisonError::into_inner).push(record.clone());
        pipeline::extract(&job, keep, &mut io::sink(), &mut observe)?;
        let mut records = read.into_inner().unwrap_or_else(PoisonError::into_inner);
        for record in &mut records {
            record.id = without(folder.path(), &record.id);
            record.source = without(folder.path(), &record.source);
        }
        Ok((records, skips))
    }
}

/// "Read release.txt: 12 numbers"; "Read 8 articles".
fn told(records: &[Record], skips: &[String]) -> String {
    let read = match records {
        [one] => format!("Read {}: {}.", one.label(), counted(one.claims.len(), "number")),
        several => format!("Read {}.", counted(several.len(), "article")),
    };
    match skips.len() {
        0 => read,
        n if n <= SKIPS_TOLD => format!("{read} Skipped: {}.", skips.join("; ")),
        n => format!("{read} Skipped {n}: {} …", skips[..SKIPS_TOLD].join("; ")),
    }
}

/// A path without the folder that nobody knows of.
fn without(folder: &Path, text: &str) -> String {
    let folder = format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR);
    text.replacen(&folder, "", 1)
}

/// The last part of a name, of characters that mean nothing to a file system.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')') { c } else { '_' };
    let kept: String = one_line(last).chars().map(plain).take(NAME_CHARACTERS).collect();
    // Hidden files are not read.
    let kept = kept.trim_start_matches(['.', ' ']);
    if kept.is_empty() { "file".to_owned() } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RELEASE: &str = "Drug lifts mood\n\nIn the LANTERN trial at Avonmere University, 326 adults with treatment-resistant \
        depression were randomised to minocycline or placebo for 12 weeks.\n";

    #[test]
    fn names_are_never_paths() {
        for (name, expected) in [
            ("a.txt", "a.txt"),
            ("../../etc/passwd", "passwd"),
            ("C:\\x\\b.html", "b.html"),
            (".hidden", "hidden"),
            ("a:b\0c?.txt", "a_b_c_.txt"),
            ("..", "file"),
            ("", "file"),
        ] {
            assert_eq!(file_name(name), expected);
        }
        assert_eq!(file_name(&"x".repeat(999)).len(), NAME_CHARACTERS);
    }

    #[test]
    fn articles_are_checked_against_those_read_before() {
        let mut session = Session::new(Reader::bundled(), false);
        let (message, newest) = session.read("release.txt", RELEASE.as_bytes()).unwrap();
        assert_eq!(newest.as_deref(), Some("release.txt"));
        assert!(message.starts_with("Read release.txt: "), "{message}");
        session.read("", RELEASE.replace("326", "362").as_bytes()).unwrap();
        assert_eq!(
            session.records.iter().map(|record| record.id.as_str()).collect::<Vec<_>>(),
            ["pasted 1", "release.txt"]
        );
        assert!(session.findings.iter().any(|finding| finding.rule == "X001"), "{:?}", session.findings);
        assert!(session.fragment(Some("pasted 1")).unwrap().contains("Just read: <bdi>pasted 1</bdi>"));
        // A corrected version takes the place of the first.
        session.read("release.txt", RELEASE.replace("326", "362").as_bytes()).unwrap();
        assert_eq!((session.records.len(), session.findings.len()), (2, 0));
        session.clear();
        assert!(session.records.is_empty() && session.groups.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_told_without_the_folder() {
        let mut session = Session::new(Reader::bundled(), false);
        let error = session.read("x.bin", b"\0\0\0").unwrap_err().to_string();
        assert!(error.starts_with("x.bin: "), "{error}");
    }
}
