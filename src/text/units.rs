//! The tokens after a number in, its unit out.

use super::class::Class;
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

/// The unit that starts at token `i`, directly after a number (a hyphen, a bound or one adjective may stand between).
pub fn unit(tokens: &Tokens, i: usize) -> Option<UnitAt> {
    let may = !tokens.closes(i);
    debug_assert!(may || unit_at(tokens, i).is_none(), "a unit behind a mark");
    if may { unit_at(tokens, i) } else { None }
}

fn unit_at(tokens: &Tokens, i: usize) -> Option<UnitAt> {
    percent(tokens, i).or_else(|| {
        let i = after_bound(tokens, i);
        // "14 “servings” of alcohol"
        let i = if in_quotes(tokens, i) { i + 1 } else { i };
        let at = if tokens.word(i) == "-" || tokens.word(i) == "–" { i + 1 } else { i };
        time(tokens, at).or_else(|| measure(tokens, at))
    })
}

fn in_quotes(tokens: &Tokens, i: usize) -> bool {
    matches!(tokens.word(i), "\"" | "“" | "‘" | "'")
        && matches!(tokens.word(i + 2), "\"" | "”" | "’" | "'")
        && tokens.is(i + 1, Class::Portion)
}

/// "three or more hours", "20+ cigarettes", "ten-plus years": the token after the bound.
fn after_bound(tokens: &Tokens, i: usize) -> usize {
    match (tokens.word(i), tokens.word(i + 1)) {
        ("or", "more" | "less" | "fewer") => i + 2,
        ("+" | "plus", _) => i + 1,
        ("-", "plus") => i + 2,
        _ => i,
    }
}

fn percent(tokens: &Tokens, i: usize) -> Option<UnitAt> {
    let at = if tokens.word(i) == "-" { i + 1 } else { i };
    let last = match tokens.word(at) {
        // "%22" is a character of a web address.
        "%" if tokens.glued(at + 1) && tokens.is_number(at + 1) => return None,
        "%" | "percent" | "pct" => at,
        "pc" if !tokens.word(at + 1).starts_with("r") => at,
        "per" if matches!(tokens.word(at + 1), "cent" | "cents") || runs_on(tokens.word(at + 1)) => at + 1,
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

/// "15 per centof nurses": the blank behind is left out in print.
fn runs_on(word: &str) -> bool {
    let rest = word.strip_prefix("cent").unwrap_or_default();
    matches!(rest, "of" | "in" | "for" | "to" | "were" | "had" | "who" | "said" | "more" | "less" | "and" | "on")
}

fn time(tokens: &Tokens, at: usize) -> Option<UnitAt> {
    if let Some(name) = time_name(tokens.word(at)) {
        return Some(UnitAt { unit: Unit::Time(name), last: at });
    }
    // "three separate days", "six consecutive weeks"
    const BETWEEN: [&str; 10] =
        ["separate", "consecutive", "full", "whole", "further", "more", "fewer", "extra", "additional", "long"];
    let name = time_name(tokens.word(at + 1)).filter(|_| BETWEEN.contains(&tokens.word(at)))?;
    Some(UnitAt { unit: Unit::Time(name), last: at + 1 })
}

/// The singular of a unit of time, short forms included.
pub fn time_name(word: &str) -> Option<&'static str> {
    // Most words begin otherwise, or are longer.
    if !word.starts_with(['s', 'm', 'h', 'd', 'n', 'w', 'f', 'y']) || word.len() > "fortnights's".len() {
        return None;
    }
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
    let at = after_size(tokens, at);
    // "0.8 of a degree"
    let part =
        tokens.word(at) == "of" && matches!(tokens.word(at + 1), "a" | "an") && tokens.is(at + 2, Class::MeasureUnit);
    let at = if part { at + 2 } else { at };
    let word = tokens.word(at);
    if let Some(degrees) = degrees(tokens, at) {
        return Some(degrees);
    }
    // "10 mm Hg", "10 millimetres of mercury"
    let mercury = if tokens.word(at + 1) == "of" { at + 2 } else { at + 1 };
    if matches!(word, "mm" | "millimetres" | "millimeters") && matches!(tokens.word(mercury), "hg" | "mercury") {
        return Some(UnitAt { unit: Unit::Measure("mmhg".into()), last: mercury });
    }
    if word == "met" {
        return effort(tokens, at);
    }
    // "2,000 international units"
    if word == "international" && matches!(tokens.word(at + 1), "unit" | "units") {
        let (name, last) = with_per(tokens, at + 1);
        return Some(UnitAt { unit: Unit::Measure(name), last });
    }
    // "four IQ points", "nine percentile points"
    if matches!(word, "iq" | "percentile" | "scale" | "score" | "bmi" | "a1c")
        && matches!(tokens.word(at + 1), "point" | "points")
    {
        return Some(UnitAt { unit: Unit::Measure("points".into()), last: at + 1 });
    }
    // "5st 8lb", but not "the 21st"
    let stone = word == "st" && tokens.is_number(at + 1) && matches!(tokens.word(at + 2), "lb" | "lbs");
    // "3 cubic centimetres"
    if matches!(word, "cubic" | "square") && tokens.is(at + 1, Class::MeasureUnit) {
        return Some(UnitAt { unit: Unit::Measure(format!("{word} {}", tokens.word(at + 1))), last: at + 1 });
    }
    (known(tokens, at) || compound(word) || stone).then(|| {
        let (name, last) = with_per(tokens, at);
        UnitAt { unit: Unit::Measure(name), last }
    })
}

/// "1°C", "a 2C rise", "five degrees Fahrenheit".
fn degrees(tokens: &Tokens, at: usize) -> Option<UnitAt> {
    let word = tokens.word(at);
    // "1°C" and "1 °C"; the sign and the letter may be one word or two tokens
    if word == "°" && matches!(tokens.word(at + 1), "c" | "f") {
        return Some(UnitAt { unit: Unit::Measure(format!("°{}", tokens.word(at + 1))), last: at + 1 });
    }
    // "a 2C rise", "above 30C"
    if word == "c" && tokens.glued(at) && !tokens.glued(at + 1)
        || matches!(word, "c" | "f") && tokens.is(at + 1, Class::ChangeNoun)
    {
        return Some(UnitAt { unit: Unit::Measure(format!("°{word}")), last: at });
    }
    if !matches!(word, "degree" | "degrees") {
        return None;
    }
    let scale = match tokens.word(at + 1) {
        "celsius" | "c" | "centigrade" => "°c",
        "fahrenheit" | "f" => "°f",
        _ => return None,
    };
    Some(UnitAt { unit: Unit::Measure(scale.into()), last: at + 1 })
}

/// "7.5 MET-hours", "600 MET minutes a week".
fn effort(tokens: &Tokens, at: usize) -> Option<UnitAt> {
    let hour = if matches!(tokens.word(at + 1), "-" | "/") { at + 2 } else { at + 1 };
    let effort = time_name(tokens.word(hour)).filter(|name| matches!(*name, "hour" | "minute"))?;
    // "the two met hours later"
    if matches!(tokens.word(hour + 1), "later" | "ago" | "before" | "after" | "earlier") {
        return None;
    }
    let (per, last) = with_per(tokens, hour);
    let per = per.split_once('/').map_or(String::new(), |(_, per)| format!("/{per}"));
    Some(UnitAt { unit: Unit::Measure(format!("met {effort}s{per}")), last })
}

/// "six small cups", "two daily portions", "three maximum-strength tablets", "six 175ml glasses": the token after the size.
fn after_size(tokens: &Tokens, at: usize) -> usize {
    const COMPARED: [&str; 4] = ["more", "fewer", "additional", "extra"];
    let sized = tokens.is(at, Class::PortionWord) && tokens.is(at + 1, Class::DoseUnit);
    if sized || known(tokens, at + 1) && COMPARED.contains(&tokens.word(at)) {
        return at + 1;
    }
    if let Some(portion) = after_description(tokens, at) {
        return portion;
    }
    // "six 175ml glasses", "13 four-ounce glasses", "three maximum-strength tablets"; but of "one 200 mg tablet" the 200 mg
    let hyphen = tokens.word(at + 1) == "-";
    let last = if hyphen { at + 2 } else { at + 1 };
    if !tokens.is(last + 1, Class::Portion) {
        return at;
    }
    let liquid = matches!(tokens.word(last), "ml" | "cl" | "oz" | "ounce" | "pint" | "litre" | "liter");
    let sized = if tokens.is_number(at) { liquid } else { hyphen && tokens.is_word(at) && tokens.is_word(last) };
    if sized { last + 1 } else { at }
}

/// "ten daily fruit and nut portions", "eight standard U.S. drinks", "two sugar-sweetened drinks": the portion behind the
/// words that describe it.
fn after_description(tokens: &Tokens, at: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let describes = |k: usize| tokens.is(k, Class::PortionWord) || tokens.is(k, Class::Food);
    if !describes(at) || tokens.is(at, Class::DoseUnit) {
        return None;
    }
    let joins = |k: usize| matches!(tokens.word(k), "and" | "or" | "&" | "-");
    let mut described =
        (at + 1..at + LONGEST).take_while(|&k| describes(k) || joins(k) || tokens.is(k, Class::Portion));
    described.find(|&k| tokens.is(k, Class::Portion) && !tokens.is(k + 1, Class::Portion))
}

fn known(tokens: &Tokens, at: usize) -> bool {
    (tokens.is(at, Class::DoseUnit) || tokens.is(at, Class::MeasureUnit)) && !may_do(tokens, at)
}

/// "those over 12 can take it", where "one can of cola" is an amount.
fn may_do(tokens: &Tokens, at: usize) -> bool {
    let noun = |word: &str| matches!(word, "of" | "a" | "per" | "each" | "every" | "daily" | "or" | "and" | "");
    tokens.word(at) == "can" && tokens.is_word(at + 1) && !noun(tokens.word(at + 1))
}

/// The unit at token `at` with what it is told per: "grams a day", "mg per kilogram", "mg / day", "µg per cubic metre".
fn with_per(tokens: &Tokens, at: usize) -> (String, usize) {
    let mut name = tokens.word(at).to_owned();
    let daily = match tokens.word(at + 1) {
        "daily" => "/day",
        "nightly" => "/night",
        "weekly" => "/week",
        _ => "",
    };
    if !daily.is_empty() {
        name.push_str(daily);
        return (name, at + 1);
    }
    // "an 800-calorie-a-day diet"
    if tokens.at(at + 1, &["-", "a", "-"]) && per_what(tokens, at + 4) {
        return (format!("{name}/{}", tokens.word(at + 4)), at + 4);
    }
    let per = tokens.word(at + 1) == "per";
    if !(per || matches!(tokens.word(at + 1), "a" | "/" | "each" | "every")) {
        return (name, at);
    }
    let power = if per && matches!(tokens.word(at + 2), "cubic" | "square") { at + 3 } else { at + 2 };
    // "per 100 grams"
    if per && tokens.is_number(at + 2) && known(tokens, at + 3) {
        name.push('/');
        name.extend([tokens.word(at + 2), tokens.word(at + 3)]);
        return (name, at + 3);
    }
    if !(per_what(tokens, power) || per && known(tokens, power)) {
        return (name, at);
    }
    name.push('/');
    name.push_str(tokens.word(power));
    if power > at + 2 {
        name.push(if tokens.word(at + 2) == "cubic" { '3' } else { '2' });
    }
    let body = tokens.word(power + 1) == "of" && tokens.at(power + 2, &["body", "weight"]);
    (name, if body { power + 3 } else { power })
}

fn compound(word: &str) -> bool {
    // A word is too short for the search that `split_once` makes of it.
    let slash = word.bytes().position(|byte| byte == b'/');
    slash
        .map(|at| (&word[..at], &word[at + 1..]))
        .is_some_and(|(over, under)| !over.is_empty() && under.chars().all(|c| c.is_alphanumeric() || c == '/'))
}

fn per_what(tokens: &Tokens, i: usize) -> bool {
    time_name(tokens.word(i)).is_some()
        || matches!(
            tokens.word(i),
            "kg" | "kilogram" | "kilogramme" | "kilo" | "l" | "dl" | "ml" | "m2" | "m3" | "m²" | "m³" | "dose" | "meal"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    #[test]
    fn units_and_near_misses() {
        let classes = WordClasses::bundled();
        for (text, wanted) in [
            ("or more hours a day", Some(Unit::Time("hour"))),
            ("+ cigarettes a day", Some(Unit::Measure("cigarettes/day".into()))),
            ("micrograms per cubic metre of air", Some(Unit::Measure("micrograms/metre3".into()))),
            ("grams per 100 ml", Some(Unit::Measure("grams/100ml".into()))),
            ("175ml glasses of wine", Some(Unit::Measure("glasses".into()))),
            ("four-ounce glasses a week", Some(Unit::Measure("glasses/week".into()))),
            ("maximum-strength tablets", Some(Unit::Measure("tablets".into()))),
            ("extra grams daily", Some(Unit::Measure("grams/day".into()))),
            ("degrees Celsius", Some(Unit::Measure("°c".into()))),
            ("daily fruit and nut portions", Some(Unit::Measure("portions".into()))),
            ("standard U.S. drinks a week", Some(Unit::Measure("drinks/week".into()))),
            ("sugar-sweetened drinks", Some(Unit::Measure("drinks".into()))),
            ("-calorie-a-day diet", Some(Unit::Measure("calorie/day".into()))),
            ("cubic centimetres", Some(Unit::Measure("cubic centimetres".into()))),
            ("fruit and vegetable shops", None),
            ("daily papers", None),
            ("200 mg tablets", None),
            ("or more patients", None),
            ("first-class tickets", None),
            ("“servings” of cider", Some(Unit::Measure("servings".into()))),
            ("“sailors” of old", None),
            ("can take it", None),
            ("can of cola", Some(Unit::Measure("can".into()))),
            ("mm Hg in nurses", Some(Unit::Measure("mmhg".into()))),
            ("millimetres of mercury", Some(Unit::Measure("mmhg".into()))),
            ("millimetres of rain", Some(Unit::Measure("millimetres".into()))),
            ("percentile points", Some(Unit::Measure("points".into()))),
            ("IQ points lower", Some(Unit::Measure("points".into()))),
            ("of a degree", Some(Unit::Measure("degree".into()))),
            ("of a kind", None),
            ("international units a day", Some(Unit::Measure("units/day".into()))),
            ("international flights", None),
            ("percentile of sailors", None),
            ("scale models", None),
            ("diopters a year", Some(Unit::Measure("diopters/year".into()))),
            ("40 patients", None),
            ("more people took tablets", None),
        ] {
            let tokens = Tokens::read(text, Span::new(0, text.len()), &classes);
            assert_eq!(unit(&tokens, 0).map(|found| found.unit), wanted, "{text}");
        }
    }
}
