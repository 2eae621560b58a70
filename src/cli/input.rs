//! The options of every command that reads articles in, the job that reads them out.

use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use clap::Args;
use trialwire::ingest::{Fields, Limits};
use trialwire::pipeline::{Job, Purpose, Reader};

use crate::console::Console;

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

/// What these options ask to be read, for this purpose.
pub fn job<'r>(input: &InputArgs, reader: &'r Reader, purpose: Purpose) -> Result<Job<'r>> {
    let default = Limits::default();
    let limits = Limits {
        article_bytes: input.max_bytes,
        page_bytes: default.page_bytes.min(input.max_bytes),
        any_language: input.any_language,
        pdf_process: true,
        unpacked_bytes: input.max_unpacked,
        unpacked_ratio: input.max_ratio,
        fields: fields(input)?,
        ..default
    };
    Ok(Job { reader, inputs: input.paths.clone(), limits, threads: input.threads, with_text: false, purpose })
}

fn fields(input: &InputArgs) -> Result<Fields> {
    let pairs = input.map.iter().map(|(ours, theirs)| (ours.as_str(), theirs.as_str()));
    Fields::new(pairs).map_err(|problem| anyhow!("--map: {problem}"))
}

/// Sums up; a run that read nothing has failed.
pub fn done(console: &mut Console, input: &InputArgs) -> Result<()> {
    console.finish();
    if console.articles + console.known == 0 {
        let paths: Vec<_> = input.paths.iter().map(|path| path.display().to_string()).collect();
        bail!(
            "no article could be read from {}; give text, HTML, web archives, or JSON or tables with a \"text\"",
            paths.join(", ")
        );
    }
    Ok(())
}
