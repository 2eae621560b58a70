//! MeSH XML, descriptors or supplementary records, in; drugs, cytokines and rating scales out.

use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::model::Category;

use super::super::Problem;
use super::super::entry::{Kind, SurfaceKind};
use super::overlay::{Collector, Thing};
use super::read;

/// Branches of the tree, the longest match first: what stands below them belongs to which lexicon.
const BRANCHES: [(&str, Category, Kind); 5] = [
    ("D12.644.276.374", Category::Cytokine, Kind::Cytokine),
    ("D12.776.467.374", Category::Cytokine, Kind::Cytokine),
    ("D23.529.374", Category::Cytokine, Kind::Cytokine),
    ("F04.711.647", Category::Scale, Kind::Scale),
    ("D", Category::Drug, Kind::Drug),
];
/// Drugs are chemicals that MeSH gives a pharmacological action; "Water" and "Soil" have none.
const ACTION: &str = "PharmacologicalActionList";

#[derive(Default)]
struct Record {
    id: String,
    name: String,
    trees: Vec<String>,
    terms: Vec<String>,
    has_action: bool,
    supplementary: bool,
}

pub(super) fn read(path: &Path, collector: &mut Collector<'_>) -> Result<(), Problem> {
    let mut reader = Reader::from_reader(read::open(path)?);
    let mut buffer = Vec::new();
    let mut record = Record::default();
    let mut open: Vec<String> = Vec::new();
    let mut records = 0;
    loop {
        buffer.clear();
        let wrong =
            |error: quick_xml::Error| read::wrong_layout(path, 0, error.to_string(), "give the XML as published");
        match reader.read_event_into(&mut buffer).map_err(wrong)? {
            Event::Start(tag) => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                if ["DescriptorRecord", "SupplementalRecord"].contains(&name.as_str()) {
                    record = Record { supplementary: name == "SupplementalRecord", ..Record::default() };
                }
                record.has_action |= name == ACTION;
                open.push(name);
            }
            Event::Text(text) => {
                let text = text.decode().map(|text| text.into_owned()).unwrap_or_default();
                let text = quick_xml::escape::unescape(&text).map_or_else(|_| text.clone(), |plain| plain.into_owned());
                record.take(&open, &text);
            }
            Event::End(_) => {
                if let Some("DescriptorRecord" | "SupplementalRecord") = open.pop().as_deref() {
                    records += 1;
                    collector_add(std::mem::take(&mut record), collector);
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if records == 0 {
        return Err(read::wrong_layout(path, 1, "no descriptor or supplementary record", "give MeSH XML"));
    }
    Ok(())
}

impl Record {
    /// Takes the text of the element at the end of `open`.
    fn take(&mut self, open: &[String], text: &str) {
        let path: Vec<&str> = open.iter().map(String::as_str).collect();
        match path[..] {
            [_, _, "DescriptorUI" | "SupplementalRecordUI"] => self.id.push_str(text),
            [_, _, "DescriptorName" | "SupplementalRecordName", "String"] => self.name.push_str(text),
            [_, _, "TreeNumberList", "TreeNumber"] => self.trees.push(text.to_owned()),
            [.., "Term", "String"] => self.terms.push(text.to_owned()),
            _ => {}
        }
    }
}

fn collector_add(record: Record, collector: &mut Collector<'_>) {
    let branch = |tree: &String| BRANCHES.iter().find(|row| tree.starts_with(row.0));
    let found = match record.supplementary {
        true => record.has_action.then_some(&BRANCHES[BRANCHES.len() - 1]),
        false => record.trees.iter().filter_map(branch).min_by_key(|row| std::cmp::Reverse(row.0.len())),
    };
    let Some((_, category, kind)) = found else { return };
    if *category == Category::Drug && !record.has_action {
        return;
    }
    collector.add(Thing {
        category: *category,
        kind: *kind,
        canonical: record.name,
        xrefs: vec![format!("MESH:{}", record.id)],
        // "Acid, Examplic" is an index entry, not a name.
        names: record
            .terms
            .into_iter()
            .filter(|term| !term.contains(", "))
            .map(|term| (term, SurfaceKind::Synonym))
            .collect(),
    });
}
