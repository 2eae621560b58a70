//! A count of people with its role in, the part of the study that they are out: what the count's own item in a list says.

use crate::model::{Arm, ClaimKind, Role};
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::evidence::{arm_of, only_names};
use crate::extract::Draft;

/// The arm of a sample size, which its role tells where nothing else does.
pub fn of_role(words: &Words, draft: &Draft, group: Option<Run>, named: Option<Arm>) -> Option<Arm> {
    match draft.role? {
        Role::Total | Role::Completed | Role::Screened => Some(Arm::Whole),
        Role::Subgroup => {
            // Words before the count are those of the count before.
            let behind = |run: Run| run.first > draft.first || words.tokens.before(draft.first) == "(";
            let part = named.filter(|arm| *arm != Arm::Whole && group.is_none_or(behind));
            exposure_told(words, draft).or_else(|| spared_in_bracket(words, draft)).or(part).or(Some(Arm::Subgroup))
        }
        Role::Arm => {
            let part = named.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control));
            let own = part.filter(|_| group.is_some_and(|run| run.first <= draft.last));
            own.or(arm_told(words, draft)).or(part).or(Some(Arm::Treatment))
        }
        Role::Unknown => one_of_sorts(words, draft).then_some(Arm::Subgroup),
    }
}

/// "in four cooks, all of them on the syrup", "nine nurses, all of whom were getting tea", "two died, both on rum": the part
/// told behind them.
pub fn all_of_them(words: &Words, draft: &Draft) -> Option<Arm> {
    /// Tokens from the count to the comma at most.
    const NEAR: usize = 5;
    let tokens = words.tokens;
    if draft.kind != ClaimKind::EventCount {
        return None;
    }
    let all = |k: usize| matches!(tokens.word(k), "all" | "both" | "each");
    let sign = |k: &usize| matches!(tokens.word(*k), "," | "–" | "-") && all(*k + 1);
    let comma = (draft.last..draft.last + NEAR).find(sign)?;
    let of = tokens.word(comma + 2) == "of" && matches!(tokens.word(comma + 3), "them" | "whom" | "these");
    let behind = comma + if of { 4 } else { 2 };
    let lead = behind + usize::from(tokens.is(behind, Class::Be));
    let took = matches!(tokens.word(lead), "on" | "using" | "taking" | "receiving" | "getting" | "given" | "wearing");
    if !took && !matches!(tokens.word(lead), "in" | "from") {
        return None;
    }
    let run = words.noun_phrase(lead + 1)?;
    let named = arm_of(words, run).filter(|arm| matches!(arm, Arm::Treatment | Arm::Control));
    // "both on Sunday", "all on the ward"
    const WHEN_OR_WHERE: Classes = Classes::of(&[Class::Weekday, Class::Month, Class::TimeUnit, Class::Institution]);
    let elsewhere = (run.first..=run.last).any(|k| tokens.classes(k).meets(WHEN_OR_WHERE));
    named.or((took && !elsewhere).then_some(Arm::Treatment))
}

/// "seven trials and 31 observational studies": each sort is a part of what was pooled.
fn one_of_sorts(words: &Words, draft: &Draft) -> bool {
    /// Tokens from the one count to the other at most.
    const LONGEST: usize = 6;
    let tokens = words.tokens;
    let studies = |from: usize, to: usize| (from..to).any(|k| tokens.is(k, Class::StudyNoun));
    let joined = |left: &Quantity, right: &Quantity| {
        right.first.checked_sub(left.last).is_some_and(|gap| gap <= LONGEST)
            && tokens.before(right.first) == "and"
            && studies(left.last + 1, right.first)
            && studies(right.last + 1, right.last + LONGEST)
    };
    words.quantities.windows(2).any(|pair| {
        let own = pair.iter().any(|q| q.first == draft.first);
        own && pair.iter().all(|q| q.unit == Unit::None) && joined(&pair[0], &pair[1])
    })
}

/// "27 did so with warm milk", "36 received placebo", "just the usual rations (45 cooks)": the arm that its item names.
fn arm_told(words: &Words, draft: &Draft) -> Option<Arm> {
    let run = item(words, draft)?;
    let tokens = words.tokens;
    // what is held to be "only" this is less than the other arm gets
    let least = tokens.before(draft.first) == "("
        && (run.first..=run.last).any(|k| matches!(tokens.word(k), "only" | "just" | "simply" | "alone"));
    let told = if least { Some(Arm::Control) } else { arm_of(words, run) };
    told.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control))
}

/// "118 had a low level", "172 had no gout": a part of the study told by how much it was exposed.
fn exposure_told(words: &Words, draft: &Draft) -> Option<Arm> {
    /// Tokens from the count to its verb, and to the end of what is told of it, at most.
    const VERB_WITHIN: usize = 4;
    const LONGEST: usize = 12;
    let run = item(words, draft).filter(|run| run.first > draft.last)?;
    let tokens = words.tokens;
    let verb = (run.first..=run.last.min(run.first + VERB_WITHIN)).find(|&k| words.acts(k));
    // Without a verb it is the description of the people.
    let other = |k: usize| words.quantity_at(k).is_some_and(|q| q.unit == Unit::None);
    let ends =
        |k: usize| k - run.first >= LONGEST || verb.is_none() && (words.acts(k) || tokens.word(k) == "and" || other(k));
    let last = (run.first..=run.last).take_while(|&k| !ends(k)).last()?;
    let run = Run { first: verb.unwrap_or(run.first), last };
    let most = (run.first..=run.last).any(|k| tokens.is(k, Class::MostExposed) && !only_names(words, k));
    match arm_of(words, run) {
        Some(Arm::Control) => Some(Arm::Control),
        Some(Arm::Treatment) if most && verb.is_some() => Some(Arm::Treatment),
        _ => None,
    }
}

/// "non-smokers (310); smokers (94)": the first are the unexposed.
fn spared_in_bracket(words: &Words, draft: &Draft) -> Option<Arm> {
    let run = item(words, draft).filter(|run| run.last < draft.first)?;
    arm_of(words, run).filter(|arm| *arm == Arm::Control)
}

/// What is told of a count in a list of counts: what follows it up to the next one, or stands before its bracket.
fn item(words: &Words, draft: &Draft) -> Option<Run> {
    /// Tokens of an item at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let count = |k: usize| words.quantities.iter().any(|q| q.first == k && q.unit == Unit::None);
    if tokens.before(draft.first) == "(" {
        let close = draft.first - 1;
        let ends = |k: usize| matches!(tokens.word(k), ")" | ";" | "," | "or" | "to" | ":");
        let first = (close.saturating_sub(LONGEST)..close).rev().take_while(|&k| !ends(k)).last()?;
        return Some(Run { first, last: close - 1 });
    }
    let ends = |k: usize| {
        // "12 had lost a shoe, as had 30 of the others"
        let others = tokens.word(k) == "as" && matches!(tokens.word(k + 1), "had" | "did" | "were" | "was" | "have");
        matches!(tokens.word(k), ";" | "." | "(" | "")
            || others
            || matches!(tokens.word(k), "and" | "," | "while" | "but") && (count(k + 1) || count(k + 2) || count(k + 3))
    };
    let mut first = draft.last + 1;
    // "12 (2.4 per cent) of the cooks"
    if tokens.word(first) == "(" {
        first = (first..first + LONGEST).find(|&k| tokens.word(k) == ")")? + 1;
    }
    let last = (first..first + LONGEST).take_while(|&k| !ends(k)).last()?;
    Some(Run { first, last })
}

/// "treated at 40 hospitals", "treated in Kent clinics": where, and so not by what.
pub fn treated_at(tokens: &Tokens, k: usize) -> bool {
    /// Tokens from the verb to the place at most.
    const REACH: usize = 7;
    tokens.word(k) == "treated"
        && matches!(tokens.word(k + 1), "at" | "in")
        && (k + 2..k + REACH).take_while(|&j| tokens.is_word(j) || tokens.is_number(j)).any(|j| {
            tokens.is(j, Class::Institution)
                || matches!(
                    tokens.word(j),
                    "hospital" | "hospitals" | "clinic" | "clinics" | "centers" | "centres" | "center" | "centre"
                )
        })
}

/// "underwent a scan", "undergoing both tests": looked at, not treated.
pub fn examined(tokens: &Tokens, run: Run, k: usize) -> bool {
    let test = |j: usize| {
        tokens.is(j, Class::StudyTask)
            || matches!(tokens.word(j), "scan" | "scans" | "mri" | "biopsy" | "biopsies" | "imaging" | "screening")
    };
    tokens.word(k).starts_with("under") && (k + 1..=run.last.min(k + 5)).any(test)
}
