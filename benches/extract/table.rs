//! The corpora in, the table of `benches/README.md` out.

use std::fs;
use std::path::Path;
use std::time::Duration;

use trialwire::lexicon::Lexicon;
use trialwire::model::Article;
use trialwire::pipeline::Reader;

use crate::corpus;
use crate::measure::{
    best, best_of_processor, extract, load_time, peak_memory, raw_automaton, raw_scan, resident, start_up,
};

/// Text of one timed run, in bytes, and how many runs.
const TIMED_BYTES: usize = 16_000_000;
const RUNS: usize = 3;

/// Text whose peaks of memory are compared, in bytes.
const SMALL_BYTES: usize = 10_000_000;
const LARGE_BYTES: usize = 200_000_000;

type Corpus = fn(usize) -> Option<Vec<Article>>;

/// One row of the table: what is measured, in each corpus.
struct Row(&'static str, Vec<String>);

/// Measures and prints everything.
pub fn print() {
    let before = resident();
    let lexicon = Lexicon::bundled();
    let held = resident().zip(before).map(|(after, before)| after.saturating_sub(before));
    let reader = Reader::new(lexicon);
    let corpora: [(&str, Corpus); 2] = [("demo", |bytes| Some(corpus::demo(bytes))), ("given", corpus::given)];
    let (names, columns): (Vec<_>, Vec<_>) =
        corpora.iter().filter_map(|(name, make)| Some((*name, column(&reader, *make)?))).unzip();
    println!("| | {} |\n|---|{}", names.join(" | "), "---|".repeat(names.len()));
    for (i, Row(what, _)) in columns.first().into_iter().flatten().enumerate() {
        let cells: Vec<&str> = columns.iter().flat_map(|column| column[i].1.iter().map(String::as_str)).collect();
        println!("| {what} | {} |", cells.join(" | "));
    }
    println!("\nstart-up on one short file: {:.1} ms", milliseconds(start_up()));
    let load = load_time(Lexicon::bundled);
    println!("lexicons: {:.1} ms, {} MB", milliseconds(load), held.map_or("?".into(), |kib| (kib / 1000).to_string()));
}

fn column(reader: &Reader, make: Corpus) -> Option<Vec<Row>> {
    let articles = make(TIMED_BYTES)?;
    let bytes = corpus::bytes(&articles) as f64;
    let raw = raw_automaton();
    let scan = best_of_processor(RUNS, || raw_scan(&raw, &articles));
    let busy = |articles: &[Article]| with_file(articles, |path| best_of_processor(RUNS, || extract(reader, path, 1)));
    let clock = |threads| with_file(&articles, |path| best(RUNS, || extract(reader, path, threads)));
    let one = busy(&articles);
    let scaling = clock(1).div_duration_f64(clock(2));
    let (plain, set) = (corpus::ascii(&articles), corpus::typographic(&corpus::ascii(&articles)));
    let typographic = busy(&set).div_duration_f64(busy(&plain));
    let peak = |bytes| with_file(&make(bytes).unwrap_or_default(), peak_memory);
    let (small, large) = (peak(SMALL_BYTES), peak(LARGE_BYTES));
    let rate = |time: Duration| bytes / 1e6 / time.as_secs_f64();
    let mib = |kib: Option<u64>| kib.map_or("?".into(), |kib| format!("{:.0} MiB", kib as f64 / 1024.0));
    let growth = small.zip(large).map_or("?".into(), |(small, large)| format!("{:.2}", large as f64 / small as f64));
    let row = |what, cell: String| Row(what, vec![cell]);
    Some(vec![
        row("raw scan, MB/s", format!("{:.1}", rate(scan))),
        row("`extract`, one thread, MB/s", format!("{:.1}", rate(one))),
        row("the same, articles/s", format!("{:.0}", articles.len() as f64 / one.as_secs_f64())),
        row("`extract` ÷ raw scan", format!("{:.2}", scan.div_duration_f64(one))),
        row("two threads ÷ one", format!("{scaling:.2}")),
        row("time, typographic ÷ ASCII", format!("{typographic:.2}")),
        row("peak memory, 10 MB", mib(small)),
        row("peak memory, 200 MB", mib(large)),
        row("the same, 200 MB ÷ 10 MB", growth),
    ])
}

/// Writes the articles to a file for the time that `work` takes.
fn with_file<T>(articles: &[Article], work: impl FnOnce(&Path) -> T) -> T {
    let folder = tempfile::tempdir().expect("there is room for a file");
    let path = folder.path().join("articles.jsonl");
    fs::write(&path, corpus::jsonl(articles)).expect("there is room for a file");
    work(&path)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
