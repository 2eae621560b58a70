//! A count of people, records, animals or pooled studies that were studied, with its role.

use crate::model::{ClaimKind, Reported, Role, Statistic};
use crate::text::Quantity;

use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::SampleSize,
    reads: "30 participants, 1,212-patient study, n = 30, 5,000 medical records, 24 studies, 40 mice, 33 were assigned",
    refuses: "population burden, people who had an outcome, sites, countries, relatives, ordinals",
    // A count is told from one of events as it is read.
    read: None,
};

/// The group behind a share in a paper's shorthand: the 211 of "13% (26 of 200)" and "26/211 patients". In running text ("17 of 31 patients") share and group are one statement and one claim.
pub fn denominator(scene: &Scene, quantity: &Quantity) -> Option<Draft> {
    let tokens = scene.tokens();
    let fraction = quantity.fraction?;
    let last = quantity.number_last;
    let bracketed = matches!(tokens.before(quantity.first), "(" | "[");
    let slashed = tokens.before(last) == "/";
    // "(0.72/1000)" is a rate
    let counted = fraction.count.fract().is_zero();
    if !counted || !scene.is_abstract || !(bracketed || slashed) || !tokens.is_number(last) {
        return None;
    }
    Some(Draft {
        first: last,
        last,
        value: Reported { decimals: 0, ..Reported::exact(fraction.total) },
        unit: None,
        role: Some(Role::Arm),
        ..Draft::of(ClaimKind::SampleSize, quantity, Statistic::Count)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn groups_behind_shares() {
        let bracketed = format!("{PAPER}We enrolled 420 men. Rash occurred in 13% (26 of 200) and 9% (18/209).");
        assert_eq!(counts(&bracketed), ["total 420 men", "arm 200", "arm 209"]);
        let running = format!("{PAPER}We enrolled 420 men. Rash occurred in 26 of 211 patients.");
        assert_eq!(counts(&running), ["total 420 men"]);
        assert_eq!(counts("In the trial, 13% (26 of 200) died."), Vec::<String>::new());
    }
}
