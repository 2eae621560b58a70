//! What is wrong with a lexicon file, where, and what to do about it.

use std::fmt;

/// One fault in a lexicon file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    pub message: String,
    /// What would put it right.
    pub fix: String,
}

impl Problem {
    pub(super) fn new(file: &str, line: usize, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into(), fix: fix.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}; {}", self.file, self.line, self.message, self.fix)
    }
}
