//! A sentence in, the times told by what was done then out: "at last use", "by the time the study closed", "a year".

use crate::model::ClaimKind;
use crate::text::{Class, Tokens};

use super::super::grammar::phrases::Run;
use super::calendar::{closes, spring_to_winter};
use super::phrases::{Kind, When, follow_up};
use crate::extract::Draft;

/// "at last check", "on the return visit", "by their second birthday", "during the same visit" behind the word at `k`.
pub fn visit(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "at" | "on" | "during" | "by" | "before" | "after" | "over" | "in") {
        return None;
    }
    let first = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let which = tokens.is(first, Class::Ordinal)
        || matches!(
            tokens.word(first),
            "last" | "final" | "next" | "return" | "initial" | "same" | "previous" | "latest"
        )
        || matches!(tokens.word(first), "baseline" | "first" | "second" | "third" | "closing" | "opening");
    // "at both visits", "at every check", "at both ages"
    let each = matches!(tokens.word(k + 1), "both" | "each" | "every" | "all");
    if each
        && (tokens.is(first, Class::Occasion) || matches!(tokens.word(first), "ages" | "visits" | "checks" | "scans"))
    {
        return Some(Run { first: k + 1, last: first });
    }
    // "at each of their four checks"
    if each && tokens.word(k + 2) == "of" {
        let visits = |j: &usize| matches!(tokens.word(*j), "visits" | "checks" | "scans" | "interviews" | "surveys");
        return (k + 4..k + 7).find(visits).map(|last| Run { first: k + 1, last });
    }
    // "by their 40th birthday"
    let which =
        which || tokens.word(first).ends_with("th") && tokens.word(first).starts_with(|c: char| c.is_ascii_digit());
    let last = follow_up(tokens, first + 1).unwrap_or(first + 1);
    // "over the same year"
    let same = tokens.word(first) == "same" && tokens.is(first + 1, Class::TimeUnit);
    (which && (last > first + 1 || same || tokens.is(first + 1, Class::Occasion))).then_some(Run { first, last })
}

/// "by the time the study closed", "when the trial ended": at `k` what may be the word "time" or "when".
pub fn study_ended(tokens: &Tokens, k: usize) -> Option<When> {
    /// Tokens from the word of time to the verb at most.
    const REACH: usize = 5;
    let lead = match tokens.word(k) {
        "time" if tokens.ends_at(k, &["by", "the"]) => k - 2,
        "when" => k,
        _ => return None,
    };
    let study = |j: usize| tokens.is(j, Class::StudyWork) || tokens.is(j, Class::LastingNoun) || tokens.word(j) == "it";
    let ended = |j: usize| {
        matches!(tokens.word(j), "ended" | "closed" | "finished" | "stopped" | "concluded" | "began" | "started")
            || tokens.at(j, &["wrapped", "up"])
            || tokens.at(j, &["was", "over"])
    };
    let verb = (k + 2..k + REACH).find(|&j| ended(j))?;
    let last = if matches!(tokens.word(verb + 1), "up" | "over") { verb + 1 } else { verb };
    let closes = !tokens.is_word(last + 1) || tokens.is_number(last + 1);
    let told = (k + 1..verb).any(study) && (closes || lead < k);
    told.then_some(When { run: Run { first: k, last }, lead, kind: Kind::Named })
}

/// "died during their stay", "slept during the day", "fell over the first lockdown" behind the word at `k`.
pub fn spell_of_life(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "during" | "throughout") {
        return None;
    }
    let first = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let last = (first..first + 2).find(|&j| tokens.is(j, Class::Spell))?;
    let closes = !tokens.is_word(last + 1)
        || tokens.is(last + 1, Class::Preposition)
        || tokens.is(last + 1, Class::Be)
        || matches!(tokens.word(last + 1), "and" | "but" | "than" | "compared" | "while" | "had" | "because");
    closes.then_some(Run { first: k, last })
}

/// "by last spring", "since last May" behind the word at `k`.
pub fn last_season(tokens: &Tokens, k: usize) -> Option<Run> {
    let led = matches!(tokens.word(k), "by" | "in" | "since" | "until" | "during");
    let season = tokens.is(k + 2, Class::Month) && tokens.word(k + 2) != "month"
        || spring_to_winter(tokens.word(k + 2))
        || tokens.word(k + 2) == "fall";
    (led && matches!(tokens.word(k + 1), "last" | "early" | "late") && season)
        .then_some(Run { first: k + 1, last: k + 2 })
}

/// "rose 3.4 percent a year", "by 2% annually", "900 deaths per year": over what time the figure itself counts.
pub fn rate(tokens: &Tokens, draft: &Draft) -> Option<Run> {
    let k = draft.last + 1;
    if matches!(tokens.word(k), "annually" | "yearly" | "monthly") {
        return Some(Run { first: k, last: k });
    }
    if let Some(run) = every_year(tokens, draft) {
        return Some(run);
    }
    let unit = matches!(tokens.word(k + 1), "year" | "month" | "decade" | "week");
    let lead = matches!(tokens.word(k), "a" | "per" | "each" | "every" | "an");
    // "12 per cent a year later"
    let point =
        matches!(tokens.word(k + 2), "later" | "after" | "ago" | "earlier" | "on" | "before" | "into" | "-" | "old");
    (lead && unit && !point).then_some(Run { first: k, last: k + 1 })
}

/// "12 per cent of them fall ill every year", "Each year 12 per cent of sailors …", "saving 900 lives annually": the time that
/// the figure counts over, elsewhere in its clause.
fn every_year(tokens: &Tokens, draft: &Draft) -> Option<Run> {
    /// Tokens from the figure to its time at most.
    const REACH: usize = 9;
    let each = |k: usize| {
        matches!(tokens.word(k), "each" | "every")
            && matches!(tokens.word(k + 1), "year" | "month" | "winter" | "summer")
    };
    if draft.kind == ClaimKind::SampleSize {
        return None;
    }
    if each(0) && draft.first <= REACH {
        return Some(Run { first: 0, last: 1 });
    }
    let clause = (draft.last + 1..draft.last + 1 + REACH).take_while(|&k| tokens.is_word(k) || tokens.word(k) == "-");
    let at = clause.into_iter().find(|&k| each(k) || matches!(tokens.word(k), "annually" | "yearly"))?;
    let last = if each(at) { at + 1 } else { at };
    closes(tokens, last + 1).then_some(Run { first: at, last })
}

/// "83 per cent in the first week and 61 per cent in the fourth": the place in a row of times, where the noun is not told
/// again.
pub fn place_alone(tokens: &Tokens, last: usize) -> Option<Run> {
    let led = matches!(tokens.word(last + 1), "in" | "at" | "on" | "by") && tokens.word(last + 2) == "the";
    let at = last + 3;
    let closes = !tokens.is_word(at + 1) || matches!(tokens.word(at + 1), "and" | "but");
    let told = || {
        (1..last)
            .any(|k| tokens.is(k, Class::TimeUnit) && (tokens.is(k - 1, Class::Ordinal) || tokens.before(k) == "first"))
    };
    (led && tokens.is(at, Class::Ordinal) && closes && told()).then_some(Run { first: at, last: at })
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;

    fn time_of(text: &str) -> Option<String> {
        let claims = testing::claims(text);
        claims.last().expect(text).timepoint.clone()
    }

    #[test]
    fn times_told_by_what_was_done_then() {
        for (text, time) in [
            ("Of the sailors, 12 per cent had used oil at last use.", "last use"),
            ("At last check, half of the sailors were still free of gout.", "last check"),
            ("By their second birthday, 12 per cent of the babies had a rash.", "second birthday"),
            ("By the time the study closed, 12 per cent of the sailors had gout.", "time the study closed"),
            ("Of the sailors, 12 per cent had gout by the time it wrapped up.", "time it wrapped up"),
            ("He said 12 per cent of the men were still awake when the trial ended.", "when the trial ended"),
            ("Of the sailors, 12 per cent died during their stay.", "during their stay"),
            ("Gout had fallen by 12 per cent by last spring, they found.", "last spring"),
            ("Two years out, 12 per cent of the sailors had gout.", "Two years"),
            ("Gout rose 3.4 percent a year in nurses.", "a year"),
            ("Gout fell by 2% annually, the study found.", "annually"),
            ("It stood at 12 per cent in the first week and 14 per cent in the fourth.", "fourth"),
        ] {
            assert_eq!(time_of(text).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn times_of_parts_of_a_sentence() {
        for (text, time) in [
            ("Mostly, in 1998, 23% of cooks had gout, whereas among sailors the rate was 31%.", "1998"),
            ("A year on, the rowers had gained 2kg; those left alone had gained 3kg.", "A year"),
            ("Gout was found in 12 per cent and 14 per cent at the ages of seven and 12, respectively.", "12"),
            (
                "Of those on oats, 12 per cent had quit by late pregnancy and 4 per cent of those on rum.",
                "late pregnancy",
            ),
            ("Some 12 per cent had smoked in their pre-teen years.", "pre-teen years"),
            ("The 72-week study tested oats in 900 sailors. They lost 15 percent of their weight.", "72-week"),
            ("The babies were weighed, and at the age of 6 months 12 per cent were thin.", "at the age of 6 months"),
        ] {
            assert_eq!(time_of(text).as_deref(), Some(time), "{text}");
        }
    }

    #[test]
    fn other_things_are_no_times() {
        for text in [
            "Of the sailors, 12 per cent had the last word.",
            "The study found that 12 per cent were cured by the second drug.",
            "The study found that 12 per cent lied when the nurse ended it.",
            "The study found that 12 per cent paid for each year book.",
            "The study found that 12 per cent came in the fourth boat.",
        ] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }
}
