//! What happened or was measured: the predicate of a share, the noun of a rate, what a relative change is of.

pub mod bare_risk;
pub mod change;
pub mod deed;
pub mod did_alone;
pub mod did_so;
pub mod events;
pub mod measured;
pub mod over_time;
pub mod proportion;
pub mod rate;
pub mod risk_of;
pub mod round_rate;
pub mod timed_deed;
pub mod told_again;

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens};

use super::comparison::pairs::respectively;
use super::grammar::behind_aside::behind_aside;
use super::grammar::clause::{
    before_colon, counted_per, level, likely_deed, maker_up, points_back, seen_in, without_people,
};
use super::grammar::phrases::{Run, Words};
use super::grammar::verbs::past_form;
use super::group::{behind, doing, led_by_with, own_part};
use crate::extract::Draft;
use crate::extract::nouns::names_people;
use events::{event, event_before, event_behind};
use proportion::proportion_of;
use rate::{after_preposition, listed_in_brackets, rate_before};

/// The run of tokens that names the outcome; `None` for sample sizes.
pub fn outcome(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let found = match draft.kind {
        ClaimKind::SampleSize => None,
        ClaimKind::EventCount => event(words, draft, group)
            .or_else(|| event_behind(words, quantity))
            .or_else(|| event_before(words, quantity)),
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
    found.map(|run| without_owner(words.tokens, run))
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
    listed(words, quantity)
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

/// "The scanner correctly identified 10 percent of …", "Drink was to blame for 64% of …": what the clause tells of the share.
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

/// "Relapse-free survival and overall survival were 47.1% and 56.4%, respectively".
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

/// "Dizziness was reported by 100 of 624", "Nausea affected 18 per cent", "changes were seen in 46 per cent of them".
fn struck(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx) || matches!(tokens.before(at), "about" | "only" | "just" | "between"))
    {
        at -= 1;
    }
    let direct = matches!(
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
    );
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
    words.noun_phrase_before(verb)
}

/// "in four out of 10 of these cases, the road was wet": the clause behind the comma.
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

/// The verb phrase behind the group: "went into remission".
fn predicate(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let next = behind(words, quantity);
    let (after, verb) = verb_behind(words, quantity, group, next);
    // "still slept", "no longer met"
    if words.adverb_of_verb(verb) {
        return words.verb_phrase(verb);
    }
    if let Some(run) = deed::graded(words, quantity).filter(|_| verb == quantity.last + 1) {
        return Some(run);
    }
    let adjective = (verb..verb + 4).any(|k| matches!(tokens.word(k), "free" | "alive")) && verb == after;
    // "60 percent placed …", "with 11 per cent trying to …": behind the figure itself, any form of a verb
    let direct = verb == next && (past_form(tokens, verb) && !tokens.is(verb + 1, Class::People) || doing(words, verb));
    // "with 9 per cent of sailors smoking": the group was ended by what they do
    let ending = || group.is_some_and(|run| run.last + 1 == verb) && tokens.word(verb).ends_with("ing");
    let deed = (doing(words, verb) || ending()) && led_by_with(words, quantity);
    // "the visits involved sailors": the phrase before was ended by it
    let form = past_form(tokens, verb) || tokens.word(verb).ends_with("ed");
    let ended = group.is_some_and(|run| run.last + 1 == verb || verb > run.last + 1 && names_people(tokens, verb - 1))
        && form
        && verb > next;
    let first_word = verb == next && told_first(words, quantity, group) && bare_verb(tokens, verb);
    let plain = (verb == next || group.is_some_and(|run| run.last + 1 == verb)) && words.plain_verb(verb);
    if words.acts(verb) || adjective || direct || deed || ended || first_word || plain {
        let verb = reported(tokens, verb).unwrap_or(verb);
        let run = words.verb_phrase(verb)?;
        // "was 52%", "were 48.3%": the figure itself is the predicate
        let figure = words.quantities.iter().any(|q| q.first == run.first);
        return (!figure && says_something(tokens, run)).then_some(run);
    }
    // "one in nine overweight", in a headline
    let state = tokens.is(verb, Class::StateWord)
        && verb == quantity.last + 1
        && !words.people(Run { first: verb, last: verb + 1 });
    state.then_some(Run { first: verb, last: verb })
}

/// Where the verb behind a figure can stand: right behind its people, and behind what else tells of them.
fn verb_behind(words: &Words, quantity: &Quantity, group: Option<Run>, next: usize) -> (usize, usize) {
    let tokens = words.tokens;
    let told = group.filter(|run| run.first > quantity.last && !late(words, next, *run));
    // "In the placebo group, 9 per cent of patients slept"
    let others = || words.noun_phrase(next + 1).filter(|_| tokens.word(next) == "of" && group.is_some());
    let after = told.or_else(others).map_or(next, |run| run.last + 1);
    let mut verb = skip_bracket(tokens, after);
    // "12 per cent of the cooks and none of the nurses slept"
    if matches!(tokens.word(verb), "and" | "or" | "but")
        && matches!(tokens.word(verb + 1), "none" | "all" | "most" | "some" | "few" | "many")
        && tokens.word(verb + 2) == "of"
    {
        verb = words.noun_phrase(verb + 3).map_or(verb, |run| {
            let past = |k: &usize| names_people(tokens, k - 1) && past_form(tokens, *k);
            (run.first + 1..=run.last).find(past).unwrap_or(run.last + 1)
        });
    }
    if super::group::beside::between_commas(words, quantity) && verb == next {
        verb += 1;
    }
    if let Some(behind) = behind_aside(words, quantity, verb) {
        return (behind, behind);
    }
    // "57 of the 60, or 95 percent, completed the trial"
    if tokens.at(verb, &[",", "or"]) {
        verb = (verb + 2..verb + 10).find(|&k| tokens.word(k) == ",").map_or(verb, |k| k + 1);
    }
    // "17 of 31 patients (55 per cent) given the drug slept": who they are goes on behind the bracket
    if verb > next && tokens.is(verb, Class::AssignVerb) && !words.acts(verb) {
        let whole = words.noun_phrase(verb).map_or(verb, |run| run.last + 1);
        verb = if words.acts(whole) { whole } else { verb };
    }
    // "or 12 per cent of the falls, could be avoided"
    if verb == after && tokens.word(verb) == "," && tokens.is(verb + 1, Class::Modal) {
        verb += 1;
    }
    (after, verb)
}

/// "said they slept", "reported at the end that they slept": where what they say of themselves begins.
fn reported(tokens: &Tokens, verb: usize) -> Option<usize> {
    /// Tokens from the verb to its clause at most.
    const REACH: usize = 7;
    let says = matches!(
        tokens.word(verb),
        "said"
            | "say"
            | "reported"
            | "report"
            | "admitted"
            | "claimed"
            | "told"
            | "felt"
            | "thought"
            | "believed"
            | "saying"
            | "reporting"
            | "admitting"
            | "claiming"
    );
    let they = |k: usize| matches!(tokens.word(k), "they" | "he" | "she");
    let mut ahead = (verb + 2..verb + REACH).take_while(|&k| tokens.is_word(k));
    let mut clause = || ahead.find(|&k| they(k) && tokens.before(k) == "that");
    says.then(|| if they(verb + 1) { Some(verb + 1) } else { clause() }).flatten().map(|k| k + 1)
}

/// "Of the 140 harbours, 62 per cent …": the people or things stand before the figure, so that its verb is next.
fn told_first(words: &Words, quantity: &Quantity, group: Option<Run>) -> bool {
    let tokens = words.tokens;
    let comma = super::grammar::clause::before_hedges(tokens, quantity.first).wrapping_sub(1);
    group.is_some_and(|run| run.last + 1 == comma) && tokens.word(comma) == ","
}

/// A word that can be a verb in its plain form: no noun phrase begins with it.
fn bare_verb(tokens: &Tokens, k: usize) -> bool {
    let other = [
        Class::Preposition,
        Class::StopPhrase,
        Class::PhraseEnd,
        Class::Article,
        Class::RelativeWord,
        Class::ChangeNoun,
        Class::People,
        Class::AssignVerb,
        Class::Outcome,
    ];
    tokens.is_word(k) && !other.iter().any(|class| tokens.is(k, *class))
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

/// The group stands behind the predicate: "55 per cent were healthy in the obese group".
fn late(words: &Words, next: usize, group: Run) -> bool {
    // "9 per cent of sailors fell, in harbours without a nurse"
    let apart = || (next + 1..group.first).any(|k| words.tokens.word(k) == ",");
    group.first > next + 2 && (words.acts(next) || apart())
}

/// "28% came from bread and 3.1% from oil", "with 13 per cent regular smokers": a share without a verb.
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
