//! A sentence and a quote in it in, a few words on either side of the quote out.

use crate::report::clean::one_line;
use crate::report::quoted::Piece;

/// Characters shown on either side.
const AROUND: usize = 60;

/// The quote between the words around it; the quote alone where the sentence doesn't hold it.
pub fn snippet(sentence: &str, quote: &str) -> Vec<Piece> {
    let Some((before, after)) = sentence.split_once(quote).filter(|_| !quote.is_empty()) else {
        return vec![Piece { text: one_line(quote).into_owned(), quoted: true }];
    };
    let pieces = [(end_of(before), false), (quote.to_owned(), true), (start_of(after), false)];
    let shown = pieces.into_iter().filter(|(text, _)| !text.is_empty());
    shown.map(|(text, quoted)| Piece { text: one_line(&text).into_owned(), quoted }).collect()
}

/// The last words, cut at a space.
fn end_of(text: &str) -> String {
    let text = text.trim_start();
    let Some((cut, _)) = text.char_indices().nth_back(AROUND) else { return text.to_owned() };
    let rest = &text[cut..];
    format!("… {}", rest.split_once(char::is_whitespace).map_or(rest, |(_, words)| words))
}

/// The first words, cut at a space.
fn start_of(text: &str) -> String {
    let text = text.trim_end();
    let Some((cut, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let head = &text[..cut];
    format!("{} …", head.rsplit_once(char::is_whitespace).map_or(head, |(words, _)| words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sentence: &str, quote: &str) -> String {
        let bracket = |piece: Piece| if piece.quoted { format!("[{}]", piece.text) } else { piece.text };
        snippet(sentence, quote).into_iter().map(bracket).collect()
    }

    #[test]
    fn the_quote_stands_in_its_words() {
        assert_eq!(shown("It had 30 adults.\n", "30 adults"), "It had [30 adults].");
        assert_eq!(shown("It had 30 adults.", "31"), "[31]");
        assert_eq!(shown("It had 30.", ""), "[]");
        assert_eq!(shown("a\u{202e}b 30", "30"), "a\u{fffd}b [30]");
    }

    #[test]
    fn long_sentences_are_cut_at_words() {
        let sentence = format!("{}30 adults{}", "word ".repeat(40), " wörd".repeat(40));
        let cut = shown(&sentence, "30 adults");
        assert!(cut.starts_with("… word word") && cut.ends_with("wörd …"), "{cut}");
        assert!(cut.chars().count() < 140, "{cut}");
        assert!(shown(&"x".repeat(500), "x").starts_with("[x]x"));
    }
}
