//! A multiple in, what is multiplied out: "a doubling in the risk", "had deaths four times the average", "twice as accurate".

use crate::extract::Draft;
use crate::model::ClaimKind;
use crate::text::{Class, Quantity};

use super::super::super::comparison::yardstick;
use super::super::super::grammar::clause::{before_hedges, points_back, subject_before, without_place};
use super::super::super::grammar::phrases::{Run, Words};

/// "is linked to a doubling in the risk of gout": what doubles.
pub fn doubling_in(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let noun = draft.kind == ClaimKind::Multiplier && tokens.word(quantity.last).ends_with("ing");
    let leads = matches!(tokens.word(quantity.last + 1), "in" | "of");
    (noun && leads).then(|| words.noun_phrase(quantity.last + 2)).flatten()
}

/// "the rate among nurses more than doubled": the subject of a multiple that is a verb without an object.
pub fn doubled(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let word = tokens.word(quantity.last);
    let verb = draft.kind == ClaimKind::Multiplier
        && quantity.first == quantity.last
        && (word.ends_with("led")
            || word.ends_with("ved")
            // "falls on deck triple in five years"
            || matches!(word, "double" | "triple" | "treble" | "quadruple" | "halve")
                && tokens.is(quantity.last + 1, Class::Preposition))
        && !tokens.is(quantity.last + 1, Class::Article)
        && !matches!(tokens.before(quantity.first), "a" | "the" | "by");
    let run = verb.then(|| subject_before(words, before_hedges(tokens, quantity.first))).flatten()?;
    Some(without_place(tokens, run)).filter(|run| !points_back(tokens, *run))
}

/// "had knee injuries three times the national average": what they had, not what it is measured by.
pub fn had_times(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let measured = draft.kind == ClaimKind::Multiplier
        && (yardstick(words, quantity).is_some() || tokens.word(quantity.last + 2) == "than");
    if !measured {
        return None;
    }
    let had = (quantity.first.saturating_sub(14)..quantity.first)
        .rev()
        .find(|&k| matches!(tokens.word(k), "had" | "have" | "has"))?;
    let run = words.noun_phrase(had + 1)?;
    (run.last < quantity.first).then_some(run)
}

/// "ate three times the dose they should": what they did.
pub fn did_times(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let measured = draft.kind == ClaimKind::Multiplier && yardstick(words, quantity).is_some();
    let verb = before_hedges(tokens, quantity.first).checked_sub(1).filter(|_| measured)?;
    let does = !tokens.is(verb, Class::Be)
        && (words.acts(verb) || tokens.word(verb).ends_with("ing") || tokens.is(verb, Class::ConsumeVerb));
    does.then_some(Run { first: verb, last: verb })
}

/// "twice as accurate", "three times as common": the measure itself, where it says more than how much.
pub fn as_much(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if draft.kind != ClaimKind::Multiplier || tokens.word(next) != "as" {
        return None;
    }
    let amount = matches!(
        tokens.word(next + 1),
        "high" | "common" | "low" | "many" | "much" | "frequent" | "big" | "large" | "great" | "likely" | "often"
    );
    // "lost twice as much weight as"
    let noun = next + 2;
    if matches!(tokens.word(next + 1), "much" | "many" | "little" | "few")
        && tokens.is_word(noun)
        && !tokens.is(noun, Class::StopPhrase)
        && !tokens.is(noun, Class::Preposition)
    {
        let run = words.noun_phrase(noun)?;
        let end = (run.first..=run.last).find(|&k| tokens.word(k) == "as");
        return Some(Run { first: run.first, last: end.map_or(run.last, |k| k - 1) });
    }
    (tokens.is_word(next + 1) && !amount).then_some(Run { first: next + 1, last: next + 1 })
}

/// "increased the growth of the mould 350-fold": the object of the verb.
pub fn fold_of(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let fold = draft.kind == ClaimKind::Multiplier && tokens.word(quantity.last).ends_with("fold");
    if !fold {
        return None;
    }
    let verb = (quantity.first.saturating_sub(12)..quantity.first).rev().find(|&k| tokens.is(k, Class::ChangeVerb))?;
    let run = words.noun_phrase(verb + 1)?;
    (run.first < quantity.first).then(|| Run { first: run.first, last: run.last.min(quantity.first - 1) })
}
