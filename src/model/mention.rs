//! A drug, cytokine or rating scale named in a text.

use serde::{Deserialize, Serialize};

use super::Place;

/// The lexicon a mention comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    Drug,
    /// Cytokines and the immune and inflammatory markers measured beside them.
    Cytokine,
    Scale,
}

impl Category {
    pub const ALL: [Category; 3] = [Category::Drug, Category::Cytokine, Category::Scale];

    /// As in outputs and lexicon file names' singular.
    pub fn name(self) -> &'static str {
        match self {
            Category::Drug => "drug",
            Category::Cytokine => "cytokine",
            Category::Scale => "scale",
        }
    }
}

/// One occurrence of a lexicon entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub category: Category,
    /// Entry id, such as `drug:tocilizumab`.
    pub id: String,
    /// The entry's canonical name.
    pub name: String,
    #[serde(flatten)]
    pub place: Place,
    /// The words as printed.
    pub surface: String,
    /// A drug class, not one drug.
    pub class: bool,
    /// The drug under study: named in the title or lead, or tested, given, received.
    pub studied: bool,
}
