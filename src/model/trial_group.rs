//! The articles found to report one trial, and why.

use serde::{Deserialize, Serialize};

/// A tie between two articles: `a` < `b`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub a: String,
    pub b: String,
    /// 0 to 1: how sure the tie is.
    pub score: f64,
    /// In words: "same quotation of 14 words", "76 volunteers".
    pub reasons: Vec<String>,
}

/// Articles about one trial.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TrialGroup {
    /// The smallest article id in the group.
    #[serde(rename = "group")]
    pub id: String,
    /// Sorted.
    pub articles: Vec<String>,
    pub links: Vec<Link>,
    /// Article → the article it is a near copy of; both stand in `articles`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<(String, String)>,
    /// Ties too weak to group on, reported as "possibly the same trial".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub possibly: Vec<Link>,
}
