//! The cue file and a sentence in, the scope cues that stand in it out.

use crate::model::Scope;
use crate::text::hashing::WordMap;
use crate::text::{Class, Tokens};

const CUES: &str = include_str!("../../lexicons/language/cues.tsv");

/// One row of the cue file.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    words: Vec<&'static str>,
    pub scope: Scope,
    pub weight: i32,
    /// Speaks for the rest of the paragraph, not only for its sentence.
    pub carries: bool,
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

/// All cues, by first word.
pub struct Cues {
    by_first: WordMap<&'static str, Vec<Cue>>,
}

impl Cues {
    pub fn bundled() -> Self {
        let mut by_first: WordMap<&'static str, Vec<Cue>> = WordMap::default();
        for cue in CUES.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(cue) {
            by_first.entry(cue.words[0]).or_default().push(cue);
        }
        for cues in by_first.values_mut() {
            cues.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
        }
        Self { by_first }
    }

    /// The cues in the sentence, longest first at each place, none inside another.
    pub fn find<'c>(&'c self, tokens: &Tokens) -> Vec<CueAt<'c>> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < tokens.len() {
            let may_start = tokens.is(i, Class::CueStart) || tokens.is_number(i);
            let cues = may_start.then(|| self.by_first.get(tokens.word(i))).flatten();
            match cues.and_then(|cues| cues.iter().find(|cue| stands_at(cue, tokens, i))) {
                Some(cue) => {
                    found.push(CueAt { cue, first: i });
                    i += cue.words.len();
                }
                None => i += 1,
            }
        }
        found
    }
}

fn cue(row: &'static str) -> Option<Cue> {
    let mut cells = row.split('\t');
    let words: Vec<&str> = cells.next()?.split(' ').flat_map(pieces).collect();
    let scope = match cells.next()? {
        "this_study" => Scope::ThisStudy,
        "other_study" => Scope::OtherStudy,
        "background" => Scope::Background,
        "planned" => Scope::Planned,
        _ => return None,
    };
    Some(Cue { words, scope, weight: cells.next()?.parse().ok()?, carries: cells.next()? == "paragraph" })
}

/// "follow-up" is three tokens of a text.
fn pieces(word: &'static str) -> impl Iterator<Item = &'static str> {
    word.split_inclusive('-').flat_map(|piece| match piece.strip_suffix('-') {
        Some(head) if !head.is_empty() => vec![head, "-"],
        _ => vec![piece],
    })
}

/// Whether the cue, whose first word is token `i`, goes on behind it.
fn stands_at(cue: &Cue, tokens: &Tokens, i: usize) -> bool {
    cue.words.iter().enumerate().skip(1).all(|(k, word)| match *word {
        "*" => tokens.is_word(i + k),
        "<year>" => is_year(tokens.word(i + k)),
        "<people>" => tokens.is(i + k, Class::People),
        word => tokens.word(i + k) == word,
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::WordClasses;

    fn found(text: &str) -> Vec<(Scope, i32)> {
        let tokens = Tokens::read(text, Span::new(0, text.len()), &WordClasses::bundled());
        Cues::bundled().find(&tokens).iter().map(|at| (at.cue.scope, at.cue.weight)).collect()
    }

    #[test]
    fn every_row_of_the_file_is_a_cue() {
        for row in CUES.lines().filter(|line| !line.starts_with('#')).skip(1) {
            assert!(cue(row).is_some(), "{row}");
        }
    }

    #[test]
    fn longest_cue_wins_and_years_are_open() {
        assert_eq!(found("in a 2013 study of nurses"), [(Scope::OtherStudy, 3)]);
        assert_eq!(found("a 13 study"), []);
        assert_eq!(found("the new study found"), [(Scope::ThisStudy, 4)]);
        assert_eq!(found("during follow-up"), [(Scope::ThisStudy, 3)]);
        assert_eq!(found("during follow"), []);
    }
}
