//! A count without a noun in, what it counts out: "33 were assigned", "21 had a response", "129 (69%)", "13 vs 31".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens};

use super::acted::{acted, by_the_verb, told_at_once};
use super::arm_events;
use super::beside::{
    following, group_at, in_arm, joined_before, names_a_group, people_before, per_group, phrase_start, share_beside,
};
use super::counting::{What, described, read};
use super::did_for_study::{answered, more_studies, of_those_fell, of_which, size_told, strong, told_by_number};
use super::fates::fate_here;
use super::gapped::gapped_arm;
use super::group_count::{before_here, event, group, seen_again};
use super::known_groups;
use super::nouns::{counted_noun, names_people};
use super::part_count::{
    also_did, as_had, by_cause, left_over, of_whom, the_ones, the_other, told_apart, told_before, two_apart, with_some,
};
use super::parts::{is_count, is_whole, whole_of};
use super::predicate::{Fate, fate};
use super::response_rate::of_things;
use super::rising_counts::number_changed;
use super::scene::Scene;
use super::set_off::set_off;

/// A number without a noun: "33 were assigned", "21 had a partial response", "129 (69%)", "13 vs 31".
pub fn bare(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const LARGEST: i64 = 1_000_000;
    if quantity.value.low > Decimal::from(LARGEST) {
        return None;
    }
    if scene.tokens().before(quantity.first) == "=" && !scene.is_abstract {
        return None;
    }
    if let Some(what) = known_groups::bare(scene, quantity, scope) {
        return Some(what);
    }
    if !scene.is_abstract && names_things(scene.tokens(), quantity.last + 1) || counts_nothing(scene.tokens(), quantity)
    {
        return None;
    }
    // "Out of 1,000 women, 42 would fall ill": thought of, not counted
    let thought_of = || matches!(scene.tokens().word(quantity.last + 1), "would" | "could" | "might" | "may" | "will");
    if !scene.is_abstract && thought_of() {
        return None;
    }
    if let Some(what) = told_at_once(scene, quantity, scope, lenders) {
        return Some(what);
    }
    let share = beside_share(scene, quantity);
    let firm = |what: &What| *what != What::Event || scene.tokens().word(group_at(scene, quantity)) == "of";
    event(scene, quantity, scope, lenders)
        .or_else(|| arm_events::event(scene, quantity, scope, lenders))
        .or_else(|| set_off(scene, quantity, scope, lenders))
        .or_else(|| gapped_arm(scene, quantity, scope, lenders))
        .or_else(|| of_which(scene, quantity, scope, lenders))
        .or_else(|| of_those_fell(scene, quantity))
        .or_else(|| strong(scene, quantity))
        .or_else(|| size_told(scene, quantity))
        .or_else(|| answered(scene, quantity))
        .or_else(|| seen_again(scene, quantity))
        .or_else(|| of_whom(scene, quantity, scope, lenders))
        .or_else(|| shared_noun(scene, quantity, scope, lenders))
        .or_else(|| outcome_verb(scene, quantity, scope, lenders))
        .or_else(|| seen_in(scene, quantity, scope, lenders))
        .or_else(|| share.filter(firm))
        .or_else(|| lent(scene, quantity, scope, group_at(scene, quantity), lenders))
        .or_else(|| part(scene, quantity, scope, lenders))
        .or_else(|| told_apart(scene, quantity, scope, lenders))
        .or_else(|| two_apart(scene, quantity))
        .or_else(|| left_over(scene, quantity))
        .or_else(|| of_a_known_whole(scene, quantity))
        .or_else(|| body_of(scene, quantity))
        .or_else(|| also_did(scene, quantity, scope, lenders))
        .or_else(|| by_cause(scene, quantity, scope, lenders))
        .or_else(|| as_had(scene, quantity, scope, lenders))
        .or_else(|| with_some(scene, quantity, scope, lenders))
        .or_else(|| the_other(scene, quantity, scope, lenders))
        .or_else(|| the_ones(scene, quantity, scope, lenders))
        .or_else(|| group(scene, quantity, scope, lenders))
        .or_else(|| more_studies(scene, quantity, scope, lenders))
        .or_else(|| told_by_number(scene, quantity, scope))
        .or(share)
        .or_else(|| number_of(scene, quantity))
        .or_else(|| number_changed(scene, quantity))
        .or_else(|| assigned(scene, quantity, scope, lenders))
        .or_else(|| compared_events(scene, quantity))
        .or_else(|| in_an_arm(scene, quantity))
        .or_else(|| if scene.is_abstract { None } else { acted(scene, quantity, scope) })
        .map(|what| if scene.is_abstract { what } else { by_the_verb(scene, quantity, what) })
}

/// "these two forms", "those under 65", "10 was the most pain".
fn counts_nothing(tokens: &Tokens, quantity: &Quantity) -> bool {
    let before = tokens.before(quantity.first);
    let age = matches!(before, "under" | "over" | "above" | "below" | "aged")
        && quantity.first >= 2
        && matches!(
            tokens.word(quantity.first - 2),
            "those"
                | "people"
                | "anyone"
                | "men"
                | "women"
                | "age"
                | "adults"
                | "child"
                | "children"
                | "infants"
                | "babies"
                | "boys"
                | "girls"
                | "kids"
        );
    let next = quantity.last + 1;
    // "readings above 130"
    let mark = matches!(before, "above" | "below" | "over" | "under")
        && tokens.classes(quantity.first.wrapping_sub(2)).has_either(Class::Gauge, Class::LevelWord);
    let subset = tokens.before(quantity.first) == "of" && tokens.is(quantity.first.wrapping_sub(2), Class::Subset);
    let singular = matches!(tokens.word(next), "was" | "is" | "has") && quantity.value.low > Decimal::ONE && !subset;
    age || mark || singular || matches!(before, "these" | "those") && tokens.is_word(next)
}

/// "66 occasions", "four pollutants": the plural of something that stands for no people.
fn names_things(tokens: &Tokens, next: usize) -> bool {
    const VERBS: [Class; 5] = [Class::PastVerb, Class::PresentVerb, Class::Be, Class::Preposition, Class::StopPhrase];
    let word = tokens.word(next);
    let plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
    plural
        && tokens.is_word(next)
        && !matches!(word, "others" | "youngsters")
        && !VERBS.iter().any(|class| tokens.is(next, *class))
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

/// "strokes were rarer later (31 in the drug arm, 52 in the placebo arm)".
fn in_an_arm(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let arm = || in_arm(scene.tokens(), quantity.last + 1);
    (scene.is_abstract && scene.any(Class::EventNoun) && arm()).then_some(What::Event)
}

/// "deaths were fewer (69 vs 70)", "severe rashes (41 versus 29)": two counts of a named event.
fn compared_events(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const NEAR: usize = 40;
    const MEASURED: usize = 16;
    if !scene.is_abstract {
        return None;
    }
    let tokens = scene.tokens();
    let versus = |k: usize| matches!(tokens.word(k), "vs" | "versus" | "v" | "against");
    let count_at = |k: usize| scene.quantity_at(k).is_some_and(is_count);
    let (first, last) = (quantity.first, quantity.last);
    let labelled = tokens.is_word(last + 1) && versus(last + 2) && count_at(last + 3);
    let ahead = versus(last + 1) && count_at(last + 2) || labelled;
    let behind =
        first >= 3 && versus(first - 1) && (count_at(first - 2) || tokens.is_word(first - 2) && count_at(first - 3));
    let measured = (first.saturating_sub(MEASURED)..first).any(|k| tokens.is(k, Class::LevelWord));
    let event = (first.saturating_sub(NEAR)..first)
        .any(|k| tokens.is(k, Class::EventNoun) || tokens.is(k, Class::OutcomeStrong));
    ((ahead || behind) && event && !measured).then_some(What::Event)
}

/// "184 and 189 patients": the noun stands with the next count.
fn shared_noun(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let joined = matches!(tokens.word(quantity.last + 1), "and" | "or" | "vs" | "versus" | "v");
    let next = following(scene, quantity).filter(|q| joined && q.first == quantity.last + 2)?;
    if counted_noun(tokens, next.last + 1).is_none() {
        // "430 and 412 in the drug and placebo arms"
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

/// "Of the 70 sailors, 32 thought …": what some of a known number did.
fn of_a_known_whole(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const NEAR: usize = 20;
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let whole = at.checked_sub(1).map(|at| &scene.quantities()[at]).filter(|q| is_count(q))?;
    let known = matches!(tokens.word(whole.last + 1), "who" | "that" | "with" | "without" | "given");
    counted_noun(tokens, whole.last + 1).map(|_| ()).or_else(|| known.then_some(()))?;
    let start = if tokens.is(whole.first.wrapping_sub(1), Class::Article) { whole.first - 1 } else { whole.first };
    let of = start.checked_sub(1).filter(|&k| tokens.word(k) == "of")?;
    // "Of the 70 sailors, 32 …", "found that out of 70 sailors who got oats, 32 …"
    let opens = of == 0 || matches!(tokens.before(of), "out" | "that" | ",");
    let opened = opens && tokens.before(quantity.first) == "," && quantity.first - whole.last <= NEAR;
    let verb = quantity.last + 1;
    let did = tokens.is(verb, Class::PastVerb) || tokens.word(verb).ends_with("ed");
    let taken_in =
        tokens.is(verb, Class::Be) || tokens.is(verb, Class::RecruitVerb) || tokens.is(verb, Class::CompleteVerb);
    let seen = tokens.word(verb) == "had" && tokens.is(verb + 1, Class::PastVerb) || tokens.at(verb, &["had", "seen"]);
    let taken_in = taken_in && !seen || tokens.is(verb, Class::TakingPart) && tokens.word(verb) != "responded";
    (opened && did && !taken_in && !tokens.is(verb, Class::AssignVerb) && !scene.is_abstract).then_some(What::Event)
}

/// "and a comparison group of 1,990", "a sample of 900, all from Hull": a body of people without a noun.
fn body_of(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let of = start.checked_sub(1).filter(|&k| tokens.word(k) == "of" && k >= 2)?;
    let next = quantity.last + 1;
    let alone = !tokens.is_word(next)
        || matches!(tokens.word(next), "who" | "with" | "without" | "drawn" | "aged")
        || tokens.is(next, Class::Be) && tokens.is(of - 1, Class::Subset);
    // "a similar group of 88 got syrup"
    let treated = got(tokens, next) && tokens.word(of - 1) == "group";
    if treated && !scene.is_abstract && quantity.value.low >= Decimal::TEN {
        return Some(What::Sample(Role::Arm));
    }
    let shared_out = matches!(tokens.word(of - 1), "groups" | "arms") && scene.any(Class::AssignVerb);
    let studied = people_before(scene, quantity) || scene.any(Class::StudyWork) || shared_out;
    if scene.is_abstract || !alone || !studied || quantity.value.low < Decimal::TEN {
        return None;
    }
    let role = match tokens.word(of - 1) {
        "group" if tokens.is(of - 2, Class::ControlWord) || tokens.word(of - 2) == "comparison" => Role::Subgroup,
        "subset" | "subgroup" | "subsample" => Role::Subgroup,
        "sample" | "cohort" | "panel" => Role::Total,
        "groups" | "arms" | "teams" => Role::Arm,
        _ => return None,
    };
    Some(What::Sample(role))
}

/// "got", "underwent": a treatment follows.
fn got(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "got" | "received" | "took" | "underwent")
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

/// "183 (88.4%) completed", "26 (47.3%) were randomised to A", "44 [85%]".
fn beside_share(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    if !scene.is_abstract && of_institutions(scene, quantity) {
        return None;
    }
    if !share_beside(scene, quantity, quantity.last) && !in_bracket_after_people(tokens, quantity) {
        return None;
    }
    // "40% (12,386) of the prescriptions"
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = at.checked_sub(1).map(|at| &scene.quantities()[at]).filter(|q| q.last + 2 == quantity.first);
    if !scene.is_abstract && host.is_some_and(|host| of_things(tokens, host)) {
        return None;
    }
    // "non-smokers (483); smokers (107)"
    let counted = tokens.is_number(quantity.first.saturating_sub(3));
    if !scene.is_abstract && !share_beside(scene, quantity, quantity.last) && !counted {
        return Some(What::Sample(Role::Subgroup));
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

/// "Sixteen registries replied, of whom seven (44%) …": the first count of the sentence is one of places.
pub fn of_institutions(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    let tokens = scene.tokens();
    let first = scene.quantities().iter().find(|q| is_count(q) && q.first < quantity.first);
    first.is_some_and(|q| (q.last + 1..q.last + 1 + NEAR).any(|k| tokens.is(k, Class::Institution)))
}

/// "were randomised into two groups: 31 (52%) in the drug group".
fn allocated_before(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let verb = (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| tokens.is(k, Class::EnrolVerb));
    verb && matches!(tokens.word(group_at(scene, quantity)), "in" | "to")
}

/// "Nearly 700 people (697)": the exact count behind the rounded one.
fn in_bracket_after_people(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.before(quantity.first) == "("
        && tokens.word(quantity.last + 1) == ")"
        && quantity.first >= 2
        && names_people(tokens, quantity.first - 2)
}

/// "21 had a partial response", "11 improved".
fn outcome_verb(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = group_at(scene, quantity);
    // "nine others fell ill", "nine more fell ill"
    let next = if !scene.is_abstract && matches!(tokens.word(next), "others" | "more") { next + 1 } else { next };
    // "none of the 50 in the syrup group fell ill"
    if tokens.ends_at(quantity.first, &["of", "the"]) && !scene.is_abstract {
        return None;
    }
    // "nine fell ill, and one died", but not "he had two brothers, and one died"
    let one = quantity.value.low == Decimal::ONE && !scene.is_abstract;
    let parts = || scene.previous().is_some_and(|before| before.quantities.iter().any(|q| q.fraction.is_some()));
    if one && told_before(scene, quantity, scope, lenders).is_none() && !parts() {
        return None;
    }
    // "only three in the syrup group fell ill"
    let reach = match () {
        () if !scene.is_abstract && in_arm(tokens, next) => ARM_NAME,
        () if tokens.classes(next).has_either(Class::PastVerb, Class::EventVerb) => 1,
        // "112 fractured a hip": a verb that is one of falling ill with what follows
        () if !scene.is_abstract && tokens.word(next).ends_with("ed") => 0,
        () => return None,
    };
    let told = fate_here(scene, quantity.last).filter(|(told, _)| *told == Fate::Outcome);
    told.is_some_and(|(_, verb)| verb <= next + reach).then_some(What::Event)
}

/// Tokens of "in the syrup group and nine in the water group" at most.
const ARM_NAME: usize = 12;

/// "Side effects were seen in nine."
fn seen_in(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const REACH: usize = 4;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let led = matches!(tokens.before(start), "in" | "by" | "among") && !tokens.is_word(quantity.last + 1);
    if scene.is_abstract || !led || tokens.is_number(quantity.first) && tokens.word(quantity.last + 1) == "(" {
        return None;
    }
    let seen = (start.saturating_sub(REACH)..start - 1).rev().take_while(|&k| tokens.is_word(k));
    let seen = seen.into_iter().any(|k| tokens.is(k, Class::SeenVerb));
    let part = || matches!(told_before(scene, quantity, scope, lenders), Some(What::Sample(_)));
    (seen && part()).then_some(What::Event)
}

/// "48 were assigned to the drug and 37 to placebo", "of these, 12 completed".
fn assigned(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let people_before = || people_before(scene, quantity);
    let of_these = || {
        (quantity.first.saturating_sub(40)..quantity.first).any(|k| {
            tokens.word(k) == "among"
                || (tokens.word(k) == "of" && matches!(tokens.word(k + 1), "these" | "those" | "them" | "whom"))
                || k == 0 && tokens.at(0, &["of", "the"]) && tokens.is(2, Class::People)
        })
    };
    let after = group_at(scene, quantity);
    let found = fate(tokens, quantity.last).filter(|(_, verb)| *verb <= after + 2).map(|f| f.0);
    let to_arm = scene.any(Class::AssignVerb)
        && (tokens.word(next) == "to" && !tokens.is_number(next + 1)
            || tokens.at(next, &["in", "the"])
            || tokens.word(next) == "on")
        && !(scene.is_abstract && scene.any(Class::EventNoun))
        && people_before();
    // "45 [75%] of 60 in the drug group"
    let group_of_share = tokens.before(quantity.first) == "of"
        && quantity.first >= 2
        && matches!(tokens.word(quantity.first - 2), ")" | "]");
    if scene.is_abstract
        && (group_of_share
            || per_group(tokens, next)
            || tokens.is(next, Class::EnrolVerb) && tokens.word(next) != "included")
    {
        return Some(What::Sample(Role::Arm));
    }
    // "Some 40 had been vaccinated"
    let vaccinated = tokens.word(next) == "had" && (next + 1..next + 3).any(|k| tokens.is(k, Class::TreatedBy));
    let of_those_told =
        || !scene.is_abstract && matches!(told_before(scene, quantity, scope, lenders), Some(What::Sample(_)));
    let told_in_news =
        || (tokens.is(next, Class::Be) || got(tokens, next) || tokens.word(next) == "had") && of_those_told();
    let told_in_all = || quantity.value.low >= Decimal::TEN && of_those_told();
    // "A total of 81 took part", "In all, 81 were enrolled"
    let whole = quantity.value.low >= Decimal::TEN
        && (tokens.ends_at(quantity.first, &["total", "of"])
            || quantity.first == 3 && tokens.at(0, &["in", "all", ","]));
    let verb_next = tokens.is(next, Class::Be) || tokens.is(next, Class::PastVerb);
    let role = match found {
        Some(Fate::Studied) if whole && verb_next && !scene.is_abstract => Role::Total,
        Some(Fate::Assigned) if is_whole(scene, quantity) => Role::Total,
        Some(Fate::Assigned) if tokens.word(next) == "underwent" && of_these() => Role::Subgroup,
        Some(Fate::Assigned) if !people_before() && told_in_news() => Role::Arm,
        Some(Fate::Described) if vaccinated && told_in_news() => Role::Arm,
        Some(Fate::Assigned) if scene.is_abstract || people_before() || of_these() => Role::Arm,
        Some(Fate::Completed) => Role::Completed,
        // "Seven falls were reported, and three were bad"
        Some(Fate::Described)
            if joined_before(tokens, quantity.first)
                && tokens.is(next, Class::Be)
                && before_here(scene, quantity, scope, lenders) == Some(What::Event) =>
        {
            return Some(What::Event);
        }
        Some(Fate::Described) if of_events(scene, quantity, scope, lenders) => return Some(What::Event),
        Some(Fate::Studied | Fate::Described) if of_these() || tokens.is(next, Class::PastVerb) && people_before() => {
            Role::Subgroup
        }
        _ if to_arm => Role::Arm,
        // "Of these, 900 left at noon"
        _ if heads_the_sentence(tokens, quantity) && told_in_all() => Role::Subgroup,
        _ => return None,
    };
    Some(What::Sample(role))
}

/// "Of these, 900", "Among them, 900".
pub fn heads_the_sentence(tokens: &Tokens, quantity: &Quantity) -> bool {
    matches!(tokens.word(0), "of" | "among")
        && matches!(tokens.word(1), "these" | "those" | "them")
        && tokens.word(2) == ","
        && phrase_start(tokens, quantity.first) == 3
        && tokens.is_word(quantity.last + 1)
}

/// "There were 212 falls. Of these, 34 were fatal."
fn of_events(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    // "Of the 12 falls, nine were bad"
    let counted = tokens.at(0, &["of", "the"]) && (tokens.is_number(2) || tokens.is(2, Class::NumberStart));
    let opening = tokens.word(0) == "of" && matches!(tokens.word(1), "these" | "those" | "them") || counted;
    opening && !scene.is_abstract && told_before(scene, quantity, scope, lenders) == Some(What::Event)
}

/// "22 cancers on the drug and 41 on placebo": the reading of the count before holds for this one, whose group is
/// named from token `group` on.
pub fn lent(scene: &Scene, quantity: &Quantity, scope: Scope, group: usize, lenders: usize) -> Option<What> {
    const NEAR: usize = 16;
    let tokens = scene.tokens();
    if !names_a_group(scene, group) || !joined_before(tokens, quantity.first) {
        return None;
    }
    let before = scene.quantities_before(quantity.first).iter().rev().take(3).find(|q| is_count(q))?;
    if quantity.first - before.last > NEAR {
        return None;
    }
    let count = read(scene, before, scope, lenders.checked_sub(1)?)?;
    match count.what {
        What::Event => Some(What::Event),
        What::Sample(Role::Arm) => Some(What::Sample(Role::Arm)),
        What::Sample(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn arms_without_a_noun() {
        for (text, found) in [
            ("80 patients were randomised: 38 to A and 42 to B.", vec!["total 80 patients", "arm 38", "arm 42"]),
            ("Of 90 women, 88 (A, 43; B, 45) were treated.", vec!["total 90 women", "total 88", "arm 43", "arm 45"]),
            ("Forty women took part, 20 in each group.", vec!["total Forty women", "arm 20"]),
            ("Of 60 men, 29 (48%) were randomised to A and 31 (52%) to B.", vec!["total 60 men", "arm 29", "arm 31"]),
            ("In all, 184 and 189 patients received A and B.", vec!["arm 184", "arm 189 patients"]),
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), found, "{text}");
        }
    }

    #[test]
    fn events_without_a_noun() {
        for (text, found) in [
            ("Deaths did not differ (69 vs 70).", vec!["event 69", "event 70"]),
            ("There were 30 relapses on the drug and 39 on placebo.", vec!["event 30 relapses", "event 39"]),
            ("Rash occurred in 45 [75%] of 60 in the drug group.", vec!["event 45", "total 60"]),
            ("The number of deaths was 16 in the drug group and 19 in the other group.", vec!["event 16", "event 19"]),
            ("Rash was noted in six (7%) versus one (1%).", vec!["event six", "event one"]),
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), found, "{text}");
        }
    }

    #[test]
    fn parts_of_those_told_before() {
        for (text, found) in [
            (
                "The study followed 4,000 sailors. During that time, 212 of them died.",
                vec!["total 4,000 sailors", "event 212"],
            ),
            (
                "The study followed 900 nurses. None had gout at first but, by its end, 41 of them had had it badly.",
                vec!["total 900 nurses", "subgroup 41"],
            ),
            ("In the study there were two groups: 45 who sang and 51 who did not.", vec!["subgroup 45", "subgroup 51"]),
            ("The study had two groups of boys – 23 with gout and 27 without.", vec!["subgroup 23", "subgroup 27"]),
            ("The study had two groups: 45 who got syrup and 51 who did not.", vec!["arm 45", "arm 51"]),
            ("The study had two rules: 45 with a cross and 51 without.", vec![]),
            ("In the trial, the remaining 712 were randomized to get syrup or water.", vec!["total 712"]),
            ("The study included 1,200 men from Hull and 800 from Leeds.", vec!["total 1,200 men", "subgroup 800"]),
            ("In the trial, a similar group of 88 got water alone.", vec!["arm 88"]),
            (
                "Of 214 eligible sailors, 178 agreed to take part in the study.",
                vec!["screened 214 eligible sailors", "total 178"],
            ),
            (
                "In the trial, 28 strokes were found. Twelve of them were small.",
                vec!["event 28 strokes", "event Twelve"],
            ),
            ("In the trial 48 men were assigned to the syrup and 37 of them to water.", vec!["arm 48 men", "arm 37"]),
            ("The study involved 81 nurses, 29 of whom were given syrup.", vec!["total 81 nurses", "arm 29"]),
            ("The study had 81 nurses. Side effects were seen in nine.", vec!["total 81 nurses", "event nine"]),
            ("The study had 81 nurses. The effect was seen in 2012.", vec!["total 81 nurses"]),
            ("The study followed 900 nurses. It had three kinds of boat, two of them small.", vec!["total 900 nurses"]),
            ("The study followed 900 nurses in 64 of these towns.", vec!["total 900 nurses"]),
            (
                "The study followed 900 nurses. Some 78 of those diagnosed had lost a friend.",
                vec!["total 900 nurses", "subgroup 78"],
            ),
            ("In the study there were 212 falls. Of these, 34 were fatal.", vec!["event 212 falls", "event 34"]),
            ("In the study there were 212 falls, 34 of which were bad.", vec!["event 212 falls", "event 34"]),
            (
                "During the study, 340 deaths occurred, 120 from gout and 80 from colds.",
                vec!["event 340 deaths", "event 120", "event 80"],
            ),
            ("The study took 340 boats, 120 from Wales.", vec![]),
            ("The study praised sailors. Two of them smiled.", vec![]),
            ("The study followed 900 nurses, all but seven of them Welsh.", vec!["total 900 nurses"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn nouns_left_out() {
        for (text, found) in [
            ("The study took 20 sailors with colds and 19 without.", vec!["subgroup 20 sailors", "subgroup 19"]),
            ("The trial enrolled 120 sailors, with 46 coming from Hull.", vec!["total 120 sailors", "subgroup 46"]),
            ("The trial enrolled 90 sailors, including 20 with gout.", vec!["total 90 sailors", "subgroup 20"]),
            (
                "In the study, only three in the syrup group fell ill compared to eleven in the other group.",
                vec!["event three", "event eleven"],
            ),
            (
                "The study took 81 nurses. Of the 40 who took syrup, twelve were cured.",
                vec!["total 81 nurses", "arm 40", "event twelve"],
            ),
            (
                "The study took 81 nurses. Forty were assigned to syrup and 41 to water.",
                vec!["total 81 nurses", "arm Forty", "arm 41"],
            ),
            ("The study took 81 nurses. It was the 40 ships who won.", vec!["total 81 nurses"]),
            (
                "In the study, the 160 sailors on rum slept better than the 150 on ale.",
                vec!["arm 160 sailors", "arm 150"],
            ),
            (
                "In the study, the 160 sailors on the boat slept better than the 150 on the quay.",
                vec!["total 160 sailors"],
            ),
            ("In the trial, 12 got better, compared with five in the control group.", vec!["event 12", "event five"]),
            ("A total of 81 took part in the study.", vec!["total 81"]),
            ("Of the 16 clinics in the study, seven (44%) answered.", vec![]),
            ("The trial enrolled 90 sailors, with 12 dying at sea.", vec!["total 90 sailors", "event 12"]),
            (
                "The study used two cohorts, one with 796 sailors and the other with 268.",
                vec!["total 796 sailors", "total 268"],
            ),
            (
                "In the study, seven nurses needed blood and 26 received antibiotics.",
                vec!["event seven nurses", "event 26"],
            ),
            ("The study found that the number of falls rose from 812 to 940.", vec!["event 812", "event 940"]),
            ("The study ran on. The number of falls rose from 812 to 940.", vec!["event 812", "event 940"]),
            ("The number of falls rose from 812 to 940.", vec![]),
            ("The study found that the number of ships rose from 812 to 940.", vec![]),
            ("The trial enrolled 90 sailors, with 28 masts.", vec!["total 90 sailors"]),
            ("In the study, out of 900 sailors, 42 would fall ill.", vec!["total 900 sailors"]),
            ("In the trial, nine nurses fell ill, and one died.", vec!["event nine nurses", "event one"]),
            ("In the trial, nine nurses took rum, and one sang.", vec!["total nine nurses"]),
            ("In the study, a sailor had two brothers, and one died.", vec![]),
            ("The study ran on. Complete data were available for 690.", vec!["completed 690"]),
            ("The study ran on. Full data were available for 690 (94%).", vec!["completed 690"]),
            ("The study ran on. The boat was available for 690 pounds.", vec![]),
            ("The study ran on. None of the 50 in the syrup group fell ill.", vec![]),
            (
                "In the study, annual falls dropped from 1,204 in 2009 to 812 in 2014 and 640 in 2016.",
                vec!["event 1,204", "event 812", "event 640"],
            ),
            ("The study found that deaths rose from 120 in 2001 to 340 in 2010.", vec!["event 120", "event 340"]),
            ("The study found that the risk of falls rose from 12 to 34.", vec![]),
            ("The study found that death rates rose from 12 in 2001 to 34 in 2010.", vec![]),
            ("The study found that sales rose from 120 in 2001 to 340 in 2010.", vec![]),
            ("Of the 12 falls in the trial, nine were fatal.", vec!["event 12 falls", "event nine"]),
            (
                "In the trial, six in the syrup group and nine in the water group fell ill.",
                vec!["event six", "event nine"],
            ),
            ("The study recorded 340 deaths, including 120 from gout.", vec!["event 340 deaths", "event 120"]),
            (
                "In the study, 478 of the nurses had lost a friend, as had 940 of the others.",
                vec!["subgroup 478 of the nurses", "subgroup 940"],
            ),
            (
                "In the study, 478 of the nurses had lost a friend, as had 940 ships.",
                vec!["subgroup 478 of the nurses"],
            ),
            ("The study took 900 sailors, about 80 of whom had heart attacks.", vec!["total 900 sailors", "event 80"]),
            ("The study took 900 sailors, 80 of whom had a bad fall.", vec!["total 900 sailors", "event 80"]),
            (
                "The study took 900 sailors, 80 of whom had a history of falls.",
                vec!["total 900 sailors", "subgroup 80"],
            ),
            ("The study took 900 sailors, 80 of whom had a boat.", vec!["total 900 sailors", "subgroup 80"]),
            (
                "The study used 90 sailors with gout and a comparison group of 70, all of like age.",
                vec!["total 90 sailors", "subgroup 70"],
            ),
            ("The study rests on a sample of 900.", vec!["total 900"]),
            ("The study took 900 sailors, 80 of whom had suffered a stroke.", vec!["total 900 sailors", "event 80"]),
            ("The study took 900 sailors, 80 of whom had developed gout.", vec!["total 900 sailors", "event 80"]),
            ("The study took 900 sailors, 80 of whom had gout.", vec!["total 900 sailors", "subgroup 80"]),
            ("The study took 900 sailors, 80 of whom had had a stroke.", vec!["total 900 sailors", "subgroup 80"]),
            ("The study followed a cohort of 900 who lived in Hull.", vec!["total 900"]),
            ("The study was one of a group of 12.", vec![]),
            ("The study took a sample of 40 ml.", vec![]),
            ("They took a sample of 40.", vec![]),
            ("In the study, 90 sailors died and more than 48 emigrated.", vec!["event 90 sailors", "event 48"]),
            ("In the trial, 90 sailors relapsed while 12 recovered.", vec!["event 90 sailors", "event 12"]),
            (
                "The study found that out of 90 sailors who bought syrup, 85 noticed that they slept.",
                vec!["total 90 sailors", "event 85"],
            ),
            ("The study found that out of 90 sailors with gout, 85 ships sank.", vec!["total 90 sailors"]),
            ("The study took 20 sailors with colds and 19 ships.", vec!["total 20 sailors"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn numbers_that_count_nobody_in_news() {
        for text in [
            "In the study, nurses were watched on the 66 occasions they slept.",
            "Among sailors in the study, each of the four poisons was linked to gout.",
            "Of these sailors, the study says, 12 ships were sunk.",
            "The study found that those under 40 were not affected.",
            "In the study, pain was scored where 20 was the worst pain.",
            "The study compared these two widely sold sorts of syrup.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_that_count_nobody() {
        for text in [
            "The mean score was lower (69 vs 70).",
            "The median time was 9 versus 12 in the two groups.",
            "The ratio was 2 to 1.",
            "Grade 3 pain and 4 sites were noted.",
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), Vec::<String>::new(), "{text}");
        }
    }
}
