//! What happened or was measured: the predicate of a share, the noun of a rate, what a relative change is of.

pub mod bare_risk;
pub mod change;
mod commonest;
pub mod deed;
pub mod did_alone;
pub mod did_so;
pub mod events;
pub mod gapped;
pub mod goal;
pub mod measured;
pub mod of_clause;
pub mod over_time;
mod predicate;
pub mod proportion;
pub mod rate;
pub mod risk_of;
pub mod round_rate;
pub mod timed_deed;
pub mod told_again;

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens};

use super::comparison::limit::over_limit;
use super::comparison::pairs::respectively;
use super::grammar::clause::{
    before_colon, before_hedges, counted_per, level, maker_up, points_back, seen_in, without_people,
};
use super::grammar::likely::likely_deed;
use super::grammar::lists::through_list;
use super::grammar::phrases::{Run, Words};
use super::grammar::verbs::past_form;
use super::group::{behind, led_by_with, own_part};
use crate::extract::Draft;
use events::{event, event_before, event_behind};
use predicate::{bare_verb, predicate};
use proportion::proportion_of;
use rate::{after_preposition, listed_in_brackets, rate_before};

/// The run of tokens that names the outcome; `None` for sample sizes.
pub fn outcome(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let found = match draft.kind {
        ClaimKind::SampleSize => None,
        ClaimKind::EventCount => commonest::named(words, quantity)
            .or_else(|| event(words, draft, group))
            .or_else(|| event_behind(words, quantity))
            .or_else(|| event_before(words, quantity))
            .or_else(|| struck(words, quantity)),
        _ if draft.statistic == Statistic::Share => share(words, quantity, group),
        ClaimKind::ScoreChange => {
            super::comparison::bracket_pair::outcome(words, quantity).or_else(|| change::change(words, draft, quantity))
        }
        _ => change::change(words, draft, quantity),
    };
    // "the girls did 12 per cent less": people are no outcome
    // "9 per cent fewer cases"
    let cases = |run: &Run| {
        words.tokens.word(run.first) == "cases"
            && (run.first == run.last || words.tokens.word(run.first + 1) == "of")
            && matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio)
    };
    let people = |run: &Run| {
        words.people(*run)
            && !cases(run)
            && words.owned(*run).is_none()
            && (Some(*run) == group && words.headed_by_people(*run)
                || draft.statistic != Statistic::Share && is_people(words, *run))
    };
    let found = found.filter(|run| says_something(words.tokens, *run) && !people(run));
    let found = found.map(|run| through_figure(words, without_owner(words.tokens, run)))?;
    let counts = draft.statistic == Statistic::Share || draft.kind == ClaimKind::EventCount;
    Some(if counts {
        through_list(words, quantity, through_limit(words.tokens, through_quotes(words.tokens, found)))
    } else {
        found
    })
}

/// "reported" → "reported "bad" dreams"
fn through_quotes(tokens: &Tokens, run: Run) -> Run {
    /// Tokens in the quotation marks, and behind them, at most.
    const LONGEST: usize = 5;
    let mark = |k: usize| matches!(tokens.word(k), "\"" | "“" | "”");
    let open = run.last + 1;
    if !mark(open) || run.last > run.first + 1 {
        return run;
    }
    let close = (open + 2..open + 2 + LONGEST).find(|&k| mark(k));
    let plain = |k: &usize| tokens.is_word(*k) && !tokens.is(*k, Class::Preposition);
    let last = close.map(|close| (close + 1..close + LONGEST).take_while(plain).last().unwrap_or(close - 1));
    Run { first: run.first, last: last.unwrap_or(run.last) }
}

/// "reached a 20" → "reached a 20 per cent drop in pain"
fn through_figure(words: &Words, run: Run) -> Run {
    let cut = words.quantities.iter().find(|q| q.first <= run.last && run.last < q.last && q.first > run.first);
    let cut = cut.filter(|q| !(run.first..q.first).any(|k| words.tokens.word(k) == "with"));
    let behind = |q: &Quantity| words.noun_phrase(q.last + 1).filter(|rest| rest.first <= q.last + 2);
    Run { first: run.first, last: cut.and_then(behind).map_or(run.last, |rest| rest.last) }
}

/// "ate more" → "ate more than the recommended limit"
fn through_limit(tokens: &Tokens, run: Run) -> Run {
    let graded = matches!(tokens.word(run.last + 1), "more" | "less" | "fewer");
    let than = run.last + 1 + usize::from(graded);
    Run { first: run.first, last: over_limit(tokens, than).unwrap_or(run.last) }
}

/// "your risk of gout" → "risk of gout"
fn without_owner(tokens: &Tokens, run: Run) -> Run {
    let owner = matches!(tokens.word(run.first), "your" | "their" | "our" | "my") && run.last > run.first;
    // "the risk of gout seen in cooks"
    let seen = run.last > run.first
        && !tokens.is(run.last - 1, Class::Be)
        && matches!(tokens.word(run.last), "seen" | "found" | "faced" | "observed");
    Run { first: run.first + usize::from(owner), last: run.last - usize::from(seen && !owner) }
}

/// "those who rowed", "older sailors": a description of people without anything that they do.
fn is_people(words: &Words, run: Run) -> bool {
    let deed =
        words.acts(run.first) || past_form(words.tokens, run.first) || words.tokens.is(run.first, Class::ActiveVerb);
    !deed
        && words.owned(run).is_none()
        && words.headed_by_people(run)
        && words.noun_phrase(run.first).is_some_and(|whole| whole.last >= run.last)
}

/// More than words that only lead, compare or point back: "far higher", "can", "more likely", "also the case".
fn says_something(tokens: &Tokens, run: Run) -> bool {
    let empty = |k: usize| {
        let classes = [
            Class::Be,
            Class::Modal,
            Class::Article,
            Class::Preposition,
            Class::StopPhrase,
            Class::Approx,
            Class::RelativeWord,
        ];
        !tokens.is_word(k)
            || classes.iter().any(|class| tokens.is(k, *class))
            || points_back(tokens, Run { first: k, last: k })
            || matches!(
                tokens.word(k),
                "likely"
                    | "often"
                    | "frequently"
                    | "far"
                    | "much"
                    | "even"
                    | "case"
                    | "same"
                    | "did"
                    | "had"
                    | "have"
                    | "has"
                    | "not"
                    | "only"
                    | "so"
                    | "as"
                    | "than"
                    | "common"
                    | "high"
                    | "low"
                    | "times"
                    | "likelier"
                    | "half"
                    | "quarter"
                    | "third"
                    | "more"
                    | "fewer"
                    | "do"
                    | "least"
            )
    };
    !(run.first..=run.last).all(empty)
}

pub fn skip_bracket(tokens: &Tokens, at: usize) -> usize {
    if tokens.word(at) == "(" { (at..at + 16).find(|&k| tokens.word(k) == ")").map_or(at, |k| k + 1) } else { at }
}

fn share(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let other = words.partner(quantity);
    let second = other.is_some_and(|other| other.before);
    commonest::named(words, quantity)
        .or_else(|| gapped::listed_in(words, quantity))
        .or_else(|| deed::brought_to(words, quantity, group))
        .or_else(|| deed::detected(words, quantity))
        .or_else(|| listed(words, quantity))
        .or_else(|| struck(words, quantity))
        .or_else(|| told_in(words, quantity, group))
        .or_else(|| counted_per(words, quantity))
        .or_else(|| maker_up(words, quantity))
        .or_else(|| proportion_of(words, quantity)?.1)
        .or_else(|| level(words, quantity).map(|run| without_people(words, after_preposition(tokens, run))))
        .or_else(|| own_part(words, quantity).then(|| words.noun_phrase(quantity.last + 3)).flatten())
        .or_else(|| compared_in_brackets(words, quantity))
        .or_else(|| super::comparison::behind_than::outcome(words, quantity))
        .or_else(|| did_alone::outcome(words, quantity))
        .or_else(|| super::grammar::bracketed::outcome(words, quantity))
        .or_else(|| listed_in_brackets(tokens, quantity))
        .or_else(|| of_clause::object(words, quantity))
        .or_else(|| predicate(words, quantity, group))
        .or_else(|| seen_in(words, quantity.first))
        .or_else(|| if second { None } else { rate_before(words, quantity) })
        .or_else(|| elliptical(words, quantity))
        .or_else(|| {
            // Both figures of a comparison are of one outcome.
            let other = other?.quantity;
            let theirs = super::group::group(words, &share_draft(other), other);
            predicate(words, other, theirs).or_else(|| rate_before(words, other))
        })
        .or_else(|| list_outcome(words, quantity))
        .or_else(|| before_colon(words, quantity))
        .or_else(|| earlier_outcome(words, quantity))
        .or_else(|| rate_before(words, quantity))
        .or_else(|| told_of(words, quantity))
        .map(|run| without_comparison(tokens, without_group(words, run, group)))
}

/// "infections were less common" → "infections": how it compares is no part of what happened.
fn without_comparison(tokens: &Tokens, run: Run) -> Run {
    let be = (run.first + 1..run.last).find(|&k| tokens.is(k, Class::Be) && tokens.is(k + 1, Class::RelativeWord));
    Run { first: run.first, last: be.map_or(run.last, |k| k - 1) }
}

/// "The scanner correctly named 15 per cent of …", "Drink was to blame for 64% of …": what the clause tells of the share.
fn told_of(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx)
            || tokens.is(at - 1, Class::Preposition)
            || matches!(
                tokens.before(at),
                "just" | "only" | "than" | "more" | "less" | "fewer" | "up" | "least" | "an"
            ))
    {
        at -= 1;
    }
    // "could hope to mend 7 of 9 boats"
    if at > 1 && tokens.before(at - 1) == "to" && bare_verb(tokens, at - 1) && !words.acts(at - 1) {
        return Some(Run { first: at - 1, last: at - 1 });
    }
    let run = words.noun_phrase_before(at)?;
    let verb = (run.first..=run.last).any(|k| words.acts(k) || tokens.word(k).ends_with("ed"));
    let direct = run.last + 1 == at && tokens.word(quantity.last + 1) == "of";
    (verb && direct && !points_back(tokens, Run { first: run.first, last: run.first })).then_some(run)
}

/// "Hearing and sense of balance were 41.2% and 63.5%, respectively".
fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let (at, count) = respectively(tokens, words.quantities, quantity)?;
    let first = words.quantities.iter().find(|q| q.unit == quantity.unit)?.first;
    let verb = (0..first).rev().find(|&k| tokens.is(k, Class::Be))?;
    let subject = words.noun_phrase_before(verb)?;
    let start = (0..subject.first)
        .rev()
        .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "," || tokens.word(k) == "-")
        .last()
        .unwrap_or(subject.first);
    let parts = super::grammar::phrases::parts(tokens, start, subject.last + 1);
    parts.get(at).copied().filter(|_| parts.len() == count)
}

/// "A cough was reported by 90 of 410", "Scurvy affected 14 per cent", "stains were seen in 33 per cent of them".
fn struck(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let hedged =
        |k: usize| tokens.is(k, Class::Approx) || matches!(tokens.word(k), "about" | "only" | "just" | "between");
    let plain = (0..quantity.first).rev().take_while(|&k| hedged(k)).last().unwrap_or(quantity.first);
    // "seen in fewer than 9 per cent"
    let bounded = before_hedges(tokens, quantity.first);
    let strikes = |at: usize| {
        matches!(
            tokens.before(at),
            "affected"
                | "affecting"
                | "affects"
                | "hit"
                | "struck"
                | "strikes"
                | "afflicted"
                | "afflicting"
                | "afflicts"
                | "bothered"
                | "troubled"
                | "plagued"
                | "befell"
        )
    };
    let seen = strikes(bounded) || bounded > 1 && tokens.is(bounded - 2, Class::SeenVerb);
    let at = if seen { bounded } else { plain };
    let direct = strikes(at);
    // "a cure was achieved by 44 per cent"
    let reached = |k: usize| {
        matches!(tokens.word(k), "achieved" | "attained" | "reached" | "managed" | "met" | "experienced" | "suffered")
    };
    let by = at >= 2
        && (matches!(tokens.before(at), "in" | "by" | "among") && tokens.is(at - 2, Class::SeenVerb)
            || tokens.before(at) == "by" && reached(at - 2));
    // "The swimmers were hurt in 37 per cent of races": the verb belongs to the outcome
    let state = matches!(tokens.before(at), "in" | "for") && at >= 3 && !by;
    let be = state.then(|| (at.saturating_sub(8)..at - 2).rev().find(|&k| tokens.is(k, Class::Be))).flatten();
    if let Some(be) = be.filter(|&be| be > 0 && (be..at).all(|k| tokens.is_word(k))) {
        let run = words.noun_phrase_before(be).filter(|run| !points_back(tokens, *run))?;
        let place = (be + 2..at - 1).find(|&k| tokens.is(k, Class::Preposition));
        return Some(Run { first: run.first, last: place.unwrap_or(at - 1) - 1 });
    }
    let mut verb = if direct {
        at - 1
    } else if by {
        at - 2
    } else {
        return None;
    };
    while verb > 0
        && (tokens.is(verb - 1, Class::Be)
            || matches!(tokens.before(verb), "which" | "that" | "has" | "have")
            // "a rash, which affected"; not "a rash, a sign of gout, was seen"
            || tokens.before(verb) == "," && matches!(tokens.word(verb), "which" | "that" | "affecting" | "afflicting"))
    {
        verb -= 1;
    }
    of_clause::apposed(words, verb).or_else(|| words.noun_phrase_before(verb))
}

/// "in three out of 10 of these cases, the deck was wet": the clause behind the comma.
fn told_in(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0 && (tokens.is(at - 1, Class::Approx) || tokens.is(at - 1, Class::FigureLeader)) {
        at -= 1;
    }
    let group = group.filter(|run| run.first > quantity.last)?;
    if !matches!(tokens.before(at), "in" | "for" | "among" | "at") || tokens.word(group.last + 1) != "," {
        return None;
    }
    // "for 9 per cent of the boats, there was no paint"
    if tokens.word(group.last + 2) == "there" && tokens.is(group.last + 3, Class::Be) {
        return words.verb_phrase(group.last + 3);
    }
    let run = words.noun_phrase(group.last + 2)?;
    // ", the study found"
    if tokens.is(run.last + 1, Class::ReportingVerb)
        || tokens.is(run.last, Class::ResearchNoun)
        || tokens.word(run.last + 1) == "found"
    {
        return None;
    }
    let verb = words.acts(run.last + 1).then(|| words.verb_phrase(run.last + 1)).flatten()?;
    Some(Run { first: run.first, last: verb.last })
}

/// "Nurses (31 per cent) were more likely than drivers (12 per cent) to snore": what both brackets are of.
fn compared_in_brackets(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to the word for likely at most.
    const REACH: usize = 16;
    let tokens = words.tokens;
    let bracketed = super::comparison::pairs::in_bracket(tokens, quantity.first);
    let near = quantity.first.saturating_sub(REACH)..quantity.last + REACH;
    let likely = near.clone().find(|&k| bracketed && tokens.word(k) == "likely")?;
    likely_deed(words, likely)
}

fn share_draft(quantity: &Quantity) -> Draft {
    Draft::of(ClaimKind::ResponseRate, quantity, Statistic::Share)
}

/// "were healthy in the obese group": the outcome without the group that stands behind it.
fn without_group(words: &Words, run: Run, group: Option<Run>) -> Run {
    let inside = group.filter(|group| group.first > run.first + 1 && group.last <= run.last);
    let lead = inside.and_then(|group| {
        (run.first + 1..group.first).rev().take(3).find(|&k| {
            matches!(words.tokens.word(k), "in" | "among" | "on" | "with" | "under" | "without" | "for" | "after")
        })
    });
    Run { first: run.first, last: lead.map_or(run.last, |lead| lead - 1) }
}

/// "34% came from bread and 6% from oil", "with 13 per cent regular smokers": a share without a verb.
fn elliptical(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = behind(words, quantity);
    let source = tokens.word(next) == "from"
        && words.quantities.iter().any(|q| q.first < quantity.first && q.unit == quantity.unit);
    let noun = led_by_with(words, quantity)
        && tokens.is_word(next)
        && ![
            Class::Preposition,
            Class::StopPhrase,
            Class::PhraseEnd,
            Class::Article,
            Class::RelativeWord,
            Class::AssignVerb,
        ]
        .iter()
        .any(|class| tokens.is(next, *class));
    (source || noun).then(|| words.noun_phrase(if source { next + 1 } else { next })).flatten()
}

/// "38 per cent of A, 24 per cent of B and 12 per cent of C had pain": the predicate behind the last one.
fn list_outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens between two figures of a list, and figures looked at, at most.
    const REACH: usize = 9;
    const LONGEST: usize = 6;
    let tokens = words.tokens;
    let mut last = quantity;
    for next in words.quantities.iter().filter(|q| q.first > quantity.last).take(LONGEST) {
        let joined = matches!(tokens.before(next.first), "," | "and" | "or") && next.first - last.last <= REACH;
        let verb = (last.last + 1..next.first).any(|k| words.acts(k));
        if next.unit != quantity.unit || !joined || verb {
            break;
        }
        last = next;
    }
    let group = super::group::group(words, &share_draft(last), last);
    (last.first > quantity.first).then(|| predicate(words, last, group)).flatten()
}

/// "half …, a third lost 12 per cent": the last predicate told before in the sentence.
fn earlier_outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Figures before that are asked: lists of more are no sentences.
    const MOST: usize = 6;
    words
        .before(quantity.first)
        .iter()
        .rev()
        .filter(|q| q.unit == quantity.unit)
        .take(MOST)
        .find_map(|q| predicate(words, q, super::group::group(words, &share_draft(q), q)))
}
