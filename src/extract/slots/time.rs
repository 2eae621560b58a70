//! When a number was measured or over what time: "at 12 weeks", "over 10 years", "between 1995 and 2014".

use crate::model::{ClaimKind, Role};
use crate::text::{Class, Quantity, Unit};

use super::super::Draft;
use super::super::scene::Scene;
use super::phrases::{Run, Words};
use super::verbs::past_form;

/// "at 12 weeks", "one year after treatment", "between 1995 and 2014": when, without the preposition.
/// A time inside the description of the people (`group`) is how long they took or did something, and none.
pub fn timepoint(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let age = at_age(words, quantity);
    if age.is_some() || matches!(draft.kind, ClaimKind::ScoreChange) && matches!(quantity.unit, Unit::Time(_)) {
        return age;
    }
    let theirs = |run: &Run| group.is_some_and(|group| group.first < run.first && run.last <= group.last);
    nearest_time(words, quantity, group)
        .or_else(|| labelled_time(words))
        .or_else(|| by_age(words, quantity))
        .or_else(|| ordinal_time(words))
        .or_else(|| years(words))
        .or_else(|| year_near(words, quantity))
        .filter(|run| !theirs(run) || words.tokens.is_number(run.first))
}

fn nearest_time(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let distance =
        |q: &Quantity| if q.first > quantity.last { q.first - quantity.last } else { quantity.first - q.last };
    let time = words
        .quantities
        .iter()
        .filter(|q| {
            matches!(q.unit, Unit::Time(name) if !matches!(name, "minute" | "second"))
                && q.first != quantity.first
                && !group.is_some_and(|group| group.first < q.first && q.last <= group.last)
                && !matches!(tokens.word(q.last + 1), "old" | "olds")
                && !in_relative(words, q)
                && timed(words, q)
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
    let last = of_use(words, last);
    let first = if tokens.before(time.first) == "first" { time.first - 1 } else { time.first };
    Some(Run { first, last })
}

/// The time told in the sentence before or after: the years of the study for its size; for a result, how long its people
/// were followed, or what "that period" means.
pub fn beside(scene: &Scene, draft: &Draft) -> Option<(usize, Run)> {
    let near = |at: usize| {
        let sentence = scene.sentences.get(at).filter(|near| near.block.abs_diff(scene.sentence().block) <= 1)?;
        Some((at, Words { tokens: &sentence.tokens, quantities: &sentence.quantities, drugs: &[] }))
    };
    let before = scene.at.checked_sub(1).and_then(near);
    let after = near(scene.at + 1).filter(|(at, _)| scene.sentences[*at].block == scene.sentence().block);
    let of = |near: Option<(usize, Words)>, read: fn(&Words) -> Option<Run>| {
        near.and_then(|(at, words)| Some((at, read(&words)?)))
    };
    if draft.kind == ClaimKind::SampleSize {
        if matches!(draft.role, Some(Role::Arm | Role::Subgroup)) {
            return None;
        }
        return of(before, years).or_else(|| of(after, years));
    }
    let tokens = scene.tokens();
    let that_period = (1..draft.first)
        .any(|k| matches!(tokens.word(k), "period" | "time") && matches!(tokens.before(k), "that" | "this" | "same"));
    if that_period {
        return of(before, years);
    }
    of(before, followed)
}

/// "sailors were followed up for three years": the length of the follow-up.
fn followed(words: &Words) -> Option<Run> {
    /// Tokens from the verb to the time at most.
    const REACH: usize = 14;
    let tokens = words.tokens;
    let verb =
        (0..tokens.len()).find(|&k| matches!(tokens.word(k), "followed" | "tracked" | "monitored" | "observed"))?;
    let time = words
        .quantities
        .iter()
        .find(|q| q.first > verb && q.first - verb <= REACH && matches!(q.unit, Unit::Time(_)) && timed(words, q))?;
    Some(Run { first: time.first, last: time.last })
}

/// "those who took it for 15 days": how long they did something, before the verb of the sentence.
fn in_relative(words: &Words, time: &Quantity) -> bool {
    /// Tokens from "who" to the time at most.
    const REACH: usize = 12;
    let tokens = words.tokens;
    let who = (time.first.saturating_sub(REACH)..time.first)
        .rev()
        .take_while(|&k| {
            !matches!(tokens.word(k), "," | ";" | "(" | ")")
                && !words.quantities.iter().any(|q| q.first == k && q.unit == Unit::Percent)
        })
        .find(|&k| tokens.word(k) == "who");
    let verb = |k: usize| words.acts(k) || past_form(tokens, k) || super::group::doing(words, k);
    // "who took it died within 15 days" has a second verb
    who.is_some_and(|who| {
        let verbs = (who + 1..time.first).filter(|&k| verb(k) && !(k > who + 1 && verb(k - 1))).count();
        verbs <= 1
    })
}

/// "in the first month of treatment", "in the final year".
fn ordinal_time(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let first = (1..tokens.len()).find(|&k| {
        matches!(tokens.word(k), "first" | "second" | "third" | "final" | "last" | "past" | "previous")
            && matches!(tokens.word(k + 1), "day" | "week" | "month" | "year" | "trimester" | "decade")
            && tokens.is(k - 1, Class::Article)
            && k > 1
            && tokens.is(k - 2, Class::Preposition)
    })?;
    Some(Run { first, last: of_use(words, first + 1) })
}

/// "the first two months of use": through what the time is of.
fn of_use(words: &Words, last: usize) -> usize {
    let use_of = words.tokens.word(last + 1) == "of"
        && matches!(
            words.tokens.word(last + 2),
            "use"
                | "treatment"
                | "life"
                | "follow-up"
                | "pregnancy"
                | "therapy"
                | "study"
                | "surgery"
                | "birth"
                | "diagnosis"
        );
    if use_of { last + 2 } else { last }
}

/// "fell to 58 minutes at ten, 49 minutes at 13 and 44 at 16": the age behind the figure.
fn at_age(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let age = quantity.last + 2;
    let number = tokens.is_number(age) || tokens.is(age, Class::NumberStart);
    let closes = matches!(tokens.word(age + 1), "," | "and" | "." | ";" | "or" | "");
    (tokens.word(age - 1) == "at" && number && closes).then_some(Run { first: age, last: age })
}

/// "before the age of 16", "by age 5": with the word that tells on which side.
fn by_age(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let age = (0..tokens.len()).find(|&k| tokens.word(k) == "age" && k > quantity.last.saturating_sub(20))?;
    let first =
        (age.saturating_sub(2)..age).find(|&k| matches!(tokens.word(k), "before" | "by" | "until" | "after"))?;
    let number = if tokens.word(age + 1) == "of" { age + 2 } else { age + 1 };
    (tokens.is_number(number) || words.tokens.is(number, Class::NumberStart)).then_some(Run { first, last: number })
}

/// The time is led by a preposition of time or followed by "later", "after".
fn timed(words: &Words, time: &Quantity) -> bool {
    let tokens = words.tokens;
    let mut at = time.first;
    while at > 0
        && time.first - at < 5
        && (tokens.is(at - 1, Class::TimeFiller)
            || matches!(tokens.before(at), "first" | "next" | "last" | "following" | "past"))
    {
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
    (0..tokens.len()).find_map(|k| {
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

/// "21 per cent … in 2003 compared with 39 per cent in 2012": the year that follows most closely, else the nearest before.
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

/// "between 1995 and 2014", "from April 2009 through July 2011", "in 2002".
fn years(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let year =
        |k: usize| tokens.is_number(k) && tokens.word(k).len() == 4 && matches!(&tokens.word(k)[..2], "19" | "20");
    let start = (0..tokens.len())
        .find(|&k| matches!(tokens.word(k), "between" | "from") && (year(k + 1) || tokens.is(k + 1, Class::Month)))?;
    let last = (start + 2..start + 8).rev().find(|&k| year(k))?;
    let first = if tokens.word(start) == "between" { start } else { start + 1 };
    Some(Run { first, last })
}
