//! A run of tokens in, whether and how it names people out.

use crate::text::{Class, Classes, Quantity, Tokens};

use super::super::grammar::clause::before_hedges;
use super::super::grammar::phrases::{Run, Words};
use super::super::grammar::verbs::past_form;
use crate::extract::nouns::names_people;

impl Words<'_> {
    /// "men's risk", "night workers' pulse": the people, and what is theirs.
    pub fn owned(&self, run: Run) -> Option<(Run, Run)> {
        /// Tokens of the people at most.
        const LONGEST: usize = 4;
        let tokens = self.tokens;
        let mark = (run.first..run.last.min(run.first + LONGEST)).find(|&k| {
            let word = tokens.word(k);
            word == "'" || word.len() > 2 && (word.ends_with("'s") || word.ends_with('\''))
        })?;
        let word = tokens.word(mark);
        let plain = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
        let known =
            matches!(plain, "men" | "women" | "children" | "people" | "boys" | "girls" | "patients" | "participants")
                || matches!(plain, "group" | "groups" | "arm" | "cohort");
        let formed = ["ers", "ists", "ians"].iter().any(|ending| plain.ends_with(ending));
        // The sign alone, where it stands apart.
        let apart = plain.is_empty() && mark > run.first;
        let last = if apart { mark - 1 } else { mark };
        let people = known || formed || apart && names_people(tokens, last);
        people.then_some((Run { first: run.first, last }, Run { first: mark + 1, last: run.last }))
    }

    /// "those at sea", "older sailors with gout": people stand before the first preposition.
    pub fn headed_by_people(&self, run: Run) -> bool {
        let head = (run.first..=run.last).take_while(|&k| !self.tokens.is(k, Class::Preposition)).last();
        head.is_some_and(|last| self.people(Run { first: run.first, last }))
    }

    /// A word for people or for a group of them.
    pub fn people(&self, run: Run) -> bool {
        const KNOWN: Classes = Classes::of(&[Class::People, Class::PeopleGroup, Class::Animal]);
        let tokens = self.tokens;
        (run.first..=run.last).any(|k| tokens.classes(k).meets(KNOWN))
            || (run.first..=run.last).any(|k| is_those(tokens, k) || names_people(tokens, k))
    }
}

fn is_those(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::StandIn) && tokens.word(k) == "those"
}

/// "71 per cent of the trips involved sailors": where no verb stands behind the phrase, the past form in it is one.
pub fn up_to_verb(words: &Words, run: Run) -> Run {
    let tokens = words.tokens;
    let next = run.last + 1;
    if words.acts(next) || tokens.is(next, Class::AssignVerb) || tokens.word(next) == "," && words.acts(next + 1) {
        return run;
    }
    let object = |k: usize| {
        k <= run.last
            && tokens.is_word(k)
            && !tokens.is(k, Class::Preposition)
            && !tokens.is(k, Class::StopPhrase)
            && !tokens.word(k).ends_with("ly")
            && !matches!(tokens.word(k), "early" | "late" | "there" | "here" | "so" | "online" | "today" | "abroad")
    };
    let theirs =
        |k: usize| matches!(tokens.before(k), "who" | "that" | "which" | "and" | "or" | "had" | "have" | "been");
    let noun = |k: usize| !tokens.is(k, Class::Preposition) && tokens.is_word(k);
    // "pupils whose parents lacked a car": the verb of a relative clause is theirs
    let relative = (run.first..run.last).find(|&k| matches!(tokens.word(k), "who" | "whose" | "which" | "that"));
    let holds = |k: usize| matches!(tokens.word(k), "involved" | "included" | "contained" | "concerned" | "affected");
    let verb = (run.first + 1..relative.unwrap_or(run.last)).find(|&k| {
        (past_form(tokens, k) || holds(k))
            && !theirs(k)
            && noun(k - 1)
            && object(k + 1)
            && !described(words, run.first, k)
    });
    Run { first: run.first, last: verb.map_or(run.last, |k| k - 1) }
}

/// "31 per cent of the cooks drowned in the first week.": the one past form of the whole clause is its verb.
pub fn up_to_only_verb(words: &Words, quantity: &Quantity, run: Run) -> Run {
    let tokens = words.tokens;
    let lead = before_hedges(tokens, quantity.first);
    let opens = lead == 0
        || matches!(
            tokens.before(lead),
            "that" | "found" | "showed" | "shows" | "said" | "and" | "while" | "but" | "," | "–" | "-"
        );
    let next = run.last + 1;
    let dash = matches!(tokens.word(next), "–" | "-") && !tokens.glued(next);
    // "…, the survey found"
    let source = tokens.word(next) == ","
        && [Class::StudyNoun, Class::ResearchNoun].iter().any(|class| tokens.is(next + 2, *class));
    let closed = matches!(tokens.word(next), "" | "." | ";") || dash || source || words.in_time(next);
    // "31 per cent of people in Norway drowned."
    let ends = |k: usize| {
        let describes =
            matches!(tokens.word(k), "involved" | "affected" | "concerned" | "infected" | "tested" | "sampled");
        let tail = tokens.is(k - 1, Class::StateWord)
            || did_before(words, run.first, k)
            || (run.first + 1..k)
                .any(|j| matches!(tokens.word(j), "in" | "with" | "from" | "at" | "aged" | "over" | "under" | "on"));
        k == run.last
            && tail
            && !describes
            && (tokens.is_word(k - 1) || tokens.is_number(k - 1))
            && !tokens.is(k - 1, Class::Preposition)
    };
    let verb = |k: &usize| {
        (names_people(tokens, k - 1) || ends(*k)) && past_form(tokens, *k) && !tokens.is(*k, Class::Befallen)
    };
    let only = || (run.first + 1..=run.last).find(verb).filter(|&k| !(k + 1..=run.last).any(|j| words.acts(j)));
    match (opens && closed).then(only).flatten() {
        Some(k) => Run { first: run.first, last: k - 1 },
        None => run,
    }
}

/// "women who took the pill smoked": the relative clause has its verb before.
fn did_before(words: &Words, first: usize, k: usize) -> bool {
    let tokens = words.tokens;
    let who = (first + 1..k).find(|&j| matches!(tokens.word(j), "who" | "that"));
    who.is_some_and(|who| {
        who + 3 <= k
            && (words.acts(who + 1) || past_form(tokens, who + 1) || tokens.is(who + 1, Class::AssignVerb))
            && !matches!(tokens.word(k - 1), "they" | "he" | "she" | "had" | "were" | "was" | "and" | "or" | "never")
    })
}

/// "recently retired sailors": the form stands before the noun that it describes.
fn described(words: &Words, first: usize, k: usize) -> bool {
    let plural = |j: usize| names_people(words.tokens, j) || words.tokens.word(j).ends_with('s');
    !(first..k).any(plural)
}
