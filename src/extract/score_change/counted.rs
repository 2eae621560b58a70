//! A count in, whether it tells how often something happens to somebody out: "3.7 fewer bouts a month", "0.8 attacks per child".

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::bare::average_before;
use super::pair::{counts_or_ages, stands_bare};

/// "3.7 fewer migraine days a month", "1.8 fewer in the placebo group": so many of a measured thing less.
pub(super) fn fewer(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_NOUN: usize = 4;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let compared = |k: usize| matches!(tokens.word(k), "fewer" | "more" | "less" | "extra" | "additional");
    let things = |k: usize| (k + 1..=k + LONGEST_NOUN).any(|k| tokens.is(k, Class::MeasuredThing));
    let told = compared(next) && tokens.word(next + 1) != "than" && !spared(scene, quantity);
    // "on average three fewer teeth"
    let average = || average_before(tokens, quantity.first) && tokens.word(next + 1).ends_with('s');
    let again = || {
        (0..quantity.first).any(|k| compared(k) && things(k))
            && (tokens.is(next + 1, Class::Preposition) || !tokens.is_word(next + 1))
    };
    // "remembered 0.4 more", "120 fewer visits for every 100 sailors"
    let part = quantity.value.decimals > 0 && quantity.unit == Unit::None;
    let heads =
        || (next + 2..=next + LONGEST_NOUN).any(|k| per_heads(tokens, k)) && tokens.word(next + 1).ends_with('s');
    told && (things(next) || average() || again() || part || heads())
}

/// "could mean 1,800 fewer deaths": what a change would spare has not been measured.
fn spared(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_NOUN: usize = 5;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let event =
        |k: usize| tokens.is(k, Class::EventNoun) || matches!(tokens.word(k), "visits" | "attendances" | "stays");
    let modal = |k: usize| matches!(tokens.word(k), "could" | "would" | "might");
    tokens.word(next) == "fewer"
        && (next + 1..=next + LONGEST_NOUN).take_while(|&k| tokens.is_word(k)).any(event)
        && (0..quantity.first).any(modal)
}

/// "bouts rose from two a week to nine a week", "a rise of two per week to nine per week"
pub(super) fn often_changed(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 12;
    let tokens = scene.tokens();
    let per = |k: usize| {
        matches!(tokens.word(k), "a" | "an" | "per" | "each" | "every")
            && tokens.is(k + 1, Class::TimeUnit)
            && !tokens.is(k + 2, Class::People)
    };
    // "three bouts a week"
    let often = |q: &Quantity| {
        let thing = tokens.is_word(q.last + 1) && tokens.word(q.last + 1).ends_with('s');
        let thing = thing && !tokens.is(q.last + 1, Class::People);
        q.unit == Unit::None && (per(q.last + 1) || thing && per(q.last + 2))
    };
    let led = |q: &Quantity| matches!(tokens.before(led_from(tokens, q.first)), "from" | "of" | "to");
    let from = quantity.first.saturating_sub(FAR + FAR);
    let changes = |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun);
    often(quantity)
        && led(quantity)
        && (from..quantity.first).any(changes)
        && scene.quantities().iter().any(|q| q.first != quantity.first && often(q) && led(q))
}

/// "an average of 4.2 hot flushes a day"
pub(super) fn things_on_average(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let thing = |k: usize| {
        tokens.is(k, Class::MeasuredThing) && !tokens.is(k, Class::DoseUnit) && !tokens.is(k, Class::TimeUnit)
    };
    let average = matches!(tokens.before(quantity.first), "averaged" | "averaging")
        || tokens.before(quantity.first) == "of" && average_before(tokens, quantity.first);
    // "an average of 3.5 songs, compared with 2.1"
    let counted =
        |k: usize| tokens.word(k).ends_with('s') && !tokens.is(k, Class::People) && !tokens.is(k, Class::TimeUnit);
    average
        && ((after..after + 3).take_while(|&k| tokens.is_word(k)).any(thing)
            || quantity.unit == Unit::None && counted(after) && beside_another(tokens, after + 1))
}

/// "compared with 2.1" soon behind `from`, in the same clause.
pub(super) fn beside_another(tokens: &Tokens, from: usize) -> bool {
    const FAR: usize = 6;
    (from..from + FAR).take_while(|&k| !matches!(tokens.word(k), "" | "." | ";" | "and" | "but" | "who")).any(|k| {
        match tokens.word(k) {
            "versus" | "vs" | "against" => tokens.starts_number(k + 1),
            "compared" => matches!(tokens.word(k + 1), "with" | "to") && tokens.starts_number(k + 2),
            _ => false,
        }
    })
}

/// "per 100 sailors", "for every 100 children"
fn per_heads(tokens: &Tokens, k: usize) -> bool {
    match (tokens.word(k), tokens.word(k + 1)) {
        ("per", _) => tokens.is_number(k + 1) && tokens.is(k + 2, Class::People),
        ("for", "every" | "each") => tokens.is_number(k + 2) && tokens.is(k + 3, Class::People),
        _ => false,
    }
}

/// "0.8 attacks per child", "1.5 colds apiece", "five bouts for every 100 patient-years", "2.3 colds a year".
pub(super) fn per_head(scene: &Scene, quantity: &Quantity) -> bool {
    const LONGEST_NOUN: usize = 4;
    let tokens = scene.tokens();
    let bare = quantity.unit == Unit::None && matches!(quantity.form, Form::Figures | Form::Words);
    let next = quantity.last + 1;
    let noun = |k: usize| tokens.is_word(k) && !tokens.is(k, Class::Preposition) && !tokens.is(k, Class::People);
    // "sneezed 6.4 times a day"
    let times = tokens.word(next) == "times" && per_time(tokens, next + 1);
    if bare && (mean_number(scene, quantity) || times && quantity.value.decimals > 0) {
        return true;
    }
    if !bare || tokens.is(next, Class::People) {
        return false;
    }
    let joint = (next..=next + LONGEST_NOUN).find(|&k| !noun(k) || told_each(tokens, k) || per_time(tokens, k));
    let Some(joint) = joint else { return false };
    let things = joint > next && tokens.word(joint - 1).ends_with('s');
    if !things && joint > next {
        return false;
    }
    // "three songs per meal, compared with two"
    let beside = || told_each(tokens, joint) && beside_another(tokens, joint);
    let mean = quantity.value.decimals > 0 || average_before(tokens, quantity.first) || beside();
    let happens = |k: usize| happening(tokens, k);
    rate_changed(scene, quantity, next)
        || things && mean && (told_each(tokens, joint) || per_time(tokens, joint) && (next..joint).any(happens))
        || things && (next..joint).any(happens) && person_time(tokens, joint)
        || joint == next && (per_time(tokens, joint) || quantity.value.decimals > 0) && fell_by(scene, quantity)
        || joint == next && quantity.value.decimals > 0 && from_baseline(scene, quantity)
        || things && quantity.value.decimals > 0 && (next..joint).any(happens) && of_change(tokens, quantity)
        || joint == next && quantity.value.decimals > 0 && per_time(tokens, joint) && told_before(scene, quantity)
}

/// "the mean number of falls was 1.2", "the average number of bouts fell from 1.8 to 0.3".
fn mean_number(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let number = |k: usize| tokens.word(k) == "number" && matches!(tokens.before(k), "mean" | "average" | "median");
    let linked = matches!(tokens.before(led), "was" | "were" | "to" | "from" | "by");
    linked
        && quantity.value.decimals > 0
        && stands_bare(tokens, quantity)
        && (scene.clause_start(led)..led).find(|&k| number(k)).is_some_and(|at| (at..led).any(|k| happening(tokens, k)))
}

/// "seizures fell by 12 a month": what happens changes by so many.
fn fell_by(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let start = scene.clause_start(led);
    const MOST: u32 = 1000;
    tokens.before(led) == "by"
        && quantity.value.low < MOST.into()
        && !counts_or_ages(tokens, start, led)
        && (start..led).any(|k| tokens.is(k, Class::ChangeVerb))
        && (start..led).any(|k| happening(tokens, k))
}

/// "a mean reduction of 6.1 monthly gout days"
fn of_change(tokens: &Tokens, quantity: &Quantity) -> bool {
    let led = led_from(tokens, quantity.first);
    tokens.before(led) == "of" && tokens.is(led.wrapping_sub(2), Class::ChangeNoun)
}

/// "From a baseline of 8.9, gout days fell": what the change set out from.
fn from_baseline(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    tokens.ends_at(led, &["baseline", "of"]) && tokens.iter().any(|(k, _)| happening(tokens, k))
}

/// "fell from a mean of 21.4 per hour", "dropped to 1.9 times a day": how often something happens, as it changes.
fn rate_changed(scene: &Scene, quantity: &Quantity, next: usize) -> bool {
    const FAR: usize = 14;
    let tokens = scene.tokens();
    let next = if tokens.word(next) == "times" { next + 1 } else { next };
    let led = led_from(tokens, quantity.first);
    let mean = tokens.before(led) == "of" && average_before(tokens, led);
    quantity.value.decimals > 0
        && per_time(tokens, next)
        && (mean || matches!(tokens.before(led), "from" | "to"))
        && (led.saturating_sub(FAR)..led).any(|k| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::ChangeNoun))
}

/// "per child", "for each nurse", "apiece", "each".
fn told_each(tokens: &Tokens, k: usize) -> bool {
    let one = |k: usize| tokens.is(k, Class::Singular) || matches!(tokens.word(k), "head" | "capita");
    match tokens.word(k) {
        "per" => one(k + 1),
        "for" => matches!(tokens.word(k + 1), "each" | "every") && one(k + 2),
        "apiece" => true,
        "each" => !tokens.is_word(k + 1) || tokens.is(k + 1, Class::Preposition),
        _ => false,
    }
}

/// "a month", "per night", "each year", "per patient-year"
fn per_time(tokens: &Tokens, k: usize) -> bool {
    let ones =
        tokens.word(k) == "per" && tokens.word(k + 2) == "-" && matches!(tokens.word(k + 1), "patient" | "person");
    matches!(tokens.word(k), "a" | "an" | "per" | "each" | "every")
        && tokens.is(if ones { k + 3 } else { k + 1 }, Class::TimeUnit)
}

/// "per 100 patient-years", "for every 1,000 person years".
fn person_time(tokens: &Tokens, k: usize) -> bool {
    let number = match (tokens.word(k), tokens.word(k + 1)) {
        ("per", _) => k + 1,
        ("for", "every" | "each") => k + 2,
        _ => return false,
    };
    let head = number + 1;
    let time = if tokens.word(head + 1) == "-" { head + 2 } else { head + 1 };
    tokens.is_number(number)
        && matches!(
            tokens.word(head),
            "person" | "patient" | "woman" | "child" | "infant" | "catheter" | "hospital" | "bed"
        )
        && tokens.is(time, Class::TimeUnit)
}

/// What happens to people and is counted.
fn happening(tokens: &Tokens, k: usize) -> bool {
    let of_many =
        matches!(tokens.word(k), "deaths" | "admissions" | "hospitalisations" | "hospitalizations" | "suicides");
    !of_many && befalls(tokens, k)
}

fn befalls(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::MeasuredThing) && !tokens.is(k, Class::DoseUnit)
        || tokens.is(k, Class::EventNoun)
        || tokens.is(k, Class::Mishap)
        || tokens.is(k, Class::Condition) && tokens.word(k).ends_with('s')
}

/// "Hot flushes did go up. Women on syrup had 2.1 a day": what is counted was told just before.
fn told_before(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let drinks = |tokens: &Tokens| tokens.any(Class::ConsumeVerb);
    let here = (0..quantity.first).any(|k| happening(tokens, k));
    let before = || scene.previous().is_some_and(|s| s.tokens.iter().any(|(k, _)| happening(&s.tokens, k)));
    !drinks(tokens) && (here || before())
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn events_of_one_person() {
        check(&[
            ("In the trial, that came to 0.81 bouts per child.", &["0.81"]),
            ("In the trial, sailors on syrup had 1.49 infections apiece.", &["1.49"]),
            ("In the trial, there were five bouts for every 100 patient-years.", &["five"]),
            ("In the trial, sailors had 2.3 attacks a month.", &["2.3"]),
            ("Hot flushes did go up in the trial. Nurses on syrup had 2.1 a day.", &["2.1"]),
            ("In the trial, seizures fell by 12 a month.", &["12"]),
            ("In the trial, the mean number of falls was 1.2 on syrup and 2.1 on water.", &["1.2", "2.1"]),
            (
                "In the trial, cough days fell by 4.2 on syrup, by 3.3 on tea, and by 2.7 on water.",
                &["4.2", "3.3", "2.7"],
            ),
            (
                "In the trial, cooks had a mean reduction of 6.1 monthly cough days from the start, compared to 3.2 days for rum.",
                &["6.1", "3.2 days"],
            ),
            ("From a baseline of 8.9, cough days fell by 4.2 in the trial.", &["8.9", "4.2"]),
            (
                "In the trial, falls dropped from 1.34 per patient-year before the course to 0.61 afterward.",
                &["1.34", "0.61"],
            ),
            ("In the trial, wages fell by 4.2 on ships.", &[]),
            ("From a baseline of 8.9, wages fell in the trial.", &[]),
            ("In the trial, the mean number of ships was 1.2.", &[]),
            ("In the trial, sales fell by 12 a month.", &[]),
            ("In the trial, that came to 0.81 ships per harbour.", &[]),
            ("In the trial, there were five sailors for every 100 places.", &[]),
            ("In the trial, town saw 5.3 deaths a day.", &[]),
            ("In the trial, the nurses ate 2.1 a day.", &[]),
        ]);
    }

    #[test]
    fn so_many_more() {
        check(&[
            ("In the trial, sailors remembered, on average, 0.4 more.", &["0.4"]),
            ("In the trial, that is 120 fewer visits for every 100 sailors.", &["120"]),
            ("In the trial, children on syrup knew more words - about 37 more.", &["37"]),
            ("In the trial, there were 120 fewer ships.", &[]),
            ("In the trial, 37 more joined the group.", &[]),
            ("In the trial, they had 12 more than last year.", &[]),
        ]);
    }
}
