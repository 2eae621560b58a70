//! A path in, its lines or tables with named columns out.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::super::Problem;

/// The release has no other layout than its publisher's.
pub(super) fn wrong_layout(path: &Path, line: usize, message: impl Into<String>, fix: &str) -> Problem {
    Problem::new(&path.display().to_string(), line, message, fix)
}

/// Opens a file.
pub(super) fn open(path: &Path) -> Result<BufReader<File>, Problem> {
    let failed = |error: std::io::Error| wrong_layout(path, 0, error.to_string(), "give a readable file");
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(wrong_layout(path, 0, "is a folder", "give the file in it"));
    }
    Ok(BufReader::new(file))
}

/// The file called `name` in a folder, or the path itself where it is a file.
pub(super) fn member(path: &Path, name: &str) -> PathBuf {
    if path.is_dir() { path.join(name) } else { path.to_owned() }
}

/// Calls `each` with every line, of any length and in any encoding that is close to UTF-8.
pub(super) fn lines(path: &Path, mut each: impl FnMut(usize, &str) -> Result<(), Problem>) -> Result<(), Problem> {
    let mut reader = open(path)?;
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let length = reader
            .read_until(b'\n', &mut bytes)
            .map_err(|error| wrong_layout(path, number, error.to_string(), "give a whole file"))?;
        if length == 0 {
            break;
        }
        each(number, String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']))?;
    }
    Ok(())
}

/// Calls `each` with the wanted columns of every row of a table parted by `delimiter`, whose head may stand below other
/// lines, as in tables saved from a spreadsheet. Columns are found by the start of their names, in any case.
pub(super) fn table<const N: usize>(
    path: &Path,
    delimiter: u8,
    columns: [&str; N],
    mut each: impl FnMut([&str; N]),
) -> Result<(), Problem> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(delimiter != b'\t')
        .from_reader(open(path)?);
    let mut places = None;
    let mut row = csv::ByteRecord::new();
    loop {
        let more = reader.read_byte_record(&mut row);
        if !more.map_err(|error| wrong_layout(path, 0, error.to_string(), "give the file as published"))? {
            break;
        }
        let cells: Vec<_> = row.iter().map(String::from_utf8_lossy).collect();
        match places {
            None => places = find_columns(&cells, columns),
            Some(places) => each(places.map(|place: usize| cells.get(place).map_or("", |cell| cell.trim()))),
        }
    }
    places.map(|_| ()).ok_or_else(|| {
        let message = format!("no row names the columns {}", columns.join(", "));
        wrong_layout(path, 1, message, "give the table as published")
    })
}

fn find_columns<const N: usize>(cells: &[std::borrow::Cow<'_, str>], columns: [&str; N]) -> Option<[usize; N]> {
    let names: Vec<&str> = cells.iter().map(|cell| cell.trim_start_matches('\u{feff}').trim()).collect();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        let is = |name: &&str| name.eq_ignore_ascii_case(column);
        let starts = |name: &&str| name.get(..column.len()).is_some_and(|start| start.eq_ignore_ascii_case(column));
        *place = names.iter().position(is).or_else(|| names.iter().position(starts))?;
    }
    Some(places)
}

/// Tab, semicolon or comma: whichever the first lines hold most of.
pub(super) fn delimiter(path: &Path) -> Result<u8, Problem> {
    let mut start = Vec::new();
    open(path)?
        .take(8192)
        .read_to_end(&mut start)
        .map_err(|error| wrong_layout(path, 0, error.to_string(), "give a readable file"))?;
    let count = |wanted: u8| start.iter().filter(|&&byte| byte == wanted).count();
    Ok([b',', b';', b'\t'].into_iter().max_by_key(|&one| count(one)).unwrap_or(b','))
}
