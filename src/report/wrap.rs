//! Words in, lines that fit a width out.

use super::clean::one_line;
use super::style::{Ink, Style};

/// A character, and whether it belongs to a quote.
#[derive(Clone, Copy)]
pub struct Letter {
    pub letter: char,
    pub quoted: bool,
}

/// Words without a quote, safe to show.
pub fn plain(text: &str) -> Vec<Letter> {
    one_line(text).chars().map(|letter| Letter { letter, quoted: false }).collect()
}

/// A line that fits the width.
pub struct Line<'l> {
    pub letters: &'l [Letter],
    pub first: bool,
}

impl Line<'_> {
    pub fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.letter).collect()
    }

    /// With its quotes in the colour of quotes.
    pub fn painted(&self, style: Style) -> String {
        let pieces = self.letters.chunk_by(|a, b| a.quoted == b.quoted);
        let paint = |piece: &[Letter]| {
            let text: String = piece.iter().map(|letter| letter.letter).collect();
            if piece[0].quoted { style.paint(Ink::Quote, &text) } else { text }
        };
        pieces.map(paint).collect()
    }

    /// Carets under the quotes.
    pub fn carets(&self) -> String {
        let mark = |letter: &Letter| if letter.quoted { "^" } else { " " }.repeat(letter_columns(letter.letter));
        self.letters.iter().map(mark).collect::<String>().trim_end().to_owned()
    }
}

/// Breaks at spaces; a word wider than the line is broken where it must.
pub fn wrap(letters: &[Letter], width: usize) -> Vec<Line<'_>> {
    let width = width.max(20);
    let mut lines = Vec::new();
    let (mut start, mut used, mut space) = (0, 0, None);
    let mut at = 0;
    while at < letters.len() {
        used += letter_columns(letters[at].letter);
        if letters[at].letter == ' ' {
            space = Some(at);
        }
        if used > width && at > start {
            let end = space.filter(|&space| space > start).unwrap_or(at);
            lines.push(Line { letters: &letters[start..end], first: start == 0 });
            start = if letters[end].letter == ' ' { end + 1 } else { end };
            (at, used, space) = (start, 0, None);
        } else {
            at += 1;
        }
    }
    if start < letters.len() {
        lines.push(Line { letters: &letters[start..], first: start == 0 });
    }
    lines
}

fn letter_columns(letter: char) -> usize {
    unicode_width::UnicodeWidthChar::width(letter).unwrap_or(0)
}

/// Columns that a terminal takes for the text.
pub fn columns(text: &str) -> usize {
    text.chars().map(letter_columns).sum()
}

/// The text on one line in at most so many columns.
pub fn cut(text: &str, width: usize) -> String {
    let text = one_line(text);
    if columns(&text) <= width {
        return text.into_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if columns(&kept) + letter_columns(letter) + 1 > width {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_or_where_they_must() {
        let lines = |text: &str| wrap(&plain(text), 20).iter().map(Line::text).collect::<Vec<_>>();
        assert_eq!(lines("five words that do not fit"), ["five words that do", "not fit"]);
        assert_eq!(lines(&"x".repeat(45)), ["x".repeat(20), "x".repeat(20), "x".repeat(5)]);
        assert_eq!(lines("治療治療治療治療治療治療"), ["治療治療治療治療治療", "治療"]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn long_values_are_cut() {
        assert_eq!(cut("more than 1000", 18), "more than 1000");
        assert_eq!(cut("more than 1000", 8), "more th…");
        assert_eq!(cut("治療治療", 6), "治療…");
    }
}
