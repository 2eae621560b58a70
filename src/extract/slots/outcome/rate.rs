//! A share in, the rate or the event that it is given for out: the noun before it, behind it or beside its bracket.

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::finite_verb;

/// "a response rate of 25 per cent", "the relapse rate was 7%", "rate of croup (5.2% …)", "an 84% cure rate".
pub fn rate_before(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    if (next..next + 4).any(|k| {
        matches!(tokens.word(k), "rate" | "rates" | "incidence" | "survival" | "chance" | "risk" | "odds" | "mortality")
    }) && tokens.is_word(next)
        && !tokens.is(next, Class::Preposition)
    {
        // "a 7 per cent chance of having lost a tooth": the chance is the share itself
        let chance =
            matches!(tokens.word(next), "chance" | "likelihood" | "probability") && tokens.word(next + 1) == "of";
        return words.noun_phrase(if chance { next + 2 } else { next });
    }
    if let Some(run) = listed_in_brackets(tokens, quantity) {
        return Some(run);
    }
    let mut at = quantity.first;
    while at > 0
        && quantity.first - at < 5
        && matches!(
            tokens.word(at - 1),
            "(" | "was"
                | "were"
                | "of"
                | "at"
                | "is"
                | ","
                | "about"
                | "only"
                | "just"
                | "nearly"
                | "almost"
                | "around"
                | "in"
                | "by"
                | "to"
        )
    {
        at -= 1;
    }
    if at == quantity.first {
        return None;
    }
    let told = words.noun_phrase_before(at)?;
    let outcome = (told.first..=told.last).any(|k| measures(tokens, k));
    let run = had_by(tokens, after_preposition(tokens, told));
    let run = having(tokens, run);
    let pointer = matches!(tokens.word(run.first), "which" | "who" | "that" | "it" | "they" | "this" | "there");
    let anaphor =
        pointer || (run.first..=run.last).any(|k| matches!(tokens.word(k), "figure" | "number" | "this" | "example"));
    (outcome && !anaphor).then_some(run)
}

/// "sailors had a fall rate" → "fall rate": who has it is no part of it.
fn had_by(tokens: &Tokens, run: Run) -> Run {
    let had = (run.first + 1..run.last).rev().find(|&k| {
        matches!(tokens.word(k), "had" | "has" | "have" | "reported" | "saw" | "showed")
            && tokens.is(k + 1, Class::Article)
    });
    Run { first: had.map_or(run.first, |k| (k + 2).min(run.last)), last: run.last }
}

/// A word for how many or how much, or for what can happen.
fn measures(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Outcome)
        || tokens.is(k, Class::Likelihood)
        || tokens.word(k).ends_with("rate")
        || matches!(
            tokens.word(k),
            "proportion" | "percentage" | "share" | "prevalence" | "frequency" | "level" | "levels" | "average"
        )
}

/// "proportion reporting pain" → "reporting pain"
fn having(tokens: &Tokens, run: Run) -> Run {
    let share = matches!(tokens.word(run.first), "proportion" | "percentage" | "share" | "number");
    let next = tokens.word(run.first + 1);
    let deed = next.ends_with("ing") || matches!(next, "who" | "with");
    let skipped = usize::from(deed) + usize::from(matches!(next, "who" | "with"));
    if share && run.first + skipped <= run.last { Run { first: run.first + skipped, last: run.last } } else { run }
}

/// "Side effects included a rash (14 per cent) and a slow pulse (8 per cent)": the noun before the bracket.
pub fn listed_in_brackets(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    const LONGEST_NOUN: usize = 6;
    let open = quantity.first.checked_sub(1).filter(|&k| tokens.word(k) == "(")?;
    let leads = |k: usize| {
        matches!(tokens.word(k), "included" | "including" | "were" | "as" | ",")
            || tokens.word(k) == "and" && k > 0 && matches!(tokens.word(k - 1), ")" | ",")
    };
    let lead = (open.saturating_sub(LONGEST_NOUN)..open).rev().find(|&k| leads(k))?;
    let first = if tokens.is(lead + 1, Class::Article) { lead + 2 } else { lead + 1 };
    let noun = first < open
        && (first..open).all(|k| tokens.is_word(k) || tokens.word(k) == "-")
        // "nearly all (91 per cent)"
        && !(first..open).any(|k| {
            matches!(tokens.word(k), "all" | "most" | "some" | "many" | "few" | "half" | "none" | "both" | "majority" | "others")
        })
        && !(first..open)
            .any(|k| {
                let other = [Class::PhraseEnd, Class::StopPhrase].iter().any(|class| tokens.is(k, *class));
                tokens.is_number(k) || other && tokens.word(k) != "and"
            })
        && !(first..open)
            .any(|k| tokens.is(k, Class::People) || tokens.is(k, Class::PeopleGroup) || finite_verb(tokens, k));
    noun.then(|| Run { first, last: open - 1 })
}

/// "between the two diets in the rate of preeclampsia" → "preeclampsia": the noun of the rate itself.
pub fn after_preposition(tokens: &Tokens, run: Run) -> Run {
    let rate = (run.first..=run.last).rev().find(|&k| {
        matches!(tokens.word(k), "rate" | "rates" | "incidence" | "proportion" | "percentage" | "frequency")
            && tokens.word(k + 1) == "of"
    });
    match rate {
        Some(k) if k + 2 <= run.last => {
            let first = if tokens.is(k + 2, Class::Article) && k + 3 <= run.last { k + 3 } else { k + 2 };
            Run { first, last: run.last }
        }
        _ => run,
    }
}
