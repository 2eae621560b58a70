//! A share in, the verb of which its people are the subject out: "12% of the sailors who rested later relapsed".

use crate::extract::nouns::{counted_noun, names_people};
use crate::extract::predicate::main_verb;
use crate::text::{Class, Quantity, Tokens};

use super::acted::behind_hedges;
use super::outcome::behind_aside;

/// The verb that the people of a share are the subject of.
pub fn verb_of_them(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    const NEAR: usize = 4;
    // "broke out in 12% of those who rested": the verb has another subject
    let left = behind_hedges(tokens, quantity.first);
    let governed =
        matches!(tokens.before(left), "in" | "among" | "by" | "for") && left >= 2 && tokens.is_word(left - 2);
    if governed || left > 0 && tokens.is(left - 1, Class::ActedOn) {
        return None;
    }
    let next = behind_apposition(tokens, quantity).unwrap_or_else(|| behind_aside(tokens, quantity.last + 1));
    let of = tokens.word(next) == "of";
    let mut named = if of { next + 1 } else { next };
    // "half the miners"
    let half = tokens.word(quantity.last) == "half" && tokens.is(next, Class::Article);
    if (of || half) && tokens.is(named, Class::Article) {
        named += 1;
    }
    if of && tokens.is_number(named) {
        named += 1;
    }
    let noun = counted_noun(tokens, named).map(|(noun, _)| noun).filter(|noun| of || noun - next <= NEAR);
    let from = noun.map(|noun| noun + 1).or(of.then_some(named));
    let verb = main_verb(tokens, from.unwrap_or(next))?;
    // "compared with one in 12 of those who rested": there is no other verb
    let relative = (next..verb).rev().find(|&k| matches!(tokens.word(k), "who" | "that" | "which" | "who'd"));
    if relative.is_some_and(|who| (who + 1..verb).all(|k| !is_finite(tokens, k) && !tokens.word(k).ends_with("ed"))) {
        return None;
    }
    // "one in 20 cooks taking oats before they fell ill": the verb is that of a clause of its own
    let subject = |k: usize| matches!(tokens.word(k), "they" | "she" | "he" | "it" | "we" | "the" | "their");
    let clause = |k: usize| matches!(tokens.word(k), "before" | "after" | "when" | "until" | "because" | "while");
    if (next..verb).any(|k| clause(k) && subject(k + 1)) {
        return None;
    }
    // "22% later developed", "31 per cent who merely dozed relapsed"
    let adverb = |k: usize| matches!(tokens.word(k), "no" | "longer") || tokens.at(k, &["once", "again"]);
    let led = (next..verb).all(|k| helps(tokens, k) || adverb(k))
        || matches!(tokens.word(next), "who" | "whose" | "with" | "in" | "on" | "taking" | "given");
    if from.is_none() && !led {
        return None;
    }
    predicate_of(tokens, verb)
}

/// "Only a minority, 12%, fell ill", "nearly all – 94% – recovered": where the clause goes on behind a share that tells again
/// how many they were.
fn behind_apposition(tokens: &Tokens, quantity: &Quantity) -> Option<usize> {
    const LONGEST_SHARE: usize = 6;
    let left = behind_hedges(tokens, quantity.first);
    let close = quantity.last + 1;
    let open = left.checked_sub(1)?;
    let paired = match tokens.word(open) {
        "(" => tokens.word(close) == ")",
        mark @ ("," | "–" | "-") => tokens.word(close) == mark,
        _ => false,
    };
    // "nearly all women – 94% – recovered", "most of the men (94%) recovered"
    let noun = open.checked_sub(1).filter(|&k| names_people(tokens, k)).unwrap_or(open);
    let noun =
        if tokens.ends_at(noun, &["of", "the"]) || tokens.ends_at(noun, &["of", "these"]) { noun - 2 } else { noun };
    let many = matches!(
        tokens.before(noun),
        "rest"
            | "remainder"
            | "others"
            | "minority"
            | "majority"
            | "all"
            | "most"
            | "many"
            | "few"
            | "half"
            | "third"
            | "quarter"
            | "number"
            | "handful"
    );
    // "A like proportion of the crews, 12%, fell ill"
    let share = || {
        (open.saturating_sub(LONGEST_SHARE)..open)
            .any(|k| matches!(tokens.word(k), "share" | "proportion" | "minority") && tokens.word(k + 1) == "of")
    };
    (paired && (many || share())).then_some(close + 1)
}

/// The verb that tells something of them, where the first one at `verb` may only say who they are: "of the sailors robbed
/// by pirates died".
fn predicate_of(tokens: &Tokens, verb: usize) -> Option<usize> {
    const NEAR: usize = 4;
    let word = tokens.word(verb);
    let named = |k: usize| tokens.word(k) == "those" || tokens.is(k, Class::People);
    // "of those put on rum died"
    let irregular =
        matches!(word, "put" | "sent" | "told" | "fed" | "kept" | "shown" | "taught" | "left" | "driven" | "chosen")
            && verb > 0
            && named(verb - 1);
    let participle = irregular
        || (word.ends_with("ed") || matches!(word, "given" | "taken" | "born" | "seen"))
            && !tokens.is(verb, Class::PastVerb);
    // "of those cured were women", but "of those treated improved while others were ill"
    let finite = |k: usize| {
        let near = k <= verb + NEAR || !tokens.is(verb, Class::Became);
        is_finite(tokens, k) && near && tokens.before(k) != "to" && !joined(tokens, verb, k)
    };
    let finite = || main_verb(tokens, verb + 1).filter(|&k| finite(k));
    // "12% of those given oats", "12% of those invited", where the verb is left out
    // "9% of the unvaccinated ones"
    let those = || {
        tokens.before(verb) == "those" && !tokens.is(verb, Class::Became)
            || tokens.before(verb) == "of"
            || tokens.is(verb - 1, Class::Article)
    };
    let bare = || participle && (tokens.is(verb, Class::TreatedBy) || tokens.is(verb, Class::AssignVerb) || those());
    participle.then(finite).flatten().or_else(|| (!bare()).then_some(verb))
}

fn is_finite(tokens: &Tokens, k: usize) -> bool {
    const FINITE: [Class; 5] = [Class::PastVerb, Class::Be, Class::Became, Class::EventVerb, Class::ActiveVerb];
    FINITE.iter().any(|class| tokens.is(k, *class))
}

/// "received oats and died": two verbs of one subject.
fn joined(tokens: &Tokens, from: usize, to: usize) -> bool {
    (from..to).any(|k| matches!(tokens.word(k), "and" | "or" | "," | "but" | "that" | "because" | "while" | "when"))
}

/// The verb that tells something, behind "had", "was" and adverbs.
pub fn content(tokens: &Tokens, verb: usize) -> usize {
    const LONGEST: usize = 6;
    (verb..verb + LONGEST).find(|&k| !helps(tokens, k)).unwrap_or(verb)
}

pub fn helps(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    tokens.is(k, Class::Be)
        || tokens.is(k, Class::Negation) && !matches!(word, "no" | "failed" | "without")
        || word.len() > 4 && word.ends_with("ly")
        || matches!(
            word,
            "had"
                | "did"
                | "have"
                | "has"
                | "later"
                | "still"
                | "then"
                | "also"
                | "soon"
                | "already"
                | "now"
                | "even"
                | "all"
                | "both"
                | "just"
                | "again"
                | "ever"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scene::with_scenes;

    /// The content verb of the first share.
    fn verb(text: &str) -> Option<String> {
        let mut found = None;
        with_scenes(text, |scene| {
            let tokens = scene.tokens();
            let verb = scene.quantities().first().and_then(|quantity| verb_of_them(tokens, quantity));
            found = verb.map(|verb| tokens.word(content(tokens, verb)).to_owned());
        });
        found
    }

    #[test]
    fn verbs_of_people() {
        for (text, wanted) in [
            ("Some 12% relapsed.", "relapsed"),
            ("Some 12% later relapsed.", "relapsed"),
            ("Some 12% of the sailors who rested relapsed.", "relapsed"),
            ("Some 12% of those who had been treated relapsed.", "relapsed"),
            ("Some 12% of the sailors robbed by pirates had smoked.", "smoked"),
            ("Some 12% of those given oats had not relapsed.", "relapsed"),
            ("Twelve of the 40 sailors (30%) were cured.", "cured"),
        ] {
            assert_eq!(verb(text).as_deref(), Some(wanted), "{text}");
        }
        for text in ["It struck 12% of those given oats.", "A 12% rise was seen.", "It rose by 12%."] {
            assert_eq!(verb(text), None, "{text}");
        }
    }
}
