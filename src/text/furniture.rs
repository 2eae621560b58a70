//! A number and its neighbours in; true out where it is a date, an age, a price, a label or page furniture.

use rust_decimal::Decimal;

use super::class::Class;
use super::numerals::Cardinal;
use super::tokens::Tokens;
use super::units::Unit;

/// Whether the number in tokens `first..=last` (unit included) says nothing about a quantity.
pub fn is_furniture(tokens: &Tokens, first: usize, number: &Cardinal, last: usize, unit: &Unit) -> bool {
    if *unit == Unit::None {
        return price(tokens, first, number.last)
            || clock_or_date(tokens, first, number)
            || year(tokens, first, number)
            || age(tokens, first, last)
            || labelled(tokens, first)
            || in_a_code(tokens, first, number.last)
            || digits_of_a_code(tokens, first, number.last);
    }
    match unit {
        Unit::Time(_) => age(tokens, first, last) || labelled(tokens, first),
        Unit::Percent => {
            styled(tokens, first, last)
                || confidence_level(tokens, last)
                || index_tag(tokens, first, last)
                || idiom(tokens, first, last, number)
        }
        _ => price(tokens, first, number.last),
    }
}

fn price(tokens: &Tokens, first: usize, last: usize) -> bool {
    let before = tokens.before(first);
    matches!(before, "$" | "£" | "€" | "¥" | "usd" | "rs" | "₹")
        || matches!(
            tokens.word(last + 1),
            "$" | "£" | "€" | "dollars" | "dollar" | "euros" | "pence" | "cents" | "usd" | "p"
        )
}

/// "16 November", "May 2006", "May 16, 2006", "6.20 GMT", "11:15", "03/05/2009", "9 am".
fn clock_or_date(tokens: &Tokens, first: usize, number: &Cardinal) -> bool {
    let next = number.last + 1;
    let small = || number.decimals == 0 && number.value <= Decimal::from(31);
    let month_before = tokens.is(first.wrapping_sub(1), Class::Month)
        && (tokens.before(first) != "may" || !tokens.is(number.last + 1, Class::People));
    let month_after =
        tokens.is(next, Class::Month) && small() && tokens.word(next) != "mar" && tokens.word(next) != "sun";
    let ordinal_suffix = tokens.glued(next) && matches!(tokens.word(next), "st" | "nd" | "rd" | "th" | "s");
    let clock = (tokens.word(next) == ":" && tokens.is_number(next + 1))
        || (tokens.before(first) == ":" && tokens.glued(first) && first >= 2 && tokens.is_number(first - 2));
    let zone = matches!(
        tokens.word(next),
        "gmt" | "bst" | "edt" | "est" | "am" | "pm" | "a.m" | "p.m" | "et" | "cet" | "noon" | "o'clock" | "ist" | "utc"
    );
    let slashed = (tokens.word(next) == "/" && tokens.glued(next) && tokens.is_number(next + 1))
        || (tokens.before(first) == "/" && tokens.glued(first));
    (month_before && (small() || (number.value >= Decimal::from(1900))))
        || month_after
        || ordinal_suffix
        || clock
        || zone
        || slashed
}

/// 1900 to 2100 printed without a separator and not followed by what it could count.
fn year(tokens: &Tokens, first: usize, number: &Cardinal) -> bool {
    let plausible =
        || number.decimals == 0 && number.value >= Decimal::from(1900) && number.value <= Decimal::from(2100);
    if number.words || !plausible() || tokens.word(number.last).contains([',', ' ', '\u{a0}']) {
        return false;
    }
    let next = if tokens.word(number.last + 1) == "-" { number.last + 2 } else { number.last + 1 };
    let counts = tokens.is(next, Class::People)
        || tokens.is(next + 1, Class::People)
        || tokens.is(next, Class::Record)
        || tokens.is(next, Class::PeopleGroup);
    let dated = matches!(
        tokens.before(first),
        "in" | "since" | "by" | "until" | "during" | "before" | "after" | "from" | "early" | "late" | "between"
    );
    !counts || (dated && !tokens.is(next, Class::People))
}

/// "aged 16", "ages 4 to 8", "76-year-old", "64.7 years old", "average age was 64.7", "over 65s", "in their 30s".
fn age(tokens: &Tokens, first: usize, last: usize) -> bool {
    let after = if tokens.word(last + 1) == "-" { last + 2 } else { last + 1 };
    // "looked four years younger" compares
    let compared = tokens.is(last, Class::TimeUnit);
    // "had a heart age two years older than their own"
    if compared && matches!(tokens.word(after), "older" | "younger") && tokens.word(after + 1) == "than" {
        return false;
    }
    if matches!(tokens.word(after), "old" | "olds" | "aged")
        // "thirty older adults"
        || matches!(tokens.word(after), "older" | "younger") && !compared && !tokens.is(after + 1, Class::People)
        || tokens.at(last + 1, &["of", "age"])
        || tokens.at(last + 1, &["or", "older"])
        || tokens.at(last + 1, &["and", "older"])
        || tokens.at(last + 1, &["or", "younger"])
        // "65 and over", but not "over four weeks and over ten"
        || tokens.at(last + 1, &["and", "over"])
            && !tokens.is_number(last + 3)
            && !tokens.is(last + 3, Class::NumberStart)
    {
        return true;
    }
    if tokens.glued(last + 1) && tokens.word(last + 1) == "s" {
        return true;
    }
    // "the average age of the 640 sailors"
    if tokens.ends_at(first, &["age", "of", "the"]) && tokens.is(after, Class::People) {
        return false;
    }
    for i in (first.saturating_sub(6)..first).rev() {
        let word = tokens.word(i);
        if matches!(word, "aged" | "ages") || (word == "age" && first - i <= 5) {
            return true;
        }
        // "nurses aged 30 to 50 over nine months"
        if compared && matches!(word, "over" | "for") && i > 0 && tokens.is_number(i - 1) {
            return false;
        }
        if !tokens.is_number(i) && !tokens.is(i, Class::AgeBridge) && !tokens.is(i, Class::NumberStart) {
            return false;
        }
    }
    false
}

/// The word before makes the number a name.
fn labelled(tokens: &Tokens, first: usize) -> bool {
    let before = first.wrapping_sub(if tokens.before(first) == "-" && first >= 2 { 2 } else { 1 });
    if !tokens.is(before, Class::Label) {
        return false;
    }
    // "group 2", but "(drug group 68 cases, placebo group 70 cases)"
    let group = matches!(tokens.word(before), "group" | "arm" | "cohort");
    // "in the water group 31 did", "among the control group 12 died"
    let led = (before.saturating_sub(4)..before).any(|k| matches!(tokens.word(k), "in" | "of" | "from" | "among"));
    let verb = tokens.is(first + 1, Class::PastVerb) || tokens.is(first + 1, Class::EventVerb);
    let counts = group && (tokens.is(first + 1, Class::People) || led && verb && before > 2);
    // "in the first year 31 died"
    let in_order =
        tokens.is(before, Class::TimeUnit) && tokens.is(before.wrapping_sub(1), Class::Ordinal) && before > 0;
    !counts && !in_order
}

/// "#3", "10-K", "9001: 2008", "1926-1933", part of a web address or a phone number.
fn in_a_code(tokens: &Tokens, first: usize, last: usize) -> bool {
    let before = tokens.before(first);
    let after = tokens.word(last + 1);
    let glued_before = tokens.glued(first)
        && first > 0
        && (tokens.is_word(first - 1) || matches!(before, "#" | "/" | "_" | "." | "@" | ":" | "&" | "?" | "="))
        && !matches!(before, "=" | ":" | "&");
    let hyphen_run = before == "-" && tokens.glued(first) && first >= 2 && tokens.is_number(first - 2);
    let hyphen_next = after == "-" && tokens.glued(last + 1) && tokens.is_number(last + 2) && tokens.glued(last + 2);
    let slash = after == "/" && tokens.glued(last + 1) && !tokens.is_number(last + 2);
    let web = matches!(after, "." | "_" | "@")
        && tokens.glued(last + 1)
        && tokens.glued(last + 2)
        && tokens.is_word(last + 2);
    glued_before || hyphen_run || hyphen_next || slash || web
}

/// "020 7946": bare numbers in a row, or one that begins with a nought.
fn digits_of_a_code(tokens: &Tokens, first: usize, last: usize) -> bool {
    let word = tokens.word(first);
    let nought = word.len() > 1 && word.starts_with('0') && !word.contains(['.', '·', ',']);
    // "Smith et al., 2021 100 patients": a year before a count is no row
    let year_before =
        tokens.before(first).len() == 4 && tokens.before(first).starts_with(['1', '2']) && tokens.is_word(last + 1);
    let row = tokens.is_number(last + 1) && !known_by_age(tokens, last + 1)
        || (first > 0 && tokens.is_number(first - 1) && tokens.is_number(first) && !year_before);
    nought || row
}

/// "1,200 11-year-olds", "900 9-10 year old pupils": the figure at `at` opens the age of those counted.
fn known_by_age(tokens: &Tokens, at: usize) -> bool {
    const LONGEST_AGE: usize = 8;
    let goes_on = |k: usize| {
        tokens.is_number(k)
            || tokens.is(k, Class::NumberStart)
            || matches!(tokens.word(k), "-" | "–" | "to" | "or" | "and" | "year" | "years")
    };
    let old = (at..at + LONGEST_AGE).find(|&k| !goes_on(k));
    old.is_some_and(|k| matches!(tokens.word(k), "old" | "olds") && (at..k).any(|j| tokens.word(j).starts_with("year")))
}

/// "95 % confidence interval", "95% CI", "95% credible interval".
fn confidence_level(tokens: &Tokens, last: usize) -> bool {
    let next = if matches!(tokens.word(last + 1), "-" | "(") { last + 2 } else { last + 1 };
    matches!(tokens.word(next), "confidence" | "ci" | "cis" | "credible" | "c.i" | "cl" | "cri" | "prediction")
        || (matches!(tokens.word(next), "two" | "one") && tokens.at(next + 2, &["sided", "confidence"]))
}

/// "margin-left: 4.7%;" is how a page is laid out.
fn styled(tokens: &Tokens, first: usize, last: usize) -> bool {
    let named = matches!(
        tokens.word(first.wrapping_sub(2)),
        "width" | "height" | "left" | "right" | "top" | "bottom" | "margin" | "padding" | "size" | "radius" | "opacity"
    );
    named && tokens.before(first) == ":" && matches!(tokens.word(last + 1), ";" | "}")
}

/// "DIABETES (94%); RESEARCH REPORTS (88%)": the tag lists of press archives.
fn index_tag(tokens: &Tokens, first: usize, last: usize) -> bool {
    if tokens.before(first) != "(" || tokens.word(last + 1) != ")" {
        return false;
    }
    let last_of_list =
        tokens.get(last + 2).is_none() && (first.saturating_sub(8)..first).any(|k| matches!(tokens.word(k), ";" | ":"));
    let shouted = |k: usize| tokens.get(k).is_some_and(|t| t.shouted);
    let prose = (first.saturating_sub(6)..first).any(|k| {
        tokens.is(k, Class::Be)
            || tokens.is(k, Class::PastVerb)
            || tokens.is(k, Class::Article)
            || matches!(tokens.word(k), "and" | "or" | "with" | "than" | "versus" | "vs" | ",")
    });
    // "CITY: LONDON, ENGLAND (58%)"
    let tagged = tokens.word(1) == ":" && shouted(0);
    let capitals = first >= 3
        && (first.saturating_sub(4)..first - 1).all(|k| shouted(k) || !tokens.is_word(k) && !tokens.is_number(k));
    (!prose || capitals || tagged)
        && (tokens.word(last + 2) == ";" || last_of_list || tagged || (first >= 2 && shouted(first - 2)))
}

/// "100 percent certain", "110 per cent".
fn idiom(tokens: &Tokens, first: usize, last: usize, number: &Cardinal) -> bool {
    let whole = || number.value == Decimal::ONE_HUNDRED || number.value == Decimal::from(110);
    let alone = matches!(
        tokens.word(last + 1),
        "certain"
            | "certainty"
            | "sure"
            | "clear"
            | "behind"
            | "natural"
            | "pure"
            | "cotton"
            | "safe"
            | "committed"
            | "convinced"
            | "guarantee"
            | "guaranteed"
            | "honest"
    );
    let led = first >= 1
        && matches!(tokens.before(first), "be" | "not")
        && matches!(tokens.word(last + 1), "right" | "sure" | "certain");
    (alone || led) && whole()
}
