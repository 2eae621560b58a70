//! What a number is compared with: the other arm, another group, another time.

pub mod behind_than;
pub mod bracket_pair;
pub mod carried;
pub mod compared;
pub mod compared_before;
pub mod limit;
pub mod pairs;
pub mod parallel;
pub mod since;

use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::grammar::clause::before_hedges;
use super::grammar::likely::others_end;
use super::grammar::phrases::{Run, Words};
use crate::extract::Draft;
use crate::extract::nouns::names_people;

use crate::model::{ClaimKind, Statistic};

/// The run of tokens after "than", "compared with", "versus", or the other arm of a pair.
pub fn comparator(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    if draft.kind == ClaimKind::SampleSize {
        return None;
    }
    let tokens = words.tokens;
    if measures_another(tokens, quantity) {
        return None;
    }
    let pair = words
        .partner(quantity)
        .filter(|_| !matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio))
        .filter(|_| !assigned_share(words, quantity));
    if let Some(told) = behind_than::comparator(words, quantity) {
        return told;
    }
    if draft.kind == ClaimKind::Multiplier
        && let Some(run) = yardstick(words, quantity).or_else(|| limit::what_they_should(tokens, quantity))
    {
        return Some(run);
    }
    if let Some(other) = pair {
        // "66 % compared with 38 %": the comparison belongs to the first
        if other.before {
            return None;
        }
        let theirs =
            super::group::group(words, &Draft::of(draft.kind, other.quantity, draft.statistic), other.quantity);
        let mine = super::group::group(words, draft, quantity);
        // "more often (31% v 19%) than those who rowed"
        if let Some(run) = behind_pair(words, quantity, other.quantity) {
            return Some(run);
        }
        // "40 per cent of boys and 37 per cent of girls", "87 per cent, while 55 per cent …": told beside each other
        if other.set_against {
            let told_apart = theirs.filter(|run| !mine.is_some_and(|mine| same_words(tokens, mine, *run)));
            let between = || compared_between(words, draft, quantity, other.quantity);
            return told_apart.or_else(|| told_before(words, quantity)).or_else(between);
        }
    }
    let start = compared_from(words, draft, quantity, tokens.len());
    // "compared with cooks, sailors fell 17 per cent less often, and the gap was wider at sea than in port"
    let start = start.filter(|&start| {
        // "9 per cent fell, and nurses did better than cooks (12 per cent and 4 per cent)": of others
        let others = || draft.statistic == Statistic::Share && !words.between(start, start + FIGURES_BEHIND).is_empty();
        let listed = || words.between(quantity.last, start).iter().any(|q| q.unit == quantity.unit);
        let next = next_clause(words, quantity, start);
        !next || opening(words, quantity).is_none() && !others() && listed()
    });
    // "A cut of at least 9 per cent was seen in 12 per cent of cooks, versus 4 per cent of nurses": of the shares
    let start = start.filter(|&start| {
        let between = words.between(quantity.last, start).iter();
        let faced = |q: &Quantity| {
            q.unit == quantity.unit
                && words
                    .partner(q)
                    .is_some_and(|other| other.set_against && !other.before && other.quantity.first + 1 >= start)
        };
        draft.statistic != Statistic::RelativeChange || !between.into_iter().any(faced)
    });
    let Some(start) = start.or_else(|| opening(words, quantity)) else {
        return told_before(words, quantity).or_else(|| since::told(words, draft, quantity));
    };
    // "compared with a 9 per cent drop with tea"
    if let Some(run) = behind_change(words, start) {
        return Some(run);
    }
    let counted = words.quantities.iter().find(|q| q.first == start);
    // "waited longer than 11 weeks" compares with no group
    if counted.is_some_and(|q| matches!(q.unit, Unit::Time(_)) && q.unit != quantity.unit) {
        return told_before(words, quantity);
    }
    let start = counted.map_or(start, |q| super::group::behind(words, q));
    // "compared with 12 per cent among light drinkers"
    let start = if counted.is_some() && matches!(tokens.word(start), "among" | "in" | "of" | "for") {
        start + 1
    } else {
        start
    };
    clause_compared(tokens, start).or_else(|| described(words, start))
}

/// Tokens from a comparison to the figures that it is told by at most.
const FIGURES_BEHIND: usize = 6;

/// "9 per cent, which was better than nurses who were right 4 per cent of the time": those named between both figures.
fn compared_between(words: &Words, draft: &Draft, quantity: &Quantity, other: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let start = compared_from(words, draft, quantity, other.first)?;
    let start = start + usize::from(matches!(tokens.word(start), "for" | "in" | "among" | "with" | "on" | "of"));
    // "than for the liquid (3 per cent)"
    let bracketed = |run: &Run| tokens.word(run.last + 1) == "(" && run.last + 2 == other.first;
    let run = words.noun_phrase(start).filter(|run| words.people(*run) || bracketed(run));
    run.filter(|run| run.last < other.first)
}

/// "a 9 per cent drop in falls with tea", "a 9 per cent fall among those on tea": in whom else the change was seen.
pub fn behind_change(words: &Words, start: usize) -> Option<Run> {
    /// Tokens from the change to those it was seen in at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    let figure = words.quantity_at(start + usize::from(tokens.is(start, Class::Article)))?;
    let noun = (figure.last + 1..figure.last + 4).find(|&k| tokens.is(k, Class::ChangeNoun))?;
    let ahead = (noun + 1..noun + REACH).take_while(|&k| tokens.is_word(k));
    ahead.filter(|&k| matches!(tokens.word(k), "with" | "on" | "under" | "for" | "among" | "in")).find_map(|k| {
        let run = words.noun_phrase(k + 1)?;
        let named = tokens.word(k) != "in" || words.people(run) || super::arm::evidence::arm_of(words, run).is_some();
        (named && !tokens.is(run.first, Class::TimeUnit)).then_some(run)
    })
}

/// "vs 4 per cent", "compared with 4 per cent": the figure is what another is compared with.
pub fn measures_another(tokens: &Tokens, quantity: &Quantity) -> bool {
    let at = before_hedges(tokens, quantity.first);
    matches!(tokens.before(at), "vs" | "versus" | "v")
        || tokens.ends_at(at, &["compared", "with"])
        || tokens.ends_at(at, &["compared", "to"])
}

/// Another clause begins between the figure and the comparison at `start`.
fn next_clause(words: &Words, quantity: &Quantity, start: usize) -> bool {
    let tokens = words.tokens;
    let joint = |k: usize| tokens.word(k) == "," && matches!(tokens.word(k + 1), "and" | "but" | "while" | "with");
    let joint = (quantity.last + 1..start).find(|&k| joint(k));
    joint.is_some_and(|joint| (joint + 1..start).any(|k| words.acts(k) || tokens.is(k, Class::ChangeVerb)))
}

/// The group compared with, from "in those at sea" or "that of men to report pain" on.
fn described(words: &Words, start: usize) -> Option<Run> {
    let tokens = words.tokens;
    let again = matches!(tokens.word(start), "that" | "those")
        && matches!(tokens.word(start + 1), "of" | "in" | "for" | "among")
        && (tokens.word(start) == "that" || tokens.word(start + 1) == "of");
    let leads = again || matches!(tokens.word(start), "in" | "for" | "among" | "on" | "with" | "at" | "from");
    let start = if again { start + 2 } else { start + usize::from(leads) };
    let run = words.noun_phrase(start)?;
    // "higher than previously thought", "than expected"
    let word = tokens.word(run.first);
    if run.first == run.last
        && (word.len() > 4 && word.ends_with("ly") || matches!(word, "expected" | "thought" | "usual" | "ever"))
    {
        return None;
    }
    // "twice as likely as men to report pain": what is likely is no part of them
    let deed = (run.first + 1..=run.last)
        .find(|&k| tokens.word(k) == "to" && others_end(words, k) && !tokens.is(k + 1, Class::Article));
    let deed = super::outcome::deed::ends_compared(words, run).or(deed);
    let last = deed.map_or(run.last, |k| k - 1);
    // "the year before"
    let time = tokens.is(last, Class::TimeUnit) && matches!(tokens.word(last + 1), "before" | "earlier" | "ago");
    Some(Run { first: run.first, last: last + usize::from(time) })
}

/// Where what is compared with begins, behind "than", "compared with", "versus" among the tokens up to `end`.
fn compared_from(words: &Words, draft: &Draft, quantity: &Quantity, end: usize) -> Option<usize> {
    let tokens = words.tokens;
    let mut clause = (quantity.last + 1..end).take_while(|&k| tokens.word(k) != ";");
    clause.find_map(|k| match tokens.word(k) {
        "than"
            if draft.statistic == Statistic::Share
                && (limit::over_limit(tokens, k).is_some() || limit::in_explanation(tokens, quantity, k)) =>
        {
            None
        }
        "than"
            if !matches!(tokens.before(k), "more" | "less" | "fewer" | "rather")
                || !tokens.is_number(k + 1)
                    && tokens.is_word(k + 1)
                    && !words.quantities.iter().any(|q| q.first == k + 1)
                    && !tokens.at(k + 1, &["a", "year"]) =>
        {
            Some(k + 1 + same_clause(tokens, k + 1))
        }
        // "1% above inflation"
        "above" | "below" | "over"
            if k == quantity.last + 1
                && words.quantity_at(k + 1).is_none()
                && (!matches!(tokens.word(k + 1), "the" | "a" | "an" | "that" | "this")
                    || tokens.is(k + 2, Class::ControlWord)) =>
        {
            Some(k + 1)
        }
        "compared" if matches!(tokens.word(k + 1), "with" | "to") => Some(k + 2),
        "versus" | "vs" => Some(k + 1),
        // "9 days on deck, against 4 below", not "9 guards against theft"
        "against" if matches!(tokens.before(k), "," | "as" | ")" | "–") || words.quantity_at(k + 1).is_some() => {
            Some(k + 1)
        }
        "opposed" | "contrast" | "instead" if pairs::opposes(tokens, k) => Some(k + 2),
        "relative" if tokens.word(k + 1) == "to" => Some(k + 2),
        "comparison" if tokens.before(k) == "in" && matches!(tokens.word(k + 1), "with" | "to") => Some(k + 2),
        "comparable" | "similar" | "equal" | "identical"
            // "9 per cent were fat at three but similar to the rest at seven"
            if tokens.word(k + 1) == "to" && !(quantity.last + 1..k).any(|j| tokens.word(j) == "but") =>
        {
            Some(k + 2 + rate_of(tokens, k + 2))
        }
        "ahead" if tokens.word(k + 1) == "of" => Some(k + 2),
        // "double that found with rum", "twice as quick as drum signals"
        "that" if k <= quantity.last + 2 && draft.kind == ClaimKind::Multiplier => that_of(tokens, k + 1),
        // "double the share on land", "twice the figure for nurses"
        "the" if k == quantity.last + 1 && draft.kind == ClaimKind::Multiplier => {
            figure_of(words, k + 1).or_else(|| super::outcome::risk_of::others(words, quantity))
        }
        // "twice as likely to fall as men", "twice the level of iron as men"
        "as" if draft.kind == ClaimKind::Multiplier
            && k >= quantity.last + 3
            && matches!(tokens.word(quantity.last + 1), "as" | "the") =>
        {
            Some(k + 1 + same_clause(tokens, k + 1))
        }
        _ => None,
    })
}

/// "(31% v 19%) than those who rowed": what is said behind the bracket that holds both figures.
fn behind_pair(words: &Words, quantity: &Quantity, other: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let bracketed = tokens.before(quantity.first) == "(" && tokens.word(other.last + 1) == ")";
    let than = other.last + 2;
    let starts = match tokens.word(than) {
        "than" => than + 1,
        "compared" if matches!(tokens.word(than + 1), "with" | "to") => than + 2,
        _ => return None,
    };
    bracketed.then(|| words.noun_phrase(starts)).flatten()
}

/// "four times the national average", "double the limit": what the figure is a multiple of, where it is a measure.
pub fn yardstick(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "the" | "its" | "their") {
        return None;
    }
    let run = words.noun_phrase(next)?;
    let measure = (run.first..=run.last.min(run.first + 3)).find(|&k| {
        let meant = matches!(tokens.word(k), "amount" | "level" | "dose" | "number" | "intake")
            && (k + 1..k + 5).any(|j| tokens.word(j) == "they" || advises(tokens.word(j)));
        let known =
            matches!(tokens.word(k), "average" | "norm" | "limit" | "maximum" | "minimum" | "recommended" | "mean");
        meant || known && !matches!(tokens.word(k + 1), "of" | "risk")
    });
    // "the dose they should"
    let clause = tokens.word(run.last + 1) == "they" && tokens.is(run.last + 2, Class::Modal);
    measure.map(|_| Run { first: run.first, last: if clause { run.last + 2 } else { run.last } })
}

/// "the rates for nurses", "that of nurses": the tokens that only tell again what is compared.
fn rate_of(tokens: &Tokens, k: usize) -> usize {
    (0..5)
        .find(|&j| matches!(tokens.word(k + j), "for" | "of" | "in" | "among") && j > 0)
        .filter(|&j| {
            (k..k + j).any(|i| {
                matches!(
                    tokens.word(i),
                    "rate" | "rates" | "that" | "those" | "level" | "levels" | "figure" | "figures"
                )
            })
        })
        .map_or(0, |j| j + 1)
}

/// "as high as they were among nurses": the tokens that only tell the figure's own clause again.
fn same_clause(tokens: &Tokens, k: usize) -> usize {
    let again = matches!(tokens.word(k), "they" | "it" | "those" | "that")
        && tokens.is(k + 1, Class::Be)
        && matches!(tokens.word(k + 2), "among" | "in" | "for" | "with");
    // "than were men"
    let turned = tokens.is(k, Class::Be) || matches!(tokens.word(k), "did" | "do" | "does" | "had" | "have" | "has");
    if again { 3 } else { usize::from(turned) }
}

/// "compared with when they exercised", "than before treatment": a clause or a time stands for the other group.
fn clause_compared(tokens: &Tokens, start: usize) -> Option<Run> {
    const LONGEST: usize = 8;
    // "than they had at the outset": themselves before
    let own = matches!(tokens.word(start), "they" | "it" | "he" | "she")
        && (tokens.is(start + 1, Class::Be) || matches!(tokens.word(start + 1), "had" | "did"))
        && matches!(tokens.word(start + 2), "at" | "before");
    if own {
        let ahead = (start + 2..start + LONGEST).take_while(|&k| tokens.is_word(k) && tokens.word(k) != "and");
        return Some(Run { first: start, last: ahead.last()? });
    }
    if !matches!(tokens.word(start), "when" | "before" | "during" | "after" | "if") {
        return None;
    }
    let last = (start + 1..start + LONGEST).take_while(|&k| tokens.is_word(k) && tokens.word(k) != "and").last();
    // "higher after treatment than before"
    let alone = || (tokens.word(start) == "before").then_some(start);
    Some(Run { first: start, last: last.or_else(alone)? })
}

/// Two descriptions in the same words: "64% of sailors … and 72% of sailors …" are of one group.
pub fn same_words(tokens: &Tokens, a: Run, b: Run) -> bool {
    (a.first..=a.last).map(|k| tokens.word(k)).eq((b.first..=b.last).map(|k| tokens.word(k)))
}

/// "fewer falls than those taking the other syrup, at 9 per cent": the comparison stands before the figure.
pub fn told_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    // "…, and each further cup cut it by 9 per cent" compares with nobody
    let apart = |k: usize| matches!(tokens.word(k), ";" | "each" | "every" | "additional");
    let mut back = (quantity.first.saturating_sub(20)..quantity.first).rev().take_while(|&k| !apart(k));
    let start = back.find_map(|k| match tokens.word(k) {
        "than" if tokens.is(k + 1, Class::People) || matches!(tokens.word(k + 1), "those" | "the" | "people") => {
            Some(k + 1)
        }
        "compared" if matches!(tokens.word(k + 1), "with" | "to") => Some(k + 2),
        _ => None,
    })?;
    let counted = words.quantities.iter().find(|q| q.first == start);
    let start = counted.map_or(start, |q| q.last + 1);
    // "compared with a death rate of 33%" leads to the figure itself
    let own =
        |run: &Run| (run.last + 1..quantity.first).all(|k| matches!(tokens.word(k), "of" | "at" | "about" | "nearly"));
    let run = (start < quantity.first).then(|| words.noun_phrase(start)).flatten()?;
    // "compared with nurses, who scored 9"
    let theirs = tokens.word(run.last + 1) == "," && tokens.word(run.last + 2) == "who";
    (run.last < quantity.first && !own(&run) && !theirs).then_some(run)
}

/// Behind "share", "figure" and the like: "on", "for", "seen among"; "the rate of gout" tells what is compared.
pub fn figure_of(words: &Words, k: usize) -> Option<usize> {
    let tokens = words.tokens;
    // "four times the 5 per cent seen with placebo"
    let noun = |k: usize| {
        matches!(tokens.word(k), "share" | "figure" | "rate" | "proportion" | "number" | "percentage" | "level")
    };
    if let Some(figure) = words.quantity_at(k) {
        return that_of(tokens, figure.last + 1 + usize::from(noun(figure.last + 1)));
    }
    // "half the price of cabin meals"
    let cost = matches!(tokens.word(k), "price" | "cost" | "size" | "length" | "weight") && tokens.word(k + 1) == "of";
    if cost && !tokens.is(k + 2, Class::Article) {
        return Some(k + 2);
    }
    if !noun(k) {
        return None;
    }
    // "twice the rate of those at sea", not "twice the rate of gout"
    let people = |at: usize| {
        let noun = if tokens.is(at, Class::Article) { at + 1 } else { at };
        tokens.word(at) == "those" || names_people(tokens, noun)
    };
    that_of(tokens, k + 1).filter(|&at| tokens.before(at) != "of" || people(at))
}

/// Behind "that": "of", "found with", "seen in".
fn that_of(tokens: &Tokens, k: usize) -> Option<usize> {
    let at = if tokens.word(k).ends_with("ed") || matches!(tokens.word(k), "found" | "seen") { k + 1 } else { k };
    matches!(tokens.word(at), "of" | "with" | "in" | "for" | "among" | "on").then_some(at + 1)
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

/// "gave half of the sailors syrup and half tea": the share is of everybody, whatever it got.
pub fn shared_out(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens from one such share to the next at most.
    const NEXT: usize = 12;
    let tokens = words.tokens;
    if quantity.form != Form::Share || quantity.fraction.is_some() {
        return false;
    }
    let gave = |q: &Quantity| {
        matches!(tokens.before(q.first), "gave" | "treated" | "assigned" | "randomised" | "randomized" | "fed" | "put")
    };
    let earlier = || {
        let other = words.before(quantity.first).iter().rev().find(|q| q.unit == quantity.unit)?;
        let near = quantity.first - other.last <= NEXT && quantity.form == other.form;
        let again = matches!(tokens.before(quantity.first), "and" | "other");
        (near && again && gave(other)).then_some(())
    };
    gave(quantity) || earlier().is_some()
}

/// "Compared with placebo, the drug cut …" at the head of the sentence.
fn opening(words: &Words, quantity: &Quantity) -> Option<usize> {
    let tokens = words.tokens;
    let leads = |k: usize| match tokens.word(k) {
        "compared" => matches!(tokens.word(k + 1), "with" | "to"),
        "comparison" => matches!(tokens.word(k + 1), "with" | "to") && tokens.before(k) == "in",
        // "cooks – as opposed to nurses – were"
        "relative" | "opposed" => tokens.word(k + 1) == "to",
        _ => false,
    };
    // "This compared with 9 per cent" measures the sentence before
    let points = |k: usize| k > 0 && matches!(tokens.before(k), "this" | "that" | "it" | "which");
    let head = (0..quantity.first.min(3)).find(|&k| leads(k) && !points(k));
    let start = head.or_else(|| inner_opening(words, quantity, leads))? + 2;
    (!words.quantities.iter().any(|q| q.first == start)).then_some(start)
}

/// "found that, compared with placebo, the drug cut …": the comparison leads the clause and ends at a comma.
fn inner_opening(words: &Words, quantity: &Quantity, leads: impl Fn(usize) -> bool) -> Option<usize> {
    /// Tokens from the comparison to the figure at most.
    const REACH: usize = 36;
    let tokens = words.tokens;
    let opens = |k: usize| {
        matches!(
            tokens.before(k),
            "," | "that" | "found" | "in" | "as" | ";" | ":" | "\"" | "when" | "and" | "but" | "–" | "showed"
        )
    };
    let ends = |k: usize| matches!(tokens.word(k), ";" | "." | "while" | "whereas") || words.quantity_at(k).is_some();
    let mut back = (quantity.first.saturating_sub(REACH)..quantity.first).rev().take_while(|&k| !ends(k));
    let start = back.find(|&k| leads(k) && opens(k))?;
    let run = words.noun_phrase(start + 2)?;
    // a clause of its own stands between the comparison and the figure
    let comma = (run.last + 1 < quantity.first && matches!(tokens.word(run.last + 1), "," | "–" | "-"))
        .then_some(run.last + 1)?;
    (comma + 1..quantity.first).any(|k| words.acts(k) || tokens.is(k, Class::ChangeVerb)).then_some(start)
}

/// "recommended": of what somebody advises.
pub fn advises(word: &str) -> bool {
    matches!(word, "recommended" | "advised" | "allowed" | "needed")
}
