//! Several figures and the time behind the last of them in, whether it is the time of all out.

use crate::model::ClaimKind;
use crate::text::{Class, Quantity, Unit};

use super::super::grammar::phrases::Words;
use super::phrases::{Kind, When};
use super::{new_clause, own_verb, place_in_list};
use crate::extract::Draft;

/// "30 broken arms, 900 bruises and 12 burns between 2004 and 2011": the time behind the last of the counts is that of all.
pub fn spans_counts(words: &Words, draft: &Draft, quantity: &Quantity, when: &When) -> bool {
    /// Tokens from one count to the next at most.
    const REACH: usize = 18;
    let tokens = words.tokens;
    let over = matches!(tokens.word(when.lead), "over" | "in" | "during" | "within" | "across" | "throughout");
    let span = match when.kind {
        Kind::Calendar => when.run.last > when.run.first,
        Kind::Elapsed => over,
        _ => false,
    };
    if draft.kind != ClaimKind::EventCount || !span {
        return false;
    }
    let between = words.between(quantity.last, when.run.first);
    let mut at = quantity.last;
    let listed = between.iter().all(|q| {
        let joint = (q.first.saturating_sub(6)..q.first).any(|k| matches!(tokens.word(k), "," | "and"));
        let near = q.first - at <= REACH && q.unit == Unit::None;
        at = q.last;
        joint && near
    });
    // "self-reported" and "the prescribing of" are none
    let verb = |k: usize| words.acts(k) && tokens.before(k) != "-" && !tokens.is(k - 1, Class::Article);
    listed && when.lead - at <= REACH && !(quantity.last + 1..when.lead).any(verb)
}

/// "12, 14 and 9 per cent of them had gout at one year": the time behind the last of a list is that of all.
pub fn behind_list(words: &Words, quantity: &Quantity, when: &When) -> bool {
    let between = words.between(quantity.last, when.run.first);
    let Some((at, length)) = place_in_list(words.tokens, words.quantities, quantity) else { return false };
    let alike = between.iter().filter(|q| q.unit == quantity.unit);
    let Some(last) = alike.clone().next_back() else { return false };
    // "fell to 5 per cent, and 40 per cent of them lived for ten years" is no list
    let pair =
        length == 2 && words.tokens.before(last.first) == "and" && words.tokens.word(last.first.wrapping_sub(2)) == ",";
    !pair && alike.count() == length - 1 - at && !new_clause(words, last.last + 1, when)
}

/// "a fifth of cooks (19 per cent) and a tenth of sailors (9 per cent) had gout in 1998": one verb for all the figures.
pub fn one_verb(words: &Words, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    let Some(last) = words.before(when.lead).iter().rfind(|q| q.unit == quantity.unit) else { return false };
    let joined = (quantity.last + 1..last.first).any(|k| tokens.word(k) == "and");
    let parted = (quantity.last + 1..last.first).any(|k| matches!(tokens.word(k), ";" | "but" | "while" | "whereas"));
    // "rates fell to 5 per cent, and 40 per cent of them lived for ten years" has a verb before the first
    let clause = (0..quantity.first).rev().find(|&k| matches!(tokens.word(k), "," | ";" | ":" | "that"));
    let subject = !own_verb(words, clause.map_or(0, |k| k + 1), quantity.first);
    joined
        && subject
        && !parted
        && !own_verb(words, quantity.last + 1, last.first)
        && own_verb(words, last.last + 1, when.lead)
        && !new_clause(words, last.last + 1, when)
}
