//! The claims of one article in, the roles of its sample sizes settled out: what one sentence leaves open, the others show.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::model::{Claim, ClaimKind, Role, Scope};

/// Makes the roles of one study's sample sizes agree with each other.
pub fn settle(claims: &mut [Claim], is_abstract: bool) {
    if is_abstract && total(claims).is_none() {
        promote(claims);
    }
    let Some(total) = total(claims) else { return };
    let (size, start, whole) = (total.value.high, total.place.start, total.sentence.clone());
    for claim in claims.iter_mut().filter(|c| own_sample(c) && c.role == Some(Role::Total)) {
        // Far below the whole study's size and not in a sentence of its own: a part of it.
        let reach = if introduces_study(claim) { NEXT_STUDY } else { FAR_AWAY };
        let behind = (start + 1..start + reach).contains(&claim.place.start);
        // "Their study, published in a journal, examined 1,200 cooks" opens a story of its own
        let own = || claim.sentence.text.contains("published ") || names_its_study(claim);
        let source = claim.sentence == whole && is_a_source(claim);
        let part = claim.value.high * Decimal::from(FAR_BELOW) < size && behind && !source && !own();
        let arm = behind
            && !own()
            && received(claim)
            && claim.value.high * Decimal::TEN <= size * Decimal::from(MOST_OF_AN_ARM);
        if arm {
            claim.role = Some(Role::Arm);
        } else if part && !of_animals(claim) {
            claim.role = Some(Role::Subgroup);
        }
    }
}

/// Tenths of the whole that an arm is at most, where its size alone shows that it is one.
const MOST_OF_AN_ARM: u32 = 7;

/// "90 cooks received the oil", "130 were given rum", but not "got either oil or rum".
fn received(claim: &Claim) -> bool {
    let at = claim.place.bytes.end.saturating_sub(claim.sentence.place.bytes.start);
    let behind = claim.sentence.text.get(at..).unwrap_or_default();
    let got = [" received ", " got ", " were given ", " were assigned ", " were put on "];
    let several = [" or ", " either ", " while ", " and the "];
    got.iter().any(|verb| behind.starts_with(verb)) && !several.iter().any(|word| behind.contains(word))
}

/// "24 hungry mice" are no part of the people that a study followed.
fn of_animals(claim: &Claim) -> bool {
    const ANIMALS: [&str; 7] = ["mice", "rats", "monkeys", "macaques", "pigs", "rabbits", "hamsters"];
    claim.quote.rsplit(' ').next().is_some_and(|last| ANIMALS.contains(&last))
}

/// So many times smaller than the whole study is a part of it, wherever it is told as if it were a whole.
const FAR_BELOW: u32 = 8;

/// Code points behind the whole study's size from which on another study may be told of.
const FAR_AWAY: usize = 1_500;

/// Code points behind it from which on a sentence that tells of a study's people tells of the next study.
const NEXT_STUDY: usize = 500;

/// "Their study examined 90 cooks", "Researchers compared two diets in 90 cooks": as a study is first told of.
fn introduces_study(claim: &Claim) -> bool {
    const STUDIES: [&str; 5] = ["study", "research", "researchers", "trial", "scientists"];
    const TAKES: [&str; 11] = [
        "examined",
        "analysed",
        "analyzed",
        "studied",
        "assessed",
        "reviewed",
        "involved",
        "involving",
        "in",
        "on",
        "of",
    ];
    const HEDGES: [&str; 6] = ["about", "some", "more", "than", "nearly", "over"];
    let at = claim.place.bytes.start.saturating_sub(claim.sentence.place.bytes.start);
    let before = claim.sentence.text.get(..at).unwrap_or_default();
    let last = before.split_whitespace().rev().find(|word| !HEDGES.contains(word));
    let goes_on = [" then ", " also ", " further "].iter().any(|word| before.contains(word));
    let words = || before.split(|c: char| !c.is_alphabetic());
    let study = || words().any(|word| STUDIES.iter().any(|study| word.eq_ignore_ascii_case(study)));
    // "They enlisted 300 sailors"
    let enlists = || last.is_some_and(|word| ["enlisted", "recruited", "enrolled"].contains(&word));
    !goes_on && enlists() || !goes_on && study() && last.is_some_and(|word| TAKES.contains(&word))
}

/// The words of its sentence before the number.
fn words_before(claim: &Claim) -> impl DoubleEndedIterator<Item = &str> {
    let at = claim.place.bytes.start.saturating_sub(claim.sentence.place.bytes.start);
    claim.sentence.text.get(..at).unwrap_or_default().split_whitespace()
}

/// "records of 9,000 sailors and interviews with some 300 cooks": each source has its own whole.
fn is_a_source(claim: &Claim) -> bool {
    const NEAR: usize = 9;
    const ASKED: [&str; 7] = ["surveys", "interviews", "questionnaires", "records", "data", "responses", "reports"];
    words_before(claim).rev().take(NEAR).any(|word| ASKED.contains(&word))
}

/// "and the Hull Sailing Survey, which had 1,200 members": a study with a name of its own.
fn names_its_study(claim: &Claim) -> bool {
    const NEAR: usize = 6;
    const NAMES: [&str; 5] = ["Study", "Trial", "Survey", "Cohort", "Initiative"];
    let name = |word: &str| word.split(|c: char| !c.is_alphabetic()).any(|part| NAMES.contains(&part));
    words_before(claim).rev().take(NEAR).any(name)
}

/// A paper's summary always tells how many took part: without a count that says so, the largest that is no arm
/// beside an arm of like size is it.
fn promote(claims: &mut [Claim]) {
    let samples = || claims.iter().enumerate().filter(|(_, c)| own_sample(c) && c.role != Some(Role::Unknown));
    let Some(largest) = samples().map(|(_, c)| c.value.high).max() else { return };
    let Some((at, _)) = samples().find(|(_, c)| c.value.high == largest) else { return };
    let claim = &claims[at];
    if largest < Decimal::TEN {
        return;
    }
    let rival = claim.role == Some(Role::Arm)
        && samples().any(|(i, c)| {
            i != at
                && c.role == Some(Role::Arm)
                && c.sentence == claim.sentence
                && c.value.high * Decimal::TWO > largest
        });
    if !rival {
        claims[at].role = Some(Role::Total);
    }
}

/// The largest size told as the whole study's, where it first stands.
fn total(claims: &[Claim]) -> Option<&Claim> {
    let totals = claims.iter().filter(|c| own_sample(c) && c.role == Some(Role::Total));
    totals.max_by_key(|c| (c.value.high, Reverse(c.place.start)))
}

fn own_sample(claim: &Claim) -> bool {
    claim.kind == ClaimKind::SampleSize && claim.scope == Scope::ThisStudy
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn a_paper_has_a_whole() {
        let text = format!("{PAPER}120 women were screened. Of these, 90 completed the trial.");
        assert_eq!(counts(&text), ["total 120 women", "completed 90"]);
    }

    #[test]
    fn what_is_far_below_the_whole_is_a_part() {
        let told = |last: &str| counts(&format!("The study tracked 700 sailors. {last}"));
        assert_eq!(
            told("Nearly all of the 38 smokers in the study fell."),
            ["total 700 sailors", "subgroup 38 smokers"]
        );
        assert_eq!(told("The study enrolled 40 cooks."), ["total 700 sailors", "subgroup 40 cooks"]);
        assert_eq!(told("The team interviewed 60 nurses."), ["total 700 sailors", "subgroup 60 nurses"]);
        assert_eq!(told("The team followed 650 sailors for a year."), ["total 700 sailors", "total 650 sailors"]);
        assert_eq!(told("A second study enrolled 400 cooks."), ["total 700 sailors", "total 400 cooks"]);
        let own = "Their study, published in a journal, enrolled 40 cooks.";
        assert_eq!(told(own), ["total 700 sailors", "total 40 cooks"]);
        assert_eq!(told("The team weighed 16 fat rats for a week."), ["total 700 sailors", "total 16 fat rats"]);
        assert_eq!(counts("The study enrolled 55 cooks."), ["total 55 cooks"]);
    }

    #[test]
    fn another_study_has_a_whole_of_its_own() {
        let gap = "They said so on a wet day in the town hall, where it was cold and dark and loud. ".repeat(7);
        let told = |last: &str| counts(&format!("The study tracked 9,000 sailors. {gap}{last}"));
        for (last, count) in [
            ("Researchers compared two balms in 147 babies with colic.", "total 147 babies"),
            ("Their study, published today, examined 220 patients with gout.", "total 220 patients"),
            ("In May, research conducted on more than 400 sailors told of gout.", "total 400 sailors"),
            ("Researchers then analysed 300 women with gout.", "subgroup 300 women"),
            ("The team interviewed 60 nurses.", "subgroup 60 nurses"),
            ("It examined 60 nurses.", "subgroup 60 nurses"),
        ] {
            assert_eq!(told(last), ["total 9,000 sailors", count]);
        }
        assert_eq!(
            counts("The study tracked 9,000 sailors. The study examined 220 patients with gout."),
            ["total 9,000 sailors", "subgroup 220 patients"]
        );
    }

    #[test]
    fn sources_and_named_studies_have_wholes_of_their_own() {
        let of = |text: &str| counts(text);
        assert_eq!(
            of("The study drew on the records of 91,000 cooks and on surveys of 4,300 bakers."),
            ["total 91,000 cooks", "total 4,300 bakers"]
        );
        assert_eq!(
            of("The study drew on 91,000 cooks. These included the Hull Ships Study, which had 4,300 members."),
            ["total 91,000 cooks", "total 4,300 members"]
        );
        assert_eq!(
            of("The study drew on 91,000 cooks. These included 4,300 bakers."),
            ["total 91,000 cooks", "subgroup 4,300 bakers"]
        );
    }

    #[test]
    fn two_like_arms_have_none() {
        let text = format!("{PAPER}Pain fell on the drug (n = 45) but not on placebo (n = 43).");
        assert_eq!(counts(&text), ["arm n = 45", "arm n = 43"]);
    }
}
