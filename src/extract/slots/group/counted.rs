//! A count in, the description of those counted out.

use crate::model::{Arm, ClaimKind, Role};
use crate::text::{Class, Quantity, Unit};

use super::super::arm::evidence::arm_of;
use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::set_off::through_aside;
use super::{after_share, among, pronoun_of};
use crate::extract::Draft;
use crate::extract::nouns::{counted_noun, names_people};
use crate::extract::predicate::allotted;

/// "patients in Karlow who were newly diagnosed", from just after the number.
pub fn counted(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if draft.kind == ClaimKind::EventCount && super::super::outcome::events::counts_events(words, draft) {
        return struck_people(words, quantity);
    }
    if let Some(run) = told_by_verb(words, draft, quantity).or_else(|| of_them_in(words, quantity)) {
        return Some(run);
    }
    if counted_noun(tokens, quantity.last + 1).is_none() {
        return after_share(words, quantity)
            .or_else(|| among(words, quantity.first))
            .or_else(|| named_before_bracket(words, quantity))
            .or_else(|| dosed_before_bracket(words, draft))
            .or_else(|| bare_counted(words, quantity));
    }
    let start = if tokens.word(quantity.last + 1) == "-" { quantity.last + 2 } else { quantity.last + 1 };
    let run = words.noun_phrase(start)?;
    let last = if tokens.word(run.last + 1) == "-" { draft.last.max(run.first) } else { run.last };
    // "assigned 302 women to the drug or …": where they were put is no part of who they are
    // "13 studies involving 1,240 patients": what they hold is no part of them
    let holding = (run.first + 1..=last).find(|&k| {
        let relative = matches!(tokens.word(k), "that" | "which")
            && matches!(tokens.word(k + 1), "involved" | "included" | "covered" | "comprised" | "involve" | "include");
        (relative || matches!(tokens.word(k), "involving" | "including" | "covering" | "comprising"))
            && tokens.is(k - 1, Class::StudyNoun)
            // "gave 40 sailors a syrup"
            || matches!(tokens.word(k), "a" | "an" | "about") && names_people(tokens, k - 1)
    });
    let last = holding.map_or(last, |k| k - 1);
    let assigned = (quantity.first.saturating_sub(8)..quantity.first).any(|k| tokens.is(k, Class::AssignVerb));
    let put = (run.first + 1..=last).find(|&k| {
        tokens.word(k) == "to" && tokens.is(k - 1, Class::People)
            // "assigned 40 men at risk of gout to follow a diet"
            || tokens.word(k) == "to" && assigned && words.plain_verb(k + 1)
            || tokens.word(k) == "to"
                && (tokens.is_number(k - 1) || names_people(tokens, k - 1))
                && matches!(tokens.word(k + 1), "one" | "either" | "receive" | "take" | "get" | "undergo" | "follow")
            || matches!(tokens.word(k), "either" | "both")
                && !tokens.is(k - 1, Class::Preposition)
                && (run.first..k).any(|j| names_people(tokens, j))
    });
    let last = put.map_or(last, |to| to - 1);
    let sample = draft.kind == ClaimKind::SampleSize && last <= run.first + 1;
    let last = if sample { at_risk(words, last).unwrap_or(last) } else { last };
    Some(Run { first: run.first, last: if sample { through_aside(tokens, last) } else { last } })
}

/// "cooks with a 1 in 9 or greater risk of gout": the figure that sets them apart is theirs.
fn at_risk(words: &Words, last: usize) -> Option<usize> {
    /// Tokens from "with" to the figure, and from there to the risk, at most.
    const NEAR: usize = 5;
    let tokens = words.tokens;
    if !matches!(tokens.word(last + 1), "with" | "at") {
        return None;
    }
    let figure = words.between(last + 1, last + 2 + NEAR).first()?;
    let risk = (figure.last + 1..figure.last + 1 + NEAR)
        .take_while(|&k| tokens.is_word(k))
        .find(|&k| tokens.is(k, Class::Likelihood))?;
    let of = || words.noun_phrase(risk + 2).filter(|_| tokens.word(risk + 1) == "of").map(|run| run.last);
    Some(of().unwrap_or(risk))
}

/// "52 had no pain", "61 were given the syrup": of a part without a name, what sets it apart.
fn told_by_verb(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let part = draft.kind == ClaimKind::SampleSize && matches!(draft.role, Some(Role::Arm | Role::Subgroup));
    // "of them", "of the men" say no more than the number alone
    let of = tokens.word(quantity.last + 1) == "of";
    let verb = if of { words.noun_phrase(quantity.last + 2)?.last + 1 } else { quantity.last + 1 };
    let named = of && !matches!(tokens.word(quantity.last + 2), "them" | "these" | "those" | "the");
    // "Interviews with 90 of the cooks suggested …": the verb is that of the interviews
    let governed = of
        && before_hedges(tokens, quantity.first)
            .checked_sub(2)
            .is_some_and(|k| tokens.is(k + 1, Class::Preposition) && tokens.is_word(k) && !tokens.is(k, Class::Be));
    let acts = !governed && (words.acts(verb) || tokens.is(verb, Class::AssignVerb));
    let told = among(words, quantity.first).is_some_and(|run| !pronoun_of(words, run));
    // "120 sailors were given the syrup": a bare noun says no more
    let plain = draft.role == Some(Role::Arm)
        && names_people(tokens, verb)
        && tokens.is(verb + 1, Class::Be)
        && allotted(tokens.word(verb + 2));
    if part && plain {
        return words.verb_phrase(verb + 1);
    }
    (part && !named && !told && acts && (of || counted_noun(tokens, verb).is_none()))
        .then(|| words.verb_phrase(verb))
        .flatten()
}

/// "12 cooks died, four of them in the syrup group": the part in which they were.
fn of_them_in(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let of = tokens.word(next) == "of" && matches!(tokens.word(next + 1), "them" | "these" | "those" | "whom");
    if !of || !matches!(tokens.word(next + 2), "in" | "on" | "from" | "among" | "with") {
        return None;
    }
    let run = words.noun_phrase(next + 3)?;
    let part = matches!(arm_of(words, run), Some(Arm::Treatment | Arm::Control))
        || (run.first..=run.last).any(|k| tokens.is(k, Class::PeopleGroup));
    part.then_some(run)
}

/// "12 falls among older sailors", "Among sailors there were 12 falls": those whom the counted events befell.
fn struck_people(words: &Words, quantity: &Quantity) -> Option<Run> {
    let run = words.noun_phrase(quantity.last + 1)?;
    let behind = || words.noun_phrase(super::super::grammar::clause::people_lead(words, run.first + 1, run.last)? + 1);
    // "12 falls with the syrup": what they took stands for them
    let with = || {
        let lead =
            (run.first + 1..=run.last + 1).find(|&k| matches!(words.tokens.word(k), "with" | "on" | "without"))?;
        words.noun_phrase(lead + 1).filter(|run| matches!(arm_of(words, *run), Some(Arm::Treatment | Arm::Control)))
    };
    behind()
        .or_else(|| recorded_among(words, run.last + 1))
        .or_else(with)
        .or_else(|| among(words, quantity.first))
        .or_else(|| blamed(words, quantity))
}

/// "12 falls were recorded among sailors", from the verb on.
fn recorded_among(words: &Words, verb: usize) -> Option<Run> {
    let tokens = words.tokens;
    let seen = if tokens.is(verb, Class::Be) { verb + 1 } else { verb };
    let lead = matches!(tokens.word(seen + 1), "among" | "amongst" | "in" | "for" | "by" | "from");
    let run = (tokens.is(seen, Class::SeenVerb) && lead).then(|| words.noun_phrase(seen + 2)).flatten()?;
    Some(run).filter(|run| words.people(*run))
}

/// "the rules were linked to 40 more deaths", "soot is responsible for 40 deaths": what brought the events on.
fn blamed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut at = before_hedges(tokens, quantity.first);
    if matches!(tokens.before(at), "additional" | "extra" | "further" | "an") {
        at = before_hedges(tokens, at - 1);
    }
    let verb = match tokens.before(at) {
        "to" | "with" | "for" => at.checked_sub(2).filter(|&k| {
            matches!(tokens.word(k), "linked" | "associated" | "tied" | "attributed" | "responsible" | "blamed" | "led")
        })?,
        "caused" | "causes" | "cause" => at - 1,
        _ => return None,
    };
    // "4 per cent is linked to soot" has its people elsewhere
    super::super::grammar::clause::subject_before(words, verb).filter(|run| {
        words.between(run.first.wrapping_sub(1), run.last + 1).is_empty()
            && !super::super::grammar::clause::points_back(tokens, *run)
    })
}

/// "25 received placebo": what the verb says; "17 (12%) of those": the of-phrase.
fn bare_counted(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Figures before that are asked: lists of more are no sentences.
    const MOST: usize = 12;
    let earlier = words.before(quantity.first).iter().rev().take(MOST).find(|q| named_behind(words, q))?;
    words.noun_phrase(earlier.last + 1)
}

/// "three groups: rowers (52); night cooks (94)": the people right before the bracket that holds the count.
fn named_before_bracket(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of the description at most.
    const LONGEST: usize = 6;
    let tokens = words.tokens;
    let open = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
    let noun = |k: usize| {
        (tokens.is_word(k) || tokens.word(k) == "-" && tokens.glued(k))
            && ![Class::Preposition, Class::StopPhrase, Class::Article].iter().any(|class| tokens.is(k, *class))
            && !matches!(tokens.word(k), "and" | "or")
            && !words.acts(k)
    };
    let first = (open.saturating_sub(LONGEST)..open).rev().take_while(|&k| noun(k)).last()?;
    let people = names_people(tokens, open - 1) || tokens.is(open - 1, Class::PeopleGroup);
    people.then(|| Run { first, last: open - 1 })
}

/// "to receive fenolac 5 mg daily (n = 52), the same dose weekly (n = 94) or placebo": what those in the bracket got.
fn dosed_before_bracket(words: &Words, draft: &Draft) -> Option<Run> {
    /// Tokens of what they got at most.
    const LONGEST: usize = 12;
    let tokens = words.tokens;
    let arm = draft.role == Some(Role::Arm) && draft.first > 0;
    let open = (draft.first.saturating_sub(2)..=draft.first).rev().find(|&k| arm && tokens.word(k) == "(")?;
    let begins = |k: usize| {
        tokens.is(k, Class::AssignVerb)
            || matches!(
                tokens.word(k),
                "," | ";" | ":" | ")" | "or" | "and" | "either" | "to" | "receive" | "get" | "take"
            )
    };
    let lead = (open.saturating_sub(LONGEST)..open).rev().find(|&k| begins(k))?;
    let first = (lead + 1..open).find(|&k| !tokens.is(k, Class::Article))?;
    let plain = (first..open).all(|k| !words.acts(k) && !matches!(tokens.word(k), "who" | "were" | "("));
    plain.then(|| Run { first, last: open - 1 })
}

/// A noun stands behind the count, no verb ("87 sailors", not "59 were cooks").
fn named_behind(words: &Words, count: &Quantity) -> bool {
    count.unit == Unit::None && words.tokens.is_word(count.last + 1) && !words.acts(count.last + 1)
}
