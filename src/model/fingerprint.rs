//! What is kept of an article to tell which trial it reports: it serialises, merges, and is linked without the text.

use serde::{Deserialize, Serialize};

/// The features of one article that may tie it to others about the same study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {}
