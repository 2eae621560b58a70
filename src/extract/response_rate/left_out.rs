//! A share whose words stand in another part of the sentence in, whether they tell an outcome out: "none of the cooks died, but
//! 9% of the nurses did", "41 relapsed, a rate of 9%", "the 9% who died".

use crate::extract::counting::{What, counting};
use crate::extract::parts::is_count;
use crate::extract::predicate::main_verb;
use crate::extract::scene::Scene;
use crate::model::Scope;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::became::told_of_them;
use super::echo::stands_for_a_verb;
use super::outcome::{happened, ill};

/// "None of the cooks died, but 9% of the nurses did"; "twice as likely to have a stroke: 9% did".
pub fn did_as_told(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 26;
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let from = left.saturating_sub(REACH);
    let none = |k: usize| matches!(tokens.word(k), "none" | "nobody" | "no-one");
    let likely = |k: usize| tokens.at(k, &["likely", "to"]);
    let named = (from..left).rev().find(|&k| none(k) || likely(k));
    // "likelier to have a stroke: 7% had one"
    let next = quantity.last + 1;
    let had_one = tokens.at(next, &["had", "one"]) && !tokens.is_word(next + 2);
    if had_one && (from..left).any(|k| happened(tokens, k) || ill(tokens, k)) {
        return true;
    }
    let Some(named) = named.filter(|_| stands_for_a_verb(tokens, quantity, left)) else { return false };
    if none(named) {
        return main_verb(tokens, named + 1).is_some_and(|verb| verb < left && told_of_them(scene, verb));
    }
    (named + 2..left).any(|k| happened(tokens, k) || ill(tokens, k))
}

/// "More women than men fell ill (12% v 9%)", "men were likelier to have a stroke (12%) than women (9%)".
pub fn more_of_them(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 22;
    let tokens = scene.tokens();
    let from = quantity.first.saturating_sub(REACH);
    let bracket = |k: usize| matches!(tokens.word(k), "(" | "[");
    let Some(open) = (from..quantity.first).find(|&k| bracket(k)) else { return false };
    let own = bracket(quantity.first - 1) || matches!(tokens.before(quantity.first), "v" | "vs" | "versus");
    if !own || scene.is_abstract || (from..open).any(|k| tokens.word(k) == ";") {
        return false;
    }
    if let Some(likely) = (from..open).rev().find(|&k| tokens.at(k, &["likely", "to"])) {
        let more = (likely.saturating_sub(2)..likely).any(|k| matches!(tokens.word(k), "more" | "less"));
        return more && (likely + 2..open).any(|k| happened(tokens, k) || ill(tokens, k));
    }
    more_than(scene, from, open)
}

/// "More women than men fell ill" between two tokens.
fn more_than(scene: &Scene, from: usize, open: usize) -> bool {
    const LONGEST: usize = 5;
    let tokens = scene.tokens();
    let more = (from..open).find(|&k| matches!(tokens.word(k), "more" | "fewer"));
    let than = more.and_then(|more| (more + 1..open.min(more + LONGEST)).find(|&k| tokens.word(k) == "than"));
    than.and_then(|than| main_verb(tokens, than + 1)).is_some_and(|verb| verb < open && told_of_them(scene, verb))
}

/// "41 relapsed, a rate of 9%": the share of a count of events.
pub fn rate_of_the_count(scene: &Scene, quantity: &Quantity) -> bool {
    const NEAR: usize = 14;
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let rate = tokens.ends_at(left, &["a", "rate", "of"]) || tokens.ends_at(left, &["rate", "of", "about"]);
    let before = scene.quantities_before(left).last().filter(|q| is_count(q) && left - q.last <= NEAR);
    let event = |q: &Quantity| counting(scene, q, Scope::ThisStudy).is_some_and(|count| count.what == What::Event);
    rate && left > 3 && matches!(tokens.word(left - 4), "," | "–" | "(") && before.is_some_and(event)
}

/// Whether "the 30% who …" says what became of them; `None` where the share is told otherwise.
pub fn the_ones_who(scene: &Scene, quantity: &Quantity) -> Option<bool> {
    const LONGEST_PEOPLE: usize = 6;
    let tokens = scene.tokens();
    let next = quantity.last + 1;
    let goes_on = |&k: &usize| tokens.is_word(k) || tokens.word(k) == "-";
    if tokens.word(next) == "whose" && !scene.is_abstract && theirs_changed(tokens, next + 1) {
        return Some(true);
    }
    let who = (next..next + LONGEST_PEOPLE).take_while(goes_on).find(|&k| tokens.word(k) == "who")?;
    let people = who == next || tokens.word(next) == "of";
    let left = behind_hedges(tokens, quantity.first);
    // "more than the 9% of the cooks who did"
    let against = matches!(tokens.word(left.wrapping_sub(2)), "than" | "with" | "to" | "against")
        || matches!(tokens.word(who + 1), "did" | "do");
    let defined = tokens.before(left) == "the" && people && !against && !scene.is_abstract;
    defined.then(|| told_of_them(scene, who + 1))
}

/// "the lucky 30% whose hiccups went away": an ill of theirs, or a part of them, and what it did.
fn theirs_changed(tokens: &Tokens, from: usize) -> bool {
    const LONGEST: usize = 7;
    let clause = || (from..from + LONGEST).take_while(|&k| tokens.is_word(k));
    let ails = |k: usize| ill(tokens, k) || tokens.is(k, Class::Felt) || tokens.is(k, Class::Faculty);
    let changed =
        |k: usize| tokens.is(k, Class::ActedOn) || tokens.is(k, Class::Became) || tokens.is(k, Class::ChangeVerb);
    let Some(noun) = clause().find(|&k| ails(k)) else { return false };
    clause().any(|k| k > noun && changed(k))
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn words_told_elsewhere() {
        for (text, kinds) in [
            ("In the study, none of the cooks died, but 9% of the nurses did.", "R"),
            ("In the study, none of the cooks sang, but 9% of the nurses did.", "P"),
            ("In the study, cooks were twice as likely to have a stroke: 9% did, compared with 4% of the rest.", "R R"),
            ("In the study, cooks were twice as likely to own a boat: 9% did, compared with 4% of the rest.", "P P"),
            ("In the study, 41 nurses relapsed, a rate of 9%.", "R"),
            ("In the study, 41 nurses sang, a rate of 9%.", "P"),
            ("In the study, the 30% of nurses who smoked were twice as likely to die.", "P"),
            ("In the study, the 30% who died had often smoked.", "R"),
            ("In the study, she was among the 30% whose hiccups went away.", "R"),
            ("In the study, she was among the 30% whose dogs ran away.", "P"),
            ("In the study, 12% of the nurses died, more than the 9% of the cooks who did.", "R R"),
            ("In the study, more women than men fell ill (12% v 9%).", "R R"),
            ("In the study, more women than men sang (12% v 9%).", "P P"),
            ("In the study, men were more likely to have a stroke (12%) than women (9%).", "R R"),
            ("In the study, men were more likely to own a boat (12%) than women (9%).", "P P"),
            ("In the study, only a minority, 12%, fell ill.", "R"),
            ("In the study, only a minority, 12%, drank rum.", "P"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
    }
}
