//! A sentence in, the times told by an event out: "after the storm", "since the operation", "the day before".

use crate::text::{Class, Tokens};

use super::phrases::Run;
use super::time_phrases::{Kind, When, behind_time};

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
        && k <= 3
        && !at_once
        && !(0..k).any(|j| tokens.is_number(j) || tokens.is(j, Class::PastVerb) || tokens.is_sign(j));
    if event(noun) && (at_once || ends(noun + 1)) && !measured {
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

/// "just the day before", "the previous week" without more: at `k` the word "before".
pub fn eve(tokens: &Tokens, k: usize) -> Option<When> {
    let unit = k > 1 && tokens.is(k - 1, Class::TimeUnit) && !tokens.before(k).ends_with('s');
    let the = unit && tokens.word(k - 2) == "the";
    let closes = matches!(tokens.word(k + 1), "," | "." | ";" | ")" | "and" | "");
    (the && closes).then(|| When { run: Run { first: k - 2, last: k }, lead: k - 2, kind: Kind::Named })
}

/// "likelier to fall ill the month afterwards", "the first year after surgery", without a preposition: at `k` the article.
pub fn afterwards(tokens: &Tokens, k: usize) -> Option<When> {
    let unit = if matches!(tokens.word(k + 1), "first" | "second" | "third") { k + 2 } else { k + 1 };
    let since = matches!(tokens.word(unit + 1), "afterwards" | "afterward" | "after");
    let led = tokens.is(k.wrapping_sub(1), Class::Preposition);
    (tokens.is(unit, Class::TimeUnit) && since && !led && k > 0).then(|| When {
        run: Run { first: k + 1, last: behind_time(tokens, unit) },
        lead: k,
        kind: Kind::Named,
    })
}
