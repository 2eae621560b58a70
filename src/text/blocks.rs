//! Article text in, its paragraphs out: hard-wrapped and page-like text is joined again, headings stand alone.

use crate::model::Span;

/// A paragraph or heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    /// Number of the paragraph, from 0.
    pub index: usize,
}

/// Lines shorter than this are not evidence of wrapping.
const WRAPPED_LINE_MIN: usize = 30;
/// No printed column is wider than this many bytes.
const WRAPPED_LINE_MAX: usize = 130;
/// Share of the longer lines, in percent, that must run on in the next for the text to count as hard-wrapped.
const WRAPPED_SHARE_PERCENT: usize = 50;

/// The paragraphs of `text` in order. Blank lines are dropped; a hard-wrapped paragraph is one block.
pub fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let spans = if hard_wrapped(text, &lines) { unwrap(text, &lines) } else { lines };
    spans.into_iter().enumerate().map(|(index, span)| Block { span, index }).collect()
}

/// The non-blank lines, trimmed.
fn lines(text: &str) -> Vec<Span> {
    /// Bytes of a paragraph of news, rather few.
    const BYTES_A_LINE: usize = 100;
    let mut at = 0;
    let mut found = Vec::with_capacity(text.len() / BYTES_A_LINE + 4);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let line = text[at..end].trim_start();
        let start = end - line.len();
        let words = line.trim_end().len();
        if words > 0 {
            found.push(Span::new(start, start + words));
        }
        at = end + 1;
    }
    found
}

/// Most longer lines break off inside a sentence and the next goes on in lower case.
fn hard_wrapped(text: &str, lines: &[Span]) -> bool {
    let pairs = lines.windows(2).filter(|pair| (WRAPPED_LINE_MIN..=WRAPPED_LINE_MAX).contains(&pair[0].len()));
    let long = pairs.clone().count();
    let wide = lines.iter().filter(|line| line.len() > WRAPPED_LINE_MAX).count();
    let running_on = || pairs.filter(|pair| runs_on(pair[0].of(text), pair[1].of(text))).count();
    long >= 5 && wide * 4 < long && running_on() * 100 >= WRAPPED_SHARE_PERCENT * long
}

/// The line ends inside a sentence and the next begins like the rest of one.
pub fn runs_on(line: &str, next: &str) -> bool {
    !line.ends_with(['.', '!', '?', ':', '"', '”']) && !next.starts_with(char::is_uppercase)
        || line.ends_with(['-', ',', '('])
}

/// Joins lines that belong together. A paragraph ends at a line that ends a sentence and is clearly shorter than the column.
fn unwrap(text: &str, lines: &[Span]) -> Vec<Span> {
    let column = column_width(lines);
    let mut blocks: Vec<Span> = Vec::new();
    let mut open = false;
    for (i, line) in lines.iter().enumerate() {
        match blocks.last_mut() {
            Some(block) if open => block.end = line.end,
            _ => blocks.push(*line),
        }
        let words = line.of(text);
        open = lines.get(i + 1).is_some_and(|next| {
            let next = next.of(text);
            let short = line.len() * 10 < column * 7;
            let ends = words.ends_with(['.', '!', '?', '”', '"']);
            runs_on(words, next) || !(short && (ends || next.starts_with(char::is_uppercase))) && !heading(words)
        });
    }
    blocks
}

/// The width that three quarters of the lines do not exceed.
fn column_width(lines: &[Span]) -> usize {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.len()).collect();
    widths.sort_unstable();
    widths.get(widths.len() * 3 / 4).copied().unwrap_or(0)
}

/// "II. IMMUNE SYSTEM": no lower-case letter.
fn heading(line: &str) -> bool {
    !line.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        blocks(text).iter().map(|b| b.span.of(text)).collect()
    }

    #[test]
    fn plain_paragraphs_are_lines() {
        let text = "A headline\n\nThe first paragraph says this.\nThe second says that.\n";
        assert_eq!(texts(text), ["A headline", "The first paragraph says this.", "The second says that."]);
    }

    #[test]
    fn wrapped_lines_are_joined_even_across_blank_lines() {
        let line = "the trial was run in three large hospitals and\n\n";
        let text =
            format!("The start of a paragraph that runs over lines and\n\n{}ends here.\n\nA new one.", line.repeat(6));
        assert_eq!(texts(&text).len(), 2, "{:?}", texts(&text));
    }
}
