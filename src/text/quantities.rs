//! The tokens of a sentence in, its quantities out: number, interval, bound, unit. Dates, ages and page furniture are left out.

use rust_decimal::Decimal;

use crate::model::{Bound, Fraction, Reported};

use super::article_amounts::{article_portion, article_time};
use super::class::Class;
use super::elliptic_units::lend_to_compared;
use super::fractions::{Share, counted as share, named};
use super::furniture::is_furniture;
use super::hedges::Hedges;
use super::lent_units::{led_alike, points_of_a_share};
use super::multiples::multiple;
use super::numerals::{Cardinal, cardinal};
use super::pressure::pressure;
use super::round_rates::lend_round;
use super::tokens::{Token, TokenKind, Tokens};
use super::units::{Unit, UnitAt, unit};

/// How the number was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Figures,
    Words,
    /// "half", "one in three", "17 of 31": a share on 0–100.
    Share,
    /// A factor.
    Multiple,
    /// "a year", "an hour": one, told by the article alone.
    Article,
}

/// A number with its unit, as a grammar for claims wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// First token of the number.
    pub first: usize,
    /// Last token of the number itself.
    pub number_last: usize,
    /// Last token of number and unit.
    pub last: usize,
    pub value: Reported,
    pub form: Form,
    pub unit: Unit,
    pub fraction: Option<Fraction>,
    /// A unit that stands only with a later number ("38 vs 36 grams") was taken from there.
    pub borrowed_unit: bool,
}

/// The quantities of one sentence, in order; no two overlap.
pub fn quantities(tokens: &Tokens, hedges: &Hedges) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut free = 0;
    for (i, _) in tokens.iter().filter(|(i, token)| may_start(tokens, *i, token)) {
        if i >= free
            && let Some((mut quantity, furniture)) = quantity_at(tokens, i)
        {
            free = quantity.last + 1;
            if !furniture {
                let (bound, approx) =
                    hedges.of(tokens, quantity.first, quantity.number_last, quantity.last, &quantity.unit);
                quantity.value = Reported { bound, approx, ..quantity.value };
                found.push(quantity);
            }
        }
    }
    lend_round(tokens, &mut found);
    borrow_units(tokens, &mut found);
    lend_percent(tokens, &mut found);
    lend_units(tokens, &mut found);
    lend_to_compared(tokens, &mut found);
    points_of_a_share(tokens, &mut found);
    found
}

/// Whether a quantity can start at token `i`: a figure, a word that starts numbers, or an article before a word that goes
/// on with one. Most tokens need no more than this look.
#[inline(always)]
fn may_start(tokens: &Tokens, i: usize, token: &Token) -> bool {
    let figure = token.kind == TokenKind::Number;
    let may = figure || token.classes.has(Class::NumberStart) && is_no_bare_article(tokens, i);
    debug_assert!(may || quantity_at(tokens, i).is_none(), "{} starts a number", tokens.word(i));
    may
}

fn is_no_bare_article(tokens: &Tokens, i: usize) -> bool {
    // "an hour's walk"
    let after_article = || tokens.is(i + 1, Class::NumberAfterArticle) || tokens.word(i + 1).ends_with("'s");
    after_article() || !matches!(tokens.word(i), "a" | "an")
}

/// The quantity that starts at token `i`, and whether it is furniture.
fn quantity_at(tokens: &Tokens, i: usize) -> Option<(Quantity, bool)> {
    let (number, part) = (cardinal(tokens, i), named(tokens, i));
    if let Some(found) = multiple(tokens, i, number.as_ref(), part.as_ref()) {
        return Some((plain(i, found.last, found.value, Form::Multiple, Unit::Times), false));
    }
    if let Some(quantity) = part.as_ref().and_then(|low| share_range(tokens, i, low)) {
        return Some((quantity, false));
    }
    if let Some(found) = part.or_else(|| share(tokens, i, number.as_ref()?)) {
        let quantity =
            Quantity { fraction: found.fraction, ..plain(i, found.last, found.value, Form::Share, Unit::Percent) };
        return Some((quantity, false));
    }
    let article = || article_time(tokens, i).or_else(|| article_portion(tokens, i));
    let one = if tokens.is_number(i) { None } else { article() };
    let (quantity, furniture) = one.map(|quantity| (quantity, false)).or_else(|| counted(tokens, i, number?))?;
    Some((with_rest(tokens, &quantity).unwrap_or(quantity), furniture))
}

/// "a quarter to a third", "between a fifth and nearly two-thirds".
fn share_range(tokens: &Tokens, i: usize, low: &Share) -> Option<Quantity> {
    let joint = low.last + 1;
    let joined = tokens.word(joint) == "to" || tokens.word(joint) == "and" && tokens.before(i) == "between";
    let next = if tokens.is(joint + 1, Class::Approx) { joint + 2 } else { joint + 1 };
    let high = joined.then(|| named(tokens, next)).flatten()?;
    let rises = high.value.low > low.value.low;
    let value = Reported { decimals: 0, ..Reported::range(low.value.low, high.value.low) };
    rises.then(|| plain(i, high.last, value, Form::Share, Unit::Percent))
}

pub(super) fn plain(first: usize, last: usize, value: Reported, form: Form, unit: Unit) -> Quantity {
    Quantity { first, number_last: last, last, value, form, unit, fraction: None, borrowed_unit: false }
}

/// Units told together, the smaller after the larger, and how many of the smaller make one of the larger.
const TOLD_TOGETHER: [(&str, &str, u32); 7] = [
    ("year", "month", 12),
    ("week", "day", 7),
    ("day", "hour", 24),
    ("hour", "minute", 60),
    ("minute", "second", 60),
    ("stone", "pound", 14),
    ("pound", "ounce", 16),
];

/// "four hours and 11 minutes", "5st 8lb": one length or weight, told in the larger unit.
fn with_rest(tokens: &Tokens, quantity: &Quantity) -> Option<Quantity> {
    let name = told_unit(&quantity.unit)?;
    if quantity.value.is_range() || quantity.value.decimals > 0 {
        return None;
    }
    let next = quantity.last + 1;
    let at = if matches!(tokens.word(next), "and" | ",") { next + 1 } else { next };
    let half = tokens.at(next, &["and", "a", "half"]) && quantity.number_last != quantity.last;
    let (share, last) = if half {
        (Decimal::new(5, 1), next + 2)
    } else {
        let rest = cardinal(tokens, at)?;
        if let Some(share) = bare_minutes(tokens, name, next, &rest) {
            return Some(joined(quantity, share, rest.last));
        }
        let rest_unit = unit(tokens, rest.last + 1)?;
        let (_, _, many) = TOLD_TOGETHER
            .iter()
            .find(|(large, small, _)| *large == name && told_unit(&rest_unit.unit) == Some(small))?;
        (rest.value.checked_div((*many).into()).filter(|share| *share < Decimal::ONE)?, rest_unit.last)
    };
    Some(joined(quantity, share, last))
}

/// A quantity with a share of its unit more, which ends with token `last`.
fn joined(quantity: &Quantity, share: Decimal, last: usize) -> Quantity {
    let value = Reported { decimals: 2, ..Reported::exact((quantity.value.low + share).round_dp(3).normalize()) };
    Quantity { last, number_last: last, value, ..quantity.clone() }
}

/// "7 hours 20 with syrup": the minutes go without saying.
fn bare_minutes(tokens: &Tokens, name: &str, next: usize, rest: &Cardinal) -> Option<Decimal> {
    let after = rest.last + 1;
    let ends = !tokens.is_word(after) && tokens.word(after) != "-" || tokens.is(after, Class::Preposition);
    let minutes = name == "hour" && tokens.is_number(next) && rest.decimals == 0 && rest.value < 60.into();
    (minutes && ends).then(|| rest.value.checked_div(60.into())).flatten()
}

/// The unit's name where it may be told together with a smaller one.
fn told_unit(unit: &Unit) -> Option<&'static str> {
    match unit {
        Unit::Time(name) => Some(name),
        Unit::Measure(name) => Some(match name.as_str() {
            "stone" | "st" => "stone",
            "lb" | "lbs" | "pound" | "pounds" => "pound",
            "oz" | "ounce" | "ounces" => "ounce",
            _ => return None,
        }),
        _ => None,
    }
}

/// A cardinal that starts at token `i`, its range and its unit.
fn counted(tokens: &Tokens, i: usize, low: Cardinal) -> Option<(Quantity, bool)> {
    if let Some(quantity) = with_spread(tokens, i, &low).or_else(|| pressure(tokens, i)) {
        return Some((quantity, false));
    }
    let own = unit(tokens, low.last + 1);
    let (value, number_last, unit_at) = match range(tokens, i, &low, own.as_ref()) {
        Some((high, unit_at)) => (Reported::range(low.value, high.value), high.last, unit_at),
        None => (Reported { decimals: low.decimals, ..Reported::exact(low.value) }, low.last, own),
    };
    let (unit, last) = unit_at.map_or((Unit::None, number_last), |found| (found.unit, found.last.max(number_last)));
    let form = if low.words { Form::Words } else { Form::Figures };
    let mut quantity = plain(i, last, value, form, unit);
    quantity.number_last = number_last;
    let furniture = is_furniture(tokens, i, &Cardinal { last: number_last, ..low }, last, &quantity.unit)
        || idiomatic_one(tokens, &quantity);
    Some((quantity, furniture))
}

/// "1.4 ± 0.4 MoM": a mean with its standard deviation is one figure.
fn with_spread(tokens: &Tokens, i: usize, mean: &Cardinal) -> Option<Quantity> {
    let sign = (mean.last + 1..mean.last + 4).find(|&k| !tokens.is_word(k) && matches!(tokens.word(k), "±" | "+/-"))?;
    let spread = cardinal(tokens, sign + 1)?;
    let own = unit(tokens, mean.last + 1).filter(|found| found.last < sign);
    let unit_at = unit(tokens, spread.last + 1).or(own);
    let (unit, last) = unit_at.map_or((Unit::None, spread.last), |found| (found.unit, found.last.max(spread.last)));
    let value = Reported { decimals: mean.decimals, ..Reported::exact(mean.value) };
    Some(Quantity { number_last: spread.last, ..plain(i, last, value, Form::Figures, unit) })
}

/// "one of the", "no one", "one day": one as a pronoun.
fn idiomatic_one(tokens: &Tokens, quantity: &Quantity) -> bool {
    let pronoun = matches!(tokens.word(quantity.first), "one" | "zero") && quantity.first == quantity.number_last;
    if !pronoun {
        return false;
    }
    let next = quantity.last + 1;
    let in_group = tokens.at(next, &["in", "the"]) && (next + 2..next + 6).any(|k| tokens.is(k, Class::PeopleGroup));
    // "at one, three and six months"
    let listed = tokens.word(next) == ","
        && cardinal(tokens, next + 1).is_some_and(|second| matches!(tokens.word(second.last + 1), "," | "and" | "or"));
    // "nine fell ill and one died"
    let joint = quantity.first == 0 || matches!(tokens.before(quantity.first), "and" | "while" | "but" | ";");
    let befell = tokens.is(next, Class::Became) && joint;
    // "as did one on water", "three on rum and one on water"
    let in_turn = tokens.word(next) == "on"
        && matches!(tokens.before(quantity.first), "did" | "had" | "were" | "and" | "but" | ";" | ",");
    let compared = befell
        || in_turn
        || matches!(tokens.before(quantity.first), "vs" | "versus" | "v")
        || matches!(tokens.word(next), "(" | "[")
        || in_group
        || listed
        || tokens.is(next, Class::EventNoun)
        || tokens.before(quantity.first) == "and" && tokens.word(next) == "died";
    !compared && quantity.unit == Unit::None && !tokens.is(next, Class::People)
}

/// The upper end of "20–30%", "12 to 14 weeks", "six or seven %", "between 23 per cent and 27 per cent".
fn range(tokens: &Tokens, first: usize, low: &Cardinal, own: Option<&UnitAt>) -> Option<(Cardinal, Option<UnitAt>)> {
    let at = own.map_or(low.last + 1, |own| own.last + 1);
    let joiner = tokens.word(at);
    let from = || {
        tokens.before(first) == "from"
            || tokens.ends_at(first, &["from", "about"])
            || tokens.ends_at(first, &["from", "a"])
    };
    let between = || (first.saturating_sub(3)..first).any(|k| tokens.word(k) == "between");
    let joined = match joiner {
        "-" | "–" => tokens.glued(at) || tokens.word(at) == "–",
        "to" => !from() || between() || ranging(tokens, first),
        "and" => between(),
        "or" => (own.is_none() || between()) && !ends_list(tokens, first),
        _ => false,
    };
    if !joined {
        return None;
    }
    let start = if joiner == "-" && tokens.at(at + 1, &["to", "-"]) { at + 3 } else { at + 1 };
    let high = cardinal(tokens, start)?;
    if high.value <= low.value || (joiner == "or" && high.value - low.value > Decimal::from(5)) {
        return None;
    }
    let unit_at = unit(tokens, high.last + 1);
    let same = match (own, &unit_at) {
        (Some(own), Some(after)) => own.unit == after.unit || told_per(&own.unit, &after.unit),
        (Some(_), None) => false,
        (None, after) => after.is_some() || (joiner != "to" && joiner != "and") || between(),
    };
    let two_years =
        own.is_none() && unit_at.is_none() && low.value >= Decimal::from(1900) && high.value <= Decimal::from(2100);
    (same && !two_years).then_some((high, unit_at))
}

/// "35 grams to 45 grams a day": the second unit is the first with what it is told per.
fn told_per(own: &Unit, after: &Unit) -> bool {
    match (own, after) {
        (Unit::Measure(own), Unit::Measure(after)) => {
            after.strip_prefix(own.as_str()).is_some_and(|per| per.starts_with('/'))
        }
        _ => false,
    }
}

/// "one, three or six months": the last two of three numbers are no range.
fn ends_list(tokens: &Tokens, first: usize) -> bool {
    let number = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart);
    tokens.before(first) == "," && first > 1 && number(first - 2)
}

/// "varied from 4% to 60%", "ranging widely from": a range, where "fell from 6 to 3" is a change.
fn ranging(tokens: &Tokens, first: usize) -> bool {
    (first.saturating_sub(5)..first).any(|k| {
        matches!(tokens.word(k), "varied" | "varies" | "varying" | "ranged" | "ranges" | "ranging" | "anywhere")
    })
}

/// "38 vs 36 grams", "14 versus 9 weeks", "from 6.2 to 2.9 points": the unit stands with the last number only.
fn borrow_units(tokens: &Tokens, found: &mut [Quantity]) {
    for i in (0..found.len().saturating_sub(1)).rev() {
        let (left, right) = found.split_at_mut(i + 1);
        let (here, next) = (&left[i], &right[0]);
        let gap = next.first.saturating_sub(here.last + 1);
        // "less than five or more than nine hours"
        let either = gap == 3 && tokens.word(here.last + 1) == "or" && tokens.before(next.first) == "than";
        if here.unit != Unit::None
            || next.unit == Unit::None
            || next.unit == Unit::Times
            || gap == 0
            || gap > 2 && !either
            || next.form == Form::Share
            || tokens.before(here.first) == "="
        {
            continue;
        }
        // "49 minutes at 13 and 44 minutes at 16": an age behind a figure of its own
        let told = i > 0 && left[i - 1].unit == next.unit && left[i - 1].last + 2 == left[i].first;
        if told && !matches!(tokens.before(here.first), "," | "and" | "or" | "to" | "vs" | "versus" | "v" | "–" | "-")
        {
            continue;
        }
        let joiner = tokens.word(here.last + 1);
        let from = (here.first.saturating_sub(2)..here.first).any(|k| tokens.word(k) == "from");
        // "at 3, 6, and 12 months", but not "aged 40, and 12 months later"
        let comma_and = joiner == ","
            && tokens.word(here.last + 2) == "and"
            && (next.unit == Unit::Percent
                || i > 0 && left_of_comma(tokens, &left[i - 1], here) && left[i - 1].unit == Unit::None);
        let here = &mut left[i];
        // "their mean age was 73 and 69 percent were men"
        let age = || (here.first.saturating_sub(12)..here.first).any(|k| matches!(tokens.word(k), "age" | "ages"));
        if joiner == "and" && next.unit == Unit::Percent && tokens.is(here.first.wrapping_sub(1), Class::Be) && age() {
            continue;
        }
        // "when they were 30 or 31, 12% had gout"
        let when = || (0..here.first).any(|k| tokens.word(k) == "when");
        if joiner == "," && next.unit == Unit::Percent && tokens.is(here.first.wrapping_sub(1), Class::Be) && when() {
            continue;
        }
        let list = comma_and && here.form == next.form && here.value.bound == Bound::Exact
            || matches!(joiner, "vs" | "versus" | "v" | "or")
            || (joiner == "to" && from)
            || (matches!(joiner, "," | "and") && next.borrowed_unit)
            || (matches!(joiner, "," | "and")
                && matches!(next.unit, Unit::Percent | Unit::Time(_) | Unit::Measure(_))
                && gap == 1
                && (here.form == next.form
                    || joiner == "and" && next.unit != Unit::Percent && next.form == Form::Figures)
                && here.value.bound == Bound::Exact
                && !tokens.is(here.last + 1, Class::People));
        if list {
            here.unit = next.unit.clone();
            here.borrowed_unit = true;
        }
    }
}

/// Only a comma stands between two numbers.
fn left_of_comma(tokens: &Tokens, before: &Quantity, here: &Quantity) -> bool {
    before.last + 2 == here.first && tokens.before(here.first) == ","
}

/// "Karlow on 7.4 per cent and Tarn on 5.9": the second of two figures led by one preposition leaves out the sign.
fn lend_percent(tokens: &Tokens, found: &mut [Quantity]) {
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

/// "9 units for nurses and 15 for sailors": the second of two figures with one preposition behind them leaves out the unit.
fn lend_units(tokens: &Tokens, found: &mut [Quantity]) {
    const NEAR: usize = 8;
    for i in 1..found.len() {
        let (left, right) = found.split_at_mut(i);
        let here = &mut right[0];
        // "from nine days to six"
        let before = &left[i - 1];
        let timed = matches!(before.unit, Unit::Time(_) | Unit::Measure(_)) && before.form == here.form;
        let ends = !tokens.is_word(here.last + 1) || tokens.is(here.last + 1, Class::Preposition);
        if here.unit == Unit::None
            && timed
            && ends
            && tokens.word(here.last + 1) != "-"
            && tokens.before(here.first) == "to"
            && before.last + 2 == here.first
            && tokens.before(before.first) == "from"
        {
            here.unit = before.unit.clone();
            here.borrowed_unit = true;
            continue;
        }
        if let Some(unit) = led_alike(tokens, left, here) {
            (here.unit, here.borrowed_unit) = (unit.clone(), true);
            continue;
        }
        // "or more than 28 for sailors"
        let bounded = matches!(tokens.before(here.first), "than" | "to")
            && here.first >= 2
            && matches!(tokens.word(here.first - 2), "more" | "less" | "fewer" | "up");
        let lead = if bounded { here.first - 2 } else { here.first };
        let joined = matches!(tokens.before(lead), "and" | "," | "but" | "or");
        if !joined || here.unit != Unit::None || !tokens.is(here.last + 1, Class::Preposition) {
            continue;
        }
        let lender = left.iter().rev().take_while(|before| here.first - before.last <= NEAR).find(|before| {
            let led = |k| tokens.word(k) == tokens.word(here.last + 1);
            matches!(before.unit, Unit::Time(_) | Unit::Measure(_))
                && (before.last + 1..=before.last + 3).take_while(|&k| tokens.is_word(k)).any(led)
                && (before.form == here.form || here.form == Form::Words)
        });
        if let Some(lender) = lender.filter(|_| tokens.word(here.last + 1) != "of") {
            here.unit = lender.unit.clone();
            here.borrowed_unit = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    /// `value unit` of every quantity.
    fn read(text: &str) -> Vec<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        let unit = |u: &Unit| match u {
            Unit::None => String::new(),
            Unit::Percent => " %".into(),
            Unit::PercentagePoints => " pp".into(),
            Unit::Time(name) => format!(" {name}"),
            Unit::Measure(name) => format!(" {name}"),
            Unit::Times => " x".into(),
        };
        let value = |r: &Reported| if r.is_range() { format!("{}-{}", r.low, r.high) } else { r.low.to_string() };
        quantities(&tokens, &Hedges::bundled())
            .iter()
            .map(|q| format!("{}{}", value(&q.value), unit(&q.unit)))
            .collect()
    }

    #[test]
    fn numbers_units_and_ranges() {
        for (text, wanted) in [
            ("about 30 per cent of the 60 patients", vec!["30 %", "60"]),
            ("between 23 per cent and 27 per cent", vec!["23-27 %"]),
            ("20–30% of them", vec!["20-30 %"]),
            ("15.3 per centof nurses and 3 per centin port", vec!["15.3 %", "3 %"]),
            ("12 per century", vec!["12"]),
            ("50 percent to 60 percent of patients", vec!["50-60 %"]),
            ("four to six weeks", vec!["4-6 week"]),
            ("fell from 6.2 to 2.9 points", vec!["6.2 points", "2.9 points"]),
            ("thymus weight (38 vs 36 grams)", vec!["38 grams", "36 grams"]),
            ("rose by 10 percentage points", vec!["10 pp"]),
            ("fell by eight points to 63 per cent", vec!["8 pp", "63 %"]),
            ("fell by eight points to 63", vec!["8 points", "63"]),
            ("scored eight points in 63 per cent", vec!["8 points", "63 %"]),
            ("8 mg/kg a day", vec!["8 mg/kg/day"]),
            ("1.4 grams a day of oil", vec!["1.4 grams/day"]),
            ("a six-week trial with 1,212-patient groups", vec!["6 week", "1212"]),
            ("after a year, for half an hour", vec!["1 year", "0.5 hour"]),
            ("a 1°C rise", vec!["1 °c"]),
            ("one hundred fifty Danes", vec!["150"]),
            ("eight versus one", vec!["8", "1"]),
            ("varied widely from 4% to 60% by day", vec!["4-60 %"]),
            ("anywhere from 4 percent to 60 percent of the time", vec!["4-60 %"]),
            ("their mean age was 73 and 69 percent were nurses", vec!["69 %"]),
            ("five strokes and one death", vec!["5", "1"]),
            ("rash in 18.0, 8.5, and 9.0 % of them", vec!["18.0 %", "8.5 %", "9.0 %"]),
            ("a quarter of a million cases", vec!["250000"]),
            ("group A, n = 184, 72% rural", vec!["184", "72 %"]),
            ("Karlow on 7.4 per cent and Tarn on 5.9.", vec!["7.4 %", "5.9 %"]),
            ("Karlow on 7.4 per cent and Tarn on 5.9 points", vec!["7.4 %", "5.9 points"]),
            ("fainting in 12 percent versus 48.", vec!["12 %", "48 %"]),
            ("in 68 percent, as opposed to 41 with oats", vec!["68 %", "41 %"]),
            ("14 percent on rum against some 7 in the others", vec!["14 %", "7 %"]),
            ("25 percent in weeks three to six, versus 4 on rum", vec!["25 %", "3", "6", "4 %"]),
            ("12 percent versus 48 sailors", vec!["12 %", "48"]),
            ("12 percent, compared with 48 (9%) of them", vec!["12 %", "48", "9 %"]),
            ("up 40 percent compared with 2019.", vec!["40 %"]),
            ("between half and almost three quarters of them", vec!["50-75 %"]),
            ("a quarter to a third of women", vec!["25-33.33 %"]),
            ("a third and a half of it", vec!["33.33 %", "50 %"]),
            ("four hours and 12 minutes a day", vec!["4.2 hour"]),
            ("he weighed 5st 7lb", vec!["5.5 st"]),
            ("8 hours 30 with syrup", vec!["8.5 hour"]),
            ("for 8 hours 30 sailors slept", vec!["8 hour", "30"]),
            ("at 6 hours, 12 of them", vec!["6 hour", "12"]),
            ("an hour and a half of rest", vec!["1.5 hour"]),
            ("for two years and 30 months", vec!["2 year", "30 month"]),
            ("9 units for nurses and 15 for sailors", vec!["9 units", "15 units"]),
            (
                "35 minutes at ten, 28 minutes at 14 and 23 at 17",
                vec!["35 minute", "10", "28 minute", "14", "23 minute", "17"],
            ),
            ("at 30 milligrams it was a lot, and at 60 it was more", vec!["30 milligrams", "60 milligrams"]),
            ("at 30 milligrams it was 3.9, and at 60, the most, more", vec!["30 milligrams", "3.9", "60 milligrams"]),
            ("at 30 milligrams it was a lot, and at 60 clinics too", vec!["30 milligrams", "60"]),
            ("on 30 milligrams it was a lot, and at 60 it ends", vec!["30 milligrams", "60"]),
            ("10 units of wine and 16 of them", vec!["10 units", "16"]),
            ("three or more hours a day", vec!["3 hour"]),
            ("doses of 5, 10 and 20 mg", vec!["5 mg", "10 mg", "20 mg"]),
            ("at two, five or nine months", vec!["2 month", "5 month", "9 month"]),
            ("at 1, 3, 6, and 12 years", vec!["1 year", "3 year", "6 year", "12 year"]),
            ("35 grams to 45 grams a day", vec!["35-45 grams/day"]),
            ("would save 7,000 lives a year", vec!["7000"]),
            ("spent 140 minutes less a week", vec!["140 minute"]),
            ("saw 40 ships a year later", vec!["40", "1 year"]),
            ("11 drinks a week for sailors and six for nurses", vec!["11 drinks/week", "6 drinks/week"]),
            ("a half-ounce serving", vec!["0.5 ounce"]),
            ("a half-empty glass", vec![]),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn furniture_is_left_out() {
        for text in [
            "on 16 November 2009 at 11:15 am",
            "a 76-year-old man aged 16 to 79",
            "type 2 diabetes in phase 3",
            "a 95% confidence interval",
            "it costs $7,500 or £20",
            "between June 2007 and March 2009",
            "DIABETES (94%); RESEARCH (88%);",
            "CITY: LONDON, ENGLAND (58%)",
            "children aged seven to 15",
            "in the 1990s",
            "call 020 7946 0000-12",
            "one of the authors",
            "IL-6 and PHQ-9 in COVID-19",
            "at week 40 of the study",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
