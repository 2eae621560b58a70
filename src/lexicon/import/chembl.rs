//! The compound table of the ChEMBL interface (`ChEMBL ID; Name; Synonyms; Type; Max Phase; …`) in, tested drugs out.

use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let columns = ["ChEMBL ID", "Name", "Synonyms", "Type", "Max Phase"];
    read::table(path, read::delimiter(path)?, columns, |[id, name, synonyms, kind, phase]| {
        // A compound that was never given to people is in no news of a trial.
        let is_tested = phase.parse::<f64>().is_ok_and(|phase| phase >= 0.5);
        if name.is_empty() || !is_tested {
            return;
        }
        let is_biologic = ["antibody", "protein", "cell"].iter().any(|word| kind.to_lowercase().contains(word));
        collector.add(Thing {
            category: Category::Drug,
            kind: if is_biologic { Kind::Biologic } else { Kind::Drug },
            canonical: if id == name { name.to_owned() } else { name.to_lowercase() },
            xrefs: vec![format!("CHEMBL:{id}")],
            names: synonyms.split('|').map(|one| (one.to_owned(), kind_of(one))).collect(),
        });
    })
}

/// "EX-4471" is a code; words are synonyms.
fn kind_of(name: &str) -> SurfaceKind {
    let is_code = name.contains(|c: char| c.is_ascii_digit()) && !name.contains(char::is_whitespace);
    if is_code { SurfaceKind::Code } else { SurfaceKind::Synonym }
}
