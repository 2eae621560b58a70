//! A token in, the noun or verb phrase around it out: where a description of people or of an outcome begins and ends.

use std::cell::RefCell;

use super::super::comparison::pairs::Partners;
use super::super::group::Groups;
use super::super::time::phrases::TimesOf;
use super::closing::closing_sign;
use super::verbs::{finite_verb, is_pronoun, past_form, verb_group_end};
use crate::extract::nouns::names_people;
use crate::extract::scene::Sentence;
use crate::model::Span;
use crate::text::{Class, Quantity, Tokens, Unit};

/// An inclusive run of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub first: usize,
    pub last: usize,
}

/// No description is longer than this many tokens.
pub const LONGEST: usize = 22;

/// What the phrase grammar needs of a sentence.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub tokens: &'a Tokens,
    pub quantities: &'a [Quantity],
    /// Where the sentence names a drug.
    pub drugs: &'a [Span],
    /// What was found so far, where several claims of the sentence ask for it.
    pub found: Option<&'a Found>,
    /// Its expressions of time, where claims of several sentences ask for them.
    pub times: Option<&'a TimesOf>,
}

/// Phrases and groups of one sentence: the same are asked for again and again.
#[derive(Default)]
pub struct Found {
    /// Each with the token that it was looked for at; they are few.
    phrases: RefCell<Vec<(usize, Option<Run>)>>,
    pub groups: Groups,
    pub partners: Partners,
}

impl<'a> Words<'a> {
    /// Of a sentence that is looked at once.
    pub fn of(sentence: &'a Sentence) -> Self {
        Self { tokens: &sentence.tokens, quantities: &sentence.quantities, drugs: &[], found: None, times: None }
    }
}

impl Words<'_> {
    /// The noun phrase that starts at `i`, with its relative clause and modifiers, up to the verb of the sentence.
    pub fn noun_phrase(&self, i: usize) -> Option<Run> {
        let Some(found) = self.found else { return self.phrase_at(i) };
        if let Some(known) = found.phrases.borrow().iter().find(|known| known.0 == i) {
            return known.1;
        }
        let run = self.phrase_at(i);
        found.phrases.borrow_mut().push((i, run));
        run
    }

    /// Nothing is named at `k`: the sentence or its clause ends, or its verb begins.
    fn alone_behind(&self, k: usize) -> bool {
        let tokens = self.tokens;
        !tokens.is_word(k)
            || tokens.is(k, Class::Be)
            || tokens.is(k, Class::Modal)
            || matches!(tokens.word(k), "did" | "do" | "had" | "have" | "and" | "but" | "while" | "who" | "in" | "to")
    }

    fn phrase_at(&self, i: usize) -> Option<Run> {
        let tokens = self.tokens;
        let first = (i..i + 4).find(|&k| !leading(tokens, k))?;
        if matches!(tokens.word(first), "them" | "whom" | "us") {
            return Some(Run { first, last: first });
        }
        // "than those without", "while only 12 per cent of those without did"
        if tokens.at(first, &["those", "without"]) && self.alone_behind(first + 2) {
            return Some(Run { first, last: first + 1 });
        }
        let mut relative = if tokens.word(first) == "who" { Relative::Open } else { Relative::None };
        let mut k = first;
        while k < tokens.len() && k < first + LONGEST {
            if let Some(last) = self.figure_inside(k, first) {
                k = last + 1;
                continue;
            }
            if let Some(comma) = aside_in_relative(tokens, k).filter(|_| relative == Relative::Open) {
                k = comma + 1;
                continue;
            }
            if self.closes(k, first) && !(relative == Relative::Used && self.inside_clause(k)) {
                break;
            }
            // "among those who slept longest it made up …": the clause itself begins
            if k > first && is_pronoun(tokens.word(k)) && self.acts(k + 1) {
                // "those who were to have it had gout": the object of the relative clause
                if relative == Relative::Used && tokens.word(k) == "it" && takes_it(tokens.before(k)) {
                    k += 1;
                    continue;
                }
                // "those who said they had slept"
                if relative == Relative::Used && says(tokens, k - 1) {
                    k = verb_group_end(tokens, k + 1) + 1;
                    continue;
                }
                break;
            }
            if k > first && (self.next_clause(k, relative) || did_besides(tokens, k)) {
                break;
            }
            if k > first && opens_relative(tokens.word(k)) {
                relative = Relative::Open;
            } else if relative == Relative::None && (k == first + 1 && self.reduced(k) || k > first && self.given(k)) {
                relative = Relative::Used;
            } else if k > first
                && (self.acts(k) || relative == Relative::Open && (past_form(tokens, k) || did_so(tokens, k)))
            {
                match relative {
                    Relative::Open => {
                        k = verb_group_end(tokens, k);
                        relative = Relative::Used;
                    }
                    Relative::Used if matches!(tokens.before(k), "and" | "or") => k = verb_group_end(tokens, k),
                    _ => break,
                }
            }
            k += 1;
        }
        trim(tokens, first, k)
    }

    /// "of those brought by boat", "than those left behind": behind a preposition no verb of the clause can follow "those".
    pub fn reduced(&self, k: usize) -> bool {
        let tokens = self.tokens;
        tokens.before(k) == "those"
            && k > 1
            && (tokens.is(k - 2, Class::Preposition) || matches!(tokens.word(k - 2), "than" | "to" | "with" | "versus"))
            && (tokens.is(k, Class::PastVerb) || past_form(tokens, k))
            && !tokens.is(k, Class::Be)
            && !matches!(
                tokens.word(k),
                "had" | "has" | "have" | "did" | "died" | "went" | "came" | "became" | "fell" | "rose"
            )
    }

    /// "babies fed oats had gout": what they got describes them, since the verb of the clause comes later.
    fn given(&self, k: usize) -> bool {
        /// Tokens of the description at most.
        const LONGEST_GIFT: usize = 8;
        let tokens = self.tokens;
        tokens.is(k, Class::Offered)
            && names_people(tokens, k - 1)
            && (k + 2..k + LONGEST_GIFT)
                .take_while(|&j| tokens.is_word(j) && !tokens.is(j, Class::StopPhrase))
                .any(|j| finite_verb(tokens, j) && !matches!(tokens.before(j), "to" | "who" | "that" | "which"))
    }

    /// The clause itself, or another one, begins at `k`.
    fn next_clause(&self, k: usize, relative: Relative) -> bool {
        let tokens = self.tokens;
        // "those who rowed no longer met", "nurses still slept", "parents worry about their …"
        if relative != Relative::Open && self.adverb_of_verb(k)
            || relative == Relative::None && self.plain_verb(k) && names_people(tokens, k - 1)
        {
            return true;
        }
        // "patients we studied", "the trial of babies split them"
        let (word, next) = (tokens.word(k), tokens.word(k + 1));
        let none = relative == Relative::None;
        // but "those who rarely ate them"
        let theirs = relative == Relative::Open && tokens.before(k).ends_with("ly");
        if word == "we" || next == "them" && tokens.is_word(k) && !tokens.is(k, Class::Preposition) && !theirs {
            return true;
        }
        // "those who had tea reduced their chances"
        let changes = relative == Relative::Used
            && tokens.is(k, Class::ChangeVerb)
            && (word.ends_with("ed") || word == "cut")
            && matches!(next, "their" | "his" | "her" | "its" | "the" | "by")
            && !tokens.is(k - 1, Class::Be)
            && !matches!(tokens.before(k), "and" | "or" | "who" | "that" | "had" | "have" | "has" | "to" | ",");
        if changes {
            return true;
        }
        // "those who took the drops dozed off sooner"
        let particle = matches!(next, "off" | "up" | "out" | "down" | "asleep" | "away");
        if relative == Relative::Used
            && particle
            && past_form(tokens, k)
            && !tokens.is(k - 1, Class::Be)
            && !matches!(tokens.before(k), "and" | "or" | "who" | "that" | "had" | "have" | "has" | "were" | "was")
        {
            return true;
        }
        match word {
            "and" if none => self.second_verb(k + 1),
            // "put 40 sailors at random on one of two diets"
            "at" => next == "random",
            "there" => tokens.is(k + 1, Class::Be),
            "the" => none && self.clause_begins(k) || relative == Relative::Used && self.subject_of_multiple(k),
            _ => false,
        }
    }

    /// "held 40 sailors and included 12 cooks", "enrolled 22 sailors and was paid for it": the verb behind "and".
    fn second_verb(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(k);
        word.ends_with("ed") && self.quantity_at(k + 1).is_some()
            || matches!(
                word,
                "includes" | "included" | "covers" | "contains" | "involves" | "has" | "have" | "had" | "did"
            )
            || tokens.is(k, Class::Be)
    }

    /// "those who rowed daily the risk doubled"
    fn subject_of_multiple(&self, k: usize) -> bool {
        self.article_begins(k)
            && !matches!(self.tokens.word(k + 1), "most" | "least" | "same" | "longest" | "fewest")
            && (k + 2..k + 5).any(|j| self.quantity_at(j).is_some_and(|q| q.unit == Unit::Times))
    }

    /// The verb phrase that starts at `i`: to the end of the clause, without comparison or time.
    pub fn verb_phrase(&self, i: usize) -> Option<Run> {
        let tokens = self.tokens;
        let first = self.verb_start(i);
        // The figures of a predicate belong to it: "lost 6 per cent of their weight".
        // and so does a bound: "waited longer than 11 weeks", "spent more than three hours".
        let bound = |k: usize| {
            tokens.word(k) == "than"
                && matches!(tokens.before(k), "more" | "less" | "fewer" | "longer" | "later" | "earlier" | "further")
                && (self.quantity_at(k + 1).is_some_and(|q| q.unit != Unit::Percent)
                    // "was less than a year old"
                    || k == first + 1 && matches!(tokens.word(k + 1), "a" | "an"))
        };
        let inner = |k: usize| {
            bound(k)
                || self.quantity_at(k).is_some()
                    && !(self.time_quantity(k) && self.later(k))
                    && !matches!(tokens.before(k), "and" | "or" | "," | "but" | "with" | "to")
        };
        let end = (first..tokens.len().min(first + LONGEST))
            .find(|&k| {
                (k > first && self.closes(k, first) && !inner(k))
                    || (k == first && closing_sign(tokens, k))
                    // "held too much salt and could lead to falls"
                    || (k > first && tokens.word(k) == "and" && tokens.is(k + 1, Class::Modal))
                    || (k > first && tokens.word(k) == "and" && self.led_figure(k + 1))
                    // "stopped two months before sailing"
                    || (k > first && circumstance(tokens, k) && !self.quantities.iter().any(|q| q.last + 1 == k))
            })
            .unwrap_or(tokens.len().min(first + LONGEST));
        // "occurred in the first year": the verb alone says nothing
        let end = if end == first + 1 && tokens.is(first, Class::Occurring) { self.whole_clause(end) } else { end };
        trim(tokens, first, end)
    }

    /// "and in nurses 9 per cent …": the next figure's people at the head of its clause.
    fn led_figure(&self, k: usize) -> bool {
        /// Tokens from the preposition to the figure at most.
        const REACH: usize = 12;
        matches!(self.tokens.word(k), "in" | "among" | "of" | "for" | "with" | "on")
            && self.noun_phrase(k + 1).is_some_and(|run| {
                run.last < k + REACH
                    && (run.last + 1..run.last + 4)
                        .any(|j| self.quantity_at(j).is_some_and(|q| q.unit == Unit::Percent))
            })
    }

    /// The first telling word of the verb phrase at `i`: behind "had been", "were found to be".
    fn verb_start(&self, i: usize) -> usize {
        let tokens = self.tokens;
        let mut first = i;
        while first < tokens.len()
            && (tokens.is(first, Class::Be)
                || matches!(
                    tokens.word(first),
                    "had"
                        | "have"
                        | "has"
                        | "been"
                        | "also"
                        | "to"
                        | "either"
                        | "then"
                        | ","
                        | "being"
                        | "would"
                        | "will"
                        | "could"
                        | "\""
                ))
            && first < i + 5
        {
            first += 1;
        }
        // "were found to be healthy"
        let told = ["found", "shown", "thought", "considered", "believed", "said", "deemed", "judged", "known"];
        if told.contains(&tokens.word(first))
            && tokens.word(first + 1) == "to"
            && matches!(tokens.word(first + 2), "be" | "have")
        {
            first += 3;
        }
        first
    }

    pub fn quantity_at(&self, k: usize) -> Option<&Quantity> {
        if !self.may_count(k) {
            return None;
        }
        self.quantities.get(self.quantities.partition_point(|q| q.first < k)).filter(|q| q.first == k)
    }

    /// A figure, or a word that numbers start with: no quantity begins anywhere else.
    fn may_count(&self, k: usize) -> bool {
        let may = self.tokens.is_number(k) || self.tokens.is(k, Class::NumberStart);
        debug_assert!(may || !self.quantities.iter().any(|q| q.first == k), "{} starts a number", self.tokens.word(k));
        may
    }

    /// The quantities that end before token `k`.
    pub fn before(&self, k: usize) -> &[Quantity] {
        &self.quantities[..self.quantities.partition_point(|q| q.last < k)]
    }

    /// The quantities between tokens `from` and `to`.
    pub fn between(&self, from: usize, to: usize) -> &[Quantity] {
        let before = self.before(to);
        &before[before.partition_point(|q| q.first <= from)..]
    }

    /// The quantities that begin behind token `k`.
    pub fn behind(&self, k: usize) -> &[Quantity] {
        &self.quantities[self.quantities.partition_point(|q| q.first <= k)..]
    }
}

/// "stones and ruled out gout in": a verb that its particle tells from "stones and inflamed joints".
fn did_besides(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "and"
        && tokens.word(k + 1).ends_with("ed")
        && matches!(tokens.word(k + 2), "out" | "off" | "up" | "down" | "away")
}

/// "those who, without knowing it, got …": where the aside that begins at `k` ends.
fn aside_in_relative(tokens: &Tokens, k: usize) -> Option<usize> {
    /// Tokens of the aside at most.
    const LONGEST_ASIDE: usize = 10;
    let opens = tokens.is(k, Class::PhraseCloser) && tokens.word(k) == "," && opens_relative(tokens.before(k));
    if opens { (k + 2..k + LONGEST_ASIDE).find(|&j| tokens.word(j) == ",") } else { None }
}

/// "who", "who'd", "that'll".
fn opens_relative(word: &str) -> bool {
    // none of them begins otherwise
    if !word.starts_with("wh") && !word.starts_with("th") {
        return false;
    }
    let plain = word.split_once('\'').map_or(word, |(pronoun, _)| pronoun);
    matches!(plain, "who" | "whose" | "which" | "that" | "where") && word != "that's"
}

/// "supposed to have it", "were offered it": a verb whose object is "it".
fn takes_it(word: &str) -> bool {
    matches!(
        word,
        "have"
            | "get"
            | "take"
            | "use"
            | "receive"
            | "need"
            | "want"
            | "try"
            | "took"
            | "used"
            | "got"
            | "received"
            | "given"
            | "offered"
            | "refused"
            | "needed"
            | "wanted"
            | "tried"
    )
}

/// "said", "reported": what people said of themselves goes on behind it.
fn says(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::ReportingVerb)
        || matches!(tokens.word(k), "felt" | "thought" | "believed" | "knew" | "admitted")
}

/// "slept before taking the test", "were mended at an average cost of": how or when else, no part of what happened.
fn circumstance(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "before" | "after" => tokens.word(k + 1).len() > 4 && tokens.word(k + 1).ends_with("ing"),
        "at" => {
            tokens.is(k + 1, Class::Article)
                && (k + 2..k + 5).any(|j| matches!(tokens.word(j), "cost" | "price" | "expense" | "rate"))
        }
        _ => false,
    }
}

/// "who simply rested": an adverb stands between "who" and its verb.
fn did_so(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k).ends_with("ed") && k > 1 && tokens.before(k).ends_with("ly") && opens_relative(tokens.word(k - 2))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Relative {
    None,
    Open,
    Used,
}

pub fn leading(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::PhraseLeader)
}

/// The members of "A, B and C" among the tokens `from..to`, without articles and the closing noun ("groups").
pub fn parts(tokens: &Tokens, from: usize, to: usize) -> Vec<Run> {
    let mut parts = Vec::new();
    let mut first = None;
    for k in from..=to {
        let joint = k == to || matches!(tokens.word(k), "," | "and" | "or");
        match (joint, first) {
            (true, Some(start)) => parts.extend(trim(tokens, start, k)),
            (false, None) if !leading(tokens, k) => first = Some(k),
            _ => {}
        }
        if joint {
            first = None;
        }
    }
    parts
}

/// Drops trailing function words.
pub fn trim(tokens: &Tokens, first: usize, end: usize) -> Option<Run> {
    let mut last = end;
    while last > first
        && (tokens.is(last - 1, Class::Preposition)
            || tokens.is(last - 1, Class::Article)
            || tokens.is(last - 1, Class::Modal) && tokens.before(last) != "will"
            // "and randomly" opens another clause
            || last > first + 1 && tokens.word(last - 1).ends_with("ly") && tokens.before(last - 1) == "and"
            // "times they", but "they" alone
            || last > first + 1 && matches!(tokens.before(last), "they" | "he" | "she" | "we")
            || !tokens.is_word(last - 1) && !tokens.is_number(last - 1)
            || matches!(
                tokens.word(last - 1),
                "and"
                    | "or"
                    | "who"
                    | "that"
                    | "as"
                    | "also"
                    | "about"
                    | "nearly"
                    | "almost"
                    | "just"
                    | "only"
                    | "more"
                    | "had"
                    | "were"
                    | "then"
                    | "never"
                    | "altogether"
                    | "overall"
                    | "of"
                    | "which"
            ))
    {
        last -= 1;
    }
    (last > first).then(|| Run { first, last: last - 1 })
}
