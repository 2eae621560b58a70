//! CDISC terminology as tab-delimited text (`Code, Codelist Code, …, CDISC Submission Value, CDISC Synonym(s), …, NCI
//! Preferred Term`) in, its questionnaires, clinical classifications and functional tests out.

use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

/// The code lists that name instruments, not single questions of them.
const LISTS: [&str; 3] =
    ["Category of Questionnaire", "Category of Clinical Classification", "Category of Functional Test"];

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let columns =
        ["Code", "Codelist Code", "Codelist Name", "CDISC Submission Value", "CDISC Synonym", "NCI Preferred Term"];
    read::table(path, b'\t', columns, |[code, list_code, list, submission, synonyms, preferred]| {
        // The row that names a code list itself has no code of a list.
        if !LISTS.contains(&list) || code.is_empty() || list_code.is_empty() {
            return;
        }
        // "QX Nine Questionnaire": the preferred term ends with the kind of thing that it is, in NCI's words.
        let canonical = preferred.strip_suffix(" Clinical Classification").unwrap_or(preferred);
        let canonical = canonical.strip_suffix(" Functional Test").unwrap_or(canonical);
        let mut names: Vec<(String, SurfaceKind)> = vec![(submission.to_owned(), kind_of(submission))];
        names.extend(synonyms.split(';').map(|one| (one.trim().to_owned(), kind_of(one.trim()))));
        names.retain(|(name, _)| !name.is_empty());
        collector.add(Thing {
            category: Category::Scale,
            kind: Kind::Scale,
            canonical: canonical.to_owned(),
            xrefs: vec![format!("NCIT:{code}")],
            names,
        });
    })
}

fn kind_of(name: &str) -> SurfaceKind {
    if name.contains(|c: char| c.is_lowercase()) { SurfaceKind::Synonym } else { SurfaceKind::Acronym }
}
