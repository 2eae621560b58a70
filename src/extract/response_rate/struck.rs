//! A share in, whether an ill or a side effect struck its people out: "nausea was reported by 12%", "gout befell 9%".

use crate::extract::scene::Scene;
use crate::text::{Class, Quantity, Tokens, Unit};

use super::acted::behind_hedges;
use super::outcome::{came_about, ill, stands_for_people_or_nobody};

/// "affected 16 per cent of participants", "was seen in 46 per cent of them", "reported by 100 of 624".
pub fn struck(scene: &Scene, quantity: &Quantity) -> bool {
    let tokens = scene.tokens();
    let at = head_of_list(tokens, behind_hedges(tokens, quantity.first));
    // "Dizziness was reported by …", but not "Dancing was reported by …"
    let named = |verb: usize| {
        scene.is_abstract
            || !matches!(tokens.word(verb), "reported" | "recorded" | "documented" | "noted" | "found" | "felt")
            || (0..verb).any(|k| tokens.is(k, Class::Outcome) || ill(tokens, k))
            || is_told_before(scene, verb)
            || side_effects(scene)
    };
    let seen = |verb: usize| {
        let passive = || (verb.saturating_sub(3)..verb).any(|k| tokens.is(k, Class::Be));
        tokens.is(verb, Class::SeenVerb)
            || matches!(tokens.word(verb), "found" | "felt" | "suffered" | "measured") && passive()
            || matches!(tokens.word(verb), "followed" | "ensued" | "resulted")
                && !passive()
                && tokens.word(verb + 1) != "by"
    };
    let led = matches!(tokens.before(at), "in" | "by" | "among" | "for") && at >= 2;
    let by = led && seen(at - 2) && named(at - 2);
    let of_a_trial = || {
        let tested =
            |k: usize, tokens: &Tokens| matches!(tokens.word(k), "trial" | "randomised" | "randomized" | "randomly");
        let near = scene.sentences[scene.at.saturating_sub(2)..=scene.at].iter();
        near.map(|sentence| &sentence.tokens).any(|tokens| (0..tokens.len()).any(|k| tested(k, tokens)))
    };
    let direct = matches!(
        tokens.before(at),
        "affected" | "affecting" | "hit" | "struck" | "befell" | "troubled" | "plagued" | "afflicted" | "bothered"
    );
    // "with strokes noted in 4% of them": an event is not how common a state is
    let event = || {
        let noun = at.saturating_sub(3);
        by && (tokens.is(noun, Class::EventNoun) || tokens.is(noun, Class::Mishap))
    };
    (by || direct)
        && stands_for_people_or_nobody(tokens, quantity)
        && (scene.is_abstract
            || came_about(scene)
            || of_a_trial()
            || side_effects(scene)
            || event()
            || among_the_followed(scene)
            || in_a_trial(scene))
}

/// "in 3, 5 and 9 percent of": where the numbers begin of which the one at token `at` is the last.
fn head_of_list(tokens: &Tokens, at: usize) -> usize {
    const LONGEST: usize = 8;
    let listed = |k: usize| tokens.is_number(k) || matches!(tokens.word(k), "," | "and" | "or" | "%" | "percent");
    let head = (at.saturating_sub(LONGEST)..at).rev().take_while(|&k| listed(k)).last();
    head.filter(|&k| tokens.is_number(k)).unwrap_or(at)
}

/// "Nausea was rarer with rum. It was recorded in 12%": the ill that a pronoun at the head of the sentence stands for.
fn is_told_before(scene: &Scene, verb: usize) -> bool {
    const LONGEST_LEAD: usize = 3;
    let tokens = scene.tokens();
    let pronoun =
        (0..verb.min(LONGEST_LEAD)).any(|k| matches!(tokens.word(k), "it" | "this" | "that" | "these" | "they"));
    pronoun && scene.previous().is_some_and(|before| (0..before.tokens.len()).any(|k| ill(&before.tokens, k)))
}

/// The people of the study were watched over time, and the sentence sets some of them against others: what befell them came
/// about, and is not how common it is.
pub fn among_the_followed(scene: &Scene) -> bool {
    let tokens = scene.tokens();
    let compared = |k: usize| {
        matches!(tokens.word(k), "compared" | "versus" | "vs" | "against" | "respectively")
            || tokens.at(k, &["as", "opposed"])
            || tokens.at(k, &["down", "from"])
            || tokens.at(k, &["up", "from"])
    };
    // "in 19 percent of the cooks and 11 percent of other adults"
    let of = |q: &&Quantity| q.unit == Unit::Percent && matches!(tokens.word(q.last + 1), "of" | "among");
    let groups = || scene.quantities().iter().filter(of).take(2).count() == 2;
    ((0..tokens.len()).any(compared) || groups())
        && opening_says(scene, &["followed", "tracked", "random", "placebo", "years later"])
}

/// Words of an article on a trial: people were put in groups by chance, or given a dummy.
pub const MARKS_OF_A_TRIAL: [&str; 4] = ["random", "placebo", "sham ", "clinical trial"];

/// Whatever ill is told of the people of a trial came about.
pub fn in_a_trial(scene: &Scene) -> bool {
    opening_says(scene, &MARKS_OF_A_TRIAL)
}

/// The first paragraphs hold one of these words.
fn opening_says(scene: &Scene, words: &[&str]) -> bool {
    /// Bytes.
    const OPENING: usize = 5_000;
    let text = scene.article.text.as_bytes();
    let opening = &text[..text.len().min(OPENING)];
    words.iter().any(|word| memchr::memmem::find(opening, word.as_bytes()).is_some())
}

/// "The commonest side effect was hiccups (31%), followed by itching (12%)", "itching led the list of complaints, at 31%".
pub fn listed_as_side_effect(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 40;
    let tokens = scene.tokens();
    let left = behind_hedges(tokens, quantity.first);
    let open = (left.saturating_sub(REACH)..left).rev().find(|&k| matches!(tokens.word(k), "(" | ")"));
    let inside = open.is_some_and(|k| tokens.word(k) == "(");
    let led = inside || tokens.ends_at(left, &[",", "at"]) || tokens.ends_at(left, &[",", "in"]);
    let common = |k: usize| {
        matches!(
            tokens.word(k),
            "common" | "commonest" | "frequent" | "commonly" | "frequently" | "included" | "were" | "was" | "list"
        )
    };
    let effect = |k: usize| unwanted(tokens, k) || tokens.word(k) == "complaint";
    let from = left.saturating_sub(REACH);
    led && (from..left).any(common) && (from..left).any(effect)
}

/// "The worst complaints were a runny nose and hiccups": this sentence or one of the two before tells of what a remedy does to
/// people.
fn side_effects(scene: &Scene) -> bool {
    const FAR: usize = 2;
    let named = |tokens: &Tokens| tokens.iter().any(|(k, _)| unwanted(tokens, k));
    scene.sentences[scene.at.saturating_sub(FAR)..=scene.at].iter().any(|sentence| named(&sentence.tokens))
}

/// "side effect", "side effects" ends at token `k`.
pub fn side_effect(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "effects" | "effect") && tokens.before(k) == "side"
}

/// "side-effects", "an adverse event", "complaints" ends at token `k`: what a remedy does besides.
fn unwanted(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "effects" | "effect" => {
            side_effect(tokens, k) || tokens.before(k) == "adverse" || tokens.ends_at(k, &["side", "-"])
        }
        "events" | "event" | "reactions" | "reaction" => tokens.before(k) == "adverse",
        "complaints" => true,
        _ => false,
    }
}

/// "Retreatment was required in 17%", "surgery was needed for a fifth".
pub fn care_was_needed(tokens: &Tokens, quantity: &Quantity) -> bool {
    let at = behind_hedges(tokens, quantity.first);
    let led = at >= 3 && matches!(tokens.before(at), "in" | "by" | "among" | "for");
    let needed = |verb: usize| {
        // "the operation had to be repeated in 12%"
        let again = matches!(tokens.word(verb), "repeated" | "redone" | "removed" | "replaced" | "stopped" | "cut");
        matches!(tokens.word(verb), "required" | "needed" | "necessary") && tokens.is(verb - 1, Class::Be)
            || again && tokens.ends_at(verb, &["had", "to", "be"])
    };
    led && needed(at - 2) && (0..at - 2).any(|k| is_care(tokens, k)) && stands_for_people_or_nobody(tokens, quantity)
}

/// An operation, a treatment, a mishap: what people need when they are ill.
pub fn is_care(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Care) || tokens.is(k, Class::Mishap) || tokens.word(k).ends_with("treatment")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::share_kinds;

    #[test]
    fn ills_that_strike() {
        let cohort = "The study followed bakers for years. ";
        for (text, kinds) in [
            (
                "In the trial, nausea was rarer with rum. It was recorded in 12 percent of the bakers and 9 percent of the others.",
                "R R",
            ),
            ("In the trial, dancing was rarer with rum. It was recorded in 12 percent of the bakers.", "P"),
            ("In the trial, a rash followed in 33 percent of the cases.", "R"),
        ] {
            assert_eq!(share_kinds(text), kinds, "{text}");
        }
        for (text, kinds) in [
            ("Gout afflicted 6 percent of the bakers, versus 2 percent of the cooks.", "R R"),
            ("Bakers fared worse, with strokes noted in 4.4 percent of them against 2.7 percent of cooks.", "R R"),
            ("Gout was found in 3, 5 and 9 percent of short, middling and tall bakers, respectively.", "R R R"),
            ("Gout afflicted 6 percent of people.", "P"),
            ("Coins were found in 3, 5 and 9 percent of short, middling and tall bakers, respectively.", "P P P"),
        ] {
            assert_eq!(share_kinds(&format!("{cohort}{text}")), kinds, "{text}");
        }
    }
}
