//! Runs into a folder: killed at any moment, gone on with, added to, and read back.

#![cfg(all(unix, feature = "cli"))]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

const EXTRACT: &[&str] = &["extract", "in", "--format", "records", "-o", "run/", "--shard-articles", "4"];

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("trialwire"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command
}

/// Exit code, standard output, standard error.
fn trialwire(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = program(folder, arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn line(n: usize) -> String {
    let text = format!("The trial at clinic {n} enrolled {} adults with depression in Karlow. ", 30 + n).repeat(40);
    format!("{{\"id\": \"article-{n:03}\", \"text\": {text:?}}}\n")
}

/// Articles in lines and in files of their own, one of them bad.
fn inputs() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    let lines: String = (0..150).map(line).collect();
    fs::write(folder.path().join("in/a.jsonl"), lines + "{\"id\": \"broken\n").unwrap();
    for n in 0..20 {
        fs::write(folder.path().join(format!("in/b{n:02}.txt")), format!("Trial {n}\n\nIt had {} adults.\n", 30 + n))
            .unwrap();
    }
    folder
}

/// The shards one after another, in the order of the manifest.
fn results(run: &Path) -> String {
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(run.join("manifest.json")).unwrap()).unwrap();
    let files = manifest["shards"].as_array().unwrap().iter();
    files.map(|shard| fs::read_to_string(run.join(shard["file"].as_str().unwrap())).unwrap()).collect()
}

fn shards(run: &Path) -> usize {
    let names = fs::read_dir(run).map(|entries| entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()));
    names.map_or(0, |names| names.filter(|name| name.starts_with("part-")).count())
}

/// Lets a run go on until it has written so many more shards, then kills it as `kill -9` does.
fn kill_after(mut child: Child, run: &Path, more: usize, then: Duration) -> bool {
    let enough = shards(run) + more;
    while shards(run) < enough {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        sleep(Duration::from_millis(1));
    }
    sleep(then);
    child.kill().unwrap();
    child.wait().unwrap();
    true
}

#[test]
fn a_killed_run_goes_on_and_ends_with_the_same_bytes() {
    let folder = inputs();
    let (code, _, told) = trialwire(folder.path(), EXTRACT);
    assert_eq!(code, 0, "{told}");
    let run = folder.path().join("run");
    let whole = results(&run);
    assert_eq!(whole.lines().count(), 170);
    fs::rename(&run, folder.path().join("whole")).unwrap();
    let mut killed = 0;
    for (more, microseconds) in [(0, 0), (1, 0), (2, 300), (1, 700), (3, 1_100), (1, 1_500), (2, 2_500), (1, 200)] {
        let child = program(folder.path(), EXTRACT).stderr(Stdio::null()).spawn().unwrap();
        killed += usize::from(kill_after(child, &run, more, Duration::from_micros(microseconds)));
        if run.join("manifest.json").exists() {
            assert!(whole.starts_with(&results(&run)), "nothing is lost, repeated or half");
        }
    }
    assert!(killed >= 5, "{killed}");
    let (code, _, told) = trialwire(folder.path(), EXTRACT);
    assert_eq!(code, 0, "{told}");
    assert!(results(&run) == whole);
    let names = |run: &Path| {
        let mut names: Vec<_> = fs::read_dir(run).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&run), names(&folder.path().join("whole")));
}

#[test]
fn a_later_run_reads_what_is_new() {
    let folder = inputs();
    let (code, _, told) = trialwire(folder.path(), EXTRACT);
    assert_eq!(code, 0);
    assert!(told.ends_with("170 articles read, 1 skipped (1 invalid JSON)\n"), "{told}");
    let run = folder.path().join("run");
    let before = results(&run);
    let (code, _, told) = trialwire(folder.path(), EXTRACT);
    assert_eq!((code, told.as_str()), (0, "0 articles read, 171 known from an earlier run\n"));
    assert_eq!(results(&run), before);
    fs::write(folder.path().join("in/0-new.txt"), "New trial\n\nIt had 90 adults.\n").unwrap();
    let more =
        fs::read_to_string(folder.path().join("in/a.jsonl")).unwrap() + &line(150) + &line(3).replace("33", "99");
    fs::write(folder.path().join("in/a.jsonl"), more).unwrap();
    let (code, _, told) = trialwire(folder.path(), EXTRACT);
    assert_eq!(code, 0);
    assert!(told.contains("in/a.jsonl:153: has the id \"article-003\", which an earlier article has"), "{told}");
    assert!(told.contains("2 articles read, 171 known from an earlier run, 1 skipped (1 duplicate id)"), "{told}");
    let added = results(&run);
    let added = added.strip_prefix(&before).unwrap();
    let ids: Vec<_> = added.lines().map(|line| line.split('"').nth(3).unwrap()).collect();
    assert_eq!(ids, ["in/0-new.txt", "article-150"]);
}

#[test]
fn the_folder_of_a_run_stands_in_for_its_articles() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/demo");
    std::os::unix::fs::symlink(demo, folder.path().join("in")).unwrap();
    assert_eq!(trialwire(folder.path(), EXTRACT).0, 0);
    for command in ["check", "link"] {
        let articles = trialwire(folder.path(), &[command, "in", "--format", "jsonl"]);
        let records = trialwire(folder.path(), &[command, "run", "--format", "jsonl"]);
        assert_eq!((articles.0, articles.1), (records.0, records.1), "{command}: {}", records.2);
    }
    let claims = &["extract", "in", "-o", "claims/"];
    assert_eq!(trialwire(folder.path(), claims).0, 0);
    let (code, _, told) = trialwire(folder.path(), &["check", "claims"]);
    assert_eq!(code, 2);
    assert!(told.contains("is the folder of a run that holds jsonl; make one that holds records"), "{told}");
}

#[test]
fn a_folder_takes_one_sort_of_run_and_does_not_read_itself() {
    let folder = inputs();
    let into = &["extract", ".", "--quiet", "--format", "records", "-o", "run/"];
    assert_eq!(trialwire(folder.path(), into).0, 0);
    let once = results(&folder.path().join("run"));
    assert_eq!(trialwire(folder.path(), into).0, 0);
    assert_eq!(results(&folder.path().join("run")), once);
    let (code, _, told) = trialwire(folder.path(), &["extract", "in", "-o", "run"]);
    assert_eq!(code, 2);
    assert!(told.contains("was made with other options (format was records, now it is jsonl)"), "{told}");
    let (code, _, told) = trialwire(folder.path(), &["extract", "in", "-o", "in"]);
    assert_eq!(code, 2);
    assert!(told.contains("in holds other files; choose a new or an empty folder"), "{told}");
    let (code, _, told) = trialwire(folder.path(), &["check", "in", "-o", "run/"]);
    assert_eq!(code, 2);
    assert!(told.contains("cannot write run/: it is a folder, which only `extract` writes into"), "{told}");
}
