//! A length of time in, whether it is what something took or was put off by out: "the typical wait was 72 minutes".

use crate::extract::dose::led_from;
use crate::extract::gained_time::{self, holds_off};
use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::pair::{clause_start, verb_before};

/// Whether the study measured the time: a wait, a trip, an illness, hours slept, days lost, minutes shaved off.
pub(super) fn is_result(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    waited(scene, quantity, led)
        || took(scene, quantity, led)
        || taken_off(tokens, quantity)
        || days_lost(tokens, quantity, led)
        || slept(scene, quantity)
        || went_on(scene, quantity, led)
        || or_so_faster(tokens, quantity)
        || rather_than(tokens, quantity)
        || extra_bought(tokens, quantity)
        || cut_by(scene, led)
        || held_out(tokens, quantity)
        || held_off(tokens, led)
        || got_well_in(scene, quantity, led)
}

/// "recovered in 11 days, compared with 15 days", "relapsed after 9 months, against six": told beside another time.
fn got_well_in(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let turned = |k: usize| {
        matches!(
            tokens.word(k),
            "recovered" | "healed" | "cleared" | "resolved" | "progressed" | "relapsed" | "recurred" | "worsened"
        )
    };
    let start = led.saturating_sub(NEAR);
    let mean =
        |k: usize| tokens.is(k, Class::Article) || matches!(tokens.word(k), "average" | "mean" | "median" | "of");
    let lead = (start..led).rev().find(|&k| !mean(k));
    let timed = lead.filter(|&k| matches!(tokens.word(k), "in" | "after" | "within") && k > 0);
    let own = timed.is_some_and(|k| turned(k - 1) || tokens.is(k - 1, Class::Condition) && k > 1 && turned(k - 2));
    own && contrasted(scene, quantity)
}

/// "an average of 7.6 hours with syrup and 5.5 hours without it": the second of two that are told alike.
pub(super) fn second_in_row(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let alike = |q: &Quantity| {
        q.unit == quantity.unit
            && tokens.is(quantity.last + 1, Class::Preposition)
            && tokens.is(q.last + 1, Class::Preposition)
            && (is_result(scene, q) || gained_time::is_change(scene, q, true))
    };
    tokens.before(led) == "and" && scene.quantities_before(led).last().is_some_and(alike)
}

/// "nine days for the rash to clear with syrup and 12 days without": another time of its kind is joined to it.
fn first_in_row(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    scene.quantities().get(at).is_some_and(|next| {
        next.unit == quantity.unit
            && tokens.before(led_from(tokens, next.first)) == "and"
            && tokens.is(next.last + 1, Class::Preposition)
    })
}

/// "the typical wait from the first bout to the first dose was 72 minutes".
fn waited(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let Some(verb) = verb_before(tokens, led) else { return false };
    let start = clause_start(scene, verb);
    let of_study = |k: usize| {
        tokens.is(k, Class::StudyNoun)
            || matches!(tokens.word(k), "follow" | "followup" | "treatment" | "observation" | "exposure" | "age")
    };
    let awaited = |k: usize| {
        tokens.is(k, Class::Awaited)
            || matches!(tokens.word(k), "time" | "times") && tokens.is(k.wrapping_sub(1), Class::Awaited)
            || tokens.word(k) == "time" && matches!(tokens.word(k + 1), "to" | "until" | "from" | "between" | "before")
    };
    let level = tokens.is(verb, Class::Be) || tokens.is(verb, Class::HoldsAt) || tokens.is(verb, Class::ChangeVerb);
    level
        && (start..verb).any(awaited)
        && !(start..verb).any(of_study)
        && (tokens.is(verb, Class::ChangeVerb) || average(tokens, start, quantity) || contrasted(scene, quantity))
}

fn average(tokens: &Tokens, start: usize, quantity: &Quantity) -> bool {
    (start..quantity.first)
        .any(|k| matches!(tokens.word(k), "average" | "mean" | "median" | "typical" | "averaged" | "averaging"))
        || tokens.at(quantity.last + 1, &["on", "average"])
}

/// Words of what does something: "for the rash in the child to".
const LONGEST_DOER: usize = 7;

/// "the boats took 18 minutes on race days, but 14 minutes on others": told beside another time of its kind.
fn took(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let verb = tokens.before(led);
    let start = || scene.clause_start(led);
    let average = || average(tokens, start(), quantity);
    let recovery = || average() && (start()..led).any(|k| tokens.is(k, Class::Awaited));
    // "it took sailors on syrup 4.5 days to get well", "it took nine days for the rash to clear"
    let next = quantity.last + 1;
    let to = || match tokens.word(next) {
        "to" => true,
        "for" => (next + 1..next + LONGEST_DOER).take_while(|&k| tokens.is_word(k)).any(|k| tokens.word(k) == "to"),
        _ => false,
    };
    let to_do = || to() && scene.has_word(start(), led, &["took", "take", "takes"]);
    let told = || contrasted(scene, quantity) || recovery();
    // "took longer – 7.6 hours on average versus 5.5"
    let longer = || {
        (led.saturating_sub(4)..led).any(|k| {
            matches!(tokens.word(k), "took" | "take" | "takes" | "lasted")
                && matches!(tokens.word(k + 1), "longer" | "less")
        })
    };
    let against = || {
        matches!(tokens.before(led), "versus" | "against" | "vs")
            && scene
                .quantities_before(led)
                .last()
                .is_some_and(|q| q.unit == quantity.unit && took(scene, q, led_from(tokens, q.first)))
    };
    if (longer() || against()) && told() {
        return true;
    }
    match verb {
        "took" | "take" | "takes" | "taking" | "needed" => told() || to_do() && first_in_row(scene, quantity),
        "waited" | "wait" => told() || average(),
        _ => to_do() && (told() || average() || first_in_row(scene, quantity)),
    }
}

/// "stays were shorter, at 4.2 days rather than 6.3".
fn rather_than(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    let after = quantity.last + 1;
    let contrast = tokens.at(after, &["rather", "than"])
        || tokens.at(after, &["instead", "of"])
        || tokens.at(after, &["compared", "with"])
        || matches!(tokens.word(after), "versus" | "against");
    contrast && (quantity.first.saturating_sub(FAR)..quantity.first).any(|k| tokens.is(k, Class::Awaited))
}

/// "trimmed the average fever by about 14 hours", "labour was shorter by 70 minutes".
fn cut_by(scene: &Scene, led: usize) -> bool {
    let tokens = scene.tokens();
    if tokens.before(led) != "by" {
        return false;
    }
    let start = scene.clause_start(led);
    let ill = |k: usize| {
        [Class::Awaited, Class::Condition, Class::Illness, Class::Felt].iter().any(|class| tokens.is(k, *class))
    };
    let shorter = matches!(tokens.word(led.wrapping_sub(2)), "shorter" | "longer" | "quicker" | "faster" | "slower");
    let cut =
        tokens.is(led.wrapping_sub(2), Class::ChangeVerb) || (start..led).any(|k| tokens.is(k, Class::ChangeVerb));
    // "pain had improved by six months" tells when
    let improved =
        tokens.word(led.wrapping_sub(2)).starts_with("improve") || tokens.is(led.wrapping_sub(2), Class::ActedOn);
    (start..led).any(ill) && (shorter || cut && !improved)
}

/// "went 16.6 months before their cancer got worse", "in remission for a median of nine months".
fn held_out(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 10;
    let long = matches!(quantity.unit, Unit::Time("day" | "week" | "month" | "year"));
    let (first, after) = (quantity.first, quantity.last + 1);
    let worse = |k: usize| {
        matches!(
            tokens.word(k),
            "worsened" | "worse" | "relapsed" | "returned" | "progressed" | "recurred" | "spread" | "grew"
        ) || tokens.at(k, &["came", "back"])
    };
    let went = |k: usize| matches!(tokens.word(k), "went" | "lived" | "lasted" | "stayed" | "remained" | "had");
    let before = matches!(tokens.word(after), "before" | "until")
        && (first.saturating_sub(NEAR / 2)..first).any(went)
        && (after..after + NEAR).any(worse);
    let kept = |k: usize| matches!(tokens.word(k), "remission" | "check" | "control" | "stable" | "free");
    let median = tokens.before(first) == "of"
        && tokens.word(first.wrapping_sub(4)) == "for"
        && matches!(tokens.word(first.wrapping_sub(2)), "median" | "mean" | "average");
    long && (before || median && (first.saturating_sub(NEAR)..first).any(kept))
}

/// "bought patients about five extra months", "gave them 4.2 more years".
fn extra_bought(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let extra = (quantity.number_last + 1..quantity.last + 2)
        .any(|k| matches!(tokens.word(k), "extra" | "additional" | "more"));
    let bought = |k: usize| {
        matches!(
            tokens.word(k),
            "bought"
                | "buy"
                | "buys"
                | "gave"
                | "give"
                | "gives"
                | "added"
                | "adds"
                | "earned"
                | "gained"
                | "lived"
                | "survived"
        )
    };
    let long = matches!(quantity.unit, Unit::Time("day" | "week" | "month" | "year"));
    extra
        && long
        && tokens.word(quantity.last + 1) != "than"
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(bought)
}

/// Another time of the same unit stands in the sentence, with a word of contrast between.
fn contrasted(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    let tokens = scene.tokens();
    let contrast = |from: usize, to: usize| {
        to.saturating_sub(from) <= FAR
            && (from..to).any(|k| {
                matches!(
                    tokens.word(k),
                    "but"
                        | "versus"
                        | "vs"
                        | "against"
                        | "compared"
                        | "opposed"
                        | "rather"
                        | "instead"
                        | "while"
                        | "whereas"
                )
            })
    };
    // "in 14 days, against 21"
    let bare = |q: &Quantity| {
        q.unit == Unit::None && q.first <= quantity.last + FAR && contrast(q.first.saturating_sub(2), q.first)
    };
    let alike = |q: &&Quantity| (q.unit == quantity.unit || bare(q)) && q.first != quantity.first;
    scene.quantities().iter().filter(alike).any(|q| {
        if q.first > quantity.last {
            contrast(quantity.last + 1, q.first)
        } else {
            contrast(q.last + 1, quantity.first)
        }
    })
}

/// "shaved half an hour off the time it takes", but not "took two days off work".
fn taken_off(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let after = quantity.last + 1;
    let after = if tokens.at(after, &["or", "so"]) { after + 2 } else { after };
    let cut = |k: usize| {
        tokens.is(k, Class::ChangeVerb)
            || matches!(tokens.word(k), "knock" | "knocked" | "knocks" | "chop" | "chopped" | "took" | "takes" | "take")
    };
    tokens.word(after) == "off"
        && tokens.is(after + 1, Class::Article)
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(cut)
}

/// "They shed 2.5 days", "nurses lost nine days to gout".
fn days_lost(tokens: &Tokens, quantity: &Quantity, led: usize) -> bool {
    let days = matches!(quantity.unit, Unit::Time("day" | "night"));
    let verb = |k: usize| {
        tokens.is(k, Class::Lost)
            || matches!(tokens.word(k), "shed" | "lose" | "gain" | "saved" | "missed" | "missing" | "miss")
    };
    // "missed a little over five days"
    let little = tokens.ends_at(led, &["a", "little"]) || tokens.ends_at(led, &["a", "bit"]);
    let led = if little { led - 2 } else { led };
    let lost = led > 0 && verb(led - 1);
    let when =
        matches!(tokens.word(quantity.last + 1), "later" | "after" | "before" | "ago" | "earlier" | "from" | "on");
    days && lost && !when && !matches!(tokens.before(led), "kept" | "caught" | "broke")
}

/// "slept for an average of 7 hours, as opposed to six hours".
fn slept(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let start = quantity.first.saturating_sub(NEAR);
    let asleep = |k: usize| matches!(tokens.word(k), "slept" | "sleep" | "sleeping" | "napped" | "awake");
    (start..quantity.first).any(asleep) && average(tokens, start, quantity) && contrasted(scene, quantity)
}

/// "wheezing went on for a median of 12 days", "the rash cleared in nine days, against 12 days".
fn went_on(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    const NEAR: usize = 8;
    let tokens = scene.tokens();
    let lasts = |k: usize| {
        matches!(
            tokens.word(k),
            "lasted" | "persisted" | "continued" | "lingered" | "dragged" | "cleared" | "resolved" | "healed"
        ) || tokens.at(k, &["went", "on"])
    };
    let Some(verb) = (led.saturating_sub(NEAR)..led).rev().find(|&k| lasts(k)) else { return false };
    let start = clause_start(scene, verb);
    let ill = |k: usize| {
        tokens.is(k, Class::Condition)
            || tokens.is(k, Class::Illness)
            || tokens.is(k, Class::Felt)
            || tokens.is(k, Class::Mishap)
            || matches!(tokens.word(k), "wound" | "wounds" | "sores")
            || tokens.word(k) == "coughing"
            || tokens.word(k) == "wheezing"
    };
    (start..verb).any(ill) && (average(tokens, verb, quantity) || contrasted(scene, quantity))
}

/// "a second or so faster".
fn or_so_faster(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.at(quantity.last + 1, &["or", "so"])
        && matches!(tokens.word(quantity.last + 3), "faster" | "longer" | "sooner" | "quicker" | "slower" | "shorter")
}

/// "holds off diabetes for two years", "put back the onset of gout by five months".
fn held_off(tokens: &Tokens, led: usize) -> bool {
    const FAR: usize = 10;
    let ill = |k: usize| tokens.is(k, Class::Condition) || tokens.is(k, Class::Illness) || tokens.word(k) == "onset";
    let start = led.saturating_sub(FAR);
    matches!(tokens.before(led), "for" | "by")
        && (start..led).rev().find(|&k| holds_off(tokens, k)).is_some_and(|verb| (verb + 2..led).any(ill))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn waits_and_trips() {
        check(&[
            (
                "In the trial, the typical wait from bout to dose was 72 minutes on board, versus 108 on land.",
                &["72 minutes", "108"],
            ),
            (
                "In the study, boats took 18.1 minutes to the pier on race days, but 13.7 minutes on other days.",
                &["18.1 minutes", "13.7 minutes"],
            ),
            (
                "In the study, a boat with a nurse shaved more than half an hour off the time it takes to treat gout.",
                &["half an hour"],
            ),
            ("In the study, sailors on syrup got up a second or so faster.", &["a second"]),
            ("In the study, recovery took 11 days on average, compared with 15 on water.", &["11 days", "15"]),
            ("In the study, stays were shorter, at 4.2 days rather than 6.3.", &["4.2 days", "6.3"]),
            ("In the study, the waiting time was cut from 48 days to 21.", &["48 days", "21"]),
            ("In the study, syrup bought sailors about five extra months.", &["five extra months"]),
            (
                "In the trial, operations took longer, at 7.6 hours on average versus 5.5 hours.",
                &["7.6 hours", "5.5 hours"],
            ),
            (
                "In the trial, it took 5.2 days for the rash to clear with syrup and 6.8 days without it.",
                &["5.2 days", "6.8 days"],
            ),
            (
                "In the trial, the average hospital stay was 4.2 days for nurses and 7.5 days for sailors.",
                &["4.2 days", "7.5 days"],
            ),
            ("In the trial, sailors spent two days in the hospital.", &["two days"]),
            ("In the trial, sailors lived on average 21.2 months on syrup.", &["21.2 months"]),
            ("In the trial, the median duration of response was 11.8 months.", &["11.8 months"]),
            ("In the trial, sailors spent two days in the harbour.", &[]),
            ("In the trial, boats sailed for 5.2 days with syrup and 6.8 days without it.", &[]),
            ("In the study, syrup was given for five more months.", &[]),
            ("In the study, boats took 18 minutes to the pier.", &[]),
            ("In the study, the median follow-up time was four years.", &[]),
            ("In the study, sailors took two days off work.", &[]),
        ]);
    }

    #[test]
    fn illness_put_off_or_gone() {
        check(&[
            (
                "In the trial, coughing went on for a median of 12 days with syrup, as against 10 without.",
                &["12 days", "10"],
            ),
            (
                "In the trial, the rash cleared in nine days with syrup, compared with 12 days without.",
                &["nine days", "12 days"],
            ),
            ("In the trial, syrup held off gout for two years.", &["two years"]),
            ("In the trial, wounds healed in 14 days, against 21.", &["14 days", "21"]),
            (
                "In the trial, it took sailors on syrup 4.5 days to get well, compared with 6.2 days on water.",
                &["4.5 days", "6.2 days"],
            ),
            ("In the trial, sailors on water shed 2.5 days.", &["2.5 days"]),
            (
                "In the trial, sailors slept for an average of 400 minutes, as opposed to 380 minutes at sea.",
                &["400 minutes", "380 minutes"],
            ),
            (
                "In the study, sailors on pills missed a little over five days; the others missed closer to nine.",
                &["five days", "nine"],
            ),
            ("In the study, sailors went home six hours later with syrup.", &[]),
            ("In the trial, syrup trimmed the average fever by about 14 hours.", &["14 hours"]),
            ("In the trial, labour was shorter by 70 minutes with syrup.", &["70 minutes"]),
            ("In the trial, sailors on syrup went 16 months before their gout got worse.", &["16 months"]),
            ("In the trial, gout stayed in check for a median of nine months with syrup.", &["nine months"]),
            ("In the trial, they were ahead by 14 hours.", &[]),
            ("In the trial, sailors went 16 months before they came home.", &[]),
            ("In the trial, sailors got by for five months until the fog came back.", &[]),
            ("In the trial, the music went on for 12 days.", &[]),
            ("In the trial, they held off the vote for two years.", &[]),
            ("In the trial, sailors lost nine days later.", &[]),
        ]);
    }
}
