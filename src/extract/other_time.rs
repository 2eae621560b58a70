//! A time in, whether it is told of something else than a study's length out: history, ages, punishments, risk windows, onsets.

use crate::model::Bound;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::duration::{event_follows, led_from};
use super::scene::Scene;

/// "ten years ago", "the past decade", "in three months' time", "years of experience", "20 years old", "six months in prison".
pub(super) fn history(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let word = tokens.word(after);
    history_behind(tokens, after)
        || history_before(tokens, quantity)
        || punished(tokens, quantity)
        || in_passing(tokens, quantity)
        || had_before(tokens, quantity)
        || word == "from" && !tokens.is_number(after + 1)
        || aged(tokens, quantity)
        || tokens.at(after, &["or", "older"])
        || word == "'" && matches!(tokens.word(after + 1), "gestation" | "experience" | "notice" | "service")
        || matches!(word, "survival" | "mortality") && tokens.word(after + 1).starts_with("rate")
}

/// "who had been in pain for at least three months", "hadn't been screened in four years or more", "who had been coughing
/// for a year": what went before the study, where "had taken it for at least three months" may tell of the study.
fn had_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 12;
    let start = led_from(tokens, quantity.first);
    let lead = if matches!(tokens.before(start), "for" | "in") { start - 1 } else { return false };
    let bounded = matches!(quantity.value.bound, Bound::AtLeast | Bound::MoreThan);
    let have = |k: usize| matches!(tokens.word(k), "had" | "hadn't" | "have" | "haven't");
    let pluperfect = |k: usize| {
        have(k)
            && (k + 1..k + 4)
                .take_while(|&k| tokens.is_word(k))
                .any(|k| tokens.is(k, Class::PastVerb) || tokens.word(k) == "been" || tokens.word(k).ends_with("ed"))
    };
    let from = lead.saturating_sub(FAR);
    let Some(verb) = (from..lead).rev().find(|&k| have(k)) else { return false };
    let study = |k: usize| {
        tokens.is(k, Class::AssignVerb)
            || tokens.is(k, Class::ConsumeVerb) && tokens.word(k) != "smoked"
            || tokens.is(k, Class::TreatedBy)
            || tokens.is(k, Class::StudyNoun)
            || tokens.is(k, Class::LastingNoun)
            || matches!(tokens.word(k), "followed" | "tracked" | "monitored" | "on" | "using" | "receiving")
    };
    let who = matches!(tokens.before(verb), "who" | "that");
    let been = tokens.word(verb + 1) == "been" && {
        let word = tokens.word(verb + 2);
        // "had been sick for six years"
        who && word.ends_with("ing") || matches!(word, "sick" | "ill" | "in" | "sober" | "depressed" | "unwell")
    };
    let illness = (verb + 1..lead).any(|k| tokens.is(k, Class::Condition) || tokens.is(k, Class::Felt));
    let led = who || matches!(tokens.before(verb), "to" | "have") || tokens.word(verb) == "hadn't" || pluperfect(verb);
    (bounded && led && (pluperfect(verb) || illness) || been) && !(verb + 1..lead).any(study)
}

/// "from eight months on", "fed eggs from six months onwards", "a course begun at nine months", "a rat at 40 months".
fn aged(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    let start = led_from(tokens, quantity.first);
    let at = tokens.before(quantity.first) == "at";
    let lead = if at { quantity.first - 1 } else { start };
    let from = tokens.before(quantity.first) == "from"
        && matches!(tokens.word(quantity.last + 1), "on" | "onwards" | "onward" | "upwards");
    let begun = at
        && matches!(
            tokens.before(lead),
            "begun" | "began" | "started" | "starting" | "beginning" | "born" | "weaned" | "introduced"
        );
    let beast =
        at && (lead.saturating_sub(NEAR)..lead).any(|k| tokens.is(k, Class::Animal) && !tokens.word(k).ends_with('s'));
    from || begun || beast
}

/// "ten years ago", "20 years old", "years of experience": what follows at `after` makes it the time of something else.
fn history_behind(tokens: &Tokens, after: usize) -> bool {
    let word = tokens.word(after);
    let stands = matches!(
        word,
        "ago"
            | "earlier"
            | "away"
            | "experience"
            | "old"
            | "apart"
            | "hence"
            | "late"
            | "early"
            | "behind"
            | "gestation"
            | "meeting"
            | "pregnant"
            | "conference"
            | "event"
            | "previously"
            | "sooner"
    ) || word == "before" && !event_follows(tokens, after + 1);
    let of = tokens.word(after) == "of"
        && matches!(
            tokens.word(after + 1),
            "experience"
                | "age"
                | "pregnancy"
                | "gestation"
                | "starting"
                | "beginning"
                | "life"
                | "marriage"
                | "practice"
                | "practicing"
                | "practising"
                | "teaching"
                | "service"
                | "war"
                | "research"
                | "work"
        );
    stands || of
}

/// "the past decade", "aged 20 years", "over the next ten years", "every two years".
fn history_before(tokens: &Tokens, quantity: &Quantity) -> bool {
    // "a last one four years later"
    let reach = if tokens.before(quantity.first) == "one" { 0 } else { 2 };
    // "have followed the nurses for the past ten years"
    let watched = (quantity.first.saturating_sub(9)..quantity.first).any(|k| {
        matches!(tokens.word(k), "followed" | "tracked" | "monitored" | "tracking" | "following" | "monitoring")
    });
    let past = watched && matches!(tokens.before(quantity.first), "past" | "last");
    let led = !past
        && (quantity.first.saturating_sub(reach)..quantity.first).any(|k| {
            matches!(
                tokens.word(k),
                "past" | "last" | "previous" | "recent" | "since" | "coming" | "few" | "age" | "aged" | "ages"
            )
        });
    // "over the next ten years, the volunteers kept diaries"
    let next = tokens.before(quantity.first) == "next" && !told_over(tokens, quantity);
    // "in the first 20 days after treatment": a risk window
    let first = tokens.before(quantity.first) == "first"
        && !(quantity.first.saturating_sub(3)..quantity.first)
            .any(|k| matches!(tokens.word(k), "within" | "for" | "over" | "throughout"));
    led || next
        || first
        || had_been(tokens, quantity)
        || matches!(tokens.before(quantity.first), "every" | "each" | "per")
}

/// "sailors who had been limping for two years": how long before the study.
fn had_been(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    let start = led_from(tokens, quantity.first);
    let verb = start.wrapping_sub(2);
    let been = verb.wrapping_sub(1);
    let doing = tokens.word(verb).ends_with("ing") && tokens.word(been) == "been";
    tokens.before(start) == "for"
        && doing
        && (been.saturating_sub(NEAR)..been).any(|k| matches!(tokens.word(k), "who" | "who'd"))
}

/// "prison sentences of nine years", "six months in jail".
fn punished(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    (quantity.first.saturating_sub(5)..quantity.first)
        .any(|k| matches!(tokens.word(k), "prison" | "jail" | "jailed" | "imprisonment" | "sentence" | "sentences"))
        || (after..after + 3).any(|k| matches!(tokens.word(k), "prison" | "jail" | "custody" | "sentence" | "ban"))
}

/// "over the next ten years, the volunteers kept diaries", "40 sailors died during the next year"; not "could die in the
/// next year".
fn told_over(tokens: &Tokens, quantity: &Quantity) -> bool {
    let past = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed");
    let future = (0..tokens.len()).any(|k| tokens.is(k, Class::Modal));
    match tokens.word(quantity.first.wrapping_sub(3)) {
        "over" | "for" => (quantity.last + 1..tokens.len()).any(past) || !future && (0..quantity.first).any(past),
        "during" => !future && (0..tokens.len()).any(past),
        _ => false,
    }
}

/// "a year" that nothing lasted, "two days a week", "on two days", "a decade of disappointing trials".
fn in_passing(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let lone = tokens.before(quantity.first) == "a"
        && tokens.word(quantity.number_last + 1) != "-"
        && !tokens.is(after, Class::DurationNoun)
        && !tokens.is(after, Class::LastingNoun);
    // "fasting for two days a week"
    let often = matches!(tokens.word(after), "a" | "per" | "each" | "every") && tokens.is(after + 1, Class::TimeUnit);
    // "fasting on two days"
    let days = matches!(quantity.unit, Unit::Time("day" | "night"))
        && tokens.before(quantity.first) == "on"
        && quantity.last == quantity.number_last + 1;
    // "after a decade of disappointing trials"
    let trials = tokens.word(after) == "of"
        && (after + 1..after + 6)
            .take_while(|&k| tokens.is_word(k))
            .any(|k| tokens.is(k, Class::StudyNoun) && tokens.word(k).ends_with('s'));
    // "on two or more days of the week"
    let weekdays = tokens.at(after, &["of", "the", "week"]) || tokens.at(after, &["of", "each", "week"]);
    // "on 15 or more nights of the month", "two years out of ten"
    let share_of_days = matches!(quantity.unit, Unit::Time("day" | "night"))
        && matches!(tokens.word(after), "in" | "of")
        && (tokens.is(after + 1, Class::Article) || matches!(tokens.word(after + 1), "each" | "every" | "any"))
        && matches!(tokens.word(after + 2), "week" | "month" | "year");
    // "from one year to the next"
    let to_the_next = tokens.before(quantity.first) == "from"
        && (tokens.at(after, &["to", "the", "next"]) || tokens.at(after, &["to", "another"]));
    // "on two days out of every five"
    let share = tokens.at(after, &["out", "of"]);
    // "the every-two-weeks plan"
    let every = tokens.ends_at(quantity.first, &["every", "-"]);
    // "missed just over eight days"
    let missed = matches!(tokens.before(led_from(tokens, quantity.first)), "missed" | "misses" | "skipped");
    share || share_of_days || to_the_next || every || missed || lone || often || days || trials || weekdays
}

/// "within 30 days": a risk window.
pub(super) fn window(tokens: &Tokens, quantity: &Quantity) -> bool {
    let compared = matches!(
        tokens.word(quantity.first.wrapping_sub(2)),
        "more" | "less" | "longer" | "fewer" | "shorter" | "greater"
    );
    let before = tokens.before(quantity.first);
    // "in the three days after a storm"
    let the = quantity.first > 2
        && before == "the"
        && matches!(tokens.word(quantity.first.wrapping_sub(2)), "in" | "during" | "within")
        && matches!(tokens.word(quantity.last + 1), "after" | "following" | "before" | "preceding");
    // "falls were likeliest nine days after a storm"
    let peak = before.len() > 5 && before.ends_with("est") || before == "peaked";
    the || before == "within"
        || peak
        || before == "than" && !compared
        || tokens.ends_at(quantity.first, &["in", "less", "than"])
}

/// "symptoms began three hours earlier", "scanned between two and 10 hours afterwards".
pub(super) fn onset(scene: &Scene, quantity: &Quantity) -> bool {
    let hours = matches!(quantity.unit, Unit::Time("hour"));
    let near = |words: &[&str]| scene.has_word(quantity.last + 1, quantity.last + 5, words);
    let tokens = scene.tokens();
    // "the itch struck at a median of 41 days"
    let middle = |k: usize| matches!(tokens.word(k), "median" | "mean" | "average");
    let came = |k: usize| {
        matches!(
            tokens.word(k),
            "came"
                | "come"
                | "comes"
                | "arrived"
                | "occurred"
                | "happened"
                | "appeared"
                | "emerged"
                | "struck"
                | "died"
        ) && matches!(tokens.word(k + 1), "at" | "after")
            && (k + 2..quantity.first).any(middle)
    };
    if (quantity.first.saturating_sub(6)..quantity.first).any(came) {
        return true;
    }
    near(&["onset", "symptom"]) || hours && near(&["afterwards"]) || tokens.is(quantity.last + 1, Class::People)
}
