//! "number needed to treat of 7", "NNT = 12".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Quantity, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Nnt,
    reads: "number needed to treat (or harm) with its value; 12 people would need to be treated for one to benefit",
    refuses: "numbers of people treated",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if quantity.unit != Unit::None || !scene.any(Class::Need) {
        return None;
    }
    let tokens = scene.tokens();
    let named = (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
        matches!(tokens.word(k), "nnt" | "nnh")
            || tokens.at(k, &["needed", "to", "treat"])
            || tokens.at(k, &["needed", "to", "harm"])
    });
    let spelled = (quantity.last + 1..quantity.last + 6).any(|k| {
        tokens.at(k, &["need", "to", "be", "treated"])
            || tokens.at(k, &["needed", "to", "be", "treated"])
            || tokens.at(k, &["need", "to", "take"])
    });
    (named || spelled).then(|| Draft::of(ClaimKind::Nnt, quantity, Statistic::Other))
}
