//! A whole number in a sentence in, what it counts out: people who were studied, or people to whom something happened.

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::nouns::{Counted, counted_noun};
use super::parts::{is_count, is_whole, whole_of};
use super::predicate::{Fate, fate};
use super::sample_role::{role_of_n, role_of_people};
use super::scene::Scene;
use super::studied::were_studied;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Event,
    Sample(Role),
}

/// A count with the tokens that tell it, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub what: What,
    pub first: usize,
    pub last: usize,
}

/// How many counts before this one may lend it their reading.
const LENDERS: usize = 3;

/// The reading of a count of people; `None` where it counts nothing of the kind.
pub fn counting(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Count> {
    read(scene, quantity, scope, LENDERS)
}

fn read(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<Count> {
    let tokens = scene.tokens();
    if !is_count(quantity) || matches!(tokens.before(quantity.first), "×" | "x" | "*") {
        return None;
    }
    if let Some(first) = n_equals(tokens, quantity.first) {
        let event = after_percent(scene, first) || before_percent(scene, quantity);
        let what = if event { What::Event } else { What::Sample(role_of_n(scene, quantity, first)) };
        return Some(Count { what, first, last: quantity.last });
    }
    let reported = !matches!(scope, Scope::Background | Scope::Planned);
    let (what, last) = match noun(scene, quantity) {
        Some((noun, Counted::Events)) => (reported && own_events(scene, noun)).then_some((What::Event, noun))?,
        Some((noun, kind)) => (of_noun(scene, quantity, scope, (noun, kind), lenders)?, noun),
        None if reported => (bare(scene, quantity, scope, lenders)?, quantity.last),
        None => return None,
    };
    // "405 (8.4%) patients": the quote ends before the share
    let last = if matches!(tokens.word(quantity.last + 1), "(" | "[") { quantity.last } else { last };
    Some(Count { what, first: quantity.first, last })
}

/// The noun after the number, or after the share in brackets beside it: "11 (5.3%) deaths".
fn noun(scene: &Scene, quantity: &Quantity) -> Option<(usize, Counted)> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "(" | "[") {
        return counted_noun(tokens, next);
    }
    let share = following(scene, quantity).filter(|q| q.first == next + 1 && q.unit == Unit::Percent)?;
    let close = share.last + 1;
    matches!(tokens.word(close), ")" | "]").then(|| counted_noun(tokens, close + 1)).flatten()
}

/// "n = 30", "N=1,204": where the letter stands.
fn n_equals(tokens: &Tokens, first: usize) -> Option<usize> {
    let letter = if matches!(tokens.before(first), "=" | ":") { first.checked_sub(2)? } else { return None };
    (tokens.word(letter) == "n").then_some(letter)
}

/// "55% (n = 6)", "(55% [n = 6])": the count of the share before it.
fn after_percent(scene: &Scene, letter: usize) -> bool {
    let open = matches!(scene.tokens().before(letter), "(" | "[");
    open && scene.quantities().iter().any(|q| q.last + 2 == letter && q.unit == Unit::Percent)
}

/// "(n = 22, 1.6%)": the share in the same bracket.
fn before_percent(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let share = following(scene, quantity).filter(|q| q.unit == Unit::Percent && q.first == quantity.last + 2);
    tokens.word(quantity.last + 1) == ","
        && share.is_some_and(|q| matches!(tokens.word(q.last + 1), ")" | ";" | "]" | ","))
}

/// Deaths and relapses in a group of the study, not of a country.
fn own_events(scene: &Scene, noun: usize) -> bool {
    let tokens = scene.tokens();
    let in_group = (noun + 1..noun + 7).any(|k| {
        tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::ControlWord) || tokens.is(k, Class::StudyPeople)
    });
    scene.is_abstract || in_group
}

fn of_noun(scene: &Scene, quantity: &Quantity, scope: Scope, noun: (usize, Counted), lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let (at, kind) = noun;
    let fate = fate(tokens, at).map(|f| f.0);
    let people = matches!(kind, Counted::People | Counted::Record);
    let reported = !matches!(scope, Scope::Background | Scope::Planned);
    if people && reported && (happened_to(tokens, quantity, at, fate) || happened_before(tokens, quantity.first)) {
        return Some(What::Event);
    }
    if people && scene.is_abstract && event_in_paper(scene, quantity, scope, at, fate, lenders) {
        return Some(What::Event);
    }
    if quantity.value.low < Decimal::ONE || !were_studied(scene, quantity, scope, noun, fate) {
        return None;
    }
    let role = if kind == Counted::Studies { Role::Unknown } else { role_of_people(scene, quantity, at, fate) };
    Some(What::Sample(role))
}

/// In a paper's summary: a share beside the count, the second of two counts of events, cases that occurred.
fn event_in_paper(
    scene: &Scene,
    quantity: &Quantity,
    scope: Scope,
    noun: usize,
    fate: Option<Fate>,
    lenders: usize,
) -> bool {
    let tokens = scene.tokens();
    if share_after_group(scene, noun) {
        return true;
    }
    if only_studied(tokens, noun, fate) {
        return false;
    }
    if share_beside(scene, quantity, noun) || share_beside(scene, quantity, quantity.last) {
        return true;
    }
    if is_whole(scene, quantity) {
        return false;
    }
    let versus = |k: usize| matches!(tokens.word(k), "vs" | "versus");
    let compared = versus(quantity.first.wrapping_sub(1))
        || versus(noun + 1)
        || tokens.word(noun + 1) == "of"
        || in_arm(tokens, noun + 1);
    let cases = matches!(tokens.word(noun), "cases" | "case") && (compared || scene.any(Class::SeenVerb));
    let second = || lent(scene, quantity, scope, noun + 1, lenders) == Some(What::Event);
    cases || second()
}

/// "40 women in the drug group (2%)", "17 patients assigned to B (9.5%)": a group named in a few words, then its share.
fn share_after_group(scene: &Scene, noun: usize) -> bool {
    const LONGEST_GROUP: usize = 9;
    let tokens = scene.tokens();
    let Some(open) = (noun + 1..noun + LONGEST_GROUP).find(|&k| !tokens.is_word(k) && tokens.word(k) != "-") else {
        return false;
    };
    let grouped = (noun + 1..open).any(|k| tokens.is(k, Class::TreatedGroup));
    let percent = || scene.quantities().iter().any(|q| q.first == open + 1 && q.unit == Unit::Percent);
    tokens.word(open) == "(" && grouped && percent() && tokens.is_number(open + 1)
}

/// The noun's verb is an outcome, or the group is said to be alive, dead, cured.
fn happened_to(tokens: &Tokens, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    if matches!(tokens.word(noun + 1), "alive" | "dead" | "free") || tokens.is(noun + 1, Class::EventParticiple) {
        return true;
    }
    // "Of the 60 patients, 11 improved": the definite group is the denominator.
    let definite = matches!(tokens.before(quantity.first), "the" | "these" | "all" | "of" | "among")
        && !tokens.ends_at(quantity.first, &["total", "of"]);
    // "in 183 patients the drug improved sleep", "recruited 40 men who had relapsed": not the subject of the verb
    let start =
        if tokens.is(quantity.first.wrapping_sub(1), Class::Approx) { quantity.first - 1 } else { quantity.first };
    let object = tokens.is(start.wrapping_sub(1), Class::Preposition)
        || (start.saturating_sub(6)..start).any(|k| {
            tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition) && tokens.word(k + 1) != "-"
        });
    !definite && !object && fate == Some(Fate::Outcome)
}

/// "retinopathy recurred in four infants", "was seen in 12 patients", "compared with 19 infants" after such a count.
fn happened_before(tokens: &Tokens, first: usize) -> bool {
    let mut at = first;
    while at > 0 && first - at < 3 && !tokens.is(at - 1, Class::Preposition) {
        at -= 1;
    }
    let preposition = matches!(tokens.before(at), "in" | "by" | "among" | "for" | "with");
    let seen =
        |k: usize| tokens.is(k, Class::SeenVerb) || (tokens.word(k) == "found" && k > 0 && tokens.is(k - 1, Class::Be));
    let event = preposition && at >= 2 && (at.saturating_sub(4)..at - 1).any(seen);
    let second_arm = preposition
        && tokens.ends_at(at, &["compared", "with"])
        && (0..at).any(|k| seen(k) && tokens.word(k + 1) == "in");
    event || second_arm
}

/// "206 (91.1%)", "seven patients [24%]", "12% (636)": the share stands beside the count that ends with `last`.
fn share_beside(scene: &Scene, quantity: &Quantity, last: usize) -> bool {
    let tokens = scene.tokens();
    let percent = |at: usize, end: bool| {
        let near = scene.quantities().partition_point(|q| q.first + 1 < at.min(quantity.first));
        scene.quantities()[near.saturating_sub(1)..]
            .iter()
            .take(4)
            .any(|q| q.unit == Unit::Percent && if end { q.last == at } else { q.first == at })
    };
    let after = matches!(tokens.word(last + 1), "(" | "[") && percent(last + 2, false);
    let before = matches!(tokens.before(quantity.first), "(" | "[")
        && matches!(tokens.word(last + 1), ")" | "]" | "," | ";")
        && quantity.first >= 2
        && percent(quantity.first - 2, true);
    after || before
}

/// Assigned, enrolled, or described by what they are: nothing happened to them.
fn only_studied(tokens: &Tokens, last: usize, fate: Option<Fate>) -> bool {
    match fate {
        Some(Fate::Studied | Fate::Assigned | Fate::Completed | Fate::Screened) => true,
        Some(Fate::Described) => described(tokens, last),
        _ => false,
    }
}

/// "were black", "were non-obese", "were women".
fn described(tokens: &Tokens, last: usize) -> bool {
    let Some((_, verb)) = fate(tokens, last) else { return false };
    tokens.is(verb, Class::Be) && (verb + 1..verb + 4).any(|k| tokens.is(k, Class::Composition))
}

/// A number without a noun: "33 were assigned", "21 had a partial response", "129 (69%)", "13 vs 31".
fn bare(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const LARGEST: i64 = 1_000_000;
    if quantity.value.low > Decimal::from(LARGEST) {
        return None;
    }
    if scene.tokens().before(quantity.first) == "=" && !scene.is_abstract {
        return None;
    }
    let share = beside_share(scene, quantity);
    let firm = |what: &What| *what != What::Event || scene.tokens().word(group_at(scene, quantity)) == "of";
    shared_noun(scene, quantity, scope, lenders)
        .or_else(|| outcome_verb(scene, quantity))
        .or_else(|| share.filter(firm))
        .or_else(|| lent(scene, quantity, scope, group_at(scene, quantity), lenders))
        .or_else(|| part(scene, quantity, scope, lenders))
        .or(share)
        .or_else(|| number_of(scene, quantity))
        .or_else(|| assigned(scene, quantity))
        .or_else(|| compared_events(scene, quantity))
        .or_else(|| in_an_arm(scene, quantity))
}

/// "cancers were rarer afterwards (23 in the drug arm and 47 in the placebo arm)".
fn in_an_arm(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let arm = in_arm(scene.tokens(), quantity.last + 1);
    (scene.is_abstract && arm && scene.any(Class::EventNoun)).then_some(What::Event)
}

/// "in the placebo group" begins at `at`.
fn in_arm(tokens: &Tokens, at: usize) -> bool {
    tokens.at(at, &["in", "the"]) && (at + 2..at + 6).any(|k| tokens.is(k, Class::PeopleGroup))
}

/// "The number of deaths was 168 on the drug".
fn number_of(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const LONGEST_SUBJECT: usize = 9;
    let tokens = scene.tokens();
    let be = quantity.first.checked_sub(1).filter(|&k| tokens.is(k, Class::Be))?;
    let subject = be.saturating_sub(LONGEST_SUBJECT)..be;
    let event = subject.clone().any(|k| tokens.is(k, Class::EventNoun));
    let number = subject.clone().any(|k| tokens.at(k, &["number", "of"]));
    (number && event && names_a_group(scene, quantity.last + 1)).then_some(What::Event)
}

/// Where the words about the group begin: after the number, or after its share in brackets.
fn group_at(scene: &Scene, quantity: &Quantity) -> usize {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    if !matches!(tokens.word(next), "(" | "[") {
        return next;
    }
    const LONGEST_BRACKET: usize = 24;
    (next..next + LONGEST_BRACKET).find(|&k| matches!(tokens.word(k), ")" | "]")).map_or(next, |close| close + 1)
}

/// "deaths were fewer (69 vs 70)", "serious adverse events (35 versus 18)": two counts of a named event.
fn compared_events(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const NEAR: usize = 40;
    const MEASURED: usize = 16;
    let tokens = scene.tokens();
    let versus = |k: usize| matches!(tokens.word(k), "vs" | "versus" | "v" | "against");
    let count_at = |k: usize| scene.quantities().iter().any(|q| is_count(q) && (q.first == k || q.last == k));
    let (first, last) = (quantity.first, quantity.last);
    let labelled = tokens.is_word(last + 1) && versus(last + 2) && count_at(last + 3);
    let ahead = versus(last + 1) && count_at(last + 2) || labelled;
    let behind =
        first >= 3 && versus(first - 1) && (count_at(first - 2) || tokens.is_word(first - 2) && count_at(first - 3));
    let measured = (first.saturating_sub(MEASURED)..first).any(|k| tokens.is(k, Class::LevelWord));
    let event = (first.saturating_sub(NEAR)..first)
        .any(|k| tokens.is(k, Class::EventNoun) || tokens.is(k, Class::OutcomeStrong));
    (scene.is_abstract && (ahead || behind) && event && !measured).then_some(What::Event)
}

/// "271 and 278 patients": the noun stands with the next count.
fn shared_noun(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let joined = matches!(tokens.word(quantity.last + 1), "and" | "or" | "vs" | "versus" | "v");
    let next = following(scene, quantity).filter(|q| joined && q.first == quantity.last + 2)?;
    if counted_noun(tokens, next.last + 1).is_none() {
        // "818 and 756 in the drug and placebo arms"
        let groups = tokens.word(next.last + 1) == "in"
            && (next.last + 2..next.last + 10).any(|k| tokens.is(k, Class::PeopleGroup));
        return (groups && scene.is_abstract && people_before(scene, quantity)).then_some(What::Sample(Role::Arm));
    }
    let count = read(scene, next, scope, lenders.checked_sub(1)?)?;
    Some(match count.what {
        What::Sample(Role::Total) => What::Sample(Role::Arm),
        other => other,
    })
}

/// A count that adds up to a count of people: its arm; to a count of events: its share of them.
fn part(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let whole = whole_of(scene, quantity)?;
    let there = Scene { at: whole.sentence, ..*scene };
    match read(&there, whole.quantity, scope, lenders.checked_sub(1)?)?.what {
        What::Event => Some(What::Event),
        What::Sample(_) if scene.is_abstract => Some(What::Sample(Role::Arm)),
        What::Sample(_) => None,
    }
}

/// "206 (91.1%) completed", "29 (51.8%) were randomised to A", "44 [85%]".
fn beside_share(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    if !share_beside(scene, quantity, quantity.last) && !in_bracket_after_people(tokens, quantity) {
        return None;
    }
    let of_total = tokens.word(group_at(scene, quantity)) == "of";
    let fate = fate(tokens, quantity.last).map(|f| f.0).filter(|_| tokens.word(quantity.last + 1) != ")" && !of_total);
    if fate.is_none() && !of_total && scene.is_abstract && allocated_before(scene, quantity) {
        return Some(What::Sample(Role::Arm));
    }
    Some(match fate {
        Some(Fate::Completed) => What::Sample(Role::Completed),
        Some(Fate::Screened) => What::Sample(Role::Screened),
        Some(Fate::Assigned) => What::Sample(Role::Arm),
        Some(Fate::Studied) => What::Sample(Role::Subgroup),
        Some(Fate::Described) if described(tokens, quantity.last) => What::Sample(Role::Subgroup),
        _ => What::Event,
    })
}

/// "were randomised into two groups: 25 (48%) in the drug group".
fn allocated_before(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let verb = (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| tokens.is(k, Class::EnrolVerb));
    verb && matches!(tokens.word(group_at(scene, quantity)), "in" | "to")
}

/// "Nearly 500 people (498)": the exact count behind the rounded one.
fn in_bracket_after_people(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.before(quantity.first) == "("
        && tokens.word(quantity.last + 1) == ")"
        && quantity.first >= 2
        && tokens.is(quantity.first - 2, Class::People)
}

/// "21 had a partial response", "11 improved".
fn outcome_verb(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let next = group_at(scene, quantity);
    let verb_next = tokens.is(next, Class::PastVerb) && !tokens.is(next, Class::AssignVerb);
    let outcome = matches!(fate(tokens, quantity.last), Some((Fate::Outcome, verb)) if verb <= next + 1);
    (verb_next && outcome).then_some(What::Event)
}

/// "33 were assigned to the drug and 25 to placebo", "of these, 12 completed".
fn assigned(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let people_before = people_before(scene, quantity);
    let of_these = (quantity.first.saturating_sub(40)..quantity.first).any(|k| {
        tokens.word(k) == "among"
            || (tokens.word(k) == "of" && matches!(tokens.word(k + 1), "these" | "those" | "them" | "whom"))
    });
    let after = group_at(scene, quantity);
    let found = fate(tokens, quantity.last).filter(|(_, verb)| *verb <= after + 2).map(|f| f.0);
    let to_arm = scene.any(Class::AssignVerb)
        && people_before
        && !(scene.is_abstract && scene.any(Class::EventNoun))
        && (tokens.word(next) == "to" || tokens.at(next, &["in", "the"]) || tokens.word(next) == "on");
    if scene.is_abstract
        && (per_group(tokens, next) || tokens.is(next, Class::EnrolVerb) && tokens.word(next) != "included")
    {
        return Some(What::Sample(Role::Arm));
    }
    let role = match found {
        Some(Fate::Assigned) if is_whole(scene, quantity) => Role::Total,
        Some(Fate::Assigned) if of_these && tokens.word(next) == "underwent" => Role::Subgroup,
        Some(Fate::Assigned) if people_before || scene.is_abstract || of_these => Role::Arm,
        Some(Fate::Completed) => Role::Completed,
        Some(Fate::Studied | Fate::Described) if of_these || (people_before && tokens.is(next, Class::PastVerb)) => {
            Role::Subgroup
        }
        _ if to_arm => Role::Arm,
        _ => return None,
    };
    Some(What::Sample(role))
}

/// "25 per group", "20 in each arm".
fn per_group(tokens: &Tokens, next: usize) -> bool {
    let each = tokens.at(next, &["in", "each"]) || tokens.at(next, &["for", "each"]);
    (tokens.word(next) == "per" && tokens.is(next + 1, Class::PeopleGroup))
        || (each && tokens.is(next + 2, Class::PeopleGroup))
}

/// One of the counts shortly before this one has a noun.
fn people_before(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let quantities = scene.quantities();
    let at = quantities.partition_point(|q| q.first < quantity.first);
    quantities[at.saturating_sub(NEAR)..at].iter().any(|q| counted_noun(scene.tokens(), q.last + 1).is_some())
}

/// "30 cancers on the drug and 39 on placebo": the reading of the count before holds for this one, whose group is
/// named from token `group` on.
fn lent(scene: &Scene, quantity: &Quantity, scope: Scope, group: usize, lenders: usize) -> Option<What> {
    const NEAR: usize = 16;
    let tokens = scene.tokens();
    let quantities = scene.quantities();
    let at = quantities.partition_point(|q| q.first < quantity.first);
    let before = quantities[..at].iter().rev().take(3).find(|q| is_count(q))?;
    let near = quantity.first - before.last <= NEAR;
    if !near || !joined_before(tokens, quantity.first) || !names_a_group(scene, group) {
        return None;
    }
    let count = read(scene, before, scope, lenders.checked_sub(1)?)?;
    match count.what {
        What::Event => Some(What::Event),
        What::Sample(Role::Arm) => Some(What::Sample(Role::Arm)),
        What::Sample(_) => None,
    }
}

/// "and", "versus", "compared with", "and only" before the number.
fn joined_before(tokens: &Tokens, first: usize) -> bool {
    let hedge = tokens.is(first.wrapping_sub(1), Class::Approx) || tokens.before(first) == "only";
    let at = if hedge { first - 1 } else { first };
    let at = if tokens.before(at) == "." && at >= 2 && matches!(tokens.word(at - 2), "vs" | "v") { at - 1 } else { at };
    let in_too = matches!(tokens.before(at), "in" | "for") && at > 1;
    let at = if in_too { at - 1 } else { at };
    matches!(tokens.before(at), "and" | "versus" | "vs" | "v" | "against")
        || tokens.ends_at(at, &["compared", "with"])
        || tokens.ends_at(at, &["compared", "to"])
        || tokens.ends_at(at, &[","])
        || tokens.ends_at(at, &[";"])
}

/// "in the placebo arm", "on the drug", "for B", "with saline": another group of the study follows.
fn names_a_group(scene: &Scene, at: usize) -> bool {
    let tokens = scene.tokens();
    let label = tokens.is(at, Class::ControlWord) || tokens.is(at, Class::TreatmentWord);
    matches!(tokens.word(at), "in" | "on" | "with" | "for" | "to" | "among" | "did")
        || scene.is_abstract && (label || matches!(tokens.word(at), ")" | "assigned" | "allocated" | "receiving"))
}

fn following<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<&'a Quantity> {
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    scene.quantities().get(at)
}
