//! A count of people in a study who had an outcome, its denominator elsewhere: "17 patients died", "11 improved".

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::{Class, Form, Quantity, Tokens, Unit};

use super::nouns::{Counted, counted_noun};
use super::predicate::{Fate, fate};
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::EventCount,
    reads: "17 patients died; recurred in four infants; 21 had a partial response; 12% (636)",
    refuses: "people who were only studied, treated or described; population burden",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let whole = quantity.unit == Unit::None
        && quantity.value.decimals == 0
        && matches!(quantity.form, Form::Figures | Form::Words);
    if !whole || scope == Scope::Background || scope == Scope::Planned {
        return None;
    }
    let tokens = scene.tokens();
    let noun =
        counted_noun(tokens, quantity.last + 1).filter(|(_, kind)| matches!(kind, Counted::People | Counted::Record));
    let last = noun.map_or(quantity.last, |(at, _)| at);
    let counted = match noun {
        Some((at, _)) => happened_to(tokens, quantity, at) || happened_before(tokens, quantity.first),
        None => bare_count(scene, quantity),
    };
    counted.then(|| Draft { last, ..Draft::of(ClaimKind::EventCount, quantity, Statistic::Count) })
}

/// The noun's verb is an outcome, or the group is said to be alive, dead, cured.
fn happened_to(tokens: &Tokens, quantity: &Quantity, noun: usize) -> bool {
    if matches!(tokens.word(noun + 1), "alive" | "dead" | "free") {
        return true;
    }
    // "Of the 60 patients, 11 improved": the definite group is the denominator.
    let definite = matches!(tokens.before(quantity.first), "the" | "these" | "all" | "of")
        && !tokens.ends_at(quantity.first, &["total", "of"]);
    !definite && matches!(fate(tokens, noun), Some((Fate::Outcome, _)))
}

/// "retinopathy recurred in four infants", "was seen in 12 patients", "compared with 19 infants" after such a count.
fn happened_before(tokens: &Tokens, first: usize) -> bool {
    const SEEN: [&str; 13] = [
        "recurred",
        "occurred",
        "reported",
        "observed",
        "seen",
        "noted",
        "detected",
        "developed",
        "documented",
        "experienced",
        "died",
        "recorded",
        "identified",
    ];
    let mut at = first;
    while at > 0 && first - at < 3 && !tokens.is(at - 1, Class::Preposition) {
        at -= 1;
    }
    let preposition = matches!(tokens.before(at), "in" | "by" | "among" | "for" | "with");
    let event = preposition && at >= 2 && (at.saturating_sub(4)..at - 1).any(|k| SEEN.contains(&tokens.word(k)));
    let second_arm = preposition
        && tokens.ends_at(at, &["compared", "with"])
        && (0..at).any(|k| SEEN.contains(&tokens.word(k)) && tokens.word(k + 1) == "in");
    event || second_arm
}

/// A number without a noun: "21 had a partial response", "11 improved", "12% (636)", "129 (69%)".
fn bare_count(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    if quantity.value.low > Decimal::from(1_000_000) || tokens.before(quantity.first) == "=" {
        return false;
    }
    let percent_in_bracket =
        tokens.word(next) == "(" && scene.quantities().iter().any(|q| q.first == next + 1 && q.unit == Unit::Percent);
    let bracket_after_percent = tokens.before(quantity.first) == "("
        && tokens.word(next) == ")"
        && scene.quantities().iter().any(|q| q.last + 2 == quantity.first && q.unit == Unit::Percent);
    let bracket_after_count = tokens.before(quantity.first) == "("
        && tokens.word(next) == ")"
        && quantity.first >= 2
        && tokens.is(quantity.first - 2, Class::People);
    let verb_next = tokens.is(next, Class::PastVerb)
        && matches!(fate(tokens, quantity.last), Some((Fate::Outcome, verb)) if verb <= next + 1);
    percent_in_bracket
        || bracket_after_percent
        || bracket_after_count
        || (verb_next && !tokens.is(next, Class::AssignVerb))
}
