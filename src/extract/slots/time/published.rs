//! A time in, whether it is that of the telling out: "published in 2014", "the report comes a week after".

use crate::text::{Class, Quantity};

use super::super::grammar::phrases::Words;
use super::phrases::{Kind, When};

/// "published in 2014", "In 2014 the journal published …", "The report comes a week after …": when it was told.
pub fn published(words: &Words, quantity: &Quantity, when: &When) -> bool {
    /// Tokens looked at before the time and behind it.
    const BEFORE: usize = 4;
    const BEHIND: usize = 12;
    let tokens = words.tokens;
    if when.kind == Kind::Elapsed {
        let near = when.run.first.saturating_sub(3)..when.run.first;
        return near.into_iter().any(|k| matches!(tokens.word(k), "comes" | "came"));
    }
    if when.kind != Kind::Calendar {
        return false;
    }
    let before = || when.lead.saturating_sub(BEFORE)..when.lead;
    // "launched in 2012 and by 2014 it had helped 9 per cent": another clause
    let clause = || before().rev().take_while(|&k| !matches!(tokens.word(k), "and" | "but" | ";"));
    let then = clause().find(|&k| {
        // "who reported a fall in 2012" tells what befell them
        let reported = tokens.word(k) != "reported" || k + 1 == when.lead || tokens.is(k.wrapping_sub(1), Class::Be);
        told_then(tokens.word(k)) && reported && tokens.before(k) != "who"
    });
    let figure = |k: usize| words.quantities.iter().any(|q| q.last == k);
    let behind = when.run.last + 1..quantity.first.min(when.run.last + BEHIND);
    then.is_some_and(|verb| !(verb..when.lead).any(figure))
        || when.lead == 0 && behind.into_iter().any(|k| tokens.word(k) == "published")
}

fn told_then(word: &str) -> bool {
    matches!(
        word,
        "published"
            | "reported"
            | "announced"
            | "released"
            | "presented"
            | "launched"
            | "began"
            | "opened"
            | "started"
            | "founded"
            | "introduced"
            | "approved"
    )
}
