//! A count whose verb is that of the count before in, the group that it counts out: "56 were given syrup and 31 a placebo".

use rust_decimal::Decimal;

use crate::model::{Role, Scope};
use crate::text::{Class, Quantity};

use super::beside::phrase_start;
use super::counting::What;
use super::group_count::before_here;
use super::scene::Scene;

/// "and 31 a placebo", "had a full response and 40 a partial one": what they got or had stands right behind the number.
pub fn gapped_arm(scene: &Scene, quantity: &Quantity, scope: Scope, lenders: usize) -> Option<What> {
    const LONGEST: usize = 5;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let start = phrase_start(tokens, quantity.first);
    let joined = matches!(tokens.before(start), "and" | "," | "while" | "but");
    if scene.is_abstract || !joined || !tokens.is(next, Class::Article) || quantity.value.low < Decimal::TEN {
        return None;
    }
    let end = (next + 1..next + 1 + LONGEST).find(|&k| !tokens.is_word(k) && tokens.word(k) != "-")?;
    let verb =
        (next..end).any(|k| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is(k, Class::TimeUnit));
    const OUTCOMES: [Class; 4] = [Class::EventNoun, Class::OutcomeStrong, Class::Condition, Class::Outcome];
    let told = || (next..end).any(|k| OUTCOMES.iter().any(|class| tokens.is(k, *class)));
    let alike = |what: &What| *what == What::Sample(Role::Arm) || *what == What::Event && told();
    before_here(scene, quantity, scope, lenders).filter(|what| !verb && alike(what))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn arms_without_a_verb() {
        for (text, found) in [
            ("In the trial, 56 sailors were given syrup and 31 a placebo.", vec!["arm 56 sailors", "arm 31"]),
            ("In the trial, 56 nurses got the syrup, and 31 a dummy pill.", vec!["arm 56 nurses", "arm 31"]),
            ("In the trial, 56 sailors were given syrup and 31 a day later.", vec!["arm 56 sailors"]),
            ("In the trial, 56 sailors died and 31 a boat.", vec!["event 56 sailors"]),
            ("In the trial, 56 sailors had a cold and 31 a cough.", vec!["event 56 sailors", "event 31"]),
            ("In the trial, 56 sailors were given syrup, 3 a day.", vec!["arm 56 sailors"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }
}
