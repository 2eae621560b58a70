//! The demo corpus in, as much text of its kind as a measurement needs out: the same for everybody, whatever the machine.

use std::path::Path;

use trialwire::ingest::{self, Documents, Item, Limits};
use trialwire::model::Article;

/// Articles made of the paragraphs of the demo corpus, `bytes` of text in all.
pub fn demo(bytes: usize) -> Vec<Article> {
    mix(&read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/demo")), bytes)
}

/// Articles made of the paragraphs of the file that `TRIALWIRE_BENCH_JSONL` names.
pub fn given(bytes: usize) -> Option<Vec<Article>> {
    let path = std::env::var_os("TRIALWIRE_BENCH_JSONL")?;
    Some(mix(&read(Path::new(&path)), bytes))
}

fn read(path: &Path) -> Vec<Article> {
    let limits = Limits::default();
    let raw = Documents::new([path.to_owned()], limits.clone()).map(|piece| piece.expect("the corpus can be read"));
    let items = raw.filter_map(|raw| ingest::parse(&raw, &limits).ok());
    items.filter_map(|item| if let Item::Article(article) = item { Some(*article) } else { None }).collect()
}

/// Each new article is an old one with its paragraphs in another order and some of a second one among them.
fn mix(articles: &[Article], bytes: usize) -> Vec<Article> {
    let mut dice = Dice(1);
    let (mut mixed, mut size) = (Vec::new(), 0);
    while size < bytes {
        let one = &articles[dice.roll(articles.len())];
        let other = &articles[dice.roll(articles.len())];
        let mut paragraphs: Vec<&str> = one.text.lines().filter(|line| !line.is_empty()).skip(1).collect();
        paragraphs.extend(other.text.lines().filter(|line| !line.is_empty()).skip(2).take(3));
        for last in (1..paragraphs.len()).rev() {
            paragraphs.swap(last, dice.roll(last + 1));
        }
        let head = one.text.lines().next().unwrap_or_default();
        let text = format!("{head}\n\n{}", paragraphs.join("\n"));
        size += text.len();
        let id = format!("a{:08}", mixed.len());
        mixed.push(Article { id, title: Some(head.to_owned()), text, ..Article::default() });
    }
    mixed
}

/// Rolls the same numbers in every run (Knuth's multiplier).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// The same articles with typographic quotation marks, dashes and spaces turned into those of a typewriter.
pub fn ascii(articles: &[Article]) -> Vec<Article> {
    with_text(articles, |text| {
        let plain = text.chars().map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '\u{2010}' | '\u{2011}' => '-',
            '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
            c if c.is_ascii() => c,
            _ => 'x',
        });
        plain.collect()
    })
}

/// The same articles, set as a newspaper sets them.
pub fn typographic(articles: &[Article]) -> Vec<Article> {
    with_text(articles, |text| {
        let mut open = false;
        let set = text.replace(" - ", " – ").replace('\'', "’");
        let quotes = set.chars().map(|c| match c {
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            c => c,
        });
        quotes.collect()
    })
}

fn with_text(articles: &[Article], mut change: impl FnMut(&str) -> String) -> Vec<Article> {
    articles.iter().map(|article| Article { text: change(&article.text), ..article.clone() }).collect()
}

pub fn bytes(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.text.len()).sum()
}

/// The articles as lines of JSON.
pub fn jsonl(articles: &[Article]) -> Vec<u8> {
    let mut lines = Vec::new();
    for article in articles {
        let row = serde_json::json!({ "id": article.id, "title": article.title, "text": article.text });
        lines.extend_from_slice(row.to_string().as_bytes());
        lines.push(b'\n');
    }
    lines
}
