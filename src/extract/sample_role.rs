//! A count of people who were studied in, their part in the study out: the whole, an arm, those who finished.

mod told_apart;
mod two_groups;

use crate::model::Role;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::beside::{
    are_controls, following, group_at, of_all_before, people_before, phrase_start, qualifies, share_beside, treats,
};
use super::did_for_study::{matched_with, there_in_a_group};
use super::group_count::sized_group;
use super::parts::{is_count, is_whole, whole_of};
use super::predicate::{Fate, did_a_task, relative_fate};
use super::scene::Scene;
use super::studied::opens_with_part;
use told_apart::{
    analysed, asked_to_join, came_back, data_on, filled_in, given_to, in_a_treated_group, limited_to, looked_at_apart,
    one_of_the_groups, sent_each_way, sent_to, set_against, set_beside_them, sifted_by_criteria,
};
pub(super) use told_apart::{did_otherwise, handed_it, in_the_analysis};
use two_groups::{beside_another_group, on_something, one_of_two};

/// "patients (n = 569) were randomised" is the whole; "placebo (n = 50)" an arm.
pub fn role_of_n(scene: &Scene, quantity: &Quantity, letter: usize) -> Role {
    let tokens = scene.tokens();
    if whole_of(scene, quantity).is_some() {
        return Role::Arm;
    }
    if is_whole(scene, quantity) {
        return Role::Total;
    }
    let bracket = if letter > 0 && tokens.before(letter) == "(" { letter - 1 } else { letter };
    let others = others_with_n(scene, quantity);
    let of_people = (bracket.saturating_sub(8)..bracket).any(|k| {
        tokens.is(k, Class::People)
            && !(k..bracket)
                .any(|j| matches!(tokens.word(j), "in" | "to" | "or" | "and" | "on" | "receiving" | "group" | "arm"))
    });
    let randomised = recruits(tokens, 0, tokens.len());
    if of_people && randomised && others.before == 0 {
        return Role::Total;
    }
    let arm_words = (bracket.saturating_sub(5)..bracket)
        .any(|k| matches!(tokens.word(k), "group" | "arm" | "placebo" | "control" | "to" | "or"));
    if others.before + others.after > 0 || arm_words {
        return Role::Arm;
    }
    if of_people { Role::Total } else { Role::Subgroup }
}

/// How many other "n =" the sentence holds.
struct Others {
    before: usize,
    after: usize,
}

fn others_with_n(scene: &Scene, quantity: &Quantity) -> Others {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let quantities = scene.quantities();
    let at = quantities.partition_point(|q| q.first < quantity.first);
    let with_n = |q: &&Quantity| q.first >= 2 && tokens.before(q.first) == "=" && tokens.word(q.first - 2) == "n";
    Others {
        before: quantities[at.saturating_sub(NEAR)..at].iter().filter(with_n).count(),
        after: quantities[at..].iter().skip(1).take(NEAR).filter(with_n).count(),
    }
}

/// A verb of randomising or enrolling stands in `from..to`.
fn recruits(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).any(|k| tokens.is(k, Class::EnrolVerb))
}

/// The role of a counted group by its verb, the words before it, and what adds up.
pub fn role_of_people(scene: &Scene, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> Role {
    let tokens = scene.tokens();
    if let Some(role) = analysed(scene, quantity) {
        return role;
    }
    let sums = (scene.is_abstract || fate == Some(Fate::Assigned)) && is_whole(scene, quantity);
    if sums && quantity.value.low >= LEAST_TOTAL.into() {
        return Role::Total;
    }
    if !scene.is_abstract && sent_each_way(scene, quantity, noun) {
        return Role::Arm;
    }
    if let Some(role) = by_words_before(tokens, quantity, noun).or_else(|| one_of_two(scene, quantity, noun)) {
        return role;
    }
    // "12 per cent (84 nurses) were women"
    let of_share = tokens.before(quantity.first) == "(" && tokens.word(noun + 1) == ")";
    if of_share && !scene.is_abstract && share_beside(scene, quantity, noun) {
        return Role::Subgroup;
    }
    // "31 cooks (nine women)"
    let part_of =
        || scene.quantities_before(quantity.first).last().filter(|q| is_count(q) && q.value.low > quantity.value.low);
    let beside = tokens.before(quantity.first) == "(" && tokens.is(quantity.first.wrapping_sub(2), Class::People);
    if beside && !scene.is_abstract && part_of().is_some() {
        return Role::Subgroup;
    }
    if !scene.is_abstract && (in_a_treated_group(tokens, noun) || did_otherwise(scene, quantity, noun)) {
        return Role::Arm;
    }
    if !scene.is_abstract && (are_controls(tokens, noun) || set_against(scene, quantity, noun)) {
        return Role::Subgroup;
    }
    let diagnosed = matches!(tokens.word(noun), "cases" | "controls") && !(scene.is_abstract && sums);
    if diagnosed || beside_another_group(scene, quantity, noun) {
        return Role::Subgroup;
    }
    if let Some(role) = first_of_a_list(scene, quantity, noun) {
        return role;
    }
    if of_each_group(tokens, quantity, noun) || (scene.is_abstract && whole_of(scene, quantity).is_some()) {
        return Role::Arm;
    }
    if there_in_a_group(tokens, phrase_start(tokens, quantity.first), noun) {
        let control =
            (noun + 3..noun + 6).any(|k| tokens.is(k, Class::ControlWord) || tokens.is(k, Class::TreatmentWord));
        return if control { Role::Arm } else { Role::Subgroup };
    }
    if bracketed_arm(scene, quantity, noun) {
        return Role::Arm;
    }
    if let Some(role) = by_progress(tokens, quantity, noun, fate) {
        return role;
    }
    by_phrase(scene, quantity, noun, fate).unwrap_or(Role::Total)
}

/// The role of a counted group by the phrase it stands in.
fn by_phrase(scene: &Scene, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> Option<Role> {
    let tokens = scene.tokens();
    // "Of 90 women, 88 were treated": a paper's sentence sets out from the whole
    if scene.is_abstract && quantity.first <= 2 && matches!(tokens.word(0), "of" | "among") {
        return Some(Role::Total);
    }
    // "Half of the 80 sailors got oats"
    if !scene.is_abstract && fate == Some(Fate::Assigned) && shared_out(scene, quantity, noun) {
        return Some(Role::Total);
    }
    let before = quantity.first.saturating_sub(9);
    let enrolled = total_words(tokens, before, quantity.first);
    // "560 sailors who were given rum slept no longer than those on water"
    let outdone = || (noun + 1..tokens.len()).any(|k| tokens.at(k, &["than", "those"]));
    if !scene.is_abstract && relative_fate(tokens, noun) == Some(Fate::Assigned) && outdone() {
        return Some(Role::Arm);
    }
    // "All 900 nurses who enrolled got syrup"
    let everyone = tokens.before(quantity.first) == "all" && relative_fate(tokens, noun) == Some(Fate::Studied);
    if everyone && !scene.is_abstract {
        return Some(Role::Total);
    }
    let known = tokens.before(quantity.first) == "the" && tokens.word(noun + 1) == "on";
    if arm_phrase(scene, quantity, noun, fate) && (!enrolled || known || fate == Some(Fate::Assigned)) {
        return Some(Role::Arm);
    }
    let group = group_at(scene, quantity);
    if fell_or_did(scene, quantity, noun) {
        return Some(Role::Subgroup);
    }
    // "The 22 sailors who slept well drank less than the 24 who did not"
    let next = following(scene, quantity).filter(|q| is_count(q) && tokens.before(q.first) == "the");
    let told_apart = tokens.before(quantity.first) == "the" && tokens.word(noun + 1) == "who";
    if !scene.is_abstract && told_apart && next.is_some_and(|q| qualifies(tokens, q.last + 1)) {
        return Some(Role::Subgroup);
    }
    // "These included the Hull Study, which had 4,000 members"
    let another = || (2..quantity.first).any(|k| tokens.is(k, Class::ResearchNoun) && tokens.before(k) != "the");
    if !scene.is_abstract && opens_with_part(tokens) && !another() {
        let treated = fate == Some(Fate::Assigned) || handed_it(tokens, noun);
        return Some(if treated { Role::Arm } else { Role::Subgroup });
    }
    if !scene.is_abstract && included(scene, quantity) {
        return Some(Role::Subgroup);
    }
    if given_to(scene, quantity) {
        return Some(Role::Arm);
    }
    let of_known = tokens.word(group) == "of"
        && (tokens.is(group + 1, Class::Article) || tokens.word(group + 1) == "them")
        && tokens.word(group + 2) != "own";
    // "gave 45 of the sailors syrup and 44 rum"
    let gave = matches!(tokens.before(quantity.first), "gave" | "given" | "giving" | "fed" | "feeding");
    // "gave 60 patients oats and 60 patients rum"
    let paired = || gave && following(scene, quantity).is_some_and(|q| is_count(q) && tokens.before(q.first) == "and");
    if gave && (of_known || paired()) && !scene.is_abstract {
        return Some(Role::Arm);
    }
    if !scene.is_abstract && one_of_the_groups(tokens, quantity, noun, fate) {
        return Some(Role::Arm);
    }
    // "on 130 sailors, and on 70 others did nothing"
    let others = following(scene, quantity).is_some_and(|q| is_count(q) && tokens.word(q.last + 1) == "others");
    if others && !scene.is_abstract {
        return Some(Role::Arm);
    }
    // "Sixty of the nurses were given syrup"
    if of_known && !scene.is_abstract && fate == Some(Fate::Assigned) {
        return Some(Role::Arm);
    }
    // "some 31 of the cooks were prescribed the syrup"
    if of_known && !scene.is_abstract && handed_it(tokens, noun) {
        return Some(Role::Arm);
    }
    let part = of_known && !scene.is_abstract || partitive(scene, before, quantity) && !enrolled;
    part.then_some(Role::Subgroup)
}

/// "adults in Hull, including 40 women"
fn included(scene: &Scene, quantity: &Quantity) -> bool {
    /// Tokens between people and "including 40 women" at most.
    const PART_OF: usize = 8;
    let tokens = scene.tokens();
    let including = phrase_start(tokens, quantity.first).wrapping_sub(1);
    let part = || {
        tokens.before(including) == ","
            && (including.saturating_sub(PART_OF)..including).any(|k| tokens.is(k, Class::People))
    };
    // "The 300 sailors included 120 smokers"
    let held = || {
        matches!(tokens.word(including), "included" | "comprised")
            && tokens.word(0) == "the"
            && tokens.is_number(1)
            && tokens.is(including.wrapping_sub(1), Class::People)
    };
    tokens.word(including) == "including" && (people_before(scene, quantity) || part()) || held()
}

/// "730 patients with asthma, 415 with eczema and 68 with both".
fn first_of_a_list(scene: &Scene, quantity: &Quantity, noun: usize) -> Option<Role> {
    const LONGEST_GROUP: usize = 8;
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let near = |q: &&Quantity| is_count(q) && q.first.checked_sub(noun).is_some_and(|gap| gap <= LONGEST_GROUP);
    let second = scene.quantities().get(at).filter(|q| !scene.is_abstract && near(q))?;
    let alike = qualifies(tokens, noun + 1)
        && qualifies(tokens, second.last + 1)
        && matches!(tokens.before(second.first), "," | "and");
    let arms = treats(tokens, noun + 1) && treats(tokens, second.last + 1);
    alike.then_some(if arms { Role::Arm } else { Role::Subgroup })
}

/// "assigned to syrup (65 patients) or rest (61 patients)".
pub fn bracketed_arm(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    const NEAR: usize = 20;
    let tokens = scene.tokens();
    let bracket = tokens.before(quantity.first) == "(" && matches!(tokens.word(noun + 1), ")" | ";");
    bracket && !scene.is_abstract && recruits(tokens, quantity.first.saturating_sub(NEAR), quantity.first)
}

/// A whole study is no smaller than this; smaller sums are groups within it.
const LEAST_TOTAL: u32 = 10;

/// "leaving 9,310 cases for analysis", "a subset of 64 babies", "Of 1,120 papers reviewed, 48 …".
fn by_words_before(tokens: &Tokens, quantity: &Quantity, noun: usize) -> Option<Role> {
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::Approx) {
        at -= 1;
    }
    if tokens.before(at) == "leaving" {
        let finished = relative_fate(tokens, noun) == Some(Fate::Completed);
        return Some(if finished { Role::Completed } else { Role::Total });
    }
    let start = phrase_start(tokens, quantity.first);
    if sent_to(tokens, at) || asked_to_join(tokens, start, noun) {
        return Some(Role::Screened);
    }
    // "Of the 3,000 applicants"
    if matches!(tokens.word(noun), "applicants" | "candidates") || sifted_by_criteria(tokens, noun) {
        return Some(Role::Screened);
    }
    if limited_to(tokens, at)
        || set_beside_them(tokens, at)
        || tokens.ends_at(at, &["the", "other"]) && !tokens.any(Class::AssignVerb)
    {
        return Some(Role::Subgroup);
    }
    if looked_at_apart(tokens, start, noun) {
        return Some(Role::Subgroup);
    }
    // "full data on 180 cooks"
    if data_on(tokens, start) || came_back(tokens, noun) || filled_in(tokens, noun) {
        return Some(Role::Completed);
    }
    // "The control group came to 900 nurses"
    let each = (at.saturating_sub(5)..at).any(|k| tokens.word(k) == "each");
    if sized_group(tokens, at) && !each {
        let group = (at.saturating_sub(8)..at).find(|&k| matches!(tokens.word(k), "group" | "groups" | "arm" | "arms"));
        // "The group was made up of 900 nurses"
        let whole = group == Some(1) && tokens.word(0) == "the";
        let treated = |k: usize| {
            tokens.is(k, Class::TreatmentWord) || matches!(tokens.word(k), "placebo" | "sham" | "dummy" | "pill")
        };
        let arm = |k: usize| tokens.word(k).starts_with("arm") || treated(k.wrapping_sub(1));
        return group.filter(|_| !whole).map(|k| if arm(k) { Role::Arm } else { Role::Subgroup });
    }
    if matched_with(tokens, quantity) {
        return Some(Role::Subgroup);
    }
    // "A second look at 40 nurses", "a subgroup analysis of 40 nurses"
    let at = if tokens.ends_at(at, &["the", "first"]) { at - 2 } else { at };
    let look = matches!(tokens.word(at.wrapping_sub(2)), "look" | "looks" | "analysis")
        && (at.saturating_sub(4)..at - 2).any(|k| {
            matches!(tokens.word(k), "hoc" | "second" | "closer" | "interim" | "early" | "exploratory" | "secondary")
                || tokens.is(k, Class::Subset)
        });
    if look {
        return Some(Role::Subgroup);
    }
    let subset = tokens.before(at) == "of" && at >= 2 && tokens.is(at - 2, Class::Subset);
    // "Of 214 eligible sailors, 178 agreed to take part"
    let eligible = at <= 2 && (quantity.last + 1..noun).any(|k| tokens.word(k) == "eligible");
    // "a study of 900 cooks tested at sea" tells of all
    let of_study = at >= 2 && tokens.classes(at - 2).has_either(Class::StudyWork, Class::ResearchNoun);
    let sifted = tokens.before(at) == "of" && (eligible || !of_study && tokens.is(noun + 1, Class::ScreenVerb));
    match (subset, sifted) {
        (true, _) => Some(Role::Subgroup),
        (_, true) => Some(Role::Screened),
        _ => None,
    }
}

/// Completed, screened, "the remaining 126 sailors".
fn by_progress(tokens: &Tokens, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> Option<Role> {
    let screened_before = || {
        (quantity.first.saturating_sub(9)..quantity.first)
            .any(|k| tokens.word(k) == "screened" && !(k..quantity.first).any(|j| tokens.is(j, Class::EnrolVerb)))
    };
    // "Data were available for 900 nurses", "follow-up was complete for 900"
    let start = phrase_start(tokens, quantity.first);
    let told = |k: usize| matches!(tokens.word(k), "available" | "complete") && tokens.is(k.wrapping_sub(1), Class::Be);
    let left = tokens.before(start) == "for"
        && (matches!(tokens.word(start.wrapping_sub(2)), "available" | "complete")
            || (start.saturating_sub(7)..start).any(told));
    // "The 98 sailors who finished the course slept well"
    let finished = tokens.before(start) == "the" && relative_fate(tokens, noun) == Some(Fate::Completed);
    // "In the end 98 sailors were left"
    let remained = tokens.is(noun + 1, Class::Be)
        && tokens.word(noun + 2) == "left"
        && (!tokens.is_word(noun + 3) || tokens.word(noun + 3) == "in");
    let left = left || finished || remained;
    if left || fate == Some(Fate::Completed) || tokens.before(quantity.first) == "remaining" {
        return Some(Role::Completed);
    }
    let taken_in = matches!(fate, Some(Fate::Assigned | Fate::Studied));
    // "Out of the whole sample, 8,100 nurses completed the tests"
    let out_of_all = taken_in && of_all_before(tokens, start);
    if out_of_all && (quantity.last + 1..tokens.len()).any(|k| tokens.is(k, Class::CompleteVerb)) {
        return Some(Role::Completed);
    }
    // "enrolled 300 cooks who had not been screened"
    let enrolled = tokens.is(start.wrapping_sub(1), Class::EnrolVerb);
    (fate == Some(Fate::Screened) && !enrolled || !taken_in && screened_before()).then_some(Role::Screened)
}

/// "including 20 smokers", "of these 12 patients", "120 of the women".
fn partitive(scene: &Scene, before: usize, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    // "among 226 randomised patients" names the whole that the result is of, "among the 226 patients with …" a part.
    let start = phrase_start(tokens, quantity.first);
    let named = |k: usize| {
        (k + 1 == start || k + 3 > quantity.first) && (scene.is_abstract || !tokens.is(k + 1, Class::Article))
    };
    let among = |k: usize| tokens.word(k) == "among" && !named(k);
    (before..quantity.first).any(|k| {
        matches!(tokens.word(k), "including" | "whom")
            || among(k)
            || tokens.at(k, &["of", "these"])
            || tokens.at(k, &["of", "those"])
    }) || tokens.word(quantity.last + 1) == "of"
}

/// "a total of", "the study enrolled", "researchers recruited" before the number.
fn total_words(tokens: &Tokens, before: usize, first: usize) -> bool {
    (before..first).any(|k| {
        tokens.at(k, &["total", "of"])
            || (tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::Preposition))
            || tokens.is(k, Class::StudyWork)
    })
}

/// "two groups of 450 patients each", "640 per group", "each group held 36 subjects".
fn of_each_group(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    let each_after = (noun + 1..noun + 5).any(|k| {
        (tokens.word(k) == "per" && tokens.is(k + 1, Class::PeopleGroup))
            || k == noun + 1 && tokens.word(k) == "apiece"
            || (tokens.word(k) == "each" && (!tokens.is_word(k + 1) || tokens.is(k + 1, Class::PeopleGroup)))
    });
    // "Each of the two arms had 40 cooks"
    let each_of_them = (0..2).any(|k| tokens.at(k, &["each", "of", "the"]) && tokens.is(k + 4, Class::PeopleGroup));
    let each_before = each_of_them
        || (quantity.first.saturating_sub(5)..quantity.first)
            .any(|k| tokens.word(k) == "each" && tokens.is(k + 1, Class::PeopleGroup));
    each_after || each_before
}

/// "63 patients who got the pills", "48 men were assigned to rest" beside another such count.
fn arm_phrase(scene: &Scene, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    let tokens = scene.tokens();
    // "900 claims received by nurses" were given to nobody
    if tokens.word(noun + 2) == "by" && !tokens.is(noun + 1, Class::EnrolVerb) {
        return false;
    }
    // "900 cooks treated at 40 ports" were not given one thing
    let places = tokens.is_number(noun + 3) || tokens.is(noun + 3, Class::NumberStart);
    if tokens.word(noun + 1) == "treated" && matches!(tokens.word(noun + 2), "at" | "in") && places {
        return false;
    }
    let beside = (noun + 1..noun + 5).take_while(|&k| !matches!(tokens.word(k), "," | ";" | ":"));
    let received = beside.into_iter().any(|k| {
        // "claims received by nurses" were not given to them
        tokens.is(k, Class::AssignVerb) && !matches!(tokens.word(k + 1), "part" | "by") && !did_a_task(tokens, k)
            || matches!(tokens.word(k), "receiving" | "taking")
            || k == noun + 1 && tokens.word(k) == "on" && (!tokens.is(k + 1, Class::Article) || on_something(tokens, k))
    }) || (noun + 1..noun + 7)
        .any(|k| matches!(tokens.word(k), "group" | "arm") && !matches!(tokens.word(k + 1), "of"));
    let other_count = scene.quantities().iter().any(|q| q.first != quantity.first && is_count(q));
    if fate != Some(Fate::Assigned) {
        return received && (other_count || matches!(tokens.before(quantity.first), "the"));
    }
    if scene.is_abstract && recruits(tokens, noun + 1, noun + 12) {
        return single_destination(scene, noun);
    }
    let randomised = (noun + 1..noun + 6).any(|k| matches!(tokens.word(k), "randomly" | "randomised" | "randomized"));
    let either = (noun + 1..tokens.len()).any(|k| {
        matches!(tokens.word(k), "or" | "either" | "into") || tokens.at(k, &["one", "of"]) && !tokens.is_number(k + 2)
    });
    if randomised || either {
        return other_count && !either;
    }
    other_count || (noun + 1..tokens.len()).any(|k| matches!(tokens.word(k), "while" | "compared" | "versus"))
}

/// "Of the 93 women who fell ill, …", "among the 52 sailors who slept badly": a part known by what it did.
fn fell_or_did(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    let of_the = !scene.is_abstract
        && (tokens.ends_at(quantity.first, &["of", "the"])
            || tokens.ends_at(quantity.first, &["among", "the"])
            || tokens.ends_at(phrase_start(tokens, quantity.first), &["in", "the"])
            // "The 120 sailors who smoked slept badly"
            || quantity.first == 1 && tokens.word(0) == "the" && tokens.word(noun + 1) == "who");
    // "of the 1,200 who were sent the syrup" tells of all
    let joined_in = tokens.is(noun + 2, Class::TakingPart)
        || matches!(tokens.word(noun + 2), "started" | "began" | "entered")
        || tokens.word(noun + 3) == "part"
        || tokens.is(noun + 2, Class::Be) && relative_fate(tokens, noun) == Some(Fate::Described);
    let told_of = matches!(relative_fate(tokens, noun), Some(Fate::Outcome | Fate::Described));
    of_the && told_of && !joined_in
}

/// "half of the 80 sailors": a share of all of them, not of those known by what they got.
fn shared_out(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    let the = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "the").unwrap_or(quantity.first);
    let Some(of) = the.checked_sub(1).filter(|&k| tokens.word(k) == "of") else { return false };
    let share = scene.quantities_before(of).last().is_some_and(|q| q.last + 1 == of && q.unit == Unit::Percent);
    share && !qualifies(tokens, noun + 1) && !treats(tokens, noun + 1) && !tokens.is(noun + 1, Class::Preposition)
}

/// "30 were randomised to A and 31 to B": one group is named before the next count.
fn single_destination(scene: &Scene, noun: usize) -> bool {
    let tokens = scene.tokens();
    let Some(next) = scene.quantities().iter().find(|q| q.first > noun && is_count(q)) else { return false };
    let verb = (noun + 1..next.first).rev().find(|&k| tokens.is(k, Class::EnrolVerb)).unwrap_or(noun);
    let to = (verb + 1..next.first).any(|k| tokens.word(k) == "to");
    let several = (verb + 1..next.first).any(|k| {
        matches!(
            tokens.word(k),
            "or" | "either" | "between" | "groups" | "arms" | "into" | "two" | "three" | "and" | "("
        ) && k + 1 < next.first
    });
    to && !several && matches!(tokens.before(next.first), "and" | "while" | "," | "versus" | "vs")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn roles_in_papers() {
        for (text, found) in [
            ("Ninety patients were randomised to A or B.", vec!["total Ninety patients"]),
            (
                "Patients (n = 60) were randomised to A (n = 30) or B (n = 30).",
                vec!["total n = 60", "arm n = 30", "arm n = 30"],
            ),
            ("Among 134 randomised women, pain was less.", vec!["total 134 randomised women"]),
            ("We enrolled 120 men. Each group contained 60 subjects.", vec!["total 120 men", "arm 60 subjects"]),
            ("120 men were screened and 80 patients were randomised.", vec!["screened 120 men", "total 80 patients"]),
            ("We studied 90 adults; 70 adults completed the trial.", vec!["total 90 adults", "completed 70 adults"]),
        ] {
            assert_eq!(counts(&format!("{PAPER}{text}")), found, "{text}");
        }
    }

    #[test]
    fn roles_in_news() {
        for (text, found) in [
            (
                "The study compared 600 dementia patients and 900 people without dementia.",
                vec!["subgroup 600 dementia patients", "subgroup 900 people"],
            ),
            (
                "The study tracked 9,000 women who were fitted with the implant and 37,000 women who chose surgery.",
                vec!["arm 9,000 women", "arm 37,000 women"],
            ),
            (
                "The team studied 640 women with arthritis and 655 women of similar height.",
                vec!["subgroup 640 women", "subgroup 655 women"],
            ),
            ("The study tracked 9,000 women with the implant and 12 sites.", vec!["total 9,000 women"]),
            ("Out of the whole sample in the study, 8,100 nurses completed the tests.", vec!["completed 8,100 nurses"]),
            ("In the study, 8,100 nurses completed the tests.", vec!["total 8,100 nurses"]),
            ("In the study, a further 45 nurses served as controls.", vec!["subgroup 45 nurses"]),
            ("In the study, 45 nurses formed the control group.", vec!["subgroup 45 nurses"]),
            ("In the study, 45 nurses were in control of it.", vec!["total 45 nurses"]),
            (
                "The study found that 560 sailors who were given rum slept no longer than those on water.",
                vec!["arm 560 sailors"],
            ),
            (
                "The study found that 560 sailors who were given rum slept no longer than before.",
                vec!["total 560 sailors"],
            ),
            (
                "The study took data from 8,900 sailors with gout, which it compared to the records of 88,000 healthy cooks.",
                vec!["subgroup 8,900 sailors", "subgroup 88,000 healthy cooks"],
            ),
            ("The study looked at 9,000 claims received by male nurses.", vec!["total 9,000 claims"]),
            (
                "The team compared results for 3,000 sailors undergoing keyhole surgery and 9,600 having open surgery.",
                vec!["arm 3,000 sailors", "arm 9,600"],
            ),
            (
                "One study involved 1,340 adults with colic beside a comparison group of 1,990 people without colic.",
                vec!["subgroup 1,340 adults", "subgroup 1,990 people"],
            ),
            ("Some dropped out of the study, leaving 9,310 cases for analysis.", vec!["total 9,310 cases"]),
            ("In the study a subset of 64 cooks was weighed again.", vec!["subgroup 64 cooks"]),
            (
                "Of 840 articles reviewed, the review included 27 trials.",
                vec!["screened 840 articles", "unknown 27 trials"],
            ),
            ("The team estimated the risk among almost 8,000 sailors.", vec!["total 8,000 sailors"]),
            ("Sleep was worse among the 971 women with asthma in the study.", vec!["subgroup 971 women"]),
            ("Volunteers in the study formed two groups of about 450 patients each.", vec!["arm 450 patients"]),
            ("The remaining 126 sailors were followed in the study.", vec!["completed 126 sailors"]),
            ("The team gave the syrup to 24 sailors and water to 25 nurses.", vec!["arm 24 sailors", "arm 25 nurses"]),
            (
                "The team studied 212 women who underwent surgery and 300 who received drugs.",
                vec!["arm 212 women", "arm 300"],
            ),
            (
                "The team studied 90 men. Among the group were 40 men with colds and 50 with gout.",
                vec!["total 90 men", "subgroup 40 men", "subgroup 50"],
            ),
            (
                "In the study 600 sailors took a heart check, including 110 sailors from Hull.",
                vec!["total 600 sailors", "subgroup 110 sailors"],
            ),
            ("The study had 81 nurses, 29 of them smokers.", vec!["total 81 nurses", "subgroup 29 of them smokers"]),
            ("Of the 41 nurses who fell ill in the study, 95% got well.", vec!["subgroup 41 nurses"]),
            ("The study pooled 14 trials with 9,000 patients.", vec!["unknown 14 trials", "total 9,000 patients"]),
            (
                "The team studied 212 women who had given birth and 300 women who had not.",
                vec!["subgroup 212 women", "subgroup 300 women"],
            ),
            ("In the study, sixty of the nurses were given syrup.", vec!["arm sixty of the nurses"]),
            ("In the trial, the syrup was given to 19 women, and 14 fell ill.", vec!["total 19 women", "event 14"]),
            (
                "Half of the 80 sailors were given oats and 40 got rice, the study found.",
                vec!["total 80 sailors", "arm 40"],
            ),
            (
                "The team compared 700 sailors who slept well with 1,400 who did not.",
                vec!["subgroup 700 sailors", "subgroup 1,400"],
            ),
            ("Volunteers in the study were split into three groups of 40.", vec!["arm 40"]),
            ("Of the 52 sailors who slept badly in the study, half fell.", vec!["subgroup 52 sailors"]),
            ("Of the 52 sailors who agreed to join the study, half fell.", vec!["total 52 sailors"]),
            ("The control group came to 900 nurses.", vec!["subgroup 900 nurses"]),
            ("Patients with gout and 85 controls took part in it, the study says.", vec!["subgroup 85 controls"]),
            (
                "In the trial 360 patients with gout were randomly assigned to one of four syrups.",
                vec!["total 360 patients"],
            ),
            (
                "The team recruited 33 men; 20 men were assigned at random to rinse, and 13 did nothing.",
                vec!["total 33 men", "arm 20 men", "arm 13"],
            ),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn roles_told_by_what_they_did() {
        let behind = |text: &str| {
            let found = counts(&format!("The trial ran in Hull.\n\nResearchers gave cooks syrup or water.\n\n{text}"));
            found.first().cloned().unwrap_or_default()
        };
        for (text, found) in [
            ("The team compared 150 cooks with gout with 450 of their neighbors.", "subgroup 150 cooks"),
            ("As controls, the team chose 450 roofers from the same town.", "subgroup 450 roofers"),
            ("Of the 2,600 applicants, the team took 300.", "screened 2,600 applicants"),
            ("Of the 2,600 cooks contacted, 300 agreed to take part.", "screened 2,600 cooks"),
            ("The analysis was restricted to the 800 nonsmokers, and the link vanished.", "subgroup 800 nonsmokers"),
            ("In the end, the researchers had complete data on 210 cooks.", "completed 210 cooks"),
            ("In the study, 150 cooks wore the mitt and 148 wore a sock.", "arm 150 cooks"),
            ("Each of the 150 cooks in the treatment group got a mitt.", "arm 150 cooks"),
            ("The study enrolled 900 women who had never been screened.", "total 900 women"),
            ("The study followed 900 cooks in Hull.", "total 900 cooks"),
        ] {
            assert_eq!(behind(text), found, "{text}");
        }
    }
}
