//! The claims and predictions of one document in, which of them are the same out.

use super::row::Row;
use crate::model::ClaimKind;

/// Values differ when they are further apart than this share of the larger: rounding a third to 33.3 is no mistake.
const VALUE_TOLERANCE: f64 = 0.005;

/// Below any printed difference: zero is zero.
const VALUE_EPSILON: f64 = 1e-9;

/// A gold claim and a prediction, by index, that share characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Overlap {
    pub characters: usize,
    pub gold: usize,
    pub pred: usize,
}

/// All pairs that share characters, the longest overlap first, then in the order of the files.
///
/// Predictions are looked up by where they start, so that only neighbours are compared.
pub(super) fn overlaps(gold: &[&Row], pred: &[&Row]) -> Vec<Overlap> {
    let mut order: Vec<usize> = (0..pred.len()).collect();
    order.sort_by_key(|&at| pred[at].start());
    // How far the predictions up to here reach: none before can overlap what starts later.
    let mut reach = Vec::with_capacity(order.len());
    for &at in &order {
        reach.push(pred[at].end().max(reach.last().copied().unwrap_or(0)));
    }
    let mut found = Vec::new();
    for (i, claim) in gold.iter().enumerate() {
        let after = order.partition_point(|&at| pred[at].start() < claim.end());
        for k in (0..after).rev().take_while(|&k| reach[k] > claim.start()) {
            let characters = shared(claim, pred[order[k]]);
            if characters > 0 {
                found.push(Overlap { characters, gold: i, pred: order[k] });
            }
        }
    }
    found.sort_by_key(|overlap| (std::cmp::Reverse(overlap.characters), overlap.gold, overlap.pred));
    found
}

/// One to one, longest overlap first, among the pairs that are accepted.
pub(super) fn matched(found: &[Overlap], sizes: [usize; 2], accept: impl Fn(Overlap) -> bool) -> Vec<[usize; 2]> {
    let (mut gold_used, mut pred_used) = (vec![false; sizes[0]], vec![false; sizes[1]]);
    let mut pairs = Vec::new();
    for overlap in found.iter().copied().filter(|&overlap| accept(overlap)) {
        if !gold_used[overlap.gold] && !pred_used[overlap.pred] {
            gold_used[overlap.gold] = true;
            pred_used[overlap.pred] = true;
            pairs.push([overlap.gold, overlap.pred]);
        }
    }
    pairs
}

/// Both ends within the tolerance; an unknown value is the same as none.
pub(super) fn same_value(a: &Row, b: &Row) -> bool {
    let (Some(a), Some(b)) = (a.value, b.value) else { return false };
    let near = |x: f64, y: f64| (x - y).abs() <= VALUE_EPSILON.max(VALUE_TOLERANCE * x.abs().max(y.abs()));
    near(a[0], b[0]) && near(a[1], b[1])
}

/// The kinds whose pooled F1 is the headline.
pub(super) fn is_core(kind: ClaimKind) -> bool {
    use ClaimKind::{EventCount, Multiplier, Percentage, ResponseRate, SampleSize};
    matches!(kind, SampleSize | EventCount | ResponseRate | Percentage | Multiplier)
}

fn shared(a: &Row, b: &Row) -> usize {
    let pairs = a.spans.iter().flat_map(|x| b.spans.iter().map(move |y| (x, y)));
    pairs.map(|(x, y)| x[1].min(y[1]).saturating_sub(x[0].max(y[0]))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(start: usize, end: usize) -> Row {
        Row::new("a", ClaimKind::Dose, start, end, 1.0)
    }

    fn pairs(gold: &[Row], pred: &[Row]) -> Vec<[usize; 2]> {
        let (gold, pred): (Vec<_>, Vec<_>) = (gold.iter().collect(), pred.iter().collect());
        matched(&overlaps(&gold, &pred), [gold.len(), pred.len()], |_| true)
    }

    #[test]
    fn each_is_matched_once_and_the_longest_overlap_wins() {
        assert_eq!(pairs(&[claim(0, 4), claim(4, 20)], &[claim(2, 12)]), [[1, 0]]);
        assert_eq!(pairs(&[claim(0, 10)], &[claim(0, 2), claim(3, 9), claim(9, 10)]), [[0, 1]]);
        assert_eq!(pairs(&[claim(0, 4), claim(2, 6)], &[claim(2, 4), claim(2, 4)]), [[0, 0], [1, 1]]);
        assert_eq!(pairs(&[claim(5, 8)], &[claim(0, 5), claim(8, 9)]), [[0; 2]; 0], "to touch is not to overlap");
        assert_eq!(pairs(&[claim(50, 60)], &[claim(0, 100), claim(1, 2)]), [[0, 0]], "behind a long one");
    }

    #[test]
    fn the_gap_of_a_discontinuous_span_overlaps_nothing() {
        let gold = Row { spans: vec![[0, 2], [10, 14]], ..claim(0, 1) };
        assert_eq!(pairs(std::slice::from_ref(&gold), &[claim(3, 9)]), [[0; 2]; 0]);
        assert_eq!(pairs(&[gold], &[claim(0, 3), claim(9, 14)]), [[0, 1]]);
    }

    #[test]
    fn values_agree_to_half_a_per_cent() {
        let with = |value| Row { value, ..claim(0, 1) };
        let same = |a, b| same_value(&with(Some(a)), &with(Some(b)));
        assert!(same([33.3, 33.3], [33.33, 33.33]) && same([199.0, 199.0], [200.0, 200.0]));
        assert!(same([0.0, 0.0], [0.0, 0.0]) && same([-4.0, -4.0], [-4.01, -4.01]));
        assert!(!same([198.9, 198.9], [200.0, 200.0]) && !same([20.0, 30.0], [20.0, 31.0]));
        assert!(!same([4.0, 4.0], [-4.0, -4.0]) && !same_value(&with(None), &with(None)));
    }
}
