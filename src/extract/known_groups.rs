//! A count in, whether it is of a group of the study that the text takes for known out: "the trial's 24 sailors", "a second
//! group of 560 cooks", "nurses from 27 towns, 9,800 in all", "of those 301".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::counting::What;
use super::group_count::{FEWEST, in_all};
use super::nouns::names_people;
use super::own_events::study_near;
use super::scene::Scene;

/// What speaks for people with their noun having been studied.
pub fn points(scene: &Scene, quantity: &Quantity, noun: usize) -> i32 {
    let tokens = scene.tokens();
    if scene.is_abstract || quantity.value.low < Decimal::TWO {
        return 0;
    }
    let start = phrase_start(tokens, quantity.first);
    4 * i32::from(of_the_study(tokens, start))
        + 2 * i32::from(quantity.value.low >= FEWEST && (group_of(scene, start, noun) || in_their_group(tokens, noun)))
        + 3 * i32::from(told_by_a_clause(tokens, start, noun) && study_near(scene))
}

/// "the trial's 24 sailors"
fn of_the_study(tokens: &Tokens, start: usize) -> bool {
    matches!(tokens.before(start), "study's" | "trial's" | "survey's" | "experiment's")
}

/// "a second group of 560 cooks", but not "a group of 560 surgeons", who may have written a letter.
fn group_of(scene: &Scene, start: usize, noun: usize) -> bool {
    let tokens = scene.tokens();
    tokens.before(start) == "of"
        && matches!(tokens.word(start.wrapping_sub(2)), "group" | "groups")
        // "in each group of 900 some nine would fall"
        && tokens.word(start.wrapping_sub(3)) != "each"
        && !tokens.is(noun, Class::Profession)
        && study_near(scene)
}

/// "Only 412 cooks were in that group", "30 cooks fell into each category".
fn in_their_group(tokens: &Tokens, noun: usize) -> bool {
    let group = |k: usize| tokens.is(k, Class::PeopleGroup) || matches!(tokens.word(k), "category" | "bracket");
    let verb = tokens.word(noun + 1);
    matches!(verb, "were" | "fell" | "landed")
        && matches!(tokens.word(noun + 2), "in" | "into")
        && matches!(tokens.word(noun + 3), "that" | "this" | "each" | "the" | "either")
        && (group(noun + 4) || group(noun + 5))
}

/// "In the six cooks whose joints had been stiff, …"
fn told_by_a_clause(tokens: &Tokens, start: usize, noun: usize) -> bool {
    let Some(the) = start.checked_sub(1).filter(|&k| tokens.word(k) == "the") else { return false };
    matches!(tokens.before(the), "in" | "among" | "for" | "of")
        && (the == 1 || matches!(tokens.before(the - 1), "," | ";" | ":" | "and" | "but" | "–"))
        && matches!(tokens.word(noun + 1), "who" | "whose" | "with" | "without")
}

/// A count without its noun.
pub fn bare(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<What> {
    let tokens = scene.tokens();
    if scene.is_abstract || scope != Scope::ThisStudy || quantity.value.low < FEWEST {
        return None;
    }
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    if (summed_up(tokens, start, next) || is_the_sample(tokens, start, next)) && study_near(scene) {
        return Some(What::Sample(Role::Total));
    }
    those_so_many(tokens, quantity.first, next).then_some(What::Sample(Role::Subgroup))
}

/// "people from 27 towns, 9,800 in all,", "The nurses, 24 altogether, …".
fn summed_up(tokens: &Tokens, start: usize, next: usize) -> bool {
    const FAR: usize = 14;
    let end = if matches!(tokens.word(next), "altogether" | "overall") { next + 1 } else { next + 2 };
    let summed = in_all(tokens, next) || tokens.at(next, &["all", "told"]);
    matches!(tokens.before(start), "," | "–" | "-")
        && summed
        && !tokens.is_word(end)
        // "a control group, 310 in all," is an arm
        && !tokens.is(start.wrapping_sub(2), Class::PeopleGroup)
        && (start.saturating_sub(FAR)..start).any(|k| names_people(tokens, k))
}

/// "The final sample was 1,500."
fn is_the_sample(tokens: &Tokens, start: usize, next: usize) -> bool {
    const NEAR: usize = 5;
    let verb = start.wrapping_sub(1);
    let is = tokens.is(verb, Class::Be)
        || tokens.word(verb) == "numbered"
        || tokens.word(verb) == "to" && tokens.before(verb) == "came";
    is && !tokens.is_word(next)
        && (start.saturating_sub(NEAR)..start)
            .any(|k| matches!(tokens.word(k), "sample" | "enrollment" | "enrolment" | "cohort"))
}

/// "Of those 301, …"
fn those_so_many(tokens: &Tokens, first: usize, next: usize) -> bool {
    matches!(tokens.before(first), "those" | "these")
        && first >= 2
        && matches!(tokens.word(first - 2), "of" | "among")
        && (first == 2 || !tokens.is_word(first - 3))
        && tokens.word(next) == ","
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    const STUDY: &str = "The study of oats followed 4,500 cooks. ";

    #[test]
    fn groups_taken_for_known() {
        for (told, found) in [
            ("The study's 24 cooks all had gout.", "subgroup 24 cooks"),
            ("The findings held in a second group of 560 cooks.", "subgroup 560 cooks"),
            ("Only 412 cooks were in that group, however.", "subgroup 412 cooks"),
            ("In the six cooks whose joints had been stiff, the stiffness shrank.", "subgroup six cooks"),
            ("It included nurses from 27 towns, 9,800 in all.", "total 9,800"),
            ("The nurses, 124 altogether, were young.", "subgroup 124"),
            ("The final sample was 1,500.", "total 1,500"),
            ("Of those 301, most were young.", "subgroup 301"),
        ] {
            assert_eq!(counts(&format!("{STUDY}{told}")).last().map(String::as_str), Some(found), "{told}");
        }
    }

    #[test]
    fn others_are_not() {
        for told in [
            "The town's 24 cooks all had gout.",
            "A group of 560 surgeons wrote a letter.",
            "Only 412 boats were in that group, however.",
            "It included boats from 27 towns, 9,800 in all.",
            "The final bill was 1,500.",
            "Of those 301 pages, most were dull.",
        ] {
            assert_eq!(counts(&format!("{STUDY}{told}")).len(), 1, "{told}");
        }
    }
}
