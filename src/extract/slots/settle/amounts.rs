//! Two groups told by how much they had in, who was exposed out: "those eating fewer than two … those eating more than five".

use crate::model::{Arm, Claim, Scope};

use super::pairing::Partners;
use super::subsample::aged;

/// Those who had more of it are the exposed, whoever is told first.
pub fn settle(claims: &mut [Claim], partners: &Partners) {
    let ours = |claim: &Claim| claim.scope == Scope::ThisStudy && claim.arm.is_some();
    for (j, i) in partners.pairs() {
        if !ours(&claims[j]) || !ours(&claims[i]) {
            continue;
        }
        let had = |k: usize| claims[k].group.as_deref().and_then(had_more);
        let Some(first) = had(j) else { continue };
        let Some(second) = had(i) else { continue };
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
    // in one of these each of them holds
    const HINTS: [&str; 4] = ["than ", " or ", "at least ", "up to "];
    let says = |list: &[&str]| list.iter().any(|words| group.contains(words));
    if !says(&HINTS) {
        return None;
    }
    let aged = aged(group) || group.contains(" years") || group.contains("year-old");
    match (says(&MORE), says(&LESS)) {
        _ if aged => None,
        (true, false) => Some(true),
        (_, true) => Some(false),
        (false, false) => None,
    }
}
