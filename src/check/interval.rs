//! A printed number in, the interval of true values that it may stand for out; all arithmetic exact.

use rust_decimal::Decimal;

use super::settings::Tolerances;
use crate::model::{Bound, Reported};

/// Counts below it are taken at their word; above it a trailing zero is rounding.
pub const ROUND_COUNT_FROM: Decimal = Decimal::ONE_HUNDRED;

/// 84 % and 85 % agree only at 84.5, which would have to round both ways.
const INSIDE: Decimal = Decimal::from_parts(999, 0, 0, false, 3);

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// A closed interval; an end that is `None` is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
}

impl Interval {
    pub fn new(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low.min(high)), high: Some(low.max(high)) }
    }

    /// The values that round to the printed number: ± half of the last printed digit.
    ///
    /// ```
    /// use trialwire::check::{Tolerances, interval::Interval};
    /// use trialwire::model::Reported;
    /// let printed = Interval::printed(&Reported::exact("45.0".parse().unwrap()), &Tolerances::default());
    /// assert_eq!(printed, Interval::new("44.95".parse().unwrap(), "45.05".parse().unwrap()));
    /// ```
    pub fn printed(value: &Reported, reach: &Tolerances) -> Self {
        Self::around(value, |v| hedged(value, v, half_digit(value.decimals), reach))
    }

    /// A count as news tells it: a round one covers ± half of its last non-zero digit.
    pub fn count(value: &Reported, reach: &Tolerances) -> Self {
        Self::around(value, |v| hedged(value, v, half_of_last_digit(v), reach))
    }

    /// A percentage as news tells it: a multiple of ten covers a point either way.
    pub fn percent(value: &Reported, reach: &Tolerances) -> Self {
        Self::around(value, |v| {
            let round = value.decimals == 0 && (v % Decimal::TEN).is_zero();
            let inside = half_digit(value.decimals).saturating_mul(INSIDE);
            hedged(value, v, if round { reach.round_percent_points.max(inside) } else { inside }, reach)
        })
    }

    /// A multiplier as news tells it: "twice" covers an eighth either way.
    pub fn multiplier(value: &Reported, reach: &Tolerances) -> Self {
        Self::around(value, |v| {
            let whole = value.decimals == 0;
            let width = if whole { per_cent_of(v, reach.multiplier_percent) } else { half_digit(value.decimals) };
            hedged(value, v, width, reach)
        })
    }

    fn around(value: &Reported, width: impl Fn(Decimal) -> Decimal) -> Self {
        let low = value.low.saturating_sub(width(value.low));
        let high = value.high.saturating_add(width(value.high));
        match value.bound {
            Bound::Exact => Self { low: Some(low), high: Some(high) },
            Bound::AtLeast | Bound::MoreThan => Self { low: Some(low), high: None },
            Bound::AtMost | Bound::LessThan => Self { low: None, high: Some(high) },
        }
    }

    /// True when no value lies in both.
    pub fn disjoint(&self, other: &Self) -> bool {
        below(self.high, other.low) || below(other.high, self.low)
    }

    pub fn contains(&self, value: Decimal) -> bool {
        !below(self.high, Some(value)) && !below(Some(value), self.low)
    }

    /// Both ends multiplied by a positive factor.
    pub fn times(&self, factor: Decimal) -> Self {
        Self { low: self.low.map(|v| v.saturating_mul(factor)), high: self.high.map(|v| v.saturating_mul(factor)) }
    }

    /// `100 + x`, or `100 − x` with its ends exchanged: a relative change as per cent of the base.
    pub fn change(&self, down: bool) -> Self {
        let base = Decimal::ONE_HUNDRED;
        match down {
            false => {
                Self { low: self.low.map(|v| base.saturating_add(v)), high: self.high.map(|v| base.saturating_add(v)) }
            }
            true => {
                Self { low: self.high.map(|v| base.saturating_sub(v)), high: self.low.map(|v| base.saturating_sub(v)) }
            }
        }
    }

    /// The smallest and largest `self / other`, both positive and bounded; `None` where that has no answer.
    pub fn ratio(&self, other: &Self) -> Option<Self> {
        let (low, high) = (self.low?, self.high?);
        let (other_low, other_high) = (other.low?, other.high?);
        if low.is_sign_negative() || !other_low.is_sign_positive() || other_low.is_zero() {
            return None;
        }
        Some(Self::new(low.checked_div(other_high)?, high.checked_div(other_low)?))
    }
}

/// Half of the last printed digit: 0.5 for "45", 0.05 for "45.0".
pub fn half_digit(decimals: u32) -> Decimal {
    Decimal::try_new(5, decimals.saturating_add(1)).unwrap_or(Decimal::ZERO)
}

/// Half of the last non-zero digit of a round count; nothing for any other, because people are counted whole.
fn half_of_last_digit(value: Decimal) -> Decimal {
    if value < ROUND_COUNT_FROM || !value.fract().is_zero() {
        return Decimal::ZERO;
    }
    let mut unit = Decimal::ONE;
    while (value % unit.saturating_mul(Decimal::TEN)).is_zero() {
        unit = unit.saturating_mul(Decimal::TEN);
    }
    if unit == Decimal::ONE { Decimal::ZERO } else { unit.saturating_mul(HALF) }
}

/// True for a count whose last digits are zeros: it may be rounded.
pub fn is_round(value: Decimal) -> bool {
    half_of_last_digit(value) > Decimal::ZERO
}

/// The width around one end: that of rounding, or what "about" reaches where that is wider.
fn hedged(value: &Reported, end: Decimal, rounding: Decimal, reach: &Tolerances) -> Decimal {
    if value.approx { per_cent_of(end, reach.hedge_percent).max(rounding) } else { rounding }
}

pub fn per_cent_of(value: Decimal, percent: Decimal) -> Decimal {
    value.abs().saturating_mul(percent).checked_div(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX)
}

fn below(high: Option<Decimal>, low: Option<Decimal>) -> bool {
    matches!((high, low), (Some(high), Some(low)) if high < low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(value: &Reported) -> Interval {
        Interval::count(value, &Tolerances::default())
    }

    fn percent(value: &Reported) -> Interval {
        Interval::percent(value, &Tolerances::default())
    }

    fn multiplier(value: &Reported) -> Interval {
        Interval::multiplier(value, &Tolerances::default())
    }

    fn printed(value: &Reported) -> Interval {
        Interval::printed(value, &Tolerances::default())
    }

    #[test]
    fn tolerances_widen_and_narrow() {
        let wide = Tolerances { hedge_percent: Decimal::from(50), ..Tolerances::default() };
        let narrow = Tolerances { round_percent_points: Decimal::ZERO, ..Tolerances::default() };
        let (about, plain) = (about_number("100"), number("140"));
        assert!(Interval::percent(&about, &Tolerances::default()).disjoint(&percent(&plain)));
        assert!(!Interval::percent(&about, &wide).disjoint(&percent(&plain)));
        assert!(Interval::percent(&number("70"), &narrow).disjoint(&percent(&number("69"))));
    }

    fn number(text: &str) -> Reported {
        Reported::exact(text.parse().unwrap())
    }

    fn about_number(text: &str) -> Reported {
        Reported { approx: true, ..number(text) }
    }

    fn bounded(text: &str, bound: Bound) -> Reported {
        Reported { bound, ..number(text) }
    }

    #[test]
    fn counts_agree_when_one_rounds_the_other() {
        let agree =
            [("11000", "11030"), ("27300", "27345"), ("318000", "318452"), ("3258", "3258"), ("700000", "661000")];
        for (a, b) in agree {
            assert!(!count(&number(a)).disjoint(&count(&number(b))), "{a} {b}");
        }
        let differ =
            [("3258", "13258"), ("2747", "2847"), ("3415", "3416"), ("2600", "2847"), ("60", "62"), ("27300", "27445")];
        for (a, b) in differ {
            assert!(count(&number(a)).disjoint(&count(&number(b))), "{a} {b}");
        }
    }

    #[test]
    fn hedged_and_bounded_counts_reach_further() {
        assert!(!count(&about_number("200")).disjoint(&count(&number("174"))));
        assert!(!count(&about_number("350000")).disjoint(&count(&number("318452"))));
        let over = count(&bounded("6059", Bound::MoreThan));
        assert!(!over.disjoint(&count(&number("6059"))));
        assert!(over.disjoint(&count(&number("5059"))));
    }

    #[test]
    fn percentages_round_to_tens() {
        let agree = [("70", "69"), ("20", "21"), ("29.3", "29")];
        for (a, b) in agree {
            assert!(!percent(&number(a)).disjoint(&percent(&number(b))), "{a} {b}");
        }
        for (a, b) in [("50", "52"), ("84", "85"), ("45.0", "45.2")] {
            assert!(percent(&number(a)).disjoint(&percent(&number(b))), "{a} {b}");
        }
        assert!(!percent(&about_number("33.33")).disjoint(&percent(&number("37"))));
        assert!(percent(&bounded("1", Bound::LessThan)).disjoint(&percent(&number("9.3"))));
    }

    #[test]
    fn changes_and_multipliers_meet_on_one_axis() {
        let twice = multiplier(&number("2")).times(Decimal::ONE_HUNDRED);
        let more = percent(&number("44")).change(false);
        assert!(twice.disjoint(&more));
        let half = multiplier(&number("0.5")).times(Decimal::ONE_HUNDRED);
        assert!(!half.disjoint(&percent(&number("50")).change(true)));
    }

    #[test]
    fn huge_numbers_do_not_overflow() {
        let huge = Reported::exact(Decimal::MAX);
        for interval in [printed(&huge), count(&huge), multiplier(&huge)] {
            assert!(interval.times(Decimal::ONE_HUNDRED).change(true).low.is_some());
        }
        assert_eq!(half_digit(40), Decimal::ZERO);
    }
}
