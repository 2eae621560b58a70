//! Tokens in, what sort of study the article says it reports and the trial phases it names out.

use super::tokens::{Gap, Token};
use crate::model::Design;

/// Tokens of headline and lead, where an article says what it is about.
const LEAD_TOKENS: usize = 250;

/// How an overview of the work of others says what it is.
const REVIEW: [&str; 9] = [
    "meta analys*",
    "metaanalys*",
    "systematic review",
    "narrative review",
    "literature review",
    "this review",
    "we review*",
    "current understanding of",
    "state of the art",
];
/// How a trial says what it is.
const TRIAL: [&str; 4] = ["placebo*", "randomi* control*", "randomi* clinical", "randomi* trial*"];

/// Trial or overview, where the words say so, and the phase where the lead names one.
pub fn design(tokens: &[Token]) -> (Option<Design>, Vec<u8>) {
    let lead = &tokens[..tokens.len().min(LEAD_TOKENS)];
    let review = REVIEW.iter().any(|cue| says(lead, cue));
    let trial_in = |tokens: &[Token]| TRIAL.iter().any(|cue| says(tokens, cue));
    let design = if review {
        (!trial_in(lead)).then_some(Design::Review)
    } else {
        (trial_in(tokens) && !REVIEW.iter().any(|cue| says(tokens, cue))).then_some(Design::Trial)
    };
    (design, phases(lead))
}

/// Whether the words of the cue follow one another; a word that ends in `*` stands for all that begin so.
fn says(tokens: &[Token], cue: &str) -> bool {
    let words: Vec<&str> = cue.split(' ').collect();
    tokens.windows(words.len()).any(|run| run.iter().zip(&words).all(|(token, word)| is_word(token.text, word)))
}

fn is_word(text: &str, word: &str) -> bool {
    match word.strip_suffix('*') {
        Some(stem) => text.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem)),
        None => text.eq_ignore_ascii_case(word),
    }
}

/// "phase 2", "phase III", "Phase 2b"; sorted.
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
    use crate::link::word_lists::WordLists;

    #[test]
    fn designs_are_read_from_words() {
        for (text, expected) in [
            ("A meta-analysis of 12 studies", (Some(Design::Review), vec![])),
            ("Pills beat a placebo in a phase III trial", (Some(Design::Trial), vec![3])),
            ("A systematic review of randomised controlled trials", (None, vec![])),
            ("The study was reviewed; the next phase, 2020", (None, vec![])),
            ("a phase 2b study", (None, vec![])),
            ("This abstract aims to summarise the current understanding of gout", (Some(Design::Review), vec![])),
        ] {
            let expected = if text.contains("2b") { (None, vec![2]) } else { expected };
            assert_eq!(design(&tokens(text, &WordLists::bundled())), expected, "{text}");
        }
    }
}
