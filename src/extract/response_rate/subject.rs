//! A share in, whether an event or a group told by its fate is the subject out: "deaths came to 3%", "the share who relapsed was 9%".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::became::{became_so, told_of_them, was_so_before};
use super::echo::{links, states};
use super::outcome::{condition, happened, ill};

/// Tokens of a subject at most.
const LONGEST_SUBJECT: usize = 18;

/// "Serious setbacks ran at 12%", "Infections came at a rate of 4%", "leaks were a problem for 9%", "the share who died was 3%".
pub fn events_came_to(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    was_a_problem(tokens, left) || stated(tokens, left).is_some_and(|verb| told_of_subject(scene, verb))
}

/// The verb that gives the figure: "came to", "stood at", "was", "went from".
pub(super) fn stated(tokens: &Tokens, left: usize) -> Option<usize> {
    const LONGEST_VERB: usize = 6;
    let at = if tokens.ends_at(left, &["a", "rate", "of"]) { left - 3 } else { left };
    let at = if tokens.before(at) == "from" { at - 1 } else { at };
    (at.saturating_sub(LONGEST_VERB)..at).rev().find(|&k| !links(tokens, k)).filter(|&k| states(tokens, k))
}

fn told_of_subject(scene: &Scene, verb: usize) -> bool {
    let tokens = scene.tokens();
    let ends = |k: usize| !tokens.is_word(k) && tokens.word(k) != "-";
    let from = (verb.saturating_sub(LONGEST_SUBJECT)..verb).rev().find(|&k| ends(k)).map_or(0, |k| k + 1);
    let figure = (from..verb).find(|&k| tokens.is(k, Class::FigureName));
    let changed = |k: usize| {
        tokens.is(k, Class::ChangeNoun) || tokens.is(k, Class::RelativeNoun) || tokens.is(k, Class::NonHealth)
    };
    if let Some(figure) = figure {
        return of_the_fated(scene, figure, verb);
    }
    // "Deaths from gout", but not "the nurses with gout"
    let head = (from..verb).find(|&k| tokens.is(k, Class::Preposition) || tokens.word(k) == "who").unwrap_or(verb);
    let adverb =
        |k: usize| matches!(tokens.word(k), "there" | "here" | "overall" | "alone" | "combined" | "too" | "later");
    let noun = (from..head).rev().find(|&k| !adverb(k));
    // "hospital stays for gout"
    let stays = |k: usize| {
        matches!(tokens.word(k), "stays" | "visits")
            && matches!(tokens.before(k), "hospital" | "emergency" | "clinic" | "room")
    };
    // "Response to the survey was 56%"
    let answers = |k: usize| matches!(tokens.word(k), "response" | "responses");
    noun.is_some_and(|k| ill(tokens, k) && !answers(k) || stays(k)) && !(from..verb).any(changed)
}

/// "the share of sailors who fell ill", "the proportion still free of pain": who they are is what became of them.
fn of_the_fated(scene: &Scene, figure: usize, verb: usize) -> bool {
    let tokens = scene.tokens();
    let who = |k: usize| {
        matches!(tokens.word(k), "who" | "whose" | "still" | "having" | "with" | "that" | "needing" | "dying" | "going")
    };
    // "the proportion achieving a reading below 7%"
    let reached = |k: usize| matches!(tokens.word(k), "achieving" | "reaching" | "attaining");
    if (figure + 1..verb).any(reached) && !(figure..verb).any(|k| tokens.is(k, Class::NonHealth)) {
        return true;
    }
    let Some(from) = (figure + 1..verb).find(|&k| who(k)) else { return false };
    let small =
        |k: usize| tokens.at(k, &["small", "for"]) || matches!(tokens.word(k), "needed" | "needing" | "required");
    let told = |k: usize| {
        small(k) || happened(tokens, k) || condition(tokens, k) || tokens.is(k, Class::Mishap) || became_so(tokens, k)
    };
    // "the proportion with at least a 40% drop in pain"
    let drop = |k: usize| tokens.is(k, Class::ChangeNoun) || matches!(tokens.word(k), "relief" | "response");
    // "the number with normal readings"
    if tokens.word(from) == "with" && matches!(tokens.word(from + 1), "normal" | "undetectable" | "healthy" | "no") {
        return (from + 2..verb).any(|k| {
            tokens.is(k, Class::LevelWord)
                || tokens.is(k, Class::Gauge)
                || condition(tokens, k)
                || happened(tokens, k)
                || matches!(tokens.word(k), "readings" | "results" | "load")
        });
    }
    if tokens.word(from) == "with" && tokens.at(from + 1, &["at", "least"]) {
        return (from + 3..verb).any(drop);
    }
    // "the number with gout" is how common it is
    let since = tokens.word(from) != "with" && tokens.word(from) != "that";
    // "the share of nurses who gave birth early"
    let gave = || tokens.word(from) == "who" && told_of_them(scene, from + 1) && !was_so_before(tokens, from + 1);
    since && ((from..verb).any(told) || gave()) && !(from..verb).any(|k| tokens.is(k, Class::NonHealth))
}

/// "Thirst was a complaint in 55%", "leaking was a problem for 17%".
fn was_a_problem(tokens: &Tokens, left: usize) -> bool {
    const NEAR: usize = 5;
    let led = left >= 3 && matches!(tokens.before(left), "in" | "for" | "among" | "with");
    let noun = left.saturating_sub(2);
    let ill = matches!(
        tokens.word(noun),
        "problem"
            | "problems"
            | "complaint"
            | "complaints"
            | "nuisance"
            | "issue"
            | "trouble"
            | "difficulty"
            | "effect"
            | "effects"
    );
    led && ill
        && (noun.saturating_sub(NEAR)..noun).any(|k| matches!(tokens.word(k), "was" | "were" | "became" | "proved"))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn events_and_their_figures() {
        for (text, kinds) in [
            ("Serious setbacks ran at 12 percent with rum in the trial.", "R"),
            ("Deaths from gout came to 3 percent in the oat arm and 5 percent in the rum arm.", "R R"),
            ("In the study, hospital stays for gout came to 4 percent over the winter.", "R"),
            ("Infections came at a rate of 4 per 100 nurses with oats.", "R"),
            ("In the trial, leaking was a problem for 9 percent of the men.", "R"),
            ("In the trial, thirst was a complaint in half of them.", "R"),
            ("In the trial, the share of sailors who relapsed was 12 percent.", "R"),
            ("In the trial, the proportion still free of pain stood at 40 percent.", "R"),
            ("In the trial, sales of rum came to 12 percent of the total.", "P"),
            ("In the trial, the share of sailors who smoked was 12 percent.", "P"),
            ("In the trial, the number with a dog stood at 40 percent.", "P"),
            ("In the trial, the drop in falls came to 12 percent.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
