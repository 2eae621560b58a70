//! Rows in, Parquet out: one file a table, in row groups of bounded size, the same bytes for the same rows.

use std::io::{self, Write};
use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::{Type, TypePtr};

use super::row::{About, Cell, Sheet, Sort, Store};

/// A row group ends at so many rows or so many bytes of text: they wait in memory until then.
const GROUP_ROWS: usize = 1 << 15;
const GROUP_BYTES: usize = 4 << 20;

/// Written into every file; without the version, so that a new one writes the same bytes.
const CREATED_BY: &str = "trialwire";

/// One Parquet file a table.
pub struct Tables<W: Write + Send> {
    files: Vec<File<W>>,
}

struct File<W: Write + Send> {
    name: &'static str,
    to: SerializedFileWriter<W>,
    columns: Vec<Waiting>,
    rows: usize,
}

impl<W: Write + Send> Tables<W> {
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn new(files: impl IntoIterator<Item = (Sheet, W)>) -> io::Result<Self> {
        let open = |(sheet, to): (Sheet, W)| File::new(&sheet, to).map_err(other);
        Ok(Self { files: files.into_iter().map(open).collect::<io::Result<_>>()? })
    }
}

impl<W: Write + Send> Store for Tables<W> {
    fn takes(&self, table: &str) -> bool {
        self.files.iter().any(|file| file.name == table)
    }

    fn row(&mut self, table: &str, cells: &[Cell<'_>]) -> io::Result<()> {
        match self.files.iter_mut().find(|file| file.name == table) {
            Some(file) => file.row(cells).map_err(other),
            None => Ok(()),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        self.files.iter_mut().try_for_each(File::finish).map_err(other)
    }
}

fn other(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

impl<W: Write + Send> File<W> {
    fn new(sheet: &Sheet, to: W) -> Result<Self, ParquetError> {
        let properties =
            WriterProperties::builder().set_created_by(CREATED_BY.to_owned()).set_compression(Compression::SNAPPY);
        let to = SerializedFileWriter::new(to, schema(sheet)?, Arc::new(properties.build()))?;
        let columns = sheet.columns.iter().map(Waiting::new).collect();
        Ok(Self { name: sheet.head.name, to, columns, rows: 0 })
    }

    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ParquetError> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
        }
        self.rows += 1;
        let bytes: usize = self.columns.iter().map(Waiting::bytes).sum();
        if self.rows >= GROUP_ROWS || bytes >= GROUP_BYTES { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.to.next_row_group()?;
        for column in &mut self.columns {
            let Some(mut to) = group.next_column()? else { break };
            column.write(&mut to)?;
            to.close()?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }

    fn finish(&mut self) -> Result<(), ParquetError> {
        self.flush()?;
        self.to.finish()?;
        self.to.inner_mut().flush()?;
        Ok(())
    }
}

fn schema(sheet: &Sheet) -> Result<TypePtr, ParquetError> {
    let fields = sheet.columns.iter().map(field).collect::<Result<_, _>>()?;
    Ok(Arc::new(Type::group_type_builder(sheet.head.name).with_fields(fields).build()?))
}

fn field(about: &About) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match about.kind.sort {
        Sort::Integer => (Physical::INT64, None),
        Sort::Number => (Physical::DOUBLE, None),
        Sort::Truth => (Physical::BOOLEAN, None),
        Sort::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Sort::Date => (Physical::INT32, Some(LogicalType::Date)),
    };
    let repetition = if about.kind.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let builder = Type::primitive_type_builder(about.name, physical);
    Ok(Arc::new(builder.with_repetition(repetition).with_logical_type(logical).build()?))
}

/// The cells of one column that are not yet written.
struct Waiting {
    values: Values,
    /// For each row whether it has a value; `None` where every row must have one.
    levels: Option<Vec<i16>>,
}

enum Values {
    Integers(Vec<i64>),
    Numbers(Vec<f64>),
    Truths(Vec<bool>),
    Days(Vec<i32>),
    /// All texts in a row, and where each of them ends.
    Texts(Vec<u8>, Vec<usize>),
}

impl Waiting {
    fn new(about: &About) -> Self {
        let values = match about.kind.sort {
            Sort::Integer => Values::Integers(Vec::new()),
            Sort::Number => Values::Numbers(Vec::new()),
            Sort::Truth => Values::Truths(Vec::new()),
            Sort::Text => Values::Texts(Vec::new(), Vec::new()),
            Sort::Date => Values::Days(Vec::new()),
        };
        Self { values, levels: about.kind.nullable.then(Vec::new) }
    }

    /// A cell of another sort than the column's is no value; the tests of the schema see to it that there is none.
    fn push(&mut self, cell: &Cell<'_>) {
        let there = match (&mut self.values, cell) {
            (Values::Integers(values), Cell::Integer(value)) => push(values, *value),
            (Values::Numbers(values), Cell::Number(value)) => push(values, *value),
            (Values::Truths(values), Cell::Truth(value)) => push(values, *value),
            (Values::Days(values), Cell::Date(date)) => push(values, date.days()),
            (Values::Texts(bytes, ends), Cell::Text(text)) => {
                bytes.extend_from_slice(text.as_bytes());
                push(ends, bytes.len())
            }
            _ => false,
        };
        if let Some(levels) = &mut self.levels {
            levels.push(i16::from(there));
        }
    }

    /// Of texts: all else is small.
    fn bytes(&self) -> usize {
        if let Values::Texts(bytes, _) = &self.values { bytes.len() } else { 0 }
    }

    /// Leaves the column empty.
    fn write(&mut self, to: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = self.levels.as_deref();
        match &mut self.values {
            Values::Integers(values) => {
                to.typed::<Int64Type>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Numbers(values) => {
                to.typed::<DoubleType>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Truths(values) => {
                to.typed::<BoolType>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Days(values) => {
                to.typed::<Int32Type>().write_batch(values, levels, None)?;
                values.clear();
            }
            Values::Texts(bytes, ends) => {
                to.typed::<ByteArrayType>().write_batch(&cut(std::mem::take(bytes), ends), levels, None)?;
                ends.clear();
            }
        }
        self.levels.iter_mut().for_each(Vec::clear);
        Ok(())
    }
}

fn push<T>(values: &mut Vec<T>, value: T) -> bool {
    values.push(value);
    true
}

/// The texts one by one, without copying them.
fn cut(bytes: Vec<u8>, ends: &[usize]) -> Vec<ByteArray> {
    let all = ByteArray::from(bytes);
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| all.slice(start, end - start)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use ::parquet::file::reader::{FileReader, SerializedFileReader};
    use ::parquet::record::{Field, Row};

    use super::*;
    use crate::report::schema::sheets_named;

    /// Row groups and rows of a file: article, trial and, in every third row, what it is a copy of.
    fn written(rows: usize, trial: &str) -> (usize, Vec<Row>) {
        let mut out = Vec::new();
        let sheets = sheets_named(&["trial_articles"]);
        let mut tables = Tables::new(sheets.into_iter().zip([&mut out])).unwrap();
        for n in 0..rows {
            let copy = if n % 3 == 0 { Cell::Text(format!("copy {n}").into()) } else { Cell::Null };
            tables.row("trial_articles", &[Cell::Text(n.to_string().into()), Cell::text(trial), copy]).unwrap();
        }
        tables.finish().unwrap();
        drop(tables);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.parquet");
        fs::write(&path, out).unwrap();
        let reader = SerializedFileReader::new(fs::File::open(path).unwrap()).unwrap();
        let rows = reader.get_row_iter(None).unwrap().collect::<Result<_, _>>().unwrap();
        (reader.num_row_groups(), rows)
    }

    #[test]
    fn groups_end_at_rows_or_bytes_and_lose_nothing() {
        let (groups, rows) = written(GROUP_ROWS + 100, "t");
        assert_eq!((groups, rows.len()), (2, GROUP_ROWS + 100));
        for (n, row) in rows.iter().enumerate() {
            let copy = if n % 3 == 0 { Field::Str(format!("copy {n}")) } else { Field::Null };
            let cells: Vec<_> = row.get_column_iter().map(|(_, field)| field.clone()).collect();
            assert_eq!(cells, [Field::Str(n.to_string()), Field::Str("t".into()), copy]);
        }
        let long = "é".repeat(GROUP_BYTES / 6);
        let (groups, rows) = written(7, &long);
        assert_eq!((groups, rows.len()), (3, 7));
        assert!(rows.iter().all(|row| row.get_column_iter().any(|(_, field)| *field == Field::Str(long.clone()))));
    }

    #[test]
    fn a_table_without_rows_is_a_file() {
        let (groups, rows) = written(0, "");
        assert_eq!((groups, rows.len()), (0, 0));
    }
}
