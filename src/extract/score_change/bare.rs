//! A number without a unit in, whether it is a score out: "scores fell from 24 to 18", "rated it 3.1 on a scale of ten".

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
use crate::model::Bound;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::counted::{beside_another, often_changed, things_on_average};
use super::gauge;

/// "a score of 0 or 1", "scores fell from 24 to 18", "averaged 68.4 on the index".
pub(super) fn score(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 10;
    let tokens = scene.tokens();
    let first = quantity.first;
    let after = quantity.last + 1;
    if often_changed(scene, quantity)
        || things_on_average(tokens, quantity)
        || on_a_scale(tokens, quantity)
        || score_in_row(scene, quantity)
        || exact_pair(scene, quantity)
    {
        return true;
    }
    let counted = tokens.is(after, Class::People) || tokens.word(after) == "-";
    if counted || tokens.is_word(after) && !goes_on(tokens, after) {
        return false;
    }
    let scale = |k: usize| matches!(tokens.word(k), "score" | "scores" | "index" | "bmi" | "iq" | "rating" | "ratings");
    let before = tokens.before(first);
    let led = led_from(tokens, first);
    if tokens.before(led) == "of" && led >= 2 && scale(led - 2) || before == "scored" || averaged(tokens, led) {
        // "those with a score of 8 or higher" are a group
        let group =
            quantity.value.bound != Bound::Exact && before != "scored" || tokens.word(led.wrapping_sub(2)) == "bmi";
        return !group || average_before(tokens, first);
    }
    if counted_down(tokens, first) {
        return true;
    }
    if matches!(before, "averaged" | "averaging") {
        let points = |q: &Quantity| matches!(&q.unit, Unit::Measure(unit) if unit.starts_with("point"));
        return scene.quantities_before(first).iter().any(points)
            || beside_another(tokens, after)
            || scene.has_word(
                0,
                usize::MAX,
                &["score", "scores", "index", "scale", "test", "questionnaire", "inventory"],
            )
            || scene
                .previous()
                .is_some_and(|previous| previous.tokens.iter().any(|(k, _)| previous.tokens.word(k) == "score"));
    }
    let linked = matches!(before, "was" | "were" | "is" | "to" | "from" | "by" | "averaged");
    let run = first.saturating_sub(NEAR)..first;
    let named = run
        .clone()
        .rev()
        .take_while(|&k| !matches!(tokens.word(k), "," | ";" | "who" | "that" | "for" | "in" | "while" | "-"))
        .any(scale);
    let changed = run.into_iter().any(|k| tokens.is(k, Class::ChangeVerb));
    linked && named && (changed || matches!(before, "was" | "were" | "averaged") && average_before(tokens, first))
}

/// "trips at night went from 2.8 to 1.6": only means are told so exactly.
fn exact_pair(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let exact = |q: &Quantity| q.unit == Unit::None && q.value.decimals > 0 && q.form == Form::Figures;
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let (low, high) = match tokens.before(quantity.first) {
        "from" => (Some(quantity), scene.quantities().get(at + 1)),
        "to" => (at.checked_sub(1).and_then(|before| scene.quantities().get(before)), Some(quantity)),
        _ => return false,
    };
    let (Some(low), Some(high)) = (low, high) else { return false };
    let joined = tokens.before(low.first) == "from" && tokens.word(low.last + 1) == "to" && low.last + 2 == high.first;
    let from = low.first.saturating_sub(1);
    let changes = |k: usize| {
        tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun) || matches!(tokens.word(k), "went" | "moved")
    };
    let after = high.last + 1;
    let bare = !tokens.is_word(after) && tokens.word(after) != "-" || tokens.is(after, Class::Preposition);
    exact(low)
        && exact(high)
        && joined
        && bare
        && tokens.word(after) != "per"
        && (from.saturating_sub(3)..from).any(changes)
}

/// "score an average of", "scored a mean of"
fn averaged(tokens: &Tokens, first: usize) -> bool {
    const FAR: usize = 4;
    tokens.before(first) == "of"
        && (first.saturating_sub(FAR)..first)
            .any(|k| matches!(tokens.word(k), "score" | "scored" | "scoring" | "scores"))
        && average_before(tokens, first)
}

/// "had a mean of 7 points", "scored an average of 7 points": the verb before the average at `led`.
pub(super) fn scored(tokens: &Tokens, led: usize) -> bool {
    const NEAR: usize = 5;
    (led.saturating_sub(NEAR)..led)
        .any(|k| matches!(tokens.word(k), "had" | "scored" | "score" | "got" | "at" | "with"))
}

/// "migraine days fell from eight to four", "on a scale of ten, pain fell from seven to three"
fn counted_down(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 9;
    let changes = |k: usize| {
        tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun) || matches!(tokens.word(k), "went" | "moved")
    };
    let number = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart);
    // "from a mean of 31.2 per hour"
    let mean = |from: usize| {
        (from + 1..from + 6)
            .find(|&k| tokens.word(k) == "of")
            .filter(|&k| matches!(tokens.before(k), "mean" | "average" | "median") && number(k + 1))
    };
    // "from a seven to a three"
    let led = |from: usize| {
        number(from + 1) || tokens.is(from + 1, Class::Article) && number(from + 2) || mean(from).is_some()
    };
    let first = if tokens.is(first.wrapping_sub(1), Class::Article) { first - 1 } else { first };
    let from = match tokens.before(first) {
        "from" => Some(first - 1),
        "of" => {
            (first.saturating_sub(6)..first).rev().find(|&k| tokens.word(k) == "from").filter(|&k| mean(k).is_some())
        }
        "to" => (first.saturating_sub(NEAR)..first).rev().find(|&k| tokens.word(k) == "from").filter(|&k| led(k)),
        _ => None,
    };
    // "from 31.2 per hour to 14.6": so many in a time, whatever is counted
    let timed = |from: usize| {
        let per = |k: usize| {
            matches!(tokens.word(k), "a" | "an" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit)
                || tokens.word(k) == "per" && tokens.is(k + 1, Class::StudyTask)
        };
        let at = mean(from).unwrap_or(from);
        tokens.is_number(at + 1) && per(at + 2)
    };
    let verb = from.and_then(|from| (from.saturating_sub(2)..from).find(|&k| changes(k)));
    verb.is_some_and(|verb| {
        let levels = ["pressure", "cholesterol", "glucose", "pulse", "bmi", "hba1c"];
        from.is_some_and(timed)
            || (verb.saturating_sub(3)..verb).any(|k| {
                tokens.is(k, Class::MeasuredThing) && !tokens.is(k, Class::DoseUnit) || levels.contains(&tokens.word(k))
            })
            || tokens
                .iter()
                .any(|(k, _)| k != first && matches!(tokens.word(k), "scale" | "inventory" | "questionnaire" | "index"))
    })
}

/// "rated their pain as 3.1 on a scale of ten", "fell by 2.1 on the sleep index"
fn on_a_scale(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 5;
    let after = quantity.last + 1;
    let mut name = (after + 2..after + 2 + LONGEST_NAME).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    let scale = |k: usize| matches!(tokens.word(k), "scale" | "index" | "inventory" | "questionnaire" | "score");
    tokens.word(after) == "on" && tokens.is(after + 1, Class::Article) && name.any(scale)
}

/// "average scores were 3.4 with tea and 5.6 without it": the second of two scores led alike.
fn score_in_row(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = at.checked_sub(1).and_then(|at| scene.quantities().get(at));
    let joined = matches!(tokens.before(quantity.first), "and" | "versus" | "vs")
        && tokens.is(quantity.last + 1, Class::Preposition);
    // "2.7 on a scale of zero to 10 with oats and 3.9 with barley"
    let scale = |q: &&Quantity| {
        tokens.word(q.number_last + 1) == "-"
            || matches!(tokens.before(q.first), "to" | "of") && tokens.word(q.last + 1) != "to"
    };
    let host =
        at.checked_sub(2).and_then(|at| scene.quantities().get(at)).filter(|_| before.as_ref().is_some_and(scale));
    let over_scale = |q: &Quantity| {
        let leads = !matches!(tokens.before(q.first), "and" | "versus" | "vs");
        quantity.value.decimals == q.value.decimals && leads && (gauge::is_level(scene, q) || score(scene, q))
    };
    let scored = |q: &Quantity| q.unit == Unit::None && tokens.is(q.last + 1, Class::Preposition) && score(scene, q);
    joined && (host.is_some_and(over_scale) || before.is_some_and(scored))
}

pub(super) fn average_before(tokens: &Tokens, first: usize) -> bool {
    (first.saturating_sub(8)..first).any(|k| matches!(tokens.word(k), "average" | "mean" | "median"))
}

/// Words that may stand behind a bare score.
fn goes_on(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Preposition)
        || tokens.is(k, Class::PastVerb)
        || matches!(
            tokens.word(k),
            "and"
                | "or"
                | "vs"
                | "versus"
                | "compared"
                | "while"
                | "after"
                | "respectively"
                | "higher"
                | "lower"
                | "out"
                | "on"
                | "down"
                | "up"
                | "but"
                | "a"
                | "per"
                | "each"
        )
}
