//! Fingerprints in, trial groups with their reasons out.
//!
//! Pairs that share rare features are compared family by family ([`evidence`]), scored, checked against the vetoes and
//! clustered. The result depends on the set of articles alone: everything runs in the order of their ids.

mod blocking;
mod cluster;
mod evidence;
mod explain;
mod features;
mod groups;
mod index;
mod packed;
mod reasons;
mod score;
mod syndicated;
mod ties;
mod vetoes;
mod word_lists;

pub use features::Fingerprinter;
pub use groups::{Linker, group};
pub use index::Collector;
