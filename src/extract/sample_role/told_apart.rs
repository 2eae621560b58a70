//! A count of people in, whether the words around it tell these from the others of the study out: the rest, those asked to join.

use rust_decimal::Decimal;

use crate::extract::beside::{following, phrase_start, treats};
use crate::extract::parts::is_count;
use crate::extract::predicate::{Fate, main_verb};
use crate::extract::scene::Scene;
use crate::model::Role;
use crate::text::{Class, Quantity, Tokens};

/// "the other 150 sailors got rum", "A further 148 were given a placebo", "One group (150 sailors) was given oats".
pub fn one_of_the_groups(tokens: &Tokens, quantity: &Quantity, noun: usize, fate: Option<Fate>) -> bool {
    const NEAR: usize = 4;
    let start = phrase_start(tokens, quantity.first);
    let another = matches!(tokens.before(quantity.first), "another" | "other" | "further")
        || matches!(tokens.before(start), "another" | "other" | "further");
    let aside = (start.saturating_sub(NEAR)..start).find(|&k| matches!(tokens.word(k), "(" | ","));
    let named = |k: usize| {
        matches!(tokens.word(k), "group" | "half" | "other" | "rest")
            && matches!(tokens.before(k), "one" | "other" | "second" | "the" | "first" | "third")
    };
    let given = || (quantity.last + 1..tokens.len()).any(|k| tokens.is(k, Class::AssignVerb));
    // "the 60 patients assigned to oats"
    let known = tokens.before(start) == "the"
        && matches!(tokens.word(noun + 1), "assigned" | "randomised" | "randomized" | "allocated" | "given")
        && !(noun + 2..noun + 9).any(|k| matches!(tokens.word(k), "or" | "either" | "one"));
    // "and the second group of 58 patients rum"
    let second = tokens.ends_at(start, &["group", "of"])
        && matches!(tokens.word(start.wrapping_sub(3)), "first" | "second" | "third" | "other")
        && tokens.any(Class::AssignVerb);
    known
        || second
        || another && fate == Some(Fate::Assigned)
        || aside.is_some_and(|k| k > 0 && named(k - 1)) && given()
}

/// "randomly assigned 90 cooks to rum and 88 to ale": each of the two went one way.
pub fn sent_each_way(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    const REACH: usize = 24;
    let tokens = scene.tokens();
    let verb = tokens.before(phrase_start(tokens, quantity.first));
    if !matches!(verb, "assigned" | "randomized" | "randomised" | "allocated" | "randomly")
        || tokens.word(noun + 1) != "to"
    {
        return false;
    }
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let mut later = scene.quantities()[at..].iter().take_while(|q| q.first < noun + REACH).filter(|q| is_count(q));
    later.any(|q| {
        let to = tokens.word(q.last + 1) == "to" || tokens.word(q.last + 2) == "to" && tokens.is_word(q.last + 1);
        let either = |k: usize| matches!(tokens.word(k), "or" | "either" | "groups" | "one" | "two" | "three");
        to && !(noun + 1..q.first).any(either)
    })
}

/// "Invitations were sent to 2,300 sailors, and 300 took part": at `at` the number.
pub fn sent_to(tokens: &Tokens, at: usize) -> bool {
    const REACH: usize = 9;
    let letters = |k: usize| {
        matches!(
            tokens.word(k),
            "invitations" | "invites" | "letters" | "questionnaires" | "emails" | "forms" | "surveys"
        )
    };
    // "They mailed long questionnaires to 2,300 sailors"
    let active =
        |k: usize| matches!(tokens.word(k), "mailed" | "sent" | "emailed" | "posted") && letters(at.wrapping_sub(2));
    let sent = tokens.ends_at(at, &["sent", "to"])
        || tokens.ends_at(at, &["mailed", "to"])
        || tokens.ends_at(at, &["went", "out", "to"])
        || tokens.before(at) == "to" && (at.saturating_sub(5)..at).any(active);
    sent && (at.saturating_sub(REACH)..at).any(letters)
}

/// "Some 40 were newly prescribed rum", "31 were sent home with braces", "27 of the cooks met with a coach": the verb
/// of the clause behind `noun` gives them what is tested.
pub fn handed_it(tokens: &Tokens, noun: usize) -> bool {
    let Some(verb) = main_verb(tokens, noun + 1) else { return false };
    let fills = |k: usize| tokens.word(k).ends_with("ly") || matches!(tokens.word(k), "then" | "also" | "each");
    let at = if tokens.is(verb, Class::Be) { (verb + 1..verb + 3).find(|&k| !fills(k)).unwrap_or(verb) } else { verb };
    let next = tokens.word(at + 1);
    if at == verb {
        let with = (at + 1..at + 4).any(|k| tokens.word(k) == "with" && tokens.is(k + 1, Class::Article));
        return matches!(tokens.word(at), "met" | "worked" | "trained") && with;
    }
    match tokens.word(at) {
        "prescribed" | "offered" | "taught" | "coached" | "handed" | "issued" | "injected" | "implanted" | "loaned" => {
            !matches!(next, "by" | "in" | "at")
        }
        "matched" | "paired" | "fitted" | "teamed" => next == "with",
        "sent" => next == "home",
        "started" | "put" => next == "on",
        _ => false,
    }
}

/// "900 cooks … were included in the main analysis", "the 90 cooks evaluable for pain": at `last` the count's last word.
pub fn in_the_analysis(tokens: &Tokens, last: usize) -> bool {
    const REACH: usize = 18;
    if (last + 1..last + 3).any(|k| matches!(tokens.word(k), "evaluable" | "analyzable" | "analysable")) {
        return true;
    }
    let clause = (last + 1..last + REACH).take_while(|&k| !matches!(tokens.word(k), ";" | "." | ""));
    clause.into_iter().any(|k| {
        tokens.word(k) == "included"
            && tokens.is(k.wrapping_sub(1), Class::Be)
            && tokens.at(k + 1, &["in", "the"])
            && (k + 3..k + 5).any(|j| matches!(tokens.word(j), "analysis" | "analyses"))
    })
}

/// "gave the syrup to 24 sailors and water to 25": one of two who were given something.
pub fn given_to(scene: &Scene, quantity: &Quantity) -> bool {
    const REACH: usize = 12;
    let tokens = scene.tokens();
    let start = phrase_start(tokens, quantity.first);
    let gave = |k: usize| matches!(tokens.word(k), "gave" | "given" | "giving" | "administered" | "offered" | "fed");
    let given = tokens.before(start) == "to" && (start.saturating_sub(REACH)..start).any(gave);
    if scene.is_abstract || !given {
        return false;
    }
    let at = scene.quantities().partition_point(|q| q.first <= quantity.first);
    let to = |q: &Quantity| is_count(q) && tokens.before(phrase_start(tokens, q.first)) == "to";
    let first = scene.quantities()[at..].iter().any(to);
    let second = || scene.quantities().iter().any(|q| q.first < quantity.first && to(q));
    first || second()
}

/// "Of 900 cooks, 640 had a scan and were included in the analysis": the screened and the whole.
pub fn analysed(scene: &Scene, quantity: &Quantity) -> Option<Role> {
    let tokens = scene.tokens();
    if scene.is_abstract {
        return None;
    }
    let of = quantity.first == 1 && tokens.word(0) == "of";
    if of && following(scene, quantity).is_some_and(|q| is_count(q) && in_the_analysis(tokens, q.last)) {
        return Some(Role::Screened);
    }
    in_the_analysis(tokens, quantity.last).then_some(Role::Total)
}

/// "limited to the 90 cooks with gout", "an analysis restricted to 90 cooks": at `at` the number.
pub fn limited_to(tokens: &Tokens, at: usize) -> bool {
    let the = if tokens.before(at) == "the" { at - 1 } else { at };
    let limited = ["limited", "restricted", "confined"].iter().any(|word| tokens.ends_at(the, &[word, "to"]));
    let analysis = |k: usize| {
        matches!(tokens.word(k), "a" | "an" | "another") && matches!(tokens.word(k + 1), "analysis" | "comparison")
    };
    limited && (the < at || (the.saturating_sub(4)..the).any(analysis))
}

/// "They looked separately at the 31 cooks who snored": a part that is looked at by itself.
pub fn looked_at_apart(tokens: &Tokens, start: usize, noun: usize) -> bool {
    const NEAR: usize = 4;
    let the = if tokens.before(start) == "the" { start - 1 } else { start };
    let apart = |k: usize| {
        matches!(tokens.word(k), "separately" | "only" | "just" | "solely" | "specifically" | "alone")
            || tokens.ends_at(the, &["focused", "on"])
            || tokens.ends_at(the, &["zeroed", "in", "on"])
            || tokens.ends_at(the, &["homed", "in", "on"])
    };
    let looked = matches!(tokens.before(the), "at" | "on") && (the.saturating_sub(NEAR)..the).any(apart);
    looked && the < start && tokens.word(noun + 1) == "who"
}

/// Tokens from those who were asked to how many answered at most.
const ANSWER: usize = 14;

/// "They screened 1,200 cooks and enrolled 80", "The team invited 1,200 cooks to take part", "1,200 cooks were invited to
/// join".
pub fn asked_to_join(tokens: &Tokens, start: usize, noun: usize) -> bool {
    let to_join = |k: usize| {
        tokens.word(k) == "to" && matches!(tokens.word(k + 1), "take" | "join" | "participate" | "enrol" | "enroll")
    };
    let asked = |k: usize| matches!(tokens.word(k), "invited" | "approached" | "contacted");
    let chosen = || (noun + 2..noun + 5).any(|k| tokens.is_number(k) || tokens.is(k, Class::EnrolVerb));
    // "They invited 5,000 cooks at random; 1,900 took part"
    let answered = || {
        (noun + 1..noun + ANSWER).any(|k| {
            tokens.at(k, &["took", "part"])
                || matches!(tokens.word(k), "agreed" | "accepted" | "replied" | "responded" | "answered" | "joined")
        }) && (noun + 1..noun + ANSWER).any(|k| tokens.is_number(k) || tokens.is(k, Class::NumberStart))
    };
    match tokens.before(start) {
        "screened" => true,
        "invited" | "approached" | "contacted" => {
            to_join(noun + 1) || tokens.word(noun + 1) == "and" && chosen() || answered()
        }
        _ => {
            let passive = tokens.is(noun + 1, Class::Be) && asked(noun + 2) && to_join(noun + 3);
            passive || tokens.word(noun + 1) == "applied" && to_join(noun + 2)
        }
    }
}

/// "Of the 60 cooks in the treatment group": at `noun` the people.
pub fn in_a_treated_group(tokens: &Tokens, noun: usize) -> bool {
    let treated = |k: usize| tokens.classes(k).has_either(Class::ControlWord, Class::TreatmentWord);
    tokens.at(noun + 1, &["in", "the"]) && treated(noun + 3) && tokens.is(noun + 4, Class::PeopleGroup)
}

/// "90 cooks wore the mitt and 88 wore a sock": two groups of like size are told of by the same verb.
pub fn did_otherwise(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    const REACH: usize = 16;
    let tokens = scene.tokens();
    let verb = tokens.word(noun + 1);
    let deed = tokens.is(noun + 1, Class::AssignVerb)
        || matches!(verb, "wore" | "drew" | "used" | "ate" | "drank" | "swallowed" | "rode" | "took" | "tried" | "did")
        || matches!(verb, "chewed" | "applied" | "watched" | "played" | "practiced" | "practised" | "followed");
    let alike = |q: &Quantity| within_a_fifth(q.value.low, quantity.value.low);
    // the noun of the second may be left out
    let same =
        |q: &Quantity| (q.last + 1..q.last + 4).take_while(|&k| tokens.is_word(k)).any(|k| tokens.word(k) == verb);
    let beside = |q: &&Quantity| {
        q.first != quantity.first && is_count(q) && q.first.abs_diff(quantity.first) <= REACH && alike(q) && same(q)
    };
    deed && scene.quantities().iter().any(|q| beside(&q))
}

fn within_a_fifth(one: Decimal, other: Decimal) -> bool {
    let (less, more) = if one < other { (one, other) } else { (other, one) };
    less * Decimal::from(5) >= more * Decimal::from(4)
}

/// "Of the 3,000 cooks who were screened, 40 met the criteria", "Of the 900 cooks invited, 300 agreed": at `noun` the people.
pub fn sifted_by_criteria(tokens: &Tokens, noun: usize) -> bool {
    const NEAR: usize = 10;
    let asked = matches!(tokens.word(noun + 1), "approached" | "contacted" | "invited");
    let agreed = |k: usize| matches!(tokens.word(k), "agreed" | "accepted" | "enrolled" | "joined");
    if asked && (noun + 2..noun + 2 + NEAR).any(agreed) {
        return true;
    }
    let screened = tokens.word(noun + 1) == "screened" || tokens.ends_at(noun + 4, &["who", "were", "screened"]);
    let met = |k: usize| matches!(tokens.word(k), "criteria" | "eligible" | "qualified" | "qualify");
    screened && (noun + 2..noun + NEAR).any(met)
}

/// "full data on 180 cooks": at `start` the phrase of the number.
pub fn data_on(tokens: &Tokens, start: usize) -> bool {
    let full = |k: usize| matches!(tokens.word(k), "complete" | "full" | "usable");
    matches!(tokens.before(start), "on" | "for" | "from")
        && tokens.word(start.wrapping_sub(2)) == "data"
        && full(start.wrapping_sub(3))
}

/// "The 80 who came back for the test", "40 of the cooks showed up for their last visit": at `noun` the people.
pub fn came_back(tokens: &Tokens, noun: usize) -> bool {
    let verb = if tokens.word(noun + 1) == "who" { noun + 2 } else { noun + 1 };
    let again = tokens.at(verb, &["came", "back"]) || tokens.at(verb, &["showed", "up"]);
    again && matches!(tokens.word(verb + 2), "to" | "for") && !matches!(tokens.word(verb + 3), "work" | "emergency")
}

/// "80 cooks filled out the final form", "80 of them returned the last survey": at `noun` the people.
pub fn filled_in(tokens: &Tokens, noun: usize) -> bool {
    const NEAR: usize = 5;
    let of_them = usize::from(tokens.at(noun + 1, &["of", "them"])) * 2;
    let verb = noun + 1 + of_them;
    let end = match tokens.word(verb) {
        "filled" if matches!(tokens.word(verb + 1), "out" | "in") => verb + 2,
        "returned" | "answered" | "completed" => verb + 1,
        _ => return false,
    };
    let last = |k: usize| {
        matches!(tokens.word(k), "final" | "last" | "closing" | "second") || tokens.at(k, &["follow", "-", "up"])
    };
    let form = |k: usize| {
        matches!(tokens.word(k), "survey" | "questionnaire" | "form" | "forms" | "questionnaires" | "diary" | "surveys")
    };
    (end..end + NEAR).any(last) && (end + 1..end + 1 + NEAR).any(form)
}

/// "They compared 90 cooks with gout with 300 of their neighbours", "As controls, they chose 300 cooks".
pub fn set_against(scene: &Scene, quantity: &Quantity, noun: usize) -> bool {
    const REACH: usize = 16;
    let tokens = scene.tokens();
    if tokens.at(0, &["as", "controls"]) && quantity.first < REACH {
        return true;
    }
    let start = phrase_start(tokens, quantity.first);
    let against = |q: &Quantity| {
        let led = matches!(tokens.before(phrase_start(tokens, q.first)), "with" | "to" | "against");
        led && is_count(q) && q.first <= noun + REACH && !treats(tokens, q.last + 1)
    };
    matches!(tokens.before(start), "compared" | "compare" | "comparing")
        && !treats(tokens, noun + 1)
        && scene.quantities().iter().any(|q| q.first > noun && against(q))
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
            ("The team approached 640 cooks and 80 joined the study.", vec!["screened 640 cooks", "total 80"]),
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
    #[test]
    fn those_who_were_given_what_is_tested() {
        for (told, found) in [
            ("Of these, 210 were matched with a cook who had got over it.", "arm 210"),
            ("Some 300 were newly prescribed rum.", "arm 300"),
            ("Thirty-seven were promptly sent home with braces.", "arm Thirty-seven"),
            ("Forty of them met daily with a coach.", "arm Forty"),
            ("Forty of the cooks were fitted with a brace.", "arm Forty of the cooks"),
            ("Forty of them were left-handed.", "subgroup Forty"),
            ("They also looked just at the 47 cooks who snored.", "subgroup 47 cooks"),
            ("Among 490 cooks evaluable for gout, rum did well.", "total 490 cooks"),
            ("Of these, 648 had a scan and were included in the main analysis.", "total 648"),
            ("Just 288 cooks returned the last questionnaire.", "completed 288 cooks"),
            ("They assigned 206 cooks to rum and 204 to ale.", "arm 204"),
            ("In an analysis limited to 120 cooks with gout, rum did nothing.", "subgroup 120 cooks"),
            ("They mailed long surveys to 640 cooks.", "screened 640 cooks"),
            ("Letters about the study went out to 640 cooks.", "screened 640 cooks"),
            ("Some 60 drank rum every day, and 58 drank water.", "arm 58"),
            ("The 61 cooks on rum slept better than the 58 on ale.", "arm 58"),
            ("The 61 cooks on the oil slept well.", "arm 61 cooks"),
            ("The 61 cooks on the quay slept well.", "subgroup 61 cooks"),
            ("Another group of 58 cooks got rum.", "arm 58 cooks"),
            ("Two-thirds (600) got rum.", "arm 600"),
            ("Two-thirds (600) fell.", "event 600"),
            ("Some 130 cooks received the oil.", "arm 130 cooks"),
            ("Some 130 cooks received either oil or rum.", "total 130 cooks"),
            ("Just 288 cooks returned the first questionnaire.", "total 288 cooks"),
        ] {
            let counts = counts(&format!("The study followed 900 cooks with gout. {told}"));
            assert_eq!(counts.last().map(String::as_str), Some(found), "{told}");
        }
        assert_eq!(
            counts("Of 741 cooks with gout in the study, 648 had a scan and were included in the analysis."),
            ["screened 741 cooks", "total 648"]
        );
        assert_eq!(
            counts("The study randomly assigned 206 cooks to rum and 204 to ale."),
            ["arm 206 cooks", "arm 204"]
        );
        assert_eq!(
            counts("For the study, they invited 640 cooks at random; 190 took part."),
            ["screened 640 cooks", "total 190"]
        );
        assert_eq!(counts("Of 2,100 cooks screened for the study, 412 qualified.")[1], "total 412");
        assert_eq!(counts("In a registry of 640 cooks treated at 31 ports, the study saw gout."), ["total 640 cooks"]);
        assert_eq!(counts("A study of nearly 640 cooks screened at 31 ports told of gout."), ["total 640 cooks"]);
        assert_eq!(counts("Of 640 cooks screened, the study took 31.")[0], "screened 640 cooks");
    }
}
