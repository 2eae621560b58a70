//! A table (CSV, TSV, or with semicolons) in, its rows out as JSON objects with the header's names.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use serde_json::{Map, Value};

use super::charset;
use super::sniff::HEAD_BYTES;
use super::stream::Stream;

/// Columns that a table may have; cells beyond belong to no column.
const MOST_COLUMNS: usize = 4096;

/// A header of fewer columns is a line of text.
const FEWEST_COLUMNS: usize = 2;

/// Longest name of a column, in bytes; a longer cell is a sentence.
const NAME_BYTES: usize = 48;

/// What separates cells, in the order in which they are tried.
const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// The cells of one row, or what is there instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row {
    Cells(Vec<String>),
    /// Length of a row that was too long to keep.
    TooLong(usize),
}

/// Cuts a stream into rows.
pub(super) struct Rows {
    reader: Box<Reader>,
    /// Line of the row that was read last, from 1.
    pub(super) line: usize,
    ends: Vec<usize>,
}

impl Rows {
    pub(super) fn new(delimiter: u8) -> Self {
        let reader = Box::new(ReaderBuilder::new().delimiter(delimiter).build());
        Self { reader, line: 1, ends: vec![0; MOST_COLUMNS] }
    }

    /// The next row, or `None` at the end or where the stream failed.
    pub(super) fn next(&mut self, from: &mut Stream, limit: usize) -> Option<Row> {
        skip_line_ends(from, &mut self.reader);
        self.line = usize::try_from(self.reader.line()).unwrap_or(usize::MAX);
        let (mut cells, mut length, mut columns) = (Vec::new(), 0, 0);
        let mut out = [0; 4096];
        let mut spare = [0; 64];
        loop {
            if from.ahead(1).is_empty() && from.failure().is_some() {
                return None;
            }
            let ahead = from.ahead(1);
            let ends = if columns < MOST_COLUMNS { &mut self.ends[columns..] } else { &mut spare[..] };
            let (result, used, written, ended) = self.reader.read_record(ahead, &mut out, ends);
            from.pass(used);
            length += written;
            columns += ended;
            if length <= limit {
                cells.extend_from_slice(&out[..written]);
            } else {
                cells = Vec::new();
            }
            match result {
                ReadRecordResult::End => return None,
                ReadRecordResult::Record if length > limit => return Some(Row::TooLong(length)),
                ReadRecordResult::Record => {
                    return Some(Row::Cells(split(&cells, &self.ends[..columns.min(MOST_COLUMNS)])));
                }
                _ => {}
            }
        }
    }
}

/// Empty lines are no rows, but they count.
fn skip_line_ends(from: &mut Stream, reader: &mut Reader) {
    while let Some(b'\n' | b'\r') = from.ahead(1).first() {
        let newline = from.ahead(1).first() == Some(&b'\n');
        reader.set_line(reader.line() + u64::from(newline));
        from.pass(1);
    }
}

fn split(cells: &[u8], ends: &[usize]) -> Vec<String> {
    let mut start = 0;
    let cell = |&end: &usize| {
        let cell = cells.get(start..end).unwrap_or_default();
        start = end;
        charset::decode_cell(cell)
    };
    ends.iter().map(cell).collect()
}

/// A row as a JSON object; what is empty is null.
pub(super) fn object(header: &[String], cells: Vec<String>) -> Vec<u8> {
    let value = |cell: String| if cell.trim().is_empty() { Value::Null } else { Value::String(cell) };
    let object: Map<String, Value> = header.iter().cloned().zip(cells.into_iter().map(value)).collect();
    Value::Object(object).to_string().into_bytes()
}

/// The delimiter of what begins like a table: a header of names, and as many cells in the next row.
pub(super) fn delimiter(head: &[u8]) -> Option<u8> {
    DELIMITERS.into_iter().find(|&delimiter| is_table(head, delimiter))
}

fn is_table(head: &[u8], delimiter: u8) -> bool {
    let mut from = Stream::of_slice(head);
    let mut rows = Rows::new(delimiter);
    let Some(Row::Cells(header)) = rows.next(&mut from, head.len()) else { return false };
    let mut names: Vec<&str> = header.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
    let named = names.len() >= FEWEST_COLUMNS && names.iter().all(|name| is_name(name));
    names.sort_unstable();
    let distinct = names.windows(2).all(|pair| pair[0] != pair[1]);
    let fits = match rows.next(&mut from, head.len()) {
        // A row that goes on beyond the head has fewer cells in it.
        Some(Row::Cells(cells)) => cells.len() == header.len() || head.len() >= HEAD_BYTES,
        _ => names.iter().any(|name| matches!(*name, "text" | "html")),
    };
    named && distinct && fits
}

/// A name, not a part of a sentence: "Body Text", "published_at"; not " and mood".
fn is_name(cell: &str) -> bool {
    let letters = |c: char| c.is_alphanumeric() || "_-. /:()#".contains(c);
    cell.len() <= NAME_BYTES && cell.starts_with(|c: char| c.is_alphabetic() || c == '_') && cell.chars().all(letters)
}

#[cfg(test)]
mod tests {
    use super::super::stream::stream;
    use super::*;

    fn rows(table: &[u8], delimiter: u8) -> Vec<(usize, Row)> {
        let (mut from, mut rows) = (stream(table), Rows::new(delimiter));
        std::iter::from_fn(|| rows.next(&mut from, 20).map(|row| (rows.line, row))).collect()
    }

    fn cells(cells: &[&str]) -> Row {
        Row::Cells(cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn rows_are_cut_with_their_lines() {
        let table =
            b"\xef\xbb\xbfid,text\r\na,\"one, \"\"two\"\"\nthree\"\r\n\r\nb,a cell that is too long to keep\nc,caf\xe9";
        let expected = [
            (1, cells(&["id", "text"])),
            (2, cells(&["a", "one, \"two\"\nthree"])),
            (5, Row::TooLong(32)),
            (6, cells(&["c", "café"])),
        ];
        assert_eq!(rows(table, b','), expected);
        assert_eq!(rows(b"a\tb\n1\t2", b'\t'), [(1, cells(&["a", "b"])), (2, cells(&["1", "2"]))]);
        assert_eq!(rows(b"a,\"never closed\nb", b','), [(1, cells(&["a", "never closed\nb"]))]);
        assert_eq!(rows(b"", b','), []);
    }

    #[test]
    fn a_row_becomes_an_object() {
        let header = ["id".to_owned(), "text".to_owned()];
        assert_eq!(object(&header, vec!["a".into(), " ".into()]), br#"{"id":"a","text":null}"#);
    }

    #[test]
    fn tables_are_told_from_prose() {
        let tables: [(&str, u8); 5] = [
            ("id,text\n1,a", b','),
            ("id,text\n", b','),
            ("title\tbody\turl\nA\t\"B\nC\"\tD\n", b'\t'),
            ("Titel;Text\nA;B, C", b';'),
            ("id,Body Text\n1,\"a row that ends beyond", b','),
        ];
        for (head, expected) in tables {
            assert_eq!(delimiter(head.as_bytes()), Some(expected), "{head}");
        }
        let prose = [
            "Sleep, mood and memory\n\nA trial of 30 adults.",
            "Drug lifts mood\n\nIt helped, they said.",
            "Stress,anxiety,sleep: what helps?\nA text",
            "A drug,a pill\nThirty people took it.",
            "id,id\n1,2",
            "30,40\n50,60",
            "Sleep,mood",
            "",
        ];
        for head in prose {
            assert_eq!(delimiter(head.as_bytes()), None, "{head}");
        }
    }
}
