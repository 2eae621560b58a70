//! Plain data that travels between the stages: no logic beyond the invariants of each type.

mod article;
pub mod bytes;
mod claim;
mod fact;
mod finding;
mod fingerprint;
mod mention;
mod place;
mod record;
mod reported;
mod trial_group;

pub use article::{Article, ArticleKind, Field};
pub use claim::{Arm, Claim, ClaimKind, Direction, Fraction, Part, Role, Scope, Statistic};
pub use fact::{Fact, FactKind};
pub use finding::{Evidence, Finding, Severity};
pub use fingerprint::{Design, Fingerprint, Key, KeyKind, Term};
pub use mention::{Category, Mention};
pub(crate) use place::count_bytes;
pub use place::{Place, PlaceFinder, SentenceText, Span};
pub use record::{QualityItem, QualityState, Record};
pub use reported::{Bound, PlainNumber, Reported};
pub use rust_decimal::Decimal;
pub use trial_group::{Link, TrialGroup};
