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

/// The words of each name that may end with `last`, and its statistic.
fn names(last: &str) -> impl Iterator<Item = (std::str::Split<'static, char>, Statistic)> {
    let rows = NAMES.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'));
    rows.filter(move |(name, _)| name.ends_with(last)).map(|(name, states)| {
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
    if !measured || !scene.any(Class::EstimateEnd) || quantity.value.is_range() {
        return None;
    }
    let tokens = scene.tokens();
    let (first, statistic) = named(tokens, quantity).or_else(|| next_in_row(scene, quantity))?;
    // "a mean difference of 5 points" is a result in its units
    if statistic == Statistic::AbsoluteChange
        && matches!(&quantity.unit, Unit::Measure(name) if name.starts_with("point"))
    {
        return None;
    }
    let mut draft = Draft { first, ..Draft::of(ClaimKind::EffectEstimate, quantity, statistic) };
    if tokens.before(quantity.first) == "-" && tokens.glued(quantity.first) {
        draft.value = Reported { low: -quantity.value.low, high: -quantity.value.high, ..quantity.value };
    }
    Some(draft)
}

/// Whether the number is an estimate, so that a bracket behind it holds its interval.
pub(super) fn is_estimate(scene: &Scene, quantity: &Quantity) -> bool {
    read(scene, quantity, Scope::ThisStudy).is_some()
}

/// The name before the number, and where name and number begin.
fn named(tokens: &Tokens, quantity: &Quantity) -> Option<(usize, Statistic)> {
    if let Some((first, statistic)) = name_with_subject(tokens, quantity.first) {
        return Some((first, statistic));
    }
    let (first, statistic) = name_before(tokens, quantity.first)?;
    // "r = 0.4" is a correlation, "R 1.2" is how fast a disease spreads
    if tokens.word(first) == "r" && (tokens.before(quantity.first) != "=" || quantity.value.low > Decimal::ONE) {
        return None;
    }
    // A ratio printed without decimals and without a sign before it is rarely one ("or 3").
    let lone_or = tokens.word(first) == "or"
        && (quantity.value.decimals == 0
            || matches!(quantity.unit, Unit::Measure(_))
            || quantity.value.low > Decimal::ONE_HUNDRED
            || tokens.is_word(first.wrapping_sub(1)) && !adjusted(tokens.before(first)));
    (!lone_or).then_some((first, statistic))
}

/// "adjusted OR 2.1"
fn adjusted(word: &str) -> bool {
    matches!(word, "adjusted" | "unadjusted" | "crude" | "pooled" | "multivariable" | "multivariate" | "summary")
}

/// "hazard ratios for early falls were 1.72": what is compared stands between the name and its verb. The claim is the number.
fn name_with_subject(tokens: &Tokens, first: usize) -> Option<(usize, Statistic)> {
    const LONGEST_SUBJECT: usize = 14;
    const LONGEST_ASIDE: usize = 10;
    let first = signed(tokens, first);
    let changed = tokens.before(first) == "to" && tokens.is(first.wrapping_sub(2), Class::ChangeVerb);
    let stated = changed
        || tokens.ends_at(first, &["came", "to"])
        || tokens.ends_at(first, &["stood", "at"])
        || tokens.ends_at(first, &["put", "at"]);
    let before = if stated { first.checked_sub(2)? } else { first.checked_sub(1)? };
    let verb = Some(before).filter(|&k| stated || matches!(tokens.word(k), "was" | "were" | "is"))?;
    // "for bakers, set against millers, was 1.4"
    let aside = || (verb.saturating_sub(LONGEST_ASIDE)..verb - 1).rev().find(|&k| tokens.word(k) == ",");
    let end = if tokens.before(verb) == "," { aside()? } else { verb };
    let mut subject =
        (end.saturating_sub(LONGEST_SUBJECT)..end).rev().take_while(|&k| !matches!(tokens.word(k), "." | ";" | ","));
    let end = subject.find(|&k| tokens.is(k, Class::EstimateEnd) && !matches!(tokens.word(k), "or" | "r" | "md"))?;
    // "The odds ratio came to 1.52", "the effect size had shrunk to 0.2"
    let alone = stated && (end + 1..before).all(|k| matches!(tokens.word(k), "was" | "had" | "is" | "has"));
    let led = alone || matches!(tokens.word(end + 1), "for" | "of" | "in" | "among" | "between" | "associated");
    let statistic =
        names(tokens.word(end)).find_map(|(name, statistic)| starts(tokens, end + 1, name).map(|_| statistic))?;
    led.then_some((first, statistic))
}

/// "1.32 (1.28, 1.36) and 7.2 (6.8, 7.7)", "1.2 for nurses and 1.5 for sailors": told as the estimate before it is.
fn next_in_row(scene: &Scene, quantity: &Quantity) -> Option<(usize, Statistic)> {
    let tokens = scene.tokens();
    let row = !scene.is_abstract && in_a_row_of_brackets(tokens, quantity);
    let joined = matches!(tokens.before(quantity.first), "and" | "," | "to") || row;
    let after = quantity.last + 1;
    let bracket = tokens.word(after) == "(" && tokens.is_number(after + 1);
    // "1.2 for nurses and 1.5 for sailors", "1.2 and 1.5"
    let alike = |host: &Quantity| {
        let part = matches!(tokens.word(after), "for" | "in" | "among" | "with")
            && (tokens.word(host.last + 1) == tokens.word(after) || tokens.word(host.last + 1) == "(");
        let pair = host.last + 2 == quantity.first && tokens.closes(after);
        quantity.value.decimals > 0 && host.value.decimals > 0 && (part || pair)
    };
    if !joined {
        return None;
    }
    let mut before = scene.quantities_before(quantity.first).iter().rev().take(MOST_BETWEEN);
    let (host, statistic) = before.find_map(|q| named(tokens, q).map(|(_, statistic)| (q, statistic)))?;
    let told = bracket || alike(host) || row;
    told.then_some((signed(tokens, quantity.first), statistic))
}

/// Where the number at `first` begins with its minus.
fn signed(tokens: &Tokens, first: usize) -> usize {
    first - usize::from(tokens.before(first) == "-" && tokens.glued(first))
}

/// "an effect size of 0.57, followed by rye (0.51) and rice (0.46)": a bracket that holds the figure alone.
fn in_a_row_of_brackets(tokens: &Tokens, quantity: &Quantity) -> bool {
    let open = signed(tokens, quantity.first).wrapping_sub(1);
    tokens.word(open) == "("
        && tokens.word(quantity.last + 1) == ")"
        && tokens.is_word(open.wrapping_sub(1))
        && quantity.value.decimals > 0
}

/// Figures looked back at for the estimate that leads a row: its interval's ends, and one more estimate with its own.
const MOST_BETWEEN: usize = 6;

/// Marks and words between the name and the number at most.
const LONGEST_LINK: usize = 7;

/// The estimate's name before `first`, marks and a bracketed short form between.
fn name_before(tokens: &Tokens, first: usize) -> Option<(usize, Statistic)> {
    let mut at = first;
    while at > 0 && first - at < LONGEST_LINK {
        let named =
            || names(tokens.before(at)).find_map(|(name, statistic)| Some((starts(tokens, at, name)?, statistic)));
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
            ("Gout was commoner (adjusted OR 2.1).", vec!["effect_estimate OR 2.1"]),
            ("Take syrup or 2.5 of these.", vec![]),
            ("A relative risk of 2.3 was seen.", vec!["effect_estimate relative risk of 2.3"]),
            (
                "Hazard ratios for early falls were 1.72 (95% CI 1.55, 1.91) and 6.4 (5.8, 7.1).",
                vec!["effect_estimate 1.72", "effect_estimate 6.4"],
            ),
            ("The odds ratio came to 1.52.", vec!["effect_estimate 1.52"]),
            ("At six months the effect size had shrunk to −0.22.", vec!["effect_estimate −0.22"]),
            (
                "Tea came first, with an effect size of −0.57, followed by rum (−0.51) and milk (−0.46).",
                vec!["effect_estimate effect size of −0.57", "effect_estimate −0.51", "effect_estimate −0.46"],
            ),
            ("The odds ratio was low, unlike the mark for rum (0.51).", vec![]),
            ("The standardised mean difference was 0.4.", vec!["effect_estimate standardised mean difference was 0.4"]),
            (
                "The hazard ratios were 1.2 for nurses and 1.5 for cooks.",
                vec!["effect_estimate hazard ratios were 1.2", "effect_estimate 1.5"],
            ),
            ("Gout went with age (r = 0.42).", vec!["effect_estimate r = 0.42"]),
            ("The R was 1.2 for flu and 1.5 for colds.", vec![]),
            ("The odds ratio was 1.2 for nurses and 15 for cooks.", vec!["effect_estimate odds ratio was 1.2"]),
            ("The ratio of nurses was 12 and 9 (2, 3).", vec![]),
            ("The odds ratio fell, and the share was 3.", vec![]),
            ("Take two or 3 a day.", vec![]),
            ("Waists shrank by 4.3cm, or 1.7 inches.", vec![]),
            ("They were assigned in a 1:1 ratio.", vec![]),
        ] {
            assert_eq!(told(text, &[EffectEstimate]), found, "{text}");
        }
    }

    #[test]
    fn estimates_behind_an_aside() {
        for (text, found) in [
            ("The risk ratio for gout in bakers, set against millers, was 1.43.", vec!["1.43"]),
            ("The hazard ratio for a fall, the main end point, was 0.78.", vec!["0.78"]),
            ("The relative risk of gout in cooks came to 1.6.", vec!["1.6"]),
            ("The odds ratio fell, and among cooks, the share was 3.", vec![]),
            ("Gout, not the odds for cooks, was 3 of their worries.", vec![]),
        ] {
            let wanted: Vec<_> = found.iter().map(|quote| format!("effect_estimate {quote}")).collect();
            assert_eq!(told(text, &[EffectEstimate]), wanted, "{text}");
        }
    }
}
