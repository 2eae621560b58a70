//! Names of a release in, sorted overlay files without clashes out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::model::Category;

use super::super::Lexicon;
use super::super::entry::{Kind, SurfaceKind};
use super::super::table::{ENTRY_COLUMNS, SURFACE_COLUMNS};
use super::Source;
use super::filter::{Fault, Filter};

/// Acronyms of so few letters must be printed in their own capitals.
const SHORT_ACRONYM: usize = 6;

/// The files of an import, and what became of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// File names with their contents.
    pub files: Vec<(String, String)>,
    /// New entries.
    pub entries: usize,
    /// Names kept, of new entries and of known ones.
    pub surfaces: usize,
    pub dropped: Dropped,
}

/// How many names were left out, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Frequent English words.
    pub words: usize,
    /// Chemical formulas and systematic names.
    pub formulas: usize,
    /// Three letters or fewer.
    pub short: usize,
    /// Rejected by the lexicon.
    pub rejected: usize,
    /// The lexicon has the name already, for this entry or another.
    pub known: usize,
}

impl Overlay {
    /// One paragraph for people.
    pub fn summary(&self) -> String {
        let dropped = self.dropped;
        format!(
            "{} new entries, {} names; left out: {} frequent words, {} formulas, {} of three letters or fewer, {} rejected, {} known already",
            self.entries,
            self.surfaces,
            dropped.words,
            dropped.formulas,
            dropped.short,
            dropped.rejected,
            dropped.known
        )
    }
}

/// What a release says of one thing.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    pub category: Category,
    pub kind: Kind,
    pub canonical: String,
    /// `PREFIX:VALUE`.
    pub xrefs: Vec<String>,
    pub names: Vec<(String, SurfaceKind)>,
}

/// Takes the things of a release one by one.
pub(super) struct Collector<'l> {
    core: &'l Lexicon,
    filter: Filter,
    source: &'static str,
    /// By id.
    entries: BTreeMap<String, (Category, Kind, String, BTreeSet<String>)>,
    /// By name and id.
    surfaces: BTreeMap<(String, String), (Category, SurfaceKind)>,
    dropped: Dropped,
}

impl<'l> Collector<'l> {
    pub fn new(core: &'l Lexicon, source: &'static str) -> Self {
        let (filter, dropped) = (Filter::new(), Dropped::default());
        Self { core, filter, source, entries: BTreeMap::new(), surfaces: BTreeMap::new(), dropped }
    }

    /// Adds a thing under the entry that the lexicon has for it, or a new one.
    pub fn add(&mut self, thing: Thing) {
        let canonical = clean(&thing.canonical);
        let known = self.core.find(&canonical).into_iter().find(|entry| entry.category == thing.category);
        let id = match known {
            Some(entry) => entry.id.to_string(),
            None if self.is_name(&canonical) => self.new_entry(&thing, &canonical),
            None => return,
        };
        for (name, kind) in &thing.names {
            self.add_name(&clean(name), &id, thing.category, *kind);
        }
    }

    fn new_entry(&mut self, thing: &Thing, canonical: &str) -> String {
        let id = format!("{}:{}", thing.category.name(), slug(canonical));
        let fresh = || (thing.category, thing.kind, canonical.to_owned(), BTreeSet::new());
        self.entries.entry(id.clone()).or_insert_with(fresh).3.extend(thing.xrefs.iter().cloned());
        let name = (canonical.to_owned(), id.clone());
        self.surfaces.insert(name, (thing.category, SurfaceKind::Name));
        id
    }

    fn add_name(&mut self, name: &str, id: &str, category: Category, kind: SurfaceKind) {
        if self.surfaces.contains_key(&(name.to_owned(), id.to_owned())) || !self.is_name(name) {
            return;
        }
        if self.core.find(name).iter().any(|entry| entry.category == category) {
            self.dropped.known += 1;
            return;
        }
        self.surfaces.insert((name.to_owned(), id.to_owned()), (category, kind));
    }

    fn is_name(&mut self, name: &str) -> bool {
        if self.core.rejects(name) {
            self.dropped.rejected += 1;
            return false;
        }
        match self.filter.fault(name) {
            Some(Fault::Word) => self.dropped.words += 1,
            Some(Fault::Formula) => self.dropped.formulas += 1,
            Some(Fault::Short) => self.dropped.short += 1,
            None => return true,
        }
        false
    }

    /// The files, one pair for each lexicon that got something.
    pub fn finish(self, source: &Source, release: &str) -> Overlay {
        let release = if release.is_empty() { "unknown" } else { release };
        let mut files = Vec::new();
        for category in Category::ALL {
            let head = |columns: &[&str]| {
                format!(
                    "# Source: {}, release {release}. Licence: {}.\n# Produced: trialwire lexicon import {}.\n{}\n",
                    source.title,
                    source.licence,
                    source.name,
                    columns.join("\t")
                )
            };
            let mut entries = Vec::new();
            for (id, (_, kind, canonical, xrefs)) in self.entries.iter().filter(|(_, entry)| entry.0 == category) {
                let xrefs = xrefs.iter().map(String::as_str).collect::<Vec<_>>().join("|");
                let (kind, title) = (kind.name(), source.title);
                entries.push(format!("{id}\t{canonical}\t{kind}\t{xrefs}\t\t\t{title}\t{release}\t"));
            }
            let of_category = self.surfaces.iter().filter(|(_, surface)| surface.0 == category);
            let surfaces: Vec<String> = of_category
                .map(|((name, id), (_, kind))| format!("{name}\t{id}\t{}\t{}\t\t\t", kind.name(), case(name, *kind)))
                .collect();
            for (what, columns, mut rows) in
                [("entries", &ENTRY_COLUMNS[..], entries), ("surfaces", &SURFACE_COLUMNS[..], surfaces)]
            {
                if !rows.is_empty() {
                    rows.sort();
                    let mut text = head(columns);
                    rows.iter().for_each(|row| writeln!(text, "{row}").unwrap_or_default());
                    files.push((format!("{}.{}s.{what}.tsv", self.source, category.name()), text));
                }
            }
        }
        Overlay { files, entries: self.entries.len(), surfaces: self.surfaces.len(), dropped: self.dropped }
    }
}

fn case(name: &str, kind: SurfaceKind) -> &'static str {
    let is_acronym = matches!(kind, SurfaceKind::Acronym | SurfaceKind::Symbol);
    let has_capitals = name.chars().filter(char::is_ascii_uppercase).count() > 1;
    if is_acronym && has_capitals && name.len() <= SHORT_ACRONYM { "exact" } else { "any" }
}

/// One line without tabs or doubled spaces.
fn clean(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lower-case words joined by hyphens.
fn slug(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
