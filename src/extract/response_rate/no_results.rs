//! A word in, whether it keeps the share of an arm from being a result out: what was done with people, what they did or thought.

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
    matches!(
        word,
        // what was done with them
        "already" | "smoked" | "assigned" | "randomly" | "randomized" | "randomised" | "enrolled" | "underwent" | "prescribed"
            | "vaccinated" | "screened" | "tested"
            // what they did
            | "use" | "used" | "using" | "drank" | "ate" | "attended" | "completed" | "finished" | "quit" | "stuck"
            | "opened" | "logged" | "checked" | "bought" | "watched" | "clicked" | "signed"
            | "practiced" | "practised" | "meditated" | "cooked" | "kept" | "washed" | "brought" | "asked" | "requested" | "agreed" | "chose" | "mammogram" | "colonoscopy" | "gave" | "left" | "returned" | "skipped" | "exercised" | "walked" | "dropped" | "missed" | "adhered"
            // what they thought
            | "guessed" | "guess" | "believed" | "preferred" | "prefer" | "satisfied" | "unhappy" | "happy"
            | "recommend" | "would" | "unpleasant" | "pleasant" | "experiences" | "rather" | "opinion"
            // how well a test fared
            | "detected" | "detect" | "caught" | "flagged" | "identified" | "spotted" | "sensitivity" | "specificity"
            | "accuracy" | "accurate" | "correct" | "correctly" | "right"
            // how much, not how many
            | "time" | "calories" | "points" | "weight" | "lost" | "chance" | "risk" | "reduced" | "increase" | "amount"
    )
}
