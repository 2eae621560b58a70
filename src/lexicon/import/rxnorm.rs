//! RxNorm's `RXNCONSO.RRF` (names) and `RXNREL.RRF` (relations) in; ingredients with their brands out.

use std::collections::BTreeMap;
use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

/// Columns of RXNCONSO.RRF: concept, source, type of the name, the name, suppressed.
const CONCEPT: [usize; 5] = [0, 11, 12, 14, 16];
/// Columns of RXNREL.RRF: the second concept, what it is to the first, the first concept.
const RELATION: [usize; 3] = [4, 7, 0];

#[derive(Default)]
struct Ingredient {
    name: String,
    combination: bool,
    names: Vec<(String, SurfaceKind)>,
}

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let mut ingredients: BTreeMap<String, Ingredient> = BTreeMap::new();
    let mut others: BTreeMap<String, (String, SurfaceKind)> = BTreeMap::new();
    let concepts = read::member(path, "RXNCONSO.RRF");
    fields(&concepts, CONCEPT, |[concept, source, kind, name, suppressed]| {
        if source != "RXNORM" || !["N", ""].contains(&suppressed) {
            return;
        }
        match kind {
            "IN" | "MIN" => {
                let entry = ingredients.entry(concept.to_owned()).or_default();
                (entry.name, entry.combination) = (name.replace(" / ", "/"), kind == "MIN");
            }
            "BN" => drop(others.insert(concept.to_owned(), (name.to_owned(), SurfaceKind::Brand))),
            "PIN" => drop(others.insert(concept.to_owned(), (name.to_owned(), SurfaceKind::Synonym))),
            _ => {}
        }
    })?;
    let relations = concepts.with_file_name("RXNREL.RRF");
    if relations.exists() {
        fields(&relations, RELATION, |[other, relation, ingredient]| {
            if !["tradename_of", "form_of"].contains(&relation) {
                return;
            }
            if let (Some(name), Some(entry)) = (others.get(other), ingredients.get_mut(ingredient)) {
                entry.names.push(name.clone());
            }
        })?;
    }
    for (concept, ingredient) in ingredients {
        let kind = if ingredient.combination { Kind::Combination } else { Kind::Drug };
        let (canonical, names) = (ingredient.name, ingredient.names);
        collector.add(Thing {
            category: Category::Drug,
            kind,
            canonical,
            xrefs: vec![format!("RXCUI:{concept}")],
            names,
        });
    }
    Ok(())
}

/// Calls `each` with the wanted fields of every line, which are parted by `|`.
fn fields<const N: usize>(path: &Path, wanted: [usize; N], mut each: impl FnMut([&str; N])) -> Result<(), Problem> {
    read::lines(path, |number, line| {
        let cells: Vec<&str> = line.split('|').collect();
        if wanted.iter().any(|&column| column >= cells.len()) {
            let message = format!("{} fields", cells.len());
            return Err(read::wrong_layout(path, number, message, "give the RRF file as published"));
        }
        each(wanted.map(|column| cells[column].trim()));
        Ok(())
    })
}
