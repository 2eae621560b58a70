//! The quantities of a sentence that tells a rate of a round number of people in, those that leave the number of people out
//! told as shares of it out: "31.4 strokes per 1,000 sailors and 30.9 among nurses", "per 10,000 people, 12 of the men died".

use rust_decimal::Decimal;

use crate::model::{Fraction, Reported};

use super::class::Class;
use super::fractions::{bare_round, percent_of};
use super::numerals::cardinal;
use super::quantities::{Form, Quantity};
use super::tokens::Tokens;
use super::units::Unit;

/// Tokens between a figure and the next one that leaves the number of people out, at most.
const NEAR: usize = 34;

/// "per 1,000 people": where it begins and ends, and the round number.
#[derive(Clone, Copy)]
struct Mark {
    first: usize,
    last: usize,
    total: Decimal,
}

/// Tells the bare figures of a sentence with "per 1,000" as shares.
pub(super) fn lend_round(tokens: &Tokens, found: &mut [Quantity]) {
    if found.len() < 2 || !tokens.any(Class::RateMark) {
        return;
    }
    let Some(mark) = tokens.having(Class::RateMark).find_map(|k| mark_at(tokens, k)) else { return };
    let lender = found.iter().position(|q| q.last == mark.last && q.fraction.is_some_and(|f| f.total == mark.total));
    match lender {
        Some(lender) => {
            lend_left(tokens, found, lender, mark);
            lend_right(tokens, found, lender, mark);
        }
        None if heads(tokens, mark) => lend_under(tokens, found, mark),
        None => {}
    }
}

fn mark_at(tokens: &Tokens, k: usize) -> Option<Mark> {
    const ROUND: [u32; 5] = [100, 1_000, 10_000, 100_000, 1_000_000];
    let every = matches!(tokens.word(k + 1), "every" | "each");
    let first = match tokens.word(k) {
        "per" if every => k + 2,
        "per" => k + 1,
        "every" if matches!(tokens.before(k), "in" | "for" | "of") => k + 1,
        "/" if tokens.glued(k) && tokens.is_number(k.wrapping_sub(1)) => k + 1,
        _ => return None,
    };
    let total = cardinal(tokens, first).or_else(|| bare_round(tokens, first))?;
    let round = ROUND.iter().any(|&round| total.value == Decimal::from(round));
    let slashed = tokens.word(k) == "/" && total.value <= Decimal::ONE_HUNDRED;
    let next = total.last + 1;
    let lived = total.value == Decimal::ONE_HUNDRED && (next..next + 4).any(|k| tokens.word(k) == "years");
    let measured = lived || tokens.is(next, Class::DoseUnit) || tokens.is(next, Class::MeasureUnit);
    (round && !slashed && !measured).then_some(Mark { first: k, last: total.last, total: total.value })
}

/// "Strokes per 1,000 people: …", "the rate of gout (per 1,000) was …", "Per 10,000 people, …": what befell people is told
/// before the mark, or the mark opens the sentence.
fn heads(tokens: &Tokens, mark: Mark) -> bool {
    const REACH: usize = 8;
    const ILLS: [Class; 4] = [Class::EventNoun, Class::Condition, Class::Illness, Class::Mishap];
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates" | "incidence" | "cases" | "infections");
    let ill = |k: usize| rate(k) || ILLS.iter().any(|class| tokens.is(k, *class));
    let from = mark.first.saturating_sub(REACH);
    let opens = matches!(tokens.word(0), "per" | "for" | "in" | "of") && mark.first <= 2;
    opens || (from..mark.first).rev().take_while(|&k| !tokens.is_number(k) && tokens.word(k) != ";").any(ill)
}

/// "31.4 and 30.9 per 1,000", "12, 9 and 7 in every 1,000".
fn lend_left(tokens: &Tokens, found: &mut [Quantity], lender: usize, mark: Mark) {
    for at in (0..lender).rev() {
        let (left, right) = found.split_at_mut(at + 1);
        let (here, next) = (&mut left[at], &right[0]);
        let joint = here.last + 1;
        let comma_and = tokens.word(joint) == "," && tokens.word(joint + 1) == "and" && next.first == joint + 2;
        let listed = next.first == joint + 1
            && (matches!(tokens.word(joint), "and" | "or" | "versus" | "vs" | "v" | "against")
                || tokens.word(joint) == "," && next.borrowed_unit);
        if !(listed || comma_and) || !is_bare(here) || !alike(here, next, mark) {
            return;
        }
        lend(here, mark);
    }
}

/// "31.4 per 1,000 among sailors, 31.2 among nurses and 30.9 among cooks".
fn lend_right(tokens: &Tokens, found: &mut [Quantity], lender: usize, mark: Mark) {
    let mut from = lender;
    for at in lender + 1..found.len() {
        let (left, right) = found.split_at_mut(at);
        let (before, here) = (&left[from], &mut right[0]);
        let near = here.first - before.last <= NEAR;
        if !near {
            return;
        }
        if is_bare(here)
            && alike(here, before, mark)
            && joined(tokens, here.first)
            && tells_a_group(tokens, here.last + 1)
        {
            lend(here, mark);
            from = at;
        }
    }
}

/// "Strokes per 1,000 people hardly differed: 31.4 among sailors and 30.9 among nurses".
fn lend_under(tokens: &Tokens, found: &mut [Quantity], mark: Mark) {
    let mut last = mark.last;
    for here in found.iter_mut().filter(|q| q.first > mark.last) {
        if here.first - last > NEAR {
            return;
        }
        let next = here.last + 1;
        // "31.4 falls were seen in nurses": nothing is counted in tenths
        let tenths = here.value.decimals > 0 && tokens.is_word(next);
        let of = tokens.word(next) == "of" && matches!(tokens.word(next + 1), "the" | "those" | "these");
        if is_bare(here) && joined(tokens, here.first) && (tenths || of || tells_a_group(tokens, next)) {
            lend(here, mark);
            last = here.last;
        }
    }
}

fn is_bare(quantity: &Quantity) -> bool {
    quantity.unit == Unit::None
        && quantity.fraction.is_none()
        && matches!(quantity.form, Form::Figures | Form::Words)
        && !quantity.value.is_range()
}

/// The count of a rate beside another is of its size: "12 per 1,000 sailors, and 640 of them in Hull".
fn alike(here: &Quantity, other: &Quantity, mark: Mark) -> bool {
    const MOST: i64 = 30;
    let count = other.fraction.map_or(mark.total, |fraction| fraction.count);
    let (low, high) = (here.value.low.min(count), here.value.low.max(count));
    here.value.low < mark.total && high <= low * Decimal::from(MOST)
}

fn lend(here: &mut Quantity, mark: Mark) {
    let count = here.value.low;
    if let Some(percent) = percent_of(count, mark.total).filter(|_| count < mark.total) {
        let Reported { bound, approx, .. } = here.value;
        here.value = Reported { decimals: 0, bound, approx, ..Reported::exact(percent) };
        here.unit = Unit::Percent;
        here.form = Form::Share;
        here.fraction = Some(Fraction { count, total: mark.total });
        here.borrowed_unit = true;
    }
}

/// "and", ", compared with", "was", ":" before the number and its hedges.
fn joined(tokens: &Tokens, first: usize) -> bool {
    let mut at = first;
    while at > 0 && (tokens.is(at - 1, Class::Approx) || matches!(tokens.before(at), "just" | "only" | "the")) {
        at -= 1;
    }
    matches!(
        tokens.before(at),
        "and"
            | ","
            | ";"
            | ":"
            | "but"
            | "with"
            | "to"
            | "against"
            | "versus"
            | "vs"
            | "v"
            | "than"
            | "while"
            | "("
            | "–"
    ) || tokens.is(at.wrapping_sub(1), Class::Be)
}

/// "for the nurses", "among those who drank", or nothing, but no noun and no verb of its own: "and 12 in the other group died".
fn tells_a_group(tokens: &Tokens, next: usize) -> bool {
    const LONGEST: usize = 12;
    let alone = !tokens.is_word(next) && !matches!(tokens.word(next), "-" | "/" | "%" | "$" | "£");
    if alone || matches!(tokens.word(next), "and" | "or" | "versus" | "vs" | "v" | "respectively") {
        return true;
    }
    if !matches!(tokens.word(next), "for" | "among" | "in" | "with" | "without" | "on" | "per" | "after") {
        return false;
    }
    let mut phrase = (next + 1..next + LONGEST).take_while(|&k| {
        (tokens.is_word(k) || tokens.word(k) == "-")
            && !matches!(tokens.word(k), "and" | "but" | "while" | "who" | "that" | "which" | "whose")
    });
    !phrase.any(|k| {
        (tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be) || tokens.is(k, Class::EventVerb))
            && !tokens.is(k, Class::AssignVerb)
    })
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::text::hedges::Hedges;
    use crate::text::quantities::quantities;
    use crate::text::{Tokens, Unit, WordClasses};

    /// The shares of a sentence.
    fn shares(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        let found = quantities(&tokens, &Hedges::bundled());
        found.iter().filter(|q| q.unit == Unit::Percent).map(|q| q.value.low.to_string()).collect()
    }

    #[test]
    fn figures_that_leave_the_people_out() {
        for (text, told) in [
            ("There were 31.4 strokes per 1,000 sailors and 30.9 among nurses.", vec!["3.14", "3.09"]),
            ("Rates of gout were 31.4, 31.2 and 30.9 per 1,000 people.", vec!["3.14", "3.12", "3.09"]),
            ("Gout struck 243 and 381/100,000 nurses, respectively.", vec!["0.243", "0.381"]),
            ("Strokes per 1,000 people hardly differed: 31.4 among nurses and 30.9 among cooks.", vec!["3.14", "3.09"]),
            ("The rate of gout (per 10,000) was 12 for nurses, against nine for cooks.", vec!["0.12", "0.09"]),
            ("Per 10,000 people, 12 of the nurses fell ill, and nine of the cooks.", vec!["0.12", "0.09"]),
        ] {
            assert_eq!(shares(text), told, "{text}");
        }
    }

    #[test]
    fn figures_with_a_noun_or_a_verb_of_their_own() {
        for (text, told) in [
            ("There were 25 strokes per 1,000 sailors, and 40 nurses took part.", vec!["2.5"]),
            ("There were 25 strokes per 1,000 sailors, and 12 in the other group died.", vec!["2.5"]),
            ("There were 25 strokes per 1,000 sailors and 4,000 in the fleet.", vec!["2.5"]),
            ("Rum cost more per 1,000 bottles: 25 for sailors and 24 for cooks.", vec![]),
            ("They ate 100 kg of oats per 100 kg: 12 for each.", vec![]),
        ] {
            assert_eq!(shares(text), told, "{text}");
        }
    }
}
