//! The file that all is held against in: a job that reads it, the ids of its articles, and groups that hold them out.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::Job;
use crate::model::{Record, TrialGroup};

/// The job with the reference among its inputs, unless one of them holds it already.
pub fn add<'r>(job: &Job<'r>, file: &Path) -> Job<'r> {
    let real = file.canonicalize().ok();
    let holds = |input: &PathBuf| {
        let input = input.canonicalize().ok();
        input.zip(real.as_ref()).is_some_and(|(input, real)| real.starts_with(input))
    };
    let held = job.inputs.iter().any(holds);
    let inputs = job.inputs.iter().cloned().chain((!held).then(|| file.to_owned())).collect();
    Job { inputs, limits: job.limits.clone(), ..*job }
}

/// Ids of the articles that were read from `file`.
pub fn ids(records: &[Record], file: &Path) -> io::Result<BTreeSet<String>> {
    let real = file.canonicalize().ok();
    let is_line = |tail: &str| !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit());
    let from_file = |record: &&Record| {
        let path =
            record.source.rsplit_once(':').filter(|(_, tail)| is_line(tail)).map_or(&*record.source, |(path, _)| path);
        Path::new(path) == file || (real.is_some() && Path::new(path).canonicalize().ok() == real)
    };
    let ids: BTreeSet<String> = records.iter().filter(from_file).map(|record| record.id.clone()).collect();
    if ids.is_empty() {
        let told = format!("no article could be read from the reference {}", file.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, told));
    }
    Ok(ids)
}

/// Where all else is one group and the reference stands alone, the user's word that they belong together is enough.
pub fn join(groups: &mut Vec<TrialGroup>, references: &BTreeSet<String>) {
    let alone = |group: &TrialGroup| group.articles.iter().all(|id| references.contains(id));
    if groups.iter().filter(|group| !alone(group)).count() != 1 {
        return;
    }
    let Some(mut whole) = groups.pop() else { return };
    for group in groups.drain(..) {
        whole.articles.extend(group.articles);
        whole.links.extend(group.links);
        whole.copies.extend(group.copies);
    }
    whole.articles.sort();
    whole.links.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
    whole.copies.sort();
    whole.possibly.clear();
    whole.id = whole.articles.first().cloned().unwrap_or_default();
    groups.push(whole);
}
