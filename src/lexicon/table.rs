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
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate();
    let mut rows = Vec::with_capacity(text.len() / 64);
    let header = lines.by_ref().find(|(_, line)| !line.starts_with('#'));
    if let Some((index, header)) = header.filter(|(_, header)| !header.split('\t').eq(columns.iter().copied())) {
        let fix = format!("name the columns {}", columns.join(", "));
        problems.push(Problem::new(file, index + 1, format!("unknown columns \"{header}\""), fix));
        return rows;
    }
    for (index, raw) in lines {
        if raw.is_empty() || raw.starts_with('#') {
            continue;
        }
        let (fields, count) = fields(raw);
        if count == N && !fields[0].is_empty() {
            rows.push(Row { line: index + 1, raw, fields });
        } else {
            let message =
                format!("{count} columns, the first {}", if fields[0].is_empty() { "empty" } else { "filled" });
            problems.push(Problem::new(file, index + 1, message, format!("write {N} columns parted by tabs")));
        }
    }
    rows
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
