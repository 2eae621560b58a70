//! A figure told by ellipsis in ("With the syrup it was 9 per cent"), the group that leads its clause out.

use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};

/// Tokens from the head of the clause to what stands for the outcome, at most.
const REACH: usize = 30;

/// "With the syrup it was 9 per cent", "For those on watch, the figure was 9": the people or the thing behind the
/// preposition that leads the clause.
pub fn head_group(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let end = match pointer(tokens, quantity) {
        Some(pointer) => pointer,
        None => bare(tokens, quantity)?,
    };
    let head = (end.saturating_sub(REACH)..end)
        .rev()
        .take_while(|&k| !matches!(tokens.word(k), "." | "?" | "!"))
        .find(|&k| leads(tokens, k) && opens(tokens, k))?;
    // "At four clinics that did nothing, it was 9"
    let counted = words.quantity_at(head + 1).filter(|q| q.unit == Unit::None).map_or(head + 1, |q| q.last + 1);
    let run = words.noun_phrase(counted).filter(|run| run.first < end)?;
    let run =
        super::super::group::subject::without_number(words, Run { first: run.first, last: run.last.min(end - 1) });
    let run = Run { last: (run.first..=run.last).rev().find(|&k| tokens.is_word(k) || tokens.is_number(k))?, ..run };
    let run = up_to_comma(words, run, end);
    // "Without it, 9 per cent fell"
    if tokens.word(head) == "without" && matches!(tokens.word(head + 1), "it" | "them" | "one") && head + 2 == end {
        return Some(Run { first: head, last: head + 1 });
    }
    let direct = run.last + 1 == end || matches!(tokens.word(run.last + 1), "," | "–" | "-" | "(");
    let own = pointer(tokens, quantity).is_some() || sides_with(tokens, head);
    (direct && own && !names_no_group(words, head, run)).then_some(run)
}

/// "At harbours that carried on as before, it was 9": particles behind the verb of the description are a part of it.
fn up_to_comma(words: &Words, run: Run, end: usize) -> Run {
    /// Tokens of the particles at most.
    const LONGEST: usize = 4;
    let tokens = words.tokens;
    let comma = (run.last + 1..end.min(run.last + 2 + LONGEST)).find(|&k| !tokens.is_word(k) || words.acts(k));
    let relative = (run.first..run.last).any(|k| matches!(tokens.word(k), "that" | "who" | "which"));
    match comma.filter(|&k| tokens.word(k) == "," && relative) {
        Some(comma) => Run { last: comma - 1, ..run },
        None => run,
    }
}

/// "Of those on the syrup, 9 per cent slept, and of those on tea, 4 per cent": led by the same word as the figure before.
pub fn led_like_first(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let end = if tokens.before(at) == "," { at - 1 } else { at };
    let before = words.before(quantity.first).last().filter(|before| before.unit == quantity.unit)?;
    let joint = |k: usize| matches!(tokens.before(k), "and" | "but" | "while" | "whereas" | ";" | ",");
    let head = (before.last + 1..end).rev().find(|&k| {
        matches!(tokens.word(k), "of" | "in" | "among" | "amongst" | "for" | "with" | "without" | "on" | "at")
            && joint(k)
    })?;
    // "without it, 9 per cent did"
    if tokens.word(head) == "without" && matches!(tokens.word(head + 1), "it" | "them" | "one") && head + 2 == end {
        return Some(Run { first: head, last: head + 1 });
    }
    let run = words.noun_phrase(head + 1).filter(|run| run.first < end)?;
    let run = Run { first: run.first, last: run.last.min(end - 1) };
    let second = run.first == run.last && tokens.word(run.first) == "second";
    if run.last + 1 != end || names_no_group(words, head, run) && !second {
        return None;
    }
    if tokens.word(head) == "without" {
        return Some(run);
    }
    let like = |k: usize| tokens.word(k) == tokens.word(head);
    let first = (0..before.first)
        .find(|&k| like(k) && (opens(tokens, k) || matches!(tokens.before(k), "share" | "proportion")))?;
    (first + 1 < before.first).then_some(run)
}

/// "; the figure for nurses was 4 per cent": the people between what stands for the outcome and its verb.
pub fn figure_for(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let at = if tokens.before(at) == "at" { at - 1 } else { at };
    let verb =
        at.checked_sub(1).filter(|&k| tokens.is(k, Class::Be) || matches!(tokens.word(k), "stood" | "reached"))?;
    let noun = (verb.saturating_sub(REACH)..verb).rev().find(|&k| {
        stands_for_outcome(tokens.word(k))
            && matches!(tokens.word(k + 1), "for" | "among" | "in" | "with" | "on" | "of")
            && (tokens.is(k.wrapping_sub(1), Class::Article) || tokens.is(k.wrapping_sub(2), Class::Article))
    })?;
    let run = words.noun_phrase(noun + 2).filter(|run| run.last + 1 == verb)?;
    let second = words.before(noun).iter().any(|q| q.unit == quantity.unit);
    (second && (words.people(run) || tokens.word(noun + 1) != "of") && !names_no_group(words, noun + 1, run))
        .then_some(run)
}

/// "In shops with a nurse, 9 per cent of …": what leads the clause of a figure, up to the comma.
pub fn clause_lead(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of a hedge between the comma and the figure at most.
    const HEDGE: usize = 4;
    let tokens = words.tokens;
    let comma = (quantity.first.saturating_sub(HEDGE)..quantity.first).rev().find(|&k| tokens.word(k) == ",")?;
    let head = (comma.saturating_sub(REACH)..comma)
        .rev()
        .take_while(|&k| !matches!(tokens.word(k), "." | ";"))
        .find(|&k| matches!(tokens.word(k), "in" | "at" | "among" | "with" | "on") && opens(tokens, k))?;
    let run = words.noun_phrase(head + 1).filter(|run| run.last + 1 == comma)?;
    (!names_no_group(words, head, run)).then_some(run)
}

/// The figure is told of something told before: "it was", "that came to", "the number was only".
pub fn points_back(tokens: &Tokens, quantity: &Quantity) -> bool {
    pointer(tokens, quantity).is_some()
}

/// Where the word begins that stands for the outcome told before.
fn pointer(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    let at = before_hedges(tokens, quantity.first);
    let verb = |k: usize| {
        tokens.is(k, Class::Be)
            || matches!(tokens.word(k), "reached" | "hit" | "averaged" | "became" | "equalled" | "topped" | "totalled")
    };
    let moved = |k: usize| {
        matches!(
            tokens.word(k),
            "came"
                | "stood"
                | "rose"
                | "fell"
                | "dropped"
                | "climbed"
                | "went"
                | "grew"
                | "amounted"
                | "worked"
                | "shrank"
                | "slipped"
                | "jumped"
                | "ran"
        )
    };
    let before = |back: usize| at.checked_sub(back);
    let verb = match tokens.before(at) {
        "to" | "at" => {
            let out = before(2).filter(|&k| matches!(tokens.word(k), "out" | "up" | "down" | "in"));
            out.map_or(before(2), |k| k.checked_sub(1)).filter(|&k| moved(k) || verb(k))?
        }
        // "for gin it went up 40 per cent", "it rose 40 per cent"
        "up" | "down" => before(2).filter(|&k| moved(k) || verb(k))?,
        _ => before(1).filter(|&k| verb(k) || moved(k) && matches!(tokens.before(k), "it"))?,
    };
    let last = verb.checked_sub(1)?;
    let alone = matches!(tokens.word(last), "it" | "that" | "this");
    let named =
        stands_for_outcome(tokens.word(last)) && last > 0 && matches!(tokens.before(last), "the" | "that" | "this");
    let first = if alone { last } else { last.checked_sub(1).filter(|_| named)? };
    // "the study found that it was 9": nobody leads there
    (first > 1).then_some(first)
}

fn stands_for_outcome(word: &str) -> bool {
    matches!(
        word,
        "figure"
            | "rate"
            | "share"
            | "proportion"
            | "number"
            | "percentage"
            | "total"
            | "count"
            | "average"
            | "tally"
            | "toll"
            | "score"
            | "reading"
            | "mean"
            | "median"
            | "result"
            | "risk"
            | "equivalent"
    )
}

/// "; with the syrup, better than 9 in 10": only the group leads to the figure.
fn bare(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    let better = |k: usize| matches!(tokens.word(k), "better" | "than" | "slightly" | "close" | "to");
    let mut at = before_hedges(tokens, quantity.first);
    while at > 0 && better(at - 1) {
        at -= 1;
    }
    at.checked_sub(1).filter(|&k| tokens.word(k) == ",")
}

fn leads(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "in" | "with" | "without" | "for" | "among" | "amongst" | "on" | "at" | "under" | "of")
}

/// A preposition that sets one treatment against another, whatever the noun.
fn sides_with(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "with" | "without" | "on" | "under")
}

/// The clause begins at `k`.
fn opens(tokens: &Tokens, k: usize) -> bool {
    let head = (0..k).all(|j| !tokens.is_word(j) && !tokens.is_number(j));
    head || matches!(tokens.before(k), "," | ";" | ":" | "–" | "while" | "whereas" | "but" | "and" | "that" | "yet")
        || k > 0 && tokens.before(k) == "-" && !tokens.glued(k)
}

/// A time, a manner of speaking, a study: "in contrast, it was 9", "in the first week, it was 9", "for example".
fn names_no_group(words: &Words, head: usize, run: Run) -> bool {
    let tokens = words.tokens;
    let timely = |k: usize| {
        [Class::TimeUnit, Class::Month, Class::Weekday].iter().any(|class| tokens.is(k, *class))
            || tokens.is_number(k) && tokens.word(k).len() == 4
            || matches!(
                tokens.word(k),
                "baseline"
                    | "start"
                    | "end"
                    | "beginning"
                    | "outset"
                    | "time"
                    | "point"
                    | "mark"
                    | "summer"
                    | "winter"
                    | "spring"
                    | "autumn"
                    | "follow"
                    | "stage"
                    | "peak"
                    | "age"
            )
    };
    let said = run.first == run.last
        && matches!(
            tokens.word(run.first),
            "contrast"
                | "comparison"
                | "fact"
                | "all"
                | "total"
                | "average"
                | "example"
                | "instance"
                | "course"
                | "short"
                | "reality"
                | "addition"
                | "general"
                | "particular"
                | "turn"
                | "theory"
                | "practice"
                | "this"
                | "that"
                | "it"
        );
    let research = [Class::StudyNoun, Class::ResearchNoun, Class::StudyWork];
    let study = research.iter().any(|class| tokens.is(run.last, *class) || tokens.is(run.first, *class));
    // "boats with night nurses" are no time
    let noun =
        |k: &usize| !matches!(tokens.word(*k), "with" | "without" | "that" | "who" | "whose" | "where" | "using");
    words.time_follows(head) || said || study || (run.first..=run.last).take_while(noun).any(timely)
}
