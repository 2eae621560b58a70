//! The commands, with the help that introduces them; the options of each stand with the command.

use clap::{Parser, Subcommand};

use crate::audit::{self, AuditArgs};
use crate::check::{self, CheckArgs};
use crate::eval::{self, EvalArgs};
use crate::extract::{self, ExtractArgs};
use crate::lexicon::{self, LexiconCommand};
use crate::link::{self, LinkArgs};
use crate::rules::{ExplainArgs, RulesArgs};
use crate::schema::SchemaArgs;
#[cfg(feature = "serve")]
use crate::serve::{self, ServeArgs};

/// Reads health-news coverage and the papers behind it, and shows where their numbers contradict each other.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  trialwire check coverage/                     what contradicts in a folder of articles
  trialwire check coverage/ --html report.html  the same, as a page to mail
  trialwire extract coverage/ > claims.jsonl    every numeric claim, one a line
  trialwire explain X001                        what a rule does and when it stays silent

Exit codes: 0 no finding, 1 findings, 2 the run failed.";

#[derive(Subcommand)]
pub enum Command {
    /// Find contradictions: between articles about one trial, and within each article
    #[command(after_help = check::EXAMPLES)]
    Check(CheckArgs),
    /// Extract the numeric claims of each article
    #[command(after_help = extract::EXAMPLES)]
    Extract(ExtractArgs),
    /// Tell which articles report the same trial, and why
    #[command(after_help = link::EXAMPLES)]
    Link(LinkArgs),
    /// Tell what each article says of costs, harms, evidence and the like: its reporting-quality scorecard
    #[command(after_help = audit::EXAMPLES)]
    Audit(AuditArgs),
    /// List every rule
    Rules(RulesArgs),
    /// Show how one rule works, with an example, and when it stays silent
    Explain(ExplainArgs),
    /// Describe the tables that are written: every column, its type, unit and meaning
    Schema(SchemaArgs),
    /// Score a run against a gold: precision, recall, F1, and every mistake
    #[command(after_help = eval::EXAMPLES)]
    Eval(EvalArgs),
    /// Look into the drugs, cytokines and rating scales that are known, or check files of your own
    #[command(after_help = lexicon::EXAMPLES, subcommand)]
    Lexicon(LexiconCommand),
    /// Read a PDF file from standard input; the program starts itself so for each of them
    #[cfg(feature = "pdf")]
    #[command(name = trialwire::ingest::PDF_COMMAND, hide = true)]
    ReadPdf,
    /// Open a page on this computer that reads what is pasted or dropped and shows what contradicts
    #[cfg(feature = "serve")]
    #[command(after_help = serve::EXAMPLES)]
    Serve(ServeArgs),
}
