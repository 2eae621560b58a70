//! A name or id in, entries with their names, classes and brands out; for readers and for the checks.

use std::fmt::Write;

use crate::model::Category;

use super::Lexicon;
use super::entry::{Entry, Surface, SurfaceKind};

impl Lexicon {
    /// Every entry, those of one category together.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.tables.entries.iter()
    }

    /// The entry with this id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.tables.index(id).map(|index| &self.tables.entries[index as usize])
    }

    /// Every name of every entry, in the order of the files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tables.surfaces.iter().map(|surface| &*surface.text)
    }

    /// The names of an entry, in the order of the files.
    pub fn surfaces<'l>(&'l self, id: &str) -> impl Iterator<Item = &'l Surface> + use<'l> {
        let index = self.tables.index(id);
        self.tables.surfaces.iter().filter(move |surface| Some(surface.entry) == index)
    }

    /// The brands of a drug.
    pub fn brands<'l>(&'l self, id: &str) -> impl Iterator<Item = &'l str> + use<'l> {
        self.surfaces(id).filter(|surface| surface.kind == SurfaceKind::Brand).map(|surface| &*surface.text)
    }

    /// The entries of which `name` is an id, a canonical name or a name in any printed form, each once.
    pub fn find(&self, name: &str) -> Vec<&Entry> {
        let mut found: Vec<u32> = self.tables.index(name).into_iter().collect();
        let wanted = name.to_lowercase();
        let same = |entry: &Entry| entry.canonical.to_lowercase() == wanted;
        found.extend((0u32..).zip(&self.tables.entries).filter(|(_, entry)| same(entry)).map(|(index, _)| index));
        let mut candidates = Vec::new();
        self.matcher.candidates(name, 0, &mut candidates);
        let whole = candidates.into_iter().filter(|candidate| candidate.end == name.len());
        let surfaces = whole.flat_map(|candidate| self.matcher.patterns(candidate));
        found.extend(surfaces.filter_map(|one| Some(self.tables.surfaces.get(one.surface as usize)?.entry)));
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|index| &self.tables.entries[index as usize]).collect()
    }

    /// Whether the string looks like a name but must not be one.
    pub fn rejects(&self, name: &str) -> bool {
        self.tables.rejected.iter().any(|rejected| rejected == name)
    }

    /// One line an entry: id, canonical name, kind; for `trialwire lexicon list`.
    pub fn list(&self, category: Option<Category>) -> String {
        let mut out = String::new();
        for entry in self.entries().filter(|entry| category.is_none_or(|wanted| wanted == entry.category)) {
            let _ = writeln!(out, "{}\t{}\t{}", entry.id, entry.canonical, entry.kind.name());
        }
        out
    }

    /// All that is known under a name, as paragraphs for people; `None` where the name is unknown.
    pub fn show(&self, name: &str) -> Option<String> {
        let found = self.find(name);
        let pages: Vec<String> = found.iter().map(|entry| self.page(entry)).collect();
        if pages.is_empty() { None } else { Some(pages.join("\n")) }
    }

    fn page(&self, entry: &Entry) -> String {
        let mut page = format!("{} ({})\n", entry.canonical, entry.kind.name());
        let mut line = |label: &str, value: String| {
            if !value.is_empty() {
                let _ = writeln!(page, "  {label:<10} {value}");
            }
        };
        line("id", entry.id.to_string());
        let parent = |id: &str| self.entry(id).map_or_else(|| id.to_owned(), |parent| parent.canonical.to_string());
        line("belongs to", joined(entry.parents().map(parent)));
        for (kind, known) in SurfaceKind::NAMES {
            let of_kind = self.surfaces(&entry.id).filter(|surface| surface.kind == known);
            line(kind, joined(of_kind.map(described)));
        }
        line("references", joined(entry.xrefs().map(|(authority, id)| format!("{authority}:{id}"))));
        for (attribute, value) in entry.attrs() {
            line("attribute", format!("{attribute} {value}"));
        }
        line("source", format!("{} {}", entry.source(), entry.as_of()).trim().to_owned());
        line("note", entry.note().to_owned());
        page
    }
}

fn described(surface: &Surface) -> String {
    if surface.is_ambiguous() { format!("{} (with a cue)", surface.text) } else { surface.text.to_string() }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
