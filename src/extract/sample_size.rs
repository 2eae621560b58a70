//! A count of people, records, animals or pooled studies that were studied, with its role.

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::nouns::{Counted, counted_noun};
use super::predicate::{Fate, fate};
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::SampleSize,
    reads: "30 participants, 1,212-patient study, n = 30, 5,000 medical records, 24 studies, 40 mice, 33 were assigned",
    refuses: "population burden, people who had an outcome, sites, countries, relatives, ordinals",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let whole = quantity.unit == Unit::None
        && quantity.value.decimals == 0
        && matches!(quantity.form, Form::Figures | Form::Words);
    if !whole {
        return None;
    }
    let tokens = scene.tokens();
    if let Some(first) = n_equals(tokens, quantity.first) {
        let role = role_of_n(scene, quantity, first);
        return Some(Draft { first, role: Some(role), ..Draft::of(ClaimKind::SampleSize, quantity, Statistic::Count) });
    }
    match counted_noun(tokens, quantity.last + 1) {
        Some((noun, kind)) => counted(scene, quantity, scope, noun, kind),
        None => bare(scene, quantity, scope),
    }
}

/// "n = 30", "N=1,204": where the letter stands.
fn n_equals(tokens: &Tokens, first: usize) -> Option<usize> {
    let letter = if matches!(tokens.before(first), "=" | ":") { first.checked_sub(2)? } else { return None };
    (tokens.word(letter) == "n").then_some(letter)
}

/// "patients (n = 569) were randomised" is the whole; "placebo (n = 50)" an arm.
fn role_of_n(scene: &Scene, quantity: &Quantity, letter: usize) -> Role {
    let tokens = scene.tokens();
    let bracket = if letter > 0 && tokens.before(letter) == "(" { letter - 1 } else { letter };
    let others =
        scene.quantities().iter().filter(|q| q.first != quantity.first && n_equals(tokens, q.first).is_some()).count();
    let of_people = (bracket.saturating_sub(8)..bracket).any(|k| {
        tokens.is(k, Class::People)
            && !(k..bracket)
                .any(|j| matches!(tokens.word(j), "in" | "to" | "or" | "and" | "on" | "receiving" | "group" | "arm"))
    });
    let randomised = (0..tokens.len()).any(|k| {
        matches!(
            tokens.word(k),
            "randomised" | "randomized" | "enrolled" | "recruited" | "included" | "assigned" | "allocated"
        )
    });
    if of_people && randomised && first_n(scene, quantity) {
        return Role::Total;
    }
    if others > 0
        || (bracket.saturating_sub(5)..bracket)
            .any(|k| matches!(tokens.word(k), "group" | "arm" | "placebo" | "control" | "to" | "or"))
    {
        return Role::Arm;
    }
    if of_people { Role::Total } else { Role::Subgroup }
}

fn first_n(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    !scene.quantities().iter().any(|q| q.first < quantity.first && n_equals(tokens, q.first).is_some())
}

/// What speaks for people having been studied must reach this.
const ENOUGH: i32 = 2;

fn counted(scene: &Scene, quantity: &Quantity, scope: Scope, noun: usize, kind: Counted) -> Option<Draft> {
    let tokens = scene.tokens();
    if relatives_or_order(tokens, quantity) || quantity.value.low < Decimal::ONE {
        return None;
    }
    let fate = fate(tokens, noun).map(|f| f.0);
    let evidence = studied(scene, quantity, noun, kind, fate) - general(scene, quantity, scope, fate);
    if evidence < ENOUGH {
        return None;
    }
    let role = if kind == Counted::Studies { Role::Unknown } else { role(scene, quantity, noun, fate) };
    let scope = (scope == Scope::Background).then_some(Scope::OtherStudy);
    Some(Draft { last: noun, role: Some(role), scope, ..Draft::of(ClaimKind::SampleSize, quantity, Statistic::Count) })
}

/// "her two children", "the first 100 patients", "the other two women".
fn relatives_or_order(tokens: &Tokens, quantity: &Quantity) -> bool {
    matches!(
        tokens.before(quantity.first),
        "her" | "his" | "my" | "first" | "next" | "last" | "other" | "every" | "these" | "per" | "than" | "any"
    ) && quantity.value.low < Decimal::TEN
        || matches!(tokens.before(quantity.first), "her" | "his" | "my" | "per" | "every")
}

fn studied(scene: &Scene, quantity: &Quantity, noun: usize, kind: Counted, fate: Option<Fate>) -> i32 {
    let tokens = scene.tokens();
    let mut points = if scene.is_abstract { 3 } else { 0 };
    let near = quantity.first.saturating_sub(10);
    let recruited =
        (near..quantity.first).any(|k| tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition));
    points += 2 * i32::from(recruited);
    let in_study = (near..quantity.first).any(|k| tokens.is(k, Class::StudyWork));
    points += i32::from(in_study);
    points += i32::from((0..tokens.len()).any(|k| tokens.is(k, Class::StudyWork) && k != noun));
    points += i32::from(matches!(
        tokens.word(noun),
        "participants"
            | "volunteers"
            | "subjects"
            | "patients"
            | "respondents"
            | "recruits"
            | "cases"
            | "controls"
            | "twins"
    ));
    points += 2 * i32::from(matches!(fate, Some(Fate::Studied | Fate::Assigned | Fate::Completed | Fate::Screened)));
    points += 2 * i32::from(
        tokens.word(noun + 1) == "-"
            || matches!(tokens.word(noun + 1), "study" | "trial")
            || tokens.is(noun, Class::StudyNoun) && tokens.word(noun - 1) == "-",
    );
    points += i32::from((noun + 1..noun + 6).any(|k| matches!(tokens.word(k), "study" | "trial" | "analysis")));
    match kind {
        Counted::Studies => {
            points
                - if (near..tokens.len()).any(|k| {
                    matches!(
                        tokens.word(k),
                        "review"
                            | "analysis"
                            | "meta-analysis"
                            | "reviewed"
                            | "analysed"
                            | "analyzed"
                            | "examined"
                            | "pooled"
                            | "combined"
                            | "meta"
                            | "from"
                            | "included"
                            | "of"
                    )
                }) {
                    0
                } else {
                    2
                }
        }
        Counted::Record => points - 1 - i32::from(!recruited),
        _ => points,
    }
}

/// What speaks for people in general, an anecdote or a plan.
fn general(scene: &Scene, quantity: &Quantity, scope: Scope, fate: Option<Fate>) -> i32 {
    let tokens = scene.tokens();
    let mut points = match scope {
        Scope::Background => 4,
        Scope::Planned => 1,
        _ => 0,
    };
    points += 2 * i32::from(fate == Some(Fate::General));
    let anecdote = quantity.value.low <= Decimal::TEN && !scene.is_abstract;
    points += i32::from(anecdote);
    let million = quantity.value.low >= Decimal::from(1_000_000);
    points += i32::from(million);
    points += 2 * i32::from((quantity.last + 1..quantity.last + 8).any(|k| {
        tokens.at(k, &["a", "year"])
            || tokens.at(k, &["each", "year"])
            || tokens.at(k, &["every", "year"])
            || tokens.word(k) == "worldwide"
    }));
    points
}

/// A number without a noun that still counts people: "33 were assigned to the drug and 25 to placebo".
fn bare(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let tokens = scene.tokens();
    if matches!(scope, Scope::Background | Scope::Planned) || quantity.value.low < Decimal::ONE {
        return None;
    }
    let next = quantity.last + 1;
    let people_before =
        scene.quantities().iter().any(|q| q.first < quantity.first && counted_noun(tokens, q.last + 1).is_some());
    let of_these = (0..quantity.first).any(|k| {
        tokens.at(k, &["of", "these"])
            || tokens.at(k, &["of", "those"])
            || tokens.at(k, &["of", "them"])
            || tokens.at(k, &["of", "whom"])
            || tokens.word(k) == "among"
    });
    let found = fate(tokens, quantity.last).filter(|(_, verb)| *verb <= next + 2).map(|f| f.0);
    let to_arm = scene.any(Class::AssignVerb)
        && people_before
        && (matches!(tokens.word(next), "to") || tokens.at(next, &["in", "the"]) || tokens.at(next, &["on"]));
    let role = match found {
        Some(Fate::Assigned) if people_before || scene.is_abstract || of_these => Role::Arm,
        Some(Fate::Completed) => Role::Completed,
        Some(Fate::Studied | Fate::Described) if of_these || (people_before && tokens.is(next, Class::PastVerb)) => {
            Role::Subgroup
        }
        _ if to_arm => Role::Arm,
        _ => return None,
    };
    Some(Draft { role: Some(role), ..Draft::of(ClaimKind::SampleSize, quantity, Statistic::Count) })
}

fn role(scene: &Scene, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> Role {
    let tokens = scene.tokens();
    let before = quantity.first.saturating_sub(9);
    if matches!(tokens.word(noun), "cases" | "controls") {
        return Role::Subgroup;
    }
    if fate == Some(Fate::Completed) {
        return Role::Completed;
    }
    if fate == Some(Fate::Screened) || (before..quantity.first).any(|k| matches!(tokens.word(k), "screened")) {
        return Role::Screened;
    }
    let partitive = (before..quantity.first).any(|k| {
        matches!(tokens.word(k), "including" | "among" | "whom")
            || tokens.at(k, &["of", "these"])
            || tokens.at(k, &["of", "those"])
    }) || tokens.word(quantity.last + 1) == "of";
    let total = (before..quantity.first).any(|k| {
        tokens.at(k, &["total", "of"])
            || (tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition))
            || tokens.is(k, Class::StudyWork)
    });
    if arm_phrase(scene, quantity, noun, fate) && !(total && fate != Some(Fate::Assigned)) {
        return Role::Arm;
    }
    if partitive && !total {
        return Role::Subgroup;
    }
    Role::Total
}

/// "57 patients who got the pills", "33 men were assigned to rinse" beside another such count.
fn arm_phrase(scene: &Scene, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    let tokens = scene.tokens();
    let received = (noun + 1..noun + 5)
        .any(|k| tokens.is(k, Class::AssignVerb) || matches!(tokens.word(k), "receiving" | "taking"))
        || (noun + 1..noun + 7)
            .any(|k| matches!(tokens.word(k), "group" | "arm") && !matches!(tokens.word(k + 1), "of"));
    let other_count =
        scene.quantities().iter().any(|q| q.first != quantity.first && q.unit == Unit::None && q.value.decimals == 0);
    let randomised = (noun + 1..noun + 6).any(|k| matches!(tokens.word(k), "randomly" | "randomised" | "randomized"));
    let to_either = (noun + 1..tokens.len()).any(|k| matches!(tokens.word(k), "or" | "either"));
    match fate {
        Some(Fate::Assigned) if randomised || to_either => other_count && !to_either,
        Some(Fate::Assigned) => {
            other_count || (noun + 1..tokens.len()).any(|k| matches!(tokens.word(k), "while" | "compared" | "versus"))
        }
        _ => received && (other_count || matches!(tokens.before(quantity.first), "the")),
    }
}
