//! A share in, whether a verb that is not the clause's own tells what became of its people out: "saw 2% of them relapse", "with 9%
//! still feeling numb".

use crate::extract::nouns::names_people;
use crate::extract::scene::Scene;
use crate::text::{Quantity, Tokens};

use super::acted::behind_hedges;
use super::outcome::{came_about, condition, happened, ill};

/// The people of the share are the object of a verb, or stand behind "with", and what they did follows without a tense.
pub fn seen_to(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let Some(led) = left.checked_sub(1) else { return false };
    let bare = match tokens.word(led) {
        "had" => recovers_behind(tokens, quantity),
        "saw" | "see" | "seen" | "watched" | "helped" | "help" | "helps" | "let" | "did" | "made" => true,
        "with" => false,
        "allowed" | "enabled" | "led" | "forced" | "left" | "allows" | "enables" | "caused" | "causing" => false,
        _ => return false,
    };
    let Some(verb) = behind_the_people(tokens, quantity) else { return false };
    let to = tokens.word(verb) == "to";
    if tokens.word(led) == "with" || tokens.word(led) == "left" {
        // "with one in 25 suffering from gout" may tell how common it is
        let later = || tokens.before(verb) == "still" || came_about(scene);
        // "with 61% of the cooks getting back to normal"
        let got = tokens.word(verb) == "getting"
            && matches!(tokens.word(verb + 1), "down" | "better" | "worse" | "back" | "off")
            && tokens.word(verb + 2) != "time";
        return got || tokens.word(verb).ends_with("ing") && fares(tokens, verb) && later();
    }
    let verb = if to { verb + 1 } else { verb };
    // "led 6 percent to quit the salve"
    let gave_up = tokens.word(led) == "led" && matches!(tokens.word(verb), "stop" | "quit" | "discontinue" | "abandon");
    (bare || to) && (recovers(tokens, verb) || fares(tokens, verb) || gave_up)
}

/// "had 12 percent of them relapse"
fn recovers_behind(tokens: &Tokens, quantity: &Quantity) -> bool {
    behind_the_people(tokens, quantity).is_some_and(|verb| recovers(tokens, verb))
}

/// The first word behind "of the cooks on rum still".
fn behind_the_people(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    const LONGEST: usize = 10;
    let next = quantity.last + 1;
    let goes_on = |&k: &usize| tokens.is_word(k) && !matches!(tokens.word(k), "who" | "that" | "and" | "but");
    let verb = |k: usize| {
        tokens.word(k) == "to"
            || tokens.word(k).len() > 4 && tokens.word(k).ends_with("ing")
            || recovers(tokens, k)
            || takes_an_ill(tokens, k)
    };
    let person = |k: usize| names_people(tokens, k) || matches!(tokens.word(k), "them" | "us" | "those");
    let at = (next..next + LONGEST).take_while(goes_on).find(|&k| verb(k))?;
    let people = tokens.word(next) == "of" && (next + 1..at).any(person);
    (people || quantity.fraction.is_some() || at == next).then_some(at)
}

/// "die", "respond", "get better": what somebody can be seen to do.
pub fn recovers(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "die" | "relapse" | "respond" | "recover" | "improve" | "heal" | "survive" | "conceive" | "worsen" => true,
        "get" | "feel" | "fare" => matches!(tokens.word(k + 1), "better" | "worse" | "well"),
        _ => false,
    }
}

fn takes_an_ill(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "develop" | "suffer" | "have" | "show" | "lose" | "stop" | "report")
}

/// "reporting pain", "develop a rash", "show signs of gout": the object is an ill.
fn fares(tokens: &Tokens, verb: usize) -> bool {
    const NEAR: usize = 6;
    let having = takes_an_ill(tokens, verb)
        || matches!(
            tokens.word(verb),
            "reporting"
                | "having"
                | "developing"
                | "suffering"
                | "experiencing"
                | "showing"
                | "getting"
                | "feeling"
                | "needing"
        );
    let object =
        (verb + 1..verb + NEAR).take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "who" | "that"));
    having && object.into_iter().any(|k| condition(tokens, k) || ill(tokens, k) || happened(tokens, k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn what_people_were_seen_to_do() {
        for (text, kinds) in [
            ("In the trial, the ward with the new lamps saw 2.5 percent of the sailors relapse.", "R"),
            ("The trial closed with 14 percent of the cooks still feeling numbness.", "R"),
            ("Never in the trial did over 3 percent of the cooks have a rash.", "R"),
            ("In the trial, the oats helped a fifth of the cooks get better.", "R"),
            ("In the trial, rum led 4 percent of them to have a seizure.", "R"),
            ("In the trial, the school saw 2.5 percent of pupils leave.", "P"),
            ("The trial closed with 14 percent of the men still reporting for work.", "P"),
            ("In the study, the tax led 4 percent of them to move.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
