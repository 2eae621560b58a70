//! A contradiction or slip, with the sentences that show it.

use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably a mistake or an overstatement.
    Warning,
    /// Cannot both be true.
    Error,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One side of a finding: what an article says, where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub article: String,
    /// Code points into the article's text.
    pub start: usize,
    pub end: usize,
    pub quote: String,
    /// The value as printed in outputs ("30", "20–30 %", "more than 1000").
    pub value: String,
    /// Line in the article, from 1.
    pub line: usize,
    /// The whole sentence around the quote.
    pub sentence: String,
    /// The outlet, or the article's id.
    pub label: String,
    /// Sides that agree carry the same number, from 0.
    pub side: usize,
    /// Where a structured record holds it, as a JSONPath.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the rule: `X001`.
    pub rule: String,
    /// Name of the rule: `sample-size-conflict`.
    pub name: String,
    pub severity: Severity,
    /// Kind of the claims compared: `sample_size`.
    pub kind: String,
    /// Id of the trial group.
    pub trial: String,
    /// An editor's note, one line.
    pub message: String,
    /// Why the rule thinks that these are the same quantity, or which arithmetic fails.
    pub reason: String,
    pub evidence: Vec<Evidence>,
}
