//! A count that stands behind what a test, a treatment or an illness did in, whether it counts those it befell out: "The scan
//! flagged 40", "gave 12 sailors a rash", "the water group had nine".

use rust_decimal::Decimal;

use crate::model::Scope;
use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::group_count::event_told;
use super::nouns::names_people;
use super::own_events::{lately, study_near};
use super::part_count::told_before;
use super::response_rate::ill;
use super::scene::Scene;

/// People with their noun: the object of what was done to them, or those in whom it came about.
pub fn befell_them(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    let tokens = scene.tokens();
    if scene.is_abstract || tokens.word(quantity.last + 1) == "-" {
        return false;
    }
    let start = phrase_start(tokens, quantity.first);
    let told = || {
        acted_on_them(tokens, start) && !goes_on_to_do(tokens, noun) && !by_disaster(tokens, quantity, start, noun)
            || given_an_ill(tokens, start, noun)
            || ill_in_them(tokens, start)
    };
    let plain = || tests_picked(tokens, start) || suffered_it(tokens, start, noun);
    (plain() || told() && study_near(scene)) && !lately(tokens, quantity.last)
}

/// The same where the noun is left out, or where nothing but the group is told.
pub fn befell_so_many(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let next = quantity.last + 1;
    let ends = !tokens.is_word(next) && !matches!(tokens.word(next), "-" | "/" | "%" | "(");
    let picked = || {
        (ends || matches!(tokens.word(next), "of" | "more" | "with"))
            && (picked_out(tokens, start).is_some() && quantity.value.low >= Decimal::TWO)
            && (tests_picked(tokens, start) || told_before(scene, quantity, scope, lenders).is_some())
    };
    picked() || ends && had_as_many(tokens, start) && event_told(scene, quantity, scope, lenders)
}

/// What a test does with those who are ill, or fails to do.
pub fn caught(word: &str) -> bool {
    matches!(word, "flagged" | "caught" | "missed" | "spotted" | "detected")
}

/// "flagged", "picked up", "missed" ends before `start`: where the verb stands.
pub fn picked_out(tokens: &Tokens, start: usize) -> Option<usize> {
    let verb = match tokens.before(start) {
        "up" => start.checked_sub(2).filter(|&k| matches!(tokens.word(k), "picked" | "turned")),
        _ => start.checked_sub(1),
    }?;
    (caught(tokens.word(verb)) || verb + 2 == start).then_some(verb)
}

/// "The new test flagged 40 sailors", "Scans missed 12 tumors".
fn tests_picked(tokens: &Tokens, start: usize) -> bool {
    const SUBJECT: usize = 6;
    let test = |k: usize| {
        let word = tokens.word(k);
        matches!(
            word,
            "test"
                | "tests"
                | "scan"
                | "scans"
                | "scanner"
                | "scanners"
                | "screening"
                | "algorithm"
                | "software"
                | "tool"
        ) || matches!(word, "ultrasound" | "mri" | "rays" | "computer" | "ai" | "model" | "dogs" | "biopsies" | "swab")
            || word.starts_with("mammogra")
            || word.ends_with("scopy")
            || word.ends_with("scopies")
    };
    picked_out(tokens, start).is_some_and(|verb| (verb.saturating_sub(SUBJECT)..verb).any(test))
}

/// "killed 12 of the rats", "The syrup cured nine sailors": who did it is no one who studies.
fn acted_on_them(tokens: &Tokens, start: usize) -> bool {
    const SUBJECT: usize = 4;
    let Some(verb) = start.checked_sub(1).filter(|&k| {
        matches!(
            tokens.word(k),
            "killed"
                | "cured"
                | "helped"
                | "sickened"
                | "struck"
                | "hit"
                | "harmed"
                | "hurt"
                | "blinded"
                | "saved"
                | "spared"
                | "plagued"
                | "afflicted"
                | "felled"
                | "hospitalized"
                | "hospitalised"
                | "sidelined"
                | "paralyzed"
                | "paralysed"
                | "infected"
        )
    }) else {
        return false;
    };
    let who = |k: usize| {
        names_people(tokens, k)
            || tokens.is(k, Class::Researcher)
            || tokens.is(k, Class::LonePronoun)
            || matches!(
                tokens.word(k),
                "they" | "he" | "she" | "we" | "i" | "team" | "has" | "have" | "could" | "would"
            )
    };
    verb > 0
        && (tokens.is_word(verb - 1) || tokens.before(verb) == ",")
        && !(verb.saturating_sub(SUBJECT)..verb).any(who)
}

/// "The storm killed 40 people", where "killed 12 of the rats" is a finding.
fn by_disaster(tokens: &Tokens, quantity: &Quantity, start: usize, noun: usize) -> bool {
    let strikes = ["killed", "sickened", "infected", "hospitalized", "hospitalised", "felled"];
    strikes.contains(&tokens.before(start)) && !tokens.is(noun, Class::Animal) && tokens.word(quantity.last + 1) != "of"
}

/// "We had nine nurses drop out", "saw 40 sailors relapse".
fn suffered_it(tokens: &Tokens, start: usize, noun: usize) -> bool {
    let next = |words: &[&str]| words.contains(&tokens.word(noun + 2));
    matches!(tokens.before(start), "had" | "saw" | "seen" | "watched")
        && match tokens.word(noun + 1) {
            "die" | "relapse" | "quit" | "recover" | "improve" | "worsen" | "develop" | "bleed" | "faint"
            | "miscarry" => true,
            "drop" | "come" => next(&["out", "down"]),
            "go" => next(&["back", "into", "blind", "deaf"]),
            "end" | "wind" | "throw" => next(&["up"]),
            "get" => next(&["sick", "worse", "better", "well"]),
            "have" | "suffer" | "catch" => (noun + 2..noun + 5).any(|k| ill(tokens, k)),
            _ => false,
        }
}

/// "helped 40 sailors to quit", "helped 40 sailors find work": what they did, not what became of them.
fn goes_on_to_do(tokens: &Tokens, noun: usize) -> bool {
    matches!(tokens.word(noun + 1), "find" | "get" | "learn" | "understand" | "afford" | "enroll" | "enrol")
        || tokens.word(noun + 1) == "to"
}

/// "gave 12 sailors a rash", "left nine nurses with cramps".
fn given_an_ill(tokens: &Tokens, start: usize, noun: usize) -> bool {
    const NEAR: usize = 4;
    let led = match tokens.before(start) {
        "gave" | "cost" => tokens.is(noun + 1, Class::Article) || ill(tokens, noun + 1),
        "left" => tokens.word(noun + 1) == "with",
        _ => false,
    };
    led && (noun + 1..=noun + NEAR).take_while(|&k| tokens.is_word(k)).any(|k| ill(tokens, k))
}

/// "There were cramps in six cooks", "the test was wrong in 40 sailors", "came back positive in 40".
fn ill_in_them(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 5;
    let Some(lead) = start.checked_sub(1).filter(|&k| matches!(tokens.word(k), "in" | "for" | "among")) else {
        return false;
    };
    let from = lead.saturating_sub(NEAR);
    let clause = || (from..lead).rev().take_while(|&k| tokens.is_word(k));
    let there = clause()
        .any(|k| tokens.word(k) == "there" && tokens.is(k + 1, Class::Be) && (k + 2..lead).any(|k| ill(tokens, k)));
    let result = matches!(
        tokens.before(lead),
        "positive" | "negative" | "wrong" | "right" | "normal" | "abnormal" | "clear" | "inconclusive" | "successful"
    ) && clause()
        .any(|k| tokens.is(k, Class::Be) || tokens.word(k) == "came" || tokens.word(k) == "turned");
    there || result
}

/// "the water group had nine", "to the water group's nine": as many of what was counted before.
fn had_as_many(tokens: &Tokens, start: usize) -> bool {
    const LONGEST_GROUP: usize = 5;
    let Some(at) = start.checked_sub(1) else { return false };
    let word = tokens.word(at);
    let group = |from: usize, to: usize| {
        (from.saturating_sub(LONGEST_GROUP)..to).any(|k| {
            tokens.classes(k).has_either(Class::PeopleGroup, Class::ControlWord)
                || matches!(tokens.word(k), "others" | "other" | "rest" | "those")
        })
    };
    match word {
        "had" | "saw" | "reported" | "recorded" | "logged" => group(at, at),
        "group's" | "arm's" => true,
        "s" => at >= 2 && tokens.is(at - 2, Class::PeopleGroup),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn those_it_befell() {
        for (told, found) in [
            ("The new scan flagged 40 sailors.", vec!["event 40 sailors"]),
            ("The new scan flagged 40.", vec!["event 40"]),
            ("Rum gave 12 cooks a rash.", vec!["event 12 cooks"]),
            ("Rum killed 12 of the rats.", vec!["event 12 of the rats"]),
            ("There were cramps in six cooks on rum.", vec!["event six cooks"]),
            ("The scan was wrong in 40 cooks.", vec!["event 40 cooks"]),
            ("\"We had nine nurses drop out,\" she said.", vec!["event nine nurses"]),
            ("The rum group had seven strokes; the water group had nine.", vec!["event seven strokes", "event nine"]),
        ] {
            assert_eq!(counts(&format!("The study went well. {told}")), found, "{told}");
        }
    }

    #[test]
    fn those_it_did_not_befall() {
        for told in [
            "The test flagged 40 boats.",
            "Doctors have helped 40 cooks to find work.",
            "The cook missed 40 meals.",
            "The storm killed 40 people.",
            "We had nine nurses cook lunch.",
            "The water group had nine boats.",
            "There were cats in six kitchens.",
        ] {
            assert!(!counts(&format!("The study went well. {told}")).iter().any(|c| c.starts_with("event")), "{told}");
        }
    }
}
