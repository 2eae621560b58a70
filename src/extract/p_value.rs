//! "p = 0.03", "P<.001", "(<0.0001)".

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Quantity, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::PValue,
    reads: "p = 0.03, P < .001, a p value of 0.2, a lone (<0.0001)",
    refuses: "other small numbers in brackets",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if quantity.unit != Unit::None {
        return None;
    }
    let tokens = scene.tokens();
    let mut at = quantity.first;
    while at > 0
        && matches!(
            tokens.word(at - 1),
            "=" | "<"
                | ">"
                | "≤"
                | "≥"
                | "of"
                | "was"
                | "value"
                | "values"
                | "-"
                | "or"
                | "/"
                | ":"
                | "than"
                | "less"
                | "is"
                | "trend"
                | "for"
                | "interaction"
        )
        && quantity.first - at < 6
    {
        at -= 1;
    }
    let letter = matches!(tokens.before(at), "p" | "ptrend" | "pinteraction") && at < quantity.first;
    let lone = tokens.before(quantity.first) == "<"
        && tokens.before(quantity.first - 1) == "("
        && tokens.word(quantity.last + 1) == ")"
        && quantity.value.low < Decimal::new(51, 3);
    if !letter && !lone {
        return None;
    }
    let first = if letter { at - 1 } else { quantity.first - 1 };
    Some(Draft { first, unit: None, ..Draft::of(ClaimKind::PValue, quantity, Statistic::Other) })
}
