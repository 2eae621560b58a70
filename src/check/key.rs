//! Two statements in, whether they are of one quantity out: slot by slot, and silence where a slot is not said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::measure::{Axis, Measure};
use super::statement::Statement;
use super::units::{self, Dimension};
use super::words::Match;
use crate::model::Decimal;

/// True when outcome and people match and nothing that either says sets them apart.
pub fn same_result(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.compare_outcome(b).is_same() && !set_apart(a, b)
}

/// Two sentences that are nearly word for word the same, with another number: a wire report and its corrected copy.
pub fn same_sentence(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const FEWEST_WORDS: usize = 5;
    const SAME_WORDING: f64 = 0.5;
    let shared = a.sentence.shared(&b.sentence);
    shared >= FEWEST_WORDS && a.sentence.jaccard(&b.sentence) >= SAME_WORDING && a.about.shared(&b.about) >= 1
}

/// Who and what are told in nearly the same words.
pub fn like_words(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const SAME_WORDING: f64 = 0.7;
    a.about.overlap(&b.about) >= SAME_WORDING
}

/// [`same_result`] with the people known to be the same too: enough to call an article at odds with itself.
pub fn same_full_key(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let people =
        a.compare_arm(b).is_same() || a.group.compare(&b.group).is_same() || compare_comparator(a, b).is_same();
    same_result(a, b) && people
}

/// True when a slot that both fill contradicts.
pub fn set_apart(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.compare_arm(b).differs()
        || a.group.compare(&b.group).differs()
        || compare_comparator(a, b).differs()
        || compare_timepoint(a, b).differs()
        || compare_qualifiers(a, b).differs()
        || conditions_apart(a, b)
        || named_apart(&a.claim.drug, &b.claim.drug)
        || named_apart(&a.claim.scale, &b.claim.scale)
        || a.claim.adjusted != b.claim.adjusted
}

/// Both sentences tell doses or lengths of time, and none of them agree.
fn conditions_apart(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let meets = |one: &Measure| b.conditions.iter().any(|other| one.agrees(other));
    !a.conditions.is_empty() && !b.conditions.is_empty() && !a.conditions.iter().any(meets)
}

pub fn compare_comparator(a: &Statement<'_>, b: &Statement<'_>) -> Match {
    a.comparator.compare(&b.comparator)
}

/// Time points as spans ("12 weeks" is "three months"), else as words.
pub fn compare_timepoint(a: &Statement<'_>, b: &Statement<'_>) -> Match {
    let spans = (a.claim.timepoint.as_deref().and_then(days), b.claim.timepoint.as_deref().and_then(days));
    match spans {
        (Some(a), Some(b)) => {
            let gap = (a - b).abs();
            if gap <= a.max(b) * SAME_SPAN { Match::Same } else { Match::Different }
        }
        // "at the end of the trial" may well be after 12 weeks
        (Some(_), None) if !dated(b) => Match::Unknown,
        (None, Some(_)) if !dated(a) => Match::Unknown,
        _ => a.timepoint.compare(&b.timepoint),
    }
}

fn dated(told: &Statement<'_>) -> bool {
    told.claim.timepoint.as_deref().is_some_and(|phrase| phrase.contains(|c: char| c.is_ascii_digit()))
}

/// Twelve weeks are 84 days, three months 91: spans within a tenth are one.
const SAME_SPAN: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// The first `number unit-of-time` of a phrase in days.
pub fn days(phrase: &str) -> Option<Decimal> {
    let words: Vec<String> = phrase.split(|c: char| c.is_whitespace() || c == '-').map(str::to_lowercase).collect();
    words.windows(2).find_map(|pair| {
        let number = pair[0].parse::<Decimal>().ok().or_else(|| small_number(&pair[0]))?;
        let (dimension, factor) = units::base(pair[1].trim_matches(|c: char| !c.is_alphabetic()))?;
        (dimension == Dimension::Time).then_some(())?;
        number.checked_mul(factor)
    })
}

fn small_number(word: &str) -> Option<Decimal> {
    const NAMES: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    NAMES.iter().position(|name| *name == word).map(Decimal::from)
}

/// What the clauses narrow their result to: different members of one family never compare.
pub fn compare_qualifiers(a: &Statement<'_>, b: &Statement<'_>) -> Match {
    let (a, b) = (&a.qualifiers, &b.qualifiers);
    let apart = a.iter().any(|(family, members)| b.get(family).is_some_and(|others| members.is_disjoint(others)));
    match (apart, a == b) {
        (true, _) => Match::Different,
        (false, true) => Match::Same,
        (false, false) => Match::Unknown,
    }
}

/// True when one narrows its result in a way that the other does not say: a dose, a stage, a habit.
pub fn one_is_narrower(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let said = |one: &Statement<'_>, other: &Statement<'_>| {
        one.qualifiers.keys().any(|family| !LOOSE_FAMILIES.contains(family) && !other.qualifiers.contains_key(family))
    };
    let dosed = |s: &Statement<'_>| {
        s.conditions.iter().any(|c| matches!(c.axis, Axis::Amount(Dimension::Mass | Dimension::Volume) | Axis::Other))
    };
    said(a, b) || said(b, a) || dosed(a) != dosed(b)
}

/// A study of women is told with and without the word; "saturated" is part of an outcome's name.
const LOOSE_FAMILIES: [&str; 2] = ["sex", "part"];

/// Family → the words of it that stand in a text.
pub type Qualifiers = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// What the text narrows its results to.
pub fn qualifiers(text: &str) -> Qualifiers {
    let mut found = Qualifiers::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-') {
        if let Some((word, family)) = QUALIFIERS.get_key_value(word.to_lowercase().as_str()) {
            found.entry(*family).or_default().insert(*word);
        }
    }
    found
}

/// The table, read once; constant from then on.
static QUALIFIERS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../../lexicons/check/qualifiers.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

fn named_apart(a: &Option<String>, b: &Option<String>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Settings;
    use crate::check::testing::{ClaimText, article};
    use crate::model::{Arm, ClaimKind, Record};

    fn rate(sentence: &str, outcome: &str) -> ClaimText {
        ClaimText::new(ClaimKind::ResponseRate, "40%").within(sentence).outcome(outcome)
    }

    #[track_caller]
    fn same(a: ClaimText, b: ClaimText) -> bool {
        let records: [Record; 2] = [article("a", vec![a.claim()]), article("b", vec![b.claim()])];
        let [a, b] =
            [0, 1].map(|i| Statement::of(&records[i], &records[i].claims[0], (None, None), &Settings::default()));
        same_result(&a, &b)
    }

    #[test]
    fn one_outcome_in_other_words_is_one_quantity() {
        assert!(same(rate("40% died", "died"), rate("a death rate of 40%", "death rate")));
        assert!(same(rate("40% died", "died").arm(Arm::Treatment), rate("40% died", "died")));
    }

    #[test]
    fn what_is_said_apart_is_not_compared() {
        assert!(!same(rate("40% died", "died"), rate("40% improved", "improved")));
        assert!(!same(rate("40% died", "died").arm(Arm::Treatment), rate("40% died", "died").arm(Arm::Control)));
        assert!(!same(rate("40% of men died", "died"), rate("40% of women died", "died")));
        let bare = ClaimText::new(ClaimKind::ResponseRate, "40%").within("The figure was 40%.");
        assert!(!same(bare, rate("40% died", "died")));
    }

    #[test]
    fn a_span_may_end_where_the_trial_does() {
        let at = |timepoint: &str| rate("40% died", "died").timepoint(timepoint);
        assert!(same(at("12 weeks"), at("end of the trial")));
        assert!(same(at("12 weeks"), at("three months")));
        assert!(!same(at("12 weeks"), at("one year")));
    }

    #[test]
    fn time_points_are_compared_in_days() {
        assert_eq!(days("after 12 weeks"), Some(84.into()));
        assert_eq!(days("a five-year follow-up"), days("five years"));
        assert_eq!(days("in 2004"), None);
    }
}
