//! Results and the name of a report in, its page out, or an index with a folder of pages beside it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use trialwire::check::RULES;
use trialwire::model::Record;
use trialwire::report::{Results, html};

use crate::output::Output;

/// Writes the report, without the articles' texts where they may not be passed on. A device or pipe gets one page
/// whatever its size.
pub fn write(results: Results<'_>, path: &Path, no_text: bool) -> Result<()> {
    if no_text && results.records.iter().any(|record| record.text.is_some()) {
        let bare = |record: &Record| Record { text: None, ..record.clone() };
        let records: Vec<Record> = results.records.iter().map(bare).collect();
        return write(Results { records: &records, ..results }, path, false);
    }
    let file = path.metadata().map_or(true, |about| about.is_file());
    if !file || html::fits_one_file(results) {
        return put(path, &html::one_page(results, RULES)?);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder_name = format!("{stem}-trials");
    let folder = path.with_file_name(&folder_name);
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {} for the pages", folder.display()))?;
    remove_old_pages(&folder)?;
    let mut put_page = |page: Option<&str>, html: &str| {
        let path = page.map_or_else(|| path.to_owned(), |page| folder.join(page));
        put(&path, html).map_err(io::Error::other)
    };
    html::many_pages(results, RULES, &name, &folder_name, &mut put_page)?;
    Ok(())
}

fn put(path: &Path, html: &str) -> Result<()> {
    let mut page = Output::open(Some(path))?;
    page.write_all(html.as_bytes())?;
    page.finish()
}

/// Pages of an earlier run would show what is no longer found; whatever else is in the folder stays.
fn remove_old_pages(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if html::is_page_name(&entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path()).with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    Ok(())
}
