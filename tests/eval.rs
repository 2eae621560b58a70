//! `trialwire eval` as it is run: gold in both forms, known answers, and what it says about files that are wrong.

#![cfg(feature = "cli")]

mod common;

use std::path::Path;

use assert_cmd::Command;

use common::folder;

/// Exit code, standard output, standard error.
fn eval(folder: &Path, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    let output = command.current_dir(folder).arg("eval").args(arguments).write_stdin(input).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

const GOLD: &str = r#"{"doc": "a", "kind": "sample_size", "start": 4, "end": 14, "quote": "40 farmers", "low": 40, "high": 40, "bound": "exact", "approx": false, "scope": "this_study", "role": "total"}
{"doc": "a", "kind": "response_rate", "start": 30, "end": 37, "low": 33.33, "high": 33.33, "bound": "exact", "approx": true, "scope": "this_study", "group": "farmers on placebo", "arm": "control", "outcome": null}
{"doc": "b", "kind": "percentage", "start": 0, "end": 3, "low": 12, "high": 12, "bound": "less_than", "approx": false, "scope": "other"}
"#;

const PREDICTED: &str = r#"{"article": "a", "kind": "sample_size", "start": 4, "end": 6, "quote": "40", "low": 40, "high": 40, "decimals": 0, "bound": "exact", "approx": false, "scope": "this_study", "role": "arm"}
{"article": "a", "kind": "response_rate", "start": 30, "end": 37, "low": 33.3, "high": 33.3, "bound": "exact", "approx": true, "scope": "background", "role": null, "group": "placebo", "arm": "control", "outcome": null, "comparator": "sugar", "timepoint": null}
{"article": "b", "kind": "response_rate", "start": 0, "end": 3, "low": 12, "high": 12, "bound": "less_than", "approx": false, "scope": "background"}
{"article": "z", "kind": "dose", "start": 0, "end": 3, "low": 5, "high": 5, "bound": "exact", "approx": false, "scope": "this_study"}
"#;

#[test]
fn a_run_is_scored() {
    let folder = folder(&[("gold.jsonl", GOLD)]);
    let (code, out, told) = eval(folder.path(), &["gold.jsonl", "-"], PREDICTED);
    let expected = "\
kind                        P      R     F1   gold   pred
sample_size             1.000  1.000  1.000      1      1
response_rate           0.500  1.000  0.667      1      2
percentage              0.000  0.000  0.000      1      0
CORE                    0.667  0.667  0.667      3      3
ALL                     0.667  0.667  0.667      3      3
figure                  1.000  1.000  1.000      3      3
accuracy on the right ones: scope 0.500, bound 1.000, approx 1.000, role 0.000

claims found 1 of 1
group       P 0.667  R 0.667  F1 0.667   (gold 1, predicted 1)
outcome     P 0.000  R 0.000  F1 0.000   (gold 0, predicted 0)
comparator  P 0.000  R 0.000  F1 0.000   (gold 0, predicted 1)
timepoint   P 0.000  R 0.000  F1 0.000   (gold 0, predicted 0)
arm         accuracy 1.000   (1)

right figures, gold kind by predicted kind:
                       sample   rate   perc missed
sample_size                 1      .      .      .
response_rate               .      1      .      .
percentage                  .      1      .      .
not in the gold             .      .      .      .
";
    assert_eq!(out, expected);
    assert_eq!((code, told.as_str()), (0, "3 gold claims and 3 predictions in 2 documents\n"));
}

#[test]
fn programs_get_one_object() {
    let folder = folder(&[("gold.jsonl", GOLD)]);
    let (_, out, _) = eval(folder.path(), &["gold.jsonl", "-", "--format", "json", "--errors", "1"], PREDICTED);
    let scored: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(scored["scores"]["CORE"]["gold"], 3);
    assert_eq!(scored["accuracy"]["role"], 0.0);
    assert_eq!(scored["slots"]["texts"]["group"]["pred"], 1);
    assert_eq!(scored["confusion"][2]["predicted"], "response_rate");
    assert_eq!(scored["mistakes"][0]["shown"][0]["predicted"], "response_rate 12");
}

#[test]
fn mistakes_are_shown_where_they_stand() {
    let texts = r#"{"id": "a", "text": "Of 140 farmers some slept; about a third got well in the end."}
{"id": "b", "text": "12 % is a lot"}"#;
    let folder = folder(&[("gold.jsonl", GOLD), ("texts.jsonl", texts)]);
    let (_, out, _) = eval(folder.path(), &["gold.jsonl", "-", "--errors", "3", "--texts", "texts.jsonl"], PREDICTED);
    let missed = "missed (1)\n  b 0-3 percentage 12; gold: percentage 12; predicted: response_rate 12\n      … ";
    assert!(out.contains(missed), "{out}");
    assert!(
        out.contains("wrong role (1)\n  a 4-14 sample_size 40 “40 farmers”; gold: total; predicted: arm\n"),
        "{out}"
    );
    assert!(out.contains("wrong scope (1)\n"), "{out}");
}

/// Offsets count characters: the first word has one that is two bytes long.
const TEXT: &str = "Café owners\n\nThe study enrolled 40 adults with asthma for 12 weeks.\n";
const ANN: &str = "T1\tsample_size 32 41\t40 adults\n#1\tAnnotatorNotes T1\t40\nA1\tscope T1 this_study\n\
    T2\tduration 58 66\t12 weeks\n#2\tAnnotatorNotes T2\t12\nT3\tPlace 0 4\tCafé\n";

#[test]
fn a_brat_corpus_is_a_gold_for_the_run_over_its_texts() {
    let folder = folder(&[("corpus/deep/one.txt", TEXT), ("corpus/deep/one.ann", ANN)]);
    let mut extract = Command::cargo_bin("trialwire").unwrap();
    let claims = extract.current_dir(folder.path()).args(["extract", "-q", "corpus"]).output().unwrap();
    let claims = String::from_utf8(claims.stdout).unwrap();
    let (code, out, told) = eval(folder.path(), &["corpus", "-", "--format", "json"], &claims);
    assert_eq!(code, 0, "{told}");
    let scored: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(scored["scores"]["sample_size"]["f1"], 1.0, "{out}");
    assert_eq!(scored["scores"]["duration"]["f1"], 1.0, "{out}");
    assert_eq!(scored["accuracy"]["scope"], 1.0);
    assert!(told.contains("no kind of claim: 1 Place"), "{told}");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let bad_ann = "T1\tdose 0 4\tTea\nT2\tdose 0 4\tCafé\n";
    let folder = folder(&[
        ("gold.jsonl", GOLD),
        ("bad.jsonl", "{\"doc\": \"a\"}\n{\n"),
        ("brat/one.txt", TEXT),
        ("brat/one.ann", bad_ann),
    ]);
    for (arguments, input, message) in [
        (vec!["gone.jsonl", "-"], "", "gone.jsonl cannot be read"),
        (vec!["-", "-"], "", "the gold is a file or folder"),
        (vec!["bad.jsonl", "-"], "", "bad.jsonl:1: has no \"kind\""),
        (vec!["gold.jsonl", "-"], "x\n", "-:1: is no JSON object"),
        (vec!["brat", "-"], "", "one.ann:1: says \"Tea\" where the text has \"Café\""),
        (vec!["brat", "-"], "", "one.ann:2: has no value"),
        (vec!["gold.jsonl", "-"], r#"{"article":"q","kind":"dose","start":0,"end":1,"low":1,"high":1}"#, "same ids"),
        (vec!["gold.jsonl", "-", "--kinds", "doses"], "", "the kinds are sample_size, event_count"),
        (vec!["gold.jsonl", "-", "--map", "x"], "", "write LABEL=KIND"),
        (vec!["gold.jsonl", "-", "--links", "--kinds", "dose"], "", "cannot be used with"),
    ] {
        let (code, out, told) = eval(folder.path(), &arguments, input);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {told}");
        assert!(told.contains(message), "{arguments:?}: {told}");
    }
}

#[test]
fn bad_lines_can_be_left_out() {
    let folder = folder(&[("gold.jsonl", &format!("{{\n{GOLD}"))]);
    assert_eq!(eval(folder.path(), &["gold.jsonl", "-"], PREDICTED).0, 2);
    let (code, out, told) = eval(folder.path(), &["gold.jsonl", "-", "--skip-bad-lines"], PREDICTED);
    assert_eq!(code, 0);
    assert!(out.contains("figure                  1.000"), "{out}");
    assert!(told.starts_with("gold.jsonl:1: is no JSON object"), "{told}");
}

#[test]
fn links_and_findings_are_scored_too() {
    let studies =
        "{\"doc\": \"a\", \"study\": \"x\"}\n{\"doc\": \"b\", \"study\": \"x\"}\n{\"doc\": \"c\", \"study\": \"y\"}\n";
    let conflicts = r#"{"type": "member", "doc": "a"}
{"type": "conflict", "kind": "dose", "statements": [{"doc": "a", "span": [0, 4]}, {"doc": "b", "span": [9, 12]}]}
"#;
    let folder = folder(&[("studies.jsonl", studies), ("conflicts.jsonl", conflicts)]);
    let groups = "{\"group\": \"a\", \"articles\": [\"a\", \"b\"], \"links\": []}\n";
    let (_, out, _) = eval(folder.path(), &["--links", "studies.jsonl", "-"], groups);
    let expected = "documents 3  studies 2  groups 2  gold pairs 1  predicted pairs 1\n\
        pairwise  P 1.000  R 1.000  F1 1.000\nB-cubed   P 1.000  R 1.000  F1 1.000\n";
    assert_eq!(out, expected);
    let finding = r#"{"rule":"X006","severity":"error","message":"m","evidence":[{"article":"a","start":0,"end":2,"quote":"5"},{"article":"b","start":9,"end":10,"quote":"6"}]}"#;
    let (code, out, told) = eval(folder.path(), &["--findings", "conflicts.jsonl", "-"], finding);
    assert_eq!(code, 0, "{told}");
    assert!(out.starts_with("findings 1: right 1, on a trap 0, unjudged 0\nprecision 1.000"), "{out}");
    assert!(out.contains("recall NUMERIC serious  1.000   (1)\n"), "{out}");
    let twice = format!("{groups}{groups}");
    let (code, _, told) = eval(folder.path(), &["--links", "studies.jsonl", "-"], &twice);
    assert_eq!((code, told.contains("\"a\" stands in two groups")), (2, true), "{told}");
}
