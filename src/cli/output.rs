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
    to: BufWriter<Box<dyn Write>>,
    /// Under its temporary and its final name.
    file: Option<(PathBuf, PathBuf)>,
}

impl Output {
    /// Standard output, or the file where one is named.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self { to: BufWriter::new(Box::new(io::stdout().lock())), file: None });
        };
        let advice = || format!("cannot write {}: choose a folder that exists and may be written", path.display());
        if run::is_folder(path) {
            bail!("cannot write {}: it is a folder, which only `extract` writes into; name a file", path.display());
        }
        // A device or pipe is written as it is: renaming would replace it.
        if path.metadata().is_ok_and(|about| !about.is_file()) {
            let file = File::options().write(true).open(path).with_context(advice)?;
            return Ok(Self { to: BufWriter::new(Box::new(file)), file: None });
        }
        let part = part_name(path);
        let file = File::create(&part).with_context(advice)?;
        Ok(Self { to: BufWriter::new(Box::new(file)), file: Some((part, path.to_owned())) })
    }

    /// Writes out what is left and gives the file its name.
    pub fn finish(mut self) -> Result<()> {
        self.to.flush()?;
        if let Some((part, path)) = self.file.take() {
            fs::rename(&part, &path).with_context(|| format!("cannot give {} its name", path.display()))?;
        }
        Ok(())
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

impl Drop for Output {
    /// A run that failed leaves no half file behind.
    fn drop(&mut self) {
        if let Some((part, _)) = self.file.take() {
            // The error that ended the run is the one to tell.
            let _ = fs::remove_file(part);
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

/// Colours and width of standard output: colours on a terminal only, as <https://no-color.org> and
/// <https://bixense.com/clicolors> have it.
pub fn style(to_file: bool) -> Style {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let terminal = !to_file && io::stdout().is_terminal();
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    let forced = set("CLICOLOR_FORCE") && env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let colour = !set("NO_COLOR") && !to_file && (forced || (terminal && !dumb));
    let columns = terminal.then(|| console::Term::stdout().size_checked()).flatten();
    let width = columns.map_or(Style::default().width, |(_, columns)| usize::from(columns).clamp(40, 120));
    Style { colour, width }
}
