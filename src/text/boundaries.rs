//! A paragraph in, the places where Unicode's rules (UAX #29) break it into sentences out.
//!
//! A break only stands behind a full stop, a question mark or an exclamation mark, so that the few characters around
//! each of these are looked at instead of every character's class. Paragraphs with characters that are rare in news go
//! through `unicode-segmentation`, which gives the same places.

use unicode_segmentation::UnicodeSegmentation;

/// Tells where each sentence but the first starts, rising. Line breaks are read as spaces: they only wrap the paragraph.
pub(super) fn each_break(paragraph: &str, mut tell: impl FnMut(usize)) {
    if all_plain(paragraph) {
        let stops = memchr::memchr3_iter(b'.', b'?', b'!', paragraph.as_bytes());
        stops.filter_map(|at| break_after(paragraph, at)).for_each(tell);
        return;
    }
    let view = paragraph.replace(['\n', '\r'], " ");
    for (start, _) in view.split_sentence_bound_indices().skip(1) {
        tell(start);
    }
}

/// Whether the kind of every character is told here.
fn all_plain(text: &str) -> bool {
    let mut rest = text;
    while !rest.is_ascii()
        && let Some(at) = rest.bytes().position(|byte| !byte.is_ascii())
    {
        let mut chars = rest[at..].chars();
        if !chars.next().is_none_or(is_plain) {
            return false;
        }
        rest = chars.as_str();
    }
    true
}

/// What a character is to the rules; their names there are Sp, Close, SContinue, ATerm and STerm, Numeric, Upper, Lower.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Close,
    Continue,
    Stop,
    Digit,
    Upper,
    Lower,
    Other,
}

/// Latin, the Greek alphabet, and the signs of printed prose: those whose kind is told here.
fn is_plain(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'α'..='ω')
        || matches!(c, '\u{2010}'..='\u{2023}' | '…' | '‰' | '′' | '″' | '\u{20a0}'..='\u{20bf}' | '™' | '−'..='⋿')
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' => Kind::Lower,
        'A'..='Z' => Kind::Upper,
        '0'..='9' => Kind::Digit,
        '\t' | '\n' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{a0}' => Kind::Blank,
        '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}' | '«' | '»' | '\u{2018}'..='\u{201f}' => Kind::Close,
        ',' | '-' | ':' | ';' | '–' | '—' => Kind::Continue,
        '.' | '?' | '!' => Kind::Stop,
        _ if c.is_lowercase() => Kind::Lower,
        _ if c.is_uppercase() => Kind::Upper,
        _ => Kind::Other,
    }
}

/// The start of the sentence behind the stop at byte `at`, if one ends there (rules SB6 to SB11).
fn break_after(text: &str, at: usize) -> Option<usize> {
    let full_stop = text.as_bytes()[at] == b'.';
    let (mut next, mut blank) = (at + 1, false);
    let follows = loop {
        let c = text[next..].chars().next()?;
        match kind(c) {
            Kind::Close if !blank => {}
            Kind::Blank => blank = true,
            other => break other,
        }
        next += c.len_utf8();
    };
    let glued = full_stop && next == at + 1;
    let goes_on = match follows {
        Kind::Continue | Kind::Stop => true,
        Kind::Digit if glued => true,
        Kind::Upper if glued => text[..at].chars().next_back().is_some_and(is_letter),
        _ => false,
    };
    let inside = goes_on || full_stop && lower_case_follows(&text[next..]);
    (!inside).then_some(next)
}

fn is_letter(c: char) -> bool {
    matches!(kind(c), Kind::Upper | Kind::Lower)
}

/// The first letter or stop is a letter in lower case.
fn lower_case_follows(text: &str) -> bool {
    let first = text.chars().map(kind).find(|kind| matches!(kind, Kind::Upper | Kind::Lower | Kind::Stop));
    first == Some(Kind::Lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(paragraph: &str) -> Vec<usize> {
        let mut found = Vec::new();
        each_break(paragraph, |at| found.push(at));
        found
    }

    fn by_segmentation(paragraph: &str) -> Vec<usize> {
        let view = paragraph.replace(['\n', '\r'], " ");
        view.split_sentence_bound_indices().map(|piece| piece.0).skip(1).collect()
    }

    #[test]
    fn every_plain_character_is_of_its_unicode_kind() {
        for c in ('\0'..='\u{2fff}').filter(|c| is_plain(*c)) {
            for [before, after] in [
                ["x.", "Y"],
                ["x. ", "Y"],
                ["x. ", " Y z"],
                ["x! ", "Y"],
                ["x.", ""],
                ["", ".A b"],
                ["x. (", " a"],
                ["?", "?"],
            ] {
                let text = format!("{before}{c}{after}");
                assert_eq!(breaks(&text), by_segmentation(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn rare_characters_are_left_to_the_crate() {
        for text in ["One。Two. Three", "One.\u{2028}two", "One.\u{200b} Two", "One․ Two"] {
            assert!(!all_plain(text), "{text:?}");
            assert_eq!(breaks(text), by_segmentation(text), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn breaks_stand_where_unicode_has_them(text in "[ \na-cA-C0-2.!?,:;()\"'’”“–—…é\u{a0}É%/-]{0,40}") {
            proptest::prop_assert_eq!(breaks(&text), by_segmentation(&text));
        }
    }
}
