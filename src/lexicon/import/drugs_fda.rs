//! Drugs@FDA's `Products.txt` (`ApplNo ProductNo Form Strength ReferenceDrug DrugName ActiveIngredient …`) in, drugs out.

use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let path = read::member(path, "Products.txt");
    read::table(&path, b'\t', ["DrugName", "ActiveIngredient"], |[brand, ingredients]| {
        let parts: Vec<&str> = ingredients.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
        let kind = if parts.len() > 1 { Kind::Combination } else { Kind::Drug };
        collector.add(Thing {
            category: Category::Drug,
            kind,
            // Ingredients are in capitals there.
            canonical: parts.join("/").to_lowercase(),
            xrefs: Vec::new(),
            names: vec![(brand.to_owned(), SurfaceKind::Brand)],
        });
    })
}
