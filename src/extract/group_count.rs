//! A count without a noun in, what it counts out where the words around it name a group: "the other 64", "12% of 90", "So did 12".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::beside::{group_at, joined_before, people_before, phrase_start, treats};
use super::counting::{What, read};
use super::hits::befell_so_many;
use super::nouns::counted_noun;
use super::own_events::study_near;
use super::part_count::told_before;
use super::parts::is_count;
use super::predicate::{Fate, fate, relative_fate};
use super::scene::{Scene, Sentence};

/// Groups of fewer than this are told as people, not as parts of a study.
pub const FEWEST: Decimal = Decimal::TEN;

/// A group of those who were studied.
pub fn group(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    if scene.is_abstract {
        return None;
    }
    let role = share_of(scene, quantity)
        .or_else(|| of_them(scene, quantity))
        .or_else(|| per_arm(scene, quantity))
        .or_else(|| known_by_what_they_did(scene, quantity))
        .or_else(|| in_a_named_group(scene, quantity))
        .or_else(|| told_to(scene, quantity))
        .or_else(|| the_others(scene, quantity, scope, lenders))?;
    Some(What::Sample(role))
}

/// "12% of 90": the group that a share is of.
fn share_of(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let percent = |of: usize| scene.quantities().iter().any(|q| q.last + 1 == of && q.unit == Unit::Percent);
    let ends = !tokens.is_word(quantity.last + 1) && !matches!(tokens.word(quantity.last + 1), "-" | "/" | "%");
    let of = start.checked_sub(1).filter(|&k| tokens.word(k) == "of")?;
    (ends && percent(of) && quantity.value.low >= FEWEST).then_some(Role::Arm)
}

/// "There were 640 of them altogether", "every nurse on the island, 900 in all": the whole of those told of.
fn of_them(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let start = phrase_start(tokens, quantity.first);
    let there = tokens.ends_at(start, &["there", "were"]) && tokens.at(next, &["of", "them"]);
    let every = |k: usize| matches!(tokens.word(k), "every" | "all" | "everyone");
    let apposed = matches!(tokens.before(start), "," | "–" | "(")
        && in_all(tokens, next)
        && scene.any(Class::StudyWork)
        && (0..start).any(every);
    // "nurses on 40 wards took part in it, 1,300 of them in all"
    let end = next + 2;
    let listed = matches!(tokens.before(start), "," | "–")
        && tokens.at(next, &["of", "them"])
        && (in_all(tokens, end) || !tokens.is_word(end))
        && scene.any(Class::StudyWork)
        && !people_before(scene, quantity);
    ((there || apposed || listed) && quantity.value.low >= FEWEST).then_some(Role::Total)
}

/// "They could reach 77 of them": those who were still there at the end.
pub fn seen_again(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let seen = start > 0 && tokens.is(start - 1, Class::SeenAgain);
    let part = seen && tokens.at(quantity.last + 1, &["of", "them"]) && quantity.value.low >= FEWEST;
    (part && !scene.is_abstract).then_some(What::Sample(Role::Completed))
}

/// "in all", "in total", "altogether" begins at `k`.
pub fn in_all(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "altogether" | "overall") || tokens.at(k, &["in", "all"]) || tokens.at(k, &["in", "total"])
}

/// "forty or so to an arm", "40 on each side", "60 per group".
fn per_arm(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let at = if tokens.at(next, &["or", "so"]) || tokens.at(next, &["or", "thereabouts"]) { next + 2 } else { next };
    let group = |k: usize| tokens.is(k, Class::PeopleGroup) || tokens.word(k) == "side";
    let each = matches!(tokens.word(at + 1), "a" | "an" | "each" | "either" | "every");
    let led = matches!(tokens.word(at), "to" | "in" | "on" | "for") && each && group(at + 2)
        || tokens.word(at) == "per" && group(at + 1);
    let apiece = tokens.word(next) == "apiece" && people_before(scene, quantity);
    ((led || apiece) && quantity.value.low >= FEWEST).then_some(Role::Arm)
}

/// "Of the 310 who slept badly, 3% fell", "among the 41 given syrup": told at the head of a clause.
fn known_by_what_they_did(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let the = quantity.first.checked_sub(1).filter(|&k| matches!(tokens.word(k), "the" | "those"))?;
    let of = the.checked_sub(1).filter(|&k| {
        matches!(tokens.word(k), "of" | "among" | "in" | "for" | "than" | "with" | "to" | "against" | "from")
    })?;
    // "slept worse than the 24 who drank water"
    let than = ["than", "with", "to", "against", "from"].contains(&tokens.before(the));
    let head =
        of == 0 || than || matches!(tokens.before(of), "," | ";" | ":" | "–" | "and" | "but" | "while" | "whereas");
    let known = treats(tokens, next)
        || tokens.word(next) == "who" && did(tokens, next + 1)
        || matches!(tokens.word(next), "with" | "without");
    let role = match relative_fate(tokens, quantity.last) {
        _ if treats(tokens, next) => Role::Arm,
        Some(Fate::Completed) => Role::Completed,
        _ => Role::Subgroup,
    };
    (head && known && quantity.value.low >= FEWEST && quantity.value.low < Decimal::from(MOST)).then_some(role)
}

/// More are a country's.
const MOST: u32 = 1_000_000;

/// A verb in the past stands at `k`, or behind its adverb.
fn did(tokens: &Tokens, k: usize) -> bool {
    let past = |k: usize| {
        tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") || matches!(tokens.word(k), "put" | "had")
    };
    past(k) || past(k + 1)
}

/// "There were 12,310 in the comparison", "The control group numbered 900".
fn in_a_named_group(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let start = phrase_start(tokens, quantity.first);
    let group = |k: usize| {
        tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::ControlWord) && !tokens.is_word(k + 1)
            || matches!(tokens.word(k), "study" | "trial") && !tokens.is_word(k + 1)
    };
    let led = matches!(tokens.word(next), "in" | "on") && matches!(tokens.word(next + 1), "the" | "each");
    let there = tokens.ends_at(start, &["there", "were"]) && led && (next + 2..next + 6).any(group);
    let befell = || scene.previous().is_some_and(tells_events) || scene.any(Class::EventNoun);
    let numbered = sized_group(tokens, start) && !tokens.is_word(next);
    ((there && !befell() || numbered) && quantity.value.low >= FEWEST).then_some(Role::Subgroup)
}

/// "The control group came to", "this cohort numbered": what stands before `start` says how large a group was.
pub fn sized_group(tokens: &Tokens, start: usize) -> bool {
    const LONGEST_GROUP: usize = 7;
    let verb = match (tokens.word(start.wrapping_sub(2)), tokens.before(start)) {
        ("came" | "ran" | "amounted", "to") | ("consisted" | "made" | "composed", "of") => start - 2,
        ("up", "of") if tokens.word(start.wrapping_sub(3)) == "made" => start - 3,
        (_, "numbered" | "totalled" | "totaled" | "comprised" | "contained" | "held" | "counted") => start - 1,
        _ => return false,
    };
    let body = |k: usize| tokens.is(k, Class::PeopleGroup) || matches!(tokens.word(k), "panel" | "study" | "trial");
    (verb.saturating_sub(LONGEST_GROUP)..verb).any(body)
}

/// "the other 64 got water", "on 70 others they did no more": the rest of those told before.
fn the_others(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<Role> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let rest = matches!(tokens.before(quantity.first), "other" | "remaining")
        && matches!(tokens.word(quantity.first.wrapping_sub(2)), "the" | "another");
    let others = matches!(tokens.word(next), "others" | "more")
        || matches!(tokens.before(quantity.first), "further" | "another") && did(tokens, next);
    if !(rest || others) || quantity.value.low < FEWEST {
        return None;
    }
    let named = matches!(tokens.word(next), "others" | "more");
    let at = if named { next + 1 } else { next };
    // "for the other 45 an old pill"
    let gapped = tokens.is(at, Class::Article) && tokens.ends_at(quantity.first, &["for", "the", "other"]);
    let goes_on = !tokens.is_word(at)
        || gapped
        || did(tokens, at)
        || treats(tokens, at)
        || matches!(tokens.word(at), "who" | "to" | "with" | "without" | "in" | "on" | "as" | "for" | "of" | "like");
    let fronted = matches!(tokens.before(phrase_start(tokens, quantity.first)), "in" | "for") && tokens.word(at) == ",";
    if !goes_on || fronted {
        return None;
    }
    match told_before(scene, quantity, scope, lenders).or_else(|| before_here(scene, quantity, scope, lenders))? {
        What::Event => None,
        What::Sample(Role::Subgroup | Role::Screened | Role::Completed) if !treats(tokens, at) => Some(Role::Subgroup),
        // "Another 40 had never smoked"
        What::Sample(_) if tokens.word(at) == "had" && !matches!(fate(tokens, at - 1), Some((Fate::Assigned, _))) => {
            Some(Role::Subgroup)
        }
        What::Sample(_) => Some(Role::Arm),
    }
}

/// "The other 900 nurses drank water", "The other half, 900 nurses, went home": the rest of those told before.
pub fn the_other_people(scene: &Scene, quantity: &Quantity, noun: usize, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let rest = tokens.ends_at(quantity.first, &["the", "other"])
        || tokens.before(start) == "," && tokens.ends_at(start - 1, &["the", "other", "half"]);
    let ends = !tokens.is(quantity.first.wrapping_sub(3), Class::Preposition);
    if scene.is_abstract || !rest || !ends || quantity.value.low < FEWEST {
        return None;
    }
    told_before(scene, quantity, scope, lenders).or_else(|| before_here(scene, quantity, scope, lenders))?;
    let verb = if tokens.word(noun + 1) == "," { noun + 1 } else { noun };
    let took = matches!(fate(tokens, verb), Some((_, at)) if tokens.is(at, Class::ConsumeVerb));
    let arm = took || matches!(fate(tokens, verb), Some((Fate::Assigned, _))) || treats(tokens, noun + 1);
    Some(What::Sample(if arm { Role::Arm } else { Role::Subgroup }))
}

/// "One hundred and forty were told to walk", "90 were shown a film": what was asked of a part of the study.
fn told_to(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    let verb = quantity.last + 2;
    let told = tokens.word(quantity.last + 1) == "were" && tokens.is(verb, Class::Instructed);
    (told && quantity.value.low >= FEWEST && study_near(scene)).then_some(Role::Arm)
}

/// The reading of the count before, larger or not.
pub fn before_here(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = scene.quantities()[..at].iter().rev().find(|q| is_count(q))?;
    Some(read(scene, before, scope, lenders.checked_sub(1)?)?.what)
}

/// Something that happened to those counted, told of others before.
pub fn event(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    if scene.is_abstract {
        return None;
    }
    let told = tallied(scene, quantity)
        || found_in(scene, quantity, scope, lenders)
        || likewise_of(scene, quantity, scope, lenders)
        || behind_a_share(scene, quantity)
        || heads_a_list(scene, quantity)
        || befell_so_many(scene, quantity, scope, lenders)
        || one_of_two_groups(scene, quantity)
        || in_an_arm_of_events(scene, quantity)
        || of_them_fell(scene, quantity)
        || among_them(scene, quantity, scope, lenders)
        || echoes(scene, quantity, quantity.last, scope, lenders);
    told.then_some(What::Event)
}

/// "They counted 140 of them in the syrup group": of what the sentence before names.
fn tallied(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let seen = matches!(tokens.before(start), "counted" | "recorded" | "logged" | "tallied" | "noted" | "registered");
    let next = quantity.last + 1;
    let of = matches!(tokens.word(next + 1), "them" | "these" | "those" | "which");
    seen && tokens.word(next) == "of" && of
}

/// "Gout was found in 62.", "Rashes turned up in 12 of those who drank it": the verb says that it befell them.
fn found_in(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    const REACH: usize = 4;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let start = phrase_start(tokens, quantity.first);
    let of = tokens.word(next) == "of" && matches!(tokens.word(next + 1), "those" | "them" | "the" | "these");
    let led = matches!(tokens.before(start), "in" | "among") && start > 1 && (!tokens.is_word(next) || of);
    if !led || tokens.is_number(quantity.first) && tokens.word(next) == "(" || tokens.word(next) == "-" {
        return false;
    }
    let seen = |k: usize| {
        let up = tokens.word(k) == "up" && matches!(tokens.before(k), "turned" | "showed" | "cropped" | "came");
        let passive = tokens.is(k.wrapping_sub(1), Class::Be) && tokens.word(k).ends_with("ed");
        up || tokens.is(k, Class::SeenVerb)
            || passive && !tokens.is(k, Class::RecruitVerb)
            || tokens.word(k) == "found" && tokens.is(k.wrapping_sub(1), Class::Be)
    };
    let near = (start.saturating_sub(REACH)..start - 1).rev().take_while(|&k| tokens.is_word(k));
    let befell = near.into_iter().any(seen);
    befell && (of || matches!(told_before(scene, quantity, scope, lenders), Some(What::Sample(_))))
}

/// "… in 12 of those who drank syrup and nine of those who did not".
fn likewise_of(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let of = tokens.word(next) == "of" && matches!(tokens.word(next + 1), "those" | "the" | "them");
    of && joined_before(tokens, phrase_start(tokens, quantity.first))
        && counted_noun(tokens, next).is_none()
        && before_here(scene, quantity, scope, lenders) == Some(What::Event)
}

/// "8.1% of those on the syrup (37)": how many the share before is.
fn behind_a_share(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_GROUP: usize = 10;
    let tokens = scene.tokens();
    let bracket = tokens.before(quantity.first) == "(" && tokens.word(quantity.last + 1) == ")";
    bracket && share_before(scene, quantity, LONGEST_GROUP)
}

/// A percentage ends at most `reach` words before the bracket of the quantity, and no other figure stands between.
pub fn share_before(scene: &Scene, quantity: &Quantity, reach: usize) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = at.checked_sub(1).map(|at| &scene.quantities()[at]);
    before.is_some_and(|q| {
        let between = q.last + 1..quantity.first.saturating_sub(1);
        q.unit == Unit::Percent
            && (1..=reach).contains(&between.len())
            && between.clone().all(|k| tokens.is_word(k) || tokens.word(k) == "-")
            && !between.clone().any(|k| tokens.is(k, Class::Composition))
    })
}

/// "Deaths were rare. Nineteen in the syrup group, 40 on water.": a list under what the sentence before names.
fn heads_a_list(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_GROUP: usize = 7;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let led = matches!(tokens.word(next), "in" | "on" | "among" | "with") && tokens.is(next + 1, Class::Article);
    let clause = (next + 1..next + LONGEST_GROUP).take_while(|&k| tokens.is_word(k));
    let group = |k: usize| tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::ControlWord);
    let verb = |k: usize| tokens.is(k, Class::PastVerb) && !tokens.is(k.wrapping_sub(1), Class::StopPhrase);
    quantity.first <= 1
        && led
        && clause.into_iter().any(group)
        && !(next..tokens.len()).any(verb)
        && scene.previous().is_some_and(tells_events)
}

/// "There were no deaths in the syrup group and three in the placebo group": the event is named before its groups.
fn in_an_arm_of_events(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 24;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let start = phrase_start(tokens, quantity.first);
    let led = matches!(tokens.word(next), "in" | "on" | "among") && tokens.word(next + 1) == "the";
    let group = |k: usize| tokens.is(k, Class::PeopleGroup) || tokens.is(k, Class::ControlWord);
    let clause = (next + 2..next + 6).take_while(|&k| tokens.is_word(k));
    let event = |k: usize| tokens.is(k, Class::EventNoun) && !matches!(tokens.word(k + 1), "rate" | "rates" | "risk");
    let named = || (start.saturating_sub(REACH)..start).rev().take_while(|&k| !tokens.is(k, Class::People)).any(event);
    let joined = matches!(tokens.before(start), "and" | "," | "–" | ":" | "(" | "while" | "against" | "versus" | "to");
    led && joined && clause.into_iter().any(group) && named()
}

/// "Deaths were few: three on rum, five on water", "Falls: nine with rum, 12 with water".
fn one_of_two_groups(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    const SUBJECT: usize = 6;
    let tokens = scene.tokens();
    let on = |q: &Quantity| matches!(tokens.word(q.last + 1), "on" | "with") && tokens.is_word(q.last + 2);
    let first = |q: &Quantity| {
        let mark = phrase_start(tokens, q.first).wrapping_sub(1);
        let listed = tokens.word(mark) == "with" && tokens.before(mark) == ",";
        let mark = if listed { mark - 1 } else { mark };
        let named = (mark.saturating_sub(SUBJECT)..mark.min(tokens.len())).any(|k| tokens.is(k, Class::EventNoun));
        // "40 with strokes, 67 with colds" lists people
        (listed || matches!(tokens.word(mark), ":" | "–" | "(")) && named
    };
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let other = |at: usize| {
        scene.quantities().get(at).filter(|q| is_count(q) && on(q) && q.first.abs_diff(quantity.first) <= NEAR)
    };
    if !on(quantity) {
        return false;
    }
    let second = at.checked_sub(1).and_then(other).is_some_and(first);
    let told = second || other(at + 1).is_some() && first(quantity);
    told && study_near(scene)
}

/// "… deaths from prostate cancer, there weren't that many"
fn tells_events(sentence: &Sentence) -> bool {
    sentence.tokens.any(Class::EventNoun)
}

/// "in the water group 28 did", "So were 70 of the others", "the figure was 33": what was just told of others.
pub fn echoes(scene: &Scene, quantity: &Quantity, last: usize, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let echo = does_too(tokens, last) || so_did(tokens, start) || figure_was(tokens, start, quantity.last);
    echo && !scene.is_abstract && event_told(scene, quantity, scope, lenders)
}

/// "28 did.", "seven of the nurses did, which", "12 in the other group had"
fn does_too(tokens: &Tokens, last: usize) -> bool {
    const LONGEST_GROUP: usize = 6;
    let verb = (last + 1..last + 1 + LONGEST_GROUP)
        .take_while(|&k| tokens.is_word(k))
        .find(|&k| tokens.is(k, Class::Be) || tokens.is(k, Class::PastVerb) || tokens.is(k, Class::PresentVerb));
    let auxiliary = |k: usize| matches!(tokens.word(k), "did" | "had" | "were" | "was" | "have" | "has");
    verb.is_some_and(|k| auxiliary(k) && !tokens.is_word(k + 1) && tokens.word(k + 1) != "-")
}

/// "So were 70", "as did 12", "nor had 40"
fn so_did(tokens: &Tokens, start: usize) -> bool {
    let did = matches!(tokens.before(start), "did" | "had" | "were" | "was" | "have");
    did && matches!(tokens.word(start.wrapping_sub(2)), "so" | "as" | "nor" | "neither")
}

/// "the figure was 33", "the number who did so was 16"
fn figure_was(tokens: &Tokens, start: usize, last: usize) -> bool {
    const LONGEST_SUBJECT: usize = 6;
    let figure = |k: usize| {
        matches!(tokens.word(k), "figure" | "number" | "tally" | "count" | "total" | "toll")
            && tokens.before(k) == "the"
    };
    let be = start.checked_sub(1).filter(|&k| tokens.is(k, Class::Be));
    be.is_some_and(|be| !tokens.is_word(last + 1) && (be.saturating_sub(LONGEST_SUBJECT)..be).any(figure))
}

/// Events were counted shortly before: in this sentence, or in the two before it.
pub fn event_told(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    const SENTENCES: usize = 2;
    const COUNTS: usize = 4;
    let Some(lenders) = lenders.checked_sub(1) else { return false };
    (scene.at.saturating_sub(SENTENCES)..=scene.at).rev().any(|at| {
        let there = Scene { at, ..*scene };
        let (end, lenders) = if at == scene.at { (quantity.first, lenders) } else { (usize::MAX, 0) };
        let last = there.quantities().partition_point(|q| q.first < end);
        let event = |q: &Quantity| match q.fraction {
            Some(fraction) => fraction.count.fract().is_zero(),
            None => is_count(q) && read(&there, q, scope, lenders).is_some_and(|count| count.what == What::Event),
        };
        there.quantities()[..last].iter().rev().take(COUNTS).any(event)
    })
}

/// A share was told in one of the two sentences before.
fn shares_near(scene: &Scene) -> bool {
    let near = &scene.sentences[scene.at.saturating_sub(2)..=scene.at];
    near.iter().any(|sentence| sentence.quantities.iter().any(|q| q.unit == Unit::Percent))
}

/// "… died, among them two who fell": a part of those to whom it happened.
fn among_them(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let led = tokens.ends_at(start, &["among", "them"]) || tokens.ends_at(start, &["including"]);
    let next = quantity.last + 1;
    let told = matches!(tokens.word(next), "who" | "that") || tokens.word(next + 1) == "ones";
    led && told && before_here(scene, quantity, scope, lenders) == Some(What::Event)
}

/// "three of them died", "two of them fell": part of people who are not counted nearby.
fn of_them_fell(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let next = group_at(scene, quantity);
    let verb = next + 2;
    let fell = || matches!(fate(tokens, next + 1), Some((Fate::Outcome, at)) if at <= verb + 1);
    tokens.at(next, &["of", "them"])
        && (tokens.is(verb, Class::Became) || fell())
        && !people_before(scene, quantity)
        && (study_near(scene) || shares_near(scene))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn groups() {
        for (text, found) in [
            ("In the study, gout came to 12% of 90.", vec!["arm 90"]),
            ("The study was small. There were 640 of them altogether.", vec!["total 640"]),
            ("The study took every nurse on the island, 900 in all.", vec!["total 900"]),
            ("Nurses on all wards joined the study, 1,300 of them in all.", vec!["total 1,300"]),
            ("Nurses joined the trial, forty or so to an arm.", vec!["arm forty"]),
            ("Of the 310 who slept badly, 3% fell.", vec!["subgroup 310"]),
            ("Half of the nurses slept; among the 41 given syrup, most did.", vec!["arm 41"]),
            ("The study ran on. There were 2,310 in the comparison.", vec!["subgroup 2,310"]),
            ("The study began. One hundred and forty were told to walk.", vec!["arm One hundred and forty"]),
            (
                "The study took 124 nurses. Sixty of them had the real operation, with the other 64 getting a sham.",
                vec!["total 124 nurses", "arm Sixty", "arm 64"],
            ),
            ("Surgeons tried it on 130 sailors, and on 70 others did nothing.", vec!["arm 130 sailors", "arm 70"]),
            (
                "The 22 sailors who drank rum slept worse than the 24 who drank water, the study found.",
                vec!["subgroup 22 sailors", "subgroup 24"],
            ),
            ("The study took 95 babies. They could reach 77 of them.", vec!["total 95 babies", "completed 77"]),
            (
                "The study took 900 weavers. The other 400 weavers drank rum.",
                vec!["total 900 weavers", "arm 400 weavers"],
            ),
            (
                "The trial gave some of 900 weavers rum. The other half, 450 weavers, kept their looms.",
                vec!["total 900 weavers", "subgroup 450 weavers"],
            ),
            ("The study took 900 weavers. Another 40 had never knitted.", vec!["total 900 weavers", "subgroup 40"]),
            ("The study took 90 bakers, 45 apiece in the two arms.", vec!["total 90 bakers", "arm 45"]),
            (
                "The study took 90 bakers. Of the 70 who came back for a visit, most slept.",
                vec!["total 90 bakers", "completed 70"],
            ),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn no_groups() {
        for text in [
            "Prices rose by 12% of 90 pence.",
            "There were 640 of the boats.",
            "The study took boats, forty or so to a port.",
            "Of the four who slept badly, one fell.",
            "The study ran on. There were 174 in the harbour.",
            "One hundred and forty were told to walk.",
            "In the study, the other 64 boats sank.",
            "The study ran on. The other 64 nights were calm.",
            "The study ran on. The other half, 64 boats, sank.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn events() {
        for (text, found) in [
            (
                "In the study, 12 of the sailors fell ill. In the water arm 31 did.",
                vec!["event 12 of the sailors", "event 31"],
            ),
            (
                "The trial found gout in nine nurses. So did 22 in the other group.",
                vec!["event nine nurses", "event 22"],
            ),
            (
                "In the trial 12 nurses fell ill. In the other group the figure was 22.",
                vec!["event 12 nurses", "event 22"],
            ),
            ("The study took 250 nurses. A cause was found in 62.", vec!["total 250 nurses", "event 62"]),
            (
                "In the trial, colds turned up in 12 of those who drank syrup and nine of those who did not.",
                vec!["event 12", "event nine"],
            ),
            ("In the trial, 8.1% of those on the syrup (37) fell ill.", vec!["event 37"]),
            ("In the trial, 9% did (30 nurses).", vec!["event 30 nurses"]),
            (
                "The study ran on. Deaths were rare. Nineteen in the syrup group, 40 on water.",
                vec!["event Nineteen", "event 40"],
            ),
            ("The trial tested syrup. Three of them died.", vec!["event Three"]),
            ("In the trial 12 nurses died, among them two who drowned.", vec!["event 12 nurses", "event two"]),
            ("The study looked at falls. They counted 140 of them in the syrup group.", vec!["event 140"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn no_events() {
        for text in [
            "The study ran on. In the water arm 31 did.",
            "The study ran on. So did 22 ships.",
            "The price was low. In the other shop the figure was 22.",
            "A cause was found in 1962.",
            "Boats were rare. Nineteen in the harbour, 40 at sea.",
            "The storm came. Three of them sailed.",
            "They counted 140 of the boats.",
            "He lived 50 lives.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
