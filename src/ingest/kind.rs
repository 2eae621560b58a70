//! An article without a kind in, its kind out where words and structure show it beyond doubt.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;

use crate::model::{Article, ArticleKind};

const MARKS: &str = include_str!("../../lexicons/language/kinds.tsv");

/// The first lines of a text, in bytes.
const START_BYTES: usize = 600;
/// The last lines.
const END_BYTES: usize = 2000;
/// Longer beginnings of lines are no marks.
const LINE_BYTES: usize = 64;

/// The kinds with the weight that shows each: a paper or record has many marks, and taking a text for one makes it the
/// source that others are held against.
const ENOUGH: [(ArticleKind, u32); 4] =
    [(ArticleKind::News, 3), (ArticleKind::PressRelease, 4), (ArticleKind::Paper, 6), (ArticleKind::Registry, 6)];

/// Tells kinds apart; built once, shared by every thread.
pub(super) struct Kinds {
    start: Scan,
    end: Scan,
    url: Scan,
    /// By the first word of the line.
    lines: HashMap<&'static str, Vec<Mark>>,
}

#[derive(Clone, Copy)]
struct Mark {
    kind: ArticleKind,
    weight: u32,
    words: &'static str,
    /// The line holds nothing else.
    alone: bool,
}

/// The weights of each kind, in the order of [`ENOUGH`].
type Weights = [u32; ENOUGH.len()];

impl Kinds {
    pub(super) fn bundled() -> Self {
        let of = |place: &str| rows().filter(|row| row.0 == place).map(|row| row.1).collect::<Vec<Mark>>();
        let mut lines: HashMap<&str, Vec<Mark>> = HashMap::new();
        for mark in of("line").into_iter().chain(of("heading")) {
            lines.entry(first_word(mark.words)).or_default().push(mark);
        }
        Self { start: Scan::new(of("start")), end: Scan::new(of("end")), url: Scan::new(of("url")), lines }
    }

    /// The kind that the marks speak for, with twice the weight of any other.
    pub(super) fn of(&self, article: &Article) -> Option<ArticleKind> {
        let text = article.text.as_str();
        let mut weights = Weights::default();
        self.start.weigh(&text[..boundary(text, START_BYTES)], &mut weights);
        self.end.weigh(&text[boundary(text, text.len().saturating_sub(END_BYTES))..], &mut weights);
        self.url.weigh(article.url.as_deref().unwrap_or_default(), &mut weights);
        self.weigh_lines(text, &mut weights);
        let (best, weight) = weights.iter().copied().enumerate().max_by_key(|(_, weight)| *weight)?;
        let rival = weights.iter().enumerate().filter(|(at, _)| *at != best).map(|(_, weight)| *weight).max();
        let (kind, enough) = ENOUGH[best];
        (weight >= enough && weight >= 2 * rival.unwrap_or_default()).then_some(kind)
    }

    /// A mark that stands in several lines counts once.
    fn weigh_lines(&self, text: &str, weights: &mut Weights) {
        let mut seen: Vec<&str> = Vec::new();
        for line in text.lines() {
            let line = line.trim();
            let head = line[..boundary(line, LINE_BYTES)].to_ascii_lowercase();
            let bare = head.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | ' '));
            for start in [head.as_str(), bare] {
                for mark in self.lines.get(first_word(start)).into_iter().flatten() {
                    let here = if mark.alone {
                        bare == mark.words && head.len() < LINE_BYTES
                    } else {
                        start.starts_with(mark.words)
                    };
                    if here && !seen.contains(&mark.words) {
                        seen.push(mark.words);
                        add(mark, weights);
                    }
                }
            }
        }
    }
}

/// Finds marks anywhere in a text.
struct Scan {
    marks: Vec<Mark>,
    words: Option<AhoCorasick>,
}

impl Scan {
    fn new(marks: Vec<Mark>) -> Self {
        let words = AhoCorasick::new(marks.iter().map(|mark| mark.words)).ok();
        Self { marks, words }
    }

    fn weigh(&self, text: &str, weights: &mut Weights) {
        let text = text.to_ascii_lowercase();
        let mut seen = vec![false; self.marks.len()];
        for found in self.words.iter().flat_map(|words| words.find_overlapping_iter(&text)) {
            let at = found.pattern().as_usize();
            if !std::mem::replace(&mut seen[at], true) {
                add(&self.marks[at], weights);
            }
        }
    }
}

fn add(mark: &Mark, weights: &mut Weights) {
    if let Some(at) = ENOUGH.iter().position(|(kind, _)| *kind == mark.kind) {
        weights[at] += mark.weight;
    }
}

/// The last boundary of characters up to `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Place and mark of each row.
fn rows() -> impl Iterator<Item = (&'static str, Mark)> {
    let kind = |name: &str| match name {
        "news" => Some(ArticleKind::News),
        "press_release" => Some(ArticleKind::PressRelease),
        "paper" => Some(ArticleKind::Paper),
        "registry" => Some(ArticleKind::Registry),
        _ => None,
    };
    MARKS.lines().filter(|row| !row.starts_with('#')).skip(1).filter_map(move |row| {
        let [name, place, weight, words] = row.split('\t').collect::<Vec<_>>().try_into().ok()?;
        Some((place, Mark { kind: kind(name)?, weight: weight.parse().ok()?, words, alone: place == "heading" }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<ArticleKind> {
        Kinds::bundled().of(&Article { text: text.into(), ..Article::default() })
    }

    #[test]
    fn every_row_is_a_mark() {
        let rows = MARKS.lines().filter(|row| !row.starts_with('#')).skip(1).count();
        assert_eq!(super::rows().count(), rows);
        for (place, mark) in super::rows() {
            assert!(["start", "end", "line", "heading", "url"].contains(&place), "{place}");
            assert!(mark.words == mark.words.to_lowercase() && mark.words.len() < LINE_BYTES, "{}", mark.words);
        }
    }

    #[test]
    fn kinds_show_themselves() {
        for (text, expected) in [
            ("FOR IMMEDIATE RELEASE\nDrug lifts mood\nThirty adults took it.", Some(ArticleKind::PressRelease)),
            (
                "Drug lifts mood\nThirty adults took it.\nENDS\nNotes to editors:\n1. The paper.",
                Some(ArticleKind::PressRelease),
            ),
            (
                "Drug lifts mood\n\n1. Introduction\nIt is common.\n2. Methods\nWe asked.\n3. Results\nFew.\n\nReferences\n1. Doe",
                Some(ArticleKind::Paper),
            ),
            (
                "A title\nBACKGROUND: It is common.\nMETHODS: We asked.\nRESULTS: Few.\nCONCLUSIONS: None.",
                Some(ArticleKind::Paper),
            ),
            (
                "Study Type: Interventional\nEnrollment: 326\nAllocation: Randomized\nMasking: Double",
                Some(ArticleKind::Registry),
            ),
            ("LONDON (Reuters) - A drug lifts mood, a trial found.", Some(ArticleKind::News)),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn doubt_is_no_kind() {
        for text in [
            "",
            "A drug lifts mood, a trial found. For immediate release is not what it says.",
            "The methods: thirty adults took it. Results: good.",
            "Results\nThe home side won.\nConclusion\nThey go up.",
            "Weekend ends\nThe press release went out on Monday, the sponsor said.",
            "(Reuters) - A drug.\nNotes to editors: none",
            "The registry lists an enrollment: 326 people.",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_tell_too() {
        let article = Article { url: Some("https://www.eurekalert.org/news-releases/12".into()), ..Article::default() };
        assert_eq!(Kinds::bundled().of(&article), Some(ArticleKind::PressRelease));
    }
}
