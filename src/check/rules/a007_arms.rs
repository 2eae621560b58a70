//! The sizes of all arms and of the whole study in, a finding out when the arms do not add up to the study.

use crate::check::finding::{one_line, slip};
use crate::check::interval::is_round;
use crate::check::sentence::{before, words_between};
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Role, Severity};

pub const RULE: Rule = Rule {
    code: "A007",
    name: "arms-do-not-sum",
    summary: "The arms do not add up to the number randomised",
    formula: "\"N … were randomised to A (n = a) or B (n = b)\" in one sentence: a + b + … ≠ N, and they miss it by no more than a tenth",
    silent: "total or arms in different sentences; round, approximate or bounded counts; a sentence that speaks of analysis, completion \
             or withdrawal; a larger gap (an arm may not be told)",
    example: "\"Of 326 adults randomised, 160 got the drug and 163 a placebo\": 323",
    near_miss: "\"Of 326 adults randomised, 163 got the drug and 163 a placebo\"",
    source: "CONSORT 2010, participant flow",
    severity: Severity::Warning,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    case.by_sentence().filter_map(|sentence| check(rule, case, sentence)).collect()
}

fn check(rule: &Rule, case: &Case<'_>, sentence: &[Statement<'_>]) -> Option<Finding> {
    let of_role = |role: Role| sentence.iter().filter(move |s| s.claim.role == Some(role)).collect::<Vec<_>>();
    let (totals, arms) = (of_role(Role::Total), of_role(Role::Arm));
    let [total] = totals[..] else { return None };
    let counts =
        sentence.iter().filter(|s| matches!(s.claim.kind, ClaimKind::SampleSize | ClaimKind::EventCount)).count();
    if arms.len() < 2 || counts != arms.len() + 1 || !assigns(&total.claim.sentence.text) || !are_plain(total, &arms) {
        return None;
    }
    // "Four clinics randomised 85 women to A (43) or B (42)"; "146 were randomised: 70 to A, 76 to B".
    let whole_of_others = |one: &Statement<'_>| {
        let others = arms.iter().filter(|arm| arm.claim.place != one.claim.place);
        others.fold(Decimal::ZERO, |sum, arm| sum.saturating_add(arm.claim.value.low)) == one.claim.value.low
    };
    let first = total.claim.place.start;
    if arms.iter().any(|arm| arm.claim.place.start < first || (arms.len() > 2 && whole_of_others(arm))) {
        return None;
    }
    let sum = arms.iter().fold(Decimal::ZERO, |sum, arm| sum.saturating_add(arm.claim.value.low));
    let whole = total.claim.value.low;
    let gap = sum.saturating_sub(whole).abs();
    if gap.is_zero() || gap.saturating_mul(Decimal::TEN) > whole {
        return None;
    }
    let told: Vec<String> = arms.iter().map(|arm| one_line(&arm.claim.quote)).collect();
    let message = format!(
        "Arms do not add up: {} make {}, not {}",
        told.join(" + "),
        sum.normalize(),
        one_line(&total.claim.quote)
    );
    let statements: Vec<&Statement<'_>> = std::iter::once(total).chain(arms).collect();
    let reason = "One sentence gives the whole study and its arms".to_string();
    Some(slip(rule, case, rule.severity, &statements, message, reason))
}

/// The sentence assigns people to arms and speaks of nobody who was lost.
fn assigns(sentence: &str) -> bool {
    const ASSIGNED: [&str; 4] = ["randomi", "assigned", "allocated", "divided"];
    const OTHERS: [&str; 15] = [
        "complet",
        "analys",
        "analyz",
        "withdr",
        "excluded",
        "recruit",
        "enrol",
        "included",
        "dropped",
        "lost",
        "evaluable",
        "eligible",
        "screened",
        "control group of",
        "not randomi",
    ];
    let sentence = sentence.to_lowercase();
    ASSIGNED.iter().any(|word| sentence.contains(word)) && !OTHERS.iter().any(|word| sentence.contains(word))
}

fn are_plain(total: &Statement<'_>, arms: &[&Statement<'_>]) -> bool {
    let plain = |s: &&Statement<'_>| {
        let value = &s.claim.value;
        value.bound == Bound::Exact && !value.approx && !is_round(value.low) && value.single().is_some()
    };
    // "8 sites per arm", "2:1": an arm's count stands behind a bracket, a word or "n =".
    let counted = |s: &&Statement<'_>| !before(s).trim_end().ends_with([':', '/']);
    let joined = arms.windows(2).all(|pair| words_between(pair[0], pair[1]).is_some());
    plain(&total) && arms.iter().all(plain) && arms.iter().all(counted) && joined
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages};
    use crate::model::{ClaimKind, Role};

    #[track_caller]
    fn notes(sentence: &str, total: &str, arms: [&str; 2]) -> Vec<String> {
        let count =
            |quote: &str, role| ClaimText::new(ClaimKind::SampleSize, quote).within(sentence).role(role).claim();
        let claims = vec![count(total, Role::Total), count(arms[0], Role::Arm), count(arms[1], Role::Arm)];
        messages("A007", &[article("a", claims)])
    }

    #[test]
    fn arms_that_miss_the_total() {
        let sentence = "We randomised 326 adults to the drug (n = 158) or a placebo (n = 163).";
        let note = "Arms do not add up: n = 158 + n = 163 make 321, not 326 adults";
        assert_eq!(notes(sentence, "326 adults", ["n = 158", "n = 163"]), [note]);
        let sentence = "In all 87 nurses were assigned to naps (44 nurses) or none (45 nurses).";
        assert_eq!(notes(sentence, "87 nurses", ["44 nurses", "45 nurses"]).len(), 1);
    }

    #[test]
    fn arms_that_fit_round_counts_losses_and_missing_arms_pass() {
        let fits = "We randomised 321 adults to the drug (n = 158) or a placebo (n = 163).";
        assert!(notes(fits, "321 adults", ["n = 158", "n = 163"]).is_empty());
        let round = "We randomised 330 adults to the drug (n = 158) or a placebo (n = 163).";
        assert!(notes(round, "330 adults", ["n = 158", "n = 163"]).is_empty());
        let lost = "Of 326 adults randomised to the drug (n = 158) or a placebo (n = 163), some withdrew.";
        assert!(notes(lost, "326 adults", ["n = 158", "n = 163"]).is_empty());
        let third = "We randomised 482 adults to the drug (n = 158), a placebo (n = 163) or a talk.";
        assert!(notes(third, "482 adults", ["n = 158", "n = 163"]).is_empty());
    }
}
