//! A number in its sentence in, whether it is one person's out: a patient's weight lost, a doctor's own practice.

use crate::text::{Class, Quantity, Tokens, Unit};

/// Tokens between the person and the number at most.
const REACH: usize = 18;

/// "He lost three stone in five months", "they had him on oxygen for six days", "I've run trials where we lost a quarter".
pub fn of_one_person(text: &str, tokens: &Tokens, quantity: &Quantity) -> bool {
    // "if she slept", "every woman", "his or her" speak of people in general
    let people = || (quantity.last + 1..quantity.last + 3).any(|k| tokens.is(k, Class::People));
    if tokens.any(Class::InGeneral) || people() {
        return false;
    }
    // "to more than twice its width"
    let bound = |k: usize| k + 1 == quantity.first && matches!(tokens.before(k), "more" | "less" | "fewer");
    let ends = |k: usize| {
        matches!(tokens.word(k), ";" | ":" | "–" | "." | "but" | "that") || tokens.word(k) == "than" && !bound(k)
    };
    let in_clause = |k: usize| !(k..quantity.first).any(ends);
    let amount = quantity.unit != Unit::None && tokens.word(quantity.last + 1) != "of";
    // "was given a 12 per cent chance of living"
    let given =
        || (quantity.first.saturating_sub(4)..quantity.first).any(|k| matches!(tokens.word(k), "gave" | "given"));
    if tokens.word(quantity.last + 1) == "chance" && given() {
        return true;
    }
    let own = |k: usize| amount && (of_own_body(text, tokens, k) || of_own_kin(tokens, k));
    (quantity.first.saturating_sub(REACH)..quantity.first)
        .any(|k| (one_persons_story(tokens, k) || named(text, tokens, k) || own(k)) && in_clause(k))
}

/// "My uncle took 40 milligrams a day": at `k` whose he is.
fn of_own_kin(tokens: &Tokens, k: usize) -> bool {
    let kin = |k: usize| {
        matches!(tokens.word(k), "mother" | "father" | "mom" | "dad" | "mum" | "uncle" | "aunt" | "wife" | "husband")
            || matches!(tokens.word(k), "brother" | "sister" | "son" | "daughter" | "grandmother" | "grandfather")
            || matches!(tokens.word(k), "friend" | "neighbor" | "neighbour" | "cousin")
    };
    matches!(tokens.word(k), "my" | "our") && kin(k + 1)
}

fn one_persons_story(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "," => aged(tokens, k) && (lives_through(tokens, k) || behind_an_apposition(tokens, k)),
        "old" => of_an_age(tokens, k) && (lives_through(tokens, k) || is_ill(tokens, k)),
        _ => {
            tokens.is(k, Class::LonePronoun)
                && (lives_through(tokens, k) || treated(tokens, k) || of_own_practice(tokens, k))
        }
    }
}

/// "Mary Brown dropped", "Ms. Brown lost", "Mary Brown, a baker, gained": at `k` the surname.
fn named(text: &str, tokens: &Tokens, k: usize) -> bool {
    let capital = |k: usize| tokens.is_capital(text, k) && tokens.span(k, k).len() > 2;
    let lived = || lives_through(tokens, k) || tokens.word(k + 1) == "," && behind_an_apposition(tokens, k + 1);
    let title = match tokens.before(k) {
        "." => tokens.word(k.wrapping_sub(2)),
        title => title,
    };
    if matches!(title, "mr" | "ms" | "mrs") {
        return lived();
    }
    let kind = |k: usize| {
        tokens.classes(k).has_either(Class::People, Class::GenericNoun)
            || tokens.classes(k).has_either(Class::ResearchNoun, Class::StudyWork)
            || tokens.classes(k).has_either(Class::Article, Class::Preposition)
            || tokens.classes(k).has_either(Class::Month, Class::Office)
    };
    // "Taking Syruvia lost", "Vitamins dropped"
    let alone = k == 1 || k == 2 && tokens.is_sign(0);
    alone && capital(k) && capital(k - 1) && !kind(k) && !kind(k - 1) && !tokens.before(k).ends_with("ing") && lived()
}

/// "Mary Brown, 54, a baker from Hull, lost": at `k` the comma before the apposition.
fn behind_an_apposition(tokens: &Tokens, k: usize) -> bool {
    const LONGEST: usize = 14;
    let an = tokens.is(k + 1, Class::Article) || tokens.word(k + 1) == "who";
    let close = (k + 2..k + LONGEST).find(|&j| tokens.word(j) == ",");
    an && close.is_some_and(|close| lives_through(tokens, close))
}

/// "his blood pressure was down", "her tumours had shrunk", "Mary's migraines": at `k` whose it was.
fn of_own_body(text: &str, tokens: &Tokens, k: usize) -> bool {
    const NEAR: usize = 4;
    let word = tokens.word(k);
    let whose = matches!(word, "his" | "her" | "my");
    let person = || word.ends_with("'s") && tokens.is_capital(text, k);
    let body = |k: usize| {
        tokens.is(k, Class::BodyWeight)
            || matches!(
                tokens.word(k),
                "tumor" | "tumors" | "tumour" | "tumours" | "seizures" | "migraines" | "headaches"
            )
            || matches!(tokens.word(k), "blood" | "cholesterol" | "artery" | "arteries" | "abdomen" | "heart" | "pain")
            || matches!(
                tokens.word(k),
                "odds"
                    | "chances"
                    | "leg"
                    | "legs"
                    | "vein"
                    | "veins"
                    | "spine"
                    | "lungs"
                    | "kidneys"
                    | "liver"
                    | "vision"
                    | "hearing"
                    | "memory"
                    | "glucose"
            )
    };
    let named = || !tokens.is(k, Class::People) && k > 0 && person();
    (whose || named())
        && (k + 1..k + NEAR)
            .take_while(|&j| tokens.is_word(j))
            .any(|j| body(j) && !tokens.classes(j + 1).has_either(Class::ResearchNoun, Class::StudyWork))
}

/// "Mary Brown, 54,": at `k` the comma behind it.
fn aged(tokens: &Tokens, k: usize) -> bool {
    k > 2 && tokens.is_number(k - 1) && tokens.word(k - 1).len() == 2 && tokens.word(k - 2) == ","
}

/// "The 45-year-old", "a 45-year-old": at `k` the word "old".
fn of_an_age(tokens: &Tokens, k: usize) -> bool {
    k > 4 && tokens.ends_at(k, &["-", "year", "-"]) && tokens.is_number(k - 4) && tokens.word(k - 5) == "the"
}

/// "The 45-year-old nurse, who has a 40 per cent": at `k` the word "old".
fn is_ill(tokens: &Tokens, k: usize) -> bool {
    const NAMED: usize = 5;
    let who = (k + 1..k + NAMED).find(|&j| tokens.word(j) == "who");
    who.is_some_and(|who| matches!(tokens.word(who + 1), "has" | "had" | "suffers" | "suffered" | "was" | "lost"))
}

/// "he lost", "she now weighs", "I'd put on", "Mary Brown, 54, lost"; at `k` the pronoun or the comma.
fn lives_through(tokens: &Tokens, k: usize) -> bool {
    const ADVERBS: usize = 4;
    let object = matches!(tokens.word(k), "him" | "her" | "me" | "i've");
    let verb = |j: usize| {
        tokens.is(j, Class::Undergone)
            || matches!(tokens.word(j), "put" | "was" | "is") && matches!(tokens.word(j + 1), "on" | "in" | "off")
            || matches!(tokens.word(j), "cut" | "halved" | "doubled")
            || tokens.at(j, &["lived", "on"])
    };
    let near = (k + 1..k + 1 + ADVERBS).take_while(|&j| tokens.is_word(j));
    !object && near.into_iter().any(verb)
}

/// "had him on oxygen for", "kept her in hospital for", "put me on", "gave her a 12 per cent chance".
fn treated(tokens: &Tokens, k: usize) -> bool {
    if matches!(tokens.word(k), "him" | "her" | "me") && matches!(tokens.before(k), "gave" | "given" | "told") {
        return true;
    }
    let place = matches!(tokens.word(k + 1), "on" | "in" | "under" | "off");
    matches!(tokens.word(k), "him" | "her" | "me")
        && place
        && matches!(tokens.before(k), "had" | "kept" | "put" | "left" | "got" | "have" | "keep")
}

/// "I've run trials where", "I have seen", "of my own patients".
fn of_own_practice(tokens: &Tokens, k: usize) -> bool {
    let seen = tokens.word(k) == "i've" || tokens.at(k, &["i", "have"]);
    let found = matches!(tokens.word(k + 1), "found" | "have") && tokens.word(k) == "i've";
    seen && !found && tokens.word(k + 1) != "to"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scene::with_scenes;

    fn is_told_of_one(text: &str) -> bool {
        let mut told = false;
        with_scenes(text, |scene| {
            told = scene.quantities().last().is_some_and(|quantity| of_one_person(text, scene.tokens(), quantity));
        });
        told
    }

    #[test]
    fn one_persons_numbers_are_not_the_studys() {
        for text in [
            "He lost 12 pounds on oats.",
            "Mary Brown, 54, lost 12 pounds on oats.",
            "They had him on oxygen for six days before he woke.",
            "She then took 5 mg of syrup a day for a year.",
            "\"I've run trials in Hull where we lost a quarter,\" says a cook.",
            "\"I lost 12 pounds in the end,\" said a sailor.",
            "The 45-year-old teacher lost 3 stone.",
            "The 45-year-old nurse, who has a 40 per cent loss of sight, slept.",
            "She cut her sugar by half.",
        ] {
            assert!(is_told_of_one(text), "{text}");
        }
    }

    #[test]
    fn what_a_researcher_did_is() {
        for text in [
            "He gave the sailors syrup for six days.",
            "She found that they lost 12 pounds.",
            "They lost 12 pounds on oats.",
            "He followed 900 nurses.",
            "The nurses, 54, lost to the cooks and 12 per cent of the volunteers fell.",
            "In Hull, 54, or 12 per cent, slept.",
            "The risk rose by 12 per cent if she smoked.",
        ] {
            assert!(!is_told_of_one(text), "{text}");
        }
    }

    #[test]
    fn named_people_have_their_own_figures() {
        for text in [
            "Olga Reyes dropped 14 points on the sleep scale.",
            "Ms. Reyes gained 22 pounds on the syrup.",
            "Olga Reyes, 61, a roofer from Tulsa, gained 22 pounds before she quit.",
            "Doctors gave her a 15 percent chance of walking again.",
            "An uncle, who had it too, was given a 15 percent chance of living.",
            "The tube cut Karim's migraines by a third, said a cousin.",
            "A vein in his leg had swollen to more than twice its width.",
        ] {
            assert!(is_told_of_one(text), "{text}");
        }
        for text in [
            "Taking Syruvia dropped scores by 14 points.",
            "Danish Sailors gained 22 pounds.",
            "The Danes gained 22 pounds on the syrup.",
            "Her team found that pain fell by 15 percent.",
            "His heart study followed 15 percent of the cooks.",
            "The syrup gave the cooks a 15 percent lift.",
        ] {
            assert!(!is_told_of_one(text), "{text}");
        }
    }
}
