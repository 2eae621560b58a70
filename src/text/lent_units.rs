//! A number without a unit and those before it in, the unit that one of them lends it out.

use rust_decimal::Decimal;

use super::class::Class;
use super::quantities::{Form, Quantity};
use super::tokens::Tokens;
use super::units::Unit;

/// "At 30 milligrams it was a little, and at 60 it was a lot", "half got 20 mg and half got 40", "snacks with 30 grams of
/// oats than ones with ten": the second amount with the same preposition or verb in front.
pub(super) fn led_alike<'q>(tokens: &Tokens, left: &'q [Quantity], here: &Quantity) -> Option<&'q Unit> {
    const FAR: usize = 16;
    const MOST_BETWEEN: usize = 2;
    let lead = here.first.checked_sub(1)?;
    // "than the ones with ten"
    let others = matches!(tokens.before(lead), "those" | "ones" | "others");
    let joined = matches!(tokens.before(lead), "and" | "," | "but" | "while") || others;
    let bare = here.unit == Unit::None && here.value.decimals == 0 && here.form == Form::Figures;
    let after = here.last + 1;
    let ends = !tokens.is_word(after) && tokens.word(after) != "-"
        || tokens.word(after) == "it"
        || tokens.is(after, Class::Be);
    let placed = joined && matches!(tokens.word(lead), "at" | "on" | "with");
    // "half got 20 mg; the rest, 40"
    let rest = tokens.word(lead) == ","
        && matches!(tokens.before(lead), "rest" | "others" | "remainder" | "half")
        && !tokens.is_word(after);
    if bare && rest {
        let told = |before: &&Quantity| matches!(before.unit, Unit::Measure(_)) && here.first - before.last <= FAR;
        return left.last().filter(told).map(|lender| &lender.unit);
    }
    // "12 units of it a day, or 30"
    if bare && tokens.word(lead) == "or" && tokens.before(lead) == "," && !tokens.is_word(after) {
        let told = |before: &&Quantity| {
            matches!(&before.unit, Unit::Measure(_))
                && here.first - before.last <= FAR
                && here.value.low > before.value.low
        };
        return left.iter().rev().take(MOST_BETWEEN).find(told).map(|lender| &lender.unit);
    }
    // "who walked 30 minutes did better than those who walked 15"
    let again = [Class::ConsumeVerb, Class::Exposure, Class::PastVerb].iter().any(|class| tokens.is(lead, *class));
    let taken = (again || matches!(tokens.word(lead), "got" | "received" | "took" | "given" | "drank" | "ate"))
        && !tokens.is_word(after);
    if !bare || !ends || !(placed || taken) {
        return None;
    }
    let alike = |before: &&Quantity| {
        (matches!(before.unit, Unit::Measure(_)) || taken && matches!(before.unit, Unit::Time("minute" | "hour")))
            && tokens.before(before.first) == tokens.word(lead)
            && here.first - before.last <= FAR
    };
    left.iter().rev().take(MOST_BETWEEN).find(alike).map(|lender| &lender.unit)
}

/// "fell by eight points to 63 per cent": points by which a share moved are points of a hundred.
pub(super) fn points_of_a_share(tokens: &Tokens, found: &mut [Quantity]) {
    const NEAR: usize = 3;
    for i in 1..found.len() {
        let (left, right) = found.split_at_mut(i);
        let (points, share) = (&mut left[i - 1], &right[0]);
        let moved = share.unit == Unit::Percent
            && share.first - points.last <= NEAR
            && tokens.word(points.last + 1) == "to"
            && matches!(&points.unit, Unit::Measure(name) if matches!(name.as_str(), "point" | "points"));
        if moved {
            points.unit = Unit::PercentagePoints;
        }
    }
}

/// "Karlow on 7.4 per cent and Tarn on 5.9": the second of two figures led by one preposition leaves out the sign.
pub(super) fn lend_percent(tokens: &Tokens, found: &mut [Quantity]) {
    const NEAR: usize = 6;
    for i in 1..found.len() {
        let (left, right) = found.split_at_mut(i);
        let (before, here) = (&left[i - 1], &mut right[0]);
        let bare = here.unit == Unit::None && here.value.decimals > 0 && !tokens.is_word(here.last + 1);
        let alike = !tokens.before(here.first).is_empty()
            && tokens.is(here.first - 1, Class::Preposition)
            && tokens.before(here.first) == tokens.before(before.first)
            && here.first - before.last <= NEAR;
        let joined = matches!(tokens.word(before.last + 1), "and" | "," | "but");
        // "12 percent in weeks three to six, versus 4"
        let percent = left.iter().rev().take(3).find(|q| q.unit == Unit::Percent && q.form == here.form);
        let against = percent.is_some_and(|percent| set_against(tokens, percent, here));
        let again = bare && percent.is_some_and(|percent| told_again(tokens, percent, here));
        if again || against || bare && alike && joined && before.unit == Unit::Percent && before.form == here.form {
            here.unit = Unit::Percent;
            here.borrowed_unit = true;
        }
    }
}

/// "the rate was 9.4 percent; for the bakers it was 16.1": the pronoun or the same noun takes the sign along.
fn told_again(tokens: &Tokens, before: &Quantity, here: &Quantity) -> bool {
    const NEAR: usize = 30;
    let be = here.first.wrapping_sub(1);
    let stated = |k: usize| matches!(tokens.word(k), "was" | "is" | "were");
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "share" | "proportion" | "figure" | "it");
    stated(be)
        && before.first > 0
        && stated(before.first - 1)
        && matches!(tokens.before(be), "it" | "rate" | "share" | "proportion" | "figure")
        && (before.first.saturating_sub(NEAR)..before.first).any(rate)
        && here.first - before.last <= NEAR
        && here.value.high < Decimal::ONE_HUNDRED
}

/// "12 percent versus 48", "68 percent, as opposed to 41 on oats", but not "against 12 of the sailors".
fn set_against(tokens: &Tokens, before: &Quantity, here: &Quantity) -> bool {
    const NEAR: usize = 10;
    let at = if tokens.is(here.first.wrapping_sub(1), Class::Approx) { here.first - 1 } else { here.first };
    let at = if tokens.ends_at(at, &["vs", "."]) { at - 1 } else { at };
    let joined = matches!(tokens.before(at), "versus" | "vs" | "against")
        || ["compared", "opposed", "contrast"]
            .iter()
            .any(|word| matches!(tokens.before(at), "to" | "with") && tokens.word(at.wrapping_sub(2)) == *word);
    let next = here.last + 1;
    let ends = !tokens.is_word(next) && !matches!(tokens.word(next), "-" | "/" | "$" | "£" | "%" | "(" | "[")
        || tokens.is(next, Class::Preposition) && !matches!(tokens.word(next), "of" | "per" | "to" | "out");
    let plain = here.unit == Unit::None && here.fraction.is_none() && before.fraction.is_none();
    plain && joined && ends && here.first - before.last <= NEAR && here.value.high < Decimal::ONE_HUNDRED
}
