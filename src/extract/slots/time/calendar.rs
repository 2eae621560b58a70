//! A preposition in, the part of the calendar behind it out: "in the summer of 2012", "in July", "in the year to March 2015".

use crate::text::{Class, Tokens};

use super::super::grammar::phrases::Run;
use super::phrases::{Kind, When, season, year, year_like};

/// "in 2012", "by the end of 2013", "between 1 June 1985 and August 1987", "from 1972 onwards" behind the word at `k`.
pub fn calendar(tokens: &Tokens, k: usize) -> Option<Run> {
    // "figures for 2011-12", "data from 2012"
    let data = || matches!(tokens.before(k), "data" | "figures" | "records" | "statistics");
    let of_year = || Run { first: k + 1, last: season(tokens, k + 1) };
    let of_year = || (data() && year(tokens, k + 1)).then(of_year);
    match tokens.word(k) {
        "between" => return spell(tokens, k),
        "from" => return spell(tokens, k).or_else(of_year),
        "for" => return of_year(),
        _ => {}
    }
    if tokens.word(k) == "since" && year(tokens, k + 1) {
        return Some(Run { first: k, last: season(tokens, k + 1) });
    }
    if !matches!(tokens.word(k), "in" | "during" | "by" | "until" | "till" | "through" | "of" | "throughout") {
        return None;
    }
    let date = |j: usize| {
        tokens.is(j, Class::Month)
            || tokens.is(j, Class::Article)
            || matches!(tokens.word(j), "early" | "late" | "mid" | "end" | "start" | "beginning" | "of" | "-")
    };
    let at = (k + 1..k + 6).find(|&j| !date(j))?;
    // "as of 2012"
    let as_of = tokens.before(k) == "as";
    let dated = tokens.word(k) != "of" || as_of || at == k + 1 && season(tokens, at) > at;
    let first = (k + 1..=at).find(|&j| !tokens.is(j, Class::Article))?;
    (year(tokens, at) && dated).then(|| Run { first, last: decade(tokens, season(tokens, at)) })
}

/// "between July and September", "from the start of 1986 to the end of 1988".
fn spell(tokens: &Tokens, k: usize) -> Option<Run> {
    /// Tokens of the longest: "between 1 March 1984 and the end of October 1991".
    const LONGEST: usize = 12;
    // "between 1986-89"
    let short = |j: usize| tokens.is_number(j) && tokens.word(j).len() == 2 && j > k + 2 && season(tokens, j - 2) == j;
    // "Between 1986 and 1988 cases rose"
    let second = |j: usize| j > k + 2 && year_like(tokens, j) && tokens.before(j) == "and" && year(tokens, j - 2);
    let date = |j: usize| tokens.is(j, Class::Month) || year(tokens, j) || short(j) || second(j);
    let joint = |j: usize| {
        matches!(tokens.word(j), "and" | "to" | "through" | "until" | "till" | "-" | "–" | "onwards" | "onward")
    };
    let fills = |j: usize| {
        date(j)
            || joint(j)
            || tokens.is(j, Class::Article)
            || tokens.is_number(j) && tokens.word(j).len() <= 2
            || matches!(tokens.word(j), "early" | "late" | "mid" | "end" | "start" | "beginning" | "of" | "," | "up")
    };
    let end = (k + 1..k + LONGEST).find(|&j| !fills(j)).unwrap_or(k + LONGEST).min(tokens.len());
    let last = (k + 1..end).rev().find(|&j| date(j) || tokens.word(j).starts_with("onward"))?;
    let first = (k + 1..last).find(|&j| date(j))?;
    let spans = (first + 1..=last).any(joint);
    let start =
        if tokens.word(k) == "between" { k } else { (k + 1..=first).find(|&j| !tokens.is(j, Class::Article))? };
    spans.then_some(Run { first: start, last })
}

/// "1990s" as two tokens.
fn decade(tokens: &Tokens, k: usize) -> usize {
    if tokens.word(k + 1) == "s" && tokens.glued(k + 1) { k + 1 } else { k }
}

/// "at the end of 2010", "in the first half of 2013", "before 2005", "in early June", "on 1 May 2012" behind the word at `k`.
pub fn part_of_calendar(tokens: &Tokens, k: usize) -> Option<When> {
    let run = part_of_year(tokens, k).or_else(|| side_of_year(tokens, k)).or_else(|| month(tokens, k));
    run.or_else(|| date(tokens, k)).map(|run| When { run, lead: k, kind: Kind::Calendar })
}

/// "in the winter of 2014", "at the start of 2010", "in the financial year 2013-14", "in the decade to 2010".
fn part_of_year(tokens: &Tokens, k: usize) -> Option<Run> {
    /// Tokens from the preposition to the year at most: "in the first half of the school year 2013-14".
    const REACH: usize = 9;
    if !matches!(
        tokens.word(k),
        "in" | "at" | "during" | "over" | "by" | "since" | "until" | "before" | "after" | "from"
    ) {
        return None;
    }
    let fills = |j: usize| {
        tokens.is(j, Class::Article)
            || tokens.is(j, Class::Month)
            || tokens.is(j, Class::Ordinal)
            || part(tokens.word(j))
            || matches!(tokens.word(j), "early" | "late" | "mid" | "last" | "final" | "of" | "to" | "ending" | "-")
            || matches!(tokens.word(j), "year" | "decade" | "financial" | "fiscal" | "tax" | "academic" | "school")
    };
    let at = (k + 1..k + REACH).find(|&j| !fills(j)).filter(|&j| year(tokens, j))?;
    let first = (k + 1..at).find(|&j| !tokens.is(j, Class::Article))?;
    let named = (first..at).any(|j| part(tokens.word(j)) || matches!(tokens.word(j), "year" | "decade"));
    named.then(|| Run { first, last: season(tokens, at) })
}

fn part(word: &str) -> bool {
    spring_to_winter(word)
        || matches!(word, "half" | "quarter" | "start" | "beginning" | "end" | "close" | "middle" | "season")
}

/// The seasons, but not "fall", which is mostly another thing.
pub fn spring_to_winter(word: &str) -> bool {
    matches!(word, "spring" | "summer" | "autumn" | "winter")
}

/// "before 2005", "after 2010", "up to 2010", "up until 2012", "since the 1970s".
fn side_of_year(tokens: &Tokens, k: usize) -> Option<Run> {
    let the = usize::from(tokens.is(k + 1, Class::Article));
    let at = k + 1 + the;
    let led = match tokens.word(k) {
        "before" | "after" | "since" | "pre" | "post" => true,
        "to" | "until" => tokens.before(k) == "up",
        _ => false,
    };
    let decade = tokens.word(at + 1) == "s" && tokens.glued(at + 1);
    let fits = led && year(tokens, at) && (the == 0 || decade);
    let first = if matches!(tokens.word(k), "before" | "after" | "since") { k } else { at };
    fits.then(|| Run { first, last: if decade { at + 1 } else { season(tokens, at) } })
}

/// "in July", "in early June", "since last May".
fn month(tokens: &Tokens, k: usize) -> Option<Run> {
    let led =
        matches!(tokens.word(k), "in" | "during" | "since" | "by" | "until") || tokens.ends_at(k + 1, &["as", "of"]);
    let at = if matches!(tokens.word(k + 1), "early" | "late" | "mid") { k + 2 } else { k + 1 };
    let at = if tokens.word(at) == "-" { at + 1 } else { at };
    let named = tokens.is(at, Class::Month) && tokens.word(at).len() > 2 && tokens.word(at) != "mar";
    (led && named && closes(tokens, at + 1)).then_some(Run { first: k + 1, last: at })
}

/// "on 1 May 2012", "on May 1".
fn date(tokens: &Tokens, k: usize) -> Option<Run> {
    if tokens.word(k) != "on" {
        return None;
    }
    let day = |j: usize| tokens.is_number(j) && tokens.word(j).len() <= 2;
    let month = if day(k + 1) { k + 2 } else { k + 1 };
    let last = if day(k + 1) { month } else { month + 1 };
    let told = tokens.is(month, Class::Month) && (day(k + 1) || day(last));
    let comma = if tokens.word(last + 1) == "," { last + 2 } else { last + 1 };
    told.then(|| Run { first: k + 1, last: if year(tokens, comma) { comma } else { last } })
}

/// The phrase is over: what follows goes on with the sentence rather than with the time ("in the summer house").
pub fn closes(tokens: &Tokens, at: usize) -> bool {
    !tokens.is_word(at)
        || tokens.is_number(at)
        || tokens.is(at, Class::Preposition) && tokens.word(at) != "of"
        || tokens.is(at, Class::Be)
        || tokens.is(at, Class::Article)
        || tokens.is(at, Class::NumberStart)
        || tokens.is(at, Class::PastVerb)
        || tokens.is(at, Class::ChangeVerb)
        || tokens.is(at, Class::Approx)
        || matches!(
            tokens.word(at),
            "and" | "or" | "but" | "than" | "compared" | "versus" | "while" | "whereas" | "had"
        )
        || matches!(tokens.word(at), "have" | "has" | "who" | "when" | "because" | "as" | "they" | "just" | "only")
        || matches!(tokens.word(at), "according" | "although" | "though" | "if" | "which" | "that" | "there")
}
