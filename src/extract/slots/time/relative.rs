//! A time in, whether it tells how long those spoken of did something out: "who took it for a year", "taking it for a year".

use crate::model::Statistic;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::Words;
use super::super::grammar::verbs::past_form;
use super::counted::{assessed, tracked};
use super::parts::of_figure;
use super::phrases::When;
use crate::extract::Draft;

/// "those who took it for 11 days": how long they did something, before the verb of the sentence.
pub fn in_relative(words: &Words, quantity: &Quantity, when: &When) -> bool {
    /// Tokens from "who" to the time at most.
    const REACH: usize = 18;
    let (tokens, time) = (words.tokens, when.run.first);
    let who = (time.saturating_sub(REACH)..time)
        .rev()
        .take_while(|&k| {
            let joined = tokens.word(k) == "," && tokens.word(k + 1) == "and";
            !matches!(tokens.word(k), ";" | "(" | ")")
                && (tokens.word(k) != "," || joined)
                && k != quantity.first
                && !words.quantities.iter().any(|q| q.first == k && q.unit == Unit::Percent)
        })
        .find(|&k| matches!(tokens.word(k), "who" | "which"));
    // "nurses who were seen at the clinic over six years": the years of the study
    // and so are those of "the study, which tracked nurses for six years"
    let tracked = |k: usize| tracked(tokens.word(k)) || matches!(tokens.word(k), "lasted" | "ran");
    let seen = |who: usize| {
        let looked_at = |k: usize| tracked(k) || assessed(tokens.word(k)) && tokens.word(when.lead) != "for";
        // "nurses who had been followed for six years"
        tokens.at(who + 1, &["had", "been"]) && tracked(who + 3)
            || tokens.is(who + 1, Class::Be)
                && (matches!(tokens.word(when.lead), "over" | "during") || looked_at(who + 2))
            || (tokens.word(who) == "which" || of_scientists(tokens, who)) && (who + 1..who + 3).any(tracked)
    };
    let verb = |k: usize| words.acts(k) || past_form(tokens, k) || super::super::group::doing(words, k);
    let theirs = |k: usize| k > 1 && tokens.before(k) == "and" && tokens.word(k - 2) == ",";
    // "the proportion who snored at six months"
    let measured = |who: usize| tokens.is(who - 1, Class::FigureName) || of_figure(tokens, who);
    // "who sang had healed after a week": the helper begins the verb of the sentence
    let helps = |k: usize| tokens.is(k, Class::Be) || matches!(tokens.word(k), "had" | "have" | "has" | "did");
    let goes_on = |k: usize| verb(k - 1) && (!helps(k) || helps(k - 1));
    // "who took it died within 11 days" has a second verb; "who had gout, and lived for a year" has not
    who.filter(|&who| !(seen(who) || who > 0 && measured(who) || came_back(tokens, who, when))).is_some_and(|who| {
        let verbs = (who + 1..time).filter(|&k| verb(k) && !theirs(k) && !(k > who + 1 && goes_on(k))).count();
        verbs <= 1
    })
}

/// "cooks who came back for a check at nine weeks": when they were looked at.
fn came_back(tokens: &Tokens, who: usize, when: &When) -> bool {
    matches!(tokens.word(when.lead), "at" | "after" | "by")
        && (matches!(tokens.word(who + 1), "returned" | "attended" | "completed" | "answered" | "remained")
            || tokens.at(who + 1, &["came", "back"])
            || tokens.at(who + 1, &["showed", "up"])
            || tokens.at(who + 1, &["filled", "out"])
            || tokens.at(who + 1, &["filled", "in"]))
}

/// "The researchers, who tracked …", "Scientists from Hull who followed …".
fn of_scientists(tokens: &Tokens, who: usize) -> bool {
    /// Tokens from the scientists to "who" at most.
    const REACH: usize = 8;
    let named = (who.saturating_sub(REACH)..who)
        .rev()
        .find(|&k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::People) || tokens.is(k, Class::PeopleGroup));
    named.is_some_and(|k| tokens.is(k, Class::StudyWork))
}

/// "Taking the syrup for five years cut the risk": how long the thing was done that the sentence is about.
pub fn of_subject(words: &Words, draft: &Draft, when: &When) -> bool {
    /// Tokens from the doing to the time at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    let verb = |k: usize| words.acts(k) || tokens.is(k, Class::ChangeVerb);
    // "if taken for a month", "a strong dose for six weeks"
    let dosed = matches!(
        tokens.before(when.lead),
        "taken" | "take" | "takes" | "taking" | "used" | "dose" | "doses" | "consumed" | "eaten" | "drunk" | "smoked"
    );
    if tokens.word(when.lead) == "for"
        && dosed
        && matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio)
    {
        return true;
    }
    if tokens.word(when.lead) != "for" || !(when.run.last + 1..when.run.last + 3).any(verb) {
        return false;
    }
    let clause = (when.lead.saturating_sub(REACH)..when.lead).rev().take_while(|&k| tokens.is_word(k) && !verb(k));
    clause.into_iter().any(|k| tokens.word(k).len() > 4 && tokens.word(k).ends_with("ing"))
}

/// "At the last check, when they were 16 or 17, …": the second only explains the first.
pub fn explains_another(tokens: &Tokens, when: &When, all: &[When]) -> bool {
    let aside = when.lead > 2 && tokens.word(when.lead) == "when" && tokens.before(when.lead) == ",";
    aside && all.iter().any(|other| other.lead <= 1 && other.run.last + 2 == when.lead)
}

/// "slept nine minutes longer than they had at the start": when those compared with were measured.
pub fn than_then(tokens: &Tokens, when: &When) -> bool {
    /// Tokens from "than" to the time at most.
    const REACH: usize = 5;
    let verb = matches!(tokens.before(when.lead), "had" | "did" | "was" | "were" | "been");
    // "still had the strength they had at the start"
    let they = when.lead > 3
        && matches!(tokens.word(when.lead - 2), "they" | "it" | "he" | "she")
        && tokens.before(when.lead) == "had"
        && !matches!(tokens.word(when.lead - 3), "," | "and" | "that" | "said" | "but");
    let than = |k: usize| tokens.word(k) == "than" && !tokens.is_number(k + 1);
    verb && (they || (when.lead.saturating_sub(REACH)..when.lead).any(than))
}
