//! Two bare figures behind a comparison in, whom each is of and what both tell out: "Cooks were likelier to fall than nurses,
//! 31 per cent versus 12".

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::clause::{before_hedges, points_back, subject_before, without_people};
use super::super::grammar::likely::likely_deed;
use super::super::grammar::phrases::{Run, Words};
use super::super::group::subject::opening_people;

/// Where the comparison stands, and whether the figure is the second of the two.
struct Behind {
    than: usize,
    second: bool,
}

fn behind(words: &Words, quantity: &Quantity) -> Option<Behind> {
    /// Tokens from "than" to the first figure at most.
    const REACH: usize = 24;
    let tokens = words.tokens;
    let other = words.partner(quantity).filter(|other| other.set_against)?;
    let (first, last) = if other.before { (other.quantity, quantity) } else { (quantity, other.quantity) };
    let bare = last.first - first.last <= 4
        && matches!(tokens.word(last.last + 1), "" | "." | "," | ";" | ")" | "respectively");
    let at = before_hedges(tokens, first.first);
    let lead = matches!(tokens.before(at), "(" | "," | ":" | "–")
        || tokens.before(at) == "at" && tokens.ends_at(at - 1, &[","]);
    if !bare || !lead {
        return None;
    }
    let back =
        (at.saturating_sub(REACH)..at).rev().take_while(|&k| !matches!(tokens.word(k), ";" | "." | "while" | "but"));
    let mut free = back.take_while(|&k| words.quantity_at(k).is_none());
    let than = free.find(|&k| tokens.word(k) == "than" && graded(tokens, k) || equalled(tokens, k))?;
    Some(Behind { than, second: other.before })
}

/// "as likely as", "as many cooks as".
fn equalled(tokens: &Tokens, k: usize) -> bool {
    /// Tokens from one "as" to the other at most.
    const REACH: usize = 4;
    tokens.word(k) == "as" && (k.saturating_sub(REACH)..k).any(|j| tokens.word(j) == "as" && j + 1 < k)
}

/// "more … than", "likelier … than".
fn graded(tokens: &Tokens, than: usize) -> bool {
    /// Tokens from the degree to "than" at most.
    const REACH: usize = 20;
    (than.saturating_sub(REACH)..than).rev().any(|k| {
        tokens.is(k, Class::RelativeWord)
            || matches!(tokens.word(k), "more" | "less" | "fewer" | "likelier" | "better" | "worse")
    })
}

/// The group of the figure.
pub fn group(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let Behind { than, second } = behind(words, quantity)?;
    let led = |k: usize| matches!(tokens.word(k), "in" | "among" | "amongst" | "with" | "on" | "for" | "by" | "of");
    let lead = led(than + 1);
    let run = if second {
        up_to_deed(words, words.noun_phrase(than + 1 + usize::from(lead))?)
    } else if lead {
        let at = (0..than).rev().find(|&k| tokens.word(k) == tokens.word(than + 1))?;
        let run = words.noun_phrase(at + 1).filter(|run| run.first < than)?;
        Run { first: run.first, last: run.last.min(than - 1) }
    } else {
        // "more common in women than men", "more women than men had gout"
        let near = (0..than).rev().find(|&k| led(k) || words.acts(k)).filter(|&k| led(k));
        let near = near.and_then(|k| words.noun_phrase(k + 1)).filter(|run| run.last + 1 == than && words.people(*run));
        let run = near.or_else(|| opening_people(words, than))?;
        let counted = run.last > run.first && matches!(tokens.word(run.first), "more" | "fewer");
        Run { first: run.first + usize::from(counted), last: run.last.min(than - 1) }
    };
    (lead || words.people(run)).then_some(run)
}

/// "than nurses to fall": what is likely is no part of them.
fn up_to_deed(words: &Words, run: Run) -> Run {
    let deed = super::super::outcome::deed::ends_compared(words, run);
    Run { first: run.first, last: deed.map_or(run.last, |k| k - 1) }
}

/// What both figures tell.
pub fn outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the word for likely to "than" at most.
    const REACH: usize = 20;
    let tokens = words.tokens;
    let than = behind(words, quantity)?.than;
    // "more common than with tea: falls (9 per cent vs 4 per cent)" tells it behind the mark
    if (than..quantity.first).any(|k| tokens.word(k) == ":" && k + 1 < quantity.first && tokens.is_word(k + 1)) {
        return None;
    }
    let back = than.saturating_sub(REACH)..than;
    if let Some(likely) = back.clone().rev().find(|&k| matches!(tokens.word(k), "likely" | "likelier" | "prone")) {
        return likely_deed(words, likely);
    }
    let be = back.rev().find(|&k| tokens.is(k, Class::Be) && tokens.is(k + 1, Class::RelativeWord))?;
    let run = subject_before(words, be).filter(|run| !points_back(tokens, *run) && !words.people(*run))?;
    Some(without_people(words, run))
}
