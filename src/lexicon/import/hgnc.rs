//! The HGNC complete set in, the genes of cytokines, their receptors and kin out.

use std::path::Path;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

/// Gene groups whose products are measured beside the course of a disease, by the start of their names.
const GROUPS: [(&str, Kind); 16] = [
    ("Chemokine ligands", Kind::Chemokine),
    ("C-C motif chemokine receptors", Kind::Receptor),
    ("C-X-C motif chemokine receptors", Kind::Receptor),
    ("Bone morphogenetic proteins", Kind::GrowthFactor),
    ("Cytokine receptors", Kind::Receptor),
    ("Endogenous ligands", Kind::Cytokine),
    ("Fibroblast growth factor", Kind::GrowthFactor),
    ("Growth hormone family", Kind::GrowthFactor),
    ("Interferon receptors", Kind::Receptor),
    ("Interferons", Kind::Cytokine),
    ("Interleukin receptors", Kind::Receptor),
    ("Interleukins", Kind::Cytokine),
    ("Transforming growth factor beta", Kind::GrowthFactor),
    ("Tumor necrosis factor receptor superfamily", Kind::Receptor),
    ("Tumor necrosis factor superfamily", Kind::Cytokine),
    ("VEGF family", Kind::GrowthFactor),
];

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let columns =
        ["hgnc_id", "symbol", "name", "locus_group", "alias_symbol", "alias_name", "gene_group", "uniprot_ids"];
    read::table(path, b'\t', columns, |[id, symbol, name, locus, alias_symbols, alias_names, groups, uniprot]| {
        let group =
            groups.trim_matches('"').split('|').find_map(|group| GROUPS.iter().find(|row| group.starts_with(row.0)));
        let Some((_, kind)) = group.filter(|_| locus == "protein-coding gene") else { return };
        let list = |field: &str| -> Vec<String> {
            field.trim_matches('"').split('|').filter(|one| !one.is_empty()).map(str::to_owned).collect()
        };
        let mut names = vec![(symbol.to_owned(), SurfaceKind::Symbol)];
        names.extend(list(alias_symbols).into_iter().map(|one| (one, SurfaceKind::Symbol)));
        names.extend(list(alias_names).into_iter().map(|one| (one, SurfaceKind::Synonym)));
        let mut xrefs = vec![id.to_owned()];
        xrefs.extend(list(uniprot).iter().map(|one| format!("UNIPROT:{one}")));
        collector.add(Thing { category: Category::Cytokine, kind: *kind, canonical: name.to_owned(), xrefs, names });
    })
}
