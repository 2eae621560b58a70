//! The people of a figure, cut where the verb of their clause begins, out: "toddlers under two eat too much salt", "people filled
//! out the form", "sailors by Dutch experts".

use crate::extract::nouns::names_people;
use crate::text::{Class, Tokens};

use super::super::grammar::phrases::{Run, Words};

/// Without the verb that an unknown word form hides, and without who looked at them.
pub fn up_to_clause(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let relative = (run.first..=run.last).find(|&k| matches!(tokens.word(k), "who" | "whose" | "which" | "that"));
    let end = (run.first + 1..=relative.unwrap_or(run.last))
        .find(|&k| behind_age(tokens, k) || fills(words, k) || by_experts(tokens, k));
    Run { first: run.first, last: end.map_or(run.last, |k| k - 1) }
}

/// "under two eat", "year olds eat": a word behind an age that leads nowhere is a verb.
fn behind_age(tokens: &Tokens, k: usize) -> bool {
    let number = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart);
    let aged = k > 2
        && number(k - 1)
        && !tokens.is(k - 1, Class::Article)
        && (names_people(tokens, k - 3) || matches!(tokens.word(k - 3), "aged" | "those"))
        && matches!(tokens.word(k - 2), "under" | "over" | "below" | "above")
        && tokens.word(k - 1).len() < 9;
    let olds = tokens.before(k) == "olds";
    let leads = [Class::Preposition, Class::Article, Class::TimeUnit, Class::Be, Class::Modal, Class::AssignVerb];
    (aged || olds)
        && tokens.is_word(k)
        && !number(k)
        && !leads.iter().any(|class| tokens.is(k, *class))
        && !tokens.word(k).ends_with("ing")
        && !matches!(tokens.word(k), "and" | "or" | "who" | "whose" | "that" | "which" | "years" | "old" | "without")
        && !tokens.word(k).ends_with("ed")
}

/// "people filled out", "nurses drank the": a past form with its object right behind the people.
fn fills(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    let word = tokens.word(k);
    names_people(tokens, k - 1)
        && word.len() > 4
        && word.ends_with("ed")
        && ![Class::AssignVerb, Class::TreatedBy, Class::RecruitVerb, Class::EnrolVerb, Class::Condition]
            .iter()
            .any(|class| tokens.is(k, *class))
        && !matches!(word, "offered" | "denied" | "prescribed" | "injected" | "aged" | "called" | "asked" | "shown")
        && matches!(tokens.word(k + 1), "out" | "up" | "off" | "the" | "their" | "that" | "his" | "her")
}

/// "sailors by Dutch and Welsh experts": who studied them.
fn by_experts(tokens: &Tokens, k: usize) -> bool {
    /// Tokens from "by" to the experts at most.
    const NEAR: usize = 7;
    tokens.word(k) == "by"
        && names_people(tokens, k - 1)
        && (k + 1..k + NEAR).take_while(|&j| tokens.is_word(j)).any(|j| {
            tokens.is(j, Class::StudyWork)
                || matches!(tokens.word(j), "experts" | "academics" | "doctors" | "university" | "scientist" | "expert")
        })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;

    fn group(text: &str) -> Option<String> {
        testing::claims(text).swap_remove(0).group
    }

    #[test]
    fn people_end_where_their_verb_begins() {
        for (text, people) in [
            ("The study found that 14 per cent of toddlers under two consume too much salt.", "toddlers under two"),
            ("The study found that two-fifths of three year olds consume too much salt.", "three year olds"),
            ("In the trial, some 210 people filled out the last form.", "people"),
            ("A study of nearly 8,000 bakers by Dutch and Welsh experts found a rise in gout.", "bakers"),
        ] {
            assert_eq!(group(text).as_deref(), Some(people), "{text}");
        }
    }

    #[test]
    fn descriptions_are_kept() {
        for (text, people) in [
            ("The study found that 14 per cent of bakers over 60 with gout sang.", "bakers over 60 with gout"),
            ("The study found that 14 per cent of bakers offered the syrup sang.", "bakers offered the syrup"),
            ("A study of nearly 8,000 bakers by the sea found a rise in gout.", "bakers by the sea"),
        ] {
            assert_eq!(group(text).as_deref(), Some(people), "{text}");
        }
    }
}
