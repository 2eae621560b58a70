//! The noun of a count in, what became of those counted out: what their verb says by itself or with what stands behind it.

use crate::text::{Class, Tokens};

use super::own_events::framed;
use super::predicate::{Fate, fate};
use super::response_rate::{told_of_them, was_so_before};
use super::scene::Scene;

/// What the verb that follows token `i` says, and where it stands. "12 nurses lost their sight" and "nine gave birth early"
/// tell an outcome as "12 nurses died" does.
pub fn fate_here(scene: &Scene, i: usize) -> Option<(Fate, usize)> {
    let tokens = scene.tokens();
    let (told, verb) = fate(tokens, i)?;
    // "had given birth early" is no treatment
    let birth = (verb..verb + 3).any(|k| tokens.word(k + 1) == "birth" && matches!(tokens.word(k), "given" | "gave"));
    let befell = (told == Fate::Described || birth) && !scene.is_abstract && befell_here(scene, verb);
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
            "The study followed 900 nurses. Of these, 41 nurses had lost their sight.",
        ] {
            assert!(!counts(text).iter().any(|told| told.starts_with("event")), "{text} {:?}", counts(text));
        }
    }
}
