//! A number without a unit and those before it in, the unit that one of them lends it out.

use super::class::Class;
use super::quantities::{Form, Quantity};
use super::tokens::Tokens;
use super::units::Unit;

/// "At 30 milligrams it was a little, and at 60 it was a lot": the second amount with the same preposition in front.
pub(super) fn led_alike<'q>(tokens: &Tokens, left: &'q [Quantity], here: &Quantity) -> Option<&'q Unit> {
    const FAR: usize = 12;
    const MOST_BETWEEN: usize = 2;
    let lead = here.first.checked_sub(1)?;
    let joined = matches!(tokens.before(lead), "and" | "," | "but" | "while");
    let bare = here.unit == Unit::None && here.value.decimals == 0 && here.form == Form::Figures;
    let after = here.last + 1;
    let ends = !tokens.is_word(after) && tokens.word(after) != "-"
        || tokens.word(after) == "it"
        || tokens.is(after, Class::Be);
    if !joined || !bare || !ends || !matches!(tokens.word(lead), "at" | "on" | "with") {
        return None;
    }
    let alike = |before: &&Quantity| {
        matches!(before.unit, Unit::Measure(_))
            && tokens.before(before.first) == tokens.word(lead)
            && here.first - before.last <= FAR
    };
    left.iter().rev().take(MOST_BETWEEN).find(alike).map(|lender| &lender.unit)
}
