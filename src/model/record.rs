//! All that outlives an article: the one interface between the per-article stage and everything after it.

use serde::{Deserialize, Serialize};

use super::{ArticleKind, Claim, Fact, Fingerprint, Mention, Place};

/// Whether an article reports an item of reporting quality. Presence is not adequacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QualityState {
    Stated,
    Quantified,
    Absent,
    NotApplicable,
}

/// One item of the reporting-quality scorecard, with the words that show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QualityItem {
    pub item: String,
    pub state: QualityState,
    pub place: Option<Place>,
    pub quote: Option<String>,
}

/// What was read from one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub id: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub kind: Option<ArticleKind>,
    pub source: String,
    pub language: Option<String>,
    /// Only when asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub claims: Vec<Claim>,
    /// Counts of things other than people, and periods told by their years: compared between articles, never printed.
    #[serde(default)]
    pub figures: Vec<Claim>,
    /// Statements without a number that other articles may contradict.
    #[serde(default)]
    pub facts: Vec<Fact>,
    pub mentions: Vec<Mention>,
    pub fingerprint: Fingerprint,
    pub quality: Vec<QualityItem>,
}

impl Record {
    /// The name to print for the article: its outlet where it has one, else its id.
    pub fn label(&self) -> &str {
        self.outlet.as_deref().unwrap_or(&self.id)
    }

    /// Only what names the article.
    pub fn heading(self) -> Self {
        let Self { id, title, outlet, url, published, kind, source, language, .. } = self;
        Self { id, title, outlet, url, published, kind, source, language, ..Self::default() }
    }
}
