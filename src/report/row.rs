//! Records, groups and findings in, rows of cells out: each table binds its columns to the data once, for every format.

use std::borrow::Cow;
use std::io;

use super::date::Date;

/// One value of a table; the same in every format.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    Null,
    Integer(i64),
    Number(f64),
    Truth(bool),
    Text(Cow<'r, str>),
    Date(Date),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Integer,
    Number,
    Truth,
    Text,
    Date,
}

/// What a column holds, in which unit, and whether some rows have nothing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    pub sort: Sort,
    /// Of numbers; empty where they have none.
    pub unit: &'static str,
    pub nullable: bool,
}

pub const INTEGER: Kind = Kind::new(Sort::Integer);
pub const NUMBER: Kind = Kind::new(Sort::Number);
pub const TRUTH: Kind = Kind::new(Sort::Truth);
pub const TEXT: Kind = Kind::new(Sort::Text);
pub const DATE: Kind = Kind::new(Sort::Date);

impl Kind {
    const fn new(sort: Sort) -> Self {
        Self { sort, unit: "", nullable: false }
    }

    pub const fn of(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    pub const fn or_null(self) -> Self {
        Self { nullable: true, ..self }
    }
}

/// A column as it is described to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    pub name: &'static str,
    pub kind: Kind,
    pub meaning: &'static str,
}

/// A table as it is described to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: &'static str,
    /// What one row is.
    pub meaning: &'static str,
    /// The columns that tell rows apart.
    pub key: &'static [&'static str],
    /// Column → the table whose only key column it names.
    pub references: &'static [(&'static str, &'static str)],
    /// Columns that are searched for, besides the key.
    pub indexes: &'static [&'static str],
}

/// A table without its data: what a format needs to know before the first row.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub head: Head,
    pub columns: Vec<About>,
}

/// What a cell is made of: a row, what it belongs to, and their places among their like, from 1.
pub struct At<'r, P, T> {
    pub parent: &'r P,
    pub row: &'r T,
    /// Place of the parent in the run.
    pub parent_number: usize,
    /// Place of the row in its parent.
    pub number: usize,
}

/// A column with the way to fill it.
pub struct Column<P: 'static, T: 'static> {
    pub about: About,
    pub cell: for<'r> fn(&At<'r, P, T>) -> Cell<'r>,
}

impl<P, T> Column<P, T> {
    pub const fn new(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        cell: for<'r> fn(&At<'r, P, T>) -> Cell<'r>,
    ) -> Self {
        Self { about: About { name, kind, meaning }, cell }
    }
}

/// A table: its rows are taken from parents of one type.
pub struct Table<P: 'static, T: 'static> {
    pub head: Head,
    pub rows: for<'r> fn(&'r P) -> Vec<&'r T>,
    pub columns: &'static [Column<P, T>],
}

/// Takes the rows of a run, table by table in any order, and passes over the tables that it was not made for.
pub trait Store {
    fn takes(&self, table: &str) -> bool;

    fn row(&mut self, table: &str, cells: &[Cell<'_>]) -> io::Result<()>;

    /// Writes out what is left.
    fn finish(&mut self) -> io::Result<()>;
}

impl<P, T> Table<P, T> {
    pub fn sheet(&self) -> Sheet {
        Sheet { head: self.head, columns: self.columns.iter().map(|column| column.about).collect() }
    }

    /// Writes the rows of one parent, the `parent_number`th of the run.
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    pub fn write(&self, parent: &P, parent_number: usize, to: &mut dyn Store) -> io::Result<()> {
        if !to.takes(self.head.name) {
            return Ok(());
        }
        for (at, row) in (self.rows)(parent).into_iter().enumerate() {
            let at = At { parent, row, parent_number, number: at + 1 };
            let cells: Vec<Cell<'_>> = self.columns.iter().map(|column| column.fill(&at)).collect();
            to.row(self.head.name, &cells)?;
        }
        Ok(())
    }
}

impl<P, T> Column<P, T> {
    /// What is unknown is null: an empty text in a column that may be empty is the same as none.
    fn fill<'r>(&self, at: &At<'r, P, T>) -> Cell<'r> {
        match (self.cell)(at) {
            Cell::Text(text) if text.is_empty() && self.about.kind.nullable => Cell::Null,
            cell => cell,
        }
    }
}

impl<'r> Cell<'r> {
    pub fn text(text: &'r str) -> Self {
        Cell::Text(Cow::Borrowed(text))
    }

    pub fn count(count: usize) -> Self {
        Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Null where there is nothing.
    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell<'r>) -> Self {
        value.map_or(Cell::Null, cell)
    }

    /// Null where there are no words.
    pub fn words(text: &'r Option<String>) -> Self {
        Cell::maybe(text.as_deref(), Cell::text)
    }
}
