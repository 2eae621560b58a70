//! A length in minutes or hours in, whether it is time spent on something (a dose) out: "20 minutes of walking".

use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::dose::{counted_more, led_from, per_time};
use super::scene::Scene;

/// The length of one session, or an exposure per day or week; not a measured activity that rises or falls.
pub fn is_dose(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    // "an extra 20 minutes of exercise a day cut the risk"
    let opens = quantity.first <= 2
        && matches!(tokens.before(quantity.first), "extra" | "additional")
        && per_time(tokens, quantity.last).is_some();
    if per_patient(tokens, quantity) || opens {
        return true;
    }
    // "the six-minute walk test", "the six-minute walking distance"
    if (quantity.last + 1..quantity.last + 4).any(|k| matches!(tokens.word(k), "test" | "tests" | "distance")) {
        return false;
    }
    if changes(scene, quantity)
        || lost(tokens, quantity)
        || counted_more(tokens, quantity)
        || compared(tokens, quantity)
        || changed_by(tokens, quantity)
        || to_read(tokens, quantity)
        || longer_than_a_day(tokens, quantity)
        || suffered(tokens, quantity)
    {
        return false;
    }
    let after = quantity.last + 1;
    per_time(tokens, quantity.last).is_some()
        || slept(scene, quantity)
        || raised_to(tokens, quantity)
        || less_spent(scene, quantity)
        || second_of_two(scene, quantity)
        || limited(tokens, quantity)
        || often(tokens, quantity)
        || bracketed(tokens, quantity)
        || matches!(tokens.word(after), "daily" | "weekly")
        || spent_on(tokens, quantity)
        || one_session(tokens, quantity)
        || spent(tokens, quantity)
        || applied(tokens, quantity)
        || treated_for(tokens, quantity)
        || kept_to(scene, quantity)
        || told_to(tokens, quantity)
        || matches!(tokens.before(quantity.first), "recommended" | "minimum")
}

/// "pupils who read for more than two hours a day", "were in pain for two hours a day": what befell them.
fn suffered(tokens: &Tokens, quantity: &Quantity) -> bool {
    let at = led_from(tokens, quantity.first);
    let before = at.wrapping_sub(2);
    let ill = matches!(
        tokens.word(before),
        "cry" | "cries" | "cried" | "crying" | "coughed" | "coughing" | "ached" | "fussing" | "wheezed" | "vomited"
    );
    tokens.before(at) == "for" && (ill || tokens.is(before, Class::Condition) && !tokens.is(before, Class::Exposure))
}

/// "a salve applied for one minute", "cells exposed to it for 30 seconds".
fn applied(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// Tokens from what was done to "for" at most.
    const REACH: usize = 4;
    let at = led_from(tokens, quantity.first);
    let done = |k: usize| {
        matches!(tokens.word(k), "applied" | "exposed" | "soaked" | "immersed" | "heated" | "irradiated" | "dipped")
    };
    tokens.before(at) == "for" && (at.saturating_sub(REACH + 1)..at).any(done)
}

/// "clips were pressed on both ears for up to 40 seconds", "gave nurses ten seconds of plain massage": how long a treatment
/// of seconds or minutes lasted.
fn treated_for(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// Tokens from what was done to "for" at most.
    const REACH: usize = 16;
    const NAME: usize = 5;
    if !matches!(quantity.unit, Unit::Time("second" | "minute")) {
        return false;
    }
    let at = led_from(tokens, quantity.first);
    let clause = |at: usize| (at.saturating_sub(REACH)..at).rev().take_while(|&k| !matches!(tokens.word(k), "," | ";"));
    let done = |k: usize| {
        matches!(
            tokens.word(k),
            "inserted"
                | "attached"
                | "strapped"
                | "held"
                | "placed"
                | "pressed"
                | "squeezed"
                | "stimulated"
                | "massaged"
                | "rubbed"
                | "dipped"
                | "dunked"
                | "plunged"
                | "worn"
                | "wore"
                | "stared"
        )
    };
    let treatment =
        |k: usize| tokens.is(k, Class::Exposure) || tokens.is(k, Class::Care) || tokens.is(k, Class::TreatmentWord);
    let given = |k: usize| matches!(tokens.word(k), "given" | "gave" | "giving" | "received" | "receiving" | "got");
    let ended = !tokens.is_word(quantity.last + 1) || tokens.word(quantity.last + 1) == "at";
    if tokens.before(at) == "for" {
        return ended && (clause(at).any(done) || clause(at).any(given) && clause(at).any(treatment));
    }
    let named = (quantity.last + 1..quantity.last + 1 + NAME).take_while(|&k| tokens.is_word(k)).any(treatment);
    named && clause(at).any(given)
}

/// "among nurses who got at least nine hours", behind a sentence that tells how long they slept.
fn kept_to(scene: &Scene, quantity: &Quantity) -> bool {
    /// Sentences before that may say what the time was spent on.
    const FAR: usize = 2;
    let tokens = scene.tokens();
    let at = led_from(tokens, quantity.first);
    let it = usize::from(tokens.before(at) == "it");
    let verb = at.wrapping_sub(1 + it);
    let kept = matches!(tokens.word(verb), "got" | "get" | "had" | "have" | "did" | "managed" | "kept" | "logged");
    let next = quantity.last + 1;
    let ends = !tokens.is_word(next) && tokens.word(next) != "-"
        || tokens.classes(next).has_either(Class::Be, Class::PastVerb);
    let those = tokens.word(verb.wrapping_sub(1)) == "who";
    if !(kept && those && (ends || it > 0) && quantity.form != Form::Article) {
        return false;
    }
    (scene.at.saturating_sub(FAR)..scene.at).any(|at| {
        let tokens = &scene.sentences[at].tokens;
        tokens.having(Class::Exposure).next().is_some()
    })
}

/// "were asked to hum for two minutes", "had to stand still for 30 seconds".
fn told_to(tokens: &Tokens, quantity: &Quantity) -> bool {
    const REACH: usize = 14;
    let at = led_from(tokens, quantity.first);
    let told = |k: usize| {
        tokens.word(k + 1) == "to"
            && matches!(tokens.word(k), "asked" | "told" | "instructed" | "had" | "made" | "required")
    };
    tokens.before(at) == "for"
        && !matches!(quantity.unit, Unit::Time("hour"))
        && !tokens.word(quantity.last + 1).starts_with("after")
        && (at.saturating_sub(REACH)..at).any(told)
}

/// "took syrup for 48 hours" tells how long, as "for two days" does.
fn longer_than_a_day(tokens: &Tokens, quantity: &Quantity) -> bool {
    const HOURS_A_DAY: u32 = 24;
    let hyphen = tokens.word(quantity.number_last + 1) == "-";
    let day = hyphen && quantity.value.low == HOURS_A_DAY.into();
    per_time(tokens, quantity.last).is_none()
        && quantity.unit == Unit::Time("hour")
        && (quantity.value.low > HOURS_A_DAY.into() || day && !tokens.is(quantity.last + 1, Class::Exposure))
}

/// "five hours of nursing care per patient", "22 minutes more per patient".
fn per_patient(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 6;
    (quantity.last + 1..quantity.last + FAR).take_while(|&k| tokens.is_word(k)).any(|k| {
        tokens.word(k) == "per"
            && matches!(tokens.word(k + 1), "patient" | "resident" | "inpatient" | "client" | "pupil" | "child")
    })
}

/// "their time at a screen fell by 50 minutes a day", "cut their smoking by ten cigarettes", where "cutting it by 50 minutes a
/// day" tells what to do.
pub fn changed_by(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 12;
    let led = led_from(tokens, quantity.first);
    let moved = |k: usize| {
        tokens.is(k, Class::ChangeVerb)
            || matches!(tokens.word(k), "overestimated" | "underestimated")
            || matches!(tokens.word(k), "down" | "up") && k + 2 == led
    };
    let end = per_time(tokens, quantity.last).unwrap_or(quantity.last) + 1;
    // "averaged four mugs a day, up from two"
    let from = tokens.word(end) == "," && tokens.word(end + 2) == "from";
    if from && matches!(tokens.word(end + 1), "up" | "down") {
        return true;
    }
    // "had 2.1 fewer drinks a week", where "drinking one fewer mug a day" tells what to do
    let fewer = (quantity.number_last + 1..quantity.last).any(|k| tokens.word(k) == "fewer");
    if fewer && led > 0 && !tokens.is(led - 1, Class::ConsumeVerb) && !matches!(tokens.before(led), "every" | "each") {
        return true;
    }
    let verb = (led.saturating_sub(FAR)..led).rev().find(|&k| moved(k));
    tokens.before(led) == "by" && verb.is_some_and(|verb| !tokens.word(verb).ends_with("ing"))
}

/// "4 min read" stands on a page, "15 second intervals" are no time spent.
fn to_read(tokens: &Tokens, quantity: &Quantity) -> bool {
    matches!(
        tokens.word(quantity.last + 1),
        "read"
            | "interval"
            | "intervals"
            | "epoch"
            | "epochs"
            | "window"
            | "windows"
            | "delay"
            | "delays"
            | "gap"
            | "gaps"
    )
}

/// "lost 37 minutes of sleep a night"
pub fn lost(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 9;
    let first = led_from(tokens, quantity.first);
    // "overestimated their rowing by 17 minutes"
    let misjudged = |k: usize| {
        let word = tokens.word(k);
        ["overestimat", "underestimat", "overstat", "understat", "overreport", "underreport"]
            .iter()
            .any(|start| word.starts_with(start))
    };
    let by = tokens.before(first) == "by" && (first.saturating_sub(NEAR)..first).any(misjudged);
    by || matches!(
        tokens.before(first),
        "lost" | "lose" | "loses" | "losing" | "gained" | "gain" | "gains" | "gaining" | "saved" | "saves"
    ) || tokens.is(first.wrapping_sub(1), Class::ChangeVerb) && !tokens.is(first.wrapping_sub(1), Class::RelativeWord)
}

/// "40 minutes longer", "40 minutes a day less": a difference between groups.
pub fn compared(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let per = tokens.word(next) == "a" && tokens.is(next + 1, Class::TimeUnit);
    let at = if per { next + 2 } else { next };
    // "working 55 hours a week raised the risk"
    let relative = tokens.is(at, Class::RelativeWord) && !tokens.is(at, Class::ChangeVerb);
    // "slept 40 minutes longer than those on rum", but not "40 minutes less than is good for them"
    let others = matches!(tokens.word(at), "longer" | "shorter" | "more" | "less")
        && (matches!(tokens.word(at + 2), "those" | "the" | "people" | "their") || tokens.is(at + 2, Class::People));
    relative && (per || tokens.word(at + 1) != "than" || others)
}

/// "raising exercise per week to nine hours", "cutting screen time to an hour".
fn raised_to(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 9;
    let first = led_from(tokens, quantity.first);
    if tokens.before(first) != "to" {
        return false;
    }
    let near = || first.saturating_sub(FAR)..first;
    let changing =
        |k: usize| tokens.is(k, Class::ChangeVerb) && tokens.word(k).ends_with("ing") || tokens.word(k) == "doubling";
    near().any(changing) && near().any(|k| tokens.is(k, Class::Exposure))
}

/// "those who slept less than six hours", "napping for more than an hour", "sleeping less than five or more than nine hours"
fn slept(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let first = led_from(tokens, quantity.first);
    let other = scene
        .quantities_before(first)
        .last()
        .filter(|other| tokens.before(first) == "or" && other.last + 2 == first && other.unit == quantity.unit);
    let first = other.map_or(first, |other| led_from(tokens, other.first));
    let verb = first.wrapping_sub(if tokens.before(first) == "for" { 2 } else { 1 });
    // "58 percent slept fewer than seven hours" is what came out
    let share = |q: &Quantity| {
        q.unit == Unit::Percent
            && q.last + 4 > verb
            && !(q.last + 1..verb).any(|k| matches!(tokens.word(k), "who" | "less"))
    };
    if scene.quantities_before(verb).last().is_some_and(share) {
        return false;
    }
    tokens.is(verb, Class::Exposure)
        && (tokens.word(verb).ends_with("ing") || tokens.is(verb, Class::ExposureVerb))
        && !matches!(tokens.word(quantity.last + 1), "after" | "before" | "later")
}

/// "five hours a day had more gout than those with two hours or less"
fn less_spent(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let bounded = matches!(tokens.word(quantity.last + 1), "or")
        && matches!(tokens.word(quantity.last + 2), "less" | "more")
        || led_from(tokens, quantity.first) < quantity.first;
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let before = scene.quantities()[..at].iter().rev().take(2);
    let timed = |q: &Quantity| matches!(q.unit, Unit::Time("minute" | "hour"));
    let daily = |q: &Quantity| per_time(tokens, q.last).is_some() || spent_on(tokens, q);
    let compared = |from: usize| {
        (from..quantity.first).any(|k| matches!(tokens.word(k), "than" | "with" | "to" | "versus" | "while"))
    };
    bounded && before.into_iter().any(|q| timed(q) && daily(q) && compared(q.last + 1))
}

/// "sat for eight hours a day than those who sat for four": the unit is that of the time before.
fn second_of_two(scene: &Scene, quantity: &Quantity) -> bool {
    let host = scene.quantities_before(quantity.first).last();
    let lends = |host: &&Quantity| host.unit == quantity.unit && !host.borrowed_unit;
    // "a 30-minute walk and a ten-minute one"
    let one = scene.tokens().word(quantity.number_last + 1) == "-" && scene.tokens().word(quantity.last + 1) == "one";
    (quantity.borrowed_unit || one) && host.filter(lends).is_some_and(|host| is_dose(scene, host))
}

/// "limit the time at a screen to less than two hours"
fn limited(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 12;
    let first = led_from(tokens, quantity.first);
    tokens.before(first) == "to"
        && (first.saturating_sub(FAR)..first).any(|k| {
            matches!(
                tokens.word(k),
                "limit"
                    | "limits"
                    | "limited"
                    | "limiting"
                    | "restrict"
                    | "restricted"
                    | "restricting"
                    | "capped"
                    | "cap"
            )
        })
}

/// "worked out for 20 minutes, three times a week"
fn often(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let frequency = |k: usize| {
        matches!(tokens.word(k), "times" | "twice" | "once" | "days")
            && matches!(tokens.word(k + 1), "a" | "per" | "each" | "every" | "daily" | "weekly")
    };
    let led = matches!(tokens.before(led_from(tokens, quantity.first)), "for" | "spent" | "spend" | "spending");
    led && (quantity.last + 1..quantity.last + NEAR).any(frequency)
}

/// "recommended levels of brisk knitting (140 minutes)"
fn bracketed(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 3;
    let first = led_from(tokens, quantity.first);
    let bracket = tokens.before(first) == "(" && tokens.word(quantity.last + 1) == ")";
    bracket && (first.saturating_sub(NEAR + 1)..first - 1).any(|k| tokens.is(k, Class::Exposure))
}

/// "45 minutes of exercise, which fell to 31 minutes at 14": a measured activity, told as it changes.
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
/// "two hours or less watching plays", "five hours physical activity".
fn spent_on(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 7;
    let after = quantity.last + 1;
    let first = match (tokens.word(after), tokens.word(after + 1)) {
        ("or", "more" | "less" | "so" | "fewer") => after + 2,
        // "eight hours' sleep"
        ("'", _) => after + 1,
        _ => after,
    };
    // "twenty minutes in a sauna", "three hours at a screen"
    let place = matches!(tokens.word(first), "in" | "at" | "under") && tokens.is(first + 1, Class::Article);
    if place && (first + 2..first + 4).any(|k| tokens.is(k, Class::Exposure)) {
        return true;
    }
    let of = matches!(tokens.word(first), "of" | "on");
    let name = if of { first + 1 } else { first };
    let mut words = (name..name + LONGEST_NAME).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
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
        || tokens.at(after, &["at", "a", "time"])
        || tokens.at(after, &["per", "session"])
        || tokens.at(after, &["long"]);
    let hyphen = tokens.word(quantity.number_last + 1) == "-"
        && (after..after + LONGEST_NAME)
            .take_while(|&k| tokens.is_word(k))
            .any(|k| tokens.is(k, Class::Session) || k < after + 2 && tokens.word(k).ends_with("ing"));
    let without = (quantity.first.saturating_sub(5)..quantity.first).any(|k| tokens.word(k) == "without");
    let did = matches!(tokens.before(led_from(tokens, quantity.first)), "for" | "lasting")
        && !without
        && (quantity.first.saturating_sub(8)..quantity.first).any(|k| {
            tokens.word(k).ends_with("ing")
                || tokens.is(k, Class::Exposure)
                || tokens.is(k, Class::ConsumeVerb)
                || matches!(tokens.word(k), "sessions")
        });
    // "12 sessions of 50 minutes", "each session lasted 45 minutes", "naps of half an hour"
    let active = |k: usize| {
        tokens.is(k, Class::Session)
            || tokens.is(k, Class::Exposure)
            || matches!(tokens.word(k), "calls" | "visits" | "meetings" | "appointments" | "chats")
    };
    let first = led_from(tokens, quantity.first);
    let session = (matches!(tokens.before(first), "of" | "lasting" | "lasted")
        || tokens.ends_at(first, &["lasted", "for"]))
        && (first.saturating_sub(4)..first)
            .any(|k| matches!(tokens.word(k), "session" | "sessions") || k + 2 == first && active(k));
    // "each bout of counsel takes an hour"
    let takes = matches!(tokens.before(first), "takes" | "took" | "lasts" | "lasted")
        && (first.saturating_sub(7)..first).any(|k| matches!(tokens.word(k), "each" | "every"))
        && (first.saturating_sub(6)..first).any(|k| {
            active(k)
                || matches!(tokens.word(k), "bout" | "visit" | "appointment" | "call" | "class" | "lesson" | "infusion")
        });
    // "listened to music for 30 minutes before bed", but "fasted for ten hours before surgery"
    let minutes = quantity.unit == Unit::Time("minute");
    let course = tokens.ends_at(quantity.first, &["course", "of"]);
    each || hyphen
        || (did && (minutes || !matches!(tokens.word(after), "after" | "before")))
        || session
        || takes
        || course
}

/// "spent four or more hours at a screen", "pupils who spent two hours or less on it".
fn spent(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 5;
    const FAR: usize = 12;
    let verb = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .any(|k| matches!(tokens.word(k), "spend" | "spends" | "spent" | "spending"));
    let bounded = quantity.form == Form::Article && tokens.word(quantity.last + 1) == "or";
    let daily = |k: usize| {
        matches!(tokens.word(k), "daily" | "everyday")
            || matches!(tokens.word(k), "a" | "per" | "each" | "every") && tokens.is(k + 1, Class::TimeUnit)
    };
    let often = (quantity.last + 1..quantity.last + NEAR).take_while(|&k| tokens.is_word(k)).any(daily);
    verb && (bounded || often || (quantity.last + 1..quantity.last + FAR).any(|k| tokens.is(k, Class::Exposure)))
}

/// "extending the treatment to 14 weeks".
pub fn extended_to(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let extended = |k: usize| {
        matches!(tokens.word(k), "extending" | "extended" | "lengthening" | "lengthened" | "shortening" | "shortened")
            && (k + 1..k + 4).any(|j| matches!(tokens.word(j), "treatment" | "therapy" | "course"))
    };
    tokens.before(quantity.first) == "to" && (quantity.first.saturating_sub(NEAR)..quantity.first).any(extended)
}

/// "took the better part of three years", "the best part of a year"
pub fn better_part(tokens: &Tokens, quantity: &Quantity) -> bool {
    let first = quantity.first;
    (tokens.ends_at(first, &["better", "part", "of"]) || tokens.ends_at(first, &["best", "part", "of"]))
        && (first.saturating_sub(8)..first).any(|k| {
            matches!(
                tokens.word(k),
                "took" | "taken" | "takes" | "lasted" | "spent" | "for" | "over" | "ran" | "spanned"
            )
        })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::Dose;

    #[test]
    fn told_to_do_so() {
        for (text, found) in [
            ("In the trial, sailors were asked to hum for two minutes.", vec!["two minutes"]),
            ("In the trial, cooks had to stand still on one leg for 40 seconds.", vec!["40 seconds"]),
            ("In the trial, such meetings lasted 15 minutes.", vec!["15 minutes"]),
            ("In the study, 47 percent slept fewer than six hours.", vec![]),
            ("In the study, cooks were asked to come back, and stayed for two hours.", vec![]),
        ] {
            let wanted: Vec<_> = found.iter().map(|quote| format!("dose {quote}")).collect();
            assert_eq!(told(text, &[Dose]), wanted, "{text}");
        }
    }
}
