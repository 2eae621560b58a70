//! The cue file and a sentence in, the scope cues that stand in it out.

use crate::model::Scope;
use crate::text::{Class, Tokens, WordClasses, WordId};

const CUES: &str = include_str!("../../lexicons/language/cues.tsv");

/// One row of the cue file.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    words: Vec<Part>,
    pub scope: Scope,
    pub weight: i32,
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
    by_first: Vec<SameFirst>,
}

/// The cues that start with one word, longest first.
#[derive(Clone, Default)]
struct SameFirst {
    cues: Vec<Cue>,
    /// One bit for each second word that some cue has, all where a cue takes any: most places fail this one look.
    seconds: u64,
}

impl Cues {
    /// The cues that come with the program, for tokens whose words have these numbers.
    pub fn bundled(words: &WordClasses) -> Self {
        let mut by_first = vec![SameFirst::default(); words.size()];
        for (first, cue) in rows().filter_map(|row| cue(row, words)) {
            let same = &mut by_first[first.index()];
            same.seconds |= match cue.words.get(1) {
                Some(Part::Word(second)) => bit(*second),
                _ => u64::MAX,
            };
            same.cues.push(cue);
        }
        for same in &mut by_first {
            same.cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
        }
        Self { by_first }
    }

    /// The cues in the sentence, longest first at each place, none inside another.
    pub fn find<'c>(&'c self, tokens: &Tokens) -> Vec<CueAt<'c>> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < tokens.len() {
            match self.starting_at(tokens, i) {
                Some(cue) => {
                    found.push(CueAt { cue, first: i });
                    i += cue.words.len();
                }
                None => i += 1,
            }
        }
        found
    }

    fn starting_at(&self, tokens: &Tokens, i: usize) -> Option<&Cue> {
        let same = &self.by_first[tokens.id(i).index()];
        let may_go_on = same.seconds & bit(tokens.id(i + 1)) != 0;
        may_go_on.then(|| same.cues.iter().find(|cue| stands_at(cue, tokens, i))).flatten()
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.index() % 64)
}

fn rows() -> impl Iterator<Item = &'static str> {
    CUES.lines().filter(|line| !line.starts_with('#')).skip(1)
}

/// The cue with its first word.
fn cue(row: &str, words: &WordClasses) -> Option<(WordId, Cue)> {
    let mut cells = row.split('\t');
    let phrase = cells.next()?;
    let part = |word: &str| match word {
        "*" => Part::AnyWord,
        "<year>" => Part::Year,
        "<people>" => Part::People,
        word => Part::Word(words.id(word)),
    };
    let scope = match cells.next()? {
        "this_study" => Scope::ThisStudy,
        "other_study" => Scope::OtherStudy,
        "background" => Scope::Background,
        "planned" => Scope::Planned,
        _ => return None,
    };
    let (weight, carries) = (cells.next()?.parse().ok()?, cells.next()? == "paragraph");
    let first = words.id(phrase.split(' ').next()?);
    Some((first, Cue { words: phrase.split(' ').map(part).collect(), scope, weight, carries }))
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
        assert_eq!(found("in a 2013 study of nurses"), [(Scope::OtherStudy, 3)]);
        assert_eq!(found("a 13 study"), []);
        assert_eq!(found("the new study found"), [(Scope::ThisStudy, 4)]);
    }
}
