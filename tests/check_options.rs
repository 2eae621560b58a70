//! The options of `check` as they are used: rules chosen and graded, a configuration, a baseline, a reference.

#![cfg(feature = "cli")]

mod common;

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use common::folder;

const RELEASE: &str = "Night shifts and sleep\n\nThe team at Avonmere University followed 13,258 nurses who worked night \
    shifts at hospitals in three regions of Karlow.\n";
const COVERAGE: &str = "Nurses sleep badly\n\nResearchers at Avonmere University followed 3,258 nurses who worked night \
    shifts at hospitals in three regions of Karlow.\n";
/// A slip within one article.
const SLIP: &str = "New antibody\n\nIn the trial 19 of 34 patients (65%) improved after six weeks.\n";

struct Run {
    code: i32,
    out: String,
    told: String,
}

fn check(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    command.current_dir(folder).args(["check", "--quiet"]).args(arguments).env_remove("CLICOLOR_FORCE");
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        told: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn rules_are_selected_ignored_and_graded() {
    let folder = folder(&[("slip.txt", SLIP)]);
    let found = |arguments: &[&str]| check(folder.path(), &[arguments, &["slip.txt"]].concat());
    assert!(found(&[]).out.contains("error[A001 "));
    assert_eq!(found(&["--select", "X,O001"]).code, 0);
    assert_eq!(found(&["--select", "A"]).code, 1);
    assert_eq!(found(&["--ignore", "count-percent-mismatch"]).code, 0);
    assert!(
        found(&["--severity", "A001=info"]).out.contains("note[A001 "),
        "{}",
        found(&["--severity", "A001=info"]).out
    );
    assert_eq!(found(&["--severity", "A001=info", "--min-severity", "warning"]).code, 0);
}

#[test]
fn wrong_options_name_the_nearest() {
    let folder = folder(&[("slip.txt", SLIP)]);
    for (arguments, told) in [
        (["--select", "X0O1"], "did you mean X001?"),
        (["--ignore", "count-percent"], "did you mean count-percent-mismatch?"),
        (["--severity", "A001=fatal"], "info, warning or error"),
        (["--tolerance", "hedge=3"], "hedge-percent"),
        (["--config", "gone.toml"], "cannot read the configuration gone.toml"),
        (["--baseline", "gone.jsonl"], "--write-baseline"),
        (["--against", "gone.txt"], "reference gone.txt"),
    ] {
        let run = check(folder.path(), &[&arguments[..], &["slip.txt"]].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.told.contains(told), "{arguments:?}: {}", run.told);
    }
}

#[test]
fn a_configuration_in_the_current_folder_counts_and_options_win() {
    let folder = folder(&[("slip.txt", SLIP), ("trialwire.toml", "ignore = [\"A001\"]\n"), ("other.toml", "")]);
    assert_eq!(check(folder.path(), &["slip.txt"]).code, 0);
    assert_eq!(check(folder.path(), &["--config", "other.toml", "slip.txt"]).code, 1);
    fs::write(folder.path().join("trialwire.toml"), "min-severity = \"error\"\nseverity.A001 = \"info\"\n").unwrap();
    assert_eq!(check(folder.path(), &["slip.txt"]).code, 0);
    assert_eq!(check(folder.path(), &["--min-severity", "info", "slip.txt"]).code, 1);
    fs::write(folder.path().join("trialwire.toml"), "\nignor = []\n").unwrap();
    let run = check(folder.path(), &["slip.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.told.contains("trialwire.toml:2: unknown key \"ignor\"; did you mean ignore?"), "{}", run.told);
}

#[test]
fn a_tolerance_widens_what_agrees() {
    let folder =
        folder(&[("a.txt", "New antibody\n\nAfter a month 80% of the 17 patients had improved in the trial.\n")]);
    assert!(check(folder.path(), &["a.txt"]).out.contains("A002"));
    assert_eq!(check(folder.path(), &["--tolerance", "round-percent-points=3", "a.txt"]).code, 0);
}

#[test]
fn a_baseline_accepts_what_is_known_wherever_it_lies() {
    let folder = folder(&[("slip.txt", SLIP)]);
    let first = check(folder.path(), &["--write-baseline", "known.jsonl", "slip.txt"]);
    assert_eq!(first.code, 1);
    assert_eq!(check(folder.path(), &["--baseline", "known.jsonl", "slip.txt"]).code, 0);
    fs::create_dir(folder.path().join("moved")).unwrap();
    fs::rename(folder.path().join("slip.txt"), folder.path().join("moved/again.txt")).unwrap();
    assert_eq!(check(folder.path(), &["--baseline", "known.jsonl", "moved"]).code, 0);
    fs::write(folder.path().join("moved/new.txt"), SLIP.replace("65%", "75%")).unwrap();
    let second = check(folder.path(), &["--baseline", "known.jsonl", "moved"]);
    assert!(second.code == 1 && second.out.contains("not 75%") && !second.out.contains("not 65%"), "{}", second.out);
    fs::write(folder.path().join("known.jsonl"), "{}\n").unwrap();
    assert!(check(folder.path(), &["--baseline", "known.jsonl", "moved"]).told.contains("line 1"));
}

#[test]
fn what_differs_from_the_reference_says_so() {
    let folder = folder(&[("news/a.txt", COVERAGE), ("paper.txt", RELEASE)]);
    let run = check(folder.path(), &["--against", "paper.txt", "news"]);
    let note = "Sample size differs from the reference: 13,258 nurses (reference) but 3,258 nurses (news/a.txt)";
    assert!(run.out.contains(note), "{}{}", run.out, run.told);
    // The reference may be one of the inputs.
    let within = check(folder.path(), &["--against", "./paper.txt", "."]);
    assert!(within.out.contains("differs from the reference"), "{}{}", within.out, within.told);
    assert_eq!(within.told, "");
    let without = check(folder.path(), &["news", "paper.txt"]);
    assert!(without.out.contains("Sample size differs: "), "{}", without.out);
    let lines = [RELEASE, COVERAGE].map(|text| format!("{}\n", serde_json::json!({ "text": text })));
    fs::write(folder.path().join("several.jsonl"), lines.concat()).unwrap();
    let several = check(folder.path(), &["--against", "several.jsonl", "news"]);
    assert!(several.told.contains("the reference holds 2 articles"), "{}", several.told);
}
