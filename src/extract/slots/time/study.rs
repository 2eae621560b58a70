//! A figure in, the length that no preposition leads out: of the study that found it ("A nine-year study of cooks found …"),
//! or of what it measures ("the five-year risk of gout was 9 per cent").

use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};

/// The length of the study that found the figure, or over which the thing measured counts.
pub fn length_told(words: &Words, quantity: &Quantity) -> Option<Run> {
    let mut lengths = words.quantities.iter().filter(|q| hyphenated(words.tokens, q));
    let told =
        lengths.find_map(|time| found_by(words, quantity, time).or_else(|| measured_over(words, quantity, time)));
    told.or_else(|| over_life(words.tokens, quantity))
}

/// "Their lifetime risk of gout was 12 per cent".
fn over_life(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the beginning to the risk at most.
    const REACH: usize = 8;
    let life = |k: &usize| tokens.word(*k) == "lifetime" && tokens.is(k + 1, Class::Likelihood);
    let at = (0..REACH.min(quantity.first)).find(life)?;
    let was = (at + 2..quantity.first).any(|k| tokens.is(k, Class::Be) || tokens.is(k, Class::StatesFigure));
    (was && quantity.unit == Unit::Percent).then_some(Run { first: at, last: at })
}

/// "nine-year", "two-decade".
fn hyphenated(tokens: &Tokens, time: &Quantity) -> bool {
    let long = matches!(time.unit, Unit::Time("year" | "decade" | "month" | "week" | "day"));
    long && (time.first..time.last).any(|k| tokens.word(k) == "-")
}

/// "A nine-year study of 900 nurses found that 12 per cent …", "12 per cent sing, a nine-year study has found".
fn found_by(words: &Words, quantity: &Quantity, time: &Quantity) -> Option<Run> {
    /// Tokens from the study to what it does at most.
    const REACH: usize = 24;
    let tokens = words.tokens;
    let study = study_behind(tokens, time.last)?;
    // "Those in a nine-year study found that" and "who took a nine-week course found" are no studies that found
    let opens = time.first <= 2
        || matches!(tokens.word(time.first - 2), "," | "–" | "that")
        || matches!(tokens.word(time.first - 2), "from" | "to" | "by");
    // "A nine-year study of cooks gave them 12 points", where "In a nine-year course …" has another subject
    let subject = time.first <= 2 && !tokens.is(0, Class::Preposition);
    if subject && quantity.first > study {
        return Some(Run { first: time.first, last: time.last });
    }
    let finds = (study + 1..tokens.len().min(study + REACH)).find(|&k| tokens.is(k, Class::FindingVerb))?;
    let told = quantity.first > finds || quantity.last < time.first && tokens.before(time.first) != "the";
    (opens && told).then_some(Run { first: time.first, last: time.last })
}

/// The study behind its length: "nine-year follow-up study".
pub fn study_behind(tokens: &Tokens, last: usize) -> Option<usize> {
    /// Tokens between the length and the study at most.
    const NAME: usize = 4;
    let plain = |&k: &usize| (tokens.is_word(k) || tokens.word(k) == "-") && !tokens.is(k, Class::Preposition);
    let name = |k: usize| {
        tokens.is(k, Class::StudyWork) && !matches!(tokens.word(k), "researchers" | "scientists")
            || matches!(tokens.word(k), "results" | "findings" | "data" | "figures")
    };
    (last + 1..last + 2 + NAME).take_while(plain).find(|&k| name(k))
}

/// "the five-year risk of gout was 9 per cent", "a ten-year survival rate of 81 per cent".
fn measured_over(words: &Words, quantity: &Quantity, time: &Quantity) -> Option<Run> {
    /// Tokens from the length to the noun at most.
    const NAME: usize = 3;
    let tokens = words.tokens;
    let share = quantity.unit == Unit::Percent && time.last < quantity.first;
    let measured = |k: usize| {
        tokens.is(k, Class::Likelihood)
            || tokens.is(k, Class::FigureName)
            || matches!(tokens.word(k), "survival" | "mortality" | "prevalence" | "incidence" | "remission" | "relapse")
    };
    let name = (time.last + 1..time.last + 1 + NAME).take_while(|&k| tokens.is_word(k));
    let noun = name.into_iter().find(|&k| measured(k)).filter(|_| share)?;
    let stated = (noun + 1..quantity.first)
        .any(|k| tokens.is(k, Class::Be) || tokens.is(k, Class::StatesFigure) || tokens.word(k) == "of");
    stated.then_some(Run { first: time.first, last: time.last })
}
