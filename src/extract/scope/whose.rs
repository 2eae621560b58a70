//! A sentence in, the study that it gives its findings to out: this one, another, a review of others.

use crate::extract::cues::CueAt;
use crate::model::Scope;
use crate::text::{Class, Tokens};

/// A study told of with "a" where the reported one is known as "the study".
pub const ANOTHER_STUDY: i32 = 3;
/// Tokens between the article and the verb of such a study, as in "a small Danish study found".
pub const SUBJECT: usize = 3;

/// "A survey by the charity found …", "In 2010, a Danish study …": where a study with an indefinite article begins.
pub fn another_study(tokens: &Tokens) -> Option<usize> {
    const OPENING: usize = 5;
    if !tokens.any(Class::ResearchNoun) {
        return None;
    }
    let ours = |k: usize| matches!(tokens.word(k), "new" | "latest" | "major" | "landmark" | "groundbreaking");
    (0..OPENING).find(|&k| {
        let noun = if tokens.is(k + 1, Class::ResearchNoun) { k + 1 } else { k + 2 };
        matches!(tokens.word(k), "a" | "an")
            && tokens.is(noun, Class::ResearchNoun)
            && tokens.is_word(k + 1)
            && !ours(k + 1)
            // "a further analysis" is of the same data
            && !(tokens.word(noun) == "analysis" && matches!(tokens.word(k + 1), "further" | "second" | "detailed" | "closer"))
            // "a study of 300 nurses" is the one reported, told of again
            && !(matches!(tokens.word(noun + 1), "of" | "involving" | "with" | "in" | "on")
                && (noun + 2..noun + 6).any(|j| tokens.is_number(j) || matches!(tokens.word(j), "half" | "million")))
            // "A survey mailed after the operation" is part of the study
            && !matches!(tokens.word(noun + 1), "mailed" | "sent" | "given" | "handed")
            // "They ran a small trial", "A Welsh study has discovered"
            && !(k > 0 && matches!(tokens.word(0), "they" | "we" | "researchers" | "scientists"))
            && tokens.word(noun + 1) != "has"
            // "an analysis of the data" is part of it
            && !tokens.at(noun + 1, &["of", "the"])
            && (k < 3 || tokens.before(k) == ",")
            // "It was a trial of oats" says what it was
            && !(k > 0 && (tokens.is(k - 1, Class::Be) || matches!(tokens.before(k), "it's" | "that's")))
            // "In a second study in the same journal"
            && tokens.word(k + 1) != "second"
    })
}

/// "…, researchers said", "…, finds a small Welsh study", "…, a major trial warns": where the sentence says at its end
/// who found what it tells.
pub fn attributed(tokens: &Tokens) -> Option<(usize, i32)> {
    const LONGEST_TAIL: usize = 14;
    const TOLD: i32 = 2;
    const FOUND: i32 = 3;
    const REVEALED: i32 = 4;
    if !tokens.any(Class::Finder) || !tokens.any(Class::ClauseMark) {
        return None;
    }
    let end = (0..tokens.len()).rev().find(|&k| tokens.is_word(k))?;
    let tells = |k: usize| {
        tokens.classes(k).has_either(Class::ReportingVerb, Class::FindingVerb)
            || matches!(tokens.word(k), "estimates" | "estimated" | "calculates" | "calculated")
    };
    let who = |k: usize| tokens.is(k, Class::Finder);
    let mut tail = (end.saturating_sub(LONGEST_TAIL)..end).rev();
    let comma = tail.find(|&k| tokens.is(k, Class::ClauseMark) && tokens.word(k) == ",")?;
    // ", researchers said", ", a major study today warns"
    let named = (comma + 1..end).any(who) && tells(end);
    let earlier = |k: usize| of_another(tokens.word(k));
    let tail = comma + 1..end + 1;
    // ", finds a small Welsh study of 300 nurses"
    let found = tells(comma + 1) && !matches!(tokens.word(comma + 1), "said" | "says" | "according");
    let of_study = found && tail.clone().skip(1).any(who);
    // ", research has revealed"
    let perfect = || matches!(tokens.before(end), "has" | "have") && tokens.is(end, Class::FindingVerb);
    // ", a new poll of 900 nurses shows"
    let new = || tail.clone().any(|k| tokens.word(k) == "new" && matches!(tokens.before(k), "a" | "the" | "this"));
    let weight = if named && (perfect() || new()) {
        REVEALED
    } else if of_study {
        FOUND
    } else {
        TOLD
    };
    if (named || of_study) && !tail.into_iter().any(earlier) {
        return Some((comma + 1, weight));
    }
    // ", claims the Hull College, Wales, research"
    let claims = |k: usize| tokens.word(k) == "," && tells(k + 1) && tokens.word(k + 1).ends_with('s');
    let at = (end.saturating_sub(LONGEST_TAIL)..comma).rev().find(|&k| claims(k))?;
    (who(end) && !(at..end).any(earlier)).then_some((at + 1, FOUND))
}

/// A study that the headline or the lead tells of.
pub const ANNOUNCED: i32 = 3;

/// "Shock research reveals one in nine …", "Study warns that …": what a headline or a lead opens with.
pub fn announced(tokens: &Tokens) -> Option<usize> {
    const OPENING: usize = 5;
    if !tokens.any(Class::Finder) {
        return None;
    }
    let tells = |k: usize| {
        tokens.classes(k).has_either(Class::FindingVerb, Class::ReportingVerb) && tokens.word(k).ends_with('s')
    };
    let other = |k: usize| of_another(tokens.word(k));
    let at = (0..OPENING).find(|&k| tokens.is(k, Class::Finder) && tells(k + 1))?;
    (!(0..at).any(other)).then_some(at)
}

/// "an earlier study", "other research": not the one reported.
fn of_another(word: &str) -> bool {
    matches!(word, "earlier" | "previous" | "past" | "another" | "other" | "separate")
}

/// What the study that readers know by now found.
pub const KNOWN_STUDY: i32 = 2;

/// "The research, published in a journal, revealed that …": where the study is named that a verb of finding follows behind
/// an aside.
pub fn known_study_found(tokens: &Tokens) -> Option<usize> {
    const LONGEST_ASIDE: usize = 24;
    if !(tokens.any(Class::StudyWork) || tokens.any(Class::ResearchNoun)) {
        return None;
    }
    let known = matches!(tokens.word(0), "the" | "their" | "this" | "our");
    let study =
        (1..3).find(|&k| tokens.classes(k).has_either(Class::StudyWork, Class::ResearchNoun)).filter(|_| known)?;
    let finds = |k: usize| {
        matches!(tokens.word(k), "found" | "revealed" | "showed" | "shows" | "reveals" | "discovered" | "finds")
            || matches!(tokens.word(k), "concluded" | "suggests" | "suggested" | "estimated" | "calculated")
            || matches!(tokens.word(k), "says" | "said" | "warns" | "warned" | "estimates")
    };
    let aside = matches!(tokens.word(study + 1), "," | "in" | "by" | "of" | "from" | "at" | "published");
    // "The survey shows that"
    let at_once = finds(study + 1) && tokens.is(study, Class::ResearchNoun);
    let verb = if at_once { study + 1 } else { (study + 2..study + LONGEST_ASIDE).find(|&k| finds(k))? };
    ((aside || at_once) && !matches!(tokens.before(verb), "be" | "was" | "were" | "been")).then_some(study)
}

/// ", the researchers point out", "the authors note that": what follows is rather known than found.
pub fn comments(tokens: &Tokens, at: &CueAt) -> bool {
    let next = at.last() + 1;
    let verb = |k: usize| {
        matches!(tokens.word(k), "note" | "notes" | "acknowledge" | "acknowledges" | "explain" | "explains" | "stress")
            || matches!(tokens.word(k), "point" | "points" | "pointed") && tokens.word(k + 1) == "out"
    };
    at.cue.scope == Scope::ThisStudy && !at.cue.any_study && verb(next)
}

/// "a nationwide study", "an analysis of previous studies": words that would speak for the world or for other studies say
/// what kind of study this one is.
pub fn names_the_study(tokens: &Tokens, at: &CueAt) -> bool {
    const NEAR: usize = 4;
    match at.cue.scope {
        Scope::ThisStudy => of_an_outsider(tokens, at),
        // "got a plan to keep"
        Scope::Planned => {
            tokens.is(at.first.wrapping_sub(1), Class::Article) && matches!(tokens.word(at.first), "plan" | "plans")
        }
        Scope::Background => {
            let next = at.last() + 1;
            // "The standard test caught 61 of them": the study gave it too
            let standard = tokens.at(at.first, &["the", "standard"]) && at.first == 0;
            if standard && tells_of_one_time(tokens, next) {
                return true;
            }
            let study = |k: usize| tokens.is(k, Class::ResearchNoun) || matches!(tokens.word(k), "research" | "team");
            // "11 years of Medicare records"
            let source = matches!(tokens.word(next), "records" | "claims" | "database" | "databases" | "files");
            // "the leading trial", "in the UK trial"
            let article = |k: usize| tokens.is(k, Class::Article);
            source || study(next) && (at.first.saturating_sub(1)..=at.last()).any(article)
        }
        Scope::OtherStudy => {
            let of = at.first.saturating_sub(NEAR)..at.first;
            let several = matches!(tokens.word(at.last()), "studies" | "trials" | "research" | "surveys" | "reports");
            let put_together = |k: usize| {
                matches!(tokens.word(k), "of" | "from" | "on")
                    && k > 0
                    && (tokens.is(k - 1, Class::Reviewing)
                        || matches!(tokens.word(k - 1), "analysis" | "data" | "results"))
                    || matches!(
                        tokens.word(k),
                        "analysed" | "analyzed" | "reviewed" | "pooled" | "combined" | "reviewing" | "examined"
                    )
                    || matches!(tokens.word(k), "analysing" | "analyzing" | "pooling" | "combining" | "examining")
                    || matches!(tokens.word(k), "assessed" | "evaluated" | "collated" | "searched" | "covered")
                    // "larger than all previous studies"
                    || tokens.word(k) == "than"
            };
            // "an author of the study in the Ship Review" is who did this one
            let authored = |k: usize| matches!(tokens.word(k), "author" | "authors" | "investigator");
            if (at.first.saturating_sub(NEAR)..at.first).any(authored) {
                return true;
            }
            // "another group of 90 cooks got rum", not "another group of scientists"
            let next = at.last() + 1;
            let scientists = |k: usize| tokens.classes(k).has_either(Class::Finder, Class::Researcher);
            if tokens.at(at.first, &["another", "group", "of"]) && !(next..next + 3).any(scientists) {
                return true;
            }
            // "research from 900 nurses" names those who were studied
            let from_people = tokens.word(at.last()) == "from" && names_a_sample(tokens, at.last() + 1);
            from_people || several && of.into_iter().any(put_together)
        }
    }
}

/// The first verb from token `from` on stands in the past, beyond doubt.
fn tells_of_one_time(tokens: &Tokens, from: usize) -> bool {
    const ASIDE: usize = 12;
    let done = |k: usize| tokens.is(k, Class::PastVerb) || tokens.word(k).ends_with("ed");
    let verb = |k: &usize| done(*k) || tokens.is(*k, Class::PresentVerb);
    let at = if tokens.word(from) == "," {
        (from + 1..from + ASIDE).find(|&k| tokens.word(k) == ",").map_or(from, |comma| comma + 1)
    } else {
        from
    };
    let verb = (at..at + 3).find(verb);
    verb.is_some_and(|k| done(k) && !matches!(tokens.word(k), "cut" | "put" | "let" | "hit"))
}

/// "who was not involved in the study", "had no part in the trial": the study is named for who did not do it.
pub fn of_an_outsider(tokens: &Tokens, at: &CueAt) -> bool {
    const NEAR: usize = 4;
    let part = |k: usize| {
        matches!(
            tokens.word(k),
            "involved" | "part" | "involvement" | "role" | "connected" | "associated" | "affiliated" | "hand"
        )
    };
    let without = |k: usize| {
        matches!(tokens.word(k), "not" | "no" | "wasn't" | "weren't" | "isn't" | "aren't" | "didn't" | "never")
    };
    at.cue.scope == Scope::ThisStudy
        && (at.first.saturating_sub(NEAR)..at.first).any(|k| part(k) && (k.saturating_sub(NEAR)..k).any(without))
}

/// "900 nurses", "more than 1.9 million adults" begins at `at`.
fn names_a_sample(tokens: &Tokens, at: usize) -> bool {
    const HEDGES: usize = 3;
    let number = (at..at + HEDGES).find(|&k| tokens.is_number(k));
    number.is_some_and(|k| {
        (at..k).all(|j| tokens.is(j, Class::Approx) || matches!(tokens.word(j), "more" | "than" | "over"))
    })
}

/// "the study", "the researchers": readers know by now which one is meant.
pub fn names_known_study(tokens: &Tokens) -> bool {
    tokens.any(Class::StudyWork)
        && (1..tokens.len()).any(|k| tokens.is(k, Class::StudyWork) && tokens.word(k - 1) == "the")
}

/// The same of paragraphs without numbers, whose words were not told apart.
pub fn introduces_a_study(words: &str) -> bool {
    const KNOWN: [&str; 10] =
        ["study", "Study", "trial", "Trial", "survey", "Survey", "esearchers", "cientists", "esearch ", "he team"];
    KNOWN.iter().any(|known| words.contains(known))
}

/// "The study, published on Monday, …": of the same paragraphs, those that introduce a study so speak of it as of one that
/// readers know.
pub fn speaks_of_the_study(words: &str) -> bool {
    const KNOWN: [&str; 5] = ["he study", "he trial", "he survey", "he researchers", "he new study"];
    KNOWN.iter().any(|known| words.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::cues::Cues;
    use crate::extract::testing::scopes_behind_the_news;
    use crate::model::Span;
    use crate::text::{WordClasses, apposed};

    #[test]
    fn who_found_it_is_told_behind_a_share_in_commas() {
        let words = WordClasses::bundled();
        let cues = Cues::bundled(&words);
        for (told, cued) in [
            ("Gout was seen in 23 sailors, or 8 percent, the study found.", true),
            ("Gout was seen in 23 sailors, or 8 percent, a large survey warns.", false),
            ("Gout was seen in 8 percent, or 23 sailors, finds a small survey.", false),
        ] {
            let mut tokens = Tokens::read(told, Span::new(0, told.len()), &words);
            apposed::bracket(&mut tokens, &words);
            assert!(attributed(&tokens).is_some(), "{told}");
            let cue = cues.find(&tokens).iter().any(|at| tokens.word(at.first) == ",");
            assert_eq!(cue, cued, "{told}");
        }
    }

    #[test]
    fn studies_named_for_those_who_had_no_part() {
        let of_study = [
            "\"It is known,\" said a cook who took part in the study. \"Half of them fell.\"",
            "In the UK trial, 12 per cent fell.",
            "One in five nurses snore, according to a survey of cooks.",
            "A further analysis showed that ale cut falls by 31 per cent.",
            "The drop was found by the US survey, at a 14 per cent lower risk of gout.",
        ];
        let of_others = [
            "\"We know that rum doubles the risk of gout,\" said a cook who was not involved in the study.",
            "About 12 per cent of adults have gout, said a nurse who had no part in the trial.",
            "An analysis by a bank showed that ale cut falls by 31 per cent.",
            "About 12 per cent of people have gout, said a nurse who was not connected with the study.",
        ];
        let is_of_study = |text: &str| {
            let scopes = scopes_behind_the_news(text);
            *scopes.last().expect(text) == Scope::ThisStudy
        };
        of_study.iter().for_each(|text| assert!(is_of_study(text), "{text}"));
        of_others.iter().for_each(|text| assert!(!is_of_study(text), "{text}"));
    }
    #[test]
    fn words_of_plans_and_of_others_that_tell_of_this_study() {
        for told in [
            "The gain was almost double that of cooks who got a plan to keep.",
            "“We saw a 23 per cent extra risk,” said Dr Hale, an author of the study in the Ship Review.",
            "The standard test, done by the same nurse, caught 61 percent.",
            "A nap of at most 20 minutes a day can be good, finds the Hull College, Wales, research.",
        ] {
            assert_eq!(scopes_behind_the_news(told).last(), Some(&Scope::ThisStudy), "{told}");
        }
        for told in
            ["The standard test misses 30 percent of cooks with gout.", "They plan to follow 300 cooks for a year."]
        {
            assert_ne!(scopes_behind_the_news(told).last(), Some(&Scope::ThisStudy), "{told}");
        }
    }
}
