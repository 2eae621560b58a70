//! What could not be read, where, why, and what to do about it.

use std::fmt;
use std::io;

use super::At;

/// An input that was left out; the run goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skip {
    pub path: String,
    pub at: At,
    pub reason: Reason,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}: {}", self.path, self.at, self.reason)
    }
}

/// Why an input was left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("is a pipe, socket or device; name it on the command line if it is meant to be read")]
    Special,
    #[error(
        "is a named pipe, which might never be written to; read it as standard input: `trialwire COMMAND - < PIPE`"
    )]
    Pipe,
    #[error("is a folder that was already read under another name; remove the link or name it once")]
    FolderAgain,
    #[error("is the folder of a run that holds {0}; make one that holds records: extract --format records -o FOLDER/")]
    NotRecords(String),
    #[error("is not text but {0}")]
    NotText(&'static str),
    #[error("holds {found} bytes or more, the limit is {limit}; split it or raise --max-bytes")]
    TooLarge { found: usize, limit: usize },
    #[error("is cut off after byte {at}; what comes before was read. Fetch or copy the file again")]
    Cut { at: u64 },
    #[error("is damaged at byte {at} or soon after ({why}); what comes before was read")]
    Damaged { at: u64, why: String },
    #[error("is compressed more than {0} times over; unpack it first")]
    Nested(usize),
    #[error("{}", bomb(*unpacked, *packed, *limit, *ratio))]
    Bomb { unpacked: u64, packed: u64, limit: u64, ratio: bool },
    #[error("is a broken record ({0}); reading goes on with the next one")]
    BrokenRecord(&'static str),
    #[error(
        "declares {declared} bytes but holds {found}; the record is left out and reading goes on with the next one"
    )]
    BadLength { declared: u64, found: u64 },
    #[error("holds a body encoded as {0:?}, which cannot be decoded")]
    Encoding(String),
    #[error("holds {0} records that are no web pages")]
    NotPages(usize),
    #[error("is not valid JSON ({0}); `jq -c .` shows where")]
    InvalidJson(String),
    #[error("is JSON that ends before it is closed; what comes before was read. Fetch or copy the file again")]
    UnclosedJson,
    #[error(
        "goes on behind the end of its JSON array, which was not read; put one array or one object a line into a file"
    )]
    BeyondJson,
    #[error("has {found} cells, the header has {expected}; put cells with separators or line ends into quotes")]
    RaggedRow { found: usize, expected: usize },
    #[error("is a table without a column \"text\" or \"html\"; say which of {0} is it, as in --map text=COLUMN")]
    NoTextColumn(String),
    #[error("has no field {field:?} (--map {ours}={field}); it has {has}")]
    NoField { field: String, ours: String, has: String },
    #[error("has no plain text in the field {field:?} (--map {ours}={field})")]
    BadField { field: String, ours: String },
    #[error("is not whole XML ({0}); fetch the file again")]
    InvalidXml(String),
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
    #[error("is a paper as XML or a Word file, which this build cannot read; build with the feature `documents`")]
    NoDocuments,
    #[error("is a PDF, which this build cannot read; build with the feature `pdf`, or convert it")]
    NoPdf,
    #[error("is a web page without an article")]
    NoArticle,
    #[error("could not be processed, which is a mistake in trialwire ({0}); please report it with the article")]
    Internal(String),
}

fn bomb(unpacked: u64, packed: u64, limit: u64, ratio: bool) -> String {
    let option =
        if ratio { format!("{limit} times its size (--max-ratio)") } else { format!("{limit} bytes (--max-unpacked)") };
    format!("unpacks to more than {option}: {packed} bytes gave {unpacked}; what comes before was read")
}

impl Reason {
    /// What an error of reading means.
    pub(super) fn of(error: io::Error) -> Self {
        match error.downcast::<Reason>() {
            Ok(reason) => reason,
            Err(error) => Reason::Unreadable(error.to_string()),
        }
    }

    /// How many articles or records it stands for.
    pub fn count(&self) -> usize {
        match self {
            Reason::NotPages(records) => *records,
            _ => 1,
        }
    }

    /// To be counted only: archives hold more pictures and scripts than pages.
    pub fn is_usual(&self) -> bool {
        matches!(self, Reason::NotPages(_))
    }

    /// A few words for the summary, where skips are counted by reason.
    pub fn label(&self) -> &'static str {
        match self {
            Reason::Unreadable(_) => "unreadable",
            Reason::Special | Reason::Pipe => "not a file",
            Reason::FolderAgain => "folder read twice",
            Reason::NotRecords(_) => "no records",
            Reason::NotText(_) => "not text",
            Reason::TooLarge { .. } => "too large",
            Reason::Cut { .. } | Reason::UnclosedJson => "cut off",
            Reason::Damaged { .. } | Reason::BrokenRecord(_) | Reason::BadLength { .. } => "damaged",
            Reason::Nested(_) => "compressed too often",
            Reason::Bomb { .. } => "unpacked too large",
            Reason::Encoding(_) => "unknown encoding",
            Reason::NotPages(_) => "not a web page",
            Reason::InvalidJson(_) | Reason::BeyondJson => "invalid JSON",
            Reason::RaggedRow { .. } => "ragged row",
            Reason::NoField { .. } | Reason::NoTextColumn(_) | Reason::BadField { .. } => "without mapped field",
            Reason::InvalidXml(_) => "invalid XML",
            Reason::NotUtf8(_) => "not UTF-8",
            Reason::NoText => "without text",
            Reason::UnknownKind(_) => "unknown kind",
            Reason::BadRecord(_) => "invalid record",
            Reason::Empty => "empty",
            Reason::NotEnglish(_) => "not in English",
            Reason::DuplicateId(_) => "duplicate id",
            Reason::NoHtml => "HTML not supported",
            Reason::NoDocuments | Reason::NoPdf => "format not supported",
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
        let skip = Skip { path: "a.jsonl".into(), at: At::Line(3), reason: Reason::NoText };
        assert_eq!(skip.to_string(), "a.jsonl:3: has neither \"text\" nor \"html\"; one of them must hold the article");
        let skip = Skip { path: "b.txt".into(), at: At::Whole, reason: Reason::Empty };
        assert_eq!(skip.to_string(), "b.txt: has no words");
    }
}
