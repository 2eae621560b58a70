//! Intervals of one axis in, a scale that holds them all out: positions from 0 to 1, round ticks, values in words.

use crate::check::interval::Interval;
use crate::check::measure::Axis;
use crate::check::units::Dimension;
use crate::model::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Share of the width left free on either side.
const MARGIN: f64 = 0.04;
/// About so many ticks.
const TICKS: f64 = 4.0;

pub struct Scale {
    axis: Axis,
    /// What one unit of the scale holds in units of the axis: 7 where days are told in weeks.
    unit: (f64, &'static str),
    low: f64,
    high: f64,
}

impl Scale {
    /// `None` where no interval has an end.
    pub fn new<'i>(axis: Axis, intervals: impl Iterator<Item = &'i Interval>) -> Option<Self> {
        let ends: Vec<f64> = intervals.flat_map(|i| [i.low, i.high]).flatten().filter_map(|end| end.to_f64()).collect();
        let low = ends.iter().copied().reduce(f64::min)?;
        let high = ends.iter().copied().reduce(f64::max)?;
        // One value alone stands in the middle.
        let room = if high > low { (high - low) * MARGIN } else { (high.abs() * MARGIN).max(1.0) };
        Some(Self { axis, unit: unit(axis, high), low: low - room, high: high + room })
    }

    /// What is measured.
    pub fn name(&self) -> &'static str {
        match self.axis {
            Axis::Count => "Number of people",
            Axis::Share => "Share in per cent",
            Axis::Effect => "Change in per cent",
            Axis::Difference => "Difference in points",
            Axis::Amount(Dimension::Time) => "Length of time",
            Axis::Amount(_) => "Dose",
            Axis::Other => "Value",
        }
    }

    /// Both ends from 0 to 1; an open end reaches the border.
    pub fn span(&self, interval: &Interval) -> (f64, f64) {
        let at = |end: Option<Decimal>, open: f64| end.and_then(|end| self.at(end)).unwrap_or(open);
        (at(interval.low, 0.0), at(interval.high, 1.0))
    }

    /// The printed value: the middle, or the only end.
    pub fn middle(&self, interval: &Interval) -> Option<f64> {
        let ends: Vec<f64> =
            [interval.low, interval.high].into_iter().flatten().filter_map(|end| self.at(end)).collect();
        (!ends.is_empty()).then(|| ends.iter().sum::<f64>() / ends.len() as f64)
    }

    fn at(&self, value: Decimal) -> Option<f64> {
        Some(((value.to_f64()? - self.low) / (self.high - self.low)).clamp(0.0, 1.0))
    }

    /// Positions with their labels at round numbers inside the scale.
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let shift = if self.axis == Axis::Effect { 100.0 } else { 0.0 };
        let (low, high) = ((self.low - shift) / self.unit.0, (self.high - shift) / self.unit.0);
        let step = round_step((high - low) / TICKS);
        if !(step.is_finite() && step > 0.0) {
            return Vec::new();
        }
        let decimals = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
        let first = (low / step).ceil();
        let values = (0..=6).map(|n| (first + f64::from(n)) * step).take_while(|value| *value <= high);
        values.map(|value| ((value - low) / (high - low), self.label(value, decimals))).collect()
    }

    fn label(&self, value: f64, decimals: usize) -> String {
        let number = with_commas(&format!("{:.decimals$}", value.abs()));
        let zero = number.bytes().all(|b| !b.is_ascii_digit() || b == b'0');
        let sign = match (value < 0.0, self.axis) {
            _ if zero => "",
            (true, _) => "−",
            (false, Axis::Effect) => "+",
            (false, _) => "",
        };
        format!("{sign}{number}{}", self.unit.1)
    }

    /// "325.5 to 326.5", "326 exactly", "1,000 or more".
    pub fn words(&self, interval: &Interval) -> String {
        let told = |value: Decimal| self.told(value);
        match (interval.low, interval.high) {
            (Some(low), Some(high)) if low == high => format!("{} exactly", told(low)),
            (Some(low), Some(high)) => format!("{} to {}", told(low), told(high)),
            (Some(low), None) => format!("{} or more", told(low)),
            (None, Some(high)) => format!("{} or less", told(high)),
            (None, None) => "anything".to_owned(),
        }
    }

    /// A value of the axis to two decimals.
    fn told(&self, value: Decimal) -> String {
        let shift = if self.axis == Axis::Effect { 100.0 } else { 0.0 };
        let value = (value.to_f64().unwrap_or_default() - shift) / self.unit.0;
        let label = self.label(value, 2).replacen(self.unit.1, "", usize::from(!self.unit.1.is_empty()));
        let short = if label.contains('.') { label.trim_end_matches('0').trim_end_matches('.') } else { &label };
        format!("{short}{}", self.unit.1)
    }
}

/// The unit in which the largest value is told best.
fn unit(axis: Axis, high: f64) -> (f64, &'static str) {
    match axis {
        Axis::Share | Axis::Effect => (1.0, " %"),
        Axis::Amount(Dimension::Time) if high > 1_000.0 => (365.25, " years"),
        Axis::Amount(Dimension::Time) if high > 180.0 => (30.4375, " months"),
        Axis::Amount(Dimension::Time) if high > 21.0 => (7.0, " weeks"),
        Axis::Amount(Dimension::Time) => (1.0, " days"),
        Axis::Amount(Dimension::Mass) if high >= 10_000.0 => (1_000.0, " g"),
        Axis::Amount(Dimension::Mass) => (1.0, " mg"),
        Axis::Amount(Dimension::Volume) => (1.0, " ml"),
        Axis::Count | Axis::Difference | Axis::Other => (1.0, ""),
    }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|n| n * power).find(|step| *step >= least).unwrap_or(10.0 * power)
}

/// "13,258.5".
fn with_commas(number: &str) -> String {
    let (whole, rest) = number.split_once('.').map_or((number, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    rest.map_or(out.clone(), |rest| format!("{out}.{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(low: &str, high: &str) -> Interval {
        Interval::new(low.parse().unwrap(), high.parse().unwrap())
    }

    fn labels(axis: Axis, low: &str, high: &str) -> Vec<String> {
        let interval = interval(low, high);
        Scale::new(axis, [&interval].into_iter()).unwrap().ticks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn ticks_are_round_numbers_in_the_unit_of_the_axis() {
        for (axis, low, high, expected) in [
            (Axis::Count, "326", "362", vec!["330", "340", "350", "360"]),
            (Axis::Count, "3258", "13258", vec!["5,000", "10,000"]),
            (Axis::Share, "45.65", "47.35", vec!["46.0 %", "46.5 %", "47.0 %"]),
            (Axis::Effect, "60", "160", vec!["0 %", "+50 %"]),
            (Axis::Amount(Dimension::Time), "80", "120", vec!["12 weeks", "14 weeks", "16 weeks"]),
            (Axis::Difference, "0.1", "0.4", vec!["0.1", "0.2", "0.3", "0.4"]),
        ] {
            assert_eq!(labels(axis, low, high), expected, "{low} {high}");
        }
    }

    #[test]
    fn positions_hold_every_end() {
        let (low, high) = (interval("10", "20"), Interval { low: Some("30".parse().unwrap()), high: None });
        let scale = Scale::new(Axis::Count, [&low, &high].into_iter()).unwrap();
        let (from, to) = scale.span(&low);
        assert!(0.0 < from && from < to && to < 1.0);
        assert!(scale.span(&high).0 > to && scale.span(&high).1 == 1.0);
        assert!(scale.middle(&low).is_some_and(|at| from < at && at < to));
        assert_eq!((scale.words(&low), scale.words(&high)), ("10 to 20".into(), "30 or more".into()));
        assert!(Scale::new(Axis::Count, [&Interval { low: None, high: None }].into_iter()).is_none());
    }

    #[test]
    fn values_are_told_as_the_axis_has_them() {
        let span = interval("115", "140.5");
        let scale = Scale::new(Axis::Effect, [&span].into_iter()).unwrap();
        assert_eq!(scale.words(&span), "+15 % to +40.5 %");
        let same = interval("326", "326");
        assert_eq!(Scale::new(Axis::Count, [&same].into_iter()).unwrap().words(&same), "326 exactly");
    }

    #[test]
    fn huge_and_equal_numbers_have_a_scale() {
        let huge = Interval { low: Some(Decimal::MIN), high: Some(Decimal::MAX) };
        let scale = Scale::new(Axis::Count, [&huge].into_iter()).unwrap();
        assert!(scale.ticks().len() < 8);
        assert!(scale.ticks().iter().all(|(at, _)| (0.0..=1.0).contains(at)));
    }
}
