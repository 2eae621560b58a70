//! "… fell 9 points when they took the syrup" in, the clause that tells who took what out.

use crate::model::Arm;
use crate::text::{Class, Classes, Quantity, Unit};

use super::super::grammar::phrases::{Run, Words};

/// The clause behind a figure that tells when it was so: by what the people got then.
pub fn clause(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to the clause, and of the clause, at most.
    const REACH: usize = 10;
    const LONGEST: usize = 8;
    let tokens = words.tokens;
    let ends = |k: usize| {
        matches!(tokens.word(k), "," | ";" | "." | "(" | "" | "but" | "and" | "than" | "compared" | "while")
            || words.quantity_at(k).is_some_and(|q| !matches!(q.unit, Unit::Time(_)))
    };
    let when = (quantity.last + 1..quantity.last + REACH)
        .take_while(|&k| !ends(k))
        .find(|&k| matches!(tokens.word(k), "when" | "after" | "if"))?;
    let first = when + 1;
    let last = (first..first + LONGEST).take_while(|&k| !ends(k)).last()?;
    // "if taking the tablets"
    let taking = gets(words, first) && tokens.word(first).ends_with("ing");
    let who = tokens.is(first, Class::People) || matches!(tokens.word(first), "they" | "the" | "those" | "you");
    let verb = if taking { first } else { (first + 1..=last.min(first + 3)).find(|&k| who && gets(words, k))? };
    (verb < last).then_some(Run { first, last })
}

/// The arm that such a clause tells.
pub fn arm(words: &Words, clause: Run) -> Arm {
    let tokens = words.tokens;
    let control =
        (clause.first..=clause.last).any(|k| tokens.is(k, Class::ControlWord) || tokens.is(k, Class::Negation));
    if control { Arm::Control } else { Arm::Treatment }
}

fn gets(words: &Words, k: usize) -> bool {
    const GETS: Classes = Classes::of(&[Class::AssignVerb, Class::ConsumeVerb, Class::Offered]);
    words.tokens.classes(k).meets(GETS) || matches!(words.tokens.word(k), "wore" | "wearing")
}

/// "the risk of gout due to the syrup is 3 per cent": the risk of those who took it.
pub fn risk_due(words: &Words, quantity: &Quantity) -> bool {
    /// Tokens from the risk to the figure at most.
    const REACH: usize = 18;
    let tokens = words.tokens;
    if !tokens.any(Class::Likelihood) {
        return false;
    }
    let mut back = (quantity.first.saturating_sub(REACH)..quantity.first).rev();
    let due = back.find(|&k| tokens.at(k, &["due", "to"]) || tokens.at(k, &["caused", "by"]));
    due.is_some_and(|due| {
        (due.saturating_sub(REACH)..due).any(|k| tokens.is(k, Class::Likelihood))
            && (due..quantity.first).any(|k| tokens.is(k, Class::Be))
            && (due..quantity.first).all(|k| tokens.is_word(k))
    })
}
