//! The claims of one article in, the roles of its sample sizes settled out: what one sentence leaves open, the others show.

use rust_decimal::Decimal;

use crate::model::{Claim, ClaimKind, Role, Scope};

/// Makes the roles of one study's sample sizes agree with each other.
pub fn settle(claims: &mut [Claim], _is_abstract: bool) {
    let Some(total) = total(claims) else { return };
    for claim in claims.iter_mut().filter(|c| own_sample(c) && c.role == Some(Role::Total)) {
        // Far below the whole study's size and not in a sentence of its own: a part of it.
        let part = claim.value.high * Decimal::from(20) < total.0 && claim.place.start > total.1;
        if part {
            claim.role = Some(Role::Subgroup);
        }
    }
}

/// The largest size told as the whole study's, and where it first stands.
fn total(claims: &[Claim]) -> Option<(Decimal, usize)> {
    let totals = claims.iter().filter(|c| own_sample(c) && c.role == Some(Role::Total));
    let largest = totals.clone().map(|c| c.value.high).max()?;
    let first = totals.filter(|c| c.value.high == largest).map(|c| c.place.start).min()?;
    Some((largest, first))
}

fn own_sample(claim: &Claim) -> bool {
    claim.kind == ClaimKind::SampleSize && claim.scope == Scope::ThisStudy
}
