//! A bare "risk" as an outcome in, the risk told before that it means out.

use crate::model::{Claim, Statistic};
use crate::text::Tokens;

use super::super::grammar::clause::without_people;
use super::super::grammar::phrases::{Run, Words};
use crate::extract::Draft;
use crate::extract::scene::{Scene, Sentence};

/// "Rye is tied to a lower risk of gout. … a 9 per cent lower risk": the risk that the sentence, or the one before, names.
pub fn named(scene: &Scene, draft: &Draft, outcome: &str, earlier: &[Claim]) -> Option<String> {
    if !bare(outcome) || !matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio) {
        return None;
    }
    let here = told_in(scene, scene.sentence(), draft.first);
    let before = scene.at.checked_sub(1).and_then(|at| scene.sentences.get(at));
    let before = before.filter(|before| before.block + 1 >= scene.sentence().block);
    let known =
        || before.and_then(|before| told_in(scene, before, before.tokens.len())).or_else(|| of_claim(scene, earlier));
    here.or_else(known)
}

/// The risk that the last figures told of.
fn of_claim(scene: &Scene, earlier: &[Claim]) -> Option<String> {
    /// Claims looked back over, and bytes from the claim to the sentence at most.
    const MOST: usize = 4;
    const NEAR: usize = 400;
    let near = |claim: &&Claim| claim.place.bytes.end + NEAR > scene.sentence().span.start;
    let told = earlier.iter().rev().take(MOST).filter(near).filter_map(|claim| claim.outcome.as_deref());
    let risk = |outcome: &&str| outcome.split_once(" of ").is_some_and(|(risk, _)| bare(risk));
    told.into_iter().find(risk).map(str::to_owned)
}

/// The last "risk of …" before token `end`.
fn told_in(scene: &Scene, sentence: &Sentence, end: usize) -> Option<String> {
    let tokens = &sentence.tokens;
    let words = Words::of(sentence);
    let risk = (0..end.min(tokens.len())).rev().find(|&k| bare(tokens.word(k)) && tokens.word(k + 1) == "of")?;
    let run = without_age(tokens, without_people(&words, words.noun_phrase(risk)?));
    // "the chance of having rowed": a clause
    let told = run.last > risk + 1
        && !tokens.word(run.last).ends_with("ing")
        && !words.headed_by_people(Run { first: risk + 2, last: run.last });
    told.then(|| tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
}

/// "the odds of gout at the age of nine" → "odds of gout"
pub fn without_age(tokens: &Tokens, run: Run) -> Run {
    let age = |k: usize| tokens.word(k) == "at" && (tokens.word(k + 1) == "age" || tokens.word(k + 2) == "age");
    let age = (run.first + 1..=run.last).find(|&k| age(k));
    Run { first: run.first, last: age.map_or(run.last, |k| k - 1) }
}

fn bare(outcome: &str) -> bool {
    matches!(outcome, "risk" | "risks" | "odds" | "likelihood" | "chance" | "chances")
}
