//! A share in a clause that leans on the noun before it in, that noun out: "a rash, which 9 per cent of cooks reported",
//! "Gout was rare, seen in 9 per cent".

use crate::text::{Class, Quantity};

use super::super::grammar::clause::{before_hedges, points_back, subject_before};
use super::super::grammar::phrases::{Run, Words};
use super::super::group::behind;

/// "a rash, which 9 per cent of cooks and 4 per cent of nurses reported": what they reported.
pub fn object(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if !tokens.any(Class::RelativePronoun) {
        return None;
    }
    let which = before_list(words, quantity)?;
    let verb = ending_verb(words, quantity)?;
    let end = if tokens.before(which) == "," { which - 1 } else { which };
    let noun = end.checked_sub(1).filter(|&k| tokens.is_word(k) && !tokens.is(k, Class::ReportingVerb))?;
    let run = words.noun_phrase_before(end).filter(|run| run.last == noun && verb > which)?;
    // "The commonest complaint was a rash, which …": the noun behind the verb
    let be = (run.first..run.last).rev().find(|&k| tokens.is(k, Class::Be) || words.acts(k));
    let first = be.map_or(run.first, |k| k + 1 + usize::from(tokens.is(k + 1, Class::Article)));
    let generic = matches!(
        tokens.word(noun),
        "problem"
            | "annoyance"
            | "nuisance"
            | "worry"
            | "complaint"
            | "symptom"
            | "thing"
            | "effect"
            | "reaction"
            | "issue"
    );
    // "Itching was a problem that 9 per cent of cooks reported"
    if let Some(subject) = be.filter(|_| generic).and_then(|k| subject_before(words, k)) {
        return Some(subject).filter(|run| !points_back(tokens, *run));
    }
    let run = Run { first: first.min(run.last), last: run.last };
    (!points_back(tokens, run) && !words.headed_by_people(run)).then_some(run)
}

/// The "which" or "that" right before the first figure of a list that the figure is a part of.
fn before_list(words: &Words, quantity: &Quantity) -> Option<usize> {
    /// Figures of the list, and tokens between two of them, at most.
    const LONGEST: usize = 4;
    const REACH: usize = 12;
    let tokens = words.tokens;
    let mut first = quantity;
    for _ in 0..LONGEST {
        let at = before_hedges(tokens, first.first);
        if matches!(tokens.before(at), "which" | "that") {
            return Some(at - 1);
        }
        let before = words.before(at).last().filter(|q| q.unit == first.unit && at - q.last <= REACH)?;
        let joined = matches!(tokens.before(at), "and" | ",");
        first = Some(before).filter(|_| joined)?;
    }
    None
}

/// The verb that ends the clause without an object of its own.
fn ending_verb(words: &Words, quantity: &Quantity) -> Option<usize> {
    /// Tokens from the figure to the verb at most.
    const REACH: usize = 26;
    let tokens = words.tokens;
    let takes = |k: usize| {
        matches!(
            tokens.word(k),
            "reported"
                | "mentioned"
                | "cited"
                | "noted"
                | "described"
                | "experienced"
                | "suffered"
                | "had"
                | "developed"
                | "felt"
                | "named"
                | "listed"
                | "noticed"
                | "endured"
                | "got"
                | "shared"
                | "met"
                | "reached"
                | "achieved"
        )
    };
    let closes = |k: usize| matches!(tokens.word(k), "" | "." | "," | ";" | ")" | "–" | "at" | "during" | "after");
    let ends = |k: usize| matches!(tokens.word(k), "." | ";" | "(" | "");
    let mut ahead = (behind(words, quantity)..quantity.last + REACH).take_while(|&k| !ends(k));
    ahead.find(|&k| takes(k) && closes(k + 1))
}

/// "Gout was rare, seen in about 9 per cent", "Falls remained uncommon, reported by 9 per cent": what the clause before says
/// is rare. `verb` is the participle.
pub fn apposed(words: &Words, verb: usize) -> Option<Run> {
    /// Tokens of what it was at most.
    const REACH: usize = 7;
    let tokens = words.tokens;
    let comma = verb.checked_sub(1).filter(|&k| matches!(tokens.word(k), "," | "–"))?;
    let stays = |k: usize| {
        tokens.is(k, Class::Be)
            || matches!(tokens.word(k), "remained" | "remain" | "remains" | "stayed" | "proved" | "seemed" | "appeared")
    };
    let be = (comma.saturating_sub(REACH)..comma).rev().take_while(|&k| tokens.is_word(k)).find(|&k| stays(k))?;
    let run = subject_before(words, be)?;
    (!points_back(tokens, run) && !words.headed_by_people(run)).then_some(run)
}
