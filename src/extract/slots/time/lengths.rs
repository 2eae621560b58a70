//! A length or a year in, what it is that of out: of records ("12 years of data", "data spanning 12 years"), of a survey ("the
//! 2013 census"), of what went before ("Two years on, …").

use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};

/// "a week on was rated", "Two years out, pain was …", "three weeks in.", "two years down the road".
pub fn goes_on(tokens: &Tokens, time: &Quantity) -> bool {
    let behind = time.last + 2;
    let closes = matches!(tokens.word(behind), "," | "." | "" | ";" | "–" | ")") || tokens.is(behind, Class::Be);
    let starts = time.first == 0 || matches!(tokens.before(time.first), "," | "and" | "but" | "that");
    // "Two years on it was 12 per cent"
    let clause = time.first == 0 && matches!(tokens.word(behind), "it" | "they" | "the" | "this" | "that");
    match tokens.word(time.last + 1) {
        "on" | "out" => closes || clause,
        "in" => starts && tokens.word(behind) == "," || matches!(tokens.word(behind), "." | ""),
        "down" => tokens.at(behind, &["the", "road"]) || tokens.at(behind, &["the", "line"]),
        _ => false,
    }
}

/// "of data", "of hospital records", "worth of figures" from `at`, the token behind a length.
pub fn of_records(tokens: &Tokens, at: usize) -> bool {
    let at = if tokens.word(at) == "worth" { at + 1 } else { at };
    let records = |k: usize| matches!(tokens.word(k), "data" | "records" | "figures" | "observation" | "observations");
    tokens.word(at) == "of" && (records(at + 1) || tokens.is_word(at + 1) && records(at + 2))
}

/// "the research, spanning", "records covering": at `at` the token behind the verb.
pub fn spans_data(tokens: &Tokens, at: usize) -> bool {
    if !matches!(tokens.before(at), "spanning" | "covering" | "lasting") || at < 2 {
        return false;
    }
    let noun = if at > 2 && tokens.before(at - 1) == "," { at - 3 } else { at - 2 };
    tokens.is(noun, Class::StudyWork)
        || tokens.is(noun, Class::LastingNoun)
        || matches!(tokens.word(noun), "data" | "records" | "figures")
}

/// "The 2014 survey found …", "part of the 2013 national snoring survey": at `year` the last of the years.
pub fn of_survey(tokens: &Tokens, year: usize) -> bool {
    /// Tokens from the year to the survey at most.
    const NAME: usize = 6;
    let plain = |&k: &usize| tokens.is_word(k) && !tokens.is(k, Class::Be) && !tokens.is(k, Class::PastVerb);
    let mut name = (year + 1..=year + NAME).take_while(plain);
    let survey = name.any(|k| matches!(tokens.word(k), "survey" | "census" | "poll"));
    survey || year <= 1 && tokens.word(year + 1) == "figures"
}

/// "at one, two and five years": the numbers of a list of times, the last with its unit.
pub fn list(words: &Words) -> Option<Vec<Run>> {
    let tokens = words.tokens;
    let time =
        words.quantities.iter().rev().find(|q| matches!(q.unit, Unit::Time(_)) && before_joint(tokens, q.first))?;
    let mut runs = vec![Run { first: time.first, last: time.last }];
    let mut at = time.first;
    while before_joint(tokens, at) {
        let joint = (0..at).rev().find(|&k| !matches!(tokens.word(k), "," | "and"))?;
        let bare = tokens.is_number(joint) || tokens.is(joint, Class::NumberStart);
        if !bare {
            break;
        }
        runs.push(Run { first: joint, last: joint });
        at = joint;
    }
    runs.reverse();
    (runs.len() > 1).then_some(runs)
}

fn before_joint(tokens: &Tokens, k: usize) -> bool {
    k > 1 && matches!(tokens.before(k), "," | "and")
}
