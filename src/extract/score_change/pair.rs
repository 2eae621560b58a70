//! A number in, the result that it is told beside out: "eased by 3.1 points in the first group and 2.4 in the second".

use rust_decimal::Decimal;

use crate::extract::dose::led_from;
use crate::extract::scene::Scene;
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
    /// "the other group gained 23.3", "it was 1.2": the verb and where its clause starts.
    Told { verb: usize },
}

/// The result that lends the number its measure: the one before it in the sentence or the last of the sentence before.
pub(super) fn host<'a>(scene: &Scene<'a>, quantity: &Quantity, own: bool, depth: usize) -> Option<&'a Quantity> {
    let tokens = scene.tokens();
    if depth >= DEEPEST || !own {
        return None;
    }
    let joint = joint(tokens, quantity)?;
    let alone = stands_bare(tokens, quantity);
    let measured = matches!(quantity.unit, Unit::Measure(_) | Unit::Time(_)) && joint == Joint::Compared;
    if !(alone || measured) || calendar_year(quantity) {
        return None;
    }
    let Joint::Told { verb } = joint else { return earlier(scene, quantity, joint, depth) };
    let start = clause_start(scene, verb);
    if counts_or_ages(tokens, start, verb) {
        return None;
    }
    earlier(scene, quantity, joint, depth).or_else(|| in_sentence_before(scene, quantity, (start, verb), depth))
}

/// The number stands without anything that is counted behind it.
pub(super) fn stands_bare(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = quantity.last + 1;
    let told = matches!(quantity.form, Form::Figures | Form::Words) && quantity.unit == Unit::None;
    let part = tokens.word(next) == "of" || tokens.at(next, &["out", "of"]);
    let sign = matches!(tokens.word(next), "-" | "/" | "%" | "°" | "+" | "x" | ":") && tokens.is_sign(next);
    let closes = !tokens.is_word(next) && !tokens.is_number(next);
    told && !part && !sign && (closes || leads_on(tokens, next))
}

/// Words that may stand behind a number without being what it counts.
fn leads_on(tokens: &Tokens, k: usize) -> bool {
    let closing = matches!(
        tokens.word(k),
        "respectively"
            | "overall"
            | "elsewhere"
            | "instead"
            | "otherwise"
            | "higher"
            | "lower"
            | "apiece"
            | "seen"
            | "recorded"
            | "out"
    );
    tokens.is(k, Class::Preposition)
        || tokens.is(k, Class::Be)
        || closing
        || matches!(
            tokens.word(k),
            "and"
                | "or"
                | "vs"
                | "versus"
                | "compared"
                | "while"
                | "whereas"
                | "when"
                | "as"
                | "but"
                | "a"
                | "per"
                | "each"
                | "than"
                | "because"
                | "if"
        )
}

fn calendar_year(quantity: &Quantity) -> bool {
    let years = Decimal::from(1900)..=Decimal::from(2100);
    quantity.unit == Unit::None && quantity.value.decimals == 0 && years.contains(&quantity.value.low)
}

fn joint(tokens: &Tokens, quantity: &Quantity) -> Option<Joint> {
    let first = led_from(tokens, quantity.first);
    let compared = match tokens.before(first) {
        "against" | "versus" | "vs" | "v" => true,
        "to" => matches!(tokens.word(first.wrapping_sub(2)), "compared" | "opposed"),
        "with" => matches!(tokens.word(first.wrapping_sub(2)), "compared" | "contrasted"),
        "than" => tokens.word(first.wrapping_sub(2)) == "rather",
        "of" => tokens.ends_at(first, &["instead", "of"]),
        "but" => !matches!(quantity.unit, Unit::None),
        "(" => tokens.word(quantity.last + 1) == ")" && group(tokens, first.wrapping_sub(2)),
        _ => false,
    };
    if compared {
        return Some(Joint::Compared);
    }
    if matches!(tokens.before(first), "and" | "," | "or" | "but") {
        return Some(Joint::Listed);
    }
    verb_before(tokens, first).map(|verb| Joint::Told { verb })
}

fn group(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PeopleGroup)
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
    let bare = |k: usize| matches!(tokens.word(k), "had" | "got" | "saw" | "managed" | "showed" | "experienced");
    let carried = |k: usize| verb(k) || matches!(tokens.word(k), "came" | "went" | "rated" | "put" | "measured");
    let at = first.checked_sub(1)?;
    if verb(at) || bare(at) {
        return Some(at);
    }
    // "had an average of", "was a mean of"
    if tokens.word(at) == "of" && matches!(tokens.before(at), "average" | "mean" | "median") {
        return at.checked_sub(3).filter(|&k| verb(k) || bare(k));
    }
    if !matches!(tokens.word(at), "by" | "to" | "at" | "out" | "in" | "under" | "above" | "below" | "over" | "as") {
        return None;
    }
    let particle = |k: usize| matches!(tokens.word(k), "in" | "out" | "down" | "up" | "back" | "off" | "only" | "even");
    let before = at.checked_sub(1)?;
    let before = if particle(before) { before.checked_sub(1)? } else { before };
    carried(before).then_some(before)
}

/// Where the clause of the verb starts; "and fell by 3" leaves its subject to the clause before.
pub(super) fn clause_start(scene: &Scene, verb: usize) -> usize {
    let tokens = scene.tokens();
    let (start, _) = scene.clause(verb);
    let bound = |k: usize| matches!(tokens.word(k), ";" | ":") || tokens.word(k) == "–";
    let left_out = start == verb || start + 1 == verb && matches!(tokens.word(start), "and" | "but" | "then");
    if left_out { (0..start.saturating_sub(1)).rev().find(|&k| bound(k)).map_or(0, |k| k + 1) } else { start }
}

/// "the oldest was 71", "there were 12", "the number was 40".
pub(super) fn counts_or_ages(tokens: &Tokens, start: usize, verb: usize) -> bool {
    (start..verb).any(|k| {
        tokens.is(k, Class::Likelihood)
            || matches!(
                tokens.word(k),
                "there"
                    | "age"
                    | "aged"
                    | "ages"
                    | "oldest"
                    | "youngest"
                    | "number"
                    | "numbers"
                    | "total"
                    | "ratio"
                    | "rate"
                    | "rates"
                    | "proportion"
                    | "percentage"
                    | "share"
                    | "prevalence"
                    | "incidence"
                    | "cost"
                    | "price"
                    | "deaths"
                    | "cases"
                    | "sample"
                    | "his"
                    | "her"
                    | "i"
                    | "my"
                    | "she"
                    | "he"
            )
    })
}

/// The result before the number in its sentence. Times and doses may stand between, no other figure.
fn earlier<'a>(scene: &Scene<'a>, quantity: &Quantity, joint: Joint, depth: usize) -> Option<&'a Quantity> {
    const MOST_BETWEEN: usize = 3;
    let tokens = scene.tokens();
    for host in scene.quantities_before(quantity.first).iter().rev().take(MOST_BETWEEN) {
        if alike(host, quantity) && agrees(tokens, host, quantity, joint) && is_result(scene, host, true, depth + 1) {
            return Some(host);
        }
        let led = matches!(
            tokens.before(led_from(tokens, host.first)),
            "at" | "on" | "with" | "after" | "for" | "over" | "in"
        );
        let passed = matches!(host.unit, Unit::Time(_)) || led && host.unit != Unit::Percent;
        if !passed {
            return None;
        }
    }
    None
}

/// "The nurses on syrup lost 12 pounds. The others lost three.": the subject stands for a group or for the measure.
fn in_sentence_before<'a>(
    scene: &Scene<'a>,
    quantity: &Quantity,
    (start, verb): (usize, usize),
    depth: usize,
) -> Option<&'a Quantity> {
    const SHORT: usize = 14;
    let tokens = scene.tokens();
    let stands_for = |k: usize| {
        tokens.is(k, Class::PeopleGroup)
            || tokens.is(k, Class::ControlWord)
            || matches!(
                tokens.word(k),
                "it" | "that"
                    | "figure"
                    | "average"
                    | "mean"
                    | "median"
                    | "those"
                    | "others"
                    | "other"
                    | "rest"
                    | "ones"
                    | "they"
                    | "counterparts"
            )
    };
    let first_figure =
        || scene.quantities_before(quantity.first).iter().all(|q| matches!(q.unit, Unit::Time(_) | Unit::Measure(_)));
    if verb - start > SHORT || !(start..verb).any(stands_for) || !first_figure() {
        return None;
    }
    scene.previous()?;
    let before = Scene { at: scene.at - 1, ..*scene };
    let host = before.quantities().iter().rev().take(2).find(|q| !matches!(q.unit, Unit::Time(_)))?;
    let told = alike(host, quantity) && same_form(host, quantity) && !matches!(host.unit, Unit::Time(_));
    (told && is_result(&before, host, true, depth + 1)).then_some(host)
}

/// Neither is many times the other, and a unit that is told is the same.
fn alike(host: &Quantity, quantity: &Quantity) -> bool {
    let far: Decimal = 20.into();
    let (one, other) = (host.value.low, quantity.value.low);
    let near = one.is_zero() || other.is_zero() || one <= other * far && other <= one * far;
    near && (quantity.unit == Unit::None || quantity.unit == host.unit)
}

/// Both with decimals or both without.
fn same_form(host: &Quantity, quantity: &Quantity) -> bool {
    (host.value.decimals > 0) == (quantity.value.decimals > 0)
}

fn agrees(tokens: &Tokens, host: &Quantity, quantity: &Quantity, joint: Joint) -> bool {
    const NEAR: usize = 8;
    match joint {
        Joint::Compared => true,
        Joint::Told { .. } => same_form(host, quantity),
        Joint::Listed => {
            let led = |q: &Quantity| tokens.is(q.last + 1, Class::Preposition);
            let ends = !tokens.is_word(quantity.last + 1) || tokens.word(quantity.last + 1) == "respectively";
            let near = quantity.first - host.last <= NEAR;
            // "12 points in sailors, and 3 in the group had gout"
            let acts = (quantity.last + 1..quantity.last + NEAR).any(|k| tokens.is(k, Class::PastVerb));
            near && same_form(host, quantity)
                && (led(quantity) && led(host) || ends || led(quantity) && quantity.value.decimals > 0)
                && (quantity.value.decimals > 0 || !acts && led(quantity))
        }
    }
}
