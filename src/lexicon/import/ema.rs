//! The EMA medicines table, saved as CSV or TSV or in its JSON form, in; authorised human medicines out.

use std::io::Read;
use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        return read_json(path, collector);
    }
    let columns = ["Category", "Name of medicine", "International non-proprietary name", "ATC code (human)"];
    read::table(path, read::delimiter(path)?, columns, |[category, brand, inn, atc]| {
        add(category, brand, inn, atc, collector);
    })
}

fn read_json(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let wrong = |message: String| read::wrong_layout(path, 0, message, "give the medicines table as published");
    let mut text = String::new();
    read::open(path)?.read_to_string(&mut text).map_err(|error| wrong(error.to_string()))?;
    let table: serde_json::Value = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let rows = table["data"].as_array().ok_or_else(|| wrong("no list \"data\"".to_owned()))?;
    for row in rows {
        let cell = |name: &str| row[name].as_str().unwrap_or_default();
        let inn = cell("international_non_proprietary_name_common_name");
        add(cell("category"), cell("name_of_medicine"), inn, cell("atc_code_human"), collector);
    }
    Ok(())
}

fn add(category: &str, brand: &str, inn: &str, atc: &str, collector: &mut Collector<'_>) {
    let parts: Vec<&str> = inn.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if !category.eq_ignore_ascii_case("human") || parts.is_empty() {
        return;
    }
    // "Abasaglar (previously Abasria)" names two brands.
    let brands = brand.split(['(', ')']).map(|name| name.trim().trim_start_matches("previously ").to_owned());
    let kind = if parts.len() > 1 { Kind::Combination } else { Kind::Drug };
    collector.add(Thing {
        category: Category::Drug,
        kind,
        canonical: parts.join("/"),
        xrefs: if atc.is_empty() { Vec::new() } else { vec![format!("ATC:{atc}")] },
        names: brands.filter(|name| !name.is_empty()).map(|name| (name, SurfaceKind::Brand)).collect(),
    });
}
