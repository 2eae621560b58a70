//! The DrugBank open vocabulary (`DrugBank ID, Accession Numbers, Common name, CAS, UNII, Synonyms, …`) in, drugs out.

use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let columns = ["DrugBank ID", "Common name", "UNII", "Synonyms"];
    read::table(path, b',', columns, |[id, name, unii, synonyms]| {
        let xrefs = [("DRUGBANK", id), ("UNII", unii)].into_iter().filter(|(_, value)| !value.is_empty());
        collector.add(Thing {
            category: Category::Drug,
            kind: Kind::Drug,
            canonical: name.to_owned(),
            xrefs: xrefs.map(|(prefix, value)| format!("{prefix}:{value}")).collect(),
            names: synonyms.split(" | ").map(|synonym| (synonym.to_owned(), SurfaceKind::Synonym)).collect(),
        });
    })
}
