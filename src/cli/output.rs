//! Results in, standard output or a file that appears only once it is whole out.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use trialwire::report::style::Style;

use crate::run;

/// Where results go. Call [`Output::finish`] when all is written.
pub struct Output {
    to: Stream,
    part: Option<Part>,
}

/// Standard output or a file.
pub type Stream = BufWriter<Box<dyn Write + Send>>;

impl Output {
    /// Standard output, or the file where one is named.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self { to: BufWriter::new(Box::new(io::stdout())), part: None });
        };
        let advice = || format!("cannot write {}: choose a folder that exists and may be written", path.display());
        if run::is_folder(path) {
            bail!("cannot write {}: it is a folder, which only `extract` writes into; name a file", path.display());
        }
        // A device or pipe is written as it is: renaming would replace it.
        if path.metadata().is_ok_and(|about| !about.is_file()) {
            let file = File::options().write(true).open(path).with_context(advice)?;
            return Ok(Self { to: BufWriter::new(Box::new(file)), part: None });
        }
        let part = Part::of(path);
        let file = File::create(part.name()).with_context(advice)?;
        Ok(Self { to: BufWriter::new(Box::new(file)), part: Some(part) })
    }

    /// Writes out what is left and gives the file its name.
    pub fn finish(mut self) -> Result<()> {
        self.to.flush()?;
        self.part.map_or(Ok(()), Part::keep)
    }

    /// For writers that take the stream as theirs: the file gets its name once they are done.
    pub fn split(self) -> (Stream, Option<Part>) {
        (self.to, self.part)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A file under its temporary name.
pub struct Part {
    part: PathBuf,
    path: PathBuf,
    kept: bool,
}

impl Part {
    /// What an earlier run left behind under the temporary name is removed.
    pub fn of(path: &Path) -> Self {
        let part = part_name(path);
        let _ = fs::remove_file(&part);
        Self { part, path: path.to_owned(), kept: false }
    }

    pub fn name(&self) -> &Path {
        &self.part
    }

    /// Gives the file its name.
    pub fn keep(mut self) -> Result<()> {
        fs::rename(&self.part, &self.path).with_context(|| format!("cannot give {} its name", self.path.display()))?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Part {
    /// A run that failed leaves no half file behind.
    fn drop(&mut self) {
        if !self.kept {
            // The error that ended the run is the one to tell.
            let _ = fs::remove_file(&self.part);
        }
    }
}

/// Beside the file, so that renaming stays on one disk.
fn part_name(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".part");
    path.with_file_name(name)
}

/// One line each.
pub fn write_each<T>(rows: &[T], format: impl Fn(&T, &mut Vec<u8>), to: &mut dyn Write) -> Result<()> {
    let mut line = Vec::new();
    for row in rows {
        line.clear();
        format(row, &mut line);
        to.write_all(&line)?;
    }
    Ok(())
}

/// Colours, links and width of standard output: colours on a terminal only, as <https://no-color.org> and
/// <https://bixense.com/clicolors> have it; links where the terminal is known to show them, or `FORCE_HYPERLINK` is set.
pub fn style(to_file: bool) -> Style {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let terminal = !to_file && io::stdout().is_terminal();
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    let forced = set("CLICOLOR_FORCE") && env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let colour = !set("NO_COLOR") && !to_file && (forced || (terminal && !dumb));
    let columns = terminal.then(|| console::Term::stdout().size_checked()).flatten();
    let width = columns.map_or(Style::default().width, |(_, columns)| usize::from(columns).clamp(40, 120));
    let links = !to_file && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
    Style { colour, links, folded: terminal, width }
}
