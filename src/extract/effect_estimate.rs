//! Hazard, odds and risk ratios, mean and standardised differences, correlations, with the value that follows the name.

use rust_decimal::Decimal;

use crate::model::{ClaimKind, Reported, Scope, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::EffectEstimate,
    reads: "hazard ratio 0.75, OR = 1.4, relative risk of 2.3, mean difference -1.2, Cohen's d 0.4",
    refuses: "ratios of parts (1:1), the interval beside the estimate",
    read: Some(read),
};

/// Names of estimates, each with what it states.
const NAMES: &str = include_str!("../../lexicons/language/estimates.tsv");

/// The words of each name and its statistic.
fn names() -> impl Iterator<Item = (std::str::Split<'static, char>, Statistic)> {
    let rows = NAMES.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'));
    rows.map(|(name, states)| {
        let statistic = match states {
            "ratio" => Statistic::Ratio,
            "difference" => Statistic::AbsoluteChange,
            _ => Statistic::Other,
        };
        (name.split(' '), statistic)
    })
}

/// Where the run of tokens that ends just before `at` and reads `name` begins.
fn starts(tokens: &Tokens, at: usize, name: std::str::Split<'static, char>) -> Option<usize> {
    let length = name.clone().count();
    let first = at.checked_sub(length)?;
    name.enumerate().all(|(k, word)| tokens.word(first + k) == word).then_some(first)
}

fn read(scene: &Scene, quantity: &Quantity, _: Scope) -> Option<Draft> {
    let measured = matches!(quantity.unit, Unit::None | Unit::Measure(_));
    if !measured || quantity.value.is_range() {
        return None;
    }
    let tokens = scene.tokens();
    let (name_first, statistic) = name_before(tokens, quantity.first)?;
    let mut draft = Draft { first: name_first, ..Draft::of(ClaimKind::EffectEstimate, quantity, statistic) };
    if tokens.before(quantity.first) == "-" && tokens.glued(quantity.first) {
        draft.value = Reported { low: -quantity.value.low, high: -quantity.value.high, ..quantity.value };
    }
    // A ratio printed without decimals and without a sign before it is rarely one ("or 3").
    let lone_or = tokens.word(name_first) == "or"
        && (quantity.value.decimals == 0
            || quantity.value.low > Decimal::ONE_HUNDRED
            || tokens.is_word(name_first.wrapping_sub(1)));
    (!lone_or).then_some(draft)
}

/// Marks and words between the name and the number at most.
const LONGEST_LINK: usize = 7;

/// The estimate's name before `first`, marks and a bracketed short form between.
fn name_before(tokens: &Tokens, first: usize) -> Option<(usize, Statistic)> {
    let mut at = first;
    while at > 0 && first - at < LONGEST_LINK {
        let named = || names().find_map(|(name, statistic)| Some((starts(tokens, at, name)?, statistic)));
        if let Some(found) = tokens.is(at - 1, Class::EstimateEnd).then(named).flatten() {
            return Some(found);
        }
        if !tokens.is(at - 1, Class::EstimateLink) {
            return None;
        }
        at -= 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::told;
    use crate::model::ClaimKind::EffectEstimate;

    #[test]
    fn estimates_and_near_misses() {
        for (text, found) in [
            ("The hazard ratio was 0.75.", vec!["effect_estimate hazard ratio was 0.75"]),
            ("Risk rose (OR = 1.4).", vec!["effect_estimate OR = 1.4"]),
            ("A relative risk of 2.3 was seen.", vec!["effect_estimate relative risk of 2.3"]),
            ("Take two or 3 a day.", vec![]),
            ("They were assigned in a 1:1 ratio.", vec![]),
        ] {
            assert_eq!(told(text, &[EffectEstimate]), found, "{text}");
        }
    }
}
