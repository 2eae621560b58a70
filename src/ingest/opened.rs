//! An open file in, its articles out one at a time, by the format that its first bytes tell.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::json_values::{Value, Values};
use super::lines::{Line, next_line};
use super::recode;
use super::records::{Records, shape};
use super::sniff::{HEAD_BYTES, sniff, without_mark};
use super::stream::Stream;
#[cfg(feature = "csv")]
use super::table::{self, Row, Rows};
#[cfg(feature = "archives")]
use super::warc::Archive;
use super::{At, Format, Limits, Raw, Reason, Skip};

/// Objects that are looked into for mapped fields.
const OBJECTS_TRIED: usize = 16;

/// A file that is being read.
pub(super) enum Opened {
    /// The only thing there is to tell of a file, until it is told.
    One(Option<Box<Result<Raw, Skip>>>),
    Many(Pieces),
    Records(Records),
    #[cfg(feature = "archives")]
    Archive(Archive),
}

/// Articles that stand one after another in a file.
pub(super) struct Pieces {
    path: Arc<str>,
    from: Stream,
    cut: Cut,
    ended: bool,
}

enum Cut {
    /// The number of the line.
    Lines(usize),
    /// The number of the element.
    Values(Values, usize),
    #[cfg(feature = "csv")]
    Table(Rows, Vec<String>),
}

/// Unpacks a file and looks at its head.
pub(super) fn open(path: Arc<str>, stream: Stream, limits: &Limits) -> Opened {
    opened(&path, stream, limits).unwrap_or_else(|reason| Opened::refused(&path, reason))
}

fn opened(path: &Arc<str>, stream: Stream, limits: &Limits) -> Result<Opened, Reason> {
    #[cfg(feature = "archives")]
    let stream = super::packed::unpack(stream, limits)?;
    let mut stream = recode::utf8(stream);
    let head = stream.ahead(HEAD_BYTES);
    let head = head[..head.len().min(HEAD_BYTES)].to_vec();
    if let Some(reason) = stream.failure() {
        return Err(reason);
    }
    let cut = match sniff(&head)? {
        #[cfg(feature = "archives")]
        Format::Warc => return Ok(Opened::Archive(Archive::new(path.clone(), stream))),
        Format::Jsonl => Cut::Lines(0),
        Format::Json => Cut::Values(Values::new(), 0),
        #[cfg(feature = "csv")]
        Format::Table(delimiter) => table(&mut stream, delimiter, limits)?,
        format => match shape(format) {
            Some(shape) => return Ok(Opened::Records(Records::new(path.clone(), format, shape, stream))),
            None => return whole(path, &mut stream, format, limits).map(Opened::one),
        },
    };
    if matches!(cut, Cut::Lines(_) | Cut::Values(..)) {
        require_fields(&head, &cut, limits)?;
    }
    let mark = head.len() - without_mark(&head).len();
    stream.pass(if matches!(cut, Cut::Lines(_) | Cut::Values(..)) { mark } else { 0 });
    Ok(Opened::Many(Pieces { path: path.clone(), from: stream, cut, ended: false }))
}

/// The header of a table.
#[cfg(feature = "csv")]
fn table(stream: &mut Stream, delimiter: u8, limits: &Limits) -> Result<Cut, Reason> {
    let mut rows = Rows::new(delimiter);
    let Some(Row::Cells(header)) = rows.next(stream, HEAD_BYTES) else {
        return Err(Reason::NotText("a table without a header"));
    };
    let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    limits.fields.require_columns(&header)?;
    Ok(Cut::Table(rows, header))
}

/// Refuses a file whose objects lack what is mapped.
fn require_fields(head: &[u8], cut: &Cut, limits: &Limits) -> Result<(), Reason> {
    if limits.fields.is_empty() {
        return Ok(());
    }
    let head = without_mark(head);
    let parse = |json: &[u8]| serde_json::from_slice::<Map<String, Json>>(json).ok();
    let objects: Vec<_> = match cut {
        Cut::Values(..) => {
            let (mut from, mut values) = (Stream::of_slice(head), Values::new());
            let mut next = || match values.next(&mut from, head.len())? {
                Value::Whole(json) => Some(json),
                _ => None,
            };
            std::iter::from_fn(&mut next).take(OBJECTS_TRIED).filter_map(|json| parse(&json)).collect()
        }
        _ => head.split(|&byte| byte == b'\n').take(OBJECTS_TRIED).filter_map(parse).collect(),
    };
    limits.fields.require(&objects)
}

/// The whole of a stream; one byte over the limit is an error, and so is half of a text.
fn whole(path: &Arc<str>, stream: &mut Stream, format: Format, limits: &Limits) -> Result<Raw, Reason> {
    let limit = if format == Format::Html { limits.page_bytes } else { limits.article_bytes };
    let ahead = stream.ahead(limit.saturating_add(1));
    if ahead.len() > limit {
        return Err(Reason::TooLarge { found: ahead.len(), limit });
    }
    let bytes = ahead.to_vec();
    stream.pass(bytes.len());
    let raw = Raw { path: path.clone(), at: At::Whole, format, bytes };
    stream.failure().map_or(Ok(raw), Err)
}

impl Opened {
    /// A file that cannot be read.
    pub(super) fn refused(path: &Arc<str>, reason: Reason) -> Self {
        Opened::One(Some(Box::new(Err(Skip { path: path.to_string(), at: At::Whole, reason }))))
    }

    fn one(raw: Raw) -> Self {
        Opened::One(Some(Box::new(Ok(raw))))
    }

    /// The next article; after a failure of the stream, that failure and then nothing more.
    pub(super) fn next(&mut self, limits: &Limits) -> Option<Result<Raw, Skip>> {
        match self {
            Opened::One(one) => one.take().map(|one| *one),
            Opened::Many(pieces) => pieces.next(limits),
            Opened::Records(records) => records.next(limits),
            #[cfg(feature = "archives")]
            Opened::Archive(archive) => archive.next(limits),
        }
    }
}

impl Pieces {
    fn next(&mut self, limits: &Limits) -> Option<Result<Raw, Skip>> {
        if self.ended {
            return None;
        }
        let piece = match &mut self.cut {
            Cut::Lines(line) => line_of(&mut self.from, line, limits.article_bytes),
            Cut::Values(values, element) => element_of(&mut self.from, values, element, limits.article_bytes),
            #[cfg(feature = "csv")]
            Cut::Table(rows, header) => row_of(&mut self.from, rows, header, limits.article_bytes),
        };
        let Some((at, piece)) = piece else {
            // What a failure cut in two is told with the failure, not as a bad article.
            self.ended = true;
            let skip = |reason| Err(Skip { path: self.path.to_string(), at: At::Whole, reason });
            return self.from.failure().map(skip);
        };
        Some(match piece {
            Ok(bytes) => Ok(Raw { path: self.path.clone(), at, format: Format::Jsonl, bytes }),
            Err(reason) => Err(Skip { path: self.path.to_string(), at, reason }),
        })
    }
}

type Piece = Option<(At, Result<Vec<u8>, Reason>)>;

/// The next line that is not blank; `None` at the end and where the stream fails.
fn line_of(from: &mut Stream, line: &mut usize, limit: usize) -> Piece {
    loop {
        let next = next_line(from, limit).ok()??;
        *line += 1;
        match next {
            Line::Whole(bytes) if bytes.trim_ascii().is_empty() => {}
            Line::Whole(bytes) => return Some((At::Line(*line), Ok(bytes))),
            Line::TooLong(found) => return Some((At::Line(*line), Err(Reason::TooLarge { found, limit }))),
        }
    }
}

fn element_of(from: &mut Stream, values: &mut Values, element: &mut usize, limit: usize) -> Piece {
    let value = values.next(from, limit)?;
    let at = At::Element(*element);
    *element += 1;
    Some(match value {
        Value::Whole(bytes) => (at, Ok(bytes)),
        Value::TooLong(found) => (at, Err(Reason::TooLarge { found, limit })),
        Value::Unclosed => (at, Err(Reason::UnclosedJson)),
        Value::Beyond => (At::Whole, Err(Reason::BeyondJson)),
    })
}

#[cfg(feature = "csv")]
fn row_of(from: &mut Stream, rows: &mut Rows, header: &[String], limit: usize) -> Piece {
    let row = rows.next(from, limit)?;
    let at = At::Line(rows.line);
    Some(match row {
        Row::Cells(cells) if cells.len() == header.len() => (at, Ok(table::object(header, cells))),
        Row::Cells(cells) => (at, Err(Reason::RaggedRow { found: cells.len(), expected: header.len() })),
        Row::TooLong(found) => (at, Err(Reason::TooLarge { found, limit })),
    })
}
