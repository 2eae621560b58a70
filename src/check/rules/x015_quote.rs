//! Direct quotations of several articles in, a finding out when one was told with another number, negation or hedge.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::check::finding::{Told, facts_disagree};
use crate::check::{Case, Rule};
use crate::model::{FactKind, Finding, Severity};

pub const RULE: Rule = Rule {
    code: "X015",
    name: "altered-quote",
    summary: "A direct quotation lost or gained a hedge, a negation or a number",
    formula: "two quotations of eight words or more whose words follow one another in the same order (eight in ten of the shorter's); \
              between two words that both have (two on either side), at most four words differ, and among them a number, a negation or a hedge",
    silent: "trimming at the ends; dropped sentences; ellipses and brackets; tense and spelling; a number in words; a hedge \
             for another",
    example: "\"We do not think that naps help anybody\" and \"We do think that naps help anybody\"",
    near_miss: "\"We do not think that naps help anybody\" and \"We don't think that naps help anybody\"",
    source: "errors seen in coverage of press releases",
    severity: Severity::Warning,
    run,
};

/// Quotations of one trial that are compared: keeps the work bounded on hostile input.
const MOST_QUOTATIONS: usize = 120;
/// Share of the shorter quotation's words that both must have, in one order.
const SAME_WORDING: f64 = 0.8;
/// Words of a change within a quotation; more were dropped on purpose.
const LONGEST_CHANGE: usize = 4;

fn run(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    let whole = |told: &Told<'_>| !["…", "...", "[", "("].iter().any(|cut| told.1.sentence.text.contains(cut));
    let quotations: Vec<(Told<'_>, Vec<String>)> = case
        .facts(FactKind::Quotation)
        .into_iter()
        .filter(whole)
        .take(MOST_QUOTATIONS)
        .map(|told| (told, words(&told.1.sentence.text)))
        .collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, (a, first)) in quotations.iter().enumerate() {
        let altered = quotations[at + 1..].iter().find_map(|(b, second)| {
            let apart = a.0.id != b.0.id && a.1.sentence.text != b.1.sentence.text;
            Some((b, apart.then(|| alteration(first, second)).flatten()?))
        });
        let known = |told: &Told<'_>| {
            findings
                .iter()
                .any(|f| f.evidence.iter().any(|e| e.article == told.0.id && e.start == told.1.sentence.place.start))
        };
        if let Some((b, sort)) = altered.filter(|(b, _)| !known(a) && !known(b)) {
            let reason = format!("The words are the same but for {sort}");
            let sides = [vec![*a], vec![*b]];
            findings.push(facts_disagree(rule, case, rule.severity, ("Quotation", "quotation"), &sides, reason));
        }
    }
    findings
}

/// Lower-case words without marks; "don't" is "do not", "cannot" "can not".
fn words(quote: &str) -> Vec<String> {
    let quote =
        parted(&quote.to_lowercase()).replace('’', "'").replace("cannot", "can not").replace("can't", "can not");
    let quote =
        quote.replace("won't", "will not").replace("n't", " not").replace("per cent", " ").replace("percent", " ");
    let bare = quote
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '\'')))
        .map(|word| word.trim_matches(['.', ',', '\'']));
    bare.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// "£1billion" and "COX2" as two words each.
fn parted(quote: &str) -> String {
    let mut parted = String::with_capacity(quote.len());
    let mut last = ' ';
    for c in quote.chars() {
        if (last.is_alphabetic() && c.is_ascii_digit()) || (last.is_ascii_digit() && c.is_alphabetic()) {
            parted.push(' ');
        }
        parted.push(c);
        last = c;
    }
    parted
}

/// What was lost or gained between words that both have.
fn alteration(a: &[String], b: &[String]) -> Option<String> {
    let shorter = a.len().min(b.len());
    let shared = a.iter().filter(|word| b.contains(word)).count();
    if (shared as f64) < SAME_WORDING * shorter as f64 {
        return None;
    }
    let common = common_words(a, b);
    if (common.len() as f64) < SAME_WORDING * shorter as f64 {
        return None;
    }
    let adjacent = |pair: &[(usize, usize)]| pair[1].0 - pair[0].0 == 1 && pair[1].1 - pair[0].1 == 1;
    // Two words in common on either side: a single one may stand there by chance.
    let framed = common.windows(4).filter(|four| adjacent(&four[..2]) && adjacent(&four[2..]));
    framed.map(|four| &four[1..3]).find_map(|pair| {
        let (lost, gained) = (&a[pair[0].0 + 1..pair[1].0], &b[pair[0].1 + 1..pair[1].1]);
        let short = lost.len() <= LONGEST_CHANGE && gained.len() <= LONGEST_CHANGE;
        let sort = short.then(|| altering(lost, gained)).flatten()?;
        let shown = |words: &[String], from: usize, to: usize| words[from..=to].join(" ");
        let (first, second) = (shown(a, pair[0].0, pair[1].0), shown(b, pair[0].1, pair[1].1));
        Some(format!("{sort}: “{first}”, “{second}”"))
    })
}

/// Positions of the longest sequence of words that stands in both.
fn common_words(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let mut lengths = vec![vec![0u16; b.len() + 1]; a.len() + 1];
    for (i, first) in a.iter().enumerate().rev() {
        for (j, second) in b.iter().enumerate().rev() {
            lengths[i][j] = match first == second {
                true => lengths[i + 1][j + 1] + 1,
                false => lengths[i + 1][j].max(lengths[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut common) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            common.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

/// Word → sort of alteration; read once, constant from then on.
static ALTERING: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("../../../lexicons/check/altering.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// The sort of word that one side has more of; of numbers another count is no alteration, for one may stand in words.
fn altering(lost: &[String], gained: &[String]) -> Option<&'static str> {
    const NUMBER: &str = "a number";
    let sort = |word: &String| match word.starts_with(|c: char| c.is_ascii_digit()) {
        true => Some(NUMBER),
        false => ALTERING.get(word.as_str()).copied(),
    };
    let count = |words: &[String], sought: &str| words.iter().filter(|word| sort(word) == Some(sought)).count();
    let digits = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).cloned().collect()
    };
    let (first, second) = (digits(lost), digits(gained));
    if !first.is_empty()
        && first.len() == second.len()
        && first != second
        && count(lost, NUMBER) == count(gained, NUMBER)
    {
        return Some(NUMBER);
    }
    let uneven = |sought: &&&'static str| count(lost, sought) != count(gained, sought);
    ["a negation", "a hedge"].iter().find(uneven).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{article, fact, findings};
    use crate::model::{Part, Record};

    fn told(id: &str, quote: &str) -> Record {
        Record { facts: vec![fact(FactKind::Quotation, 0, Part::Body, quote)], ..article(id, Vec::new()) }
    }

    #[track_caller]
    fn reasons(a: &str, b: &str) -> Vec<String> {
        findings("X015", &[told("a", a), told("b", b)]).into_iter().map(|finding| finding.reason).collect()
    }

    const SAID: &str = "We do not think that a nap after lunch may help 30 of the nurses at all.";

    #[test]
    fn lost_negations_hedges_and_numbers() {
        let without = |words: &str, instead: &str| SAID.replace(words, instead);
        assert_eq!(
            reasons(SAID, &without("do not", "do")),
            ["The words are the same but for a negation: “do not think”, “do think”"]
        );
        assert_eq!(
            reasons(SAID, &without("may help", "helps")),
            ["The words are the same but for a hedge: “lunch may help 30”, “lunch helps 30”"]
        );
        assert_eq!(
            reasons(SAID, &without("30", "300")),
            ["The words are the same but for a number: “help 30 of”, “help 300 of”"]
        );
    }

    #[test]
    fn trimming_spelling_and_other_quotations_pass() {
        let without = |words: &str, instead: &str| SAID.replace(words, instead);
        assert!(reasons(SAID, &without("do not", "don’t")).is_empty());
        assert!(reasons(SAID, &without(" of the nurses at all", "")).is_empty());
        assert!(reasons(SAID, &without("may", "might")).is_empty());
        assert!(reasons(SAID, &without("30", "thirty")).is_empty());
        assert!(reasons(SAID, &without("30 of", "30% of")).is_empty());
        assert!(reasons(SAID, &without("do not think", "do … think")).is_empty());
        assert!(reasons(SAID, "We do think that a walk at night could be of some use to most people.").is_empty());
    }
}
