//! The demo corpus in (and the JSONL that `TRIALWIRE_BENCH_JSONL` names), how fast each stage reads it out; with `--table`
//! the table of `benches/README.md`.

mod corpus;
mod measure;
mod table;

use divan::Bencher;
use divan::counter::BytesCount;
use trialwire::extract::Extractor;
use trialwire::extract::scene::{Grammar, read_sentences};
use trialwire::ingest::{self, At, Format, Limits, Raw};
use trialwire::lexicon::Lexicon;
use trialwire::model::{Article, Record};
use trialwire::pipeline::{Purpose, Reader};
use trialwire::report::jsonl;
use trialwire::text::{Tokens, WordClasses, blocks, sentences};

/// Text that a stage is timed on, in bytes.
const BYTES: usize = 1_000_000;

fn main() {
    if std::env::args().any(|argument| argument == "--table") {
        table::print();
    } else {
        divan::main();
    }
}

/// Times `stage` on every article of the demo corpus.
fn each<T>(bencher: Bencher, stage: impl Fn(&Article) -> T + Sync) {
    let articles = corpus::demo(BYTES);
    let count = BytesCount::new(corpus::bytes(&articles));
    bencher.counter(count).bench(|| articles.iter().map(&stage).count());
}

#[divan::bench]
fn a_raw_scan(bencher: Bencher) {
    let automaton = measure::raw_automaton();
    each(bencher, |article| automaton.find_iter(&article.text).count());
}

#[divan::bench]
fn b_json(bencher: Bencher) {
    let articles = corpus::demo(BYTES);
    let count = BytesCount::new(corpus::bytes(&articles));
    let raw = |article| Raw {
        path: "articles.jsonl".into(),
        at: At::Line(1),
        format: Format::Jsonl,
        bytes: corpus::jsonl(std::slice::from_ref(article)),
    };
    let lines: Vec<Raw> = articles.iter().map(raw).collect();
    bencher.counter(count).bench(|| lines.iter().filter_map(|raw| ingest::parse(raw, &Limits::default()).ok()).count());
}

#[divan::bench]
fn c_blocks(bencher: Bencher) {
    each(bencher, |article| blocks(&article.text));
}

#[divan::bench]
fn d_sentences(bencher: Bencher) {
    let split = |article: &Article| -> usize {
        blocks(&article.text).iter().map(|block| sentences(&article.text, block.span).len()).sum()
    };
    each(bencher, split);
}

#[divan::bench]
fn e_tokens(bencher: Bencher) {
    let classes = WordClasses::bundled();
    let read = |article: &Article| -> usize {
        blocks(&article.text).iter().map(|block| Tokens::read(&article.text, block.span, &classes).len()).sum()
    };
    each(bencher, read);
}

#[divan::bench]
fn f_quantities(bencher: Bencher) {
    let grammar = Grammar::bundled();
    each(bencher, |article| read_sentences(&article.text, &blocks(&article.text), &grammar, &mut Vec::new()).len());
}

#[divan::bench]
fn g_mentions(bencher: Bencher) {
    let lexicon = Lexicon::bundled();
    each(bencher, |article| lexicon.mentions(&article.text));
}

#[divan::bench]
fn h_claims(bencher: Bencher) {
    let extractor = Extractor::new();
    each(bencher, |article| extractor.claims(article, &blocks(&article.text), None));
}

#[divan::bench]
fn i_extract_to_jsonl(bencher: Bencher) {
    let reader = Reader::bundled();
    each(bencher, |article| written(&reader.read_for(article, Purpose::Claims), jsonl::claims));
}

#[divan::bench]
fn j_extract_to_records(bencher: Bencher) {
    let reader = Reader::bundled();
    each(bencher, |article| written(&reader.read(article), jsonl::record));
}

#[divan::bench]
fn k_lexicons_loaded() -> Lexicon {
    Lexicon::bundled()
}

fn written(record: &Record, format: fn(&Record, &mut Vec<u8>)) -> usize {
    let mut line = Vec::new();
    format(record, &mut line);
    line.len()
}
