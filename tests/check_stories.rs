//! Small stories in Markdown, each a few invented articles about one trial and the findings that they must bring about.
//!
//! A file holds stories, a story articles and one line of expectations:
//!
//! ```text
//! # A lost digit
//! ## release: Avonmere University
//! The team followed 13,258 nurses.
//! ## news: The Courier
//! The team followed 3,258 nurses.
//! => X001
//! ```
//!
//! A registry record is the JSON of its study. `=> nothing` expects silence. Findings of severity `info` don't count.

use std::fs;
use std::path::Path;

use trialwire::check::{Trial, run};
use trialwire::ingest::{self, At, Format, Item, Limits, Raw};
use trialwire::model::{Article, ArticleKind, Record, Severity, TrialGroup};
use trialwire::pipeline::Reader;

struct Story {
    name: String,
    articles: Vec<Article>,
    expected: Vec<String>,
}

#[test]
fn every_story_brings_about_what_it_says() {
    let reader = Reader::bundled();
    let mut wrong = Vec::new();
    let mut told = 0;
    for story in stories() {
        told += 1;
        let found = findings(&reader, &story);
        if found != story.expected {
            wrong.push(format!("{}: expected {:?}, found {found:?}", story.name, story.expected));
        }
    }
    assert!(told > 20, "the stories were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_stories_has_near_misses() {
    let stories = stories();
    let codes: Vec<&str> = trialwire::check::RULES.iter().map(|rule| rule.code).collect();
    for story in &stories {
        assert!(story.expected.iter().all(|code| codes.contains(&code.as_str())), "{}: unknown rule", story.name);
    }
    let silent = stories.iter().filter(|story| story.expected.is_empty()).count();
    assert!(silent * 2 >= stories.len(), "{silent} of {} stories are near misses", stories.len());
}

/// The codes of what the rules find, sorted.
fn findings(reader: &Reader, story: &Story) -> Vec<String> {
    let records: Vec<Record> = story.articles.iter().map(|article| reader.read(article)).collect();
    let articles: Vec<String> = records.iter().map(|record| record.id.clone()).collect();
    let group = TrialGroup { id: articles[0].clone(), articles, ..TrialGroup::default() };
    let trial = Trial { group: &group, records: records.iter().collect() };
    let grave = run(&trial).into_iter().filter(|finding| finding.severity > Severity::Info);
    let mut codes: Vec<String> = grave.map(|finding| finding.rule).collect();
    codes.sort();
    codes
}

fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/check");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| parse(&fs::read_to_string(file).unwrap())).collect()
}

fn parse(text: &str) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            stories.push(Story { name: name.to_string(), articles: Vec::new(), expected: Vec::new() });
        } else if let (Some(head), Some(story)) = (line.strip_prefix("## "), stories.last_mut()) {
            story.articles.push(article(head, story.articles.len()));
        } else if let (Some(codes), Some(story)) = (line.strip_prefix("=> "), stories.last_mut()) {
            let codes = codes.split(' ').filter(|code| *code != "nothing");
            story.expected = codes.map(str::to_string).collect();
        } else if let Some(article) = stories.last_mut().and_then(|story| story.articles.last_mut()) {
            article.text.push_str(line);
            article.text.push('\n');
        }
    }
    for article in stories.iter_mut().flat_map(|story| &mut story.articles) {
        if article.kind == Some(ArticleKind::Registry) {
            *article = registry_record(article);
        }
    }
    stories
}

/// What is read of a study's JSON.
fn registry_record(article: &Article) -> Article {
    let bytes = article.text.clone().into_bytes();
    let raw = Raw { path: article.id.as_str().into(), at: At::Whole, format: Format::Study, bytes };
    match ingest::parse(&raw, &Limits::default()) {
        Ok(Item::Article(record)) => *record,
        other => panic!("{other:?}"),
    }
}

fn article(head: &str, number: usize) -> Article {
    let (kind, outlet) = head.split_once(": ").unwrap_or(("news", head));
    let kind = match kind {
        "release" => ArticleKind::PressRelease,
        "paper" => ArticleKind::Paper,
        "registry" => ArticleKind::Registry,
        _ => ArticleKind::News,
    };
    Article { id: format!("{number:02}"), outlet: Some(outlet.to_string()), kind: Some(kind), ..Article::default() }
}
