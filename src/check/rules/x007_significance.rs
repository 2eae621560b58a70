//! Sentences that call a result statistically significant, or not, in; a finding out when two articles disagree about one result.

use crate::check::finding::{Told, facts_disagree};
use crate::check::words::Words;
use crate::check::{Case, Rule};
use crate::model::{FactKind, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X007",
    name: "significance-conflict",
    summary: "One article calls a result statistically significant, another says that it is not",
    formula: "\"statistically significant\" in one article and \"not statistically significant\" in another, in sentences of like words: \
              three or more in common, which are six in ten of the shorter sentence's",
    silent: "\"significant\" without \"statistically\"; an article says both of the result; the sentences tell different groups or times",
    example: "\"the fall in pain was statistically significant\" and \"the fall in pain was not statistically significant\"",
    near_miss: "\"the fall in pain was statistically significant\" and \"the fall in deaths was not statistically significant\"",
    source: "Gelman & Stern 2006, on what significance can't tell",
    severity: Severity::Error,
    run,
};

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let (found, denied) = (case.facts(FactKind::Significant), case.facts(FactKind::NotSignificant));
    let pairs = found.iter().flat_map(|a| denied.iter().map(move |b| (a, b)));
    let mut apart = pairs.filter(|(a, b)| a.0.id != b.0.id && alike(a, b) && !says_both(&found, &denied, a, b));
    let reason = "The sentences are told in like words".to_string();
    let finding = |(a, b): (&Told<'_>, &Told<'_>)| {
        let sides = [vec![*a], vec![*b]];
        facts_disagree(rule, case, rule.severity, ("Significance", "significance"), &sides, reason)
    };
    apart.next().map(finding).into_iter().collect()
}

fn alike((_, a): &Told<'_>, (_, b): &Told<'_>) -> bool {
    const FEWEST_WORDS: usize = 3;
    const SAME_WORDING: f64 = 0.6;
    let verdict = Words::of("not statistically significant statistical significance reach");
    let (a, b) = (Words::of(&a.sentence.text).without(&verdict), Words::of(&b.sentence.text).without(&verdict));
    a.shared(&b) >= FEWEST_WORDS && a.overlap(&b) >= SAME_WORDING
}

/// One of the two articles gives the other verdict too in such words: of another group, time or analysis.
fn says_both(found: &[Told<'_>], denied: &[Told<'_>], a: &Told<'_>, b: &Told<'_>) -> bool {
    denied.iter().any(|other| other.0.id == a.0.id && alike(other, a))
        || found.iter().any(|other| other.0.id == b.0.id && alike(other, b))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{article, fact, messages};
    use crate::model::{FactKind, Part, Record};

    fn told(id: &str, sentences: &[&str]) -> Record {
        let kind = |text: &str| if text.contains("not ") { FactKind::NotSignificant } else { FactKind::Significant };
        let facts = sentences.iter().map(|text| fact(kind(text), 0, Part::Body, text)).collect();
        Record { facts, ..article(id, Vec::new()) }
    }

    const FOUND: &str = "The fall in knee pain among nurses was statistically significant.";
    const DENIED: &str = "Among nurses the fall in knee pain was not statistically significant.";

    #[track_caller]
    fn notes(a: &[&str], b: &[&str]) -> usize {
        messages("X007", &[told("a", a), told("b", b)]).len()
    }

    #[test]
    fn one_result_with_two_verdicts() {
        assert_eq!(notes(&[FOUND], &[DENIED]), 1);
        assert_eq!(notes(&[DENIED], &[FOUND, "Sleep improved by a statistically significant hour."]), 1);
    }

    #[test]
    fn other_results_and_articles_that_say_both_pass() {
        assert_eq!(notes(&[FOUND], &["The rise in deaths among men was not statistically significant."]), 0);
        assert_eq!(notes(&[FOUND, DENIED], &[DENIED]), 0);
        assert_eq!(notes(&[FOUND], &[FOUND]), 0);
        assert_eq!(notes(&[FOUND, DENIED], &[]), 0);
    }
}
