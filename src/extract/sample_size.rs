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

/// The group behind a share in a paper's shorthand: the 211 of "13% (26 of 200)" and "31/204 patients". In running text ("17 of 31 patients") share and group are one statement and one claim.
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
    fn people_told_with_their_age() {
        for (text, found) in [
            ("The study followed 1,200 11-year-olds in Wales.", vec!["total 1,200 11-year-olds"]),
            ("The study tested 900 9-10 year old pupils.", vec!["total 900 9-10 year old pupils"]),
            ("Researchers asked 300 18- to 25-year-olds about rum.", vec!["total 300 18- to 25-year-olds"]),
            ("The study took more than two thousand 60- 65 year olds.", vec!["total two thousand 60- 65 year olds"]),
            ("The study ran on. The average age of the 640 women was 54.", vec!["total 640 women"]),
            ("The study ran on. The average age of the women was 54.", vec![]),
            ("The study rang 020 7946 0000 for old sailors.", vec![]),
            ("The study took 1,200 9 metre boats.", vec![]),
            ("The study hired an 11 year old boat.", vec![]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn groups_behind_shares() {
        let bracketed = format!("{PAPER}We enrolled 420 men. Rash occurred in 13% (26 of 200) and 9% (18/209).");
        assert_eq!(counts(&bracketed), ["total 420 men", "arm 200", "arm 209"]);
        let running = format!("{PAPER}We enrolled 420 men. Rash occurred in 31 of 204 patients.");
        assert_eq!(counts(&running), ["total 420 men"]);
        assert_eq!(counts("In the trial, 13% (26 of 200) died."), Vec::<String>::new());
    }
}
