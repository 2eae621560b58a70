//! Gold claims and predicted claims in, precision, recall and F1 out, with every mistake and where it stands.
//!
//! # What counts as right
//!
//! A prediction is right when it has the gold claim's **kind**, overlaps its **place** by at least one character and
//! has its **value**: both ends, to 0.5 % of the larger of the two numbers, so that 33.3 is 33.33. Each gold claim and
//! each prediction is matched once, longest overlap first. Then
//!
//! - precision = right ÷ predictions, recall = right ÷ gold claims, F1 = their harmonic mean; over the documents that
//!   the gold covers, kind by kind and pooled:
//! - `CORE` pools sample sizes, event counts, response rates, percentages and multipliers;
//! - `ALL` pools the twelve kinds;
//! - `figure` ignores the kind: was the number found with its value at all?
//! - *accuracy* of scope (this study or not), role (of sample sizes), bound and approximation is the share of right
//!   claims that also have the gold's. A gold claim that does not say one of them is not asked for it.
//!
//! # Slots
//!
//! Of the claims found, the text slots (group, outcome, comparator, time point) are compared softly: the overlap F1 of
//! their content words, between 0 and 1. Precision is the sum of these over the slots predicted, recall over the slots
//! in the gold. The arm is right or wrong.
//!
//! ```
//! use trialwire::eval::{Gold, Options, Row, score};
//! use trialwire::model::ClaimKind;
//!
//! let gold = Gold::from(vec![Row::new("a", ClaimKind::SampleSize, 10, 19, 30.0)]);
//! let predictions = [Row::new("a", ClaimKind::SampleSize, 10, 12, 30.0), Row::new("a", ClaimKind::Dose, 40, 44, 5.0)];
//! let scored = score(&gold, &predictions, &Options::default());
//! assert_eq!((scored.all().p, scored.all().r), (0.5, 1.0));
//! ```

mod ann;
mod brat;
mod claims;
mod confusion;
mod context;
mod documents;
mod file_name;
mod findings;
mod gold;
mod json_rows;
mod links;
mod matching;
mod measures;
mod mistakes;
mod note;
mod problem;
mod row;
mod slots;

pub use claims::{Evaluation, Options, score};
pub use confusion::Confusion;
pub use context::{Context, Texts};
pub use documents::{assign, assign_files};
pub use file_name::{escaped, file_name};
pub use findings::{FindingScores, score_findings};
pub use gold::{Gold, Reader, Reading};
pub use links::{LinkScores, score_links};
pub use measures::{Accuracy, Score, Share};
pub use mistakes::{Fault, Mistake, Mistakes};
pub use problem::{EvalError, Problem};
pub use row::{KINDS, Row};
pub use slots::{SlotScores, Slots, TextSlot, read_slots};
