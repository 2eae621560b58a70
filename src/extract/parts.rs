//! A count in, the counts that it adds up with out: "80 patients were randomised to A (n = 40) or B (n = 40)".

use rust_decimal::Decimal;

use crate::text::{Form, Quantity, Unit};

use super::scene::{Scene, Sentence};

/// Counts on either side that are tried.
const REACH: usize = 12;
/// Arms, groups or categories of one whole.
const MOST_PARTS: usize = 4;
/// Smaller sums come about by chance.
const SMALLEST_WHOLE: u32 = 10;

/// The whole that a part belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    pub quantity: &'a Quantity,
    /// Index of its sentence.
    pub sentence: usize,
}

/// A whole number without a unit: what could count people.
pub fn is_count(quantity: &Quantity) -> bool {
    quantity.unit == Unit::None
        && quantity.value.decimals == 0
        && !quantity.value.is_range()
        && matches!(quantity.form, Form::Figures | Form::Words)
        && !quantity.value.low.is_sign_negative()
}

/// Two to four counts in a row, after it in this sentence or first in the next, add up to this one.
pub fn is_whole(scene: &Scene, quantity: &Quantity) -> bool {
    if quantity.value.low < SMALLEST_WHOLE.into() {
        return false;
    }
    let at = scene.sentence().quantities.partition_point(|q| q.first <= quantity.first);
    run_to(&counts_from(scene.sentence(), at), quantity).is_some()
        || scene.next().is_some_and(|next| run_to(&counts_from(next, 0), quantity).is_some())
}

/// The whole that this count and its neighbours add up to.
pub fn whole_of<'a>(scene: &Scene<'a>, quantity: &Quantity) -> Option<Whole<'a>> {
    let here = scene.sentence();
    let at = here.quantities.partition_point(|q| q.first < quantity.first);
    // one of two parts or more
    let larger = |whole: &Quantity| whole.value.low > quantity.value.low && whole.value.low >= SMALLEST_WHOLE.into();
    let holds = |whole: &Quantity, counts: &[&Quantity]| {
        run_to(counts, whole).is_some_and(|(from, to)| counts[from..to].iter().any(|q| q.first == quantity.first))
    };
    for i in (at.saturating_sub(REACH)..at).rev() {
        let whole = &here.quantities[i];
        if is_count(whole) && larger(whole) && holds(whole, &counts_from(here, i + 1)) {
            return Some(Whole { quantity: whole, sentence: scene.at });
        }
    }
    let previous = scene.previous().filter(|_| at < REACH)?;
    let mut wholes = previous.quantities.iter().take(REACH).filter(|q| is_count(q) && larger(q)).peekable();
    wholes.peek()?;
    let near = counts_from(here, 0);
    let whole = wholes.find(|whole| holds(whole, &near))?;
    Some(Whole { quantity: whole, sentence: scene.at - 1 })
}

/// The counts among the quantities from `at` on, as far as [`REACH`].
fn counts_from(sentence: &Sentence, at: usize) -> Vec<&Quantity> {
    sentence.quantities.iter().skip(at).take(REACH).filter(|q| is_count(q) && q.value.low >= Decimal::ONE).collect()
}

/// Where in `counts` a run stands that adds up to `whole`.
fn run_to(counts: &[&Quantity], whole: &Quantity) -> Option<(usize, usize)> {
    let wanted = whole.value.low;
    if wanted < Decimal::from(SMALLEST_WHOLE) {
        return None;
    }
    for from in 0..counts.len() {
        let mut sum = Decimal::ZERO;
        for (to, count) in counts.iter().enumerate().skip(from).take(MOST_PARTS) {
            sum += count.value.low;
            if sum == wanted && to > from {
                return Some((from, to + 1));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scene::with_scenes;

    /// Every count of the text that is a whole, and every one that is a part.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let (mut wholes, mut parts) = (Vec::new(), Vec::new());
        with_scenes(text, |scene| {
            for quantity in scene.quantities().iter().filter(|q| is_count(q)) {
                if is_whole(scene, quantity) {
                    wholes.push(quantity.value.low.to_string());
                }
                if whole_of(scene, quantity).is_some() {
                    parts.push(quantity.value.low.to_string());
                }
            }
        });
        (wholes, parts)
    }

    #[test]
    fn sums() {
        for (text, wholes, parts) in [
            ("80 patients got drug A (n = 38) or B (n = 42).", vec!["80"], vec!["38", "42"]),
            ("We studied 90 women. There were 30 on A, 30 on B and 30 on C.", vec!["90"], vec!["30", "30", "30"]),
            ("Of 53 patients (29 drug, 24 placebo), two improved.", vec!["53"], vec!["29", "24"]),
        ] {
            assert_eq!(
                read(text),
                (wholes.iter().map(|s| s.to_string()).collect(), parts.iter().map(|s| s.to_string()).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn no_sums() {
        for text in [
            "80 patients got drug A (n = 38) or B (n = 40).",
            "12 patients took 5 mg and 7 mg.",
            "5 died, 3 on A and 2 on B.",
            "20 patients were seen at 12 weeks and 8 weeks.",
        ] {
            assert_eq!(read(text).0, Vec::<String>::new(), "{text}");
        }
    }
}
