//! Tokens in, whole cardinal numbers out: figures with magnitudes ("3.5 million", "200k") and number words.

use rust_decimal::Decimal;

use super::class::Class;
use super::tokens::{TokenKind, Tokens};

/// A cardinal that ends with token `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cardinal {
    pub value: Decimal,
    /// Digits printed after the decimal point.
    pub decimals: u32,
    pub last: usize,
    /// Printed in words.
    pub words: bool,
}

/// The cardinal that starts at token `i`.
pub fn cardinal(tokens: &Tokens, i: usize) -> Option<Cardinal> {
    match tokens.kind(i)? {
        TokenKind::Number => figures(tokens, i),
        TokenKind::Word if tokens.is(i, Class::NumberStart) => words(tokens, i),
        TokenKind::Word => {
            debug_assert!(words(tokens, i).is_none(), "{} starts a number", tokens.word(i));
            None
        }
        TokenKind::Sign => None,
    }
}

fn figures(tokens: &Tokens, i: usize) -> Option<Cardinal> {
    let (value, decimals) = parse(tokens.word(i))?;
    if let Some((part, last)) = vulgar(tokens, i + 1).filter(|_| decimals == 0) {
        return Some(Cardinal { value: value.checked_add(part)?, decimals: 2, last, words: false });
    }
    let plain = Cardinal { value, decimals, last: i, words: false };
    let at = if tokens.word(i + 1) == "-" { i + 2 } else { i + 1 };
    let Some(magnitude) = magnitude(tokens.word(at)) else { return Some(plain) };
    // "5 m" is a length and "30 k" a key; the short forms only count when glued to the figure.
    if tokens.word(at).len() <= 2 && !tokens.glued(at) {
        return Some(plain);
    }
    let value = value.checked_mul(magnitude)?;
    Some(Cardinal { value, decimals: 0, last: at, words: false })
}

/// "1¾", "2 1/2": the fraction at token `i` that goes on with a whole number, and its last token.
fn vulgar(tokens: &Tokens, i: usize) -> Option<(Decimal, usize)> {
    if !(tokens.is_number(i) || tokens.is(i, Class::NumberStart)) {
        return None;
    }
    let sign = match tokens.word(i) {
        "¼" => Some(25),
        "½" => Some(50),
        "¾" => Some(75),
        "⅓" => Some(33),
        "⅔" => Some(67),
        _ => None,
    };
    if let Some(hundredths) = sign {
        return Some((Decimal::new(hundredths, 2), i));
    }
    let slashed = tokens.word(i + 1) == "/" && tokens.glued(i + 1) && tokens.glued(i + 2) && !tokens.glued(i);
    let hundredths = match (tokens.word(i), tokens.word(i + 2)) {
        ("1", "4") => 25,
        ("1", "2") => 50,
        ("3", "4") => 75,
        _ => return None,
    };
    slashed.then(|| (Decimal::new(hundredths, 2), i + 2))
}

/// "1,300" → 1300, "5·3" → 5.3, "0. 92" → 0.92. `None` for more digits than a number in a text can have.
fn parse(printed: &str) -> Option<(Decimal, u32)> {
    if printed.len() <= MOST_DIGITS && printed.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = printed.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        return (!printed.is_empty()).then(|| (Decimal::new(value, 0), 0));
    }
    let comma_decimal = printed.starts_with("0,");
    let (mut value, mut digits, mut decimals) = (0, 0, None);
    for c in printed.chars() {
        match c {
            '0'..='9' => {
                digits += 1;
                value = i64::from(c as u8 - b'0') + if digits > MOST_DIGITS { 0 } else { value * 10 };
                decimals = decimals.map(|count: u32| count + 1);
            }
            '.' | '·' | '•' | '⋅' if decimals.is_none() => decimals = Some(0),
            ',' if comma_decimal && decimals.is_none() => decimals = Some(0),
            '.' | '·' | '•' | '⋅' => return None,
            ',' if comma_decimal => return None,
            _ => {}
        }
    }
    let signs = digits + usize::from(decimals.is_some());
    let decimals = decimals.unwrap_or_default();
    (digits > 0 && signs <= MOST_DIGITS).then(|| (Decimal::new(value, decimals), decimals))
}

/// Digits of a printed number, its decimal point counted.
const MOST_DIGITS: usize = 15;

fn magnitude(word: &str) -> Option<Decimal> {
    Some(Decimal::from(match word {
        "hundred" => 100u64,
        "thousand" | "k" => 1_000,
        "lakh" => 100_000,
        "million" | "m" | "mn" => 1_000_000,
        "crore" => 10_000_000,
        "billion" | "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    }))
}

/// Zero to ninety.
fn small(word: &str) -> Option<u64> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// "three hundred and twenty-six", "a thousand", "half a million", "two dozen", "one and a half".
fn words(tokens: &Tokens, i: usize) -> Option<Cardinal> {
    if let Some(found) = lead_in(tokens, i) {
        return Some(found);
    }
    let (mut group, mut at) = (small(tokens.word(i)).or_else(|| bare_hundred(tokens, i))?, i);
    let mut total = 0u64;
    loop {
        let next = joined(tokens, at);
        let word = tokens.word(next);
        let by_and = tokens.word(at + 1) == "and";
        let after_scale = group == 0 && total > 0;
        if let Some(unit) = small(word).filter(|unit| after_scale && *unit > 0 || fits(group, *unit, by_and)) {
            group += unit;
        } else if word == "hundred" && !by_and && (1..100).contains(&group) {
            group *= 100;
        } else if matches!(word, "thousand" | "million" | "billion") && !by_and && group > 0 {
            let scale = if word == "thousand" {
                1_000
            } else if word == "million" {
                1_000_000
            } else {
                1_000_000_000
            };
            total += group.checked_mul(scale)?;
            group = 0;
        } else if word == "dozen" && next == at + 1 {
            group *= 12;
        } else {
            break;
        }
        at = next;
    }
    let whole = Decimal::from(total + group);
    if tokens.at(at + 1, &["-", "and", "-", "a", "-", "half"]) {
        return Some(Cardinal { value: whole + Decimal::new(5, 1), decimals: 1, last: at + 6, words: true });
    }
    if tokens.at(at + 1, &["and", "a", "half"]) {
        return Some(Cardinal { value: whole + Decimal::new(5, 1), decimals: 1, last: at + 3, words: true });
    }
    Some(Cardinal { value: whole, decimals: 0, last: at, words: true })
}

/// "Hundred and forty-three": the number that lost its "a" or "one".
fn bare_hundred(tokens: &Tokens, i: usize) -> Option<u64> {
    let goes_on = tokens.word(i + 1) == "and" && small(tokens.word(i + 2)).is_some();
    let alone = !tokens.is_number(i.wrapping_sub(1)) && small(tokens.before(i)).is_none();
    (tokens.word(i) == "hundred" && goes_on && alone && tokens.before(i) != "a").then_some(100)
}

/// The token after a hyphen or "and" that may go on with the number; else the next token.
fn joined(tokens: &Tokens, at: usize) -> usize {
    match tokens.word(at + 1) {
        "-" | "and" => at + 2,
        _ => at + 1,
    }
}

/// "twenty-six" and "hundred and six" go on; "six and ten" and "thirty twenty" don't.
fn fits(group: u64, unit: u64, by_and: bool) -> bool {
    let tens = group % 100 >= 20 && group.is_multiple_of(10) && unit < 10 && unit > 0 && !by_and;
    let hundreds = group >= 100 && group.is_multiple_of(100) && unit > 0;
    tens || hundreds
}

/// "a hundred", "a dozen", "half a million".
fn lead_in(tokens: &Tokens, i: usize) -> Option<Cardinal> {
    let found = |value: u64, last| Some(Cardinal { value: value.into(), decimals: 0, last, words: true });
    match (tokens.word(i), tokens.word(i + 1), tokens.word(i + 2)) {
        ("half", "a" | "-", "million") => found(500_000, i + 2),
        ("half", "a" | "-", "dozen") => found(6, i + 2),
        ("half", "a" | "-", "billion") => found(500_000_000, i + 2),
        // "half a bottle", "a half-ounce serving"
        ("half", joint @ ("a" | "an" | "-"), _) if half_of(tokens, i + 2) => {
            let last = if joint == "-" { i } else { i + 1 };
            Some(Cardinal { value: Decimal::new(5, 1), decimals: 1, last, words: true })
        }
        ("a", "quarter", "of") if tokens.at(i + 3, &["a", "million"]) => found(250_000, i + 4),
        ("a", "dozen", _) => found(12, i + 1),
        ("a", word @ ("hundred" | "thousand" | "million" | "billion"), _) => {
            let scale = match word {
                "hundred" => 100,
                "thousand" => 1_000,
                "million" => 1_000_000,
                _ => 1_000_000_000,
            };
            found(scale, i + 1)
        }
        _ => None,
    }
}

/// A unit that is told by halves; "half a unit" and "half-drunk" among them, "half a degree course" not.
fn half_of(tokens: &Tokens, unit: usize) -> bool {
    tokens.is(unit, Class::DoseUnit) || tokens.is(unit, Class::MeasureUnit) && tokens.is(unit, Class::MeasuredIn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    fn read(text: &str) -> Option<(String, usize)> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        cardinal(&tokens, 0).map(|c| (c.value.normalize().to_string(), c.last))
    }

    #[test]
    fn figures_and_words_read_alike() {
        for (text, value) in [
            ("1,300", "1300"),
            ("2½ times", "2.5"),
            ("1¾oz", "1.75"),
            ("3.5 million", "3500000"),
            ("3.5million", "3500000"),
            ("200k users", "200000"),
            ("three hundred and twenty-six", "326"),
            ("thirty", "30"),
            ("twenty-one thousand", "21000"),
            ("a hundred", "100"),
            ("half a million", "500000"),
            ("two and a half", "2.5"),
            ("two-and-a-half hours", "2.5"),
            ("two dozen", "24"),
            ("half a bottle", "0.5"),
            ("1¾oz of ham", "1.75"),
            ("2 1/2 cups", "2.5"),
            ("12 345", "12345"),
            ("1,00,000", "100000"),
            ("five thousand three hundred and sixty-two", "5362"),
            ("three thousand nine hundred fourteen", "3914"),
            ("seven-thousand three-hundred forty-six", "7346"),
            ("two-hundred women", "200"),
            ("hundred and forty-three patients", "143"),
            ("two million three hundred thousand", "2300000"),
        ] {
            assert_eq!(read(text).map(|r| r.0).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn neighbours_stay_apart() {
        assert_eq!(read("six and ten").unwrap().1, 0);
        assert_eq!(read("5 m wide").unwrap().0, "5");
        assert_eq!(read("thirty twenty").unwrap().0, "30");
        assert_eq!(read("hundred patients"), None);
        assert_eq!(read("hormone"), None);
        assert_eq!(read("3 12/24 patients").unwrap().0, "3");
        assert_eq!(read("2 1/8 mile").unwrap().0, "2");
        assert_eq!(read("12345678901234567890"), None);
    }
}
