//! Tokens in, shares told without a percent sign out: "half", "two-thirds", "one in three", "17 of 31", "45/120".

mod named;

use rust_decimal::Decimal;

use crate::model::{Fraction, Reported};

use super::class::Class;
use super::numerals::{Cardinal, cardinal};
use super::tokens::Tokens;
use super::units::time_name;
pub(super) use named::named;

/// A share on 0–100 and the token it ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub value: Reported,
    /// `None` for "half" and "a third".
    pub fraction: Option<Fraction>,
    pub last: usize,
}

/// 100 k / n to two decimals (four below one per cent), as the share is told everywhere in the program.
pub fn percent_of(count: Decimal, total: Decimal) -> Option<Decimal> {
    let share = (count * Decimal::ONE_HUNDRED).checked_div(total)?;
    let digits = if share < Decimal::ONE { 4 } else { 2 };
    Some(share.round_dp(digits).normalize())
}

fn in_words(count: u64, total: u64, last: usize) -> Option<Share> {
    let percent = percent_of(count.into(), total.into())?;
    Some(Share { value: Reported { decimals: 0, ..Reported::exact(percent) }, fraction: None, last })
}

/// "one in three", "17 of 31 patients", "nine of the 12", "one woman in eight", "45/120".
pub(super) fn counted(tokens: &Tokens, i: usize, count: &Cardinal) -> Option<Share> {
    let may = !tokens.closes(count.last + 1);
    debug_assert!(may || counted_of(tokens, i, count).is_none(), "a share behind a mark");
    if may { counted_of(tokens, i, count) } else { None }
}

fn counted_of(tokens: &Tokens, i: usize, count: &Cardinal) -> Option<Share> {
    if let Some(total) = rate_total(tokens, count) {
        return share_of(count, &total);
    }
    if let Some((later, total)) = later_total(tokens, i, count) {
        let share = share_of(count, &total)?;
        // "ranging from 2 to 7 per 1,000": one range; "fell from 12 to 7 per 1,000": two shares
        let ranging = matches!(tokens.word(i.wrapping_sub(2)), "ranging" | "ranged" | "varying" | "varied" | "varies");
        return match ranging {
            true => {
                let value = Reported::range(share.value.low, percent_of(later, total.value)?);
                Some(Share { value: Reported { decimals: 0, ..value }, fraction: None, ..share })
            }
            false => Some(Share { last: count.last, ..share }),
        };
    }
    let total =
        in_total(tokens, count).or_else(|| of_total(tokens, count)).or_else(|| slash_total(tokens, i, count))?;
    // "until late 2012 of 418,000 people"
    // "open from Oct. 4 in 12 places"
    if tokens.is(i.wrapping_sub(1), Class::Month)
        || tokens.before(i) == "." && tokens.is(i.wrapping_sub(2), Class::Month)
    {
        return None;
    }
    let dated = matches!(tokens.before(i), "late" | "early" | "in" | "until" | "since" | "by" | "mid");
    if dated && count.value >= Decimal::from(1900) && count.value <= Decimal::from(2100) {
        return None;
    }
    if total.value < count.value || total.value < Decimal::TWO || total.decimals > 0 {
        return None;
    }
    // "4.5 out of every 1,000", but not "4.5 out of 7 points"
    if count.decimals > 0 && !(matches!(tokens.before(total.last), "every" | "each") && is_round(&total)) {
        return None;
    }
    // "all but three of the 22 sailors"
    if tokens.ends_at(i, &["all", "but"]) {
        let rest = Cardinal { value: total.value - count.value, ..*count };
        return share_of(&rest, &total);
    }
    share_of(count, &total)
}

/// So many that rates are told of them.
fn is_round(total: &Cardinal) -> bool {
    [100u32, 1_000, 10_000, 100_000, 1_000_000].iter().any(|&round| total.value == Decimal::from(round))
}

fn share_of(count: &Cardinal, total: &Cardinal) -> Option<Share> {
    let percent = percent_of(count.value, total.value)?;
    Some(Share {
        value: Reported { decimals: 0, ..Reported::exact(percent) },
        fraction: Some(Fraction { count: count.value, total: total.value }),
        last: total.last,
    })
}

/// "1.7 per 10,000 children", "17 repeat visits per 1,000", "43.2/10,000", "three in every 10,000": so many of a
/// round number of people, but not of years lived.
fn rate_total(tokens: &Tokens, count: &Cardinal) -> Option<Cardinal> {
    let may = tokens.any(Class::RateMark);
    debug_assert!(may || round_total(tokens, count).is_none(), "no rate_mark");
    if may { round_total(tokens, count) } else { None }
}

fn round_total(tokens: &Tokens, count: &Cardinal) -> Option<Cardinal> {
    const LONGEST_NOUN: usize = 5;
    let per = (count.last + 1..=count.last + 1 + LONGEST_NOUN)
        .take_while(|&k| k == count.last + 1 || tokens.is_word(k - 1) || tokens.word(k - 1) == "-")
        .find(|&k| match tokens.word(k) {
            "per" | "/" => true,
            "in" | "for" => tokens.word(k + 1) == "every",
            _ => false,
        })?;
    let slash = tokens.word(per) == "/";
    if slash && (per != count.last + 1 || tokens.before(count.last) == "/") {
        return None;
    }
    let first = if matches!(tokens.word(per + 1), "every" | "each") { per + 2 } else { per + 1 };
    let total = cardinal(tokens, first).or_else(|| bare_round(tokens, first))?;
    let round = is_round(&total);
    // "seven per 100 patient-years" counts events, not people
    // "3.4 infections per 1,000 patient days"
    let days = |k: usize| matches!(tokens.word(k), "days" | "day");
    let lived = time_name(tokens.word(total.last + 1)).is_some()
        || tokens.is_word(total.last + 1) && (total.last + 2..total.last + 4).any(days)
        || total.value == Decimal::ONE_HUNDRED
            && (total.last + 1..total.last + 5).any(|k| matches!(tokens.word(k), "person" | "years"));
    let amount = |k: usize| tokens.is(k, Class::DoseUnit) || tokens.is(k, Class::MeasureUnit);
    let measured = (count.last + 1..per).any(amount) || amount(total.last + 1);
    let hundred = total.value == Decimal::ONE_HUNDRED && slash;
    (round && !lived && !measured && !hundred && count.value < total.value).then_some(total)
}

/// "eight in every hundred": the round number that needs no "a".
pub(super) fn bare_round(tokens: &Tokens, at: usize) -> Option<Cardinal> {
    let value = match tokens.word(at) {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        _ => return None,
    };
    let led = matches!(tokens.before(at), "every" | "each" | "per");
    led.then(|| Cardinal { value: Decimal::from(value), decimals: 0, last: at, words: true })
}

/// "fell from 12 to 7 per 1,000 births": the round number stands with the later count.
fn later_total(tokens: &Tokens, i: usize, count: &Cardinal) -> Option<(Decimal, Cardinal)> {
    let from = tokens.before(i) == "from" && tokens.word(count.last + 1) == "to";
    let later = if from { cardinal(tokens, count.last + 2)? } else { return None };
    let total = rate_total(tokens, &later).filter(|total| count.value < total.value)?;
    Some((later.value, total))
}

/// A share's denominator is no year and no length of time.
fn plausible_total(tokens: &Tokens, total: &Cardinal) -> bool {
    let year = !total.words
        && total.value >= Decimal::from(1900)
        && total.value <= Decimal::from(2100)
        && !tokens.word(total.last).contains(',');
    let next = if tokens.word(total.last + 1) == "-" { total.last + 2 } else { total.last + 1 };
    let sign = matches!(tokens.word(total.last + 1), "%" | "percent" | "per");
    !year && !sign && time_name(tokens.word(next)).is_none()
}

fn in_total(tokens: &Tokens, count: &Cardinal) -> Option<Cardinal> {
    let mut at = count.last + 1;
    // "one person in 14", "one woman in eight"
    let person = tokens.is(at, Class::People) || tokens.is(at, Class::Record);
    // "one Briton in nine"
    let named = tokens.is_word(at) && count.value == Decimal::ONE && several_in(tokens, at + 1, count);
    // "12 patients out of 18"
    let out_of = tokens.at(at + 1, &["out", "of"]);
    if named || person && (count.value == Decimal::ONE || out_of || several_in(tokens, at + 1, count)) {
        at += 1;
    }
    if tokens.word(at) == "-" && tokens.at(at + 1, &["in", "-"]) {
        at += 1;
    }
    let mut first = match (tokens.word(at), tokens.word(at + 1)) {
        ("in", "every" | "each") => at + 2,
        ("in", "-") => at + 2,
        ("in", _) => at + 1,
        ("out", "of") => at + 2,
        _ => return None,
    };
    if matches!(tokens.word(first), "every" | "the" | "each") {
        first += 1;
    }
    let total = cardinal(tokens, first)?;
    // "enrolled 30 in 12 centres": only small numerators or a stated "out of" make a share
    const ROUND: [u32; 4] = [100, 1_000, 10_000, 100_000];
    let round = at <= count.last + 2 && ROUND.iter().any(|&round| total.value == Decimal::from(round));
    let shares = tokens.word(at) == "out" || count.value <= Decimal::TEN || round && count.value < total.value;
    (shares && plausible_total(tokens, &total) && !diluted(tokens, count.last)).then_some(total)
}

/// "diluted 1 in 9", "dilutions up to 1 in 20": how a mixture is made.
fn diluted(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 6;
    (first.saturating_sub(NEAR)..first).any(|k| tokens.word(k).starts_with("dilut"))
}

/// "two patients in three recovered", but not "nine patients in 30 clinics", "in three weeks": nothing else is counted.
fn several_in(tokens: &Tokens, at: usize, count: &Cardinal) -> bool {
    let total = if tokens.word(at) == "in" { cardinal(tokens, at + 1) } else { None };
    total.is_some_and(|total| {
        let next = total.last + 1;
        let verb = tokens.is(next, Class::Modal)
            || tokens.is(next, Class::PastVerb)
            || tokens.is(next, Class::PresentVerb)
            || tokens.is(next, Class::Be);
        let ends = !tokens.is_word(next) && tokens.word(next) != "-" || verb || tokens.word(next).ends_with("ed");
        let few = total.value <= Decimal::TEN || total.value == Decimal::ONE_HUNDRED;
        ends && count.value < total.value && few
    })
}

/// "One of 12" is a share, one of so many or more a member of them.
const LEAST_BODY: u32 = 20;

fn of_total(tokens: &Tokens, count: &Cardinal) -> Option<Cardinal> {
    if tokens.word(count.last + 1) != "of" {
        return None;
    }
    let mut first = count.last + 2;
    let every = matches!(tokens.word(first), "every" | "each");
    while matches!(
        tokens.word(first),
        "every" | "each" | "the" | "these" | "those" | "our" | "its" | "their" | "all" | "them"
    ) && first < count.last + 4
    {
        first += 1;
    }
    let total = cardinal(tokens, first)?;
    // "one of the two drugs", "one of 117 centres": a pick, unless it is people that are counted
    // "compared with one of 405 on oats"
    let set_against = total.value >= LEAST_BODY.into()
        && matches!(tokens.before(count.last), "with" | "versus" | "against" | "vs")
        && tokens.is(total.last + 1, Class::Preposition);
    let pick = count.value <= Decimal::ONE
        && !set_against
        && !(total.last + 1..total.last + 3).any(|k| tokens.is(k, Class::People));
    // "she was one of 12", "as one of 96 nurses in the trial": a member, not a share
    let before = count.last.checked_sub(1);
    let be = count.value <= Decimal::ONE && before.is_some_and(|k| tokens.is(k, Class::Be));
    let member = count.value == Decimal::ONE
        && first == count.last + 2
        && total.value >= LEAST_BODY.into()
        && matches!(tokens.before(count.last), "became" | "becoming" | "as" | "among" | "being");
    // "put back on 14 of the 22 pounds"
    let weighed =
        tokens.is(total.last + 1, Class::MassUnit) || matches!(tokens.word(total.last + 1), "point" | "points");
    (plausible_total(tokens, &total) && (every || !(be || pick)) && !member && !weighed).then_some(total)
}

/// "45/120" but no date, blood pressure or grade.
fn slash_total(tokens: &Tokens, i: usize, count: &Cardinal) -> Option<Cardinal> {
    let slash = count.last + 1;
    if tokens.word(slash) != "/" || !tokens.glued(slash) || !tokens.is_number(slash + 1) || count.words {
        return None;
    }
    let total = cardinal(tokens, slash + 1)?;
    let chained = tokens.before(i) == "/" || (tokens.word(total.last + 1) == "/" && tokens.glued(total.last + 1));
    const GRADED: [&str; 12] =
        ["grade", "grades", "stage", "phase", "level", "type", "class", "score", "pressure", "g", "cycle", "of"];
    let graded =
        GRADED.contains(&tokens.before(i)) || matches!(tokens.word(total.last + 1), "mmhg" | "mm" | "bp" | "split");
    let day = total.value == Decimal::from(7) && count.value == Decimal::from(24);
    // "1/200th of a teaspoon"
    let next = total.last + 1;
    let part = tokens.word(next) == "th" && tokens.word(next + 1) == "of" && tokens.is(next + 2, Class::Article);
    (!chained && !graded && !day && !part && total.value >= Decimal::from(5) && total.last == slash + 1)
        .then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    /// The first share anywhere in the sentence.
    fn read(text: &str) -> Option<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        (0..tokens.len())
            .find_map(|i| named(&tokens, i).or_else(|| counted(&tokens, i, &cardinal(&tokens, i)?)))
            .map(|s| s.value.low.to_string())
    }

    #[test]
    fn shares() {
        for (text, value) in [
            ("half of the patients", "50"),
            ("a quarter given rum", "25"),
            ("a third vanished at night", "33.33"),
            ("a tenth reported no pain", "10"),
            ("a quarter once again fell ill", "25"),
            ("a fifth also had gout", "20"),
            ("one Briton in nine.", "11.11"),
            ("one driver in six drank", "16.67"),
            ("a third of patients", "33.33"),
            ("two-thirds improved", "66.67"),
            ("one in three people", "33.33"),
            ("1 in 20", "5"),
            ("one woman in eight", "12.5"),
            ("two patients in three improved", "66.67"),
            ("three sailors in ten had gout", "30"),
            ("nine nurses in 10.", "90"),
            ("12 sailors in 100 would be told", "12"),
            ("four out of five nurses", "80"),
            ("17 of 31 patients", "54.84"),
            ("nine of the 12", "75"),
            ("(45/120)", "37.5"),
            ("bakers third more likely to fall", "33.33"),
            ("rise by a fifth when cooks leave", "20"),
            ("26 extra falls per 1,000 sailors", "2.6"),
            ("three in every 100", "3"),
            ("one of every eight patients", "12.5"),
            ("1.7 per 10,000 children", "0.017"),
            ("17 repeat visits per 1,000 patients", "1.7"),
            ("43.2/10,000 in 2009", "0.432"),
            ("seven new cases per 10,000 people", "0.07"),
            ("fell from 12 to 7 per 1,000 births", "1.2"),
            ("rising from 4.5 to 9.1 per 100,000 sailors", "0.0045"),
            ("from six to four per 100 nurses", "6"),
            ("ranging from 2 to 7 per 1,000 sailors", "0.2"),
            ("12 per 1,000 person-years", "1.2"),
            ("eight in every hundred nurses", "8"),
            ("12 in 1,000 of them", "1.2"),
            ("a twelfth of nurses", "8.33"),
            ("4.5 out of every 1,000 sailors", "0.45"),
            ("12 patients out of 18 recovered", "66.67"),
            ("compared with one of 405 on oats", "0.2469"),
            ("all but three of the 22 sailors", "86.36"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn near_misses() {
        for text in [
            "half an hour",
            "half-life",
            "half past nine",
            "a half pint of beer",
            "half a million people",
            "the second half",
            "two patients in three weeks",
            "4.5 out of 7 points",
            "with one of 405 ships",
            "3.4 infections per 1,000 patient days",
            "two patients in three clinics",
            "nine nurses in 30 died",
            "a third dose",
            "a quarter century",
            "one in 2016",
            "one in ten years",
            "120/80 mmHg",
            "on 12/07/2015",
            "grade 3/5",
            "two and a half years",
            "one of the authors",
            "a third crumpled note",
            "a third also crumpled note",
            "a fifth painted wall",
            "one boat in six harbours",
            "she was one of 40 nurses",
            "she was one of 96 nurses in the trial",
            "a year and a half ago",
            "until late 2012 of 418,000 people",
            "a glass and a half",
            "the third more careful doctor",
            "a fifth man",
            "a quarter of a million people",
            "hormone",
            "12 per 1,000 years",
            "12 per 100 person-years",
            "diluted to 1 in 10",
            "dilutions up to 1 in 20",
            "1/200th of a teaspoon",
            "a quarter of an hour",
            "a ninth man",
            "2 mg per 100 g",
            "$50 per 1,000 miles, 30 times",
            "4 sites, per 1,000 people",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
