//! Files in, raw articles out, one at a time: a whole file, a line of JSONL, a row of a table, a page of a web archive.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::opened::{Opened, open};
use super::stream::Stream;
use super::walk::{Files, STDIN};
use super::{At, Format, Limits, Reason, Skip};

/// One article as bytes, with the place it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    pub path: Arc<str>,
    pub at: At,
    pub format: Format,
    pub bytes: Vec<u8>,
}

impl Raw {
    /// `path`, `path:line` and so on.
    pub fn source(&self) -> String {
        format!("{}{}", self.path, self.at)
    }

    /// The skip of this piece.
    pub fn skip(&self, reason: Reason) -> Skip {
        Skip { path: self.path.to_string(), at: self.at, reason }
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
    open: Option<Opened>,
    bytes: Arc<AtomicU64>,
}

impl Documents {
    pub fn new(paths: impl IntoIterator<Item = PathBuf>, limits: Limits) -> Self {
        Self { files: Files::new(paths), limits, open: None, bytes: Arc::default() }
    }

    /// The articles of one stream, read as if it were a file of that name.
    ///
    /// ```
    /// use trialwire::ingest::{Documents, Limits};
    ///
    /// let lines = "{\"id\": 1, \"text\": \"One.\"}\n{\"id\": 2, \"text\": \"Two.\"}\n";
    /// let documents = Documents::of_stream("memory", Box::new(lines.as_bytes()), Limits::default());
    /// assert_eq!(documents.count(), 2);
    /// ```
    pub fn of_stream(name: &str, stream: Box<dyn Read + Send>, limits: Limits) -> Self {
        let mut documents = Self::new([], limits);
        let stream = Stream::of_file(stream, documents.bytes.clone());
        documents.open = Some(open(name.into(), stream, &documents.limits));
        documents
    }

    /// Leaves out a folder, wherever it is met.
    pub fn without(mut self, folder: &Path) -> Self {
        self.files.leave_out(folder);
        self
    }

    /// Bytes read so far, of files as they are, compressed or not.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    fn open(&self, path: &Path) -> Opened {
        let name: Arc<str> = path.to_string_lossy().into();
        match stream(path) {
            Ok(file) => open(name, Stream::of_file(file, self.bytes.clone()), &self.limits),
            Err(error) => Opened::refused(&name, Reason::of(error)),
        }
    }
}

fn stream(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if path == Path::new(STDIN) { Ok(Box::new(io::stdin())) } else { Ok(Box::new(File::open(path)?)) }
}

impl Iterator for Documents {
    type Item = Result<Raw, Skip>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(open) = &mut self.open {
                match open.next(&self.limits) {
                    Some(piece) => return Some(piece),
                    None => self.open = None,
                }
            }
            match self.files.next()? {
                Err(skip) => return Some(Err(skip)),
                Ok(path) => self.open = Some(self.open(&path)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads one file under small limits: `place:bytes` of each piece, or the skip without its path.
    fn pieces(content: &[u8]) -> Vec<String> {
        let limits = Limits { article_bytes: 40, page_bytes: 30, ..Limits::default() };
        Documents::of_stream("f", Box::new(io::Cursor::new(content.to_vec())), limits)
            .map(|piece| match piece {
                Ok(raw) => format!("{}:{}", raw.source(), String::from_utf8_lossy(&raw.bytes)),
                Err(skip) => format!("f{}! {}", skip.at, skip.reason.label()),
            })
            .collect()
    }

    #[test]
    fn jsonl_is_cut_at_lines() {
        let content = b"\xef\xbb\xbf{\"text\": \"a\"}\r\n\n{\"text\": \"b\"}";
        assert_eq!(pieces(content), ["f:1:{\"text\": \"a\"}\r", "f:3:{\"text\": \"b\"}"]);
    }

    #[test]
    fn json_is_cut_at_elements() {
        assert_eq!(
            pieces(b"[{\"text\": \"a\"},\n {\"text\": \"b\"}]"),
            ["f[0]:{\"text\": \"a\"}", "f[1]:{\"text\": \"b\"}"]
        );
        let cut = b"[{\"text\": \"a\"},\n {\"text\"";
        assert_eq!(pieces(cut), ["f[0]:{\"text\": \"a\"}", "f[1]! cut off"]);
        assert_eq!(pieces(b"{\n\"text\": \"a\"\n}"), ["f[0]:{\n\"text\": \"a\"\n}"]);
    }

    #[cfg(feature = "csv")]
    #[test]
    fn tables_are_cut_at_rows() {
        let table = b"id,text\n1,a\n2\n\n3,\"a row that is too long to be kept by anyone\"\n4,b";
        let expected = [
            "f:2:{\"id\":\"1\",\"text\":\"a\"}",
            "f:3! ragged row",
            "f:5! too large",
            "f:6:{\"id\":\"4\",\"text\":\"b\"}",
        ];
        assert_eq!(pieces(table), expected);
        assert_eq!(pieces(b"id,body\n1,a\n"), ["f! without mapped field"]);
    }

    #[test]
    fn what_is_too_large_is_skipped_and_the_rest_is_read() {
        let content = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}\n", "a".repeat(50));
        assert_eq!(pieces(content.as_bytes()), ["f:1! too large", "f:2:{\"text\": \"b\"}"]);
        assert_eq!(pieces("word ".repeat(9).as_bytes()), ["f! too large"]);
        assert_eq!(pieces(b"<html><body><p>A page of many words"), ["f! too large"]);
    }

    #[test]
    fn a_plain_file_is_one_piece() {
        assert_eq!(pieces(b"A title\n\nA text."), ["f:A title\n\nA text."]);
        assert_eq!(pieces(b"\0\0"), ["f! not text"]);
    }
}
