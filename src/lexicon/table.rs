//! The text of a lexicon file in, its rows and the problems with its form out.

use super::problem::Problem;

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
    pub fields: [&'t str; N],
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

/// Calls `each` with every row of a file; it may add problems of its own.
pub(super) fn each_row<'t, const N: usize>(
    file: &str,
    text: &'t str,
    columns: &[&str; N],
    problems: &mut Vec<Problem>,
    mut each: impl FnMut(Row<'t, N>, &mut Vec<Problem>),
) {
    let mut lines = lines(text.strip_prefix('\u{feff}').unwrap_or(text)).enumerate();
    let header = lines.by_ref().find(|(_, line)| !line.starts_with('#'));
    if let Some((index, header)) = header.filter(|(_, header)| !header.split('\t').eq(columns.iter().copied())) {
        let fix = format!("name the columns {}", columns.join(", "));
        problems.push(Problem::new(file, index + 1, format!("unknown columns \"{header}\""), fix));
        return;
    }
    for (index, raw) in lines {
        if raw.is_empty() || raw.starts_with('#') {
            continue;
        }
        let (fields, count) = fields(raw);
        if count == N && !fields[0].is_empty() {
            each(Row { line: index + 1, raw, fields }, problems);
        } else {
            let message =
                format!("{count} columns, the first {}", if fields[0].is_empty() { "empty" } else { "filled" });
            problems.push(Problem::new(file, index + 1, message, format!("write {N} columns parted by tabs")));
        }
    }
}

/// The lines of a text without their ends.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain((!text.ends_with('\n')).then_some(text.len()));
    let mut start = 0;
    ends.map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line.strip_suffix('\r').unwrap_or(line)
    })
}

/// The first `N` tab-parted fields of a line, and how many it has.
fn fields<const N: usize>(raw: &str) -> ([&str; N], usize) {
    let mut fields = [""; N];
    let (mut count, mut start) = (0, 0);
    for at in memchr::memchr_iter(b'\t', raw.as_bytes()).chain([raw.len()]) {
        if let (Some(slot), Some(field)) = (fields.get_mut(count), raw.get(start..at)) {
            *slot = field;
        }
        count += 1;
        start = at + 1;
    }
    (fields, count)
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
