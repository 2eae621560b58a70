//! A count of people in a study who had an outcome, its denominator elsewhere: "17 patients died", "11 improved".

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::Quantity;

use super::counting::{What, counting};
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::EventCount,
    reads: "17 patients died; recurred in four infants; 21 had a partial response; 14% (512); 38 deaths on the drug",
    refuses: "people who were only studied, treated or described; population burden",
    read: Some(read),
};

/// The reading of a count tells whether it is one of events or of those who were studied, so that it is done once.
fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let count = counting(scene, quantity, scope)?;
    let draft = |kind| Draft { first: count.first, last: count.last, ..Draft::of(kind, quantity, Statistic::Count) };
    Some(match count.what {
        What::Event => draft(ClaimKind::EventCount),
        What::Sample(role) => {
            let scope = (scope == Scope::Background).then_some(Scope::OtherStudy);
            Draft { role: Some(role), scope, ..draft(ClaimKind::SampleSize) }
        }
    })
}
