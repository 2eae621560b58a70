//! The events of a run in, progress, skipped articles and a summary on standard error out.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressStyle};
use trialwire::ingest;
use trialwire::pipeline::Event;
use trialwire::report::clean::one_line;
use trialwire::report::counted;

/// Short runs show no progress.
const SILENT_FOR: Duration = Duration::from_secs(1);

/// Files whose sizes are added up to tell the time left; with more, none is told.
const FILES_COUNTED: usize = 100_000;

/// What the user is told while a command reads.
pub struct Console {
    quiet: bool,
    started: Instant,
    bar: Option<ProgressBar>,
    pub articles: usize,
    pub known: usize,
    bytes: u64,
    file_bytes: u64,
    inputs: Vec<PathBuf>,
    /// Bytes of all inputs, once counted and where that can be told.
    total: Option<Option<u64>>,
    skipped: BTreeMap<&'static str, usize>,
    /// Findings left out because a baseline accepts them.
    pub accepted: usize,
}

impl Console {
    pub fn new(quiet: bool, inputs: &[PathBuf]) -> Self {
        Self {
            quiet,
            started: Instant::now(),
            bar: None,
            articles: 0,
            known: 0,
            bytes: 0,
            file_bytes: 0,
            inputs: inputs.to_vec(),
            total: None,
            skipped: BTreeMap::new(),
            accepted: 0,
        }
    }

    /// Takes one event of the run.
    pub fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Skipped(skip) => {
                *self.skipped.entry(skip.reason.label()).or_default() += skip.reason.count();
                if skip.reason.is_usual() {
                    return;
                }
                self.tell_now(&format!("skipped {}", one_line(&skip.to_string())));
            }
            Event::Read(read) => {
                self.articles += read.articles;
                self.known += read.known;
                self.bytes += read.bytes as u64;
                self.file_bytes = read.file_bytes;
                self.progress("reading");
            }
            Event::References(articles) => self.tell_now(&format!(
                "the reference holds {articles} articles: each of them counts as a source; name a file with one to change that"
            )),
            Event::ReferenceAlone => {
                self.tell_now(
                    "the reference is about none of the trials of the other articles: nothing is held against it",
                );
            }
            Event::Linking => self.progress("linking"),
            Event::Checking => self.progress("checking"),
        }
    }

    /// Past the progress bar.
    fn tell_now(&self, message: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| tell(message)),
            None => tell(message),
        }
    }

    /// Ends the progress and sums up.
    pub fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        if !self.quiet {
            tell(&self.summary());
        }
    }

    fn summary(&self) -> String {
        let mut read = format!("{} read", counted(self.articles, "article"));
        if self.known > 0 {
            read += &format!(", {} known from an earlier run", self.known);
        }
        if self.accepted > 0 {
            read += &format!(", {} left out that the baseline accepts", counted(self.accepted, "finding"));
        }
        if self.skipped.is_empty() {
            return read;
        }
        let reasons: Vec<_> = self.skipped.iter().map(|(reason, n)| format!("{n} {reason}")).collect();
        format!("{read}, {} skipped ({})", self.skipped.values().sum::<usize>(), reasons.join(", "))
    }

    /// Nothing is drawn where standard error is no terminal.
    fn progress(&mut self, doing: &str) {
        let running = self.started.elapsed();
        if self.quiet || running < SILENT_FOR {
            return;
        }
        let left = if doing == "reading" { self.left(running) } else { String::new() };
        let bar = self.bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{spinner} {msg}").unwrap_or(ProgressStyle::default_spinner());
            ProgressBar::new_spinner().with_style(style)
        });
        let rate = HumanBytes((self.bytes as f64 / running.as_secs_f64()) as u64);
        let articles = HumanCount(self.articles as u64);
        bar.set_message(format!(
            "{doing}: {articles} articles, {} ({rate}/s), {} skipped{left}",
            HumanBytes(self.bytes),
            self.skipped.values().sum::<usize>()
        ));
        bar.tick();
    }

    /// The time left, told from the bytes of files that are read and those that are not.
    fn left(&mut self, running: Duration) -> String {
        let total = *self.total.get_or_insert_with(|| ingest::size(&self.inputs, FILES_COUNTED));
        let Some(total) = total.filter(|_| self.file_bytes > 0) else { return String::new() };
        let ahead = total.saturating_sub(self.file_bytes) as f64 / self.file_bytes as f64;
        let percent = (self.file_bytes * 100 / total.max(1)).min(100);
        format!(", {percent} %, {} left", HumanDuration(running.mul_f64(ahead.min(1e6))))
    }
}

/// One line on standard error; there is nobody to tell when that is closed.
pub fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "{message}");
}
