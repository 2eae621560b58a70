//! The verb of a share's people in, whether it tells how they took part, or what they had done, out: "quit early", "showed up",
//! "got a flu shot".

use crate::text::{Class, Tokens};

use super::became::caused;

/// "showed up", "made it to the clinic in time", "got a flu shot", "blamed the cost": what they did, or why.
pub fn came_along(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    let object = || (verb + 1..verb + NEAR).take_while(|&k| tokens.is_word(k) || tokens.is_number(k));
    let shot = |k: usize| {
        matches!(tokens.word(k), "shot" | "shots" | "jab" | "jabs" | "vaccine" | "vaccines" | "vaccination" | "booster")
    };
    match tokens.word(verb) {
        "showed" | "turned" => tokens.word(verb + 1) == "up" && !tokens.is(verb + 2, Class::Condition),
        "made" => tokens.word(verb + 1) == "it" && matches!(tokens.word(verb + 2), "to" | "in" | "into"),
        "rolled" => tokens.word(verb + 1) == "up",
        // "had a reaction to the shot"
        "got" | "gotten" | "had" | "took" => {
            object().take_while(|&k| tokens.word(k) == "of" || !tokens.is(k, Class::Preposition)).any(shot)
        }
        "blamed" | "cited" => true,
        _ => false,
    }
}

/// "quit before the last lesson", "stopped the program early", "skipped a visit": they no longer took part.
pub fn quit_early(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 4;
    const FAR: usize = 7;
    let before = |k: usize| {
        tokens.word(k) == "before"
            && matches!(tokens.word(k + 1), "the" | "it" | "they" | "finishing" | "completing" | "week" | "halfway")
            || matches!(tokens.word(k), "early" | "midway" | "halfway" | "prematurely")
    };
    let task = |k: usize| {
        tokens.is(k, Class::StudyTask)
            || tokens.is(k, Class::Session)
            || matches!(tokens.word(k), "visit" | "visits" | "appointment" | "appointments" | "doses" | "calls")
    };
    let skipped = matches!(tokens.word(verb), "skipped" | "missed")
        && (verb + 1..=verb + NEAR).take_while(|&k| tokens.is_word(k)).any(task);
    skipped
        || matches!(tokens.word(verb), "quit" | "stopped" | "left" | "withdrew")
            && !caused(tokens, verb)
            && (verb + 1..verb + FAR).take_while(|&k| tokens.is_word(k)).any(before)
}

/// "could not be reached", "were seen at the final visit": whether the study met them again.
pub fn met_again(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    let passive = (verb.saturating_sub(2)..verb).any(|k| tokens.is(k, Class::Be));
    let visit = |k: usize| {
        matches!(tokens.word(k), "visit" | "visits" | "checkup" | "appointment") || tokens.at(k, &["follow", "-", "up"])
    };
    let met = match tokens.word(verb) {
        "reached" | "contacted" | "traced" | "located" | "re-contacted" => !tokens.is(verb + 1, Class::Article),
        "seen" | "examined" | "assessed" | "evaluated" | "reexamined" => {
            tokens.word(verb + 1) == "at" && (verb + 2..verb + NEAR).take_while(|&k| tokens.is_word(k)).any(visit)
        }
        _ => false,
    };
    passive && met
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn how_they_took_part() {
        for (text, kinds) in [
            ("In the trial, three-quarters of the sailors who were invited showed up.", "P"),
            ("In the trial, 71 percent of those on oats made it to the clinic by noon.", "P"),
            ("In the study, a third of the cooks had gotten a flu shot, against half of the sailors.", "P P"),
            ("In the trial, 38 percent quit taking their oats before they should have.", "P"),
            (
                "In the trial, 11 percent of those on oats left before the end, compared with 8 percent of the rest.",
                "P P",
            ),
            ("In the trial, 44 percent of those who quit blamed the cost.", "P"),
            ("In the trial, 38 percent on oats had a reaction to the shot.", "R"),
            ("In the trial, 38 percent quit taking oats because of nausea.", "R"),
            ("In the trial, a third of the cooks on oats got better.", "R"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
