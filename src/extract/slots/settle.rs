//! The claims of one article in, their arms settled out: what one sentence leaves open, the others show.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, WordClasses};

use super::arm::{FEMALE, MALE};

/// Makes the arms of one study agree with each other.
pub fn settle(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    settle_roles(claims);
    settle_sexes(claims);
    settle_compared(claims, classes);
    settle_parts(claims, classes);
    settle_single(claims, text);
}

/// The whole study's size is everybody's, a part's is not.
fn settle_roles(claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| claim.kind == ClaimKind::SampleSize) {
        match (claim.role, claim.arm) {
            (Some(Role::Total | Role::Completed | Role::Screened), _) => claim.arm = Some(Arm::Whole),
            (Some(Role::Subgroup), Some(Arm::Whole)) => claim.arm = Some(Arm::Subgroup),
            _ => {}
        }
    }
}

/// "8 per cent of the people bereaved by war" where "those bereaved by war were 80 per cent more likely": the people of a
/// comparison are the exposed, and those they are compared with the others.
fn settle_compared(claims: &mut [Claim], classes: &WordClasses) {
    /// Comparisons looked at.
    const MOST: usize = 16;
    let compares = |claim: &&Claim| {
        matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio)
            && claim.scope == Scope::ThisStudy
            && claim.arm.is_none()
    };
    let mut sides: Vec<(Arm, Vec<String>)> = Vec::new();
    for claim in claims.iter().filter(compares).take(MOST) {
        let (group, other) = (claim.group.as_deref(), claim.comparator.as_deref());
        // "the rate of gout rose by a third" is no comparison of people
        let people = |group: &&str| other.is_some() || group.split_whitespace().any(|word| names_people(word, classes));
        if let Some(group) = group.filter(people) {
            sides.push((Arm::Treatment, telling(group, classes)));
        }
        sides.extend(other.map(|other| (Arm::Control, telling(other, classes))));
    }
    sides.retain(|side| !side.1.is_empty());
    if sides.is_empty() {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| unsettled(claim)) {
        let Some(told) = claim.group.as_deref().map(|group| telling(group, classes)) else { continue };
        let likest = |arm: Arm| sides.iter().filter(|side| side.0 == arm).map(|side| likeness(&told, &side.1)).max();
        let (exposed, other) = (likest(Arm::Treatment).unwrap_or(0), likest(Arm::Control).unwrap_or(0));
        if exposed.max(other) >= ENOUGH_LIKENESS && exposed != other {
            claim.arm = Some(if exposed > other { Arm::Treatment } else { Arm::Control });
        }
    }
}

/// Percent of the words of two descriptions that both have, from which on they mean the same people.
const ENOUGH_LIKENESS: usize = 60;

/// A figure of some people whose part of the study its own words leave open.
fn unsettled(claim: &Claim) -> bool {
    let figure = matches!(claim.statistic, Statistic::Share | Statistic::Level) || claim.kind == ClaimKind::EventCount;
    let open = match claim.arm {
        Some(Arm::Whole) => figure,
        Some(Arm::Subgroup) => claim.kind == ClaimKind::SampleSize && claim.role == Some(Role::Subgroup),
        _ => false,
    };
    open && claim.scope == Scope::ThisStudy
}

/// Percent of the words of either that both have.
fn likeness(one: &[String], other: &[String]) -> usize {
    let both = one.iter().filter(|word| other.contains(word)).count();
    let either = one.len() + other.len() - both;
    if either == 0 { 0 } else { both * 100 / either }
}

/// The words of a description that tell these people from others, without their endings.
fn telling(group: &str, classes: &WordClasses) -> Vec<String> {
    /// Shorter words are grammar.
    const SHORTEST: usize = 4;
    let plain = |word: &str| {
        let classes = classes.of(word);
        let neutral = [
            Class::People,
            Class::PeopleGroup,
            Class::StudyWork,
            Class::StudyPeople,
            Class::Article,
            Class::Approx,
            Class::Preposition,
            Class::Be,
            Class::StateWord,
        ];
        word.chars().count() >= SHORTEST
            && !matches!(word, "with" | "have" | "having" | "been" | "were" | "very" | "most" | "other" | "their" | "exposed" | "exposure")
            && !neutral.iter().any(|class| classes.has(*class))
    };
    let words = group.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).filter(|word| plain(word));
    let mut found: Vec<String> = words.map(|word| word.trim_end_matches('s').to_owned()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn names_people(word: &str, classes: &WordClasses) -> bool {
    let word = word.to_lowercase();
    word == "those" || classes.of(&word).has(Class::People)
}

/// "12 per cent of those on the drug" where nobody got anything else: everybody was treated.
fn settle_single(claims: &mut [Claim], text: &str) {
    let ours = |claim: &&Claim| claim.scope == Scope::ThisStudy;
    let compared = |claim: &Claim| {
        claim.arm == Some(Arm::Control) || claim.role == Some(Role::Arm) || claim.comparator.is_some()
    };
    let treated = |claim: &Claim| claim.arm == Some(Arm::Treatment) && claim.scope == Scope::ThisStudy;
    if !claims.iter().any(treated) || claims.iter().filter(ours).any(compared) {
        return;
    }
    const RIVALS: [&str; 10] = [
        "placebo",
        "Placebo",
        "control group",
        "sham",
        "dummy",
        "randomi",
        "Randomi",
        "usual care",
        "standard treatment",
        "than those",
    ];
    if RIVALS.iter().any(|rival| text.contains(rival)) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| treated(claim)) {
        claim.arm = Some(Arm::Whole);
    }
}

/// "obese workers" where the study was of workers: people described by what the whole study's are not are a part of it.
fn settle_parts(claims: &mut [Claim], classes: &WordClasses) {
    let whole = |claim: &&Claim| {
        claim.kind == ClaimKind::SampleSize
            && claim.scope == Scope::ThisStudy
            && matches!(claim.role, Some(Role::Total | Role::Completed))
    };
    /// Sizes of the whole study looked at.
    const MOST_SIZES: usize = 12;
    let sizes: Vec<&Claim> = claims.iter().filter(whole).take(MOST_SIZES).collect();
    if sizes.is_empty() {
        return;
    }
    let told: Vec<String> = sizes.iter().map(|claim| claim.sentence.text.to_lowercase()).collect();
    // "pregnant women" where all of the study were pregnant, and nothing else was told of their state.
    let states = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| classes.of(word).has(Class::StateWord)).collect()
    };
    let all: Vec<String> = sizes.iter().filter_map(|claim| claim.group.as_deref()).flat_map(states).collect();
    let one = all.windows(2).all(|pair| pair[0] == pair[1]);
    let whole_state = |group: &str| {
        let aged = [" over", " older", " under", " younger"].iter().any(|word| group.contains(word));
        let figures: Vec<&str> = group.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let same_age = || !figures.is_empty() && told.iter().any(|told| figures.iter().all(|age| told.contains(age)));
        one && states(group).first().is_some_and(|state| all.contains(state)) || aged && same_age()
    };
    for claim in claims.iter_mut() {
        let shares = matches!(claim.statistic, Statistic::Share | Statistic::Level);
        let described = claim.group.as_deref().and_then(|group| description(group, classes));
        if let Some(word) = described.filter(|_| shares && claim.arm == Some(Arm::Whole))
            && !told.iter().any(|sentence| sentence.contains(&word))
        {
            claim.arm = Some(Arm::Subgroup);
        } else if shares && claim.arm == Some(Arm::Subgroup) && claim.group.as_deref().is_some_and(whole_state) {
            claim.arm = Some(Arm::Whole);
        }
    }
}

/// "boys", where other figures of the study are of girls: each is a part of it.
fn settle_sexes(claims: &mut [Claim]) {
    /// Words of a group up to its noun.
    const HEAD: usize = 4;
    let sex = |claim: &Claim| {
        let group = claim.group.as_deref().filter(|_| claim.scope == Scope::ThisStudy)?;
        let named = |list: &[&str]| {
            group.split_whitespace().take(HEAD).any(|word| list.contains(&word.to_lowercase().as_str()))
        };
        match (named(&FEMALE), named(&MALE)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    };
    let both = [true, false].iter().all(|one| claims.iter().any(|claim| sex(claim) == Some(*one)));
    let size = |claim: &Claim| claim.kind == ClaimKind::SampleSize;
    for claim in claims.iter_mut().filter(|claim| both && claim.arm == Some(Arm::Whole)) {
        if !size(claim) && sex(claim).is_some() {
            claim.arm = Some(Arm::Subgroup);
        }
    }
}

/// The first word of "obese workers", in lower case, where it describes the people that follow.
fn description(group: &str, classes: &WordClasses) -> Option<String> {
    /// Words before the noun at most.
    const MOST_WORDS: usize = 3;
    let mut words = group.split_whitespace().map(str::to_lowercase);
    let first = words.next()?;
    let people = words
        .take(MOST_WORDS - 1)
        .any(|word| classes.of(&word).has(Class::People) || classes.of(&word).has(Class::PeopleGroup));
    let neutral = [
        Class::People,
        Class::StudyWork,
        Class::StudyPeople,
        Class::Article,
        Class::Approx,
        Class::Preposition,
        Class::Whole,
        Class::PhraseLeader,
        Class::RecruitVerb,
    ];
    let plain = first.len() > 2
        && first.chars().all(|c| c.is_alphabetic() || c == '-')
        && !neutral.iter().any(|class| classes.of(&first).has(*class))
        && !matches!(
            first.as_str(),
            "other" | "remaining" | "such" | "those" | "eligible" | "total" | "typical" | "average"
        );
    (people && plain).then_some(first)
}
