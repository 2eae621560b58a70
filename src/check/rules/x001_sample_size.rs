//! Counts of one role in several articles in, a finding out when they exclude each other.

use crate::check::conflict::disagreements;
use crate::check::finding::{Side, disagreement};
use crate::check::interval::is_round;
use crate::check::key::{same_sentence, set_apart};
use crate::check::measure::Axis;
use crate::check::words::Words;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, ClaimKind, Decimal, Finding, Role, Severity};

pub const RULE: Rule = Rule {
    code: "X001",
    name: "sample-size-conflict",
    summary: "Articles count the same people differently",
    formula: "same role (or the same words around the count), intervals disjoint, and either the wording is the same or one count \
              is a slip of the other: a digit lost, added, changed or two exchanged",
    silent: "roles differ or are unknown; subgroups, arms, pooled studies; one count rounds the other; an article tells both",
    example: "\"3,258 nurses took part\" in one article, \"13,258 nurses\" in another",
    near_miss: "\"11,030 nurses\" and \"11,000 nurses\"; \"3,258 enrolled\" and \"3,110 completed\"",
    source: "arithmetic on rounding intervals",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let conflicts = disagreements(&case.claims_and_figures(), is_count, same_count);
    conflicts.into_iter().map(|sides| finding(rule, case, &sides)).collect()
}

fn finding(rule: &Rule, case: &Case<'_>, sides: &[Side<'_, '_>]) -> Finding {
    let first = sides[0][0];
    let what = if first.claim.kind == ClaimKind::SampleSize { "Sample size" } else { "Count" };
    let rounded = sides
        .iter()
        .any(|side| side.iter().all(|s| s.claim.value.low == s.claim.value.high && is_round(s.claim.value.low)));
    let severity = if rounded { Severity::Warning } else { rule.severity };
    let reason = match sides.get(1).is_some_and(|other| is_slip(first, other[0])) {
        true => "The counts differ by a slip of digits and are told in like words",
        false => "The counts are told of the same people in like words",
    };
    disagreement(rule, case, severity, what, sides, reason.to_string())
}

fn is_count(statement: &Statement<'_>) -> bool {
    let whole_group = !matches!(statement.claim.role, Some(Role::Arm | Role::Subgroup | Role::Unknown));
    let several = statement.claim.value.low >= FEWEST_PEOPLE;
    statement.measure.axis == Axis::Count
        && statement.of_this_study()
        && whole_group
        && several
        && !counts_studies(statement)
}

/// Smaller counts are told of so many things that like words mean little.
const FEWEST_PEOPLE: Decimal = Decimal::TEN;

/// "24 studies": their number and the number of people in them are different things.
fn counts_studies(statement: &Statement<'_>) -> bool {
    const POOLED: [&str; 4] = ["stud", "trial", "paper", "countr"];
    let quote = statement.claim.quote.to_lowercase();
    POOLED.iter().any(|noun| quote.contains(noun))
}

fn same_count(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let role = a.claim.role == b.claim.role || a.claim.role.is_none() || b.claim.role.is_none();
    let noun = same_noun(a, b);
    let alike = wording(a, b);
    let people = a.claim.role.is_some() && b.claim.role.is_some();
    let same = (people && alike >= SAME_WORDING || same_sentence(a, b)) && of_one_order(a, b);
    role && noun && !set_apart(a, b) && (same || (is_slip(a, b) && alike >= SLIP_WORDING))
}

/// Counts of one group may differ by a few drop-outs or a slip; twice as many are another group.
fn of_one_order(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let (a, b) = (a.claim.value.low, b.claim.value.low);
    a.max(b) <= a.min(b).saturating_mul(Decimal::TWO)
}

/// Share of the clause's words in common from which two counts are of one group.
const SAME_WORDING: f64 = 0.6;
/// The same where the digits themselves betray a slip.
const SLIP_WORDING: f64 = 0.3;

fn wording(a: &Statement<'_>, b: &Statement<'_>) -> f64 {
    const FEWEST_WORDS: usize = 2;
    let (a, b) = (&a.about, &b.about);
    if a.shared(b) >= FEWEST_WORDS { a.overlap(b) } else { 0.0 }
}

/// "3,258 nurses" and "3,258 people" may be the same, "3,258 doctors" are not; things go by many names.
fn same_noun(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    const ANYBODY: [&str; 7] = ["people", "participants", "individuals", "volunteers", "subjects", "adults", "persons"];
    let noun = |s: &Statement<'_>| {
        s.claim.quote.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase()
    };
    let (first, second) = (noun(a), noun(b));
    let vague = |noun: &str| noun.is_empty() || ANYBODY.contains(&noun);
    let people = a.claim.kind == ClaimKind::SampleSize || b.claim.kind == ClaimKind::SampleSize;
    !people
        || vague(&first)
        || vague(&second)
        || Words::of(&first) == Words::of(&second) && first.len().abs_diff(second.len()) <= 2
}

/// Two exact, unrounded counts of four digits or more, one digit lost, added, changed, or two neighbours exchanged.
fn is_slip(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let (Some(a), Some(b)) = (slip_digits(a), slip_digits(b)) else { return false };
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let common_head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let common_tail = short.iter().rev().zip(long.iter().rev()).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => {
            let middle = short.len().saturating_sub(common_head + common_tail);
            middle == 1
                || (middle == 2
                    && short[common_head] == long[common_head + 1]
                    && short[common_head + 1] == long[common_head])
        }
        1 => common_head + common_tail >= short.len(),
        _ => false,
    }
}

fn slip_digits(statement: &Statement<'_>) -> Option<Vec<u8>> {
    const SHORTEST: usize = 4;
    let value = &statement.claim.value;
    let number = value
        .single()
        .filter(|v| value.bound == Bound::Exact && !value.approx && !is_round(*v) && *v > Decimal::ONE)?;
    let digits: Vec<u8> = number.normalize().to_string().into_bytes();
    (digits.len() >= SHORTEST - 1 && digits.iter().all(u8::is_ascii_digit)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Settings;
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::Claim;

    fn people(sentence: &str, quote: &str) -> ClaimText {
        ClaimText::new(ClaimKind::SampleSize, quote).within(sentence)
    }

    #[track_caller]
    fn notes(a: ClaimText, b: ClaimText) -> Vec<String> {
        messages("X001", &[release("a", vec![a.claim()]), article("b", vec![b.claim()])])
    }

    #[test]
    fn a_lost_digit_is_found() {
        let found = notes(
            people("The team followed 13,258 nurses on night shifts.", "13,258 nurses"),
            people("Doctors followed 3,258 nurses who worked night shifts.", "3,258 nurses"),
        );
        assert_eq!(found, ["Sample size differs: 13,258 nurses (press release) but 3,258 nurses (b)"]);
    }

    #[test]
    fn another_count_in_the_same_words_is_found() {
        let found = notes(
            people("A third of the 2,847 women who were sent masks by post.", "2,847 women"),
            people("A third of the 2,600 women who were sent masks by post.", "2,600 women"),
        );
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn rounding_roles_and_parts_are_silent() {
        let night = |quote: &str| people(&format!("The team followed {quote} on night shifts."), quote);
        assert!(notes(night("11,030 nurses"), night("11,000 nurses")).is_empty());
        assert!(notes(night("3,258 nurses"), night("3,110 nurses").role(Role::Completed)).is_empty());
        assert!(notes(night("3,258 nurses"), night("13,258 nurses").role(Role::Subgroup)).is_empty());
        assert!(notes(night("3,258 nurses"), night("3,258 doctors")).is_empty());
    }

    #[test]
    fn an_article_that_tells_both_explains_them() {
        let night =
            |quote: &str| -> Claim { people(&format!("The team followed {quote} on night shifts."), quote).claim() };
        let tested = people("In the end 6,352 nurses sat the memory test.", "6,352 nurses").claim();
        let both = release("a", vec![night("7,352 nurses"), tested]);
        assert!(messages("X001", &[both, article("b", vec![night("6,352 nurses")])]).is_empty());
    }

    #[test]
    fn one_disagreement_among_many_articles_is_one_finding() {
        let night = |quote: &str| people(&format!("The team followed {quote} on night shifts."), quote).claim();
        let records = [
            release("a", vec![night("13,258 nurses")]),
            article("b", vec![night("13,258 nurses")]),
            article("c", vec![night("3,258 nurses")]),
            article("d", vec![night("3,258 nurses")]),
        ];
        let found = messages("X001", &records);
        assert_eq!(found, ["Sample size differs: 13,258 nurses (press release, b) but 3,258 nurses (c, d)"]);
    }

    #[test]
    fn slips_of_digits() {
        let slip = |a: &str, b: &str| {
            let records = [
                article("a", vec![ClaimText::new(ClaimKind::SampleSize, a).claim()]),
                article("b", vec![ClaimText::new(ClaimKind::SampleSize, b).claim()]),
            ];
            let [a, b] =
                [0, 1].map(|i| Statement::of(&records[i], &records[i].claims[0], (None, None), &Settings::default()));
            is_slip(&a, &b)
        };
        for (a, b) in [("3,258", "13,258"), ("2,747", "2,847"), ("71,482", "71,842"), ("3,415", "3,416")] {
            assert!(slip(a, b), "{a} {b}");
        }
        for (a, b) in [("3,258", "3,110"), ("11,000", "11,000"), ("17", "7"), ("3,258", "3,258")] {
            assert!(!slip(a, b), "{a} {b}");
        }
    }
}
