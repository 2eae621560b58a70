//! Which part of the study a number is of, from the words of its group.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, Quantity, WordClasses};

use super::super::Draft;
use super::super::nouns::names_people;
use super::comparison::same_words;
use super::known::Known;
use super::pairs::partner;
use super::phrases::{Run, Words};

/// Treatment, control, whole study or subgroup; `None` where the number compares groups. `known` are people who
/// were told before and are only meant here.
pub fn arm(
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    group: Option<Run>,
    known: Option<&Known>,
) -> Option<Arm> {
    if draft.statistic == Statistic::Ratio || draft.kind == ClaimKind::EffectEstimate {
        return None;
    }
    let of_all = draft.kind == ClaimKind::SampleSize && draft.role != Some(Role::Arm);
    let named = group
        .and_then(|run| {
            arm_of(words, run).filter(|arm| !of_all || *arm != Arm::Treatment || !does_something(words, run))
        })
        .or_else(|| known?.arm.filter(|arm| *arm != Arm::Whole));
    if draft.statistic == Statistic::RelativeChange {
        // A change within one group keeps that group's arm; a change between groups has none.
        return named.filter(|_| within_one_group(words, quantity));
    }
    match draft.role {
        Some(Role::Total | Role::Completed | Role::Screened) => return Some(Arm::Whole),
        Some(Role::Subgroup) => return named.or(Some(Arm::Subgroup)),
        Some(Role::Arm) => return named.or(verb_arm(words, draft)).or(Some(Arm::Treatment)),
        _ => {}
    }
    if let Some(arm) = part_of_told(words, quantity, known) {
        return Some(arm);
    }
    if draft.statistic == Statistic::Share && super::comparison::assigned_share(words, quantity) {
        return Some(Arm::Whole);
    }
    let pair = of_two(words, draft, quantity, group, named);
    pair.or(named)
        .or_else(|| group.filter(|run| one_sex_of_two(words, *run)).map(|_| Arm::Subgroup))
        .or(Some(Arm::Whole))
}

/// "88 percent of whom were given …", "of these 52 sought help": a part of people told before.
fn part_of_told(words: &Words, quantity: &Quantity, known: Option<&Known>) -> Option<Arm> {
    let tokens = words.tokens;
    let of = |k: usize| tokens.word(k) == "of" && matches!(tokens.word(k + 1), "whom" | "these" | "those" | "them");
    let next = super::group::behind(words, quantity);
    let led = (quantity.first.saturating_sub(5)..quantity.first.saturating_sub(1)).any(|k| {
        let fills =
            |j: usize| tokens.word(j) == "," || tokens.is(j, Class::Approx) || tokens.is(j, Class::FigureLeader);
        of(k) && (k + 2..quantity.first).all(fills)
    });
    let told = known.is_some_and(|known| known.part) && tokens.at(next, &["of", "these"]);
    if !led && !of(next) && !told {
        return None;
    }
    match known {
        Some(Known { arm: Some(arm @ (Arm::Treatment | Arm::Control)), .. }) => Some(*arm),
        // A part of those who had an outcome is a part of the study; so it is where nobody was told.
        Some(Known { part: true, .. }) => Some(Arm::Subgroup),
        // "of these children's injuries" are all of them
        None if led || tokens.word(next + 1) == "whom" || !tokens.is_word(next + 2) || words.acts(next + 2) => {
            Some(Arm::Subgroup)
        }
        _ => None,
    }
}

/// The arm of a figure that is told beside another one's.
fn of_two(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>, named: Option<Arm>) -> Option<Arm> {
    let tokens = words.tokens;
    let other = partner(tokens, words.quantities, quantity)
        .filter(|_| draft.kind != ClaimKind::Percentage || draft.statistic == Statistic::Share)?;
    let theirs = super::group::group(words, &Draft::of(draft.kind, other.quantity, draft.statistic), other.quantity);
    let same = matches!((group, theirs), (Some(mine), Some(theirs)) if same_words(tokens, mine, theirs));
    if !other.before && super::pairs::second_of_shared(tokens, words.quantities, other.quantity, [group, theirs]) {
        return named.or(Some(Arm::Treatment));
    }
    let told_apart = group.is_some() && theirs.is_some() && !same;
    // "14 per cent abstained, while 13 per cent drank too much": two things told of the same people
    let nobody = group.is_none() && theirs.is_none() && !other.set_against;
    if same || nobody || !(other.explicit || told_apart) {
        return None;
    }
    let their_arm = theirs.and_then(|run| arm_of(words, run));
    if !other.set_against && named.is_none() && their_arm.is_none() {
        let people = |run: Option<Run>| run.is_some_and(|run| words.people(run));
        return (told_apart && people(group) && people(theirs)).then_some(Arm::Subgroup);
    }
    Some(of_pair(named, their_arm, other.before))
}

const FEMALE: [&str; 6] = ["women", "girls", "females", "female", "mothers", "daughters"];
const MALE: [&str; 6] = ["men", "boys", "males", "male", "fathers", "sons"];

/// "40 per cent of boys": a part of the study where the sentence also tells of girls.
fn one_sex_of_two(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let named = |list: &[&str]| (run.first..=run.last).any(|k| list.contains(&tokens.word(k)));
    let told = |list: &[&str]| (0..tokens.len()).any(|k| list.contains(&tokens.word(k)));
    match (named(&FEMALE), named(&MALE)) {
        (true, false) => told(&MALE),
        (false, true) => told(&FEMALE),
        _ => false,
    }
}

/// "lost 6 per cent of their weight": the verb of change is the group's own.
fn within_one_group(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let near = quantity.first.saturating_sub(3)..quantity.first;
    near.into_iter().any(|k| matches!(tokens.word(k), "lost" | "lose" | "gained" | "gain" | "shed" | "dropped"))
}

/// The arm of one of two figures told side by side: the second is the control's unless its words say otherwise.
fn of_pair(mine: Option<Arm>, theirs: Option<Arm>, second: bool) -> Arm {
    let by_order = if second { Arm::Control } else { Arm::Treatment };
    match (mine, theirs) {
        (Some(Arm::Subgroup), _) | (None, Some(Arm::Subgroup)) => Arm::Subgroup,
        (Some(mine), Some(theirs)) if mine == theirs => by_order,
        // In a trial against another drug both are "treated": the second is the comparison.
        (Some(Arm::Treatment), None) if second => Arm::Control,
        (Some(mine), _) => mine,
        (None, Some(Arm::Control)) => Arm::Treatment,
        (None, _) => by_order,
    }
}

/// The arm that the words of a group name.
pub fn arm_of(words: &Words, run: Run) -> Option<Arm> {
    let tokens = words.tokens;
    let any = |f: &dyn Fn(usize) -> bool| (run.first..=run.last).any(f);
    if any(&|k| matches!(tokens.word(k), "subgroup" | "whose")) {
        return Some(Arm::Subgroup);
    }
    let not_treated = any(&|k| tokens.is(k, Class::Negation) || tokens.word(k) == "without");
    if not_treated || any(&|k| tokens.is(k, Class::ControlWord)) {
        return Some(Arm::Control);
    }
    let treated = any(&|k| {
        tokens.is(k, Class::TreatmentWord)
            || (tokens.is(k, Class::AssignVerb) && !matches!(tokens.word(k), "using" | "used"))
            || matches!(tokens.word(k), "prescribed" | "on" | "had") && k > run.first
    });
    if treated {
        return Some(Arm::Treatment);
    }
    if any(&|k| tokens.is(k, Class::LeastExposed) && !only_names(words, k)) {
        return Some(Arm::Control);
    }
    let drug = any(&|k| words.drugs.iter().any(|drug| drug.overlaps(tokens.span(k, k))));
    // "those who are obese", "premature babies": what people are, not what they took
    if !drug && any(&|k| tokens.is(k, Class::StateWord)) {
        return Some(Arm::Subgroup);
    }
    if drug || any(&|k| tokens.is(k, Class::MostExposed) && !only_names(words, k)) || does_something(words, run) {
        return Some(Arm::Treatment);
    }
    let narrowed =
        any(&|k| matches!(tokens.word(k), "over" | "under" | "older" | "younger" | "weekend" | "weekday" | "stage"));
    narrowed.then_some(Arm::Subgroup)
}

/// "the low-dose group", "high risk patients", "more than six cups": the degree is of something else than of exposure.
fn only_names(words: &Words, k: usize) -> bool {
    words.tokens.before(k) == "at"
        || matches!(
            words.tokens.word(k + 1),
            "-" | "risk"
                | "dose"
                | "blood"
                | "cholesterol"
                | "birth"
                | "school"
                | "mood"
                | "than"
                | "income"
                | "grade"
                | "quality"
        )
}

/// "those who frequently inhaled pollutants", "participants who had lost people", "women drinking coffee": the exposed.
fn does_something(words: &Words, run: Run) -> bool {
    let tokens = words.tokens;
    let people = |k: usize| names_people(tokens, k) || tokens.word(k) == "those";
    let Some(head) = (run.first..=run.last.min(run.first + 2)).find(|&k| people(k)) else { return false };
    let next = tokens.word(head + 1);
    let acting = next.len() > 4 && next.ends_with("ing") && !matches!(next, "living" | "suffering" | "attending");
    run.last > head + 1 && (next == "who" || acting)
}

/// "31 did so with salt water", "33 received placebo".
fn verb_arm(words: &Words, draft: &Draft) -> Option<Arm> {
    let tokens = words.tokens;
    let end = (draft.last + 1..draft.last + 12)
        .find(|&k| matches!(tokens.word(k), "," | ";" | "." | "and"))
        .unwrap_or(draft.last + 12);
    (draft.last + 1..end).any(|k| tokens.is(k, Class::ControlWord)).then_some(Arm::Control)
}

/// "obese workers" where the study was of workers: people described by what the whole study's are not are a part of it.
pub fn settle(claims: &mut [Claim], classes: &WordClasses) {
    let whole = |claim: &&Claim| {
        claim.kind == ClaimKind::SampleSize
            && claim.scope == Scope::ThisStudy
            && matches!(claim.role, Some(Role::Total | Role::Completed))
    };
    /// Sizes of the whole study looked at.
    const MOST_SIZES: usize = 12;
    settle_sexes(claims);
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
    let whole_state = |group: &str| one && states(group).first().is_some_and(|state| all.contains(state));
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
    let shares = |claim: &Claim| matches!(claim.statistic, Statistic::Share | Statistic::Level);
    for claim in claims.iter_mut().filter(|claim| both && claim.arm == Some(Arm::Whole)) {
        if shares(claim) && sex(claim).is_some() {
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
