//! The noun of a count in, what became of those counted out: what their verb says by itself or with what stands behind it.

use crate::text::{Class, Tokens};

use super::own_events::framed;
use super::predicate::{Fate, fate};
use super::response_rate::{ill, told_of_them, was_so_before};
use super::scene::Scene;

/// What the verb that follows token `i` says, and where it stands. "12 nurses lost their sight" and "nine gave birth early"
/// tell an outcome as "12 nurses died" does.
pub fn fate_here(scene: &Scene, i: usize) -> Option<(Fate, usize)> {
    let tokens = scene.tokens();
    let (told, verb) = fate(tokens, i)?;
    // "had given birth early" is no treatment
    let birth = (verb..verb + 3).any(|k| tokens.word(k + 1) == "birth" && matches!(tokens.word(k), "given" | "gave"));
    let befell = || befell_here(scene, verb) || had_by_then(scene, verb);
    let befell = (told == Fate::Described || birth) && !scene.is_abstract && befell();
    Some((if befell { Fate::Outcome } else { told }, verb))
}

/// What became of people in the study, not before it: "41 had been diagnosed with gout" describes them, unless it is told when
/// that came about.
pub fn befell_here(scene: &Scene, verb: usize) -> bool {
    let tokens = scene.tokens();
    let later = |k: usize| matches!(tokens.word(k), "by" | "after" | "within" | "when" | "during" | "later" | "until");
    let since = || tokens.word(verb) != "had" || !participle(tokens, verb + 1) || (0..tokens.len()).any(later);
    told_of_them(scene, verb) && !was_so_before(tokens, verb) && (since() || framed(scene))
}

/// "had gout by the time they retired", "Within a year, 40 had gout": it is told when they had come to have it.
fn had_by_then(scene: &Scene, verb: usize) -> bool {
    const NEAR: usize = 4;
    const LATER: usize = 5;
    let tokens = scene.tokens();
    if tokens.word(verb) != "had" {
        return false;
    }
    let object = || (verb + 1..verb + 1 + NEAR).take_while(|&k| tokens.is_word(k) && tokens.word(k) != "history");
    let Some(last) = object().find(|&k| ill(tokens, k)) else { return false };
    let then = |k: usize| {
        tokens.at(k, &["by", "the", "time"])
            || tokens.at(k, &["by", "age"])
            || tokens.at(k, &["by", "then"])
            || tokens.word(k) == "later"
            || tokens.word(k) == "within" && !tokens.is(k + 1, Class::Article)
    };
    // "After a year, 40 had gout", "By their fifties, 40 had gout"
    let opens = || {
        matches!(tokens.word(0), "after" | "within" | "by")
            && (1..NEAR + 2).any(|k| tokens.is(k, Class::TimeUnit) || tokens.word(k) == "time")
            && (1..verb).any(|k| tokens.word(k) == ",")
    };
    (last + 1..last + 1 + LATER).any(then) || opens()
}

/// "had lost", "had been newly diagnosed", but not "had a stroke".
fn participle(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.word(at);
    word.ends_with("ed") || tokens.is(at, Class::PastVerb) || matches!(word, "been" | "become" | "given" | "gone")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn outcomes_told_with_an_object() {
        for (text, found) in [
            ("The study followed 900 nurses. In that time, 41 nurses lost their sight.", vec!["event 41 nurses"]),
            ("The study followed 900 nurses. By the end, 41 had given birth early.", vec!["event 41"]),
            ("The study followed 900 nurses, and 41 of the nurses became depressed.", vec!["event 41 of the nurses"]),
            ("The study followed 900 nurses. Of those, 41 had gout by the time they retired.", vec!["event 41"]),
            ("The study followed 900 nurses. Within two years, 41 had asthma.", vec!["event 41"]),
            ("The study followed 900 nurses. Of the nurses, 55 proved to have gout.", vec!["event 55"]),
            ("The study followed 900 nurses. Of those, 41 landed in the hospital.", vec!["event 41"]),
            (
                "The study followed 900 nurses. Nine nurses, four in each ward, landed in intensive care.",
                vec!["event Nine nurses", "event four"],
            ),
        ] {
            let told = counts(text);
            assert_eq!(told[1..], found, "{text}");
        }
    }

    #[test]
    fn who_they_were() {
        for text in [
            "The study followed 900 nurses. In that time, 41 nurses changed their ships.",
            "The study followed 900 nurses. At the start, 41 had previously become depressed.",
            "The study followed 900 nurses. Some 41 nurses gave a sample.",
            "The study followed 900 nurses. Of those, 41 had gout.",
            "The study followed 900 nurses. Of those, 41 turned out to be men.",
            "The study followed 900 nurses. Of those, 41 landed in Oslo.",
            "The study followed 900 nurses. Of those, 41 landed in Oslo; hospital food was bad.",
            "The study followed 900 nurses. Of these, 41 nurses had lost their sight.",
        ] {
            assert!(!counts(text).iter().any(|told| told.starts_with("event")), "{text} {:?}", counts(text));
        }
    }
}
