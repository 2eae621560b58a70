//! Articles in, what each says out as they are read, with constant memory: `extract` and `audit`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use trialwire::extract::quality;
use trialwire::model::Record;
use trialwire::pipeline::{self, Job, Purpose, Reader};
use trialwire::report::article_tables::{self, AUDIT, CLAIMS};
use trialwire::report::{annotation, csv, jsonl, scorecard};

use crate::args::{AuditArgs, AuditFormat, ExtractArgs, ExtractFormat, InputArgs};
use crate::brat::Folder;
use crate::commands::{done, job};
use crate::console::Console;
use crate::lexicon;
use crate::output::{Output, style};
use crate::run;
use crate::tables::{OF_ARTICLES, OF_AUDIT, Outputs};

/// Claims, records, mentions, annotations or tables.
pub fn extract(args: &ExtractArgs) -> Result<ExitCode> {
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

/// Scorecards.
pub fn audit(args: &AuditArgs) -> Result<ExitCode> {
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

/// Who asks for tables and names no other format or file wants the tables alone; where none of them can be written,
/// there is nothing to read for.
fn default<F>(input: &InputArgs, outputs: &Outputs, format: F) -> Result<Option<F>> {
    if !outputs.asked_for() || input.output.is_some() {
        return Ok(Some(format));
    }
    if outputs.lost() {
        outputs.settle()?;
    }
    Ok(None)
}

/// Reads every article once, for all outputs.
fn read(
    job: &Job<'_>,
    input: &InputArgs,
    lines: impl Fn(&Record, &mut Vec<u8>) + Sync,
    to: &mut Output,
    outputs: &mut Outputs,
    mut folder: Option<&mut Folder>,
) -> Result<()> {
    let mut console = Console::new(input.quiet, &input.paths);
    let whole = outputs.asked_for() || folder.is_some();
    let finish = |record: Record| {
        let mut bytes = Vec::new();
        lines(&record, &mut bytes);
        (bytes, whole.then_some(record))
    };
    let mut number = 0;
    let deliver = |(bytes, record): (Vec<u8>, Option<Record>)| {
        number += 1;
        to.write_all(&bytes)?;
        if let Some(record) = record {
            outputs.write(|store| article_tables::write(&record, number, store));
            folder.as_mut().map_or(Ok(()), |folder| folder.write(&record))?;
        }
        Ok(())
    };
    pipeline::read_each(job, &finish, deliver, &mut |event| console.event(event))?;
    done(&mut console, input)?;
    outputs.finish();
    Ok(())
}
