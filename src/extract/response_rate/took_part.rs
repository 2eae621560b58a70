//! A share in, whether it tells what was done with its people, or how they took part, out: "were given oats", "quit early",
//! "showed up", "got a flu shot".

use crate::extract::hits::caught;
use crate::extract::nouns::counted_noun;
use crate::text::{Class, Quantity, Tokens};

use super::acted::{behind_hedges, stands_for_people};
use super::became::{lived_on, told_themselves};
use super::gave_up::caused;
use super::judged::{judged_well, shows_signs};
use super::outcome::behind_aside;

/// "a third were given the drug", "12% had been exposed to dust": what was done with them, not what became of them.
pub fn handled(tokens: &Tokens, quantity: &Quantity, verb: Option<usize>) -> bool {
    const LONGEST_AUXILIARY: usize = 4;
    let next = behind_aside(tokens, quantity.last + 1);
    // "105/151 patients starting insulin"
    let doing = || {
        counted_noun(tokens, next).is_some_and(|(noun, _)| {
            let word = tokens.word(noun + 1);
            noun - next <= LONGEST_AUXILIARY && word.ends_with("ing") && tokens.is(noun + 1, Class::Handled)
        })
    };
    if done_to_them(tokens, quantity)
        || caught_by_a_test(tokens, quantity)
        || tokens.word(next) != "of" && doing()
        || does_by_habit(tokens, quantity)
    {
        return true;
    }
    let Some(verb) = verb else { return false };
    let auxiliary = |k: usize| {
        tokens.is(k, Class::Be)
            || matches!(tokens.word(k), "also" | "then" | "had" | "been" | "have" | "did" | "still" | "not" | "never")
            || tokens.is(k, Class::Negation)
            || tokens.word(k).ends_with("ly")
    };
    let content = (verb..verb + LONGEST_AUXILIARY).find(|&k| !auxiliary(k)).unwrap_or(verb);
    // "responded to the survey"
    let asked = |k: usize| {
        tokens.is(k, Class::ResearchNoun) || matches!(tokens.word(k), "questionnaire" | "invitation" | "letter")
    };
    let answered = tokens.at(content, &["responded", "to"]) && (content + 2..content + 5).any(asked);
    // "dropped out", "stuck with the old pill", unless it was for an ill
    let left = (matches!(tokens.word(content), "dropped" | "pulled") && tokens.word(content + 1) == "out"
        || tokens.word(content) == "stuck")
        && !caused(tokens, content);
    let up = tokens.at(content, &["given", "up"]) || tokens.at(content, &["given", "birth"]);
    // "went on to have a scan", "was lost to follow-up"
    let scanned = matches!(tokens.word(content), "went" | "gone")
        && (content + 2..content + 8).take_while(|&k| tokens.is_word(k)).any(|k| tokens.is(k, Class::StudyTask));
    let left = left || scanned || tokens.at(content, &["lost", "to"]) || quit_early(tokens, content);
    let told = || {
        told_themselves(tokens, content)
            || judged_well(tokens, verb, content)
            || shows_signs(tokens, content)
            || lived_on(tokens, content)
    };
    answered
        || left
        || came_along(tokens, content)
        || met_again(tokens, content)
        || tokens.is(content, Class::Handled) && !up && !told()
}

/// "treated half of them", "gave a third of the women oats", "reached 40% of the cooks".
fn done_to_them(tokens: &Tokens, quantity: &Quantity) -> bool {
    let to = quantity.first.wrapping_sub(1);
    let before = quantity.first.wrapping_sub(2);
    let sought = matches!(
        tokens.word(to),
        "interviewed" | "screened" | "surveyed" | "contacted" | "tracked" | "enrolled" | "recruited" | "invited"
    ) || tokens.ends_at(quantity.first, &["tracked", "down"]);
    // "the remission rate reached 40%"
    let reached = tokens.word(to) == "reached" && stands_for_people(tokens, quantity);
    let given = tokens.is(to, Class::TreatedBy) || matches!(tokens.word(to), "gave" | "assigned" | "asked");
    (given || sought || reached) && !tokens.is(before, Class::Be) && !tokens.is(before, Class::People)
}

/// "picked up only 12% of those who were ill": how good a test is.
fn caught_by_a_test(tokens: &Tokens, quantity: &Quantity) -> bool {
    let left = behind_hedges(tokens, quantity.first);
    // the hedges of "up to" hide the particle
    let picked = matches!(tokens.before(left), "picked" | "picks" | "pick") && tokens.word(left) == "up";
    let verb = tokens.before(left);
    picked
        || caught(verb)
        || matches!(verb, "identified" | "overlooked" | "cleared")
        || matches!(verb, "detects" | "detect" | "catches" | "catch" | "misses" | "spots")
}

/// "with one in nine nurses taking syrup", "and 4% continuing to smoke": what they did goes on without a verb.
fn does_by_habit(tokens: &Tokens, quantity: &Quantity) -> bool {
    const LONGEST: usize = 3;
    const HABITS: [Class; 3] = [Class::Handled, Class::ConsumeVerb, Class::ExposureVerb];
    let next = quantity.last + 1;
    let led = matches!(tokens.before(behind_hedges(tokens, quantity.first)), "with" | "and" | ",");
    let named = if quantity.fraction.is_some() { next + LONGEST } else { next + 1 };
    let habit = |k: usize| {
        matches!(tokens.word(k), "continuing" | "stopping" | "taking" | "keeping")
            || HABITS.iter().any(|class| tokens.is(k, *class))
    };
    let doing = (next..named).find(|&k| tokens.word(k).ends_with("ing"));
    led && doing.is_some_and(|k| (k == next || tokens.is(k - 1, Class::People)) && habit(k))
}

/// "showed up", "made it to the clinic in time", "got a flu shot", "blamed the cost": what they did, or why.
fn came_along(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    let object = || (verb + 1..verb + NEAR).take_while(|&k| tokens.is_word(k) || tokens.is_number(k));
    let shot = |k: usize| {
        matches!(tokens.word(k), "shot" | "shots" | "jab" | "jabs" | "vaccine" | "vaccines" | "vaccination" | "booster")
    };
    let screen =
        |k: usize| matches!(tokens.word(k), "mammogram" | "mammograms" | "colonoscopy" | "screening" | "checkup");
    match tokens.word(verb) {
        "showed" | "turned" => tokens.word(verb + 1) == "up" && !tokens.is(verb + 2, Class::Condition),
        "made" => tokens.word(verb + 1) == "it" && matches!(tokens.word(verb + 2), "to" | "in" | "into"),
        "rolled" => tokens.word(verb + 1) == "up",
        // "had a reaction to the shot"
        "got" | "gotten" | "had" | "took" => object()
            .take_while(|&k| matches!(tokens.word(k), "of" | "at") || !tokens.is(k, Class::Preposition))
            .any(|k| shot(k) || screen(k)),
        "blamed" | "cited" => true,
        _ => false,
    }
}

/// "quit before the last lesson", "stopped the program early", "skipped a visit": they no longer took part.
fn quit_early(tokens: &Tokens, verb: usize) -> bool {
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
fn met_again(tokens: &Tokens, verb: usize) -> bool {
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
            ("In the trial, 62 percent of the sailors turned up for the dance.", "P"),
            ("In the trial, 71 percent of those on oats made it to the clinic by noon.", "P"),
            ("In the study, a third of the cooks had gotten a tetanus jab, against half of the sailors.", "P P"),
            ("In the trial, 38 percent quit taking their oats before they should have.", "P"),
            (
                "In the trial, 11 percent of the cooks quit before the end, compared with 8 percent of the sailors.",
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
