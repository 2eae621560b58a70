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
/// Longest label in capitals.
const LABEL_BYTES: usize = 32;
/// What stands in a text so many times stands there often.
const OFTEN: usize = 5;

/// The kinds with the weight that shows each: a paper or record has many marks, and taking a text for one makes it the
/// source that others are held against.
const ENOUGH: [(ArticleKind, u32); 4] =
    [(ArticleKind::News, 3), (ArticleKind::PressRelease, 4), (ArticleKind::Paper, 6), (ArticleKind::Registry, 6)];

/// Tells kinds apart; built once, shared by every thread.
pub(super) struct Kinds {
    start: Scan,
    end: Scan,
    url: Scan,
    often: Scan,
    /// By the first word of the line.
    lines: HashMap<&'static str, Vec<Mark>>,
    labels: HashMap<&'static str, Mark>,
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
        let labels = of("label").into_iter().map(|mark| (mark.words.trim_end_matches(':'), mark)).collect();
        let [start, end, url, often] = ["start", "end", "url", "often"].map(|place| Scan::new(of(place)));
        Self { start, end, url, often, lines, labels }
    }

    /// The kind that the marks speak for, with twice the weight of any other.
    pub(super) fn of(&self, article: &Article) -> Option<ArticleKind> {
        let text = article.text.as_str();
        let mut weights = Weights::default();
        let once = |text: &str| text.to_ascii_lowercase();
        self.start.weigh(&once(&text[..boundary(text, START_BYTES)]), 1, &mut weights);
        self.end.weigh(&once(&text[boundary(text, text.len().saturating_sub(END_BYTES))..]), 1, &mut weights);
        self.url.weigh(&once(article.url.as_deref().unwrap_or_default()), 1, &mut weights);
        let mut seen = Vec::new();
        self.weigh_lines(text, &mut seen, &mut weights);
        self.weigh_labels(text, &mut seen, &mut weights);
        if self.often.marks.iter().any(|mark| weights[mark.place()] > 0) {
            self.often.weigh(&without_digits(text), OFTEN, &mut weights);
        }
        let (best, weight) = weights.iter().copied().enumerate().max_by_key(|(_, weight)| *weight)?;
        let rival = weights.iter().enumerate().filter(|(at, _)| *at != best).map(|(_, weight)| *weight).max();
        let (kind, enough) = ENOUGH[best];
        (weight >= enough && weight >= 2 * rival.unwrap_or_default()).then_some(kind)
    }

    /// A mark that stands in several lines counts once.
    fn weigh_lines(&self, text: &str, seen: &mut Vec<&'static str>, weights: &mut Weights) {
        for line in text.lines() {
            let line = line.trim();
            let head = without_digits(&line[..boundary(line, LINE_BYTES)]);
            let bare = head.trim_matches(|c: char| matches!(c, '0' | '.' | ':' | ' ' | '#' | '*' | '|'));
            for start in [head.as_str(), bare] {
                for mark in self.lines.get(first_word(start)).into_iter().flatten() {
                    let here = if mark.alone {
                        start == mark.words && head.len() < LINE_BYTES
                    } else {
                        start.starts_with(mark.words)
                    };
                    if here {
                        add_once(mark, seen, weights);
                    }
                }
            }
        }
    }

    /// "METHODS: We asked" wherever it stands.
    fn weigh_labels(&self, text: &str, seen: &mut Vec<&'static str>, weights: &mut Weights) {
        for colon in memchr::memchr_iter(b':', text.as_bytes()) {
            let before = &text[boundary(text, colon.saturating_sub(LABEL_BYTES))..colon];
            let in_label = |c: char| c.is_ascii_uppercase() || matches!(c, ' ' | '/');
            let label = before.rsplit(|c| !in_label(c)).next().unwrap_or_default().trim().to_ascii_lowercase();
            if let Some(mark) = self.labels.get(label.as_str()) {
                add_once(mark, seen, weights);
            }
        }
    }
}

impl Mark {
    /// Where its kind stands in [`ENOUGH`].
    fn place(&self) -> usize {
        ENOUGH.iter().position(|(kind, _)| *kind == self.kind).unwrap_or_default()
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

    /// Adds each mark that stands in the text, which is in lower case, so many times.
    fn weigh(&self, text: &str, times: usize, weights: &mut Weights) {
        let mut seen = vec![0; self.marks.len()];
        for found in self.words.iter().flat_map(|words| words.find_overlapping_iter(text)) {
            let at = found.pattern().as_usize();
            seen[at] += 1;
            if seen[at] == times {
                add(&self.marks[at], weights);
            }
        }
    }
}

fn add(mark: &Mark, weights: &mut Weights) {
    weights[mark.place()] += mark.weight;
}

fn add_once(mark: &Mark, seen: &mut Vec<&'static str>, weights: &mut Weights) {
    if !seen.contains(&mark.words) {
        seen.push(mark.words);
        add(mark, weights);
    }
}

/// In lower case, with every digit as 0.
fn without_digits(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() }).collect()
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
            assert!(["start", "end", "line", "heading", "label", "often", "url"].contains(&place), "{place}");
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
            (
                "A title. BACKGROUND: It is common. METHODS: We asked. RESULTS: Few. CONCLUSIONS: None.",
                Some(ArticleKind::Paper),
            ),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    /// A paper as it is pasted or comes out of a page: other words for its parts, and what stands in it often.
    #[test]
    fn papers_show_their_structure() {
        let prose =
            "We enrolled adults with depression at nine clinics and followed them for twelve weeks.\n\n".repeat(80);
        let vancouver = (1..9).map(|n| format!("{n}. Doe J. Mood. Avonmere J Med. 201{n};12(3):45-{n}.\n"));
        let vancouver = vancouver.collect::<String>();
        let harvard = "This was so (Doe et al., 2014), as found before (Roe et al., 2009). ".repeat(6);
        for text in [
            format!(
                "# A trial\n\n## Background\n{prose}\n## Methods\n{prose}\n## Results\n{prose}\n## References\n{harvard}"
            ),
            format!(
                "A trial\n\nSummary\n{prose}\nIntroduction\n{harvard}\nMethods\n{prose}\nFindings\n{prose}\nBibliography\nDoe"
            ),
            format!("A trial\n{prose}\nOnline methods\n{prose}\nReferences\n{vancouver}\nAuthor contributions\nJD."),
            format!(
                "J Med 2020;1:2\nPublished: 2020. All rights reserved\nReceived 3 March 2020\nKeywords: mood\n{prose}\nMETHODS\n{vancouver}"
            ),
        ] {
            assert_eq!(kind(&text), Some(ArticleKind::Paper), "{}", &text[..40]);
        }
        for text in [
            format!("A trial\nThe background\n{prose}\nReferences\n{vancouver}"),
            format!("Drug lifts mood\n{harvard}\n{prose}\nFindings\nIt helped.\nLimitations\nFew took part."),
            format!(
                "Drug lifts mood\n{prose}\nMethods: they asked. Results: few. Conclusions: none. NOTE: METHODS are old."
            ),
        ] {
            assert_eq!(kind(&text), None, "{}", &text[..40]);
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
