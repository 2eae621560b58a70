//! Rows in, a SQLite database out: tables with keys, then indexes and views, the same bytes for the same rows.

use std::io;
use std::path::Path;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter};

use super::row::{Cell, Sheet, Store};
use super::sql;

/// Told by `file` and in the header: "trlw".
const APPLICATION: i32 = 0x7472_6c77;

/// Raised when a column changes its meaning.
const SCHEMA_VERSION: i32 = 1;

/// Written under a temporary name and thrown away when the run fails, so that no journal is needed.
const PRAGMAS: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; \
    PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -16384;";

/// A database that is being written.
pub struct Database {
    connection: Connection,
    sheets: Vec<Sheet>,
    inserts: Vec<String>,
}

impl Database {
    /// Makes the file and its tables; it must not be there yet.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn create(path: &Path, sheets: Vec<Sheet>) -> io::Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(io::Error::other)?;
        let marks = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA_VERSION};");
        let tables: String = sql::tables(&sheets).into_iter().map(|table| format!("{table};\n")).collect();
        connection.execute_batch(&format!("{PRAGMAS}{marks}BEGIN;\n{tables}")).map_err(io::Error::other)?;
        let inserts = sheets.iter().map(sql::insert).collect();
        Ok(Self { connection, sheets, inserts })
    }

    fn at(&self, table: &str) -> Option<usize> {
        self.sheets.iter().position(|sheet| sheet.head.name == table)
    }
}

impl Store for Database {
    fn takes(&self, table: &str) -> bool {
        self.at(table).is_some()
    }

    fn row(&mut self, table: &str, cells: &[Cell<'_>]) -> io::Result<()> {
        let Some(at) = self.at(table) else { return Ok(()) };
        let mut insert = self.connection.prepare_cached(&self.inserts[at]).map_err(io::Error::other)?;
        insert.execute(params_from_iter(cells)).map_err(io::Error::other)?;
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let statements = sql::indexes(&self.sheets).into_iter().chain(sql::views(&self.sheets));
        let statements: String = statements.map(|statement| format!("{statement};\n")).collect();
        self.connection.execute_batch(&format!("{statements}COMMIT; PRAGMA optimize;")).map_err(io::Error::other)
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Number(number) => ToSqlOutput::Owned(Value::Real(*number)),
            Cell::Truth(truth) => ToSqlOutput::Owned(Value::Integer((*truth).into())),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Date(date) => ToSqlOutput::Owned(Value::Text(date.to_string())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::schema::sheets_named;

    #[test]
    fn rows_that_break_a_rule_of_the_table_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file:r.db?mode=memory");
        let mut database = Database::create(&path, sheets_named(&["trial_articles"])).unwrap();
        database.row("trial_articles", &[Cell::text("a"), Cell::text("t"), Cell::Null]).unwrap();
        database.row("claims", &[Cell::Null]).unwrap();
        for cells in [[Cell::text("a"), Cell::text("t"), Cell::Null], [Cell::text("b"), Cell::Null, Cell::Null]] {
            assert!(database.row("trial_articles", &cells).is_err(), "{cells:?}");
        }
        database.finish().unwrap();
        drop(database);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let rows: i64 = connection.query_row("SELECT count(*) FROM trial_articles", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 1);
        assert!(Database::create(&path, sheets_named(&["trial_articles"])).is_err(), "it is there already");
    }
}
