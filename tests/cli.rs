//! The program as it is run: exit codes, streams, formats, and what it does with broken and hostile input.

mod common;

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use common::folder;

/// A run, as its user sees it.
struct Run {
    code: i32,
    out: String,
    told: String,
}

fn trialwire(folder: &Path, arguments: &[&str]) -> Run {
    run_with_input(folder, arguments, "")
}

fn run_with_input(folder: &Path, arguments: &[&str], input: &str) -> Run {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    command.current_dir(folder).args(arguments).write_stdin(input).env_remove("CLICOLOR_FORCE");
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        told: String::from_utf8(output.stderr).unwrap(),
    }
}

/// One article with a share over 100 %.
const SLIP: &str = "Drug lifts mood\n\nThe trial enrolled 40 adults with depression at Avonmere University. \
    Of them, 120 per cent of patients relapsed within six weeks.\n";

/// One article without a contradiction.
const SOUND: &str =
    "Walking and sleep\n\nIn the study, 52 nurses in Karlow walked for 20 minutes a day. They slept better.\n";

fn jsonl(id: &str, text: &str) -> String {
    format!("{{\"id\": {id:?}, \"text\": {text:?}}}\n")
}

#[test]
fn the_exit_code_tells_findings_from_none_and_from_failure() {
    let folder = folder(&[("slip.txt", SLIP), ("sound.txt", SOUND), ("empty.txt", "\n")]);
    assert_eq!(trialwire(folder.path(), &["check", "slip.txt"]).code, 1);
    assert_eq!(trialwire(folder.path(), &["check", "sound.txt"]).code, 0);
    assert_eq!(trialwire(folder.path(), &["extract", "slip.txt"]).code, 0);
    for failure in [vec!["check", "empty.txt"], vec!["check", "gone.txt"], vec!["check"], vec!["extract", "--bad", "."]]
    {
        let run = trialwire(folder.path(), &failure);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{failure:?}");
        assert!(!run.told.is_empty());
    }
}

#[test]
fn results_and_messages_keep_to_their_streams() {
    let folder = folder(&[("a.txt", SOUND), ("b.txt", "  \n"), ("c.bin", "\0\0")]);
    let run = trialwire(folder.path(), &["extract", "."]);
    assert!(run.out.lines().all(|line| line.starts_with("{\"article\":\"./a.txt\"")), "{}", run.out);
    assert!(run.out.lines().count() > 0);
    assert_eq!(
        run.told,
        "skipped ./b.txt: has no words\nskipped ./c.bin: is not text but binary (it holds NUL bytes)\n\
         1 article read, 2 skipped (1 empty, 1 not text)\n"
    );
    let quiet = trialwire(folder.path(), &["extract", "--quiet", "."]);
    assert_eq!(quiet.out, run.out);
    assert_eq!(quiet.told.lines().count(), 2, "skips are named even then: {}", quiet.told);
}

#[test]
fn bad_lines_are_skipped_with_place_and_reason_and_the_rest_is_read() {
    let long = jsonl("long", &"word ".repeat(200));
    let lines = [
        &jsonl("a", SOUND)[..],
        "{\"id\": \"b\", \"text\": \n",
        "{\"id\": \"c\"}\n",
        "\n",
        &jsonl("a", SLIP),
        "{\"id\": \"d\", \"text\": \" \"}\n",
        "{\"id\": \"e\", \"text\": \"30 adults\", \"kind\": \"blog\"}\n",
        &long,
        "{\"id\": \"f\", \"text\": \"30 adults\"}\n",
    ];
    let folder = folder(&[("all.jsonl", &lines.concat())]);
    let run = trialwire(folder.path(), &["extract", "--format", "records", "--max-bytes", "900", "all.jsonl"]);
    assert_eq!(run.code, 0);
    let ids: Vec<_> = run.out.lines().map(|line| &line[..11]).collect();
    assert_eq!(ids, ["{\"id\":\"a\",\"", "{\"id\":\"f\",\""]);
    for told in [
        "all.jsonl:2: is not valid JSON",
        "all.jsonl:3: has neither \"text\" nor \"html\"",
        "all.jsonl:5: has the id \"a\", which an earlier article has",
        "all.jsonl:6: has no words",
        "all.jsonl:7: has the kind \"blog\"",
        "all.jsonl:8: holds 1026 bytes or more, the limit is 900",
        "2 articles read, 6 skipped",
    ] {
        assert!(run.told.contains(told), "{told}\n{}", run.told);
    }
}

#[test]
fn other_languages_are_skipped_unless_asked_for() {
    let german = "An der Studie nahmen dreißig Erwachsene mit einer Depression teil, die auf übliche Mittel nicht \
        angesprochen hatten. Nach sechs Wochen ging es der Hälfte von ihnen besser, sagte die Leiterin der Klinik, und \
        die Nebenwirkungen waren gering.";
    let folder = folder(&[("a.txt", german), ("b.txt", SOUND)]);
    let run = trialwire(folder.path(), &["extract", "a.txt", "b.txt"]);
    assert!(run.told.contains("skipped a.txt: is not in English but in the language \"deu\""), "{}", run.told);
    assert!(run.told.contains("1 article read, 1 skipped (1 not in English)"), "{}", run.told);
    let run = trialwire(folder.path(), &["extract", "--any-language", "a.txt", "b.txt"]);
    assert_eq!(run.told, "2 articles read\n");
}

#[test]
fn formats_are_mixed_and_told_by_content() {
    let page = format!(
        "<!DOCTYPE html><html><head><title>Page</title></head><body><article><p>{SLIP}</p></article></body></html>"
    );
    let folder = folder(&[
        ("in/page.txt", &page),
        ("in/deep/er/text.html", SOUND),
        ("in/lines.csv", &jsonl("from-jsonl", SLIP)),
        ("in/latin1.txt", "plain"),
    ]);
    fs::write(folder.path().join("in/latin1.txt"), b"Caf\xe9 trial\n\nThe caf\xe9 enrolled 30 adults.").unwrap();
    let run = trialwire(folder.path(), &["extract", "--format", "records", "in"]);
    let ids: Vec<_> = run.out.lines().map(|line| line.split('"').nth(3).unwrap()).collect();
    assert_eq!(ids, ["in/deep/er/text.html", "in/latin1.txt", "from-jsonl", "in/page.txt"]);
    assert!(run.out.contains("\"title\":\"Café trial\""));
    assert_eq!(run.told, "4 articles read\n");
}

#[test]
fn standard_input_is_read() {
    let folder = folder(&[("sound.txt", SOUND)]);
    let run = run_with_input(folder.path(), &["check", "-", "sound.txt"], &jsonl("piped", SLIP));
    assert_eq!(run.code, 1);
    assert!(run.out.contains("-:1, line 3 of the text"), "{}", run.out);
    let run = run_with_input(folder.path(), &["extract", "-", "--format", "records"], SLIP);
    assert!(run.out.starts_with("{\"id\":\"-\",\"title\":\"Drug lifts mood\""), "{}", run.out);
}

#[test]
fn threads_and_order_change_nothing() {
    let names: Vec<String> = (0..40).map(|n| format!("{n}.txt")).collect();
    let texts: Vec<String> = (0..40).map(|n| SLIP.replace("120", &(120 + n % 3).to_string())).collect();
    let files: Vec<_> = names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    let forward: Vec<&str> = names.iter().map(String::as_str).collect();
    let backward: Vec<&str> = forward.iter().rev().copied().collect();
    for command in [
        &["extract"][..],
        &["extract", "--format", "records"],
        &["link", "--format", "jsonl"],
        &["check", "--format", "jsonl"],
        &["check"],
    ] {
        let run = |threads: &str, files: &[&str]| {
            trialwire(folder.path(), &[command, &["--threads", threads], files].concat()).out
        };
        let one = run("1", &forward);
        assert!(!one.is_empty());
        assert_eq!(one, run("2", &forward), "{command:?}");
        assert_eq!(one, run("7", &backward), "{command:?}");
    }
}

#[test]
fn records_stand_in_for_their_articles() {
    let folder = folder(&[("slip.txt", SLIP), ("sound.txt", SOUND)]);
    let made =
        trialwire(folder.path(), &["extract", "--format", "records", "-o", "records.jsonl", "slip.txt", "sound.txt"]);
    assert_eq!((made.code, made.out.as_str()), (0, ""));
    let articles = trialwire(folder.path(), &["check", "slip.txt", "sound.txt"]);
    let records = trialwire(folder.path(), &["check", "records.jsonl"]);
    assert_eq!((articles.code, &articles.out), (records.code, &records.out));
    let again = trialwire(folder.path(), &["extract", "--format", "records", "records.jsonl"]);
    assert_eq!(again.out, fs::read_to_string(folder.path().join("records.jsonl")).unwrap());
    let with_text = trialwire(folder.path(), &["extract", "--format", "records", "--with-text", "sound.txt"]);
    assert!(with_text.out.contains("\"text\":\"Walking and sleep\\n\\nIn the study"));
    assert_eq!(trialwire(folder.path(), &["extract", "--with-text", "sound.txt"]).code, 2);
}

#[test]
fn a_file_appears_only_once_it_is_whole() {
    let folder = folder(&[("slip.txt", SLIP), ("empty.txt", "")]);
    let failed = trialwire(folder.path(), &["extract", "-o", "claims.jsonl", "empty.txt"]);
    assert_eq!(failed.code, 2);
    let nowhere = trialwire(folder.path(), &["extract", "-o", "no/such/claims.jsonl", "slip.txt"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.told.contains("cannot write no/such/claims.jsonl"), "{}", nowhere.told);
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["empty.txt", "slip.txt"]);
}

#[test]
fn low_severities_can_be_left_out() {
    let folder = folder(&[("slip.txt", SLIP)]);
    let all = trialwire(folder.path(), &["check", "--format", "jsonl", "slip.txt"]);
    assert!(all.out.lines().all(|line| line.starts_with("{\"rule\":\"")));
    let errors = trialwire(folder.path(), &["check", "--format", "jsonl", "--min-severity", "error", "slip.txt"]);
    assert!(errors.out.lines().all(|line| line.contains("\"severity\":\"error\"")));
    assert_eq!(errors.code, i32::from(!errors.out.is_empty()));
}

#[test]
fn a_tie_between_two_articles_is_explained() {
    let folder = folder(&[("a.txt", SLIP), ("b.txt", SOUND)]);
    let run = trialwire(folder.path(), &["link", "a.txt", "b.txt", "--explain", "a.txt", "b.txt"]);
    assert!(run.code == 0 && run.out.contains("a.txt") && run.out.contains("b.txt"), "{}{}", run.out, run.told);
    let unknown = trialwire(folder.path(), &["link", "a.txt", "--explain", "a.txt", "c.txt"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    assert!(unknown.told.contains("no article has the id \"c.txt\""), "{}", unknown.told);
}

#[test]
fn hostile_articles_command_nothing() {
    let hostile = SLIP.replace("Of them", "<script>alert(1)</script> \u{1b}[2J\u{202e} Of them").replace('\n', "\r\n");
    let line = format!(
        "{}\n",
        serde_json::json!({"id": "<img src=x onerror=alert(2)>\u{1b}]0;x\u{7}", "outlet": "\u{1b}[31mred",
            "title": "</title><script>alert(3)</script>", "url": "javascript:alert(4)", "text": hostile})
    );
    let folder = folder(&[("hostile.jsonl", &line), ("\u{1b}[1mname.txt", "")]);
    let run = trialwire(folder.path(), &["check", "--html", "report.html", "."]);
    assert_eq!(run.code, 1, "{}", run.told);
    assert!(!run.out.contains(['\u{1b}', '\u{202e}', '\u{7}', '\r']), "{}", run.out);
    assert!(!run.told.contains('\u{1b}'), "{}", run.told);
    let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
    assert_eq!(page.matches("<script").count(), 1, "only the page's own");
    assert!(!page.contains("<img") && !page.contains("=\"javascript:") && !page.contains("<script>alert"));
    assert!(!page.contains(['\u{1b}', '\u{202e}']));
    assert!(page.contains("Content-Security-Policy"));
}

#[test]
fn colours_are_for_terminals_or_when_forced() {
    let folder = folder(&[("slip.txt", SLIP)]);
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::cargo_bin("trialwire").unwrap();
        command
            .current_dir(folder.path())
            .args(["check", "slip.txt"])
            .env_remove("CLICOLOR_FORCE")
            .env_remove("NO_COLOR");
        command.envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains("\u{1b}[")
    };
    assert!(!run(&[]));
    assert!(run(&[("CLICOLOR_FORCE", "1")]));
    assert!(!run(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let table = trialwire(folder.path(), &["rules"]);
    assert!(table.out.contains("A001  count-percent-mismatch"), "{}", table.out);
    let page = trialwire(folder.path(), &["explain", "a001"]);
    assert!(page.out.starts_with("A001 count-percent-mismatch") && page.out.contains("Near miss"), "{}", page.out);
    let unknown = trialwire(folder.path(), &["explain", "X999"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.told.contains("there is no rule \"X999\"; `trialwire rules` lists them"));
    let misspelt = trialwire(folder.path(), &["explain", "sample-size"]).told;
    assert!(misspelt.contains("did you mean sample-size-conflict?"), "{misspelt}");
    assert!(trialwire(folder.path(), &["rules", "--format", "markdown"]).out.starts_with("| code | name |"));
    let json = trialwire(folder.path(), &["rules", "--format", "jsonl"]).out;
    assert!(json.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[test]
fn lexicons_are_shown_checked_and_added_to() {
    let folder = folder(&[("bad/drugs.entries.tsv", "no header\n"), ("a.txt", SOUND)]);
    let shown = trialwire(folder.path(), &["lexicon", "show", "tocilizumab"]);
    assert!(shown.code == 0 && shown.out.contains("drug:tocilizumab"), "{}", shown.out);
    let unknown = trialwire(folder.path(), &["lexicon", "show", "no such drug"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
    let misspelt = trialwire(folder.path(), &["lexicon", "show", "tocilizumap"]).told;
    assert!(misspelt.contains("did you mean tocilizumab?"), "{misspelt}");
    assert!(trialwire(folder.path(), &["lexicon", "list", "--category", "scale"]).out.lines().count() > 50);
    assert_eq!(trialwire(folder.path(), &["lexicon", "check"]).code, 0);
    let empty = trialwire(folder.path(), &["lexicon", "check", "."]);
    assert!(empty.code == 2 && empty.told.contains("no lexicon file in ."), "{}", empty.told);
    let bad = trialwire(folder.path(), &["lexicon", "check", "bad"]);
    assert!(bad.code == 1 && bad.out.contains("drugs.entries.tsv:1: "), "{}", bad.out);
    let run = trialwire(folder.path(), &["extract", "--lexicons", "bad", "a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.told.contains("drugs.entries.tsv:1: "), "{}", run.told);
}

#[test]
fn a_release_of_names_becomes_lexicon_files() {
    let folder = folder(&[("a.txt", SOUND)]);
    let release = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lexicon-import/drugbank.csv");
    let release = release.to_str().unwrap();
    let run =
        trialwire(folder.path(), &["lexicon", "import", "drugbank", release, "--release", "2026-01", "-o", "mine"]);
    assert!(run.code == 0 && run.out.is_empty() && run.told.contains("new entries"), "{}", run.told);
    assert_eq!(trialwire(folder.path(), &["lexicon", "check", "mine"]).out, "");
    assert_eq!(trialwire(folder.path(), &["lexicon", "show", "Examplazole"]).code, 2);
    assert_eq!(trialwire(folder.path(), &["lexicon", "show", "Examplazole", "--lexicons", "mine"]).code, 0);
    let wrong = trialwire(folder.path(), &["lexicon", "import", "drugbank", "a.txt", "--release", "1", "-o", "other"]);
    assert_eq!(wrong.code, 2);
    assert!(!folder.path().join("other").exists());
}

#[test]
fn scorecards_tell_what_is_told() {
    let folder = folder(&[("a.txt", "Pill\n\nSide effects hit 12 per cent of the 30 adults.\n"), ("b.txt", SOUND)]);
    let run = trialwire(folder.path(), &["audit", "a.txt", "b.txt"]);
    assert!(
        run.code == 0 && run.out.contains("harms                quantified  line 3: “Side effects”"),
        "{}",
        run.out
    );
    assert!(run.out.contains("cost                 absent      Are costs named?"), "{}", run.out);
    let json = trialwire(folder.path(), &["audit", "--format", "jsonl", "a.txt", "b.txt"]).out;
    assert_eq!(json.lines().filter(|line| line.starts_with("{\"article\":\"")).count(), 2);
}

#[test]
fn help_teaches_with_examples() {
    let folder = folder(&[]);
    for arguments in
        [&["--help"][..], &["check", "--help"], &["extract", "--help"], &["link", "--help"], &["lexicon", "--help"]]
    {
        let run = trialwire(folder.path(), arguments);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("Examples:"), "{arguments:?}");
        assert!(run.out.lines().all(|line| line.chars().count() <= 110), "{}", run.out);
    }
}

/// `trialwire extract … | head -1` ends without a word.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::process::{Command, Stdio};

    let folder = folder(&[("many.jsonl", &(0..3000).map(|n| jsonl(&n.to_string(), SLIP)).collect::<String>())]);
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("trialwire"))
        .current_dir(folder.path())
        .args(["extract", "--quiet", "--format", "records", "many.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
