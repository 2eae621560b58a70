//! Lexicon files in, the drugs, cytokines and rating scales named in a text out.
//!
//! ```text
//! files ─load→ Tables ─variants→ word sequences ─matcher→ Matcher
//! text ─scan→ hits ─abbreviations, ambiguity→ names ─studied→ Mention
//! ```

mod abbreviations;
mod ambiguity;
mod build;
mod bytes;
mod check;
mod entry;
mod finish;
mod first;
mod fold;
mod gap;
#[cfg(feature = "import")]
pub mod import;
mod letters;
mod load;
mod matcher;
mod mentions;
mod openings;
mod phrase;
mod problem;
mod query;
mod reading;
mod relations;
mod scan;
#[cfg(test)]
mod small;
mod studied;
mod table;
mod variants;
mod vocabulary;

pub use build::Lexicon;
pub use check::check;
pub use entry::{Ambiguity, Case, Entry, Kind, Surface, SurfaceKind};
pub use load::{LexiconFile, bundled_files, folder_files, read};
pub use mentions::{Name, Names};
pub use problem::Problem;
