//! One exact count in several articles in, a finding out when they say of different people that there were so many.

use crate::check::finding::disagreement;
use crate::check::interval::is_round;
use crate::check::measure::Axis;
use crate::check::sentence::after;
use crate::check::words::Words;
use crate::check::{Case, Rule, Statement};
use crate::model::{Bound, Decimal, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X013",
    name: "denominator-shift",
    summary: "The same count is told of different people",
    formula: "one exact, unrounded count of a thousand or more with the same noun; both say \"who …\" or \"that …\" behind it, in verbs \
              and words that share nothing",
    silent: "the count is round; one article tells it both ways; either has no such clause",
    example: "\"the 2,847 women who were sent the masks\" and \"the 2,847 women who first contacted the clinic\"",
    near_miss: "\"the 2,847 women who were sent the masks\" and \"the 2,847 women sent masks by post\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Info,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let told: Vec<(&Statement<'_>, Words)> =
        case.claims_and_figures().into_iter().filter_map(|s| Some((s, described(s)?))).take(MOST_STATEMENTS).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, (a, first)) in told.iter().enumerate() {
        let shifted = told.iter().skip(at + 1).find(|(b, second)| {
            let count = a.claim.value.low == b.claim.value.low && a.record.id != b.record.id;
            count && same_noun(a, b) && first.shared(second) == 0
        });
        let again = |value: &str| findings.iter().any(|finding| finding.evidence.iter().any(|e| e.value == value));
        if let Some((b, _)) = shifted
            && !again(&a.claim.value.low.normalize().to_string())
        {
            let reason = "The count is the same to the last digit, the people are described in other words".to_string();
            findings.push(disagreement(rule, case, rule.severity, "Who is counted", &[vec![*a], vec![*b]], reason));
        }
    }
    findings
}

/// Counts of one trial that are compared: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

/// The words of the clause behind an exact count that says who they are.
fn described(statement: &Statement<'_>) -> Option<Words> {
    const LONGEST_CLAUSE: usize = 9;
    const FEWEST_WORDS: usize = 2;
    let value = &statement.claim.value;
    let exact =
        value.bound == Bound::Exact && !value.approx && value.low >= Decimal::ONE_THOUSAND && !is_round(value.low);
    let mut words = after(statement).split_whitespace();
    let opens = words.next().is_some_and(|word| matches!(word, "who" | "that"));
    if !exact || !opens || statement.measure.axis != Axis::Count || !statement.of_this_study() {
        return None;
    }
    let clause: Vec<&str> = words.take(LONGEST_CLAUSE).take_while(|word| !matches!(*word, "and" | "but")).collect();
    Some(Words::of(&clause.join(" "))).filter(|words| words.len() >= FEWEST_WORDS)
}

fn same_noun(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let noun = |s: &Statement<'_>| s.claim.quote.rsplit(' ').next().unwrap_or_default().to_lowercase();
    noun(a) == noun(b)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{ClaimText, article, messages, release};
    use crate::model::ClaimKind;

    #[track_caller]
    fn notes(a: &str, b: &str) -> Vec<String> {
        let count = |sentence: &str| ClaimText::new(ClaimKind::SampleSize, "2,847 women").within(sentence).claim();
        messages("X013", &[release("a", vec![count(a)]), article("b", vec![count(b)])])
    }

    #[test]
    fn the_same_count_of_other_people() {
        let sent = "Of the 2,847 women who were sent masks by post, most replied.";
        let called = "A third of the 2,847 women who first contacted the clinic hung up.";
        let note = "Who is counted differs: 2,847 women (press release) but 2,847 women (b)";
        assert_eq!(notes(sent, called), [note]);
        assert_eq!(notes(called, sent).len(), 1);
    }

    #[test]
    fn like_words_and_bare_counts_pass() {
        let sent = "Of the 2,847 women who were sent masks by post, most replied.";
        assert!(notes(sent, "The 2,847 women who received masks in the post.").is_empty());
        assert!(notes(sent, "The 2,847 women lived in towns.").is_empty());
        assert!(notes(sent, "The 2,847 women who took part.").is_empty());
    }
}
