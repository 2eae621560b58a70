//! A time and a figure of one sentence in, whether both stand in the same part of it out: behind a front, a contrast, an
//! ellipsis.

use crate::model::ClaimKind;
use crate::text::{Class, Quantity, Tokens};

use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;
use super::own_verb;
use super::phrases::{Kind, When, follow_up};
use crate::extract::Draft;

/// "On average, in 1998, …": the time stands before the sentence proper.
pub fn fronted(words: &Words, when: &When) -> bool {
    const FRONT: usize = 5;
    let comma = words.tokens.word(when.run.last + 1) == ",";
    when.lead <= FRONT && comma && words.tokens.before(when.lead) == "," && !own_verb(words, 0, when.lead)
}

/// "in the first year, when just three …", "and in a count five years on, a mere 13 per cent": the time opens the part of
/// the sentence that the figure is told in.
pub fn leads_into(words: &Words, quantity: &Quantity, when: &When) -> bool {
    /// Tokens between "and" and the time at most.
    const REACH: usize = 5;
    let tokens = words.tokens;
    if tokens.at(when.run.last + 1, &[",", "when"]) && quantity.first <= when.run.last + 2 + REACH {
        return true;
    }
    let and =
        (when.lead.saturating_sub(REACH)..when.lead).rev().find(|&k| matches!(tokens.word(k), "and" | "but" | ";"));
    // "66 and 41 per cent at six months, and 50 …" goes on with another time
    let figure = |and: usize| words.quantities.iter().any(|q| q.first > and && q.last < when.lead);
    tokens.word(when.run.last + 1) == "," && and.is_some_and(|and| !own_verb(words, and + 1, when.lead) && !figure(and))
}

/// "tracked 900 nurses for nine years and found that 12 per cent sang, while 9 per cent snored": the time of all that was found.
pub fn found_then(tokens: &Tokens, when: &When) -> bool {
    /// Tokens from the time to the verb at most.
    const REACH: usize = 4;
    let over = matches!(when.kind, Kind::Calendar | Kind::Elapsed) && tokens.word(when.lead) != "in";
    over && (when.run.last + 1..=when.run.last + REACH).any(|k| tokens.is(k, Class::FindingVerb))
}

/// "… and 4 per cent of those left alone.": no verb behind the figure in its clause.
pub fn without_verb(words: &Words, quantity: &Quantity) -> bool {
    let tokens = words.tokens;
    let end = (quantity.last + 1..tokens.len()).find(|&k| matches!(tokens.word(k), "," | ";" | ":" | "." | "–" | "("));
    !own_verb(words, quantity.last + 1, end.unwrap_or(tokens.len()))
}

/// "After a year the cooks weighed 70kg; those without oats weighed 80kg": the others at the same time.
pub fn sets_against(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k + 1), "those" | "among" | "with" | "without")
        || tokens.word(k + 1) == "the"
            && matches!(tokens.word(k + 2), "others" | "rest" | "other" | "placebo" | "control")
}

/// The time is not that of the result: the figure itself tells of it, or it is when people joined or something began.
pub fn of_another_matter(words: &Words, draft: &Draft, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    // "half of them were followed for ten years"
    let watched = matches!(tokens.before(when.lead), "followed" | "tracked" | "monitored" | "observed" | "studied");
    let followed = watched && tokens.word(when.lead) == "for" && quantity.last < when.lead;
    // "coughed for a median of 12 days (hazard ratio 1.2)": what was measured
    let of_follow_up = (when.lead..when.run.last).any(|k| follow_up(tokens, k).is_some());
    let measured = !of_follow_up && (when.lead..when.run.first).any(|k| tokens.word(k) == "median");
    match when.kind {
        Kind::Elapsed if followed && draft.kind == ClaimKind::Percentage => true,
        Kind::Age if in_consequence(tokens, quantity, when) => true,
        Kind::Elapsed if given_for(words, quantity, when) => true,
        Kind::Elapsed if draft.kind == ClaimKind::Percentage && had_long(words, quantity, when) => true,
        // "pain that has lasted for three months" tells of the pain
        Kind::Elapsed if when.lead > 1 && tokens.before(when.lead) == "lasted" => {
            matches!(tokens.word(when.lead - 2), "has" | "have" | "had") || pain_that_lasted(tokens, when)
        }
        Kind::Elapsed if pain_that_lasted(tokens, when) => true,
        Kind::Elapsed | Kind::Named if usual_then(words, quantity, when) => true,
        Kind::Elapsed if measured && draft.kind == ClaimKind::EffectEstimate => true,
        Kind::Elapsed | Kind::Age => draft.kind != ClaimKind::SampleSize && begun_then(tokens, when),
        Kind::Calendar => joined_then(tokens, quantity, when) || of_one_man(tokens, quantity, when),
        Kind::Named => false,
    }
}

/// "pain that lasted more than a month", where "a study that lasted a year" tells when.
fn pain_that_lasted(tokens: &Tokens, when: &When) -> bool {
    let study = |k: usize| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::LastingNoun);
    // "that lasted for a month"
    let verb = if tokens.before(when.lead) == "lasted" { when.lead - 1 } else { when.lead };
    tokens.word(verb) == "lasted" && tokens.before(verb) == "that" && !(verb.saturating_sub(4)..verb).any(study)
}

/// "12 per cent got the long course, which needs a nurse at each visit": what is always so.
fn usual_then(words: &Words, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    let which = |k: &usize| tokens.word(*k) == "which" && tokens.before(*k) == ",";
    let usual = |k: usize| {
        let word = tokens.word(k + 1);
        word.ends_with('s')
            && !matches!(word, "was" | "lasts" | "spans" | "has" | "runs" | "follows" | "tracks" | "covers")
    };
    (quantity.last + 1..when.lead).rev().find(which).is_some_and(usual)
}

/// "In a trial of three doses, begun at nine months, …", not "had begun in adulthood".
fn begun_then(tokens: &Tokens, when: &When) -> bool {
    let begun =
        matches!(tokens.before(when.lead), "begun" | "started" | "starting" | "beginning" | "launched" | "enrolled");
    begun && when.lead > 1 && !tokens.is_word(when.lead - 2)
}

/// "the nurses, who were young when they joined the guild in the 1990s".
fn joined_then(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    let someone = |k: usize| matches!(tokens.word(k), "they" | "he" | "she" | "it");
    let when_they = |k: usize| tokens.word(k) == "when" && someone(k + 1) && k + 3 <= when.lead;
    (quantity.last + 1..when.lead).any(when_they)
}

/// "12 per cent eat too much, leaving them prone to gout in old age": what it may lead to.
fn in_consequence(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    let leads = |k: usize| {
        matches!(tokens.word(k), "putting" | "leaving" | "raising" | "increasing" | "making" | "setting" | "placing")
            && !tokens.is_word(k - 1)
    };
    (quantity.last + 1..when.lead).any(leads)
}

/// "half of the nurses given oats for six months had gout": how long they were given it, before the verb of the sentence.
fn given_for(words: &Words, quantity: &Quantity, when: &When) -> bool {
    /// Tokens from what was done to the time at most.
    const REACH: usize = 8;
    let tokens = words.tokens;
    if tokens.word(when.lead) != "for" || when.lead <= quantity.last {
        return false;
    }
    let done = |k: usize| {
        matches!(
            tokens.word(k),
            "given" | "taking" | "receiving" | "treated" | "prescribed" | "using" | "fed" | "exposed"
        )
    };
    let from = when.lead.saturating_sub(REACH).max(quantity.last + 1);
    let at = (from..when.lead).find(|&k| done(k));
    let verb = (when.run.last + 1..when.run.last + 3).any(|k| words.acts(k));
    at.is_some_and(|at| verb && !tokens.is(at - 1, Class::Be) && !own_verb(words, quantity.last + 1, at))
}

/// "12 per cent of the cooks had been married for ten years": how long it had been so, whenever they were asked.
fn had_long(words: &Words, quantity: &Quantity, when: &When) -> bool {
    let tokens = words.tokens;
    let perfect = |k: usize| {
        matches!(tokens.word(k), "had" | "have" | "has")
            && (tokens.word(k + 1) == "been" || past_form(tokens, k + 1) || tokens.is(k + 1, Class::PastVerb))
    };
    let watched =
        (quantity.last + 1..when.lead).any(|k| matches!(tokens.word(k), "followed" | "tracked" | "monitored"));
    tokens.word(when.lead) == "for" && (quantity.last + 1..when.lead).any(perfect) && !watched
}

/// "Dr Hale, who has run the ward since 1998, said": what one man or woman has done since then.
fn of_one_man(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    /// Tokens from "who" to the year at most.
    const REACH: usize = 14;
    let aside = when.run.last < quantity.first && tokens.word(when.run.last + 1) == ",";
    let who = (when.lead.saturating_sub(REACH)..when.lead).rev().find(|&k| tokens.word(k) == "who");
    let said = matches!(tokens.word(when.run.last + 2), "said" | "says" | "told" | "added" | "adds" | "led" | "wrote");
    let one = |k: usize| said || matches!(tokens.word(k + 1), "has" | "was" | "is" | "runs");
    // "…, according to Dr Hale, who has run the ward since 1998"
    let behind = when.lead > quantity.last && who.is_some_and(|k| k > quantity.last && tokens.word(k + 1) == "has");
    (aside || behind) && who.is_some_and(|k| tokens.before(k) == "," && one(k))
}

/// "thoughts of the sea, which nurses ask about at every visit, were told by 2 per cent": the time of a remark between commas.
pub fn in_aside(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    /// Tokens from "which" to the time at most.
    const REACH: usize = 14;
    let closed = when.run.last < quantity.first && tokens.word(when.run.last + 1) == ",";
    if closed && when.kind == Kind::Calendar {
        return sold_then(tokens, when);
    }
    if closed && when.kind == Kind::Elapsed {
        return in_gloss(tokens, when);
    }
    if !closed || when.kind != Kind::Named {
        return false;
    }
    let who = (when.lead.saturating_sub(REACH)..when.lead).rev().find(|&k| matches!(tokens.word(k), "who" | "which"));
    who.is_some_and(|k| tokens.before(k) == "," && k > 1 && !tokens.is(k - 2, Class::StudyWork))
}

/// "Their tar level, a measure of smoke over several weeks, fell by 12 points": what a thing is, told behind it.
fn in_gloss(tokens: &Tokens, when: &When) -> bool {
    /// Tokens from the comma to the time at most.
    const REACH: usize = 12;
    let comma = (when.lead.saturating_sub(REACH)..when.lead).rev().find(|&k| tokens.word(k) == ",");
    let Some(comma) = comma.filter(|&k| k > 0) else { return false };
    let study = |k: usize| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::LastingNoun);
    let gloss = (comma + 2..comma + 5).find(|&k| matches!(tokens.word(k), "of" | "for"));
    tokens.is(comma + 1, Class::Article)
        && gloss.is_some_and(|of| of < when.lead && !(comma - 1..of).any(study))
        && !(comma + 1..when.lead).any(|k| tokens.is(k, Class::PastVerb) || tokens.is(k, Class::Be))
}

/// "The syrup, first sold in 1999, cut …", where "The trial, carried out in 1999, found …" is told of the study.
fn sold_then(tokens: &Tokens, when: &When) -> bool {
    /// Tokens from the comma to the time at most.
    const REACH: usize = 6;
    let comma = (when.lead.saturating_sub(REACH)..when.lead).rev().find(|&k| tokens.word(k) == ",");
    let Some(comma) = comma.filter(|&k| k > 0 && k + 1 < when.lead) else { return false };
    let studied = |k: usize| {
        matches!(tokens.word(k), "conducted" | "carried" | "done" | "held" | "run" | "collected" | "followed" | "made")
            || matches!(tokens.word(k), "taken" | "seen" | "treated" | "diagnosed" | "admitted" | "tracked" | "born")
    };
    let done = |k: usize| {
        tokens.is(k, Class::PastVerb) || past_form(tokens, k) || matches!(tokens.word(k), "sold" | "built" | "bought")
    };
    let study = tokens.is(comma - 1, Class::StudyWork) || tokens.is(comma - 1, Class::People);
    let number = (comma + 1..when.lead).any(|k| tokens.is_number(k));
    !study && !number && (comma + 1..when.lead).any(done) && !(comma + 1..when.lead).any(studied)
}

/// "12 per cent had gout, Dr Hale told a meeting in June": when it was said.
pub fn told_at_meeting(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    if when.kind != Kind::Calendar || when.lead <= quantity.last {
        return false;
    }
    let comma = (quantity.last + 1..when.lead).rev().find(|&k| tokens.word(k) == ",");
    let said = |k: usize| matches!(tokens.word(k), "said" | "told" | "wrote" | "heard" | "announced" | "reported");
    comma.is_some_and(|comma| (comma + 1..when.lead).any(said))
}

/// "The law changed in 2009, and half of them now sleep": the clause of the time is over.
pub fn leaves_clause(tokens: &Tokens, quantity: &Quantity, when: &When) -> bool {
    /// Tokens of a hedge before the figure at most.
    const HEDGE: usize = 4;
    let and = when.run.last + 2;
    let joined = tokens.word(when.run.last + 1) == "," && matches!(tokens.word(and), "and" | "but" | "so");
    joined && quantity.first > and && quantity.first <= and + HEDGE
}

/// "seen in a third of nurses at the start of the study": the time behind the people is no part of who they are, unless it
/// tells of what they did ("nurses taking oats for a year").
pub fn beside_them(tokens: &Tokens, group: Run, when: &When) -> bool {
    let plain = |k: usize| {
        !matches!(tokens.word(k), "who" | "which" | "whose" | "that" | "on" | "taking" | "given" | "with")
            && !tokens.is(k, Class::PastVerb)
            && !tokens.is(k, Class::ConsumeVerb)
            && !(tokens.word(k).len() > 4 && (tokens.word(k).ends_with("ed") || tokens.word(k).ends_with("ing")))
    };
    let led = matches!(tokens.word(when.lead), "at" | "by" | "within" | "during" | "over" | "on" | "in")
        || matches!(tokens.word(when.run.last), "later" | "on");
    let own = matches!(tokens.word(when.lead + 1), "their" | "his" | "her" | "its");
    when.kind != Kind::Age
        && led
        && !own
        && when.lead > group.first
        && (group.first..when.lead).all(plain)
        && when.run.last == group.last
}

/// "the share of sailors who": the people of a figure, which is what the time is told of.
pub fn of_figure(tokens: &Tokens, who: usize) -> bool {
    /// Tokens from the figure to "who" at most.
    const REACH: usize = 9;
    let plain = |j: usize| tokens.is_word(j) || tokens.is_number(j);
    (who.saturating_sub(REACH)..who)
        .any(|k| tokens.is(k, Class::FigureName) && tokens.word(k + 1) == "of" && (k + 2..who).all(plain))
}
