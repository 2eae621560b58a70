//! The claims of one article in, two figures set against each other whose groups no word tells apart out: of two things
//! done the first is the exposure and the second what it is compared with, of two sorts of people each is a part.

use crate::model::{Arm, Claim, ClaimKind, Scope, Statistic};
use crate::text::{Class, Classes, WordClasses};

use super::super::arm::{FEMALE, MALE};
use super::pairing::{self, Partners};
use super::sides::{Telling, exposed};
use super::subsample::aged;
use super::{lead, names_people, words};

/// Settles the arms of figures told side by side: "30 per cent of babies fed oats slept, compared with 20 per cent of those
/// fed rye", "30 per cent of people in Wales, and 20 per cent of people in Kent".
pub fn settle(claims: &mut [Claim], partners: &Partners, text: &str, classes: &WordClasses) {
    for (j, i) in partners.pairs() {
        let parts = || two_places(&claims[j], &claims[i]).then_some((Arm::Subgroup, Arm::Subgroup));
        let Some(arms) = arms_of(claims, j, i, text, classes).or_else(parts) else { continue };
        for (at, arm) in [(j, arms.0), (i, arms.1)] {
            assign(claims, at, arm);
        }
    }
}

/// "In Norway 9 per cent smoked, compared with 20 per cent in Spain": the second is told by its place alone.
fn two_places(first: &Claim, second: &Claim) -> bool {
    let place = |claim: &Claim| pairing::places(claim);
    place(second) && first.sentence == second.sentence && (first.group.is_none() || place(first))
}

/// "9 per cent with syrup, 4 per cent with honey and 2 per cent with a placebo": beside a control all others got something.
pub fn settle_lists(claims: &mut [Claim], classes: &WordClasses) {
    /// Figures of one list at least.
    const LIST: usize = 3;
    let mut start = 0;
    while start < claims.len() {
        let same = |claim: &Claim| {
            let first = &claims[start];
            claim.sentence == first.sentence && claim.unit == first.unit && claim.outcome == first.outcome
        };
        let end = start + claims[start..].iter().take_while(|claim| same(claim)).count();
        let list = &claims[start..end];
        let groups = list.windows(2).all(|pair| pair[0].group.is_some() && pair[0].group != pair[1].group);
        let level = |claim: &Claim| matches!(claim.statistic, Statistic::Share | Statistic::Level);
        let rates = list.iter().all(|claim| level(claim) && claim.scope == Scope::ThisStudy);
        let controls = list.iter().filter(|claim| claim.arm == Some(Arm::Control)).count();
        if list.len() >= LIST && groups && rates && controls == 1 {
            let told = |claim: &Claim| claim.group.as_deref().is_some_and(|group| Telling::of(group, classes).tells());
            // "9 per cent of walkers, 12 per cent of those who swam and 30 per cent of those who did neither"
            let treated = list.iter().any(|claim| claim.arm == Some(Arm::Treatment));
            let open = |arm: Option<Arm>| arm == Some(Arm::Whole) || treated && arm == Some(Arm::Subgroup);
            for claim in claims[start..end].iter_mut().filter(|claim| open(claim.arm) && told(claim)) {
                claim.arm = Some(Arm::Treatment);
            }
        }
        start = end;
    }
}

/// The arms of two figures, where their groups tell them and their own words do not.
fn arms_of(claims: &[Claim], j: usize, i: usize, text: &str, classes: &WordClasses) -> Option<(Arm, Arm)> {
    let (first, second) = (&claims[j], &claims[i]);
    let (one, other) = (first.group.as_deref()?, second.group.as_deref()?);
    let told = (first.arm?, second.arm?);
    let opposed = matches!(told, (Arm::Treatment, Arm::Control) | (Arm::Control, Arm::Treatment));
    // "in both groups": everybody
    let every = |group: &str| words(group).any(|word| matches!(word, "both" | "each" | "all" | "either"));
    if pairing::holds(first, second) || every(one) || every(other) || among_three(claims, j, i) {
        return None;
    }
    let between = &text[first.place.bytes.end..second.place.bytes.start];
    let faces = pairing::sets_against(between) || faces(first, second, between);
    let alike = first.outcome == second.outcome || second.outcome.is_none() || first.outcome.is_none();
    if !alike || !faces && !joins(first, second, between) {
        return None;
    }
    if former_and_latter(one, other) {
        return Some((Arm::Treatment, Arm::Control));
    }
    if spared(other) && !spared(one) && told.1 == Arm::Control {
        return Some((Arm::Treatment, Arm::Control));
    }
    let people = names_people(one, classes) && names_people(other, classes);
    // "calories", "calories eaten": the same
    if !people && (one.starts_with(other) || other.starts_with(one)) {
        return None;
    }
    let somebody = |group: &str| names_people(group, classes) || grouped(group);
    match (Sort::of(one, other, classes), Sort::of(other, one, classes)) {
        (Sort::People, Sort::People) => {
            let open = ![one, other].iter().any(|group| says_side(group, classes));
            (open && people && told != (Arm::Subgroup, Arm::Subgroup)).then_some((Arm::Subgroup, Arm::Subgroup))
        }
        (Sort::Deed, Sort::Deed) if !opposed && (people || grouped(one) && grouped(other)) => {
            Some(sides(first, second, classes))
        }
        (Sort::Deed, Sort::Other) | (Sort::Other, Sort::Deed)
            if !opposed && faces && (people || somebody(one) && told_on(second, other)) =>
        {
            Some(sides(first, second, classes))
        }
        _ => None,
    }
}

/// "the syrup group".
fn grouped(group: &str) -> bool {
    ["group", "arm", "groups"].iter().any(|noun| group.split(' ').any(|word| word == *noun))
}

/// "with tea it was 9 per cent": a thing that was given, behind its preposition.
fn told_on(claim: &Claim, group: &str) -> bool {
    let text = &claim.sentence.text;
    let lead = text.find(group).map(|at| text[..at].trim_end_matches("a ").trim_end_matches("the ").trim_end());
    lead.is_some_and(|lead| ["with", "With", "on", "On", "under"].iter().any(|word| lead.ends_with(word)))
}

/// The one that is named as the control, or is told only to be compared with, else the second.
fn sides(first: &Claim, second: &Claim, classes: &WordClasses) -> (Arm, Arm) {
    let named = |claim: &Claim| claim.group.as_deref().is_some_and(|group| names_control(group, classes));
    let turned = named(first) && !named(second) || named(first) == named(second) && told_to_compare(first);
    if turned { (Arm::Control, Arm::Treatment) } else { (Arm::Treatment, Arm::Control) }
}

/// "Compared with 9 per cent of cooks, …", "While 9 per cent of cooks fell, …".
fn told_to_compare(claim: &Claim) -> bool {
    const LEADS: [&str; 6] = ["ompared with", "ompared to", "While", "while", "hereas", "gainst"];
    let lead = lead(claim).trim_end();
    LEADS.iter().any(|word| lead.ends_with(word))
}

/// "those who had not", "those who didn't": only the others, without a deed of their own.
fn spared(group: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        " not",
        " didn't",
        " hadn't",
        " weren't",
        " wasn't",
        " haven't",
        " don't",
        " didn’t",
        " hadn’t",
        " weren’t",
        " haven’t",
        " don’t",
    ];
    ENDINGS.iter().any(|ending| group.ends_with(ending)) || ["without it", "without them"].contains(&group)
}

/// "the former", "the first group" and "the latter", "the second".
fn former_and_latter(one: &str, other: &str) -> bool {
    let first = |group: &str, list: [&str; 2]| {
        words(group).next().is_some_and(|word| list.contains(&word)) && words(group).count() <= 2
    };
    first(one, ["former", "first"]) && first(other, ["latter", "second"])
}

/// "… and 9 per cent of", " – 9 per cent of": told in one breath.
fn joins(first: &Claim, second: &Claim, between: &str) -> bool {
    /// Bytes between the two at most.
    const BREATH: usize = 110;
    first.sentence == second.sentence && between.len() <= BREATH
}

/// The arm of a figure and of those that tell it again.
fn assign(claims: &mut [Claim], at: usize, arm: Arm) {
    /// Claims on either side that can tell it again.
    const NEAR: usize = 2;
    let (from, to) = (at.saturating_sub(NEAR), (at + NEAR + 1).min(claims.len()));
    let (group, sentence) = (claims[at].group.clone(), claims[at].sentence.place.bytes.start);
    for claim in &mut claims[from..to] {
        let again = claim.group == group && claim.sentence.place.bytes.start == sentence && claim.arm.is_some();
        claim.arm = if again { Some(arm) } else { claim.arm };
    }
}

/// A third figure of somebody else stands right beside the two: none of three is the comparison.
fn among_three(claims: &[Claim], j: usize, i: usize) -> bool {
    let (first, second) = (&claims[j], &claims[i]);
    let other = |k: usize| {
        claims.get(k).is_some_and(|third| {
            third.unit == second.unit
                && third.statistic == second.statistic
                && third.outcome == second.outcome
                && third.group.is_some()
                && third.group != first.group
                && third.group != second.group
                && third.sentence == second.sentence
        })
    };
    other(i + 1) || j > 0 && other(j - 1)
}

/// The second is told of others than the first: "only 9 per cent of those … did", "By contrast, …".
fn faces(first: &Claim, second: &Claim, between: &str) -> bool {
    const LINKS: [&str; 9] = [
        " but ",
        " only ",
        " just ",
        " than ",
        " fell to ",
        " dropped to ",
        " rose to ",
        " rising to ",
        " falling to ",
    ];
    const OPENERS: [&str; 6] = ["But ", "By contrast", "In contrast", "That compare", "This compare", "By comparison"];
    let link = |link: &&str| between.contains(*link);
    let only = ["Only ", "Just "].iter().any(|word| second.sentence.text.starts_with(word));
    // "well above the 9 per cent seen in cooks"
    let measured = between.trim_end().ends_with(" the");
    let opener = |opener: &&str| second.sentence.text.starts_with(*opener);
    if first.sentence == second.sentence {
        return measured || LINKS.iter().any(link) || between.contains(';');
    }
    let same = ["did so", " did.", "same was true", "figure", "rate", "proportion"];
    OPENERS.iter().any(opener)
        || only
        || pairing::retold(second)
        || LINKS[1..3].iter().any(link)
        || same.iter().any(|word| second.sentence.text.contains(word))
}

/// Each of two groups is told by what it did or got.
pub fn both_deeds(one: &str, other: &str, classes: &WordClasses) -> bool {
    Sort::of(one, other, classes) == Sort::Deed && Sort::of(other, one, classes) == Sort::Deed
}

/// What tells the people of a group from those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Their sex, age, place, illness: what they are.
    People,
    /// What they did or got.
    Deed,
    Other,
}

impl Sort {
    fn of(group: &str, other: &str, classes: &WordClasses) -> Self {
        const STATE: Classes = Classes::of(&[
            Class::StateWord,
            Class::Condition,
            Class::Illness,
            Class::EventVerb,
            Class::Befallen,
            Class::OutcomeStrong,
        ]);
        let own = |word: &&str| !words(other).any(|theirs| theirs.eq_ignore_ascii_case(word));
        // "the men operated on", "those who were not": no part by sex
        let sorted = words(other).any(names_sort) || words(group).count() <= 2;
        let state = |word: &str| {
            classes.of_any_case(word).meets(STATE) && !classes.of_any_case(word).has(Class::AssignVerb)
                || sorted && names_sort(word)
        };
        // "those diagnosed early" and "those diagnosed late"
        let befell = |word: &str| classes.of_any_case(word).has(Class::Befallen);
        let people = || words(group).filter(own).any(state) || words(group).any(befell) || aged(group);
        if people() || placed(group) || named_people(group, classes) {
            Self::People
        } else if does(group, classes) && !words(group).any(|word| word == "whose") {
            Self::Deed
        } else {
            Self::Other
        }
    }
}

/// "men", "teenagers", "rich": people by their sex, age or standing.
fn names_sort(word: &str) -> bool {
    const SORTS: [&str; 27] = [
        "adults",
        "children",
        "teenagers",
        "teens",
        "adolescents",
        "pensioners",
        "seniors",
        "youngsters",
        "infants",
        "toddlers",
        "elderly",
        "older",
        "younger",
        "young",
        "old",
        "kids",
        "youths",
        "middle-aged",
        "rich",
        "poor",
        "wealthy",
        "affluent",
        "deprived",
        "graduates",
        "black",
        "white",
        "urban",
    ];
    [&SORTS[..], &FEMALE, &MALE].iter().any(|list| list.iter().any(|listed| word.eq_ignore_ascii_case(listed)))
}

/// "Norwegians".
fn named_people(group: &str, classes: &WordClasses) -> bool {
    group.starts_with(char::is_uppercase) && !group.contains(' ') && {
        let word = group.to_lowercase();
        classes.of(&word).has(Class::People) && word.ends_with('s') && !exposed(group)
    }
}

/// "people in Wales", "sailors from Kent".
fn placed(group: &str) -> bool {
    ["in ", "from ", "of "].iter().any(|lead| {
        group.match_indices(*lead).any(|(at, _)| {
            let name = group[at + lead.len()..].split(' ').next().unwrap_or_default();
            let own = at == 0 || group[..at].ends_with(' ');
            own && name.len() > 3 && name.starts_with(char::is_uppercase) && !name.chars().all(char::is_uppercase)
        })
    })
}

/// "who rowed", "taking the syrup", "delivered by forceps", "egg eaters", "the syrup group".
fn does(group: &str, classes: &WordClasses) -> bool {
    const DONE: Classes = Classes::of(&[
        Class::AssignVerb,
        Class::TreatedBy,
        Class::Offered,
        Class::ConsumeVerb,
        Class::TreatmentWord,
        Class::ExposureVerb,
    ]);
    let mut before = "";
    let mut found = exposed(group);
    for word in words(group) {
        let known = classes.of_any_case(word);
        let relative = matches!(before, "who" | "that" | "which");
        let formed = !before.is_empty() && word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        found |= known.meets(DONE) || relative || formed || before == "on";
        found |= known.has(Class::PeopleGroup) && !before.is_empty();
        before = word;
    }
    found
}

/// Words of one side stand in the description.
fn says_side(group: &str, classes: &WordClasses) -> bool {
    const SIDES: Classes = Classes::of(&[
        Class::ControlWord,
        Class::AssignVerb,
        Class::TreatmentWord,
        Class::MostExposed,
        Class::LeastExposed,
        Class::Negation,
    ]);
    words(group).any(|word| classes.of_any_case(word).meets(SIDES) || word == "without" || word.starts_with("non"))
        || exposed(group)
}

pub fn names_control(group: &str, classes: &WordClasses) -> bool {
    const CONTROL: Classes = Classes::of(&[Class::ControlWord, Class::Negation, Class::LeastExposed]);
    words(group).any(|word| classes.of_any_case(word).meets(CONTROL) || word == "without" || word.starts_with("non"))
}

/// "Of those on the syrup 12 fell, and of those on tea 30. That is 9 per cent against 22": the groups of the two told last, in
/// their order.
pub fn restate(claims: &mut [Claim], text: &str) {
    /// Bytes between the two figures at most.
    const SIDE_BY_SIDE: usize = 18;
    const JOINTS: [&str; 7] = ["and", "vs", "vs.", "versus", "v", "against", "compared with"];
    for i in 2..claims.len() {
        let (first, second) = (&claims[i - 1], &claims[i]);
        let between = text.get(first.place.bytes.end..second.place.bytes.start).unwrap_or_default();
        let beside = between.len() <= SIDE_BY_SIDE && JOINTS.contains(&between.trim());
        if !beside || first.unit != second.unit || !sums_up(first) {
            continue;
        }
        if let Some([one, other]) = told_last(claims, i - 1) {
            let told = [(i - 1, one.clone()), (i, other.clone())];
            for (to, from) in told {
                claims[to].group.clone_from(&from.group);
                claims[to].arm = from.arm;
                if from.outcome.is_some() {
                    claims[to].outcome.clone_from(&from.outcome);
                }
            }
        }
    }
}

/// "That's 9 per cent", "That works out at", "Which amounts to": right at the head of its sentence.
fn sums_up(claim: &Claim) -> bool {
    /// Bytes from the head to the figure at most.
    const NEAR: usize = 40;
    let text = &claim.sentence.text;
    lead(claim).len() <= NEAR
        && ["That", "Which", "This ", "It works", "Or "]
            .iter()
            .any(|lead| text.trim_start_matches('"').starts_with(lead))
}

/// The last two counts or shares before `k`, where they are of opposite groups.
fn told_last(claims: &[Claim], k: usize) -> Option<[&Claim; 2]> {
    /// Claims looked back over.
    const MOST: usize = 5;
    let rate = |claim: &&Claim| {
        let counts = claim.kind == ClaimKind::EventCount || claim.statistic == Statistic::Share;
        counts && claim.sentence != claims[k].sentence && claim.scope == Scope::ThisStudy && claim.group.is_some()
    };
    let mut told = claims[..k].iter().rev().take(MOST).filter(rate);
    let other = told.next()?;
    let one = told.find(|one| one.group != other.group)?;
    let opposed = matches!(
        (one.arm, other.arm),
        (Some(Arm::Treatment), Some(Arm::Control)) | (Some(Arm::Control), Some(Arm::Treatment))
    );
    opposed.then_some([one, other])
}
