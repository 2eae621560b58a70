//! A count of people or records in, whether they did, or had done to them, what is done in a study out.

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::beside::{people_before, phrase_start};
use super::counting::{What, read};
use super::nouns::{Counted, counted_noun};
use super::own_events::{lately, study_near};
use super::part_count::told_before;
use super::parts::is_count;
use super::predicate::{Fate, fate, main_verb};
use super::scene::Scene;

/// Fewer are told as people, not as a sample.
const FEWEST: Decimal = Decimal::TEN;

/// "930 sailors agreed to take part", "40 nurses were weighed", "3,100 visits were made": told near the study.
pub fn did_for_study(scene: &Scene, quantity: &Quantity, noun: usize, kind: Counted) -> bool {
    if scene.is_abstract || quantity.value.low < FEWEST {
        return false;
    }
    let tokens = scene.tokens();
    let Some(verb) = main_verb(tokens, noun + 1) else { return false };
    let did = match kind {
        Counted::People => {
            took_part(tokens, verb) || handled(tokens, verb) || had_it_done(tokens, verb) || kept_it_up(scene, verb)
        }
        Counted::Record => quantity.value.low >= Decimal::ONE_HUNDRED && made(tokens, verb),
        _ => false,
    };
    let told = did || signed_up(tokens, verb);
    told && study_near(scene) && !lately(tokens, quantity.last) && !scene.any(Class::Modal)
}

/// "signed up", "came forward", "gave their consent".
fn signed_up(tokens: &Tokens, verb: usize) -> bool {
    tokens.at(verb, &["signed", "up"])
        || tokens.at(verb, &["came", "forward"])
        || tokens.at(verb, &["gave", "their", "consent"])
}

/// "agreed", "attended", "volunteered", but not "responded to treatment".
fn took_part(tokens: &Tokens, verb: usize) -> bool {
    let at = if tokens.word(verb) == "had" { verb + 1 } else { verb };
    let treated = tokens.word(at) == "responded" && tokens.word(at + 1) == "to" && !tokens.is(at + 2, Class::Article);
    let elsewhere = matches!(tokens.word(at), "attended" | "visited" | "joined") && !goes_to_a_study(tokens, at);
    // "were chosen" is told of below
    tokens.is(at, Class::TakingPart) && tokens.word(at).ends_with("ed") && !treated && !elsewhere
}

/// "ate oats for a week", "walked for half an hour every day": what people were asked to do, for as long as it took.
fn kept_it_up(scene: &Scene, verb: usize) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let did = tokens.is(verb, Class::ConsumeVerb) && !tokens.word(verb).ends_with("ing")
        || matches!(tokens.word(verb), "walked" | "cycled" | "swam" | "exercised" | "fasted" | "meditated" | "watched")
        || matches!(tokens.word(verb), "listened" | "wore" | "played" | "chewed" | "practised" | "practiced");
    let lasting = |q: &Quantity| {
        matches!(q.unit, Unit::Time(_)) && (verb..verb + NEAR).contains(&q.first) && {
            let start = phrase_start(tokens, q.first);
            tokens.before(start) == "for"
                || tokens.is(start.wrapping_sub(1), Class::Article) && tokens.before(start - 1) == "for"
        }
    };
    did && scene.quantities().iter().any(lasting)
}

/// "had their brains scanned", "had their weight measured".
fn had_it_done(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 8;
    tokens.at(verb, &["had", "their"])
        && (verb + 3..verb + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| {
            tokens.classes(k).has_either(Class::TakingPart, Class::RecruitVerb) && tokens.word(k).ends_with("ed")
        })
}

/// "attended the laboratory", "joined the trial", but not "attended the match".
fn goes_to_a_study(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    (verb + 1..verb + NEAR).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-").any(|k| {
        tokens.classes(k).has_either(Class::StudyTask, Class::StudyWork)
            || tokens.is(k, Class::Session)
            || matches!(tokens.word(k), "clinic" | "clinics" | "cohort" | "screening" | "appointments")
    })
}

/// "were weighed", "were also shown pictures", "were told to walk".
fn handled(tokens: &Tokens, verb: usize) -> bool {
    let verb = if tokens.at(verb, &["had", "been"]) { verb + 1 } else { verb };
    if !matches!(tokens.word(verb), "were" | "was" | "been") {
        return false;
    }
    let adverb = matches!(tokens.word(verb + 1), "also" | "each" | "all" | "both" | "then" | "first" | "either")
        || tokens.word(verb + 1).ends_with("ly");
    let at = if adverb { verb + 2 } else { verb + 1 };
    tokens.classes(at).has_either(Class::TakingPart, Class::Instructed)
}

/// "were made", "were carried out", "took place".
fn made(tokens: &Tokens, verb: usize) -> bool {
    let passive = tokens.word(verb) == "were"
        && matches!(
            tokens.word(verb + 1),
            "made"
                | "recorded"
                | "registered"
                | "carried"
                | "performed"
                | "logged"
                | "tracked"
                | "analysed"
                | "analyzed"
        );
    passive || tokens.at(verb, &["took", "place"])
}

/// "They examined 3,400 deaths", "looked at 900 operations", "900 strokes were reviewed": things gone through one by one.
pub fn gone_through(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    let start = phrase_start(tokens, quantity.first);
    let looked = tokens.ends_at(start, &["looked", "at"]) || tokens.ends_at(start, &["looking", "at"]);
    let read = |k: usize| {
        tokens.is(k, Class::RecruitVerb)
            && matches!(
                tokens.word(k),
                "analysed"
                    | "analyzed"
                    | "analysing"
                    | "analyzing"
                    | "examined"
                    | "examining"
                    | "reviewed"
                    | "reviewing"
                    | "studied"
                    | "studying"
                    | "investigated"
                    | "assessed"
            )
    };
    let before = looked || start > 0 && read(start - 1);
    let behind = tokens.word(noun + 1) == "were" && read(noun + 2);
    quantity.value.low >= FEWEST && (before || behind)
}

/// "The subjects were 3,400 sailors", "Respondents were 900 nurses".
pub fn those_studied_were(tokens: &Tokens, start: usize) -> bool {
    start >= 2
        && tokens.is(start - 1, Class::Be)
        && (tokens.is(start - 2, Class::StudyPeople) || matches!(tokens.word(start - 2), "sample" | "cohort"))
        && (start == 2 || (start.saturating_sub(5)..start - 2).any(|k| tokens.is(k, Class::Article)))
}

/// "The sample size was 3,400".
pub fn size_told(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let size = start >= 3 && tokens.is(start - 1, Class::Be) && tokens.at(start - 3, &["sample", "size"]);
    (size && !scene.is_abstract).then_some(What::Sample(Role::Total))
}

/// "There were 41 people in the placebo group".
pub fn there_in_a_group(tokens: &Tokens, start: usize, noun: usize) -> bool {
    const LONGEST_GROUP: usize = 6;
    tokens.ends_at(start, &["there", "were"])
        && tokens.at(noun + 1, &["in", "the"])
        && (noun + 3..noun + LONGEST_GROUP).any(|k| tokens.is(k, Class::PeopleGroup))
}

/// "Across all 3,400 sailors, the effect was the same".
pub fn across_all(tokens: &Tokens, start: usize) -> bool {
    start == 2 && tokens.word(1) == "all" && matches!(tokens.word(0), "across" | "among" | "in")
}

/// "The dataset covers 3,400 sailors", "a register that holds 9,000 nurses".
pub fn held_in(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 6;
    let holds = start > 0
        && matches!(
            tokens.word(start - 1),
            "covers"
                | "covered"
                | "covering"
                | "holds"
                | "held"
                | "contains"
                | "contained"
                | "containing"
                | "includes"
                | "spans"
        );
    let body = |k: usize| {
        matches!(
            tokens.word(k),
            "dataset" | "database" | "register" | "registry" | "biobank" | "archive" | "census" | "datasets"
        )
    };
    holds && (start.saturating_sub(NEAR)..start - 1).any(body)
}

/// "With 930 sailors, it is the largest study of its kind".
pub fn sizes_the_study(scene: &Scene, start: usize, noun: usize) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let opens = start == 1 && tokens.word(0) == "with" && tokens.word(noun + 1) == ",";
    opens && (noun + 2..noun + NEAR).any(|k| tokens.is(k, Class::ResearchNoun) || tokens.is(k, Class::StudyWork))
}

/// "The 3,400-strong cohort".
pub fn strong(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let body =
        |k: usize| tokens.is(k, Class::ResearchNoun) || tokens.is(k, Class::PeopleGroup) || tokens.word(k) == "panel";
    let told = tokens.at(quantity.last + 1, &["-", "strong"]) && (quantity.last + 3..quantity.last + 5).any(body);
    (told && !scene.is_abstract && quantity.value.low >= FEWEST).then_some(What::Sample(Role::Total))
}

/// "sent to 3,400 nurses, and 900 replied", "of whom 900 agreed to take part": those who did are the sample.
pub fn answered(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let verb = quantity.last + 1;
    let did = matches!(
        tokens.word(verb),
        "agreed" | "replied" | "responded" | "participated" | "answered" | "volunteered" | "consented"
    ) || tokens.at(verb, &["took", "part"]);
    let treated = tokens.word(verb) == "responded" && tokens.is_word(verb + 1);
    let whole = did && !treated && !scene.is_abstract && quantity.value.low >= FEWEST;
    (whole && people_before(scene, quantity) && study_near(scene)).then_some(What::Sample(Role::Total))
}

/// "812 deaths, of which 112 were from gout": a part of what happened.
pub fn of_which(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    if scene.is_abstract || !tokens.ends_at(phrase_start(tokens, quantity.first), &["of", "which"]) {
        return None;
    }
    told_before(scene, quantity, scope, lenders).filter(|what| *what == What::Event)
}

/// "Twelve of those given syrup relapsed".
pub fn of_those_fell(scene: &Scene, quantity: &Quantity) -> Option<What> {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let those = tokens.at(next, &["of", "those"]) && !tokens.is(quantity.first.wrapping_sub(1), Class::Preposition);
    let fell = || matches!(fate(tokens, next + 1), Some((Fate::Outcome, _)));
    (those && !scene.is_abstract && fell() && study_near(scene)).then_some(What::Event)
}

/// "matched with 3,400 people of the same age".
pub fn matched_with(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    let start = phrase_start(tokens, quantity.first);
    let led = matches!(tokens.before(start), "with" | "to" | "against") && quantity.value.low >= FEWEST;
    let clause =
        (start.saturating_sub(NEAR)..start).rev().take_while(|&k| !matches!(tokens.word(k), "," | ";" | "who"));
    led && clause.into_iter().any(|k| matches!(tokens.word(k), "matched" | "paired"))
}

/// Words of "narrowed the list down to".
const NARROWED_NEAR: usize = 6;

/// "looked at 11 trials of insoles and seven of soft shoes": the noun is that of the studies before.
pub fn more_studies(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    // "whittled them down to 29 that met their criteria"
    let narrowed = tokens.before(start) == "to"
        && (start.saturating_sub(NARROWED_NEAR)..start).any(|k| {
            matches!(tokens.word(k), "narrowed" | "narrowing" | "whittled" | "whittling" | "cut" | "pared" | "boiled")
        });
    let joined = matches!(tokens.before(start), "and" | "plus" | "," | "but") || narrowed;
    let goes_on = matches!(tokens.word(quantity.last + 1), "of" | "that" | "on" | "in" | "with" | "which" | "relating");
    if scene.is_abstract
        || !joined
        || !goes_on
        || matches!(tokens.word(quantity.last + 2), "them" | "these" | "whom" | "which")
    {
        return None;
    }
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = scene.quantities()[..at].iter().rev().find(|q| is_count(q))?;
    let studies = matches!(counted_noun(tokens, before.last + 1), Some((_, Counted::Studies)));
    let what = studies.then(|| read(scene, before, scope, lenders.checked_sub(1)?)).flatten()?.what;
    (what == What::Sample(Role::Unknown)).then_some(what)
}

/// "From those 640, a random 60 …": a sample told again by its number.
pub fn told_by_number(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<What> {
    const NEAR: usize = 3;
    let tokens = scene.tokens();
    let definite = matches!(tokens.before(quantity.first), "these" | "those" | "the");
    let of = quantity.first >= 2 && matches!(tokens.word(quantity.first - 2), "of" | "among" | "from");
    if scene.is_abstract || !definite || !of || tokens.is_word(quantity.last + 1) || quantity.value.low < FEWEST {
        return None;
    }
    (scene.at.saturating_sub(NEAR)..=scene.at).rev().find_map(|at| {
        let there = Scene { at, ..*scene };
        let same = |q: &&Quantity| {
            is_count(q) && q.value.low == quantity.value.low && (at < scene.at || q.last < quantity.first)
        };
        let before =
            there.quantities().iter().find(same).filter(|q| counted_noun(there.tokens(), q.last + 1).is_some())?;
        Some(read(&there, before, scope, 0)?.what).filter(|what| *what != What::Event)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn what_is_done_in_a_study() {
        for (text, found) in [
            ("The study began early. Some 930 sailors agreed to take part.", vec!["total 930"]),
            ("The study began early. Some 930 sailors were weighed every year.", vec!["total 930"]),
            ("Researchers met early. Some 930 sailors attended the laboratory on three mornings.", vec!["total 930"]),
            ("The study ran on. Some 930 sailors had brain scans.", vec!["total 930"]),
            ("The study ran on. Some 3,120 visits were made to the ward.", vec!["total 3,120"]),
            ("The study ran on. Some 930 sailors ate oats for a week.", vec!["total 930"]),
            ("The study ran on. Some 930 sailors had their brains scanned.", vec!["total 930"]),
            ("They examined 3,412 deaths among sailors.", vec!["total 3,412"]),
            ("They were matched with 3,412 people of the same age.", vec!["subgroup 3,412"]),
            (
                "The review looked at 11 trials of insoles and seven of soft shoes.",
                vec!["unknown 11 trials", "unknown seven"],
            ),
            (
                "The team looked at 1,134 studies, whittling them down to 29 that met their criteria.",
                vec!["unknown 1,134 studies", "unknown 29"],
            ),
            (
                "They took samples from 142 sailors. Out of these 142, most slept.",
                vec!["total 142 sailors", "total 142"],
            ),
        ] {
            let found: Vec<String> = found.into_iter().map(str::to_owned).collect();
            let told: Vec<String> = counts(text)
                .iter()
                .zip(&found)
                .map(|(told, want)| told[..want.len().min(told.len())].to_owned())
                .collect();
            assert_eq!((told, counts(text).len()), (found.clone(), found.len()), "{text}");
        }
    }

    #[test]
    fn what_is_not() {
        for text in [
            "The study was read early. Some 930 sailors were rescued.",
            "The town is large. Some 930 sailors attended the church.",
            "The study was read early. Some 930 sailors attended this month.",
            "The two were matched with three people.",
            "The study was read early. Some 930 sailors ate in the mess.",
            "The study was read early. Some 930 sailors attended the match.",
            "Nurses made 40 visits.",
            "They had 40 deaths in mind.",
            "There were seven of them on the quay.",
            "Out of those 40, go left.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
