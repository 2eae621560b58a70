//! The group and the outcome of a rate of a round number of people in, without the people of the measure out: "31.4 strokes per
//! 1,000 people among nurses" is told of nurses, not of people.

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::{Run, Words};

/// Tokens from a rate to the words that tell whose it is at most.
const REACH: usize = 24;

/// The group and the outcome, mended where the quantity is such a rate.
pub fn mended(
    words: &Words,
    quantity: &Quantity,
    group: Option<Run>,
    outcome: Option<Run>,
) -> (Option<Run>, Option<Run>) {
    let tokens = words.tokens;
    let marked = || (quantity.first..=quantity.last).any(|k| tokens.is(k, Class::RateMark));
    if quantity.fraction.is_none() || !(quantity.borrowed_unit || marked()) {
        return (group, outcome);
    }
    // "of people on rum" are no part of the measure
    let measure = group.is_some_and(|run| is_measure(tokens, run.first) && run.first == quantity.last + 1);
    let group = if measure { named_behind(words, group).or_else(|| named_before(words, quantity)) } else { group };
    (group, header(words, quantity, outcome))
}

/// "people", "births", "person-years": what a rate is told per.
fn is_measure(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "people" | "births" | "person" | "persons" | "patient" | "inhabitants" | "population")
}

/// "per 1,000 people a year among nurses".
fn named_behind(words: &Words, group: Option<Run>) -> Option<Run> {
    const LONGEST_MEASURE: usize = 6;
    let tokens = words.tokens;
    let from = group?.first;
    let led = (from + 1..from + LONGEST_MEASURE)
        .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-")
        .find(|&k| matches!(tokens.word(k), "among" | "amongst" | "for" | "with"))?;
    words.noun_phrase(led + 1)
}

/// "Among nurses there were 12 falls per 1,000", "the rate among nurses was", "nurses had 12 falls".
fn named_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let from = quantity.first.saturating_sub(REACH);
    let from =
        (from..quantity.first).rev().find(|&k| matches!(tokens.word(k), ";" | "." | ":")).map_or(from, |k| k + 1);
    let had = (from..quantity.first).rev().find(|&k| tokens.word(k) == "had" && quantity.first - k <= 4);
    if let Some(run) = had.and_then(|had| words.noun_phrase(from).filter(|run| run.last < had)) {
        return Some(run);
    }
    let among = (from..quantity.first).rev().find(|&k| matches!(tokens.word(k), "among" | "amongst"))?;
    let run = words.noun_phrase(among + 1)?;
    let there = (run.first..=run.last).find(|&k| tokens.word(k) == "there");
    Some(Run { last: there.map_or(run.last, |k| k - 1), ..run }).filter(|run| run.last >= run.first)
}

/// "Strokes per 1,000 people hardly differed: 31.4 among nurses": what happened stands before "per".
fn header(words: &Words, quantity: &Quantity, outcome: Option<Run>) -> Option<Run> {
    const LONGEST_NAME: usize = 4;
    let tokens = words.tokens;
    if !quantity.borrowed_unit {
        return outcome;
    }
    let per = (0..quantity.first).rev().find(|&k| tokens.word(k) == "per" && !tokens.is_number(k.wrapping_sub(1)));
    let Some(per) = per else { return outcome };
    let within = outcome.is_none_or(|run| run.first > per || per <= run.last);
    let ends = |k: usize| !tokens.is_word(k) || tokens.is(k, Class::Preposition) || tokens.is(k, Class::Article);
    let first = (per.saturating_sub(LONGEST_NAME)..per).rev().take_while(|&k| !ends(k)).last();
    match first {
        Some(first) if within => Some(Run { first, last: per - 1 }),
        _ => outcome,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    /// Group and outcome of each share.
    fn told(text: &str) -> Vec<String> {
        let named = |told: Option<String>| told.unwrap_or("-".into());
        shares(text).into_iter().map(|claim| format!("{} | {}", named(claim.group), named(claim.outcome))).collect()
    }

    #[test]
    fn whose_rate_it_is() {
        for (text, found) in [
            (
                "In the study there were 31.4 strokes per 1,000 people among nurses and 29.6 among cooks.",
                vec!["nurses | strokes", "cooks | strokes"],
            ),
            (
                "In the study, strokes per 1,000 people hardly differed: 31.4 among nurses and 29.6 among cooks.",
                vec!["nurses | strokes", "cooks | strokes"],
            ),
            ("In the study, among nurses there were 12 falls per 1,000 people.", vec!["nurses | falls"]),
        ] {
            assert_eq!(told(text), found, "{text}");
        }
    }

    #[test]
    fn other_shares_keep_theirs() {
        for (text, found) in [
            ("In the study, 12 per cent of the nurses died.", vec!["nurses | died"]),
            ("In the study, 12 of 40 nurses died.", vec!["nurses | died"]),
        ] {
            assert_eq!(told(text), found, "{text}");
        }
    }
}
