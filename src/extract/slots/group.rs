//! Whom a number is of: the description of its denominator, or of the people compared.

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Unit};

use super::super::Draft;
use super::super::nouns::counted_noun;
use super::pairs::{partner, respectively};
use super::phrases::{Run, Words, finite_verb};

/// The run of tokens that names the group.
pub fn group(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    match draft.kind {
        ClaimKind::SampleSize | ClaimKind::EventCount => counted(words, draft, quantity),
        _ if draft.statistic == Statistic::Share => share(words, quantity),
        ClaimKind::ScoreChange => measured(words, quantity),
        _ => compared(words, quantity),
    }
}

/// "patients in Denmark who were newly diagnosed", from just after the number.
fn counted(words: &Words, draft: &Draft, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if counted_noun(tokens, quantity.last + 1).is_none() {
        return after_share(words, quantity)
            .or_else(|| among(words, quantity.first))
            .or_else(|| bare_counted(words, quantity));
    }
    let start = if tokens.word(quantity.last + 1) == "-" { quantity.last + 2 } else { quantity.last + 1 };
    let run = words.noun_phrase(start)?;
    let last = if tokens.word(run.last + 1) == "-" { draft.last.max(run.first) } else { run.last };
    // "assigned 302 women to the drug or …": where they were put is no part of who they are
    let put = (run.first + 1..=last).find(|&k| tokens.word(k) == "to" && tokens.is(k - 1, Class::People));
    let last = put.map_or(last, |to| to - 1);
    Some(Run { first: run.first, last })
}

/// "25 received placebo": what the verb says; "17 (12%) of those": the of-phrase.
fn bare_counted(words: &Words, quantity: &Quantity) -> Option<Run> {
    let earlier = words
        .quantities
        .iter()
        .rev()
        .find(|q| q.first < quantity.first && words.tokens.is_word(q.last + 1) && q.unit == Unit::None)?;
    words.noun_phrase(earlier.last + 1)
}

/// "54% of those on the drug", "6% with Avastin", "48% in the placebo group", "Among nurses, 12 per cent".
fn share(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    after_share(words, quantity)
        .or_else(|| inside_quote(words, quantity))
        .or_else(|| in_brackets(words, quantity))
        .or_else(|| among(words, quantity.first))
        .or_else(|| arm_before(words, quantity))
        .or_else(|| listed(words, quantity))
        .or_else(|| between_groups(words, quantity))
        .or_else(|| {
            let other = partner(tokens, words.quantities, quantity)?;
            (!other.before)
                .then(|| after_share(words, other.quantity))
                .flatten()
                .filter(|run| !tokens.is(run.first, Class::ControlWord) && tokens.word(run.first) != "those")
        })
        .or_else(|| {
            subject(words, quantity.first, &quantity.unit)
                .filter(|run| (run.first..=run.last).any(|k| tokens.is(k, Class::People)))
                .filter(|run| !words.quantities.iter().any(|q| q.unit == Unit::Times && q.first == run.first))
        })
}

fn after_share(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let mut next = quantity.last + 1;
    // "5 percent (2 of 41) of those": skip a bracket
    if tokens.word(next) == "(" {
        next = (next..next + 16).find(|&k| tokens.word(k) == ")")? + 1;
    }
    let leads = matches!(tokens.word(next), "of" | "in" | "among" | "for" | "with" | "on")
        || (matches!(tokens.word(next), "who" | "taking" | "receiving" | "given"))
        || tokens.at(next, &["amongst"]);
    if leads {
        let start = if matches!(tokens.word(next), "who" | "taking" | "receiving" | "given") { next } else { next + 1 };
        return words.noun_phrase(start).filter(|run| {
            !(run.first..=run.last)
                .all(|k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::TimeUnit) || tokens.word(k) == "time")
        });
    }
    // "The best response rate, of 20 percent, was in those given the drug"
    if tokens.word(next) == "," && tokens.is(next + 1, Class::Be) && matches!(tokens.word(next + 2), "in" | "among") {
        return words.noun_phrase(next + 3);
    }
    // "half the patients"
    let direct = matches!(tokens.word(next), "the" | "our" | "their") || tokens.is(next, Class::People);
    direct
        .then(|| words.noun_phrase(next))
        .flatten()
        .filter(|run| (run.first..=run.last).any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::Record)))
}

/// "17 of 31 patients": the noun behind the fraction.
fn inside_quote(words: &Words, quantity: &Quantity) -> Option<Run> {
    quantity.fraction?;
    let next = quantity.last + 1;
    (words.tokens.is_word(next) && !finite_verb(words.tokens, next) && !words.tokens.is(next, Class::Preposition))
        .then(|| words.noun_phrase(next))
        .flatten()
}

/// "Nineteen participants (16.3%)": the counted noun before the bracket.
fn in_brackets(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    if tokens.before(quantity.first) != "(" {
        return None;
    }
    let count = words
        .quantities
        .iter()
        .rev()
        .find(|q| q.last < quantity.first - 1 && quantity.first - q.last < 12 && q.unit == Unit::None)?;
    let run = words.noun_phrase(count.last + 1)?;
    (run.last + 2 == quantity.first).then_some(run)
}

/// "Among infants with this form, …", "In the placebo group, …", "Of the 60 patients, …" at the head of the clause.
fn among(words: &Words, before: usize) -> Option<Run> {
    let tokens = words.tokens;
    (before.saturating_sub(24)..before).find_map(|k| {
        let lead =
            matches!(tokens.word(k), "among" | "amongst") || (matches!(tokens.word(k), "in" | "of" | "for") && k < 2);
        if !lead {
            return None;
        }
        let run = words.noun_phrase(k + 1)?;
        let run = without_number(words, run);
        let people = (run.first..=run.last)
            .any(|j| tokens.is(j, Class::People) || tokens.is(j, Class::PeopleGroup) || tokens.word(j) == "those");
        (people && run.last < before).then_some(run)
    })
}

/// "12%, 14% and 20% in the low-dose, high-dose and placebo groups, respectively": the part of the list in the same position.
fn listed(words: &Words, quantity: &Quantity) -> Option<Run> {
    let (at, count) = respectively(words.tokens, words.quantities, quantity)?;
    let tokens = words.tokens;
    let word = (quantity.last + 1..tokens.len()).find(|&k| tokens.word(k) == "respectively")?;
    let lead =
        (quantity.last + 1..word).find(|&k| matches!(tokens.word(k), "in" | "for" | "with" | "of" | "on" | "among"))?;
    super::phrases::parts(tokens, lead + 1, word)
        .get(at)
        .copied()
        .filter(|_| super::phrases::parts(tokens, lead + 1, word).len() == count)
}

/// "between the HFC and LFC groups … (4.7% vs 3.1%)": the first figure is of the first group.
fn between_groups(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let second = partner(tokens, words.quantities, quantity)?.before;
    let between = (0..quantity.first).rev().find(|&k| tokens.word(k) == "between")?;
    let end = (between + 1..between + 14).find(|&k| tokens.is(k, Class::PeopleGroup))?;
    let parts = super::phrases::parts(tokens, between + 1, end);
    parts.get(usize::from(second)).copied().filter(|_| parts.len() == 2)
}

/// "the placebo group (12%)", "Opdivo group 71 percent": an arm named just before the figure.
fn arm_before(words: &Words, quantity: &Quantity) -> Option<Run> {
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

/// "those taking the drug were 40 percent less likely", "41 per cent higher among those grieving".
fn compared(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let after = (quantity.last + 1..quantity.last + 12)
        .take_while(|&k| !matches!(tokens.word(k), ";" | "than" | "compared") && !tokens.is_number(k))
        .find(|&k| {
            matches!(tokens.word(k), "among" | "for" | "in")
                && ((k + 1..k + 5)
                    .any(|j| tokens.is(j, Class::People) || matches!(tokens.word(j), "those" | "exposure")))
        });
    if let Some(run) = after.and_then(|k| words.noun_phrase(k + 1)) {
        return Some(run);
    }
    among(words, quantity.first).or_else(|| subject(words, quantity.first, &quantity.unit))
}

/// The subject of the clause: what stands before its verb.
fn subject(words: &Words, before: usize, unit: &Unit) -> Option<Run> {
    subject_among(words, before, unit, EARLIER_FIGURES)
}

/// Figures that one subject is sought through: lists of more are no sentences.
const EARLIER_FIGURES: usize = 6;

fn subject_among(words: &Words, before: usize, unit: &Unit, earlier_figures: usize) -> Option<Run> {
    let earlier_figures = earlier_figures.checked_sub(1)?;
    let tokens = words.tokens;
    if let Some(run) = opening_people(words, before) {
        return Some(run);
    }
    let verb = (before.saturating_sub(22)..before).rev().find(|&k| {
        (finite_verb(tokens, k) || tokens.is(k, Class::ChangeVerb))
            && !matches!(tokens.before(k), "who" | "which" | "to")
            && !tokens.is(k + 1, Class::PastVerb)
            && k > 0
    })?;
    let verb = if verb > 0 && finite_verb(tokens, verb - 1) { verb - 1 } else { verb };
    // "use led to a 46% lower risk of A, a 35% lower risk of B": both have the first one's subject
    if let Some(earlier) = words.quantities.iter().find(|q| q.first > verb && q.first < before && q.unit == *unit) {
        return subject_among(words, earlier.first, unit, earlier_figures);
    }
    let run = words.noun_phrase_before(verb)?;
    // "half of the patients lost 5 per cent, a quarter lost 10": the share's people
    let told = words.quantities.iter().find(|q| q.unit == Unit::Percent && q.first <= run.last && q.last >= run.first);
    if told.is_some() {
        let shares = words.quantities.iter().filter(|q| q.unit == Unit::Percent && q.first <= run.last);
        // "had a 13% lower risk of A and a 15% lower risk of B": the first one's subject
        let again =
            |q: &Quantity| (q.first < verb).then(|| subject_among(words, q.first, unit, earlier_figures)).flatten();
        return shares.rev().find_map(|q| after_share(words, q)).or_else(|| told.and_then(again));
    }
    Some(run).filter(|run| {
        !(run.first..=run.last).all(|k| {
            tokens.is(k, Class::RelativeNoun) || tokens.is(k, Class::StudyWork) || tokens.is(k, Class::Article)
        })
    })
}

/// Tokens from a number back to the head of its clause, at most.
const LONGEST_CLAUSE: usize = 120;

/// "The patients who got the drug lived …": people named at the head of the clause, with the verb behind them.
fn opening_people(words: &Words, before: usize) -> Option<Run> {
    let tokens = words.tokens;
    let head = (before.saturating_sub(LONGEST_CLAUSE)..before)
        .rev()
        .find(|&k| {
            matches!(tokens.word(k), "," | ";" | ":" | "that" | "found" | "while" | "but" | "showed" | "–" | "\"")
        })
        .map_or(0, |k| k + 1);
    [head, 0].into_iter().find_map(|start| {
        let run = without_number(words, words.noun_phrase(start)?);
        // "half of the patients lost 5 per cent": the people behind the share
        if let Some(share) = words
            .quantities
            .iter()
            .find(|q| q.first <= run.last && q.last >= run.first && q.last < before && q.unit == Unit::Percent)
        {
            return after_share(words, share);
        }
        let people = (run.first..=run.last).any(|k| tokens.is(k, Class::People) || tokens.word(k) == "those");
        let verb = finite_verb(tokens, run.last + 1) || tokens.is(run.last + 1, Class::ChangeVerb);
        (people && verb && run.last < before).then_some(run)
    })
}

/// "One hundred and twenty women": the people without their number.
fn without_number(words: &Words, run: Run) -> Run {
    let counted = words.quantities.iter().find(|q| q.first == run.first && q.unit == Unit::None && q.last < run.last);
    Run { first: counted.map_or(run.first, |q| q.last + 1), last: run.last }
}

/// For a measured change: people named with it, else the subject.
fn measured(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    after_share(words, quantity)
        .filter(|run| (run.first..=run.last).any(|k| tokens.is(k, Class::People) || tokens.word(k) == "those"))
        .or_else(|| among(words, quantity.first))
        .or_else(|| subject(words, quantity.first, &quantity.unit))
}
