//! A folder of web pages with the article that people marked in each in; how well and how fast the article is found out.
//!
//! The folder is laid out as that of scrapinghub's article-extraction-benchmark: `ground-truth.json`, an object whose keys
//! name pages and whose values hold an `articleBody`, and `html/KEY.html.gz` (or `html/KEY.html`). Without a ground truth
//! only the speed is told. `cargo run --release --example main_text -- FOLDER`

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use trialwire::ingest::{At, Format, Item, Limits, Raw, parse};

#[derive(Deserialize)]
struct Truth {
    #[serde(rename = "articleBody", default)]
    body: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("usage: main_text FOLDER")?;
    let folder = Path::new(&folder);
    let truth = fs::read(folder.join("ground-truth.json")).ok();
    let truth: Option<BTreeMap<String, Truth>> = truth.map(|json| serde_json::from_slice(&json)).transpose()?;
    let (mut scores, mut time, mut pages, mut bytes) = (Vec::new(), Duration::ZERO, 0, 0);
    for (key, page) in read_pages(&folder.join("html"))? {
        bytes += page.len();
        pages += 1;
        let (found, taken) = main_text(page);
        time += taken;
        if let Some(truth) = truth.as_ref().and_then(|truth| truth.get(&key)) {
            scores.push(Score::of(truth.body.as_deref().unwrap_or_default(), &found));
        }
    }
    let seconds = time.as_secs_f64();
    println!("{pages} pages, {:.1} MB, {:.0} pages/s", bytes as f64 / 1e6, pages as f64 / seconds);
    if !scores.is_empty() {
        let (precision, recall) = (mean(&scores, Score::precision), mean(&scores, Score::recall));
        let f1 = 2.0 * precision * recall / (precision + recall);
        println!("{} judged: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}", scores.len());
    }
    Ok(())
}

/// Pages by their key, in the order of the keys.
fn read_pages(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path)?;
        if let Some(key) = name.strip_suffix(".html.gz") {
            let mut page = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::MultiGzDecoder::new(&bytes[..]), &mut page)?;
            pages.insert(key.to_owned(), page);
        } else if let Some(key) = name.strip_suffix(".html") {
            pages.insert(key.to_owned(), bytes);
        }
    }
    Ok(pages)
}

/// The text that is found, and how long it took.
fn main_text(page: Vec<u8>) -> (String, Duration) {
    let raw = Raw { path: "page".into(), at: At::Whole, format: Format::Html, bytes: page };
    let limits = Limits { any_language: true, ..Limits::default() };
    let start = Instant::now();
    let found = parse(&raw, &limits);
    let time = start.elapsed();
    match found {
        Ok(Item::Article(article)) => (article.text, time),
        _ => (String::new(), time),
    }
}

/// Shingles of four words in both texts, in the found one alone, in the true one alone.
struct Score {
    both: f64,
    found_only: f64,
    true_only: f64,
}

impl Score {
    fn of(truth: &str, found: &str) -> Self {
        let (truth, found) = (shingles(truth), shingles(found));
        let common: usize = truth.iter().map(|(shingle, n)| (*n).min(found.get(shingle).copied().unwrap_or(0))).sum();
        let count = |shingles: &HashMap<Vec<String>, usize>| shingles.values().sum::<usize>();
        let only = |shingles: &HashMap<Vec<String>, usize>| (count(shingles) - common) as f64;
        Self { both: common as f64, found_only: only(&found), true_only: only(&truth) }
    }

    /// `None` where nothing was found, which the benchmark leaves out of the mean.
    fn precision(&self) -> Option<f64> {
        (self.both + self.found_only > 0.0).then(|| self.both / (self.both + self.found_only))
    }

    fn recall(&self) -> Option<f64> {
        (self.both + self.true_only > 0.0).then(|| self.both / (self.both + self.true_only))
    }
}

fn mean(scores: &[Score], of: fn(&Score) -> Option<f64>) -> f64 {
    let known: Vec<f64> = scores.iter().filter_map(of).collect();
    known.iter().sum::<f64>() / known.len().max(1) as f64
}

/// Every run of four words with its count; a shorter text is one run.
fn shingles(text: &str) -> HashMap<Vec<String>, usize> {
    const WORDS: usize = 4;
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
    let mut found = HashMap::new();
    let mut add = |run: &[&str]| *found.entry(run.iter().map(|&word| word.to_owned()).collect()).or_default() += 1;
    match words.len() {
        0 => {}
        1..WORDS => add(&words),
        _ => words.windows(WORDS).for_each(add),
    }
    found
}
