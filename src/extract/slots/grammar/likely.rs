//! A word for how likely or how often in, the deed that it is said of out: "likely to fall", "saw them less often".

use crate::text::{Class, Quantity};

use super::clause::{REACH, before_auxiliaries, before_hedges, points_back, subject_before};
use super::phrases::{Run, Words};
use super::verbs::past_form;

/// "likely to fall", "likely than nurses to be given the syrup": the deed behind the word for likely at `likely`.
pub fn likely_deed(words: &Words, likely: usize) -> Option<Run> {
    /// Tokens from the word to the deed at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    let compared = |k: usize| matches!(tokens.word(k), "than" | "as");
    let mut ahead = (likely + 1..likely + LONGEST).take_while(|&k| {
        // "likely, overall, to fall"
        let aside = tokens.word(k) == "," && k < likely + 4;
        !matches!(tokens.word(k), ";" | "." | "," | "–" | "compared") || aside
    });
    let to = ahead.find(|&k| {
        let behind_people = || {
            let before = tokens.before(k);
            others_end(words, k) || matches!(before, ")" | "counterparts" | "peers" | "others" | "average")
        };
        tokens.word(k) == "to" && (!(likely + 1..k).any(compared) || behind_people())
    });
    let to = super::super::outcome::deed::behind_compared(words, likely).or(to)?;
    let run = words.verb_phrase(to + 1)?;
    if tokens.word(run.first) == "do" && matches!(tokens.word(run.last), "so" | "same" | "this") {
        return same_deed(words, likely).or(Some(run));
    }
    // "likely to have twins": people alone are no deed
    let run =
        if tokens.word(to + 1) == "have" && words.headed_by_people(run) { Run { first: to + 1, ..run } } else { run };
    // "as likely to fall as those on shore"
    let end = (run.first + 1..=run.last).find(|&k| tokens.word(k) == "as" && tokens.before(likely) == "as");
    Some(Run { first: run.first, last: end.map_or(run.last, |k| k - 1) })
}

/// "Few men fell, but women were twice as likely to do so": what was done in the clause before.
fn same_deed(words: &Words, likely: usize) -> Option<Run> {
    let tokens = words.tokens;
    let joint = (likely.saturating_sub(REACH)..likely)
        .rev()
        .find(|&k| matches!(tokens.word(k), ";" | "but" | "while" | "whereas" | "and" | "though" | "although"))?;
    let theirs = |k: usize| matches!(tokens.before(k), "who" | "which" | "that") || tokens.is(k, Class::ReportingVerb);
    let verb = (joint.saturating_sub(REACH)..joint).rev().find(|&k| words.acts(k) && !theirs(k))?;
    let first = before_auxiliaries(tokens, verb);
    words.verb_phrase(if first < verb { first } else { verb })
}

/// "shaved them 17 per cent less often", "leaks came three times more frequently": the deed that is done less often.
pub fn done_less_often(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let often = (quantity.last + 1..quantity.last + 4).find(|&k| {
        matches!(tokens.word(k), "often" | "frequently" | "regularly" | "rarely" | "commonly" | "quickly" | "slowly")
    })?;
    let compared = tokens.is(often - 1, Class::RelativeWord) || tokens.before(often) == "as";
    let at = before_hedges(tokens, quantity.first);
    let mut back = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|&k| compared && tokens.is_word(k) && !matches!(tokens.word(k), "and" | "that" | "while" | "but"));
    let verb = back.find(|&k| words.acts(k) || past_form(tokens, k) || tokens.is(k, Class::ActiveVerb))?;
    let last = at - 1;
    if tokens.is(last, Class::Be) {
        return None;
    }
    if verb < last {
        return Some(Run { first: verb, last });
    }
    let subject = subject_before(words, verb).filter(|run| !points_back(tokens, *run))?;
    Some(if words.people(subject) { Run { first: verb, last } } else { Run { first: subject.first, last } })
}

/// "than those who did not to fall": those compared with end before `k`.
pub fn others_end(words: &Words, k: usize) -> bool {
    words.people(Run { first: k - 1, last: k - 1 })
        || matches!(words.tokens.before(k), "not" | "didn't" | "don't" | "never" | "ones" | "else")
}
