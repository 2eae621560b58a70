//! trialwire reads health-news coverage and the papers, press releases and registry records behind it, extracts what
//! each text claims in numbers, works out which texts report one trial, and shows where they contradict each other,
//! their source or their own arithmetic.
//!
//! ```text
//! bytes ─ingest→ Article ─text→ Sentence ─lexicon→ Mention ─extract→ Claim ┐
//!                                                                        Record (all that outlives an article)
//! report ←check─ Finding ←check─ TrialGroup ←link─ Fingerprint ───────────┘
//! ```
//!
//! Invariants:
//!
//! 1. An article's text is never rewritten after ingest; every span points into it.
//! 2. A number keeps its printed form, so that rounding is part of every comparison.
//! 3. Same input, same bytes out, whatever the threads, the order of the files or the machine.
//! 4. Time and memory are linear in the text.
//! 5. A bad article is skipped, counted and reported; nothing is silently dropped.
//! 6. Text from outside is hostile: escaped in every output, never a path, never a pattern.

pub mod check;
pub mod eval;
pub mod extract;
pub mod ingest;
pub mod lexicon;
pub mod link;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod text;
