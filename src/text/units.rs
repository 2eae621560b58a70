//! The tokens after a number in, its unit out.

use super::classes::Class;
use super::tokens::Tokens;

/// What a number is a number of, where a word or sign beside it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    None,
    Percent,
    PercentagePoints,
    /// "six weeks", "12-month": the singular name of the unit ("week").
    Time(&'static str),
    /// An amount or measurement, as printed and folded ("mg/kg", "points").
    Measure(String),
    /// "three times", "twofold", "doubled": the number is a factor.
    Times,
}

/// A unit and the token it ends with.
pub struct UnitAt {
    pub unit: Unit,
    pub last: usize,
}

/// The unit that starts at token `i`, directly after a number (a hyphen or one adjective may stand between).
pub fn unit(tokens: &Tokens, i: usize) -> Option<UnitAt> {
    percent(tokens, i).or_else(|| {
        let at = if tokens.word(i) == "-" || tokens.word(i) == "–" { i + 1 } else { i };
        time(tokens, at).or_else(|| measure(tokens, at))
    })
}

fn percent(tokens: &Tokens, i: usize) -> Option<UnitAt> {
    let at = if tokens.word(i) == "-" { i + 1 } else { i };
    let last = match tokens.word(at) {
        // "%22" is a character of a web address.
        "%" if tokens.glued(at + 1) && tokens.is_number(at + 1) => return None,
        "%" | "percent" | "pct" => at,
        "pc" if !tokens.word(at + 1).starts_with("r") => at,
        "per" if matches!(tokens.word(at + 1), "cent" | "cents") => at + 1,
        "per" if tokens.at(at + 1, &["-", "cent"]) => at + 2,
        "percentage" if matches!(tokens.word(at + 1), "point" | "points") => {
            return Some(UnitAt { unit: Unit::PercentagePoints, last: at + 1 });
        }
        "percentage" if tokens.word(at + 1) == "-" && matches!(tokens.word(at + 2), "point" | "points") => {
            return Some(UnitAt { unit: Unit::PercentagePoints, last: at + 2 });
        }
        _ => return None,
    };
    if matches!(tokens.word(last + 1), "point" | "points") {
        return Some(UnitAt { unit: Unit::PercentagePoints, last: last + 1 });
    }
    Some(UnitAt { unit: Unit::Percent, last })
}

fn time(tokens: &Tokens, at: usize) -> Option<UnitAt> {
    if let Some(name) = time_name(tokens.word(at)) {
        return Some(UnitAt { unit: Unit::Time(name), last: at });
    }
    // "three separate days", "six consecutive weeks"
    const BETWEEN: [&str; 8] = ["separate", "consecutive", "full", "whole", "further", "more", "additional", "long"];
    let name = time_name(tokens.word(at + 1)).filter(|_| BETWEEN.contains(&tokens.word(at)))?;
    Some(UnitAt { unit: Unit::Time(name), last: at + 1 })
}

/// The singular of a unit of time, short forms included.
pub fn time_name(word: &str) -> Option<&'static str> {
    // "two hours' walk" is two tokens, "an hour's walk" one
    Some(match word.strip_suffix("'s").unwrap_or(word) {
        "second" | "seconds" | "sec" | "secs" => "second",
        "minute" | "minutes" | "min" | "mins" => "minute",
        "hour" | "hours" | "hr" | "hrs" | "h" => "hour",
        "day" | "days" | "d" => "day",
        "night" | "nights" => "night",
        "week" | "weeks" | "wk" | "wks" => "week",
        "fortnight" | "fortnights" => "fortnight",
        "month" | "months" | "mo" | "mos" => "month",
        "year" | "years" | "yr" | "yrs" => "year",
        "decade" | "decades" => "decade",
        _ => return None,
    })
}

fn measure(tokens: &Tokens, at: usize) -> Option<UnitAt> {
    // "six small cups", "two daily portions"
    const SIZES: [&str; 8] = ["small", "large", "medium", "standard", "daily", "extra", "heaped", "fluid"];
    let sized = SIZES.contains(&tokens.word(at)) && tokens.is(at + 1, Class::DoseUnit);
    let at = if sized { at + 1 } else { at };
    let word = tokens.word(at);
    // "1°C" and "1 °C"; the sign and the letter may be one word or two tokens
    if word == "°" && matches!(tokens.word(at + 1), "c" | "f") {
        return Some(UnitAt { unit: Unit::Measure(format!("°{}", tokens.word(at + 1))), last: at + 1 });
    }
    let known = tokens.is(at, Class::DoseUnit) || tokens.is(at, Class::MeasureUnit) || compound(word);
    if !known {
        return None;
    }
    let (mut name, mut last) = (word.to_owned(), at);
    // "grams a day", "mg per kilogram", "mg / day", "units of alcohol a week"
    if matches!(tokens.word(at + 1), "per" | "a" | "/" | "each" | "every") && per_what(tokens, at + 2) {
        name.push('/');
        name.push_str(tokens.word(at + 2));
        last = at + 2;
        if tokens.word(last + 1) == "of" && tokens.at(last + 2, &["body", "weight"]) {
            last += 3;
        }
    } else if matches!(tokens.word(at + 1), "daily" | "weekly") {
        name.push_str(if tokens.word(at + 1) == "daily" { "/day" } else { "/week" });
        last = at + 1;
    }
    Some(UnitAt { unit: Unit::Measure(name), last })
}

fn compound(word: &str) -> bool {
    word.split_once('/')
        .is_some_and(|(over, under)| !over.is_empty() && under.chars().all(|c| c.is_alphanumeric() || c == '/'))
}

fn per_what(tokens: &Tokens, i: usize) -> bool {
    time_name(tokens.word(i)).is_some()
        || matches!(tokens.word(i), "kg" | "kilogram" | "kilogramme" | "kilo" | "l" | "dl" | "ml" | "m2" | "dose")
}
