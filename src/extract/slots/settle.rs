//! The claims of one article in, their arms settled out: what one sentence leaves open, the others show.

mod amounts;
mod case_control;
mod counted_arms;
mod derived;
mod lacking;
pub mod of_pair;
mod of_share;
mod of_whom;
pub mod pairing;
mod rates;
mod rivals;
pub mod sides;
mod subsample;
mod tested;
mod times;
mod told_beside;
mod turned;
mod two_sides;
mod two_sizes;

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, WordClasses};

use super::arm::{FEMALE, MALE};
use super::time::carry;
use super::time::phrases::Times;
use crate::extract::scene::Sentence;
use pairing::Partners;
use rivals::Rivals;
use sides::{Arms, Telling, Told, comparing, of_comparisons};
use subsample::Sample;

/// Makes the arms of one study agree with each other.
pub fn settle(claims: &mut [Claim], text: &str, sentences: &[Sentence], times: Times, classes: &WordClasses) {
    settle_roles(claims);
    counted_arms::share_scale(claims);
    case_control::settle(claims);
    of_whom::settle(claims);
    of_whom::settle_these(claims);
    settle_sexes(claims);
    let comparing = comparing(claims);
    let partners = Partners::of(claims);
    let rivals = Rivals::of(text);
    let people_compared = claims.iter().any(unsettled).then(|| settle_compared(claims, &comparing, classes));
    if claims.iter().any(|claim| unsettled(claim) && claim.group.is_some()) {
        let told = Told::read(text, sentences, classes);
        // what is settled of one figure names the arm of others
        if settle_once(claims, &told, &partners, text, classes) {
            settle_once(claims, &told, &partners, text, classes);
        }
    } else {
        pairing::settle_opposites(claims, &partners, text, classes);
    }
    let compared =
        |claims: &[Claim]| people_compared.unwrap_or_else(|| !of_comparisons(claims, &comparing, classes).is_empty());
    settle_single(claims, &rivals, classes, compared);
    settle_parts(claims, text, classes);
    two_sides::settle(claims, &partners, text, classes);
    amounts::settle(claims, &partners);
    two_sides::settle_lists(claims, classes);
    lacking::settle(claims, classes);
    turned::settle(claims, &rivals, classes);
    two_sides::restate(claims, text);
    of_share::settle(claims);
    two_sizes::settle(claims, text, classes);
    of_share::settle_events(claims);
    counted_arms::settle(claims);
    told_beside::settle(claims, &rivals, classes);
    pairing::fill(claims, &partners, text, classes);
    pairing::compare(claims, text);
    tested::settle(claims, &partners, text);
    counted_arms::compare_lists(claims, classes);
    pairing::share_with_ratio(claims, text);
    times::settle(claims, &partners, text, classes);
    derived::settle(claims, classes);
    rates::settle(claims, text);
    carry::carry(claims, &carry::Behind { sentences, times, text });
}

/// Settles arms by their names and by their opposites; whether that told any.
fn settle_once(claims: &mut [Claim], told: &Told, partners: &Partners, text: &str, classes: &WordClasses) -> bool {
    let arms = |claims: &[Claim]| claims.iter().map(|claim| claim.arm).collect::<Vec<_>>();
    let before = arms(claims);
    settle_named(claims, told, classes);
    pairing::settle_opposites(claims, partners, text, classes);
    before != arms(claims)
}

/// "the clip patients" where some of the patients got a clip: the arms as the article names them.
fn settle_named(claims: &mut [Claim], told: &Told, classes: &WordClasses) {
    let open =
        |claim: &Claim| unsettled(claim) && (claim.arm == Some(Arm::Whole) || claim.role == Some(Role::Subgroup));
    let arms = Arms::gather(claims, told, classes);
    let named =
        |claim: &Claim| claim.group.as_deref().filter(|_| open(claim)).and_then(|group| arms.of(group, classes));
    let found: Vec<Option<Arm>> = claims.iter().map(named).collect();
    set(claims, found);
}

/// Gives claims the arms that were found for them.
fn set(claims: &mut [Claim], found: Vec<Option<Arm>>) {
    for (claim, arm) in claims.iter_mut().zip(found).filter(|(_, arm)| arm.is_some()) {
        claim.arm = arm;
    }
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

/// "nine per cent of people widowed by war" where "those widowed by war were likelier to move"; whether people are compared
/// at all.
fn settle_compared(claims: &mut [Claim], comparing: &[usize], classes: &WordClasses) -> bool {
    let sides = of_comparisons(claims, comparing, classes);
    if sides.is_empty() {
        return false;
    }
    let likest = |claim: &Claim| {
        let told = Telling::of(Some(claim).filter(|claim| unsettled(claim)).and_then(described_people)?, classes);
        let likest =
            |arm: Arm| sides.iter().filter(|side| side.arm == arm).map(|side| told.likeness(&side.words)).max();
        let (exposed, other) = (likest(Arm::Treatment).unwrap_or(0), likest(Arm::Control).unwrap_or(0));
        let told = exposed.max(other) >= ENOUGH_LIKENESS && exposed != other;
        told.then_some(if exposed > other { Arm::Treatment } else { Arm::Control })
    };
    let found: Vec<Option<Arm>> = claims.iter().map(likest).collect();
    set(claims, found);
    true
}

/// The group of a claim, or what the sentence tells of a count of nobody named.
fn described_people(claim: &Claim) -> Option<&str> {
    claim.group.as_deref().or_else(|| told_behind(claim))
}

/// What the sentence tells of a count right behind it: "of these, 121 had gout".
fn told_behind(claim: &Claim) -> Option<&str> {
    /// Words behind the count.
    const MOST_WORDS: usize = 7;
    let clause = behind(claim)?.split([',', '.', ';', '(']).next()?;
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

/// "women who", "the trial's women": where the noun of a group stands.
pub fn first_words(group: &str) -> &str {
    group.match_indices(' ').nth(1).map_or(group, |(at, _)| &group[..at])
}

pub fn names_people(group: &str, classes: &WordClasses) -> bool {
    let people = |word: &str| word.eq_ignore_ascii_case("those") || classes.of_any_case(word).has(Class::People);
    group.split(|c: char| !c.is_alphabetic()).any(people)
}

/// "12 per cent of those on the drug" where nobody got anything else: everybody was treated. Where several groups were,
/// each is a part.
fn settle_single(
    claims: &mut [Claim],
    rivals: &Rivals,
    classes: &WordClasses,
    people_compared: impl Fn(&[Claim]) -> bool,
) {
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
    let rival = || rivals.told(&["than those"]);
    if !claims.iter().any(treated) || claims.iter().filter(ours).any(compared) || people_compared(claims) || rival() {
        return;
    }
    let told = claims.iter().filter(|claim| treated(claim)).filter_map(|claim| claim.group.as_deref());
    let told: Vec<Telling> = told.map(|group| Telling::of(group, classes)).filter(Telling::tells).collect();
    let several = told.windows(2).any(|pair| pair[0].likeness(&pair[1]) == 0 && pair[0].negated == pair[1].negated);
    // "the splint group … the cast group", "those who ate rye … those who ate wheat": of two the second is the comparison
    if let Some(second) = second_of_two(claims.iter().filter(|claim| treated(claim)), classes) {
        for claim in claims.iter_mut().filter(|claim| treated(claim)) {
            if claim.group.as_deref().is_some_and(|group| Telling::of(group, classes).likeness(&second) > 0) {
                claim.arm = Some(Arm::Control);
            }
        }
        return;
    }
    if !several && !claims.iter().filter(ours).any(everybody) {
        return;
    }
    // "30 per cent of parents … among parents who worked shifts": some of those that a figure was told of
    let some_of = |claim: &Claim| {
        let all = |other: &&Claim| other.arm == Some(Arm::Whole) && other.kind != ClaimKind::SampleSize;
        let wider = |other: &Claim| other.group.is_some() && other.group != claim.group && pairing::holds(other, claim);
        pairing::retold(claim) && claims.iter().filter(ours).filter(all).any(wider)
    };
    let parts: Vec<bool> = claims.iter().map(|claim| treated(claim) && (several || some_of(claim))).collect();
    for (claim, part) in claims.iter_mut().zip(parts).filter(|(claim, _)| treated(claim)) {
        claim.arm = Some(if part { Arm::Subgroup } else { Arm::Whole });
    }
}

/// The text between two figures of one sentence.
fn between<'c>(first: &Claim, second: &'c Claim) -> Option<&'c str> {
    let sentence = second.sentence.place.bytes.start;
    let from = first.place.bytes.end.checked_sub(sentence)?;
    second.sentence.text.get(from..second.place.bytes.start.checked_sub(sentence)?)
}

/// What the sentence tells behind a figure.
pub fn behind(claim: &Claim) -> Option<&str> {
    claim.sentence.text.get(claim.place.bytes.end.checked_sub(claim.sentence.place.bytes.start)?..)
}

/// What the sentence tells before a figure.
pub fn lead(claim: &Claim) -> &str {
    let at = claim.place.bytes.start.saturating_sub(claim.sentence.place.bytes.start);
    claim.sentence.text.get(..at).unwrap_or_default()
}

/// `str::to_lowercase`, sooner where only ASCII letters change.
pub fn lower_case(text: &str) -> String {
    let changes = |c: char| !c.is_ascii() && !c.to_lowercase().eq([c]);
    if text.chars().any(changes) { text.to_lowercase() } else { text.to_ascii_lowercase() }
}

/// The words of `text`, without its signs.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Where `found` stands: a whole article is searched many bytes at a time.
fn places_of<'t>(text: &'t str, found: &'t str) -> impl Iterator<Item = usize> + 't {
    memchr::memmem::find_iter(text.as_bytes(), found).filter(|&at| text.is_char_boundary(at))
}

/// `text` holds `phrase` as whole words, or their plural: "women" does not say "men".
pub fn says(text: &str, phrase: &str) -> bool {
    places_of(text, phrase).any(|at| {
        let behind = text[at + phrase.len()..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let ends = behind == "es" || behind.chars().all(|c| c == 's');
        ends && !text[..at].ends_with(char::is_alphanumeric)
    })
}

/// "boys", where other figures of the study are of girls: each is a part of it.
fn settle_sexes(claims: &mut [Claim]) {
    /// Words of a group up to its noun.
    const HEAD: usize = 4;
    let sex = |claim: &Claim| {
        let group = claim.group.as_deref().filter(|_| claim.scope == Scope::ThisStudy)?;
        let is = |word: &str, list: &[&str]| list.iter().any(|listed| word.eq_ignore_ascii_case(listed));
        let heads = group.split_whitespace().take(HEAD);
        let (female, male) =
            heads.fold((false, false), |(female, male), word| (female || is(word, &FEMALE), male || is(word, &MALE)));
        (female != male).then_some(female)
    };
    let open = |claim: &Claim| claim.arm == Some(Arm::Whole) && claim.kind != ClaimKind::SampleSize;
    if !claims.iter().any(open) {
        return;
    }
    let mut told = claims.iter().filter_map(sex);
    let Some(first) = told.next() else { return };
    if told.all(|other| other == first) {
        return;
    }
    for claim in claims.iter_mut().filter(|claim| open(claim) && sex(claim).is_some()) {
        claim.arm = Some(Arm::Subgroup);
    }
}

/// The second of the groups, if there are two, told the same way of one outcome.
fn second_of_two<'c>(treated: impl Iterator<Item = &'c Claim>, classes: &WordClasses) -> Option<Telling<'static>> {
    let mut told: Vec<(Telling, &Claim)> = Vec::new();
    for claim in treated.filter(|claim| claim.kind != ClaimKind::SampleSize) {
        let words = Telling::of(claim.group.as_deref()?, classes);
        let new = told.iter().all(|(known, _)| known.likeness(&words) == 0);
        if words.tells() && new {
            told.push((words, claim));
        }
    }
    let [(_, first), (words, second)] = &told[..] else { return None };
    let gap = second.place.bytes.start.checked_sub(first.place.bytes.end)?;
    let same = first.kind == second.kind && first.outcome == second.outcome && first.outcome.is_some();
    (same && gap <= NEXT_TO).then(|| words.clone().into_owned())
}

/// Bytes between two figures that are told side by side at most.
const NEXT_TO: usize = 200;

/// "obese workers", "women", "people over 80" where the study was of workers: described by what the whole study's people are
/// not, they are a part of it.
fn settle_parts(claims: &mut [Claim], text: &str, classes: &WordClasses) {
    let open = |claim: &Claim| {
        matches!(claim.statistic, Statistic::Share | Statistic::Level)
            && matches!(claim.arm, Some(Arm::Whole | Arm::Subgroup))
    };
    if !claims.iter().any(open) {
        return;
    }
    let Some(sample) = Sample::of(claims, text, opening(text), classes) else { return };
    let by_age = |claim: &Claim| open(claim) && sample.is_all_by_age(claim, claims, classes);
    let by_age: Vec<bool> = claims.iter().map(by_age).collect();
    for (claim, by_age) in claims.iter_mut().zip(by_age).filter(|(claim, _)| open(claim)) {
        match claim.arm {
            _ if by_age => claim.arm = Some(Arm::Whole),
            Some(Arm::Whole) if claim.scope == Scope::ThisStudy && sample.holds_more_than(claim, classes) => {
                claim.arm = Some(Arm::Subgroup);
            }
            Some(Arm::Subgroup) if sample.is_all(claim.group.as_deref().unwrap_or_default(), classes) => {
                claim.arm = Some(Arm::Whole);
            }
            _ => {}
        }
    }
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
