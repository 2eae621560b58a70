//! A paragraph in, whether it can hold a number at all out: digits or one of the words that numbers are told in.

use aho_corasick::AhoCorasick;

const TRIGGERS: &str = include_str!("../../lexicons/language/triggers.tsv");

/// Finds the paragraphs worth reading; most prose has no figure and is passed over unread.
pub struct Candidates {
    words: Option<AhoCorasick>,
}

impl Candidates {
    pub fn bundled() -> Self {
        let words = TRIGGERS.lines().filter(|line| !line.starts_with('#')).skip(1);
        Self { words: AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok() }
    }

    /// False only where no number can stand; a trigger inside another word ("one" in "hormone") costs a look, no more.
    pub fn any_in(&self, paragraph: &str) -> bool {
        has_digit(paragraph) || self.words.as_ref().is_none_or(|words| words.is_match(paragraph))
    }
}

/// Looks at sixteen bytes at a time, which the compiler makes one step.
pub fn has_digit(text: &str) -> bool {
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    chunks.iter().any(|chunk| any(chunk)) || any(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::hedges::Hedges;
    use crate::text::quantities::quantities;
    use crate::text::{Tokens, WordClasses};

    #[test]
    fn whatever_holds_a_quantity_is_a_candidate() {
        let (classes, hedges, candidates) = (WordClasses::bundled(), Hedges::bundled(), Candidates::bundled());
        for text in [
            "Half of them recovered",
            "a third improved",
            "TWICE as likely",
            "the risk doubled",
            "thirty women",
            "a dozen patients",
            "tenfold",
            "an hour-long walk",
            "for a year",
            "two-thirds",
            "one in eight",
            "halved",
            "a yearlong study",
            "¼ of them",
            "½ the dose",
            "trebled",
            "a hundred patients",
            "nobody",
            "they felt well",
            "quadrupled",
            "half an hour",
            "for a month",
            "over a week",
            "for a decade",
        ] {
            let tokens = Tokens::read(text, Span::new(0, text.len()), &classes);
            let found = !quantities(&tokens, &hedges).is_empty();
            assert!(!found || candidates.any_in(text), "{text}");
        }
        assert!(!candidates.any_in("They all felt well."));
    }
}
