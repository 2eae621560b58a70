//! A count without a noun for people in, whether it counts those of a group to whom something happened out: "17 of those on
//! rum died, compared with nine of the others", "falls numbered 40 among nurses", "fewer falls on rum (31) than on water (56)".

use crate::model::Scope;
use crate::text::{Class, Quantity, Tokens};

use super::beside::{in_arm, names_a_group, phrase_start};
use super::counting::What;
use super::fates::befell_here;
use super::group_count::before_here;
use super::nouns::counted_noun;
use super::own_events::{framed, study_near};
use super::response_rate::{commoner_in_them, told_of_them, verb_of_them};
use super::scene::Scene;

/// Something that happened to some of a group.
pub fn event(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    let told = befell_some_of(scene, quantity)
        || numbered(scene, quantity)
        || commoner_in_them(scene, quantity)
        || there_were_too(scene, quantity, scope, lenders)
        || set_against_events(scene, quantity, scope, lenders);
    (!scene.is_abstract && told).then_some(What::Event)
}

/// "of those", "of the syrup group" begins at `at`.
fn of_a_group(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at) == "of"
        && (matches!(tokens.word(at + 1), "the" | "those" | "them" | "these" | "our")
            || tokens.at(at + 1, &["an", "equal"]))
}

/// "17 of those on rum died": the verb behind the group.
fn befell_some_of(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    // "five of the nine who died" is told as a share
    let of = of_a_group(tokens, quantity.last + 1) && !tokens.is_number(quantity.last + 3);
    let governed = matches!(tokens.before(phrase_start(tokens, quantity.first)), "in" | "by" | "to" | "from" | "of");
    if !of || governed {
        return false;
    }
    // "sixty of them had the real operation" tells what they got
    let got = |verb: usize| tokens.at(verb, &["had", "the"]) || tokens.at(verb, &["had", "a", "sham"]);
    verb_of_them(tokens, quantity).is_some_and(|verb| !got(verb) && befell_here(scene, verb))
}

/// "…, compared with nine of the others", "…, only nine of those on water did": the verb is that of the count before.
pub fn set_against_events(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    // "compared with nine sailors in the other group"
    let group = || counted_noun(tokens, quantity.last + 1).is_some_and(|(noun, _)| in_arm(tokens, noun + 1));
    if scene.is_abstract || !(of_a_group(tokens, quantity.last + 1) || group()) {
        return false;
    }
    let against = matches!(tokens.before(start), "with" | "to" | "against" | "versus" | "vs" | "than");
    let verb = verb_of_them(tokens, quantity);
    let echoed = verb.is_some_and(|verb| tokens.word(verb) == "did" && !tokens.is_word(verb + 1));
    // "31 of 900 cooks fell, compared with 44 of the same number on water"
    let counted = || {
        let before = scene.quantities_before(quantity.first).last();
        before.and_then(|q| q.fraction).is_some_and(|fraction| fraction.count.fract().is_zero())
    };
    (against || echoed) && (counted() || before_here(scene, quantity, scope, lenders) == Some(What::Event))
}

/// "…, and among the cooks there were 40", "…; of those on water, nine.": a second count of what the first counts.
fn there_were_too(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> bool {
    const LONGEST_GROUP: usize = 14;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    if tokens.is_word(quantity.last + 1) || tokens.word(quantity.last + 1) == "-" {
        return false;
    }
    let there = tokens.ends_at(start, &["there", "were"]);
    let lead = |k: usize| {
        let opens = k == 0 || matches!(tokens.before(k), ";" | "," | "and" | "–" | "but");
        opens && matches!(tokens.word(k), "of" | "among" | "in" | "for" | "with")
    };
    let fronted = || {
        tokens.before(start) == ","
            && (start.saturating_sub(LONGEST_GROUP)..start - 1).rev().take_while(|&k| tokens.is_word(k)).any(lead)
    };
    // "and in the second year 40", "and in the other, nine"
    let next_in_line = matches!(tokens.before(start), "second" | "third" | "other" | "latter" | "next" | "last")
        && matches!(tokens.word(start.wrapping_sub(2)), "the" | "each")
        && matches!(tokens.word(start.wrapping_sub(3)), "in" | "among" | "on");
    (there || next_in_line || fronted()) && before_here(scene, quantity, scope, lenders) == Some(What::Event)
}

/// "Falls numbered 40 among nurses", "The number of deaths was 104", "The number who died was 40 on rum".
fn numbered(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_SUBJECT: usize = 12;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let (verb, was) = match (tokens.word(start.wrapping_sub(2)), tokens.before(start)) {
        (_, "numbered" | "totalled" | "totaled") => (start - 1, false),
        ("came", "to") | ("stood", "at") => (start - 2, false),
        (_, "was") => (start - 1, true),
        _ => return false,
    };
    let group = names_a_group(scene, quantity.last + 1);
    let ends = !tokens.is_word(quantity.last + 1) && !matches!(tokens.word(quantity.last + 1), "-" | "/" | "(");
    if !(group || ends && (framed(scene) || study_near(scene))) {
        return false;
    }
    // "Falls, the kind that hurt, numbered 40"
    let aside = tokens.before(verb) == ",";
    let open = (verb.saturating_sub(LONGEST_SUBJECT)..verb - usize::from(aside)).rev().find(|&k| tokens.word(k) == ",");
    let verb = open.filter(|_| aside).unwrap_or(verb);
    let from = (verb.saturating_sub(LONGEST_SUBJECT)..verb).rev().find(|&k| !tokens.is_word(k)).map_or(0, |k| k + 1);
    let of = (from..verb).find(|&k| tokens.at(k, &["number", "of"]) || tokens.at(k, &["total", "of"]));
    let who = (from..verb).find(|&k| tokens.at(k, &["number", "who"]));
    // "The yearly number", "The number of deaths in Wales": a country's
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates" | "annual" | "yearly" | "average" | "risk");
    let event = |k: usize| tokens.is(k, Class::EventNoun) || tokens.at(k, &["new", "cases"]);
    let counted = match of {
        Some(of) => (of + 2..verb).any(event),
        None => !was && (from..verb).any(event),
    };
    !(from..verb).any(rate) && (counted || who.is_some_and(|who| told_of_them(scene, who + 2)))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    /// The counts of events of a text.
    fn events(text: &str) -> Vec<String> {
        counts(text).into_iter().filter(|told| told.starts_with("event")).collect()
    }

    #[test]
    fn events_of_groups() {
        for (text, found) in [
            (
                "In the trial, 17 of those on rum died, compared with nine of those on water.",
                vec!["event 17", "event nine"],
            ),
            ("In the study, falls numbered 40 among nurses and 31 among cooks.", vec!["event 40", "event 31"]),
            ("In the study, the number of deaths was 104.", vec!["event 104"]),
            ("In the study, deaths were few: three on rum, five on water.", vec!["event three", "event five"]),
            ("In the study, falls were rare, with three on rum and five on water.", vec!["event three", "event five"]),
            ("In the trial, nine nurses got worse. Seven more got better.", vec!["event nine nurses", "event Seven"]),
            (
                "In the study, falls, the kind that break bones, numbered 40 on rum and 31 on water.",
                vec!["event 40", "event 31"],
            ),
            ("In the trial, 17 of 800 cooks fell, against 29 of the same number on water.", vec!["event 29"]),
            ("In the trial, nine cooks on rum fell, as did one on water.", vec!["event nine cooks", "event one"]),
            (
                "In the trial, rashes came up in 17 cooks on rum but only nine on water.",
                vec!["event 17 cooks", "event nine"],
            ),
            ("In the study, the number who fell ill was 40 on rum and 31 on water.", vec!["event 40", "event 31"]),
            ("In the study, falls were rarer among nurses (31) than among cooks (56).", vec!["event 31", "event 56"]),
            (
                "In the study, there were 40 falls among nurses, and among cooks there were 31.",
                vec!["event 40 falls", "event 31"],
            ),
        ] {
            assert_eq!(events(text), found, "{text}");
        }
    }

    #[test]
    fn other_counts_of_groups() {
        for text in [
            "In the trial, 17 of those on rum smoked, compared with nine of those on water.",
            "In the study, ships numbered 40 among nurses and 31 among cooks.",
            "The number of deaths was 104.",
            "In the study, boats were few: three on rivers, five on lakes.",
            "In the study, there were 31 fewer falls on rum.",
            "In the trial, nine cooks on rum sang, as did one on water.",
            "In the trial, rum came up in 17 talks.",
            "In the study, the number who sang was 40 on rum and 31 on water.",
            "In the study, boats were rarer among nurses (31) than among cooks (56).",
        ] {
            assert_eq!(events(text), Vec::<String>::new(), "{text}");
        }
    }
}
