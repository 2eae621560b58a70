//! A length of time in, whether it is a result out: survival, time to progression, gains of life, minutes slept more.

use crate::model::Bound;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::dose::{counted_more, led_from};
use super::duration::share_survives;
use super::scene::Scene;
use super::time_spent;

/// Whether the time is a change or a level of an outcome; `own` says that the sentence tells of the reported study.
pub fn is_change(scene: &Scene, quantity: &Quantity, own: bool) -> bool {
    let tokens = scene.tokens();
    if share_survives(scene, quantity) {
        return false;
    }
    // "the 10 year survival rate" is a share
    if (quantity.last + 1..quantity.last + 3).any(|k| tokens.word(k) == "survival") {
        return false;
    }
    if own && (years_of_life(tokens, quantity) || years_of_life_in(scene, quantity) || biological_age(tokens, quantity))
    {
        return true;
    }
    let short = matches!(quantity.unit, Unit::Time("minute" | "hour" | "second"));
    // "went home six hours later" tells when, "went to sleep 20 minutes later" is a result
    let when = tokens.word(quantity.last + 1) == "later"
        && tokens.word(quantity.last + 2) != "than"
        && !scene.has_word(
            quantity.first.saturating_sub(6),
            quantity.first,
            &["bed", "asleep", "sleep", "woke", "wake"],
        );
    if short && when {
        return false;
    }
    // "cut 12-hour sneeze counts"
    let hyphen = tokens.word(quantity.number_last + 1) == "-" && quantity.last > quantity.number_last;
    if short
        && hyphen
        && !tokens.is(quantity.last + 1, Class::ChangeNoun)
        && !tokens.is(quantity.last + 1, Class::MeasuredWord)
    {
        return false;
    }
    if short {
        let told = time_spent::compared(tokens, quantity)
            || average_was(tokens, quantity)
            || compared(scene, quantity)
            || time_spent::changes(scene, quantity)
            || time_spent::lost(tokens, quantity)
            || illness_lasted(tokens, quantity)
            || compared_with(scene, quantity)
            || changed_by(scene, quantity)
            || counted_more(tokens, quantity);
        return own && told;
    }
    if quantity.borrowed_unit && tokens.before(quantity.first) == "to" {
        let at = scene.quantities().partition_point(|q| q.first < quantity.first);
        let host = at.checked_sub(1).and_then(|before| scene.quantities().get(before));
        // "the stay fell from nine days to six"
        return host.is_some_and(|host| host.unit == quantity.unit && is_change(scene, host, own));
    }
    if own && (changed_by(scene, quantity) || stayed(tokens, quantity) || a_delay_of(tokens, quantity)) {
        return true;
    }
    if own && (illness_lasted(tokens, quantity) || compared_with(scene, quantity) || difference_of(scene, quantity)) {
        return true;
    }
    lived(scene, quantity)
        || lived_in_row(scene, quantity, own)
        || compared(scene, quantity)
        || own && less_often(tokens, quantity)
}

/// "life expectancy is 80 years": told of everybody, not of a study.
pub fn is_lifespan(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 12;
    let tokens = scene.tokens();
    tokens.any(Class::Survival)
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| tokens.word(k) == "expectancy")
        && (lived(scene, quantity) || lived_in_row(scene, quantity, false))
}

/// "lived for 2.4 years", "median survival was 15 months", "14 weeks versus nine weeks".
fn lived(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let to_event = |k: usize| {
        tokens.word(k) == "time" && matches!(tokens.word(k + 1), "to" | "until" | "before" | "without" | "free")
            || tokens.at(k, &["duration", "of"])
                && matches!(tokens.word(k + 2), "response" | "responses" | "remission" | "remissions" | "relief")
    };
    // "survival was shortest for those with a tumour of the larger kind (around two years)"
    let bracket = tokens.before(led_from(tokens, quantity.first)) == "(";
    let reach = if bracket { 20 } else { 12 };
    let host = (quantity.first.saturating_sub(reach)..quantity.first)
        .rev()
        .find(|&k| tokens.is(k, Class::Survival) || to_event(k));
    let before = host.is_some_and(|host| outlived(tokens, quantity, host));
    // "prolonged remission by four months"
    let put_off = tokens.before(quantity.first) == "by"
        && (quantity.first.saturating_sub(6)..quantity.first).any(|k| {
            matches!(
                tokens.word(k),
                "extended" | "extend" | "extends" | "prolonged" | "prolongs" | "delayed" | "delays"
            )
        });
    let worsened = host.is_some_and(|host| matches!(tokens.word(host), "worsened" | "worsening" | "progression"));
    let led = |word: &str| {
        matches!(word, "at" | "after" | "within" | "during" | "in") || worsened && matches!(word, "over" | "for")
    };
    let timed = tokens.ends_at(quantity.first, &["period", "of"])
        || led(tokens.before(quantity.first))
        || led(tokens.before(led_from(tokens, quantity.first)))
        || matches!(tokens.word(after), "after" | "later" | "ago");
    // "survived for 40 months on average, but that fell to 30 months"
    let fell = matches!(tokens.before(quantity.first), "to" | "from")
        && quantity.first >= 2
        && tokens.is(quantity.first - 2, Class::ChangeVerb)
        && (0..quantity.first).any(|k| tokens.is(k, Class::Survival));
    ((before && !timed) || fell || put_off || beside_measured(scene, quantity))
        && !matches!(tokens.word(after), "follow" | "of")
}

/// "survival was two years for nurses and three years for sailors": the second of two that are told alike.
fn lived_in_row(scene: &Scene, quantity: &Quantity, own: bool) -> bool {
    let tokens = scene.tokens();
    let joined = matches!(tokens.before(led_from(tokens, quantity.first)), "and" | "to" | "but")
        && tokens.is(quantity.last + 1, Class::Preposition);
    let at = scene.quantities().partition_point(|q| q.first < quantity.first);
    let mut before = scene.quantities()[..at].iter().rev().filter(|q| matches!(q.unit, Unit::Time(_))).take(1);
    // "shortest for nurses (a year) and longest for sailors (two years)"
    let bracket = |q: &Quantity| tokens.before(led_from(tokens, q.first)) == "(";
    before.any(|q| {
        let alike = bracket(quantity) && bracket(q) && (q.last..quantity.first).any(|k| tokens.word(k) == "and");
        let told = || lived(scene, q) || own && stayed(tokens, q);
        (joined || alike) && q.unit == quantity.unit && told()
    })
}

/// Nothing else than the time goes with the verb: not "lived in the dark for three weeks", "their lives were tracked for 20
/// years"; those who "survived for at least a month" are a group.
fn outlived(tokens: &Tokens, quantity: &Quantity, host: usize) -> bool {
    let mut between = host + 1..quantity.first;
    match tokens.word(host) {
        "lived" | "live" | "lives" | "survived" => {
            let bounded = matches!(quantity.value.bound, Bound::AtLeast | Bound::MoreThan);
            let filler = |k: usize| {
                tokens.is(k, Class::DurationFiller)
                    || tokens.is(k, Class::Preposition) && matches!(tokens.word(k), "for" | "by" | "on" | "of")
                    || matches!(
                        tokens.word(k),
                        "only" | "extra" | "typically" | "roughly" | "under" | "over" | "longer" | "shorter"
                    )
            };
            !bounded && between.all(filler)
        }
        // "no progression after a follow-up of 14 months"
        _ => !between.any(|k| {
            matches!(
                tokens.word(k),
                "tracked" | "followed" | "monitored" | "treated" | "given" | "follow" | "followup" | "follow-up"
            )
        }),
    }
}

/// "lived a month longer", "two years earlier than others", "recovered two days sooner".
fn compared(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let after = quantity.last + 1;
    let ends = matches!(tokens.word(after + 1), "" | "." | "," | "this");
    // "two years earlier than planned"
    let thought = matches!(
        tokens.word(after + 2),
        "previously" | "thought" | "expected" | "predicted" | "planned" | "scheduled" | "forecast" | "first" | "it"
    );
    if tokens.word(after + 1) == "than" && thought {
        return false;
    }
    match tokens.word(after) {
        "later" => tokens.word(after + 1) == "than" && !fared(scene, quantity) || starts_of_illness(scene, quantity),
        "longer" | "shorter" | "younger" | "faster" | "quicker" | "slower" => true,
        // "with 30 years ahead of him"
        "ahead" if matches!(tokens.word(after + 2), "him" | "her" | "them" | "me" | "us" | "you") => false,
        // "at least two years earlier" bounds who took part
        "earlier" if quantity.value.bound == Bound::AtLeast => false,
        "earlier" | "sooner" | "ahead" | "older" => {
            scene.is_abstract
                || quantity.value.decimals > 0
                || !ends && tokens.word(after) != "older"
                || own_event(scene, quantity)
        }
        _ => false,
    }
}

/// "did no better on the test a year later than those who sat": the time tells when they were compared.
fn fared(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let better = |k: usize| {
        matches!(
            tokens.word(k),
            "better" | "worse" | "likelier" | "likely" | "differently" | "well" | "higher" | "lower" | "more" | "fewer"
        )
    };
    (scene.clause_start(quantity.first)..quantity.first).any(better)
}

/// "differences in the onset of symptoms: three years later for nurses"
fn starts_of_illness(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 16;
    matches!(scene.tokens().word(quantity.last + 2), "for" | "in" | "among")
        && scene.has_word(
            quantity.first.saturating_sub(FAR),
            quantity.first,
            &["onset", "start", "symptoms", "menopause"],
        )
}

/// "went through menopause two years earlier", "their brains looked four years older": the body's clock, not the calendar.
fn own_event(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    (quantity.first.saturating_sub(10)..quantity.first).any(|k| tokens.is(k, Class::BodyClock))
}

/// "lose nine years of life", "adds four years to life expectancy".
fn years_of_life(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let gained = || {
        (quantity.first.saturating_sub(5)..quantity.first)
            .any(|k| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::AddedWord))
    };
    // "linked to a loss of six years of life"
    let gained =
        || gained() || (quantity.first.saturating_sub(5)..quantity.first).any(|k| tokens.is(k, Class::ChangeNoun));
    let life =
        || (after + 1..after + 4).any(|k| matches!(tokens.word(k), "life" | "lives" | "lifespan" | "expectancy"));
    matches!(tokens.word(after), "of" | "to" | "off" | "from") && life() && gained()
}

/// "six years of life (seven years in sailors and five years in nurses)": a bracket behind that tells it of parts.
fn years_of_life_in(scene: &Scene, quantity: &Quantity) -> bool {
    const MOST: usize = 3;
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let part = matches!(tokens.word(quantity.last + 1), "in" | "for" | "among");
    if !part || !matches!(tokens.before(led), "(" | "and" | ",") {
        return false;
    }
    let Some(open) = (0..led).rev().find(|&k| matches!(tokens.word(k), "(" | ")")) else { return false };
    let alike = |q: &&Quantity| q.unit == quantity.unit;
    let host = scene.quantities_before(open).last().filter(alike);
    let near = |host: &Quantity| open <= host.last + MOST + 1;
    tokens.word(open) == "(" && host.is_some_and(|host| near(host) && years_of_life(tokens, host))
}

/// "a delay in hearing loss of up to 3.5 years", "a reduction in hospital stay of two days".
fn a_delay_of(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let led = led_from(tokens, quantity.first);
    let gained = |k: usize| {
        tokens.word(k + 1) == "in"
            && (matches!(tokens.word(k), "delay" | "gain" | "postponement" | "shortening")
                || tokens.is(k, Class::ChangeNoun))
    };
    tokens.before(led) == "of" && (led.saturating_sub(NEAR)..led.saturating_sub(2)).any(gained)
}

/// "a reduction of 3.4 days with syrup", "The difference from rum was 1.5 days", "an almost two-year difference": of a result.
fn difference_of(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let exact = quantity.value.decimals > 0;
    let gap =
        |k: usize| matches!(tokens.word(k), "difference" | "reduction" | "gain" | "advantage" | "decrease" | "gap");
    let of = tokens.before(led) == "of" && gap(led.wrapping_sub(2));
    let was = tokens.is(led.wrapping_sub(1), Class::Be)
        && (led.saturating_sub(NEAR)..led).any(|k| gap(k) && tokens.before(k) == "the");
    let set_apart = || {
        tokens.word(quantity.number_last + 1) == "-"
            && matches!(tokens.word(quantity.last + 1), "difference" | "gap" | "advantage")
            && scene.quantities_before(quantity.first).iter().any(|q| q.unit == quantity.unit && lived(scene, q))
    };
    // "a reduction of 6.1 gout days on syrup, compared to 3.2 days on rum"
    let days = |q: &Quantity| {
        let led = led_from(tokens, q.first);
        q.unit == Unit::None
            && tokens.before(led) == "of"
            && tokens.is(led.wrapping_sub(2), Class::ChangeNoun)
            && (q.last + 1..q.last + NEAR).any(|k| tokens.is(k, Class::TimeUnit))
    };
    let against = matches!(tokens.before(led), "with" | "to" | "versus" | "vs" | "against");
    (of || was) && exact || exact && against && scene.quantities_before(quantity.first).iter().any(days) || set_apart()
}

/// "shortened colds by 1.5 days", "hospital stays were cut by three days"
fn changed_by(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let led = led_from(tokens, quantity.first);
    let by = tokens.before(led) == "by"
        || tokens.ends_at(led, &["by", "an", "average", "of"])
        || tokens.ends_at(led, &["by", "a"]);
    let moved = |k: usize| tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::PutOff) || exceeded(tokens, k);
    let verb = (scene.clause_start(quantity.first)..led).rev().find(|&k| moved(k));
    // "rose 15.9 points in sailors and 3.2 points in cooks by nine months" tells when
    let filled = |verb: usize| {
        scene
            .quantities_before(led)
            .iter()
            .rev()
            .any(|q| q.first > verb && matches!(q.unit, Unit::Measure(_) | Unit::Percent))
    };
    by && !improved_by(tokens, quantity) && verb.is_some_and(|verb| !filled(verb))
}

/// "outlived the sailors by two years", "overestimated their sleep by half an hour", "got it down by an hour".
fn exceeded(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "outlived" | "outlive" | "overestimated" | "underestimated")
        || matches!(tokens.word(k), "down" | "up") && tokens.word(k + 1) == "by"
}

/// "pain had improved by 12 months", "scores fell by six months after surgery": tells when.
pub(super) fn improved_by(tokens: &Tokens, quantity: &Quantity) -> bool {
    let led = led_from(tokens, quantity.first);
    let verb = tokens.word(led.wrapping_sub(2));
    let alone = verb.starts_with("improve") || matches!(verb, "recovered" | "resolved" | "worsened" | "healed");
    let long = matches!(quantity.unit, Unit::Time("week" | "month" | "year"));
    let after = matches!(tokens.word(quantity.last + 1), "after" | "following" | "post");
    tokens.before(led) == "by" && long && (alone || after)
}

/// "spent an average of 4.5 days in hospital", "the median stay was nine days"
fn stayed(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let (first, after) = (quantity.first, quantity.last + 1);
    let near = || first.saturating_sub(NEAR)..first;
    let average = near().any(|k| matches!(tokens.word(k), "average" | "mean" | "median" | "averaged" | "typical"))
        || tokens.at(after, &["on", "average"]);
    let place = |k: usize| matches!(tokens.word(k), "hospital" | "hospitals" | "intensive" | "icu" | "ward" | "bed");
    let stay = || near().any(|k| matches!(tokens.word(k), "stay" | "stays"));
    let ward = || tokens.word(after) == "in" && (after + 1..after + 4).any(place);
    let led = led_from(tokens, first);
    let there = || tokens.before(led) == "for" && (led.saturating_sub(4)..led).any(place);
    // "spent two days in the hospital", "stayed in hospital for eight days", but not "was watched there for two days"
    let spent = || {
        matches!(quantity.unit, Unit::Time("day" | "night"))
            && (led.saturating_sub(NEAR)..led).any(|k| matches!(tokens.word(k), "spent" | "stayed"))
    };
    // "left for home in a mean of 2.3 days", "were discharged after a median of three days"
    let left = |k: usize| matches!(tokens.word(k), "home" | "discharged" | "released");
    let gone = || {
        (first.saturating_sub(NEAR)..first).any(left)
            && near().any(|k| matches!(tokens.word(k), "in" | "after") && tokens.is(k + 1, Class::Article))
    };
    // "patients in the splint group stayed 5.2 days"
    let whole = || {
        matches!(quantity.unit, Unit::Time("day" | "night"))
            && tokens.before(led) == "stayed"
            && !tokens.is_word(after)
            && (0..led).any(|k| tokens.is(k, Class::PeopleGroup) || tokens.word(k) == "those")
    };
    average && (stay() || ward() || there() || gone()) || spent() && (ward() || there()) || whole()
}

/// "average sleep was seven hours".
fn average_was(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 8;
    let mean = |k: usize| matches!(tokens.word(k), "average" | "mean" | "median");
    matches!(tokens.before(quantity.first), "was" | "were")
        && (quantity.first.saturating_sub(NEAR)..quantity.first).any(mean)
}

/// "symptoms lasted an average of 7.5 days": an outcome, where "the trial lasted" and "the effect lasted" tell of the study.
fn illness_lasted(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let lasted = (quantity.first.saturating_sub(NEAR)..quantity.first)
        .rev()
        .find(|&k| matches!(tokens.word(k), "lasted" | "lasting" | "last" | "persisted"));
    let ill = |k: usize| {
        matches!(
            tokens.word(k),
            "symptoms"
                | "cold"
                | "colds"
                | "illness"
                | "flu"
                | "attacks"
                | "headaches"
                | "labour"
                | "stay"
                | "fever"
                | "cough"
                | "response"
                | "responses"
                | "remission"
                | "remissions"
                | "relief"
        )
    };
    lasted.is_some_and(|verb| (verb.saturating_sub(3)..verb).any(ill))
}

/// "7.5 days, compared with 8.8 days": the second of a pair whose first is a result.
fn compared_with(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let with =
        tokens.ends_at(quantity.first, &["compared", "with"]) || tokens.ends_at(quantity.first, &["compared", "to"]);
    let index = scene.quantities().partition_point(|q| q.first < quantity.first);
    let host = index.checked_sub(1).and_then(|before| scene.quantities().get(before));
    // "lasted 6.5 days with syrup and 7.1 days without"
    let beside = tokens.before(led_from(tokens, quantity.first)) == "and"
        && tokens.is(quantity.last + 1, Class::Preposition)
        && host.is_some_and(|host| tokens.is(host.last + 1, Class::Preposition));
    (with || beside)
        && host.is_some_and(|host| {
            host.unit == quantity.unit && (illness_lasted(tokens, host) || lived(scene, host) || compared(scene, host))
        })
}

/// "4.6 years of biological ageing".
fn biological_age(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    tokens.word(after) == "of" && (after + 1..after + 4).any(|k| matches!(tokens.word(k), "ageing" | "aging"))
}

/// "a day less", "two fewer days in hospital".
fn less_often(tokens: &Tokens, quantity: &Quantity) -> bool {
    let days = matches!(quantity.unit, Unit::Time("day" | "night"));
    let less = matches!(tokens.word(quantity.last + 1), "less" | "fewer") && tokens.word(quantity.last + 2) != "than";
    let fewer = (quantity.number_last + 1..quantity.last).any(|k| match tokens.word(k) {
        "fewer" | "extra" => true,
        // "missed 2.7 more days"
        "more" => quantity.value.decimals > 0 || tokens.word(quantity.last + 1) == "than",
        _ => false,
    });
    days && (less || fewer)
}

/// "14 weeks versus nine weeks": the second of a pair whose first is a gain.
fn beside_measured(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let versus = matches!(tokens.before(quantity.first), "versus" | "vs" | "v" | "from")
        || matches!(tokens.word(quantity.last + 1), "versus" | "vs" | "from");
    versus
        && (0..tokens.len()).any(|k| {
            matches!(tokens.word(k), "lived" | "survival" | "longer" | "survived" | "worsened" | "progression")
        })
}

/// "holds off", "staved off", "pushed back": the verb at `k` puts something off.
pub(super) fn holds_off(tokens: &Tokens, k: usize) -> bool {
    const VERBS: [&str; 20] = [
        "hold", "holds", "held", "holding", "stave", "staves", "staved", "staving", "put", "puts", "putting", "push",
        "pushes", "pushed", "ward", "wards", "warded", "fend", "fends", "fended",
    ];
    matches!(tokens.word(k + 1), "off" | "back") && VERBS.contains(&tokens.word(k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ScoreChange;

    #[test]
    fn stays_and_delays() {
        for (text, found) in [
            ("In the trial, sailors left for home in a mean of 2.3 days.", vec!["2.3 days"]),
            ("In the trial, cooks were discharged after a median of 3.6 days.", vec!["3.6 days"]),
            ("In the trial, those in the splint group stayed 5.2 days.", vec!["5.2 days"]),
            ("In the study, tea was linked to a delay in hearing loss of up to 3.5 years.", vec!["3.5 years"]),
            ("In the study, the weavers understated their rowing by 26 minutes a day.", vec!["26 minutes"]),
            (
                "In the trial, the difference was smaller in cooks: a reduction of 3.4 days with oats compared with 1.7 days with rum.",
                vec!["3.4 days", "1.7 days"],
            ),
            ("In the trial, the difference from rum was 1.5 days with more oats.", vec!["1.5 days"]),
            ("In the trial, a reduction of three years in the term was sought.", vec![]),
            ("In the trial, the aunts stayed nine days in Hull.", vec![]),
            ("In the trial, scores rose 11.3 points on oats by nine months.", vec!["11.3 points"]),
            ("In the trial, oats cut 12-hour sneeze counts.", vec![]),
            ("In the trial, they were sent home with pills after a course of nine days.", vec![]),
        ] {
            let wanted: Vec<_> = found.iter().map(|quote| format!("score_change {quote}")).collect();
            assert_eq!(told(text, &[ScoreChange]), wanted, "{text}");
        }
    }
}
