//! A rate of a round number of people in, whether it is one of everybody out: "8.4 per 100,000 people a year", but not "31.4
//! strokes per 1,000 of those on rum", which tells what befell a group.

use rust_decimal::Decimal;

use crate::extract::Draft;
use crate::extract::scene::Scene;
use crate::model::{ClaimKind, Fraction, Reported, Statistic};
use crate::text::fractions::percent_of;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::acted::behind_hedges;
use super::became::became_so;
use super::outcome::ill;

/// A rate of a round number of people that tells what befell a group.
pub fn rate_of_a_group(scene: &Scene, quantity: &Quantity) -> bool {
    const ROUND: [u32; 5] = [100, 1_000, 10_000, 100_000, 1_000_000];
    let tokens = scene.tokens();
    let total = quantity.fraction.map(|fraction| fraction.total);
    let marked = || {
        quantity.borrowed_unit
            || total >= Some(ROUND[1].into())
            || (quantity.first..=quantity.last).any(|k| tokens.is(k, Class::RateMark))
    };
    let round = || ROUND.iter().any(|&round| total == Some(round.into()));
    total.is_some() && !scene.is_abstract && round() && marked() && befell_a_group(tokens, quantity)
}

/// "For nurses it was 30.9", behind a sentence with "31.4 strokes per 1,000 cooks": the number of people goes without saying.
pub fn told_again(scene: &Scene, quantity: &Quantity) -> Option<Draft> {
    const LONGEST: usize = 26;
    const MOST: i64 = 30;
    let tokens = scene.tokens();
    if scene.is_abstract || quantity.unit != Unit::None || tokens.len() > LONGEST || quantity.value.is_range() {
        return None;
    }
    let at = scene.at.checked_sub(1).filter(|&at| scene.sentences[at].quantities.len() < LONGEST)?;
    let there = Scene { at, ..*scene };
    let host = there.quantities().iter().rev().find(|q| q.fraction.is_some_and(|f| f.total >= Decimal::from(LEAST)))?;
    let Fraction { count, total } = host.fraction?;
    let low = quantity.value.low;
    let alike = low.scale() == count.scale() && low.max(count) <= low.min(count) * Decimal::from(MOST);
    if !alike || !stands_for_a_rate(tokens, quantity) || !rate_of_a_group(&there, host) {
        return None;
    }
    let share = percent_of(low, total)?;
    let value =
        Reported { decimals: 0, bound: quantity.value.bound, approx: quantity.value.approx, ..Reported::exact(share) };
    let unit = Some("percent".to_owned());
    Some(Draft { value, unit, ..Draft::of(ClaimKind::ResponseRate, quantity, Statistic::Share) })
}

/// Rates are told of so many at least.
const LEAST: u32 = 1_000;

/// "it was 30.9 for nurses", "the figure was 30.9", "this compares with 30.9 among nurses".
fn stands_for_a_rate(tokens: &Tokens, quantity: &Quantity) -> bool {
    let left = behind_hedges(tokens, quantity.first);
    let next = quantity.last + 1;
    let ends = !tokens.is_word(next) && !matches!(tokens.word(next), "-" | "/" | "%")
        || matches!(tokens.word(next), "for" | "among" | "in" | "with" | "without" | "on");
    let refers = |k: usize| matches!(tokens.word(k), "it" | "this" | "that" | "figure" | "figures" | "rate" | "number");
    let led = tokens.is(left.wrapping_sub(1), Class::Be) || tokens.ends_at(left, &["compares", "with"]);
    ends && led && (0..left).any(refers)
}

/// "There were 31.4 strokes per 1,000 people among the nurses", "the nurses had 12 falls per 10,000".
fn befell_a_group(tokens: &Tokens, quantity: &Quantity) -> bool {
    let common = |k: usize| matches!(tokens.word(k), "prevalence" | "prescriptions" | "extra" | "prescribed");
    let whole = tokens.iter().any(|(k, _)| common(k));
    let fell =
        |k: usize| ill(tokens, k) || became_so(tokens, k) || matches!(tokens.word(k), "cases" | "psychosis" | "toll");
    let ills = || (0..quantity.last + REACH).any(fell);
    !whole && names_a_group(tokens, quantity) && ills()
}

/// Tokens from a rate to the group or to what befell it at most.
const REACH: usize = 24;

/// A group of the study stands behind the rate, in front of it, or two stand in line.
fn names_a_group(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST_MEASURE: usize = 7;
    let next = quantity.last + 1;
    let marks = |k: usize| matches!(tokens.word(k), "for" | "among" | "with" | "without" | "on" | "of");
    let filler = |k: usize| {
        tokens.is(k, Class::People)
            || tokens.is(k, Class::TimeUnit)
            || matches!(tokens.word(k), "a" | "each" | "every" | "per" | "-" | "new" | "births" | "person" | "who")
    };
    let led = |k: usize| {
        marks(k) && tokens.is_word(k + 1)
            || tokens.word(k) == "in" && (k + 1..k + 6).any(|j| tokens.is(j, Class::PeopleGroup))
            || tokens.at(k, &["in", "those"])
    };
    let behind = (next..next + LONGEST_MEASURE).find(|&k| !filler(k)).is_some_and(led);
    // "Among the nurses there were 12 falls per 1,000"
    let from = quantity.first.saturating_sub(REACH);
    let fronted = (from..quantity.first).any(|k| {
        matches!(tokens.word(k), "among" | "amongst") || tokens.word(k) == "had" && tokens.word(k + 1) != "been"
    });
    let in_line = tokens.iter().any(|(k, _)| tokens.word(k) == "respectively")
        || (next..next + REACH)
            .any(|k| matches!(tokens.word(k), "two" | "both" | "three") && tokens.is(k + 1, Class::PeopleGroup));
    // the figures of two groups leave the people out
    let dated = tokens.word(next) == "in" && !led(next);
    let against = tokens.ends_at(quantity.first, &["compared", "with"])
        || matches!(tokens.before(quantity.first), "against" | "versus" | "than");
    behind || fronted || in_line || against || quantity.borrowed_unit && !dated
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn rates_of_groups() {
        for text in [
            "In the study there were 31.4 strokes per 1,000 people among the nurses.",
            "In the study, the rate of gout was 506 per 100,000 for those on rum.",
            "In the study, smokers had 12 strokes per 10,000 people.",
            "In the study, the rate of gout was 243 and 381/100,000 people, respectively.",
        ] {
            assert!(share_kinds(text).split(' ').all(|kind| kind == "R"), "{text} {}", share_kinds(text));
        }
    }

    #[test]
    fn rates_told_in_two_sentences() {
        let text = "In the study, nurses had 31.4 strokes per 1,000 people. For cooks it was";
        assert_eq!(share_kinds(&format!("{text} 30.9.")), "R R");
        assert_eq!(share_kinds(&format!("{text} the 30.9 km to the port that hurt.")), "R");
        assert_eq!(share_kinds(&format!("{text} worse. It was 30.9 in the shade.")), "R");
    }

    #[test]
    fn rates_of_everybody() {
        for text in [
            "In the study, the incidence of gout was 8.4 per 100,000 people.",
            "In the study, the prevalence of gout was 8.4 per 100,000 for men.",
            "In the study, the rate of falls rose by 8.4 per 100,000 a year.",
            "In the study, there were 12 extra prescriptions per 1,000 patients.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
