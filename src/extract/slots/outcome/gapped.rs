//! "Nausea occurred in 14 per cent, headache in 9 per cent": a list without its verb in, what each figure is of out.

use crate::text::{Class, Classes, Quantity};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;

/// The harm right before "in 9 per cent", where a comma or "and" sets it apart from the one before.
pub fn listed_in(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of the harm at most.
    const LONGEST: usize = 5;
    const OTHER: Classes = Classes::of(&[
        Class::Preposition,
        Class::Be,
        Class::Modal,
        Class::PastVerb,
        Class::SeenVerb,
        Class::PeopleGroup,
        Class::TimeUnit,
        Class::StudyWork,
    ]);
    let tokens = words.tokens;
    let lead = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.word(k) == "in")?;
    let comma = lead > 0 && tokens.before(lead) == ",";
    let end = if comma { lead - 1 } else { lead };
    let name = |k: usize| {
        (tokens.is_word(k) || k > 0 && tokens.word(k) == "-" && tokens.glued(k) && tokens.is_word(k - 1))
            && !tokens.classes(k).meets(OTHER)
            && !words.acts(k)
            && !past_form(tokens, k)
            && !tokens.word(k).starts_with("includ")
            && !matches!(
                tokens.word(k),
                "yet"
                    | "only"
                    | "just"
                    | "even"
                    | "still"
                    | "and"
                    | "or"
                    | "but"
                    | "while"
                    | "also"
                    | "then"
                    | "it"
                    | "that"
                    | "which"
                    | "both"
            )
    };
    let first = (end.saturating_sub(LONGEST)..end).rev().take_while(|&k| name(k)).last()?;
    let before = first.checked_sub(1);
    let joint = before.is_some_and(|k| matches!(tokens.word(k), "," | "and" | ";" | "or"));
    let listed =
        || words.before(first).last().is_some_and(|other| other.unit == quantity.unit && first - other.last <= 16);
    // "They included nausea, in 9 per cent", "– Nausea, in 9 per cent"
    let opens = || comma && before.is_none_or(|k| !tokens.is_word(k) || tokens.word(k).starts_with("includ"));
    let first = if tokens.is(first, Class::Article) { first + 1 } else { first };
    let run = Run { first, last: end.checked_sub(1)? };
    ((joint && listed() || opens()) && run.first <= run.last && !words.people(run)).then_some(run)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    fn outcomes(text: &str) -> Vec<String> {
        shares(text).into_iter().map(|claim| claim.outcome.unwrap_or_default()).collect()
    }

    #[test]
    fn each_harm_of_a_list_has_its_figure() {
        for (text, harms) in [
            (
                "In the trial, nausea occurred in 14 percent, headache in 9 percent and dry mouth in 3 percent of bakers.",
                &["nausea", "headache", "dry mouth"][..],
            ),
            (
                "In the trial they included dizziness, in 14 percent of bakers, and sore knees, in 3 percent.",
                &["dizziness", "sore knees"],
            ),
            ("In the trial, gout was seen in 14 percent of bakers and scurvy in 3 percent.", &["gout", "scurvy"]),
        ] {
            assert_eq!(outcomes(text), harms, "{text}");
        }
    }

    #[test]
    fn others_of_the_same_harm_are_none() {
        for (text, harm) in [
            ("In the trial, gout was seen in 14 percent of bakers and in 3 percent of cooks.", "gout"),
            ("In the trial, gout was seen in 14 percent of the syrup group, compared with 3 percent of cooks.", "gout"),
            ("In the trial, gout was seen in 14 percent and came back in 3 percent of cooks.", "gout"),
        ] {
            assert_eq!(outcomes(text)[0], harm, "{text}");
            assert!(!outcomes(text)[1].contains("cooks"), "{text}");
        }
    }
}
