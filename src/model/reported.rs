//! A number as printed: its interval, its decimals and how it was bounded or hedged.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which side of the number the text leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    #[default]
    Exact,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// A number the way a text reports it.
///
/// Percentages and fractions are on 0–100 (`one in three` is 33.33), multipliers are the factor (`halved` is 0.5), all
/// else is in the unit printed. `low` and `high` are equal but for a printed range ("20–30 %").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reported {
    #[serde(with = "plain_number")]
    pub low: Decimal,
    #[serde(with = "plain_number")]
    pub high: Decimal,
    /// Digits printed after the decimal point: "45.0" has one, "45" none.
    pub decimals: u32,
    pub bound: Bound,
    /// "about", "nearly", "some", "an estimated"; also true of fractions in words.
    pub approx: bool,
}

impl Reported {
    /// A plain printed number.
    pub fn exact(value: Decimal) -> Self {
        Self { low: value, high: value, decimals: value.scale(), bound: Bound::Exact, approx: false }
    }

    /// A printed range, ends in either order.
    pub fn range(a: Decimal, b: Decimal) -> Self {
        Self { low: a.min(b), high: a.max(b), decimals: a.scale().max(b.scale()), bound: Bound::Exact, approx: false }
    }

    pub fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// The printed value, where it is a single one.
    pub fn single(&self) -> Option<Decimal> {
        (!self.is_range()).then_some(self.low)
    }
}

/// Serialises as a plain JSON number: `30`, `33.33`.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
pub struct PlainNumber(#[serde(serialize_with = "plain_number::serialize")] pub Decimal);

/// A decimal as a plain JSON number.
pub(super) mod plain_number {
    use rust_decimal::Decimal;
    use rust_decimal::prelude::ToPrimitive;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(value: &Decimal, to: S) -> Result<S::Ok, S::Error> {
        if value.scale() == 0
            && let Ok(whole) = i64::try_from(value.mantissa())
        {
            return to.serialize_i64(whole);
        }
        match value.normalize() {
            whole if whole.scale() == 0 && whole.to_i64().is_some() => {
                to.serialize_i64(whole.to_i64().unwrap_or_default())
            }
            other => to.serialize_f64(other.to_f64().unwrap_or_default()),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
        Decimal::try_from(f64::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_plainly_and_read_back() {
        let reported = Reported::range("20".parse().unwrap(), "33.33".parse().unwrap());
        let json = serde_json::to_string(&reported).unwrap();
        assert_eq!(json, r#"{"low":20,"high":33.33,"decimals":2,"bound":"exact","approx":false}"#);
        assert_eq!(serde_json::from_str::<Reported>(&json).unwrap(), reported);
    }
}
