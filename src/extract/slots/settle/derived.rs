//! The claims of one article in, a change that is only worked out from two figures told before in, whom it compares and what
//! changed out: "Gout struck 9 per cent of those on syrup and 12 per cent on tea. That works out to a 25 per cent drop."

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};
use crate::text::{Class, Classes, WordClasses};

use super::lead;
use super::sides::Telling;

/// Bytes from the pair to what is worked out from it at most.
const REACH: usize = 420;

/// Tells such changes, and those that go on from a change told before.
pub fn settle(claims: &mut [Claim], classes: &WordClasses) {
    for i in 1..claims.len() {
        and_afterwards(claims, i);
        it_was(claims, i, classes);
        if !relative(&claims[i]) {
            continue;
        }
        if let Some(j) = compared_before(claims, i) {
            take_over(claims, j, i);
        }
        still_compared(claims, i, classes);
        within_each(claims, i, classes);
    }
}

fn relative(claim: &Claim) -> bool {
    matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio) || claim.kind == ClaimKind::EffectEstimate
}

/// The figure whose comparison the change restates: that of a pair, or the change that was just worked out from it.
fn compared_before(claims: &[Claim], i: usize) -> Option<usize> {
    let claim = &claims[i];
    if claim.comparator.is_some() {
        return None;
    }
    let pair = pair_before(claims, i)?;
    let here = (claims[pair].sentence == claim.sentence).then(|| &claims[i - 1]);
    worked_out(claim, here).then_some(pair)
}

/// "That is a drop of 21 per cent before the sums were adjusted and 16 per cent afterwards": the same change again.
fn and_afterwards(claims: &mut [Claim], i: usize) {
    /// Bytes between the two at most.
    const NEAR: usize = 70;
    let (left, right) = claims.split_at_mut(i);
    let (Some(before), Some(claim)) = (left.last(), right.first_mut()) else { return };
    let alike = claim.kind == ClaimKind::Percentage && before.unit == claim.unit && before.sentence == claim.sentence;
    if !relative(before) || !alike {
        return;
    }
    let joint = super::between(before, claim)
        .is_some_and(|between| between.len() <= NEAR && between.trim_end().ends_with(" and") && !between.contains(','));
    let alone = || {
        super::behind(claim)
            .is_some_and(|rest| super::words(rest.split(['.', ',', ';']).next().unwrap_or_default()).count() <= 2)
    };
    if joint && alone() && worked_out(before, None) {
        same_change(claim, before);
    }
}

/// The change told before: its people, what it compares them with and what changed.
fn same_change(claim: &mut Claim, before: &Claim) {
    claim.group.clone_from(&before.group);
    claim.comparator.clone_from(&before.comparator);
    claim.outcome.clone_from(&before.outcome);
    claim.statistic = before.statistic;
    claim.direction = before.direction;
    claim.arm = None;
}

/// The first of two figures that were told to be compared, the last such.
fn pair_before(claims: &[Claim], i: usize) -> Option<usize> {
    /// Claims between the two at most.
    const NEAR: usize = 6;
    (i.saturating_sub(NEAR)..i).rev().find(|&j| {
        let told = &claims[j];
        let near = claims[i].place.bytes.start.saturating_sub(told.place.bytes.end) <= REACH;
        let rate = matches!(told.statistic, Statistic::Share | Statistic::Level) || told.kind == ClaimKind::EventCount;
        // "9 per cent in 2011 and 12 per cent in 2014" compares no people
        let part = told.arm.is_some_and(|arm| arm != Arm::Whole);
        near && rate && part && told.scope == Scope::ThisStudy && told.comparator.is_some() && told.group.is_some()
    })
}

/// "That works out to", "which amounts to", ", a 9 per cent drop": the clause says that the figure restates others; `last` is
/// the figure before in the same sentence.
fn worked_out(claim: &Claim, last: Option<&Claim>) -> bool {
    const POINTERS: [&str; 15] = [
        "that ",
        "that's ",
        "this ",
        "it work",
        "it came out",
        "it translate",
        "it amount",
        "which ",
        "the difference ",
        "the gap ",
        "put ",
        "all told",
        "in other words",
        "taken together",
        "in relative terms",
    ];
    const DERIVED: [&str; 26] = [
        "works out to",
        "worked out to",
        "work out to",
        "translates to",
        "translated to",
        "translates into",
        "translated into",
        "translating to",
        "translating into",
        "amounts to",
        "amounted to",
        "amounting to",
        "equates to",
        "equated to",
        "equating to",
        "comes out to",
        "came out to",
        "adds up to",
        "corresponds to",
        "corresponded to",
        "corresponding to",
        "represents",
        "represented",
        "representing",
        "boils down to",
        "equivalent to",
    ];
    const BARE: [&str; 5] = ["is a", "is an", "was a", "was an", "that's a"];
    let from = last.and_then(|last| last.place.bytes.end.checked_sub(claim.sentence.place.bytes.start)).unwrap_or(0);
    let own = lead(claim).get(from..).unwrap_or_default().rsplit([';', ':']).next().unwrap_or_default();
    let clause = super::lower_case(own.trim_start_matches(['"', '“', ' ']));
    let derived = || DERIVED.iter().any(|word| clause.contains(word));
    if last.is_some() {
        // "…, a 9 per cent drop", "…, for a 9 per cent drop"
        let tail = clause.trim_end();
        let apposed = [", a", ", or a", ", for a", ", an", "– a", "— a", ", a relative", ", a risk"];
        return apposed.iter().any(|end| tail.ends_with(end)) || derived();
    }
    let points = POINTERS.iter().any(|word| clause.starts_with(word));
    let bare = || BARE.iter().any(|word| super::says(&clause, word));
    points && (bare() || derived())
}

/// The people, those compared with, and the outcome unless the change names its own behind it ("a 9 per cent drop in falls").
fn take_over(claims: &mut [Claim], j: usize, i: usize) {
    const BARE: [&str; 6] = ["risk", "odds", "chance", "likelihood", "rate", "relative risk"];
    let (left, right) = claims.split_at_mut(i);
    let (told, claim) = (&left[j], &mut right[0]);
    let behind = |text: &str| super::behind(claim).is_some_and(|rest| rest.contains(text));
    let own = claim.outcome.as_deref().is_some_and(|outcome| behind(outcome) && !BARE.contains(&outcome));
    let named = claim.group.as_deref().is_some_and(behind);
    if !named {
        claim.group.clone_from(&told.group);
    }
    if claim.group != told.comparator {
        claim.comparator.clone_from(&told.comparator);
    }
    if !own && told.outcome.is_some() {
        claim.outcome.clone_from(&told.outcome);
    }
    claim.arm = None;
}

/// "cut gout by 9 per cent. For stroke, it was 12 per cent", "in nurses, the drop was 12 per cent": a change of something else,
/// or in others, that only its lead tells apart.
fn it_was(claims: &mut [Claim], i: usize, classes: &WordClasses) {
    const ILL: Classes =
        Classes::of(&[Class::Condition, Class::Illness, Class::EventNoun, Class::OutcomeStrong, Class::Mishap]);
    let (left, right) = claims.split_at_mut(i);
    let (Some(before), Some(claim)) = (left.last(), right.first_mut()) else { return };
    let near = claim.place.bytes.start.saturating_sub(before.place.bytes.end) <= REACH / 2;
    let counts = matches!(claim.kind, ClaimKind::Percentage | ClaimKind::ResponseRate);
    if !near || !counts || !relative(before) || before.unit != claim.unit {
        return;
    }
    // "it was 9 per cent" may be a share, unless the change before says what it compares
    let lead = lead(claim);
    let moved = ["went up", "rose", "fell by", "up by"].iter().any(|end| lead.trim_end().ends_with(end));
    if before.comparator.is_none() && !moved {
        return;
    }
    let Some(named) = led_by(lead).map(str::to_owned) else { return };
    let last = super::words(&named).filter(|word| !["alone", "only"].contains(word)).last().unwrap_or_default();
    let ill = classes.of_any_case(last).meets(ILL) && !super::names_people(&named, classes);
    let behind = super::behind(claim).unwrap_or_default().trim_start();
    if ill && super::words(&named).count() <= SHORT {
        same_change(claim, before);
        claim.outcome = Some(named);
    } else if claim.group.as_deref().is_some_and(|group| named.contains(group))
        && behind.starts_with(['.', ',', ';', '('])
    {
        let group = claim.group.take();
        same_change(claim, before);
        claim.group = group;
    }
}

/// "For stroke, it was", "in nurses the drop was": what leads the clause of a figure that is told by ellipsis.
fn led_by(lead: &str) -> Option<&str> {
    const LEADS: [&str; 8] = ["for ", "in ", "with ", "among ", "at ", "For ", "In ", "Among "];
    const POINTERS: [&str; 13] = [
        "it went up",
        "it went up by",
        "it rose",
        "it fell by",
        "it was",
        "it rose to",
        "it fell to",
        "the drop was",
        "the rise was",
        "the reduction was",
        "the increase was",
        "the figure was",
        "that was",
    ];
    let clause = lead.rsplit([';', '.']).next()?.trim_start().trim_start_matches("and ").trim_start_matches("but ");
    let rest = LEADS.iter().find_map(|word| clause.strip_prefix(word))?;
    let rest = rest.trim_end();
    let rest = HEDGES.iter().find_map(|hedge| rest.strip_suffix(hedge)).unwrap_or(rest).trim_end();
    let named = POINTERS.iter().find_map(|pointer| rest.strip_suffix(pointer))?;
    Some(named.trim_end().trim_end_matches(',')).filter(|named| !named.is_empty() && !named.contains(','))
}

const HEDGES: [&str; 8] = ["about", "around", "nearly", "almost", "only", "just", "roughly", "even"];

/// Words of an illness that leads a sentence at most.
const SHORT: usize = 5;

/// "9 per cent of cooks fell, against 4 per cent of nurses. The cooks were also twice as likely to trip": likelier than whom was
/// told with the shares.
fn still_compared(claims: &mut [Claim], i: usize, classes: &WordClasses) {
    let claim = &claims[i];
    if claim.comparator.is_some() || claim.scope != Scope::ThisStudy {
        return;
    }
    let behind = super::behind(claim).unwrap_or_default();
    let likely = ["likely to", "more likely", "less likely", "as likely"]
        .iter()
        .any(|word| behind.trim_start().starts_with(word))
        || claim.quote.ends_with("likely");
    let Some(group) = claim.group.as_deref().filter(|_| likely) else { return };
    let Some(told) = pair_before(claims, i).map(|j| &claims[j]) else { return };
    if told.sentence == claim.sentence {
        return;
    }
    let also = || [" also ", " even "].iter().any(|word| claim.sentence.text.contains(word));
    let same = || {
        told.group.as_deref().is_some_and(|theirs| {
            theirs == group || Telling::of(theirs, classes).likeness(&Telling::of(group, classes)) > 0
        })
    };
    // "They were also twice as likely": those that the sentence before is about, not those it compares them with
    let they = claim.sentence.text.starts_with("They ") && told.comparator.as_deref() == Some(group);
    let likened = they || told.comparator.as_deref() != Some(group) && (also() || same());
    let (theirs, others) = (told.group.clone(), told.comparator.clone());
    if likened {
        claims[i].comparator = others;
    }
    if they {
        claims[i].group = theirs;
    }
}

/// "Pulse fell 9 per cent in the walkers. In the control group it fell 2": each changed within its group.
fn within_each(claims: &mut [Claim], i: usize, classes: &WordClasses) {
    let (left, right) = claims.split_at_mut(i);
    let (Some(first), Some(second)) = (left.last_mut(), right.first_mut()) else { return };
    let changes = |claim: &Claim| claim.statistic == Statistic::RelativeChange && claim.scope == Scope::ThisStudy;
    let faced = first.comparator.is_some() && first.comparator == second.group && second.comparator.is_none();
    let same = || first.unit == second.unit && first.outcome == second.outcome && first.group != second.group;
    let control = || second.arm == Some(Arm::Control) || super::pairing::names_control(second, classes);
    if changes(second) && changes(first) && faced && same() && control() {
        first.arm = first.arm.or(Some(Arm::Treatment));
        second.arm = second.arm.or(Some(Arm::Control));
    }
}
