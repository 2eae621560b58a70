//! The interval after "95% CI" or "95 per cent confidence interval": "0.52-0.97", "2.4 to 17.9", "(0.2, 0.9)".

use crate::model::{ClaimKind, Reported, Scope, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::effect_estimate::is_estimate;
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::ConfidenceInterval,
    reads: "both ends of an interval named as a confidence or credible interval",
    refuses: "interquartile ranges, ranges of ages, the confidence level itself",
    read: Some(read),
};

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    let tokens = scene.tokens();
    let first = if tokens.before(quantity.first) == "minus" { quantity.first - 1 } else { quantity.first };
    let told = || named_before(tokens, first) || spans_from(tokens, first) || behind_estimate(scene, quantity);
    if matches!(quantity.unit, Unit::Times) || !told() {
        return None;
    }
    let mut draft = Draft::of(ClaimKind::ConfidenceInterval, quantity, Statistic::Other);
    if quantity.value.is_range() {
        let negative = tokens.before(quantity.first) == "-" && tokens.glued(quantity.first);
        if negative || first < quantity.first {
            draft.value = Reported { low: -quantity.value.low, high: quantity.value.high, ..quantity.value };
            draft.first -= 1;
        }
        return Some(draft);
    }
    let next = scene.quantities().iter().find(|q| q.first > quantity.last)?;
    let between = quantity.last + 1..next.first;
    let joins = |k: usize| matches!(tokens.word(k), "," | "to" | "-" | "–" | ";" | "and" | "minus" | "plus");
    let joined = between.len() <= 2 && between.clone().all(joins);
    if !joined {
        return None;
    }
    let low = signed(tokens, quantity.first, quantity.value.low);
    let high = signed(tokens, next.first, next.value.high);
    draft.value = Reported { low, high, decimals: quantity.value.decimals.max(next.value.decimals), ..draft.value };
    (draft.first, draft.last) = (first, next.last);
    Some(draft)
}

/// "the confidence interval ran from", "a margin that stretches from": a verb of extent leads to the lower end.
fn spans_from(tokens: &Tokens, first: usize) -> bool {
    const NEAR: usize = 10;
    let verb = first.wrapping_sub(2);
    let spans = matches!(
        tokens.word(verb),
        "ran"
            | "runs"
            | "running"
            | "stretched"
            | "stretches"
            | "stretching"
            | "ranged"
            | "ranges"
            | "ranging"
            | "spanned"
            | "extended"
            | "extends"
            | "extending"
            | "went"
            | "goes"
            | "reached"
    );
    let named = |k: usize| tokens.is(k, Class::IntervalName) || tokens.word(k) == "margin";
    let clause = (verb.saturating_sub(NEAR)..verb).rev().take_while(|&k| !matches!(tokens.word(k), "," | ";" | "and"));
    tokens.before(first) == "from" && spans && clause.into_iter().any(named)
}

/// "7.2 (6.8, 7.7)", "odds ratio 0.8, 0.7 to 0.9": two figures directly behind an estimate that lies between them.
fn behind_estimate(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let ranges = quantity.value.is_range() || tokens.word(quantity.last + 1) == "to";
    let comma = tokens.before(quantity.first) == "," && ranges;
    if tokens.before(quantity.first) != "(" && !comma {
        return false;
    }
    let quantities = scene.quantities();
    let index = quantities.partition_point(|q| q.first < quantity.first);
    let Some(host) = index.checked_sub(1).and_then(|before| quantities.get(before)) else { return false };
    let range = quantity.value.is_range();
    let last = if range { Some(quantity) } else { quantities.get(index + 1) };
    let Some(last) = last else { return false };
    let ends = if comma { tokens.closes(last.last + 1) } else { tokens.word(last.last + 1) == ")" };
    let bracket = host.last + 2 == quantity.first && ends;
    bracket && (quantity.value.low..=last.value.high).contains(&host.value.low) && is_estimate(scene, host)
}

/// A minus sign glued to the number and not to a word before.
fn signed(tokens: &Tokens, first: usize, value: rust_decimal::Decimal) -> rust_decimal::Decimal {
    let minus = tokens.before(first) == "-"
        && tokens.glued(first)
        && !(first >= 2 && tokens.glued(first - 1) && tokens.is_number(first - 2));
    if minus || tokens.before(first) == "minus" { -value } else { value }
}

/// Marks and words between the name and the number at most.
const LONGEST_LINK: usize = 6;

/// "CI" or "interval" stands before, with nothing but marks and a bracket between.
fn named_before(tokens: &Tokens, first: usize) -> bool {
    let mut at = first;
    if !tokens.any(Class::IntervalName) {
        return false;
    }
    while at > 0 && tokens.is(at - 1, Class::IntervalLink) && first - at < LONGEST_LINK {
        if tokens.is(at - 1, Class::IntervalName) {
            return true;
        }
        at -= 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::ConfidenceInterval;

    #[test]
    fn intervals_and_near_misses() {
        for (text, found) in [
            ("HR 0.71 (95% CI, 0.52-0.97).", vec!["confidence_interval 0.52-0.97"]),
            ("The 95% confidence interval was 2.4 to 17.9.", vec!["confidence_interval 2.4 to 17.9"]),
            ("RR 0.4 [95% CI: 0.2, 0.9].", vec!["confidence_interval 0.2, 0.9"]),
            (
                "Hazard ratios for deaths were 1.32 (95% CI 1.28, 1.36) and 7.2 (6.8, 7.7).",
                vec!["confidence_interval 1.28, 1.36", "confidence_interval 6.8, 7.7"],
            ),
            ("The odds ratio was 2.4 (1.2 to 4.8).", vec!["confidence_interval 1.2 to 4.8"]),
            ("Gout rose (rate ratio 0.81, 0.70 to 0.93).", vec!["confidence_interval 0.70 to 0.93"]),
            ("Gout rose (rate ratio 0.81, 12 to 14 weeks on).", vec![]),
            ("The mean age was 2.4 (1.2 to 4.8).", vec![]),
            ("The odds ratio was 2.4 (12, 48).", vec![]),
            ("Median 12 (IQR 8-15).", vec![]),
            ("Women aged 30-70 took part at a 95% confidence level.", vec![]),
        ] {
            assert_eq!(told(text, &[ConfidenceInterval]), found, "{text}");
        }
    }

    #[test]
    fn intervals_told_with_a_verb() {
        for (text, found) in [
            ("For gout it was 22 percent (the confidence interval ran from 15% to 29%).", vec!["15% to 29%"]),
            ("Pain fell by 9 points, but the confidence interval ran from minus 3 to 21.", vec!["minus 3 to 21"]),
            ("It cut gout by 11%, by a margin that stretches from minus 18% to 32%.", vec!["minus 18% to 32%"]),
            ("The confidence interval stretched from 0.7 to 1.9.", vec!["0.7 to 1.9"]),
            ("The trail ran from 4 to 9 miles.", vec![]),
            ("Doses ranged from 15% to 29%.", vec![]),
            ("The margin was thin, and the age of the nurses went from 15 to 29.", vec![]),
        ] {
            let wanted: Vec<_> = found.iter().map(|quote| format!("confidence_interval {quote}")).collect();
            assert_eq!(told(text, &[ConfidenceInterval]), wanted, "{text}");
        }
    }
}
