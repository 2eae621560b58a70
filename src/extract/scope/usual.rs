//! A number in its sentence in, whether it tells of what goes on without the study out: the usual course, what chance would
//! bring, the mark that must be reached.

use crate::text::{Class, Quantity, Tokens, Unit};

/// Tokens between a number and what makes it such a one at most.
const REACH: usize = 12;

/// "…; in the trial, 12 per cent did", "…, the new count is 27 per cent": where a sentence that tells of something else comes
/// back to the reported study.
pub fn comes_back(tokens: &Tokens) -> Option<usize> {
    // each of these is of the class that is looked through
    let apart = |k: usize| matches!(tokens.word(k), ";" | ":" | "," | "–" | "but" | "while" | "and");
    let study = |k: usize| matches!(tokens.word(k), "trial" | "study" | "experiment" | "survey");
    let found = |k: usize| {
        matches!(tokens.word(k), "figure" | "count" | "estimate" | "number" | "rate" | "one" | "tally" | "result")
            || study(k)
    };
    let back = |k: usize| match tokens.word(k) {
        "this" => tokens.word(k + 1) == "time",
        "now" => tokens.word(k + 1) == ",",
        "in" => {
            matches!(tokens.word(k + 1), "the" | "this" | "our")
                && (study(k + 2) || matches!(tokens.word(k + 2), "new" | "current" | "present") && study(k + 3))
        }
        "the" => {
            tokens.word(k + 1) == "new" && found(k + 2)
                || study(k + 1) && matches!(tokens.word(k + 2), "found" | "put" | "counted" | "saw" | "showed")
        }
        _ => false,
    };
    tokens.having(Class::ClauseMark).find(|&k| apart(k) && back(k + 1)).map(|k| k + 1)
}

/// The number stands before that place, in a clause of its own.
pub fn before_it_comes_back(tokens: &Tokens, quantity: &Quantity, back: usize) -> bool {
    quantity.last < back && matches!(tokens.before(back), ";" | "–" | "but" | "while")
}

/// "Usually 40 per cent of the ropes break; in the trial, 9 did": what is told before is the usual course.
pub fn usual_course(tokens: &Tokens, quantity: &Quantity, back: Option<usize>) -> bool {
    let usually = |k: usize| {
        matches!(
            tokens.word(k),
            "ordinarily" | "normally" | "usually" | "typically" | "traditionally" | "historically" | "generally"
        )
    };
    back.is_some_and(|back| before_it_comes_back(tokens, quantity, back))
        && clause_before(tokens, quantity).any(usually)
        || instead_of_the_usual(tokens, quantity)
        || for_long(tokens, quantity)
        || left_alone(tokens, quantity)
}

/// "Without treatment, colds last up to ten days", "Left untreated, it kills one in five": in the present tense.
fn left_alone(tokens: &Tokens, quantity: &Quantity) -> bool {
    let without =
        tokens.word(0) == "without" && matches!(tokens.word(1), "treatment" | "treatments" | "therapy" | "help");
    let untreated =
        matches!(tokens.word(0), "left" | "if") && tokens.word(1) == "untreated" || tokens.word(0) == "untreated";
    (without || untreated) && quantity.first < 2 * REACH && !tokens.any(Class::PastVerb)
}

/// "For decades, cooks were told to drink 9 cups": where no study is spoken of.
fn for_long(tokens: &Tokens, quantity: &Quantity) -> bool {
    tokens.word(0) == "for"
        && matches!(tokens.word(1), "decades" | "generations" | "centuries" | "years")
        && tokens.word(2) == ","
        && quantity.first < 2 * REACH
        && !tokens.any(Class::StudyWork)
}

/// "instead of the customary 30 grams", "rather than the usual nine weeks".
fn instead_of_the_usual(tokens: &Tokens, quantity: &Quantity) -> bool {
    let usual = matches!(
        tokens.before(quantity.first),
        "usual" | "customary" | "standard" | "normal" | "traditional" | "conventional" | "typical"
    );
    let the = quantity.first.wrapping_sub(2);
    usual && (tokens.ends_at(the, &["instead", "of"]) || tokens.ends_at(the, &["rather", "than"]))
}

/// "By chance alone, 3 per cent would have fallen ill", "Guessing would have been right half of the time".
pub fn by_chance(tokens: &Tokens, quantity: &Quantity) -> bool {
    if !tokens.any(Class::Modal) {
        return false;
    }
    let chance = |k: usize| tokens.at(k, &["by", "chance"]) || matches!(tokens.word(k), "guessing" | "guesswork");
    let would = |k: usize| tokens.word(k) == "would";
    let behind = (quantity.last + 1..quantity.last + 1 + REACH).take_while(|&k| !breaks(tokens, k));
    clause_before(tokens, quantity).any(chance)
        && (clause_before(tokens, quantity).any(would) || behind.into_iter().any(would))
}

/// "The trial was built to detect a drop of 12 per cent", "The pill had to work in at least 40 per cent", "short of the 90 per
/// cent needed": what was to be reached, not what was found.
pub fn must_be_reached(tokens: &Tokens, quantity: &Quantity) -> bool {
    if quantity.unit == Unit::None {
        return false;
    }
    let able = |k: usize| {
        tokens.word(k + 1) == "to"
            && matches!(tokens.word(k), "built" | "designed" | "powered" | "enough")
            && matches!(tokens.word(k + 2), "detect" | "spot" | "see" | "show" | "find" | "pick")
    };
    let at_or_above = quantity.unit == Unit::Percent
        && (tokens.ends_at(quantity.first, &["at", "least"]) || tokens.ends_at(quantity.first, &["more", "than"]));
    let bound = |k: usize| {
        tokens.word(k + 1) == "to"
            && matches!(tokens.word(k), "had" | "needed" | "have" | "has" | "needs" | "required")
            && !matches!(tokens.word(k + 2), "take" | "stop" | "quit" | "leave" | "be" | "go" | "drop")
    };
    let requires = |k: usize| matches!(tokens.word(k), "requires" | "require" | "demands");
    let bar = tokens.ends_at(quantity.first, &["bar", "of"]) || tokens.ends_at(quantity.first, &["hurdle", "of"]);
    let reached = |k: usize| able(k) || at_or_above && (bound(k) || requires(k));
    bar || clause_before(tokens, quantity).any(reached) || needed_behind(tokens, quantity)
}

/// "the 90 per cent needed to keep it out", "the 90 per cent that doctors say is needed", "the 50 per cent bar".
fn needed_behind(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 7;
    let next = quantity.last + 1;
    let behind = || (next..next + NEAR).take_while(|&k| tokens.is_word(k));
    // "the 9 per cent that schoolbooks have long given"
    let long = |k: usize| matches!(tokens.before(k), "has" | "have") && tokens.word(k) == "long";
    let needed = |k: usize| {
        matches!(tokens.word(k), "needed" | "required" | "necessary")
            && (k == next || tokens.is(k - 1, Class::Be) || tokens.word(k - 1) == "level")
    };
    tokens.before(quantity.first) == "the"
        && (behind().any(|k| needed(k) || long(k)) || matches!(tokens.word(next), "bar" | "hurdle" | "benchmark"))
}

/// "As many as 40 per cent of falls could be prevented", where no study says so.
pub fn could_be_prevented(tokens: &Tokens, quantity: &Quantity) -> bool {
    let may = |k: usize| {
        matches!(tokens.word(k), "could" | "can")
            && tokens.word(k + 1) == "be"
            && matches!(tokens.word(k + 2), "prevented" | "avoided" | "averted" | "headed")
    };
    quantity.unit == Unit::Percent
        && tokens.any(Class::Modal)
        && tokens.word(quantity.last + 1) == "of"
        && !(tokens.any(Class::StudyWork) || tokens.any(Class::Finder))
        && (quantity.last + 3..quantity.last + 3 + REACH).take_while(|&k| tokens.is_word(k)).any(may)
}

/// "The cooks, like about 30 per cent of Americans, …": what they share with people at large.
pub fn like_people_at_large(tokens: &Tokens, quantity: &Quantity) -> bool {
    let of = quantity.last + 1;
    if quantity.unit != Unit::Percent || tokens.word(of) != "of" {
        return false;
    }
    let mut at = quantity.first;
    while at > 0 && tokens.is(at - 1, Class::Approx) {
        at -= 1;
    }
    tokens.before(at) == "like" && tokens.classes(of + 1).has_either(Class::People, Class::GenericNoun)
}

/// The tokens before the number in its clause, the nearest first.
fn clause_before<'t>(tokens: &'t Tokens, quantity: &Quantity) -> impl Iterator<Item = usize> + 't {
    (quantity.first.saturating_sub(REACH)..quantity.first).rev().take_while(|&k| !breaks(tokens, k))
}

#[inline]
fn breaks(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), ";" | ":" | "–" | "but" | "while" | ".")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::{Claim, Scope};

    fn claims(told: &str) -> Vec<Claim> {
        let text = format!("The study ran on.\n\nIt was about oats.\n\nThey slept.\n\nThey ate.\n\n{told}");
        testing::claims(text)
    }

    /// Whether the first figure and the last are of the study.
    fn of_the_study(told: &str) -> (bool, bool) {
        let claims = claims(told);
        let ours = |claim: Option<&Claim>| claim.expect(told).scope == Scope::ThisStudy;
        (ours(claims.first()), ours(claims.last()))
    }

    #[test]
    fn the_usual_course_is_set_against_the_trial() {
        for told in [
            "Ordinarily, 45 percent of such stitches tear within a month; in the trial, 17 percent did.",
            "Usually 45 percent of the sailors relapse, but in the study 17 percent did.",
            "While a 2011 survey of nurses put it at 45 percent, the new figure is 17 percent.",
            "An earlier trial had seen a 45 percent drop in naps; this time, it was 17 percent.",
        ] {
            assert_eq!(of_the_study(told), (false, true), "{told}");
        }
        for told in [
            "In the trial, 45 percent of the stitches tore; 17 percent had to be redone.",
            "Some 45 percent of the sailors relapsed, but in the second month 17 percent did.",
            "The syrup was taken by 45 percent; the study lost touch with 17 percent.",
        ] {
            assert_eq!(of_the_study(told), (true, true), "{told}");
        }
        assert_eq!(
            of_the_study("Instead of the usual 500 milligrams, the cooks swallowed 90 milligrams of zinc."),
            (false, true)
        );
    }

    #[test]
    fn chance_finds_nothing() {
        for told in [
            "By chance alone, about 3 percent of the villages would have had so many cases.",
            "Guessing would have been right 25 percent of the time.",
            "By chance, 12 percent of the cooks would have improved.",
        ] {
            assert!(!of_the_study(told).1, "{told}");
        }
        for told in [
            "The gap between the groups was 3 percent, which could be chance.",
            "About 25 percent of the cooks guessed that they were on syrup.",
            "The chance of a fall dropped by 12 percent.",
        ] {
            assert!(of_the_study(told).1, "{told}");
        }
    }

    #[test]
    fn what_must_be_reached_was_not_found() {
        for told in [
            "The trial was large enough to detect a 35 percent drop in falls.",
            "It had been designed to spot a difference of 35 percent.",
            "The agency had set a bar of 35 percent.",
            "For decades, doctors told patients to take 35 milligrams of zinc a day.",
            "To be sold, the syrup had to prevent at least 40 percent of falls.",
            "The share of cooks with both shots was short of the 85 percent needed to stop an outbreak.",
            "They came nowhere near the 85 percent that doctors say is required.",
            "As many as 70 percent of burns could be prevented.",
        ] {
            assert!(!of_the_study(told).1, "{told}");
        }
        for told in [
            "The syrup prevented at least 40 percent of falls.",
            "More than 35 percent of the cooks needed to take a second pill.",
            "About 8 percent had to stop, and at least 40 percent slept.",
            "Of the cooks, 85 percent needed surgery.",
            "The study suggests that 70 percent of burns could be prevented.",
        ] {
            assert!(of_the_study(told).1, "{told}");
        }
    }

    #[test]
    fn others_share_what_the_cooks_did() {
        assert!(!of_the_study("The cooks, like about 35 percent of Americans, skipped breakfast.").1);
        assert!(!of_the_study("Like a third of adults, the cooks in the study skipped breakfast.").1);
        assert!(of_the_study("About 35 percent of the cooks skipped breakfast.").1);
        assert!(of_the_study("Unlike tea, the syrup helped 35 percent of the cooks.").1);
        assert!(of_the_study("The cooks would like 35 percent of the oats.").1);
    }
}
