//! Pairs of kinds in, the table of gold kind by predicted kind out.

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::row::KINDS;
use crate::model::ClaimKind;

/// Rows, columns: the kinds, and last the claims without a partner.
const SIZE: usize = KINDS.len() + 1;

/// How often a figure of one kind was read as another. `None` stands for "not found" or "not in the gold".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confusion([[usize; SIZE]; SIZE]);

impl Confusion {
    pub(super) fn add(&mut self, gold: Option<ClaimKind>, predicted: Option<ClaimKind>) {
        self.0[index(gold)][index(predicted)] += 1;
    }

    pub fn count(&self, gold: Option<ClaimKind>, predicted: Option<ClaimKind>) -> usize {
        self.0[index(gold)][index(predicted)]
    }

    /// The kinds that occur, in the order of reports.
    pub fn kinds(&self) -> Vec<ClaimKind> {
        let occurs = |kind: &ClaimKind| {
            let at = index(Some(*kind));
            (0..SIZE).any(|other| self.0[at][other] + self.0[other][at] > 0)
        };
        KINDS.into_iter().filter(occurs).collect()
    }
}

fn index(kind: Option<ClaimKind>) -> usize {
    kind.and_then(|kind| KINDS.iter().position(|known| *known == kind)).unwrap_or(KINDS.len())
}

#[derive(serde::Serialize)]
struct Cell {
    gold: Option<ClaimKind>,
    predicted: Option<ClaimKind>,
    count: usize,
}

impl Serialize for Confusion {
    /// The cells that are not zero, row by row.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut cells = to.serialize_seq(None)?;
        for (row, counts) in self.0.iter().enumerate() {
            for (column, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let (gold, predicted) = (KINDS.get(row).copied(), KINDS.get(column).copied());
                cells.serialize_element(&Cell { gold, predicted, count })?;
            }
        }
        cells.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_and_written_without_zeros() {
        let mut table = Confusion::default();
        table.add(Some(ClaimKind::Percentage), Some(ClaimKind::ResponseRate));
        table.add(Some(ClaimKind::Percentage), Some(ClaimKind::ResponseRate));
        table.add(None, Some(ClaimKind::Dose));
        assert_eq!(table.kinds(), [ClaimKind::ResponseRate, ClaimKind::Percentage, ClaimKind::Dose]);
        assert_eq!(
            serde_json::to_string(&table).unwrap(),
            r#"[{"gold":"percentage","predicted":"response_rate","count":2},{"gold":null,"predicted":"dose","count":1}]"#
        );
    }
}
