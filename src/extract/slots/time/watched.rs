//! A sentence without results in, how long those of its neighbour were watched, or when they were looked at, out.

use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::beside::followed_for;
use super::counted::{assessed, tracked};
use super::phrases::{Kind, When, times};
use crate::extract::nouns::names_people;

/// "After a year, the results were clear.", "They were weighed again after a year.": a time without a figure.
pub fn told_alone(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    // "swabbed them in two places"
    let detail = |q: &Quantity| q.unit == Unit::None && !names_people(tokens, q.last + 1);
    if !words.quantities.iter().all(|q| matches!(q.unit, Unit::Time(_)) || detail(q)) {
        return None;
    }
    let point = |when: &&When| {
        when.kind == Kind::Elapsed
            && (matches!(tokens.word(when.lead), "after" | "at") || tokens.word(when.run.last) == "later")
            && (when.run.first..=when.run.last).any(|k| tokens.is(k, Class::TimeUnit))
    };
    let times = times(words);
    if let Some(next) = times.iter().find(|when| watched_next(tokens, when)) {
        return Some(next.run);
    }
    let last = times.iter().filter(point).max_by_key(|when| when.run.first)?;
    let done = |k: usize| assessed(tokens.word(k)) || matches!(tokens.word(k), "taken" | "collected" | "seen" | "done");
    let seen = (1..last.lead).any(|k| done(k) && (tokens.is(k - 1, Class::Be) || tokens.before(k) == "then"));
    let opens = last.lead == 0 && tokens.word(last.run.last + 1) == ",";
    (seen || opens).then_some(last.run)
}

/// "They looked at how many had gout over the next nine years."
fn watched_next(tokens: &Tokens, when: &When) -> bool {
    let next = matches!(tokens.word(when.run.first), "next" | "following" | "subsequent" | "ensuing")
        || (when.lead..when.run.first).any(|k| matches!(tokens.word(k), "subsequent" | "ensuing"));
    let looked = |k: usize| {
        assessed(tokens.word(k))
            || tracked(tokens.word(k))
            || matches!(tokens.word(k), "looked" | "whether" | "recorded" | "noted" | "counted")
    };
    next && when.kind == Kind::Elapsed && (0..when.lead).any(looked)
}

/// "The gain at nine weeks had faded by spring.", "These effects were seen after nine weeks."
pub fn effect_seen(words: &Words) -> Option<Run> {
    let tokens = words.tokens;
    let pointed = matches!(tokens.word(0), "the" | "this" | "these" | "that" | "such");
    let effect = |k: usize| {
        matches!(
            tokens.word(k),
            "improvement" | "improvements" | "benefit" | "benefits" | "effect" | "effects" | "difference"
        ) || matches!(tokens.word(k), "differences" | "change" | "changes" | "gain" | "gains" | "drop" | "reduction")
    };
    let figure = |q: &Quantity| !matches!(q.unit, Unit::Time(_));
    if !(pointed && (effect(1) || effect(2))) {
        return None;
    }
    let yet_to_come = tokens.having(Class::Modal).any(|k| k > 0);
    if yet_to_come || words.quantities.iter().any(figure) {
        return None;
    }
    let point = |when: &&When| {
        let led = matches!(tokens.word(when.lead), "at" | "after" | "within" | "by" | "over");
        when.kind == Kind::Elapsed && (led || tokens.word(when.run.last) == "later")
    };
    times(words).iter().filter(point).min_by_key(|when| when.run.first).map(|when| when.run)
}

/// "The study lasted nine years.", "The trial ran for nine weeks".
pub fn it_lasted(words: &Words) -> Option<Run> {
    /// Tokens of the name of the study at most.
    const NAME: usize = 4;
    let tokens = words.tokens;
    let study = (0..NAME).find(|&k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::LastingNoun))?;
    if !matches!(tokens.word(study + 1), "lasted" | "ran" | "spanned" | "went" | "continued") {
        return None;
    }
    let near = |when: &&When| when.kind == Kind::Elapsed && (study + 1..study + NAME).contains(&when.lead);
    times(words).iter().find(near).map(|when| when.run)
}

/// "The team then followed them for nine years.", where the sentence does not tell how long the study lasted.
pub fn team_followed_them(words: &Words) -> Option<Run> {
    /// Tokens from the beginning to the verb at most.
    const REACH: usize = 6;
    let tokens = words.tokens;
    if !(0..4).any(|k| tokens.is(k, Class::StudyWork) || tokens.word(k) == "they") {
        return None;
    }
    let verb = (1..REACH).find(|&k| tracked(tokens.word(k)));
    // "followed 900 cooks" and "followed women who snored" tell of others
    let them = |verb: usize| {
        let the = if tokens.word(verb + 1) == "the" { verb + 2 } else { verb + 1 };
        tokens.word(the) == "them" || tokens.is(the, Class::People) && !matches!(tokens.word(the + 1), "who" | "with")
    };
    // "and then watched whether they fell over nine years"
    let whether = |k: usize| matches!(tokens.word(k), "whether" | "if" | "how");
    let seen = || {
        if !(1..tokens.len()).any(whether) {
            return None;
        }
        let told = times(words);
        let last = told
            .iter()
            .rfind(|when| when.kind == Kind::Elapsed && matches!(tokens.word(when.lead), "over" | "during"))?;
        let asks = (1..last.lead).find(|&k| whether(k))?;
        let watched =
            |k: usize| matches!(tokens.word(k), "observed" | "watched" | "looked" | "checked" | "noted" | "monitored");
        (asks.saturating_sub(3)..asks).any(watched).then_some(last.run)
    };
    let named = verb.filter(|&verb| them(verb)).and_then(|verb| followed_for(words).filter(|run| run.first > verb));
    named.or_else(seen)
}
