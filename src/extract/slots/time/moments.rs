//! A word in, the moment told from there out by what happened at it: "at discharge", "on entry to the study", "before
//! treatment", "by the time they left hospital", "halfway through the trial".

use crate::text::{Class, Quantity, Tokens, Unit};

use super::super::grammar::phrases::Run;
use super::calendar::closes;
use super::heads::{event_behind, happening};
use super::phrases::{Kind, When};

/// The moment behind the word at `k`.
pub fn moment(tokens: &Tokens, k: usize) -> Option<When> {
    let run = start(tokens, k)
        .or_else(|| at_event(tokens, k))
        .or_else(|| time_of(tokens, k))
        .or_else(|| beside_event(tokens, k))
        .or_else(|| time_when(tokens, k))
        .or_else(|| state(tokens, k))
        .or_else(|| lifetime(tokens, k))?;
    Some(When { run, lead: k, kind: Kind::Elapsed })
}

/// "at the start of the study", "at the outset", "at the beginning": the last token of the study.
fn start(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "at" | "by" | "from") || tokens.word(k + 1) != "the" {
        return None;
    }
    let at = k + 2;
    if !matches!(tokens.word(at), "start" | "beginning" | "outset" | "midpoint" | "onset" | "end" | "close") {
        return None;
    }
    // "by the end of it"
    if tokens.at(at + 1, &["of", "it"]) && closes(tokens, at + 3) {
        return Some(Run { first: at, last: at + 2 });
    }
    if tokens.word(at + 1) == "of" {
        return event_behind(tokens, at + 2).map(|last| Run { first: at, last });
    }
    // "by the end" is told elsewhere, "at the end" of what
    let alone = !matches!(tokens.word(at), "end" | "close" | "onset") && tokens.word(k) == "at";
    (alone && ends(tokens, at + 1)).then_some(Run { first: at, last: at })
}

fn ends(tokens: &Tokens, at: usize) -> bool {
    !tokens.is_word(at) || matches!(tokens.word(at), "and" | "but" | "were" | "had" | "to")
}

/// "at birth", "at hospital discharge", "on admission", "upon waking", "at study entry".
fn at_event(tokens: &Tokens, k: usize) -> Option<Run> {
    if !matches!(tokens.word(k), "at" | "on" | "upon" | "by") {
        return None;
    }
    // "by the study's end"
    let k = if tokens.word(k + 1) == "the" && tokens.word(k + 2).ends_with("'s") { k + 1 } else { k };
    let modified =
        matches!(tokens.word(k + 1), "hospital" | "study" | "trial" | "initial" | "first" | "study's" | "trial's")
            || matches!(
                tokens.word(k + 1),
                "year's" | "month's" | "season's" | "program's" | "experiment's" | "winter's"
            );
    let noun = if modified { k + 2 } else { k + 1 };
    let word = tokens.word(noun);
    let event = tokens.is(noun, Class::ClockEvent) && (!word.ends_with("ing") || word == "waking")
        || modified && matches!(word, "end" | "entry" | "start" | "close" | "outset" | "beginning" | "conclusion");
    // "at dinner" and "on meals" are told of the food, "on treatment" of what they were given, "at bedtime" of when
    let food = matches!(
        word,
        "bedtime" | "dose" | "doses" | "vaccine" | "treatment" | "surgery" | "meal" | "meals" | "drinking"
    );
    (event && !food && closes(tokens, noun + 1)).then_some(Run { first: k + 1, last: noun })
}

/// "at the time of diagnosis", "at the time of the survey".
fn time_of(tokens: &Tokens, k: usize) -> Option<Run> {
    if tokens.word(k) != "at" && tokens.word(k) != "by" || !tokens.at(k + 1, &["the", "time", "of"]) {
        return None;
    }
    event_behind(tokens, k + 4).map(|last| Run { first: k + 2, last })
}

/// "before treatment", "prior to surgery", "following the operation", "after the intervention".
fn beside_event(tokens: &Tokens, k: usize) -> Option<Run> {
    let (first, at) = match tokens.word(k) {
        "before" | "after" => (k, k + 1),
        // "eased by two points following surgery" tells what eased it
        "following" if k == 0 => (k, k + 1),
        "to" if tokens.before(k) == "prior" => (k - 1, k + 1),
        // "Prior to the ban, …"
        "prior" if k == 0 && tokens.word(1) == "to" => {
            let last = happening(tokens, 2).filter(|&last| tokens.word(last + 1) == ",")?;
            return Some(Run { first: 0, last });
        }
        _ => return None,
    };
    // "two years before surgery" is told by its length
    let measured = first > 0 && (tokens.is(first - 1, Class::TimeUnit) || tokens.is_number(first - 1));
    // "pain before surgery was worse", "blood taken before treatment": the thing measured
    let figure = || (0..first).any(|j| tokens.is_number(j) || tokens.is(j, Class::NumberStart));
    let opens = first <= 1;
    // "the odds of dying after surgery" is what befell them
    let befell = first > 0 && tokens.before(first).len() > 4 && tokens.before(first).ends_with("ing");
    if measured || befell || !(opens || figure()) {
        return None;
    }
    let last = event_behind(tokens, at).filter(|&last| !tokens.word(last).ends_with("ing"))?;
    // "Before treatment they slept for six hours"
    let free = if opens { matches!(tokens.word(last + 1), "," | "they" | "it") } else { ends(tokens, last + 1) };
    free.then_some(Run { first, last })
}

/// "had a cold during pregnancy", "During treatment, …", where "smoking during pregnancy" is what they did.
fn state(tokens: &Tokens, k: usize) -> Option<Run> {
    /// Tokens from what was done to the time at most.
    const DEED: usize = 5;
    if !matches!(tokens.word(k), "during" | "throughout") {
        return None;
    }
    let at = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    if !matches!(tokens.word(at), "pregnancy" | "labour" | "labor" | "treatment" | "therapy" | "chemotherapy") {
        return None;
    }
    let opens = k == 0 && tokens.word(at + 1) == ",";
    // "carrying on with the syrup during pregnancy" is what they did
    let doing = |j: usize| tokens.word(j).len() > 4 && tokens.word(j).ends_with("ing");
    let done = || (k.saturating_sub(DEED)..k).any(doing);
    let figure = || (0..k).any(|j| tokens.is_number(j) || tokens.is(j, Class::NumberStart));
    (opens || ends(tokens, at + 1) && !done() && figure()).then_some(Run { first: at, last: at })
}

/// "at some point in their lives", "during their lifetime", "over a lifetime".
fn lifetime(tokens: &Tokens, k: usize) -> Option<Run> {
    let life = |j: usize| {
        tokens.is(j, Class::Article) && matches!(tokens.word(j + 1), "life" | "lives" | "lifetime" | "lifetimes")
    };
    let within = |j: usize| matches!(tokens.word(j), "in" | "during" | "over" | "of");
    let point = tokens.word(k) == "at"
        && matches!(tokens.word(k + 1), "some" | "any")
        && matches!(tokens.word(k + 2), "point" | "stage" | "time");
    if point {
        let told = within(k + 3) && life(k + 4) && closes(tokens, k + 6);
        return told.then_some(Run { first: k + 1, last: k + 5 });
    }
    let named = matches!(tokens.word(k), "during" | "over" | "in") && life(k + 1) && tokens.word(k + 2).len() > 5;
    (named && closes(tokens, k + 3)).then_some(Run { first: k + 2, last: k + 2 })
}

/// "by the time they left hospital", "Before they joined, …": through the end of the clause.
fn time_when(tokens: &Tokens, k: usize) -> Option<Run> {
    /// Tokens of the clause at most.
    const LONGEST: usize = 8;
    let (first, from) = match tokens.word(k) {
        "by" if tokens.at(k + 1, &["the", "time"]) => (k + 2, k + 3),
        "before" if k == 0 => (k, k + 1),
        _ => return None,
    };
    let end = (from..from + LONGEST).find(|&j| !tokens.is_word(j) && !tokens.is_number(j) && tokens.word(j) != "-")?;
    let someone = matches!(tokens.word(from), "they" | "the" | "he" | "she" | "it" | "treatment" | "their");
    let verb = |j: usize| {
        tokens.is(j, Class::PastVerb)
            || tokens.is(j, Class::Be)
            || tokens.word(j).ends_with("ed")
            || matches!(tokens.word(j), "left" | "began" | "came" | "went" | "had" | "got" | "became" | "met" | "grew")
    };
    let closed = matches!(tokens.word(end), "," | "." | ";" | "");
    // "before they could sing, …" has a figure of its own only where it is an age
    let told = (from + 1..end).any(verb);
    (someone && told && closed && end > from + 1).then_some(Run { first, last: end - 1 })
}

/// "After singing for one minute, …": what was done, and how long, before the count.
pub fn after_doing(tokens: &Tokens, time: &Quantity) -> Option<When> {
    /// Tokens from "after" to the time at most.
    const REACH: usize = 9;
    if !matches!(time.unit, Unit::Time("second" | "minute" | "hour")) {
        return None;
    }
    let lead = (time.first.saturating_sub(REACH)..time.first).rev().find(|&k| tokens.word(k) == "after")?;
    let done = tokens.word(lead + 1).ends_with("ing") && tokens.word(lead + 1).len() > 4;
    let opens = lead == 0 && tokens.word(time.last + 1) == ",";
    // "12 per cent were ill after singing for one minute"
    let behind = lead > 0 && tokens.before(time.first) == "for" && closes(tokens, time.last + 1);
    let plain = (lead + 1..time.first).all(|k| tokens.is_word(k));
    let first = if opens { 1 } else { time.first };
    let fits = done && plain && (opens || behind);
    fits.then_some(When { run: Run { first, last: time.last }, lead, kind: Kind::Elapsed })
}

/// "halfway through the trial", "midway through treatment" and "As adults, …" without a preposition of time: at `k` the word.
pub fn stage_of_study(tokens: &Tokens, k: usize) -> Option<When> {
    if k > 0 && tokens.word(k + 1) != "through" {
        return None;
    }
    if matches!(tokens.word(k), "halfway" | "midway") && tokens.word(k + 1) == "through" {
        let last = event_behind(tokens, k + 2)?;
        return Some(When { run: Run { first: k, last }, lead: k, kind: Kind::Elapsed });
    }
    // "Afterwards, half of them slept"
    if k == 0
        && matches!(tokens.word(0), "afterwards" | "afterward" | "beforehand" | "initially")
        && tokens.word(1) == ","
    {
        return Some(When { run: Run { first: 0, last: 0 }, lead: 0, kind: Kind::Named });
    }
    let grown =
        matches!(tokens.word(k + 1), "adults" | "children" | "teenagers" | "toddlers" | "babies" | "adolescents");
    let opens = k == 0 && tokens.word(0) == "as" && grown && tokens.word(2) == ",";
    opens.then_some(When { run: Run { first: 1, last: 1 }, lead: 0, kind: Kind::Age })
}

/// "after the trial ended", "once treatment stopped", "when they joined": at `k` the first word.
pub fn after_end(tokens: &Tokens, k: usize) -> Option<When> {
    if !matches!(tokens.word(k), "after" | "once" | "when") {
        return None;
    }
    let from = if tokens.is(k + 1, Class::Article) { k + 2 } else { k + 1 };
    let they = tokens.word(from) == "they" && tokens.word(k) != "once";
    let lasting = tokens.is(from, Class::LastingNoun) || tokens.is(from, Class::StudyWork);
    let verb = from + 1;
    let over = tokens.at(verb, &["was", "over"]) || tokens.at(verb, &["wrapped", "up"]);
    let ended = over || matches!(tokens.word(verb), "ended" | "stopped" | "closed" | "finished" | "began" | "started");
    let joined = matches!(tokens.word(verb), "joined" | "enrolled" | "entered" | "enroled" | "stopped")
        || tokens.at(verb, &["signed", "up"])
        || tokens.at(verb, &["were", "recruited"])
        || tokens.at(verb, &["left", "hospital"]);
    // "when they were children", "when they were followed up"
    let young = tokens.word(verb) == "were"
        && (tokens.is(verb + 1, Class::LifeStage)
            || matches!(tokens.word(verb + 1), "children" | "babies" | "infants" | "teenagers" | "toddlers" | "young"));
    let again = tokens.at(verb, &["were", "followed", "up"]);
    let last = match tokens.word(verb) {
        "were" if again => verb + 2,
        "signed" | "were" | "left" | "was" | "wrapped" => verb + 1,
        _ => verb,
    };
    let fits = lasting && ended || they && (joined || young || again);
    (fits && (!tokens.is_word(last + 1) || k == 0)).then_some(When {
        run: Run { first: k, last },
        lead: k,
        kind: Kind::Elapsed,
    })
}
