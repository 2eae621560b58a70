//! One text as it was read: its words are never changed after ingest.

use serde::{Deserialize, Serialize};

use super::Span;

/// What sort of text reports on the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleKind {
    News,
    PressRelease,
    Paper,
    Registry,
}

impl ArticleKind {
    /// A source speaks for the study itself: the paper, its press release, its registry record.
    pub fn is_source(self) -> bool {
        self != ArticleKind::News
    }

    /// As printed in reports.
    pub fn label(self) -> &'static str {
        match self {
            ArticleKind::News => "news",
            ArticleKind::PressRelease => "press release",
            ArticleKind::Paper => "paper",
            ArticleKind::Registry => "registry record",
        }
    }
}

/// An article, release, paper or registry record, ready to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The `id` given with the article, or its path.
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    /// RFC 3339 date or date-time, as given.
    pub published: Option<String>,
    pub kind: Option<ArticleKind>,
    /// Where it was read from: `path` or `path:line`.
    pub source: String,
    /// ISO 639-1 code, where known.
    pub language: Option<String>,
    /// The main text. Every span of every later stage points into it.
    pub text: String,
    /// DOI, PubMed id and registration numbers that are this article's own, whether or not its text names them.
    pub identifiers: Vec<String>,
    /// Parts of the text that render a field of a structured record, in the order of the text.
    pub fields: Vec<Field>,
}

/// A part of the text that was made of one field of the record behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub span: Span,
    /// Where the record holds it, as a JSONPath (RFC 9535): `$.protocolSection.designModule.enrollmentInfo.count`.
    pub path: String,
}
