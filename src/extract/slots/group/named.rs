//! A figure beside the names of the groups compared in, the group that is its own by the order of both out.

use crate::extract::Draft;
use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity};

use super::super::comparison::pairs::respectively;
use super::super::grammar::phrases::{Run, Words};
use super::{among, pronoun_of};

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

/// The people that open the sentence, where only what they took stands behind the figure: "the rate was 9 per cent with syrup".
pub fn led_arm(words: &Words, draft: &Draft, group: Run) -> Option<Run> {
    let tokens = words.tokens;
    let before = group.first.checked_sub(1)?;
    let lead = if tokens.is(before, Class::Article) { before.checked_sub(1)? } else { before };
    let arm = draft.statistic == Statistic::Share
        && group.first > draft.last
        && matches!(tokens.word(lead), "with" | "for" | "on" | "under")
        && !words.people(group);
    let people = if arm { among(words, draft.first) } else { None };
    people.filter(|run| tokens.word(0) == "among" && run.first <= 2 && words.people(*run) && !pronoun_of(words, *run))
}

/// "In the syrup group nine cooks limped": the group says more than the bare noun.
pub fn in_named_group(words: &Words, draft: &Draft, run: Run) -> Option<Run> {
    let bare = draft.kind == ClaimKind::EventCount && run.first == run.last && run.first > draft.first;
    let lead = if bare { among(words, draft.first) } else { None };
    lead.filter(|lead| words.tokens.is(lead.last, Class::PeopleGroup) && lead.first <= 2)
}
