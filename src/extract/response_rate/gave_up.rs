//! The verb of a share's people in, whether they gave up a remedy or a habit out: "stopped because of nausea", "came off their pills".

use crate::extract::scene::Scene;
use crate::text::{Class, Tokens};

use super::became::phrase;

/// "never needed them again", "had come off their tablets", "had given up their gout pills".
pub fn needs_no_more(tokens: &Tokens, at: usize) -> bool {
    const NEAR: usize = 5;
    let again = tokens.before(at) == "never" && (at + 1..at + NEAR).any(|k| tokens.word(k) == "again");
    let off = matches!(tokens.word(at), "came" | "come" | "been") && tokens.word(at + 1) == "off";
    let up = matches!(tokens.word(at), "given" | "gave") && tokens.word(at + 1) == "up";
    let remedy = || phrase(tokens, at + 2).any(|k| tokens.is(k, Class::OutcomeHost) || tokens.is(k, Class::Care));
    let able = matches!(tokens.word(at), "could")
        && (at + 1..at + NEAR).any(|k| matches!(tokens.word(k), "again" | "unaided"));
    let without = |k: usize| {
        let noun = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
        tokens.word(k) == "without"
            && matches!(
                tokens.word(noun),
                "cane" | "walker" | "help" | "pain" | "symptoms" | "assistance" | "crutches" | "aid"
            )
    };
    let alone = (at + 1..at + NEAR).any(|k| matches!(tokens.word(k), "unaided" | "independently") || without(k));
    again
        || able
        || alone
        || off && (remedy() || caused(tokens, at))
        || up && phrase(tokens, at + 2).any(|k| tokens.is(k, Class::Condition)) && remedy()
}

/// "stopped taking it because of nausea", "gave up smoking": for an ill, or for good.
pub fn gave_up(tokens: &Tokens, at: usize) -> bool {
    const LONGEST_HABIT: usize = 4;
    if !matches!(tokens.word(at), "stopped" | "discontinued" | "withdrew" | "dropped" | "quit" | "gave" | "left") {
        return false;
    }
    let habit = |k: usize| matches!(tokens.word(k), "smoking" | "cigarettes" | "drinking" | "vaping" | "heroin");
    let habits = || (at + 1..=at + LONGEST_HABIT).take_while(|&k| tokens.is_word(k)).any(habit);
    caused(tokens, at) || tokens.word(at) != "left" && habits()
}

/// "12% had not smoked for a month", but not "12% had never smoked".
pub fn abstained(tokens: &Tokens, verb: usize, at: usize) -> bool {
    let not = |k: usize| matches!(tokens.word(k), "not" | "hadn't" | "didn't");
    let habit = matches!(
        tokens.word(at),
        "smoked" | "smoke" | "smoking" | "vaping" | "drinking" | "vaped" | "drunk" | "abstained" | "abstinent"
    );
    habit && (verb..at).any(not) || matches!(tokens.word(at), "abstained" | "abstinent")
}

/// "12% had stopped", where smoking or drinking is spoken of.
pub fn stopped_it(scene: &Scene, at: usize) -> bool {
    const NEAR: usize = 2;
    let tokens = scene.tokens();
    let bare = matches!(tokens.word(at), "stopped" | "quit") && !tokens.is_word(at + 1);
    let habit = |k: usize, tokens: &Tokens| {
        matches!(tokens.word(k), "smoking" | "smokers" | "cigarettes" | "tobacco" | "vaping" | "drinking" | "drinkers")
    };
    let near = || scene.sentences[scene.at.saturating_sub(NEAR)..=scene.at].iter();
    bare && near().any(|sentence| (0..sentence.tokens.len()).any(|k| habit(k, &sentence.tokens)))
}

/// "… because of pain", "… owing to nausea" behind the verb at `at`.
pub fn caused(tokens: &Tokens, at: usize) -> bool {
    const REACH: usize = 12;
    let due = |k: usize| matches!(tokens.word(k), "due" | "owing") && tokens.word(k + 1) == "to";
    let mut phrase = (at + 1..at + REACH).take_while(|&k| tokens.is_word(k));
    phrase.any(|k| tokens.word(k) == "because" || due(k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn remedies_and_habits() {
        for (text, kinds) in [
            ("In the trial, 7 percent of the cooks quit because of hiccups.", "R"),
            ("In the trial, 41 percent of the weavers had come off their gout drugs.", "R"),
            ("In the trial, half of the sailors gave up cigarettes.", "R"),
            ("In the trial, 7 percent of the cooks quit the choir.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
