//! Two bare figures behind a comparison in, whom each is of and what both tell out: "Cooks were likelier to fall than nurses,
//! 31 per cent versus 12".

use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::clause::{before_hedges, points_back, subject_before, without_people};
use super::super::grammar::likely::likely_deed;
use super::super::grammar::phrases::{Run, Words};
use super::super::group::subject::opening_people;

/// Where the comparison stands, and whether the figure is the second of the two.
struct Behind {
    than: usize,
    second: bool,
}

fn behind(words: &Words, quantity: &Quantity) -> Option<Behind> {
    /// Tokens from "than" to the first figure at most.
    const REACH: usize = 24;
    let tokens = words.tokens;
    let (first, last) = pair(words, quantity)?;
    let second = last.first == quantity.first;
    let bare = last.first - first.last <= 4
        && matches!(tokens.word(last.last + 1), "" | "." | "," | ";" | ")" | "respectively" | "–");
    let at = before_hedges(tokens, first.first);
    let lead = matches!(tokens.before(at), "(" | "," | ":" | "–")
        || tokens.before(at) == "at" && tokens.ends_at(at - 1, &[","]);
    if !bare || !lead {
        return None;
    }
    let back =
        (at.saturating_sub(REACH)..at).rev().take_while(|&k| !matches!(tokens.word(k), ";" | "." | "while" | "but"));
    let mut free = back.take_while(|&k| words.quantity_at(k).is_none());
    let than =
        free.find(|&k| tokens.word(k) == "than" && graded(tokens, k) || equalled(tokens, k) || outdone(tokens, k))?;
    Some(Behind { than, second })
}

/// "31 per cent versus 12", "31 per cent to 12 per cent", "31 per cent and 12 per cent, respectively".
fn pair<'w>(words: &'w Words, quantity: &'w Quantity) -> Option<(&'w Quantity, &'w Quantity)> {
    let tokens = words.tokens;
    if let Some(other) = words.partner(quantity).filter(|other| other.set_against) {
        return Some(if other.before { (other.quantity, quantity) } else { (quantity, other.quantity) });
    }
    let joined = |first: &Quantity, last: &Quantity| {
        let link = tokens.word(first.last + 1);
        let listed = (last.last + 1..last.last + 3).any(|k| tokens.word(k) == "respectively");
        let spans = tokens.before(before_hedges(tokens, first.first)) == "from";
        first.last + 2 == last.first && first.unit == last.unit && (link == "to" && !spans || link == "and" && listed)
    };
    let before = words.before(quantity.first).last().filter(|before| joined(before, quantity));
    let next = || words.behind(quantity.last).first().filter(|next| joined(quantity, next));
    before.map(|before| (before, quantity)).or_else(|| next().map(|next| (quantity, next)))
}

/// "were ahead of nurses", "trailed nurses": the last word before those compared with.
fn outdone(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "of" && tokens.before(k) == "ahead"
        || tokens.word(k) == "behind"
            && (tokens.is(k - usize::from(k > 0), Class::Be)
                || matches!(
                    tokens.before(k),
                    "lagged" | "trailed" | "slightly" | "just" | "far" | "well" | "finished" | "came" | "fell"
                ))
        || matches!(
            tokens.word(k),
            "outpaced" | "outnumbered" | "outscored" | "outdid" | "outperformed" | "edged" | "topped" | "surpassed"
        )
        || tokens.word(k) == "trailed" && tokens.word(k + 1) != "behind"
}

/// Those that the first of two figures is compared with; `None` within for the second.
pub fn comparator(words: &Words, quantity: &Quantity) -> Option<Option<Run>> {
    let (first, last) = pair(words, quantity)?;
    if words.partner(quantity).is_some_and(|other| other.set_against) {
        return None;
    }
    let others = group(words, last)?;
    Some((first.first == quantity.first).then_some(others))
}

/// A pair behind a comparison that does not say of what: "Cooks did better than nurses, 31 per cent to 12".
pub fn tells_nothing_else(words: &Words, quantity: &Quantity) -> bool {
    behind(words, quantity).is_some()
}

/// "as likely as", "as many cooks as".
fn equalled(tokens: &Tokens, k: usize) -> bool {
    /// Tokens from one "as" to the other at most.
    const REACH: usize = 4;
    tokens.word(k) == "as" && (k.saturating_sub(REACH)..k).any(|j| tokens.word(j) == "as" && j + 1 < k)
}

/// "more … than", "likelier … than".
fn graded(tokens: &Tokens, than: usize) -> bool {
    /// Tokens from the degree to "than" at most.
    const REACH: usize = 20;
    (than.saturating_sub(REACH)..than).rev().any(|k| {
        tokens.is(k, Class::RelativeWord)
            || matches!(tokens.word(k), "more" | "less" | "fewer" | "likelier" | "better" | "worse")
    })
}

/// The group of the figure.
pub fn group(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let Behind { than, second } = behind(words, quantity)?;
    let led = |k: usize| matches!(tokens.word(k), "in" | "among" | "amongst" | "with" | "on" | "for" | "by" | "of");
    let lead = led(than + 1);
    let run = if second {
        up_to_deed(words, words.noun_phrase(than + 1 + usize::from(lead))?)
    } else if lead {
        let at = (0..than).rev().find(|&k| tokens.word(k) == tokens.word(than + 1))?;
        let run = words.noun_phrase(at + 1).filter(|run| run.first < than)?;
        Run { first: run.first, last: run.last.min(than - 1) }
    } else {
        // "more common in women than men", "more women than men had gout"
        let near = (0..than).rev().find(|&k| led(k) || words.acts(k)).filter(|&k| led(k));
        let near = near.and_then(|k| words.noun_phrase(k + 1)).filter(|run| run.last + 1 == than && words.people(*run));
        let people = near
            .or_else(|| clause_people(words, than))
            .or_else(|| opening_people(words, than))
            .filter(|run| words.people(*run));
        let run = people.or_else(|| thing_compared(words, than))?;
        let counted = run.last > run.first && matches!(tokens.word(run.first), "more" | "fewer");
        Run { first: run.first + usize::from(counted), last: run.last.min(than - 1) }
    };
    let thing = || more_of(words, than).is_some() && run.last < quantity.first;
    (lead || words.people(run) || thing()).then_some(run)
}

/// "9 per cent fell, and nurses did better than cooks": the people at the head of the clause behind a figure.
fn clause_people(words: &Words, than: usize) -> Option<Run> {
    let tokens = words.tokens;
    let figure = words.before(than).last()?;
    let joint = (figure.last + 1..than)
        .rev()
        .find(|&k| matches!(tokens.word(k), "and" | "but" | "while" | ";" | ":" | "whereas"))?;
    let run = words.noun_phrase(joint + 1)?;
    (run.last < than && words.headed_by_people(run) && (run.last + 1..than).any(|k| words.acts(k) || k == run.last + 1))
        .then_some(run)
}

/// "Rye loaves held more salt than wheat loaves": what holds more.
fn thing_compared(words: &Words, than: usize) -> Option<Run> {
    let noun = more_of(words, than)?;
    let tokens = words.tokens;
    let degree = (0..noun.first).rev().take(4).take_while(|&k| tokens.is_word(k)).find(|&k| words.acts(k))?;
    subject_before(words, degree).filter(|run| !points_back(tokens, *run))
}

/// "more salt than": what there is more of.
fn more_of(words: &Words, than: usize) -> Option<Run> {
    /// Tokens of the noun at most.
    const LONGEST: usize = 5;
    let tokens = words.tokens;
    let plain = |k: usize| {
        (tokens.is_word(k) || tokens.word(k) == "-")
            && !words.acts(k)
            && (!tokens.is(k, Class::Preposition) || tokens.word(k) == "of")
    };
    let more = (than.saturating_sub(LONGEST + 1)..than.saturating_sub(1))
        .rev()
        .take_while(|&k| plain(k + 1))
        .find(|&k| matches!(tokens.word(k), "more" | "less" | "fewer" | "higher" | "lower" | "greater"))?;
    let run = Run { first: more + 1, last: than - 1 };
    let adjective = run.first == run.last
        && ([Class::Quality, Class::RelativeWord, Class::Condition].iter().any(|class| tokens.is(run.last, *class))
            || matches!(tokens.word(run.last), "likely" | "often" | "prone" | "common" | "frequently" | "commonly"));
    (!adjective && !words.people(run) && !tokens.word(run.last).ends_with("ly") && tokens.word(run.first) != "likely")
        .then_some(run)
}

/// "than nurses to fall": what is likely is no part of them.
fn up_to_deed(words: &Words, run: Run) -> Run {
    let deed = super::super::outcome::deed::ends_compared(words, run);
    Run { first: run.first, last: deed.map_or(run.last, |k| k - 1) }
}

/// What both figures tell.
pub fn outcome(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens from the word for likely to "than" at most.
    const REACH: usize = 20;
    let tokens = words.tokens;
    let than = behind(words, quantity)?.than;
    // "more common than with tea: falls (9 per cent vs 4 per cent)" tells it behind the mark
    if (than..quantity.first).any(|k| tokens.word(k) == ":" && k + 1 < quantity.first && tokens.is_word(k + 1)) {
        return None;
    }
    let back = than.saturating_sub(REACH)..than;
    if let Some(likely) = back.clone().rev().find(|&k| matches!(tokens.word(k), "likely" | "likelier" | "prone")) {
        return likely_deed(words, likely);
    }
    if let Some(run) = more_of(words, than) {
        return Some(run);
    }
    let be = back.rev().find(|&k| tokens.is(k, Class::Be) && tokens.is(k + 1, Class::RelativeWord))?;
    let run = subject_before(words, be).filter(|run| !points_back(tokens, *run) && !words.people(*run))?;
    Some(without_people(words, run))
}
