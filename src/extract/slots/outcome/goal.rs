//! A figure that only says how many reached it in ("At week 12, it was met by 9 per cent"), the goal that the sentence before
//! names out.

use crate::extract::Draft;
use crate::extract::scene::{Scene, Sentence};
use crate::text::{Class, Tokens};

use super::super::grammar::phrases::Words;

/// "The primary endpoint was complete healing. It was met by 9 per cent."
pub fn told(scene: &Scene, draft: &Draft) -> Option<String> {
    if !reached(scene.tokens(), draft.first) {
        return None;
    }
    let before = scene.previous()?;
    let words = Words::of(before);
    let tokens = words.tokens;
    let be = (1..tokens.len()).find(|&k| tokens.is(k, Class::Be))?;
    let goal = |k: usize| {
        matches!(
            tokens.word(k),
            "endpoint"
                | "endpoints"
                | "outcome"
                | "goal"
                | "aim"
                | "target"
                | "measure"
                | "objective"
                | "criterion"
                | "point"
                | "benchmark"
        )
    };
    let run = words.noun_phrase(be + 1).filter(|_| (0..be).any(goal))?;
    Some(tokens.span(run.first, run.last).of(&scene.article.text).to_owned())
}

/// "it was met by", "this was seen in": before the figure or before the first of its list.
fn reached(tokens: &Tokens, first: usize) -> bool {
    /// Tokens from the verb to the figure at most.
    const REACH: usize = 40;
    let verb = |k: usize| {
        tokens.is(k, Class::SeenVerb) || matches!(tokens.word(k), "met" | "reached" | "achieved" | "attained" | "hit")
    };
    (first.saturating_sub(REACH)..first).any(|k| {
        matches!(tokens.word(k), "it" | "this" | "that")
            && tokens.is(k + 1, Class::Be)
            && verb(k + 2)
            && matches!(tokens.word(k + 3), "by" | "in" | "for" | "among")
    })
}

/// "Time at sea? It rose by 9 minutes": what the short question before asks for.
pub fn asked(scene: &Scene) -> Option<String> {
    /// Words of the question at most.
    const LONGEST: usize = 7;
    let before: &Sentence = scene.previous()?;
    let text = before.span.of(&scene.article.text).trim().strip_suffix('?')?;
    let words = Words::of(before);
    let asks = |k: usize| {
        words.acts(k)
            || words.tokens.is(k, Class::Modal)
            || words.tokens.is(k, Class::Be)
            || matches!(
                words.tokens.word(k),
                "what"
                    | "why"
                    | "how"
                    | "who"
                    | "when"
                    | "where"
                    | "so"
                    | "and"
                    | "does"
                    | "do"
                    | "did"
                    | "true"
                    | "really"
                    | "it"
            )
    };
    let plain = before.tokens.len() <= LONGEST + 1 && !(0..before.tokens.len()).any(asks);
    let it = matches!(scene.tokens().word(0), "it" | "they" | "that" | "those");
    (plain && it && before.quantities.is_empty()).then(|| text.trim().to_owned())
}
