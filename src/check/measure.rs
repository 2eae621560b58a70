//! A claim in, its value on the axis on which it may be compared with others out: one base unit, one interval.

use rust_decimal::Decimal;

use super::interval::Interval;
use super::settings::Tolerances;
use super::units::{self, Dimension};
use crate::model::{Bound, Claim, ClaimKind, Direction, Reported, Statistic};

/// What may be compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// People, records, events.
    Count,
    /// Per cent of a group.
    Share,
    /// Per cent of the base after a change: "31 % more" and "1.31 times" are 126.
    Effect,
    /// Percentage points or units of a scale.
    Difference,
    /// Days, milligrams, millilitres.
    Amount(Dimension),
    /// Anything else: compared with nothing.
    Other,
}

/// A claim's value on its axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    pub axis: Axis,
    pub interval: Interval,
    /// The interval without "more than", "up to".
    point: Interval,
    /// The printed number cut off at the decimal point, and its decimals.
    whole: (Decimal, u32),
    /// Both ends of a printed range ("15 to 40 %"), each with its own reach.
    pub ends: Option<(Interval, Interval)>,
}

impl Measure {
    pub fn of(claim: &Claim, reach: &Tolerances) -> Self {
        let axis = axis(claim);
        let value = &hedge_words(claim);
        let on_axis = |value: &Reported| place(axis, claim, value, reach);
        let ends = value.is_range().then(|| {
            let end = |v: Decimal| on_axis(&Reported { low: v, high: v, ..*value });
            (end(value.low), end(value.high))
        });
        let whole = (value.low.trunc(), value.decimals);
        let point = on_axis(&Reported { bound: Bound::Exact, ..*value });
        Self { axis, interval: on_axis(value), point, whole, ends }
    }

    /// True when the two cannot be the same number: the intervals miss each other, or two ranges differ at an end.
    pub fn disjoint(&self, other: &Self) -> bool {
        if self.axis != other.axis {
            return false;
        }
        match (self.ends, other.ends) {
            (Some((low, high)), Some((other_low, other_high))) => {
                low.disjoint(&other_low) || high.disjoint(&other_high)
            }
            _ => self.interval.disjoint(&other.interval) && !self.cut_off(other),
        }
    }

    /// One is the other with its decimals cut off: 98.6 % told as 98 %.
    fn cut_off(&self, other: &Self) -> bool {
        matches!(self.axis, Axis::Share | Axis::Effect)
            && self.whole.0 == other.whole.0
            && (self.whole.1 == 0) != (other.whole.1 == 0)
    }

    /// True when the same number is told, whatever "more than" or "up to" stands before it, or an end of a range is.
    pub fn tells_same_number(&self, other: &Self) -> bool {
        let meets = |(low, high): (Interval, Interval), point: &Interval| !low.disjoint(point) || !high.disjoint(point);
        let same = match (self.ends, other.ends) {
            (Some(ends), None) => meets(ends, &other.point),
            (None, Some(ends)) => meets(ends, &self.point),
            _ => !self.point.disjoint(&other.point),
        };
        self.axis == other.axis && same
    }

    /// True when both may be the same number.
    pub fn agrees(&self, other: &Self) -> bool {
        self.axis == other.axis && self.axis != Axis::Other && !self.disjoint(other)
    }
}

/// Fractions in words ("a third", "one in six") are approximate even where nothing says "about".
fn hedge_words(claim: &Claim) -> Reported {
    let in_words =
        claim.unit.as_deref() == Some("percent") && !claim.quote.contains('%') && !claim.quote.contains("cent");
    let exact_count = claim.fraction.is_some_and(|f| f.total > SMALL_DENOMINATOR);
    Reported { approx: claim.value.approx || (in_words && !exact_count), ..claim.value }
}

/// "One in ten" is a manner of speaking, "19 of 34" a count.
const SMALL_DENOMINATOR: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn axis(claim: &Claim) -> Axis {
    match (claim.kind, claim.statistic) {
        (ClaimKind::SampleSize | ClaimKind::EventCount, _) => Axis::Count,
        (ClaimKind::ResponseRate, _) | (ClaimKind::Percentage, Statistic::Share | Statistic::Level) => Axis::Share,
        (ClaimKind::Percentage, Statistic::RelativeChange) | (ClaimKind::Multiplier, _) => Axis::Effect,
        (ClaimKind::EffectEstimate, Statistic::Ratio) => Axis::Effect,
        (ClaimKind::Percentage | ClaimKind::ScoreChange, Statistic::AbsoluteChange) => Axis::Difference,
        (ClaimKind::Duration | ClaimKind::Dose, _) => {
            claim.unit.as_deref().and_then(units::base).map_or(Axis::Other, |(dimension, _)| Axis::Amount(dimension))
        }
        _ => Axis::Other,
    }
}

fn place(axis: Axis, claim: &Claim, value: &Reported, reach: &Tolerances) -> Interval {
    match (axis, claim.kind) {
        (Axis::Count, _) => Interval::count(value, reach),
        (Axis::Share | Axis::Difference, _) => Interval::percent(value, reach),
        (Axis::Effect, ClaimKind::Percentage) => {
            Interval::percent(value, reach).change(claim.direction == Some(Direction::Down))
        }
        (Axis::Effect, ClaimKind::Multiplier) => Interval::multiplier(value, reach).times(Decimal::ONE_HUNDRED),
        (Axis::Effect, _) => Interval::printed(value, reach).times(Decimal::ONE_HUNDRED),
        (Axis::Amount(_), _) => {
            let factor = claim.unit.as_deref().and_then(units::base).map_or(Decimal::ONE, |(_, factor)| factor);
            Interval::printed(value, reach).times(factor)
        }
        (Axis::Other, _) => Interval::printed(value, reach),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::ClaimText;

    fn measured(claim: &Claim) -> Measure {
        Measure::of(claim, &Tolerances::default())
    }

    fn percent(quote: &str, direction: Direction) -> Claim {
        ClaimText::new(ClaimKind::Percentage, quote).change(direction).claim()
    }

    #[test]
    fn a_change_and_a_multiplier_share_an_axis() {
        let more = measured(&percent("38%", Direction::Up));
        let twice = measured(&ClaimText::new(ClaimKind::Multiplier, "2 times").claim());
        assert!(more.disjoint(&twice));
        assert!(measured(&percent("100%", Direction::Up)).agrees(&twice));
        assert!(!more.agrees(&measured(&ClaimText::new(ClaimKind::ResponseRate, "38%").claim())));
    }

    #[test]
    fn ranges_are_compared_end_by_end() {
        let range = |low: i64, high: i64| {
            let mut claim = percent("20%", Direction::Up);
            claim.value = Reported::range(low.into(), high.into());
            measured(&claim)
        };
        assert!(range(15, 40).disjoint(&range(19, 46)));
        assert!(range(15, 40).agrees(&range(15, 40)));
        assert!(range(15, 40).agrees(&measured(&percent("35%", Direction::Up))));
    }

    #[test]
    fn spans_of_time_meet_in_days() {
        let span = |quote: &str, unit: &str| measured(&ClaimText::new(ClaimKind::Duration, quote).unit(unit).claim());
        assert!(span("12 weeks", "weeks").agrees(&span("3 months", "months")));
        assert!(span("7 years", "years").disjoint(&span("17 years", "years")));
        assert!(!span("7 years", "years").disjoint(&span("7 cups", "cups")));
    }
}
