//! Questions about the lexicons in, answers out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Subcommand, ValueEnum};
use trialwire::lexicon::import::SOURCES;
use trialwire::lexicon::{self, Lexicon, Problem, bundled_files, folder_files};
use trialwire::model::Category;

use crate::console::tell;
use crate::names::did_you_mean;
use crate::output::Output;

pub const EXAMPLES: &str = "\
Examples:
  trialwire lexicon show Actemra
  trialwire lexicon list --category scale
  trialwire lexicon check my-lexicons/   (exit code 1 when something is wrong)
  trialwire extract coverage/ --lexicons my-lexicons/";

#[derive(Subcommand)]
pub enum LexiconCommand {
    /// List the entries: id, name and kind
    List {
        /// Only one of the lexicons
        #[arg(long, value_enum)]
        category: Option<CategoryName>,
        /// Folder with lexicon files that add to those of the program
        #[arg(long, value_name = "DIR")]
        lexicons: Vec<PathBuf>,
    },
    /// Show all that is known under a name
    Show {
        /// An id, a name, a brand or an abbreviation, as printed anywhere
        name: String,
        /// Folder with lexicon files that add to those of the program
        #[arg(long, value_name = "DIR")]
        lexicons: Vec<PathBuf>,
    },
    /// Make lexicon files of your own out of an official release of names
    #[command(after_help = IMPORT_EXAMPLES)]
    Import {
        /// Publisher of the release
        #[arg(value_parser = sources())]
        source: String,
        /// Its file or folder
        path: PathBuf,
        /// Date or version of the release, as its publisher gives it
        #[arg(long, value_name = "RELEASE")]
        release: String,
        /// Folder to write the lexicon files to, for --lexicons
        #[arg(long, short, value_name = "DIR")]
        output: PathBuf,
    },
    /// Check lexicon files, or those of the program where no folder is named
    Check {
        /// Folders with lexicon files
        #[arg(value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  trialwire lexicon import hgnc hgnc_complete_set.txt --release 2026-10 -o my-lexicons
  trialwire check coverage/ --lexicons my-lexicons";

/// The sources that can be imported, each with what it expects.
fn sources() -> PossibleValuesParser {
    PossibleValuesParser::new(SOURCES.iter().map(|source| PossibleValue::new(source.name).help(source.expects)))
}

#[derive(Clone, Copy, ValueEnum)]
pub enum CategoryName {
    Drug,
    Cytokine,
    Scale,
}

impl CategoryName {
    pub fn category(self) -> Category {
        match self {
            CategoryName::Drug => Category::Drug,
            CategoryName::Cytokine => Category::Cytokine,
            CategoryName::Scale => Category::Scale,
        }
    }
}

/// Runs one of the lexicon commands.
pub fn run(command: &LexiconCommand) -> Result<ExitCode> {
    match command {
        LexiconCommand::List { category, lexicons } => {
            print(&load(lexicons)?.list(category.map(|name| name.category())))?;
        }
        LexiconCommand::Show { name, lexicons } => show(name, &load(lexicons)?)?,
        LexiconCommand::Import { source, path, release, output } => import(source, path, release, output)?,
        LexiconCommand::Check { folders } => return check(folders),
    }
    Ok(ExitCode::SUCCESS)
}

fn show(name: &str, lexicon: &Lexicon) -> Result<()> {
    match lexicon.show(name) {
        Some(text) => print(&text),
        None => {
            let near = did_you_mean(name, lexicon.names());
            bail!("no lexicon has {name:?}{near}; `trialwire lexicon list` shows what they have")
        }
    }
}

/// Writes the files of a release, each under its name only once it is whole.
fn import(source: &str, path: &Path, release: &str, folder: &Path) -> Result<()> {
    let overlay = match lexicon::import::import(source, path, release, &Lexicon::bundled()) {
        Ok(overlay) => overlay,
        Err(problem) => bail!("{problem}"),
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    for (name, text) in &overlay.files {
        let mut to = Output::open(Some(&folder.join(name)))?;
        to.write_all(text.as_bytes())?;
        to.finish()?;
    }
    tell(&overlay.summary());
    Ok(())
}

/// The lexicons of the program with those of these folders; the run stops before it starts when they are wrong.
pub fn load(folders: &[PathBuf]) -> Result<Lexicon> {
    if folders.is_empty() {
        return Ok(Lexicon::bundled());
    }
    Lexicon::load(folders).or_else(|problems| bail!("the lexicons cannot be used:\n{}", listed(&problems)))
}

/// Every problem, one a line; exit code 1 when there is one.
fn check(folders: &[PathBuf]) -> Result<ExitCode> {
    let mut problems = Vec::new();
    let (files, known) = match folders {
        [] => (bundled_files(), Vec::new()),
        _ => (folder_files(folders, &mut problems), bundled_files()),
    };
    if files.is_empty() && problems.is_empty() {
        bail!("no lexicon file in {}; they end with .entries.tsv and .surfaces.tsv", shown(folders));
    }
    problems.extend(lexicon::check(&files, &known));
    problems.sort();
    problems.dedup();
    print(&listed(&problems))?;
    if problems.is_empty() {
        tell(&format!("{} files, nothing wrong", files.len()));
    }
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

fn shown(folders: &[PathBuf]) -> String {
    folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

fn print(text: &str) -> Result<()> {
    let mut to = Output::open(None)?;
    to.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        to.write_all(b"\n")?;
    }
    to.finish()
}
