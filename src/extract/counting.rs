//! A whole number in a sentence in, what it counts out: people who were studied, or people to whom something happened.

use std::cell::LazyCell;

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::arm_events::set_against_events;
use super::bare_count::{bare, lent};
use super::beside::{following, in_arm, phrase_start, share_beside};
use super::came_of::came_of;
use super::did_for_study::gone_through;
use super::dose::led_from;
use super::fates::fate_here;
use super::group_count::{echoes, share_before, the_other_people};
use super::hits::befell_them;
use super::nouns::{Counted, counted_noun, names_people};
use super::organs::organ_event;
use super::own_events::{among_counted, came_about, cases_found, framed, lately, own_events, study_near};
use super::parts::{is_count, is_whole};
use super::predicate::{Fate, fate};
use super::response_rate::{told_of_them, was_so_before};
use super::sample_role::{role_of_n, role_of_people};
use super::scene::Scene;
use super::share::whole_of_split;
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

/// A million cases are a country's, not a study's, unless the time is told that the study lasted.
const MOST_EVENTS: u32 = 1_000_000;
/// "the deaths of three sailors" in a study are few.
const MOST_NAMED: u32 = 100;
/// How many counts before this one may lend it their reading.
const LENDERS: usize = 3;

/// The reading of a count of people; `None` where it counts nothing of the kind.
pub fn counting(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Count> {
    read(scene, quantity, scope, LENDERS)
}

/// "women with two or more children", "men who had three siblings": what is theirs tells who they are.
fn relatives(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// No study is so small.
    const MOST: u32 = 12;
    if quantity.value.high > MOST.into() {
        return false;
    }
    let relative = |k: usize| {
        matches!(
            tokens.word(k),
            "children"
                | "kids"
                | "siblings"
                | "brothers"
                | "sisters"
                | "parents"
                | "grandparents"
                | "grandchildren"
                | "sons"
                | "daughters"
                | "relatives"
                | "members"
                | "partners"
                | "friends"
        )
    };
    let led = led_from(tokens, quantity.first);
    let owner = match tokens.before(led) {
        "with" => led.wrapping_sub(2),
        "had" | "have" | "having" => led.wrapping_sub(if tokens.word(led.wrapping_sub(2)) == "who" { 3 } else { 2 }),
        _ => return false,
    };
    let household = matches!(tokens.word(owner), "those" | "couples" | "families" | "households" | "homes");
    // "two or more children"
    (quantity.number_last + 1..quantity.number_last + 4).take_while(|&k| tokens.is_word(k)).any(relative)
        && (household || names_people(tokens, owner))
}

pub fn read(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<Count> {
    let tokens = scene.tokens();
    if !is_count(quantity) || matches!(tokens.before(quantity.first), "×" | "x" | "*") {
        return None;
    }
    // "all but two of the nurses", "for every four adults", "grade 1 and 2 sprains"
    let excepted = tokens.ends_at(quantity.first, &["all", "but"]) || tokens.before(quantity.first) == "every";
    let labelled = quantity.first >= 3
        && matches!(tokens.before(quantity.first), "and" | "or" | "to" | ",")
        && tokens.is_number(quantity.first - 2)
        && tokens.is(quantity.first - 3, Class::Label);
    // "assigned 2-to-1"
    let ratio = tokens.ends_at(quantity.first, &["-", "to", "-"]);
    if excepted || labelled || ratio || only_thought_of(scene, quantity) || relatives(tokens, quantity) {
        return None;
    }
    if let Some(first) = n_equals(tokens, quantity.first) {
        let event = after_percent(scene, first) || before_percent(scene, quantity);
        let what = if event { What::Event } else { What::Sample(role_of_n(scene, quantity, first)) };
        return Some(Count { what, first, last: quantity.last });
    }
    if whole_of_split(scene, quantity) {
        return None;
    }
    let reported = !matches!(scope, Scope::Background | Scope::Planned);
    if let Some(last) = organ_event(scene, quantity).filter(|_| reported) {
        return Some(Count { what: What::Event, first: quantity.first, last });
    }
    let (what, last) = match noun(scene, quantity) {
        Some((noun, Counted::Events)) if !scene.is_abstract && reported && gone_through(tokens, quantity, noun) => {
            (What::Sample(Role::Total), noun)
        }
        // "31 fewer falls" is a difference
        Some((_, Counted::Events)) if !scene.is_abstract && tokens.word(quantity.last + 1) == "fewer" => return None,
        Some((noun, Counted::Events)) => {
            let shared = share_beside(scene, quantity, quantity.last);
            (reported && (shared || own_events(scene, quantity, noun))).then_some((What::Event, noun))?
        }
        Some((noun, kind)) => (of_noun(scene, quantity, scope, (noun, kind), lenders)?, noun),
        None if reported => (bare(scene, quantity, scope, lenders)?, quantity.last),
        None => return None,
    };
    // "405 (8.4%) patients": the quote ends before the share
    let last = if matches!(tokens.word(quantity.last + 1), "(" | "[") { quantity.last } else { last };
    Some(Count { what, first: quantity.first, last })
}

/// "If you treat 100 sailors, 12 of them …", "For every 40 nurses": people thought of, not counted.
fn only_thought_of(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 5;
    if scene.is_abstract {
        return false;
    }
    let tokens = scene.tokens();
    let round = || quantity.value.low % Decimal::TEN == Decimal::ZERO;
    let lead = |k: usize| {
        tokens.word(k) == "if" && matches!(tokens.word(k + 1), "you" | "we" | "i" | "doctors" | "all")
            || tokens.word(k) == "imagine"
    };
    // "Among 1,000 sailors, seven more would fall ill"
    let would = matches!(tokens.before(quantity.first), "in" | "of" | "among")
        && [100, 1_000, 10_000, 100_000].iter().any(|&round| quantity.value.low == Decimal::from(round))
        && tokens.iter().any(|(k, _)| tokens.word(k) == "would" && k > quantity.last);
    let of_those = tokens.word(quantity.last + 1) == "of" && matches!(tokens.word(quantity.last + 2), "them" | "those");
    would
        || of_those && (0..quantity.first).any(lead)
        || round() && (quantity.first.saturating_sub(REACH)..quantity.first).any(lead)
}

/// The noun after the number, or after the share in brackets beside it: "11 (5.3%) deaths".
fn noun(scene: &Scene, quantity: &Quantity) -> Option<(usize, Counted)> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    // "the number who died was 12 among men"
    if matches!(tokens.word(next), "among" | "amongst") {
        return None;
    }
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

fn of_noun(scene: &Scene, quantity: &Quantity, scope: Scope, noun: (usize, Counted), lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let (at, kind) = noun;
    let fate = fate_here(scene, at).map(|f| f.0);
    // "an 800-person trial was dropped": nothing happened to the people
    let compound = tokens.word(quantity.last + 1) == "-" && tokens.is(at + 1, Class::StudyNoun);
    let befell = LazyCell::new(|| befell_them(scene, quantity, at));
    // "12 mice died"
    let animal = kind == Counted::Animal && (fate == Some(Fate::Outcome) || *befell);
    let people = (matches!(kind, Counted::People | Counted::Record) || animal) && !compound;
    let reported = !matches!(scope, Scope::Background | Scope::Planned);
    if people
        && reported
        && (quantity.value.low < Decimal::from(MOST_EVENTS) || framed(scene))
        && !is_news(scene, at)
        && !chosen_to_compare(tokens, quantity, at)
        && (happened_to(tokens, quantity, at, fate)
            || happened_before(tokens, quantity.first)
            || *befell
            || quantity.value.low < MOST_NAMED.into()
                && tokens.ends_at(phrase_start(tokens, quantity.first), &["deaths", "of"])
                && study_near(scene)
            || cases_found(scene, quantity, at)
            || matches!(tokens.word(at), "cases" | "case") && among_counted(scene, quantity, at)
            || kind == Counted::Record && came_about(scene, quantity, at)
            || echoes(scene, quantity, at, scope, lenders)
            || tokens.before(quantity.first) == "(" && tokens.word(at + 1) == ")" && share_before(scene, quantity, 3)
            || behind_share(scene, quantity, at)
            || came_of(scene, quantity, at, scope)
            || set_against_events(scene, quantity, scope, lenders))
    {
        return Some(What::Event);
    }
    if people && scene.is_abstract && event_in_paper(scene, quantity, scope, at, fate, lenders) {
        return Some(What::Event);
    }
    if people
        && reported
        && let Some(what) = the_other_people(scene, quantity, at, scope, lenders)
    {
        return Some(what);
    }
    if quantity.value.low < Decimal::ONE || !were_studied(scene, quantity, scope, noun, fate) {
        return None;
    }
    let sifted = tokens.before(quantity.first) == "of" && tokens.is(at + 1, Class::ScreenVerb);
    let role = match kind {
        Counted::Studies if sifted => Role::Screened,
        Counted::Studies => Role::Unknown,
        _ => role_of_people(scene, quantity, at, fate),
    };
    Some(What::Sample(role))
}

/// "They compared 2,000 cooks who died with 6,000 cooks who did not", "cases were matched with 90 nurses": groups that were
/// picked, whatever had happened to them.
fn chosen_to_compare(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    const REACH: usize = 16;
    let matched = |k: usize| tokens.word(k) == "matched" && matches!(tokens.word(k + 1), "with" | "to" | "by");
    if (noun + 1..noun + REACH).take_while(|&k| !matches!(tokens.word(k), "," | ";")).any(matched) {
        return true;
    }
    let start = phrase_start(tokens, quantity.first);
    if !matches!(tokens.before(start), "with" | "to" | "against") {
        return false;
    }
    let set = |k: usize| matches!(tokens.word(k), "with" | "to" | "against");
    let picked = |k: usize| match tokens.word(k) {
        "matched" | "paired" => true,
        "compared" | "comparing" => !set(k + 1) && !tokens.is(k.wrapping_sub(1), Class::Be),
        _ => false,
    };
    let clause = (start.saturating_sub(REACH)..start).rev();
    clause.take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":")).any(picked)
}

/// "Five people have died in the outbreak", "40 died last year": what happens in the world, not in a study.
fn is_news(scene: &Scene, noun: usize) -> bool {
    let tokens = scene.tokens();
    let perfect = matches!(tokens.word(noun + 1), "have" | "has");
    let strangers = perfect && !tokens.is(noun, Class::StudyPeople) && !study_near(scene);
    !scene.is_abstract && (lately(tokens, noun) || strangers || of_a_year(scene, noun))
}

/// "In 1918, some 12,000 people died of flu in the town".
fn of_a_year(scene: &Scene, noun: usize) -> bool {
    let tokens = scene.tokens();
    let year = tokens.word(0) == "in" && tokens.is_number(1) && tokens.word(1).len() == 4 && tokens.word(2) == ",";
    let dated = tokens.word(noun + 1) == "in"
        && (noun + 2..tokens.len())
            .any(|k| tokens.word(k) == "in" && tokens.is_number(k + 1) && tokens.word(k + 1).len() == 4);
    let at_large = matches!(tokens.word(noun), "people" | "britons" | "americans" | "children");
    (year || dated) && at_large && !scene.any(Class::ResearchNoun)
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
    let percent = || scene.quantity_at(open + 1).is_some_and(|q| q.unit == Unit::Percent);
    tokens.word(open) == "(" && grouped && percent() && tokens.is_number(open + 1)
}

/// The noun's verb is an outcome, or the group is said to be alive, dead, cured.
fn happened_to(tokens: &Tokens, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    let taken_in = matches!(fate, Some(Fate::Assigned | Fate::Studied | Fate::Completed));
    let participle = tokens.is(noun + 1, Class::EventParticiple) && !taken_in;
    // "Of the 60 patients, 11 improved": the definite group is the denominator.
    let definite = matches!(tokens.before(quantity.first), "the" | "these" | "all" | "of" | "among")
        && !tokens.ends_at(quantity.first, &["total", "of"]);
    // "in 183 patients the drug improved sleep", "recruited 40 men who had relapsed": not the subject of the verb
    let start = phrase_start(tokens, quantity.first);
    // "the trial was stopped after five sailors died"
    let clause = fate == Some(Fate::Outcome) && matches!(tokens.before(start), "after" | "before");
    let object = !clause && tokens.is(start.wrapping_sub(1), Class::Preposition)
        || (start.saturating_sub(6)..start).rev().take_while(|&k| tokens.word(k) != ",").any(|k| {
            let noun = tokens.is(k.wrapping_sub(1), Class::Article);
            tokens.is(k, Class::RecruitVerb) && !noun && !tokens.is(k, Class::Preposition) && tokens.word(k + 1) != "-"
        });
    // "looked at 58,210 people free of gout" says who they were
    let left = matches!(tokens.word(noun + 1), "alive" | "dead") || tokens.word(noun + 1) == "free" && !object;
    participle
        || left
        || named_before(tokens, quantity.first, noun)
        || !definite && !object && fate == Some(Fate::Outcome)
}

/// "0.5 per cent (752 nurses) had developed gout": the verb behind the bracket tells.
fn behind_share(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let close = noun + 1;
    let tokens = scene.tokens();
    if scene.is_abstract || !share_beside(scene, quantity, noun) || !matches!(tokens.word(close), ")" | "]") {
        return false;
    }
    let befell = |verb: usize| told_of_them(scene, verb) && !was_so_before(tokens, verb);
    fate_here(scene, close).is_some_and(|(told, verb)| told == Fate::Outcome || told == Fate::Described && befell(verb))
}

/// "headache (12 people)": the outcome stands before the bracket.
fn named_before(tokens: &Tokens, first: usize, last: usize) -> bool {
    let outcome = |k: usize| {
        tokens.is(k, Class::OutcomeStrong) || tokens.is(k, Class::EventNoun) || tokens.is(k, Class::Condition)
    };
    tokens.before(first) == "(" && first >= 2 && outcome(first - 2) && matches!(tokens.word(last + 1), ")" | "," | ";")
}

/// "retinopathy recurred in four infants", "was seen in 12 patients", "compared with 19 infants" after such a count.
fn happened_before(tokens: &Tokens, first: usize) -> bool {
    let mut at = first;
    while at > 0 && first - at < 3 && !tokens.is(at - 1, Class::Preposition) {
        at -= 1;
    }
    let preposition = matches!(tokens.before(at), "in" | "by" | "among" | "for" | "with");
    let seen = |k: usize| {
        tokens.is(k, Class::SeenVerb) && tokens.before(k) != "-"
            // "the syrup failed in 12 people"
            || k + 2 == at && matches!(tokens.before(at), "in" | "for") && acts(tokens, k)
            || (tokens.word(k) == "found" && k > 0 && tokens.is(k - 1, Class::Be))
    };
    // "had come back elsewhere in 41"
    let reach = if matches!(tokens.before(at), "in" | "among") { SEEN_REACH } else { CLOSE_REACH };
    let clause = (at.saturating_sub(reach)..at - usize::from(at > 0)).rev();
    let goes_on = |k: usize| {
        let studied = tokens.is(k, Class::RecruitVerb) && tokens.word(k).ends_with("ed") && !seen(k);
        !studied && !tokens.is(k, Class::People) && (tokens.is_word(k) || tokens.word(k) == "-")
    };
    let mut clause = clause.take_while(|&k| goes_on(k));
    // "found gout in nine sailors"
    let ill = at >= 3 && ILLS.iter().any(|class| tokens.is(at - 2, *class));
    if ill && tokens.before(at) == "in" && matches!(tokens.word(at - 3), "found" | "detected" | "caused" | "spotted") {
        return true;
    }
    // "treatment was stopped early in 14 patients"
    let stopped = |k: usize| {
        matches!(tokens.word(k), "stopped" | "discontinued" | "withdrawn" | "halted" | "interrupted")
            && tokens.is(k.wrapping_sub(1), Class::Be)
    };
    let ceased = tokens.before(at) == "in" && (at.saturating_sub(3)..at).any(stopped);
    let event = ceased || preposition && at >= 2 && clause.any(seen);
    let second_arm = preposition
        && tokens.ends_at(at, &["compared", "with"])
        && (0..at).any(|k| seen(k) && tokens.word(k + 1) == "in");
    event || second_arm
}

/// "failed", "shrank", "came back": what a treatment or an illness did.
fn acts(tokens: &Tokens, k: usize) -> bool {
    let past = |k: usize| tokens.word(k).ends_with("ed") || tokens.is(k, Class::PastVerb);
    let particle = matches!(tokens.word(k), "up" | "back" | "away" | "out") && k > 0;
    if particle && (past(k - 1) || matches!(tokens.word(k - 1), "lit" | "grew")) {
        return true;
    }
    let past = past(k);
    tokens.is(k, Class::ActedOn)
        && past
        && !tokens.is(k, Class::RecruitVerb)
        && !tokens.is(k.wrapping_sub(1), Class::Be)
}

/// What is found in people.
const ILLS: [Class; 3] = [Class::Condition, Class::Illness, Class::EventNoun];

/// Tokens between a verb of occurring and the people it occurred in at most.
const SEEN_REACH: usize = 10;
/// The same before "by" and "for": "was reported by".
const CLOSE_REACH: usize = 4;

/// Assigned, enrolled, or described by what they are: nothing happened to them.
fn only_studied(tokens: &Tokens, last: usize, fate: Option<Fate>) -> bool {
    match fate {
        Some(Fate::Studied | Fate::Assigned | Fate::Completed | Fate::Screened) => true,
        Some(Fate::Described) => described(tokens, last),
        _ => false,
    }
}

/// "were black", "were non-obese", "were women".
pub fn described(tokens: &Tokens, last: usize) -> bool {
    let Some((_, verb)) = fate(tokens, last) else { return false };
    tokens.is(verb, Class::Be) && (verb + 1..verb + 4).any(|k| tokens.is(k, Class::Composition))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn events_of_papers() {
        for (text, found) in [
            ("In the drug group, 12 patients (8%) relapsed.", vec!["event 12 patients"]),
            ("Rash was seen in 14 women on the drug.", vec!["event 14 women"]),
            ("There were 38 deaths in the drug group.", vec!["event 38 deaths"]),
            ("Relapse was reported by 40 women in the drug group (2%).", vec!["event 40 women"]),
            ("There were 11 (5%) deaths on the drug.", vec!["event 11"]),
            ("Eight cases of leukaemia were found.", vec!["event Eight cases"]),
            ("Serious events were rare (n = 22, 1.6%).", vec!["event n = 22"]),
            ("The response rate was 55% (n = 16) on the drug.", vec!["event n = 16"]),
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), found, "{text}");
        }
    }

    #[test]
    fn people_who_were_only_studied() {
        for (text, found) in [
            ("In 183 patients the drug improved sleep.", vec!["total 183 patients"]),
            ("We recruited 40 men who had relapsed.", vec!["total 40 men"]),
            ("A total of 60 patients (92%) completed the trial.", vec!["total 60 patients"]),
            ("The first 2 × 2 design failed.", vec![]),
            ("In 2017, women met at 12 control sites for three time points.", vec![]),
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), found, "{text}");
        }
    }

    #[test]
    fn groups_picked_to_be_compared() {
        for (text, found) in [
            (
                "They compared 2,000 sailors who died of gout with 6,000 cooks of the same age who did not.",
                vec!["subgroup 2,000 sailors", "subgroup 6,000 cooks"],
            ),
            (
                "In the study, 640 admissions for colic were identified and then matched with 2,900 control patients.",
                vec!["subgroup 640 admissions", "subgroup 2,900 control patients"],
            ),
            ("The study found 500 cases of gout and matched each with five controls.", vec!["subgroup 500 cases"]),
            (
                "In the trial, 12 sailors fell ill, compared with nine sailors in the other group.",
                vec!["event 12 sailors", "event nine sailors"],
            ),
            ("In the study, 900 admissions for gout were recorded.", vec!["event 900 admissions"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn ills_that_came_back() {
        for (text, found) in [
            ("In the trial, the gout came back in 31 cooks.", vec!["event 31 cooks"]),
            ("In the trial, colic flared up in 31 cooks.", vec!["event 31 cooks"]),
            ("In the trial, pain eased for 31 of the cooks.", vec!["event 31 of the cooks"]),
            ("In the study, the captain came back in 31 boats.", vec![]),
            ("In the study, 52 next-shift cooks relapsed.", vec!["event 52 next-shift cooks"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn treatment_that_was_stopped() {
        for (text, found) in [
            ("In the trial, treatment was stopped early in 14 patients.", vec!["event 14 patients"]),
            ("In the trial, the syrup had to be withdrawn in 14 patients.", vec!["event 14 patients"]),
            ("In the trial, the bus was stopped by 14 patients.", vec!["total 14 patients"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn counts_behind_shares() {
        for (text, found) in [
            ("The study found that 3.4 per cent (618 nurses) had been diagnosed with gout.", vec!["event 618 nurses"]),
            ("The study found that 12 per cent (84 nurses) had a stroke.", vec!["event 84 nurses"]),
            ("The study found that 12 per cent (84 nurses) were Welsh.", vec!["subgroup 84 nurses"]),
            ("The study found that 12 per cent (84 nurses) had bought rum.", vec!["subgroup 84 nurses"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn news() {
        for (text, found) in [
            ("In the trial, 17 patients died.", vec!["event 17 patients"]),
            (
                "In the study, 93 women were referred for surgery, seven needed blood, and 31 had to be readmitted.",
                vec!["event 93 women", "event seven", "event 31"],
            ),
            (
                "The study quizzed 15,000 pupils; 3,837 of the pupils had smoked.",
                vec!["total 15,000 pupils", "subgroup 3,837 of the pupils"],
            ),
            (
                "The researchers drew the cases from a population of more than 730,000 people.",
                vec!["total 730,000 people"],
            ),
            ("The study tested 60 women diagnosed with cancer.", vec!["total 60 women"]),
            ("In total, 318 patients took part in it, and received letters.", vec!["total 318 patients"]),
            (
                "The team studied 126 cooks randomly assigned to syrup (65 patients) or rest (61 patients).",
                vec!["total 126 cooks", "arm 65 patients", "arm 61 patients"],
            ),
            (
                "A systematic review of 17 earlier studies said that all patients slept better.",
                vec!["unknown 17 earlier studies"],
            ),
            (
                "They enrolled more than 4,000 sailors who had had gout and nearly 9,000 people, matched for height.",
                vec!["subgroup 4,000 sailors", "subgroup 9,000 people"],
            ),
            ("Previous studies, 14 of them, were reviewed.", vec![]),
            (
                "The study took data from 380,000 people, 9,120 of whom had suffered a stroke.",
                vec!["total 380,000 people", "event 9,120"],
            ),
            (
                "During the study 4,100 participants died, 1,200 of them from cancer.",
                vec!["event 4,100 participants", "event 1,200"],
            ),
            ("The study took 450,000 boxes, 61,460 of which were empty.", vec![]),
            ("In the study, they followed 450 cooks, all but 11 of them over 50.", vec!["total 450 cooks"]),
            ("Of the 66 participants in the study, 31 were women.", vec!["total 66 participants", "subgroup 31"]),
            ("Of the 90 sailors, 47 considered the cook a liar.", vec!["total 90 sailors", "event 47"]),
            ("More than 41,000 falls were noted while the study ran.", vec!["event 41,000 falls"]),
            ("During follow-up there were 2,917 deaths from gout.", vec!["event 2,917 deaths"]),
            ("The study says that 700 deaths were recorded in Wales.", vec![]),
            ("The team looked at 58,210 people free of gout.", vec!["total 58,210 people"]),
            ("In the study, drugs failed in 28% (9,415) of the prescriptions.", vec![]),
            ("Researchers examined 615 people from 31 dental surgeries.", vec!["total 615 people"]),
            ("The researchers drew on two lengthy studies.", vec![]),
            ("The study found that women with two or more children slept well.", vec![]),
            ("The study found that couples who had three kids slept well.", vec![]),
            ("The study of women with 40 children in all slept well.", vec!["total 40 children"]),
            ("The analysis of data came from the records of 16,000 children.", vec!["total 16,000 children"]),
            ("In the study, nineteen (95%) of these 20 sailors had gout.", vec![]),
            ("The team examined colic among over 3 million births.", vec!["total 3 million births"]),
            ("In the study there were 5,130 (2.7 percent) deaths by the age of 40.", vec!["event 5,130"]),
            (
                "The study had 730 patients with asthma, 415 with eczema and 68 with both.",
                vec!["subgroup 730 patients", "subgroup 415", "subgroup 68"],
            ),
            ("The study had 730 patients, 415 shops and 68 with doors.", vec!["total 730 patients"]),
            ("The study tracked prescriptions written by 92 physicians.", vec![]),
            ("Some 900,000 people were diagnosed in 2012 alone.", vec![]),
            ("Researchers tracked 700 people, whom a hospital had admitted.", vec!["total 700 people"]),
            ("The trial involved 148 cooks who had earlier tested negative.", vec!["total 148 cooks"]),
            ("Two-thirds of the 63 patients improved in the study.", vec!["total 63 patients"]),
            ("More than 6,500 sailors have received the device since 2008.", vec![]),
            ("Each case was set beside 12 matched controls.", vec![]),
            ("Two participants in the study, from Ohio, were glad.", vec![]),
            ("There were 700 deaths in Wales.", vec![]),
            ("The trial found that the syrup failed in 12 people.", vec!["event 12 people"]),
            ("In the trial, 40 of the sailors got gout.", vec!["event 40 of the sailors"]),
            ("In the trial there were no deaths in the syrup group and three in the other group.", vec!["event three"]),
            ("In the trial there were no ships in the first group and three in the other group.", vec![]),
            ("If you treat 100 sailors in the trial, they sleep.", vec![]),
            ("Among 1,000 sailors in the study, seven more would fall ill.", vec![]),
            ("An 800-person trial of syrup was dropped.", vec!["total 800-person"]),
            ("Five people have died in the outbreak.", vec![]),
            (
                "In the trial, side effects were headache (12 people) and rash (nine people).",
                vec!["event 12 people", "event nine people"],
            ),
            ("The trial tested sailors (12 people) and nurses.", vec!["total 12 people"]),
            ("Last year 40 sailors died.", vec![]),
            ("The study found that 3.4 per cent (618 nurses) had developed gout.", vec!["event 618 nurses"]),
            ("In the trial, 16 babies still had pain.", vec!["event 16 babies"]),
            ("In the study, for every four nurses who fell ill, one died.", vec![]),
            ("In the study, grade 1 and 2 sprains were seen in sailors.", vec![]),
            ("The trial was stopped after five sailors died.", vec!["event five sailors"]),
            ("In the study, all but two of the nurses recovered.", vec![]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }
}
