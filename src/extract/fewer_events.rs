//! A count of events that a change would spare in: "could cut visits to hospital by 6,000", "could mean 1,800 fewer deaths".

use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::scene::Scene;

/// "might cut the number of deaths by 6,000": what the study expects of a change.
pub fn spared(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 24;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let at = if tokens.is(start.wrapping_sub(1), Class::Article) && start > 0 { start - 1 } else { start };
    let at = if tokens.word(at.wrapping_sub(1)) == "annual" { at - 2 } else { at };
    let next = tokens.word(quantity.last + 1);
    let bare = !tokens.is_word(quantity.last + 1) && !matches!(next, "-" | "%") || next == "a" || next == "each";
    if scene.is_abstract || tokens.before(at) != "by" || !bare {
        return false;
    }
    let from = at.saturating_sub(REACH);
    let cut = |k: usize| {
        matches!(tokens.word(k), "cut" | "slash" | "reduce" | "lower" | "curb" | "shrink" | "bring") && would(tokens, k)
    };
    let Some(verb) = (from..at).rev().find(|&k| cut(k)) else { return false };
    (verb + 1..at).any(|k| is_event(tokens, k)) && !(verb + 1..at).any(|k| tokens.is_number(k))
}

/// "1,800 fewer deaths", where a change could bring them.
pub fn fewer(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    const LONGEST: usize = 6;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let fewer = tokens.word(next) == "fewer" && !scene.is_abstract;
    let noun = (next + 1..next + LONGEST).take_while(|&k| tokens.is_word(k)).find(|&k| is_event(tokens, k));
    let told = |k: usize| matches!(tokens.word(k), "could" | "would" | "might");
    noun.filter(|_| fewer && (0..quantity.first).any(told))
}

fn would(tokens: &Tokens, verb: usize) -> bool {
    (verb.saturating_sub(3)..verb).any(|k| matches!(tokens.word(k), "could" | "would" | "might" | "may"))
}

fn is_event(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::EventNoun) || matches!(tokens.word(k), "visits" | "attendances" | "deaths" | "cases" | "stays")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn events_spared() {
        for (text, found) in [
            ("The study found that a tax on rum could cut hospital visits by 6,000.", vec!["event 6,000"]),
            ("The study found that oats might slash the number of deaths in port by 19,000.", vec!["event 19,000"]),
            ("The study found that oats could mean 1,800 fewer deaths.", vec!["event 1,800 fewer deaths"]),
            ("The study found that a tax on rum could cut sales by 6,000.", vec![]),
            ("The study found that a tax on rum could cut hospital visits by 60 bottles.", vec![]),
            ("The study found that oats could mean 1,800 fewer boats.", vec![]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }
}
