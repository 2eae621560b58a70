//! A rate of a round number of people in, whether it is one of everybody out: "6.3 per 100,000 people a year", but not "25.1
//! strokes per 1,000 of those on rum", which tells what befell a group.

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

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

/// "There were 25.1 strokes per 1,000 people among the nurses", "the nurses had 12 falls per 10,000".
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
            "In the study there were 25.1 strokes per 1,000 people among the nurses.",
            "In the study, the rate of gout was 506 per 100,000 for those on rum.",
            "In the study, smokers had 12 strokes per 10,000 people.",
            "In the study, the rate of gout was 116 and 506/100,000 people, respectively.",
        ] {
            assert!(share_kinds(text).split(' ').all(|kind| kind == "R"), "{text} {}", share_kinds(text));
        }
    }

    #[test]
    fn rates_of_everybody() {
        for text in [
            "In the study, the incidence of gout was 6.3 per 100,000 people.",
            "In the study, the prevalence of gout was 6.3 per 100,000 for men.",
            "In the study, the rate of falls rose by 6.3 per 100,000 a year.",
            "In the study, there were 12 extra prescriptions per 1,000 patients.",
        ] {
            assert_eq!(share_kinds(text), "P", "{text}");
        }
    }
}
