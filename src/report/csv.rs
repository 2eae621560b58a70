//! Rows in, CSV out: one file a table, and no cell that a spreadsheet would calculate.

use std::borrow::Cow;
use std::io::{self, Write};

use ::csv::{Writer, WriterBuilder};

use super::clean;
use super::row::{Cell, Sheet, Store, Table};
use crate::model::Record;

/// One CSV file a table.
pub struct Tables<W: Write> {
    files: Vec<(&'static str, Writer<W>)>,
}

impl<W: Write> Tables<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn new(files: impl IntoIterator<Item = (Sheet, W)>) -> io::Result<Self> {
        let open = |(sheet, to): (Sheet, W)| {
            let mut file = WriterBuilder::new().from_writer(to);
            file.write_record(sheet.columns.iter().map(|about| about.name))?;
            Ok((sheet.head.name, file))
        };
        Ok(Self { files: files.into_iter().map(open).collect::<io::Result<_>>()? })
    }
}

/// The names of the columns, as a line.
pub fn head(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing into memory does not fail.
    let _ = Tables::new([(sheet.clone(), &mut out)]).and_then(|mut table| table.finish());
    out
}

/// The rows of an article, a line each.
pub fn lines<T>(table: &Table<Record, T>, record: &Record, to: &mut Vec<u8>) {
    let mut rows = Tables { files: vec![(table.head.name, WriterBuilder::new().from_writer(to))] };
    // Writing into memory does not fail.
    let _ = table.write(record, 1, &mut rows).and_then(|()| rows.finish());
}

impl<W: Write> Store for Tables<W> {
    fn takes(&self, table: &str) -> bool {
        self.files.iter().any(|(name, _)| *name == table)
    }

    fn row(&mut self, table: &str, cells: &[Cell<'_>]) -> io::Result<()> {
        let Some((_, file)) = self.files.iter_mut().find(|(name, _)| *name == table) else { return Ok(()) };
        for cell in cells {
            file.write_field(printed(cell).as_bytes())?;
        }
        file.write_record(None::<&[u8]>)?;
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.files.iter_mut().try_for_each(|(_, file)| file.flush())
    }
}

fn printed<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    match cell {
        Cell::Null => Cow::Borrowed(""),
        Cell::Integer(number) => number.to_string().into(),
        Cell::Number(number) => number.to_string().into(),
        Cell::Truth(true) => Cow::Borrowed("true"),
        Cell::Truth(false) => Cow::Borrowed("false"),
        Cell::Text(text) => safe(text),
        Cell::Date(date) => date.to_string().into(),
    }
}

/// A cell that neither a spreadsheet calculates nor a terminal obeys. An apostrophe stands before what looks like a
/// formula (OWASP, "CSV Injection"), and one more before texts that already have apostrophes there, so that the text can
/// be had back; see [`restored`]. Control characters other than tabs and line ends are shown as `�`.
pub fn safe(text: &str) -> Cow<'_, str> {
    let text = clean::lines(text);
    if calculates(&text) { format!("'{text}").into() } else { text }
}

/// The text that [`safe`] was given, but for control characters.
pub fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if calculates(text) => text,
        _ => cell,
    }
}

/// Spreadsheets pass over blanks before a formula. Numbers stay numbers: "-5" is no formula. The wide forms are those
/// that East Asian spreadsheets read alike.
fn calculates(text: &str) -> bool {
    let quoted = text.trim_start_matches('\'');
    let passed = |c: char| c == '\'' || c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    let formula = text.trim_start_matches(passed).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    (formula || quoted.starts_with(['\t', '\r', '\n'])) && !is_number(text.trim_start_matches(' '))
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match digits.split_once('.') {
        Some((whole, fraction)) => plain(whole) && plain(fraction),
        None => plain(digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::schema::sheets_named;

    #[test]
    fn formulas_become_texts_and_all_else_stays() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+44 20 7946", "'+44 20 7946"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\n=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("-5.", "'-5."),
            ("-1e3", "'-1e3"),
            ("", ""),
            ("-5", "-5"),
            ("+0.25", "+0.25"),
            ("−5", "−5"),
            ("'quoted'", "'quoted'"),
            ("'", "'"),
            ("a=1", "a=1"),
            (" =cmd", "' =cmd"),
            (" \t\u{a0}=1", "' \t\u{a0}=1"),
            ("' @SUM(A1)", "'' @SUM(A1)"),
            ("\u{feff}=1", "'\u{feff}=1"),
            (" - a dash", "' - a dash"),
            (" -5", " -5"),
            (" 5 = 5", " 5 = 5"),
            ("30 adults", "30 adults"),
        ] {
            assert_eq!(safe(text), cell, "{text:?}");
            assert_eq!(restored(cell), text, "{cell:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@\\-\t\ra1. \u{a0}]{0,6}") {
            let cell = safe(&text);
            proptest::prop_assert_eq!(restored(&cell), text.as_str());
        }
    }

    #[test]
    fn terminals_are_not_commanded() {
        for (text, cell) in [("30\u{1b}[2J adults", "30�[2J adults"), ("\u{1b}=1", "�=1"), ("a\nb\tc", "a\nb\tc")] {
            assert_eq!(safe(text), cell);
        }
    }

    #[test]
    fn rows_are_quoted_where_they_must_be() {
        let sheets = sheets_named(&["trial_articles"]);
        let mut out = Vec::new();
        let mut tables = Tables::new(sheets.into_iter().zip([&mut out])).unwrap();
        tables.row("trial_articles", &[Cell::text("a, \"b\"\nc"), Cell::text("=t"), Cell::Null]).unwrap();
        tables.row("claims", &[Cell::Null]).unwrap();
        tables.finish().unwrap();
        drop(tables);
        assert_eq!(String::from_utf8(out).unwrap(), "article,trial,copy_of\n\"a, \"\"b\"\"\nc\",'=t,\n");
    }
}
