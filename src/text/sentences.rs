//! A paragraph in, its sentences out: Unicode's boundaries, less those after abbreviations, initials and numbers.

use crate::model::Span;

use super::boundaries::each_break;

const ABBREVIATIONS: &str = include_str!("../../lexicons/language/abbreviations.tsv");

/// The sentences of `block` in order; together they cover all its words.
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    each_sentence(text, block, |sentence| found.push(sentence));
    found
}

/// Tells the sentences of `block` in order.
pub fn each_sentence(text: &str, block: Span, mut tell: impl FnMut(Span)) {
    let words = block.of(text);
    let mut open: Option<Span> = None;
    let mut at = 0;
    let mut piece_up_to = |end: usize| {
        let piece = &words[at..end];
        let start = block.start + at + (piece.len() - piece.trim_start().len());
        at = end;
        let piece = piece.trim();
        if piece.is_empty() {
            return;
        }
        let sentence = Span::new(open.map_or(start, |open| open.start), start + piece.len());
        if goes_on(piece, words[end..].trim_start()) {
            open = Some(sentence);
        } else {
            open = None;
            cut(text, sentence, &mut tell);
        }
    };
    each_break(words, &mut piece_up_to);
    piece_up_to(words.len());
    if let Some(sentence) = open {
        cut(text, sentence, &mut tell);
    }
}

/// No sentence that a reader would follow has more bytes; a transcript without full stops does, and so may a hostile text.
const LONGEST_SENTENCE: usize = 4_000;

/// Tells a sentence; a run of words without an end is cut at blanks into pieces of bounded length.
fn cut(text: &str, mut rest: Span, tell: &mut impl FnMut(Span)) {
    while rest.end - rest.start > LONGEST_SENTENCE {
        let mut limit = rest.start + LONGEST_SENTENCE;
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let piece = &text[rest.start..limit];
        let length = piece.rfind(char::is_whitespace).filter(|&blank| blank > 0).unwrap_or(piece.len());
        tell(Span::new(rest.start, rest.start + length));
        let next = &text[rest.start + length..rest.end];
        rest.start += length + (next.len() - next.trim_start().len());
    }
    if rest.start < rest.end {
        tell(rest);
    }
}

/// The boundary between `before` and `after` is none: an abbreviation, an initial, or a lower-case continuation.
fn goes_on(before: &str, after: &str) -> bool {
    if after.is_empty() {
        return false;
    }
    if before.ends_with(['?', '!']) {
        return after.starts_with(char::is_lowercase);
    }
    let Some(stem) = before.strip_suffix('.') else {
        return !before.ends_with(['.', '"', '”', '’', ')', ':']) && !after.starts_with(char::is_uppercase);
    };
    let word = stem.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    if after.starts_with(char::is_lowercase) {
        return true;
    }
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let dotted = word.contains('.')
        && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
    let leads_a_number = after.starts_with(|c: char| c.is_ascii_digit())
        && matches!(word, "no" | "No" | "vol" | "p" | "pp" | "fig" | "Fig");
    (initial && word != "I") || is_listed(word) || leads_a_number || (dotted && !starts_a_sentence(after))
}

/// After "U.S." a new sentence is likelier when the next word is a plain opener.
fn starts_a_sentence(after: &str) -> bool {
    const OPENERS: [&str; 14] =
        ["The", "A", "An", "In", "It", "This", "That", "These", "They", "We", "He", "She", "But", "However"];
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    OPENERS.contains(&word)
}

/// Whether the word is one of the abbreviations.
fn is_listed(word: &str) -> bool {
    let letter = word.bytes().next().map_or(0, |first| first.to_ascii_lowercase().wrapping_sub(b'a'));
    let lengths = LENGTHS.get(usize::from(letter)).copied().unwrap_or_default();
    let possible = word.len() < 32 && lengths >> word.len() & 1 == 1;
    let lines = ABBREVIATIONS.as_bytes().split(|byte| *byte == b'\n');
    let mut abbreviations = lines.skip_while(|line| line.starts_with(b"#")).skip(1);
    possible && abbreviations.any(|abbreviation| abbreviation.eq_ignore_ascii_case(word.as_bytes()))
}

/// For each first letter the lengths of the lines of the file, one bit each: few words need a look at the list.
const LENGTHS: [u32; 26] = {
    let (file, mut lengths, mut start) = (ABBREVIATIONS.as_bytes(), [0; 26], 0);
    let mut at = 0;
    while at < file.len() {
        if file[at] == b'\n' {
            let letter = file[start].to_ascii_lowercase();
            if letter.is_ascii_lowercase() && at - start < 32 {
                lengths[(letter - b'a') as usize] |= 1 << (at - start);
            }
            start = at + 1;
        }
        at += 1;
    }
    lengths
};

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        for text in [
            "Dr. Meera Rao said so.",
            "It beat placebo (54% vs. 38%) in all.",
            "Rao et al. Found nothing new.",
            "The result (p < 0.05. No wait) holds",
            "J. K. Okafor led the trial.",
            "It runs in the U.S. Department of Health.",
            "About 1.5 million people",
        ] {
            assert_eq!(split(text).len(), if text.contains("No wait") { 2 } else { 1 }, "{text} {:?}", split(text));
        }
    }

    #[test]
    fn endless_sentences_are_cut_at_blanks() {
        let words = "no full stop ever and so on ".repeat(500);
        let pieces = split(&words);
        assert!(pieces.iter().all(|piece| piece.len() <= LONGEST_SENTENCE));
        assert_eq!(pieces.join(" "), words.trim());
        assert_eq!(split(&"é".repeat(5_000)).concat(), "é".repeat(5_000));
        assert_eq!(split(&"word ".repeat(700)).len(), 1);
    }

    #[test]
    fn every_row_is_an_abbreviation() {
        for row in ABBREVIATIONS.lines().filter(|line| !line.starts_with('#')).skip(1) {
            assert!(is_listed(row) && is_listed(&row.to_uppercase()), "{row}");
        }
        assert!(!is_listed("word") && !is_listed("") && !is_listed("É"));
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(split("It fell by half. Nobody knew why.").len(), 2);
        assert_eq!(split("He lives in the U.S. The trial ended.").len(), 2);
        assert_eq!(split("“It works.” She smiled.").len(), 2);
        assert_eq!(split("A line that is\nwrapped here. And one\nmore.").len(), 2);
    }
}
