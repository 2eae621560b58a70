//! A sentence and the quote in it in, the words before, within and after the quote out.

use std::borrow::Cow;

use super::clean::one_line;

/// Characters shown on either side of a quote: a sentence without an end is cut.
const CONTEXT_CHARACTERS: usize = 300;

/// A sentence cut at its quote, safe to show.
#[derive(Debug, PartialEq, Eq)]
pub struct Quoted {
    pub before: String,
    pub quote: String,
    pub after: String,
}

impl Quoted {
    /// Where the quote is not in the sentence, it is shown alone.
    pub fn new(sentence: &str, quote: &str) -> Self {
        let (before, after) = match find(sentence, quote) {
            Some(at) => (&sentence[..at], &sentence[at + quote.len()..]),
            None => ("", ""),
        };
        Self {
            before: last_characters(one_line(before.trim_start())),
            quote: one_line(quote).into_owned(),
            after: first_characters(one_line(after.trim_end())),
        }
    }
}

/// The first place of the quote that does not begin or end inside a word or number.
fn find(sentence: &str, quote: &str) -> Option<usize> {
    if quote.is_empty() {
        return None;
    }
    let whole = |&(at, _): &(usize, &str)| {
        let before = sentence[..at].chars().next_back();
        let after = sentence[at + quote.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let places = || sentence.match_indices(quote);
    places().find(whole).or_else(|| places().next()).map(|(at, _)| at)
}

fn first_characters(text: Cow<'_, str>) -> String {
    match text.char_indices().nth(CONTEXT_CHARACTERS) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.into_owned(),
    }
}

fn last_characters(text: Cow<'_, str>) -> String {
    match text.char_indices().nth_back(CONTEXT_CHARACTERS) {
        Some((start, _)) => format!("… {}", &text[start..]),
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(sentence: &str, quote: &str) -> [String; 3] {
        let Quoted { before, quote, after } = Quoted::new(sentence, quote);
        [before, quote, after]
    }

    #[test]
    fn a_sentence_is_cut_at_its_quote() {
        assert_eq!(cut(" Of 130, 30 people\nrelapsed. ", "30 people"), ["Of 130, ", "30 people", " relapsed."]);
        assert_eq!(cut("Of 130, 30 left", "30"), ["Of 130, ", "30", " left"]);
        assert_eq!(cut("Nothing here", "30"), ["", "30", ""]);
        assert_eq!(cut("", ""), ["", "", ""]);
    }

    #[test]
    fn endless_sentences_are_cut() {
        let sentence = format!("{} 30 {}", "é".repeat(5000), "é".repeat(5000));
        let [before, _, after] = cut(&sentence, "30");
        assert!(before.starts_with("… é") && after.ends_with("é …"));
        assert!(before.chars().count() < 310 && after.chars().count() < 310);
    }
}
