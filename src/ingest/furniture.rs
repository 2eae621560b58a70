//! The paragraphs of a page in, those of its article out: no labels, promotions, bylines, dates or lists of links.

use super::links::Links;

const FURNITURE: &str = include_str!("../../lexicons/language/furniture.tsv");

/// Longer paragraphs are prose, whatever they begin with.
const FURNITURE_BYTES: usize = 160;

/// So long a paragraph ends the head of an article, where its byline and date stand.
const PROSE_BYTES: usize = 120;

/// Drops what stands among the paragraphs of an article and is none of it. Its title stays where it stands.
pub(super) fn without_furniture(text: &str, title: Option<&str>, links: &Links) -> String {
    let text = links.without_lists(text, title);
    let mut kept: Vec<&str> = Vec::new();
    let mut in_head = true;
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        in_head &= paragraph.len() < PROSE_BYTES;
        if Some(paragraph) == title || !is_furniture(paragraph, in_head) {
            kept.push(paragraph);
        }
    }
    kept.join("\n\n")
}

fn is_furniture(paragraph: &str, in_head: bool) -> bool {
    if paragraph.len() > FURNITURE_BYTES {
        return false;
    }
    let is_sentence = paragraph.ends_with(['.', '?', '!', '”', '"', '’']);
    let paragraph = paragraph.to_lowercase().replace('’', "'");
    let bare = paragraph.trim_matches(|c: char| !c.is_alphanumeric());
    let is_date = || !bare.is_empty() && bare.split(|c: char| !c.is_alphanumeric()).all(is_part_of_date);
    let found = rows().any(|(place, words)| match place {
        "whole" => bare == words,
        "start" => paragraph.starts_with(words),
        "head" => in_head && !is_sentence && paragraph.starts_with(words),
        _ => false,
    });
    found || (in_head && is_date())
}

/// "Tuesday", "5th", "march", "10", "gmt", or nothing between two separators.
fn is_part_of_date(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let rest = &word[digits.len()..];
    let known = |word: &str| rows().any(|row| row == ("date", word));
    word.is_empty() || (is_number && (rest.is_empty() || known(rest))) || known(word)
}

/// Place and words.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    FURNITURE.lines().filter_map(|row| row.split_once('\t'))
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
            assert_eq!(is_furniture(paragraph, false), expected, "{paragraph}");
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
            assert_eq!(is_furniture(paragraph, true), expected, "{paragraph}");
        }
    }

    #[test]
    fn the_title_and_the_article_stay() {
        let prose = "word ".repeat(30);
        let text = format!("By the numbers\n\nBy Jane Poe\n\n{prose}\n\nTrending\n\nBy Jane Poe\n\n{prose}");
        let expected = format!("By the numbers\n\n{prose}\n\nBy Jane Poe\n\n{prose}");
        assert_eq!(without_furniture(&text, Some("By the numbers"), &Links::default()), expected);
    }
}
