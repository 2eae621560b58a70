//! Sides of a finding in, each sentence once out, cut at the quotes that stand in it.

use std::borrow::Cow;
use std::ops::Range;

use super::clean::one_line;
use crate::model::Evidence;

/// Characters shown on either side of a quote: a sentence without an end is cut.
const CONTEXT_CHARACTERS: usize = 300;

/// Sides that quote one sentence of one article.
#[derive(Debug)]
pub struct Quoted<'e> {
    /// At least one, in the order of the finding.
    pub sides: Vec<&'e Evidence>,
    pub pieces: Vec<Piece>,
}

/// Words of a sentence, safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub quoted: bool,
}

/// Puts neighbours that quote the same sentence together.
pub fn sentences(evidence: &[Evidence]) -> Vec<Quoted<'_>> {
    let same = |a: &Evidence, b: &Evidence| a.article == b.article && a.sentence == b.sentence;
    evidence.chunk_by(same).map(|sides| Quoted::new(sides.iter().collect())).collect()
}

impl<'e> Quoted<'e> {
    fn new(sides: Vec<&'e Evidence>) -> Self {
        let sentence = sides.first().map_or("", |side| side.sentence.as_str());
        let mut pieces = Vec::new();
        let mut at = 0;
        for place in merged(places(sentence, &sides)) {
            pieces.push(Piece { text: sentence[at..place.start].to_owned(), quoted: false });
            pieces.push(Piece { text: sentence[place.clone()].to_owned(), quoted: true });
            at = place.end;
        }
        if pieces.is_empty() {
            // The quote is not in its sentence: shown alone, it is still evidence.
            pieces.extend(sides.iter().map(|side| Piece { text: side.quote.clone(), quoted: true }));
            return Self { pieces: shown(pieces), sides };
        }
        pieces.push(Piece { text: sentence[at..].to_owned(), quoted: false });
        Self { pieces: shown(pieces), sides }
    }

    /// The values of its sides: "87, 95 %".
    pub fn values(&self) -> String {
        let values: Vec<_> = self.sides.iter().map(|side| one_line(&side.value)).collect();
        values.join(", ")
    }
}

/// Where each quote stands. Quotes may occur more than once in the sentence: how far they stand apart in the article
/// tells which occurrence is meant.
fn places(sentence: &str, sides: &[&Evidence]) -> Vec<Range<usize>> {
    let Some(first) = sides.first() else { return Vec::new() };
    let characters = |bytes: usize| sentence[..bytes].chars().count();
    let fits = |&at: &usize| {
        let start = characters(at);
        sides.iter().all(|side| {
            let offset = (start + side.start).checked_sub(first.start);
            let bytes = offset.and_then(|offset| nth_character(sentence, offset));
            bytes.is_some_and(|bytes| sentence[bytes..].starts_with(side.quote.as_str()))
        })
    };
    let Some(at) = occurrences(sentence, &first.quote).into_iter().find(fits) else {
        let find = |side: &&Evidence| occurrences(sentence, &side.quote).first().map(|at| *at..at + side.quote.len());
        return sides.iter().filter_map(find).collect();
    };
    let start = characters(at);
    let place = |side: &&Evidence| {
        let bytes = nth_character(sentence, start + side.start - first.start)?;
        Some(bytes..bytes + side.quote.len())
    };
    sides.iter().filter_map(place).collect()
}

fn nth_character(text: &str, n: usize) -> Option<usize> {
    text.char_indices().nth(n).map(|(at, _)| at)
}

/// Occurrences that do not begin or end inside a word or number first; few, so that a hostile sentence costs little.
fn occurrences(sentence: &str, quote: &str) -> Vec<usize> {
    const MOST: usize = 8;
    if quote.is_empty() {
        return Vec::new();
    }
    let whole = |at: usize| {
        let before = sentence[..at].chars().next_back();
        let after = sentence[at + quote.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let mut found: Vec<usize> = sentence.match_indices(quote).map(|(at, _)| at).take(MOST).collect();
    found.sort_by_key(|&at| !whole(at));
    found
}

/// In order, without overlaps.
fn merged(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

/// Makes the words safe and cuts what is far from every quote.
fn shown(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let show = |(n, piece): (usize, Piece)| {
        let text = match (piece.quoted, n == 0, n == last) {
            (true, ..) => one_line(&piece.text).into_owned(),
            (_, true, _) => end_of(one_line(piece.text.trim_start())),
            (_, _, true) => start_of(one_line(piece.text.trim_end())),
            _ => one_line(&piece.text).into_owned(),
        };
        Piece { text, ..piece }
    };
    pieces.into_iter().enumerate().map(show).filter(|piece| !piece.text.is_empty()).collect()
}

fn start_of(text: Cow<'_, str>) -> String {
    match text.char_indices().nth(CONTEXT_CHARACTERS) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.into_owned(),
    }
}

fn end_of(text: Cow<'_, str>) -> String {
    match text.char_indices().nth_back(CONTEXT_CHARACTERS) {
        Some((start, _)) => format!("… {}", &text[start..]),
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(start: usize, quote: &str, sentence: &str) -> Evidence {
        Evidence {
            article: "a".into(),
            start,
            end: start + quote.chars().count(),
            quote: quote.into(),
            value: quote.into(),
            line: 1,
            sentence: sentence.into(),
            label: "a".into(),
            side: 0,
            field: None,
        }
    }

    /// The sentence with its quotes in brackets.
    fn cut(sentence: &str, quotes: &[(usize, &str)]) -> String {
        let sides: Vec<_> = quotes.iter().map(|(start, quote)| side(*start, quote, sentence)).collect();
        let quoted = sentences(&sides);
        assert_eq!(quoted.len(), 1);
        let bracket = |piece: &Piece| if piece.quoted { format!("[{}]", piece.text) } else { piece.text.clone() };
        quoted[0].pieces.iter().map(bracket).collect()
    }

    #[test]
    fn a_sentence_is_cut_at_its_quotes() {
        assert_eq!(cut(" Of 130, 30 people\nrelapsed. ", &[(0, "30 people")]), "Of 130, [30 people] relapsed.");
        assert_eq!(cut("Of 130, 30 left", &[(5, "30")]), "Of 130, [30] left");
        assert_eq!(cut("Nothing here", &[(0, "30")]), "[30]");
        assert_eq!(cut("", &[(0, "")]), "");
        assert_eq!(cut("87 (95%) of 93", &[(10, "87"), (14, "95%")]), "[87] ([95%]) of 93");
        assert_eq!(cut("5 % or 5 % of é 5 %", &[(107, "5 %"), (116, "5 %")]), "5 % or [5 %] of é [5 %]");
        assert_eq!(cut("17 of 31 patients", &[(0, "17 of 31"), (6, "31 patients")]), "[17 of 31 patients]");
    }

    #[test]
    fn endless_sentences_are_cut() {
        let sentence = format!("{} 30 {}", "é".repeat(5000), "é".repeat(5000));
        let shown = cut(&sentence, &[(5001, "30")]);
        assert!(shown.starts_with("… é") && shown.ends_with("é …"));
        assert!(shown.chars().count() < 620);
    }

    proptest::proptest! {
        /// Findings may come out of records that others wrote: places and quotes need not fit the sentence.
        #[test]
        fn any_quote_in_any_sentence_is_shown(sentence in "[a3é ]{0,12}", quotes in proptest::collection::vec((0..14_usize, "[a3é ]{0,3}"), 1..4)) {
            let sides: Vec<_> = quotes.iter().map(|(start, quote)| side(*start, quote, &sentence)).collect();
            for quoted in super::sentences(&sides) {
                let text: String = quoted.pieces.iter().map(|piece| piece.text.as_str()).collect();
                let in_it = quotes.iter().any(|(_, quote)| !quote.is_empty() && sentence.contains(quote.as_str()));
                proptest::prop_assert!(!in_it || text.trim() == sentence.trim(), "{text:?}");
            }
        }
    }

    #[test]
    fn other_sentences_stand_apart() {
        let sides = [side(0, "30", "It had 30."), side(9, "31", "It had 31.")];
        assert_eq!(sentences(&sides).len(), 2);
    }
}
