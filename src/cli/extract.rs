//! The options of `extract` in, the claims of each article out.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use trialwire::model::Record;
use trialwire::pipeline::{Job, Purpose, Reader};
use trialwire::report::article_tables::CLAIMS;
use trialwire::report::{annotation, csv, jsonl};

use crate::articles::{default, read};
use crate::brat::Folder;
use crate::input::{InputArgs, job};
use crate::lexicon;
use crate::output::Output;
use crate::run;
use crate::tables::{OF_ARTICLES, Outputs, TableArgs};

pub const EXAMPLES: &str = "\
Examples:
  trialwire extract coverage/ > claims.jsonl
  trialwire extract page.html --format mentions
  cat articles.jsonl | trialwire extract - --format records -o records.jsonl
  trialwire check records.jsonl        (reads no article again)
  trialwire extract coverage/ --format csv -o claims.csv
  trialwire extract coverage/ --parquet tables/
  trialwire extract coverage/ --format brat -o annotations/
  trialwire extract crawl/ --format records -o run/

With a folder as output (one that is there, or a name that ends with `/`) the results are
written in shards. A run that was killed goes on where it was, and a later run adds what is new:
give the same command again. `trialwire check run/` reads the records of such a folder.";

#[derive(Args)]
pub struct ExtractArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// What to write; jsonl, unless tables are asked for
    #[arg(long, value_enum)]
    pub format: Option<ExtractFormat>,
    #[command(flatten)]
    pub tables: TableArgs,
    /// Keep each article's text in its record, or in the table of articles
    #[arg(long)]
    pub with_text: bool,
    /// Articles after which a shard of a run folder is written
    #[arg(long, value_name = "N", default_value_t = 4096)]
    pub shard_articles: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtractFormat {
    /// One claim a line
    Jsonl,
    /// One article a line, with all that `link` and `check` need
    Records,
    /// One named drug, cytokine or rating scale a line
    Mentions,
    /// The table of claims
    Csv,
    /// The table of claims as one Parquet file; needs --output
    #[cfg(feature = "parquet")]
    Parquet,
    /// One W3C Web Annotation a line
    WebAnnotation,
    /// brat stand-off: a text and its annotations an article, into the folder of --output
    Brat,
}

/// Claims, records, mentions, annotations or tables.
pub fn run(args: &ExtractArgs) -> Result<ExitCode> {
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_ARTICLES);
    let format = match args.format {
        None => default(&args.input, &outputs, ExtractFormat::Jsonl)?,
        format => format,
    };
    if args.with_text && format != Some(ExtractFormat::Records) && !outputs.asked_for() {
        bail!("--with-text keeps the text in records and tables: add --format records, --csv, --parquet or --sqlite");
    }
    let brat = format == Some(ExtractFormat::Brat);
    if let Some(folder) = args.input.output.as_deref().filter(|path| !brat && run::is_folder(path)) {
        if outputs.asked_for() || matches!(format, Some(ExtractFormat::Csv)) || is_parquet(format) {
            bail!(
                "a folder as output is written in shards of lines, which tables are not: name a file, or give --csv DIR or --parquet DIR alone"
            );
        }
        return run::extract(args, format.unwrap_or(ExtractFormat::Jsonl), folder);
    }
    let mut folder = if brat { Some(Folder::open(args.input.output.as_deref())?) } else { None };
    let mut to = Output::open(args.input.output.as_deref().filter(|_| !brat))?;
    #[cfg(feature = "parquet")]
    if is_parquet(format) {
        if args.input.output.is_none() {
            bail!(
                "a Parquet file is no text for standard output: name a file with --output, or a folder with --parquet"
            );
        }
        outputs.add_parquet("claims", std::mem::replace(&mut to, Output::open(None)?));
    }
    if format == Some(ExtractFormat::Csv) {
        to.write_all(&csv::head(&CLAIMS.sheet()))?;
    }
    let (lines, purpose) = lines(format);
    let purpose = if outputs.asked_for() { Purpose::Everything } else { purpose };
    let job = Job { with_text: args.with_text || brat, ..job(&args.input, &reader, purpose)? };
    read(&job, &args.input, lines, &mut to, &mut outputs, folder.as_mut())?;
    to.finish()?;
    folder.map_or(Ok(()), |folder| folder.settle())?;
    outputs.settle()?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(feature = "parquet")]
fn is_parquet(format: Option<ExtractFormat>) -> bool {
    format == Some(ExtractFormat::Parquet)
}

#[cfg(not(feature = "parquet"))]
fn is_parquet(_: Option<ExtractFormat>) -> bool {
    false
}

/// How one record is written as lines, and how much of it that needs.
pub fn lines(format: Option<ExtractFormat>) -> (fn(&Record, &mut Vec<u8>), Purpose) {
    match format {
        Some(ExtractFormat::Jsonl) => (jsonl::claims, Purpose::Claims),
        Some(ExtractFormat::Records) => (jsonl::record, Purpose::Everything),
        Some(ExtractFormat::Mentions) => (jsonl::mentions, Purpose::Mentions),
        Some(ExtractFormat::Csv) => (|record, to| csv::lines(&CLAIMS, record, to), Purpose::Claims),
        Some(ExtractFormat::WebAnnotation) => (annotation::annotations, Purpose::Claims),
        _ => (|_, _| {}, Purpose::Claims),
    }
}
