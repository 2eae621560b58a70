//! Two groups told by how much they had in, who was exposed out: "those eating fewer than two … those eating more than five".

use crate::model::{Arm, Claim, Scope};

use super::pairing;
use super::subsample::aged;

/// Those who had more of it are the exposed, whoever is told first.
pub fn settle(claims: &mut [Claim]) {
    let ours = |claim: &Claim| claim.scope == Scope::ThisStudy && claim.arm.is_some();
    for i in 1..claims.len() {
        let Some(j) = pairing::before(claims, i).filter(|&j| ours(&claims[j]) && ours(&claims[i])) else { continue };
        let had = |k: usize| claims[k].group.as_deref().and_then(had_more);
        let (Some(first), Some(second)) = (had(j), had(i)) else { continue };
        if first != second {
            for (k, more) in [(j, first), (i, second)] {
                claims[k].arm = Some(if more { Arm::Treatment } else { Arm::Control });
            }
        }
    }
}

/// "five or more", "more than five" had more, "fewer than two", "two or less" less; nothing is told by an age.
fn had_more(group: &str) -> Option<bool> {
    const MORE: [&str; 4] = ["more than ", " or more", "at least ", "longer than "];
    const LESS: [&str; 6] = ["fewer than ", "less than ", " or less", " or fewer", "no more than ", "up to "];
    let says = |list: &[&str]| list.iter().any(|words| group.contains(words));
    let aged = aged(group) || group.contains(" years") || group.contains("year-old");
    match (says(&MORE), says(&LESS)) {
        _ if aged => None,
        (true, false) => Some(true),
        (_, true) => Some(false),
        (false, false) => None,
    }
}
