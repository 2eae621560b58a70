//! Lexicon files in, the drugs, cytokines and rating scales named in a text out.

use crate::model::Mention;

/// The loaded lexicons; built once, shared by every thread.
pub struct Lexicon {}

impl Lexicon {
    /// The lexicons that come with the program.
    pub fn bundled() -> Self {
        Self {}
    }

    /// Every entry named in `text`, in the order of the text; `title_end` is the byte where the headline ends.
    pub fn mentions(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
}
