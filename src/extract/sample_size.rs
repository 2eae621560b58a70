//! A count of people, records, animals or pooled studies that were studied, with its role.

use crate::model::{ClaimKind, Scope, Statistic};
use crate::text::Quantity;

use super::counting::{What, counting};
use super::scene::Scene;
use super::{Draft, KindReader};

pub static READER: KindReader = KindReader {
    kind: ClaimKind::SampleSize,
    reads: "30 participants, 1,212-patient study, n = 30, 5,000 medical records, 24 studies, 40 mice, 33 were assigned",
    refuses: "population burden, people who had an outcome, sites, countries, relatives, ordinals",
    read,
};

fn read(scene: &Scene, quantity: &Quantity, scope: Scope) -> Option<Draft> {
    let count = counting(scene, quantity, scope)?;
    let What::Sample(role) = count.what else { return None };
    let scope = (scope == Scope::Background).then_some(Scope::OtherStudy);
    Some(Draft {
        first: count.first,
        last: count.last,
        role: Some(role),
        scope,
        ..Draft::of(ClaimKind::SampleSize, quantity, Statistic::Count)
    })
}
