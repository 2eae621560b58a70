//! What a number is compared with, and when it was measured.

use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::super::Draft;
use super::pairs::partner;
use super::phrases::{Run, Words};
use crate::model::{ClaimKind, Statistic};

/// The run of tokens after "than", "compared with", "versus", or the other arm of a pair.
pub fn comparator(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    if draft.kind == ClaimKind::SampleSize {
        return None;
    }
    let tokens = words.tokens;
    let pair = partner(tokens, words.quantities, quantity)
        .filter(|_| draft.statistic != Statistic::RelativeChange && !assigned_share(words, quantity));
    if let Some(other) = pair {
        if other.before {
            return first_of_pair(words, draft, quantity, other.quantity);
        }
        let theirs =
            super::group::group(words, &Draft::of(draft.kind, other.quantity, draft.statistic), other.quantity);
        let mine = super::group::group(words, draft, quantity);
        let told_apart = theirs.filter(|run| {
            !mine.is_some_and(|mine| same_words(tokens, mine, *run)) && (other.explicit || mine.is_some())
        });
        if other.explicit || told_apart.is_some() {
            return told_apart.or_else(|| told_before(words, quantity));
        }
    }
    let start = (quantity.last + 1..tokens.len()).find_map(|k| match tokens.word(k) {
        "than"
            if !matches!(tokens.before(k), "more" | "less" | "fewer" | "rather")
                || !words.quantities.iter().any(|q| q.first == k + 1) =>
        {
            Some(k + 1)
        }
        "compared" if matches!(tokens.word(k + 1), "with" | "to") => Some(k + 2),
        "versus" | "vs" => Some(k + 1),
        "relative" if tokens.word(k + 1) == "to" => Some(k + 2),
        "ahead" if tokens.word(k + 1) == "of" => Some(k + 2),
        // "double that found with radiation", "twice as accurate as memory tests"
        "that" if k <= quantity.last + 2 && draft.kind == ClaimKind::Multiplier => that_of(tokens, k + 1),
        "as" if draft.kind == ClaimKind::Multiplier
            && k >= quantity.last + 3
            && tokens.word(quantity.last + 1) == "as" =>
        {
            Some(k + 1)
        }
        _ => None,
    });
    let Some(start) = start.or_else(|| opening(words, quantity)) else { return told_before(words, quantity) };
    let start = words.quantities.iter().find(|q| q.first == start).map_or(start, |q| q.last + 1);
    clause_compared(tokens, start).or_else(|| words.noun_phrase(start))
}

/// "compared with when they exercised", "than before treatment": a clause or a time stands for the other group.
fn clause_compared(tokens: &Tokens, start: usize) -> Option<Run> {
    const LONGEST: usize = 8;
    if !matches!(tokens.word(start), "when" | "before" | "during" | "after" | "if") {
        return None;
    }
    let last = (start + 1..start + LONGEST).take_while(|&k| tokens.is_word(k) && tokens.word(k) != "and").last()?;
    Some(Run { first: start, last })
}

/// "28 percent of those on the drug compared with 5 percent of those on placebo": set against the first, the second is
/// compared with the first one's group; beside it ("81 % versus 49 %") the comparison is the first one's alone.
fn first_of_pair(words: &Words, draft: &Draft, second: &Quantity, first: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let set_against = (first.last + 1..second.first)
        .any(|k| tokens.word(k) == "compared" && matches!(tokens.word(k + 1), "with" | "to"));
    let mine = set_against.then(|| super::group::group(words, draft, second)).flatten()?;
    let theirs = super::group::group(words, &Draft::of(draft.kind, first, draft.statistic), first)?;
    (!same_words(tokens, mine, theirs)).then_some(theirs)
}

/// Two descriptions in the same words: "71% of patients … and 79% of patients …" are of one group.
pub fn same_words(tokens: &Tokens, a: Run, b: Run) -> bool {
    (a.first..=a.last).map(|k| tokens.word(k)).eq((b.first..=b.last).map(|k| tokens.word(k)))
}

/// "fewer side effects than those taking the other drug, at 14 percent": the comparison stands before the figure.
fn told_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let start = (quantity.first.saturating_sub(20)..quantity.first).rev().find_map(|k| match tokens.word(k) {
        "than" if tokens.is(k + 1, Class::People) || matches!(tokens.word(k + 1), "those" | "the" | "people") => {
            Some(k + 1)
        }
        "compared" if matches!(tokens.word(k + 1), "with" | "to") => Some(k + 2),
        _ => None,
    })?;
    let counted = words.quantities.iter().find(|q| q.first == start);
    let start = counted.map_or(start, |q| q.last + 1);
    // "compared with a mortality rate of 36%" leads to the figure itself
    let own =
        |run: &Run| (run.last + 1..quantity.first).all(|k| matches!(tokens.word(k), "of" | "at" | "about" | "nearly"));
    let run = (start < quantity.first).then(|| words.noun_phrase(start)).flatten()?;
    (run.last < quantity.first && !own(&run)).then_some(run)
}

/// Behind "that": "of", "found with", "seen in".
fn that_of(tokens: &Tokens, k: usize) -> Option<usize> {
    let at = if tokens.word(k).ends_with("ed") || matches!(tokens.word(k), "found" | "seen") { k + 1 } else { k };
    matches!(tokens.word(at), "of" | "with" | "in" | "for" | "among").then_some(at + 1)
}

/// "Half were randomised to the drug and half to placebo": parts of one group, not compared with each other.
pub fn assigned_share(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    if quantity.form != Form::Share || quantity.fraction.is_some() {
        return false;
    }
    let assigned = |k: usize| {
        matches!(tokens.word(k), "assigned" | "randomised" | "randomized" | "allocated" | "given" | "treated")
    };
    let active =
        |k: usize| matches!(tokens.word(k), "received" | "got" | "took" | "underwent" | "engaged" | "continued");
    let verb = (quantity.last + 1..quantity.last + 14)
        .find(|&k| tokens.before(k) != "who" && (tokens.is(k, Class::Be) || active(k)));
    verb.is_some_and(|k| active(k) || (k + 1..k + 3).any(assigned))
        || tokens.is(quantity.first.wrapping_sub(1), Class::AssignVerb)
}

/// "Compared with placebo, the drug cut …" at the head of the sentence.
fn opening(words: &Words, quantity: &Quantity) -> Option<usize> {
    let tokens = words.tokens;
    let start = (0..quantity.first.min(3))
        .find(|&k| tokens.word(k) == "compared" && matches!(tokens.word(k + 1), "with" | "to"))?
        + 2;
    (!words.quantities.iter().any(|q| q.first == start)).then_some(start)
}

/// "at 12 weeks", "one year after treatment", "between 1995 and 2014": when, without the preposition.
pub fn timepoint(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    if matches!(draft.kind, ClaimKind::ScoreChange) && matches!(quantity.unit, Unit::Time(_)) {
        return None;
    }
    nearest_time(words, quantity)
        .or_else(|| labelled_time(words))
        .or_else(|| years(words))
        .or_else(|| year_near(words, quantity))
}

fn nearest_time(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let distance =
        |q: &Quantity| if q.first > quantity.last { q.first - quantity.last } else { quantity.first - q.last };
    let time = words
        .quantities
        .iter()
        .filter(|q| {
            matches!(q.unit, Unit::Time(name) if !matches!(name, "minute" | "second"))
                && q.first != quantity.first
                && (timed(words, q))
        })
        .min_by_key(|q| distance(q))?;
    let mut last = time.last;
    if tokens.word(last + 1) == "period" || tokens.word(last + 1) == "follow-up" {
        last += 1;
    } else if matches!(tokens.word(last + 1), "after" | "post-treatment" | "later" | "post") {
        let noun = (last + 2..last + 5).find(|&k| {
            matches!(tokens.word(k), "treatment" | "surgery" | "randomisation" | "randomization" | "vaccination")
        });
        last = noun.unwrap_or(last + 1);
    }
    Some(Run { first: time.first, last })
}

/// The time is led by a preposition of time or followed by "later", "after".
fn timed(words: &Words, time: &Quantity) -> bool {
    let tokens = words.tokens;
    let mut at = time.first;
    while at > 0 && time.first - at < 5 && tokens.is(at - 1, Class::TimeFiller) {
        at -= 1;
    }
    matches!(
        tokens.before(at),
        "at" | "after" | "over" | "for" | "during" | "within" | "averaged" | "following" | "and" | "in" | "follow-up"
    ) && tokens.word(time.last + 1) != "ago"
        || matches!(tokens.word(time.last + 1), "later" | "after" | "post" | "post-treatment" | "follow-up")
        || at == 0
}

/// "At week 40", "on day 28", "during follow-up", "over the study period", "at the end of the trial".
fn labelled_time(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    (0..tokens.len()).filter(|&k| tokens.is(k, Class::TimeLabel)).find_map(|k| {
        let label = matches!(tokens.word(k), "week" | "day" | "month" | "year")
            && tokens.is_number(k + 1)
            && matches!(tokens.before(k), "at" | "on" | "by" | "until" | "to");
        let period = matches!(tokens.word(k), "study" | "follow-up") && tokens.word(k + 1) == "period";
        let close = tokens.at(k, &["end", "of", "the"])
            && matches!(tokens.word(k + 3), "study" | "trial" | "treatment" | "follow-up" | "experiment");
        let length = if close { 3 } else { 1 };
        (label || period || close).then_some(Run { first: k, last: k + length })
    })
}

/// "24 per cent … in 2002 compared with 43 per cent in 2013": the year that follows most closely, else the nearest before.
fn year_near(words: &Words, quantity: &Quantity) -> Option<Run> {
    const REACH: usize = 10;
    let tokens = words.tokens;
    let year = |k: &usize| {
        tokens.is_number(*k)
            && tokens.word(*k).len() == 4
            && (tokens.word(*k).starts_with("19") || tokens.word(*k).starts_with("20"))
            && matches!(tokens.before(*k), "in" | "during" | "by")
    };
    let after = (quantity.last + 1..tokens.len().min(quantity.last + REACH))
        .take_while(|&k| tokens.word(k) != "compared")
        .find(year);
    let first = after.or_else(|| (quantity.first.saturating_sub(REACH)..quantity.first).rev().find(year))?;
    let last = if tokens.word(first + 1) == "-" && tokens.is_number(first + 2) { first + 2 } else { first };
    Some(Run { first, last })
}

/// "between 1995 and 2014", "from March 2008 through August 2010", "in 2002".
fn years(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let year =
        |k: usize| tokens.is_number(k) && tokens.word(k).len() == 4 && matches!(&tokens.word(k)[..2], "19" | "20");
    let start = (0..tokens.len())
        .filter(|&k| tokens.is(k, Class::TimeLabel))
        .find(|&k| matches!(tokens.word(k), "between" | "from") && (year(k + 1) || tokens.is(k + 1, Class::Month)))?;
    let last = (start + 2..start + 8).rev().find(|&k| year(k))?;
    Some(Run { first: start + 1, last })
}
