//! "twice as likely", "doubled", "halved", "three times more", "tenfold".

use crate::model::{ClaimKind, Direction, Scope, Statistic};
use crate::text::{Class, Form, Quantity};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Multiplier,
    reads: "twice, doubled, halved, two-fold, three times more, half as likely",
    refuses: "frequencies (twice a day), names (double-blind)",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if quantity.form != Form::Multiple {
        return None;
    }
    let tokens = scene.tokens();
    let mut draft = Draft::of(ClaimKind::Multiplier, quantity, Statistic::Ratio);
    let less = (quantity.last + 1..quantity.last + 3).any(|k| tokens.is(k, Class::DownWord));
    draft.direction =
        Some(if less || quantity.value.high < rust_decimal::Decimal::ONE { Direction::Down } else { Direction::Up });
    Some(draft)
}
