//! A page in, the words of its links out, by which lists of links are told from the paragraphs of an article.

use std::collections::HashMap;

use xxhash_rust::xxh3::Xxh3;

/// So many lines in a row that are nothing but a link are a list of other stories.
const LIST_LINES: usize = 2;

/// A single line that is a link of so many words and no sentence is the title of another story.
const TITLE_WORDS: usize = 5;

/// Longer than any title, in bytes: what goes on is no link to a story.
const LINK_BYTES: usize = 1_000;

/// The words of every link of a page, and whether it is a heading.
#[derive(Default)]
pub(super) struct Links {
    words: HashMap<u64, bool>,
}

impl Links {
    /// Reads a page that was tamed: every `<` begins a tag.
    pub(super) fn of(page: &str) -> Self {
        let mut words = HashMap::new();
        for begin in memchr::memmem::find_iter(page.as_bytes(), "<a ") {
            let link = page.as_bytes()[begin..].get(..LINK_BYTES).unwrap_or(&page.as_bytes()[begin..]);
            let Some(end) = memchr::memmem::find(link, b"</a>") else { continue };
            if let Some(hash) = hash(&page[begin..begin + end]) {
                *words.entry(hash).or_default() |= in_heading(&page.as_bytes()[..begin]);
            }
        }
        Self { words }
    }

    /// The text without lists of links, however they are set, and without links at its ends; its title may be one.
    pub(super) fn without_lists(&self, text: &str, title: Option<&str>) -> String {
        let link = |line: &str| self.words.get(&hash(line)?).filter(|_| Some(line) != title);
        let mut kept: Vec<&str> = Vec::new();
        let mut run = Run::default();
        for line in text.split('\n') {
            let link = link(line);
            if link.is_some() || (line.is_empty() && run.links > 0) {
                run.links += usize::from(link.is_some());
                run.is_title |= link == Some(&false) && is_title(line);
                run.lines.push(line);
            } else {
                std::mem::take(&mut run).end(&mut kept, 1);
                kept.push(line);
            }
        }
        run.end(&mut kept, 0);
        kept.join("\n").trim_end_matches('\n').to_owned()
    }
}

/// Lines that are links, and the empty ones among them.
#[derive(Default)]
struct Run<'t> {
    lines: Vec<&'t str>,
    links: usize,
    /// One of them is the title of a story.
    is_title: bool,
}

impl<'t> Run<'t> {
    /// Keeps a run that is no list, and of one that is, the line that parts paragraphs. Lines follow, or none.
    fn end(self, kept: &mut Vec<&'t str>, behind: usize) {
        let within = behind > 0 && !kept.is_empty();
        if self.links == 0 || (self.links < LIST_LINES && within && !self.is_title) {
            kept.extend(self.lines);
        } else if self.lines.last() == Some(&"") && kept.last().is_some_and(|line| !line.is_empty()) {
            kept.push("");
        }
    }
}

/// Whether the last tag opens a heading.
fn in_heading(before: &[u8]) -> bool {
    let tag = memchr::memrchr(b'<', before).map(|at| &before[at + 1..]);
    matches!(tag, Some([b'h' | b'H', b'1'..=b'6', ..]))
}

fn is_title(line: &str) -> bool {
    line.split_whitespace().count() >= TITLE_WORDS && !line.ends_with(['.', ':', ';', '”', '"'])
}

/// Of letters and digits alone, without tags and escapes; `None` where there are none.
fn hash(words: &str) -> Option<u64> {
    let mut hasher = Xxh3::new();
    let mut letters = 0;
    let mut skip_to = None;
    for c in words.chars() {
        match (skip_to, c) {
            (Some(end), c) if c == end || (end == ';' && !c.is_ascii_alphanumeric() && c != '#') => skip_to = None,
            (Some(_), _) => {}
            (None, '<') => skip_to = Some('>'),
            (None, '&') => skip_to = Some(';'),
            (None, c) if c.is_alphanumeric() => {
                letters += 1;
                hasher.update(&(c as u32).to_le_bytes());
            }
            _ => {}
        }
    }
    (letters > 0).then(|| hasher.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_links_go_and_single_links_stay() {
        let page = "<a href=/1><b>Coffee &amp; stroke</b></a><a href='/2'>Why we sleep</a> <a x>Results</a><h2><a x>Why some of us sleep more</a></h2><a x>What one in five doctors gets wrong</a><a x></a><a x>Why we sleep little</a><a x>never";
        let links = Links::of(page);
        for (text, expected) in [
            ("One.\n\nCoffee & stroke\n\nWhy we sleep\n\nTwo.", "One.\n\nTwo."),
            ("One.\n\nCoffee & stroke\nWhy we sleep", "One."),
            ("Coffee & stroke\n\nWhy we sleep\n\nOne.", "One."),
            ("One.\n\nResults\n\nTwo.", "One.\n\nResults\n\nTwo."),
            ("Results\n\nWhy we sleep little\n\nTwo.", "Why we sleep little\n\nTwo."),
            ("Two.\n\nWhy we sleep", "Two."),
            ("One.\n\nWhat one in five doctors gets wrong\n\nTwo.", "One.\n\nTwo."),
            ("One.\n\nWhy some of us sleep more\n\nTwo.", "One.\n\nWhy some of us sleep more\n\nTwo."),
            ("One.\n\n\nTwo.", "One.\n\n\nTwo."),
            ("", ""),
        ] {
            assert_eq!(links.without_lists(text, Some("Why we sleep little")), expected, "{text:?}");
        }
    }

    #[test]
    fn escapes_and_tags_are_no_words() {
        let same = |a: &str, b: &str| assert_eq!(hash(a), hash(b), "{a} {b}");
        same("<a href='x'>Caf&eacute; &#8217;s", "Caf s");
        same("A &amp; B", "A & B");
        same("A & B", "AB");
        assert_eq!(hash("<b> &amp; </b>"), None);
        assert_ne!(hash("Results"), hash("Result"));
    }
}
