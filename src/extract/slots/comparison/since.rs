//! A change that is told from one time to another in, the time that it is counted from out: "fell by 9 points from the year
//! before", "rose from 200 in 1990 to 300 in 2010, up 50 per cent".

use crate::model::Statistic;
use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::{Run, Words};
use super::super::time::phrases::year;
use crate::extract::Draft;

/// What stands for the other group where people are compared with themselves.
pub fn told(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the change to the time at most, on either side.
    const REACH: usize = 14;
    let tokens = words.tokens;
    if !matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio | Statistic::AbsoluteChange) {
        return None;
    }
    let next = quantity.last + 1;
    // "9 per cent from", "a 9 per cent drop on"
    let behind = (next..next + 4).find(|&k| matches!(tokens.word(k), "from" | "on"));
    let plain = |k: &usize| (next..*k).all(|j| tokens.is(j, Class::ChangeNoun) || tokens.is(j, Class::Preposition));
    behind.filter(plain).and_then(|k| time(tokens, k + 1)).or_else(|| {
        let near = quantity.first.saturating_sub(REACH)..next + REACH;
        near.filter(|&k| tokens.word(k) == "from").find_map(|k| of_first_figure(words, k + 1))
    })
}

/// "200 in 1990 to", behind "from": the year.
fn of_first_figure(words: &Words, k: usize) -> Option<Run> {
    let tokens = words.tokens;
    let figure = words.quantity_at(k)?;
    // "2.2 per 1,000 sailors in 1988"
    const NEAR: usize = 5;
    let lead = (figure.last + 1..figure.last + NEAR).find(|&j| matches!(tokens.word(j), "in" | "at" | "during"))?;
    let at = lead + 1;
    let to = (at + 1..at + 3).find(|&j| tokens.word(j) == "to")?;
    year(tokens, at).then_some(Run { first: at, last: to - 1 })
}

/// "the previous year", "a year earlier", "2005", "baseline", "the start of the study".
fn time(tokens: &Tokens, k: usize) -> Option<Run> {
    let first = k + usize::from(tokens.is(k, Class::Article));
    let word = tokens.word(first);
    if matches!(word, "previous" | "preceding" | "prior") && tokens.is(first + 1, Class::TimeUnit) {
        return Some(Run { first, last: first + 1 });
    }
    if tokens.is(first, Class::TimeUnit) && matches!(tokens.word(first + 1), "before" | "earlier" | "ago") {
        return Some(Run { first, last: first + 1 });
    }
    let period = matches!(tokens.word(first + 1), "to" | "until" | "through" | "onwards" | "-" | "–");
    if word == "baseline" || year(tokens, first) && !period {
        return Some(Run { first, last: first });
    }
    let start = matches!(word, "start" | "beginning" | "outset") && tokens.word(first + 1) == "of";
    let noun = first + 2 + usize::from(tokens.is(first + 2, Class::Article));
    (start && tokens.is(noun, Class::StudyNoun)).then_some(Run { first, last: noun })
}
