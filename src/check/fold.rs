//! The findings of one trial in, each disagreement once out: a slip that copies of one text share, a pair of values told twice.

use std::collections::{BTreeMap, BTreeSet};

use super::copies::Families;
use crate::model::{Evidence, Finding};

/// Two findings with one key tell of one disagreement.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    rule: String,
    kind: String,
    /// The values of each side.
    values: Vec<BTreeSet<String>>,
    /// For a slip within one article the sentence: an article may make the same slip about two things.
    sentences: BTreeSet<String>,
}

/// Folds what is one disagreement; the first finding stands for all, in the order given.
pub fn fold(families: &Families<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let mut at: BTreeMap<Key, usize> = BTreeMap::new();
    let mut folded: Vec<Finding> = Vec::new();
    for finding in findings {
        let same = at.get(&key(&finding)).copied().filter(|&at| may_join(families, &folded[at], &finding));
        match same {
            Some(at) => join(&mut folded[at], finding),
            None => {
                at.insert(key(&finding), folded.len());
                folded.push(finding);
            }
        }
    }
    folded
}

fn key(finding: &Finding) -> Key {
    let mut values: Vec<BTreeSet<String>> = Vec::new();
    for Evidence { side, value, .. } in &finding.evidence {
        values.resize_with(values.len().max(side + 1), BTreeSet::new);
        values[*side].insert(value.clone());
    }
    values.sort();
    let sentences = finding.evidence.iter().filter(|_| is_slip(finding)).map(|e| one_line(&e.sentence)).collect();
    Key { rule: finding.rule.clone(), kind: finding.kind.clone(), values, sentences }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All evidence stands in one article.
fn is_slip(finding: &Finding) -> bool {
    finding.evidence.windows(2).all(|pair| pair[0].article == pair[1].article)
}

/// A slip is one in copies of one text; a disagreement is one where an article takes part in both findings.
fn may_join(families: &Families<'_>, first: &Finding, second: &Finding) -> bool {
    let articles = |finding: &Finding| -> BTreeSet<String> {
        finding.evidence.iter().map(|evidence| families.first(&evidence.article).to_owned()).collect()
    };
    !articles(first).is_disjoint(&articles(second))
}

/// Evidence that is new joins its side; of a slip in a copy only the name is kept.
fn join(into: &mut Finding, other: Finding) {
    if is_slip(into) {
        let label = other.evidence.first().map(|evidence| evidence.label.as_str()).unwrap_or_default();
        into.reason.push_str(&format!("; the same in a copy: {label}"));
        return;
    }
    for evidence in other.evidence {
        let known = |have: &&Evidence| have.article == evidence.article && have.start == evidence.start;
        let side = into.evidence.iter().find(|have| have.value == evidence.value).map(|have| have.side);
        if let (None, Some(side)) = (into.evidence.iter().find(known), side) {
            into.evidence.push(Evidence { side, ..evidence });
        }
    }
    into.evidence.sort_by_key(|evidence| evidence.side);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Severity, TrialGroup};

    fn finding(rule: &str, sides: &[(&str, &str, usize)]) -> Finding {
        let evidence = sides.iter().enumerate().map(|(start, (article, value, side))| Evidence {
            article: (*article).into(),
            start,
            end: start + 1,
            quote: (*value).into(),
            value: (*value).into(),
            line: 1,
            sentence: format!("It was {value}."),
            label: (*article).into(),
            side: *side,
            field: None,
        });
        Finding {
            rule: rule.into(),
            name: String::new(),
            severity: Severity::Error,
            kind: "percentage".into(),
            trial: "a".into(),
            message: String::new(),
            reason: "Why".into(),
            evidence: evidence.collect(),
        }
    }

    fn folded(findings: Vec<Finding>) -> Vec<Finding> {
        let group = TrialGroup { copies: vec![("b".into(), "a".into())], ..TrialGroup::default() };
        fold(&Families::of(&group), findings)
    }

    #[test]
    fn a_slip_in_copies_is_told_once() {
        let slip = |article| finding("A001", &[(article, "30", 0), (article, "40", 1)]);
        let all = folded(vec![slip("a"), slip("b"), slip("c")]);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].reason, "Why; the same in a copy: b");
        assert!(all[0].evidence.iter().all(|evidence| evidence.article == "a"));
    }

    #[test]
    fn one_pair_of_values_between_the_same_articles_is_told_once() {
        let first = finding("X003", &[("a", "30", 0), ("c", "40", 1)]);
        let again = finding("X003", &[("d", "40", 0), ("c", "40", 0), ("a", "30", 1)]);
        let all = folded(vec![first.clone(), again]);
        assert_eq!(all.len(), 1);
        let sides: Vec<(&str, usize)> = all[0].evidence.iter().map(|e| (e.article.as_str(), e.side)).collect();
        assert_eq!(sides, [("a", 0), ("a", 0), ("c", 1), ("d", 1)]);
        let other_values = finding("X003", &[("a", "30", 0), ("c", "50", 1)]);
        let other_articles = finding("X003", &[("e", "30", 0), ("f", "40", 1)]);
        let other_rule = finding("X002", &[("a", "30", 0), ("c", "40", 1)]);
        assert_eq!(folded(vec![first, other_values, other_articles, other_rule]).len(), 4);
    }
}
