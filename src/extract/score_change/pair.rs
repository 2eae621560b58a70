//! A number in, the result that it is told beside out: "eased by 3.1 points in the first group and 2.4 in the second".

use rust_decimal::Decimal;

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
use crate::model::Span;
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::is_result;

/// So far results may lean on one another: "it was 3.9, and with more syrup 4.2".
const DEEPEST: usize = 3;

/// How a number is joined to the result before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "against 7", "compared with 1.9 points", "the other group (1.4)"
    Compared,
    /// "and 3.3 in the second"
    Listed,
    /// "fell by 3.1 in the first group, those in the second by 2.4": the same preposition stands before both.
    LedAlike,
    /// "the other group gained 23.3", "it was 1.2": the verb and where its clause starts.
    Told { verb: usize },
}

/// The result that lends a number its measure.
pub(super) struct Host<'a> {
    pub quantity: &'a Quantity,
    pub place: Span,
    /// "against 7", not "and 3.3 in the second".
    pub compared: bool,
}

/// The result that lends the number its measure: the one before it in the sentence or the last of the sentence before.
pub(super) fn host<'a>(scene: &Scene<'a>, quantity: &Quantity, own: bool, depth: usize) -> Option<Host<'a>> {
    let tokens = scene.tokens();
    let alone = stands_bare(tokens, quantity);
    let told = matches!(quantity.unit, Unit::Measure(_) | Unit::Time(_));
    if depth >= DEEPEST || !own || !(alone || told) {
        return None;
    }
    let joint = joint(tokens, quantity)?;
    let measured = match quantity.unit {
        Unit::Measure(_) => matches!(joint, Joint::Compared | Joint::Listed | Joint::LedAlike),
        Unit::Time(_) => matches!(joint, Joint::Compared | Joint::LedAlike) || quantity.borrowed_unit,
        _ => false,
    };
    // "8.4 months (95% CI, 6.1 to 10)"
    let interval = (quantity.first.saturating_sub(4)..quantity.first)
        .any(|k| matches!(tokens.word(k), "ci" | "interval" | "confidence" | "range" | "iqr"));
    if !(alone || measured) || interval || calendar_year(quantity) {
        return None;
    }
    let here = |host: &'a Quantity| Host {
        quantity: host,
        place: tokens.span(host.first, host.last),
        compared: joint == Joint::Compared,
    };
    let Joint::Told { verb } = joint else { return earlier(scene, quantity, joint, depth).map(here) };
    let start = clause_start(scene, verb);
    // "at the time they were 15"
    let aged = tokens.is(verb, Class::Be)
        && verb + 1 == led_from(tokens, quantity.first)
        && (tokens.is(verb.wrapping_sub(1), Class::People)
            || matches!(tokens.before(verb), "they" | "who" | "we" | "you"));
    if aged || counts_or_ages(tokens, start, verb) {
        return None;
    }
    earlier(scene, quantity, joint, depth)
        .map(here)
        .or_else(|| in_sentence_before(scene, quantity, (start, verb), depth))
}

/// The number stands without anything that is counted behind it.
pub(super) fn stands_bare(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let told = matches!(quantity.form, Form::Figures | Form::Words) && quantity.unit == Unit::None;
    let part = tokens.word(next) == "of" || quantity.value.decimals == 0 && tokens.at(next, &["out", "of"]);
    let sign = matches!(tokens.word(next), "-" | "/" | "%" | "°" | "+" | "x" | ":") && tokens.is_sign(next);
    // "from 20.4 down to 2.1"
    let onward = matches!(tokens.word(next), "down" | "up") && tokens.word(next + 1) == "to";
    let closes = onward || !tokens.is_word(next) && !tokens.is_number(next);
    told && !part && !sign && (closes || leads_on(tokens, next))
}

/// Words that close what is told of a number.
fn closes(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::SumsUp)
}

/// Words that may stand behind a number without being what it counts.
fn leads_on(tokens: &Tokens, k: usize) -> bool {
    [Class::Preposition, Class::Be, Class::SumsUp, Class::FigureJoint].iter().any(|class| tokens.is(k, *class))
}

fn calendar_year(quantity: &Quantity) -> bool {
    let years = Decimal::from(1900)..=Decimal::from(2100);
    quantity.unit == Unit::None && quantity.value.decimals == 0 && years.contains(&quantity.value.low)
}

fn joint(tokens: &Tokens, quantity: &Quantity) -> Option<Joint> {
    let first = led_from(tokens, quantity.first);
    let compared = match tokens.before(first) {
        "against" | "versus" | "vs" | "v" => true,
        // "fell by 9 points, to 131"
        "to" => {
            matches!(tokens.word(first.wrapping_sub(2)), "compared" | "opposed" | ",") || from_before(tokens, first)
        }
        "with" => matches!(tokens.word(first.wrapping_sub(2)), "compared" | "contrasted"),
        "rather" => tokens.word(first) == "than",
        "of" => {
            tokens.ends_at(first, &["instead", "of"])
                || tokens.is(first.wrapping_sub(2), Class::ChangeNoun)
                || matches!(tokens.word(first.wrapping_sub(2)), "gap" | "advantage" | "margin")
        }
        "but" => !matches!(quantity.unit, Unit::None),
        // "down from 7.3", "fell by 38 mg/dl, from 142 to 104", "versus a fall from 7.3", "shrank to 12 days from 14"
        "from" => {
            matches!(tokens.word(first.wrapping_sub(2)), "down" | "up" | ",")
                || tokens.is(first.wrapping_sub(2), Class::ChangeNoun)
                || to_before(tokens, first)
        }
        "(" => tokens.word(quantity.last + 1) == ")" && group(tokens, first.wrapping_sub(2)),
        _ => false,
    };
    if compared {
        return Some(Joint::Compared);
    }
    let by = tokens.before(first) == "by" && matches!(tokens.word(first.wrapping_sub(2)), "and" | ",");
    if by || matches!(tokens.before(first), "and" | "," | "or" | "but") {
        return Some(Joint::Listed);
    }
    // "lost 34 pounds, and those on placebo just five"
    if left_out(tokens, quantity, first) {
        return Some(Joint::Compared);
    }
    let told = verb_before(tokens, first).map(|verb| Joint::Told { verb });
    told.or_else(|| tokens.is(first.wrapping_sub(1), Class::Preposition).then_some(Joint::LedAlike))
}

/// The verb goes without saying between a group and its figure, which closes the clause.
fn left_out(tokens: &Tokens, quantity: &Quantity, first: usize) -> bool {
    const LONGEST: usize = 8;
    let hedged = first < quantity.first
        || quantity.value.decimals > 0
        || [Class::PeopleGroup, Class::ControlWord, Class::TreatedGroup]
            .iter()
            .any(|c| tokens.is(first.wrapping_sub(1), *c));
    // "the choir 4 and the others one"
    let next = quantity.last + 1;
    let closes = !tokens.is_word(next) || tokens.word(next) == "and" && tokens.is(next + 1, Class::Article);
    let start = (first.saturating_sub(LONGEST)..first)
        .rev()
        .find(|&k| matches!(tokens.word(k), "and" | "while" | "but" | ";" | ","));
    let others = |from: usize| (from + 1..first).any(|k| matches!(tokens.word(k), "those" | "others" | "rest"));
    // "missed 1.2 days, the untrained 3.4"
    let exact = quantity.value.decimals > 0;
    let named = |from: usize| {
        exact && tokens.is(from + 1, Class::Article)
            || (from + 1..first).any(|k| group(tokens, k) || tokens.word(k) == "those")
    };
    let verb = |k: usize| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::ChangeVerb) || tokens.is(k, Class::Be);
    (hedged || start.is_some_and(others))
        && closes
        && first > 0
        && tokens.is_word(first - 1)
        && !tokens.is(first - 1, Class::Preposition)
        && start.is_some_and(|from| named(from) && !(from..first).any(verb))
}

/// "from 142 to", "from a mean of 21.4 an hour before bed to": the number led by "from" shortly before.
fn from_before(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 12;
    (first.saturating_sub(NEAR)..first).any(|k| tokens.word(k) == "from")
}

/// "to 12 days from": the number led by "to" right before.
fn to_before(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 9;
    (first.saturating_sub(NEAR)..first.saturating_sub(1)).any(|k| tokens.word(k) == "to" && tokens.is_number(k + 1))
}

fn group(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PeopleGroup)
        || tokens.is(k, Class::Animal)
        || tokens.is(k, Class::ControlWord)
        || tokens.is(k, Class::TreatedGroup)
        || tokens.is(k, Class::People)
}

/// The verb that tells the number: "was", "had", "gained", "slipped by", "came in at", "down to".
pub(super) fn verb_before(tokens: &Tokens, first: usize) -> Option<usize> {
    let verb = |k: usize| {
        tokens.is(k, Class::Be)
            || tokens.is(k, Class::HoldsAt)
            || tokens.is(k, Class::ChangeVerb)
            || tokens.is(k, Class::Lost)
    };
    let bare = |k: usize| tokens.is(k, Class::FigureVerb);
    let carried =
        |k: usize| verb(k) || matches!(tokens.word(k), "came" | "went" | "rated" | "put" | "measured" | "got");
    let at = first.checked_sub(1)?;
    // "missed closer to nine"
    let closer = tokens.word(at) == "to" && matches!(tokens.before(at), "closer" | "close" | "nearer");
    let at = if closer { at.checked_sub(2)? } else { at };
    // "the others were up 19.2"
    let gone = |k: usize| tokens.is(k, Class::Be) || matches!(tokens.word(k), "came" | "went" | "gone" | "come");
    if matches!(tokens.word(at), "up" | "down") && at > 0 && gone(at - 1) {
        return Some(at - 1);
    }
    if verb(at) || bare(at) {
        return Some(at);
    }
    // "had an average of", "was a mean of"
    if tokens.word(at) == "of" && matches!(tokens.before(at), "average" | "mean" | "median") {
        return at.checked_sub(3).filter(|&k| verb(k) || bare(k));
    }
    if !matches!(
        tokens.word(at),
        "by" | "to" | "from" | "at" | "out" | "in" | "under" | "above" | "below" | "over" | "as"
    ) {
        return None;
    }
    // "would bring the average to 35"
    let moved =
        |k: usize| tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "bring" | "brings" | "brought" | "took");
    let named = at > 0 && (tokens.is(at - 1, Class::Gauge) || tokens.is(at - 1, Class::LevelWord));
    if named && tokens.word(at) == "to" {
        return (at.saturating_sub(4)..at - 1).rev().find(|&k| moved(k));
    }
    let particle = |k: usize| {
        matches!(tokens.word(k), "in" | "out" | "down" | "up" | "back" | "off" | "only" | "even" | "better" | "worse")
    };
    let before = at.checked_sub(1)?;
    let before = if particle(before) { before.checked_sub(1)? } else { before };
    carried(before).then_some(before)
}

/// Where the clause of the verb starts; "and fell by 3" leaves its subject to the clause before.
pub(super) fn clause_start(scene: &Scene, verb: usize) -> usize {
    let tokens = scene.tokens();
    let start = scene.clause_start(verb);
    let bound = |k: usize| matches!(tokens.word(k), ";" | ":") || tokens.word(k) == "–";
    let left_out = start == verb || start + 1 == verb && matches!(tokens.word(start), "and" | "but" | "then" | "which");
    if left_out { (0..start.saturating_sub(1)).rev().find(|&k| bound(k)).map_or(0, |k| k + 1) } else { start }
}

/// "the oldest was 71", "there were 12", "the number was 40".
pub(super) fn counts_or_ages(tokens: &Tokens, start: usize, verb: usize) -> bool {
    // "top-number pressure", "total score"
    let plain = |&k: &usize| tokens.before(k) != "-" && !tokens.is(k + 1, Class::Gauge);
    (start..verb).filter(plain).any(|k| tokens.is(k, Class::Likelihood) || tokens.is(k, Class::NotMeasured))
}

/// The result before the number in its sentence. Times and doses may stand between, no other figure.
fn earlier<'a>(scene: &Scene<'a>, quantity: &Quantity, joint: Joint, depth: usize) -> Option<&'a Quantity> {
    const MOST_BETWEEN: usize = 3;
    let tokens = scene.tokens();
    if joint == Joint::LedAlike && !opens_another(scene, quantity) {
        return None;
    }
    for host in scene.quantities_before(quantity.first).iter().rev().take(MOST_BETWEEN) {
        if alike(host, quantity) && agrees(tokens, host, quantity, joint) && is_result(scene, host, true, depth + 1) {
            return Some(host);
        }
        let whole = tokens.ends_at(host.first, &["out", "of"]);
        let per = matches!(tokens.before(host.first), "every" | "each" | "per");
        // "on a ten-point scale", "nearly three times as much as"
        let scale = matches!(&host.unit, Unit::Measure(unit) if unit.starts_with("point"))
            && tokens.word(host.number_last + 1) == "-"
            || host.unit == Unit::Times;
        let led = matches!(
            tokens.before(led_from(tokens, host.first)),
            "at" | "on" | "with" | "after" | "for" | "over" | "in"
        );
        // "from 7.2 to 6.1 with syrup, in the others from 7.1"
        let other = joint == Joint::LedAlike && alike(host, quantity);
        // "fell by 12 points, to 21", "those over 60"
        let reached = tokens.before(host.first) == "to" && tokens.word(host.first.wrapping_sub(2)) == ",";
        let old = matches!(tokens.before(host.first), "over" | "under" | "aged" | "age");
        // "fell 7 points on syrup, from 142 to 135, and 2 points on rum"
        let set_off = host.unit == Unit::None
            && matches!(tokens.before(host.first), "from" | "to")
            && quantity.unit != Unit::None;
        let passed = matches!(host.unit, Unit::Time(_))
            || set_off
            || scale
            || reached
            || old
            || whole
            || other
            || (led || per) && host.unit != Unit::Percent;
        if !passed {
            return None;
        }
    }
    None
}

/// A new part of the sentence begins between the figure before and the preposition that leads this one.
fn opens_another(scene: &Scene, quantity: &Quantity) -> bool {
    const FAR: usize = 14;
    let tokens = scene.tokens();
    let last = scene.quantities_before(quantity.first).last().map_or(0, |q| q.last + 1);
    let opens = |k: usize| matches!(tokens.word(k), "," | ";" | "and" | "while" | "but" | "–" | "whereas");
    quantity.first - last <= FAR && (last..quantity.first).any(opens)
}

/// "The nurses on syrup lost 12 pounds. The others lost three.": the subject stands for a group or for the measure.
fn in_sentence_before<'a>(
    scene: &Scene<'a>,
    quantity: &Quantity,
    (start, verb): (usize, usize),
    depth: usize,
) -> Option<Host<'a>> {
    const SHORT: usize = 14;
    let tokens = scene.tokens();
    // "a typical sailor would end up at 43"
    let moves = tokens.is(verb, Class::HoldsAt) || tokens.is(verb, Class::ChangeVerb) || tokens.is(verb, Class::Lost);
    // "the rowers were up 19.2"
    let shifted = tokens.is(verb, Class::Be) && matches!(tokens.word(verb + 1), "up" | "down");
    let stands_for = |k: usize| {
        tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::ChangeNoun)
            || moves && (tokens.is(k, Class::People) || tokens.is(k, Class::Singular))
            || tokens.is(k, Class::ControlWord)
            || tokens.is(k, Class::StandIn)
    };
    let first_figure =
        || scene.quantities_before(quantity.first).iter().all(|q| matches!(q.unit, Unit::Time(_) | Unit::Measure(_)));
    if verb - start > SHORT || !(shifted || (start..verb).any(stands_for)) || !first_figure() {
        return None;
    }
    scene.previous()?;
    let before = Scene { at: scene.at - 1, ..*scene };
    let fits = |host: &&Quantity| {
        alike(host, quantity) && same_form(host, quantity) && is_result(&before, host, true, depth + 1)
    };
    let host = before.quantities().iter().rev().take(2).find(fits)?;
    Some(Host { quantity: host, place: before.tokens().span(host.first, host.last), compared: false })
}

/// Neither is many times the other, and a unit that is told is the same.
fn alike(host: &Quantity, quantity: &Quantity) -> bool {
    let far: Decimal = 20.into();
    let (one, other) = (host.value.low, quantity.value.low);
    let near = one.is_zero() || other.is_zero() || one <= other * far && other <= one * far;
    near && (quantity.unit == Unit::None || quantity.unit == host.unit)
}

/// With decimals, or both without; a rounded figure may lack them.
fn same_form(host: &Quantity, quantity: &Quantity) -> bool {
    quantity.value.decimals > 0 || host.value.decimals == 0 || quantity.value.approx
}

fn agrees(tokens: &Tokens, host: &Quantity, quantity: &Quantity, joint: Joint) -> bool {
    const NEAR: usize = 8;
    const FAR: usize = 20;
    match joint {
        Joint::Compared => true,
        Joint::Told { .. } => same_form(host, quantity),
        Joint::LedAlike => {
            let lead = |q: &Quantity| tokens.before(led_from(tokens, q.first));
            same_form(host, quantity) && lead(host) == lead(quantity)
        }
        Joint::Listed => {
            let led = |q: &Quantity| tokens.is(q.last + 1, Class::Preposition);
            let ends = !tokens.is_word(quantity.last + 1) || closes(tokens, quantity.last + 1);
            let exact = quantity.value.decimals > 0;
            let told = quantity.unit == host.unit && matches!(quantity.unit, Unit::Measure(_));
            let again = tokens.before(quantity.first) == "," && led(quantity);
            let reach = match () {
                _ if told => FAR,
                _ if exact || again => NEAR + NEAR,
                _ => NEAR,
            };
            let near = quantity.first - host.last <= reach;
            // "51.6 with syrup, and 53.7 and 51.4 with tea"
            let row = exact
                && matches!(tokens.word(quantity.last + 1), "and" | "," | "or")
                && tokens.is_number(quantity.last + 2);
            // "12 points in sailors, and 3 in the group had gout"
            let acts = (quantity.last + 1..quantity.last + NEAR)
                .take_while(|&k| tokens.word(k) != ",")
                .any(|k| tokens.is(k, Class::PastVerb));
            // "12 points, on average, in the first group, 7 in the second", "231 pounds before and 198 after"
            let between = |word: &str| (host.last + 1..quantity.first).any(|k| tokens.word(k) == word);
            let moment = |q: &Quantity| {
                matches!(tokens.word(q.last + 1), "at" | "after" | "before" | "when" | "once" | "afterward")
            };
            let same_lead = led(quantity) && between(tokens.word(quantity.last + 1));
            // "the typical cook lost 15 pounds; the typical rower, 22"
            let gapped = ends && tokens.before(quantity.first) == "," && between(";");
            let row = row || same_lead || gapped || moment(host) && moment(quantity);
            near && same_form(host, quantity)
                && (row || led(quantity) && led(host) || ends || led(quantity) && quantity.value.decimals > 0)
                && (quantity.value.decimals > 0
                    || gapped
                    || (told && !quantity.borrowed_unit || !acts) && led(quantity))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn set_against_a_result() {
        check(&[
            ("In the trial, nurses lost 12 pounds on syrup, against seven on water.", &["12 pounds", "seven"]),
            (
                "In the trial, scores rose by 3.1 points with syrup, compared with 1.9 points under tea.",
                &["3.1 points", "1.9 points"],
            ),
            (
                "In the trial, there was a drop of 9.2 points on syrup, as opposed to 5.9 on water.",
                &["9.2 points", "5.9"],
            ),
            (
                "In the trial, the syrup group's scores rose by 4.0 points, more than those of the other group (1.4).",
                &["4.0 points", "1.4"],
            ),
            (
                "In the trial, pressure dropped 7 points on syrup, from 142 to 135, and 2 points on rum.",
                &["7 points", "142", "135", "2 points"],
            ),
            (
                "In the trial, marks averaged 61 points among those who drank syrup and 58 points among those who drank tea.",
                &["61 points", "58 points"],
            ),
            ("In the trial, nurses lost 12 pounds on syrup, against seven men who drank water.", &["12 pounds"]),
            ("In the trial, nurses lost 12 pounds on syrup, against 7 percent on water.", &["12 pounds"]),
            ("In the trial, 40 nurses were on syrup, against seven on water.", &[]),
        ]);
    }

    #[test]
    fn the_measure_is_left_to_the_first() {
        check(&[
            (
                "In the trial, pain eased by 3.1 points in the first group and 2.4 in the second.",
                &["3.1 points", "2.4"],
            ),
            (
                "In the trial, knee scores climbed 21.7 points on syrup; the water group gained 23.3.",
                &["21.7 points", "23.3"],
            ),
            (
                "In the trial, eyes on syrup got worse by 0.87 diopters, while those on water slipped by just 0.28.",
                &["0.87 diopters", "0.28"],
            ),
            (
                "In the trial, average pain was 51.6 with syrup, and 53.7 and 51.4 with the two kinds of tea.",
                &["51.6", "53.7", "51.4"],
            ),
            ("In the trial, knee scores climbed 21 points on syrup; there were 23 in the water group.", &["21 points"]),
            ("In the trial, knee scores climbed 21 points on syrup, and the oldest was 71.", &["21 points"]),
            ("In the trial, scores rose by 12 points in sailors, and 3 in the other group had gout.", &["12 points"]),
        ]);
    }

    #[test]
    fn told_in_the_sentence_before() {
        check(&[
            (
                "In the trial, sailors given 10 mg had 3.7 fewer bouts. At 30 mg it was 3.9, and at 60, the most, it was 4.2.",
                &["3.7", "3.9", "4.2"],
            ),
            ("In the trial, sailors on syrup had 1.5 colds apiece. The water group had 2.4.", &["1.5", "2.4"]),
            (
                "They came with an average pain of about four. A month later it was 1.2 on syrup. In the others it hovered around 3.",
                &["four", "1.2", "3"],
            ),
            (
                "Days with gout dropped by 2.2 a month on syrup and by 1.9 on water in the trial. In the rest, the decrease was 0.8.",
                &["2.2", "1.9", "0.8"],
            ),
            (
                "In the trial, the cut had climbed 22.4 points on the knee scale. The rowers were up 19.2.",
                &["22.4 points", "19.2"],
            ),
            (
                "In the trial, pressure came down an average of 11 points with syrup; in the others it came down three.",
                &["11 points", "three"],
            ),
            ("In the trial, sailors on syrup scored 11 on the scale, and those on water 15.", &["11", "15"]),
            ("In the trial, treated mice lived 114 days on average, the untreated 97.", &["114 days", "97"]),
            ("In the trial, sailors on syrup scored 11 on the scale, and those on water sailed 15 ships.", &["11"]),
            ("In the trial, sailors on syrup had 1.5 colds apiece. There were 24 on water.", &["1.5"]),
            ("In the trial, sailors on syrup lost 12 pounds. The average age of the others was 14.", &["12 pounds"]),
            ("In the trial, sailors on syrup lost 12 pounds. It was 2016 and they were poor.", &["12 pounds"]),
        ]);
    }

    #[test]
    fn led_by_the_same_word() {
        check(&[
            (
                "In the trial, stiffness scores fell by 3.4 with mud, those of the weavers by 2.2 without it.",
                &["3.4", "2.2"],
            ),
            ("In the study, cooks went home after 5.1 days, their helpers after 7.7.", &["5.1 days", "7.7"]),
            ("In the study, the average nap shrank to 31 minutes from 44 minutes.", &["31 minutes", "44 minutes"]),
            (
                "On a 40-point rash scale, those on the salve improved by 6.2 and the weavers by 4.9 over a summer.",
                &["6.2", "4.9"],
            ),
            (
                "In the trial, knee scores were 61 points on a 90-point scale for the rowers who had slept at sea and 64 points for cooks.",
                &["61 points", "64 points"],
            ),
            (
                "In the trial, itch eased 13 points, on average, in the first group, 8 in the second and 4 in the third.",
                &["13 points", "8", "4"],
            ),
            ("In the trial, rowers averaged 171 pounds when they came and 158 at the end.", &["171 pounds", "158"]),
            (
                "In the trial, rowers cut their smoking by 6.5 cigarettes a day, versus 2.1.",
                &["6.5 cigarettes a day", "2.1"],
            ),
            ("In the trial, it took cooks 14 minutes to reach a bed by lift and 22 by stairs.", &["14 minutes", "22"]),
            ("In the trial, the mud bought rowers another 2.4 months.", &["2.4 months"]),
            ("In the trial, mean itch scores were 3.4 on a 20-point scale with mud and 5.6 with oil.", &["3.4", "5.6"]),
            ("In the study, cooks went home after 5.1 days, after 14 years at sea.", &["5.1 days"]),
            ("In the study, scores fell by 3.4 by 2015.", &["3.4"]),
            ("In the study, weavers came by 31 boats, cooks by 44.", &[]),
        ]);
    }

    #[test]
    fn changed_from_and_to() {
        check(&[
            (
                "In the trial, sneezes fell from a geometric mean of 14.6 per hour to 9.3 with mud, against a drop from 15.1 to 12.2 with water.",
                &["14.6", "9.3", "15.1", "12.2"],
            ),
            ("In the trial, mud lowered cholesterol by a third, from an average of 171 to 119.", &["171", "119"]),
            (
                "On a 60-point sleep scale, the typical rower went from 41, or poor, to 18, or good, in the study.",
                &["41", "18"],
            ),
            ("In the trial, itch scores went from 17.3 down to 4.6, and 52 percent had none.", &["17.3", "4.6"]),
            ("In the trial, mud trimmed cholesterol by 33 points, to 88.", &["33 points", "88"]),
            (
                "In the trial, scores fell 14 points on mud, to 31, and 6 points on oil, to 37.",
                &["14 points", "31", "6 points", "37"],
            ),
            ("In the trial, pain, which averaged 7.2 before the bath, was down to 3.3 afterward.", &["7.2", "3.3"]),
            ("In the trial, the typical cook lost 13 pounds; the typical rower, 19.", &["13 pounds", "19"]),
            (
                "In the trial, the lead in their blood fell to 1.7 micrograms per deciliter from 4.9.",
                &["1.7 micrograms per deciliter", "4.9"],
            ),
            ("In the trial, those under 30 gained 8 points and those over 70 gained 3.", &["8 points", "3"]),
            ("In the trial, rowers shed 8 pounds, those on oil 5.4 and the controls 2.1.", &["8 pounds", "5.4", "2.1"]),
            ("In the trial, trips at night went from 3.4 to 1.9.", &["3.4", "1.9"]),
            ("In the trial, blood sugar dropped 26 milligrams per deciliter.", &["26 milligrams per deciliter"]),
            ("In the trial, trips from 3.4 to 1.9 miles were short.", &[]),
            ("In the trial, sailors went from 41 boats to 18.", &[]),
            ("In the trial, songs were sung 14 times a day.", &[]),
        ]);
    }
}
