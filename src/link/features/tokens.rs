//! Text in, its words and numbers out, with what stands between them.

use crate::link::word_lists::{Base, Roles, WordLists};

/// What stands before a token, the strongest mark of the gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    Space,
    Hyphen,
    Comma,
    /// Quotation mark, bracket, slash and the like.
    Mark,
    /// Full stop, question or exclamation mark, colon, semicolon.
    Stop,
    Line,
}

/// A word or number of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    pub text: &'t str,
    pub gap: Gap,
    pub number: bool,
    pub capital: bool,
    /// Of the text in lower case.
    pub hash: u64,
    /// Of the base form.
    pub base_hash: u64,
    pub roles: Roles,
}

/// The tokens of `text` in order, without the lines that belong to the page and not to the article.
pub fn tokens<'t>(text: &'t str, lists: &WordLists) -> Vec<Token<'t>> {
    let mut found = Vec::with_capacity(text.len() / 5);
    for line in text.split_inclusive('\n') {
        if !lists.is_furniture(line) {
            line_tokens(line, lists, &mut found);
        }
    }
    found
}

fn line_tokens<'t>(line: &'t str, lists: &WordLists, found: &mut Vec<Token<'t>>) {
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut gap = Gap::Line;
    while at < bytes.len() {
        let length = token_length(line, at);
        if length > 0 {
            let text = &line[at..at + length];
            let number = bytes[at].is_ascii_digit();
            let capital = text.chars().next().is_some_and(char::is_uppercase);
            let mut base = Base::lower(text);
            let hash = base.hash();
            base.fold();
            let base_hash = base.hash();
            found.push(Token { text, gap, number, capital, hash, base_hash, roles: lists.roles(hash) });
            (at, gap) = (at + length, Gap::Space);
        } else {
            let mark = line[at..].chars().next().unwrap_or(' ');
            gap = gap.max(gap_of(mark));
            at += mark.len_utf8();
        }
    }
}

fn gap_of(mark: char) -> Gap {
    match mark {
        ' ' | '\t' | '\r' | '\u{a0}' | '\'' | '’' => Gap::Space,
        '-' | '\u{2010}' | '\u{2011}' | '–' => Gap::Hyphen,
        ',' => Gap::Comma,
        '.' | '?' | '!' | ':' | ';' | '…' => Gap::Stop,
        _ => Gap::Mark,
    }
}

/// Bytes of the token that starts at `at`; 0 where none does.
fn token_length(line: &str, at: usize) -> usize {
    if line.as_bytes()[at].is_ascii_digit() { number_length(&line.as_bytes()[at..]) } else { word_length(&line[at..]) }
}

/// Digits with single commas or points inside: `14,127`, `3.5`.
fn number_length(bytes: &[u8]) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.')) && digit(end + 1)) {
        end += 1;
    }
    end
}

/// Letters and digits, with apostrophes inside.
fn word_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let byte = bytes[end];
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte.is_ascii() {
            let inside = byte == b'\'' && end > 0 && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
            if !inside {
                break;
            }
            end += 1;
        } else {
            let Some(letter) = rest[end..].chars().next() else { break };
            let apostrophe = letter == '’' && end > 0 && bytes.get(end + 3).is_some_and(u8::is_ascii_alphabetic);
            if !letter.is_alphanumeric() && !apostrophe {
                break;
            }
            end += letter.len_utf8();
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, &WordLists::bundled()).iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_and_numbers_are_cut_at_marks() {
        assert_eq!(words("Dr O’Hara’s 14,127 nurses."), ["Dr", "O’Hara’s", "14,127", "nurses"]);
        assert_eq!(words("a 3.5-fold, naïve β-cell’"), ["a", "3.5", "fold", "naïve", "β", "cell"]);
        assert_eq!(words("‘quoted’ 12. End"), ["quoted", "12", "End"]);
        assert_eq!(words("’ \u{2028} …"), Vec::<&str>::new());
    }

    #[test]
    fn gaps_keep_the_strongest_mark() {
        let gaps: Vec<Gap> =
            tokens("One, two. Three-four\nfive", &WordLists::bundled()).iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Line, Gap::Comma, Gap::Stop, Gap::Hyphen, Gap::Line]);
    }

    #[test]
    fn lines_of_the_page_are_left_out() {
        assert_eq!(words("Copyright 2015 Somebody\nA pill\n  Read more: other\n"), ["A", "pill"]);
    }
}
