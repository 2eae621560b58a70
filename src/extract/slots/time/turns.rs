//! A word in, the time told from there out that no unit of time measures: "after two rounds of scans", "that winter", "while
//! they waited for a bed".

use crate::text::{Class, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::calendar::{closes, spring_to_winter};
use super::heads::event_behind;
use super::phrases::{Kind, When};

/// "after two rounds of scans", "after nine sessions", "By third grade, …" behind the word at `k`.
pub fn after_rounds(tokens: &Tokens, k: usize) -> Option<When> {
    let run = match tokens.word(k) {
        "after" => rounds(tokens, k + 1),
        "over" | "through" if k == 0 => rounds(tokens, k + 1),
        "by" => at_school(tokens, k + 1),
        "before" => before_the_end(tokens, k).or_else(|| before_it_was_up(tokens, k)),
        "to" => to_begin_with(tokens, k),
        "in" if k == 0 => at_school(tokens, 1).filter(|run| tokens.word(run.last + 1) == ","),
        _ => None,
    };
    run.map(|run| When { run, lead: k, kind: Kind::Named })
}

/// "two rounds of scans", "nine weekly sessions" from `at`.
fn rounds(tokens: &Tokens, at: usize) -> Option<Run> {
    /// Tokens from the number to what was counted at most.
    const NAME: usize = 3;
    if !tokens.starts_number(at) && !matches!(tokens.word(at), "several" | "a" | "one") {
        return None;
    }
    let counted = |k: usize| {
        matches!(
            tokens.word(k).trim_end_matches('s'),
            "round" | "session" | "cycle" | "course" | "infusion" | "injection" | "screening" | "lesson" | "semester"
        )
    };
    let noun = (at + 1..=at + NAME).take_while(|&k| tokens.is_word(k)).find(|&k| counted(k))?;
    if tokens.word(noun + 1) == "of" && tokens.is_word(noun + 2) {
        let last = (noun + 2..noun + 4).find(|&k| closes(tokens, k + 1))?;
        return Some(Run { first: at, last });
    }
    closes(tokens, noun + 1).then_some(Run { first: at, last: noun })
}

/// "gave up before the end", "stopped before the end of the course" at `k`.
fn before_the_end(tokens: &Tokens, k: usize) -> Option<Run> {
    if !tokens.at(k + 1, &["the", "end"]) {
        return None;
    }
    let of = event_behind(tokens, k + 4).filter(|_| tokens.word(k + 3) == "of");
    of.or_else(|| closes(tokens, k + 3).then_some(k + 2)).map(|last| Run { first: k, last })
}

/// "before the nine weeks were up", "before the winter was out" at `k`.
fn before_it_was_up(tokens: &Tokens, k: usize) -> Option<Run> {
    /// Tokens from the article to the verb at most.
    const REACH: usize = 6;
    let be = (k + 2..k + 2 + REACH).find(|&j| tokens.is(j, Class::Be)).filter(|_| tokens.is(k + 1, Class::Article))?;
    let noun = be - 1;
    let lasts = tokens.is(noun, Class::TimeUnit)
        || tokens.is(noun, Class::LastingNoun)
        || tokens.is(noun, Class::Spell)
        || spring_to_winter(tokens.word(noun));
    let up = matches!(tokens.word(be + 1), "up" | "out" | "over" | "through" | "done" | "finished" | "complete");
    (lasts && up && closes(tokens, be + 2)).then_some(Run { first: k, last: be + 1 })
}

/// "had little strength to begin with", "To start with, …" at `k`.
fn to_begin_with(tokens: &Tokens, k: usize) -> Option<Run> {
    let told = matches!(tokens.word(k + 1), "begin" | "start") && tokens.word(k + 2) == "with";
    // "three kinds of boat: slow to start with, which …" tells of a kind
    let kind = tokens.at(k + 3, &[",", "which"]);
    (told && !tokens.is_word(k + 3) && !kind).then_some(Run { first: k, last: k + 2 })
}

/// "kindergarten", "third grade", "high school" from `at`.
fn at_school(tokens: &Tokens, at: usize) -> Option<Run> {
    let last = match tokens.word(at) {
        "kindergarten" | "preschool" | "graduation" => at,
        "middle" | "high" | "elementary" | "grade" if tokens.word(at + 1) == "school" => at + 1,
        "first" => at + 1,
        _ if tokens.is(at, Class::Ordinal) => at + 1,
        _ => return None,
    };
    let named = last == at || matches!(tokens.word(last), "grade" | "school");
    (named && closes(tokens, last + 1)).then_some(Run { first: at, last })
}

/// "had had a jab that winter", "That same year, …": at `k` what may be the winter.
pub fn that_winter(tokens: &Tokens, k: usize) -> Option<When> {
    let same = tokens.before(k) == "same";
    let that = if same { k.checked_sub(2)? } else { k.checked_sub(1)? };
    if tokens.word(that) != "that" {
        return None;
    }
    let spell = spring_to_winter(tokens.word(k))
        || matches!(tokens.word(k), "fall" | "season" | "year" | "month" | "week" | "night" | "day");
    // "in that year" is led by another
    let led = that > 0 && tokens.is(that - 1, Class::Preposition);
    let told = spell && !led && closes(tokens, k + 1);
    told.then_some(When { run: Run { first: that, last: k }, lead: that, kind: Kind::Named })
}

/// "are currently taking it", "12 per cent currently take it", where "those currently taking it" tells who they are.
pub fn currently(words: &Words, k: usize) -> Option<When> {
    let tokens = words.tokens;
    let figure = || words.quantities.iter().any(|q| q.last + 1 == k && q.unit == Unit::Percent);
    // "There are currently no syrups" tells nothing of the figure
    let there = k > 1 && tokens.word(k - 2) == "there";
    let told = tokens.word(k) == "currently" && k > 0 && !there && (tokens.is(k - 1, Class::Be) || figure());
    told.then_some(When { run: Run { first: k, last: k }, lead: k, kind: Kind::Named })
}

/// "while they waited for a bed", "while waiting for surgery": at `k` what may be the word "while".
pub fn while_waiting(tokens: &Tokens, k: usize) -> Option<When> {
    /// Tokens from "while" to the verb, and behind it, at most.
    const REACH: usize = 4;
    if tokens.word(k) != "while" {
        return None;
    }
    let waits = |j: usize| {
        matches!(tokens.word(j), "waited" | "waiting" | "awaited" | "awaiting" | "hospitalized" | "hospitalised")
            || tokens.word(j) == "pregnant" && closes(tokens, j + 1)
            || matches!(tokens.word(j), "hospital" | "custody" | "prison" | "labor" | "labour")
                && (k + 1..j).any(|k| matches!(tokens.word(k), "in" | "at"))
                && closes(tokens, j + 1)
    };
    let verb = (k + 1..k + REACH).take_while(|&j| tokens.is_word(j)).find(|&j| waits(j))?;
    let last = (verb..=verb + REACH).take_while(|&j| tokens.is_word(j)).last()?;
    let plain = (verb + 1..=last).all(|j| !tokens.is_number(j));
    plain.then_some(When { run: Run { first: k, last }, lead: k, kind: Kind::Elapsed })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::model::ClaimKind;

    fn time_of(text: &str) -> Option<String> {
        let claims = testing::claims(text);
        let mut results = claims.into_iter().filter(|claim| claim.kind != ClaimKind::Duration);
        results.next_back().expect(text).timepoint
    }

    #[test]
    fn times_that_no_unit_measures() {
        for (text, time) in [
            ("After three rounds of swabs, 17 percent of the weavers had the germ.", "three rounds of swabs"),
            ("Of the weavers, 17 percent still limped after nine weekly sessions.", "nine weekly sessions"),
            ("Over six cycles, 17 percent of the weavers lost their hair.", "six cycles"),
            ("By second grade, 17 percent of the children wore glasses.", "second grade"),
            ("In kindergarten, 17 percent of the children wore glasses.", "kindergarten"),
            ("Among the weavers, 17 percent had caught a cold that winter.", "that winter"),
            ("That same summer, 17 percent of the weavers were stung.", "That same summer"),
            ("Of the weavers, 17 percent got worse while they waited for a bed.", "while they waited for a bed"),
            ("While awaiting a kidney, 17 percent of the weavers died.", "While awaiting a kidney"),
            ("In the study, 17 percent of the weavers quit before the end.", "before the end"),
            ("Over the school year, 17 percent of the children had lice.", "school year"),
            ("By season's end, 17 percent of the rowers had sore knees.", "season's end"),
            ("In the trial's third year, 17 percent of the weavers quit.", "third year"),
            ("With five years of follow-up, 17 percent of the weavers had gout.", "five years of follow-up"),
            ("On the two-year anniversary, 17 percent of the weavers were dry.", "two-year anniversary"),
            ("Once the trial was over, 17 percent of the weavers smoked again.", "Once the trial was over"),
            ("In the week leading up to the survey, 17 percent of the weavers sang.", "week leading up to the survey"),
            ("During a longer follow-up, a mean of seven years, 17 percent of the weavers fell.", "seven years"),
            ("Over the study's four years, 17 percent of the weavers fell.", "four years"),
            ("Of the weavers, 61 percent had gout before the trial. By the end of it, 44 percent did.", "end of it"),
            ("Babies born during the wet months were 17 percent more likely to limp by age 4.", "by age 4"),
            ("Teens who rowed at 15 were three times as likely to have sore knees at 19.", "19"),
            ("The following autumn, 17 percent of the weavers had moved.", "following autumn"),
        ] {
            assert_eq!(time_of(text).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_of_the_figure() {
        for text in [
            "In the study, 17 percent of the weavers came after two other boats.",
            "In the study, 17 percent of the weavers were taught by high priests.",
            "In the study, 17 percent of the weavers said that winter coats were dear.",
            "In the study, 17 percent of the weavers sang while they worked at looms.",
            "In the study, a pill taken at bedtime helped 17 percent of the weavers.",
            "In the study, 17 percent of the weavers had a rash that lasted for a month.",
            "In the study, 17 percent of the weavers had both scans within two days of each other.",
            "In the study, 17 percent of the weavers got the new pill, which needs a blood test at each visit.",
            "In the study, the weavers slept 17 minutes longer than they did at the outset.",
        ] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }
}
