//! The tables in, their description out: as text, Markdown, JSON or SQL.

use std::io::{self, Write};

use serde::Serialize;

use super::article_tables::{ARTICLES, AUDIT, CLAIMS, MENTIONS};
use super::jsonl::line;
use super::row::{About, Head, Sheet, Sort};
use super::sql;
use super::style::{Ink, Style};
use super::trial_tables::{EVIDENCE, FINDINGS, LINKS, TRIAL_ARTICLES, TRIALS};

/// Every table, those before that others refer to.
pub fn sheets() -> Vec<Sheet> {
    let articles = [ARTICLES.sheet(), CLAIMS.sheet(), MENTIONS.sheet(), AUDIT.sheet()];
    let trials = [TRIALS.sheet(), TRIAL_ARTICLES.sheet(), LINKS.sheet(), FINDINGS.sheet(), EVIDENCE.sheet()];
    articles.into_iter().chain(trials).collect()
}

/// The tables of these names.
pub fn sheets_named(names: &[&str]) -> Vec<Sheet> {
    sheets().into_iter().filter(|sheet| names.contains(&sheet.head.name)).collect()
}

impl Sort {
    /// The word for people.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Integer => "integer",
            Sort::Number => "number",
            Sort::Truth => "boolean",
            Sort::Text => "text",
            Sort::Date => "date",
        }
    }
}

/// For reading in a terminal.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn text(style: Style, to: &mut dyn Write) -> io::Result<()> {
    for Sheet { head, columns } in sheets() {
        writeln!(to, "{}: {}", style.paint(Ink::Heading, head.name), head.meaning)?;
        for about in &columns {
            let unit = if about.kind.unit.is_empty() { String::new() } else { format!(" [{}]", about.kind.unit) };
            let meaning = format!("{}{unit}{}", about.meaning.replace('`', ""), marks(&head, about));
            writeln!(to, "  {:<19} {:<8} {meaning}", about.name, about.kind.sort.name())?;
        }
        writeln!(to)?;
    }
    Ok(())
}

/// What is in the key, refers to another table, or may be null.
fn marks(head: &Head, about: &About) -> String {
    let key = head.key.contains(&about.name).then(|| "key".to_owned());
    let table = head.references.iter().find(|(column, _)| *column == about.name);
    let refers = table.map(|(_, table)| format!("in {table}"));
    let null = about.kind.nullable.then(|| "or null".to_owned());
    let marks: Vec<_> = [key, refers, null].into_iter().flatten().collect();
    if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) }
}

/// The page `docs/schema.md`.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn markdown(to: &mut dyn Write) -> io::Result<()> {
    write!(to, "{PREFACE}")?;
    for Sheet { head, columns } in sheets() {
        writeln!(to, "\n## `{}`\n\n{}. Key: {}.\n", head.name, head.meaning, quoted(head.key))?;
        writeln!(to, "| column | type | unit | null | meaning |\n|---|---|---|---|---|")?;
        for about in &columns {
            let refers = head.references.iter().find(|(column, _)| *column == about.name);
            let refers = refers.map(|(_, table)| format!(" → `{table}`")).unwrap_or_default();
            let null = if about.kind.nullable { "yes" } else { "" };
            let (sort, unit) = (about.kind.sort.name(), about.kind.unit);
            writeln!(to, "| `{}` | {sort} | {unit} | {null} | {}{refers} |", about.name, about.meaning)?;
        }
    }
    writeln!(to, "\n## SQL\n\nWhat `--sqlite` makes; `group` and `end` are words of SQL and need quotation marks.\n")?;
    writeln!(to, "```sql\n{}```", sql::script(&sheets()))
}

const PREFACE: &str = "\
# Tables

<!-- Made by `trialwire schema --format markdown`; a test compares. -->

`check`, `extract`, `link` and `audit` write tables with `--csv DIR`, `--parquet DIR` and `--sqlite FILE`, each of which
has the tables that the command knows. The same tables have the same columns and the same values in every format.

| | CSV | Parquet | SQLite |
|---|---|---|---|
| integer | digits | `INT64` | `INTEGER` |
| number | digits with a point | `DOUBLE` | `REAL` |
| boolean | `true`, `false` | `BOOLEAN` | `INTEGER`, 0 or 1 |
| text | UTF-8 | `BYTE_ARRAY`, logical type `STRING` | `TEXT` |
| date | `2026-11-20` | `INT32`, logical type `DATE` | `TEXT`, `2026-11-20` |
| unknown | nothing | null | `NULL` |

What is unknown is null, never 0 or an empty text.

CSV is UTF-8 without a byte order mark, with commas, quotation marks where they are needed and lines that end in `\\n`
(RFC 4180 but for those). Excel takes such a file for another encoding when it is double-clicked: open it with *Data →
From Text/CSV*. A text that a spreadsheet would calculate (it begins with `=`, `+`, `-` or `@`, blanks before them or not,
or with a tab or a line end, and is no number) has an apostrophe before it; so has a text that begins with apostrophes and
one of these. Strip one apostrophe from such cells to have the text back. Control characters that could command a terminal
are shown as `�`, one for one.
";

fn quoted(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

#[derive(Serialize)]
struct ColumnRow {
    table: &'static str,
    column: &'static str,
    r#type: &'static str,
    unit: Option<&'static str>,
    nullable: bool,
    key: bool,
    references: Option<&'static str>,
    meaning: &'static str,
}

/// One JSON object a column.
pub fn jsonl(to: &mut Vec<u8>) {
    for Sheet { head, columns } in sheets() {
        for about in &columns {
            let row = ColumnRow {
                table: head.name,
                column: about.name,
                r#type: about.kind.sort.name(),
                unit: Some(about.kind.unit).filter(|unit| !unit.is_empty()),
                nullable: about.kind.nullable,
                key: head.key.contains(&about.name),
                references: head.references.iter().find(|(column, _)| *column == about.name).map(|(_, table)| *table),
                meaning: about.meaning,
            };
            line(&row, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_a_head_is_a_column() {
        let all = sheets();
        for Sheet { head, columns } in &all {
            let has = |name: &str| {
                columns.iter().any(|about| about.name == name && (!about.kind.nullable || !head.key.contains(&name)))
            };
            let named =
                head.key.iter().chain(head.indexes).copied().chain(head.references.iter().map(|(column, _)| *column));
            for name in named {
                assert!(has(name), "{} has no column {name}", head.name);
            }
            for (_, table) in head.references {
                let known = all.iter().find(|other| other.head.name == *table).unwrap();
                assert_eq!(known.head.key.len(), 1, "{table} is referred to by one column");
            }
            let mut names: Vec<_> = columns.iter().map(|about| about.name).collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{} repeats a column", head.name);
        }
    }

    #[test]
    fn columns_tell_type_and_meaning() {
        let mut out = Vec::new();
        text(Style::default(), &mut out).unwrap();
        let page = String::from_utf8(out).unwrap();
        assert!(page.contains("claims: One numeric claim of an article\n"), "{page}");
        assert!(
            page.contains("  article             text     The article it stands in (key, in articles)\n"),
            "{page}"
        );
        assert!(
            page.contains("  start               integer  Where the quote begins, from 0 [code points]\n"),
            "{page}"
        );
        let mut rows = Vec::new();
        jsonl(&mut rows);
        assert!(rows.starts_with(
            br#"{"table":"articles","column":"id","type":"text","unit":null,"nullable":false,"key":true,"#
        ));
    }
}
