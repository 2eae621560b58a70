//! Byte spans into an article's text, and the same places told in code points and lines for people and other tools.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in an article's text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The text under the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Where a quote stands: code points (the convention of W3C Web Annotation and spaCy), bytes, and the line (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// First code point.
    pub start: usize,
    /// Code point after the last.
    pub end: usize,
    /// The same in bytes.
    pub bytes: Span,
    /// Line of the first character, counted from 1.
    pub line: usize,
}

/// A sentence that holds at least one claim: shared by the claims that stand in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentenceText {
    #[serde(flatten)]
    pub place: Place,
    pub text: Arc<str>,
}

/// Turns byte spans of one text into [`Place`]s in one pass over the text where they are asked for in rising order.
pub struct PlaceFinder<'t> {
    text: &'t str,
    byte: usize,
    code_point: usize,
    line: usize,
}

impl<'t> PlaceFinder<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, code_point: 0, line: 1 }
    }

    /// The place of `span`. Cheapest when each starts near the one before.
    pub fn place(&mut self, span: Span) -> Place {
        let bytes = self.text.as_bytes();
        if span.start < self.byte {
            let back = &bytes[span.start..self.byte];
            self.code_point -= code_points(back);
            self.line -= line_breaks(back);
        } else {
            let skipped = &bytes[self.byte..span.start];
            self.code_point += code_points(skipped);
            self.line += line_breaks(skipped);
        }
        self.byte = span.start;
        let length = code_points(span.of(self.text).as_bytes());
        Place { start: self.code_point, end: self.code_point + length, bytes: span, line: self.line }
    }
}

fn line_breaks(utf8: &[u8]) -> usize {
    count_bytes(utf8, |byte| byte == b'\n')
}

/// Every byte that does not continue a character starts one.
fn code_points(utf8: &[u8]) -> usize {
    count_bytes(utf8, |byte| (byte as i8) >= -0x40)
}

/// Counts in chunks of one length whose counts fit into a byte, which the compiler makes a few steps each.
pub(crate) fn count_bytes(bytes: &[u8], counts: impl Fn(u8) -> bool) -> usize {
    const CHUNK: usize = 64;
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    let count = |bytes: &[u8]| usize::from(bytes.iter().map(|&byte| u8::from(counts(byte))).sum::<u8>());
    chunks.iter().map(|chunk| count(chunk)).sum::<usize>() + count(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points_and_lines() {
        let text = "α β\nγ 30";
        let mut finder = PlaceFinder::new(text);
        let start = text.find("30").unwrap();
        let place = finder.place(Span::new(start, start + 2));
        assert_eq!((place.start, place.end, place.line), (6, 8, 2));
        let first = finder.place(Span::new(0, 2));
        assert_eq!((first.start, first.end, first.line), (0, 1, 1));
        let second = finder.place(Span::new(3, 5));
        assert_eq!((second.start, second.end, second.line), (2, 3, 1));
        assert_eq!(finder.place(Span::new(start, start + 2)), place);
    }
}
