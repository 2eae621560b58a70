//! A unit as printed in, the factor to the base unit of its dimension out: days, milligrams, millilitres.

use rust_decimal::Decimal;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// In days.
    Time,
    /// In milligrams.
    Mass,
    /// In millilitres.
    Volume,
}

/// `unit` to dimension and factor: see `lexicons/check/units.tsv`.
const UNITS: &str = include_str!("../../lexicons/check/units.tsv");

/// The dimension of a unit and how many base units it holds; `None` for a unit not in the table.
///
/// ```
/// use trialwire::check::units::{Dimension, base};
/// assert_eq!(base("weeks"), Some((Dimension::Time, 7.into())));
/// assert_eq!(base("cups"), None);
/// ```
pub fn base(unit: &str) -> Option<(Dimension, Decimal)> {
    let unit = unit.trim().to_lowercase();
    UNITS.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut cells = line.split('\t');
        let (dimension, factor) = (cells.next()?, cells.next()?);
        cells.next()?.split('|').any(|name| name == unit).then_some(())?;
        Some((dimension_of(dimension)?, factor.parse().ok()?))
    })
}

fn dimension_of(name: &str) -> Option<Dimension> {
    match name {
        "time" => Some(Dimension::Time),
        "mass" => Some(Dimension::Mass),
        "volume" => Some(Dimension::Volume),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_reads() {
        for line in UNITS.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(dimension_of(cells[0]).is_some() && cells[1].parse::<Decimal>().is_ok(), "{line}");
            assert!(cells[2].split('|').all(|name| base(name).is_some()), "{line}");
        }
    }

    #[test]
    fn spans_of_time_meet_in_days() {
        let days = |n: i64, unit| base(unit).unwrap().1 * Decimal::from(n);
        assert_eq!(days(2, "weeks"), days(14, "days"));
        assert_eq!(days(1, "decade"), days(10, "years"));
        assert!((days(12, "weeks") - days(3, "months")).abs() < Decimal::from(8));
    }

    #[test]
    fn grams_are_a_thousand_milligrams() {
        assert_eq!(base("g").unwrap().1, base("mg").unwrap().1 * Decimal::ONE_THOUSAND);
        assert_eq!(base("µg"), base("micrograms"));
    }
}
