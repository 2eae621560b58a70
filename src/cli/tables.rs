//! The options that ask for tables in, the tables out: each output goes on when another one fails.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use trialwire::report::clean::one_line;
use trialwire::report::row::{Sheet, Store};
use trialwire::report::schema::sheets_named;
use trialwire::report::{counted, csv};

use crate::console::tell;
use crate::output::{Output, Part, Stream};

/// What an article says, without other articles.
pub const OF_ARTICLES: &[&str] = &["articles", "claims", "mentions", "audit"];

/// Scorecards with the articles they are of.
pub const OF_AUDIT: &[&str] = &["articles", "audit"];

/// What belongs together.
pub const OF_LINKS: &[&str] = &["articles", "trials", "trial_articles", "links"];

/// All there is.
pub const OF_CHECK: &[&str] =
    &["articles", "claims", "mentions", "audit", "trials", "trial_articles", "links", "findings", "evidence"];

/// Tables beside the results. `trialwire schema` tells their columns.
#[derive(Args)]
pub struct TableArgs {
    /// Also write the tables as CSV files into DIR
    #[arg(long, value_name = "DIR")]
    pub csv: Option<PathBuf>,
    /// Also write the tables as Parquet files into DIR
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "DIR")]
    pub parquet: Option<PathBuf>,
    /// Also write the tables into one SQLite database
    #[cfg(feature = "sqlite")]
    #[arg(long, value_name = "FILE")]
    pub sqlite: Option<PathBuf>,
}

impl TableArgs {
    /// Two outputs in one file would destroy each other.
    pub fn refuse_same_file(&self, others: &[Option<&Path>]) -> Result<()> {
        #[cfg(feature = "sqlite")]
        let database = self.sqlite.as_deref();
        #[cfg(not(feature = "sqlite"))]
        let database = None;
        let mut files: Vec<&Path> = others.iter().copied().chain([database]).flatten().collect();
        files.sort_unstable();
        match files.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => bail!("two outputs are to be written to {}; name another file", pair[0].display()),
            None => Ok(()),
        }
    }
}

/// The outputs of a run beside its results, and which of them failed.
#[derive(Default)]
pub struct Outputs {
    tables: Vec<Tables>,
    failed: Vec<String>,
}

/// The tables of one option.
struct Tables {
    name: String,
    store: Box<dyn Store>,
    parts: Vec<Part>,
}

impl Outputs {
    /// Makes the files; what cannot be made is told at once.
    pub fn open(args: &TableArgs, tables: &[&str]) -> Self {
        let mut outputs = Self::default();
        let mut open = |option: &str, path: &Option<PathBuf>, open: fn(&Path, Vec<Sheet>) -> Result<_>| {
            if let Some(path) = path {
                outputs.add(format!("{option} {}", path.display()), || open(path, sheets_named(tables)));
            }
        };
        open("--csv", &args.csv, csv_folder);
        #[cfg(feature = "parquet")]
        open("--parquet", &args.parquet, parquet_folder);
        #[cfg(feature = "sqlite")]
        open("--sqlite", &args.sqlite, database);
        outputs
    }

    /// One table as one Parquet file.
    #[cfg(feature = "parquet")]
    pub fn add_parquet(&mut self, table: &str, to: Output) {
        let (stream, part) = to.split();
        let sheets = sheets_named(&[table]);
        let store = trialwire::report::parquet::Tables::new(sheets.into_iter().zip([stream]));
        let opened = store.map(|store| (Box::new(store) as Box<dyn Store>, part.into_iter().collect()));
        self.add("--format parquet".to_owned(), || Ok(opened?));
    }

    fn add(&mut self, name: String, open: impl FnOnce() -> Result<(Box<dyn Store>, Vec<Part>)>) {
        if let Some((store, parts)) = self.attempt(&name, open) {
            self.tables.push(Tables { name, store, parts });
        }
    }

    pub fn asked_for(&self) -> bool {
        !self.tables.is_empty() || !self.failed.is_empty()
    }

    /// Whether all have failed.
    pub fn lost(&self) -> bool {
        self.tables.is_empty() && !self.failed.is_empty()
    }

    /// Hands rows to every output that still goes.
    pub fn write(&mut self, rows: impl Fn(&mut dyn Store) -> io::Result<()>) {
        for mut table in std::mem::take(&mut self.tables) {
            let name = table.name.clone();
            if self.attempt(&name, || Ok(rows(&mut *table.store)?)).is_some() {
                self.tables.push(table);
            }
        }
    }

    /// Writes out what is left and gives the files their names.
    pub fn finish(&mut self) {
        for Tables { name, mut store, parts } in std::mem::take(&mut self.tables) {
            self.attempt(&name, || {
                store.finish()?;
                drop(store);
                parts.into_iter().try_for_each(Part::keep)
            });
        }
    }

    /// Does one output; a failure is told, and the others go on.
    pub fn attempt<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        match work() {
            Ok(done) => Some(done),
            Err(error) => {
                let why = one_line(&format!("{error:#}")).into_owned();
                tell(&format!("trialwire: {} failed, the other outputs go on: {why}", one_line(name)));
                self.failed.push(one_line(name).into_owned());
                None
            }
        }
    }

    /// Fails when an output has.
    pub fn settle(&self) -> Result<()> {
        match self.failed.len() {
            0 => Ok(()),
            n => bail!("{} could not be written: {}", counted(n, "output"), self.failed.join(", ")),
        }
    }
}

fn csv_folder(folder: &Path, sheets: Vec<Sheet>) -> Result<(Box<dyn Store>, Vec<Part>)> {
    let (files, parts) = in_folder(folder, sheets, "csv")?;
    Ok((Box::new(csv::Tables::new(files)?), parts))
}

#[cfg(feature = "parquet")]
fn parquet_folder(folder: &Path, sheets: Vec<Sheet>) -> Result<(Box<dyn Store>, Vec<Part>)> {
    let (files, parts) = in_folder(folder, sheets, "parquet")?;
    Ok((Box::new(trialwire::report::parquet::Tables::new(files)?), parts))
}

#[cfg(feature = "sqlite")]
fn database(path: &Path, sheets: Vec<Sheet>) -> Result<(Box<dyn Store>, Vec<Part>)> {
    if path.metadata().is_ok_and(|about| !about.is_file()) {
        bail!("{} is not a file; name a file that may be replaced", path.display());
    }
    let part = Part::of(path);
    let made = trialwire::report::sqlite::Database::create(part.name(), sheets);
    let database = made.with_context(|| format!("cannot write {}: choose a folder that exists", path.display()))?;
    Ok((Box::new(database), vec![part]))
}

/// Tables with where they are written to, and the files that get their names in the end.
type Files = (Vec<(Sheet, Stream)>, Vec<Part>);

/// One file a table; the folder is made where it is not there.
fn in_folder(folder: &Path, sheets: Vec<Sheet>, extension: &str) -> Result<Files> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let (mut files, mut parts) = (Vec::new(), Vec::new());
    for sheet in sheets {
        let path = folder.join(format!("{}.{extension}", sheet.head.name));
        let (stream, part) = Output::open(Some(&path))?.split();
        files.push((sheet, stream));
        parts.extend(part);
    }
    Ok((files, parts))
}
