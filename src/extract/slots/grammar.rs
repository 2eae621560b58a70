//! How a sentence is taken apart: its clauses, its noun and verb phrases, what stands in brackets and asides.

pub mod behind_aside;
pub mod bracketed;
pub mod clause;
pub mod closing;
mod in_time;
pub mod likely;
pub mod lists;
pub mod phrase_before;
pub mod phrases;
pub mod tidy;
pub mod trailing;
pub mod verbs;
