//! What is kept of an article to tell which trial it reports: it serialises, merges, and is linked without the text.

use serde::{Deserialize, Serialize};

/// The features of one article that may tie it to others about the same study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The words that tell most about the article, sorted.
    pub terms: Vec<Term>,
    /// Names, identifiers, numbers and quotations, sorted.
    pub keys: Vec<Key>,
    /// The smallest hashes of runs of words, rising: two texts that share much wording share many of them.
    pub sketch: Vec<u32>,
    /// Days since 1970-01-01 on which it may have been published: two when day and month can't be told apart.
    pub days: Vec<i32>,
    pub design: Option<Design>,
    /// Phases of clinical trial that the text names, 1 to 4, sorted.
    pub phases: Vec<u8>,
}

/// A word in its base form, how often it stands in the article and in which parts of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(String, u8, u16)", into = "(String, u8, u16)")]
pub struct Term {
    pub word: String,
    pub count: u8,
    /// Bit *n* is set when the word stands in the *n*th part of the article.
    pub parts: u16,
}

impl From<(String, u8, u16)> for Term {
    fn from((word, count, parts): (String, u8, u16)) -> Self {
        Self { word, count, parts }
    }
}

impl From<Term> for (String, u8, u16) {
    fn from(term: Term) -> Self {
        (term.word, term.count, term.parts)
    }
}

/// What a [`Key`] names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyKind {
    /// Number of the trial in a registry.
    Registry,
    /// DOI or PubMed id of the paper.
    Paper,
    /// The trial's name in capitals: RECOVERY.
    Acronym,
    /// Lexicon id of a drug under study.
    Drug,
    Person,
    Journal,
    Institution,
    /// An exact number of the text.
    Number,
    /// Words in quotation marks.
    Quotation,
}

/// Something named in the text that few other texts name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    pub kind: KeyKind,
    /// What is compared: "76", "smith".
    pub value: String,
    /// What is shown to people: "76 volunteers".
    pub shown: String,
}

/// Whether the article says it is about one trial or about an overview of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    Trial,
    Review,
}
