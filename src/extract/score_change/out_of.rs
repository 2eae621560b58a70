//! A mark with the most that can be had in, the mark out: "a pain score of 68 out of 100".

use crate::extract::Draft;
use crate::extract::nouns::counted_noun;
use crate::extract::scene::Scene;
use crate::model::{ClaimKind, Reported, Statistic};
use crate::text::{Class, Form, Quantity};

/// The mark that a share is, where a score is told.
pub(super) fn mark(scene: &Scene, quantity: &Quantity) -> Option<Draft> {
    const REACH: usize = 10;
    const FULL: [u32; 8] = [5, 7, 10, 20, 30, 50, 60, 100];
    let tokens = scene.tokens();
    let fraction = quantity.fraction.filter(|_| quantity.form == Form::Share && !quantity.borrowed_unit)?;
    let full = FULL.iter().any(|&full| fraction.total == full.into());
    let out_of = (quantity.first..quantity.last).any(|k| tokens.at(k, &["out", "of"]));
    let scored = |k: usize| tokens.is(k, Class::Gauge) || matches!(tokens.word(k), "scored" | "rated" | "scoring");
    let mut before = (quantity.first.saturating_sub(REACH)..quantity.first).rev().take_while(|&k| tokens.is_word(k));
    let led = matches!(
        tokens.before(quantity.first),
        "to" | "of" | "at" | "was" | "from" | "as" | "scored" | "averaged" | "around" | "about" | "by" | "just"
    );
    let people = counted_noun(tokens, quantity.last + 1).is_some();
    (full && out_of && led && !people && before.any(scored)).then(|| Draft {
        value: Reported { decimals: fraction.count.scale(), ..Reported::exact(fraction.count) },
        unit: None,
        ..Draft::of(ClaimKind::ScoreChange, quantity, Statistic::Level)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ScoreChange;

    #[test]
    fn marks() {
        for (text, found) in [
            ("In the trial, the pain score rose to 68 out of 100.", 1),
            ("In the trial, nurses had a mean score of 7.5 out of 10.", 1),
            ("In the trial, the score of 7 out of 10 nurses rose.", 0),
            ("In the trial, 7 out of 10 had a high score.", 0),
            ("In the trial, pain was felt by 68 out of 100.", 0),
        ] {
            assert_eq!(told(text, &[ScoreChange]).len(), found, "{text}");
        }
    }
}
