//! The quantities of a sentence in, the unit of time that the second of two compared lengths leaves out filled in:
//! "four days or nine", "six weeks rather than two", "as good after a week as after four".

use super::class::Class;
use super::quantities::{Form, Quantity};
use super::tokens::Tokens;
use super::units::Unit;

/// Tokens between two compared lengths at most.
const NEAR: usize = 10;

/// Lends the unit of a length to the bare number that is compared with it.
pub(super) fn lend_to_compared(tokens: &Tokens, found: &mut [Quantity]) {
    for i in 1..found.len() {
        let (left, right) = found.split_at_mut(i);
        let (before, here) = (&left[i - 1], &mut right[0]);
        if may_lend(tokens, before) && may_borrow(tokens, here) && compared(tokens, before, here.first) {
            here.unit = before.unit.clone();
            here.borrowed_unit = true;
        }
    }
}

/// "six weeks", but not "the six-week mark".
fn may_lend(tokens: &Tokens, quantity: &Quantity) -> bool {
    let hyphen = tokens.word(quantity.number_last + 1) == "-";
    !hyphen && matches!(quantity.unit, Unit::Time(name) if name != "second") && quantity.form != Form::Share
}

/// A number that no noun follows.
fn may_borrow(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let alone = match tokens.word(next) {
        "-" | "/" | "%" | "of" | "per" | "(" | "$" | "£" | "–" => false,
        _ => !tokens.is_word(next) || tokens.is(next, Class::Preposition) || verb_follows(tokens, next),
    };
    quantity.unit == Unit::None && matches!(quantity.form, Form::Figures | Form::Words) && alone
}

/// "instead of ten worked as well"
fn verb_follows(tokens: &Tokens, next: usize) -> bool {
    tokens.is(next, Class::PastVerb) || tokens.is(next, Class::ChangeVerb) || tokens.word(next) == "worked"
}

/// What stands before the number sets it against the length before.
fn compared(tokens: &Tokens, length: &Quantity, first: usize) -> bool {
    const AGAINST: [&[&str]; 8] = [
        &["rather", "than"],
        &["as", "good", "as"],
        &["as", "well", "as"],
        &["as", "effective", "as"],
        &["instead", "of"],
        &["opposed", "to"],
        &["compared", "with"],
        &["compared", "to"],
    ];
    let mut at = first;
    while at > 0 && (tokens.is(at - 1, Class::Approx) || matches!(tokens.before(at), "just" | "only")) {
        at -= 1;
    }
    let gap = first - length.last;
    let against = |at: usize| match tokens.before(at) {
        "versus" | "vs" | "against" => true,
        _ => AGAINST.iter().any(|words| tokens.ends_at(at, words)),
    };
    let both = (length.first.saturating_sub(2)..length.first).any(|k| matches!(tokens.word(k), "both" | "either"));
    let same_lead = tokens.before(at) == tokens.before(length.first);
    // "sat for eight hours than those who sat for four"
    let hours = matches!(length.unit, Unit::Time("minute" | "hour" | "night" | "decade"));
    let than = || gap <= NEAR + 4 && (length.last + 1..first).any(|k| tokens.word(k) == "than");
    match tokens.before(at) {
        "for" if hours => same_lead && than(),
        _ if hours => false,
        // "for nine weeks, then for another 30"
        "another" | "additional" => {
            matches!(tokens.word(at.wrapping_sub(2)), "for" | "an") && !tokens.is_word(first + 1) && gap <= NEAR + 4
        }
        // "over four weeks and over ten", "in a month; after six, it was more"
        "over" | "for" | "after" if same_lead && matches!(tokens.word(at.wrapping_sub(2)), "and" | "or") => gap <= NEAR,
        "after" | "by"
            if at > 1 && matches!(tokens.word(at - 2), ";" | "," | "and") && tokens.word(first + 1) == "," =>
        {
            gap <= NEAR
        }
        "or" => at == length.last + 2 && first > length.last + 1,
        "and" => at == length.last + 2 && both,
        "for" | "after" if against(at - 1) => gap <= NEAR,
        "for" | "after" if same_lead => than(),
        _ => gap <= NEAR && against(at),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::text::hedges::Hedges;
    use crate::text::quantities::quantities;
    use crate::text::{Tokens, Unit, WordClasses};

    /// The values of the numbers that borrow a unit.
    fn lent(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        let found = quantities(&tokens, &Hedges::bundled());
        found
            .iter()
            .filter(|q| q.borrowed_unit && matches!(q.unit, Unit::Time(_)))
            .map(|q| q.value.low.to_string())
            .collect()
    }

    #[test]
    fn compared_lengths() {
        for (text, numbers) in [
            ("They took syrup for four days or nine.", vec!["9"]),
            ("They stayed in bed six weeks rather than two.", vec!["2"]),
            ("Five days of syrup are as good as ten for sailors with gout.", vec!["10"]),
            ("It was the same after both three weeks and nine.", vec!["9"]),
            ("The colds went in eight days on the syrup, against 12 on water.", vec!["12"]),
            ("Those who took it for six months did better than those who had it for three.", vec!["3"]),
            ("Those who took it for six months did better than sailors who got 40 for free.", vec![]),
            ("They took it over four weeks and over ten.", vec!["10"]),
            ("Half were well in a year; after five, all were.", vec!["5"]),
            ("Half were well in a year; after five beers, all were.", vec![]),
            ("The colds went in eight days, against 12 nurses in bed.", vec![]),
            ("The drop was 20 points at the six-month mark, against seven on water.", vec![]),
            ("After six weeks more than 40 in the group were well.", vec![]),
            ("Over two years and 15 ports, they slept.", vec![]),
            ("After six weeks half were well, against 12 on water.", vec![]),
            ("It took two days or 40% of the time.", vec![]),
        ] {
            assert_eq!(lent(text), numbers, "{text}");
        }
    }
}
