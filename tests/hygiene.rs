//! The repository itself: what imports what, what each file says of itself, complete registries, well-formed word lists.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages, each of which may import itself and those before it.
const STAGES: [&str; 11] =
    ["model", "ingest", "text", "lexicon", "extract", "link", "check", "eval", "report", "pipeline", "cli"];

/// The files that spread work over threads: the pipeline, and the one step of linking whose pairs are scored side by side.
const THREADED: [&str; 2] = ["src/pipeline.rs", "src/link/groups.rs"];

/// Lines of code, tests left out, from which a file should be split by idea.
const MOST_LINES: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder that ends so, by its path from the root, with its text.
fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    let mut ahead: Vec<PathBuf> = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(path) = ahead.pop() {
        if path.is_dir() {
            ahead.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(end) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {end} below {folder}");
    found
}

/// The place of a file of `src/` in the order of stages; `lib.rs` only names them.
fn stage(name: &str) -> Option<usize> {
    let first = name.strip_prefix("src/")?.split('/').next()?.trim_end_matches(".rs");
    STAGES.iter().position(|stage| *stage == first)
}

#[test]
fn stages_import_only_from_those_before_them() {
    for (name, text) in files("src", ".rs") {
        let Some(own) = stage(&name) else {
            assert_eq!(name, "src/lib.rs", "belongs to no stage");
            continue;
        };
        for (at, _) in text.match_indices("crate::") {
            let path = &text[at + "crate::".len()..];
            let other = path.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or_default();
            // Inside the program itself `crate` is the command line, the last stage.
            let rank = STAGES.iter().position(|stage| *stage == other);
            let rank = if own == STAGES.len() - 1 { Some(own) } else { rank };
            assert!(rank.is_some_and(|rank| rank <= own), "{name} imports crate::{other}, a later stage or none");
        }
    }
}

#[test]
fn few_files_know_threads_and_only_the_program_knows_the_terminal() {
    for (name, text) in files("src", ".rs") {
        let last = stage(&name) == Some(STAGES.len() - 1);
        assert!(!text.contains("rayon") || THREADED.contains(&name.as_str()), "{name} spawns work");
        for crate_name in ["clap", "indicatif", "anyhow"] {
            assert!(last || !text.contains(&format!("use {crate_name}")), "{name} uses {crate_name}");
        }
    }
}

#[test]
fn every_file_says_what_enters_and_leaves_and_fits_in_a_head() {
    for (name, text) in files("src", ".rs").into_iter().chain(files("tests", ".rs")) {
        assert!(text.starts_with("//! "), "{name} does not open with a sentence about itself");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().count();
        assert!(lines <= MOST_LINES, "{name} has {lines} lines, the limit is {MOST_LINES}");
    }
}

#[test]
fn every_kind_and_every_rule_is_registered() {
    let registered = |folder: &str, record: &str, kind_of_record: &str| {
        let registry = fs::read_to_string(root().join(folder).join("mod.rs")).unwrap();
        let defines = format!("{record}: {kind_of_record}");
        let mut known = 0;
        for (name, text) in files(folder, ".rs") {
            let stem = name.rsplit('/').next().unwrap().trim_end_matches(".rs");
            if stem != "mod" && text.contains(&defines) {
                assert!(registry.contains(&format!("{stem}::{record},")), "{name} is in no registry");
                known += 1;
            }
        }
        known
    };
    assert_eq!(registered("src/extract", "READER", "KindReader"), trialwire::extract::KINDS.len());
    assert_eq!(registered("src/check/rules", "RULE", "Rule"), trialwire::check::RULES.len());
}

#[test]
fn rules_live_in_files_named_after_them() {
    let names: Vec<String> = files("src/check/rules", ".rs").into_iter().map(|(name, _)| name).collect();
    for rule in trialwire::check::RULES {
        let start = format!("src/check/rules/{}_", rule.code.to_lowercase());
        assert_eq!(names.iter().filter(|name| name.starts_with(&start)).count(), 1, "{}", rule.code);
    }
}

#[test]
fn nothing_is_left_for_later() {
    let glue = |parts: [&str; 2]| parts.concat();
    let words = [
        glue(["TO", "DO"]),
        glue(["FIX", "ME"]),
        glue(["todo", "!("]),
        glue(["unimplemented", "!("]),
        glue(["dbg", "!("]),
        glue(["allow(dead", "_code)"]),
        glue(["#[ig", "nore"]),
        glue(["/ho", "me/"]),
        glue(["/ro", "ot/"]),
        glue(["/tm", "p/"]),
        glue(["/wo", "rk/"]),
        glue(["../sh", "ared"]),
    ];
    let read = |name: &str| vec![(name.to_owned(), fs::read_to_string(root().join(name)).unwrap())];
    let code = files("src", "").into_iter().chain(files("tests", ".rs"));
    let documents = files("corpus", "").into_iter().chain(read("README.md")).chain(read("CHANGELOG.md"));
    for (name, text) in code.chain(documents).chain(read("Cargo.toml")) {
        for word in &words {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}

/// Comments first, then a line that names the columns, then rows.
#[test]
fn word_lists_are_well_formed() {
    for (name, text) in files("lexicons", ".tsv") {
        assert!(text.starts_with("# ") && text.ends_with('\n') && !text.contains('\r'), "{name}: head or line ends");
        let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let columns = |row: &str| row.matches('\t').count();
        let mut sorted = rows.clone();
        sorted.sort_unstable();
        assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]), "{name} repeats a row");
        for row in &rows {
            assert_eq!(columns(row), columns(rows[0]), "{name}: {row}");
            assert!(!row.trim().is_empty(), "{name} has an empty row");
        }
        // The large files in the folder itself are kept in order; the lists of words stand by sense.
        if name.matches('/').count() == 1 {
            assert!(rows[1..].is_sorted(), "{name} is not in order");
        }
    }
}
