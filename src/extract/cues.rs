//! The cue file and a sentence in, the scope cues that stand in it out.

use std::cmp::Reverse;

use crate::model::Scope;
use crate::text::{Class, Token, TokenKind, Tokens, WordClasses, WordId, pieces};

const CUES: &str = include_str!("../../lexicons/language/cues.tsv");

/// One row of the cue file.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    words: Vec<Part>,
    pub scope: Scope,
    pub weight: i32,
    /// Tells of the methods of a study, whichever it is.
    pub any_study: bool,
    /// Speaks for the rest of the paragraph, not only for its sentence.
    pub carries: bool,
}

/// What a cue asks of one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Word(WordId),
    AnyWord,
    Year,
    People,
}

/// A cue and the token it starts with.
#[derive(Clone, Copy, Debug)]
pub struct CueAt<'c> {
    pub cue: &'c Cue,
    pub first: usize,
}

impl CueAt<'_> {
    pub fn last(&self) -> usize {
        self.first + self.cue.words.len() - 1
    }
}

/// All cues.
pub struct Cues {
    /// By the number of their first word.
    by_first: Vec<Begun>,
    beginnings: Beginnings,
}

/// The cues that begin with one word, longest first among equals.
#[derive(Clone, Debug, Default)]
struct Begun {
    /// Single words, and those that go on with any word of a sort.
    open: Vec<Cue>,
    /// Those whose second word is given, in the order of its number.
    closed: Vec<(WordId, Cue)>,
}

impl Begun {
    fn add(&mut self, cue: Cue) {
        match cue.words.get(1) {
            Some(Part::Word(second)) => self.closed.push((*second, cue)),
            _ => self.open.push(cue),
        }
    }

    fn sort(&mut self) {
        self.open.sort_by_key(|cue| Reverse(cue.words.len()));
        self.closed.sort_by_key(|(second, cue)| (second.index(), Reverse(cue.words.len())));
    }

    fn open_at(&self, tokens: &Tokens, i: usize) -> Option<&Cue> {
        self.open.iter().find(|cue| stands_at(cue, tokens, i))
    }

    fn closed_at(&self, tokens: &Tokens, i: usize) -> Option<&Cue> {
        let second = tokens.id(i + 1);
        let run = &self.closed[self.closed.partition_point(|(word, _)| word.index() < second.index())..];
        let mut run = run.iter().take_while(|(word, _)| *word == second).map(|(_, cue)| cue);
        run.find(|cue| stands_at(cue, tokens, i))
    }
}

/// Tells most pairs of words with which no cue begins.
struct Beginnings {
    /// One bit for each cue that is a single word.
    single: Bits,
    /// One bit for the first word and the third of each cue whose second may be any of a sort.
    around: Bits,
    /// One bit for the first two words of each other cue.
    pairs: Bits,
}

/// Bits of each set: 2 KiB, so that some 3 % of other pairs pass.
const BITS: usize = 1 << 14;

type Bits = Box<[u64; BITS / 64]>;

impl Beginnings {
    fn new() -> Self {
        let empty = || Box::new([0; BITS / 64]);
        Self { single: empty(), around: empty(), pairs: empty() }
    }

    fn add(&mut self, first: WordId, cue: &Cue) {
        let (set, bit) = match *cue.words {
            [_, Part::Word(second), ..] => (&mut self.pairs, Self::pair(first, second)),
            [_, _, Part::Word(third), ..] => (&mut self.around, Self::pair(first, third)),
            _ => (&mut self.single, first.index() % BITS),
        };
        set[bit / 64] |= 1 << (bit % 64);
    }

    #[inline]
    fn may_be_open(&self, first: WordId, third: WordId) -> bool {
        has(&self.single, first.index() % BITS) || has(&self.around, Self::pair(first, third))
    }

    #[inline]
    fn may_be_pair(&self, first: WordId, second: WordId) -> bool {
        has(&self.pairs, Self::pair(first, second))
    }

    fn pair(first: WordId, second: WordId) -> usize {
        (first.index() * 509 + second.index()) % BITS
    }
}

#[inline]
fn has(set: &Bits, bit: usize) -> bool {
    set[bit / 64] >> (bit % 64) & 1 != 0
}

impl Cues {
    /// The cues that come with the program, for tokens whose words have these numbers.
    pub fn bundled(words: &WordClasses) -> Self {
        let mut cues = Self { by_first: vec![Begun::default(); words.size()], beginnings: Beginnings::new() };
        for (first, cue) in rows().filter_map(|row| cue(row, words)) {
            cues.beginnings.add(first, &cue);
            cues.by_first[first.index()].add(cue);
        }
        cues.by_first.iter_mut().for_each(Begun::sort);
        cues
    }

    /// The cues in the sentence, longest first at each place, none inside another.
    pub fn find<'c>(&'c self, tokens: &Tokens) -> Vec<CueAt<'c>> {
        let mut found = Vec::new();
        let mut free = 0;
        let may_start = |token: &Token| token.kind == TokenKind::Number || token.classes.has(Class::CueStart);
        for (i, _) in tokens.iter().filter(|(_, token)| may_start(token)) {
            if i >= free
                && let Some(cue) = self.starting_at(tokens, i)
            {
                found.push(CueAt { cue, first: i });
                free = i + cue.words.len();
            }
        }
        found
    }

    /// The longest that token `i` starts; of two as long, the one that is open, which stands before the other in the file.
    fn starting_at(&self, tokens: &Tokens, i: usize) -> Option<&Cue> {
        let (first, second) = (tokens.id(i), tokens.id(i + 1));
        let may_be_open = self.beginnings.may_be_open(first, tokens.id(i + 2));
        let may_be_closed = self.beginnings.may_be_pair(first, second);
        if !may_be_open && !may_be_closed {
            return None;
        }
        let begun = &self.by_first[first.index()];
        let open = if may_be_open { begun.open_at(tokens, i) } else { None };
        let closed = if may_be_closed { begun.closed_at(tokens, i) } else { None };
        match (open, closed) {
            (Some(open), Some(closed)) if closed.words.len() > open.words.len() => Some(closed),
            _ => open.or(closed),
        }
    }
}

fn rows() -> impl Iterator<Item = &'static str> {
    CUES.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// The cue with its first word.
fn cue(row: &str, words: &WordClasses) -> Option<(WordId, Cue)> {
    let mut cells = row.split('\t');
    let phrase: Vec<&str> = cells.next()?.split(' ').flat_map(pieces).collect();
    let part = |word: &&str| match *word {
        "*" => Part::AnyWord,
        "<year>" => Part::Year,
        "<people>" => Part::People,
        word => Part::Word(words.id(word)),
    };
    let scope = cells.next()?;
    let any_study = scope == "any_study";
    let scope = match scope {
        "this_study" | "any_study" => Scope::ThisStudy,
        "other_study" => Scope::OtherStudy,
        "background" => Scope::Background,
        "planned" => Scope::Planned,
        _ => return None,
    };
    let (weight, carries) = (cells.next()?.parse().ok()?, cells.next()? == "paragraph");
    let parts = phrase.iter().map(part).collect();
    Some((words.id(phrase.first()?), Cue { words: parts, scope, weight, any_study, carries }))
}

/// Whether the cue, whose first word is token `i`, goes on behind it.
fn stands_at(cue: &Cue, tokens: &Tokens, i: usize) -> bool {
    cue.words.iter().enumerate().skip(1).all(|(k, part)| match *part {
        Part::Word(word) => tokens.id(i + k) == word,
        Part::AnyWord => tokens.is_word(i + k),
        Part::Year => is_year(tokens.word(i + k)),
        Part::People => tokens.is(i + k, Class::People),
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn found(text: &str) -> Vec<(Scope, i32)> {
        let words = WordClasses::bundled();
        let tokens = Tokens::read(text, Span::new(0, text.len()), &words);
        Cues::bundled(&words).find(&tokens).iter().map(|at| (at.cue.scope, at.cue.weight)).collect()
    }

    #[test]
    fn every_row_of_the_file_is_a_cue() {
        let words = WordClasses::bundled();
        for row in rows() {
            let (_, cue) = cue(row, &words).expect(row);
            assert!(!cue.words.contains(&Part::Word(WordId::default())), "{row}: a word without a number");
        }
    }

    #[test]
    fn longest_cue_wins_and_years_are_open() {
        assert_eq!(found("in a 2013 study of nurses"), [(Scope::OtherStudy, 4)]);
        assert_eq!(found("a 13 study"), []);
        assert_eq!(found("the new study found"), [(Scope::ThisStudy, 4)]);
        assert_eq!(found("during follow-up"), [(Scope::ThisStudy, 3)]);
        assert_eq!(found("during follow"), []);
    }
}
