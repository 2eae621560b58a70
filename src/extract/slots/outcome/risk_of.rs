//! A multiple of a risk in ("had twice the risk of gout of those on shore"), the people whose risk is the measure out.

use crate::text::{Class, Quantity, Unit};

use super::super::grammar::clause::{before_hedges, points_back, subject_before, without_people};
use super::super::grammar::phrases::{Run, Words};

/// Where those begin who have the risk that the figure is a multiple of: behind "of", "seen in", "faced by".
pub fn others(words: &Words, quantity: &Quantity) -> Option<usize> {
    /// Tokens from the risk to its people at most.
    const REACH: usize = 14;
    let tokens = words.tokens;
    let noun = quantity.last + 2;
    if !owned(words, quantity) || !risk(words, noun) && !risk(words, noun + 1) {
        return None;
    }
    let ends = |k: usize| matches!(tokens.word(k), "," | ";" | "." | "than" | "compared" | "and" | "as" | "");
    let mut ahead = (noun + 1..noun + REACH).take_while(|&k| !ends(k));
    ahead.find_map(|k| {
        let leads = matches!(tokens.word(k), "of" | "in" | "among" | "for" | "by");
        let run = words.noun_phrase(k + 1).filter(|_| leads)?;
        let compared = (run.first..=run.last).any(|j| tokens.word(j) == "as");
        let rest = matches!(tokens.word(run.first), "others" | "rest" | "remainder") && run.first <= k + 2;
        ((words.headed_by_people(run) || rest) && !compared).then_some(k + 1)
    })
}

/// "had twice the risk": the subject has it, so that people behind are others.
pub fn owned(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let verb = before_hedges(tokens, quantity.first).wrapping_sub(1);
    quantity.unit == Unit::Times
        && tokens.word(quantity.last + 1) == "the"
        && matches!(
            tokens.word(verb),
            "had" | "have" | "has" | "having" | "at" | "ran" | "run" | "faced" | "face" | "showed"
        )
}

fn risk(words: &Words, k: usize) -> bool {
    words.tokens.is(k, Class::Likelihood)
        || words.tokens.is(k, Class::RelativeNoun)
        || matches!(words.tokens.word(k), "rate" | "rates" | "number" | "levels" | "level")
}

/// "had a risk of gout 9 per cent lower than", "a fall rate that was 9 per cent lower": the risk before the figure.
pub fn before(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the risk to the figure at most.
    const REACH: usize = 10;
    let tokens = words.tokens;
    let mut end = before_hedges(tokens, quantity.first);
    if tokens.ends_at(end, &["that", "was"]) || tokens.ends_at(end, &["that", "were"]) {
        end -= 2;
    }
    let led = |k: usize| {
        risk(words, k) && (tokens.is(k.wrapping_sub(1), Class::Article) || tokens.is(k.wrapping_sub(2), Class::Article))
    };
    let noun = (end.saturating_sub(REACH)..end).rev().find(|&k| led(k))?;
    let first = if tokens.is(noun - 1, Class::Article) { noun } else { noun - 1 };
    let whole = words.noun_phrase(first).filter(|run| run.last + 1 == end)?;
    tokens.is(quantity.last + 1, Class::RelativeWord).then(|| without_people(words, whole))
}

/// "The rate of falls among cooks was twice that of nurses": what is twice as high.
pub fn subject(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let be = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.is(k, Class::Be))?;
    let run = subject_before(words, be).filter(|run| !points_back(tokens, *run))?;
    let run = without_people(words, run);
    let measured = (run.first..=run.last).any(|k| risk(words, k));
    (measured && !words.headed_by_people(run)).then_some(run)
}

/// "were 9 per cent less at risk of gout", "9 per cent more in danger of falling": the risk of what.
pub fn less_at_risk(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "more" | "less") || !matches!(tokens.word(next + 1), "at" | "in") {
        return None;
    }
    let risk = (next + 2..next + 4).find(|&k| matches!(tokens.word(k), "risk" | "danger"))?;
    // "were 9 per cent more at risk."
    if tokens.word(risk + 1) != "of" {
        return tokens.word(next + 1).eq("at").then_some(Run { first: risk, last: risk });
    }
    let run = words.noun_phrase(risk + 2)?;
    Some(without_people(words, Run { first: risk, last: run.last }))
}
