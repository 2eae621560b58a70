//! Files in, raw articles out, one at a time: a whole file, or one line of JSONL.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lines::{Line, next_line};
use super::sniff::{HEAD_BYTES, sniff, without_mark};
use super::walk::{Files, STDIN};
use super::{Format, Limits, Reason, Skip};

/// One article as bytes, with the place it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    pub path: Arc<str>,
    /// Line of a JSONL file, from 1.
    pub line: Option<usize>,
    pub format: Format,
    pub bytes: Vec<u8>,
}

impl Raw {
    /// `path` or `path:line`.
    pub fn source(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.path),
            None => self.path.to_string(),
        }
    }

    /// The skip of this piece.
    pub fn skip(&self, reason: Reason) -> Skip {
        Skip { path: self.path.to_string(), line: self.line, reason }
    }
}

/// The articles of all inputs as [`Raw`] pieces, in an order that depends on the paths alone.
///
/// ```
/// use trialwire::ingest::{Documents, Limits};
///
/// let mut documents = Documents::new(["no/such/file.txt".into()], Limits::default());
/// let skip = documents.next().unwrap().unwrap_err();
/// assert!(skip.to_string().starts_with("no/such/file.txt: cannot be read"));
/// ```
pub struct Documents {
    files: Files,
    limits: Limits,
    open: Option<JsonLines>,
}

type Stream = BufReader<Box<dyn Read + Send>>;

/// A JSONL file that is being read.
struct JsonLines {
    path: Arc<str>,
    from: io::Chain<Cursor<Vec<u8>>, Stream>,
    line: usize,
}

impl Documents {
    pub fn new(paths: impl IntoIterator<Item = PathBuf>, limits: Limits) -> Self {
        Self { files: Files::new(paths), limits, open: None }
    }

    /// Looks into a file: its only article, or `None` when it is JSONL, which is then open.
    fn open(&mut self, path: &Path) -> Result<Option<Raw>, Skip> {
        let name: Arc<str> = path.to_string_lossy().into();
        let skip = |reason| Skip { path: name.to_string(), line: None, reason };
        let (head, rest) = open(path).map_err(|error| skip(unreadable(error)))?;
        let format = sniff(&head).map_err(skip)?;
        let head = Cursor::new(head);
        if format == Format::Jsonl {
            self.open = Some(JsonLines { path: name, from: head.chain(rest), line: 0 });
            return Ok(None);
        }
        let limit = match format {
            Format::Html => self.limits.page_bytes,
            _ => self.limits.article_bytes,
        };
        let bytes = read_whole(head.chain(rest), limit).map_err(skip)?;
        Ok(Some(Raw { path: name, line: None, format, bytes }))
    }
}

impl Iterator for Documents {
    type Item = Result<Raw, Skip>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.open {
                match lines.next(&self.limits) {
                    Some(line) => return Some(line),
                    None => self.open = None,
                }
            }
            match self.files.next()? {
                Err(skip) => return Some(Err(skip)),
                Ok(path) => match self.open(&path) {
                    Ok(None) => {}
                    Ok(Some(raw)) => return Some(Ok(raw)),
                    Err(skip) => return Some(Err(skip)),
                },
            }
        }
    }
}

impl JsonLines {
    /// The next line that is not blank; after a read error, nothing more.
    fn next(&mut self, limits: &Limits) -> Option<Result<Raw, Skip>> {
        loop {
            let line = next_line(&mut self.from, limits.article_bytes);
            self.line += 1;
            match line {
                Ok(None) => return None,
                Ok(Some(Line::Whole(bytes))) => {
                    if let Some(raw) = self.raw(bytes) {
                        return Some(Ok(raw));
                    }
                }
                Ok(Some(Line::TooLong(found))) => {
                    return Some(Err(self.skip(Reason::TooLarge { found, limit: limits.article_bytes })));
                }
                Err(error) => {
                    let skip = self.skip(unreadable(error));
                    self.from = Cursor::new(Vec::new()).chain(BufReader::new(Box::new(io::empty())));
                    return Some(Err(skip));
                }
            }
        }
    }

    fn raw(&self, mut bytes: Vec<u8>) -> Option<Raw> {
        if self.line == 1 {
            bytes = without_mark(&bytes).to_vec();
        }
        let blank = bytes.trim_ascii().is_empty();
        (!blank).then(|| Raw { path: self.path.clone(), line: Some(self.line), format: Format::Jsonl, bytes })
    }

    fn skip(&self, reason: Reason) -> Skip {
        Skip { path: self.path.to_string(), line: Some(self.line), reason }
    }
}

/// Opens a file or standard input and reads its head.
fn open(path: &Path) -> io::Result<(Vec<u8>, Stream)> {
    let stream: Box<dyn Read + Send> =
        if path == Path::new(STDIN) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut stream = BufReader::with_capacity(HEAD_BYTES, stream);
    let mut head = Vec::new();
    stream.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok((head, stream))
}

/// The whole of a stream; one byte over the limit is an error.
fn read_whole(from: impl BufRead, limit: usize) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > limit { Err(Reason::TooLarge { found: bytes.len(), limit }) } else { Ok(bytes) }
}

fn unreadable(error: io::Error) -> Reason {
    Reason::Unreadable(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Reads one file under small limits: `line:bytes` of each piece, or the skip without its path.
    fn pieces(content: &[u8]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("input");
        fs::write(&path, content).unwrap();
        let limits = Limits { article_bytes: 40, page_bytes: 30, ..Limits::default() };
        Documents::new([path], limits)
            .map(|piece| match piece {
                Ok(raw) => format!("{:?}:{}", raw.line, String::from_utf8_lossy(&raw.bytes)),
                Err(skip) => format!("{:?}! {}", skip.line, skip.reason.label()),
            })
            .collect()
    }

    #[test]
    fn jsonl_is_cut_at_lines() {
        let content = b"\xef\xbb\xbf{\"text\": \"a\"}\r\n\n{\"text\": \"b\"}";
        assert_eq!(pieces(content), ["Some(1):{\"text\": \"a\"}\r", "Some(3):{\"text\": \"b\"}"]);
    }

    #[test]
    fn what_is_too_large_is_skipped_and_the_rest_is_read() {
        let content = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}\n", "a".repeat(50));
        assert_eq!(pieces(content.as_bytes()), ["Some(1)! too large", "Some(2):{\"text\": \"b\"}"]);
        assert_eq!(pieces("word ".repeat(9).as_bytes()), ["None! too large"]);
        assert_eq!(pieces(b"<html><body><p>A page of many words"), ["None! too large"]);
    }

    #[test]
    fn a_plain_file_is_one_piece() {
        assert_eq!(pieces(b"A title\n\nA text."), ["None:A title\n\nA text."]);
        assert_eq!(pieces(b"\0\0"), ["None! not text"]);
    }
}
