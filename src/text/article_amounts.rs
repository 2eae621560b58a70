//! An article in, the one that it tells out: "a year", "half an hour", "a glass of wine".

use rust_decimal::Decimal;

use crate::model::Reported;

use super::class::Class;
use super::numerals::cardinal;
use super::quantities::{Form, Quantity, plain};
use super::tokens::Tokens;
use super::units::{Unit, time_name, unit};

/// "a year", "a full year", "an hour", "half an hour", "half-hour", "hour-long".
pub fn article_time(tokens: &Tokens, i: usize) -> Option<Quantity> {
    let one = Decimal::ONE;
    let half = Decimal::new(5, 1);
    let (value, last, number_last) = match (tokens.word(i), tokens.word(i + 1)) {
        ("half", "an" | "a") if time_name(tokens.word(i + 2)).is_some() => (half, i + 2, i + 1),
        ("half", "-") if matches!(tokens.word(i + 2), "hour" | "year" | "day") => (half, i + 2, i),
        ("a" | "an", _) if time_name(tokens.word(i + 1)).is_some() && tokens.at(i + 2, &["-", "long"]) => {
            (one, i + 3, i + 1)
        }
        ("a" | "an", _) if time_name(tokens.word(i + 1)).is_some_and(|_| tokens.word(i + 1).len() > 2) => {
            (one, i + 1, i)
        }
        ("a" | "an", "full" | "whole" | "entire") if time_name(tokens.word(i + 2)).is_some() => (one, i + 2, i),
        ("hour" | "week" | "month" | "year" | "day" | "decade", "-")
            if tokens.glued(i + 1) && tokens.word(i + 2) == "long" =>
        {
            (one, i + 2, i)
        }
        ("yearlong" | "weeklong" | "monthlong", _) => (one, i, i),
        _ => return None,
    };
    let name = (i..=last)
        .find_map(|k| time_name(tokens.word(k)))
        .or_else(|| tokens.word(i).strip_suffix("long").and_then(time_name))?;
    let per = told_per_before(tokens, i) || counted_per(tokens, i, last);
    // "a day sooner", "a second or so faster", "a day and a half"
    let compared = matches!(tokens.word(last + 1), "sooner" | "earlier" | "faster" | "longer" | "shorter")
        || tokens.at(last + 1, &["or", "so"])
        || tokens.at(last + 1, &["and", "a"]) && matches!(tokens.word(last + 3), "half" | "quarter");
    let idiom = tokens.word(last + 1) == "old"
        || matches!(tokens.word(i + 1), "day" | "night" | "second" | "minute")
            && !matches!(tokens.before(i), "for" | "after" | "within" | "half" | "lasted")
            && !compared;
    if (per || idiom) && tokens.word(i) != "half" && tokens.word(last) != "long" {
        return None;
    }
    Some(Quantity {
        number_last,
        ..plain(i, last, Reported { decimals: 0, ..Reported::exact(value) }, Form::Article, Unit::Time(name))
    })
}

/// "a glass of wine", "a large bowl of oats", "a cup each day", "a glass and a half": one portion of food or drink, but not
/// "a piece of research", "£4 a bottle", nor the vague "a handful of nuts".
pub fn article_portion(tokens: &Tokens, i: usize) -> Option<Quantity> {
    const NEAR: usize = 5;
    const LONGEST_NAME: usize = 4;
    let article = matches!(tokens.word(i), "a" | "an") && tokens.is(i + 1, Class::NumberAfterArticle);
    let led = if tokens.ends_at(i, &["more", "than"]) || tokens.ends_at(i, &["less", "than"]) { i - 2 } else { i };
    let drinks = tokens.is(led.wrapping_sub(1), Class::ConsumeVerb);
    if !article || !drinks && told_per_before(tokens, i) {
        return None;
    }
    let at = if tokens.is(i + 1, Class::PortionWord) { i + 2 } else { i + 1 };
    let measure = tokens.is(at, Class::MeasureUnit);
    if tokens.word(at) == "handful" {
        return None;
    }
    let portion = (tokens.is(at, Class::Portion) || measure).then(|| unit(tokens, i + 1)).flatten()?;
    let half = tokens.at(at + 1, &["and", "a", "half"]);
    let last = if half { at + 3 } else { portion.last };
    let of = tokens.word(last + 1) == "of";
    let named = (last + 2..last + 2 + LONGEST_NAME).take_while(|&k| tokens.is_word(k));
    let food = of && named.into_iter().any(|k| tokens.is(k, Class::Food));
    // "600 ml – a large mug – a day"
    let next = if matches!(tokens.word(last + 1), "–" | "-" | "—" | ",") { last + 2 } else { last + 1 };
    let often = last > at && !half
        || matches!(tokens.word(last + 1), "daily" | "everyday")
        || matches!(tokens.word(next), "a" | "per" | "each" | "every") && time_name(tokens.word(next + 1)).is_some();
    let value = if half { Decimal::new(15, 1) } else { Decimal::ONE };
    let value = Reported { decimals: u32::from(half), ..Reported::exact(value) };
    let daily = matches!(tokens.word(i + 1), "daily" | "nightly" | "weekly")
        || (i.saturating_sub(NEAR)..i).any(|k| tokens.word(k) == "equivalent");
    // "lost a stone", "put on nearly a kilo"
    let lead = if tokens.is(i.wrapping_sub(1), Class::Approx) { i - 1 } else { i };
    let lost = tokens.is(at, Class::MeasuredIn)
        && (tokens.is(lead.wrapping_sub(1), Class::ChangeVerb)
            || tokens.ends_at(lead, &["put", "on"])
            || tokens.before(lead) == "gained");
    // "nearly an inch taller"
    let differs = measure && (tokens.is(at + 1, Class::MeasuredWord) || tokens.is(at + 1, Class::RelativeWord));
    // "drank a litre a day"
    let drunk = measure && drinks && tokens.is(at, Class::DoseUnit);
    // "came to a pound and a half"
    let weighed = half && tokens.is(at, Class::MassUnit);
    (lost || differs || food || weighed || (!measure || drunk) && (often || half || daily))
        .then(|| Quantity { number_last: i, ..plain(i, last, value, Form::Article, portion.unit) })
}

/// "twice a day", "5 mg a week", "$20 a year": what the article at token `i` follows is told per what, the time is no length.
fn told_per_before(tokens: &Tokens, i: usize) -> bool {
    i > 0
        && (tokens.is(i - 1, Class::DoseUnit)
            || tokens.is(i - 1, Class::MeasureUnit)
            || tokens.is_number(i - 1)
            || cardinal(tokens, i - 1).is_some()
            || tokens.is(i - 1, Class::People)
            || tokens.is(i - 1, Class::Record)
            || matches!(
                tokens.before(i),
                "once"
                    | "twice"
                    | "times"
                    | "minutes"
                    | "hours"
                    | "days"
                    | "sessions"
                    | "million"
                    | "billion"
                    | "percent"
                    | "drinks"
                    | "deaths"
                    | "less"
                    | "more"
                    | "fewer"
                    | "eggs"
                    | "thousand"
                    | "glass"
                    | "glasses"
                    | "cases"
                    | "prescriptions"
            ))
}

/// "20,000 lives a year", "two fewer seizures a week": so many of a thing per what, where "40 nurses a year later" tells a time.
fn counted_per(tokens: &Tokens, article: usize, last: usize) -> bool {
    const LONGEST_THING: usize = 4;
    let thing = article > 0 && tokens.before(article).ends_with('s') && tokens.is_word(article - 1);
    let goes_on = matches!(tokens.word(last + 1), "later" | "ago" | "earlier" | "after" | "before" | "of" | "-" | "on");
    let number = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart) && tokens.word(k) != "a";
    thing
        && !goes_on
        && (article.saturating_sub(LONGEST_THING)..article)
            .rev()
            .take_while(|&k| tokens.is_number(k) || tokens.is_word(k) && !tokens.is(k, Class::Preposition))
            .any(number)
}
