//! A token in, the people whose whole description ends right before it out.

use crate::text::{Class, Quantity};

use super::clause::before_hedges;
use super::group::behind;
use super::phrases::{Run, Words};
use super::verbs::past_form;

/// "followed cooks who rowed |, 9 per cent of whom": from the verb, the preposition or the mark before them.
pub fn people_before(words: &Words, end: usize) -> Option<Run> {
    /// Tokens of their description at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let opens = |k: usize| {
        let before = k.wrapping_sub(1);
        let led = [Class::Preposition, Class::Article, Class::StopPhrase, Class::ReportingVerb];
        k == 0
            || tokens.is_sign(before)
            || words.acts(before)
            || past_form(tokens, before)
            || led.iter().any(|class| tokens.is(before, *class))
            || matches!(tokens.word(before), "and" | "that" | "found" | "but" | "while")
    };
    let whole = |k: usize| words.noun_phrase(k).filter(|run| run.first == k && run.last + 1 == end);
    (end.saturating_sub(LONGEST)..end)
        .filter(|&k| opens(k))
        .find_map(|k| whole(k).filter(|run| words.headed_by_people(*run)))
}

/// "Cooks who rowed, 9 per cent of whom fell, …": the people before the comma.
pub fn of_whom(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let of = behind(words, quantity);
    let comma = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == ",")?;
    (tokens.at(of, &["of", "whom"])).then(|| people_before(words, comma)).flatten()
}

/// "found cooks to be 9 per cent likelier to fall", "Cooks 9 per cent likelier to fall": people right before the figure or
/// before "to be".
pub fn judged(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    if tokens.ends_at(at, &["to", "be"]) {
        return people_before(words, at - 2);
    }
    let graded = tokens.is(quantity.last + 1, Class::RelativeWord);
    let run = words.noun_phrase(0).filter(|run| graded && run.last + 1 == at)?;
    let pronoun = matches!(tokens.word(run.first), "this" | "it" | "that" | "they" | "there");
    (words.headed_by_people(run) && !pronoun && !tokens.is(run.last, Class::Be)).then_some(run)
}

/// "The cooks fared badly: 9 per cent of them fell": the people that the clause before is about.
pub fn of_them(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let of = behind(words, quantity);
    let first = words.before(quantity.first).is_empty()
        && matches!(tokens.word(of + 1), "them" | "these")
        && tokens.word(of) == "of";
    let joint = before_hedges(tokens, quantity.first)
        .checked_sub(1)
        .filter(|&k| first && matches!(tokens.word(k), ":" | ";" | "," | "and" | "–"))?;
    super::subject::opening_people(words, joint)
        .filter(|run| run.last > run.first || !matches!(tokens.word(run.first), "those" | "they"))
}

/// "Falls: cooks 9 per cent, nurses 4 per cent", "(cooks, 9 per cent; nurses, 4 per cent)": people right beside their figure.
pub fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let end = if tokens.before(at) == "," { at - 1 } else { at };
    let closed = matches!(tokens.word(quantity.last + 1), "," | ";" | "." | ")" | "" | "and");
    let run = if closed && end > 0 { people_before(words, end)? } else { return None };
    let opens = run.first > 0 && matches!(tokens.word(run.first - 1), ":" | "(" | ";" | ",");
    let verb = (run.first..=run.last)
        .any(|k| words.acts(k) && !matches!(tokens.before(k), "who" | "that" | "which" | "whose"));
    (opens && (end == at || tokens.word(run.first - 1) != ",") && !verb).then_some(run)
}

/// "the cooks improved by 9 points and the nurses by 4": people between "and" and the second figure.
pub fn by_too(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let by = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "by")?;
    let earlier = words.before(by).last().filter(|q| q.unit == quantity.unit)?;
    let run = people_before(words, by).filter(|run| run.first > earlier.last)?;
    let lead = (earlier.last + 1..run.first).any(|k| matches!(tokens.word(k), "and" | "while" | "but" | ","));
    lead.then_some(run)
}
