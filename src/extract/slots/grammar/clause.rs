//! A figure that is neither subject nor predicate in, what its clause tells of it out: the maker-up of a part, what rose to
//! a level, what was seen in so many.

use crate::text::{Class, Classes, Quantity, Tokens};

use super::phrases::{Run, Words};
use super::verbs::{is_pronoun, past_form};

/// Tokens of one clause looked back over.
pub(super) const REACH: usize = 26;

/// The token behind the word that leads to the figure at `first`: "rose to about 7", "in nearly 7".
#[inline]
pub fn before_hedges(tokens: &Tokens, first: usize) -> usize {
    /// Of every word that can be the last of a hedge.
    const ENDS: Classes = Classes::of(&[Class::Approx, Class::NumberLead, Class::DurationFiller, Class::AsideLead]);
    let ends = first > 0 && tokens.classes(first - 1).meets(ENDS);
    debug_assert!(ends || hedged_from(tokens, first) == first, "{} ends a hedge", tokens.before(first));
    if ends { hedged_from(tokens, first) } else { first }
}

#[inline(never)]
fn hedged_from(tokens: &Tokens, first: usize) -> usize {
    /// Tokens of a hedge at most ("just a little over").
    const LONGEST: usize = 5;
    let hedge = |k: usize| {
        tokens.is(k, Class::Approx)
            || matches!(
                tokens.word(k),
                "just"
                    | "only"
                    | "than"
                    | "more"
                    | "less"
                    | "fewer"
                    | "up"
                    | "least"
                    | "most"
                    | "an"
                    | "a"
                    | "over"
                    | "under"
                    | "well"
                    | "further"
                    | "estimated"
                    | "average"
            )
    };
    let mut at = first;
    while at > 0 && first - at < LONGEST && hedge(at - 1) {
        at -= 1;
    }
    // "up to 7 per cent", "at least 7", "an average of 7"
    let doubled = at > 1
        && match tokens.word(at - 1) {
            "to" => tokens.word(at - 2) == "up",
            "least" | "most" => tokens.word(at - 2) == "at",
            "of" => matches!(tokens.word(at - 2), "average" | "total"),
            _ => false,
        };
    if doubled && at + LONGEST > first { before_hedges(tokens, at - 2) } else { at }
}

/// Words that only point at something told before.
pub fn points_back(tokens: &Tokens, run: Run) -> bool {
    (run.first..=run.last).all(|k| {
        matches!(
            tokens.word(k),
            "it" | "they"
                | "this"
                | "that"
                | "these"
                | "those"
                | "which"
                | "who"
                | "there"
                | "he"
                | "she"
                | "we"
                | "i"
                | "you"
                | "them"
                | "also"
                | "both"
                | "one"
                | "what"
                | "figure"
                | "figures"
                | "number"
                | "rate"
                | "proportion"
                | "alone"
                | "then"
                | "and"
                | "so"
                | "the"
                | "as"
        )
    })
}

/// The subject of the verb at `verb`: before its auxiliaries, and before the verbs that have one subject with it.
pub fn subject_before(words: &Words, verb: usize) -> Option<Run> {
    let tokens = words.tokens;
    let end = before_auxiliaries(tokens, verb);
    if matches!(tokens.before(end), "and" | "but" | "then" | "or") {
        let mut back = (end.saturating_sub(REACH)..end - 1).rev().take_while(|&k| !ends_sentence(tokens, k));
        let verb = |k: usize| acts(words, k) || tokens.is(k, Class::MakesUp) && tokens.word(k + 1) != "of";
        // "use rose to 4 and stood at 6", "drops cost more and made up half": the earlier verb's subject
        let earlier = back.find(|&k| verb(k) && !matches!(tokens.before(k), "who" | "which" | "that"))?;
        return subject_before(words, earlier);
    }
    let run = words.noun_phrase_before(end)?;
    // "the group saw their pulse drop", "tea made the heart slow": the subject of the second verb
    let seen = (run.first + 1..run.last).rev().find(|&k| {
        tokens.is(k + 1, Class::Article)
            && matches!(
                tokens.word(k),
                "saw" | "see" | "sees" | "had" | "made" | "makes" | "let" | "helped" | "kept" | "watched" | "found"
            )
    });
    // "for those who rowed daily the risk fell": the clause begins with its article
    if let Some(the) = (run.first + 1..run.last).rev().find(|&k| words.article_begins(k)) {
        return Some(Run { first: the + 1, last: run.last });
    }
    // "whose pulse rose", "as the heat rose", "while simultaneously raising": what only leads to the subject
    let lead = match tokens.word(run.first) {
        "whose" => 1,
        "as" | "when" | "if" | "although" | "because" | "once" | "since" => {
            1 + usize::from(tokens.is(run.first + 1, Class::Article))
        }
        _ => 0,
    };
    Some(Run { first: seen.map_or(run.first + lead, |k| k + 2).min(run.last), last: run.last })
}

/// Where the auxiliaries and adverbs of the verb at `verb` begin: "was found to have been", "may also".
pub(super) fn before_auxiliaries(tokens: &Tokens, verb: usize) -> usize {
    /// Tokens of a verb with its auxiliaries at most.
    const LONGEST: usize = 7;
    let mut end = verb;
    let auxiliary = |k: usize, end: usize| {
        tokens.is(k, Class::Be)
            || tokens.is(k, Class::Modal)
            || matches!(tokens.word(k), "have" | "has" | "had" | "been" | "also" | "which" | "that" | "did" | "do")
            || tokens.word(k).ends_with("ly") && tokens.word(k).len() > 4
            || matches!(
                tokens.word(k),
                "need"
                    | "needs"
                    | "needed"
                    | "seems"
                    | "seemed"
                    | "appeared"
                    | "tended"
                    | "continued"
                    | "set"
                    | "expected"
            ) && tokens.word(end) == "to"
            || tokens.word(k) == "to"
            || matches!(tokens.word(k), "found" | "shown" | "seen" | "thought" | "estimated" | "likely")
                && (tokens.is(end, Class::Be) || matches!(tokens.word(end), "to" | "have"))
    };
    while end > 0 && verb - end < LONGEST && auxiliary(end - 1, end) {
        end -= 1;
    }
    end
}

fn ends_sentence(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), ";" | ":" | "." | "!" | "?" | "while" | "whereas" | "although")
}

/// The verb of a clause, known or formed like one with an object or an adverb behind it.
fn acts(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    words.acts(k) || tokens.is(k, Class::ChangeVerb) && moves(tokens, k)
}

/// "Sugar accounted for 7 per cent", "snacks made up half of the meal and gave 9 per cent of its fat": the maker-up of a part.
pub fn maker_up(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    // "Rain behind 40 per cent of falls", without a verb
    let at = before_hedges(tokens, quantity.first);
    let blamed = [&["behind"][..], &["responsible", "for"], &["to", "blame", "for"], &["blamed", "for"]];
    if let Some(lead) = blamed.iter().find(|lead| tokens.ends_at(at, lead)) {
        let told = words.noun_phrase_before(before_auxiliaries(tokens, at - lead.len()))?;
        let last = if lead.len() > 1 { at - 2 } else { at - 1 };
        return (!points_back(tokens, told)).then_some(Run { first: told.first, last });
    }
    let verb = maker_verb(words, quantity)?;
    let told = subject_before(words, verb)?;
    // "drink is to blame for": the verb without an object of its own says what the subject does
    let last =
        if tokens.is(verb, Class::Be) { before_hedges(tokens, quantity.first).checked_sub(2)? } else { told.last };
    (!points_back(tokens, told)).then_some(Run { first: told.first, last: last.max(told.last) })
}

/// The verb that makes the figure the part of its subject.
pub fn maker_verb(words: &Words, quantity: &Quantity) -> Option<usize> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let from = at.saturating_sub(REACH);
    let mut back = (from..at).rev().take_while(|&k| !ends_sentence(tokens, k));
    let verb = back.find(|&k| words.acts(k) || tokens.is(k, Class::MakesUp) || tokens.is(k, Class::ChangeVerb))?;
    let direct = verb + 1 == at;
    let makes = match tokens.word(verb) {
        "make" | "makes" | "made" | "making" => direct || tokens.word(verb + 1) == "up",
        "provide" | "provides" | "provided" | "providing" | "form" | "forms" | "formed" | "forming" => direct,
        // "as many as 7 represented the firm" stands before no figure
        _ => tokens.is(verb, Class::MakesUp),
    };
    let blamed = tokens.is(verb, Class::Be)
        && (tokens.at(verb + 1, &["to", "blame", "for"])
            || tokens.at(verb + 1, &["responsible", "for"])
            || tokens.word(verb + 1) == "behind");
    let passive = tokens.is(verb.wrapping_sub(1), Class::Be) && !tokens.is(verb, Class::Be);
    ((makes && !passive) || blamed).then_some(verb)
}

/// A verb of change or of standing, with a figure to go to behind it.
fn moves(tokens: &Tokens, k: usize) -> bool {
    let next = tokens.word(k + 1);
    matches!(next, "from" | "to" | "at" | "between" | "by" | "in" | "over" | "again" | "back")
        || next.ends_with("ly")
        || tokens.is_number(k + 1)
}

/// "The use of drops rose from 2 per cent to 6 per cent", "uptake varied between 4 and 9 per cent": what stood at a level.
pub fn level(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let at = before_hedges(tokens, quantity.first);
    let led = matches!(tokens.before(at), "from" | "to" | "at" | "between" | "reaching" | "off");
    let mut back = (at.saturating_sub(REACH)..at).rev().take_while(|&k| led && !ends_sentence(tokens, k));
    let stands = |k: usize| {
        let stood = matches!(
            tokens.word(k),
            "varied"
                | "ranged"
                | "stood"
                | "peaked"
                | "averaged"
                | "went"
                | "restored"
                | "swung"
                | "hovered"
                | "stayed"
        );
        (tokens.is(k, Class::ChangeVerb) || stood) && !tokens.word(k).ends_with("ing") && moves(tokens, k)
    };
    let noun =
        |k: usize| (k.saturating_sub(3)..k).any(|j| tokens.is(j, Class::Article) || tokens.word(j).ends_with("fold"));
    let risen = |k: usize| tokens.is(k, Class::ChangeNoun) && noun(k) && matches!(tokens.word(k + 1), "in" | "of");
    // "had a pulse that fell from …", "lost weight from …" are told by their own verbs
    let verb = back.find(|&k| stands(k) || risen(k) || words.acts(k) && !tokens.is(k, Class::Modal))?;
    if risen(verb) {
        return words.noun_phrase(verb + 2).filter(|run| run.last < at);
    }
    // "the drops raised the rate of sleep to 12 per cent"
    let object = verb + 1 + usize::from(tokens.is(verb + 1, Class::Article));
    if tokens.is(verb, Class::ChangeVerb) && !moves(tokens, verb) && tokens.before(at) == "to" && object + 1 < at {
        return Some(Run { first: object, last: at - 2 });
    }
    let run = subject_before(words, verb).filter(|run| stands(verb) && !points_back(tokens, *run))?;
    let run = without_place(tokens, run);
    (!words.people(run) || counted(tokens, run)).then_some(run)
}

/// "use of the drug in the north over four weeks" → "use of the drug": where and when it was is no part of it.
pub fn without_place(tokens: &Tokens, run: Run) -> Run {
    let place = (run.first + 1..=run.last).find(|&k| {
        matches!(
            tokens.word(k),
            "in" | "at" | "over" | "during" | "across" | "among" | "within" | "between" | "throughout"
        ) && !tokens.is(k - 1, Class::ChangeNoun)
            && !tokens.is(k - 1, Class::RelativeNoun)
    });
    Run { first: run.first, last: place.map_or(run.last, |k| k - 1) }
}

/// "the number of patients", "use of the drug by men": no people but how many or how much.
fn counted(tokens: &Tokens, run: Run) -> bool {
    (run.first..run.last).any(|k| tokens.word(k + 1) == "of" && k < run.first + 4)
}

/// "Complete answers were available for 24 of the pupils", "the rash had come back in 24": the clause before the figure.
pub fn seen_in(words: &Words, first: usize) -> Option<Run> {
    let tokens = words.tokens;
    let lead = before_hedges(tokens, first).checked_sub(1)?;
    let leads = matches!(tokens.word(lead), "in" | "for" | "among" | "on" | "during");
    // "on 12 per cent of days", not "on 12 May"
    let part = || words.quantity_at(first).is_some_and(|q| tokens.word(q.last + 1) == "of");
    if !leads || tokens.word(lead) == "on" && !part() {
        return None;
    }
    let start = (lead.saturating_sub(REACH)..lead).rev().find(|&k| {
        let next = matches!(tokens.word(k), "and" | "but") && is_pronoun(tokens.word(k + 1));
        next || ends_sentence(tokens, k) || matches!(tokens.word(k), "," | "that" | "(" | ")" | "\"")
    });
    let start = start.map_or(lead.saturating_sub(REACH), |k| k + 1);
    // "with a hole seen in 12 per cent of boats"
    if tokens.word(start) == "with" && start + 2 < lead {
        let first = start + 1 + usize::from(tokens.is(start + 1, Class::Article));
        return Some(Run { first, last: lead - 1 });
    }
    let did = |k: usize| past_form(tokens, k) && is_pronoun(tokens.before(k));
    let verb = (start..lead).find(|&k| (words.acts(k) || did(k)) && !matches!(tokens.before(k), "who" | "which"))?;
    if tokens.is(verb, Class::ChangeVerb) {
        return None;
    }
    let found =
        matches!(tokens.word(verb), "found" | "saw" | "detected" | "reported" | "noted" | "observed" | "identified")
            && !tokens.is(verb.wrapping_sub(1), Class::Be);
    if found || tokens.before(verb) == "there" {
        // "the scan found cracks in 12 per cent", "there was a rash in 9 per cent"
        let run = words.noun_phrase(verb + 1).filter(|run| run.last < lead)?;
        return Some(run);
    }
    // "A response, told by the pulse, was seen in 9 per cent": the subject stands before the aside
    if verb == start && tokens.before(start) == "," && tokens.is(verb, Class::Be) {
        return subject_before(words, verb).filter(|run| !points_back(tokens, *run));
    }
    let subject = subject_before(words, verb).filter(|run| run.first >= start)?;
    let place = (verb + 1..lead).find(|&k| tokens.is(k, Class::Preposition));
    let last = place.unwrap_or(lead) - 1;
    if points_back(tokens, subject) {
        // "they slept less in 9 of 12 towns"
        let did = !tokens.is(verb, Class::Be) && !tokens.is(verb, Class::Modal) && last > verb;
        return did.then_some(Run { first: verb, last });
    }
    // "a rash came up in 9 per cent": what occurred is the subject alone
    let up = matches!(tokens.word(verb + 1), "up" | "out")
        && matches!(
            tokens.word(verb),
            "came" | "comes" | "turned" | "turns" | "cropped" | "broke" | "showed" | "popped"
        );
    if up {
        return Some(subject);
    }
    Some(Run { first: subject.first, last })
}

/// "Cracks were found in both groups: 8 per cent of the one, 9 per cent of the other": the clause before the colon.
pub fn before_colon(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens of a list behind a colon at most.
    const LONGEST_LIST: usize = 60;
    let tokens = words.tokens;
    let colon = (quantity.first.saturating_sub(LONGEST_LIST)..quantity.first)
        .rev()
        .take_while(|&k| !words.acts(k))
        .find(|&k| tokens.word(k) == ":")?;
    // "Fall rates: cooks 9 per cent, nurses 4 per cent"
    if colon > 1 && tokens.before(colon).starts_with("rate") {
        return words.noun_phrase(0).filter(|run| run.last + 1 == colon);
    }
    let verb = (colon.saturating_sub(REACH)..colon).rev().find(|&k| tokens.is(k, Class::Be))?;
    let cases = |run: &Run| tokens.is(run.last, Class::Condition) || counted(tokens, *run);
    subject_before(words, verb).filter(|run| (!words.people(*run) || cases(run)) && !points_back(tokens, *run))
}

/// "14 more repairs per 1,000 boats", "nine more boats were mended for every 200": what the rate counts.
pub fn counted_per(words: &Words, quantity: &Quantity) -> Option<Run> {
    let tokens = words.tokens;
    let per = (quantity.first + 2..quantity.last).find(|&k| {
        matches!(tokens.word(k), "per" | "every") && !matches!(tokens.word(k + 1), "cent" | "cents")
            || tokens.word(k) == "for" && tokens.word(k + 1) == "every"
    })?;
    let describes = |k: usize| {
        tokens.is_number(k)
            || tokens.is(k, Class::RelativeWord)
            || tokens.is(k, Class::NumberStart)
            || matches!(tokens.word(k), "extra" | "additional" | "new" | "further" | "excess" | "in" | "out" | "of")
    };
    let first = (quantity.first + 1..per).find(|&k| !describes(k) && tokens.is_word(k))?;
    Some(Run { first, last: per - 1 })
}

/// "goitre was five times more likely and gout four times": the noun beside a later figure of a list of changes.
pub fn listed_change(words: &Words, quantity: &Quantity) -> Option<Run> {
    /// Tokens between two figures of the list, and of a noun in it, at most.
    const NEAR: usize = 14;
    const LONGEST: usize = 6;
    let tokens = words.tokens;
    let before = words.before(quantity.first).iter().rev().find(|q| q.unit == quantity.unit)?;
    let at = before_hedges(tokens, quantity.first);
    if quantity.first - before.last > NEAR || at <= before.last + 1 {
        return None;
    }
    let joint = (before.last + 1..at).rev().find(|&k| matches!(tokens.word(k), "," | "and" | ";"))?;
    let first = (joint + 1..at).find(|&k| !tokens.is(k, Class::Article) && tokens.word(k) != "and")?;
    let end = if tokens.is(at - 1, Class::Be) { at - 1 } else { at };
    let noun = |k: usize| {
        tokens.is_word(k)
            && !words.acts(k)
            && ![Class::ChangeVerb, Class::RelativeWord, Class::StopPhrase, Class::Preposition, Class::Approx]
                .iter()
                .any(|class| tokens.is(k, *class))
            && !is_pronoun(tokens.word(k))
    };
    let fits = first < end && end - first <= LONGEST && (first..end).all(|k| noun(k) || tokens.word(k) == "of");
    fits.then(|| Run { first, last: end - 1 }).filter(|run| !words.people(*run))
}

/// "the chances of survival of sailors with gout" → "the chances of survival": people are no part of what changed.
pub fn without_people(words: &Words, run: Run) -> Run {
    let people = people_lead(words, run.first + 1, run.last);
    Run { first: run.first, last: people.map_or(run.last, |k| k - 1) }
}

/// The preposition among the tokens `from..to` that leads to people.
pub fn people_lead(words: &Words, from: usize, to: usize) -> Option<usize> {
    /// Tokens of a description before its head at most ("older, mostly female sailors").
    const LONGEST: usize = 5;
    let tokens = words.tokens;
    let people = |k: usize| {
        words.people(Run { first: k, last: k })
            && tokens.before(k) != "time"
            && !tokens.word(k).ends_with("'s")
            && !tokens.word(k).ends_with('\'')
    };
    (from..to).find(|&k| {
        matches!(tokens.word(k), "of" | "in" | "for" | "among" | "amongst")
            && (k + 1..k + 1 + LONGEST)
                .take_while(|&j| {
                    (!tokens.is(j, Class::StopPhrase) || matches!(tokens.word(j), "and" | "or"))
                        && j <= to
                        && !tokens.is(j, Class::Preposition)
                        && (tokens.is_word(j) || tokens.is_number(j) || tokens.word(j) == "-")
                })
                .any(people)
    })
}
