//! Lexicon files in (those of the program, then overlay folders), the tables of entries and surfaces out, or every
//! problem at once.

use std::borrow::Cow;
use std::collections::hash_map::Entry as Slot;
use std::path::{Path, PathBuf};

use crate::model::Category;

use super::entry::{AMBIGUITIES, Ambiguity, Case, Entry, Field, Kind, Surface, SurfaceKind, split};
use super::problem::Problem;
use super::table::{ENTRY_COLUMNS, REJECTED_COLUMNS, SURFACE_COLUMNS, cells, each_row, rows};
use crate::text::hashing::WordMap;

/// The rules by which names vary in print, and the words beside them that matter.
pub(super) const NAME_RULES: &str = include_str!("../../lexicons/name-rules.tsv");

const BUNDLED: [(&str, &str); 7] = [
    ("cytokines.entries.tsv", include_str!("../../lexicons/cytokines.entries.tsv")),
    ("drugs.entries.tsv", include_str!("../../lexicons/drugs.entries.tsv")),
    ("scales.entries.tsv", include_str!("../../lexicons/scales.entries.tsv")),
    ("cytokines.surfaces.tsv", include_str!("../../lexicons/cytokines.surfaces.tsv")),
    ("drugs.surfaces.tsv", include_str!("../../lexicons/drugs.surfaces.tsv")),
    ("scales.surfaces.tsv", include_str!("../../lexicons/scales.surfaces.tsv")),
    ("rejected.tsv", include_str!("../../lexicons/rejected.tsv")),
];

/// The last columns of a surface that is not ambiguous.
const NOTHING_ELSE: &str = "\t\t\t";

/// One lexicon file.
pub struct LexiconFile {
    /// As shown in messages; its end tells what the file holds: `drugs.entries.tsv`, `rxnorm.drugs.surfaces.tsv`.
    pub name: String,
    pub text: Cow<'static, str>,
}

/// The files that come with the program.
pub fn bundled_files() -> Vec<LexiconFile> {
    BUNDLED.iter().map(|(name, text)| LexiconFile { name: (*name).to_owned(), text: Cow::Borrowed(text) }).collect()
}

/// The lexicon files of overlay folders, in the order of their names.
pub fn folder_files(folders: &[PathBuf], problems: &mut Vec<Problem>) -> Vec<LexiconFile> {
    let mut files = Vec::new();
    for folder in folders {
        let mut paths: Vec<PathBuf> = match std::fs::read_dir(folder) {
            Ok(listing) => listing.filter_map(|item| Some(item.ok()?.path())).collect(),
            Err(error) => {
                let fix = "name a folder with lexicon files";
                problems.push(Problem::new(&folder.display().to_string(), 0, error.to_string(), fix));
                continue;
            }
        };
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
        paths.sort();
        files.extend(paths.iter().filter_map(|path| read(path, problems)));
    }
    files
}

/// One lexicon file from the disk.
pub fn read(path: &Path, problems: &mut Vec<Problem>) -> Option<LexiconFile> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Some(LexiconFile { name, text: Cow::Owned(text) }),
        Err(error) => {
            problems.push(Problem::new(&name, 0, error.to_string(), "give a readable UTF-8 file"));
            None
        }
    }
}

/// What a file holds, told by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Entries(Category),
    Surfaces(Category),
    Rejected,
    /// How names vary: part of the program, not of an overlay.
    Rules,
}

impl Content {
    pub fn of(name: &str) -> Option<Self> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        for category in Category::ALL {
            let has = |ending: &str| {
                let ending = format!("{}s.{ending}.tsv", category.name());
                name.strip_suffix(&ending).is_some_and(|before| before.is_empty() || before.ends_with('.'))
            };
            if has("entries") {
                return Some(Content::Entries(category));
            }
            if has("surfaces") {
                return Some(Content::Surfaces(category));
            }
        }
        match name {
            "name-rules.tsv" => Some(Content::Rules),
            _ => name.ends_with("rejected.tsv").then_some(Content::Rejected),
        }
    }
}

/// Everything the files say.
#[derive(Default)]
pub(super) struct Tables {
    /// Those of the program first; no overlay changes an entry that stands there already.
    pub entries: Vec<Entry>,
    pub surfaces: Vec<Surface>,
    pub rejected: Vec<Field>,
    by_id: WordMap<Field, u32>,
}

impl Tables {
    /// Index of the entry with this id.
    pub fn index(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// For each entry, whether one of its names may mean something else.
    pub fn with_ambiguous_names(&self) -> Vec<bool> {
        let mut found = vec![false; self.entries.len()];
        for surface in self.surfaces.iter().filter(|surface| surface.is_ambiguous()) {
            found[surface.entry as usize] = true;
        }
        found
    }

    /// Adds `files`: all their entries first, so that the order of the files does not matter.
    pub fn add(&mut self, files: &[LexiconFile], problems: &mut Vec<Problem>) {
        for file in files {
            match Content::of(&file.name) {
                Some(Content::Entries(category)) => match &file.text {
                    Cow::Borrowed(text) => self.add_entries(&file.name, text, category, Cow::Borrowed, problems),
                    Cow::Owned(text) => self.add_entries(&file.name, text, category, owned, problems),
                },
                Some(_) => {}
                None => problems.push(Problem::new(
                    &file.name,
                    0,
                    "the name does not say what the file holds",
                    "call it drugs.entries.tsv, drugs.surfaces.tsv (or cytokines, scales) or rejected.tsv",
                )),
            }
        }
        for file in files {
            match (Content::of(&file.name), &file.text) {
                (Some(Content::Surfaces(_)), Cow::Borrowed(text)) => {
                    self.add_surfaces(&file.name, text, Cow::Borrowed, problems);
                }
                (Some(Content::Surfaces(_)), Cow::Owned(text)) => self.add_surfaces(&file.name, text, owned, problems),
                (Some(Content::Rejected), text) => {
                    let rows = rows(&file.name, text, &REJECTED_COLUMNS, problems);
                    self.rejected.extend(rows.iter().map(|row| owned(row.fields[0])));
                }
                _ => {}
            }
        }
    }

    fn add_entries<'t>(
        &mut self,
        file: &str,
        text: &'t str,
        category: Category,
        own: impl Fn(&'t str) -> Field,
        problems: &mut Vec<Problem>,
    ) {
        let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        self.entries.reserve(lines);
        self.by_id.reserve(lines);
        each_row(file, text, &ENTRY_COLUMNS, problems, |row, problems| {
            let [id, canonical, kind] = row.fields;
            let Some(kind) = Kind::parse(kind, category) else {
                let fix = format!("use one of {}", Kind::names(category).join(", "));
                problems.push(Problem::new(file, row.line, format!("unknown kind \"{kind}\""), fix));
                return;
            };
            let Slot::Vacant(slot) = self.by_id.entry(own(id)) else { return };
            slot.insert(self.entries.len() as u32);
            self.entries.push(Entry { id: own(id), category, canonical: own(canonical), kind, others: own(row.rest) });
        });
    }

    fn add_surfaces<'t>(
        &mut self,
        file: &str,
        text: &'t str,
        own: impl Fn(&'t str) -> Field,
        problems: &mut Vec<Problem>,
    ) {
        self.surfaces.reserve(memchr::memchr_iter(b'\n', text.as_bytes()).count());
        let mut sort = None;
        each_row(file, text, &SURFACE_COLUMNS, problems, |row, problems| {
            let [text, id] = row.fields;
            let entry = self.by_id.get(id).copied();
            if entry.is_none() {
                let fix = "add the entry or correct the id";
                problems.push(Problem::new(file, row.line, format!("no entry \"{id}\""), fix));
            }
            if sort.is_none() || !row.repeats {
                sort = Sort::read(file, row.line, row.rest, &own, problems);
            }
            let (Some(entry), Some(Sort { kind, case, ambiguity })) = (entry, &sort) else { return };
            self.surfaces.push(Surface {
                text: own(text),
                entry,
                kind: *kind,
                case: *case,
                ambiguity: ambiguity.clone(),
            });
        });
    }

    /// Reports parents that are no entry. The program's own files are checked by a test instead, to load faster.
    pub fn check_parents(&self, files: &[LexiconFile], problems: &mut Vec<Problem>) {
        for file in files {
            let Some(Content::Entries(_)) = Content::of(&file.name) else { continue };
            for row in rows(&file.name, &file.text, &ENTRY_COLUMNS, &mut Vec::new()) {
                for parent in split(row.fields[4]).filter(|id| !self.by_id.contains_key(*id)) {
                    let fix = "add the parent or correct its id";
                    problems.push(Problem::new(&file.name, row.line, format!("no entry \"{parent}\""), fix));
                }
            }
        }
    }
}

/// What the columns behind the id tell about a surface, the same for many in a row.
struct Sort {
    kind: SurfaceKind,
    case: Case,
    ambiguity: Option<Box<Ambiguity>>,
}

impl Sort {
    /// Reads these columns, each behind a tab; reports every cell that is none of the words it may be.
    fn read<'t>(
        file: &str,
        line: usize,
        columns: &'t str,
        own: impl Fn(&'t str) -> Field,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let ([_, kind, case], _, told) = cells(columns, 0..columns.len());
        let mut problem = |message: String, fix: &str| problems.push(Problem::new(file, line, message, fix));
        let surface_kind = SurfaceKind::parse(kind);
        if surface_kind.is_none() {
            problem(format!("unknown type \"{kind}\""), "use name, synonym, brand, acronym, symbol, code or class");
        }
        let surface_case = Case::parse(case);
        if surface_case.is_none() {
            problem(format!("unknown case \"{case}\""), "use any, exact or initial");
        }
        let ambiguity = (told != NOTHING_ELSE).then(|| {
            let ([_, ambiguity, cue_for, cue_against], ..) = cells(told, 0..told.len());
            if !ambiguity.is_empty() && !AMBIGUITIES.contains(&ambiguity) {
                let fix = format!("use one of {}", AMBIGUITIES.join(", "));
                problem(format!("unknown ambiguity \"{ambiguity}\""), &fix);
            }
            Box::new(Ambiguity { kind: own(ambiguity), cue_for: own(cue_for), cue_against: own(cue_against) })
        });
        let ambiguity = ambiguity.filter(|ambiguity| !ambiguity.kind.is_empty());
        Some(Self { kind: surface_kind?, case: surface_case?, ambiguity })
    }
}

fn owned(field: &str) -> Field {
    Cow::Owned(field.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, lines: &str) -> LexiconFile {
        LexiconFile { name: name.to_owned(), text: Cow::Owned(lines.to_owned()) }
    }

    #[test]
    fn all_problems_are_told_at_once_with_their_lines() {
        let entries = format!(
            "{}\ndrug:a\ta\tdrug\t\tdrug-class:x\t\t\t\t\ndrug:b\tb\tpill\t\t\t\t\t\t\n",
            ENTRY_COLUMNS.join("\t")
        );
        let surfaces =
            format!("{}\na\tdrug:a\tname\tany\t\t\t\nc\tdrug:c\tnick\tup\todd\t\t\n", SURFACE_COLUMNS.join("\t"));
        let mut problems = Vec::new();
        let mut tables = Tables::default();
        let files = [file("drugs.surfaces.tsv", &surfaces), file("x.drugs.entries.tsv", &entries), file("odd.tsv", "")];
        tables.add(&files, &mut problems);
        tables.check_parents(&files, &mut problems);
        let told: Vec<(&str, usize)> = problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
        let surfaces_line_3 = ("drugs.surfaces.tsv", 3);
        assert_eq!(
            told,
            [
                ("x.drugs.entries.tsv", 3),
                ("odd.tsv", 0),
                surfaces_line_3,
                surfaces_line_3,
                surfaces_line_3,
                surfaces_line_3,
                ("x.drugs.entries.tsv", 2)
            ]
        );
        assert_eq!(tables.surfaces.len(), 1);
        assert_eq!(tables.index("drug:a"), Some(0));
    }

    #[test]
    fn names_tell_what_a_file_holds() {
        assert_eq!(Content::of("overlay/rxnorm.drugs.entries.tsv"), Some(Content::Entries(Category::Drug)));
        assert_eq!(Content::of("scales.surfaces.tsv"), Some(Content::Surfaces(Category::Scale)));
        assert_eq!(Content::of("rejected.tsv"), Some(Content::Rejected));
        assert_eq!(Content::of("mydrugs.entries.tsv"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_problem() {
        let mut problems = Vec::new();
        assert!(folder_files(&["no/such/folder".into()], &mut problems).is_empty());
        assert_eq!(problems.len(), 1);
    }
}
