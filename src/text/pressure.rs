//! Tokens in, a blood pressure told as two numbers out: "152/93", "130 over 80", "9/4 mm Hg".

use rust_decimal::Decimal;

use crate::model::Reported;

use super::numerals::cardinal;
use super::quantities::{Form, Quantity, plain};
use super::tokens::Tokens;
use super::units::{Unit, unit};

/// What a heart at rest and at work can press, in mmHg.
const UPPER: (u32, u32) = (70, 260);
const LOWER: (u32, u32) = (40, 150);

/// The pressure that starts at token `i`; its value is the upper one.
pub(super) fn pressure(tokens: &Tokens, i: usize) -> Option<Quantity> {
    let joined =
        tokens.word(i + 1) == "/" && tokens.glued(i + 1) && tokens.glued(i + 2) || tokens.word(i + 1) == "over";
    if !joined || !tokens.is_number(i) || !tokens.is_number(i + 2) {
        return None;
    }
    let (upper, lower) = (cardinal(tokens, i)?, cardinal(tokens, i + 2)?);
    let within = |value: Decimal, (low, high): (u32, u32)| value >= low.into() && value <= high.into();
    let whole = upper.last == i
        && lower.last == i + 2
        && tokens.word(i + 3) != "/"
        && !(tokens.glued(i + 3) && tokens.is_word(i + 3));
    let likely = within(upper.value, UPPER) && within(lower.value, LOWER) && upper.value > lower.value;
    let told = unit(tokens, i + 3).filter(|found| found.unit == Unit::Measure("mmhg".into()));
    let last = told.as_ref().map_or(i + 2, |found| found.last);
    let value = Reported { decimals: upper.decimals, ..Reported::exact(upper.value) };
    let pair = whole && (likely || told.is_some()) && upper.value > Decimal::ZERO;
    pair.then(|| Quantity { number_last: i + 2, ..plain(i, last, value, Form::Figures, Unit::Measure("mmhg".into())) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    #[test]
    fn pressures_and_near_misses() {
        let classes = WordClasses::bundled();
        for (text, value) in [
            ("152/93 in sailors", Some("152")),
            ("130 over 80", Some("130")),
            ("9/4 mm Hg", Some("9")),
            ("140/90 mmHg", Some("140")),
            ("11/93 of them", None),
            ("12/10/2016", None),
            ("130 over 80s", None),
            ("250 over two years", None),
            ("80/130", None),
        ] {
            let tokens = Tokens::read(text, Span::new(0, text.len()), &classes);
            assert_eq!(pressure(&tokens, 0).map(|q| q.value.low.to_string()).as_deref(), value, "{text}");
        }
    }
}
