//! A relative change whose sentence compares with nobody in, whom the sentence before compares with out.

use crate::model::Statistic;
use crate::text::Class;

use super::super::grammar::phrases::{Run, Words};
use crate::extract::Draft;
use crate::extract::scene::{Scene, Sentence};

/// "Those who rowed a little fared no worse than men who never rowed. But those who rowed most had a 9 per cent higher risk."
pub fn told(scene: &Scene, draft: &Draft) -> Option<String> {
    let tokens = scene.tokens();
    let relative = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    let compares = |k: usize| matches!(tokens.word(k), "than" | "compared" | "versus" | "relative");
    if !relative || (0..tokens.len()).any(compares) {
        return None;
    }
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at))?;
    if before.block + 1 < scene.sentence().block || before.tokens.is_empty() {
        return None;
    }
    let goes_on = matches!(tokens.word(0), "but" | "those" | "and" | "however")
        && matches!(tokens.word(1), "those" | "among" | "who" | "for" | "," | "women" | "men" | "people" | "patients");
    // "the heaviest rowers", where the sentence before compares with the lightest
    let most = tokens.any(Class::MostExposed) && (0..draft.first).any(|k| MOST.contains(&tokens.word(k)));
    let again = !goes_on && !most && same_subject(scene.sentence(), before);
    if !goes_on && !most && !again {
        return None;
    }
    let words = Words::of(before);
    let people = |k: usize| before.tokens.is(k, Class::People) || before.tokens.word(k) == "those";
    let lead = (0..before.tokens.len()).rev().find_map(|k| match before.tokens.word(k) {
        "compared" if matches!(before.tokens.word(k + 1), "with" | "to") => Some(k + 2),
        "than" if people(k + 1) || again && words.quantity_at(k + 1).is_none() => Some(k + 1),
        _ => None,
    })?;
    let run = words.noun_phrase(lead).filter(|run| words.quantity_at(run.first).is_none())?;
    let least = || (run.first..=run.last).any(|k| LEAST.contains(&before.tokens.word(k)));
    let fits = again || goes_on && words.headed_by_people(run) || most && least();
    fits.then(|| before.tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
}

const MOST: [&str; 6] = ["most", "highest", "heaviest", "greatest", "longest", "largest"];
const LEAST: [&str; 6] = ["least", "lowest", "lightest", "smallest", "shortest", "fewest"];

/// "Homemade soups held more salt than tinned soups. Homemade soups also held double the fat": the sentence goes on about
/// its subject.
fn same_subject(sentence: &Sentence, before: &Sentence) -> bool {
    /// Tokens of a subject and "also" at most.
    const LONGEST: usize = 8;
    let tokens = &sentence.tokens;
    let Some(also) = (1..LONGEST).find(|&k| tokens.word(k) == "also") else { return false };
    let words = Words::of(sentence);
    let subject = words.noun_phrase(0).filter(|run| run.first <= 1 && run.last < also);
    let from = usize::from(before.tokens.word(0) == "\"");
    let same = |run: Run| {
        (run.first..=run.last).all(|k| tokens.word(k) == before.tokens.word(k - run.first + from))
            && !super::super::grammar::clause::points_back(tokens, run)
    };
    subject.is_some_and(same)
}
