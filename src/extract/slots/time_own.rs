//! A figure in, the time told in the same breath out: "in 2011 (9 per cent)", "a nine-year study of 900 nurses".

use crate::model::ClaimKind;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::Draft;
use super::clause::before_hedges;
use super::phrases::{Run, Words};
use super::time_phrases::times;

/// "rarer in 2011 (9 per cent) than in 2004 (12 per cent)": the time right before the bracket that the figure stands in.
pub fn bracketed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let open =
        at.checked_sub(1).filter(|&k| k > 0 && tokens.word(k) == "(" && tokens.word(quantity.last + 1) == ")")?;
    times(words).iter().find(|when| when.run.last + 1 == open).map(|when| when.run)
}

/// "a nine-year study of 900 nurses": how long the people counted were studied.
pub fn length_of_study(words: &Words, draft: &Draft) -> Option<Run> {
    /// Tokens from the study to the figure at most.
    const REACH: usize = 5;
    let tokens = words.tokens;
    if draft.kind != ClaimKind::SampleSize {
        return None;
    }
    let near = words.before(draft.first).iter().rev().take(2);
    let time = near.into_iter().find(|q| matches!(q.unit, Unit::Time("year" | "decade" | "month" | "week")))?;
    let hyphen = (time.first..time.last).any(|k| tokens.word(k) == "-");
    let study = time.last + 1;
    let of = tokens.is(study, Class::StudyWork) && tokens.word(study + 1) == "of";
    let led = time.first > 0 && matches!(tokens.before(time.first), "a" | "the" | "this");
    let fits = hyphen && of && led && draft.first <= study + REACH;
    fits.then_some(Run { first: time.first, last: time.last })
}

/// "10 per cent before and 9 per cent after", "12 per cent beforehand": the adverb behind the figure.
pub fn before_and_after(tokens: &Tokens, last: usize) -> Option<Run> {
    let at = last + 1;
    let adverb = matches!(tokens.word(at), "before" | "after" | "beforehand" | "afterwards" | "afterward");
    let ends = matches!(tokens.word(at + 1), "," | "." | ";" | "" | ")" | "?" | "!" | "and" | "but");
    let closes = ends && !tokens.is_number(at + 1);
    (adverb && closes).then_some(Run { first: at, last: at })
}

/// "The yearly rate of falls was 12 per cent": over what time a rate counts.
pub fn yearly_rate(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the word to the figure at most.
    const REACH: usize = 20;
    let at = (quantity.first.saturating_sub(REACH)..quantity.first)
        .rev()
        .take_while(|&k| !matches!(tokens.word(k), "." | ";" | ","))
        .find(|&k| matches!(tokens.word(k), "yearly" | "annual" | "monthly"))?;
    let rate = (at + 1..at + 4).find(|&k| tokens.is(k, Class::FigureName))?;
    let stated = (rate + 1..quantity.first).any(|k| tokens.is(k, Class::Be) || tokens.is(k, Class::StatesFigure));
    stated.then_some(Run { first: at, last: at })
}

/// "up from 9 per cent seven years earlier", "12 per cent a decade before": told back from another time.
pub fn years_earlier(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let time = words.quantity_at(quantity.last + 1).filter(|q| matches!(q.unit, Unit::Time(_)))?;
    let back = matches!(tokens.word(time.last + 1), "earlier" | "before" | "previously");
    let ends = !tokens.is_word(time.last + 2) && !tokens.is_number(time.last + 2);
    (back && ends).then_some(Run { first: time.first, last: time.last + 1 })
}
