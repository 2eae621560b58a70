//! Lexicon files in, everything that is wrong with them out: form, order, references, clashes with what is rejected.

use super::entry::split;
use super::load::{Content, LexiconFile, Tables};
use super::problem::Problem;
use super::table::{ENTRY_COLUMNS, REJECTED_COLUMNS, Row, SURFACE_COLUMNS, rows};
use crate::text::hashing::WordMap;

/// Every problem of `files`, by file and line; `known` are files that they may refer to, and are not checked.
pub fn check(files: &[LexiconFile], known: &[LexiconFile]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut tables = Tables::default();
    tables.add(known, &mut Vec::new());
    tables.add(files, &mut problems);
    tables.check_parents(files, &mut problems);
    let rejected = Rejected::new(files.iter().chain(known));
    let named = named_entries(files.iter().chain(known));
    for file in files {
        check_head(file, &mut problems);
        match Content::of(&file.name) {
            Some(Content::Entries(_)) => {
                let rows = rows(&file.name, &file.text, &ENTRY_COLUMNS, &mut Vec::new());
                check_order(file, &rows, 1, &mut problems);
                check_entries(file, &rows, &named, &mut problems);
            }
            Some(Content::Surfaces(_)) => {
                let rows = rows(&file.name, &file.text, &SURFACE_COLUMNS, &mut Vec::new());
                check_order(file, &rows, 2, &mut problems);
                check_surfaces(file, &rows, &rejected, &mut problems);
            }
            Some(Content::Rejected) => {
                let rows = rows(&file.name, &file.text, &REJECTED_COLUMNS, &mut Vec::new());
                check_order(file, &rows, 1, &mut problems);
            }
            Some(Content::Rules) | None => {}
        }
    }
    problems.sort();
    problems.dedup();
    problems
}

/// The header must tell where the data comes from.
fn check_head(file: &LexiconFile, problems: &mut Vec<Problem>) {
    let head: String = file.text.lines().take_while(|line| line.starts_with('#')).collect();
    for (word, fix) in [("ource", "# Source: …"), ("icence", "# Licence: …")] {
        if !head.contains(word) {
            problems.push(Problem::new(
                &file.name,
                1,
                format!("no {word} in the header"),
                format!("add a line \"{fix}\""),
            ));
        }
    }
}

/// Lines stand in the order of their bytes, and the first `key` fields are unique.
fn check_order<const N: usize>(file: &LexiconFile, rows: &[Row<'_, N>], key: usize, problems: &mut Vec<Problem>) {
    let mut seen: WordMap<String, usize> = WordMap::default();
    for row in rows {
        if let Some(line) = seen.insert(row.fields[..key].join("\t"), row.line) {
            let message = format!("\"{}\" stands on line {line} already", row.fields[..key].join(" "));
            problems.push(Problem::new(&file.name, row.line, message, "leave one of them out"));
        }
    }
    if let Some(pair) = rows.windows(2).find(|pair| pair[0].raw > pair[1].raw) {
        let message = format!("\"{}\" is not in order", pair[1].fields[0]);
        problems.push(Problem::new(&file.name, pair[1].line, message, "sort the lines with LC_ALL=C sort"));
    }
}

fn check_entries(file: &LexiconFile, rows: &[Row<'_, 9>], named: &WordMap<String, ()>, problems: &mut Vec<Problem>) {
    for row in rows {
        let [id, canonical, _, xrefs, parents, attrs, ..] = row.fields;
        let mut problem = |message: String, fix: &str| problems.push(Problem::new(&file.name, row.line, message, fix));
        if !id.contains(':') || id.contains(|c: char| c.is_whitespace() || c.is_uppercase()) {
            problem(format!("\"{id}\" is no id"), "write prefix:lower-case-words");
        }
        if canonical.is_empty() {
            problem(format!("\"{id}\" has no name"), "fill the second column");
        }
        if !named.contains_key(id) {
            problem(format!("\"{id}\" has no surface"), "add a line to the surfaces file");
        }
        if split(parents).any(|parent| parent == id) {
            problem(format!("\"{id}\" is its own parent"), "name its class");
        }
        if split(xrefs)
            .any(|xref| xref.split_once(':').is_none_or(|(prefix, value)| prefix.is_empty() || value.is_empty()))
        {
            problem(format!("references \"{xrefs}\""), "write PREFIX:VALUE joined by |");
        }
        if split(attrs).any(|attr| !attr.contains('=')) {
            problem(format!("attributes \"{attrs}\""), "write key=value joined by |");
        }
    }
}

fn check_surfaces(file: &LexiconFile, rows: &[Row<'_, 7>], rejected: &Rejected, problems: &mut Vec<Problem>) {
    let mut certain: WordMap<&str, &str> = WordMap::default();
    for row in rows.iter().filter(|row| row.fields[4].is_empty()) {
        if let Some(other) = certain.insert(row.fields[0], row.fields[1]) {
            let message = format!("\"{}\" also names {other}", row.fields[0]);
            let fix = "write shared in the column ambiguity, with cues that tell them apart";
            problems.push(Problem::new(&file.name, row.line, message, fix));
        }
    }
    for row in rows {
        let [text, _, _, _, ambiguity, cue_for, cue_against] = row.fields;
        let mut problem = |message: String, fix: &str| problems.push(Problem::new(&file.name, row.line, message, fix));
        if rejected.0.contains_key(text) {
            problem(format!("\"{text}\" is rejected"), "leave it out here or in rejected.tsv");
        }
        if !text.contains(char::is_alphanumeric) {
            problem(format!("\"{text}\" has no letter"), "write the name as printed");
        }
        if ambiguity.is_empty() && !(cue_for.is_empty() && cue_against.is_empty()) {
            problem(format!("\"{text}\" has cues but is not ambiguous"), "fill the column ambiguity or empty the cues");
        }
        if cue_for.contains(char::is_uppercase) || cue_against.contains(char::is_uppercase) {
            problem(format!("the cues of \"{text}\" have capitals"), "write cues in lower case");
        }
    }
}

struct Rejected(WordMap<String, ()>);

impl Rejected {
    fn new<'f>(files: impl Iterator<Item = &'f LexiconFile>) -> Self {
        let files = files.filter(|file| Content::of(&file.name) == Some(Content::Rejected));
        let mut strings = WordMap::default();
        for file in files {
            let rows = rows(&file.name, &file.text, &REJECTED_COLUMNS, &mut Vec::new());
            strings.extend(rows.iter().map(|row| (row.fields[0].to_owned(), ())));
        }
        Self(strings)
    }
}

/// Ids that have a surface.
fn named_entries<'f>(files: impl Iterator<Item = &'f LexiconFile>) -> WordMap<String, ()> {
    let files = files.filter(|file| matches!(Content::of(&file.name), Some(Content::Surfaces(_))));
    let mut ids = WordMap::default();
    for file in files {
        let rows = rows(&file.name, &file.text, &SURFACE_COLUMNS, &mut Vec::new());
        ids.extend(rows.iter().map(|row| (row.fields[1].to_owned(), ())));
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::load::bundled_files;

    #[test]
    fn the_bundled_files_are_sound() {
        let problems: Vec<String> = check(&bundled_files(), &[]).iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn faults_are_found_all_at_once() {
        let file = |name: &str, text: String| LexiconFile { name: name.into(), text: text.into() };
        let entries = format!(
            "# Source: x. Licence: y\n{}\ndrug:b\tb\tdrug\t\t\t\t\t\t\ndrug:a\ta\tdrug\tX\tdrug:a\tx\t\t\t\n",
            ENTRY_COLUMNS.join("\t")
        );
        let surfaces =
            format!("{}\nCAT\tdrug:a\tname\tany\t\tpet\t\nCAT\tdrug:a\tname\tany\t\t\t\n", SURFACE_COLUMNS.join("\t"));
        let rejected = format!("# Source: x. Licence: y\n{}\nCAT\tscale\tanimal\n", REJECTED_COLUMNS.join("\t"));
        let files =
            [file("drugs.entries.tsv", entries), file("drugs.surfaces.tsv", surfaces), file("rejected.tsv", rejected)];
        let problems = check(&files, &[]);
        let holds = |part: &str| problems.iter().any(|problem| problem.message.contains(part));
        for part in [
            "not in order",
            "no surface",
            "own parent",
            "references",
            "attributes",
            "rejected",
            "already",
            "not ambiguous",
            "header",
        ] {
            assert!(holds(part), "{part}: {problems:?}");
        }
    }
}
