//! A word for likely or effective in, the deed told behind the people compared with out: "likelier than cooks to fall".

use crate::extract::hits::caught;
use crate::text::{Class, Quantity};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};

/// Tokens from the word for likely to the deed at most.
const REACH: usize = 28;

/// Where "to" leads to the deed: "less likely than sailors assigned to row to fall".
pub fn behind_compared(words: &Words, likely: usize) -> Option<usize> {
    let tokens = words.tokens;
    let ends = |k: usize| {
        matches!(tokens.word(k), ";" | "." | "–" | "(" | ":" | "" | "compared" | "while" | "but")
            || tokens.word(k) == "," && k > likely + 1
    };
    let than = likely + 1;
    let compared = matches!(tokens.word(than), "than" | "as");
    let mut to = (than + 2..likely + REACH).take_while(|&k| compared && !ends(k)).filter(|&k| tokens.word(k) == "to");
    let first = to.next()?;
    // "exposed to the dust to fall": the last one leads to the deed
    let last = to.last().unwrap_or(first);
    plain_verb(words, last + 1).then_some(last)
}

/// A word that can be a verb: no article, no preposition, no noun for people or groups, none that an assigned group gets.
fn plain_verb(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    let other =
        [Class::Article, Class::Preposition, Class::People, Class::PeopleGroup, Class::StopPhrase, Class::Negation];
    let given = tokens.is(k.wrapping_sub(2), Class::AssignVerb) || tokens.is(k.wrapping_sub(2), Class::Handled);
    tokens.is_word(k) && !given && !other.iter().any(|class| tokens.is(k, *class)) && !tokens.word(k).ends_with("ing")
}

/// Where the description of those compared with ends, whose deed is told behind them: the token of "to" or "at".
pub fn ends_compared(words: &Words, run: Run) -> Option<usize> {
    /// Tokens from the word for likely to the people at most.
    const NEAR: usize = 4;
    let tokens = words.tokens;
    let likely = (run.first.saturating_sub(NEAR)..run.first).rev().find(|&k| {
        matches!(tokens.word(k), "likely" | "likelier" | "prone" | "apt" | "effective" | "good" | "better")
    })?;
    let at = (run.first + 1..run.last).find(|&k| tokens.word(k) == "at" && tokens.word(k + 1).ends_with("ing"));
    at.or_else(|| behind_compared(words, likely).filter(|&k| run.first < k && k <= run.last))
}

/// "was 9 per cent more effective than syrup at preventing gout": what it is better at.
pub fn effective_at(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let effective = (quantity.last + 1..quantity.last + 4)
        .find(|&k| matches!(tokens.word(k), "effective" | "better" | "successful"))?;
    let at = (effective + 1..effective + REACH).take_while(|&k| !matches!(tokens.word(k), ";" | "." | "," | "")).find(
        |&k| {
            matches!(tokens.word(k), "at" | "in") && tokens.word(k + 1).len() > 5 && tokens.word(k + 1).ends_with("ing")
        },
    )?;
    words.verb_phrase(at + 1)
}

/// "94 per cent effective at preventing gout", "93 per cent accurate": what the share grades.
pub fn graded(words: &Words, quantity: &Quantity) -> Option<Run> {
    let (tokens, at) = (words.tokens, quantity.last + 1);
    if matches!(tokens.word(at), "effective" | "successful" | "efficient" | "reliable" | "certain") {
        return words.verb_phrase(at);
    }
    let accurate = tokens.is(at, Class::NonHealth) && !tokens.is(at, Class::AssignVerb);
    (accurate && tokens.word(at).starts_with("accura")).then_some(Run { first: at, last: at })
}

/// "makes death from asthma nine per cent more likely": what is made likely.
pub fn made_likely(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let likely = (quantity.last + 1..quantity.last + 4)
        .any(|k| matches!(tokens.word(k), "likely" | "common" | "deadly"))
        || tokens.is(quantity.last + 1, Class::RelativeWord);
    let verb = (quantity.first.saturating_sub(10)..quantity.first)
        .rev()
        .find(|&k| likely && matches!(tokens.word(k), "make" | "makes" | "made" | "making"))?;
    let run = words.noun_phrase(verb + 1)?;
    (run.first < quantity.first).then(|| Run { first: run.first, last: run.last.min(quantity.first - 1) })
}

/// "was 9 per cent more accurate than": in what it is more.
pub fn more_so(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let be = before_hedges(tokens, quantity.first).checked_sub(1).filter(|&k| tokens.is(k, Class::Be))?;
    let much = matches!(
        tokens.word(next + 1),
        "likely" | "common" | "frequent" | "prevalent" | "often" | "frequently" | "widespread" | "than" | "prone"
    );
    let closes = matches!(tokens.word(next + 2), "than" | "," | "." | "and" | "but" | "when" | "in" | "at" | "");
    let more = matches!(tokens.word(next), "more" | "less") && tokens.is_word(next + 1) && !much && closes;
    (more && tokens.before(be) != "there").then_some(Run { first: next + 1, last: next + 1 })
}

/// "had hearts 9 years older than": what they have that is so.
pub fn held(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the verb to the figure at most.
    const NEAR: usize = 7;
    let tokens = words.tokens;
    let next = quantity.last + 1;
    let graded = tokens.is(next, Class::RelativeWord) || matches!(tokens.word(next), "older" | "younger");
    let end = before_hedges(tokens, quantity.first);
    let have = |k: usize| matches!(tokens.word(k), "had" | "have" | "has" | "having");
    let verb = (end.saturating_sub(NEAR)..end).rev().find(|&k| graded && have(k))?;
    let run = words.noun_phrase(verb + 1).filter(|run| verb < run.first && run.first < end && end <= run.last + 1)?;
    let run = Run { first: run.first, last: end - 1 };
    (!words.people(run)).then_some(run)
}

/// "led 9 per cent of sailors to quit", "helped 9 per cent of sailors to sleep": what they were brought to do.
pub fn brought_to(words: &Words, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    let tokens = words.tokens;
    let brings = |word: &str| {
        matches!(word, "led" | "caused" | "forced" | "prompted" | "allowed" | "enabled" | "helped" | "drove" | "pushed")
    };
    if !brings(tokens.before(before_hedges(tokens, quantity.first))) {
        return None;
    }
    let to = group.filter(|run| run.first > quantity.last).map(|run| run.last + 1)?;
    let verb = if tokens.word(to) == "to" { to + 1 } else { return None };
    let end =
        (verb..verb + 8).take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "and" | "because")).last()?;
    Some(Run { first: verb, last: end })
}

/// "The scan caught 9 per cent of the stones", "picked up 9 per cent": what a test did.
pub fn detected(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    // "up" is read as a hedge of the figure
    let up = tokens.word(at) == "up" && tokens.before(at) == "picked";
    let verb = at.checked_sub(1)?;
    let end = if up { at } else { verb };
    let test = |k: usize| {
        matches!(tokens.word(k), "test" | "scan" | "exam" | "software" | "tool" | "algorithm" | "screening" | "check")
    };
    let tested = || (0..verb).any(test) && !(0..verb).any(|k| tokens.is(k, Class::StudyWork));
    let catches = caught(tokens.word(verb))
        || up
        || matches!(tokens.word(verb), "found" | "identified") && tokens.word(quantity.last + 1) == "of" && tested();
    // "those who missed 9 per cent" and "were missed" are no tests
    let subject = verb > 0 && !tokens.is(verb - 1, Class::Be) && tokens.before(verb) != "who";
    let first = if tokens.before(verb) == "correctly" { verb - 1 } else { verb };
    (catches && subject).then_some(Run { first, last: end })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::shares;

    #[test]
    fn what_a_test_did_and_people_were_brought_to() {
        for (text, outcome) in [
            ("In the trial, the saliva scan caught 71 percent of the stones.", "caught"),
            ("In the trial, the old scan picked up 52 percent.", "picked up"),
            ("The new test, which bakers did at home, found 71 percent of the stones.", "found"),
            ("In the trial, side effects led 31 per cent of those on syrup to quit.", "quit"),
            ("In the trial, the specificity was 71.2 percent.", "specificity"),
            ("In the trial, 31 percent of bakers reported \"bad\" dreams at nine months.", "reported \"bad\" dreams"),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
    }

    #[test]
    fn people_who_missed_something_are_no_test() {
        for (text, outcome) in [
            ("The team found 71 percent of the bakers sang.", "sang"),
            ("In the trial, 31 per cent of bakers who had missed 12 per cent of their doses sang.", "sang"),
            ("In the trial, 31 per cent of those on syrup led a boat.", "led a boat"),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
    }

    #[test]
    fn the_sentence_before_says_what_it_was() {
        for (text, outcome) in [
            ("The trial tested bakers. Heavy bleeding was rare. It was seen in 7 percent of bakers.", "Heavy bleeding"),
            ("The trial tested bakers. A sore throat was common. It bothered 31 percent of bakers.", "sore throat"),
            (
                "The trial tested bakers. The syrup shrank warts, too. That happened in 31 percent of bakers.",
                "shrank warts",
            ),
        ] {
            assert_eq!(shares(text)[0].outcome.as_deref(), Some(outcome), "{text}");
        }
        let own = "The trial tested bakers. Heavy bleeding was rare. It found that 7 percent of bakers sang.";
        assert_eq!(shares(own)[0].outcome.as_deref(), Some("sang"));
    }
}
