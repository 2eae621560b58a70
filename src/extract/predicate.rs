//! A counted noun in, what the sentence says happened to them out: studied, or had an outcome.

mod idioms;

use crate::text::numerals::cardinal;
use crate::text::{Class, Classes, Tokens};

use super::nouns::abbreviates;
use idioms::{idiom, names_condition, names_illness, still_ill};

/// What the verb after a group of people says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Enrolled, followed, asked: they were studied.
    Studied,
    /// Given a treatment, assigned to a group.
    Assigned,
    Completed,
    Screened,
    /// Died, recovered, had a side effect.
    Outcome,
    /// "121,000 had diabetes", "were women": a part of the study described.
    Described,
    /// "have", "live with": a statement about people in general.
    General,
}

/// Tokens between a noun and its verb at most, a bracket counting as one.
const REACH: usize = 22;

/// What the verb that follows token `i` (the noun, or the number where the noun is left out) says, and where it stands.
pub fn fate(tokens: &Tokens, i: usize) -> Option<(Fate, usize)> {
    let verb = main_verb(tokens, i + 1)?;
    if let Some(finite) = behind_participle(tokens, i, verb) {
        return Some((Fate::Outcome, finite));
    }
    Some((fate_of_verb(tokens, verb)?, verb))
}

/// What the verb of "who …" right behind the noun `i` says.
pub fn relative_fate(tokens: &Tokens, i: usize) -> Option<Fate> {
    if tokens.word(i + 1) == "who" { fate_of_verb(tokens, i + 2) } else { None }
}

/// "three people given the syrup had a bad reaction": the outcome behind a participle that says who they are.
fn behind_participle(tokens: &Tokens, i: usize, verb: usize) -> Option<usize> {
    let participle = allotted(tokens.word(verb)) || matches!(tokens.word(verb), "taking" | "receiving");
    let finite = main_verb(tokens, verb + 1).filter(|_| participle && verb == i + 1)?;
    let one_clause = (verb + 1..finite).all(|k| !matches!(tokens.word(k), "and" | "," | "or" | "who" | "("));
    (one_clause && fate_of_verb(tokens, finite) == Some(Fate::Outcome)).then_some(finite)
}

/// The first verb of the clause that is not inside a "who …" clause of its own, unless there is only that.
pub fn main_verb(tokens: &Tokens, from: usize) -> Option<usize> {
    let mut relative = None;
    let mut in_relative = false;
    let mut k = from;
    let mut steps = 0;
    while k < tokens.len() && steps < REACH {
        steps += 1;
        if !may_tell(tokens, k) {
            k += 1;
            continue;
        }
        match tokens.word(k) {
            "(" | "[" => k = closing(tokens, k),
            "who" | "that" | "which" | "whom" => in_relative = true,
            // "the men who'd been tested died"
            "who'd" | "who've" | "who're" => {
                (in_relative, relative) = (false, relative.or(Some(k + 1)));
                while opens_group(tokens, k + 1) || is_verb(tokens, k + 1) || tokens.word(k + 1) == "never" {
                    k += 1;
                }
            }
            // "whose lives were tracked": a noun follows
            "whose" => {
                in_relative = true;
                k += 1;
            }
            // "picked up by a “mobile unit” recovered"
            "\"" if scare_quote(tokens, k).is_some() => k = scare_quote(tokens, k).unwrap_or(k),
            "." if abbreviates(tokens, k) => {}
            "," | "–" if count_aside_end(tokens, k).is_some() => k = count_aside_end(tokens, k).unwrap_or(k),
            ";" | ":" | "." | "–" | "\"" | ")" | "]" => break,
            // "81 nurses, 29 of whom were given syrup"
            "," if starts_anew(tokens, k + 1) || tokens.is(k + 1, Class::ClauseMark) => break,
            "," if relative.is_none() && aside_end(tokens, k).is_some() => k = aside_end(tokens, k).unwrap_or(k),
            "," if !tokens.is(k + 1, Class::StopPhrase)
                && relative.is_none()
                && !tokens.is_number(k + 1)
                && !is_verb(tokens, k + 1) =>
            {
                break;
            }
            _ if k > from && describes_group(tokens, k) => {}
            _ if is_verb(tokens, k) => {
                if !in_relative {
                    return Some(k);
                }
                relative = relative.or(Some(k));
                k = group_end(tokens, k);
                in_relative = false;
            }
            _ => {}
        }
        k += 1;
    }
    relative
}

/// "84 women among the group given the drug were alive"
fn describes_group(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::AssignVerb) && tokens.is(k.wrapping_sub(1), Class::PeopleGroup) && allotted(tokens.word(k))
}

/// What a trial does with its people.
pub fn allotted(word: &str) -> bool {
    matches!(word, "given" | "assigned" | "treated" | "allocated" | "randomised" | "randomized")
}

/// The last word of the verb group at `k`: auxiliaries belong to the verb group that they open.
fn group_end(tokens: &Tokens, k: usize) -> usize {
    let mut last = k;
    while (opens_group(tokens, last) || tokens.word(last).ends_with("ly"))
        && (is_verb(tokens, last + 1)
            || tokens.word(last + 1).ends_with("ly")
            || matches!(tokens.word(last + 1), "not" | "never" | "been" | "also" | "already" | "just"))
    {
        last += 1;
    }
    last
}

/// Where the mark that closes a short phrase between marks stands, if token `open` opens one.
fn scare_quote(tokens: &Tokens, open: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let opens = open > 0 && tokens.is_word(open - 1) && tokens.get(open).is_some_and(|token| !token.glued);
    let close = (open + 2..open + 2 + LONGEST).find(|&k| tokens.word(k) == "\"").filter(|_| opens)?;
    (tokens.is_word(close - 1) && tokens.is_word(close + 1)).then_some(close)
}

/// A word that may be a verb, or tells where the clause or a part of it begins or ends.
fn may_tell(tokens: &Tokens, k: usize) -> bool {
    const MARKS: Classes = Classes::of(&[Class::PhraseCloser, Class::RelativePronoun]);
    tokens.classes(k).meets(VERBS) || tokens.classes(k).meets(MARKS) || tokens.word(k).ends_with("ed")
}

/// Classes of verbs, or of words that are verbs as well.
const VERBS: Classes = Classes::of(&[Class::PastVerb, Class::Be, Class::PresentVerb, Class::AssignVerb, Class::Modal]);

/// "had", "were", "did not": a verb that another one of its group follows ("who had been treated relapsed").
fn opens_group(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::Be)
        || tokens.is(k, Class::Modal)
        || tokens.is(k, Class::Negation)
        || matches!(tokens.word(k), "had" | "has" | "have" | "did" | "do" | "does" | "also" | "already")
}

/// "…, 29 of whom were given syrup", "…, 33 finished it": a count with a clause of its own.
fn starts_anew(tokens: &Tokens, at: usize) -> bool {
    let next = if tokens.starts_number(at) { cardinal(tokens, at).map(|found| found.last + 1) } else { None };
    next.is_some_and(|next| tokens.word(next) == "of" || is_verb(tokens, next))
}

/// The comma that closes an aside: "two sailors, both on the drug, died", "40 nurses, whose mean age was 50, were followed".
fn aside_end(tokens: &Tokens, comma: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 14;
    let opens = tokens.is(comma + 1, Class::AsideLead);
    let end = (comma + 2..comma + LONGEST_ASIDE)
        .take_while(|&k| !matches!(tokens.word(k), ";" | ":" | "–" | "(" | "\"" | ""))
        .find(|&k| tokens.word(k) == ",")?;
    let finite =
        tokens.is(end + 1, Class::Be) || tokens.is(end + 1, Class::PastVerb) || tokens.word(end + 1).ends_with("ed");
    (opens && finite).then_some(end)
}

/// The mark that closes counts of some of them: "eight cooks, three in each group, died", "eight cooks – five on rum, three
/// on water – died".
fn count_aside_end(tokens: &Tokens, open: usize) -> Option<usize> {
    const LONGEST_ASIDE: usize = 16;
    let start = if tokens.word(open + 1) == "including" { open + 2 } else { open + 1 };
    if !tokens.is_number(start) && !tokens.is(start, Class::NumberStart) || tokens.is(start, Class::Article) {
        return None;
    }
    let last = cardinal(tokens, start)?.last;
    let of_them = tokens.at(last + 1, &["of", "them"]) || tokens.at(last + 1, &["of", "whom"]);
    let group = if of_them { last + 3 } else { last + 1 };
    if !(of_them || matches!(tokens.word(group), "in" | "on" | "from" | "with" | "per" | "taking")) {
        return None;
    }
    let mark = tokens.word(open);
    let finite = |k: usize| {
        tokens.classes(k).has_either(Class::Be, Class::PastVerb) || tokens.word(k).ends_with("ed") && tokens.is_word(k)
    };
    (group..open + LONGEST_ASIDE)
        .take_while(|&k| tokens.word(k) == mark || !finite(k) && !matches!(tokens.word(k), ";" | ":" | "." | ""))
        .find(|&k| tokens.word(k) == mark && finite(k + 1))
}

fn closing(tokens: &Tokens, open: usize) -> usize {
    (open..tokens.len().min(open + 30)).find(|&k| matches!(tokens.word(k), ")" | "]")).unwrap_or(open)
}

fn is_verb(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    let classes = tokens.classes(k);
    // "patients with treated disease": participles before nouns stay adjectives
    let participle = word.len() > 4
        && word.ends_with("ed")
        && !tokens.is(k + 1, Class::People)
        && !classes.has(Class::Preposition)
        && !(tokens.is(k + 1, Class::PeopleGroup) && tokens.is(k.wrapping_sub(1), Class::Article));
    if !participle && !classes.meets(VERBS) {
        return false;
    }
    // "the United States"
    if word == "states" && tokens.before(k) == "united" || word == "united" && tokens.word(k + 1) != "in" {
        return false;
    }
    // "… compared with" opens no predicate
    if word == "compared" && !tokens.is(k.wrapping_sub(1), Class::Be) {
        return false;
    }
    participle
        || classes.has_either(Class::PastVerb, Class::Be)
        || (classes.has(Class::PresentVerb)
            && !tokens.is(k.wrapping_sub(1), Class::Article)
            && !matches!(tokens.before(k), "of" | "in" | "with" | "and" | "for" | "to"))
        || (classes.has(Class::AssignVerb) && word != "treatment" && !word.ends_with("ing"))
        || (classes.has(Class::Modal) && word != "may")
}

fn fate_of_verb(tokens: &Tokens, verb: usize) -> Option<Fate> {
    let mut at = verb;
    while tokens.is(at, Class::Be)
        || tokens.is(at, Class::Negation)
        || tokens.is(at, Class::Modal)
        || matches!(
            tokens.word(at),
            "had" | "have" | "has" | "been" | "also" | "then" | "already" | "later" | "both" | "each" | "either"
        )
        || (tokens.word(at).ends_with("ly") && at > verb)
    {
        at += 1;
        if at > verb + 5 {
            break;
        }
    }
    let auxiliary = at > verb;
    let word = tokens.word(at);
    let general = tokens.is(verb, Class::PresentVerb)
        || (tokens.is(verb, Class::Modal))
        || matches!(tokens.word(verb), "are" | "is" | "have" | "has");
    let fate = if let Some(told) = fate_of_phrase(tokens, verb, at) {
        told
    } else if tokens.is(at, Class::CompleteVerb) {
        Fate::Completed
    } else if tokens.is(at, Class::ScreenVerb) && auxiliary && !tokens.is(at, Class::RecruitVerb) {
        Fate::Screened
    } else if matches!(word, "treated" | "assigned" | "allocated" | "randomised" | "randomized")
        || (tokens.is(at, Class::AssignVerb) && word != "put")
    {
        Fate::Assigned
    } else if tokens.is(at, Class::RecruitVerb)
        && !matches!(word, "of" | "in" | "with" | "from" | "among" | "on" | "had")
    {
        Fate::Studied
    } else if outcome_near(tokens, verb, at) {
        Fate::Outcome
    } else if general && !tokens.word(verb).ends_with("ed") {
        Fate::General
    } else {
        Fate::Described
    };
    Some(fate)
}

/// What turns of phrase say: "took part", "fell ill", "are taking pills", "were still in the study".
fn fate_of_phrase(tokens: &Tokens, verb: usize, at: usize) -> Option<Fate> {
    let word = tokens.word(at);
    // "4,000 patients have received it since": a perfect without an end is no study
    let so_far = matches!(tokens.word(verb), "have" | "has") && tokens.is(at, Class::AssignVerb);
    let stayed = word == "remained" && matches!(tokens.word(at + 1), "for" | "in" | "on");
    let result = |k: usize| matches!(tokens.word(k), "positive" | "negative");
    let tested = word == "tested" && result(at + 1) || tokens.is(verb, Class::Be) && result(at);
    let still = (verb + 1..at + 2).any(|k| tokens.word(k) == "still");
    // "fell ill", "got worse", "went blind"
    let turned = matches!(word, "fell" | "got" | "became" | "went" | "felt" | "turned" | "grew" | "remained")
        && tokens.is(at + 1, Class::HealthState);
    // "took their own lives", "got a diagnosis of gout", "still had colic"
    let struck = tokens.at(at, &["took", "their", "own"]) && matches!(tokens.word(at + 3), "life" | "lives")
        || matches!(word, "got" | "gotten" | "received") && names_condition(tokens, at + 1)
        || matches!(word, "got" | "gotten") && names_illness(tokens, at + 1)
        || tokens.word(verb.wrapping_sub(1)) == "still" && tokens.word(verb) == "had" && still_ill(tokens, at);
    let tumbled = word == "took" && tokens.word(at + 1) == "a" && tokens.is(at + 2, Class::Mishap);
    let struck = struck || tumbled || idiom(tokens, verb, at);
    // "were assessed for eligibility"
    if word == "assessed" && tokens.at(at + 1, &["for", "eligibility"]) {
        return Some(Fate::Screened);
    }
    // "had the real operation", "put in a drop at noon"
    let had_it = word == "the" && tokens.word(verb) == "had" && (at + 1..at + 4).any(|k| tokens.is(k, Class::Care));
    let put_in = word == "put" && tokens.word(at + 1) == "in" && tokens.is(at + 2, Class::Article);
    if had_it || put_in && at == verb {
        return Some(Fate::Assigned);
    }
    // "sailors take to the boats"
    let take = at == verb && matches!(word, "take" | "get" | "receive" | "undergo" | "use");
    // "are taking pills": people in general
    let taking = matches!(tokens.word(verb), "are" | "is") && word.ends_with("ing");
    Some(if so_far || take || taking && tokens.is(at, Class::AssignVerb) {
        Fate::General
    } else if turned || struck {
        Fate::Outcome
    } else if stayed && !saw_it_through(tokens, at) || did_a_task(tokens, at) || tokens.word(verb) == "had" && did_a_task(tokens, verb) || word == "put" && at > verb || tokens.at(at, &["took", "part"])
        // "served as controls"
        || matches!(word, "served" | "acted") && tokens.word(at + 1) == "as" && tokens.is(at + 2, Class::StudyPeople)
        // "were matched with 31 who had not"
        || word == "matched" && at > verb && matches!(tokens.word(at + 1), "with" | "to" | "against" | "for" | "by")
    {
        Fate::Studied
    } else if still
        && (tokens.word(at) == "in" || tokens.word(at + 1) == "in")
        && !(at + 1..at + 5).any(|k| tokens.is(k, Class::StudyWork))
        && still_ill(tokens, if tokens.word(at) == "in" { at + 1 } else { at + 2 })
    {
        Fate::Outcome
    } else if saw_it_through(tokens, at)
        || still && matches!(tokens.word(at + 1), "in" | "involved" | "enrolled" | "participating")
    {
        Fate::Completed
    } else if tested {
        Fate::Outcome
    } else {
        return None;
    })
}

/// "stayed to the end", "made it to the last visit"
fn saw_it_through(tokens: &Tokens, at: usize) -> bool {
    let in_study = (tokens.at(at, &["stayed", "in", "the"]) || tokens.at(at, &["remained", "in", "the"]))
        && tokens.is(at + 3, Class::StudyWork);
    in_study
        || tokens.at(at, &["still", "taking", "part"])
        || tokens.word(at) == "stayed" && matches!(tokens.word(at + 1), "to" | "until" | "till" | "the")
        || (tokens.word(at) == "remained" || tokens.word(at) == "left" && tokens.is(at.wrapping_sub(1), Class::Be))
            && !tokens.is_word(at + 1)
            && tokens.word(at + 1) != "-"
        || tokens.at(at, &["made", "it"])
        || tokens.at(at, &["came", "back"]) && matches!(tokens.word(at + 2), "for" | "to" | "at")
}

/// "answered a questionnaire", "filled in food diaries", "gave blood samples": what people do for a study.
pub fn did_a_task(tokens: &Tokens, verb: usize) -> bool {
    const REACH: usize = 7;
    let given = matches!(
        tokens.word(verb),
        "answered"
            | "filled"
            | "completed"
            | "returned"
            | "kept"
            | "gave"
            | "provided"
            | "supplied"
            | "submitted"
            | "sent"
            | "wore"
            | "sat"
            | "did"
            | "took"
            | "had"
            | "underwent"
            | "responded"
            | "spent"
            | "slept"
            | "lay"
            | "stayed"
            | "visited"
            | "attended"
            | "came"
            | "walked"
            | "ran"
            | "cycled"
            | "rode"
            | "performed"
            | "recorded"
            | "logged"
            | "donated"
            | "shared"
            | "contributed"
    );
    let goes_on =
        |&k: &usize| tokens.is_word(k) && !matches!(tokens.word(k), "and" | "who" | "that") || tokens.word(k) == "-";
    given && (verb + 1..verb + REACH).take_while(goes_on).any(|k| tokens.is(k, Class::StudyTask))
}

/// An outcome verb, or "had"/"were" with an outcome in the next words.
fn outcome_near(tokens: &Tokens, verb: usize, at: usize) -> bool {
    if tokens.is(at, Class::EventVerb) || tokens.is(verb, Class::EventVerb) {
        return true;
    }
    // "had their migraine days cut", "saw her symptoms reversed"
    let cut = matches!(tokens.word(at), "their" | "his" | "her")
        && (at + 1..at + 7)
            .any(|k| tokens.is(k, Class::ChangeVerb) || matches!(tokens.word(k), "halved" | "reversed" | "doubled"));
    if cut {
        return true;
    }
    // "had to stop", "went on to develop", "ended up in hospital"
    let befell = matches!(tokens.word(verb), "had") && tokens.word(verb + 1) == "to"
        || tokens.at(verb, &["went", "on", "to"])
        || tokens.at(verb, &["ended", "up"]);
    // "were referred for treatment", but not "women diagnosed with cancer"
    let passive = at > verb && tokens.is(verb, Class::Be) && tokens.is(at, Class::Befallen);
    if befell || passive {
        return true;
    }
    // "had a major bleed", but not "had a history of strokes"
    let article = matches!(tokens.word(at), "a" | "an" | "another" | "one");
    let struck = tokens.word(verb) == "had"
        && article
        && (at + 1..at + 6)
            .take_while(|&k| tokens.is_word(k) && !matches!(tokens.word(k), "history" | "risk" | "of" | "that" | "who"))
            .any(|k| tokens.is(k, Class::Condition) && !tokens.is(k + 1, Class::OutcomeHost));
    if struck {
        return true;
    }
    let had = matches!(tokens.word(verb), "had" | "were" | "was" | "got" | "went" | "saw" | "lost");
    let outcome = |k: usize| {
        // "had lost a partner" is a fate of its own kind
        let bereaved = tokens.word(k) == "lost" && tokens.word(verb) == "had" && tokens.is(k + 1, Class::Article);
        let named = tokens.is(k, Class::OutcomeStrong) || tokens.is(k, Class::EventNoun);
        named && !bereaved && !tokens.is(k.wrapping_sub(1), Class::AssignVerb)
    };
    let history = |k: usize| matches!(tokens.word(k), "history" | "risk");
    let goes_on = |k: usize| tokens.is_word(k) || tokens.word(k) == "-" || tokens.is_number(k);
    had && (at..at + 8).take_while(|&k| !history(k) && goes_on(k)).any(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    fn read(text: &str) -> Option<Fate> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        fate(&tokens, 1).map(|f| f.0)
    }

    #[test]
    fn fates() {
        for (text, wanted) in [
            ("40 patients died", Fate::Outcome),
            ("40 patients who took the drug died", Fate::Outcome),
            ("40 patients who had been treated relapsed", Fate::Outcome),
            ("40 patients who died had smoked", Fate::Described),
            ("31 participants had a complete response", Fate::Outcome),
            ("19 participants (16.3%) experienced side effects", Fate::Outcome),
            ("40 patients were enrolled", Fate::Studied),
            ("40 patients were randomly assigned to placebo", Fate::Assigned),
            ("40 patients completed the trial", Fate::Completed),
            ("40 patients had lost a partner", Fate::Described),
            ("40 people have the disease", Fate::General),
            ("40 sailors served as controls", Fate::Studied),
            ("40 sailors served as cooks", Fate::Described),
            ("40 sailors were matched with nurses", Fate::Studied),
            ("40 sailors in the screened group had died", Fate::Outcome),
            ("40 sailors stayed to the end", Fate::Completed),
            ("40 sailors made it to the last visit", Fate::Completed),
            ("40 sailors stayed at sea", Fate::Described),
            ("40 sailors had broken a leg", Fate::Outcome),
            ("40 sailors had the real operation", Fate::Assigned),
            ("40 sailors had the deck to themselves", Fate::Described),
            ("40 sailors put in a drop at noon", Fate::Assigned),
            ("40 sailors were put in a cabin", Fate::Studied),
            ("40 sailors take to the boats", Fate::General),
            ("40 sailors, whose average age was 52, were assigned to the syrup", Fate::Assigned),
            ("40 sailors, both in the other group, died", Fate::Outcome),
            ("40 sailors, all from Hull, were followed", Fate::Studied),
            ("40 sailors who had recently slept badly were given syrup", Fate::Assigned),
            ("40 patients have received the drug since May", Fate::General),
            ("40 people tested positive", Fate::Outcome),
            ("40 people were tested", Fate::Studied),
            ("40 patients remained for analysis", Fate::Studied),
            ("40 patients remained well", Fate::Outcome),
            ("40 patients took part and got the drug", Fate::Studied),
            ("40 boys were still in the trial at twelve", Fate::Completed),
            ("40 children were still ill", Fate::Described),
            ("40 women were referred for surgery", Fate::Outcome),
            ("40 women referred for surgery were enrolled", Fate::Described),
            ("40 women had to stop", Fate::Outcome),
            ("40 women had a major bleed", Fate::Outcome),
            ("40 women had a history of falls", Fate::Described),
            ("40 women in the group given the drug were alive", Fate::Outcome),
            ("40 patients (20 drug, 12 placebo and eight on no treatment at all) were randomised", Fate::Assigned),
            ("40 survivors will be recruited", Fate::Studied),
            ("40 people given the syrup had a bad reaction", Fate::Outcome),
            ("40 people given the syrup", Fate::Assigned),
            ("40 women whose lives were tracked", Fate::Studied),
            ("40 women who began it, 33 finished", Fate::Described),
            ("40 women got a cancer diagnosis", Fate::Outcome),
            ("40 women got a flu jab", Fate::Assigned),
            ("40 women got flu jabs", Fate::Assigned),
            ("40 women got breast cancer in the end", Fate::Outcome),
            ("40 women got gout", Fate::Outcome),
            ("40 women took their own lives", Fate::Outcome),
            ("40 women had gotten gout", Fate::Outcome),
            ("40 women did not have a relapse", Fate::Outcome),
            ("40 women did not have gout", Fate::Described),
            ("40 women did not have signs of it", Fate::Described),
            ("40 women, average age 62, died", Fate::Outcome),
            ("40 women took their own pills", Fate::Assigned),
            ("40 women still had pain", Fate::Outcome),
            ("40 women still had time", Fate::Described),
            ("40 women are taking pills", Fate::General),
            ("40 women took part, but ten died", Fate::Studied),
            ("40 women did not respond", Fate::Outcome),
            ("40 women were found to have gout", Fate::Outcome),
            ("40 babies were born early", Fate::Outcome),
            ("40 babies were born in May", Fate::Described),
            ("40 women gave up smoking", Fate::Outcome),
            ("40 women were still in pain", Fate::Outcome),
            ("40 women answered a short questionnaire", Fate::Studied),
            ("40 women completed two online surveys", Fate::Studied),
            ("40 women gave samples of blood", Fate::Studied),
            ("40 women were put in two rooms", Fate::Studied),
            ("40 women answered at once", Fate::Described),
            ("40 women fell ill", Fate::Outcome),
            ("40 women got better", Fate::Outcome),
            ("40 women got the better syrup", Fate::Assigned),
            ("40 women had lost weight", Fate::Outcome),
        ] {
            assert_eq!(read(text), Some(wanted), "{text}");
        }
        assert_eq!(read("40 patients"), None);
        assert_eq!(read("40 sailors, rum, and oats were lost"), None);
        assert_eq!(read("40 patients, the drug reduced pain"), None);
    }
}
