//! The options of `audit` in, a scorecard of each article out.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};
use trialwire::extract::quality;
use trialwire::model::Record;
use trialwire::pipeline::{Purpose, Reader};
use trialwire::report::article_tables::AUDIT;
use trialwire::report::{csv, scorecard};

use crate::articles::{default, read};
use crate::input::{InputArgs, job};
use crate::lexicon;
use crate::output::{Output, style};
use crate::tables::{OF_AUDIT, Outputs, TableArgs};

pub const EXAMPLES: &str = "\
Examples:
  trialwire audit coverage/
  trialwire audit articles.jsonl --format jsonl > scorecards.jsonl
  trialwire audit coverage/ --format csv > scorecards.csv

News and press releases are held against the criteria of HealthNewsReview and the Science Media
Centre, papers and registry records against CONSORT for abstracts. That an item is told does not
mean that it is told well.";

#[derive(Args)]
pub struct AuditArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// What to write; text, unless tables are asked for
    #[arg(long, value_enum)]
    pub format: Option<AuditFormat>,
    #[command(flatten)]
    pub tables: TableArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    /// For people
    Text,
    /// One article a line
    Jsonl,
    /// One item of one article a line
    Csv,
}

/// Scorecards.
pub fn run(args: &AuditArgs) -> Result<ExitCode> {
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let mut to = Output::open(args.input.output.as_deref())?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_AUDIT);
    let format = match args.format {
        None => default(&args.input, &outputs, AuditFormat::Text)?,
        format => format,
    };
    if format == Some(AuditFormat::Csv) {
        to.write_all(&csv::head(&AUDIT.sheet()))?;
    }
    let (items, style) = (quality::items(), style(args.input.output.is_some()));
    let lines = |record: &Record, to: &mut Vec<u8>| match format {
        Some(AuditFormat::Text) => scorecard::text(record, &items, style, to),
        Some(AuditFormat::Jsonl) => scorecard::jsonl(record, to),
        Some(AuditFormat::Csv) => csv::lines(&AUDIT, record, to),
        None => {}
    };
    let job = job(&args.input, &reader, Purpose::Audit)?;
    read(&job, &args.input, lines, &mut to, &mut outputs, None)?;
    to.finish()?;
    outputs.settle()?;
    Ok(ExitCode::SUCCESS)
}
