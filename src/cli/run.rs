//! An `extract` into a folder in, shards of results and a manifest out.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;
use trialwire::lexicon::{bundled_files, folder_files};
use trialwire::pipeline::{self, Job, Reader, RunFolder};
use xxhash_rust::xxh3::Xxh3;

use crate::console::Console;
use crate::extract::{ExtractArgs, ExtractFormat, lines};
use crate::input::{done, job};
use crate::lexicon;

/// A folder that is there, or a name that ends as those of folders do.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// Reads what an earlier run into the folder has not read.
pub fn extract(args: &ExtractArgs, format: ExtractFormat, folder: &Path) -> Result<ExitCode> {
    let reader = Reader::new(lexicon::load(&args.input.lexicons)?);
    let (lines, purpose) = lines(Some(format));
    let job = Job { with_text: args.with_text, ..job(&args.input, &reader, purpose)? };
    let mut run = RunFolder::open(folder, options(args, format), args.shard_articles)?;
    let mut console = Console::new(args.input.quiet, &args.input.paths);
    pipeline::extract_into(&job, lines, &mut run, &mut |event| console.event(event))?;
    done(&mut console, &args.input)?;
    Ok(ExitCode::SUCCESS)
}

/// Every option that changes what is written, and the words that are looked for.
fn options(args: &ExtractArgs, format: ExtractFormat) -> BTreeMap<String, String> {
    let input = &args.input;
    let format = format.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned());
    let map: Vec<String> = input.map.iter().map(|(ours, theirs)| format!("{ours}={theirs}")).collect();
    let options = [
        ("format", format),
        ("with-text", args.with_text.to_string()),
        ("any-language", input.any_language.to_string()),
        ("max-bytes", input.max_bytes.to_string()),
        ("map", map.join(",")),
        ("lexicons", lexicons(args)),
    ];
    options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A hash of every file of words.
fn lexicons(args: &ExtractArgs) -> String {
    let mut hasher = Xxh3::new();
    let own = folder_files(&args.input.lexicons, &mut Vec::new());
    for file in bundled_files().iter().chain(&own) {
        hasher.update(file.name.as_bytes());
        hasher.update(&[0]);
        hasher.update(file.text.as_bytes());
    }
    format!("{:016x}", hasher.digest())
}
