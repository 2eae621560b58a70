//! A claim in its sentence in, the slots that make it comparable out: group, arm, outcome, comparator, time, voice.

mod arm;
mod comparison;
mod group;
mod outcome;
mod pairs;
mod phrases;
mod voice;

use crate::model::{Arm, Category, Mention, Span};
use crate::text::Quantity;

use super::Draft;
use super::scene::Scene;
use phrases::{Run, Words};

/// What the sentence says around a number; `None` where it does not.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    pub group: Option<String>,
    pub arm: Option<Arm>,
    pub outcome: Option<String>,
    pub comparator: Option<String>,
    pub timepoint: Option<String>,
    pub scale: Option<String>,
    pub drug: Option<String>,
    pub negated: bool,
    pub hedged: Option<String>,
    pub attributed_to: Option<String>,
    pub adjusted: bool,
}

/// Fills the slots of one claim.
pub fn fill(scene: &Scene, draft: &Draft, quantity: &Quantity, mentions: &[Mention]) -> Slots {
    let words = Words { tokens: scene.tokens(), quantities: scene.quantities() };
    let comparable = comparable(draft);
    let group = comparable.then(|| group::group(&words, draft, quantity)).flatten();
    let outcome = comparable.then(|| outcome::outcome(&words, draft, quantity, group)).flatten();
    let comparator = comparable.then(|| comparison::comparator(&words, draft, quantity)).flatten();
    let timepoint = comparable.then(|| comparison::timepoint(&words, draft, quantity)).flatten();
    let in_text =
        |run: Option<Run>| run.map(|run| words.tokens.span(run.first, run.last).of(&scene.article.text).to_owned());
    let sentence = scene.sentence().span;
    Slots {
        arm: if comparable { arm::arm(&words, draft, quantity, group) } else { None },
        group: in_text(group),
        outcome: in_text(outcome),
        comparator: in_text(comparator),
        timepoint: in_text(timepoint),
        scale: only(mentions, sentence, Category::Scale),
        drug: only(mentions, sentence, Category::Drug),
        negated: voice::negated(scene, draft, outcome),
        hedged: voice::hedged(scene, draft),
        attributed_to: voice::attributed_to(scene),
        adjusted: voice::adjusted(scene),
    }
}

/// Durations, doses, p values and intervals are compared by other means.
fn comparable(draft: &Draft) -> bool {
    use crate::model::ClaimKind::*;
    matches!(
        draft.kind,
        SampleSize | EventCount | ResponseRate | Percentage | Multiplier | EffectEstimate | ScoreChange
    )
}

/// The one entry of a category that the sentence names; `None` where it names none or several.
fn only(mentions: &[Mention], sentence: Span, category: Category) -> Option<String> {
    let mut found = mentions
        .iter()
        .filter(|m| m.category == category && !m.class && sentence.contains(m.place.bytes))
        .map(|m| m.id.as_str());
    let first = found.next()?;
    found.all(|id| id == first).then(|| first.to_owned())
}
