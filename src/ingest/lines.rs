//! A byte stream in, its lines out, none longer than a limit.

use std::io::{self, BufRead};

/// A line without its line end, or the length of one that was too long to keep.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    Whole(Vec<u8>),
    TooLong(usize),
}

/// The next line, or `None` at the end. Of a line over `limit` bytes only the length is kept.
pub(super) fn next_line(from: &mut impl BufRead, limit: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut length = 0;
    loop {
        let ahead = match from.fill_buf() {
            Ok(ahead) => ahead,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if ahead.is_empty() && length == 0 {
            return Ok(None);
        }
        let end = memchr::memchr(b'\n', ahead);
        let piece = &ahead[..end.unwrap_or(ahead.len())];
        length += piece.len();
        if length <= limit {
            line.extend_from_slice(piece);
        } else {
            line = Vec::new();
        }
        let at_end = ahead.is_empty() || end.is_some();
        let used = piece.len() + usize::from(end.is_some());
        from.consume(used);
        if at_end {
            return Ok(Some(if length <= limit { Line::Whole(line) } else { Line::TooLong(length) }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn lines_are_cut_whatever_the_buffer() {
        let text = b"one\n\nlonger than ten bytes\nlast";
        for buffer in 1..8 {
            let mut from = BufReader::with_capacity(buffer, &text[..]);
            let mut lines = Vec::new();
            while let Some(line) = next_line(&mut from, 10).unwrap() {
                lines.push(line);
            }
            let whole = |text: &str| Line::Whole(text.as_bytes().to_vec());
            assert_eq!(lines, [whole("one"), whole(""), Line::TooLong(21), whole("last")]);
        }
    }
}
