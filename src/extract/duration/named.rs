//! A length of time in, whether its noun says what lasted out: "a six-week trial", "the two-year mark", "six months of counselling".

use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::{TREATMENTS, follow_up};

/// "a six-week trial", "the five year study", "the 20 year national research effort", "five weeks of mud
/// therapy": the noun says what lasted.
pub fn names_it(tokens: &Tokens, quantity: &Quantity) -> bool {
    if marks_a_time(tokens, quantity) {
        return true;
    }
    const LONGEST_NAME: usize = 5;
    /// "a 24-week, randomized, double-blind, placebo-controlled phase 3 trial"
    const LONGEST_LIST: usize = 20;
    let after = quantity.last + 1;
    let plain = tokens.word(quantity.last);
    let singular = !plain.ends_with('s') && quantity.number_last != quantity.last || plain.ends_with("'s");
    let hyphen = tokens.word(quantity.number_last + 1) == "-";
    let of = tokens.word(after) == "of";
    // "six months' treatment"
    let possessive = tokens.word(after) == "'";
    let first = if of || possessive { after + 1 } else { after };
    let listed = hyphen && tokens.word(first) == ",";
    let reach = if listed { LONGEST_LIST } else { LONGEST_NAME };
    let mut name = (first..first + reach).take_while(|&k| {
        // "a three-year, $12 million study"
        let priced = hyphen && (tokens.word(k) == "$" || tokens.is_number(k) && tokens.before(k) == "$");
        let comma = tokens.word(k) == "," && hyphen && (k == first || listed && !tokens.is(k + 1, Class::StopPhrase));
        let numbered = listed && tokens.is_number(k) && tokens.before(k) == "phase";
        (tokens.is_word(k) || tokens.word(k) == "-" || comma || numbered || priced)
            && (!tokens.is(k, Class::Preposition) || tokens.word(k + 1) == "-")
            && !tokens.is(k, Class::PastVerb)
    });
    // "hospitals with four years of research"
    let work = |k: usize| {
        tokens.is(k, Class::StudyWork)
            || tokens.is(k, Class::StudyNoun)
            || matches!(tokens.word(k), "project" | "effort" | "programme" | "program")
    };
    // "13 years of health data"
    let observed = |k: usize| {
        matches!(tokens.word(k), "data" | "records" | "observation" | "observations" | "monitoring" | "surveillance")
    };
    // "six months of counselling", where "20 years of smoking" is a history
    let short = matches!(quantity.unit, Unit::Time("day" | "week" | "fortnight" | "month"));
    // "three weeks of drips", "five days of antibiotics"
    let given = |k: usize| TREATMENTS.iter().any(|class| tokens.is(k, *class));
    let done = |k: usize| short && (given(k) || tokens.word(k).ends_with("ing"));
    // "three weeks of inhaler use"
    let used = |k: usize| short && k > first && tokens.word(k) == "use";
    // "nine weeks of weekly video sessions"
    let sessions = |k: usize| tokens.is(k, Class::Session) && tokens.word(k).ends_with('s');
    let lasting = |k: usize| {
        // "a three-day food diary"
        hyphen && matches!(tokens.word(k), "diary" | "diaries")
            || tokens.is(k, Class::LastingNoun) && !(of && work(k))
            || of && (follow_up(tokens, k) || observed(k) || k == first && done(k) || used(k) || short && sessions(k))
    };
    (hyphen || singular || of || possessive) && name.any(lasting)
}

/// "by the three-month mark", "at the two-year point", "at their six-month check": the time since the beginning.
fn marks_a_time(tokens: &Tokens, quantity: &Quantity) -> bool {
    let hyphen = tokens.word(quantity.number_last + 1) == "-" && quantity.number_last != quantity.last;
    let led = |k: usize| matches!(tokens.before(k), "the" | "a" | "their" | "this" | "that" | "its");
    let article = led(quantity.first) || quantity.form == Form::Article;
    // "the 10-year-old mark" is nobody's
    let next = quantity.last + 1;
    // "Nine-week patients had gout", "the 12-week results"
    let lot = hyphen
        && !matches!(tokens.word(next), "survivors" | "survivor" | "olds")
        && !tokens.is(next, Class::Singular)
        && (tokens.is(next, Class::People)
            || tokens.is(next, Class::PeopleGroup)
            || matches!(
                tokens.word(next),
                "results" | "figure" | "figures" | "findings" | "number" | "data" | "schedule"
            ));
    lot || hyphen && article && tokens.is(next, Class::TimeMark) && !ran_until(tokens, quantity)
}

/// "the disease held off until the four-year mark": a gain in time, which is a result.
fn ran_until(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.ends_at(quantity.first, &["until", "the"]) || tokens.ends_at(quantity.first, &["beyond", "the"])
}
