//! A sentence in, its expressions of time out: "after 12 weeks", "between 1978 and 1990", "by the age of seven".

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::ages::{age, grown, later_in_life, stage};
use super::calendar::{calendar, closes, part_of_calendar};
use super::events::{after_event, afterwards, eve, last_year, since_event};
use super::heads::{happening, label, ordinal, span_before, span_of_time, unled, vague};
use super::lengths::{goes_on, of_records, of_survey, spans_data};
use super::moments::{after_doing, after_end, moment, stage_of_study};
use super::turns::{after_rounds, currently, that_winter, while_waiting};
use super::visits::{last_season, spell_of_life, study_ended, visit};
use crate::extract::nouns::names_people;
use crate::extract::scene::Sentence;

/// How a time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// "over five years", "a year later".
    Elapsed,
    /// "in 2012", "between May and July", "from 1972 onwards".
    Calendar,
    /// "by age seven", "between the ages of nine and 14".
    Age,
    /// "week 40", "the first year of life", "follow-up".
    Named,
}

/// An expression of time and the word that leads it.
#[derive(Clone, Copy, Debug)]
pub struct When {
    pub run: Run,
    pub lead: usize,
    pub kind: Kind,
}

/// Every expression of time of one sentence, once it was asked for.
pub type TimesOf = OnceCell<Vec<When>>;

/// The times of an article by its sentences: a figure asks for those of its neighbours as well.
#[derive(Clone, Copy)]
pub struct Times<'a>(&'a [TimesOf]);

impl<'a> Times<'a> {
    /// With room for the times of each sentence.
    pub fn new(room: &'a [TimesOf]) -> Self {
        Self(room)
    }

    /// The words of the sentence `at`, whose times are read once.
    pub fn words(self, sentences: &'a [Sentence], at: usize) -> Words<'a> {
        Words { times: self.0.get(at), ..Words::of(&sentences[at]) }
    }
}

/// Every expression of time, in no order.
pub fn times<'w>(words: &Words<'w>) -> Cow<'w, [When]> {
    match words.times {
        Some(times) => Cow::Borrowed(times.get_or_init(|| read_times(words))),
        None => Cow::Owned(read_times(words)),
    }
}

fn read_times(words: &Words) -> Vec<When> {
    let tokens = words.tokens;
    let dated = is_dated(tokens);
    let told: Vec<usize> = tokens.iter().filter(|(_, token)| token.classes.meets(TIMES)).map(|(k, _)| k).collect();
    let told = told.as_slice();
    let near = |k: usize| told.get(told.partition_point(|&at| at <= k)).is_some_and(|&at| at - k <= NEAR);
    let mut found: Vec<When> = words.quantities.iter().filter_map(|time| elapsed(words, time)).collect();
    // without a date and a word of time, only what opens the sentence leads a time
    let last = if dated || !told.is_empty() { tokens.len() } else { tokens.len().min(1) };
    found.extend((0..last).filter(|&k| leads(tokens, k)).filter_map(|k| led_by(words, k, dated, near(k))));
    if dated {
        found.extend((0..tokens.len()).filter(|&k| tokens.is_number(k)).filter_map(|k| bare_years(tokens, k)));
    }
    found.extend(told.iter().filter_map(|&k| last_year(tokens, k)));
    found.extend(told.iter().filter_map(|&k| grown(words, k)));
    found.extend(told.iter().filter_map(|&k| later_in_life(tokens, k)));
    found.extend(told.iter().filter_map(|&k| study_ended(tokens, k)));
    found.extend(told.iter().filter_map(|&k| eve(tokens, k)));
    found.extend(told.iter().filter_map(|&k| afterwards(tokens, k)));
    found.extend(told.iter().filter_map(|&k| unled(tokens, k)));
    found.extend(told.iter().filter_map(|&k| that_winter(tokens, k)));
    found.extend(told.iter().filter_map(|&k| currently(words, k)));
    found.extend(tokens.having(Class::Preposition).filter_map(|k| after_rounds(tokens, k)));
    found.extend(tokens.having(Class::ClauseMark).filter_map(|k| while_waiting(tokens, k)));
    found.extend(told.iter().filter_map(|&k| stage_of_study(tokens, k)));
    found.extend(told.iter().filter_map(|&k| after_end(tokens, k)));
    let opens = || stage_of_study(tokens, 0).or_else(|| after_end(tokens, 0).filter(|_| tokens.word(0) == "once"));
    found.extend(opens().filter(|_| told.first() != Some(&0)));
    found.extend(words.quantities.iter().filter_map(|time| span_before(tokens, time)));
    found.extend(words.quantities.iter().filter_map(|time| after_doing(tokens, time)));
    found
}

/// A time holds a word of one of these, unless it is a date or opens its sentence.
const TIMES: Classes = Classes::of(&[
    Class::TimeWord,
    Class::TimeUnit,
    Class::Month,
    Class::LifeStage,
    Class::ClockEvent,
    Class::Occasion,
    Class::Spell,
    Class::LastingNoun,
    Class::TimeMark,
]);

/// Tokens from the word that leads a time to its first such word at most: "between birth and about nine years of age".
const NEAR: usize = 7;

fn leads(tokens: &Tokens, k: usize) -> bool {
    tokens.classes(k).has_either(Class::Preposition, Class::TimeLead)
}

/// The sentence may tell a date: it holds a month, or a number that looks like a year.
pub fn is_dated(tokens: &Tokens) -> bool {
    tokens.any(Class::Month) || (0..tokens.len()).any(|k| tokens.is_number(k) && tokens.word(k).len() == 4)
}

/// The time that the word at `k` leads. `dated`: the sentence may tell a date; `near`: a word of time stands behind.
fn led_by(words: &Words, k: usize, dated: bool, near: bool) -> Option<When> {
    let run = if dated { calendar(words.tokens, k) } else { None };
    if run.is_some() {
        return run.map(|run| When { run, lead: k, kind: Kind::Calendar });
    }
    let part = if dated { part_of_calendar(words.tokens, k) } else { None };
    if part.is_some() {
        return part;
    }
    // "After the storm, …" opens a sentence without one
    if near || k == 0 { other_than_a_date(words, k) } else { None }
}

fn other_than_a_date(words: &Words, k: usize) -> Option<When> {
    let tokens = words.tokens;
    let read = |kind: Kind, run: Option<Run>| run.map(|run| When { run, lead: k, kind });
    // "of the first year": no other time is led by one of these
    if matches!(
        tokens.word(k),
        "of" | "with" | "among" | "about" | "per" | "into" | "under" | "without" | "against" | "across"
    ) {
        return read(Kind::Named, ordinal(tokens, k));
    }
    read(Kind::Age, age(words, k))
        .or_else(|| read(Kind::Named, label(tokens, k)))
        .or_else(|| read(Kind::Named, ordinal(tokens, k)))
        .or_else(|| read(Kind::Named, period(tokens, k)))
        .or_else(|| read(Kind::Named, since_event(tokens, k)))
        .or_else(|| read(Kind::Named, after_event(tokens, k)))
        .or_else(|| read(Kind::Age, stage(tokens, k)))
        .or_else(|| read(Kind::Named, visit(tokens, k)))
        .or_else(|| read(Kind::Elapsed, vague(tokens, k)))
        .or_else(|| read(Kind::Elapsed, spell_of_life(tokens, k)))
        .or_else(|| read(Kind::Calendar, last_season(tokens, k)))
        .or_else(|| span_of_time(tokens, k))
        .or_else(|| moment(tokens, k))
        .or_else(|| after_end(tokens, k).filter(|_| tokens.word(k) == "after"))
}

/// "2001, 2005 and 2008" at `k`, without a word that leads them.
fn bare_years(tokens: &Tokens, k: usize) -> Option<When> {
    if !year(tokens, k) || leads(tokens, k.wrapping_sub(1)) {
        return None;
    }
    let last = season(tokens, k);
    (last > k || of_survey(tokens, last)).then_some(When { run: Run { first: k, last }, lead: k, kind: Kind::Calendar })
}

/// "follow-up", "follow up" or "followup" at `k`: its last token.
#[inline]
pub fn follow_up(tokens: &Tokens, k: usize) -> Option<usize> {
    if tokens.word(k).starts_with("follow") { named_follow_up(tokens, k) } else { None }
}

fn named_follow_up(tokens: &Tokens, k: usize) -> Option<usize> {
    match tokens.word(k) {
        "followup" => Some(k),
        "follow" if tokens.word(k + 1) == "up" => Some(k + 1),
        "follow" if tokens.at(k + 1, &["-", "up"]) => Some(k + 2),
        _ => None,
    }
}

/// A time led by a preposition of time, or followed by "later", "after".
fn elapsed(words: &Words, time: &Quantity) -> Option<When> {
    let tokens = words.tokens;
    let Unit::Time(name) = time.unit else { return None };
    let next = tokens.word(time.last + 1);
    let behind = goes_on(tokens, time) || told_from(next) || of_records(tokens, time.last + 1);
    let aged = tokens.at(time.last + 1, &["of", "age"]) || next == "old";
    if aged && matches!(tokens.before(time.first), "at" | "by") {
        let run = Run { first: time.first, last: time.last + if next == "old" { 1 } else { 2 } };
        return Some(When { run, lead: time.first - 1, kind: Kind::Age });
    }
    // "A decade ago, …"
    if time.first == 0 && matches!(next, "ago" | "earlier") && tokens.word(time.last + 2) == "," {
        return Some(When { run: Run { first: 0, last: time.last + 1 }, lead: 0, kind: Kind::Elapsed });
    }
    // "at least three nights a week"
    let each = matches!(next, "a" | "per" | "each" | "every" | "out") && tokens.is(time.last + 2, Class::TimeUnit);
    if each
        || matches!(next, "ago" | "old" | "olds" | "older" | "younger" | "earlier" | "before" | "beforehand")
        || aged
        || tokens.at(time.last + 1, &["-", "old"])
        || tokens.at(time.last + 1, &["of", "experience"])
        || tokens.at(time.last + 1, &["of", "each", "other"])
        || tokens.at(time.last + 1, &["of", "one", "another"])
    {
        return None;
    }
    let at = behind_fillers(tokens, time.first);
    // "at the end of four years"
    let end = at > 2 && tokens.ends_at(at, &["the", "end"]) && matches!(tokens.word(at - 3), "at" | "by");
    let lead = end || leads_length(tokens.before(at));
    // "Five years on" and "Six months in, …", not "Two weeks of syrup cut"
    let opens = at == 0 && next == ",";
    // "walked for 30 minutes" is a dose
    let short = matches!(name, "minute" | "second" | "hour") && !behind;
    // "schooling lasting over six months" tells of the schooling
    if lead && tokens.ends_at(at - 1, &["lasting"]) {
        return None;
    }
    // "With nine years of follow-up, …"
    let with = at == 1 && tokens.word(0) == "with" && tokens.word(time.last + 1) == "of";
    let lead = lead || with && follow_up(tokens, time.last + 2).is_some();
    let lead = lead || spans_data(tokens, at) || on_anniversary(tokens, at, time.last + 1);
    if let Some(leader) = explains_follow_up(tokens, at, time.first) {
        return Some(When { run: Run { first: time.first, last: time.last }, lead: leader, kind: Kind::Elapsed });
    }
    if short && !matches!(tokens.before(at), "after" | "within" | "over") {
        return None;
    }
    // "With a median follow-up of four years", "(median follow-up four years)"
    let named = (at..time.first).any(|k| follow_up(tokens, k).is_some());
    if !(lead || behind || opens || named || follow_up(tokens, time.last + 1).is_some()) {
        return None;
    }
    let which = matches!(tokens.before(time.first), "first" | "next" | "last" | "past" | "previous" | "following")
        || matches!(tokens.before(time.first), "preceding" | "subsequent" | "ensuing" | "initial" | "final");
    let first = time.first - usize::from(which && at < time.first);
    let last = of_use(tokens, behind_time(tokens, time.last));
    let leader = if end { at - 3 } else { at - usize::from(lead) };
    // "more than a decade on" is measured by nothing
    let than = tokens.ends_at(time.first, &["more", "than"]) || tokens.ends_at(time.first, &["less", "than"]);
    let leader = if lead || named { leader } else { time.first - if than { 2 } else { 0 } };
    Some(When { run: Run { first, last }, lead: leader, kind: Kind::Elapsed })
}

/// "on the one-year anniversary": at `at` the token behind "on", at `next` the one behind the length.
fn on_anniversary(tokens: &Tokens, at: usize, next: usize) -> bool {
    tokens.before(at) == "on" && matches!(tokens.word(next), "anniversary" | "visit" | "mark" | "checkup")
}

/// "over a shorter follow-up, a median of nine years,": the word that leads the follow-up, or the comma.
fn explains_follow_up(tokens: &Tokens, at: usize, first: usize) -> Option<usize> {
    /// Tokens from that word to the comma at most.
    const REACH: usize = 7;
    let sign = at.checked_sub(1).filter(|&k| k > 0 && matches!(tokens.word(k), "," | "(" | "–"))?;
    let named = matches!(tokens.before(sign), "up" | "followup" | "period");
    let median = (at..first).any(|k| matches!(tokens.word(k), "median" | "mean" | "average"));
    let lead = (sign.saturating_sub(REACH)..sign).rev().find(|&k| leads_length(tokens.word(k)));
    (named && median).then(|| lead.unwrap_or(sign))
}

/// Where the words between the preposition and the number begin: "over an average period of", "after a median follow-up of".
fn behind_fillers(tokens: &Tokens, first: usize) -> usize {
    /// Tokens from the preposition to the number at most.
    const REACH: usize = 9;
    let mut at = first;
    let fills = |k: usize| {
        tokens.is(k, Class::TimeFiller)
            || tokens.is(k, Class::TimeSpan)
            || matches!(tokens.word(k), "its" | "their" | "his" | "her" | "study's" | "trial's" | "program's")
            // "after a median follow-up of"
            || tokens.word(k) == "follow"
            || tokens.word(k) == "-" && tokens.word(k + 1) == "up"
            // "for at least nine years", where "at nine years" is led by it
            || tokens.word(k) == "at" && matches!(tokens.word(k + 1), "least" | "most")
            // "during the same nine months"
            || tokens.word(k) == "same" && k + 1 == first
            // "for between five and eight years"
            || tokens.word(k) == "between" && k + 1 == first
    };
    while at > 0 && first - at < REACH && fills(at - 1) {
        at -= 1;
    }
    // "Following nine weeks of singing", where "in the following nine weeks" is led by another
    if tokens.word(at) == "following" && !leads_length(tokens.before(at)) { at + 1 } else { at }
}

/// A word that can stand before a length of time.
fn leads_length(word: &str) -> bool {
    matches!(
        word,
        "at" | "after"
            | "over"
            | "for"
            | "during"
            | "within"
            | "averaged"
            | "averaging"
            | "following"
            | "and"
            | "in"
            | "through"
            | "throughout"
            | "by"
            | "until"
            | "across"
            | "lasted"
            | "ran"
            | "spanned"
            | "inside"
    )
}

/// "six months *after* surgery", "a year *later*": the time is counted from something.
fn told_from(word: &str) -> bool {
    matches!(word, "later" | "after" | "post" | "afterwards" | "afterward" | "into")
}

/// "a two-year period", "six months of follow-up", "a year after the operation", "an hour after singing".
pub fn behind_time(tokens: &Tokens, last: usize) -> usize {
    let next = last + 1;
    // "at the two-year mark", "in a 12-month period"
    let marked = tokens.is(next, Class::TimeMark) && !tokens.word(last).ends_with('s');
    // "over the 12-week trial"
    let named = tokens.before(last) == "-" && matches!(tokens.word(next), "trial" | "study" | "experiment");
    if marked || named || matches!(tokens.word(next), "period" | "span" | "window" | "stretch" | "spell" | "timeframe")
    {
        return next;
    }
    if let Some(end) = follow_up(tokens, next) {
        return end;
    }
    // "in the 28 days that followed"
    if matches!(tokens.word(next), "that" | "which") && tokens.word(next + 1) == "followed" {
        return next + 1;
    }
    if !told_from(tokens.word(next)) {
        return last;
    }
    let event = |k: usize| {
        let word = tokens.word(k);
        tokens.is(k, Class::ClockEvent) || word.len() > 5 && word.ends_with("ing") || word == "vaccination"
    };
    let named = (next + 1..next + 4).take_while(|&k| tokens.is_word(k)).find(|&k| event(k));
    let Some(event) = named else {
        // "a year after the ban"
        let named = matches!(tokens.word(next), "after" | "into") && tokens.is(next + 1, Class::Article);
        let thing = happening(tokens, next + 1).filter(|&noun| named && noun == next + 2);
        return thing.unwrap_or(next);
    };
    // "in the 30 days after leaving hospital"
    let object = tokens.word(event).ends_with("ing") && tokens.is_word(event + 1) && closes(tokens, event + 2);
    let plain = object && !closes(tokens, event + 1);
    event + usize::from(plain)
}

/// "the first two weeks of use": through what the time is of.
pub fn of_use(tokens: &Tokens, last: usize) -> usize {
    if tokens.word(last + 1) != "of" {
        return last;
    }
    if year(tokens, last + 2) {
        return season(tokens, last + 2);
    }
    let noun = if tokens.is(last + 2, Class::Article) { last + 3 } else { last + 2 };
    let of = tokens.is(noun, Class::ClockEvent)
        || tokens.is(noun, Class::LastingNoun)
        || matches!(tokens.word(noun), "use" | "life" | "lives" | "pregnancy" | "birth");
    if of { follow_up(tokens, noun).unwrap_or(noun) } else { follow_up(tokens, last + 2).unwrap_or(last) }
}

/// A year of the calendar, not a count of people.
pub fn year(tokens: &Tokens, k: usize) -> bool {
    year_like(tokens, k) && !names_people(tokens, k + 1) && !matches!(tokens.word(k + 1), "%" | "per" | "percent")
}

pub fn year_like(tokens: &Tokens, k: usize) -> bool {
    tokens.is_number(k)
        && tokens.word(k).len() == 4
        && ["18", "19", "20"].iter().any(|century| tokens.word(k).starts_with(century))
        && tokens.word(k).bytes().all(|byte| byte.is_ascii_digit())
}

/// "2004-05", "2001 to 2005", "1988, 1993 and 1997": the last token of years told as one.
pub fn season(tokens: &Tokens, k: usize) -> usize {
    let mut last = k;
    loop {
        let joint = last + 1;
        let short = |k: usize| tokens.is_number(k) && tokens.word(k).len() <= 2 && tokens.glued(k);
        last = match tokens.word(joint) {
            "-" | "–" | "/" if year(tokens, joint + 1) || short(joint + 1) => joint + 1,
            "to" | "through" | "and" | "," if year(tokens, joint + 1) => joint + 1,
            "," | ";" if tokens.word(joint + 1) == "and" && year(tokens, joint + 2) => joint + 2,
            _ => return last,
        };
    }
}

/// "during follow-up", "over the study period", "by the end of the trial", "at both time points".
fn period(tokens: &Tokens, k: usize) -> Option<Run> {
    let lead = matches!(tokens.word(k), "at" | "during" | "over" | "in" | "by" | "throughout" | "within" | "after");
    let at = (k + 1..k + 3).find(|&j| !tokens.is(j, Class::Article)).filter(|_| lead)?;
    if let Some(last) = follow_up(tokens, at) {
        let last = last + usize::from(tokens.word(last + 1) == "period");
        // "the follow-up, which averaged eight years", "a follow-up of up to eight years"
        let told = tokens.word(last + 1) == "," && tokens.word(last + 2) == "which"
            || matches!(tokens.word(last + 1), "averaging" | "lasting" | "spanning")
            || tokens.word(last + 1) == "of" && (last + 2..last + 7).any(|k| tokens.is(k, Class::TimeUnit));
        // "in a follow-up with three doses" is a study
        let study = matches!(tokens.word(k), "in" | "by") && matches!(tokens.word(k + 1), "a" | "another");
        return (!told && !study).then_some(Run { first: at, last });
    }
    let run = |last: usize| Some(Run { first: at, last });
    match tokens.word(at) {
        "end" | "close" if tokens.word(at + 1) == "of" => {
            let lasts = |noun: usize| {
                tokens.is(noun, Class::LastingNoun)
                    || tokens.is(noun, Class::TimeUnit) && !tokens.word(noun).ends_with('s')
                    || matches!(tokens.word(noun), "pregnancy" | "winter" | "summer" | "season")
            };
            // "the end of the six-week treatment period"
            let words =
                (at + 2..at + 9).take_while(|&j| tokens.is_word(j) || tokens.word(j) == "-" || tokens.is_number(j));
            let noun = words.clone().find(|&j| lasts(j))?;
            let noun = words.skip_while(|&j| j < noun).take_while(|&j| lasts(j) || tokens.word(j) == "-").last()?;
            run(follow_up(tokens, noun).unwrap_or(noun))
        }
        "course" if tokens.word(at + 1) == "of" && matches!(tokens.word(k), "over" | "during" | "in") => {
            let noun = (at + 2..at + 6).find(|&j| !tokens.is(j, Class::Article))?;
            (tokens.is(noun, Class::LastingNoun) || tokens.is(noun, Class::StudyWork)).then_some(noun).and_then(run)
        }
        // "By the end, 12 per cent …"
        "end" if matches!(tokens.word(at + 1), "," | "." | "") && matches!(tokens.word(k), "by" | "at") => run(at),
        // "during the monitoring period", "over the two winter periods" is none
        _ if matches!(tokens.word(at + 1), "period" | "phase")
            && tokens.is_word(at)
            && !tokens.is(at, Class::Ordinal)
            && at > k + 1 =>
        {
            // "over an average period of two years" is told by its length
            let that = matches!(tokens.word(at), "same" | "short" | "long" | "longer" | "shorter" | "this" | "that");
            (!that && tokens.word(at + 2) != "of").then_some(Run { first: at, last: at + 1 })
        }
        // "during the study, which lasted 12 years" is told by its length
        "study" | "trial" | "survey" | "experiment" | "research"
            if tokens.at(at + 1, &[",", "which"]) && lasted(tokens.word(at + 3)) =>
        {
            None
        }
        "study" | "trial" | "survey" | "experiment" | "research"
            if matches!(tokens.word(k), "during" | "throughout")
                && !tokens.is_word(at + 1).then(|| tokens.word(at + 1)).is_some_and(noun_goes_on) =>
        {
            Some(Run { first: k, last: at })
        }
        "baseline" if tokens.word(k) == "at" => run(at),
        "time" if tokens.word(k) == "at" && tokens.word(at + 1).starts_with("point") && at > k + 1 => {
            Some(Run { first: at - 1, last: at + 1 })
        }
        _ => None,
    }
}

fn lasted(word: &str) -> bool {
    matches!(word, "lasted" | "ran" | "took" | "spanned" | "covered" | "went" | "averaged")
}

/// "during the study visits", "during the trial of syrup": not the study itself.
fn noun_goes_on(word: &str) -> bool {
    !matches!(
        word,
        "and" | "but" | "were" | "was" | "had" | "with" | "in" | "at" | "while" | "compared" | "than" | "they"
    )
}
