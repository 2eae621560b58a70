//! A figure in, the time told in the same breath out: "in 2011 (9 per cent)", "a nine-year study of 900 nurses".

use crate::model::ClaimKind;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::phrases::{Kind, times, year};
use super::study::study_behind;
use crate::extract::Draft;

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
    let study = study_behind(tokens, time.last)?;
    let looked = tokens.word(study + 1) == "of"
        || (study + 1..draft.first).any(|k| tokens.is(k, Class::EnrolVerb) || tokens.is(k, Class::RecruitVerb));
    let led = time.first > 0 && matches!(tokens.before(time.first), "a" | "the" | "this" | "our" | "their");
    let fits = hyphen && looked && led && draft.first <= study + REACH;
    fits.then_some(Run { first: time.first, last: time.last })
}

/// "10 per cent before and 9 per cent after", "12 per cent beforehand": the adverb behind the figure.
pub fn before_and_after(tokens: &Tokens, last: usize) -> Option<Run> {
    let at = last + 1;
    let adverb = matches!(tokens.word(at), "before" | "after" | "beforehand" | "afterwards" | "afterward");
    // "12 per cent before the ban and 9 after it"
    let last = if matches!(tokens.word(at + 1), "it" | "that") { at + 1 } else { at };
    let ends = matches!(tokens.word(last + 1), "," | "." | ";" | "" | ")" | "?" | "!" | "and" | "but");
    (adverb && ends).then_some(Run { first: at, last })
}

/// "The yearly rate of falls was 12 per cent": over what time a rate counts.
pub fn yearly_rate(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the word to the figure at most.
    const REACH: usize = 20;
    if !tokens.any(Class::FigureName) {
        return None;
    }
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
    let back = matches!(tokens.word(time.last + 1), "earlier" | "before" | "previously" | "ago");
    let ends = !tokens.is_word(time.last + 2) && !tokens.is_number(time.last + 2);
    (back && ends).then_some(Run { first: time.first, last: time.last + 1 })
}

/// "In the second it was 9 per cent": the year, where the sentence before told of the first.
pub fn in_the_second(tokens: &Tokens) -> Option<Run> {
    let led = matches!(tokens.word(0), "in" | "at" | "by" | "during") && tokens.word(1) == "the";
    let closes = matches!(tokens.word(3), "," | "it" | "that" | "the");
    (led && tokens.is(2, Class::Ordinal) && closes).then_some(Run { first: 2, last: 2 })
}

/// "between 1981 and 1993, from 5 to 32 per cent": the first figure is of the first year, the second of the second.
pub fn end_of_span(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = place_between(words, quantity)?;
    let spans = times(words);
    let mut spans = spans.iter().filter(|when| matches!(when.kind, Kind::Calendar | Kind::Age));
    let run = spans.next().filter(|_| spans.next().is_none())?.run;
    let years: Vec<usize> = (run.first..=run.last).filter(|&k| year(tokens, k) || tokens.starts_number(k)).collect();
    let told = (years.len() == 2).then(|| years[at])?;
    Some(Run { first: told, last: told })
}

/// Whether the figure is the first or the second of "from 6 to 40 per cent".
pub fn place_between(words: &Words, quantity: &Quantity) -> Option<usize> {
    let tokens = words.tokens;
    let first = |q: &Quantity| tokens.before(before_hedges(tokens, q.first)) == "from";
    let next = |at: usize| {
        let second = words.quantities.iter().find(|q| q.first > at && q.first <= at + 4)?;
        (tokens.before(before_hedges(tokens, second.first)) == "to").then_some(second)
    };
    if first(quantity) {
        return next(quantity.last).map(|_| 0);
    }
    let before = words.before(quantity.first).last().filter(|q| first(q))?;
    next(before.last).filter(|second| second.first == quantity.first).map(|_| 1)
}
