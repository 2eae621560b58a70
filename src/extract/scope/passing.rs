//! A sentence in, the token from which it tells of a study that is not the reported one out: named in passing, by its year,
//! its country or its likeness.

use std::ops::Range;

use crate::text::{Class, Token, Tokens};

/// Where a sentence turns to another study. `known`: readers have met the reported one in a paragraph before; `met`: some
/// study was spoken of.
pub fn other_study_named(text: &str, tokens: &Tokens, known: bool, met: bool) -> Option<usize> {
    let told = recalled(tokens)
        .or_else(|| unlike_the_study(tokens))
        .or_else(|| known.then(|| approved_long_ago(tokens)).flatten())
        .or_else(|| evidence_from_elsewhere(text, tokens))
        .or_else(|| known.then(|| bygone_studies(tokens).or_else(|| comes_as(tokens))).flatten());
    let opening = || {
        opening_year(tokens)
            .or_else(|| a_trial_run(tokens))
            .or_else(|| when_others(text, tokens))
            .or_else(|| dated_research(tokens))
            .or_else(|| dated_report(tokens))
            .or_else(|| years_ago(tokens))
            .or_else(|| month_of_a_study(tokens))
    };
    let studies = tokens.any(Class::ResearchNoun) || tokens.any(Class::StudyWork);
    let study = |token: &Token| token.classes.has_either(Class::ResearchNoun, Class::StudyWork);
    let named = || {
        let nouns = tokens.iter().skip(1).filter(|(k, token)| study(token) && study_noun(tokens, *k));
        nouns.into_iter().find_map(|(k, _)| names_another(text, tokens, k, (known, met)))
    };
    told.or_else(|| met.then(opening).flatten()).or_else(|| studies.then(named).flatten())
}

/// "The findings echo those of a Danish team", "The news follows the famous syrup trial": what the findings are set beside.
fn recalled(tokens: &Tokens) -> Option<usize> {
    const SUBJECT: usize = 12;
    if !(tokens.any(Class::Recalls) || tokens.any(Class::SetBeside)) {
        return None;
    }
    let subject = |k: usize| {
        tokens.is(k, Class::StudyWork)
            || matches!(tokens.word(k), "findings" | "finding" | "results" | "result" | "news" | "conclusions" | "data")
            || matches!(
                tokens.word(k),
                "report" | "paper" | "work" | "figures" | "figure" | "rate" | "discovery" | "they" | "it" | "this"
            )
    };
    let set_beside = |k: usize| {
        let next = k + 1;
        let object = tokens.is(next, Class::Article)
            || tokens.is(next, Class::Preposition)
            || matches!(tokens.word(next), "that" | "those" | "what");
        match tokens.word(k) {
            // "the study follows 900 nurses" tells how it was done
            "follow" | "follows" | "followed" => {
                let news = (0..k).any(|j| tokens.word(j) == "news") && tokens.word(next) != "the";
                let report = |j: usize| study_noun(tokens, j) || news && tokens.is(j, Class::ResearchNoun);
                tokens.is(next, Class::Article) && (next + 1..next + 5).any(report)
            }
            "come" | "comes" | "came" => tokens.word(next) == "after",
            // "the results line up with the trial of 2010"
            "line" | "lines" | "lined" if tokens.word(next) == "up" => tokens.word(next + 1) == "with",
            "consistent" | "odds" | "keeping" | "line" | "squares" | "squared" => tokens.word(next) == "with" && k > 1,
            "agree" | "agrees" | "fits" => {
                tokens.word(next) == "with" && (next + 1..next + 5).any(|j| study_noun(tokens, j))
            }
            _ => tokens.is(k, Class::Recalls) && object,
        }
    };
    let at = (1..SUBJECT.min(tokens.len()))
        .find(|&k| tokens.classes(k).has_either(Class::Recalls, Class::SetBeside) && set_beside(k))?;
    (0..at).any(subject).then_some(at)
}

/// "This comes as fresh research says half of cooks snore": the news is set beside another study.
fn comes_as(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 4;
    if !tokens.any(Class::SetBeside) {
        return None;
    }
    let at = (1..3).find(|&k| matches!(tokens.word(k), "comes" | "came") && tokens.word(k + 1) == "as")?;
    let news = matches!(tokens.word(at - 1), "it" | "this" | "that" | "news" | "warning" | "move");
    (news && (at + 2..at + 2 + NEAR).any(|k| study_noun(tokens, k) || tokens.word(k) == "research")).then_some(at)
}

/// "Like the new study, a British one …", "Unlike the trial, …": behind the comma another is told of.
fn unlike_the_study(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 4;
    let named = || (1..NEAR).find(|&k| study_noun(tokens, k) || tokens.is(k, Class::StudyWork));
    let comma = matches!(tokens.word(0), "like" | "unlike").then(named).flatten()? + 1;
    let known = matches!(tokens.word(1), "the" | "this");
    (known && tokens.word(comma) == ",").then_some(comma + 1)
}

/// "The agency cleared the pump in 2010 on the strength of a trial of 90 cooks": what an approval long ago rested on.
fn approved_long_ago(tokens: &Tokens) -> Option<usize> {
    const SUBJECT: usize = 12;
    const NEAR: usize = 10;
    let verb = (1..SUBJECT).find(|&k| matches!(tokens.word(k), "approved" | "cleared" | "licensed" | "authorized"))?;
    let long_ago = |k: usize| {
        tokens.word(k) == "in" && is_year(tokens, k + 1)
            || matches!(tokens.word(k), "ago" | "older" | "original" | "earlier")
    };
    let rests = |k: usize| matches!(tokens.word(k), "after" | "strength" | "based" | "basis");
    ((verb + 1..verb + NEAR).any(long_ago) && (verb + 1..verb + NEAR).any(rests)).then_some(verb)
}

/// "Better evidence, of a sort, comes from Norway": a place or a study of its own.
fn evidence_from_elsewhere(text: &str, tokens: &Tokens) -> Option<usize> {
    const OPENING: usize = 4;
    const ASIDE: usize = 7;
    // "comes" is one of them
    if !tokens.any(Class::SetBeside) {
        return None;
    }
    let more = |k: usize| {
        matches!(tokens.word(k), "better" | "more" | "further" | "other" | "similar" | "stronger" | "some" | "earlier")
    };
    let evidence = (1..OPENING).find(|&k| matches!(tokens.word(k), "evidence" | "support" | "hints" | "clues"))?;
    let comes = |k: &usize| matches!(tokens.word(*k), "comes" | "come" | "came") && tokens.word(k + 1) == "from";
    let at = (evidence + 1..evidence + ASIDE).find(comes)?;
    (more(evidence - 1) && tokens.is_capital(text, at + 2)).then_some(at)
}

/// "In 2010 a team from Hull reported that …", "Back in 2001, a trial of 90 cooks was stopped": told of another year.
fn opening_year(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 9;
    const FAR: usize = 16;
    let at = (0..2).find(|&k| tokens.word(k) == "in" && is_year(tokens, k + 1))?;
    let tells = |k: usize| {
        matches!(
            tokens.word(k),
            "reported" | "published" | "showed" | "announced" | "concluded" | "revealed" | "halted"
        )
    };
    // "In 2010, scientists in Hull found that", "In 2010, doctors warned", but not "the scientists found"
    let of_others = || {
        let subject = if tokens.word(at + 2) == "," { at + 3 } else { at + 2 };
        let told = |k: usize| tokens.classes(k).has_either(Class::FindingVerb, Class::ReportingVerb);
        tokens.classes(subject).has_either(Class::Finder, Class::Researcher) && (subject..at + NEAR).any(told)
    };
    let study = |k: usize| matches!(tokens.word(k), "a" | "an") && (k + 1..k + 4).any(|j| study_noun(tokens, j));
    ((at + 2..at + NEAR).any(tells) || (at + 2..at + FAR).any(study) || of_others()).then_some(at)
}

/// "In a pilot scheme in Hull last year, 40 of 90 cooks slept": what somebody tried out once.
fn a_trial_run(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 12;
    let scheme = |k: usize| matches!(tokens.word(k), "pilot" | "program" | "programme" | "project" | "scheme");
    let opens = tokens.word(0) == "in" && matches!(tokens.word(1), "a" | "an" | "one") && (2..5).any(scheme);
    let dated = |k: usize| {
        tokens.word(k) == "in" && is_year(tokens, k + 1)
            || tokens.word(k) == "last"
                && matches!(tokens.word(k + 1), "year" | "spring" | "summer" | "autumn" | "fall" | "winter")
    };
    let mut phrase = (3..NEAR).take_while(|&k| tokens.word(k) != ",");
    (opens && phrase.any(dated)).then_some(0)
}

/// "In May, a study in a journal showed …", "In June, research on 90 cooks found": told of another month.
fn month_of_a_study(tokens: &Tokens) -> Option<usize> {
    let month = tokens.word(0) == "in" && tokens.is(1, Class::Month);
    let subject = if tokens.word(2) == "," { 3 } else { 2 };
    let study = matches!(tokens.word(subject), "a" | "an") && (subject + 1..subject + 4).any(|k| study_noun(tokens, k))
        || matches!(tokens.word(subject), "research" | "researchers" | "scientists" | "tests");
    (month && study).then_some(0)
}

/// "Two years ago, researchers in Hull found …", "A year ago a trial of 90 cooks …": told of another time.
fn years_ago(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 9;
    let ago = (2..4).find(|&k| tokens.word(k) == "ago" && tokens.is(k - 1, Class::TimeUnit))?;
    let subject = if tokens.word(ago + 1) == "," { ago + 2 } else { ago + 1 };
    let others = tokens.is(subject, Class::Finder)
        || tokens.at(subject, &["the", "same"])
        || matches!(tokens.word(subject), "a" | "an") && (subject + 1..subject + 4).any(|k| study_noun(tokens, k));
    let tells = |k: usize| {
        tokens.is(k, Class::FindingVerb) || tokens.is(k, Class::ReportingVerb) || tokens.is(k, Class::PastVerb)
    };
    (others && (subject..subject + NEAR).any(tells)).then_some(0)
}

/// "Research in Denmark in 2008 suggested that …", "Work published in 2001 showed": research without an article and of a year.
fn dated_research(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 10;
    const OPENING: usize = 3;
    let several = |k: &usize| matches!(tokens.word(*k), "research" | "work" | "studies" | "tests" | "trials");
    let noun = (0..OPENING).find(several)?;
    let dated = |k: &usize| tokens.word(*k) == "in" && (is_year(tokens, k + 1) || is_decade(tokens, k + 2));
    let year = (noun + 1..NEAR).find(dated)?;
    let told =
        |k: usize| tokens.is(k, Class::FindingVerb) || matches!(tokens.word(k), "had" | "reported" | "estimated");
    (year + 2..year + 5).any(told).then_some(0)
}

/// "Surgeons in Hull reported in 2009 that …": told of another year.
fn dated_report(tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 8;
    if !tokens.is(0, Class::Researcher) {
        return None;
    }
    let told = |k: usize| {
        tokens.classes(k).has_either(Class::FindingVerb, Class::ReportingVerb) || tokens.word(k) == "reported"
    };
    let verb = (1..NEAR).find(|&k| told(k))?;
    let year = tokens.word(verb + 1) == "in" && is_year(tokens, verb + 2);
    year.then_some(0)
}

/// "When Danish researchers asked 900 cooks, …", "Compare that with the trial of 2011": told for comparison.
fn when_others(text: &str, tokens: &Tokens) -> Option<usize> {
    const NEAR: usize = 9;
    let people = |k: usize| {
        matches!(tokens.word(k), "researchers" | "scientists" | "doctors" | "investigators" | "physicians" | "surgeons")
    };
    let others = tokens.word(0) == "when" && tokens.is_capital(text, 1) && (2..4).any(people);
    let compare = tokens.word(0) == "compare" && (1..NEAR).any(|k| study_noun(tokens, k));
    // "When inspectors in Hull weighed 90 pies last year, …"
    let then = |k: usize| {
        tokens.at(k, &["last", "year"]) || tokens.word(k) == "ago" || tokens.word(k) == "in" && is_year(tokens, k + 1)
    };
    let back_then = || {
        let clause = (2..2 * NEAR).take_while(|&k| !tokens.is_sign(k));
        tokens.word(0) == "when" && tokens.is(1, Class::Researcher) && clause.into_iter().any(then)
    };
    (others || compare || back_then()).then_some(0)
}

/// "a much-quoted Swedish cohort", "the famous syrup trial", "a trial of the same drug", "a study of 90 men in 2010": where
/// the name of a study begins that says that it is not the one reported; `noun` is its last word.
fn names_another(text: &str, tokens: &Tokens, noun: usize, (known, met): (bool, bool)) -> Option<usize> {
    const NAME: usize = 6;
    let name = (noun.saturating_sub(NAME)..noun).rev();
    let name = name.take_while(|&j| tokens.is_word(j) || tokens.word(j) == "-" || in_name(tokens, j));
    let k = name.into_iter().find(|&k| matches!(tokens.word(k), "a" | "an" | "one" | "the" | "that"))?;
    // ", reveals a British study of 900 boys", "Oats and Gout: A Review of 14 Trials"
    if tokens.before(k) == ":" || tokens.is(k.wrapping_sub(1), Class::FindingVerb) && tokens.before(k).ends_with('s') {
        return None;
    }
    let before = k + 1..noun;
    // "the known study", "the older study group"
    let alone = !tokens.is_word(noun + 1) || !tokens.is(noun + 1, Class::People) && tokens.word(noun + 1) != "group";
    if before.clone().any(|j| tokens.is(j, Class::Bygone)) && alone {
        let vague = before.clone().any(|j| matches!(tokens.word(j), "known" | "older" | "similar" | "rival"));
        return (known || met && tokens.word(k) != "the" || !vague).then_some(k);
    }
    // "the 2015 trial", "a 2015 Danish trial"
    if known && before.clone().any(|j| is_year(tokens, j)) {
        return Some(k);
    }
    // "In one survey of 900 cooks", "one trial in Norway found"
    let leads = || k == 0 || tokens.before(k) == "in" && (k <= 2 || tokens.is_sign(k - 2));
    let some = known && tokens.word(k) == "one" && leads() && !tokens.is(noun + 1, Class::People);
    if some && !several_studies(text) {
        return Some(k);
    }
    // "with gout, where a trial of 900 cooks …"
    if met && tokens.word(k) == "a" && tokens.before(k) == "where" {
        return Some(k);
    }
    // "a larger study of 900 people had found no such link"
    let compared = before.clone().any(|j| matches!(tokens.word(j), "larger" | "bigger" | "smaller" | "longer"));
    let some_other = known && matches!(tokens.word(k), "a" | "an");
    if met && (compared || some_other) && had_found(tokens, noun) {
        return Some(k);
    }
    let new = before.clone().any(|j| matches!(tokens.word(j), "new" | "latest" | "recent" | "current" | "second"));
    let capitals = || before.clone().any(|j| tokens.is_capital(text, j));
    if known && dated_in_an_aside(tokens, before.clone(), noun) {
        return Some(k);
    }
    // "the Danish trial that put oats on the map"
    let defined = tokens.word(k) == "the" && matches!(tokens.word(noun + 1), "that" | "which");
    // "the big trial that prompted the advice"
    let led_to = || match tokens.word(noun + 2) {
        "led" | "gave" | "paved" | "opened" => matches!(tokens.word(noun + 3), "to" | "rise" | "the"),
        "prompted" | "inspired" | "persuaded" | "established" | "underpins" | "underpinned" | "won" => true,
        _ => false,
    };
    if met && defined && !new && (known && capitals() || led_to()) {
        return Some(k);
    }
    if met && !known && !new && tokens.word(k) != "the" && of_a_past_year(tokens, noun) {
        return Some(k);
    }
    if !known || tokens.word(k) == "the" || new {
        return None;
    }
    let drawn = matches!(tokens.before(k), "from" | "of" | "using" | "as" | "is" | "was" | "conducted" | "in")
        && tokens.word(k) != "one";
    // "In a big German registry, …" opens another matter
    let opens = k == 1 && tokens.word(0) == "in";
    // "In a small study in Danish sailors" tells who they were
    let place = |at: usize| tokens.is_capital(text, at) && !(at + 1..at + 3).any(|j| tokens.is(j, Class::People));
    let there = || opens && tokens.word(noun + 1) == "in" && place(noun + 2);
    // "By contrast, 12 per cent of the sailors in a Danish trial fell", "In comparison, …"
    let against = matches!(tokens.word(0), "by" | "in") && matches!(tokens.word(1), "contrast" | "comparison");
    let drawn = drawn && !against;
    let abroad = || there() || capitals() && (opens || against || goes_on_to_tell(tokens, noun));
    ((opens || !drawn) && abroad() && !several_studies(text) || told_of_elsewhere(tokens, noun)).then_some(k)
}

/// "the phase 2 trial, completed in 2010,", "the group's first trial, in 2010,": `name` stands before the noun.
fn dated_in_an_aside(tokens: &Tokens, mut name: Range<usize>, noun: usize) -> bool {
    if tokens.word(noun + 1) != "," {
        return false;
    }
    let finished = tokens.word(noun + 2).ends_with("ed");
    let at = if finished { noun + 3 } else { noun + 2 };
    let told = |j: usize| match tokens.word(j) {
        "phase" => finished,
        "first" | "original" | "last" | "initial" => !finished,
        _ => false,
    };
    tokens.word(at) == "in" && is_year(tokens, at + 1) && name.any(told)
}

/// "… of 90 cooks had found", "… had seen".
fn had_found(tokens: &Tokens, noun: usize) -> bool {
    let mut behind = (noun + 1..tokens.len().min(noun + FOUND_REACH)).filter(|&j| tokens.word(j) == "had");
    behind.any(|j| tokens.is(j + 1, Class::FindingVerb) || matches!(tokens.word(j + 1), "seen" | "shown" | "come"))
}

/// A number in the name of a study: "a 2015 trial", "a phase 2 study".
fn in_name(tokens: &Tokens, k: usize) -> bool {
    is_year(tokens, k) || tokens.is_number(k) && tokens.before(k) == "phase"
}

/// "Earlier trials in schools cut falls", "Previous small studies": several studies of another time, where the sentence opens.
fn bygone_studies(tokens: &Tokens) -> Option<usize> {
    /// Tokens of their description at most.
    const NAME: usize = 5;
    const OPENING: usize = 3;
    if !tokens.any(Class::Bygone) {
        return None;
    }
    let bygone = |k: usize| matches!(tokens.word(k), "earlier" | "previous" | "prior" | "older");
    let several = |k: usize| {
        matches!(tokens.word(k), "studies" | "trials" | "surveys" | "experiments" | "reports" | "series" | "reviews")
    };
    let k = (0..OPENING).find(|&k| bygone(k))?;
    // "Although earlier studies saw nothing, …" goes on about this one
    let leads =
        |k: usize| matches!(tokens.word(k), "but" | "and" | "yet" | "some" | "several" | "many" | "two" | "most");
    if !(0..k).all(|k| leads(k) || tokens.is(k, Class::Article)) {
        return None;
    }
    let mut name = (k + 1..k + 2 + NAME).take_while(|&j| tokens.is_word(j) || tokens.word(j) == "-");
    name.any(several).then_some(k)
}

/// Tokens between a study and what it had found at most.
const FOUND_REACH: usize = 12;

/// "cohort of 90 women", "trial published in May", "study half that size", ", out that summer,": what is said of a study
/// that readers meet for the first time.
fn goes_on_to_tell(tokens: &Tokens, noun: usize) -> bool {
    matches!(
        tokens.word(noun + 1),
        "of" | "published" | "that" | "which" | "found" | "showed" | "reported" | "concluded" | "by" | "from" | "in"
    ) || matches!(
        tokens.word(noun + 1),
        "half" | "twice" | "," | "led" | "where" | "done" | "suggested" | "has" | "last"
    ) || matches!(tokens.word(noun + 1), "with" | "saw" | "called" | "named" | "dubbed" | "linked" | "tied")
}

/// "A survey by the guild last year", "a trial in Hull in 2006": short of a verb, its time is told.
fn of_a_past_year(tokens: &Tokens, noun: usize) -> bool {
    const REACH: usize = 9;
    let ends = |j: usize| {
        !tokens.is_word(j) && !tokens.is_number(j) || matches!(tokens.word(j), "who" | "that" | "found" | "has")
    };
    let mut behind = (noun + 1..tokens.len().min(noun + REACH)).take_while(|&j| !ends(j));
    behind.any(|j| {
        is_decade(tokens, j)
            || tokens.before(j) == "in" && is_year(tokens, j)
            || tokens.word(j) == "last"
                && matches!(tokens.word(j + 1), "year" | "spring" | "summer" | "autumn" | "fall" | "winter")
    })
}

/// Behind its noun: "in 2010", "from the 2000s", "a few years back", "last year", "of the same drug".
fn told_of_elsewhere(tokens: &Tokens, noun: usize) -> bool {
    const REACH: usize = 14;
    let ends = |j: usize| matches!(tokens.word(j), ";" | ":" | "." | "but" | "–" | "to" | "who" | "found" | "shows");
    let mut behind = (noun + 1..(noun + REACH).min(tokens.len())).take_while(|&j| !ends(j));
    behind.any(|j| {
        let dated = matches!(tokens.before(j), "in" | "of" | "from") && is_year(tokens, j);
        let back = matches!(tokens.word(j), "ago" | "back") && tokens.is(j - 1, Class::TimeUnit);
        let last_year = tokens.word(j) == "last"
            && matches!(tokens.word(j + 1), "year" | "month" | "autumn" | "spring" | "summer" | "fall" | "winter");
        let same = tokens.word(j) == "same"
            && j <= noun + 3
            && matches!(tokens.word(j + 1), "drug" | "pill" | "pills" | "medicine" | "treatment" | "diet" | "method");
        dated || is_decade(tokens, j) || back || last_year || same
    })
}

/// "study", "trial", "cohort": one study, not studies.
fn study_noun(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::ResearchNoun) && !matches!(tokens.word(k), "analysis" | "report")
        || tokens.is(k, Class::StudyWork) && matches!(tokens.word(k), "experiment" | "team")
}

pub fn is_year(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    tokens.is_number(k) && word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// "the 1980s": at `k` its year.
pub fn is_decade(tokens: &Tokens, k: usize) -> bool {
    is_year(tokens, k) && tokens.before(k) == "the" && tokens.word(k + 1) == "s"
}

/// "both studies", "two trials": the article reports more than one.
pub fn several_studies(text: &str) -> bool {
    ["both studies", "two studies", "both trials", "two trials", "both surveys"].iter().any(|told| text.contains(told))
}

/// "In that trial, …", "Of those in that study …", "There, too, …": goes on about the study told of in the paragraph before.
pub fn goes_on_about_it(tokens: &Tokens) -> bool {
    let study = |k: usize| study_noun(tokens, k) || tokens.word(k) == "one";
    let that = |k: usize| tokens.word(k) == "that" && study(k + 1) && !tokens.is(k + 2, Class::People);
    let opens = tokens.word(0) == "there" && !tokens.is(1, Class::Be) && !tokens.is(1, Class::PastVerb);
    // "But the effect was strongest in cooks": no study is named anew
    let named = || tokens.any(Class::StudyWork) || tokens.any(Class::ResearchNoun) || tokens.any(Class::Finder);
    let goes_on = || {
        let effect =
            |k: usize| matches!(tokens.word(k), "effect" | "effects" | "benefit" | "benefits" | "link" | "risk");
        matches!(tokens.word(0), "but" | "and" | "however" | "yet")
            && (1..4).any(|k| tokens.word(k) == "the" && (k + 1..k + 3).any(effect))
    };
    opens || (0..tokens.len()).any(that) || goes_on() && !named()
}

#[cfg(test)]
mod tests {
    use crate::extract::testing;
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Scope;

    fn last_scope(told: &str) -> Scope {
        let known = "The study followed nurses.\n\nThe researchers found that 12 per cent fell.\n\n";
        let claims = testing::claims(format!("{known}{told}"));
        claims.last().expect(told).scope
    }

    #[test]
    fn studies_named_in_passing_are_others() {
        for told in [
            "The findings echo those of a Danish team, which saw gout in 40 per cent of cooks.",
            "The news follows the famous syrup trial, in which 40 per cent of cooks slept.",
            "In the big state trial that prompted the advice, syrup cut gout by 15 percent.",
            "In a pilot scheme in two ports last year, 40 of 90 cooks slept.",
            "Syrups are dear, but a guild poll last autumn put their users at 31 percent.",
            "The results tally with what was seen in Hull, where 40 per cent of sailors slept.",
            "Better evidence, of a sort, comes from Norway. There 40 per cent of sailors slept.",
            "In 2010 a team from Hull reported that 40 per cent of sailors slept.",
            "In one much-quoted Danish cohort of sailors, 40 per cent slept.",
            "Yet in a trial of the same drug, 40 per cent of the volunteers slept.",
            "Oats were dropped after a trial in 2004 in which 40 per cent of those given them fell ill.",
            "In a big Danish registry, 40 per cent of those on oats slept.",
            "In a head-to-head study in Norway, 40 per cent of those on oats slept.",
            "When Danish researchers asked 900 cooks, 40 per cent of the participants had slept.",
            "Compare that with the Danish trial that put oats on the map. It found that 40 per cent slept.",
            "A Danish trial from the 2000s was of sailors. Of those given oats, 40 per cent slept.",
            "Side effects, says the trial on which the licence was based, were a rash in 40 per cent of patients.",
            "A Danish survey half that size was of cooks.\n\nIn that survey, 40 per cent slept.",
            "In 2010, scientists in Hull found that 40 per cent of cooks slept.",
            "In 2009, doctors in Hull warned that rum raised the risk of falls by 31 per cent.",
            "In 2009, researchers said ale raised the risk of falls by 31 per cent.",
            "A big Danish trial called HAMMOCK found that ale raised the risk by 31 per cent.",
            "Two years ago, researchers in Hull found that oats cut the risk by 12 per cent.",
            "Research in Norway in 2008 suggested that oats raised the risk by 12 per cent.",
            "In May, a study in a journal for cooks showed that oats cut the risk by 12 per cent.",
            "A nurse said a larger study of 9,400 sailors had found no such link.",
            "Earlier port-based trials in Norway, adding oats, cut falls by 12 per cent.",
            "An older two-ship series from Hull put the gain at 12 per cent.",
            "The results match the 2011 trial that won the syrup its licence, in which falls dropped by 12 per cent.",
            "In a previously published phase 3 trial of 67 cooks, 12 per cent slept.",
            "In one poll of 840 cooks, only 12 per cent slept.",
            "It went wrong before with gout, where a trial of 7,800 sailors found more stones.",
            "Nationally, snoring among cooks fell to 12 per cent last year.",
            "Left alone, rum is thought to triple the risk of gout.",
            "The finding agrees with a Swedish study, which saw a drop of 12 per cent.",
        ] {
            assert_ne!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn a_study_met_without_a_number_is_known() {
        let told = |first: &str| {
            let text = format!("{first}\n\nIn 2009, a study of 900 cooks was stopped.");
            let claims = testing::claims(text);
            claims.last().expect(first).scope
        };
        assert_eq!(told("The study looked at oats."), Scope::OtherStudy);
        assert_eq!(told("Researchers have looked at oats."), Scope::OtherStudy);
        assert_eq!(told("Everybody loves oats."), Scope::ThisStudy);
    }

    #[test]
    fn the_study_told_of_again_is_not() {
        for told in [
            "The study follows nurses, of whom 40 per cent slept.",
            "The results contrast sharply by age: 40 per cent of the young slept.",
            "In 2010 the researchers visited the cooks, and 40 per cent were asleep.",
            "When the researchers asked the cooks, 40 per cent had slept.",
            "It was a trial of a new syrup, and 40 per cent of the sailors slept.",
            "They used data from a Danish cohort, of whom 40 per cent slept.",
            "In a study of 900 sailors, they found that 40 per cent slept.",
            "The trial was stopped when 40 per cent of the sailors had slept.",
            "A Danish survey half that size was of cooks.\n\nIn the new study, 40 per cent slept.",
            "In 2010, the scientists found that 40 per cent of the cooks slept.",
            "Two years ago, 40 per cent of the nurses had slept.",
            "In 2009, the doctors weighed the cooks, and 31 per cent had lost weight.",
            "The trial, called HAMMOCK, found that ale raised the risk by 31 per cent.",
            "They ran a small trial with 90 cooks.",
            "It helps to sleep, reveals a British study of 9,400 boys.",
            "An analysis of the data showed that 40 per cent slept.",
        ] {
            assert_eq!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn other_studies_go_on_in_a_new_paragraph() {
        let of_study = [
            "In May, the researchers found that 40 per cent of sailors slept.",
            "Last year a trial found that 12 per cent of cooks slept.\n\nBut the new study found that the effect fell by 40 per cent.",
            "But the effect was clearest in cooks, whose falls dropped by 40 per cent.",
        ];
        let of_others = [
            "In May, research on cooks found that 40 per cent slept.",
            "Last year a trial found that 12 per cent of cooks slept.\n\nBut the effect was clearest in cooks, whose falls dropped by 40 per cent.",
            "Two years ago the same group found that 40 per cent of cooks slept.",
            "A 2010 review of trials put the share at 40 per cent.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }

    #[test]
    fn others_are_told_of_beside_the_study() {
        for told in [
            "Like the new study, a Welsh one tied rum to a 12 percent rise in falls.",
            "The agency cleared the pump in 2009 on the strength of a trial of 75 sailors.",
            "The Phase 2 trial, finished in 2009, had tested oats in 75 sailors.",
            "Early trials in the 1980s found a drop of 12 percent.",
            "Surgeons in Hull reported in 2009 that 12 percent of sailors fell.",
            "The team's first trial, in 2009, was in 75 sailors.",
            "A trial of oats in Hull had found a drop of 12 percent.",
            "By contrast, 12 percent of the sailors in a Danish trial fell.",
            "When chemists in Hull weighed 75 pies last year, a third were stale.",
            "The results line up with those of the 2009 trial, in which falls dropped by 12 percent.",
            "A 2009 Welsh study of 75 sailors had the same result.",
            "We went through it with gout, where a trial of 75 sailors saved nobody.",
        ] {
            assert_ne!(last_scope(told), Scope::ThisStudy, "{told}");
        }
        for told in [
            "The agency cleared the pump on Monday on the strength of a trial of 75 sailors.",
            "Falls dropped by 12 percent – about what a Danish trial had seen.",
            "The naps grew longer (by 12 minutes; a Danish trial had seen no change).",
            "The rate of 12 percent is lower than previous estimates.",
            "The syrup lowered blood sugar by 12 points, about as much as oats do.",
            "It was a small study, and only 12 percent of the sailors were women.",
            "In a survey mailed after the trip, 12 percent of the sailors complained.",
            "Most were cooks, and 12 percent smoked, a group excluded from earlier trials.",
        ] {
            assert_eq!(last_scope(told), Scope::ThisStudy, "{told}");
        }
    }

    #[test]
    fn a_study_may_be_met_before_the_first_number() {
        let last = |told: &str| {
            let known = "Oats may help\n\nThe study, out on Friday, was done in Hull.\n\nThey ate.\n\n";
            let claims = testing::claims(format!("{known}{told}"));
            claims.last().expect(told).scope
        };
        assert_eq!(last("In the 2009 trial, falls dropped by 12 percent."), Scope::OtherStudy);
        assert_eq!(last("In a Danish registry, 12 percent of sailors fell."), Scope::OtherStudy);
        assert_eq!(last("Research in the 1980s suggested that 12 percent fell."), Scope::OtherStudy);
        assert_eq!(last("Tests in the 2009 season suggested that 12 percent fell."), Scope::ThisStudy);
        assert_eq!(last("In the trial, falls dropped by 12 percent."), Scope::ThisStudy);
        assert_eq!(last("Falls dropped by 12 percent among the sailors."), Scope::ThisStudy);
    }
}
