//! What could not be read, where, why, and what to do about it.

use std::fmt;

/// An input that was left out; the run goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    pub path: String,
    /// Line of a JSONL file, from 1.
    pub line: Option<usize>,
    pub reason: Reason,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}

/// Why an input was left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("is a pipe, socket or device; name it on the command line if it is meant to be read")]
    Special,
    #[error("is a folder that was already read under another name; remove the link or name it once")]
    FolderAgain,
    #[error("is not text but {0}")]
    NotText(&'static str),
    #[error("holds {found} bytes or more, the limit is {limit}; split it or raise --max-bytes")]
    TooLarge { found: usize, limit: usize },
    #[error("is not valid JSON ({0}); write one object a line, as `jq -c .` does")]
    InvalidJson(String),
    #[error("is JSON over several lines; write one article a line, as `jq -c .` (or `jq -c '.[]'`) does")]
    ManyLineJson,
    #[error("is not UTF-8 from byte {0} of the line on; convert the file, for instance with iconv")]
    NotUtf8(usize),
    #[error("has neither \"text\" nor \"html\"; one of them must hold the article")]
    NoText,
    #[error("has the kind {0:?}; use news, press_release, paper or registry, or leave it out")]
    UnknownKind(String),
    #[error("is no record of this version ({0}); make it again with `trialwire extract --format records`")]
    BadRecord(String),
    #[error("has no words")]
    Empty,
    #[error("is not in English but in the language {0:?} (ISO 639-3); give --any-language to read it all the same")]
    NotEnglish(&'static str),
    #[error("has the id {0:?}, which an earlier article has; the first one counts")]
    DuplicateId(String),
    #[error("is HTML, which this build cannot read; build with the feature `html`")]
    NoHtml,
    #[error("is a web page without an article")]
    NoArticle,
    #[error("could not be processed, which is a mistake in trialwire ({0}); please report it with the article")]
    Internal(String),
}

impl Reason {
    /// A few words for the summary, where skips are counted by reason.
    pub fn label(&self) -> &'static str {
        match self {
            Reason::Unreadable(_) => "unreadable",
            Reason::Special => "not a file",
            Reason::FolderAgain => "folder read twice",
            Reason::NotText(_) => "not text",
            Reason::TooLarge { .. } => "too large",
            Reason::InvalidJson(_) | Reason::ManyLineJson => "invalid JSON",
            Reason::NotUtf8(_) => "not UTF-8",
            Reason::NoText => "without text",
            Reason::UnknownKind(_) => "unknown kind",
            Reason::BadRecord(_) => "invalid record",
            Reason::Empty => "empty",
            Reason::NotEnglish(_) => "not in English",
            Reason::DuplicateId(_) => "duplicate id",
            Reason::NoHtml => "HTML not supported",
            Reason::NoArticle => "page without article",
            Reason::Internal(_) => "internal error",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skip_names_place_reason_and_remedy() {
        let skip = Skip { path: "a.jsonl".into(), line: Some(3), reason: Reason::NoText };
        assert_eq!(skip.to_string(), "a.jsonl:3: has neither \"text\" nor \"html\"; one of them must hold the article");
        let skip = Skip { path: "b.txt".into(), line: None, reason: Reason::Empty };
        assert_eq!(skip.to_string(), "b.txt: has no words");
    }
}
