//! A group in, whether its words name everybody in the study out: "the participants", "the whole sample's memory".

use crate::text::{Class, Tokens};

use super::super::grammar::phrases::{Run, Words};

/// Named as those who take part, and by nothing that tells them from others: not "participants on the syrup".
pub fn is_everybody(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    // "the participants' memory" is told of the participants
    let owner = (run.first..run.last).find(|&k| possessive(tokens, k));
    let last = owner.unwrap_or(run.last);
    let mut parts = run.first..=last;
    (run.first..=last).any(|k| names_sample(tokens, k)) && parts.all(|k| names_sample(tokens, k) || is_plain(tokens, k))
}

fn names_sample(tokens: &Tokens, k: usize) -> bool {
    let owner = tokens.word(k).strip_suffix("'s").unwrap_or(tokens.word(k));
    matches!(owner, "sample" | "cohort")
        || tokens.is(k, Class::StudyPeople) && !matches!(tokens.word(k), "cases" | "controls" | "patients" | "twins")
}

/// "the", "all", "study": says nothing about who they are.
fn is_plain(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Article)
        || tokens.is(k, Class::StudyNoun)
        || matches!(
            tokens.word(k),
            "all" | "these" | "our" | "their" | "whole" | "entire" | "total" | "population" | "of" | "in"
        )
}

fn possessive(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k).ends_with("'s") || tokens.word(k).ends_with("s'")
}
