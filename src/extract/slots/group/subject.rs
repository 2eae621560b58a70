//! The subject of a clause: the people or the thing that stands before its verb.

use crate::text::{Class, Classes, Quantity, Tokens, Unit};

use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::{finite_verb, past_form};
use super::{after_share, own_part};
use crate::extract::nouns::names_people;

/// The subject of the clause: what stands before its verb.
pub fn subject(words: &Words, before: usize, unit: &Unit) -> Option<Run> {
    subject_among(words, before, unit, EARLIER_FIGURES)
        .map(|run| without_number(words, studied(words, people_within(words, run))))
}

/// Tokens from the verb to its figure at most.
const LONGEST_PREDICATE: usize = 22;

/// Figures that one subject is sought through: lists of more are no sentences.
const EARLIER_FIGURES: usize = 6;

fn subject_among(words: &Words, before: usize, unit: &Unit, earlier_figures: usize) -> Option<Run> {
    let earlier_figures = earlier_figures.checked_sub(1)?;
    let tokens = words.tokens;
    if let Some(run) = opening_people(words, before) {
        return Some(run);
    }
    let beside = (before.saturating_sub(LONGEST_PREDICATE)..before).rev().find(|&k| beside_main_verb(tokens, k));
    let main = |k: usize| beside.is_some_and(|beside| k < beside) && past_form(tokens, k) && tokens.is_word(k - 1);
    let verb = (before.saturating_sub(LONGEST_PREDICATE)..before).rev().find(|&k| {
        let put_off = || tokens.is(k, Class::PutOff) && !matches!(tokens.word(k), "aged" | "ageing" | "aging");
        (words.acts(k)
            || tokens.is(k, Class::ChangeVerb)
            || put_off()
            || tokens.at(k, &["led", "to"])
            || k > 0 && main(k))
            && !beside_main_verb(tokens, k)
            && !matches!(tokens.before(k), "who" | "which" | "to")
            && !tokens.is(k + 1, Class::PastVerb)
            && k > 0
    })?;
    let verb = if verb > 0 && finite_verb(tokens, verb - 1) { verb - 1 } else { verb };
    // "rowing led to a 28% lower risk of A, a 19% lower risk of B": both have the first one's subject
    if let Some(earlier) = words.quantities.iter().find(|q| q.first > verb && q.first < before && q.unit == *unit) {
        return subject_among(words, earlier.first, unit, earlier_figures);
    }
    let run = words.noun_phrase_before(verb)?;
    // "half of the sailors lost 4 per cent, a fifth lost 8": the share's people
    let told = words.quantities.iter().find(|q| q.unit == Unit::Percent && q.first <= run.last && q.last >= run.first);
    if told.is_some() {
        let shares = words.quantities.iter().filter(|q| q.unit == Unit::Percent && q.first <= run.last);
        // "had a 9% lower risk of A and a 14% lower risk of B": the first one's subject
        let again =
            |q: &Quantity| (q.first < verb).then(|| subject_among(words, q.first, unit, earlier_figures)).flatten();
        // "of their weight" is of no people
        let people = |q: &Quantity| after_share(words, q).filter(|_| !own_part(words, q));
        return shares.rev().find_map(people).or_else(|| told.and_then(again));
    }
    let run = helped(words, about(words, run));
    Some(run).filter(|run| {
        !(run.first..=run.last).all(|k| {
            tokens.is(k, Class::RelativeNoun) || tokens.is(k, Class::StudyWork) || tokens.is(k, Class::Article)
        })
    })
}

/// "cancelled out the harm while lowering the risk", "eased the pain, cutting the risk": the main verb has the subject.
#[inline]
fn beside_main_verb(tokens: &Tokens, k: usize) -> bool {
    let adverb = |word: &str| matches!(word, "also" | "thereby" | "thus" | "simultaneously") || word.ends_with("ly");
    let at = || if k > 0 && adverb(tokens.before(k)) { k - 1 } else { k };
    tokens.word(k).ends_with("ing") && matches!(tokens.before(at()), "," | "while" | "thereby" | "thus")
}

/// "Researchers looking into women who row": the people looked into.
fn about(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let research = [Class::ResearchNoun, Class::StudyNoun, Class::StudyWork];
    if !research.iter().any(|class| tokens.is(run.first, *class)) {
        return run;
    }
    let lead = (run.first + 1..run.last).find(|&k| {
        matches!(tokens.word(k), "into" | "of" | "on" | "at") && (k + 1..k + 4).any(|j| names_people(tokens, j))
    });
    lead.and_then(|lead| words.noun_phrase(lead + 1)).unwrap_or(run)
}

/// "The syrup helps sailors shed 9 per cent": those who are helped to do it.
fn helped(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let helps = |k: usize| {
        matches!(
            tokens.word(k),
            "help"
                | "helps"
                | "helped"
                | "let"
                | "lets"
                | "made"
                | "makes"
                | "enabled"
                | "enables"
                | "allowed"
                | "allows"
        )
    };
    let verb = (run.first + 1..run.last).rev().find(|&k| helps(k));
    let people = verb.and_then(|verb| words.noun_phrase(verb + 1));
    let people = people.map(|people| Run { first: people.first, last: people.last.min(run.last) });
    people.filter(|people| people.first <= people.last && words.people(*people)).unwrap_or(run)
}

/// Tokens from a number back to the head of its clause, at most.
const LONGEST_CLAUSE: usize = 120;

/// "The patients who got the drug lived …": people named at the head of the clause, with the verb behind them.
pub fn opening_people(words: &Words, before: usize) -> Option<Run> {
    // a verb behind people is sought, or the people of a share
    let shares = words.before(before).iter().any(|q| q.unit == Unit::Percent);
    let told = || before > 0 && words.people(Run { first: 0, last: before - 1 });
    if !shares && !told() {
        return None;
    }
    let tokens = words.tokens;
    let start = before.saturating_sub(LONGEST_CLAUSE);
    // "nurses who had a loss that was sudden": a clause of their own
    let relative =
        |k: usize| tokens.word(k) == "that" && tokens.is(k + 1, Class::Be) && !tokens.is(k - 1, Class::FindingVerb);
    let head = (start..before).rev().find(|&k| opens_clause(tokens, k) && !(k > 0 && relative(k))).map_or(0, |k| k + 1);
    let opener = |k: usize| matches!(tokens.word(k), "but" | "and" | "yet" | "however" | "overall" | "," | "\"");
    // A list at the head of the sentence holds commas: "those content with job, family and friends had …"
    let listed = |start: &usize| {
        let run = words.noun_phrase(*start);
        run.is_some_and(|run| run.last < head && with_list(words, run).last >= head)
    };
    let whole = (head > 0).then_some(0).filter(listed);
    // "nurses lost 6 per cent and sailors lost 9": the clause behind a figure
    let second = words.before(before).last().and_then(|q| {
        (q.last + 1..before).rev().find(|&k| tokens.word(k) == "and").map(|k| k + 1).filter(|&start| {
            let run = words.noun_phrase(start).filter(|run| run.last < before && words.headed_by_people(*run));
            run.is_some_and(|run| words.acts(run.last + 1) || tokens.is(run.last + 1, Class::ChangeVerb))
        })
    });
    // "while those with bruises, cuts or burns were …"
    let clause = (start..head).rev().find(|&k| joins_clauses(tokens, k)).map(|k| k + 1).filter(listed);
    // ", and each extra glass was tied to 9 per cent": another clause, whose subject is nobody
    if head > 0 && second.is_none() && thing_acts(words, head, before) {
        return None;
    }
    second.into_iter().chain(clause).chain(whole).chain([head, 0]).find_map(|start| {
        let start = (start..start + 3).find(|&k| !opener(k))?;
        let run = helped(words, about(words, words.noun_phrase(start)?));
        let run = with_list(words, without_number(words, studied(words, run)));
        // "half of the sailors lost 4 per cent": the people behind the share
        if let Some(share) = words
            .quantities
            .iter()
            .find(|q| q.first <= run.last && q.last >= run.first && q.last < before && q.unit == Unit::Percent)
        {
            return after_share(words, share);
        }
        let people = words.people(run);
        let verb = words.acts(run.last + 1) || tokens.is(run.last + 1, Class::ChangeVerb);
        (people && verb && run.last < before).then_some(run)
    })
}

/// A clause that "and" joins begins at `head`, of a thing and its verb.
fn thing_acts(words: &Words, head: usize, before: usize) -> bool {
    let tokens = words.tokens;
    if !matches!(tokens.word(head), "and" | "but") {
        return false;
    }
    let article = usize::from(tokens.is(head + 1, Class::Article));
    let run = words.noun_phrase(head + 1).filter(|run| run.first <= head + 1 + article && run.last + 1 < before);
    let points = |run: Run| super::super::grammar::clause::points_back(tokens, run);
    run.is_some_and(|run| {
        let verb = run.last + 1;
        !words.people(run) && !points(run) && (words.acts(verb) || tokens.is(verb, Class::ChangeVerb))
    })
}

/// Of the words and signs behind which a clause begins.
const HEADS: Classes =
    Classes::of(&[Class::PhraseCloser, Class::PhraseEnd, Class::RelativePronoun, Class::FindingVerb]);

/// A clause begins behind `k`.
fn opens_clause(tokens: &Tokens, k: usize) -> bool {
    let opens =
        || matches!(tokens.word(k), "," | ";" | ":" | "that" | "found" | "while" | "but" | "showed" | "–" | "\"");
    let may = tokens.classes(k).meets(HEADS);
    debug_assert!(may || !opens(), "a clause begins behind {}", tokens.word(k));
    may && opens()
}

/// Another clause begins behind `k`.
fn joins_clauses(tokens: &Tokens, k: usize) -> bool {
    tokens.classes(k).meets(HEADS) && matches!(tokens.word(k), "while" | "but" | "whereas" | "that" | ";")
}

/// "a study of 500 patients": the people behind the number.
fn studied(words: &Words, run: Run) -> Run {
    let counted = words.quantities.iter().find(|q| q.first > run.first && q.last < run.last && q.unit == Unit::None);
    let tokens = words.tokens;
    match counted
        .filter(|_| (run.first..=run.last).any(|k| tokens.is(k, Class::StudyWork) || tokens.is(k, Class::StudyNoun)))
    {
        Some(q) => Run { first: q.last + 1, last: run.last },
        None => run,
    }
}

/// "those happy with their street, garden and dog have …": up to the verb, through a list.
pub fn with_list(words: &Words, run: Run) -> Run {
    /// Tokens of a list at most.
    const LONGEST: usize = 16;
    let tokens = words.tokens;
    if tokens.word(run.last + 1) != "," {
        return run;
    }
    let item = |k: usize| {
        tokens.is_word(k)
            && ![Class::StopPhrase, Class::Preposition, Class::Article].iter().any(|class| tokens.is(k, *class))
            || tokens.word(k) == "of"
            || matches!(tokens.word(k), "," | "and" | "or")
    };
    let verb = (run.last + 2..run.last + LONGEST).take_while(|&k| item(k) || words.acts(k)).find(|&k| words.acts(k));
    let joined = |verb: usize| (run.last + 2..verb).any(|k| matches!(tokens.word(k), "and" | "or"));
    match verb.filter(|&verb| joined(verb) && tokens.is_word(verb - 1)) {
        Some(verb) => Run { first: run.first, last: verb - 1 },
        None => run,
    }
}

/// "One hundred and twenty women": the people without their number.
pub fn without_number(words: &Words, run: Run) -> Run {
    let counted = words.quantities.iter().find(|q| q.first == run.first && q.unit == Unit::None && q.last < run.last);
    Run { first: counted.map_or(run.first, |q| q.last + 1), last: run.last }
}

/// "rates of burnout among nurses", "the risk of gout in men": the people of a measured thing.
fn people_within(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let lead = (run.first + 1..run.last).rev().find(|&k| {
        tokens.word(k) == "among"
            || matches!(tokens.word(k), "in" | "for") && (k + 1..k + 4).any(|j| names_people(tokens, j))
    });
    let relative =
        lead.is_some_and(|lead| (run.first..lead).any(|k| names_people(tokens, k) || tokens.word(k) == "those"));
    match lead.filter(|_| !relative).and_then(|lead| words.noun_phrase(lead + 1)) {
        Some(people) if people.last <= run.last => people,
        _ => run,
    }
}
