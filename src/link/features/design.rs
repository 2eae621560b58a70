//! Tokens in, what sort of study the article says it reports and the trial phases it names out.

use super::tokens::{Gap, Token};
use crate::model::Design;

/// Tokens of headline and lead, where an article says what it is about.
const LEAD_TOKENS: usize = 250;

/// The last word by which an overview of the work of others says what it is, and the words before it.
const REVIEW: [(&str, &[&str]); 4] = [
    ("analys*", &["meta"]),
    ("metaanalys*", &[]),
    ("review*", &["systematic", "narrative", "literature", "this", "we"]),
    ("understanding", &["current"]),
];
/// The same of a trial.
const TRIAL: [(&str, &[&str]); 4] = [
    ("placebo*", &[]),
    ("controlled", &["randomised", "randomized"]),
    ("clinical", &["randomised", "randomized"]),
    ("trial*", &["randomised", "randomized"]),
];

/// Trial or overview, where the words say so, and the phase where the lead names one.
pub fn design(tokens: &[Token]) -> (Option<Design>, Vec<u8>) {
    let lead = &tokens[..tokens.len().min(LEAD_TOKENS)];
    let review = says(lead, &REVIEW);
    let design = if review {
        (!says(lead, &TRIAL)).then_some(Design::Review)
    } else {
        (says(tokens, &TRIAL) && !says(tokens, &REVIEW)).then_some(Design::Trial)
    };
    (design, phases(lead))
}

/// Whether one of the cues is there; a word that ends in `*` stands for all that begin so.
fn says(tokens: &[Token], cues: &[(&str, &[&str])]) -> bool {
    let said = |at: usize, (word, before): &(&str, &[&str])| {
        is_word(tokens[at].text, word)
            && (before.is_empty() || (at > 0 && before.iter().any(|before| is_word(tokens[at - 1].text, before))))
    };
    (0..tokens.len()).any(|at| cues.iter().any(|cue| said(at, cue)))
}

fn is_word(text: &str, word: &str) -> bool {
    if !text.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0]) {
        return false;
    }
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
