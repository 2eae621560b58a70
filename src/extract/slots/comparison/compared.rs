//! A change or a comparison in, the people who are compared or in whom something changed out.

use crate::extract::nouns::names_people;
use crate::model::Arm;
use crate::text::{Class, Quantity, Unit};

use super::super::arm::evidence::arm_of;
use super::super::grammar::clause::{before_hedges, people_lead, subject_before};
use super::super::grammar::phrases::{Run, Words};
use super::super::group::condition::{agent, condition, step};
use super::super::group::rising::along_with;
use super::super::group::subject::subject;
use super::super::group::{after_share, among, opens_clause};
use super::super::outcome::change::names_illness;
use super::figure_of;

/// "those taking the drug were 35 per cent less likely", "38 per cent higher among those bereaved".
pub fn compared(words: &Words, quantity: &Quantity) -> Option<Run> {
    // "twice the figure for cooks": they are compared with
    let measure = quantity.unit == Unit::Times
        && (words.tokens.word(quantity.last + 1) == "the"
            && (figure_of(words, quantity.last + 2).is_some() || super::super::outcome::risk_of::others(words, quantity).is_some())
            // "was twice that among cooks"
            || words.tokens.word(quantity.last + 1) == "that"
                && matches!(words.tokens.word(quantity.last + 2), "among" | "of" | "in" | "for" | "seen" | "found"));
    let behind = || {
        if measure { None } else { people_behind(words, quantity).or_else(|| exposed_behind(words, quantity)) }
    };
    if let Some(run) = behind()
        .or_else(|| relative_head(words, quantity))
        .or_else(|| super::super::group::people_before::judged(words, quantity))
        .or_else(|| super::super::group::people_before::by_too(words, quantity))
        .or_else(|| super::super::group::people_before::with_clause(words, quantity))
        .or_else(|| behind_lead(words, quantity))
    {
        return Some(run);
    }
    let people = || subject(words, quantity.first, &quantity.unit).filter(|run| words.people(*run));
    if let Some(run) = along_with(words, quantity).filter(|_| people().is_none()) {
        return Some(run);
    }
    // "the drug halved the risk": who does it
    let verb = words.tokens.word(quantity.last);
    if quantity.first == quantity.last
        && (verb.ends_with("led")
            || verb.ends_with("ved")
            || matches!(verb, "doubles" | "trebles" | "triples" | "halves"))
        && words.tokens.is(quantity.last + 1, Class::Article)
    {
        return subject_before(words, before_hedges(words.tokens, quantity.first));
    }
    let run = among(words, quantity.first).or_else(|| {
        let subject = subject(words, quantity.first, &quantity.unit);
        subject
            .filter(|run| words.people(*run))
            .or_else(|| changed_in(words, quantity))
            .or_else(|| condition(words, quantity))
            .or(subject.filter(|run| !opens_clause(words, *run) && !names_measure(words, *run)))
            .or_else(|| step(words, quantity))
            .or_else(|| agent(words, quantity))
            .or_else(|| goes_on(words, quantity))
    })?;
    // "syrup versus tea cut the risk by 9 per cent"
    let other = (run.first + 1..run.last).find(|&k| matches!(words.tokens.word(k), "versus" | "vs"));
    Some(Run { first: run.first, last: other.map_or(run.last, |k| k - 1) })
}

/// "odds of gout", "rates of falls": what is measured, nobody.
fn names_measure(words: &Words, run: Run) -> bool {
    words.tokens.is(run.first, Class::RelativeNoun) && matches!(words.tokens.word(run.first + 1), "of" | "for")
}

/// "oats can cut the risk of gout by 9 per cent, while the risk of falls drops by 4": what does the one does the other.
fn goes_on(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let earlier = words.before(quantity.first).last().filter(|q| q.unit == quantity.unit)?;
    let joined = (earlier.last + 1..quantity.first).any(|k| tokens.word(k) == "while");
    let run = joined.then(|| compared(words, earlier)).flatten()?;
    (run.last < earlier.first).then_some(run)
}

/// "Among 400 sailors, those who rowed had a 9 per cent lower risk": the people behind the part of the sample that leads.
fn behind_lead(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let lead = among(words, quantity.first)?;
    let comma = (lead.last + 1..lead.last + 3).find(|&k| tokens.word(k) == ",")?;
    let start = comma + 1 + usize::from(tokens.word(comma + 1) == "the");
    let run = words.noun_phrase(start).filter(|run| run.first == start && run.last < quantity.first)?;
    let verb = words.acts(run.last + 1) || tokens.is(run.last + 1, Class::ChangeVerb);
    (verb && words.headed_by_people(run) && !matches!(tokens.word(run.first), "they" | "we")).then_some(run)
}

/// "in women over 60, who had a 9 per cent lower risk": the people before a relative clause.
fn relative_head(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of the clause up to its figure, and of the description, at most.
    const REACH: usize = 12;
    let tokens = words.tokens;
    if !tokens.any(Class::RelativePronoun) {
        return None;
    }
    let who = (quantity.first.saturating_sub(REACH)..quantity.first)
        .rev()
        .take_while(|&k| !matches!(tokens.word(k), ";" | "." | "while" | "but"))
        .find(|&k| matches!(tokens.word(k), "who" | "whose") && tokens.before(k) == ",")?;
    let end = who.checked_sub(2)?;
    let lead =
        (who.saturating_sub(REACH)..end).rev().find(|&k| matches!(tokens.word(k), "in" | "for" | "among" | "on"))?;
    let run = words.noun_phrase(lead + 1)?;
    (words.people(run) && run.last >= end - 1 && run.last <= end).then_some(run)
}

/// "38 per cent higher among those bereaved": the people behind what changed.
fn people_behind(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let nearest = |k: usize, end: usize| {
        (k + 1..end).take_while(move |&j| {
            j == k + 1 || !matches!(tokens.word(j), "among" | "in" | "for" | "of" | "than" | "compared" | "as")
        })
    };
    let after = (quantity.last + 1..quantity.last + 12)
        .take_while(|&k| {
            !matches!(tokens.word(k), ";" | "than" | "compared" | "while" | "whereas" | "but") && !tokens.is_number(k)
        })
        .take_while(|&k| tokens.word(k) != "as" || k <= quantity.last + 1)
        .find(|&k| {
            matches!(tokens.word(k), "among" | "for" | "in")
                // "in their teens" is a time
                && !matches!(tokens.word(k + 1), "their" | "his" | "her")
                && (nearest(k, k + 5)
                    .any(|j| names_people(tokens, j) || tokens.is(j, Class::Animal) || matches!(tokens.word(j), "those" | "exposure"))
                    || nearest(k, k + 7)
                        .take_while(|&j| tokens.is_word(j) || tokens.word(j) == "-")
                        .any(|j| tokens.is(j, Class::PeopleGroup))
                    || named_by_state(words, k + 1)
                    // "in the open-door hospitals"
                    || tokens.word(k + 1) == "the"
                        && nearest(k, k + 6)
                            .take_while(|&j| tokens.is_word(j) || tokens.word(j) == "-")
                            .any(|j| tokens.is(j, Class::Institution) && tokens.word(j).ends_with('s')))
        });
    let lead = after.or_else(|| among_behind(words, quantity));
    let Some(lead) = lead else { return aged_behind(words, quantity) };
    let run = words.noun_phrase(lead + 1)?;
    // "twice as common among cooks as among nurses", "as among cooks as nurses"
    let graded = tokens.word(quantity.last + 1) == "as";
    let again = |k: usize| graded || matches!(tokens.word(k), "among" | "in" | "for" | "with" | "on");
    let other = (run.first + 1..run.last).find(|&k| tokens.word(k) == "as" && again(k + 1));
    Some(Run { first: run.first, last: other.map_or(run.last, |k| k - 1) })
}

/// "in the vaccinated", "among the unexposed": people named by what was done to them alone.
fn named_by_state(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    let ends = |k: usize| !tokens.is_word(k) || matches!(tokens.word(k), "than" | "too" | "as" | "and");
    tokens.word(k) == "the" && tokens.word(k + 1).len() > 6 && tokens.word(k + 1).ends_with("ed") && ends(k + 2)
}

/// "9 per cent higher among 50-year-olds", "in the under-25s": people named by their age alone.
fn aged_behind(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to the people at most.
    const REACH: usize = 10;
    let tokens = words.tokens;
    let lead = (quantity.last + 1..quantity.last + REACH)
        .take_while(|&k| !tokens.is_number(k) && !matches!(tokens.word(k), ";" | "." | "than" | "compared"))
        .filter(|&k| matches!(tokens.word(k), "among" | "for" | "in"))
        .last()?;
    let first = lead + 1 + usize::from(tokens.word(lead + 1) == "the");
    let olds = tokens.is_number(first).then(|| (first..first + 8).find(|&k| tokens.word(k) == "olds")).flatten();
    let aged = |k: usize| tokens.word(k).starts_with(|c: char| c.is_ascii_digit()) && tokens.word(k).ends_with('s');
    let bound = || {
        (matches!(tokens.word(first), "under" | "over") && tokens.word(first + 1) == "-" && aged(first + 2))
            .then_some(first + 2)
    };
    let last = olds.or_else(bound)?;
    Some(Run { first, last })
}

/// "the risk was 9 per cent higher for rum and 12 per cent for gin": what people took stands for them.
fn exposed_behind(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let graded = tokens.is(next, Class::RelativeWord) || tokens.is(next + 1, Class::RelativeWord);
    let lead = (next..next + 3).find(|&k| tokens.word(k) == "for" || beside_than(words, k));
    let lead = lead.filter(|&k| k == next || graded)?;
    if (next..lead).any(|k| !tokens.is(k, Class::RelativeWord) && tokens.word(k) != "likely") {
        return None;
    }
    let run = words.noun_phrase(lead + 1)?;
    let other = tokens.is_number(run.first)
        || names_illness(words, run)
        || words.acts(run.first)
        || matches!(tokens.word(run.first), "every" | "each" | "example" | "instance");
    (!other && lead + 2 >= run.first).then_some(run)
}

/// "9 per cent lower with syrup than with tea": the same preposition leads to both.
fn beside_than(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    let run = if matches!(tokens.word(k), "with" | "on" | "under") { words.noun_phrase(k + 1) } else { None };
    run.is_some_and(|run| tokens.word(run.last + 1) == "than" && tokens.word(run.last + 2) == tokens.word(k))
}

/// "gout was six times more likely, goitre five times, among those at sea": the people behind a list of changes.
fn among_behind(words: &Words, quantity: &Quantity) -> Option<usize> {
    /// Tokens of the list at most.
    const LONGEST_LIST: usize = 40;
    let tokens = words.tokens;
    let list = words.quantities.iter().find(|q| q.first > quantity.last && q.unit == quantity.unit)?;
    let mut behind = (list.last + 1..quantity.last + LONGEST_LIST)
        .take_while(|&k| !matches!(tokens.word(k), ";" | "." | "than" | "compared" | "while" | "but" | ""));
    let lead = behind.find(|&k| tokens.word(k) == "among")?;
    // each figure of a list of groups has its own
    let own = (quantity.last + 1..list.first)
        .any(|k| matches!(tokens.word(k), "among" | "in" | "for" | "than" | "compared" | "by" | "while" | ";"));
    (!own && (lead + 1..lead + 5).any(|k| words.people(Run { first: k, last: k }))).then_some(lead)
}

/// "can raise the chances of recovery of sailors with gout by a quarter": the people in what is changed.
fn changed_in(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the verb to the figure at most.
    const REACH: usize = 18;
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "by")?;
    let verb = (at.saturating_sub(REACH)..at).rev().find(|&k| tokens.is(k, Class::ChangeVerb))?;
    let run = words.noun_phrase(people_lead(words, verb + 1, at)? + 1)?;
    (run.first < at).then(|| Run { first: run.first, last: run.last.min(at - 1) })
}

/// For a measured change: people named with it, else the subject.
pub fn measured(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let changed = tokens.is(quantity.last + 1, Class::RelativeWord) || tokens.is(quantity.last + 1, Class::ChangeNoun);
    // "12 months with the drug and 8 months with placebo"
    let arms = matches!(tokens.word(quantity.last + 1), "with" | "on") && words.partner(quantity).is_some();
    // "3 points with the syrup", whoever else
    let named = |run: &Run| matches!(arm_of(words, *run), Some(Arm::Treatment | Arm::Control));
    // "scored 9 points on a memory test"
    let scale = |run: &Run| {
        matches!(
            tokens.word(run.last),
            "test" | "scale" | "index" | "questionnaire" | "score" | "survey" | "exam" | "task"
        )
    };
    if let Some(known) = super::bracket_pair::group(words, quantity) {
        return known;
    }
    if let Some(run) = super::super::group::named::listed(words, quantity) {
        return Some(run);
    }
    super::super::group::people_before::by_too(words, quantity)
        .or_else(|| after_share(words, quantity).filter(|run| !scale(run)))
        .filter(|run| arms || words.people(*run) || tokens.word(quantity.last + 1) != "in" && named(run))
        .or_else(|| if changed { people_behind(words, quantity) } else { None })
        .or_else(|| super::super::group::people_before::with_clause(words, quantity))
        .or_else(|| behind_lead(words, quantity))
        .or_else(|| among(words, quantity.first))
        .or_else(|| {
            let subject = subject(words, quantity.first, &quantity.unit);
            subject.filter(|run| words.people(*run)).or_else(|| condition(words, quantity)).or(subject)
        })
        .or_else(|| step(words, quantity))
}
