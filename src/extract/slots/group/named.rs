//! A figure beside the names of the groups compared in, the group that is its own by the order of both out.

use crate::text::{Class, Quantity};

use super::super::comparison::pairs::respectively;
use super::super::grammar::phrases::{Run, Words};

/// "12%, 14% and 20% in the low-dose, high-dose and placebo groups, respectively": the part of the list in the same position.
pub fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let (at, count) = respectively(words.tokens, words.quantities, quantity)?;
    let tokens = words.tokens;
    let word = (quantity.last + 1..tokens.len()).find(|&k| tokens.word(k) == "respectively")?;
    let lead =
        (quantity.last + 1..word).find(|&k| matches!(tokens.word(k), "in" | "for" | "with" | "of" | "on" | "among"))?;
    let parts = super::super::grammar::phrases::parts(tokens, lead + 1, word);
    // "in the two syrup arms, respectively": both are of them
    let all = (lead + 1..lead + 3).any(|k| matches!(tokens.word(k), "two" | "both" | "three" | "four"));
    if let ([run], true) = (&parts[..], all) {
        return words.people(*run).then_some(*run);
    }
    parts.get(at).copied().filter(|_| parts.len() == count)
}

/// "between the tea and rum groups … (5.2% vs 3.6%)": the first figure is of the first group.
pub fn between_groups(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let second = words.partner(quantity)?.before;
    let between = (0..quantity.first).rev().find(|&k| tokens.word(k) == "between")?;
    let end = (between + 1..between + 14).find(|&k| tokens.is(k, Class::PeopleGroup))?;
    let parts = super::super::grammar::phrases::parts(tokens, between + 1, end);
    parts.get(usize::from(second)).copied().filter(|_| parts.len() == 2)
}

/// "the placebo group (12%)", "the drug group 71 percent": an arm named just before the figure.
pub fn arm_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let end = quantity.first.checked_sub(1)?;
    if tokens.word(end) != "(" {
        return None;
    }
    let group = end.checked_sub(1).filter(|&k| tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::ControlWord))?;
    let first = (group.saturating_sub(6)..=group)
        .rev()
        .take_while(|&k| tokens.is_word(k) && !tokens.is(k, Class::Article) && !tokens.is(k, Class::Preposition))
        .last()?;
    Some(Run { first, last: group })
}
