//! Two figures of one sentence told side by side ("54% of … compared with 38% of …", "4.7% vs 3.1%"): which go together.

use crate::text::{Quantity, Tokens};

/// The figure that stands against another, and which of the two comes first.
#[derive(Clone, Copy, Debug)]
pub struct Partner<'a> {
    pub quantity: &'a Quantity,
    /// The partner comes before the figure asked about.
    pub before: bool,
}

/// Tokens between two compared figures at most.
const REACH: usize = 26;

/// The figure of the same unit that `quantity` is compared with.
pub fn partner<'a>(tokens: &Tokens, quantities: &'a [Quantity], quantity: &Quantity) -> Option<Partner<'a>> {
    let at = quantities.iter().position(|q| q.first == quantity.first)?;
    let before =
        quantities[..at].iter().rev().find(|q| q.unit == quantity.unit).filter(|q| compared(tokens, q, quantity));
    if let Some(quantity) = before {
        return Some(Partner { quantity, before: true });
    }
    let after =
        quantities[at + 1..].iter().find(|q| q.unit == quantity.unit).filter(|q| compared(tokens, quantity, q))?;
    Some(Partner { quantity: after, before: false })
}

/// A word of comparison stands between the two.
fn compared(tokens: &Tokens, left: &Quantity, right: &Quantity) -> bool {
    let between = left.last + 1..right.first;
    if between.len() > REACH {
        return false;
    }
    between.clone().any(|k| match tokens.word(k) {
        "vs" | "versus" | "v" | "against" | "than" | "while" | "whereas" => true,
        "compared" => matches!(tokens.word(k + 1), "with" | "to"),
        "and" => k + 4 >= right.first && between.len() > 2,
        "to" => between.len() <= 2 && (left.first.saturating_sub(3)..left.first).any(|j| tokens.word(j) == "from"),
        _ => false,
    })
}
