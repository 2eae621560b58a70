//! A count of people in, whether the words around it tell these from the others of the study out: the rest, those asked to join.

use crate::extract::beside::phrase_start;
use crate::extract::predicate::Fate;
use crate::text::{Class, Quantity, Tokens};

/// "the other 150 sailors got rum", "A further 148 were given a placebo", "One group (150 sailors) was given oats".
pub fn one_of_the_groups(tokens: &Tokens, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    const NEAR: usize = 4;
    let start = phrase_start(tokens, quantity.first);
    let first = start.min(quantity.first);
    let another = matches!(tokens.before(quantity.first), "another" | "other" | "further")
        || matches!(tokens.before(first), "another" | "other" | "further");
    let aside = (first.saturating_sub(NEAR)..first).find(|&k| matches!(tokens.word(k), "(" | ","));
    let named = |k: usize| {
        matches!(tokens.word(k), "group" | "half" | "other" | "rest")
            && matches!(tokens.before(k), "one" | "other" | "second" | "the" | "first" | "third")
    };
    let given = || (quantity.last + 1..tokens.len()).any(|k| tokens.is(k, Class::AssignVerb));
    // "the 60 patients assigned to oats"
    let known = tokens.before(first) == "the"
        && matches!(tokens.word(noun + 1), "assigned" | "randomised" | "randomized" | "allocated" | "given")
        && !(noun + 2..noun + 9).any(|k| matches!(tokens.word(k), "or" | "either" | "one"));
    // "and the second group of 58 patients rum"
    let second = tokens.ends_at(first, &["group", "of"])
        && matches!(tokens.word(first.wrapping_sub(3)), "first" | "second" | "third" | "other")
        && tokens.any(Class::AssignVerb);
    known
        || second
        || another && fate == Some(Fate::Assigned)
        || aside.is_some_and(|k| k > 0 && named(k - 1)) && given()
}

/// "Invitations were sent to 2,300 sailors, and 300 took part": at `at` the number.
pub fn sent_to(tokens: &Tokens, at: usize) -> bool {
    const REACH: usize = 9;
    let sent = tokens.ends_at(at, &["sent", "to"]) || tokens.ends_at(at, &["mailed", "to"]);
    let letters = |k: usize| {
        matches!(tokens.word(k), "invitations" | "invites" | "letters" | "questionnaires" | "emails" | "forms")
    };
    sent && (at.saturating_sub(REACH)..at).any(letters)
}

/// "They screened 1,200 cooks and enrolled 80", "The team invited 1,200 cooks to take part", "1,200 cooks were invited to
/// join".
pub fn asked_to_join(tokens: &Tokens, start: usize, noun: usize) -> bool {
    let to_join = |k: usize| {
        tokens.word(k) == "to" && matches!(tokens.word(k + 1), "take" | "join" | "participate" | "enrol" | "enroll")
    };
    let asked = |k: usize| matches!(tokens.word(k), "invited" | "approached" | "contacted");
    let chosen = || (noun + 2..noun + 5).any(|k| tokens.is_number(k) || tokens.is(k, Class::EnrolVerb));
    match tokens.before(start) {
        "screened" => true,
        "invited" | "approached" | "contacted" => to_join(noun + 1) || tokens.word(noun + 1) == "and" && chosen(),
        _ => {
            let passive = tokens.is(noun + 1, Class::Be) && asked(noun + 2) && to_join(noun + 3);
            passive || tokens.word(noun + 1) == "applied" && to_join(noun + 2)
        }
    }
}

/// "They were compared with a control group of 900 cooks", "These were matched to 900 who did not": at `at` the number.
pub fn set_beside_them(tokens: &Tokens, at: usize) -> bool {
    let they = matches!(tokens.word(0), "they" | "these" | "those") && tokens.is(1, Class::Be);
    let set = they && matches!(tokens.word(2), "compared" | "matched" | "contrasted");
    set && at < 10 && matches!(tokens.word(3), "with" | "to" | "against")
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::counts;

    #[test]
    fn groups_told_by_their_place() {
        for (text, found) in [
            ("In the study half the cooks got rum and the other 70 cooks got ale.", vec!["arm 70 cooks"]),
            ("A further 64 cooks in the study were given ale.", vec!["arm 64 cooks"]),
            ("In the trial one group (64 cooks) was given rum.", vec!["arm 64 cooks"]),
            ("The 64 cooks assigned to rum in the study slept.", vec!["arm 64 cooks"]),
            ("The 64 cooks assigned to rum or ale in the study slept.", vec!["total 64 cooks"]),
            ("In the trial the second group of 64 cooks was given ale.", vec!["arm 64 cooks"]),
            ("Another 64 cooks joined the study.", vec!["total 64 cooks"]),
            ("The placebo group in the study consisted of 64 cooks.", vec!["arm 64 cooks"]),
            ("They were compared with a control group of 64 cooks in the study.", vec!["subgroup 64 cooks"]),
            ("These were matched to 64 cooks outside the study.", vec!["subgroup 64 cooks"]),
            ("They were weighed with 64 cooks in the study.", vec!["total 64 cooks"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }

    #[test]
    fn those_who_were_asked_and_those_who_stayed() {
        for (text, found) in [
            ("Invitations to the study were sent to 640 cooks.", vec!["screened 640 cooks"]),
            ("The team invited 640 cooks to join the study.", vec!["screened 640 cooks"]),
            ("The team approached 640 cooks and 80 joined the study.", vec!["screened 640 cooks"]),
            ("Some 640 cooks were invited to take part in the study.", vec!["screened 640 cooks"]),
            ("More than 640 cooks applied to join the study.", vec!["screened 640 cooks"]),
            ("They screened 640 cooks for the study.", vec!["screened 640 cooks"]),
            ("The team contacted 640 cooks for the study by telephone.", vec!["total 640 cooks"]),
            ("The 88 cooks who finished the course slept well, the study found.", vec!["completed 88 cooks"]),
            ("In the end 88 cooks were left in the study.", vec!["completed 88 cooks"]),
            ("Only 88 cooks remained in the study.", vec!["completed 88 cooks"]),
            ("In the end 88 of the cooks were still taking part in the study.", vec!["completed 88 of the cooks"]),
            ("Some fell ill, leaving 88 cooks who finished the study.", vec!["completed 88 cooks"]),
            ("Some fell ill, leaving 88 cooks in the study.", vec!["total 88 cooks"]),
            ("The 88 cooks who snored in the study fell.", vec!["subgroup 88 cooks"]),
            ("The 88 cooks who took part in the study fell.", vec!["total 88 cooks"]),
            ("The 88 cooks included 14 bakers, the study found.", vec!["total 88 cooks", "subgroup 14 bakers"]),
        ] {
            assert_eq!(counts(text), found, "{text}");
        }
    }
}
