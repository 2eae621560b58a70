//! A word in, whether it keeps the share of an arm from being a result out: what was done with people, what they did or thought.

/// What was done with them.
const DONE_WITH_THEM: &[&str] = &[
    "already",
    "assigned",
    "enrolled",
    "prescribed",
    "randomised",
    "randomized",
    "randomly",
    "screened",
    "smoked",
    "tested",
    "underwent",
    "vaccinated",
];

/// What they did.
const THEY_DID: &[&str] = &[
    "adhered",
    "agreed",
    "asked",
    "ate",
    "attended",
    "bought",
    "brought",
    "checked",
    "chose",
    "clicked",
    "colonoscopy",
    "completed",
    "cooked",
    "drank",
    "dropped",
    "exercised",
    "finished",
    "gave",
    "kept",
    "left",
    "logged",
    "mammogram",
    "meditated",
    "missed",
    "opened",
    "practiced",
    "practised",
    "quit",
    "requested",
    "returned",
    "signed",
    "skipped",
    "stuck",
    "use",
    "used",
    "using",
    "walked",
    "washed",
    "watched",
];

/// What they thought.
const THEY_THOUGHT: &[&str] = &[
    "believed",
    "experiences",
    "guess",
    "guessed",
    "happy",
    "opinion",
    "pleasant",
    "prefer",
    "preferred",
    "rather",
    "recommend",
    "satisfied",
    "unhappy",
    "unpleasant",
    "would",
];

/// How well a test fared.
const A_TEST: &[&str] = &[
    "accuracy",
    "accurate",
    "caught",
    "correct",
    "correctly",
    "detect",
    "detected",
    "flagged",
    "identified",
    "right",
    "sensitivity",
    "specificity",
    "spotted",
];

/// How much, not how many.
const HOW_MUCH: &[&str] =
    &["amount", "calories", "chance", "increase", "lost", "points", "reduced", "risk", "time", "weight"];

/// What is measured and is no share of people who fared well or ill.
pub fn no_rate(word: &str) -> bool {
    matches!(
        word,
        "adherence"
            | "retention"
            | "turnout"
            | "compliance"
            | "uptake"
            | "attendance"
            | "usage"
            | "accuracy"
            | "sensitivity"
            | "specificity"
            | "efficacy"
            | "effectiveness"
    )
}

/// What tells what was done with them, what they did or thought, or how well a test fared.
pub fn no_result(word: &str) -> bool {
    [DONE_WITH_THEM, THEY_DID, THEY_THOUGHT, A_TEST, HOW_MUCH].iter().any(|words| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_tell_no_result() {
        for (word, none) in
            [("attended", true), ("guessed", true), ("caught", true), ("recovered", false), ("died", false)]
        {
            assert_eq!(no_result(word), none, "{word}");
        }
    }
}
