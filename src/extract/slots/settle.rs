//! The claims of one article in, their arms settled out: what one sentence leaves open, the others show.

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, WordClasses};

use super::arm::{FEMALE, MALE};

/// Makes the arms of one study agree with each other.
pub fn settle(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    settle_roles(claims);
    settle_sexes(claims);
    let sides = sides(claims, classes);
    if sides.is_empty() {
        settle_single(claims, text, classes);
    } else {
        settle_compared(claims, &sides, classes);
    }
    settle_parts(claims, opening(text), classes);
}

/// The beginning of an article, which tells whom the study is about.
fn opening(text: &str) -> &str {
    /// Bytes.
    const LENGTH: usize = 700;
    let end = (LENGTH.min(text.len())..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    &text[..end]
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

/// Who is compared in a study: the arm of a description and the words that tell it.
struct Side {
    arm: Arm,
    words: Telling,
}

/// The people of the study's comparisons are the exposed, and those they are compared with the others.
fn sides(claims: &[Claim], classes: &WordClasses) -> Vec<Side> {
    /// Comparisons looked at.
    const MOST: usize = 16;
    let relative =
        |claim: &Claim| matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio) && claim.arm.is_none();
    let set_against =
        |claim: &Claim| claim.comparator.is_some() && matches!(claim.arm, Some(Arm::Whole | Arm::Treatment));
    let compares = |claim: &&Claim| claim.scope == Scope::ThisStudy && (relative(claim) || set_against(claim));
    let mut found = Vec::new();
    for claim in claims.iter().filter(compares).take(MOST) {
        let (group, other) = (claim.group.as_deref(), claim.comparator.as_deref());
        let other = other.map(|other| Telling::of(other, classes)).filter(Telling::tells);
        // "the rate of gout rose by a third" is no comparison of people
        let people = |group: &&str| other.is_some() || names_people(group, classes);
        let group = group.filter(people).map(|group| Telling::of(group, classes)).filter(Telling::tells);
        // "than those who never had gout": those compared with them had it
        let had = other.as_ref().filter(|other| other.negated).map(|other| Telling { negated: false, ..other.clone() });
        let mut add = |arm: Arm, words: Option<Telling>| found.extend(words.map(|words| Side { arm, words }));
        add(Arm::Treatment, had);
        add(Arm::Treatment, group);
        add(Arm::Control, other);
    }
    found
}

/// "nine per cent of people widowed by war" where "those widowed by war were likelier to move".
fn settle_compared(claims: &mut [Claim], sides: &[Side], classes: &WordClasses) {
    for claim in claims.iter_mut().filter(|claim| unsettled(claim)) {
        let Some(told) = described_people(claim).map(|group| Telling::of(group, classes)) else { continue };
        let likest =
            |arm: Arm| sides.iter().filter(|side| side.arm == arm).map(|side| told.likeness(&side.words)).max();
        let (exposed, other) = (likest(Arm::Treatment).unwrap_or(0), likest(Arm::Control).unwrap_or(0));
        if exposed.max(other) >= ENOUGH_LIKENESS && exposed != other {
            claim.arm = Some(if exposed > other { Arm::Treatment } else { Arm::Control });
        }
    }
}

/// The group of a claim, or what the sentence tells of a count of nobody named ("of these, 121 had gout").
fn described_people(claim: &Claim) -> Option<&str> {
    /// Words behind the count.
    const MOST_WORDS: usize = 5;
    if let Some(group) = claim.group.as_deref() {
        return Some(group);
    }
    let text = &claim.sentence.text;
    let quote_end = claim.place.bytes.end.checked_sub(claim.sentence.place.bytes.start)?;
    let behind = text.get(quote_end..)?;
    let clause = behind.split([',', '.', ';', '(']).next()?;
    let end = clause.match_indices(' ').nth(MOST_WORDS).map_or(clause.len(), |(at, _)| at);
    Some(&clause[..end])
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

/// The words of a description that tell these people from others.
#[derive(Clone)]
struct Telling {
    words: Vec<String>,
    /// "those who never had gout".
    negated: bool,
}

impl Telling {
    fn of(group: &str, classes: &WordClasses) -> Self {
        let words = group.split(|c: char| !c.is_alphanumeric() && c != '\'').map(str::to_lowercase);
        let mut found: Vec<String> = Vec::new();
        let mut negated = false;
        for word in words {
            // "non-smokers", "nonsmokers"
            let others = word.strip_prefix("non").filter(|_| word != "none");
            negated |= others.is_some() || word == "without" || classes.of(&word).has(Class::Negation);
            let word = others.unwrap_or(&word);
            if tells(word, classes) {
                found.push(word.trim_end_matches('s').to_owned());
            }
        }
        found.sort_unstable();
        found.dedup();
        Self { words: found, negated }
    }

    fn tells(&self) -> bool {
        !self.words.is_empty()
    }

    /// Percent of the words of either that both have; none where one denies what the other says.
    fn likeness(&self, other: &Self) -> usize {
        let both = self.words.iter().filter(|word| other.words.contains(word)).count();
        let either = self.words.len() + other.words.len() - both;
        if either == 0 || self.negated != other.negated { 0 } else { both * 100 / either }
    }
}

/// No grammar, no noun for people, no figure, no sex or state.
fn tells(word: &str, classes: &WordClasses) -> bool {
    /// Shorter words are grammar.
    const SHORTEST: usize = 4;
    let neutral = [
        Class::PeopleGroup,
        Class::StudyWork,
        Class::StudyPeople,
        Class::Article,
        Class::Approx,
        Class::Preposition,
        Class::Be,
        Class::StateWord,
        Class::Negation,
    ];
    // "smokers" tells, "people" does not
    let doer = ["ers", "ians", "ics", "er"].iter().any(|ending| word.ends_with(ending));
    let anybody = classes.of(word).has(Class::People) && (!doer || FEMALE.contains(&word) || MALE.contains(&word));
    let grammar = matches!(
        word,
        "with"
            | "have"
            | "having"
            | "been"
            | "very"
            | "most"
            | "other"
            | "their"
            | "exposed"
            | "exposure"
            | "exposures"
            | "when"
            | "group"
    );
    let classes = classes.of(word);
    word.chars().count() >= SHORTEST
        && !grammar
        && !anybody
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && !neutral.iter().any(|class| classes.has(*class))
}

/// "women who", "the trial's women": where the noun of a group stands.
fn first_words(group: &str) -> &str {
    group.match_indices(' ').nth(1).map_or(group, |(at, _)| &group[..at])
}

fn names_people(group: &str, classes: &WordClasses) -> bool {
    let people = |word: &str| word.eq_ignore_ascii_case("those") || classes.of_any_case(word).has(Class::People);
    group.split(|c: char| !c.is_alphabetic()).any(people)
}

/// "12 per cent of those on the drug" where nobody got anything else: everybody was treated. Where several groups were,
/// each is a part.
fn settle_single(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    const RIVALS: [&str; 7] =
        ["placebo", "control group", "sham", "dummy", "usual care", "standard treatment", "than those"];
    let ours = |claim: &&Claim| claim.scope == Scope::ThisStudy;
    // "those with high exposure": others had less of it
    let by_degree =
        |group: &str| group.split_whitespace().any(|word| classes.of_any_case(word).has(Class::MostExposed));
    let compared = |claim: &Claim| claim.arm == Some(Arm::Control) || claim.role == Some(Role::Arm);
    let treated = |claim: &Claim| {
        claim.arm == Some(Arm::Treatment)
            && claim.scope == Scope::ThisStudy
            && claim.group.as_deref().is_none_or(|group| names_people(first_words(group), classes) && !by_degree(group))
    };
    let everybody = |claim: &Claim| {
        claim.kind == ClaimKind::SampleSize && matches!(claim.role, Some(Role::Total | Role::Completed))
    };
    let rival = || {
        let text = text.to_lowercase();
        RIVALS.iter().any(|rival| says(&text, rival)) || words(&text).any(|word| word.starts_with("randomi"))
    };
    if !claims.iter().any(treated) || claims.iter().filter(ours).any(compared) || rival() {
        return;
    }
    let told = claims.iter().filter(|claim| treated(claim)).filter_map(|claim| claim.group.as_deref());
    let told: Vec<Telling> = told.map(|group| Telling::of(group, classes)).filter(Telling::tells).collect();
    let several = told.windows(2).any(|pair| pair[0].likeness(&pair[1]) == 0 && pair[0].negated == pair[1].negated);
    if !several && !claims.iter().filter(ours).any(everybody) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| treated(claim)) {
        claim.arm = Some(if several { Arm::Subgroup } else { Arm::Whole });
    }
}

/// "obese workers" where the study was of workers: people described by what the whole study's are not are a part of it.
fn settle_parts(claims: &mut [Claim], opening: &str, classes: &WordClasses) {
    let whole = |claim: &&Claim| {
        claim.kind == ClaimKind::SampleSize
            && claim.scope == Scope::ThisStudy
            && matches!(claim.role, Some(Role::Total | Role::Completed))
    };
    /// Sizes of the whole study looked at.
    const MOST_SIZES: usize = 12;
    let open = |claim: &Claim| {
        matches!(claim.statistic, Statistic::Share | Statistic::Level)
            && matches!(claim.arm, Some(Arm::Whole | Arm::Subgroup))
    };
    if !claims.iter().any(open) {
        return;
    }
    let sizes: Vec<&Claim> = claims.iter().filter(whole).take(MOST_SIZES).collect();
    if sizes.is_empty() {
        return;
    }
    // "33 studies", "9,000 births" do not say whether they were of women.
    let of_people = |group: &String| group.split_whitespace().any(|word| person(word, classes));
    let whole_groups: Vec<String> = sizes.iter().filter_map(|claim| claim.group.clone()).filter(of_people).collect();
    let told: Vec<String> = sizes.iter().map(|claim| claim.sentence.text.to_lowercase()).collect();
    // "pregnant women" where all of the study were pregnant, and nothing else was told of their state.
    let states = |text: &str| -> Vec<String> {
        words(text).filter(|word| classes.of_any_case(word).has(Class::StateWord)).map(str::to_lowercase).collect()
    };
    let all: Vec<String> = sizes.iter().filter_map(|claim| claim.group.as_deref()).flat_map(states).collect();
    let one = all.windows(2).all(|pair| pair[0] == pair[1]);
    let whole_state = |group: &str| {
        let aged = words(group).skip(1).any(|word| matches!(word, "over" | "older" | "under" | "younger"));
        let figures: Vec<&str> = group.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let same_age = || !figures.is_empty() && told.iter().any(|told| figures.iter().all(|age| says(told, age)));
        one && states(group).first().is_some_and(|state| all.contains(state)) || aged && same_age()
    };
    for claim in claims.iter_mut().filter(|claim| open(claim)) {
        let group = claim.group.as_deref().unwrap_or_default();
        let described = || description(group, &told, classes).is_some_and(|word| !told.iter().any(|t| says(t, &word)));
        match claim.arm {
            Some(Arm::Whole) => {
                let ours = claim.scope == Scope::ThisStudy;
                let part = ours && (one_sex(group, &whole_groups) || qualified(claim, &told, opening, classes));
                if part || described() {
                    claim.arm = Some(Arm::Subgroup);
                }
            }
            Some(Arm::Subgroup) if whole_state(group) => claim.arm = Some(Arm::Whole),
            _ => {}
        }
    }
}

/// "12 per cent of women", where the study was of adults.
fn one_sex(group: &str, whole_groups: &[String]) -> bool {
    let named = |text: &str, list: &[&str]| {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| list.iter().any(|listed| word.eq_ignore_ascii_case(listed)))
    };
    let part = |list: &[&str]| {
        named(first_words(group), list)
            && !whole_groups.is_empty()
            && !whole_groups.iter().any(|told| named(told, list))
    };
    part(&FEMALE) || part(&MALE)
}

/// The words of `text`, without its signs.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// `text` holds `phrase` as whole words, or their plural: "women" does not say "men".
fn says(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let behind = text[at + found.len()..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let ends = behind == "es" || behind.chars().all(|c| c == 's');
        ends && !text[..at].ends_with(char::is_alphanumeric)
    })
}

fn person(word: &str, classes: &WordClasses) -> bool {
    classes.of_any_case(word).has(Class::People)
}

/// "cooks with gout" where neither the sizes of the study nor the opening of the article told of gout: a part of it.
fn qualified(claim: &Claim, told: &[String], opening: &str, classes: &WordClasses) -> bool {
    let group = claim.group.as_deref().unwrap_or_default();
    let Some((people, with)) = [" with ", " whose ", " living "].iter().find_map(|word| group.split_once(word)) else {
        return false;
    };
    let words = Telling::of(with, classes);
    // What its own sentence tells says nothing of the whole.
    let before = claim.sentence.place.bytes.start.min(opening.len());
    let opening = opening.get(..before).unwrap_or_default().to_lowercase();
    people.split_whitespace().any(|word| person(word, classes))
        && words.tells()
        && !words.words.iter().any(|word| says(&opening, word) || told.iter().any(|told| says(told, word)))
}

/// "boys", where other figures of the study are of girls: each is a part of it.
fn settle_sexes(claims: &mut [Claim]) {
    /// Words of a group up to its noun.
    const HEAD: usize = 4;
    let sex = |claim: &Claim| {
        let group = claim.group.as_deref().filter(|_| claim.scope == Scope::ThisStudy)?;
        let named = |list: &[&str]| {
            group.split_whitespace().take(HEAD).any(|word| list.iter().any(|listed| word.eq_ignore_ascii_case(listed)))
        };
        match (named(&FEMALE), named(&MALE)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    };
    let open = |claim: &Claim| claim.arm == Some(Arm::Whole) && claim.kind != ClaimKind::SampleSize;
    if !claims.iter().any(open) {
        return;
    }
    let both = [true, false].iter().all(|one| claims.iter().any(|claim| sex(claim) == Some(*one)));
    for claim in claims.iter_mut().filter(|claim| both && open(claim)) {
        if sex(claim).is_some() {
            claim.arm = Some(Arm::Subgroup);
        }
    }
}

/// The first word of "obese workers", in lower case, where it describes the people that follow, or the records that the
/// study `told` of.
fn description(group: &str, told: &[String], classes: &WordClasses) -> Option<String> {
    /// Words before the noun at most.
    const MOST_WORDS: usize = 3;
    let mut words = group.split_whitespace();
    let first = words.next()?;
    let described = classes.of_any_case(first);
    let record = |word: &str| told.iter().any(|told| says(told, &word.to_lowercase()));
    let people = words.take(MOST_WORDS - 1).any(|word| {
        let classes = classes.of_any_case(word);
        classes.has(Class::People) || classes.has(Class::PeopleGroup) || classes.has(Class::Record) && record(word)
    });
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
        && !neutral.iter().any(|class| described.has(*class))
        && !matches!(
            first.to_lowercase().as_str(),
            "other" | "remaining" | "such" | "those" | "eligible" | "total" | "typical" | "average"
        );
    (people && plain).then(|| first.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_compared() {
        for (text, phrase, said) in [
            ("a study of 40 women", "men", false),
            ("a study of 40 men", "men", true),
            ("a study of smokers", "smoker", true),
            ("the shame of it", "sham", false),
            ("a sham-controlled trial", "sham", true),
            ("two control groups", "control group", true),
            ("people over 150", "50", false),
        ] {
            assert_eq!(says(text, phrase), said, "{text}: {phrase}");
        }
    }
}
