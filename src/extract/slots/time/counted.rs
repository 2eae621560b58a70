//! A count of people and a time in, whether they were counted or followed over it out.

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::Words;
use super::lengths::of_records;
use super::phrases::{Kind, When};

/// People are counted over a time ("followed for ten years", "seen between 2004 and 2011"), not at a point of it.
pub fn spans_study(words: &Words, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    match when.kind {
        Kind::Calendar => true,
        Kind::Elapsed => {
            // "a five-year study of 900 nurses"
            let long = tokens.is(when.run.last + 1, Class::LastingNoun)
                || tokens.is(when.run.last, Class::LastingNoun) && tokens.is(when.run.last - 1, Class::TimeUnit);
            let over = long
                || matches!(tokens.word(when.lead), "over" | "for" | "during" | "through" | "throughout" | "across")
                || lasted(tokens, when.lead)
                || seen_then(tokens, when);
            // "took the syrup or none and were followed for a year", "12 years of data on 900 nurses"
            if tracked(tokens.before(when.lead)) || of_records(tokens, when.run.last + 1) {
                return true;
            }
            // "followed 900 cooks, none of whom had gout, for nine years"
            let watched = (quantity.first.saturating_sub(4)..quantity.first).any(|k| tracked(tokens.word(k)));
            if over && watched && tokens.before(when.lead) == "," {
                return true;
            }
            // "assigned 40 sailors to take the syrup for 12 weeks"
            let dosing = (quantity.last + 1..when.lead).any(|k| {
                let doing = tokens.is_word(k + 1) && !tokens.is(k + 1, Class::Article);
                // "couples trying to conceive over a decade" were seen over it
                tokens.word(k) == "to" && doing && matches!(tokens.word(when.lead), "for" | "during")
                    || tokens.is(k, Class::AssignVerb)
                    || matches!(tokens.word(k), "survived" | "lived" | "dosed" | "fed" | "feeding" | "took" | "taking")
                        && tokens.word(k + 1) != "part"
                    // "whose diets had been noted for ten years" tells of the study
                    || tokens.word(k) == "had" && tokens.word(k + 1) != "been"
            });
            // "gave 40 sailors the syrup for 12 weeks"
            let gave = (quantity.first.saturating_sub(3)..quantity.first)
                .any(|k| matches!(tokens.word(k), "gave" | "fed" | "put" | "treated" | "made"));
            // "records of 900 births, and what was drunk during pregnancy"
            let state = matches!(tokens.word(when.run.last), "pregnancy" | "labour" | "labor")
                && when.run.first == when.run.last;
            over && !dosing && !gave && !state
        }
        Kind::Named => {
            tokens.word(when.run.last) == "period"
                || matches!(tokens.word(when.run.first), "both" | "all")
                // "tracked 900 children since birth"
                || tokens.word(when.run.first) == "since"
        }
        // "60 babies were weighed again at nine weeks of age"
        Kind::Age => {
            // "children who were living at sea at the age of nine", "stayed in the trial by seven years old"
            let then = |k: usize| tokens.at(k, &["who", "were"]) || matches!(tokens.word(k), "still" | "living");
            let seen = when.lead > quantity.last && (quantity.last + 1..when.lead).any(then);
            when.lead <= 1
                || tokens.word(when.lead) == "from"
                || seen_then(tokens, when)
                || matches!(tokens.word(when.lead), "at" | "by") && seen
        }
    }
}

/// "weighed at six weeks", "taken at six weeks".
fn seen_then(tokens: &Tokens, when: &When) -> bool {
    let before = tokens.before(when.lead);
    let done = before.ends_with("ed") && !matches!(before, "aged" | "need") || matches!(before, "taken" | "seen");
    matches!(tokens.word(when.lead), "at" | "by") && done || before == "again"
}

/// "the study, which lasted nine years": at `lead` what may be the verb.
fn lasted(tokens: &Tokens, lead: usize) -> bool {
    /// Tokens from the study to the verb at most.
    const REACH: usize = 4;
    // "the project involved 900 cooks and spanned nine years"
    let subject = if tokens.before(lead) == "and" { 0..REACH } else { lead.saturating_sub(REACH)..lead };
    matches!(tokens.word(lead), "lasted" | "spanned")
        && subject.into_iter().any(|k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::LastingNoun))
}

/// What a study does with those it looks at over time.
pub fn tracked(word: &str) -> bool {
    matches!(word, "followed" | "tracked" | "monitored" | "observed" | "tracking" | "following" | "monitoring")
}

/// What a study does with those it looks at once more.
pub fn assessed(word: &str) -> bool {
    matches!(
        word,
        "assessed"
            | "checked"
            | "tested"
            | "measured"
            | "examined"
            | "interviewed"
            | "questioned"
            | "weighed"
            | "scanned"
    ) || matches!(word, "surveyed" | "reassessed" | "retested" | "rechecked")
}
