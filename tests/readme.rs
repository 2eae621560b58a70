//! The README against the program: its tables, its example and its options are what the program says today.
//!
//! `UPDATE_README=1 cargo test --test readme` writes what the program makes.

#![cfg(all(feature = "cli", feature = "html", feature = "html-report"))]

use std::env;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use trialwire::check::RULES;
use trialwire::report::rules::markdown;

/// Rule and article of the finding that the README shows.
const SHOWN: (&str, &str) = ("X001", "northgate-herald");

const END: &str = "<!-- end -->\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).unwrap()
}

fn trialwire(arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    let output = command.current_dir(root()).args(arguments).env_remove("CLICOLOR_FORCE").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The commands as `--help` lists them: name and what it does.
fn commands() -> Vec<(String, String)> {
    let help = trialwire(&["--help"]);
    let listed = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let pair =
        |line: &str| line.trim().split_once("  ").map(|(name, about)| (name.to_owned(), about.trim().to_owned()));
    listed.lines().filter_map(pair).filter(|(name, _)| name != "help").collect()
}

fn command_table() -> String {
    let row = |(name, about): (String, String)| {
        let help = trialwire(&[&name, "--help"]);
        let usage = help.lines().find_map(|line| line.strip_prefix("Usage: ")).unwrap();
        let usage =
            usage.replace("[OPTIONS] ", "").replace(" [OPTIONS]", "").replace("...", "…").replace(['<', '>'], "");
        format!("| `{usage}` | {about} |\n")
    };
    "| command | |\n|---|---|\n".to_owned() + &commands().into_iter().map(row).collect::<String>()
}

fn rule_table() -> String {
    let mut table = Vec::new();
    markdown(RULES, &mut table).unwrap();
    String::from_utf8(table).unwrap()
}

/// One finding, as `check` prints it.
fn finding() -> String {
    let report = trialwire(&["check", "corpus/demo", "--quiet"]);
    let mut blocks = report.split("\n\n");
    let shown = |block: &&str| block.contains(&format!("[{} ", SHOWN.0)) && block.contains(SHOWN.1);
    format!("```text\n{}\n```\n", blocks.find(shown).unwrap())
}

#[test]
fn generated_parts_are_fresh() {
    let mut fresh = readme();
    for (name, content) in [("finding", finding()), ("commands", command_table()), ("rules", rule_table())] {
        let start = format!("<!-- {name}: made by the program -->\n");
        let (before, rest) = fresh.split_once(&start).unwrap_or_else(|| panic!("no part {name}"));
        let (_, after) = rest.split_once(END).unwrap();
        fresh = format!("{before}{start}{content}{END}{after}");
    }
    if env::var_os("UPDATE_README").is_some() {
        fs::write(root().join("README.md"), &fresh).unwrap();
    }
    assert!(readme() == fresh, "README.md is stale: UPDATE_README=1 cargo test --test readme");
}

/// Words that begin with two hyphens.
fn options(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let mut found: Vec<&str> = words.filter(|word| word.starts_with("--") && word.len() > 3).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn every_option_is_told_and_no_other() {
    let mut help: String = trialwire(&["--help"]);
    for (name, _) in commands() {
        help += &trialwire(&[&name, "--help"]);
    }
    for name in ["list", "show", "import", "check"] {
        help += &trialwire(&["lexicon", name, "--help"]);
    }
    let readme = readme();
    let (_, described) = readme.split_once("### Options").unwrap();
    let (described, _) = described.split_once("## Input").unwrap();
    let known: Vec<&str> = options(&help).into_iter().filter(|o| !["--help", "--version"].contains(o)).collect();
    assert_eq!(options(described), known);
}

#[test]
fn the_keys_of_a_claim_are_told_in_their_order() {
    let claims = trialwire(&["extract", "corpus/demo/stallbridge-messenger.txt", "--quiet"]);
    let first = claims.lines().next().unwrap();
    let mut keys: Vec<&str> = first.split("\":").filter_map(|part| part.rsplit_once('"').map(|(_, key)| key)).collect();
    // What stands behind the last colon is a value.
    keys.pop();
    let readme = readme();
    let (_, table) = readme.split_once("<!-- keys: checked by a test -->\n").unwrap();
    let (table, _) = table.split_once(END).unwrap();
    let told: Vec<&str> = table.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(told, keys);
}

#[test]
fn the_two_commands_are_there() {
    let readme = readme();
    for command in ["cargo run --release -- check corpus/demo", "cargo test"] {
        assert!(readme.contains(command), "{command}");
    }
}
