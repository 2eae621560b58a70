//! The options of `check` in, its findings out; exit code 1 when there are any.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use trialwire::check::RULES;
use trialwire::check::baseline::Baseline;
use trialwire::model::{Finding, Severity};
use trialwire::pipeline::{self, Checking, Job, Purpose, Reader};
use trialwire::report::{Results, claimreview, jsonl, sarif, text};

use crate::config::{self, Config};
use crate::console::Console;
use crate::input::{InputArgs, done, job};
use crate::lexicon;
use crate::output::{Output, style, write_each};
#[cfg(feature = "html-report")]
use crate::pages;
use crate::tables::{OF_CHECK, Outputs, TableArgs};

pub const EXAMPLES: &str = "\
Examples:
  trialwire check release.txt paper.txt news/
  trialwire check articles.jsonl --min-severity warning
  trialwire check draft.txt coverage/ --against paper.txt
  trialwire check coverage/ --baseline known.jsonl   (what is new since --write-baseline known.jsonl)
  trialwire check coverage/ --html report.html
  trialwire check coverage/ --format jsonl | jq -r .message
  trialwire check coverage/ --sqlite run.db --parquet tables/ --csv tables/
  trialwire check coverage/ --format sarif -o findings.sarif

Exit codes: 0 no finding, 1 findings, 2 the run failed.";

#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[arg(long, value_enum, default_value_t)]
    pub format: CheckFormat,
    #[command(flatten)]
    pub tables: TableArgs,
    /// Also write the report as a page that needs nothing else; a large run gets a folder beside it
    #[cfg(feature = "html-report")]
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Leave the articles' texts out of the page: it keeps the sentences that are quoted
    #[cfg(feature = "html-report")]
    #[arg(long, requires = "html")]
    pub no_text: bool,
    #[command(flatten)]
    pub rules: RuleArgs,
}

/// How findings are written.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    #[default]
    Text,
    /// One finding a line
    Jsonl,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
    /// Drafts of schema.org ClaimReview, one finding a line
    Claimreview,
}

/// Which rules run and what is told of them: all of it may stand in `trialwire.toml`, which these options override.
#[derive(Args)]
pub struct RuleArgs {
    /// Configuration to read instead of `trialwire.toml` in the current folder
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Run these rules alone: codes, names, or A, O, X for a family
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Grade every finding of a rule: X005=info
    #[arg(long, value_name = "RULE=LEVEL,…", value_delimiter = ',')]
    pub severity: Vec<String>,
    /// Widen or narrow what counts as rounding: hedge-percent=12, and others that the README lists
    #[arg(long, value_name = "NAME=NUMBER,…", value_delimiter = ',')]
    pub tolerance: Vec<String>,
    /// Leave out findings below this; they do not count for the exit code either
    #[arg(long, value_enum)]
    pub min_severity: Option<MinSeverity>,
    /// The paper, release or registry record that all is held against: it alone is the source
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Leave out the findings that this file accepts
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Accept every finding of this run: write them to FILE, for --baseline
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum MinSeverity {
    /// Worth a look
    Info,
    /// Probably a mistake or an overstatement
    Warning,
    /// Cannot both be true
    Error,
}

impl MinSeverity {
    pub fn severity(self) -> Severity {
        match self {
            MinSeverity::Info => Severity::Info,
            MinSeverity::Warning => Severity::Warning,
            MinSeverity::Error => Severity::Error,
        }
    }
}

/// Findings; exit code 1 when there are any.
pub fn run(args: &CheckArgs) -> Result<ExitCode> {
    let config = config::load(&args.rules)?;
    let known = baseline(config.baseline.as_deref())?;
    #[cfg(feature = "html-report")]
    args.tables.refuse_same_file(&[args.input.output.as_deref(), args.html.as_deref()])?;
    #[cfg(not(feature = "html-report"))]
    args.tables.refuse_same_file(&[args.input.output.as_deref()])?;
    let mut to = Output::open(args.input.output.as_deref())?;
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let mut outputs = Outputs::open(&args.tables, OF_CHECK);
    let mut console = Console::new(args.input.quiet, &args.input.paths);
    let Config { settings, min_severity, against, .. } = config;
    let rules = Checking { settings, against };
    let job = reading(args, &reader, outputs.asked_for())?;
    let checked = pipeline::check_with(&job, &rules, &mut |event| console.event(event))?;
    let worth = |finding: &Finding| min_severity.is_none_or(|least| finding.severity >= least);
    let mut findings: Vec<_> = checked.findings.into_iter().filter(worth).collect();
    if let Some(path) = &args.rules.write_baseline {
        let mut file = Output::open(Some(path))?;
        file.write_all(Baseline::of(&findings).print().as_bytes())?;
        file.finish()?;
    }
    let found = findings.len();
    findings.retain(|finding| !known.holds(finding));
    console.accepted = found - findings.len();
    let results = Results { records: &checked.linked.records, groups: &checked.linked.groups, findings: &findings };
    done(&mut console, &args.input)?;
    outputs.write(|store| results.tables(store));
    outputs.finish();
    #[cfg(feature = "html-report")]
    if let Some(path) = &args.html {
        outputs.attempt(&format!("--html {}", path.display()), || pages::write(results, path, args.no_text));
    }
    write(results, args, &mut to)?;
    to.finish()?;
    outputs.settle()?;
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

/// As much of each article as the outputs hold.
fn reading<'r>(args: &CheckArgs, reader: &'r Reader, tables: bool) -> Result<Job<'r>> {
    // Tables hold more of each article than the rules ask for.
    let purpose = if tables { Purpose::Everything } else { Purpose::Check };
    // Lines and columns are counted in the texts.
    let job = Job { with_text: args.format == CheckFormat::Sarif, ..job(&args.input, reader, purpose)? };
    #[cfg(feature = "html-report")]
    if args.html.is_some() {
        return Ok(Job { purpose: Purpose::Everything, with_text: job.with_text || !args.no_text, ..job });
    }
    Ok(job)
}

fn write(results: Results<'_>, args: &CheckArgs, to: &mut Output) -> Result<()> {
    match args.format {
        CheckFormat::Text => text::write(results, style(args.input.output.is_some()), to)?,
        CheckFormat::Jsonl => write_each(results.findings, jsonl::finding, to)?,
        CheckFormat::Sarif => sarif::write(results, RULES, to)?,
        CheckFormat::Claimreview => {
            write_each(results.findings, |finding, to| claimreview::draft(results, finding, to), to)?;
        }
    }
    Ok(())
}

/// The findings that a file accepts; none without a file.
fn baseline(path: Option<&Path>) -> Result<Baseline> {
    let Some(path) = path else { return Ok(Baseline::default()) };
    let text = fs::read_to_string(path).with_context(|| {
        format!("cannot read the baseline {}: `trialwire check --write-baseline` makes one", path.display())
    })?;
    Baseline::parse(&text).with_context(|| format!("the baseline {} cannot be used", path.display()))
}
