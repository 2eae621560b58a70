//! A measured amount in, whether a list, an answer or a level verb tells it as a result out: "Average loss: rye, 12 pounds".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

/// "Average loss, by diet: rye, 12 pounds": a list of changes.
pub(super) fn listed_behind(scene: &Scene, led: usize) -> bool {
    let tokens = scene.tokens();
    const LONGEST: usize = 8;
    let colon = (led.saturating_sub(LONGEST)..led).rev().find(|&k| tokens.word(k) == ":");
    let listed = colon.is_some_and(|colon| {
        (colon.saturating_sub(LONGEST)..colon).any(|k| tokens.is(k, Class::ChangeNoun))
            && !(colon..led).any(|k| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be))
    });
    listed || led == 0 && answers(scene)
}

/// "The average loss? Twelve pounds with rye."
fn answers(scene: &Scene) -> bool {
    let verb = |tokens: &Tokens, k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be);
    let asks = |tokens: &Tokens| {
        tokens.len().checked_sub(1).is_some_and(|last| tokens.word(last) == "?")
            && tokens.iter().any(|(k, _)| tokens.is(k, Class::ChangeNoun) || tokens.is(k, Class::MeasuredWord))
            && !tokens.iter().any(|(k, _)| verb(tokens, k))
    };
    scene.previous().is_some_and(|before| asks(&before.tokens))
}

/// "left them a mere two points ahead"
pub(super) fn ahead(tokens: &Tokens, quantity: &Quantity) -> bool {
    let points = matches!(&quantity.unit, Unit::Measure(name) if name.starts_with("point"));
    points && matches!(tokens.word(quantity.last + 1), "ahead" | "behind" | "apart")
}

/// "averaged 8.3 points", "stayed at 22 points", "averaged 171 pounds"
pub(super) fn scored(tokens: &Tokens, quantity: &Quantity, led: usize) -> bool {
    let points = matches!(&quantity.unit, Unit::Measure(name) if name.starts_with("point"));
    let at = if tokens.before(led) == "at" { led - 1 } else { led };
    points && tokens.is(at.wrapping_sub(1), Class::HoldsAt) || matches!(tokens.before(led), "averaged" | "averaging")
}
