//! A count of people in, what the words around it say for their having been studied out, where no study is named.

use rust_decimal::Decimal;

use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::did_for_study::{
    across_all, did_for_study, gone_through, held_in, matched_with, sizes_the_study, there_in_a_group,
    those_studied_were,
};
use super::group_count::sized_group;
use super::nouns::Counted;
use super::own_events::{lately, study_near};
use super::scene::Scene;

/// What speaks for it, outside of papers' summaries.
pub fn taken_in(scene: &Scene, quantity: &Quantity, noun: usize, kind: Counted) -> i32 {
    if scene.is_abstract || !matches!(kind, Counted::People | Counted::Animal | Counted::Record) {
        return 0;
    }
    let tokens = scene.tokens();
    if tokens.word(noun) == "prescriptions" {
        return 0;
    }
    let start = behind_order(tokens, phrase_start(tokens, quantity.first));
    // "In six macaques, the jab …", "Twelve mice were left alone"
    let fronted = matches!(tokens.before(start), "in" | "on" | "with") && start <= 2;
    let passive = tokens.word(noun + 1) == "were" && !tokens.is(noun, Class::Pet);
    let animals = kind == Counted::Animal && (fronted || passive);
    3 * i32::from(worked_on(scene, start))
        + 4 * i32::from(did_for_study(scene, quantity, noun, kind))
        + 3 * i32::from(kind == Counted::Record && gone_through(tokens, quantity, noun))
        + 2 * i32::from(kind == Counted::People && matched_with(tokens, quantity))
        + 3 * i32::from(those_studied_were(tokens, start) || there_in_a_group(tokens, start, noun))
        + 2 * i32::from(across_all(tokens, phrase_start(tokens, quantity.first)))
        + 3 * i32::from(kind == Counted::People && (held_in(tokens, start) || sizes_the_study(scene, start, noun)))
        + 3 * i32::from(one_of(scene, start))
        + 4 * i32::from(sized_group(tokens, start))
        + 3 * i32::from(recruited_by(tokens, start))
        + 2 * i32::from(heads_a_clause(tokens, quantity, noun))
        + 3 * i32::from(test_in(tokens, start) || tried_on(tokens, start))
        + 3 * i32::from(beside_the_study(tokens, start, noun))
        + 3 * i32::from(animals)
        + 2 * i32::from(in_each_group(tokens, noun))
        + 2 * i32::from(to_the_last_one(scene, quantity, start))
}

/// "the first 310 patients", "the 40 nurses": where the article stands.
fn behind_order(tokens: &Tokens, start: usize) -> usize {
    let at = if tokens.before(start) == "first" { start - 1 } else { start };
    if matches!(tokens.before(at), "the" | "its" | "their") { at - 1 } else { at }
}

/// "Doctors in Hull tied 230 sailors to a clock", "Surgeons tried it on 130 sailors", "The lab went through 310 samples".
fn worked_on(scene: &Scene, start: usize) -> bool {
    const CLAUSE: usize = 14;
    let tokens = scene.tokens();
    let led = matches!(tokens.before(start), "on" | "through" | "from" | "with" | "at" | "among" | "in" | "to" | "up")
        || of_what_was_looked_into(tokens, start);
    let from = start.saturating_sub(CLAUSE);
    let clause = (from..start).rev().take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "–" | "." | "\"" | "who"));
    let first = clause.last().unwrap_or(start);
    let who = |k: usize| works(tokens, k) || stands_for_them(scene, k);
    let Some(subject) = (first..start).find(|&k| who(k)) else { return false };
    let verb = |k: usize| {
        let past = tokens.word(k).ends_with("ed")
            || tokens.is(k, Class::PastVerb)
            || matches!(tokens.word(k), "put" | "split");
        let done = past || tokens.word(k).ends_with("ing") && tokens.before(k) == "by";
        done && tokens.is_word(k)
            && !tokens.is(k, Class::ReportingVerb)
            && !tokens.is(k, Class::Be)
            && !tokens.is(k, Class::NoResearch)
    };
    // "Dr Hale spoke to 900 people at the meeting"
    if tokens.before(start) == "to" && matches!(tokens.word(subject), "dr" | "prof" | "professor") {
        return false;
    }
    let mut verbs = if led { subject + 1..start - 1 } else { start.saturating_sub(1).max(subject + 1)..start };
    // "Doctors diagnosed 9,000 people in 2015" is no study by itself
    let everyday = |k: usize| {
        matches!(tokens.word(k), "diagnosed" | "treated" | "operated" | "delivered" | "counted" | "discharged")
    };
    let found = verbs.find(|&k| verb(k));
    // "Surgeons have treated 3,000 patients since then"
    let so_far = |k: usize| matches!(tokens.before(k), "have" | "has" | "had");
    found.is_some_and(|k| !everyday(k) || study_near(scene) && !so_far(k))
        && !lately(tokens, start)
        && !scene.any(Class::Modal)
}

/// Those who do studies: "doctors", "surgeons", "scientists", "psychologists", "the lab".
fn works(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Researcher)
        || tokens.is(k, Class::StudyWork) && !matches!(tokens.word(k), "survey" | "analysis")
        || tokens.word(k).ends_with("ologists")
}

/// "the lives of 900 sailors", "the genomes of 40 nurses", but not "the deaths of 40 nurses".
fn of_what_was_looked_into(tokens: &Tokens, start: usize) -> bool {
    tokens.before(start) == "of"
        && start >= 4
        && tokens.word(start - 3) == "the"
        && tokens.word(start - 2).ends_with(['s', 'h', 'a'])
        && !tokens.is(start - 2, Class::EventNoun)
        && !matches!(
            tokens.word(start - 2),
            "majority" | "number" | "death" | "loss" | "share" | "risks" | "odds" | "chances"
        )
}

/// "They" behind a sentence on the study, "Dr Hale": those who do studies, told of again.
fn stands_for_them(scene: &Scene, k: usize) -> bool {
    let tokens = scene.tokens();
    let opens = k == 0 || matches!(tokens.before(k), "," | "\"" | "that" | ":");
    match tokens.word(k) {
        "they" | "we" => opens && study_near(scene),
        "dr" | "prof" | "professor" => k == 0 || tokens.before(k) == ",",
        _ => false,
    }
}

/// "Peg was one of 96 nurses", "one of only 58 people in the trial": they were taken in together.
fn one_of(scene: &Scene, start: usize) -> bool {
    let tokens = scene.tokens();
    let one = tokens.ends_at(start, &["one", "of"])
        || tokens.ends_at(start, &["some", "of"])
        || tokens.ends_at(start, &["one", "of", "about"]);
    let was = (start.saturating_sub(5)..start).any(|k| matches!(tokens.word(k), "was" | "were" | "became" | "being"));
    one && was && study_near(scene)
}

/// "Investigators recruited 630 cooks": whatever else the sentence speaks of.
fn recruited_by(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 4;
    let verb = start.checked_sub(1).filter(|&k| {
        matches!(
            tokens.word(k),
            "recruited"
                | "enrolled"
                | "enlisted"
                | "randomised"
                | "randomized"
                | "studied"
                | "followed"
                | "tracked"
                | "monitored"
                | "surveyed"
        )
    });
    verb.is_some_and(|verb| (verb.saturating_sub(NEAR)..verb).any(|k| works(tokens, k)))
}

/// "Among the 52 people who slept badly, 40 …", "Of 81 nurses who slept badly, …": a part of those told of.
fn heads_a_clause(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    let start = phrase_start(tokens, quantity.first);
    let the = start.checked_sub(1).filter(|&k| tokens.word(k) == "the").unwrap_or(start);
    let Some(of) = the.checked_sub(1).filter(|&k| matches!(tokens.word(k), "of" | "among" | "in")) else {
        return false;
    };
    let head = of == 0
        || tokens.word(of) == "among"
        || matches!(tokens.before(of), "," | ";" | ":" | "–" | "and" | "while" | "but");
    let did = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed") || tokens.word(k) == "put";
    head && the < start
        && matches!(tokens.word(noun + 1), "who" | "whose" | "with")
        && (noun + 2..noun + 5).any(|k| did(k) && !tokens.is(k, Class::Be))
        && quantity.value.low >= Decimal::TEN
}

/// "The trial was shorter – 530 nurses in two towns –": what a study was like stands behind a dash.
fn beside_the_study(tokens: &Tokens, start: usize, noun: usize) -> bool {
    const REACH: usize = 14;
    let study = |k: usize| tokens.is(k, Class::ResearchNoun);
    let ends = !tokens.is_word(noun + 1) || matches!(tokens.word(noun + 1), "and" | "in" | "from" | "at");
    matches!(tokens.before(start), "–" | "(")
        && ends
        && (start.saturating_sub(REACH)..start).any(study)
        && tokens.is(noun, Class::People)
}

/// "30 sailors in each group", "40 to an arm"
fn in_each_group(tokens: &Tokens, noun: usize) -> bool {
    matches!(tokens.word(noun + 1), "in" | "to" | "on" | "per")
        && (noun + 1..noun + 4).any(|k| matches!(tokens.word(k), "each" | "an" | "either" | "per"))
        && (noun + 2..noun + 5).any(|k| tokens.is(k, Class::PeopleGroup))
}

/// "records on 31,407 sailors": data from people who were counted one by one.
fn to_the_last_one(scene: &Scene, quantity: &Quantity, start: usize) -> bool {
    let exact = quantity.value.low > Decimal::ONE_THOUSAND && quantity.value.low % Decimal::TEN != Decimal::ZERO;
    let tokens = scene.tokens();
    exact
        && matches!(tokens.before(start), "from" | "of" | "on" | "for" | "about")
        && matches!(
            tokens.word(start.wrapping_sub(2)),
            "data" | "records" | "notes" | "files" | "details" | "information"
        )
}

/// "when tried in 900 sailors", "was tried out on 40 nurses".
fn tried_on(tokens: &Tokens, start: usize) -> bool {
    let on = start.checked_sub(1).filter(|&k| matches!(tokens.word(k), "in" | "on" | "with" | "among"));
    on.is_some_and(|on| tokens.before(on) == "tried" || tokens.ends_at(on, &["tried", "out"]))
}

/// "a comparison of the syrup with water in 900 sailors", "a test of the syrup in 40 nurses".
fn test_in(tokens: &Tokens, start: usize) -> bool {
    const REACH: usize = 14;
    let of = |k: usize| {
        tokens.word(k + 1) == "of"
            && (tokens.is(k, Class::ResearchNoun)
                || matches!(tokens.word(k), "comparison" | "test" | "experiment" | "tests"))
    };
    matches!(tokens.before(start), "in" | "among" | "on" | "involving" | "with")
        && (start.saturating_sub(REACH)..start)
            .rev()
            .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-")
            .any(of)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn taken_in() {
        for (text, found) in [
            ("Doctors in Hull tied 230 sailors to a clock.", vec!["total 230 sailors"]),
            ("Surgeons did the operation on 120 sailors.", vec!["total 120 sailors"]),
            ("The laboratory went through the first 310 cooks.", vec!["total 310 cooks"]),
            ("Psychologists tested that by locking 25 students in a cellar.", vec!["total 25 students"]),
            ("The trial ran on. Peg was one of only 58 nurses in it.", vec!["total 58 nurses"]),
            ("The control group came to 900 nurses.", vec!["subgroup 900 nurses"]),
            ("The second arm numbered 80 women.", vec!["arm 80 women"]),
            ("There were 30 sailors in each group.", vec!["arm 30 sailors"]),
            ("Twelve mice were left alone.", vec!["total Twelve mice"]),
            ("Records on 31,407 sailors came in.", vec!["total 31,407 sailors"]),
            ("Gout was commonest among the 260 sailors whose knees had swollen.", vec!["subgroup 260 sailors"]),
            ("A voyage is planned with 90 participants.", vec!["total 90 participants"]),
            ("In six macaques, one jab cut the fat.", vec!["total six macaques"]),
            ("Of the 52 sailors who slept badly, half slept well.", vec!["subgroup 52 sailors"]),
            ("A comparison of the syrup with water in 900 sailors was published.", vec!["total 900 sailors"]),
            ("That study was smaller (612 patients in two towns).", vec!["total 612 patients"]),
            ("An 800-person trial of syrup was dropped.", vec!["total 800-person"]),
            ("The trial, with 70 dogs, goes on.", vec!["total 70 dogs"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn not_taken_in() {
        for text in [
            "Doctors in Hull saved 14 people.",
            "The doctors said 400 people had come.",
            "Doctors could see 400 people.",
            "Surgeons operated on 40 sailors during the war.",
            "Doctors diagnosed 9,000 people with gout in 2015.",
            "Peg was one of 58 passengers on the ship.",
            "The town numbered 900 people.",
            "Four macaques ran off.",
            "An 800-person choir sang.",
            "That ship was smaller (612 people).",
            "Of the 52 ships that sank, half were old.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
