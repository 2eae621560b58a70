//! The file that all is held against in: a job that reads it, the ids of its articles, and groups that hold them out.

use std::borrow::Borrow;
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
pub fn ids<K: Borrow<Record>>(records: &[K], file: &Path) -> io::Result<BTreeSet<String>> {
    let real = file.canonicalize().ok();
    let is_line = |tail: &str| !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit());
    let from_file = |record: &&Record| {
        let path =
            record.source.rsplit_once(':').filter(|(_, tail)| is_line(tail)).map_or(&*record.source, |(path, _)| path);
        Path::new(path) == file || (real.is_some() && Path::new(path).canonicalize().ok() == real)
    };
    let ids: BTreeSet<String> =
        records.iter().map(Borrow::borrow).filter(from_file).map(|record| record.id.clone()).collect();
    if ids.is_empty() {
        let told = format!("no article could be read from the reference {}", file.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, told));
    }
    Ok(ids)
}

/// Puts a reference that stands alone where it belongs: all else where that is one group, for the user's word that they
/// belong together is enough, or else the group that it may well be about. False where there is none.
pub fn join(groups: &mut Vec<TrialGroup>, references: &BTreeSet<String>) -> bool {
    let alone = |group: &TrialGroup| group.articles.iter().all(|id| references.contains(id));
    let (of_references, mut rest): (Vec<_>, Vec<_>) = std::mem::take(groups).into_iter().partition(alone);
    let mut placed = of_references.is_empty();
    let mut homeless = Vec::new();
    for reference in of_references {
        let likely = |group: &TrialGroup| {
            let ends = reference.possibly.iter().flat_map(|link| [&link.a, &link.b]);
            ends.into_iter().any(|id| group.articles.contains(id))
        };
        match if rest.len() == 1 { Some(0) } else { rest.iter().position(likely) } {
            Some(at) => {
                placed = true;
                merge(&mut rest[at], reference);
            }
            None => homeless.push(reference),
        }
    }
    rest.extend(homeless);
    rest.sort_by(|a, b| a.id.cmp(&b.id));
    *groups = rest;
    placed
}

fn merge(whole: &mut TrialGroup, part: TrialGroup) {
    whole.articles.extend(part.articles);
    whole.links.extend(part.links);
    whole.copies.extend(part.copies);
    whole.articles.sort();
    whole.links.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
    whole.copies.sort();
    whole.possibly.clear();
    whole.id = whole.articles.first().cloned().unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Link;

    fn group(ids: &[&str], possibly: &[(&str, &str)]) -> TrialGroup {
        let link = |&(a, b): &(&str, &str)| Link { a: a.into(), b: b.into(), score: 0.35, reasons: vec![] };
        TrialGroup {
            id: ids[0].into(),
            articles: ids.iter().map(|&id| id.into()).collect(),
            possibly: possibly.iter().map(link).collect(),
            ..TrialGroup::default()
        }
    }

    fn joined(mut groups: Vec<TrialGroup>) -> (bool, Vec<String>) {
        let placed = join(&mut groups, &BTreeSet::from(["paper".to_owned()]));
        (placed, groups.iter().map(|group| group.articles.join(" ")).collect())
    }

    #[test]
    fn a_reference_is_put_where_it_belongs() {
        let one = vec![group(&["a", "b"], &[]), group(&["paper"], &[])];
        assert_eq!(joined(one), (true, vec!["a b paper".to_owned()]));
        let tied = group(&["paper"], &[("c", "paper")]);
        let several = vec![group(&["a"], &[]), group(&["c"], &[]), tied];
        assert_eq!(joined(several), (true, vec!["a".to_owned(), "c paper".to_owned()]));
    }

    #[test]
    fn a_reference_of_nothing_is_told() {
        let several = vec![group(&["a"], &[]), group(&["c"], &[]), group(&["paper"], &[])];
        assert_eq!(joined(several), (false, vec!["a".to_owned(), "c".to_owned(), "paper".to_owned()]));
        assert!(joined(vec![group(&["a", "paper"], &[])]).0);
    }
}
