//! A paragraph in, whether it is page furniture out: polls, links to other articles, newsletter boxes.

use aho_corasick::{AhoCorasick, MatchKind};

const PHRASES: &str = include_str!("../../lexicons/language/page_junk.tsv");

/// A paragraph longer than this many bytes is prose that happens to use such a phrase.
const LONGEST: usize = 240;

/// Knows the phrases that only page furniture uses.
pub struct PageJunk {
    phrases: Option<AhoCorasick>,
}

impl PageJunk {
    pub fn bundled() -> Self {
        let phrases = PHRASES.lines().filter(|line| !line.starts_with('#')).skip(1);
        // Of this kind and in one case, they are looked for many bytes at a time.
        Self { phrases: AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(phrases).ok() }
    }

    pub fn is_in(&self, paragraph: &str) -> bool {
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..paragraph.len()) else { return false };
        lower.copy_from_slice(paragraph.as_bytes());
        lower.make_ascii_lowercase();
        self.phrases.as_ref().is_some_and(|phrases| phrases.is_match(&*lower))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_from_prose() {
        let junk = PageJunk::bundled();
        for paragraph in [
            "HOW DO YOU FEEL? 57 voted. Yes 81% No 19%",
            "READ MORE: 5 foods that fight fatigue",
            "Was this article useful? 31 of 44 readers said yes.",
        ] {
            assert!(junk.is_in(paragraph), "{paragraph}");
        }
        for paragraph in [
            "The panel voted on Monday.",
            "You can read more about the 30 patients in the paper.",
            "A newsletter went to 3,000 nurses.",
        ] {
            assert!(!junk.is_in(paragraph), "{paragraph}");
        }
    }
}
