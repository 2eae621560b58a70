//! A number in its sentence in, whether it is told of what nobody has seen out: a hope, a fear, a condition, a plan.

use std::ops::Range;

use crate::extract::beside::phrase_start as led_from;
use crate::extract::nouns::abbreviates;
use crate::text::{Class, Classes, Quantity, Tokens, Unit};

/// Tokens between a number and the verb of hoping or planning at most.
const REACH: usize = 16;

/// "I expected a third to fall", "they had hoped for a drop of 40 per cent", "if one in ten bottles were smaller, …".
pub fn supposed(tokens: &Tokens, quantity: &Quantity) -> bool {
    foreseen(tokens, quantity)
        || in_condition(tokens, quantity)
        || to_come(tokens, quantity)
        || would_follow(tokens, quantity)
        || liked_to_see(tokens, quantity)
}

/// "If all cooks slept, falls would drop by 12 per cent", "Had they slept, it would have been 12 per cent": what would follow,
/// where no study reckons it.
fn would_follow(tokens: &Tokens, quantity: &Quantity) -> bool {
    let first = usize::from(tokens.is_sign(0));
    let would = |k: usize| tokens.word(k) == "would" && !(k..quantity.first).any(|j| ends(tokens, j));
    let told = match tokens.word(first) {
        // "If the findings hold up, oats could help half of them"
        "if" if matches!(tokens.word(first + 2), "results" | "findings" | "finding" | "result") => {
            return before(quantity).any(|k| matches!(tokens.word(k), "could" | "would" | "might"));
        }
        "if" => !(tokens.any(Class::StudyWork) || tokens.any(Class::Finder)),
        "had" => true,
        _ => false,
    };
    told && tokens.any(Class::Modal) && before(quantity).any(would)
}

/// "We'd like to see at least 12 per cent": what somebody wishes for.
fn liked_to_see(tokens: &Tokens, quantity: &Quantity) -> bool {
    const HEDGE: usize = 4;
    (quantity.first.saturating_sub(HEDGE)..=quantity.first)
        .any(|k| tokens.before(k) == "see" && k > 2 && to_see(tokens, k - 3))
}

/// "like to see", "liked to see" begins at `k`.
fn to_see(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "like" | "liked") && tokens.word(k + 1) == "to"
}

/// "they may have to take it for the next ten years", but not "over the next ten years 12 died".
fn to_come(tokens: &Tokens, quantity: &Quantity) -> bool {
    let next = tokens.ends_at(quantity.first, &["the", "next"]);
    let would = |k: usize| {
        tokens.is(k, Class::Modal) || matches!(tokens.word(k), "may" | "might") || tokens.at(k, &["going", "to"])
    };
    matches!(quantity.unit, Unit::Time(_))
        && next
        && !tokens.any(Class::Finder)
        && before(quantity).any(|k| would(k) && !(k..quantity.first).any(|j| ends(tokens, j)))
}

/// The tokens before the number that may be of its clause.
fn before(quantity: &Quantity) -> Range<usize> {
    quantity.first.saturating_sub(REACH)..quantity.first
}

/// A clause ends at `k`.
fn ends(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), ";" | ":" | "–" | "." | "but" | "while" | "because" | "whereas") && !abbreviates(tokens, k)
}

/// "we would expect 12 per cent", but not "than expected" or "as expected, 12 per cent".
fn foreseen(tokens: &Tokens, quantity: &Quantity) -> bool {
    if !tokens.any(Class::Foresees) {
        return false;
    }
    let verb = before(quantity).rev().find(|&k| tokens.is(k, Class::Foresees));
    let verb = verb.filter(|&k| !(k..quantity.first).any(|j| ends(tokens, j)));
    verb.is_some_and(|k| {
        let said_of =
            matches!(tokens.before(k), "than" | "as" | "not" | "be" | "been" | "is" | "are" | "was" | "were" | "the");
        // "the fear of a fall" is no verb
        let past = tokens.word(k).ends_with("ed");
        let who = past
            || matches!(tokens.before(k), "i" | "we" | "they" | "you" | "to" | "would" | "do" | "did" | "doctors")
            || tokens.before(k).ends_with("'d")
            || tokens.is(k.wrapping_sub(1), Class::StudyWork);
        // "had expected, on the strength of two trials, a drop of …"
        let led = tokens.is(k + 2, Class::Preposition);
        let guessed = tokens.word(k + 1).ends_with("ly") || matches!(tokens.word(k + 1), "right" | "wrong");
        let aside = guessed || matches!(tokens.word(k + 1), "of" | ")" | "and") || tokens.word(k + 1) == "," && !led;
        // "the men who feared a fall", "those who expected to sleep"
        let described = matches!(tokens.before(k), "who" | "which");
        // "feared a fall, and 12 per cent fell" begins anew
        let verb = |j: usize| tokens.is(j, Class::PastVerb) || tokens.is(j, Class::Be);
        let apart = |j: usize| {
            let joint = matches!(tokens.word(j), "and" | ",");
            joint && (j + 1 == quantity.first || (j + 1..quantity.first).any(verb))
        };
        let anew = (k + 1..quantity.first).any(apart);
        !said_of && who && !aside && !described && !anew
    })
}

/// "If half the bottles were smaller, we would …": the number stands in the condition.
fn in_condition(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 20;
    if !tokens.any(Class::InGeneral) {
        return false;
    }
    let opens = |k: usize| {
        let word = tokens.is(k, Class::InGeneral) && tokens.word(k) == "if";
        word && (k == 0 || tokens.is_sign(k - 1) || tokens.word(k - 1) == "even")
    };
    let within = |k: usize| !(k..quantity.first).any(|j| matches!(tokens.word(j), "," | ";"));
    let condition = (quantity.first.saturating_sub(NEAR)..quantity.first).any(|k| opens(k) && within(k));
    let unreal = |k: usize| tokens.word(k) == "were" || tokens.word(k) == "would" || tokens.word(k).ends_with("'d");
    let would = |k: usize| tokens.word(k) == "would" || tokens.word(k).ends_with("'d") || tokens.word(k) == "could";
    let behind = quantity.last + 1..tokens.len().min(quantity.last + 2 * REACH);
    // "If we can get even 12 per cent of them to sleep"
    let may = |k: usize| tokens.word(k) == "if" && matches!(tokens.word(k + 2), "can" | "could") && within(k);
    if (quantity.first.saturating_sub(NEAR / 2)..quantity.first).any(|k| opens(k) && may(k)) {
        return true;
    }
    condition && behind.clone().take(REACH).any(unreal) && behind.into_iter().any(would)
}

/// "The team plans a year-long trial", "they will follow 900 nurses", "a trial of 900 nurses is under way".
pub fn planned(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// Of every word that a plan is told with.
    const AHEAD: Classes = Classes::of(&[Class::Aims, Class::Modal, Class::Be]);
    let apart = |k: usize| ends(tokens, k) || matches!(tokens.word(k), "that" | "who" | "which" | "and");
    let to_come = |k: usize| {
        tokens.classes(k).meets(AHEAD) && (aims(tokens, k) || will_study(tokens, k) || recruits_now(tokens, k))
    };
    let may_come = tokens.any(Class::Aims) || tokens.any(Class::Modal) || tokens.any(Class::Be);
    may_come && before(quantity).any(|k| to_come(k) && !(k..quantity.first).any(apart))
        || tokens.any(Class::Be) && under_way_behind(tokens, quantity.last + 1)
        || tokens.any(Class::Modal) && will_begin(tokens, quantity)
        || intended(tokens, quantity)
        || will_be_given(tokens, quantity)
}

/// "half of them will get syrup": what some of those will be given who are yet to be studied.
fn will_be_given(tokens: &Tokens, quantity: &Quantity) -> bool {
    const SUBJECT: usize = 5;
    let counted = matches!(quantity.unit, Unit::Percent | Unit::None);
    let after = quantity.last + 1;
    let will = |k: usize| {
        let verb = if tokens.word(k + 1) == "be" { k + 2 } else { k + 1 };
        tokens.word(k) == "will"
            && matches!(tokens.word(verb), "get" | "receive" | "given" | "assigned" | "randomized" | "randomised")
    };
    counted && tokens.any(Class::Modal) && (after..after + SUBJECT).any(will)
}

/// "of a planned 900", "had planned for 900 nurses", "fell short of its goal of 900": how many there should have been.
pub fn intended(tokens: &Tokens, quantity: &Quantity) -> bool {
    /// Tokens of "to sign up at least" at most.
    const NEAR: usize = 6;
    if quantity.unit != Unit::None {
        return false;
    }
    let led = led_from(tokens, quantity.first);
    let article = tokens.is(led.wrapping_sub(2), Class::Article) || tokens.word(led.wrapping_sub(2)) == "originally";
    if matches!(tokens.before(led), "planned" | "intended" | "targeted" | "expected" | "hoped-for") && article {
        return true;
    }
    // "a goal of 900", but not "reached their goal of 900"
    if tokens.before(led) == "of" && matches!(tokens.word(led.wrapping_sub(2)), "goal" | "target" | "aim") {
        let reached = |k: usize| matches!(tokens.word(k), "reached" | "met" | "exceeded" | "reaching" | "meeting");
        return !(led.saturating_sub(NEAR)..led).any(reached);
    }
    // "had planned for 900", "had hoped to enroll 900"
    let had =
        |k: usize| tokens.before(k) == "had" || tokens.before(k) == "originally" || tokens.before(k) == "initially";
    let verb = |k: usize| matches!(tokens.word(k), "planned" | "hoped" | "aimed" | "intended" | "wanted") && had(k);
    let clear = |k: usize| !(k..led).any(|j| tokens.is_sign(j) || matches!(tokens.word(j), "but" | "and"));
    (led.saturating_sub(NEAR)..led).any(|k| verb(k) && clear(k))
}

/// "of 900 nurses is due to report": at `from` the token behind the number.
fn under_way_behind(tokens: &Tokens, from: usize) -> bool {
    let apart = |k: usize| matches!(tokens.word(k), ";" | ":" | "." | "but" | "who" | "–" | "and" | "that");
    (from..tokens.len().min(from - 1 + REACH)).any(|k| under_way(tokens, k) && !(from..k).any(apart))
}

/// "A trial of 900 nurses will begin next year".
fn will_begin(tokens: &Tokens, quantity: &Quantity) -> bool {
    const NEAR: usize = 6;
    let study = |k: usize| {
        tokens.is(k, Class::ResearchNoun) && !matches!(tokens.before(k), "the" | "this") && tokens.word(k) != "analysis"
    };
    let led = (quantity.first.saturating_sub(NEAR)..quantity.first).any(study);
    let begins = |k: usize| {
        let at = if tokens.word(k + 1) == "be" || tokens.word(k + 1) == "now" { k + 2 } else { k + 1 };
        matches!(tokens.word(k), "will" | "could" | "may" | "might" | "should")
            && (begins_or_ends(tokens, at)
                || matches!(tokens.word(at), "launched" | "carried" | "conducted" | "started" | "held" | "set"))
    };
    led && (quantity.last + 1..tokens.len().min(quantity.last + REACH))
        .take_while(|&k| !ends(tokens, k) && !matches!(tokens.word(k), "who" | "that"))
        .any(begins)
}

/// "plans to", "now intends a", "hopes to": somebody's verb, not "the plan", "a diet plan", "those who hope to".
fn aims(tokens: &Tokens, k: usize) -> bool {
    if !tokens.is(k, Class::Aims) || k == 0 {
        return false;
    }
    // "the kind you would really want to find" is no plan
    let before = if tokens.before(k).ends_with("ly") && k > 1 { k - 2 } else { k - 1 };
    let goal = matches!(tokens.word(k + 1), "to" | "a" | "an" | "another") && !tokens.at(k + 1, &["to", "be"]);
    let noun =
        tokens.is(before, Class::Article) || tokens.is(before, Class::Preposition) && tokens.word(before) != "to";
    let described = matches!(tokens.word(before), "who" | "that" | "which" | "you" | "to" | "or" | "would");
    goal && !noun && !described
}

/// "are now recruiting", "is enrolling".
fn recruits_now(tokens: &Tokens, k: usize) -> bool {
    if !tokens.is(k, Class::Be) || !matches!(tokens.word(k), "is" | "are") {
        return false;
    }
    let at = if matches!(tokens.word(k + 1), "now" | "currently" | "also" | "already") { k + 2 } else { k + 1 };
    // "is running a second trial"
    let another = matches!(tokens.word(at), "running" | "conducting" | "starting" | "launching" | "organising")
        && matches!(tokens.word(at + 1), "a" | "an" | "another")
        && (at + 2..at + 5).any(|k| tokens.is(k, Class::ResearchNoun));
    // "is being tested in 900 nurses"
    let at_work = tokens.word(at) == "being"
        && matches!(tokens.word(at + 1), "tested" | "studied" | "tried" | "evaluated" | "tracked" | "recruited")
        && matches!(tokens.word(at + 2), "in" | "on" | "with" | "for" | "");
    // "is now following 900 nurses"
    let from_now = tokens.word(k + 1) == "now"
        && matches!(tokens.word(at), "testing" | "following" | "studying" | "tracking" | "running" | "conducting");
    another || at_work || from_now || matches!(tokens.word(at), "recruiting" | "enrolling" | "enlisting")
}

/// "will now recruit", "will be followed".
fn will_study(tokens: &Tokens, k: usize) -> bool {
    const ADVERBS: usize = 3;
    if !tokens.is(k, Class::Modal) || tokens.word(k) != "will" {
        return false;
    }
    let fills = |j: usize| matches!(tokens.word(j), "now" | "also" | "next" | "be" | "soon" | "eventually" | "then");
    let verb = (k + 1..k + 1 + ADVERBS).find(|&j| !fills(j)).unwrap_or(k + 1);
    matches!(
        tokens.word(verb),
        "enrol"
            | "enroll"
            | "recruit"
            | "include"
            | "involve"
            | "follow"
            | "track"
            | "test"
            | "study"
            | "compare"
            | "examine"
            | "randomise"
            | "randomize"
            | "enrolled"
            | "recruited"
            | "followed"
            | "tracked"
            | "tested"
            | "randomised"
            | "randomized"
            | "monitor"
            | "monitored"
    ) || matches!(tokens.word(verb), "run" | "last" | "continue") && tokens.is(k.wrapping_sub(1), Class::StudyWork)
}

/// "is due to report", "is under way", "is now recruiting", "is being planned".
fn under_way(tokens: &Tokens, k: usize) -> bool {
    const ADVERBS: usize = 3;
    if !tokens.is(k, Class::Be) || !matches!(tokens.word(k), "is" | "are") {
        return false;
    }
    let fills = |j: usize| matches!(tokens.word(j), "now" | "already" | "currently" | "also" | "being" | "still");
    let state = (k + 1..k + 1 + ADVERBS).find(|&j| !fills(j)).unwrap_or(k + 1);
    matches!(tokens.word(state), "underway" | "planned" | "recruiting" | "enrolling" | "scheduled" | "ongoing")
        || tokens.at(state, &["under", "way"])
        || matches!(tokens.word(state), "due" | "set" | "slated")
            && tokens.word(state + 1) == "to"
            && begins_or_ends(tokens, state + 2)
        // "results are due in 2019", "are expected next year"
        // "a trial of 40 cooks is to start in May"
        || tokens.word(state) == "to" && begins_or_ends(tokens, state + 1)
        || matches!(tokens.word(state), "due" | "expected") && matches!(tokens.word(state + 1), "in" | "next" | "later" | "by" | "at" | "early")
}

/// "is due to wrap up", not "are due to rum".
fn begins_or_ends(tokens: &Tokens, k: usize) -> bool {
    matches!(
        tokens.word(k),
        "begin"
            | "start"
            | "launch"
            | "run"
            | "finish"
            | "end"
            | "close"
            | "conclude"
            | "complete"
            | "report"
            | "publish"
            | "wrap"
            | "read"
            | "enrol"
            | "enroll"
            | "recruit"
            | "last"
    )
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    fn scope_of(text: &str) -> Scope {
        testing::claims(text).last().expect(text).scope
    }

    #[test]
    fn what_nobody_has_seen_is_no_result() {
        for text in [
            "\"I expected that a third of them would fall,\" said a cook who ran the study.",
            "The authors had hoped, on the strength of work from Hull, for a drop of 40 per cent.",
            "The researchers feared that 40 per cent of the nurses would leave.",
            "\"If one in ten bottles handed out by the nurses were smaller, we'd save a lot,\" she said.",
            "The team now plans a year-long trial in schools.",
            "The researchers intend to follow their volunteers for at least five years.",
            "The researchers will now recruit 900 nurses.",
            "A study of 900 nurses is due to finish in May.",
            "A trial with 900 nurses is now recruiting.",
            "A trial of 900 nurses will begin next year.",
            "Results of a trial in 900 nurses are due in 2019.",
            "The researchers are now recruiting 900 nurses.",
            "\"We'd like to see at least 40 per cent,\" said a cook who ran the study.",
            "A trial, of about 900 nurses, is slated to enroll its first in May.",
            "A lower dose of the syrup is now being tested in 900 nurses.",
            "The team is recruiting 900 nurses for a trial, in which half will get syrup.",
            "By June the researchers had enrolled 300 of a planned 900 nurses.",
            "Three hundred of the planned 900 nurses took part in the study.",
            "The team, which had hoped to sign up at least 900 nurses, fell short.",
            "The trial stopped short of its goal of 900 nurses.",
            "The trial will run for 31 months.",
            "The team is now following 900 nurses in a trial.",
        ] {
            assert_ne!(scope_of(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn what_was_seen_against_hopes_is() {
        for text in [
            "The researchers found more deaths than expected: 12 per cent.",
            "As expected, 12 per cent of the nurses fell, the study found.",
            "Of those who hoped to sleep, 12 per cent did, the study found.",
            "The nurses feared a fall and 12 per cent of them fell, the researchers said.",
            "The researchers tested the plan in 900 nurses.",
            "The trial of 900 nurses began in May and will end the debate.",
            "The researchers recruited 900 nurses.",
            "The trial ran for 31 months.",
            "The cooks guessed rightly 31 per cent of the time, the study found.",
            "If nurses slept, the risk fell by 12 per cent, the study found.",
            "The researchers planned the trial and 900 nurses took part.",
            "The syrup was being tested when 12 per cent of the nurses fell, the study found.",
            "The researchers liked what they saw: 12 per cent of the nurses fell.",
            "The trial met its goal of 900 nurses.",
            "The study was planned in May and had 900 nurses.",
            "A diet plan cut the weight of sailors by 12 per cent, the study found.",
        ] {
            assert_eq!(scope_of(text), Scope::ThisStudy, "{text}");
        }
    }

    #[test]
    fn what_is_to_come() {
        let of_study = [
            "Over the next five years, the sailors slept.",
            "The trial, which could end early, was of 200 sailors.",
            "The nurses ran a second trial in 600 sailors.",
        ];
        let of_others = [
            "The firm is running a second trial in 600 sailors.",
            "A trial of 200 sailors could begin next year.",
            "Results of a trial in 900 sailors are expected next year.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }

    #[test]
    fn what_would_follow_was_not_found() {
        for text in [
            "If all cooks slept well, burns would drop by 12 percent, an outsider figured.",
            "\"If every sailor gave up rum, falls would be down by a third,\" he said.",
            "Had the cooks kept to the diet, he said, the drop would have been closer to 30 percent.",
            "A trial of 60 nurses is to start in May.",
        ] {
            assert_ne!(scope_of(text), Scope::ThisStudy, "{text}");
        }
        for text in [
            "If all cooks slept well, burns would drop by 12 percent, the researchers calculated.",
            "Cheered by the drop of 12 percent, the researchers hope to find out why.",
            "For burns of the hand, the kind you would really want to prevent, the drop was 12 percent.",
        ] {
            assert_eq!(scope_of(text), Scope::ThisStudy, "{text}");
        }
    }
}
