//! "p = 0.03", "P<.001", "(<0.0001)".

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Quantity, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::PValue,
    reads: "p = 0.03, P < .001, a p value of 0.2, a lone (<0.0001)",
    refuses: "other small numbers in brackets",
    read: Some(read),
};

/// Signs and words between the letter and the number at most ("p value for trend was <").
const LONGEST_LINK: usize = 6;

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if quantity.unit != Unit::None {
        return None;
    }
    let tokens = scene.tokens();
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::PLink) && quantity.first - at < LONGEST_LINK {
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

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::PValue;

    #[test]
    fn values_and_near_misses() {
        for (text, found) in [
            ("Pain fell (p = 0.03).", vec!["p_value p = 0.03"]),
            ("Pain fell (P<.001).", vec!["p_value P<.001"]),
            ("The p value for trend was 0.2.", vec!["p_value p value for trend was 0.2"]),
            ("Pain fell (<0.0001).", vec!["p_value <0.0001"]),
            ("Section P has 3 pages.", vec![]),
            ("Levels were low (<0.5).", vec![]),
            ("It cost 50 p.", vec![]),
        ] {
            assert_eq!(told(text, &[PValue]), found, "{text}");
        }
    }
}
