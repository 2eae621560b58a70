//! The tables in, the SQL out that makes them.

use super::row::{About, Head, Sheet, Sort};

/// All statements that make the database, tables first.
pub fn script(sheets: &[Sheet]) -> String {
    let statements = tables(sheets).into_iter().chain(indexes(sheets)).chain(views(sheets));
    statements.map(|statement| format!("{statement};\n")).collect()
}

/// One statement a table.
pub fn tables(sheets: &[Sheet]) -> Vec<String> {
    sheets.iter().map(|sheet| table(sheet, sheets)).collect()
}

fn table(Sheet { head, columns }: &Sheet, all: &[Sheet]) -> String {
    let mut parts: Vec<String> = columns.iter().map(|about| column(about, head)).collect();
    if head.key.len() > 1 {
        parts.push(format!("PRIMARY KEY ({})", names(head.key)));
    }
    for (column, table) in head.references {
        if let Some(other) = all.iter().find(|other| other.head.name == *table) {
            let key = names(other.head.key);
            parts.push(format!("FOREIGN KEY ({}) REFERENCES {} ({key})", name(column), name(table)));
        }
    }
    format!("CREATE TABLE {} (\n  {}\n)", name(head.name), parts.join(",\n  "))
}

fn column(about: &About, head: &Head) -> String {
    let sort = match about.kind.sort {
        Sort::Integer | Sort::Truth => "INTEGER",
        Sort::Number => "REAL",
        Sort::Text | Sort::Date => "TEXT",
    };
    let key = if head.key == [about.name] { " PRIMARY KEY" } else { "" };
    let null = if about.kind.nullable { "" } else { " NOT NULL" };
    let check = match about.kind.sort {
        Sort::Truth => format!(" CHECK ({} IN (0, 1))", name(about.name)),
        _ => String::new(),
    };
    format!("{} {sort}{key}{null}{check}", name(about.name))
}

/// One statement an index; made after the rows, which is faster.
pub fn indexes(sheets: &[Sheet]) -> Vec<String> {
    let of = |sheet: &Sheet| {
        let table = sheet.head.name;
        let index = move |column: &&'static str| {
            format!("CREATE INDEX {} ON {} ({})", name(&format!("{table}_{column}")), name(table), name(column))
        };
        sheet.head.indexes.iter().map(index).collect::<Vec<_>>()
    };
    sheets.iter().flat_map(of).collect()
}

/// What is asked most, put together: a view is made where all its tables are.
const VIEWS: [(&str, &[&str], &str); 3] = [
    (
        "claims_in_articles",
        &["articles", "claims"],
        "SELECT a.outlet, a.published, a.kind AS article_kind, a.title, c.* FROM claims c JOIN articles a ON a.id = c.article",
    ),
    (
        "findings_with_evidence",
        &["articles", "findings", "evidence"],
        "SELECT f.id AS finding, f.rule, f.name, f.severity, f.trial, f.message, e.side, e.value, coalesce(a.outlet, a.id) AS said_by, \
         a.kind AS article_kind, e.quote, e.sentence, e.article, e.line, f.reason \
         FROM findings f JOIN evidence e ON e.finding = f.id JOIN articles a ON a.id = e.article",
    ),
    (
        "reporting_quality",
        &["articles", "audit"],
        "SELECT q.article, a.outlet, a.kind AS article_kind, count(*) AS items, sum(q.state <> 'absent') AS told, \
         group_concat(CASE q.state WHEN 'absent' THEN q.item END, ', ') AS absent \
         FROM audit q JOIN articles a ON a.id = q.article WHERE q.state <> 'not_applicable' GROUP BY q.article",
    ),
];

pub fn views(sheets: &[Sheet]) -> Vec<String> {
    let there = |tables: &[&str]| tables.iter().all(|table| sheets.iter().any(|sheet| sheet.head.name == *table));
    let view = |(view, _, query): (&str, _, &str)| format!("CREATE VIEW {} AS\n  {query}", name(view));
    VIEWS.into_iter().filter(|(_, tables, _)| there(tables)).map(view).collect()
}

/// Puts a row in, its values numbered.
pub fn insert(Sheet { head, columns }: &Sheet) -> String {
    let values: Vec<_> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    format!("INSERT INTO {} VALUES ({})", name(head.name), values.join(", "))
}

fn names(columns: &[&str]) -> String {
    let quoted: Vec<_> = columns.iter().map(|column| name(column)).collect();
    quoted.join(", ")
}

/// Words of SQL may be names: `"group"`, `"end"`.
fn name(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::schema::sheets_named;

    #[test]
    fn tables_have_their_keys() {
        let sql = script(&sheets_named(&["trials", "findings", "evidence"]));
        assert!(sql.contains("CREATE TABLE \"findings\" (\n  \"id\" INTEGER PRIMARY KEY NOT NULL,\n"), "{sql}");
        assert!(sql.contains("FOREIGN KEY (\"finding\") REFERENCES \"findings\" (\"id\")"), "{sql}");
        assert!(!sql.contains("REFERENCES \"articles\""), "a table that is not there: {sql}");
        assert!(sql.contains("CREATE INDEX \"findings_rule\" ON \"findings\" (\"rule\");\n"), "{sql}");
        assert!(!sql.contains("CREATE VIEW"), "{sql}");
    }
}
