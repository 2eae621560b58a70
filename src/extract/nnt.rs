//! "number needed to treat of 7", "NNT = 12".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::dose::led_from;
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::Nnt,
    reads: "number needed to treat (or harm) with its value; 12 people would need to be treated for one to benefit",
    refuses: "numbers of people treated",
    read: Some(read),
};

/// A word that such numbers are told with stands in the sentence.
fn may(scene: &Scene) -> bool {
    scene.any(Class::Need) || scene.any(Class::Averted) || scene.any(Class::NeedVerb)
}

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    if quantity.unit != Unit::None || !may(scene) {
        return None;
    }
    let tokens = scene.tokens();
    let named = (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
        matches!(tokens.word(k), "nnt" | "nnh")
            || tokens.at(k, &["needed", "to", "treat"])
            || tokens.at(k, &["needed", "to", "harm"])
    });
    let told = named || to_be_treated(tokens, quantity) || to_treat(tokens, quantity) || for_every(tokens, quantity);
    told.then(|| Draft::of(ClaimKind::Nnt, quantity, Statistic::Other))
}

/// "to save one life," before a number.
const LONGEST_AIM: usize = 6;

/// "12 people would need to be treated", "20 women have to take it for one to benefit".
fn to_be_treated(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let next = quantity.last + 1;
    let need = |k: usize| matches!(tokens.word(k), "need" | "needed" | "have") && tokens.word(k + 1) == "to";
    let people = (next..next + 2).any(|k| tokens.is(k, Class::People));
    let Some(need) = (next..next + NEAR).find(|&k| need(k) || tokens.at(k, &["must", "be"])) else { return false };
    // "40 nurses must be screened to save one"
    if tokens.word(need) == "must" {
        let all = quantity.first.saturating_sub(LONGEST_AIM);
        return people && handled(tokens.word(need + 2)) && one_averted(tokens, all);
    }
    let treated = tokens.word(need + 2) == "be" && tokens.word(need + 3).ends_with("ed");
    treated && handled(tokens.word(need + 3))
        || tokens.word(need + 2) == "take"
        || people && one_averted(tokens, need + 3)
}

/// What must be done to so many for one to be spared.
fn handled(word: &str) -> bool {
    matches!(word, "treated" | "screened" | "vaccinated" | "tested")
}

/// "you would have to treat 54 sailors to prevent one case", "it takes 27 nurses on syrup to spare one of them gout".
fn to_treat(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    const FAR: usize = 7;
    let first = led_from(tokens, quantity.first);
    let (start, next) = (first.saturating_sub(NEAR), quantity.last + 1);
    let needs = (start..first).any(|k| tokens.is(k, Class::Modal))
        || tokens.is(first.wrapping_sub(1), Class::NeedVerb)
        || (start..first).any(|k| tokens.is(k, Class::NeedVerb) && (k + 1..k + 3).any(|k| tokens.word(k) == "to"));
    let aim = (next..next + FAR).find(|&k| tokens.word(k) == "to" && tokens.is(k + 1, Class::Averted));
    needs && aim.is_some_and(|aim| single(tokens, aim + 2, aim + 6))
}

/// "For every 54 people bathed, one infection was averted", "one case was prevented for every 27 sailors treated".
fn for_every(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    let first = led_from(tokens, quantity.first);
    let every = matches!(tokens.before(first), "every" | "each") && tokens.word(first.wrapping_sub(2)) == "for";
    let next = quantity.last + 1;
    let treated = (next + 1..next + 5)
        .any(|k| tokens.word(k).ends_with("ed") || matches!(tokens.word(k), "given" | "taking" | "took" | "take"));
    let start = first.saturating_sub(FAR);
    every
        && tokens.is(next, Class::People)
        && treated
        && (one_averted(tokens, next + 2)
            || one_would(tokens, next)
            || (start..first).any(|k| tokens.is(k, Class::Averted)) && single(tokens, start, first))
}

/// "For every 140 nurses who took it, one would bleed".
fn one_would(tokens: &Tokens, next: usize) -> bool {
    const NEAR: usize = 8;
    let treats = |k: usize| {
        matches!(
            tokens.word(k),
            "treated"
                | "given"
                | "took"
                | "take"
                | "taking"
                | "screened"
                | "vaccinated"
                | "operated"
                | "immunised"
                | "immunized"
                | "prescribed"
        )
    };
    if !(next..next + 5).any(treats) {
        return false;
    }
    let one =
        (next..next + NEAR).find(|&k| tokens.word(k) == "," && matches!(tokens.word(k + 1), "one" | "just" | "about"));
    one.is_some_and(|k| {
        (k + 2..k + 5).any(|k| matches!(tokens.word(k), "would" | "will" | "extra" | "additional" | "more"))
    })
}

/// "one bloodstream infection was averted", "to save a single life" after token `from`.
fn one_averted(tokens: &Tokens, from: usize) -> bool {
    const FAR: usize = 14;
    let to = from + FAR;
    single(tokens, from, to) && (from..to).any(|k| tokens.is(k, Class::Averted))
}

fn single(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).any(|k| matches!(tokens.word(k), "one" | "single" | "1"))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::Nnt;

    #[test]
    fn numbers_needed_and_near_misses() {
        for (text, found) in [
            ("The number needed to treat was 12.", vec!["nnt 12"]),
            ("For every 27 sailors treated, one case of gout was prevented.", vec!["nnt 27"]),
            ("For every 80 nurses given syrup, a single stroke would be avoided.", vec!["nnt 80"]),
            ("One stroke was averted for every 40 sailors screened.", vec!["nnt 40"]),
            ("You would have to treat about 30 sailors to prevent one case of gout.", vec!["nnt 30"]),
            ("Doctors must screen 700 nurses to save one life.", vec!["nnt 700"]),
            ("It takes 90 sailors on syrup to spare one of them a stroke.", vec!["nnt 90"]),
            ("Some 12 sailors would need to be treated for one to benefit.", vec!["nnt 12"]),
            ("For every 140 nurses who took it, one would bleed.", vec!["nnt 140"]),
            ("To save one life, 1,400 sailors must be screened every year.", vec!["nnt 1,400"]),
            ("By May, 1,400 sailors must be screened.", vec![]),
            ("For every 140 nurses who took it, 12 bled.", vec![]),
            ("For every four nurses diagnosed, one would not know of it.", vec![]),
            ("They need to treat 40 sailors a day.", vec![]),
            ("For every 100 sailors treated, 12 had gout.", vec![]),
            ("They had to treat 30 sailors on one ship.", vec![]),
            ("For every sailor who drowned, 30 nurses wept.", vec![]),
        ] {
            assert_eq!(told(text, &[Nnt]), found, "{text}");
        }
    }
}
