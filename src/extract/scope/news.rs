//! A number in its scene in, whether the article opened with the same one out: it is the news.

use crate::extract::scene::Scene;
use crate::model::Part;
use crate::text::{Quantity, Unit};

/// In per cent.
const HALF: i64 = 50;

/// What it weighs that the headline or the lead tells the same share, and what it is called.
pub fn told_at_first(scene: &Scene, quantity: &Quantity) -> Option<(i32, &'static str)> {
    if quantity.unit != Unit::Percent {
        return None;
    }
    // "half" is said of many things
    let half = quantity.value.low == HALF.into();
    if told_in(Part::Headline, scene, quantity) {
        Some((if half { 2 } else { 4 }, "told in the headline"))
    } else {
        (!half && told_in(Part::Lead, scene, quantity)).then_some((2, "told in the lead"))
    }
}

/// The beginning of the article tells the same share in this part.
fn told_in(part: Part, scene: &Scene, quantity: &Quantity) -> bool {
    const MOST_SENTENCES: usize = 6;
    let here = scene.sentence().part;
    if here == part || here == Part::Headline {
        return false;
    }
    let first = scene.sentences.iter().take(MOST_SENTENCES).filter(|sentence| sentence.part == part);
    first
        .flat_map(|sentence| &sentence.quantities)
        .any(|q| q.unit == Unit::Percent && q.value.low == quantity.value.low && q.value.high == quantity.value.high)
}
