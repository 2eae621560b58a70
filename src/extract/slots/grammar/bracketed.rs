//! A share alone in a bracket in, the people that stand before the bracket out.

use crate::text::{Class, Quantity, Tokens};

use super::clause::{before_hedges, points_back, subject_before, without_people};
use super::phrases::{Run, Words};
use crate::extract::nouns::names_people;

/// "more common in nurses who rowed (31 per cent) than in cooks (12 per cent)", "Nurses given syrup (31 per cent) were …".
pub fn before_bracket(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let open = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
    if !alone(tokens, quantity) {
        return None;
    }
    led(words, open).or_else(|| opening(words, open))
}

/// "Nurses (31 per cent) were … than drivers (12 per cent)", "(men 22 per cent; women 17 per cent)": people right beside the
/// bracket or in it.
pub fn beside_bracket(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of their description at most.
    const LONGEST: usize = 4;
    let tokens = words.tokens;
    let last = quantity.first.checked_sub(1)?;
    if names_people(tokens, last) {
        return matches!(tokens.before(last), "(" | ";" | ",").then_some(Run { first: last, last });
    }
    let head = last.checked_sub(1).filter(|&k| tokens.word(last) == "(" && names_people(tokens, k))?;
    let describes = |k: usize| {
        tokens.is_word(k)
            && ![Class::Preposition, Class::StopPhrase, Class::PhraseLeader, Class::Be]
                .iter()
                .any(|class| tokens.is(k, *class))
            && !words.acts(k)
    };
    let first = (head.saturating_sub(LONGEST)..head).rev().take_while(|&k| describes(k)).last().unwrap_or(head);
    Some(Run { first, last: head })
}

/// Nothing else is told in the bracket, or only the figure that it is set against.
fn alone(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    matches!(tokens.word(next), ")" | "v" | "vs" | "versus" | "compared" | "against")
        // "(12 per cent of cases)"
        || tokens.word(next) == "of" && tokens.word(next + 2) == ")" && names_people(tokens, next + 1)
}

/// The people behind the preposition, or behind "than", up to the bracket.
fn led(words: &Words, open: usize) -> Option<Run> {
    /// Tokens of their description at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let ends =
        |k: usize| matches!(tokens.word(k), "," | ";" | ":" | "." | ")" | "(") || tokens.is(k, Class::ReportingVerb);
    let mut leads =
        (open.saturating_sub(LONGEST)..open).rev().take_while(|&k| !ends(k)).filter(|&k| leads(tokens, k)).peekable();
    while let Some(lead) = leads.next() {
        let Some(run) = whole(words, lead, open) else { continue };
        // "in homes with a night nurse (9 per cent)": the nurse is a part of their description
        let wider = leads
            .peek()
            .and_then(|&wider| whole(words, wider, open))
            .filter(|_| matches!(tokens.word(lead), "with" | "of"));
        return wider.or(Some(run));
    }
    None
}

/// The people behind the preposition, or the thing that another one is set against: "less common with syrup (9 per cent) than
/// with tea (4 per cent)".
fn whole(words: &Words, lead: usize, open: usize) -> Option<Run> {
    let tokens = words.tokens;
    let run =
        words.noun_phrase(lead + 1).filter(|run| run.last + 1 == open && words.quantity_at(run.first).is_none())?;
    if super::super::group::people_before::holds_verb(words, run) {
        return None;
    }
    let thing = matches!(tokens.word(lead), "with" | "on" | "for" | "after") && beside_than(tokens, lead, open);
    (words.people(run) || thing).then_some(run)
}

fn leads(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "in" | "among" | "amongst" | "than" | "on" | "with" => true,
        // "reported by", "more of", "than for"
        "by" => (1..4).any(|back| tokens.is(k.wrapping_sub(back), Class::SeenVerb)),
        "of" => matches!(tokens.before(k), "more" | "fewer" | "than" | "proportion" | "share" | "number" | "rates"),
        "for" | "after" => {
            matches!(tokens.before(k), "than" | "common" | "commoner" | "frequent" | "rarer" | "often")
                || tokens.is(k.wrapping_sub(1), Class::RelativeWord)
        }
        _ => false,
    }
}

/// "than" leads to the preposition, or stands behind the bracket.
fn beside_than(tokens: &Tokens, lead: usize, open: usize) -> bool {
    /// Tokens of the bracket at most.
    const BRACKET: usize = 8;
    let close = (open + 1..open + BRACKET).find(|&k| tokens.word(k) == ")");
    tokens.before(lead) == "than" || close.is_some_and(|close| tokens.word(close + 1) == "than")
}

/// The people at the head of the clause.
fn opening(words: &Words, open: usize) -> Option<Run> {
    /// Tokens of their description at most.
    const LONGEST: usize = 12;
    let tokens = words.tokens;
    let opens = |k: usize| matches!(tokens.word(k), "," | ";" | ":" | "." | "that" | "found" | "while" | "but" | "\"");
    let head = (open.saturating_sub(LONGEST)..open).rev().find(|&k| opens(k)).map_or(0, |k| k + 1);
    let run = words.noun_phrase(head).filter(|run| run.last + 1 == open && run.first <= head + 1)?;
    words.headed_by_people(run).then_some(run)
}

/// "Gout was more common in cooks (31 per cent) than in nurses (12 per cent)": what is more common.
pub fn outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the verb to the bracket at most.
    const REACH: usize = 30;
    let tokens = words.tokens;
    let open = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
    let graded = |k: usize| {
        matches!(tokens.word(k), "more" | "less") && matches!(tokens.word(k + 1), "common" | "frequent" | "prevalent")
            || matches!(tokens.word(k), "commoner" | "rarer" | "higher" | "lower")
    };
    let ends = |k: usize| matches!(tokens.word(k), ";" | "." | ":" | "while" | "but");
    let mut back = (open.saturating_sub(REACH)..open).rev().take_while(|&k| !ends(k));
    // "was reported more often by cooks (31 per cent v 12 per cent of nurses)"
    let seen =
        |k: usize| tokens.is(k, Class::SeenVerb) && (k + 1..k + 3).any(|j| matches!(tokens.word(j), "more" | "less"));
    let be = back.find(|&k| tokens.is(k, Class::Be) && (graded(k + 1) || seen(k + 1)))?;
    let run = subject_before(words, be).filter(|run| !points_back(tokens, *run))?;
    let run = without_people(words, run);
    (!words.headed_by_people(run)).then_some(run)
}
