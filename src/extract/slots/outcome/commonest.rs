//! "The most common complaint was a sore throat, reported by 14 per cent": a sentence that asks for the harm first in, the harm
//! out.

use crate::text::{Class, Quantity};

use super::super::grammar::phrases::{Run, Words};

/// What the commonest of something was, before the figure of those who had it.
pub fn named(words: &Words, quantity: &Quantity) -> Option<Run> {
    asked_for(words, quantity).or_else(|| told_first(words, quantity))
}

/// "Itching was the most frequent side effect, affecting 14 per cent".
fn told_first(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the beginning to the verb at most.
    const REACH: usize = 10;
    let tokens = words.tokens;
    let be = (1..REACH.min(quantity.first)).find(|&k| {
        tokens.is(k, Class::Be)
            && tokens.word(k + 1) == "the"
            && (matches!(tokens.word(k + 2), "main" | "chief" | "commonest" | "leading" | "biggest")
                || tokens.word(k + 2) == "most" && matches!(tokens.word(k + 3), "common" | "frequent"))
    })?;
    let run = words.noun_phrase_before(be)?;
    let next = (be + 3..quantity.first).any(|k| tokens.word(k) == ",");
    (next && !words.people(run) && words.between(be, quantity.first).len() <= 1).then_some(run)
}

fn asked_for(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens before "most common", and from there to the verb, at most.
    const OPENING: usize = 8;
    const NAME: usize = 9;
    let tokens = words.tokens;
    let at = (0..OPENING.min(quantity.first)).find(|&k| {
        tokens.word(k) == "most"
            && matches!(
                tokens.word(k + 1),
                "common" | "commonly" | "frequent" | "frequently" | "serious" | "notable" | "usual" | "widespread"
            )
            || tokens.word(k) == "commonest"
            || tokens.word(k) == "the" && matches!(tokens.word(k + 1), "main" | "chief" | "leading" | "biggest")
    })?;
    let be = (at + 1..at + NAME).take_while(|&k| tokens.is_word(k)).find(|&k| tokens.is(k, Class::Be))?;
    let run = words.noun_phrase(be + 1)?;
    // "was a sore throat, which bothered 14 per cent"
    let seen = |k: usize| tokens.is(k, Class::SeenVerb) || matches!(tokens.word(k), "affecting" | "affected" | "in");
    let last = (run.first..=run.last).find(|&k| k > run.first && seen(k)).map_or(run.last, |k| k - 1);
    let alone = words.between(be, quantity.first).is_empty() && last < quantity.first;
    let behind = (last + 1..quantity.first).any(|k| tokens.is(k, Class::Preposition) || tokens.word(k) == "which");
    (be < quantity.first && alone && behind && !words.people(run)).then_some(Run { first: run.first, last })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    #[test]
    fn the_commonest_harm_is_what_happened() {
        for (text, outcome) in [
            ("The most common complaint was a sore throat, reported by 14% of the bakers in the trial.", "sore throat"),
            (
                "In the trial, the most frequent side effect was dizziness, which occurred in 31% of the bakers.",
                "dizziness",
            ),
            ("The commonest reaction in the trial was itching, in 22 per cent of the bakers.", "itching"),
            ("In the trial, itching was the most frequent side effect, affecting 31% of the bakers.", "itching"),
            ("The main reason was the taste, given by 9 per cent of bakers in the trial.", "taste"),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
    }

    #[test]
    fn other_openings_tell_nothing_of_it() {
        for text in [
            "The most common boats were red, and 14% of the bakers in the trial sank.",
            "In the trial, 14% of the bakers who had the most common rash sank.",
            "The main port was closed when 14% of the bakers in the trial sank.",
        ] {
            let outcome = shares(text)[0].outcome.clone().unwrap_or_default();
            assert!(outcome.contains("sank"), "{text} {outcome}");
        }
    }
}
