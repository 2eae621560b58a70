//! The paragraphs of a page in, those of its article out: no labels, promotions, bylines, dates or lists of links.

use std::collections::HashSet;

use super::links::Links;

const FURNITURE: &str = include_str!("../../lexicons/language/furniture.tsv");

/// Longer paragraphs are prose, whatever they begin with.
const FURNITURE_BYTES: usize = 160;

/// So long a paragraph ends the head of an article, where its byline and date stand.
const PROSE_BYTES: usize = 120;

/// The words of furniture by the place where they count.
pub(super) struct Furniture {
    whole: HashSet<&'static str>,
    start: Vec<&'static str>,
    head: Vec<&'static str>,
    date: HashSet<&'static str>,
}

impl Furniture {
    pub(super) fn bundled() -> Self {
        let of = |place: &'static str| {
            let rows = FURNITURE.lines().filter_map(|row| row.split_once('\t'));
            rows.filter(move |row| row.0 == place).map(|row| row.1)
        };
        Self {
            whole: of("whole").collect(),
            start: of("start").collect(),
            head: of("head").collect(),
            date: of("date").collect(),
        }
    }

    /// Drops what stands among the paragraphs of an article and is none of it. Its title stays where it stands.
    pub(super) fn out_of(&self, text: &str, title: Option<&str>, links: &Links) -> String {
        let text = links.without_lists(text, title);
        let mut kept: Vec<&str> = Vec::new();
        let mut in_head = true;
        for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
            in_head &= paragraph.len() < PROSE_BYTES;
            if Some(paragraph) == title || !self.has(paragraph, in_head) {
                kept.push(paragraph);
            }
        }
        kept.join("\n\n")
    }

    fn has(&self, paragraph: &str, in_head: bool) -> bool {
        if paragraph.len() > FURNITURE_BYTES {
            return false;
        }
        let is_sentence = paragraph.ends_with(['.', '?', '!', '”', '"', '’']);
        let paragraph = paragraph.to_lowercase().replace('’', "'");
        let bare = paragraph.trim_matches(|c: char| !c.is_alphanumeric());
        let starts = |rows: &[&str]| rows.iter().any(|words| paragraph.starts_with(words));
        self.whole.contains(bare)
            || starts(&self.start)
            || (in_head && ((!is_sentence && starts(&self.head)) || self.is_date(bare)))
    }

    fn is_date(&self, words: &str) -> bool {
        !words.is_empty() && words.split(|c: char| !c.is_alphanumeric()).all(|word| self.is_part_of_date(word))
    }

    /// "Tuesday", "5th", "march", "10", "gmt", or nothing between two separators.
    fn is_part_of_date(&self, word: &str) -> bool {
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.is_empty() || self.date.contains(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_between_paragraphs_goes() {
        for (paragraph, expected) in [
            ("Most read", true),
            ("RELATED ARTICLES:", true),
            ("READ MORE: 5 ways to beat the blues", true),
            ("Don’t miss: ten foods that heal", true),
            ("Continue reading the main story", true),
            ("More people recovered.", false),
            ("Share prices rose.", false),
            ("Related research has shown the same.", false),
            ("Results", false),
            ("By Jane Poe", false),
            ("5 March 2024", false),
        ] {
            assert_eq!(Furniture::bundled().has(paragraph, false), expected, "{paragraph}");
        }
    }

    #[test]
    fn bylines_and_dates_stand_in_the_head() {
        for (paragraph, expected) in [
            ("By Jane Poe, Health editor", true),
            ("Tuesday, 5th March 2024", true),
            ("2024-03-05 10:00 GMT", true),
            ("Published: 10:00 GMT, 5 March 2024", true),
            ("By 2030 it will cure half of them.", false),
            ("326 adults", false),
            ("March of the pills", false),
            ("Published studies disagree.", false),
        ] {
            assert_eq!(Furniture::bundled().has(paragraph, true), expected, "{paragraph}");
        }
    }

    #[test]
    fn the_title_and_the_article_stay() {
        let prose = "word ".repeat(30);
        let text = format!("By the numbers\n\nBy Jane Poe\n\n{prose}\n\nTrending\n\nBy Jane Poe\n\n{prose}");
        let expected = format!("By the numbers\n\n{prose}\n\nBy Jane Poe\n\n{prose}");
        assert_eq!(Furniture::bundled().out_of(&text, Some("By the numbers"), &Links::default()), expected);
    }
}
