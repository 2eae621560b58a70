//! A count in, whether it is one of two between which the number of deaths or falls changed out: "falls rose from 812 to 940".

use crate::text::{Class, Quantity, Tokens};

use super::beside::phrase_start;
use super::counting::What;
use super::own_events::study_near;
use super::parts::is_count;
use super::scene::Scene;
use super::scope::is_year;

/// "The number of falls rose from 812 to 940", "falls rose from 812 in 2001 to 940 in 2009, and 700 in 2012".
pub fn number_changed(scene: &Scene, quantity: &Quantity) -> Option<What> {
    const MOST_STEPS: usize = 4;
    /// Tokens of "in 2001" and of what joins two counts at most.
    const NEAR: usize = 16;
    let tokens = scene.tokens();
    if scene.is_abstract || !tokens.any(Class::ChangeVerb) || !study_near(scene) {
        return None;
    }
    let dated = |q: &Quantity| tokens.word(q.last + 1) == "in" && is_year(tokens, q.last + 2);
    let mut here = quantity;
    for _ in 0..MOST_STEPS {
        let start = phrase_start(tokens, here.first);
        let start = if matches!(tokens.before(start), "then" | "to") { start - 1 } else { start };
        let led = tokens.word(start);
        let before =
            || scene.quantities_before(here.first).last().filter(|q| is_count(q) && here.first - q.last <= NEAR);
        match tokens.before(start) {
            "from" => return events_changed(tokens, start),
            _ if led == "to" => match before().filter(|q| tokens.before(phrase_start(tokens, q.first)) == "from") {
                Some(earlier) => here = earlier,
                None => return events_changed(tokens, start),
            },
            "and" | "," if dated(here) => here = before().filter(|q| dated(q))?,
            _ => return None,
        }
    }
    None
}

/// "the number of falls rose", "falls dropped sharply" ends before token `end`.
fn events_changed(tokens: &Tokens, end: usize) -> Option<What> {
    const REACH: usize = 24;
    const NEAR: usize = 4;
    let from = end.saturating_sub(REACH);
    let changed = |from: usize| (from..end).any(|k| tokens.is(k, Class::ChangeVerb));
    let rate = |k: usize| matches!(tokens.word(k), "rate" | "rates" | "risk" | "risks");
    let event = |k: usize| tokens.is(k, Class::EventNoun) && !rate(k + 1) && !tokens.is(k + 1, Class::OutcomeHost);
    if let Some(subject) = (from..end).find(|&k| tokens.at(k, &["number", "of"])) {
        return ((subject + 2..subject + 5).any(event) && changed(subject + 3)).then_some(What::Event);
    }
    // "the rate of falls", "the cost of falls" are told in other units
    let other = |k: usize| matches!(tokens.word(k), "of" | "average") || rate(k) || tokens.is(k, Class::Likelihood);
    let subject = (from..end).find(|&k| event(k))?;
    let bare = (from..subject).rev().take(NEAR).take_while(|&k| tokens.is_word(k)).all(|k| !other(k));
    (bare && changed(end.saturating_sub(NEAR).max(subject + 1))).then_some(What::Event)
}
