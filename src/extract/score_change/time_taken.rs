//! A length of time in, whether it is what something took or was put off by out: "the typical wait was 72 minutes".

use crate::extract::dose::led_from;
use crate::extract::gained_time::{self, holds_off};
use crate::extract::nouns::ILL;
use crate::extract::scene::Scene;
use crate::extract::world_time::somebody;
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::pair::{clause_start, stands_bare, verb_before};

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
        || stayed(scene, quantity, led)
        || seen_too(scene, quantity)
        || behind_colon(scene, led)
}

/// "Recovery was faster, too: 12 days with syrup"
fn behind_colon(scene: &Scene, led: usize) -> bool {
    const FAR: usize = 10;
    let tokens = scene.tokens();
    let awaited = |k: usize| tokens.is(k, Class::Awaited) && !matches!(tokens.word(k + 1), "list" | "lists");
    tokens.before(led) == ":" && (led.saturating_sub(FAR)..led).any(awaited)
}

/// "recovered in 11 days, compared with 15 days", "relapsed after 9 months, against six", "went home after 4.9 days": told
/// beside another time, or as exactly as means are.
fn got_well_in(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let turned = |k: usize| {
        matches!(
            tokens.word(k),
            "recovered"
                | "healed"
                | "cleared"
                | "closed"
                | "resolved"
                | "progressed"
                | "relapsed"
                | "recurred"
                | "worsened"
                | "discharged"
                | "broke"
                | "home"
                | "returned"
        ) || tokens.word(k) == "back" && matches!(tokens.before(k), "came" | "come")
    };
    let over = |k: usize| tokens.ends_at(k, &["got", "over"]) || tokens.ends_at(k, &["shook", "off"]);
    let start = led.saturating_sub(NEAR);
    let mean =
        |k: usize| tokens.is(k, Class::Article) || matches!(tokens.word(k), "average" | "mean" | "median" | "of");
    let lead = (start..led).rev().find(|&k| !mean(k));
    let timed = lead.filter(|&k| matches!(tokens.word(k), "in" | "after" | "within") && k > 0);
    let own = timed.is_some_and(|k| {
        let ill = k > 1 && tokens.is(k - 1, Class::Condition);
        let left = tokens.word(k - 1) == "hospital" && (k.saturating_sub(4)..k).any(|k| tokens.word(k) == "left");
        turned(k - 1) || left || ill && (turned(k - 2) || over(k - 1) || over(k - 2))
    });
    let mean = || quantity.value.decimals > 0 || average(tokens, start, quantity);
    own && (mean() || contrasted(scene, quantity) || first_in_row(scene, quantity))
}

/// "stayed 4.6 days", "stayed in the ward for nine days, against 12", but not "stayed on syrup for nine days".
fn stayed(scene: &Scene, quantity: &Quantity, led: usize) -> bool {
    let tokens = scene.tokens();
    let days = matches!(quantity.unit, Unit::Time("day" | "night"));
    let at = if tokens.before(led) == "for" { led - 1 } else { led };
    let told = || quantity.value.decimals > 0 || contrasted(scene, quantity);
    days && matches!(tokens.before(at), "stayed" | "stay") && told()
}

/// "twice the 5.7 months seen with tea": the second of two times that were measured.
fn seen_too(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let seen = matches!(tokens.word(quantity.last + 1), "seen" | "recorded" | "observed" | "reported" | "measured");
    let alike =
        |q: &Quantity| q.unit == quantity.unit && (is_result(scene, q) || gained_time::is_change(scene, q, true));
    seen && tokens.before(quantity.first) == "the"
        && scene.quantities_before(quantity.first).iter().rev().find(|q| q.unit != Unit::Times).is_some_and(alike)
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
    // "nine minutes by boat and 14 on foot"
    let alike = |next: &Quantity| next.unit == quantity.unit || stands_bare(tokens, next);
    scene.quantities().get(at).is_some_and(|next| {
        alike(next)
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
            || takes_time(tokens, k)
    };
    let level = tokens.is(verb, Class::Be) || tokens.is(verb, Class::HoldsAt) || tokens.is(verb, Class::ChangeVerb);
    level
        && (start..verb).any(awaited)
        && !(start..verb).any(of_study)
        && (tokens.is(verb, Class::ChangeVerb) || average(tokens, start, quantity) || contrasted(scene, quantity))
}

/// "to heal", "to fall asleep", "to come back": what a body does in its time.
fn bodily(tokens: &Tokens, to: usize) -> bool {
    matches!(
        tokens.word(to + 1),
        "worsen"
            | "heal"
            | "return"
            | "clear"
            | "progress"
            | "spread"
            | "grow"
            | "recover"
            | "relapse"
            | "resolve"
            | "disappear"
            | "recur"
            | "subside"
    ) || tokens.at(to + 1, &["fall", "asleep"])
        || tokens.at(to + 1, &["come", "back"])
        || tokens.at(to + 1, &["go", "away"])
        || tokens.word(to + 1) == "get" && matches!(tokens.word(to + 2), "well" | "better" | "worse")
}

/// "the time from the first bout", "the time until they slept"
fn takes_time(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "time" && matches!(tokens.word(k + 1), "to" | "until" | "from" | "between" | "before")
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
        "to" => Some(next),
        "for" => (next + 1..next + LONGEST_DOER).take_while(|&k| tokens.is_word(k)).find(|&k| tokens.word(k) == "to"),
        _ => None,
    };
    let lasts = || scene.has_word(start(), led, &["took", "take", "takes"]);
    let to_do = || to().is_some() && lasts();
    // "it took nine months for the tumor to come back"
    let of_body = || to().is_some_and(|to| bodily(tokens, to)) && lasts() && !somebody(scene, quantity.first);
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
    if (longer() || against()) && told() || of_body() {
        return true;
    }
    // "the course took nine weeks in port and 14 at sea"
    let of_study = || (start()..led).any(|k| tokens.is(k, Class::StudyNoun) || tokens.is(k, Class::LastingNoun));
    // "nurses waited nine days for a scan"
    let people = || (start()..led).any(|k| tokens.is(k, Class::People) && !tokens.is(k, Class::Singular));
    match verb {
        "took" | "take" | "takes" | "taking" | "needed" => {
            told() || (to_do() || tokens.is(next, Class::Preposition) && !of_study()) && first_in_row(scene, quantity)
        }
        "waited" | "wait" => told() || average() || tokens.word(next) == "for" && people() && !somebody(scene, led),
        _ => to_do() && (told() || average() || first_in_row(scene, quantity)),
    }
}

/// "stays were shorter, at 4.2 days rather than 6.3".
fn rather_than(tokens: &Tokens, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    let after = quantity.last + 1;
    let after = if tokens.word(after) == "," { after + 1 } else { after };
    let contrast = tokens.at(after, &["rather", "than"])
        || tokens.at(after, &["instead", "of"])
        || tokens.at(after, &["compared", "with"])
        || matches!(tokens.word(after), "versus" | "against");
    let awaited = |k: usize| tokens.is(k, Class::Awaited) || tokens.at(k, &["stayed", "longer"]);
    contrast && (quantity.first.saturating_sub(FAR)..quantity.first).any(awaited)
}

/// "trimmed the average fever by about 14 hours", "labour was shorter by 70 minutes".
fn cut_by(scene: &Scene, led: usize) -> bool {
    const TIMED: Classes = Classes::of(&[Class::Awaited, Class::Condition, Class::Illness, Class::Felt]);
    let tokens = scene.tokens();
    // "the stay dropped by half, to 3.6 days"
    let to = tokens.before(led) == "to" && tokens.word(led.wrapping_sub(2)) == ",";
    if tokens.before(led) != "by" && !to {
        return false;
    }
    let start = if to { 0 } else { scene.clause_start(led) };
    let timed = |k: usize| tokens.classes(k).meets(TIMED) || takes_time(tokens, k);
    let shorter = matches!(tokens.word(led.wrapping_sub(2)), "shorter" | "longer" | "quicker" | "faster" | "slower");
    let cut =
        tokens.is(led.wrapping_sub(2), Class::ChangeVerb) || (start..led).any(|k| tokens.is(k, Class::ChangeVerb));
    // "pain had improved by six months" tells when
    let improved =
        tokens.word(led.wrapping_sub(2)).starts_with("improve") || tokens.is(led.wrapping_sub(2), Class::ActedOn);
    (start..led).any(timed) && (shorter || cut && !improved)
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
    let extra = tokens.before(quantity.first) == "another"
        || (quantity.number_last + 1..quantity.last + 2)
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
                | "mean"
                | "means"
        )
    };
    let long = matches!(quantity.unit, Unit::Time("day" | "week" | "month" | "year"));
    // "four extra months can mean a summer at sea"
    let months = matches!(quantity.unit, Unit::Time("week" | "month" | "year"));
    let worth = || months && (quantity.number_last + 1..quantity.last).any(|k| tokens.word(k) == "extra");
    if worth() && tokens.is(quantity.last + 1, Class::Modal) {
        return true;
    }
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
                        | ";"
                ) || tokens.word(k) == "from" && matches!(tokens.before(k), "down" | "up")
            })
    };
    // "in 14 days, against 21"
    let bare = |q: &Quantity| {
        q.unit == Unit::None && q.first <= quantity.last + FAR && contrast(q.first.saturating_sub(2), q.first)
    };
    // "closed in ten days; the others took two weeks"
    let timed = |q: &Quantity| {
        matches!(
            (&q.unit, &quantity.unit),
            (Unit::Time("day" | "week" | "month"), Unit::Time("day" | "week" | "month"))
        )
    };
    let alike = |q: &&Quantity| (q.unit == quantity.unit || timed(q) || bare(q)) && q.first != quantity.first;
    let near = |q: &Quantity| q.first <= quantity.last + 1 + FAR;
    let nearby = &scene.quantities()[scene.quantities_before(quantity.first.saturating_sub(1 + FAR)).len()..];
    nearby.iter().take_while(|q| near(q)).filter(alike).any(|q| {
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
    let ill =
        |k: usize| tokens.classes(k).meets(ILL) || matches!(tokens.word(k), "wound" | "wounds" | "sores" | "coughing");
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
    let ill = |k: usize| tokens.classes(k).has_either(Class::Condition, Class::Illness) || tokens.word(k) == "onset";
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

    #[test]
    fn stays_and_times_to_heal() {
        check(&[
            (
                "In the study, cuts dressed with honey closed in eight days; those under lint took three weeks.",
                &["eight days", "three weeks"],
            ),
            ("In the study, weavers were discharged after 3.3 days.", &["3.3 days"]),
            ("In the study, cooks got over their colds in 5.6 days.", &["5.6 days"]),
            ("In the trial, weavers on the ward stayed 6.4 days.", &["6.4 days"]),
            (
                "In the trial, they stayed longer: an average of 9.1 days, versus 8.3 days for cooks.",
                &["9.1 days", "8.3 days"],
            ),
            ("In the study, villagers waited 41 days for a first scan; in towns the wait was 26.", &["41 days", "26"]),
            ("In the trial, it took rowers 24 minutes to fall asleep, down from 55.", &["24 minutes", "55"]),
            (
                "In the trial, it took 8.7 months for the tumor to come back, well over the 6.1 months seen with tea.",
                &["8.7 months", "6.1 months"],
            ),
            ("In the study, the new vans cut the time from fall to bed by 17 minutes.", &["17 minutes"]),
            ("In the study, rowers missed 1.9 more days a year than cooks.", &["1.9 more days"]),
            ("In the study, rowers outlived cooks by 2.6 years.", &["2.6 years"]),
            ("In the trial, cooks got their time at a screen down by 35 minutes a day.", &["35 minutes"]),
            ("In the trial, the cut took 33 minutes with the lamp, and 47 without it.", &["33 minutes", "47"]),
            ("In the trial, recovery was swifter, too: 13 days with mud, 18 with oil.", &["13 days", "18"]),
            ("In the trial, the average stay fell by a third, to 4.4 days.", &["4.4 days"]),
            ("In the trial, oiled rowers missed 1.3 days of work, the dry 2.8.", &["1.3 days", "2.8"]),
            ("In the trial, rowers had an average of 2.4 fewer drinks a week.", &["2.4 fewer drinks a week"]),
            ("In the trial, rowers averaged 7,300 steps a day, up from 5,200.", &["7,300 steps a day", "5,200"]),
            ("In the trial, rowers slept 21 minutes more than those at home.", &["21 minutes"]),
            ("In the study, the course took 13 days in port and 18 at sea.", &[]),
            (
                "In the trial, the typical cook left the hospital after four days, instead of six.",
                &["four days", "six"],
            ),
            (
                "In the trial, the rash came back after a median of 7.3 months with mud and 4.2 months without it.",
                &["7.3 months", "4.2 months"],
            ),
            ("In the study, shops closed in eight days.", &[]),
            ("In the study, weavers stayed on syrup for eight days.", &[]),
            ("In the study, he waited 41 days for a first scan.", &[]),
            ("In the study, it took 8.7 months for the boat to be built.", &[]),
            ("In the study, women had stopped work at least four years earlier.", &[]),
            (
                "In the study, scores rose 12 points in cooks and 3 points in rowers by nine months.",
                &["12 points", "3 points"],
            ),
        ]);
    }
}
