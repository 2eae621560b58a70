//! Tokens in, what sort of study the article says it reports and the trial phases it names out.

use super::tokens::{Gap, Token};
use crate::model::Design;

/// Tokens of headline and lead, where an article says what it is about.
const LEAD_TOKENS: usize = 150;

/// Trial or overview, where the words say one and not the other, and the phases named.
pub fn design(tokens: &[Token]) -> (Option<Design>, Vec<u8>) {
    let review = tokens.iter().take(LEAD_TOKENS).zip(next(tokens)).any(|(token, after)| is_review(token, after));
    let trial = tokens.iter().zip(next(tokens)).any(|(token, after)| is_trial(token, after));
    let design = match (review, trial) {
        (true, false) => Some(Design::Review),
        (false, true) => Some(Design::Trial),
        _ => None,
    };
    (design, phases(tokens))
}

fn next<'a>(tokens: &'a [Token<'a>]) -> impl Iterator<Item = &'a str> {
    tokens.iter().skip(1).map(|token| token.text).chain([""])
}

fn is_review(token: &Token, after: &str) -> bool {
    let word = |text: &str, wanted: &str| text.eq_ignore_ascii_case(wanted);
    (word(token.text, "meta") && word(after, "analysis"))
        || (word(token.text, "systematic") && word(after, "review"))
        || word(token.text, "metaanalysis")
}

fn is_trial(token: &Token, after: &str) -> bool {
    let starts = |text: &str, stem: &str| text.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
    starts(token.text, "placebo")
        || (starts(token.text, "randomi") && (starts(after, "control") || starts(after, "trial")))
}

/// "phase 2", "phase III", "Phase 2b".
fn phases(tokens: &[Token]) -> Vec<u8> {
    let mut phases: Vec<u8> = tokens
        .windows(2)
        .filter(|pair| pair[0].text.eq_ignore_ascii_case("phase") && pair[1].gap <= Gap::Hyphen)
        .filter_map(|pair| phase_number(pair[1].text))
        .collect();
    phases.sort_unstable();
    phases.dedup();
    phases
}

fn phase_number(text: &str) -> Option<u8> {
    match text.trim_end_matches(['a', 'b', 'A', 'B']) {
        "1" | "I" | "one" => Some(1),
        "2" | "II" | "two" => Some(2),
        "3" | "III" | "three" => Some(3),
        "4" | "IV" | "four" => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn designs_are_read_from_words() {
        for (text, expected) in [
            ("A meta-analysis of 12 studies", (Some(Design::Review), vec![])),
            ("Pills beat a placebo in a phase III trial", (Some(Design::Trial), vec![3])),
            ("A systematic review of randomised controlled trials", (None, vec![])),
            ("The study was reviewed; the next phase, 2020", (None, vec![])),
            ("a phase 2b study", (None, vec![])),
        ] {
            let expected = if text.contains("2b") { (None, vec![2]) } else { expected };
            assert_eq!(design(&tokens(text)), expected, "{text}");
        }
    }
}
