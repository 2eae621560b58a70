//! A length in minutes or hours in, whether it is time spent on something (a dose) out: "20 minutes of walking".

use crate::text::{Class, Form, Quantity, Tokens};

use super::dose::{counted_more, per_time};
use super::scene::Scene;

/// The length of one session, or an exposure per day or week; not a measured activity that rises or falls.
pub fn is_dose(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    if changes(scene, quantity) || counted_more(tokens, quantity) {
        return false;
    }
    let after = quantity.last + 1;
    per_time(tokens, quantity.last).is_some()
        || matches!(tokens.word(after), "daily" | "weekly")
        || spent_on(tokens, quantity)
        || one_session(tokens, quantity)
        || spent(tokens, quantity)
        || matches!(tokens.before(quantity.first), "recommended")
}

/// "64 minutes of exercise, which fell to 58 minutes at ten": a measured activity, told as it changes.
pub fn changes(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let changed = |q: &Quantity| {
        matches!(tokens.before(q.first), "to" | "by" | "from")
            && q.first >= 2
            && (tokens.is(q.first - 2, Class::ChangeVerb) || tokens.is(q.first - 2, Class::ChangeNoun))
    };
    scene.quantities().iter().any(|q| q.unit == quantity.unit && changed(q))
}

/// "20 minutes of walking", "12 hours of darkness", "90 minutes of brisk physical activity",
/// "an hour or less watching TV", "five hours physical activity".
fn spent_on(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 7;
    let after = quantity.last + 1;
    let first = match (tokens.word(after), tokens.word(after + 1)) {
        ("or", "more" | "less" | "so" | "fewer") => after + 2,
        _ => after,
    };
    let of = matches!(tokens.word(first), "of" | "on");
    let name = if of { first + 1 } else { first };
    let mut words = (name..name + LONGEST_NAME).take_while(|&k| tokens.is_word(k));
    let exposure = |k: usize| tokens.is(k, Class::Exposure) && !tokens.is(k, Class::PastVerb);
    if of && tokens.word(first) == "of" {
        return tokens.word(name).ends_with("ing") || words.any(exposure);
    }
    let near = if of { 3 } else { 2 };
    exposure(name)
        || (name..name + near).take_while(|&k| tokens.is_word(k)).any(|k| exposure(k) && (of || tokens.is_word(name)))
}

fn one_session(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 5;
    let after = quantity.last + 1;
    let each = matches!(
        tokens.word(after),
        "each" | "session" | "sessions" | "soak" | "walk" | "workout" | "class" | "exercise"
    ) || tokens.at(after, &["breathing", "sessions"])
        || tokens.at(after, &["long"]);
    let hyphen = tokens.word(quantity.number_last + 1) == "-"
        && (after..after + LONGEST_NAME)
            .take_while(|&k| tokens.is_word(k))
            .any(|k| tokens.is(k, Class::Session) || k < after + 2 && tokens.word(k).ends_with("ing"));
    let did = matches!(tokens.before(quantity.first), "for" | "lasting")
        && (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
            tokens.word(k).ends_with("ing") || tokens.is(k, Class::Exposure) || matches!(tokens.word(k), "sessions")
        });
    // "12 sessions of 50 minutes", "each session lasted 45 minutes"
    let session = matches!(tokens.before(quantity.first), "of" | "lasting" | "lasted")
        && (quantity.first.saturating_sub(4)..quantity.first).any(|k| matches!(tokens.word(k), "session" | "sessions"));
    let course = tokens.ends_at(quantity.first, &["course", "of"]);
    each || hyphen || (did && !matches!(tokens.word(after), "after" | "before")) || session || course
}

/// "spent four or more hours at a screen", "pupils who spent two hours or less on it".
fn spent(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    const FAR: usize = 12;
    let verb = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| matches!(tokens.word(k), "spend" | "spends" | "spent" | "spending"));
    let bounded = quantity.form == Form::Article && tokens.word(quantity.last + 1) == "or";
    verb && (bounded || (quantity.last + 1..quantity.last + FAR).any(|k| tokens.is(k, Class::Exposure)))
}
