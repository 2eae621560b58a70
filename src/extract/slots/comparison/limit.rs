//! A word "than" in, whether it compares the figure with nobody out: it belongs to what was done ("rowed more than the daily
//! limit"), or to a clause that only explains it ("the red rash, which starts earlier than the blue one").

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::Run;

/// The last token of the limit behind "than" at `k`: "the recommended daily maximum".
pub fn over_limit(tokens: &Tokens, k: usize) -> Option<usize> {
    /// Tokens of the limit at most.
    const NAME: usize = 5;
    if tokens.word(k) != "than" {
        return None;
    }
    let first = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let noun = (first..first + NAME).take_while(|&j| tokens.is_word(j)).find(|&j| {
        matches!(
            tokens.word(j),
            "limit" | "limits" | "maximum" | "guideline" | "guidelines" | "recommendation" | "recommendations"
        ) || matches!(tokens.word(j), "amount" | "level" | "intake" | "dose" | "allowance" | "target")
    })?;
    let set = (first..noun).any(|j| {
        matches!(
            tokens.word(j),
            "recommended" | "daily" | "weekly" | "safe" | "legal" | "advised" | "official" | "allowed" | "suggested"
        )
    });
    let sure = matches!(tokens.word(noun), "limit" | "limits" | "maximum" | "guidelines" | "recommendations");
    (set || sure).then_some(noun)
}

/// Between the figure and "than" at `k` a clause begins that tells of another matter.
pub fn in_explanation(tokens: &Tokens, quantity: &Quantity, k: usize) -> bool {
    let comma = (quantity.last + 1..k).rev().find(|&j| tokens.word(j) == ",");
    comma.is_some_and(|comma| {
        // "12 per cent, which was better than cooks" tells of the figure
        let of_figure = tokens.word(comma + 1) == "which" && tokens.is(comma + 2, Class::Be);
        matches!(tokens.word(comma + 1), "which" | "who" | "whose" | "where" | "when")
            && tokens.is_word(comma + 2)
            && !of_figure
    })
}

/// "three times what they should", "twice as many loaves as they were told to": a measure told by a clause.
pub fn what_they_should(tokens: &Tokens, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the figure to "as", and of the clause, at most.
    const NEAR: usize = 6;
    const CLAUSE: usize = 7;
    let next = quantity.last + 1;
    let they = |k: usize| matches!(tokens.word(k), "they" | "it" | "he" | "she" | "you");
    let as_they = || {
        let graded = tokens.word(next) == "as" && matches!(tokens.word(next + 1), "much" | "many" | "often" | "long");
        (next + 2..next + 2 + NEAR).find(|&k| graded && tokens.word(k) == "as" && they(k + 1)).map(|k| k + 1)
    };
    let first = if tokens.word(next) == "what" { next } else { as_they()? };
    let clause = (first..first + CLAUSE).take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "and" | "but"));
    let last = clause.last().filter(|&last| last > first)?;
    let said = (first..=last).any(|k| tokens.is(k, Class::Modal) || tokens.is(k, Class::Be) || advised(tokens.word(k)));
    said.then_some(Run { first, last })
}

fn advised(word: &str) -> bool {
    matches!(word, "need" | "needed" | "had" | "did" | "do" | "recommend" | "recommended" | "want" | "wanted")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::extract::testing::{shares, told};
    use crate::model::ClaimKind;

    #[test]
    fn a_multiple_of_what_they_should() {
        for (text, others) in [
            ("Bakers slept for three times what they should, the study found.", Some("what they should")),
            (
                "The study found bakers were eating nearly twice as many loaves as they were told to.",
                Some("they were told to"),
            ),
            ("The study found bakers were eating nearly twice as many loaves as cooks.", Some("cooks")),
            ("The study found bakers were eating nearly twice as many loaves.", None),
        ] {
            let claims = testing::claims(text);
            assert_eq!(told(text, &[ClaimKind::Multiplier]).len(), 1, "{text}");
            assert_eq!(claims[0].comparator.as_deref(), others, "{text}");
        }
    }

    #[test]
    fn a_limit_is_part_of_what_was_done() {
        for (text, outcome) in [
            (
                "In the survey, 31 per cent of bakers ate more than the recommended limit.",
                "ate more than the recommended limit",
            ),
            (
                "In the survey, 31 per cent of bakers were taking in more salt than the daily maximum.",
                "taking in more salt than the daily maximum",
            ),
        ] {
            let claim = &shares(text)[0];
            assert_eq!(claim.outcome.as_deref(), Some(outcome), "{text}");
            assert_eq!(claim.comparator, None, "{text}");
        }
    }

    #[test]
    fn a_clause_that_explains_compares_with_nobody() {
        for (text, comparator) in [
            ("In the survey, 31 per cent of bakers had the red rash, which starts earlier than the blue one.", None),
            ("In the survey, 31 per cent of bakers had the flat loaf, when it was cheaper than the round one.", None),
            ("In the survey, 31 per cent of bakers had a rash, a higher share than among cooks.", Some("cooks")),
        ] {
            assert_eq!(shares(text)[0].comparator.as_deref(), comparator, "{text}");
        }
    }
}
