//! A share in, whether the figures beside it show it to be a rate out: "(22% v 11%)", "12 patients (20%)", "13% of those without".

use crate::extract::counting::{What, counting};
use crate::extract::nouns::counted_noun;
use crate::extract::parts::is_count;
use crate::extract::scene::Scene;
use crate::extract::share::{reading, split};
use crate::model::{Scope, Statistic};
use crate::text::{Class, Form, Quantity, Unit};

use super::acted::behind_hedges;
use super::of_people_with_outcome;
use super::other_shares::{composition, not_health};
use super::outcome::of_an_arm;

/// "(22% v 11%)", "64% …, compared with 19% in the control group": the other share is an arm's.
pub fn set_against_an_arm(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let versus = |k: usize| matches!(tokens.word(k), "v" | "vs" | "versus");
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    if versus(quantity.first.wrapping_sub(1)) || versus(quantity.last + 1) {
        return true;
    }
    let after = scene.quantities().get(index + 1..).unwrap_or_default().iter().take(2);
    after.filter(|q| q.unit == Unit::Percent && q.first - quantity.last <= NEAR).any(|q| {
        (quantity.last + 1..q.first).any(|k| matches!(tokens.word(k), "compared" | "against")) && of_an_arm(tokens, q)
    })
}

/// "100 of 624 participants (16 per cent)": the percentage tells the count again.
pub fn restates_a_rate(scene: &Scene, quantity: &Quantity, earlier_shares: usize) -> bool {
    const NEAR: usize = 8;
    let tokens = scene.tokens();
    let (open, close) = (tokens.before(quantity.first), tokens.word(quantity.last + 1));
    let bracket = matches!(open, "(" | "[");
    // "nearly a third – 32% – of those treated"
    let dashes = matches!(open, "-" | "–") && open == close;
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let Some(host) = index.checked_sub(1).map(|index| &scene.quantities()[index]) else { return false };
    // a figure that itself restates another hosts none
    let free = !matches!(tokens.before(host.first), "(" | "[" | "-" | "–");
    // "a third (32%)", "one in nine of them (11%)"
    let in_words = host.form == Form::Share && host.last + 2 == quantity.first;
    let told = bracket && (host.fraction.is_some() && quantity.first - host.last < NEAR || in_words)
        || dashes && host.unit == Unit::Percent && host.last + 2 == quantity.first;
    let earlier_shares = earlier_shares.checked_sub(1).filter(|_| free && told);
    earlier_shares.is_some_and(|left| of_people_with_outcome(scene, host, left))
}

/// "had occurred in 689 patients (8.9 percent)": the share of a count of events.
pub fn share_of_events(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    // "44 of the nurses needed oxygen, or 12 percent"
    let or = !tokens.is_word(quantity.last + 1) && tokens.ends_at(behind_hedges(tokens, quantity.first), &[",", "or"]);
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    // "83 had seen their pain cut in half, or 57 percent"
    let between = if or { MOST_BETWEEN } else { 1 };
    let mut before = scene.quantities()[..index].iter().rev().take(between);
    let host = before.find(|q| is_count(q));
    let near = |host: &Quantity| quantity.first - host.last <= if or { LONGEST_TOLD } else { LONGEST_COUNTED };
    let Some(host) = host.filter(|host| near(host)) else {
        return false;
    };
    // parts of all deaths ("41,500 (64 percent) in infancy") are no shares of people
    let people = counted_noun(tokens, host.last + 1).is_some()
        || or && matches!(tokens.word(host.last + 1), "had" | "of")
        || tokens.word(quantity.last + 1) == ")" && matches!(tokens.word(quantity.last + 2), "of" | "on");
    // "17 of the nurses – 12% – fell ill"
    let dash = matches!(tokens.before(quantity.first), "–" | "-")
        && tokens.word(quantity.last + 1) == tokens.before(quantity.first);
    people
        && split(scene, host).is_none()
        && (dash || or || matches!(tokens.before(quantity.first), "(" | "["))
        && counting(scene, host, Scope::ThisStudy).is_some_and(|count| count.what == What::Event)
}

/// Tokens between a count and its share in brackets at most.
const LONGEST_COUNTED: usize = 8;
/// Figures looked back at for that count.
const MOST_BETWEEN: usize = 2;
/// Tokens between a count and ", or 12 percent" at most.
const LONGEST_TOLD: usize = 16;

/// "12 patients (20%)", "20% (12)": the share of a count.
pub fn beside_a_count(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let before = matches!(tokens.before(quantity.first), "(" | "[")
        && quantity.first >= 2
        && (tokens.is(quantity.first - 2, Class::People) || tokens.is_number(quantity.first - 2));
    let after = matches!(tokens.word(quantity.last + 1), "(" | "[") && tokens.is_number(quantity.last + 2);
    before || after
}

/// "44% of patients …, but only 17% of those without": joined to a rate of the same sentence, with no verb between.
pub fn second_of_a_pair(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 24;
    let tokens = scene.tokens();
    let mut at = quantity.first;
    while at > 0
        && (tokens.is(at - 1, Class::Approx)
            || matches!(tokens.before(at), "only" | "just" | "with" | "in" | "to" | "for"))
    {
        at -= 1;
    }
    let joined = matches!(tokens.before(at), "and" | "but" | "versus" | "vs" | "compared" | "against");
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let Some(before) = scene.quantities()[..index].iter().rev().take(3).find(|q| q.unit == Unit::Percent) else {
        return false;
    };
    let (start, end) = scene.clause(before.first);
    joined
        && quantity.first - before.last <= NEAR
        && reading(scene, before).is_some_and(|r| r.statistic == Statistic::Share)
        && !composition(tokens, before, end)
        && !not_health(scene, start, end)
        && (start..end).any(|k| tokens.is(k, Class::OutcomeStrong))
}

/// Another percentage stands beside it with "versus", "compared with", "and": two arms of one outcome.
pub fn arms_compared(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let other = |q: &Quantity| q.first != quantity.first && q.unit == Unit::Percent;
    let versus = |k: usize| {
        matches!(tokens.word(k), "vs" | "versus" | "v" | "compared" | "against" | "respectively")
            // "less than three months before" compares nothing
            || tokens.word(k) == "than" && (scene.is_abstract || !matches!(tokens.before(k), "less" | "more" | "fewer"))
            || matches!(tokens.word(k), "group" | "groups" | "arm" | "arms")
    };
    scene.quantities().iter().any(other) && (0..tokens.len()).any(versus)
}

/// "at 15 months, the rate was 61 percent": the outcome stands in the sentence before.
pub fn follows_a_rate(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let refers = || {
        (0..quantity.first).any(|k| {
            matches!(tokens.word(k), "rate" | "rates" | "proportion" | "figure" | "this" | "that")
                || tokens.at(k, &["compared", "with"])
        })
    };
    let arms = || {
        scene.any(Class::ControlWord)
            || scene.any(Class::PeopleGroup)
            || (0..tokens.len()).any(|k| matches!(tokens.word(k), "among" | "those" | "on" | "in" | "for"))
    };
    // "This compares with …" may open a paragraph
    let previous = if matches!(tokens.word(0), "this" | "that" | "these") {
        scene.at.checked_sub(1).map(|at| &scene.sentences[at])
    } else {
        scene.previous()
    };
    let before = previous.is_some_and(|previous| {
        previous.quantities.iter().any(|q| q.unit == Unit::Percent) && previous.tokens.any(Class::OutcomeStrong)
    });
    before && arms() && refers()
}
