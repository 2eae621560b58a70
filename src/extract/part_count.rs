//! A count without a noun in, what it counts out where it is a part of people or events told before: "40 of them died".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens};

use super::beside::{group_at, in_arm, joined_before, people_before, phrase_start, qualifies, treats};
use super::counting::{What, read};
use super::fates::fate_here;
use super::group_count::before_here;
use super::nouns::counted_noun;
use super::own_events::study_near;
use super::parts::{is_count, is_whole};
use super::predicate::{Fate, relative_fate};
use super::scene::Scene;

/// "8,200 of whom had broken a hip", "1,200 of them from cancer", "40 of these were fatal": part of those told before.
pub fn of_whom(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = group_at(scene, quantity);
    let excepted = tokens.before(quantity.first) == "but" || quantity.value.low < Decimal::TWO;
    if !of_those_told(tokens, next) || excepted || scene.is_abstract {
        return None;
    }
    // "48 men were assigned to the drug and 37 of them to water"
    if tokens.word(next + 2) == "to" && scene.any(Class::AssignVerb) {
        return Some(What::Sample(Role::Arm));
    }
    let here = people_before(scene, quantity);
    let fate = fate_here(scene, next + 1);
    // "The women, 312 of whom had gout, …"
    let apposed = || {
        let start = phrase_start(tokens, quantity.first);
        let the = (start.saturating_sub(4)..start).any(|k| tokens.word(k) == "the");
        tokens.before(start) == "," && the && tokens.is(start.wrapping_sub(2), Class::People) && study_near(scene)
    };
    if !here && tokens.word(next + 1) == "whom" {
        let grown = quantity.value.low >= Decimal::TEN && next == quantity.last + 1;
        return (grown && apposed()).then_some(What::Sample(Role::Subgroup));
    }
    // "Sixty of them had the real operation"
    let treated =
        matches!(fate, Some((Fate::Assigned, _))) && quantity.value.low >= Decimal::TEN && next == quantity.last + 1;
    if treated && tokens.word(next + 1) == "them" && told_before(scene, quantity, scope, lenders).is_none() {
        return Some(What::Sample(Role::Arm));
    }
    let told_before = told_before(scene, quantity, scope, lenders);
    if !here && told_before.is_none() {
        return None;
    }
    let whom = tokens.word(next + 1) == "whom" || here;
    // "34 of which were from gout": things, unless deaths or falls
    if tokens.word(next + 1) == "which" {
        return told_before.filter(|what| *what == What::Event);
    }
    // "had suffered a stroke", "had died"
    let befell = |k: usize| {
        tokens.is(k, Class::EventParticiple)
            || tokens.is(k, Class::EventVerb)
            || tokens.is(k, Class::Befallen)
            || struck(tokens, k)
    };
    Some(match fate {
        // "who had had a stroke" describes them, "by its end 40 of them had had a stroke" is what happened
        Some((Fate::Outcome, verb)) if tokens.word(verb) != "had" || !whom || befell(verb + 1) => What::Event,
        Some((Fate::Completed, _)) => What::Sample(Role::Completed),
        Some((Fate::Assigned, _)) => What::Sample(Role::Arm),
        Some((Fate::Described | Fate::General, _)) if told_before == Some(What::Event) => What::Event,
        Some(_) => What::Sample(Role::Subgroup),
        None if told_before? == What::Event => What::Event,
        None => What::Sample(Role::Subgroup),
    })
}

/// "of them", "of whom"; "of these were fatal" and "of those diagnosed", but not "of these hospitals".
fn of_those_told(tokens: &Tokens, of: usize) -> bool {
    let alone = |k: usize| {
        !tokens.is_word(k)
            || tokens.word(k).ends_with("ed")
            || [Class::PastVerb, Class::PresentVerb, Class::Be, Class::Modal, Class::Preposition, Class::StopPhrase]
                .iter()
                .any(|class| tokens.is(k, *class))
    };
    tokens.word(of) == "of"
        && match tokens.word(of + 1) {
            "whom" | "them" | "which" => true,
            "these" | "those" => alone(of + 2),
            _ => false,
        }
}

/// "a stroke", "heart attacks", "a second fall" begins at `at`: what strikes at a time, where "gout" or "a history of falls"
/// is what somebody has.
fn struck(tokens: &Tokens, at: usize) -> bool {
    const LONGEST: usize = 4;
    let goes_on = |k: &usize| tokens.is_word(*k) && !tokens.is(*k, Class::Preposition) && tokens.word(*k) != "history";
    tokens.word(at) != "had"
        && (at..at + LONGEST)
            .take_while(goes_on)
            .any(|k| tokens.is(k, Class::Mishap) && !tokens.is(k + 1, Class::OutcomeHost))
}

/// The reading of the last count with a noun of which this can be a part: here, or a few sentences before.
pub fn told_before(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const SENTENCES: usize = 6;
    const COUNTS: usize = 8;
    let lenders = lenders.checked_sub(1)?;
    (scene.at.saturating_sub(SENTENCES)..=scene.at).rev().find_map(|at| {
        let there = Scene { at, ..*scene };
        let end = if at == scene.at { quantity.first } else { usize::MAX };
        let quantities = there.quantities();
        let last = quantities.partition_point(|q| q.first < end);
        let larger = |q: &&Quantity| is_count(q) && q.value.low >= quantity.value.low;
        let mut counts = quantities[..last].iter().rev().take(COUNTS).filter(larger);
        // those of other sentences are read for themselves, or a long list of parts would be read again for each of them
        let lenders = if at == scene.at { lenders } else { 0 };
        let told = |q: &Quantity| read(&there, q, scope, lenders).map(|count| count.what);
        // "three kinds of boat, two of them small": the nearest count of the same sentence is what it is a part of
        if at == scene.at { counts.next().map(told) } else { counts.find_map(told).map(Some) }
    })?
}

/// "3,150 patients undergoing keyhole surgery and 9,640 having the usual operation", "20 with asthma and 19 without":
/// parts of the study told apart by what follows them.
pub fn told_apart(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const LONGEST_LIST: usize = 8;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    // "1,200 men from Hull and 800 from Leeds"
    let known_by = |k: usize| qualifies(tokens, k) || tokens.word(k) == "from";
    if scene.is_abstract || !known_by(next) {
        return None;
    }
    // "compared 700 who slept well with 1,400 who did not"
    let start = phrase_start(tokens, quantity.first);
    let set_against = matches!(tokens.before(start), "with" | "to" | "against")
        && (0..start).any(|k| matches!(tokens.word(k), "compare" | "compared" | "comparing" | "matched" | "set"));
    if !set_against && !joined_before(tokens, quantity.first) {
        return None;
    }
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let mut earlier = scene.quantities()[..at].iter().rev().filter(|q| is_count(q)).take(LONGEST_LIST);
    let nameless = |q: &Quantity| (set_against && qualifies(tokens, q.last + 1)).then_some(q.last);
    let noun_of = |q: &Quantity| counted_noun(tokens, q.last + 1).map(|(noun, _)| noun).or_else(|| nameless(q));
    let (head, noun) = earlier.find_map(|q| noun_of(q).map(|noun| (q, noun)))?;
    if !known_by(noun + 1) {
        return None;
    }
    Some(match read(scene, head, scope, lenders.checked_sub(1)?)?.what {
        What::Event => What::Event,
        What::Sample(_) if treats(tokens, next) && treats(tokens, noun + 1) => What::Sample(Role::Arm),
        What::Sample(_) => What::Sample(Role::Subgroup),
    })
}

/// "two groups: 45 who sang and 51 who did not", "the boys – 23 with gout and 27 without": two counts told apart behind the
/// mark that ends the words for them all.
pub fn two_apart(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const BETWEEN: usize = 16;
    const NEAR: usize = 8;
    let tokens = scene.tokens();
    let told = |k: usize| matches!(tokens.word(k), "who" | "with" | "without" | "given" | "assigned" | "on");
    if scene.is_abstract || !told(quantity.last + 1) {
        return None;
    }
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let other = |at: usize| scene.quantities().get(at).filter(|q| is_count(q) && told(q.last + 1));
    let joined = |first: &Quantity, second: &Quantity| {
        let second = phrase_start(tokens, second.first);
        second - first.last <= BETWEEN && matches!(tokens.before(second), "and" | "versus" | ",")
    };
    let first = match (at.checked_sub(1).and_then(other), other(at + 1)) {
        (Some(before), _) if joined(before, quantity) => before,
        (_, Some(behind)) if joined(quantity, behind) => quantity,
        _ => return None,
    };
    let mark = phrase_start(tokens, first.first).checked_sub(1)?;
    let people = |k: usize| tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::People);
    let all = matches!(tokens.word(mark), ":" | "–" | "-") && (mark.saturating_sub(NEAR)..mark).any(people);
    let second = if first.first == quantity.first { other(at + 1) } else { Some(quantity) };
    let arms = treats(tokens, first.last + 1) || second.is_some_and(|second| treats(tokens, second.last + 1));
    all.then_some(What::Sample(if arms { Role::Arm } else { Role::Subgroup }))
}

/// "The remaining 712 were assigned to syrup or water", "410 of the planned 900 had enrolled": those whom the study took.
pub fn left_over(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    if scene.is_abstract || quantity.value.low < Decimal::TEN {
        return None;
    }
    let next = quantity.last + 1;
    let rest = matches!(tokens.before(quantity.first), "remaining" | "rest") && tokens.is(next, Class::Be);
    if rest && tokens.is(next + 1, Class::AssignVerb) {
        let shared_out = is_whole(scene, quantity) || (next + 2..tokens.len()).any(|k| tokens.word(k) == "or");
        return Some(What::Sample(if shared_out { Role::Total } else { Role::Arm }));
    }
    let of = tokens.word(next) == "of" && tokens.is(next + 1, Class::Article);
    let planned = of && matches!(tokens.word(next + 2), "planned" | "intended" | "targeted");
    planned.then_some(What::Sample(Role::Total))
}

/// "120 men were enrolled, with 46 coming from Hull", "with 12 dying", "including 20 with gout": a part of those told before.
pub fn with_some(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let lead = tokens.before(phrase_start(tokens, quantity.first));
    let doing = lead == "with" && tokens.word(next).ends_with("ing") && qualifies(tokens, next);
    // "with 46 hospitalised"
    let befallen = lead == "with" && tokens.is(next, Class::Befallen) && !tokens.is(next + 1, Class::People);
    let some = doing || befallen || lead == "including" && qualifies(tokens, next);
    if !some || scene.is_abstract || !people_before(scene, quantity) {
        return None;
    }
    told_before(scene, quantity, scope, lenders)?;
    let happened =
        befallen || tokens.is(next, Class::EventParticiple) || matches!(tokens.word(next), "suffering" | "needing");
    Some(if happened { What::Event } else { What::Sample(Role::Subgroup) })
}

/// "one with 3,420 sailors and the other with 1,510": the noun is that of the count before.
pub fn the_other(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let led =
        matches!(tokens.before(start), "with" | "of" | "in" | "involving" | "on" | "covering" | "had" | "included");
    let which = tokens.word(start.wrapping_sub(2));
    let extreme = matches!(which, "smallest" | "largest" | "biggest" | "shortest" | "longest");
    let other = matches!(which, "other" | "second" | "another" | "third" | "one") || extreme;
    let ends = !tokens.is_word(quantity.last + 1) || matches!(tokens.word(quantity.last + 1), "and" | "in");
    let gapped =
        matches!(tokens.before(start), "largest" | "biggest" | "smallest") && !tokens.is_word(quantity.last + 1);
    let (extreme, led) = (extreme || gapped, led || gapped);
    if !led || !(other || gapped) || !ends || scene.is_abstract || !people_before(scene, quantity) {
        return None;
    }
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = scene.quantities()[..at].iter().rev().find(|q| is_count(q))?;
    counted_noun(tokens, before.last + 1)?;
    let what = read(scene, before, scope, lenders.checked_sub(1)?)?.what;
    Some(if extreme { What::Sample(Role::Subgroup) } else { what }).filter(|_| what != What::Event)
}

/// "of the 40 who took syrup", "the 41 given water": a part of those told before that is known by what it got.
pub fn the_ones(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    // "the 160 on rum", "the 160 in the rum group"
    let on = tokens.word(next) == "on" && !tokens.is(next + 1, Class::Article) || in_arm(tokens, next);
    let known = matches!(tokens.word(next), "who" | "with" | "without" | "that") || treats(tokens, next) || on;
    let known = known || tokens.at(next, &["of", "them"]);
    let few = quantity.value.low <= Decimal::TWO;
    if scene.is_abstract || tokens.before(quantity.first) != "the" || !known || few {
        return None;
    }
    // "among the 160 of them"
    if tokens.at(next, &["of", "them"]) && tokens.ends_at(quantity.first, &["among", "the"]) {
        return Some(What::Sample(Role::Subgroup));
    }
    let sample = matches!(told_before(scene, quantity, scope, lenders)?, What::Sample(_));
    let role = match relative_fate(tokens, quantity.last) {
        _ if on || treats(tokens, next) => Role::Arm,
        Some(Fate::Completed) => Role::Completed,
        _ => Role::Subgroup,
    };
    sample.then_some(What::Sample(role))
}

/// "seven needed blood and 26 got antibiotics", "12 died, five fell ill": what happened to others than to those before.
pub fn also_did(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let past = tokens.is(next, Class::PastVerb) || tokens.word(next).len() > 4 && tokens.word(next).ends_with("ed");
    if scene.is_abstract || !past || !joined_before(tokens, phrase_start(tokens, quantity.first)) {
        return None;
    }
    let told = fate_here(scene, quantity.last).filter(|(_, verb)| *verb == next)?.0;
    let happened = matches!(told, Fate::Outcome | Fate::Described | Fate::Assigned) && !tokens.is(next, Class::Be);
    if !happened {
        return None;
    }
    before_here(scene, quantity, scope, lenders).filter(|what| *what == What::Event)
}

/// "40 of the nurses had lost a friend, as had 31 of the cooks": what is told of those before holds for these.
pub fn as_had(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let led = matches!(tokens.before(start), "had" | "did" | "were") && tokens.word(start.wrapping_sub(2)) == "as";
    let of_a_group =
        tokens.word(quantity.last + 1) == "of" && matches!(tokens.word(quantity.last + 2), "the" | "those");
    if scene.is_abstract || !led || !of_a_group {
        return None;
    }
    before_here(scene, quantity, scope, lenders)
}

/// "340 deaths occurred, 120 from gout and 80 from colds".
pub fn by_cause(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let cause = matches!(tokens.word(quantity.last + 1), "from" | "due" | "caused" | "related" | "because" | "fatally");
    let joined =
        joined_before(tokens, quantity.first) || tokens.before(phrase_start(tokens, quantity.first)) == "including";
    if scene.is_abstract || !cause || !joined {
        return None;
    }
    before_here(scene, quantity, scope, lenders).filter(|what| *what == What::Event)
}
