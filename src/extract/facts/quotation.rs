//! An article in, the longer passages that it puts in quotation marks out.

use super::Found;
use crate::model::{FactKind, Span};
use crate::text::Block;

/// Quotations kept of one article.
const MOST_QUOTATIONS: usize = 8;
/// Words from which a quotation can be told again with a change and still be recognised.
const FEWEST_WORDS: usize = 8;
/// Bytes of the longest quotation that is compared.
const LONGEST: usize = 400;

/// Words that stand for the quotation in a note.
const SHOWN_WORDS: usize = 8;

/// Passages between double quotation marks of one paragraph, in the order of the text.
pub fn quotations(text: &str, blocks: &[Block]) -> Vec<Found> {
    let inside = blocks.iter().flat_map(|block| in_block(text, block.span));
    inside.take(MOST_QUOTATIONS).collect()
}

fn in_block(text: &str, block: Span) -> Vec<Found> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in block.of(text).char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”')) {
        let at = block.start + at;
        match open {
            Some(start) if mark != '“' => {
                found.extend(quotation(text, Span::new(start, at)));
                open = None;
            }
            _ if mark != '”' => open = Some(at + mark.len_utf8()),
            _ => {}
        }
    }
    found
}

/// The whole is the fact's sentence, its first words stand for it.
fn quotation(text: &str, whole: Span) -> Option<Found> {
    let quoted = whole.of(text);
    let long = whole.len() <= LONGEST && quoted.split_whitespace().nth(FEWEST_WORDS - 1).is_some();
    let last = quoted.split_whitespace().take(SHOWN_WORDS).last()?;
    let end = last.as_ptr().addr() + last.len() - quoted.as_ptr().addr();
    let span = Span::new(whole.start, whole.start + end);
    long.then_some(Found { kind: FactKind::Quotation, strength: 0, span, sentence: whole })
}

#[cfg(test)]
mod tests {
    use crate::extract::facts::FactReader;
    use crate::model::{Article, FactKind};

    fn quoted(text: &str) -> Vec<String> {
        let article = Article { text: text.to_owned(), ..Article::default() };
        let facts = FactReader::bundled().facts(&article);
        let quotations = facts.into_iter().filter(|fact| fact.kind == FactKind::Quotation);
        quotations.map(|fact| fact.sentence.text.to_string()).collect()
    }

    #[test]
    fn long_quotations_are_kept() {
        let said = "We do not know yet whether naps help anybody at all.";
        assert_eq!(quoted(&format!("She said: “{said}”")), [said]);
        assert_eq!(quoted(&format!("\"{said}\" she said. \"Not yet.\"")), [said]);
    }

    #[test]
    fn short_open_and_endless_ones_are_not() {
        assert!(quoted("She called it “a first step” for nurses.").is_empty());
        assert!(quoted("He said: “We do not know yet whether naps help anybody at all.").is_empty());
        assert!(quoted(&format!("“{}”", "word ".repeat(300))).is_empty());
    }
}
