//! The tokens of a sentence in; its verbs with their tenses and the marks between its clauses out, found once for all its
//! numbers.

use crate::extract::nouns::abbreviates;
use crate::text::{Class, Classes, Quantity, TokenKind, Tokens};

use super::tense::{Tense, tense, they_did};

/// What stands at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Verb(Tense),
    Comma,
    FullStop,
    /// ";", ":" or a dash.
    Break,
    /// A word that sets what follows against what stands before.
    Contrast,
    /// One that can turn from one study to another.
    Turn,
    /// ";" that does so.
    ContrastingBreak,
}

/// The marks of a sentence with their tokens, in order.
#[derive(Clone, Debug, Default)]
pub struct Marks(Vec<(usize, Mark)>);

/// Tokens between a number and the verb it belongs to at most.
const TENSE_REACH: usize = 16;

impl Marks {
    pub fn of(tokens: &Tokens) -> Self {
        /// Rather many in one sentence.
        const MARKS: usize = 16;
        const VERBS: Classes = Classes::of(&[
            Class::PastVerb,
            Class::PresentVerb,
            Class::Modal,
            Class::Be,
            Class::ActiveVerb,
            Class::ChangeVerb,
        ]);
        let mut found = Vec::with_capacity(MARKS);
        for (k, token) in tokens.iter() {
            let mark = if token.classes.meets(VERBS) {
                tense(tokens, k).map(Mark::Verb)
            } else if token.kind == TokenKind::Sign || token.classes.has(Class::ClauseMark) {
                between_clauses(tokens, k)
            } else if they_did(tokens, k) {
                Some(Mark::Verb(Tense::Past))
            } else {
                None
            };
            if let Some(mark) = mark {
                found.push((k, mark));
            }
        }
        Self(found)
    }

    /// The verb of the number stands in the past tense: the first behind it, or the last before it.
    pub fn past_around(&self, quantity: &Quantity) -> bool {
        let near = |&&(k, _): &&(usize, Mark)| k + TENSE_REACH >= quantity.first;
        let last = || self.before(quantity).take_while(near).find_map(|(_, mark)| mark.tense());
        self.tense_after(quantity) == Some(Tense::Past) || last() == Some(Tense::Past)
    }

    /// The tense of the first verb behind the number, in its clause.
    pub fn tense_after(&self, quantity: &Quantity) -> Option<Tense> {
        let from = quantity.last + 1;
        let mut behind = self.0[self.first_from(from)..].iter().take_while(|(k, _)| *k < from + TENSE_REACH);
        behind
            .find(|(_, mark)| !matches!(mark, Mark::Comma | Mark::Contrast | Mark::Turn))
            .and_then(|(_, mark)| mark.tense())
    }

    /// The tense of the last verb before the number, in its clause.
    pub fn tense_before(&self, quantity: &Quantity) -> Option<Tense> {
        let clause = self.before(quantity).take_while(|(_, mark)| !mark.is_break());
        clause.into_iter().find_map(|(_, mark)| mark.tense())
    }

    /// No verb was found: a heading, an item of a list.
    pub fn without_verb(&self) -> bool {
        !self.0.iter().any(|(_, mark)| matches!(mark, Mark::Verb(_)))
    }

    /// The sentence opens with "although", "while" or the like.
    pub fn opens_with_contrast(&self) -> bool {
        self.0.iter().take(2).any(|&(k, mark)| k < 2 && matches!(mark, Mark::Contrast | Mark::Turn))
    }

    /// A comma is among the tokens `from..to`.
    pub fn comma_within(&self, from: usize, to: usize) -> bool {
        self.within(from, to).any(|mark| mark == Mark::Comma)
    }

    /// "but", "while", ";" or the like is among the tokens `from..to`.
    pub fn contrast_within(&self, from: usize, to: usize) -> bool {
        self.within(from, to).any(|mark| matches!(mark, Mark::Contrast | Mark::Turn | Mark::ContrastingBreak))
    }

    /// ";", ":" or a dash is among the tokens `from..to`.
    pub fn break_within(&self, from: usize, to: usize) -> bool {
        self.within(from, to).any(Mark::is_break)
    }

    /// "but", "while" or "whereas" is among the tokens `from..to`.
    pub fn turn_within(&self, from: usize, to: usize) -> bool {
        self.within(from, to).any(|mark| mark == Mark::Turn)
    }

    /// "While oats are usually cheap, half of the men …": the sentence opens with what its main statement is set against,
    /// and that statement, told in the past, begins behind a comma among the tokens `from..to`.
    pub fn main_clause_within(&self, from: usize, to: usize) -> bool {
        let past = |&(_, mark): &(usize, Mark)| mark == Mark::Verb(Tense::Past);
        let mut inside = self.0[self.first_from(from)..].iter().take_while(|(k, _)| *k < to);
        self.opens_with_contrast() && inside.any(|(_, mark)| *mark == Mark::Comma) && inside.any(past)
    }

    /// Those before a number, the last first.
    fn before(&self, quantity: &Quantity) -> impl Iterator<Item = &(usize, Mark)> {
        self.0[..self.first_from(quantity.first)].iter().rev()
    }

    fn within(&self, from: usize, to: usize) -> impl Iterator<Item = Mark> {
        self.0[self.first_from(from)..].iter().take_while(move |(k, _)| *k < to).map(|&(_, mark)| mark)
    }

    fn first_from(&self, at: usize) -> usize {
        self.0.partition_point(|&(k, _)| k < at)
    }
}

impl Mark {
    fn tense(self) -> Option<Tense> {
        match self {
            Self::Verb(tense) => Some(tense),
            _ => None,
        }
    }

    fn is_break(self) -> bool {
        matches!(self, Self::Break | Self::ContrastingBreak)
    }
}

fn between_clauses(tokens: &Tokens, k: usize) -> Option<Mark> {
    // "found that while oats are cheap, they are …" was all found
    let within = || matches!(tokens.before(k), "that" | "found" | "shows" | "showed");
    match tokens.word(k) {
        "," => Some(Mark::Comma),
        "." if !abbreviates(tokens, k) => Some(Mark::FullStop),
        ";" if !within() => Some(Mark::ContrastingBreak),
        ";" | ":" | "–" => Some(Mark::Break),
        "although" | "though" if !within() => Some(Mark::Contrast),
        "where" if k == 0 => Some(Mark::Contrast),
        "but" | "while" | "whereas" if !within() => Some(Mark::Turn),
        _ => None,
    }
}
