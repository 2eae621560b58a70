//! The demo corpus end to end: what each command prints, the same for any number of threads and any order, and how much
//! of the hand-made gold it finds.
//!
//! After an intended change: `INSTA_UPDATE=always cargo test --test demo`, then read the difference.

#![cfg(all(feature = "cli", feature = "html", feature = "html-report"))]

mod gold;
mod run;

use std::fs;
use std::path::Path;

use run::{CORPUS, FILES, repository, trialwire};

/// Every format that the program writes, by the name of its snapshot.
const FORMATS: [(&str, &[&str]); 8] = [
    ("claims", &["extract", "--format", "jsonl"]),
    ("records", &["extract", "--format", "records"]),
    ("mentions", &["extract", "--format", "mentions"]),
    ("groups", &["link", "--format", "jsonl"]),
    ("groups_text", &["link", "--format", "text"]),
    ("findings", &["check", "--format", "jsonl"]),
    ("findings_text", &["check", "--format", "text"]),
    ("report", &["check", "--format", "jsonl", "--output", "/dev/null", "--html", "/dev/stdout"]),
];

fn with<'a>(arguments: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().chain(more).copied().collect()
}

#[test]
fn every_format_is_as_it_was_last_read() {
    for (name, arguments) in FORMATS {
        // Records hold each sentence whole: those of one article show the format.
        let read = if name == "records" { "corpus/demo/northgate-herald.txt" } else { CORPUS };
        insta::assert_snapshot!(name, trialwire(repository(), &with(arguments, &[read])).out);
    }
}

#[test]
fn exit_codes_are_those_of_the_contract() {
    for (name, arguments) in FORMATS {
        let expected = i32::from(arguments[0] == "check");
        assert_eq!(trialwire(repository(), &with(arguments, &[CORPUS])).code, expected, "{name}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for (name, arguments) in FORMATS {
        let of = |threads| trialwire(repository(), &with(arguments, &["--threads", threads, CORPUS])).out;
        assert_eq!(of("1"), of("4"), "{name}");
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let mut files = FILES.map(|file| format!("{CORPUS}/{file}"));
    files.reverse();
    let paths: Vec<&str> = files.iter().map(String::as_str).collect();
    for (name, arguments) in FORMATS {
        let whole = trialwire(repository(), &with(arguments, &[CORPUS])).out;
        assert_eq!(whole, trialwire(repository(), &with(arguments, &paths)).out, "{name}");
    }
}

/// The same corpus under the same names, the lines of its JSONL file turned round.
#[test]
fn the_order_of_lines_changes_no_group_and_no_finding() {
    let other = tempfile::tempdir().unwrap();
    fs::create_dir_all(other.path().join(CORPUS)).unwrap();
    for file in FILES {
        let text = fs::read_to_string(repository().join(CORPUS).join(file)).unwrap();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let text = if file.ends_with("jsonl") { lines.into_iter().rev().collect() } else { text };
        fs::write(other.path().join(CORPUS).join(file), text).unwrap();
    }
    for arguments in [["link", "--format", "jsonl", CORPUS], ["check", "--format", "jsonl", CORPUS]] {
        assert_eq!(trialwire(repository(), &arguments).out, trialwire(other.path(), &arguments).out, "{arguments:?}");
    }
}

/// What one run wrote, another reads: records stand for their articles.
#[test]
fn records_are_checked_like_the_articles_they_come_from() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records.jsonl");
    fs::write(&records, trialwire(repository(), &["extract", "--format", "records", CORPUS]).out).unwrap();
    for command in ["link", "check"] {
        let of = |path: &Path| trialwire(repository(), &[command, "--format", "jsonl", path.to_str().unwrap()]).out;
        assert_eq!(of(&records), of(Path::new(CORPUS)), "{command}");
    }
}
