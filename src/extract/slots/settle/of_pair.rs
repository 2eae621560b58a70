//! "21 months with the syrup versus 14 with tea (hazard ratio 0.6)": a ratio behind two figures in, what those were of out.

use crate::model::{Claim, ClaimKind};

/// Gives an effect estimate of nobody the people, the outcome and the time of the two figures that it sets against each other.
pub fn of_pair(claim: &mut Claim, earlier: &[Claim]) {
    /// Bytes from the second figure to the estimate at most.
    const NEAR: usize = 90;
    if claim.kind != ClaimKind::EffectEstimate {
        return;
    }
    let mut before = earlier.iter().rev().filter(|told| !matches!(told.kind, ClaimKind::Duration | ClaimKind::PValue));
    let (Some(second), Some(first)) = (before.next(), before.next()) else { return };
    let here = claim.sentence.place.bytes.start;
    let near = claim.place.bytes.start.saturating_sub(second.place.bytes.end) <= NEAR;
    let pair = first.group.is_some() && first.comparator.is_some() && first.comparator == second.group;
    let others = claim.group.is_some() && claim.group != first.group;
    if first.place.bytes.start < here || !near || !pair || others || first.kind != second.kind {
        return;
    }
    claim.group.clone_from(&first.group);
    claim.comparator.clone_from(&first.comparator);
    claim.outcome = claim.outcome.take().or_else(|| first.outcome.clone());
    claim.timepoint = claim.timepoint.take().or_else(|| first.timepoint.clone());
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::{Claim, ClaimKind};

    fn estimate(text: &str) -> Claim {
        let claims = testing::claims(text);
        claims.into_iter().find(|claim| claim.kind == ClaimKind::EffectEstimate).expect(text)
    }

    #[test]
    fn a_ratio_is_of_the_pair_before() {
        for text in [
            "Median survival was 7.2 months with syrup compared with 4.8 months with water, for a hazard ratio of 0.61, the \
             trial found.",
            "In the trial, median survival reached 21.4 months with syrup versus 14.2 months with water (HR 0.61).",
            "In the trial, 12 per cent of those on syrup fell, compared with 31 per cent of those on water (odds ratio, 0.4).",
        ] {
            let claim = estimate(text);
            assert!(claim.group.as_deref().is_some_and(|group| group.ends_with("syrup")), "{text} {:?}", claim.group);
            assert!(claim.comparator.as_deref().is_some_and(|other| other.ends_with("water")), "{text}");
            assert!(claim.outcome.is_some(), "{text}");
        }
    }

    #[test]
    fn a_ratio_of_its_own_people_keeps_them() {
        let text = "In the trial, 12 per cent of those on syrup fell, compared with 31 per cent of those on water. Among bakers, \
                    the odds ratio was 0.4.";
        assert_eq!(estimate(text).group.as_deref(), Some("bakers"));
        let alone = "In the trial, 12 per cent of those on syrup fell. The odds ratio for gout was 0.4.";
        assert_eq!(estimate(alone).comparator, None);
    }
}
