//! A number in its scene in, whether the article's headline tells the same one out: it is the news.

use crate::extract::scene::Scene;
use crate::model::Part;
use crate::text::{Quantity, Unit};

/// In per cent.
const HALF: i64 = 50;

/// What it weighs that the headline tells the same share; nothing where it does not.
pub fn told_in_headline(scene: &Scene, quantity: &Quantity) -> Option<i32> {
    const MOST_HEADLINES: usize = 6;
    if quantity.unit != Unit::Percent || scene.sentence().part == Part::Headline {
        return None;
    }
    let headlines = scene.sentences.iter().take(MOST_HEADLINES).filter(|sentence| sentence.part == Part::Headline);
    let told = headlines
        .flat_map(|sentence| &sentence.quantities)
        .any(|q| q.unit == Unit::Percent && q.value.low == quantity.value.low && q.value.high == quantity.value.high);
    // "half" is said of many things
    told.then_some(if quantity.value.low == HALF.into() { 2 } else { 4 })
}
