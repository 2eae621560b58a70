//! The options of `eval` in, the scores of a run against a gold out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use trialwire::eval::{self, EvalError, KINDS, Options, Problem, Reader, Reading, Texts, score_findings, score_links};
use trialwire::ingest::{self, Documents, Item, Limits};
use trialwire::model::ClaimKind;
use trialwire::report::clean::one_line;
use trialwire::report::evaluation;

use crate::console::tell;
use crate::output::Output;

/// Bad lines named before the rest are only counted.
const PROBLEMS_TOLD: usize = 20;

pub const EXAMPLES: &str = "\
Examples:
  trialwire extract texts/ > claims.jsonl && trialwire eval gold.jsonl claims.jsonl
  trialwire extract corpus/ | trialwire eval corpus/ -             a folder of brat .txt and .ann files
  trialwire eval gold.jsonl claims.jsonl --errors 20 --texts articles.jsonl
  trialwire eval corpus/ claims.jsonl --map n-total=sample_size --kinds sample_size --any-value
  trialwire link texts/ --format jsonl | trialwire eval --links studies.jsonl -
  trialwire check texts/ --format jsonl | trialwire eval --findings conflicts.jsonl -

A prediction is right when it has the gold's kind, overlaps its place and has its value (to 0.5 %); each is
matched once. CORE pools sample sizes, event counts, rates, percentages and multipliers, ALL the twelve kinds,
and figure ignores the kind. Then follow the accuracy of scope, role, bound and approx, the slots where the gold
has them, and which kind was read as which.

Exit codes: 0 scored, 2 the run failed.";

const GOLD_HELP: &str = "\
What should be found, in one of two forms.

JSONL, one claim a line; places count Unicode code points, end exclusive:

  {\"doc\": …, \"kind\": \"sample_size\", \"start\": 13, \"end\": 22, \"low\": 30, \"high\": 30,
   \"bound\": \"exact\", \"approx\": false, \"scope\": \"this_study\", \"role\": \"total\"}

where doc (or article), kind, start, end, low and high are required, and group, arm, outcome,
comparator and timepoint may be added. What the gold does not say is not scored.

brat stand-off, a folder or one file: the type of a text-bound annotation is the kind, scope,
role, bound, approx and arm are attributes, the value stands in a note:

  T1<tab>sample_size 13 22<tab>30 adults
  A1<tab>scope T1 this_study
  #1<tab>AnnotatorNotes T1<tab>30

A note may also hold a range (20-30) and slots (30; group=nurses on nights; timepoint=12 weeks).
A document is a file without its extension; extract the same folder to get fitting predictions.";

#[derive(Args)]
pub struct EvalArgs {
    /// What should be found: JSONL, or a folder of brat .txt and .ann files
    #[arg(value_name = "GOLD", long_help = GOLD_HELP)]
    pub gold: PathBuf,
    /// What was found: the output of `extract`, as JSONL (`-` for standard input) or a folder of brat files
    #[arg(value_name = "PRED")]
    pub predictions: PathBuf,
    /// text for people, json for programs (one object)
    #[arg(long, value_enum, default_value_t)]
    pub format: EvalFormat,
    /// List up to N mistakes of each sort, with both readings
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub errors: usize,
    /// The articles (in any form that `extract` reads), to show mistakes in their context
    #[arg(long, value_name = "PATH")]
    pub texts: Option<PathBuf>,
    /// Gold slots in a file of their own: JSONL with doc, start, end of the claim and the slots
    #[arg(long, value_name = "FILE")]
    pub slots: Option<PathBuf>,
    /// Score these kinds only, for a gold that annotates no others
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kind)]
    pub kinds: Vec<ClaimKind>,
    /// Read LABEL of the gold as KIND; may be repeated
    #[arg(long, value_name = "LABEL=KIND", value_parser = label)]
    pub map: Vec<(String, ClaimKind)>,
    /// Kind and place are enough, for a gold without values
    #[arg(long)]
    pub any_value: bool,
    /// Name lines that cannot be used and score without them, instead of stopping
    #[arg(long)]
    pub skip_bad_lines: bool,
    /// GOLD tells the study of each document (doc, study), PRED is the output of `link --format jsonl`
    #[arg(long, conflicts_with_all = ["findings", "slots", "texts", "kinds", "map", "any_value", "errors"])]
    pub links: bool,
    /// GOLD holds annotated conflicts, PRED is the output of `check --format jsonl`
    #[arg(long, conflicts_with_all = ["slots", "texts", "kinds", "map", "any_value"])]
    pub findings: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum EvalFormat {
    #[default]
    Text,
    Json,
}

/// Scores; what could not be scored is told on standard error.
pub fn run(args: &EvalArgs) -> Result<ExitCode> {
    if args.gold == Path::new("-") {
        bail!("the gold is a file or folder; standard input (`-`) may hold the predictions");
    }
    let mut to = Output::open(None)?;
    if args.links {
        let (scored, problems) = score_links(&args.gold, &args.predictions)?;
        settle(&problems, args.skip_bad_lines)?;
        match args.format {
            EvalFormat::Text => evaluation::write_links(&scored, &mut to)?,
            EvalFormat::Json => evaluation::write_json(&scored, &mut to)?,
        }
    } else if args.findings {
        let (scored, problems) = score_findings(&args.gold, &args.predictions)?;
        settle(&problems, args.skip_bad_lines)?;
        match args.format {
            EvalFormat::Text => evaluation::write_findings(&scored, args.errors, &mut to)?,
            EvalFormat::Json => evaluation::write_json(&scored, &mut to)?,
        }
    } else {
        let scored = claims(args)?;
        tell(&evaluation::summary(&scored));
        match args.format {
            EvalFormat::Text => evaluation::write(&scored, &mut to)?,
            EvalFormat::Json => evaluation::write_json(&scored, &mut to)?,
        }
    }
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn claims(args: &EvalArgs) -> Result<eval::Evaluation> {
    let reader = Reader { labels: args.map.iter().cloned().collect(), any_value: args.any_value };
    let mut gold = reader.gold(&args.gold)?;
    if let Some(path) = &args.slots {
        let (nowhere, problems) = eval::read_slots(path, &mut gold.gold.rows)?;
        gold.problems.extend(problems);
        if nowhere > 0 {
            tell(&format!("{}: {nowhere} slots stand at no claim of the gold; they are not scored", path.display()));
        }
    }
    let mut predictions = Reader::default().predictions(&args.predictions)?;
    gold.problems.append(&mut predictions.problems);
    settle(&gold.problems, args.skip_bad_lines)?;
    tell_other_kinds(&gold);
    match (gold.by_path, predictions.by_path) {
        (true, false) => eval::assign(&mut predictions.gold.rows, &gold.gold.documents)?,
        (false, true) => eval::assign_files(&mut predictions.gold.rows, &gold.gold.documents),
        _ => {}
    }
    refuse_strangers(&gold.gold, &predictions.gold)?;
    let mut texts = std::mem::take(&mut gold.texts);
    if let Some(path) = args.texts.as_ref().filter(|_| args.errors > 0) {
        texts.extend(read_texts(path, &gold.gold.documents));
    }
    let options = Options { kinds: args.kinds.clone(), any_value: args.any_value, errors: args.errors, texts };
    Ok(eval::score(&gold.gold, &predictions.gold.rows, &options))
}

/// A figure over half a gold is no figure: the run stops unless asked not to.
fn settle(problems: &[Problem], go_on: bool) -> Result<()> {
    for problem in problems.iter().take(PROBLEMS_TOLD) {
        tell(&one_line(&problem.to_string()));
    }
    if problems.len() > PROBLEMS_TOLD {
        tell(&format!("… and {} more", problems.len() - PROBLEMS_TOLD));
    }
    if !problems.is_empty() && !go_on {
        bail!("{} bad lines; correct them, or score without them (--skip-bad-lines)", problems.len());
    }
    Ok(())
}

fn tell_other_kinds(gold: &Reading) {
    if !gold.other_kinds.is_empty() {
        let named: Vec<_> = gold.other_kinds.iter().map(|(kind, n)| format!("{n} {}", one_line(kind))).collect();
        tell(&format!("not scored, for they are no kind of claim: {} (--map LABEL=KIND reads them)", named.join(", ")));
    }
}

/// No document in common means other ids, not a bad run.
fn refuse_strangers(gold: &eval::Gold, predictions: &eval::Gold) -> Result<()> {
    let shared = predictions.rows.iter().any(|row| gold.documents.contains(&row.doc));
    match (gold.documents.first(), predictions.rows.first()) {
        (Some(gold), Some(row)) if !shared => {
            Err(EvalError::NothingShared { gold: gold.clone(), predicted: row.doc.clone() }.into())
        }
        _ => Ok(()),
    }
}

/// The texts of the gold's documents; what cannot be read is told and only costs its context.
fn read_texts(path: &Path, documents: &BTreeSet<String>) -> Texts {
    let limits = Limits::default();
    let mut texts = Texts::new();
    for raw in Documents::new([path.to_owned()], limits.clone()) {
        match raw.and_then(|raw| ingest::parse(&raw, &limits)) {
            Ok(Item::Article(article)) if documents.contains(&article.id) => {
                texts.insert(article.id, article.text);
            }
            Ok(_) => {}
            Err(skip) => tell(&format!("skipped {}", one_line(&skip.to_string()))),
        }
    }
    texts
}

fn kind(name: &str) -> Result<ClaimKind, String> {
    let known = KINDS.into_iter().find(|kind| kind.name() == name);
    known.ok_or_else(|| format!("the kinds are {}", KINDS.map(ClaimKind::name).join(", ")))
}

fn label(mapping: &str) -> Result<(String, ClaimKind), String> {
    let (label, name) = mapping.rsplit_once('=').ok_or("write LABEL=KIND, such as n-total=sample_size")?;
    Ok((label.to_owned(), kind(name)?))
}
