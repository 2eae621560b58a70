//! The options of `link` in, the groups of articles about one trial out.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use trialwire::model::Record;
use trialwire::pipeline::{self, Purpose, Reader};
use trialwire::report::clean::one_line;
use trialwire::report::{Results, groups, jsonl};

use crate::console::Console;
use crate::input::{InputArgs, done, job};
use crate::lexicon;
use crate::output::{Output, style, write_each};
use crate::tables::{OF_LINKS, Outputs, TableArgs};

pub const EXAMPLES: &str = "\
Examples:
  trialwire link coverage/
  trialwire link articles.jsonl --format jsonl > groups.jsonl
  trialwire link coverage/ --explain coverage/a.txt coverage/b.txt";

#[derive(Args)]
pub struct LinkArgs {
    #[command(flatten)]
    pub input: InputArgs,
    /// text for people, jsonl for programs (one group a line, groups of one included)
    #[arg(long, value_enum, default_value_t)]
    pub format: LinkFormat,
    #[command(flatten)]
    pub tables: TableArgs,
    /// Tell what speaks for and against two articles reporting the same trial
    #[arg(long, num_args = 2, value_names = ["ID", "ID"], conflicts_with = "format")]
    pub explain: Option<Vec<String>>,
}

/// How results are written.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum LinkFormat {
    #[default]
    Text,
    Jsonl,
}

/// Groups of articles; no more is kept of an article than is written of it.
pub fn run(args: &LinkArgs) -> Result<ExitCode> {
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let mut to = Output::open(args.input.output.as_deref())?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_LINKS);
    let mut console = Console::new(args.input.quiet, &args.input.paths);
    let text = matches!(args.format, LinkFormat::Text) && args.explain.is_none();
    let whole = text || args.explain.is_some() || outputs.asked_for();
    let keep = |record: Record| whole.then(|| record.heading());
    let job = job(&args.input, &reader, Purpose::Link)?;
    let collected = pipeline::collect(&job, keep, &mut |event| console.event(event))?;
    done(&mut console, &args.input)?;
    if let Some([a, b]) = args.explain.as_deref() {
        let Some(why) = collected.linker.explain(a, b) else {
            let known = |id: &str| collected.records.iter().any(|record| record.id == id);
            let unknown = if known(a) { b } else { a };
            bail!("no article has the id {unknown:?}; `trialwire link` without --explain shows the ids");
        };
        for line in why.lines() {
            writeln!(to, "{}", one_line(line))?;
        }
    }
    let mut grouped = pipeline::groups(&collected.linker, args.input.threads)?;
    if whole {
        let all: Vec<_> = grouped.collect();
        let results = Results { records: &collected.records, groups: &all, findings: &[] };
        outputs.write(|store| results.tables(store));
        outputs.finish();
        match args.format {
            _ if args.explain.is_some() => {}
            LinkFormat::Text => groups::write(results, style(args.input.output.is_some()), &mut to)?,
            LinkFormat::Jsonl => write_each(&all, jsonl::group, &mut to)?,
        }
    } else if args.explain.is_none() {
        let mut line = Vec::new();
        grouped.try_for_each(|group| {
            line.clear();
            jsonl::group(&group, &mut line);
            to.write_all(&line)
        })?;
    }
    to.finish()?;
    outputs.settle()?;
    Ok(ExitCode::SUCCESS)
}
