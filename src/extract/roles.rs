//! The claims of one article in, the roles of its sample sizes settled out: what one sentence leaves open, the others show.

use rust_decimal::Decimal;

use crate::model::{Claim, ClaimKind, Role, Scope};

/// Makes the roles of one study's sample sizes agree with each other.
pub fn settle(claims: &mut [Claim], is_abstract: bool) {
    if is_abstract && total(claims).is_none() {
        promote(claims);
    }
    let Some(total) = total(claims) else { return };
    for claim in claims.iter_mut().filter(|c| own_sample(c) && c.role == Some(Role::Total)) {
        // Far below the whole study's size and not in a sentence of its own: a part of it.
        let behind = (total.1 + 1..total.1 + FAR_AWAY).contains(&claim.place.start);
        // "Their study, published in a journal, examined 1,200 cooks" opens a story of its own
        let own = || claim.sentence.text.contains("published ");
        let part = claim.value.high * Decimal::from(FAR_BELOW) < total.0 && behind && !own();
        if part {
            claim.role = Some(Role::Subgroup);
        }
    }
}

/// So many times smaller than the whole study is a part of it, wherever it is told as if it were a whole.
const FAR_BELOW: u32 = 8;

/// Bytes behind the whole study's size from which on another study may be told of.
const FAR_AWAY: usize = 1_500;

/// A paper's summary always tells how many took part: without a count that says so, the largest that is no arm
/// beside an arm of like size is it.
fn promote(claims: &mut [Claim]) {
    let samples = || claims.iter().enumerate().filter(|(_, c)| own_sample(c) && c.role != Some(Role::Unknown));
    let Some(largest) = samples().map(|(_, c)| c.value.high).max() else { return };
    let Some((at, _)) = samples().find(|(_, c)| c.value.high == largest) else { return };
    let claim = &claims[at];
    if largest < Decimal::TEN {
        return;
    }
    let rival = claim.role == Some(Role::Arm)
        && samples().any(|(i, c)| {
            i != at
                && c.role == Some(Role::Arm)
                && c.sentence == claim.sentence
                && c.value.high * Decimal::TWO > largest
        });
    if !rival {
        claims[at].role = Some(Role::Total);
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

#[cfg(test)]
mod tests {
    use crate::extract::testing::{PAPER, counts};

    #[test]
    fn a_paper_has_a_whole() {
        let text = format!("{PAPER}120 women were screened. Of these, 90 completed the trial.");
        assert_eq!(counts(&text), ["total 120 women", "completed 90"]);
    }

    #[test]
    fn what_is_far_below_the_whole_is_a_part() {
        let told = |last: &str| counts(&format!("The study tracked 700 sailors. {last}"));
        assert_eq!(
            told("Almost all of the 55 smokers in the study fell."),
            ["total 700 sailors", "subgroup 55 smokers"]
        );
        assert_eq!(told("The study enrolled 40 cooks."), ["total 700 sailors", "subgroup 40 cooks"]);
        assert_eq!(told("The team interviewed 60 nurses."), ["total 700 sailors", "subgroup 60 nurses"]);
        assert_eq!(told("The team followed 650 sailors for a year."), ["total 700 sailors", "total 650 sailors"]);
        assert_eq!(told("A second study enrolled 400 cooks."), ["total 700 sailors", "total 400 cooks"]);
        let own = "Their study, published in a journal, enrolled 40 cooks.";
        assert_eq!(told(own), ["total 700 sailors", "total 40 cooks"]);
        assert_eq!(counts("The study enrolled 55 cooks."), ["total 55 cooks"]);
    }

    #[test]
    fn two_like_arms_have_none() {
        let text = format!("{PAPER}Pain fell on the drug (n = 45) but not on placebo (n = 43).");
        assert_eq!(counts(&text), ["arm n = 45", "arm n = 43"]);
    }
}
