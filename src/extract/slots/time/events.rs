//! A sentence in, the times told by an event out: "after the storm", "since the operation", "the day before".

use crate::text::{Class, Tokens};

use super::super::grammar::phrases::Run;
use super::counted::assessed;
use super::phrases::{Kind, When, behind_time};

/// "After the attacks, …", "immediately after treatment".
pub fn after_event(tokens: &Tokens, k: usize) -> Option<Run> {
    // "eased by two points following surgery" tells what eased it
    if tokens.word(k) != "after" && !(matches!(tokens.word(k), "following" | "before") && k == 0) {
        return None;
    }
    let article = tokens.is(k + 1, Class::Article);
    let noun = if article { k + 2 } else { k + 1 };
    let event = |j: usize| {
        tokens.is(j, Class::ClockEvent) && !tokens.word(j).ends_with("ing") && tokens.word(j) != "exercise"
            || matches!(tokens.word(j), "therapy" | "chemotherapy" | "radiotherapy")
    };
    // "immediately after treatment"
    let at_once =
        k > 0 && matches!(tokens.before(k), "immediately" | "shortly" | "soon" | "directly" | "right" | "straight");
    let ends = |j: usize| matches!(tokens.word(j), "," | "." | ";" | ")" | "and" | "were" | "was" | "");
    // "Pain after exercise, …" is the thing measured
    let measured = k > 0
        && tokens.before(k) != ","
        && !at_once
        && !(0..k).any(|j| tokens.is_number(j) || tokens.is(j, Class::PastVerb) || tokens.is_sign(j));
    // "the odds of dying after surgery" is what befell them
    let befell = k > 0 && tokens.before(k).len() > 4 && tokens.before(k).ends_with("ing");
    if event(noun) && (at_once || ends(noun + 1)) && !measured && !befell {
        return Some(Run { first: if at_once { k - 1 } else { k }, last: noun });
    }
    let last = (noun..noun + 4).find(|&j| tokens.word(j + 1) == ",").filter(|_| k == 0 && article)?;
    let plain = (noun..=last).all(|j| tokens.is_word(j) && !tokens.word(j).ends_with("ing"));
    // "After the Harbour Offspring study" is one with a name
    let study = tokens.word(last) == "study" && last > noun;
    let thing = (study || !tokens.is(last, Class::AnalysisNoun)) && !tokens.is(last, Class::TimeUnit);
    (plain && thing).then_some(Run { first: k, last })
}

/// "since the operation", "since their diagnosis".
pub fn since_event(tokens: &Tokens, k: usize) -> Option<Run> {
    let noun = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    (tokens.word(k) == "since" && tokens.is(noun, Class::ClockEvent)).then_some(Run { first: k, last: noun })
}

/// "just the day before", "the previous week" without more: at `unit` what may be the unit of time.
pub fn eve(tokens: &Tokens, unit: usize) -> Option<When> {
    if tokens.word(unit + 1) != "before" || tokens.before(unit) != "the" {
        return None;
    }
    let one = tokens.is(unit, Class::TimeUnit) && !tokens.word(unit).ends_with('s');
    let closes = matches!(tokens.word(unit + 2), "," | "." | ";" | ")" | "and" | "");
    let lead = unit - 1;
    // "up 12 per cent on the year before" tells what it is compared with
    let set_against = lead > 0 && tokens.before(lead) == "on";
    (one && closes && !set_against).then(|| When { run: Run { first: lead, last: unit + 1 }, lead, kind: Kind::Named })
}

/// "last year", without a word that leads it: at `k` the unit.
pub fn last_year(tokens: &Tokens, k: usize) -> Option<When> {
    let last = k.checked_sub(1).filter(|&last| tokens.word(last) == "last")?;
    let led = last > 0 && tokens.classes(last - 1).has_either(Class::Article, Class::Preposition);
    // "a poll carried out last month", where "met last month" is news
    let asked = last > 0
        && (tokens.ends_at(last, &["carried", "out"])
            || assessed(tokens.before(last))
            || matches!(tokens.before(last), "conducted" | "polled" | "asked" | "quizzed" | "taken" | "held"));
    let year = tokens.word(k) == "year" && !led;
    let told = year || asked && matches!(tokens.word(k), "month" | "week" | "year");
    told.then_some(When { run: Run { first: last, last: k }, lead: last, kind: Kind::Calendar })
}

/// "likelier to fall ill the month afterwards", "the first year after surgery", without a preposition: at `unit` what may be
/// the unit of time.
pub fn afterwards(tokens: &Tokens, unit: usize) -> Option<When> {
    if !matches!(tokens.word(unit + 1), "afterwards" | "afterward" | "after") {
        return None;
    }
    let order = |word: &str| matches!(word, "first" | "second" | "third");
    let first = if order(tokens.before(unit)) { unit - 1 } else { unit };
    let lead = first.checked_sub(1).filter(|&k| k > 0 && tokens.word(k) == "the")?;
    // "the second after that" is no unit
    let told = tokens.is(unit, Class::TimeUnit) && !(first == unit && order(tokens.word(unit)));
    let led = tokens.is(lead - 1, Class::Preposition);
    (told && !led).then(|| When { run: Run { first, last: behind_time(tokens, unit) }, lead, kind: Kind::Named })
}
