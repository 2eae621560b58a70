//! A finding in, a short name for it out that does not change while its articles say the same.

use xxhash_rust::xxh3::Xxh3Default;

use crate::model::Finding;

/// Sixteen hexadecimal digits made of the rule and of who says what. Where the words stand is left out, so that a
/// paragraph more above them changes nothing; so is the message, which may be worded better one day.
pub fn identity(finding: &Finding) -> String {
    let mut sides: Vec<[&str; 3]> =
        finding.evidence.iter().map(|side| [&side.article, &side.value, &side.quote].map(String::as_str)).collect();
    sides.sort_unstable();
    let mut hash = Xxh3Default::new();
    for part in [finding.rule.as_str()].into_iter().chain(sides.into_iter().flatten()) {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    format!("{:016x}", hash.digest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Severity};

    fn finding(rule: &str, sides: &[(&str, &str, usize)]) -> Finding {
        let side = |(article, quote, start): &(&str, &str, usize)| Evidence {
            article: (*article).to_owned(),
            start: *start,
            end: start + 2,
            quote: (*quote).to_owned(),
            value: (*quote).to_owned(),
            line: 1,
            sentence: String::new(),
            label: String::new(),
            side: 0,
            field: None,
        };
        Finding {
            rule: rule.into(),
            name: "n".into(),
            severity: Severity::Error,
            kind: "k".into(),
            trial: "t".into(),
            message: "m".into(),
            reason: "r".into(),
            evidence: sides.iter().map(side).collect(),
        }
    }

    #[test]
    fn only_what_is_said_by_whom_counts() {
        let first = identity(&finding("X001", &[("a", "30", 5), ("b", "31", 9)]));
        assert_eq!(first.len(), 16);
        assert_eq!(first, identity(&finding("X001", &[("b", "31", 99), ("a", "30", 5)])), "order and place");
        for other in [
            finding("X002", &[("a", "30", 5), ("b", "31", 9)]),
            finding("X001", &[("a", "31", 5), ("b", "30", 9)]),
            finding("X001", &[("a", "30", 5)]),
            finding("X001", &[("a3", "0", 5), ("b", "31", 9)]),
        ] {
            assert_ne!(first, identity(&other));
        }
    }
}
