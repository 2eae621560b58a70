//! A length of time in, whether it is counted from an event of the study or tells how long a change took out.

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::led_from;

/// "within the first five months after treatment", "nine weeks before their death", "afterwards": told from an event of the study.
pub fn since_event(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let window = tokens.before(quantity.first) == "the";
    let before_event =
        !window && tokens.word(after) == "before" && (after + 1..after + 4).any(|k| tokens.is(k, Class::ClockEvent));
    let into = tokens.word(after) == "into"
        && (after + 1..after + 4).any(|k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::LastingNoun));
    // "in the 40 days that followed"
    let followed = tokens.at(after, &["that", "followed"]) || tokens.at(after, &["which", "followed"]);
    // "before the nine weeks were up", "once the nine weeks had passed"
    let over = window
        && (tokens.is(after, Class::Be)
            && matches!(tokens.word(after + 1), "up" | "over" | "out" | "through" | "done")
            || tokens.word(after) == "had" && matches!(tokens.word(after + 1), "passed" | "elapsed" | "ended"));
    before_event
        || into
        || over
        || followed
        || tokens.before(quantity.first) == "first"
        || matches!(tokens.word(after), "afterwards" | "afterward")
        || tokens.before(quantity.first) == "spent"
            && matches!(tokens.word(after), "following" | "tracking" | "monitoring" | "observing" | "watching")
        || tokens.ends_at(quantity.first, &["followed", "up"])
}

/// "Ten years may be too short", "a decade is not long enough": what is said of a study's length.
pub fn too_short(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let after = quantity.last + 1;
    let verb = tokens.is(after, Class::Be)
        || tokens.is(after, Class::Modal)
        || matches!(tokens.word(after), "isn't" | "wasn't" | "simply" | "just" | "probably" | "seems" | "seemed");
    verb && (after..after + NEAR).any(|k| {
        tokens.at(k, &["long", "enough"])
            || tokens.at(k, &["too", "short"])
            || tokens.at(k, &["too", "brief"])
            || tokens.at(k, &["enough", "time"])
            || tokens.at(k, &["not", "a", "long", "time"])
            || tokens.at(k, &["not", "very", "long"])
    })
}

/// "death", "their surgery", but not "the death rates".
pub fn event_follows(tokens: &Tokens, first: usize) -> bool {
    let event = (first..first + 3).find(|&k| tokens.is(k, Class::ClockEvent));
    event.is_some_and(|k| !tokens.word(k + 1).starts_with("rate"))
}

/// "doubled in 12 months", "recorded in two-and-a-half years": how long the change or the count took.
pub fn meanwhile(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    let first = led_from(tokens, quantity.first);
    // "attacks have tripled in five years" tells of the calendar
    let years = matches!(quantity.unit, Unit::Time("year" | "decade"))
        && !matches!(tokens.word(quantity.last + 1), "between" | "from");
    let changed = |k: usize| {
        tokens.is(k, Class::ChangeVerb)
            || matches!(tokens.word(k), "doubled" | "double" | "tripled" | "triple" | "trebled" | "halved" | "up")
    };
    let told = |k: usize| {
        !years && changed(k) || tokens.is(k, Class::EventNoun) || matches!(tokens.word(k), "recorded" | "reported")
    };
    let survived = share_survives(scene, quantity);
    let counted = tokens.before(first) == "in"
        && matches!(tokens.word(quantity.last + 1), "," | "." | "" | "between" | "from" | "to" | "or")
        && (first.saturating_sub(NEAR)..first).any(told)
        && !(years && (first.saturating_sub(NEAR)..first).any(changed))
        && !scene.any(Class::Modal);
    // "in six weeks, half had recovered"
    let fronted = first == 1
        && matches!(tokens.word(0), "in" | "by")
        && tokens.word(quantity.last + 1) == ","
        && (quantity.last + 2..tokens.len()).any(|k| tokens.is(k, Class::PastVerb))
        && !scene.any(Class::Modal);
    counted || survived || fronted
}

/// "61% of cooks had survived seven years": a share is told at a time, where "they survived 11 months" is a result.
pub fn share_survives(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    let tokens = scene.tokens();
    let survive = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| matches!(tokens.word(k), "survived" | "survive" | "alive" | "lived" | "living"));
    let share = |q: &Quantity, start: usize| q.unit == Unit::Percent && q.first >= start && q.last < quantity.first;
    let in_clause = |start: usize| scene.quantities().iter().any(|q| share(q, start));
    // "who lived on average 21 months" is no share
    let mean = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| matches!(tokens.word(k), "average" | "averaged" | "median" | "mean"));
    survive && !mean && in_clause(scene.clause_start(quantity.first))
}

/// "measured five minutes after rinsing", "30 minutes after the meal": a time of assessment, unless something began then.
pub fn after_event(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    const BEGAN: [&str; 12] = [
        "began",
        "begin",
        "begins",
        "start",
        "started",
        "starts",
        "died",
        "dies",
        "collapsed",
        "onset",
        "within",
        "arrived",
    ];
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let event =
        |k: usize| tokens.is(k, Class::ClockEvent) || tokens.is(k, Class::Session) || tokens.word(k).ends_with("ing");
    let post = tokens.word(after).starts_with("post");
    (post || matches!(tokens.word(after), "after" | "following"))
        && (after + usize::from(!post)..after + 4)
            .take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-")
            .any(event)
        && !scene.has_word(quantity.first.saturating_sub(NEAR), quantity.first, &BEGAN)
}
