//! Every other percentage, proportion or fraction: relative changes, prevalence, composition, points.

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope};
use crate::text::{Class, Form, Quantity};

use super::nouns::counted_noun;
use super::scene::Scene;
use super::share::{quote_end, reading};
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Percentage,
    reads: "cut risk by 40%, one in three people with depression, 60 per cent were women, 10 percentage points",
    refuses: "confidence levels, tags and ratings, 100 % as an idiom, half and third as ordinals",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    let reading = reading(scene, quantity)?;
    if quantity.form == Form::Share && quantity.fraction.is_none() && loose_fraction(scene, quantity) {
        return None;
    }
    if one_of_things(scene, quantity) {
        return None;
    }
    let last = quote_end(scene, quantity);
    Some(Draft { last, direction: reading.direction, ..Draft::of(ClaimKind::Percentage, quantity, reading.statistic) })
}

/// "one of the two drugs", "one of 117 centres": one of several things, not a share of people.
fn one_of_things(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let one = quantity.fraction.is_some_and(|fraction| fraction.count == Decimal::ONE);
    one && tokens.word(quantity.first + 1) == "of" && counted_noun(tokens, quantity.last + 1).is_none()
}

/// "half" and "a third" that are a share of no people and no change ("half of the battle", "half the time").
fn loose_fraction(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let of_time = (next..next + 4).any(|k| {
        matches!(tokens.word(k), "time" | "century" | "battle" | "story" | "way" | "season" | "game" | "price" | "page")
            || tokens.is(k, Class::TimeUnit)
    });
    let last_third =
        matches!(tokens.before(quantity.first), "top" | "bottom" | "upper" | "lower" | "highest" | "lowest");
    of_time || last_third
}
