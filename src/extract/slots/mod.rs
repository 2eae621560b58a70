//! A claim in its sentence in, the slots that make it comparable out.

use crate::model::{Arm, Mention};
use crate::text::Quantity;

use super::Draft;
use super::scene::Scene;

/// The word lists that the slots need.
pub struct SlotWords {}

impl SlotWords {
    pub fn bundled() -> Self {
        Self {}
    }
}

/// What the sentence says around a number; `None` where it does not.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    pub group: Option<String>,
    pub arm: Option<Arm>,
    pub outcome: Option<String>,
    pub comparator: Option<String>,
    pub timepoint: Option<String>,
    pub scale: Option<String>,
    pub drug: Option<String>,
    pub negated: bool,
    pub hedged: Option<String>,
    pub attributed_to: Option<String>,
    pub adjusted: bool,
}

/// Fills the slots of one claim.
pub fn fill(_scene: &Scene, _draft: &Draft, _quantity: &Quantity, _words: &SlotWords, _mentions: &[Mention]) -> Slots {
    Slots::default()
}
