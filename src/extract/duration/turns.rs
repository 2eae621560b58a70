//! A length of time in, whether a turn of phrase tells it from the beginning or as spent out: "two years on", "a week's worth".

use crate::text::{Class, Quantity, Tokens, Unit};

use super::TREATMENTS;

/// "two years on", "Six weeks in, pain had fallen", "three months out", "two years down the road": told from the beginning.
pub(super) fn further_on(tokens: &Tokens, after: usize) -> bool {
    let ends = |k: usize| matches!(tokens.word(k), "," | "." | ";" | "" | "–" | "?" | "!" | ")");
    matches!(tokens.word(after), "on" | "in" | "out") && ends(after + 1)
        || tokens.at(after, &["down", "the"]) && matches!(tokens.word(after + 2), "line" | "road" | "track" | "lane")
}

/// "after spending nine days in the dark", "or to spend nine weeks on a diet", but not "in hospital", where they ended up.
pub(super) fn spent_in(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 4;
    const KEPT: [&str; 6] = ["hospital", "hospitals", "care", "bed", "prison", "jail"];
    let after = quantity.last + 1;
    let days = matches!(quantity.unit, Unit::Time("day" | "week" | "month"));
    // "spent nine weeks on a diet"
    let kept_to = matches!(tokens.before(quantity.first), "spend" | "spent" | "spending")
        && tokens.word(after) == "on"
        && (after + 1..after + NEAR)
            .any(|k| tokens.is(k, Class::LastingNoun) || TREATMENTS.iter().any(|class| tokens.is(k, *class)));
    kept_to
        || days
            && tokens.ends_at(quantity.first, &["after", "spending"])
            && matches!(tokens.word(after), "in" | "at" | "on" | "with" | "under")
            && !(after + 1..after + NEAR).any(|k| KEPT.contains(&tokens.word(k)))
}

/// "The trial ran nine weeks", "the study stretched a year and a half".
pub(super) fn ran(tokens: &Tokens, start: usize) -> bool {
    const NEAR: usize = 5;
    let verb = start.wrapping_sub(1);
    let ran = matches!(
        tokens.word(verb),
        "ran" | "run" | "runs" | "spanned" | "covered" | "stretched" | "went" | "continued" | "takes" | "took"
    );
    let what = |k: usize| tokens.is(k, Class::StudyNoun) || tokens.is(k, Class::LastingNoun);
    ran && (verb.saturating_sub(NEAR)..verb).rev().take_while(|&k| tokens.is_word(k)).any(what)
}

/// "had not regained their strength by nine weeks", but not "was postponed by six months"
pub(super) fn reached_by(tokens: &Tokens, quantity: &Quantity, start: usize) -> bool {
    let verb = start.wrapping_sub(2);
    let moved =
        tokens.is(verb, Class::PastVerb) || tokens.is(verb, Class::ChangeVerb) || tokens.word(verb).ends_with("ed");
    let long = matches!(quantity.unit, Unit::Time("week" | "month"));
    tokens.before(start) == "by" && start > 1 && long && !moved && !tokens.is_word(quantity.last + 1)
}

/// "nurses who stuck with it more than six years", "nurses who used it at least nine months": "for" is left out.
pub(super) fn stuck_to(tokens: &Tokens, quantity: &Quantity, start: usize) -> bool {
    const NEAR: usize = 5;
    if start == quantity.first {
        return false;
    }
    let small = |k: &usize| {
        tokens.is(*k, Class::Preposition) || matches!(tokens.word(*k), "it" | "them" | "one" | "the" | "a" | "this")
    };
    let verb = (start.saturating_sub(NEAR)..start).rev().find(|k| !small(k));
    verb.is_some_and(|k| {
        let kept = matches!(tokens.word(k), "kept" | "stuck" | "stayed" | "used" | "took" | "wore" | "stood" | "tried");
        let them = matches!(tokens.before(start), "it" | "them" | "one");
        kept && them && matches!(tokens.before(k), "who" | "that" | "had")
    })
}

/// "a week's worth", "six months' worth of pills"
pub(super) fn worth(tokens: &Tokens, quantity: &Quantity) -> bool {
    let after = quantity.last + 1;
    let at = if tokens.word(after) == "'" { after + 1 } else { after };
    tokens.word(at) == "worth"
        && (tokens.word(at + 1) != "of"
            || (at + 2..at + 5).any(|k| TREATMENTS.iter().any(|class| tokens.is(k, *class))))
}
