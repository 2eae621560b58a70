//! Questions about the lexicons in, answers out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use trialwire::lexicon::{self, Lexicon, Problem, bundled_files, folder_files};

use crate::args::LexiconCommand;
use crate::console::tell;
use crate::output::Output;

/// Runs one of the lexicon commands.
pub fn run(command: &LexiconCommand) -> Result<ExitCode> {
    match command {
        LexiconCommand::List { category, lexicons } => {
            print(&load(lexicons)?.list(category.map(|name| name.category())))?;
        }
        LexiconCommand::Show { name, lexicons } => match load(lexicons)?.show(name) {
            Some(text) => print(&text)?,
            None => bail!("no lexicon has {name:?}; `trialwire lexicon list` shows what they have"),
        },
        LexiconCommand::Import { source, path, release, output } => import(source, path, release, output)?,
        LexiconCommand::Check { folders } => return check(folders),
    }
    Ok(ExitCode::SUCCESS)
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
