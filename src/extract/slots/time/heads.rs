//! A word in, the span of time told from there out that is measured by no number: "in the first few days", "the next
//! morning", "within weeks of landing", "in the months that followed".

use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::super::grammar::phrases::Run;
use super::calendar::{closes, spring_to_winter};
use super::phrases::{Kind, When, behind_time, follow_up, of_use, year};

/// "in the first few weeks", "in subsequent years", "within days of the jab", "on the day of surgery" behind the word at `k`.
pub fn span_of_time(tokens: &Tokens, k: usize) -> Option<When> {
    let named = first_days(tokens, k).or_else(|| winter(tokens, k)).or_else(|| day_of(tokens, k));
    let named = named.or_else(|| typical_day(tokens, k)).or_else(|| weeks(tokens, k)).or_else(|| mark(tokens, k));
    let elapsed = || within_days(tokens, k).map(|run| When { run, lead: k, kind: Kind::Elapsed });
    named.map(|run| When { run, lead: k, kind: Kind::Named }).or_else(elapsed)
}

/// "day", "weeks", "morning".
fn unit_or_morning(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::TimeUnit) || matches!(tokens.word(k), "morning" | "evening" | "afternoon")
}

/// "in the 12 months before the survey", "over the six weeks prior to surgery".
pub fn span_before(tokens: &Tokens, time: &Quantity) -> Option<When> {
    if let Some(when) = length_before(tokens, time) {
        return Some(when);
    }
    let timed = matches!(time.unit, Unit::Time(_)) && tokens.before(time.first) == "the" && time.first > 1;
    let lead = time.first.checked_sub(2).filter(|_| timed)?;
    let led = matches!(tokens.word(lead), "in" | "over" | "during" | "within");
    let at = match tokens.word(time.last + 1) {
        "before" | "preceding" => time.last + 2,
        "prior" if tokens.word(time.last + 2) == "to" => time.last + 3,
        _ => return None,
    };
    let last = happening(tokens, at).filter(|_| led)?;
    Some(When { run: Run { first: time.first, last }, lead, kind: Kind::Elapsed })
}

/// "had stopped three months before the operation".
fn length_before(tokens: &Tokens, time: &Quantity) -> Option<When> {
    let long = matches!(time.unit, Unit::Time("day" | "week" | "month" | "year"));
    let before = tokens.word(time.last + 1) == "before" && tokens.before(time.first) != "the";
    let last = event_behind(tokens, time.last + 2)
        .or_else(|| {
            (tokens.word(time.last + 2) == "pregnancy" && closes(tokens, time.last + 3)).then_some(time.last + 2)
        })
        .filter(|_| long && before)?;
    Some(When { run: Run { first: time.first, last }, lead: time.first, kind: Kind::Elapsed })
}

/// "in weeks three through six", "at weeks 10 and 30", "between months 2 and 4".
fn weeks(tokens: &Tokens, k: usize) -> Option<Run> {
    let told = matches!(tokens.word(k + 1), "weeks" | "days" | "months" | "years")
        && matches!(tokens.word(k), "at" | "in" | "between" | "during" | "over" | "through" | "from" | "on")
        && matches!(tokens.word(k + 3), "and" | "to" | "through" | "-" | "–")
        && tokens.starts_number(k + 2)
        && tokens.starts_number(k + 4);
    told.then_some(Run { first: k + 1, last: k + 4 })
}

/// "at the decade mark", "by the halfway point".
fn mark(tokens: &Tokens, k: usize) -> Option<Run> {
    let told = tokens.is(k + 3, Class::TimeMark)
        && matches!(tokens.word(k), "at" | "by")
        && tokens.word(k + 1) == "the"
        && matches!(tokens.word(k + 2), "decade" | "year" | "month" | "week" | "halfway" | "midway" | "fortnight");
    told.then_some(Run { first: k + 2, last: k + 3 })
}

/// "on an average day", "in a typical week", "in any one year".
fn typical_day(tokens: &Tokens, k: usize) -> Option<Run> {
    let told = matches!(tokens.word(k + 3), "day" | "week" | "month" | "year" | "night")
        && matches!(tokens.word(k), "on" | "in")
        && matches!(tokens.word(k + 1), "a" | "an" | "any")
        && matches!(tokens.word(k + 2), "average" | "typical" | "single" | "given" | "one")
        && closes(tokens, k + 4);
    told.then_some(Run { first: k + 2, last: k + 3 })
}

/// "the next day", "the following year", "years later": at `k` the unit of time.
pub fn unled(tokens: &Tokens, k: usize) -> Option<When> {
    if !unit_or_morning(tokens, k) && !spring_to_winter(tokens.word(k)) {
        return None;
    }
    let next = matches!(tokens.before(k), "next" | "following" | "previous" | "preceding") && k > 1;
    let the = next && tokens.word(k - 2) == "the" && !(k > 2 && tokens.is(k - 3, Class::Preposition));
    if the && closes(tokens, k + 1) && !tokens.word(k).ends_with('s') {
        return Some(When { run: Run { first: k - 1, last: k }, lead: k - 2, kind: Kind::Named });
    }
    let many = matches!(tokens.word(k), "minutes" | "hours" | "days" | "weeks" | "months" | "years" | "decades");
    let later = matches!(tokens.word(k + 1), "later" | "afterwards" | "afterward") && many;
    let counted = k > 0 && (tokens.is_number(k - 1) || tokens.is(k - 1, Class::NumberStart));
    let several = k > 0 && matches!(tokens.before(k), "several" | "many" | "few");
    let first = if several { k - 1 } else { k };
    (later && !counted && closes(tokens, k + 2)).then_some(When {
        run: Run { first, last: k + 1 },
        lead: first,
        kind: Kind::Elapsed,
    })
}

/// "in the first few days", "in the early weeks of pregnancy", "in subsequent years", "in the months that followed".
fn first_days(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "in" | "over" | "during" | "within" | "for" | "throughout" | "after" | "on" | "at") {
        return None;
    }
    let the = tokens.is(k + 1, Class::Article);
    let first = if the { k + 2 } else { k + 1 };
    let place = |j: usize| {
        matches!(
            tokens.word(j),
            "first" | "last" | "final" | "early" | "opening" | "closing" | "previous" | "ensuing" | "subsequent"
        ) || matches!(tokens.word(j), "following" | "intervening" | "preceding" | "past" | "next")
    };
    let few = if tokens.word(first + 1) == "few" { first + 2 } else { first + 1 };
    let unit = |j: usize| {
        matches!(tokens.word(j), "hours" | "days" | "nights" | "weeks" | "months" | "years" | "decades" | "minutes")
    };
    let free = the || matches!(tokens.word(first), "subsequent" | "following" | "ensuing" | "later");
    if free && place(first) && unit(few) {
        return Some(Run { first, last: of_use(tokens, behind_time(tokens, few)) });
    }
    let followed = (unit(first) || tokens.is(first, Class::TimeUnit))
        && matches!(tokens.word(first + 1), "that" | "which")
        && tokens.word(first + 2) == "followed";
    (the && followed).then_some(Run { first, last: first + 2 })
}

/// "over the winter", "in the summer months", "during the wet months".
fn winter(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "over" | "during" | "in" | "through" | "throughout") {
        return None;
    }
    // "in winter"
    if spring_to_winter(tokens.word(k + 1)) && closes(tokens, k + 2) {
        return Some(Run { first: k + 1, last: k + 1 });
    }
    if tokens.word(k + 1) != "the" {
        return None;
    }
    let at = k + 2;
    // "over the school year"
    if tokens.at(at, &["school", "year"]) && tokens.word(k) != "in" && closes(tokens, at + 2) {
        return Some(Run { first: at, last: at + 1 });
    }
    // "in the long term"
    let term = if tokens.word(at + 1) == "-" { at + 2 } else { at + 1 };
    let long = matches!(tokens.word(at), "long" | "longer" | "short" | "shorter" | "medium");
    if long && tokens.word(term) == "term" && closes(tokens, term + 1) {
        return Some(Run { first: at, last: term });
    }
    let months = tokens.word(at + 1) == "months"
        && (spring_to_winter(tokens.word(at))
            || matches!(tokens.word(at), "wet" | "dry" | "cold" | "colder" | "warm" | "warmer" | "rainy"));
    let season = (spring_to_winter(tokens.word(at))
        || matches!(tokens.word(at), "season" | "holidays" | "year" | "month" | "week"))
        && tokens.word(k) != "in"
        && closes(tokens, at + 1);
    match (months, season) {
        (true, _) => Some(Run { first: at, last: at + 1 }),
        (_, true) => Some(Run { first: at, last: at }),
        _ => None,
    }
}

/// "on the day of surgery", "on the morning after", "in the week before the interview".
fn day_of(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "on" | "in" | "during" | "over" | "by") || !tokens.is(k + 1, Class::Article) {
        return None;
    }
    let at = k + 2;
    let day = tokens.is(at, Class::TimeUnit) || matches!(tokens.word(at), "morning" | "evening" | "afternoon");
    let prior = tokens.at(at + 1, &["prior", "to"]);
    let prior = prior || tokens.at(at + 1, &["leading", "up", "to"]);
    let links = matches!(tokens.word(at + 1), "of" | "after" | "before" | "following") || prior;
    // "up 12 per cent on the year before" tells what it is compared with
    let set_against = tokens.word(k) == "on" && matches!(tokens.word(at), "year" | "month" | "quarter" | "week");
    if !day || !links || set_against || tokens.word(at).ends_with('s') {
        return None;
    }
    if tokens.word(at + 1) != "of" && !prior && closes(tokens, at + 2) && !tokens.is(at + 2, Class::Article) {
        return Some(Run { first: at, last: at + 1 });
    }
    // "in the week of the race"
    let short = !matches!(tokens.word(at), "year" | "month" | "decade");
    let behind = match tokens.word(at + 1) {
        "leading" => at + 4,
        "prior" => at + 3,
        _ => at + 2,
    };
    let last = event_behind(tokens, behind).or_else(|| happening(tokens, behind).filter(|_| short));
    last.map(|last| Run { first: at, last })
}

/// "surgery", "the interview", "joining the study" from `at`: the last token of what then happened.
pub fn event_behind(tokens: &Tokens, at: usize) -> Option<usize> {
    let noun = if tokens.is(at, Class::Article) { at + 1 } else { at };
    if let Some(last) = follow_up(tokens, noun) {
        return closes(tokens, last + 1).then_some(last);
    }
    const EVENTS: Classes = Classes::of(&[Class::ClockEvent, Class::Occasion, Class::LastingNoun, Class::Spell]);
    let event = |j: usize| tokens.classes(j).meets(EVENTS) && tokens.word(j) != "exercise";
    let joining = matches!(tokens.word(at), "joining" | "entering" | "starting" | "leaving" | "finishing");
    let at = if joining { at + 1 } else { noun };
    let from = if joining && tokens.is(at, Class::Article) { at + 1 } else { at };
    let last = (from..from + 2).find(|&j| event(j) && closes(tokens, j + 1))?;
    // "after declining surgery" tells of those who had none
    (from..last).all(|j| tokens.is_word(j) && !tokens.word(j).ends_with("ing")).then_some(last)
}

/// "surgery", "the ban", "it" from `at`: what happened, whatever it was.
pub fn happening(tokens: &Tokens, at: usize) -> Option<usize> {
    /// Words of what happened at most: "the new licensing law".
    const LONGEST: usize = 3;
    let thing = || {
        let plain = |&k: &usize| tokens.is_word(k) && !tokens.is(k, Class::Preposition) && !tokens.is(k, Class::Be);
        let mut name = (at + 1..at + 1 + LONGEST).take_while(plain);
        name.find(|&k| closes(tokens, k + 1)).filter(|_| tokens.is(at, Class::Article))
    };
    let it = || (matches!(tokens.word(at), "it" | "that") && closes(tokens, at + 1)).then_some(at);
    event_behind(tokens, at).or_else(it).or_else(thing)
}

/// "within days", "within weeks of landing", "within hours of the jab".
fn within_days(tokens: &Tokens, k: usize) -> Option<Run> {
    let at = k + 1;
    let many = matches!(tokens.word(at), "minutes" | "hours" | "days" | "weeks" | "months" | "years");
    if tokens.word(k) != "within" || !many {
        return None;
    }
    if tokens.word(at + 1) != "of" {
        return closes(tokens, at + 1).then_some(Run { first: k, last: at });
    }
    let noun = if tokens.is(at + 2, Class::Article) { at + 3 } else { at + 2 };
    (tokens.is_word(noun) && closes(tokens, noun + 1)).then_some(Run { first: k, last: noun })
}

/// "at week 30", "on day 28".
pub fn label(tokens: &Tokens, k: usize) -> Option<Run> {
    let told = matches!(tokens.word(k + 1), "week" | "day" | "month" | "year")
        && matches!(tokens.word(k), "at" | "on" | "by" | "until" | "to" | "after" | "in" | "through")
        && tokens.starts_number(k + 2)
        && !year(tokens, k + 2);
    told.then_some(Run { first: k + 1, last: k + 2 })
}

/// "in the first month of treatment", "over the past year".
pub fn ordinal(tokens: &Tokens, k: usize) -> Option<Run> {
    if !tokens.is(k + 1, Class::Article) {
        return None;
    }
    // "in the trial's first year"
    let owned = tokens.word(k + 1) == "the" && matches!(tokens.word(k + 2), "trial's" | "study's" | "program's");
    let first = if owned { k + 3 } else { k + 2 };
    // "12 per cent up on the previous year", "down from the last quarter": what it is compared with
    if matches!(tokens.word(k), "on" | "from" | "than")
        && matches!(tokens.word(first), "previous" | "preceding" | "prior" | "last")
        && !matches!(tokens.word(first + 1), "day" | "night")
    {
        return None;
    }
    // "in the year after surgery"
    let event = matches!(tokens.word(first + 1), "after" | "following" | "before" | "since")
        && matches!(
            tokens.word(first),
            "day" | "week" | "month" | "year" | "decade" | "days" | "weeks" | "months" | "years"
        );
    if event {
        let done = if tokens.word(first + 2) == "being" { first + 3 } else { first + 2 };
        // "in the day before being weighed"
        if tokens.word(first + 2).ends_with("ing") && tokens.is_word(done) {
            return Some(Run { first, last: done });
        }
        let event = (first + 2..first + 5).find(|&j| tokens.is(j, Class::ClockEvent));
        return event.or_else(|| happening(tokens, first + 2)).map(|last| Run { first, last });
    }
    let place = || {
        tokens.is(first, Class::Ordinal)
            || matches!(
                tokens.word(first),
                "first"
                    | "second"
                    | "final"
                    | "last"
                    | "past"
                    | "previous"
                    | "following"
                    | "next"
                    | "ensuing"
                    | "subsequent"
                    | "preceding"
                    | "intervening"
                    | "coming"
                    | "early"
                    | "prior"
            )
    };
    let told = match tokens.word(first + 1) {
        "day" | "week" | "fortnight" | "month" | "quarter" | "year" | "trimester" | "decade" | "semester" => place(),
        "days" | "weeks" | "months" | "years" | "decades" => {
            matches!(tokens.word(first), "ensuing" | "subsequent" | "following" | "intervening" | "preceding")
        }
        _ => false,
    };
    told.then(|| Run { first, last: of_use(tokens, first + 1) })
}

/// "for several weeks", "after a few months".
pub fn vague(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "for" | "after" | "over" | "within" | "during") {
        return None;
    }
    let first = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let unit = if tokens.word(first) == "couple" { first + 2 } else { first + 1 };
    let told = matches!(tokens.word(unit), "days" | "weeks" | "months" | "years" | "decades")
        && (matches!(tokens.word(first), "several" | "few" | "many") || tokens.at(first, &["couple", "of"]));
    told.then(|| Run { first, last: behind_time(tokens, unit) })
}
