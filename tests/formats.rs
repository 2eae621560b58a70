//! The demo corpus in every format for data, read back by other readers: the same values everywhere, at their places.
//!
//! `UPDATE_README=1 cargo test --test formats` writes `docs/schema.md`.

#![cfg(all(feature = "cli", feature = "html", feature = "html-report", feature = "parquet", feature = "sqlite"))]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::env;
use std::fs::{self, File};
use std::path::Path;

use assert_cmd::Command;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;
use tempfile::TempDir;
use trialwire::report::clean::lines;
use trialwire::report::csv::restored;
use trialwire::report::date::Date;
use trialwire::report::row::{Sheet, Sort};
use trialwire::report::schema::sheets;

const CORPUS: &str = "corpus/demo";

struct Run {
    code: i32,
    out: String,
    told: String,
}

/// Runs the program in the repository; results go to folders of the test.
fn trialwire(arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).arg("--quiet").env_remove("CLICOLOR_FORCE");
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        told: String::from_utf8(output.stderr).unwrap(),
    }
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_page_of_the_schema_is_fresh() {
    let mut command = Command::cargo_bin("trialwire").unwrap();
    let output = command.args(["schema", "--format", "markdown"]).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema.md");
    if env::var_os("UPDATE_README").is_some() {
        fs::write(&file, &page).unwrap();
    }
    let stale = "docs/schema.md is stale: UPDATE_README=1 cargo test --test formats";
    assert!(fs::read_to_string(&file).unwrap_or_default() == page, "{stale}");
}

#[test]
fn the_schema_is_told_in_every_form() {
    let of = |format: &str| {
        let mut command = Command::cargo_bin("trialwire").unwrap();
        String::from_utf8(command.args(["schema", "--format", format]).output().unwrap().stdout).unwrap()
    };
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(&of("sql")).unwrap();
    let columns = json_lines(&of("jsonl"));
    assert_eq!(columns.len(), sheets().iter().map(|sheet| sheet.columns.len()).sum::<usize>());
    let text = of("text");
    for column in &columns {
        let [table, name] = ["table", "column"].map(|key| column[key].as_str().unwrap());
        assert!(text.contains(&format!("{table}: ")) && text.contains(&format!("\n  {name} ")), "{table}.{name}");
        database.prepare(&format!("SELECT \"{name}\" FROM \"{table}\"")).unwrap();
    }
}

/// A cell as text: `None` is null.
type Cells = Vec<Vec<Option<String>>>;

fn read_csv(file: &Path, sheet: &Sheet) -> Cells {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(names, sheet.columns.iter().map(|about| about.name).collect::<Vec<_>>());
    let cell = |(cell, about): (&str, &trialwire::report::row::About)| match about.kind {
        kind if kind.nullable && cell.is_empty() => None,
        kind if kind.sort == Sort::Text => Some(restored(cell).to_owned()),
        _ => Some(cell.to_owned()),
    };
    reader.records().map(|row| row.unwrap().iter().zip(&sheet.columns).map(cell).collect()).collect()
}

fn read_parquet(file: &Path, sheet: &Sheet) -> Cells {
    let reader = SerializedFileReader::new(File::open(file).unwrap()).unwrap();
    assert_eq!(reader.metadata().file_metadata().created_by(), Some("trialwire"));
    let rows = reader.get_row_iter(None).unwrap();
    let cell = |((name, field), about): ((&String, &Field), &trialwire::report::row::About)| {
        assert_eq!(name, about.name);
        match (field, about.kind.sort) {
            (Field::Null, _) => None,
            (Field::Long(number), Sort::Integer) => Some(number.to_string()),
            (Field::Double(number), Sort::Number) => Some(number.to_string()),
            (Field::Bool(truth), Sort::Truth) => Some(truth.to_string()),
            (Field::Str(text), Sort::Text) => Some(text.clone()),
            (Field::Date(days), Sort::Date) => Some(day(*days)),
            other => panic!("{name} is {other:?}"),
        }
    };
    rows.map(|row| row.unwrap().get_column_iter().zip(&sheet.columns).map(cell).collect()).collect()
}

/// Found by trying: the other way round than the program counts.
fn day(days: i32) -> String {
    let year = 1970 + days.div_euclid(365);
    let dates = (year - 2..=year).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).map(move |day| format!("{year}-{month:02}-{day:02}")))
    });
    dates.into_iter().find(|date| Date::read(date).is_some_and(|date| date.days() == days)).unwrap()
}

fn read_sqlite(database: &Connection, sheet: &Sheet) -> Cells {
    let mut query = database.prepare(&format!("SELECT * FROM \"{}\" ORDER BY rowid", sheet.head.name)).unwrap();
    assert!(query.column_names().eq(sheet.columns.iter().map(|about| about.name)), "{}", sheet.head.name);
    let mut rows = query.query([]).unwrap();
    let mut all = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cell =
            |(at, about): (usize, &trialwire::report::row::About)| match (row.get_ref(at).unwrap(), about.kind.sort) {
                (ValueRef::Null, _) => None,
                (ValueRef::Integer(number), Sort::Integer) => Some(number.to_string()),
                (ValueRef::Real(number), Sort::Number) => Some(number.to_string()),
                (ValueRef::Integer(truth), Sort::Truth) => Some((truth == 1).to_string()),
                (ValueRef::Text(text), Sort::Text | Sort::Date) => Some(String::from_utf8(text.to_vec()).unwrap()),
                other => panic!("{} is {other:?}", about.name),
            };
        all.push(sheet.columns.iter().enumerate().map(cell).collect());
    }
    all
}

#[test]
fn every_format_has_the_same_values() {
    let folder = tempfile::tempdir().unwrap();
    let [csv, parquet, sqlite] = ["csv", "parquet", "r.db"].map(|name| path(&folder, name));
    let run = trialwire(&["check", CORPUS, "--csv", &csv, "--parquet", &parquet, "--sqlite", &sqlite]);
    assert_eq!((run.code, run.told.as_str()), (1, ""));
    let database = Connection::open(&sqlite).unwrap();
    for sheet in sheets() {
        let name = sheet.head.name;
        let expected = read_csv(&Path::new(&csv).join(format!("{name}.csv")), &sheet);
        assert!(!expected.is_empty(), "{name}");
        for row in &expected {
            for (cell, about) in row.iter().zip(&sheet.columns) {
                assert!(cell.is_some() || about.kind.nullable, "{name}.{} is null", about.name);
            }
        }
        assert_eq!(read_parquet(&Path::new(&parquet).join(format!("{name}.parquet")), &sheet), expected, "{name}");
        assert_eq!(read_sqlite(&database, &sheet), expected, "{name}");
    }
}

/// The columns that stand in JSON, too, have its values.
#[test]
fn tables_say_what_json_says() {
    let csv = trialwire(&["extract", CORPUS, "--format", "csv"]).out;
    let json = json_lines(&trialwire(&["extract", CORPUS]).out);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), json.len());
    for (row, claim) in rows.iter().zip(&json) {
        for (name, cell) in names.iter().zip(row) {
            let said = match name {
                "sentence" => continue,
                "sentence_start" => &claim["sentence"][0],
                "sentence_end" => &claim["sentence"][1],
                name => match claim.get(name) {
                    Some(said) => said,
                    None => continue,
                },
            };
            let same = match said {
                Value::Null => cell.is_empty(),
                Value::String(text) => restored(cell) == text,
                Value::Number(number) => cell.parse::<f64>().ok() == number.as_f64(),
                Value::Bool(truth) => cell.parse() == Ok(*truth),
                other => panic!("{name} is {other}"),
            };
            assert!(same, "{name}: {cell:?} is {said}");
        }
    }
    // The keys of JSON are the first columns, in its order.
    let keys: Vec<&str> = names.iter().take(26).filter(|name| !name.starts_with("sentence")).collect();
    let known = "article kind start end quote low high decimals bound approx unit scope role group arm outcome \
        comparator timepoint scale drug negated hedged attributed_to cue";
    assert_eq!(keys.join(" "), known);
}

#[test]
fn the_database_holds_together() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = path(&folder, "r.db");
    trialwire(&["check", CORPUS, "--sqlite", &sqlite]);
    let database = Connection::open(&sqlite).unwrap();
    let text = |query: &str| database.query_row(query, [], |row| row.get::<_, String>(0)).unwrap();
    let number = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(text("PRAGMA integrity_check"), "ok");
    let mut broken = database.prepare("PRAGMA foreign_key_check").unwrap();
    assert!(!broken.exists([]).unwrap());
    assert!(number("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'claims_%'") >= 3);
    let shown = number("SELECT count(*) FROM findings_with_evidence");
    assert!(shown > 0 && shown == number("SELECT count(*) FROM evidence"));
    assert_eq!(number("SELECT count(*) FROM claims_in_articles"), number("SELECT count(*) FROM claims"));
    assert_eq!(number("SELECT count(*) FROM reporting_quality"), number("SELECT count(*) FROM articles"));
    let mut indexed = database.prepare("EXPLAIN QUERY PLAN SELECT * FROM evidence WHERE finding = 1").unwrap();
    let plan: String = indexed.query_row([], |row| row.get(3)).unwrap();
    assert!(plan.contains("USING INDEX"), "{plan}");
}

#[test]
fn the_same_bytes_come_out_of_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, command: &str, threads: &str| {
        let [tables, sqlite] = [name.to_owned(), format!("{name}/r.db")].map(|name| path(&folder, &name));
        trialwire(&[
            command,
            CORPUS,
            "--threads",
            threads,
            "--csv",
            &tables,
            "--parquet",
            &tables,
            "--sqlite",
            &sqlite,
        ]);
        let read = |entry: fs::DirEntry| (entry.file_name(), fs::read(entry.path()).unwrap());
        fs::read_dir(&tables).unwrap().map(|entry| read(entry.unwrap())).collect::<BTreeMap<_, _>>()
    };
    for (command, files) in [("check", 19), ("extract", 9), ("audit", 5), ("link", 9)] {
        let one = run(&format!("{command}1"), command, "1");
        assert_eq!(one.len(), files, "{command}: {:?}", one.keys());
        assert!(one == run(&format!("{command}4"), command, "4"), "{command}");
    }
}

/// No cell is calculated, and each comes back.
/// What only CSV leaves out, since it is looked at in terminals.
fn without_controls(cells: Cells) -> Cells {
    let clean = |cell: Option<String>| cell.map(|text| lines(&text).into_owned());
    cells.into_iter().map(|row| row.into_iter().map(clean).collect()).collect()
}

#[test]
fn hostile_cells_are_texts() {
    let folder = tempfile::tempdir().unwrap();
    let article = serde_json::json!({
        "id": "=cmd|' /C calc'!A0", "outlet": "@SUM(1+1)", "title": "  +1\u{0}\u{1b}[2J\"quoted\",\n", "url": "-2+3",
        "published": "\t=1", "text": "=The trial\n\nThe trial had 30 adults; 120 per cent of patients relapsed.",
    });
    fs::write(folder.path().join("a.jsonl"), format!("{article}\n")).unwrap();
    let [input, csv, parquet, sqlite] = ["a.jsonl", "csv", "parquet", "r.db"].map(|name| path(&folder, name));
    trialwire(&["check", &input, "--csv", &csv, "--parquet", &parquet, "--sqlite", &sqlite]);
    let database = Connection::open(&sqlite).unwrap();
    for sheet in sheets() {
        let file = Path::new(&csv).join(format!("{}.csv", sheet.head.name));
        let mut raw = csv::Reader::from_path(&file).unwrap();
        for cell in raw.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            assert!(!cell.contains(['\0', '\u{1b}']), "{cell:?}");
        }
        let expected = read_csv(&file, &sheet);
        assert_eq!(without_controls(read_sqlite(&database, &sheet)), expected);
        let parquet = Path::new(&parquet).join(format!("{}.parquet", sheet.head.name));
        assert_eq!(without_controls(read_parquet(&parquet, &sheet)), expected);
    }
    let outlet: String = database.query_row("SELECT outlet FROM articles", [], |row| row.get(0)).unwrap();
    assert_eq!(outlet, "@SUM(1+1)");
}

#[test]
fn an_output_that_fails_costs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let [html, nowhere, file] = ["r.html", "no/such/r.db", "file"].map(|name| path(&folder, name));
    fs::write(&file, "").unwrap();
    let run = trialwire(&["check", CORPUS, "--html", &html, "--sqlite", &nowhere, "--csv", &file, "--format", "jsonl"]);
    assert_eq!(run.code, 2, "{}", run.told);
    assert!(run.out.lines().count() > 3 && fs::metadata(&html).unwrap().len() > 1000);
    for part in ["--csv", "--sqlite", "2 outputs could not be written"] {
        assert!(run.told.contains(part), "{}", run.told);
    }
    let names: BTreeSet<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["file", "r.html"].map(Into::into).into());
    let lost = trialwire(&["extract", CORPUS, "--sqlite", &nowhere]);
    assert!(lost.code == 2 && lost.told.contains("1 output could not be written"), "{}", lost.told);
    let same = trialwire(&["check", CORPUS, "--html", &html, "--sqlite", &html]);
    assert!(same.code == 2 && same.told.contains("two outputs are to be written to"), "{}", same.told);
}

#[test]
fn tables_alone_are_written_where_nothing_else_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let tables = path(&folder, "t");
    for command in ["extract", "audit"] {
        let run = trialwire(&[command, CORPUS, "--csv", &tables]);
        assert_eq!((run.code, run.out.as_str()), (0, ""), "{command}");
        assert!(trialwire(&[command, CORPUS, "--csv", &tables, "--format", "jsonl"]).out.len() > 1000);
    }
    let whole = trialwire(&["extract", CORPUS, "--format", "csv"]).out;
    assert_eq!(whole, fs::read_to_string(folder.path().join("t/claims.csv")).unwrap());
    let one = path(&folder, "claims.parquet");
    assert_eq!(trialwire(&["extract", CORPUS, "--format", "parquet", "-o", &one]).code, 0);
    trialwire(&["extract", CORPUS, "--parquet", &tables]);
    assert!(fs::read(one).unwrap() == fs::read(folder.path().join("t/claims.parquet")).unwrap());
    let refused = trialwire(&["extract", CORPUS, "--format", "parquet"]);
    assert!(refused.code == 2 && refused.told.contains("--output"), "{}", refused.told);
}

#[test]
fn scorecards_are_rows() {
    let csv = trialwire(&["audit", CORPUS, "--format", "csv"]).out;
    let cards = json_lines(&trialwire(&["audit", CORPUS, "--format", "jsonl"]).out);
    let rows: Vec<_> = csv::Reader::from_reader(csv.as_bytes()).into_records().map(Result::unwrap).collect();
    let items = cards.iter().flat_map(|card| {
        card["items"].as_array().unwrap().iter().map(move |item| (card["article"].as_str().unwrap(), item))
    });
    let items: Vec<_> = items.collect();
    assert_eq!(rows.len(), items.len());
    for (row, (article, item)) in rows.iter().zip(items) {
        assert_eq!(
            [&row[0], &row[1], &row[2]],
            [article, item["item"].as_str().unwrap(), item["state"].as_str().unwrap()]
        );
        assert_eq!(&row[3], item["start"].as_u64().map(|start| start.to_string()).unwrap_or_default());
        assert_eq!(restored(&row[5]), item["quote"].as_str().unwrap_or_default());
    }
}

/// Article → its text.
fn texts() -> HashMap<String, String> {
    let records = json_lines(&trialwire(&["extract", CORPUS, "--format", "records", "--with-text"]).out);
    let text = |record: &Value| [&record["id"], &record["text"]].map(|value| value.as_str().unwrap().to_owned());
    records.iter().map(text).map(|[id, text]| (id, text)).collect()
}

#[test]
fn annotations_stand_where_they_say() {
    let claims = json_lines(&trialwire(&["extract", CORPUS]).out);
    let annotations = json_lines(&trialwire(&["extract", CORPUS, "--format", "web-annotation"]).out);
    assert_eq!(claims.len(), annotations.len());
    let texts = texts();
    let mut ids = BTreeSet::new();
    for (annotation, claim) in annotations.iter().zip(&claims) {
        assert_eq!(annotation["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(annotation["body"][0]["value"], claim["kind"]);
        assert!(ids.insert(annotation["id"].as_str().unwrap()), "{annotation}");
        let [place, quote] = [0, 1].map(|at| &annotation["target"]["selector"][at]);
        let text: Vec<char> = texts[claim["article"].as_str().unwrap()].chars().collect();
        let [start, end] = ["start", "end"].map(|key| place[key].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), quote["exact"].as_str().unwrap());
        let [before, after] = ["prefix", "suffix"].map(|key| quote[key].as_str().unwrap().chars().collect::<Vec<_>>());
        assert!(text[..start].ends_with(&before) && text[end..].starts_with(&after), "{annotation}");
    }
}

/// The scorer reads what was written: every claim is found again with its value, attributes and slots.
#[test]
fn annotations_for_brat_are_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let brat = path(&folder, "brat");
    assert_eq!(trialwire(&["extract", CORPUS, "--format", "brat", "-o", &brat]).code, 0);
    let claims = path(&folder, "claims.jsonl");
    trialwire(&["extract", CORPUS, "-o", &claims]);
    let mut command = Command::cargo_bin("trialwire").unwrap();
    let output = command.args(["eval", &brat, &claims, "--format", "json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let scores: Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = &scores["scores"]["ALL"];
    assert_eq!(
        (all["f1"].as_f64(), all["gold"].as_u64()),
        (Some(1.0), Some(fs::read_to_string(&claims).unwrap().lines().count() as u64))
    );
    for name in ["scope", "role", "bound", "approx"] {
        assert_eq!(
            scores["accuracy"][name]["value"].as_f64().or(scores["accuracy"][name].as_f64()),
            Some(1.0),
            "{scores}"
        );
    }
    for name in ["group", "outcome", "comparator", "timepoint"] {
        assert_eq!(scores["slots"]["texts"][name]["f1"].as_f64(), Some(1.0), "{name}: {}", scores["slots"]);
    }
    // The texts are the articles: their places fit.
    for (id, text) in texts() {
        let file = folder.path().join("brat").join(format!("{}.txt", trialwire::eval::file_name(&id)));
        assert_eq!(fs::read_to_string(file).unwrap(), text);
    }
}

#[test]
fn no_id_leads_out_of_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let ids = ["../../out", "/etc/out", "..", "a/b", "A/b", "\u{1b}[2J", "con"];
    let line = |id: &&str| format!("{}\n", serde_json::json!({"id": id, "text": "The trial had 30 adults."}));
    fs::write(folder.path().join("in.jsonl"), ids.iter().map(line).collect::<String>()).unwrap();
    let [input, brat] = ["in.jsonl", "deep/brat"].map(|name| path(&folder, name));
    assert_eq!(trialwire(&["extract", &input, "--format", "brat", "-o", &brat]).code, 0);
    let names: Vec<_> = fs::read_dir(&brat).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2 * ids.len() + 1, "{names:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    let records = path(&folder, "records.jsonl");
    trialwire(&["extract", &input, "--format", "records", "-o", &records]);
    let run = trialwire(&["extract", &records, "--format", "brat", "-o", &brat]);
    assert!(run.code == 2 && run.told.contains("make it with --with-text"), "{}", run.told);
}

#[test]
fn sarif_tells_places() {
    let run = trialwire(&["check", CORPUS, "--format", "sarif"]);
    assert_eq!(run.code, 1);
    let log: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let sarif = &log["runs"][0];
    let rules = sarif["tool"]["driver"]["rules"].as_array().unwrap();
    let results = sarif["results"].as_array().unwrap();
    assert_eq!(results.len(), json_lines(&trialwire(&["check", CORPUS, "--format", "jsonl"]).out).len());
    let mut placed = 0;
    for result in results {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert_eq!(result["partialFingerprints"]["trialwireIdentity/v1"].as_str().unwrap().len(), 16);
        let related = result["relatedLocations"].as_array().unwrap();
        let ids: BTreeSet<_> = related.iter().map(|place| place["id"].as_u64().unwrap()).collect();
        assert_eq!(ids.len(), related.len());
        for place in result["locations"].as_array().unwrap().iter().chain(related) {
            placed += usize::from(stands_there(&place["physicalLocation"]));
        }
    }
    assert!(placed > 3, "places in text files");
}

/// Whether the place is in a text file; there the words must stand at line and column.
fn stands_there(physical: &Value) -> bool {
    let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
    let region = &physical["region"];
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(uri)).unwrap();
    let at = |key: &str| region[key].as_u64().unwrap() as usize;
    if uri.ends_with(".html") {
        assert!(region.is_null(), "the text of a page is not its file");
        return false;
    }
    let line = file.lines().nth(at("startLine") - 1).unwrap();
    if uri.ends_with(".jsonl") {
        let quote = region["snippet"]["text"].as_str().unwrap();
        assert!(line.contains(quote.split('"').next().unwrap()), "{region}");
        return false;
    }
    let words: Vec<char> = region["snippet"]["text"].as_str().unwrap().chars().collect();
    let chars: Vec<char> = line.chars().collect();
    assert!(at("startLine") != at("endLine") || chars[at("startColumn") - 1..at("endColumn") - 1] == words, "{region}");
    let all: Vec<char> = file.chars().collect();
    assert_eq!(all[at("charOffset")..at("charOffset") + at("charLength")], words);
    true
}

#[test]
fn reviews_are_drafts() {
    let reviews = json_lines(&trialwire(&["check", CORPUS, "--format", "claimreview"]).out);
    let findings = json_lines(&trialwire(&["check", CORPUS, "--format", "jsonl"]).out);
    assert_eq!(reviews.len(), findings.len());
    for (review, finding) in reviews.iter().zip(&findings) {
        assert_eq!(
            [&review["@context"], &review["@type"], &review["creativeWorkStatus"]],
            ["https://schema.org", "ClaimReview", "Draft"]
        );
        assert!(review["name"].as_str().unwrap().starts_with("DRAFT: "), "{review}");
        assert!(review["reviewBody"].as_str().unwrap().starts_with(finding["message"].as_str().unwrap()), "{review}");
        assert!(review["reviewRating"].get("ratingValue").is_none(), "no verdict is made up");
        let item = &review["itemReviewed"];
        assert_ne!(item["author"]["name"], "", "{review}");
        let appearances = item["appearance"].as_array().unwrap();
        assert!(!appearances.is_empty());
        let sides = 1 + usize::from(finding["rule"].as_str().unwrap().starts_with('X'));
        assert!(review["citation"].as_array().unwrap().len() + 1 >= sides, "{review}");
    }
}
