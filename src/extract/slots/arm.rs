//! Which part of the study a number is of, from the words of its group.

use crate::model::{Arm, ClaimKind, Role, Statistic};
use crate::text::{Class, Quantity};

use super::super::Draft;
use super::comparison::same_words;
use super::pairs::partner;
use super::phrases::{Run, Words};

/// Treatment, control, whole study or subgroup; `None` where the number compares groups.
pub fn arm(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Arm> {
    if draft.statistic == Statistic::Ratio || draft.kind == ClaimKind::EffectEstimate {
        return None;
    }
    let named = group.and_then(|run| named_arm(words, run));
    if draft.statistic == Statistic::RelativeChange {
        // A change within one group keeps that group's arm; a change between groups has none.
        return named.filter(|_| within_one_group(words, quantity));
    }
    match draft.role {
        Some(Role::Total | Role::Completed | Role::Screened) => return Some(Arm::Whole),
        Some(Role::Subgroup) => return named.or(Some(Arm::Subgroup)),
        Some(Role::Arm) => return named.or(verb_arm(words, draft)).or(Some(Arm::Treatment)),
        _ => {}
    }
    // "92 percent of whom were prescribed …"
    if words.tokens.at(quantity.last + 1, &["of", "whom"]) || words.tokens.at(quantity.last + 1, &["of", "these"]) {
        return Some(Arm::Subgroup);
    }
    if draft.statistic == Statistic::Share && super::comparison::assigned_share(words, quantity) {
        return Some(Arm::Whole);
    }
    if let Some(other) = partner(words.tokens, words.quantities, quantity)
        .filter(|_| draft.kind != ClaimKind::Percentage || draft.statistic == Statistic::Share)
    {
        let theirs = super::group::group(words, draft, other.quantity);
        let same = matches!((group, theirs), (Some(mine), Some(theirs)) if same_words(words.tokens, mine, theirs));
        let told_apart = group.is_some() && theirs.is_some() && !same;
        if !same && (other.explicit || told_apart) {
            return Some(of_pair(named, theirs.and_then(|run| named_arm(words, run)), other.before));
        }
    }
    named.or(Some(Arm::Whole))
}

/// "lost 5 per cent of their weight": the verb of change is the group's own.
fn within_one_group(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let near = quantity.first.saturating_sub(3)..quantity.first;
    near.into_iter().any(|k| matches!(tokens.word(k), "lost" | "lose" | "gained" | "gain" | "shed" | "dropped"))
}

/// The arm of one of two figures told side by side: the second is the control's unless its words say otherwise.
fn of_pair(mine: Option<Arm>, theirs: Option<Arm>, second: bool) -> Arm {
    let by_order = if second { Arm::Control } else { Arm::Treatment };
    match (mine, theirs) {
        (Some(Arm::Subgroup), _) => Arm::Subgroup,
        (Some(mine), Some(theirs)) if mine == theirs => by_order,
        // In a trial against another drug both are "treated": the second is the comparison.
        (Some(Arm::Treatment), None) if second => Arm::Control,
        (Some(mine), _) => mine,
        (None, Some(Arm::Control)) => Arm::Treatment,
        (None, _) => by_order,
    }
}

fn named_arm(words: &Words, run: Run) -> Option<Arm> {
    let tokens = words.tokens;
    let any = |f: &dyn Fn(usize) -> bool| (run.first..=run.last).any(f);
    if any(&|k| matches!(tokens.word(k), "subgroup" | "whose")) {
        return Some(Arm::Subgroup);
    }
    let not_treated = any(&|k| tokens.is(k, Class::Negation) || tokens.word(k) == "without");
    if not_treated || any(&|k| tokens.is(k, Class::ControlWord)) {
        return Some(Arm::Control);
    }
    let treated = any(&|k| {
        tokens.is(k, Class::TreatmentWord)
            || (tokens.is(k, Class::AssignVerb) && !matches!(tokens.word(k), "using" | "used"))
            || matches!(tokens.word(k), "prescribed" | "on" | "had") && k > run.first
    });
    if treated {
        return Some(Arm::Treatment);
    }
    // "those who frequently inhaled pollutants": the exposed
    let people = matches!(tokens.word(run.first), "those" | "people" | "men" | "women" | "patients" | "sufferers");
    let exposed = people && tokens.word(run.first + 1) == "who" && run.last > run.first + 1;
    let drug = (run.first..=run.last).any(|k| words.drugs.iter().any(|drug| drug.overlaps(tokens.span(k, k))));
    if exposed || drug {
        return Some(Arm::Treatment);
    }
    let narrowed = any(&|k| {
        matches!(tokens.word(k), "aged" | "over" | "under" | "older" | "younger" | "weekend" | "weekday" | "stage")
    });
    narrowed.then_some(Arm::Subgroup)
}

/// "25 did the same with a saline solution", "33 received placebo".
fn verb_arm(words: &Words, draft: &Draft) -> Option<Arm> {
    let tokens = words.tokens;
    let end = (draft.last + 1..draft.last + 12)
        .find(|&k| matches!(tokens.word(k), "," | ";" | "." | "and"))
        .unwrap_or(draft.last + 12);
    (draft.last + 1..end).any(|k| tokens.is(k, Class::ControlWord)).then_some(Arm::Control)
}
