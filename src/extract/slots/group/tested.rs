//! "The new scan showed a sensitivity of 71 per cent": how good a test is in, the test out.

use crate::text::{Class, Quantity};

use super::super::grammar::clause::subject_before;
use super::super::grammar::phrases::{Run, Words};

/// The test whose sensitivity, specificity or accuracy the figure is.
pub fn test_of(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the quality back to the verb at most: both are often told in one sentence.
    const REACH: usize = 24;
    let tokens = words.tokens;
    let noun = quantity.first.checked_sub(2).filter(|_| tokens.before(quantity.first) == "of")?;
    if !matches!(tokens.word(noun), "sensitivity" | "specificity" | "accuracy") {
        return None;
    }
    let back = (noun.saturating_sub(REACH)..noun).rev().take_while(|&k| !matches!(tokens.word(k), ";" | "." | "while"));
    let verb = back.into_iter().find(|&k| {
        matches!(tokens.word(k), "had" | "has" | "showed" | "shows" | "reached" | "achieved" | "demonstrated")
    })?;
    let run = subject_before(words, verb)?;
    let test = !words.people(run) && !tokens.is(run.last, Class::StudyWork) && !tokens.is(run.first, Class::Article);
    (test && run.last < verb).then_some(run)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    #[test]
    fn a_test_is_what_is_sensitive() {
        for (text, tests) in [
            (
                "In the trial, the new scan showed an overall sensitivity of 71% and a specificity of 93%.",
                [Some("new scan"), Some("new scan")],
            ),
            (
                "The saliva check had an accuracy of 71% in the trial and a sensitivity of 64%.",
                [Some("saliva check"), Some("saliva check")],
            ),
        ] {
            let groups: Vec<Option<String>> = shares(text).into_iter().map(|claim| claim.group).collect();
            assert_eq!(groups.iter().map(Option::as_deref).collect::<Vec<_>>(), tests, "{text}");
        }
    }

    #[test]
    fn people_have_no_sensitivity() {
        for (text, group) in [
            ("In the trial, bakers had a fall rate of 71%.", Some("bakers")),
            ("In the trial, 71% of the bakers had a sensitivity to flour.", Some("bakers")),
        ] {
            assert_eq!(shares(text)[0].group.as_deref(), group, "{text}");
        }
    }
}
