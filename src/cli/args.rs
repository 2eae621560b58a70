//! The options of every command, with the help that teaches them.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use trialwire::ingest::Limits;
use trialwire::lexicon::import::SOURCES;
use trialwire::model::{Category, Severity};

use crate::eval::{self, EvalArgs};
#[cfg(feature = "serve")]
use crate::serve::ServeArgs;
use crate::tables::TableArgs;

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
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Extract the numeric claims of each article
    #[command(after_help = EXTRACT_EXAMPLES)]
    Extract(ExtractArgs),
    /// Tell which articles report the same trial, and why
    #[command(after_help = LINK_EXAMPLES)]
    Link(LinkArgs),
    /// Tell what each article says of costs, harms, evidence and the like: its reporting-quality scorecard
    #[command(after_help = AUDIT_EXAMPLES)]
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
    #[command(after_help = LEXICON_EXAMPLES, subcommand)]
    Lexicon(LexiconCommand),
    /// Read a PDF file from standard input; the program starts itself so for each of them
    #[cfg(feature = "pdf")]
    #[command(name = trialwire::ingest::PDF_COMMAND, hide = true)]
    ReadPdf,
    /// Open a page on this computer that reads what is pasted or dropped and shows what contradicts
    #[cfg(feature = "serve")]
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(ServeArgs),
}

const INPUT_HELP: &str = "\
Files, folders (read with all below them; hidden files are left out) or `-` for standard
input. Formats are told by content and may be mixed: plain text, HTML, web archives (WARC),
JSONL with one article a line, JSON arrays, and tables (CSV, TSV), each also within gzip or
zstd; papers as XML (JATS, PubMed), studies of ClinicalTrials.gov (JSON), Word and PDF files.
The fields of an article are

  {\"id\": …, \"text\": …, \"title\": …, \"url\": …, \"outlet\": …, \"published\": …, \"kind\": …}

where only the text is required, \"html\" may stand instead of it, and kind is news,
press_release, paper or registry; --map takes other names of fields. Records that
`trialwire extract --format records` wrote are read back, from a file or the folder of a run.
What cannot be read is named with its reason, and the run goes on.";

/// What every command that reads articles takes.
#[derive(Args)]
pub struct InputArgs {
    /// Files, folders, or `-` for standard input: text, HTML, JSON, tables, web archives
    #[arg(required = true, value_name = "PATH", long_help = INPUT_HELP)]
    pub paths: Vec<PathBuf>,
    /// Threads to use; 0 is one a core. The output is the same for any number
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub threads: usize,
    /// No progress and no summary; skipped articles are still named
    #[arg(long, short)]
    pub quiet: bool,
    /// Largest article that is read, in bytes
    #[arg(long, value_name = "N", default_value_t = Limits::default().article_bytes)]
    pub max_bytes: usize,
    /// Most that a compressed file may unpack to, in bytes
    #[arg(long, value_name = "N", default_value_t = Limits::default().unpacked_bytes)]
    pub max_unpacked: u64,
    /// Most that a compressed file may unpack to, in times its size
    #[arg(long, value_name = "N", default_value_t = Limits::default().unpacked_ratio)]
    pub max_ratio: u64,
    /// Names of fields in JSON and tables: text=body,id=url,…; content.body is a field within one
    #[arg(long, value_name = "FIELD=NAME,…", value_parser = pair, value_delimiter = ',')]
    pub map: Vec<(String, String)>,
    /// Read articles that are not in English, too
    #[arg(long)]
    pub any_language: bool,
    /// Folder with lexicon files that add to those of the program; may be given several times
    #[arg(long, value_name = "DIR")]
    pub lexicons: Vec<PathBuf>,
    /// Write the results to FILE, which appears only once it is whole; for `extract` also a folder
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

fn pair(mapping: &str) -> Result<(String, String), String> {
    let (ours, theirs) = mapping.split_once('=').ok_or("write FIELD=NAME, such as text=body")?;
    Ok((ours.trim().to_owned(), theirs.trim().to_owned()))
}

/// How results are written.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Readable {
    #[default]
    Text,
    Jsonl,
}

const CHECK_EXAMPLES: &str = "\
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

const EXTRACT_EXAMPLES: &str = "\
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

const LINK_EXAMPLES: &str = "\
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
    pub format: Readable,
    #[command(flatten)]
    pub tables: TableArgs,
    /// Tell what speaks for and against two articles reporting the same trial
    #[arg(long, num_args = 2, value_names = ["ID", "ID"], conflicts_with = "format")]
    pub explain: Option<Vec<String>>,
}

const AUDIT_EXAMPLES: &str = "\
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

#[derive(Args)]
pub struct RulesArgs {
    /// text for people, jsonl for programs, markdown for documents
    #[arg(long, value_enum, default_value_t)]
    pub format: RulesFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum RulesFormat {
    #[default]
    Text,
    Jsonl,
    Markdown,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// Code or name of a rule: X001, sample-size-conflict
    #[arg(value_name = "CODE")]
    pub rule: String,
}

#[derive(Args)]
pub struct SchemaArgs {
    /// text for people, markdown for documents, jsonl for programs, sql to make the tables
    #[arg(long, value_enum, default_value_t)]
    pub format: SchemaFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum SchemaFormat {
    #[default]
    Text,
    Markdown,
    Jsonl,
    Sql,
}

#[cfg(feature = "serve")]
const SERVE_EXAMPLES: &str = "\
Examples:
  trialwire serve
  trialwire serve --port 8080

Prints the address of the page, which works once and on this computer only. Articles are kept in
memory until Ctrl-C; nothing is sent anywhere.";

const LEXICON_EXAMPLES: &str = "\
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
