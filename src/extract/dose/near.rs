//! An amount in, the words that bound it, tell it per day or week, or set it against another out.

use crate::text::{Class, Quantity, Tokens};

/// "minutes a week", "hours per day": the token where the per-what ends.
pub(in crate::extract) fn per_time(tokens: &Tokens, last: usize) -> Option<usize> {
    const LONGEST_ACTIVITY: usize = 4;
    let part = |k: usize| matches!(tokens.word(k), "morning" | "evening" | "afternoon") && tokens.before(k) != "a";
    let per = |k: usize| {
        matches!(tokens.word(k), "a" | "per" | "each" | "every") && (tokens.is(k + 1, Class::TimeUnit) || part(k + 1))
    };
    if per(last + 1) {
        return Some(last + 2);
    }
    // "five hours of exercise a week", "two hours or less a day", "a handful of almonds a day"
    let of = tokens.word(last + 1) == "of";
    let active = |k: usize| {
        of && !tokens.is(k, Class::Condition)
            || tokens.is(k, Class::Session)
            || tokens.is(k, Class::Exposure)
            || tokens.is(k, Class::Food)
            || matches!(tokens.word(k), "more" | "less")
    };
    let at = (last + 2..last + 2 + LONGEST_ACTIVITY).take_while(|&k| tokens.is_word(k)).find(|&k| per(k))?;
    // "30 mg of it twice a day", "30 mg of it daily for a year"
    if matches!(tokens.before(at), "once" | "twice" | "times" | "days" | "nights" | "for" | "over" | "after" | "within")
    {
        return None;
    }
    (last + 1..at).any(active).then_some(at + 1)
}

/// "three spoons - one ounce - of almonds each day", "five mugs (1,500 ml) every day", "five mugs, a day".
pub(super) fn told_per_time(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 14;
    let end = (quantity.last + 1..quantity.last + 1 + FAR)
        .take_while(|&k| !matches!(tokens.word(k), "." | ";" | "" | "than"))
        .find(|&k| {
            matches!(tokens.word(k), "daily" | "weekly")
                || matches!(tokens.word(k), "a" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit)
        });
    let quiet = |k: usize| {
        matches!(
            tokens.word(k),
            "(" | ")"
                | ","
                | "-"
                | "–"
                | "or"
                | "and"
                | "of"
                | "about"
                | "around"
                | "just"
                | "more"
                | "less"
                | "than"
                | "little"
                | "over"
        ) || tokens.is_number(k)
            || tokens.is(k, Class::NumberStart)
            || tokens.is(k, Class::DoseUnit)
            || tokens.is(k, Class::Food)
            || tokens.is(k, Class::MeasureUnit)
            || tokens.is(k, Class::PortionWord)
            || tokens.is(k, Class::Approx)
    };
    end.is_some_and(|end| (quantity.last + 1..end).all(quiet))
}

/// "7.5g vs 6.2g", "4 kg compared with 2 kg": two levels beside each other.
pub(in crate::extract) fn compared_pair(tokens: &Tokens, quantity: &Quantity) -> bool {
    let versus = |word: &str| matches!(word, "vs" | "versus" | "v");
    let next = quantity.last + 1;
    let (with, to) = (["compared", "with"], ["compared", "to"]);
    versus(tokens.before(quantity.first))
        || versus(tokens.word(next))
        || (tokens.ends_at(quantity.first, &with) || tokens.ends_at(quantity.first, &to))
            && quantity.first > 2
            && (tokens.is(quantity.first - 3, Class::DoseUnit) || tokens.is(quantity.first - 3, Class::MeasureUnit))
        || (tokens.at(next, &with) || tokens.at(next, &to))
            && tokens.is_number(next + 2)
            && tokens.before(quantity.first) != "per"
}

/// "200 more calories", "an extra 19 minutes".
pub(in crate::extract) fn counted_more(tokens: &Tokens, quantity: &Quantity) -> bool {
    let word = |k: usize| matches!(tokens.word(k), "more" | "fewer" | "less" | "extra" | "additional");
    let than = |k: usize| tokens.word(k + 1) == "than";
    (quantity.number_last + 1..=quantity.last + 1).any(|k| word(k) && tokens.before(k) != "or" && !than(k))
        || matches!(tokens.before(quantity.first), "extra" | "additional")
            && !matches!(tokens.word(quantity.first.wrapping_sub(2)), "each" | "every" | "per" | "any")
}

/// The first of the words that bound a number ("more than", "about", "up to").
pub(in crate::extract) fn led_from(tokens: &Tokens, first: usize) -> usize {
    const LONGEST: usize = 4;
    let bounds = |k: usize| match tokens.word(k) {
        "to" => tokens.before(k) == "up",
        "up" => tokens.word(k + 1) == "to",
        "at" => matches!(tokens.word(k + 1), "least" | "most"),
        "no" | "not" => matches!(tokens.word(k + 1), "more" | "less" | "fewer"),
        "more" | "less" | "fewer" | "longer" | "than" | "over" | "under" | "least" | "most" | "just" | "only" => true,
        _ => tokens.is(k, Class::Approx),
    };
    (first.saturating_sub(LONGEST)..first).rev().take_while(|&k| bounds(k)).last().unwrap_or(first)
}
