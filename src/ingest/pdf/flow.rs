//! The lines of all pages in, running heads dropped, words joined across line ends, paragraphs out.

use std::collections::{HashMap, HashSet};

use super::lines::Line;

/// Lines at the top and at the bottom of a page that may be running heads.
const MARGIN_LINES: usize = 3;
/// A head stands on at least this share of the pages, in percent: left and right pages may have their own.
const REPEATS_PERCENT: usize = 40;

/// The text of the pages, paragraphs parted by an empty line.
pub(super) fn text(mut pages: Vec<Vec<Line>>) -> String {
    drop_heads(&mut pages);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut last: Option<Line> = None;
    for line in pages.into_iter().flatten().filter(|line| !line.text.trim().is_empty()) {
        let joined = last.as_ref().is_some_and(|last| goes_on(last, &line));
        match paragraphs.last_mut() {
            Some(paragraph) if joined => join(paragraph, line.text.trim()),
            _ => paragraphs.push(line.text.trim().to_owned()),
        }
        last = Some(line);
    }
    paragraphs.join("\n\n")
}

/// Takes away what repeats in the margins of most pages up to its digits, and bare page numbers.
fn drop_heads(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut heads: Vec<String> = margin(page).into_iter().map(|at| shape(&page[at].text)).collect();
        heads.sort();
        heads.dedup();
        heads.into_iter().for_each(|head| *seen.entry(head).or_default() += 1);
    }
    let count = pages.len();
    for page in pages.iter_mut() {
        let is_head = |at: &&usize| {
            let text = &page[**at].text;
            let repeats = seen.get(&shape(text)).copied().unwrap_or_default();
            repeats > 1 && repeats * 100 >= count * REPEATS_PERCENT || is_page_number(text)
        };
        // Heads stand outermost: what repeats within the text is text.
        let order = by_height(page);
        let top = order.iter().take(MARGIN_LINES).take_while(is_head);
        let bottom = order.iter().rev().take(MARGIN_LINES).take_while(is_head);
        let heads: HashSet<usize> = top.chain(bottom).copied().collect();
        let mut at = 0..;
        page.retain(|_| at.next().is_none_or(|at| !heads.contains(&at)));
    }
}

/// The lines that stand highest and lowest on a page.
fn margin(page: &[Line]) -> Vec<usize> {
    let order = by_height(page);
    order.iter().take(MARGIN_LINES).chain(order.iter().rev().take(MARGIN_LINES)).copied().collect()
}

fn by_height(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|a, b| page[*a].baseline.total_cmp(&page[*b].baseline));
    order
}

/// The line without its digits.
fn shape(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

/// "12", "Page 3 of 9", "- 4 -", "3/9".
fn is_page_number(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let known = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4;
    let named = |word: &str| matches!(word.to_ascii_lowercase().as_str(), "page" | "of" | "p");
    text.len() <= 20
        && words.clone().any(known)
        && words.clone().all(|word| known(word) || named(word))
        && !text.contains(['%', '.'])
}

/// Whether the second line goes on with the paragraph of the first.
fn goes_on(last: &Line, next: &Line) -> bool {
    let same_type = (last.size - next.size).abs() < 0.12 * last.size.max(next.size);
    if !same_type || last.text.contains('\t') || next.text.contains('\t') {
        return false;
    }
    let ends = last.text.trim_end().ends_with(['.', '!', '?', '”', '"', ':']);
    let drop = next.baseline - last.baseline;
    let same_column = last.column_left == next.column_left && drop > 0.0;
    if !same_column {
        // A paragraph goes on in the next column or on the next page when its sentence does.
        return !ends && (next.text.starts_with(char::is_lowercase) || last.text.ends_with('-'));
    }
    let spaced = drop > 1.75 * last.size.max(next.size);
    let indented = next.left - last.left > 0.6 * next.size && next.left - next.column_left < 6.0 * next.size;
    let short = last.column_right - last.right > 0.2 * (last.column_right - last.column_left).max(1.0);
    !(spaced || (indented || short) && (ends || next.text.starts_with(char::is_uppercase)))
}

/// Adds a line to a paragraph. A hyphen at the end of the line was put there by the typesetter, unless a digit or a
/// capital follows or stands before it: IL-6, COVID-19, PHQ-9.
fn join(paragraph: &mut String, line: &str) {
    let next = line.chars().next();
    let Some(word) = paragraph.strip_suffix(['-', '\u{ad}', '\u{2010}']) else {
        paragraph.push(' ');
        paragraph.push_str(line);
        return;
    };
    let before = word.chars().next_back();
    let soft = next.is_some_and(char::is_lowercase) && before.is_some_and(char::is_lowercase);
    let part = word.rsplit(|c: char| c.is_whitespace() || c == '-').next().unwrap_or_default();
    let hyphenated = is_prefix(part);
    if soft && !hyphenated {
        paragraph.truncate(word.len());
    } else if before.is_none_or(char::is_whitespace) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Words that keep their hyphen: "placebo-controlled" and "double-blind" are told from "place-bo" by what stands first.
fn is_prefix(word: &str) -> bool {
    PREFIXES.lines().skip_while(|line| line.starts_with('#')).skip(1).any(|prefix| word.eq_ignore_ascii_case(prefix))
}

const PREFIXES: &str = include_str!("../../../lexicons/language/hyphen_prefixes.tsv");

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, row: usize) -> Line {
        Line {
            text: text.into(),
            left: 50.0,
            right: 290.0,
            baseline: 50.0 + 12.0 * row as f64,
            size: 10.0,
            column_left: 50.0,
            column_right: 300.0,
        }
    }

    fn page(lines: &[&str]) -> Vec<Line> {
        lines.iter().enumerate().map(|(row, text)| line(text, row)).collect()
    }

    #[test]
    fn hyphens_at_line_ends() {
        for (first, second, expected) in [
            ("the treat-", "ment of", "the treatment of"),
            ("levels of IL-", "6 rose", "levels of IL-6 rose"),
            ("a double-", "blind trial", "a double-blind trial"),
            ("a placebo-con-", "trolled trial", "a placebo-controlled trial"),
            ("from 20-", "30 per cent", "from 20-30 per cent"),
            ("the SARS-", "CoV virus", "the SARS-CoV virus"),
            ("it ended -", "and so", "it ended - and so"),
            ("no hyphen", "here", "no hyphen here"),
        ] {
            assert_eq!(text(vec![page(&[first, second])]), expected);
        }
    }

    #[test]
    fn heads_and_page_numbers_go() {
        let body = |n: usize| format!("Sentence {} of the body goes on", ["one", "two", "three", "four"][n]);
        let pages = (0..4).map(|n| {
            let number = format!("{}", n + 1);
            page(&[
                "Avonmere J Med 2024;12",
                &body(n),
                "and ends with 30 adults",
                "in the third row",
                "or fourth.",
                &number,
            ])
        });
        let found = text(pages.collect());
        assert!(!found.contains("Avonmere") && !found.contains('1') && found.contains("Sentence four"), "{found}");
        assert_eq!(found.matches("30 adults").count(), 4, "{found}");
        for (text, number) in
            [("Page 3 of 9", true), ("- 4 -", true), ("54%", false), ("30 adults", false), ("0.05", false)]
        {
            assert_eq!(is_page_number(text), number, "{text}");
        }
    }

    #[test]
    fn paragraphs_end_where_they_look_so() {
        let mut short = page(&["A line that fills the column", "ends early.", "Next paragraph goes on"]);
        short[1].right = 120.0;
        assert_eq!(text(vec![short]), "A line that fills the column ends early.\n\nNext paragraph goes on");
        let mut spaced = page(&["One paragraph", "another one"]);
        spaced[1].baseline += 12.0;
        assert_eq!(text(vec![spaced]), "One paragraph\n\nanother one");
        assert_eq!(text(vec![page(&["over the"]), page(&["page break"])]), "over the page break");
        assert_eq!(text(vec![page(&["It ends."]), page(&["A new page"])]), "It ends.\n\nA new page");
        assert_eq!(text(vec![]), "");
    }
}
