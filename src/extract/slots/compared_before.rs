//! A relative change whose sentence compares with nobody in, the people that the sentence before compares with out.

use crate::model::Statistic;
use crate::text::Class;

use super::super::Draft;
use super::super::scene::Scene;
use super::phrases::Words;

/// "Those who rowed a little fared no worse than men who never rowed. But those who rowed most had a 9 per cent higher risk."
pub fn told(scene: &Scene, draft: &Draft) -> Option<String> {
    let tokens = scene.tokens();
    let goes_on = matches!(tokens.word(0), "but" | "those" | "and" | "however")
        && matches!(tokens.word(1), "those" | "among" | "who" | "for" | "," | "women" | "men" | "people" | "patients");
    let relative = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    let compares = |k: usize| matches!(tokens.word(k), "than" | "compared" | "versus" | "relative");
    if !relative || !goes_on || (0..tokens.len()).any(compares) {
        return None;
    }
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at))?;
    if before.block + 1 < scene.sentence().block || before.tokens.is_empty() {
        return None;
    }
    let words = Words { tokens: &before.tokens, quantities: &before.quantities, drugs: &[], found: None };
    let lead = (0..before.tokens.len()).rev().find_map(|k| match before.tokens.word(k) {
        "compared" if matches!(before.tokens.word(k + 1), "with" | "to") => Some(k + 2),
        "than" if before.tokens.is(k + 1, Class::People) || before.tokens.word(k + 1) == "those" => Some(k + 1),
        _ => None,
    })?;
    let run =
        words.noun_phrase(lead).filter(|run| words.headed_by_people(*run) && words.quantity_at(run.first).is_none())?;
    Some(before.tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
}
