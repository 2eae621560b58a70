//! When a number was measured or over what time: "at 12 weeks", "over 10 years", "between 1978 and 1990".

pub mod again;
mod ages;
pub mod beside;
mod calendar;
pub mod carry;
mod counted;
mod events;
mod heads;
mod lengths;
mod moments;
pub mod own;
mod parts;
pub mod phrases;
mod published;
mod relative;
mod shared;
mod study;
mod turns;
mod visits;
mod watched;

use crate::model::{ClaimKind, Statistic};
use crate::text::{Class, Quantity, Tokens, Unit};

use super::comparison::pairs::{in_bracket, partner};
use super::grammar::clause::before_hedges;
use super::grammar::phrases::{Run, Words};
use super::grammar::verbs::past_form;
use crate::extract::Draft;
use ages::list_of_ages;
use counted::{spans_study, tracked};
use lengths::list;
use own::{before_and_after, bracketed, end_of_span, length_of_study, place_between, yearly_rate, years_earlier};
use parts::{
    beside_them, found_then, fronted, in_aside, leads_into, leaves_clause, of_another_matter, sets_against,
    told_at_meeting, without_verb,
};
use phrases::{Kind, When, times, year};
use published::published;
use relative::{explains_another, in_relative, of_subject, than_then};
use shared::{behind_list, one_verb, spans_counts};
use visits::{place_alone, rate};

/// "12 weeks", "one year after treatment", "between 1978 and 1990": when, without the preposition. Of the times of the
/// sentence it is the nearest that belongs to the number.
pub fn timepoint(words: &Words, draft: &Draft, quantity: &Quantity, group: Option<Run>) -> Option<Run> {
    /// Tokens between the number and its time at most, unless the time opens the sentence.
    const REACH: usize = 200;
    let shared = matches!(draft.kind, ClaimKind::Percentage | ClaimKind::ResponseRate | ClaimKind::EventCount);
    // "the annual death rate fell by 9 per cent" is not told over a year
    let relative = draft.statistic == Statistic::RelativeChange;
    let own = at_age(words, quantity)
        .or_else(|| {
            let still = words.tokens.word(quantity.last + 2) == "still";
            ages::bare_age(words, quantity).filter(|_| still || draft.kind != ClaimKind::SampleSize)
        })
        .or_else(|| rate(words.tokens, draft).filter(|_| shared))
        .or_else(|| place_alone(words.tokens, draft.last))
        .or_else(|| bracketed(words, quantity))
        .or_else(|| length_of_study(words, draft))
        .or_else(|| before_and_after(words.tokens, quantity.last))
        .or_else(|| years_earlier(words, quantity))
        .or_else(|| end_of_span(words, quantity).filter(|_| draft.kind != ClaimKind::SampleSize))
        .or_else(|| yearly_rate(words.tokens, quantity).filter(|_| shared && !relative));
    if own.is_some() {
        return own;
    }
    if let Some((at, length)) = place_in_list(words.tokens, words.quantities, quantity) {
        let listed = |times: Option<Vec<Run>>| times.filter(|times| times.len() == length)?.get(at).copied();
        let time = listed(list(words)).or_else(|| listed(list_of_ages(words.tokens)));
        if time.is_some() {
            return time;
        }
    }
    let all = times(words);
    // How long they lived is the measure itself; how long they walked is told at an age.
    let lifetime = draft.kind == ClaimKind::ScoreChange
        && matches!(quantity.unit, Unit::Time(unit) if !matches!(unit, "minute" | "second"));
    let near = |when: &&When| {
        (when.lead <= 1 || distance(quantity, when) <= REACH) && !explains_another(words.tokens, when, &all)
    };
    let followed = |when: &When| (when.lead..=when.run.last).any(|k| phrases::follow_up(words.tokens, k).is_some());
    let lived = |when: &When| when.kind == Kind::Age || when.lead <= 1 && followed(when);
    let fits = all.iter().filter(near).filter(|when| !lifetime || lived(when));
    let fits = fits.filter(|when| describes_result(words, draft, quantity, when, group));
    let ranked = fits.filter_map(|when| Some((belongs(words, draft, quantity, when)?, when)));
    // People are counted over a span of years rather than in one.
    let years = |when: &When| (when.run.first..=when.run.last).filter(|&k| year(words.tokens, k)).count();
    let point = |when: &When| draft.kind == ClaimKind::SampleSize && years(when) == 1;
    let nearest = ranked.min_by_key(|(shared, when)| (*shared, point(when), distance(quantity, when)));
    let untold = || study::length_told(words, quantity).filter(|_| draft.kind != ClaimKind::SampleSize);
    nearest.map(|(_, when)| when.run).or_else(untold)
}

fn distance(quantity: &Quantity, when: &When) -> usize {
    /// "from 30 deaths in 2005 to 12 deaths in 2013": a time told behind the figure is rather its own, by so many tokens.
    const BEHIND: usize = 2;
    if when.run.first > quantity.last {
        return when.run.first - quantity.last;
    }
    quantity.first.abs_diff(when.run.last) + if when.lead > 1 { BEHIND } else { 0 }
}

/// Not the time that describes the people, of publication, or of another figure told as a comparison.
fn describes_result(words: &Words, draft: &Draft, quantity: &Quantity, when: &When, group: Option<Run>) -> bool {
    let tokens = words.tokens;
    let own = when.run.first <= quantity.last && quantity.first <= when.run.last;
    let inside = group.is_some_and(|group| group.first < when.run.first && when.run.last <= group.last);
    // Years in the description of the people are those of the study, and so is the age at which they were asked ("nurses
    // at age 33"); how long they took something is not.
    let asked = when.kind == Kind::Age && matches!(tokens.word(when.lead), "at" | "by" | "from");
    let theirs = inside
        && when.kind != Kind::Calendar
        && !asked
        && !during_the_study(tokens, when)
        && !found_then(tokens, when)
        && !group.is_some_and(|run| beside_them(tokens, run, when));
    if own || theirs || of_others(words, draft, quantity, when) {
        return false;
    }
    if of_another_matter(words, draft, quantity, when)
        || in_aside(tokens, quantity, when)
        || told_at_meeting(tokens, quantity, when)
    {
        return false;
    }
    // "fell from 7 to 3 points after a week": the first was so before
    let point = matches!(tokens.word(when.lead), "after" | "at" | "by" | "within");
    let behind_first = when.lead < quantity.first || when.lead > quantity.last + 1;
    if point && behind_first && place_between(words, quantity) == Some(0) {
        return false;
    }
    // "rose by a sixth if they were hungry in childhood"
    let condition = when.lead > quantity.last && (quantity.last + 1..when.lead).any(|k| tokens.word(k) == "if");
    if condition && when.kind != Kind::Calendar {
        return false;
    }
    // "the follow-up, which averaged eight years"
    let averaged = matches!(tokens.word(when.lead), "averaged" | "averaging" | "lasted");
    // "Among those who took it for nine days, the risk rose by 12 per cent with rum and 30 with gin": not those of the figure
    let elsewhere = matches!(tokens.word(0), "in" | "among" | "for")
        && when.run.last < quantity.first
        && group.is_some_and(|run| run.first > quantity.last);
    if matches!(when.kind, Kind::Elapsed | Kind::Age)
        && !averaged
        && !elsewhere
        && (in_relative(words, quantity, when) && !(when.kind == Kind::Age && draft.kind == ClaimKind::SampleSize)
            || of_subject(words, draft, when))
    {
        return false;
    }
    // "12 per cent more than in 2010", "twice as many as in 2010"
    let measure = matches!(tokens.before(when.lead), "than" | "compared" | "versus" | "vs")
        || tokens.before(when.lead) == "as" && tokens.word(when.lead) != "of"
        || tokens.ends_at(when.lead, &["compared", "with"])
        || tokens.ends_at(when.lead, &["compared", "to"])
        || than_then(tokens, when);
    !published(words, quantity, when)
        && !measure
        && !of_people(words, when)
        && (draft.kind != ClaimKind::SampleSize
            || inside
            || group.is_some_and(|run| right_behind(tokens, run, when))
            || when.kind == Kind::Age && tokens.word(when.lead) == "when" && when.lead > quantity.last
            || spans_study(words, quantity, when))
}

/// "reports by 900 cooks nine weeks after the operation": when they were asked.
fn right_behind(tokens: &Tokens, people: Run, when: &When) -> bool {
    let after = |k: usize| matches!(tokens.word(k), "after" | "later");
    people.last + 1 == when.run.first && when.kind == Kind::Elapsed && (when.run.first..=when.run.last).any(after)
}

/// "cooks who fell during the study period": it says no more of them than of the figure.
fn during_the_study(tokens: &Tokens, when: &When) -> bool {
    let study = |k: usize| matches!(tokens.word(k), "study" | "trial" | "follow");
    let over = matches!(tokens.word(when.lead), "during" | "over" | "throughout");
    // "by the end of the trial"
    let end = matches!(tokens.word(when.lead), "by" | "at") && tokens.word(when.run.first) == "end";
    (over || end) && (when.run.first..=when.run.last).any(study)
}

/// "18 per cent likelier than those who had it in childhood", "900 cooks, compared with 300 nurses seen in 2013": the time of
/// those compared with.
fn of_others(words: &Words, draft: &Draft, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    let compares = |k: usize| {
        tokens.word(k) == "than" && !tokens.is_number(k + 1)
            || matches!(tokens.word(k), "compared" | "versus") && matches!(tokens.word(k + 1), "with" | "to")
    };
    let between = |from: usize, to: usize| (from..to).any(compares);
    // "Compared with those who had it in childhood, sailors were 18 per cent likelier"
    let opens = compares(0) && when.kind != Kind::Calendar && when.run.last < quantity.first;
    if opens && (when.run.last + 1..quantity.first).any(|k| tokens.word(k) == ",") {
        return true;
    }
    match (when.kind, draft.kind) {
        (Kind::Age, _) if when.lead > quantity.last => {
            let who = |k: usize| matches!(tokens.word(k), "who" | "which" | "whose");
            between(quantity.last + 1, when.lead)
                && (quantity.last + 1..when.lead).any(who)
                && !words.quantities.iter().any(|q| q.first > quantity.last && q.unit == quantity.unit)
        }
        (Kind::Calendar, ClaimKind::SampleSize) => {
            between(quantity.last + 1, when.lead) || between(when.run.last + 1, quantity.first)
        }
        _ => false,
    }
}

/// "men born between 1930 and 1950", "cooks aged over 50 in 1994", "the worst figure since 2012": the year tells who or
/// what they are.
fn of_people(words: &Words, when: &When) -> bool {
    /// Tokens before the year that are looked at.
    const REACH: usize = 4;
    let tokens = words.tokens;
    let near = |list: &[&str]| (when.lead.saturating_sub(REACH)..when.lead).any(|k| list.contains(&tokens.word(k)));
    let born = tokens.before(when.lead) == "born";
    let aged = near(&["aged", "older", "over", "old", "younger", "above"]) && when.run.first == when.run.last;
    let record = tokens.word(when.lead) == "since"
        && near(&["worst", "best", "highest", "lowest", "largest", "biggest", "performance", "record", "first"]);
    // "babies born during the wet months"
    let born_then = when.kind == Kind::Named && tokens.before(when.lead) == "born";
    born_then || when.kind == Kind::Calendar && (born || aged || record)
}

/// Whether a time that stands behind the figure is its own, though others may stand between them.
fn belongs_before(words: &Words, draft: &Draft, quantity: &Quantity, when: &When) -> Option<bool> {
    let tokens = words.tokens;
    // "Twice as many – 14 per cent against 7 – were ill after a year": an aside is left again
    let in_aside =
        |q: &Quantity| dashes(tokens, quantity.last + 1, q.first) == 1 && dashes(tokens, q.last + 1, when.lead) == 1;
    let rival = |q: &&Quantity| is_rival(tokens, draft, quantity, q, when) && !in_aside(q);
    if !words.between(quantity.last, when.run.first).iter().any(|q| rival(&q)) {
        return (!new_clause(words, quantity.last + 1, when)).then_some(false);
    }
    if spans_counts(words, draft, quantity, when)
        || behind_list(words, quantity, when)
        || one_verb(words, quantity, when)
    {
        return Some(true);
    }
    let other = partner(tokens, words.quantities, quantity).filter(|other| !other.before)?;
    let last = words.before(when.run.first).iter().rfind(rival)?;
    let alone = !own_verb(words, quantity.last + 1, other.quantity.first);
    // "a fifth of cooks and a tenth of sailors had gout in 1998": one verb for both
    let one_verb = alone && own_verb(words, last.last + 1, when.lead);
    let fits = if when.kind == Kind::Calendar { one_verb } else { other.set_against || alone };
    let restated = last.first > other.quantity.last && tokens.before(last.first) == "(";
    let both = (last.first == other.quantity.first || restated) && fits;
    (both && !new_clause(words, last.last + 1, when)).then_some(true)
}

/// Whether the number is told of this time: no other figure stands between them, or the time is told for both.
fn belongs(words: &Words, draft: &Draft, quantity: &Quantity, when: &When) -> Option<bool> {
    let tokens = words.tokens;
    let rival = |q: &&Quantity| is_rival(tokens, draft, quantity, q, when);
    if when.run.first > quantity.last {
        return belongs_before(words, draft, quantity, when);
    }
    let first = words.quantities.iter().find(rival).is_none_or(|q| when.run.last < q.first);
    let between = words.between(when.run.last, quantity.first).iter().any(|q| rival(&q));
    if first {
        return first_time(words, quantity, when, between);
    }
    // "There were 90 falls in 2011, and 40 burns."
    let listed = draft.kind == ClaimKind::EventCount
        && tokens.at(when.run.last + 1, &[",", "and"])
        && quantity.first <= when.run.last + 4
        && without_verb(words, quantity);
    if listed {
        return Some(true);
    }
    // "three times as common after a year: 9 per cent of the cooks had it, and 3 per cent of the nurses"
    let restated = draft.statistic == Statistic::Share && matches!(tokens.word(when.lead), "after" | "at" | "by");
    let colon = when.run.last + 1;
    if restated && tokens.word(colon) == ":" && !(colon + 1..quantity.first).any(|k| breaks(tokens, k)) {
        return Some(true);
    }
    if !between {
        let opens = matches!(tokens.before(when.lead), "," | "and" | "but" | ";" | "while" | "whereas" | "–")
            || leads_into(words, quantity, when);
        let other = partner(tokens, words.quantities, quantity);
        // "30 per cent after five years, compared with 50 per cent of the others"
        let shared = other.is_some_and(|other| other.before && (other.set_against || without_verb(words, quantity)))
            && (when.kind != Kind::Calendar || tokens.word(quantity.last + 1) == "of")
            // "12 per cent after singing for a minute, compared with 40 per cent of the silent"
            && !(tokens.word(when.lead) == "after" && tokens.word(when.lead + 1).ends_with("ing"));
        return (opens || shared).then_some(!opens);
    }
    // "…; at one year half of the nurses and a third of the cooks snored": the time opens the clause
    let opens = matches!(tokens.before(when.lead), ";" | "while" | "whereas");
    if opens && !(when.run.last + 1..quantity.first).any(|k| breaks(tokens, k)) {
        return Some(true);
    }
    // "300 cases by the time it closed: 97 in nurses, 71 in cooks": the parts of a count
    let parts = draft.kind == ClaimKind::EventCount && tokens.word(when.run.last + 1) == ":";
    (parts && !own_verb(words, when.run.last + 1, quantity.first)).then_some(true)
}

/// Whether a time before any figure is told of this one; `between`: other figures stand between them.
fn first_time(words: &Words, quantity: &Quantity, when: &When, between: bool) -> Option<bool> {
    let tokens = words.tokens;
    let opens = when.lead <= 1
        || tokens.before(when.lead) == "that"
        || fronted(words, when)
        // "Of the cooks who joined in 1998 and were seen again, 12 per cent …"
        || tokens.word(0) == "of"
            && when.kind == Kind::Calendar
            && (when.run.last + 1..quantity.first).any(|k| tokens.word(k) == ",")
        || tokens.at(when.run.last + 1, &[",", "when"]) && leads_into(words, quantity, when);
    let dash = |k: usize| tokens.word(k) == "–" && !tokens.glued(k);
    // an aside between two dashes is left again
    let aside = (when.run.last + 1..quantity.first).filter(|&k| dash(k)).count() == 2;
    let broken = |to: usize| {
        let parts = |k: usize| breaks(tokens, k) && !(aside && dash(k));
        // "900 falls were slight; 40 were bad" and "; those on rum …" go on with the time
        let on = |k: usize| sets_against(tokens, k) || opens && k + 1 == quantity.first;
        let goes_on = |k: usize| match tokens.word(k) {
            ";" => on(k),
            // "The results after a year were clear: 12 per cent …"
            ":" => opens || when.kind == Kind::Elapsed,
            _ => opens,
        };
        (when.run.last + 1..to).any(|k| parts(k) && !found_then(tokens, when) && !goes_on(k))
    };
    // "were 47 at the start, and half of them had gout": the time is that of another number
    let theirs = !opens
        && matches!(tokens.word(when.run.last + 1), "," | "and" | ";" | "to")
        && when.lead > 0
        && (tokens.is_number(when.lead - 1) || tokens.is(when.lead - 1, Class::NumberStart));
    // "The law changed in 2009, and half of them slept": another clause's time
    let clause_before = !opens && when.kind == Kind::Calendar && leaves_clause(tokens, quantity, when);
    if theirs || clause_before {
        return None;
    }
    // "had snored the week before, and half had sung": what is told behind the figure is rather its own
    let left = !opens && (when.run.last + 1..quantity.first).any(|k| matches!(tokens.word(k), "and" | ","));
    let goes_on = opens || found_then(tokens, when);
    (!broken(quantity.first) && (goes_on || !new_subject(words, when.run.last + 1, quantity.first)))
        .then_some(between || left)
}

/// Another figure that a time may be told of: a share or a factor, or another count.
fn is_rival(tokens: &Tokens, draft: &Draft, quantity: &Quantity, other: &Quantity, when: &When) -> bool {
    let watched = (other.first.saturating_sub(4)..other.first).any(|k| tracked(tokens.word(k)));
    let counted = other.unit == Unit::None && draft.kind == ClaimKind::EventCount && !watched;
    // "32.6 at baseline" is told of that figure
    let beside = other.unit == Unit::None
        && other.last + 1 == when.lead
        && draft.kind == ClaimKind::ScoreChange
        && tokens.is_number(other.last);
    // "by 6 points within a week and by 9 points by the fourth"
    let noun = |q: &Quantity| tokens.word(q.last + 1).trim_end_matches('s').to_owned();
    let alike = draft.kind == ClaimKind::ScoreChange
        && quantity.unit == Unit::None
        && other.unit == Unit::None
        && tokens.is_word(other.last + 1)
        && noun(other) == noun(quantity);
    let figure = other.unit == quantity.unit && quantity.unit != Unit::None
        || alike
        || matches!(other.unit, Unit::Percent | Unit::Times | Unit::PercentagePoints)
        || counted
        || beside;
    let in_time = when.run.first <= other.last && other.first <= when.run.last;
    // "37 (12 per cent) of the women": one figure told twice
    let restates = |first: usize, last: usize| {
        first > last && first <= last + 7 && (first.saturating_sub(2)..first).any(|k| tokens.word(k) == "(")
    };
    let again = restates(other.first, quantity.last) || restates(quantity.first, other.last);
    figure && other.first != quantity.first && !in_time && !again && !whole_of(tokens, quantity, other, when)
}

/// "Of 900 cooks seen between 1998 and 2003, 300 …": all those of whom the figure tells, and when.
fn whole_of(tokens: &Tokens, quantity: &Quantity, other: &Quantity, when: &When) -> bool {
    let of = matches!(tokens.before(before_hedges(tokens, other.first)), "of" | "among");
    let (after, comma) = (other.last < when.lead, when.run.last + 1);
    of && other.unit == Unit::None
        && after
        && tokens.word(comma) == ","
        && before_hedges(tokens, quantity.first) == comma + 1
}

fn breaks(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        // "in two periods: 1970 to 1974 and …"
        ":" if matches!(tokens.before(k), "period" | "periods" | "years" | "spells" | "waves" | "times") => false,
        ";" | ":" | "while" | "whereas" | "although" | "though" | "because" => true,
        // "all but one"
        "but" => !matches!(tokens.before(k), "all" | "none" | "nothing" | "any" | "no"),
        "–" => !tokens.glued(k),
        _ => false,
    }
}

/// Dashes from one token to another that set words apart.
fn dashes(tokens: &Tokens, from: usize, to: usize) -> usize {
    (from..to).filter(|&k| tokens.word(k) == "–" && !tokens.glued(k)).count()
}

/// Between the figure and the time behind it another clause begins: "half of them slept, and the nurses left after a year".
pub fn new_clause(words: &Words, from: usize, when: &When) -> bool {
    let tokens = words.tokens;
    let dashes_between = dashes(tokens, from, when.lead);
    // an aside between two dashes is left again, be the figure before it or in it
    let aside = dashes_between == 2 || dashes_between == 1 && dashes(tokens, 0, from) == 1;
    (from..when.lead).any(|k| {
        // "aged 40 and older"
        let ages = matches!(tokens.word(k + 1), "older" | "over" | "above" | "under" | "younger" | "up");
        // "cooks in Norway and Sweden tested between 2001 and 2004": two nouns, and what was done with them
        let noun = when.kind == Kind::Calendar
            && tokens.is_word(k + 2)
            && (when.lead == k + 3 || when.lead == k + 4 && tokens.word(k + 3) == "out")
            && !tokens.is(k + 1, Class::Article)
            // "sharing with an aunt and uncle at age four were asked"
            || when.lead == k + 2;
        // "between 1999 and 2004", "in their 40s and 50s"
        let figure = |k: usize| tokens.word(k).starts_with(|c: char| c.is_ascii_digit());
        let span = when.kind == Kind::Calendar && when.run.last > when.run.first;
        let figures = k > 0 && figure(k + 1) && (span || figure(k - 1) || tokens.before(k) == "s");
        let and = tokens.word(k) == "and" && !ages && !noun && !figures && !in_bracket(tokens, k) && {
            let verb = |j: usize| words.acts(j) || past_form(tokens, j);
            // "were cured and lived": the same people
            let same = verb(k + 1)
                || tokens.word(k + 1).ends_with("ly")
                || matches!(tokens.word(k + 1), "then" | "who" | "which" | "whose");
            // "12 and 9 per cent of cooks and sailors, respectively, had gout in 1998"
            let in_turn = (k + 1..when.lead).any(|j| tokens.word(j) == "respectively");
            !same
                && !in_turn
                && ((k + 2..when.lead).any(verb) || (when.run.last + 1..when.run.last + 3).any(|j| words.acts(j)))
        };
        // and so is a bracket: "a quarter (24%; 51) had gout"
        breaks(tokens, k) && !(tokens.word(k) == "–" && aside) && !in_bracket(tokens, k) || and
    })
}

/// "… for a decade, and the study looked at 900 nurses": another subject with a verb between the time and the figure.
fn new_subject(words: &Words, from: usize, to: usize) -> bool {
    let tokens = words.tokens;
    let verb = |k: usize| words.acts(k) || past_form(tokens, k);
    (from..to).any(|k| {
        let same = verb(k + 1) || tokens.word(k + 1).ends_with("ly") || tokens.word(k + 1) == "then";
        tokens.word(k) == "and" && !same && (k + 2..to).any(verb)
    })
}

/// "12 per cent stopped and 4 per cent …": the first figure has a verb of its own, outside "who …".
pub fn own_verb(words: &Words, from: usize, to: usize) -> bool {
    let tokens = words.tokens;
    (from..to).any(|k| {
        (words.acts(k) || past_form(tokens, k))
            && !(k.saturating_sub(3)..k).any(|j| matches!(tokens.word(j), "who" | "whose" | "which"))
    })
}

/// "fell to 30 minutes at ten, 26 minutes at 13 and 21 at 16": the age behind the figure.
fn at_age(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let number = |k: usize| tokens.is_number(k) || tokens.is(k, Class::NumberStart);
    let age = quantity.last + 2;
    let closes = matches!(tokens.word(age + 1), "," | "and" | "." | ";" | "or" | "");
    // "2 per cent after one year and 5 per cent after five"
    let timed = || words.before(quantity.first).iter().any(|q| matches!(q.unit, Unit::Time(_)));
    let led = tokens.word(age - 1) == "at" || matches!(tokens.word(age - 1), "after" | "by") && timed();
    let behind = led && number(age) && closes;
    // "At eight they rowed for 34 minutes", "At 12 boys weighed 40kg"
    let opens = || {
        let measured = matches!(quantity.unit, Unit::Time(_) | Unit::Measure(_));
        let who = matches!(tokens.word(2), "," | "they" | "she" | "he") || tokens.is(2, Class::People);
        let first = !words.quantities.iter().any(|q| q.unit == quantity.unit && q.first < quantity.first);
        measured && first && tokens.word(0) == "at" && number(1) && who
    };
    let run = |k: usize| Run { first: k, last: k };
    behind.then(|| run(age)).or_else(|| opens().then(|| run(1)))
}

/// The place of a figure in a list of figures ("82%, 71% and 60%"), and how long the list is.
pub fn place_in_list(tokens: &Tokens, quantities: &[Quantity], quantity: &Quantity) -> Option<(usize, usize)> {
    let joint = |k: usize| matches!(tokens.word(k), "," | "and");
    if !joint(quantity.last + 1) && !quantity.first.checked_sub(1).is_some_and(joint) {
        return None;
    }
    let alike: Vec<&Quantity> = quantities.iter().filter(|q| q.unit == quantity.unit).collect();
    let at = alike.iter().position(|q| q.first == quantity.first)?;
    let joined = |k: usize| {
        let (left, right) = (alike[k].last + 1, alike[k + 1].first);
        right > left && (left..right).all(joint)
    };
    let before = (0..at).rev().take_while(|&k| joined(k)).count();
    let after = (at..alike.len() - 1).take_while(|&k| joined(k)).count();
    (before + after > 0).then_some((before, before + after + 1))
}

/// "during the study", which says less than its length where that is told.
pub fn only_the_study(tokens: &Tokens, run: Run) -> bool {
    matches!(tokens.word(run.first), "during" | "throughout") && tokens.is(run.last, Class::StudyWork)
}
