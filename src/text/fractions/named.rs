//! Tokens in, a share told by its name out: "half", "two-thirds", "three quarters", "another fifth".

use crate::text::class::Class;
use crate::text::numerals::cardinal;
use crate::text::tokens::Tokens;
use crate::text::units::time_name;

use super::{Share, in_words};

/// "half", "a third", "two-thirds", "three quarters".
pub fn named(tokens: &Tokens, i: usize) -> Option<Share> {
    if !tokens.is(i, Class::NumberStart) {
        return None;
    }
    if matches!(tokens.word(i), "½" | "¼" | "¾" | "⅓" | "⅔") {
        let (count, total) = match tokens.word(i) {
            "½" => (1, 2),
            "¼" => (1, 4),
            "¾" => (3, 4),
            "⅓" => (1, 3),
            _ => (2, 3),
        };
        return in_words(count, total, i);
    }
    if tokens.word(i) == "half" {
        return half(tokens, i, i);
    }
    // "bakers third more likely to fall", as headlines put it
    let bare_part = denominator(tokens.word(i), 1).filter(|_| {
        further_part(tokens, i)
            || matches!(tokens.word(i), "third" | "quarter" | "fifth")
                && tokens.is(i + 1, Class::RelativeWord)
                && tokens.is_word(i.wrapping_sub(1))
                && !tokens.is(i.wrapping_sub(1), Class::Article)
                && !matches!(tokens.before(i), "a" | "one")
    });
    if let Some(total) = bare_part {
        return in_words(1, total, i);
    }
    let (count, at) = numerator(tokens, i)?;
    let at = if tokens.word(at) == "-" { at + 1 } else { at };
    if tokens.word(at) == "half" && count == 1 {
        return half(tokens, i, at);
    }
    let total = denominator(tokens.word(at), count)?;
    if tokens.at(at + 1, &["of", "a", "million"]) || tokens.at(at + 1, &["of", "a", "billion"]) {
        return None;
    }
    let bare = tokens.word(i) == "a" || tokens.word(i) == "an";
    if (bare || count == 1) && ordinal_reading(tokens, at, bare) {
        return None;
    }
    if tokens.at(at + 1, &["of", "a"]) && matches!(tokens.word(at + 3), "million" | "billion" | "century" | "mile") {
        return None;
    }
    // "two-hundredths of a teaspoon"
    if tokens.at(at + 1, &["of", "a"]) && tokens.is(at + 3, Class::DoseUnit) {
        return None;
    }
    // "a quarter of an hour"
    if tokens.at(at + 1, &["of", "an", "hour"]) || tokens.at(at + 1, &["of", "a", "second"]) {
        return None;
    }
    if matches!(tokens.word(at + 1), "-") && time_name(tokens.word(at + 2)).is_some() {
        return None;
    }
    in_words(count, total, at)
}

/// "another quarter said", "another fifth had": a verb in the past follows.
fn further_part(tokens: &Tokens, at: usize) -> bool {
    let past = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is_word(k) && tokens.word(k).ends_with("ed");
    tokens.before(at) == "another" && past(at + 1)
}

fn numerator(tokens: &Tokens, i: usize) -> Option<(u64, usize)> {
    let count = match tokens.word(i) {
        "a" | "an" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "seven" => 7,
        "nine" => 9,
        _ => return None,
    };
    Some((count, i + 1))
}

fn denominator(word: &str, count: u64) -> Option<u64> {
    let singular = if count > 1 { word.strip_suffix('s')? } else { word };
    Some(match singular {
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "twelfth" => 12,
        "fifteenth" => 15,
        "twentieth" => 20,
        "hundredth" => 100,
        _ => return None,
    })
}

/// Adverbs between a fraction and its verb at most.
const MOST_ADVERBS: usize = 2;

/// "a third dose", "a quarter century", "a fifth person" count in order: a fraction goes on with "of", a verb or nothing.
fn ordinal_reading(tokens: &Tokens, at: usize, bare: bool) -> bool {
    let next = at + 1;
    if tokens.word(next) == "-" && tokens.glued(next) {
        return true;
    }
    if !tokens.is_word(next) {
        return false;
    }
    // "a quarter once again fell ill", "a quarter also relapsed"
    let adverb = |k: &usize| matches!(tokens.word(*k), "once" | "again" | "also" | "subsequently" | "eventually");
    let behind = next + (next..next + MOST_ADVERBS).take_while(adverb).count();
    let next = if tokens.is_word(behind) { behind } else { next };
    // "with a third owning a dog"
    let doing = tokens.word(next).ends_with("ing")
        && matches!(tokens.before(at - 1), "with" | "and" | ",")
        && opens_phrase(tokens, next + 1);
    !share_goes_on(tokens, next) && !doing && !past_verb(tokens, next) && (bare || tokens.word(next).len() > 1)
}

/// "of the nurses", "never slept", "worked at night": what goes on behind a share.
fn share_goes_on(tokens: &Tokens, next: usize) -> bool {
    // "a third worked at night"
    const VERBS: [Class; 6] =
        [Class::ActiveVerb, Class::ConsumeVerb, Class::ExposureVerb, Class::Handled, Class::Became, Class::EventVerb];
    let acts = tokens.is_word(next + 1) && !tokens.word(next).ends_with("ing");
    acts && VERBS.iter().any(|class| tokens.is(next, *class))
        || tokens.is(next, Class::Preposition)
        || tokens.is(next, Class::Negation)
        || tokens.is(next, Class::StopPhrase)
        || tokens.is(next, Class::PastVerb)
        || tokens.is(next, Class::PresentVerb)
        || tokens.is(next, Class::RelativeWord)
        || tokens.is(next, Class::Modal)
        || tokens.is(next, Class::ReportingVerb)
        || matches!(
            tokens.word(next),
            "as" | "the"
                | "that"
                | "who"
                | "were"
                | "and"
                | "or"
                | "but"
                | "compared"
                | "respectively"
                | "versus"
                | "vs"
                | "v"
                | "while"
                | "said"
                | "felt"
                | "off"
                | "responded"
                | "given"
                | "taking"
                | "receiving"
                | "assigned"
                | "did"
        )
}

/// "a third vanished", "a quarter wheezed at night", but not "a third crumpled note".
fn past_verb(tokens: &Tokens, next: usize) -> bool {
    tokens.word(next).ends_with("ed")
        && (!tokens.is_word(next + 1)
            || opens_phrase(tokens, next + 1)
            || matches!(
                tokens.word(next + 1),
                "their" | "his" | "her" | "no" | "up" | "out" | "off" | "they" | "to" | "that"
            ))
}

/// A word that nouns behind a verb begin with.
fn opens_phrase(tokens: &Tokens, k: usize) -> bool {
    [Class::Preposition, Class::Article, Class::StopPhrase].iter().any(|class| tokens.is(k, *class))
}

/// "half an hour", "half a million", "half way": words before which "half" is no share.
const NOT_A_SHARE_BEFORE: [&str; 24] = [
    "an", "a", "hour", "hours", "hourly", "way", "time", "life", "lives", "century", "brother", "marathon", "dozen",
    "day", "year", "years", "yearly", "months", "weeks", "million", "past", "term", "mast", "board",
];

/// "half" as a share: not "half an hour", "half-life", "half a million", "the first half", "half way".
fn half(tokens: &Tokens, first: usize, at: usize) -> Option<Share> {
    let next = tokens.word(at + 1);
    if shared_out(tokens, first, at) {
        return in_words(1, 2, at);
    }
    // "a half pint"
    let measure = tokens.is(at + 1, Class::DoseUnit) && !next.ends_with('s');
    let other = measure || next == "-" || NOT_A_SHARE_BEFORE.contains(&next);
    let before = tokens.before(first);
    // "a year and a half"
    let and = if before == "a" { first.saturating_sub(2) } else { first.saturating_sub(1) };
    if tokens.word(and) == "and" && time_name(tokens.before(and)).is_some() {
        return None;
    }
    // "a glass and a half"
    let joined = before == "and" && tokens.is(first, Class::Article) || tokens.ends_at(first, &["and", "a"]);
    if joined && tokens.word(at + 1) != "of" {
        return None;
    }
    let ordinal = matches!(before, "first" | "second" | "last" | "latter" | "better" | "former" | "and");
    let and_half = before == "and"
        && !tokens.ends_at(first, &["other", "and"])
        && tokens.word(at) == "half"
        && first == at
        && next != "of"
        && next != "the"
        && next != "were";
    // "a year and a half ago"
    if before == "and" && (first.saturating_sub(3)..first).any(|k| time_name(tokens.word(k)).is_some()) {
        return None;
    }
    if other
        || (ordinal && before != "and")
        || (before == "and" && and_half && cardinal(tokens, first.saturating_sub(2)).is_some())
    {
        return None;
    }
    if before == "-" || tokens.ends_at(first, &["and", "a"]) && cardinal(tokens, first.saturating_sub(3)).is_some() {
        return None;
    }
    in_words(1, 2, at)
}

/// "half were given rum and half a dummy pill": the second half of those shared out.
fn shared_out(tokens: &Tokens, first: usize, at: usize) -> bool {
    const REACH: usize = 14;
    let got = matches!(tokens.word(at + 1), "a" | "an" | "the");
    let joined = matches!(tokens.before(first), "and" | "other" | "," | "while");
    let amount = NOT_A_SHARE_BEFORE.contains(&tokens.word(at + 2)) || tokens.is(at + 2, Class::DoseUnit);
    got && joined
        && !amount
        && (first.saturating_sub(REACH)..first)
            .any(|k| tokens.word(k) == "half" && (tokens.is(k + 1, Class::Be) || tokens.is(k + 1, Class::AssignVerb)))
}
