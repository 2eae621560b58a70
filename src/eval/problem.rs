//! What is wrong with a file that was to be scored: where, why, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A line that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub path: PathBuf,
    /// From 1.
    pub line: usize,
    pub message: String,
}

impl Problem {
    pub(super) fn new(path: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path.display(), self.line, self.message)
    }
}

/// Why nothing can be scored.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    #[error("{path} cannot be read: {error}")]
    Unreadable { path: String, error: std::io::Error },
    #[error("{0} holds no .ann file; give the folder with the .txt and .ann files of brat, or a JSONL file")]
    NoAnnotations(String),
    #[error("{path} holds no {what}; {fix}")]
    Empty { path: String, what: &'static str, fix: &'static str },
    #[error("{first:?} and {second:?} are both the document {doc:?} of the gold; extract only one of them")]
    TwoArticles { first: String, second: String, doc: String },
    #[error(
        "no prediction is of a document of the gold: the gold has {gold:?}, the predictions {predicted:?}; extract the same texts with the same ids"
    )]
    NothingShared { gold: String, predicted: String },
    #[error("{0:?} stands in two groups; each article belongs to one")]
    TwoGroups(String),
}

impl EvalError {
    pub(super) fn unreadable(path: &Path, error: std::io::Error) -> Self {
        Self::Unreadable { path: path.display().to_string(), error }
    }
}
