//! The text of a lexicon file in, its rows and the problems with its form out.

use std::ops::Range;

use super::problem::Problem;
use crate::text::bytes::{HIGH_BITS, ONES, raw_eight};

pub(super) const ENTRY_COLUMNS: [&str; 9] =
    ["id", "canonical", "kind", "xrefs", "parents", "attrs", "source", "as_of", "note"];
pub(super) const SURFACE_COLUMNS: [&str; 7] =
    ["surface", "entry_id", "type", "case", "ambiguity", "cue_for", "cue_against"];
pub(super) const REJECTED_COLUMNS: [&str; 3] = ["surface", "category", "reason"];

/// One data line of a file.
pub(super) struct Row<'t, const N: usize> {
    /// From 1.
    pub line: usize,
    pub raw: &'t str,
    /// The first cells.
    pub fields: [&'t str; N],
    /// The other cells, each behind a tab.
    pub rest: &'t str,
    /// Whether `rest` is that of the row before, as often where the cells hold few words.
    pub repeats: bool,
}

/// The rows of a file whose columns are `columns`; lines of another form are reported and left out.
pub(super) fn rows<'t, const N: usize>(
    file: &str,
    text: &'t str,
    columns: &[&str; N],
    problems: &mut Vec<Problem>,
) -> Vec<Row<'t, N>> {
    let mut rows = Vec::new();
    each_row(file, text, columns, problems, |row, _| rows.push(row));
    rows
}

/// Calls `each` with every row of a file, its first `N` cells told apart; it may add problems of its own.
pub(super) fn each_row<'t, const N: usize>(
    file: &str,
    text: &'t str,
    columns: &[&str],
    problems: &mut Vec<Problem>,
    mut each: impl FnMut(Row<'t, N>, &mut Vec<Problem>),
) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = lines(text).enumerate();
    let header = lines.by_ref().map(|(index, line)| (index, &text[line])).find(|(_, line)| !line.starts_with('#'));
    if let Some((index, header)) = header.filter(|(_, header)| !header.split('\t').eq(columns.iter().copied())) {
        let fix = format!("name the columns {}", columns.join(", "));
        problems.push(Problem::new(file, index + 1, format!("unknown columns \"{header}\""), fix));
        return;
    }
    let (mut last, mut others) = ("", 0);
    for (index, line) in lines {
        let raw = &text[line.clone()];
        if raw.is_empty() || raw.starts_with('#') {
            continue;
        }
        let (fields, found, rest) = cells(text, line);
        let repeats = rest == last;
        if !repeats {
            (last, others) = (rest, memchr::memchr_iter(b'\t', rest.as_bytes()).count());
        }
        if found + others == columns.len() && !fields[0].is_empty() {
            each(Row { line: index + 1, raw, fields, rest, repeats }, problems);
        } else {
            let first = if fields[0].is_empty() { "empty" } else { "filled" };
            let message = format!("{} columns, the first {first}", found + others);
            let fix = format!("write {} columns parted by tabs", columns.len());
            problems.push(Problem::new(file, index + 1, message, fix));
            // The next row repeats none that was left out.
            (last, others) = ("", 0);
        }
    }
}

/// Where the lines of a text stand, without their ends.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let ends = memchr::memchr_iter(b'\n', bytes).chain((!text.ends_with('\n')).then_some(text.len()));
    let mut start = 0;
    ends.map(move |end| {
        let has_return = end > start && bytes[end - 1] == b'\r';
        let line = start..end - usize::from(has_return);
        start = end + 1;
        line
    })
}

/// The first `N` cells of a line, how many it has of them, and what stands behind.
pub(super) fn cells<const N: usize>(text: &str, line: Range<usize>) -> ([&str; N], usize, &str) {
    let mut cells = [""; N];
    let mut start = line.start;
    for (index, cell) in cells.iter_mut().enumerate() {
        let end = tab(text.as_bytes(), start, line.end);
        *cell = &text[start..end];
        if end == line.end {
            return (cells, index + 1, "");
        }
        start = end + 1;
    }
    (cells, N, &text[start - 1..line.end])
}

/// The first tab in `start..end`, else `end`. Cells are so short that a call of `memchr` for each would cost more.
#[inline]
fn tab(text: &[u8], start: usize, end: usize) -> usize {
    const TABS: u64 = ONES * b'\t' as u64;
    let mut at = start;
    while at < end {
        let others = raw_eight(text, at) ^ TABS;
        let tabs = others.wrapping_sub(ONES) & !others & HIGH_BITS;
        if tabs != 0 {
            return end.min(at + tabs.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_another_form_are_all_reported() {
        let mut problems = Vec::new();
        let text = "# source\nsurface\tcategory\treason\nCAT\tscale\tan animal\nBliss\tdrug\nx\ty\tz\n";
        let found = rows("rejected.tsv", text, &REJECTED_COLUMNS, &mut problems);
        assert_eq!(found.iter().map(|row| (row.line, row.fields[0])).collect::<Vec<_>>(), [(3, "CAT"), (5, "x")]);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].line, 4);
        rows("x.tsv", "a\tb\n", &REJECTED_COLUMNS, &mut problems);
        assert_eq!(problems.len(), 2);
    }
}
