//! A text in, its language out, where there is enough of it to tell.

use whatlang::{Lang, detect};

/// Shorter texts are not judged: names and figures fill them (single lines mislead the detector, 200 characters do not).
const FEWEST_CHARACTERS: usize = 200;

/// So much of a text is looked at.
const MOST_CHARACTERS: usize = 1000;

/// These are eleven words in a hundred of English news, and words of no other language; at so many in a hundred the
/// detector, which takes as long as a tenth of all reading, is not asked.
const ENGLISH: [&str; 6] = ["the", "and", "that", "with", "from", "which"];
const ENGLISH_PERCENT: usize = 4;

/// The ISO 639-3 code of a text that is surely not English, else `None`.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    let sample = sample(text)?;
    if plainly_english(sample) {
        return None;
    }
    let found = detect(sample)?;
    (found.lang() != Lang::Eng && found.is_reliable()).then(|| found.lang().code())
}

/// The first characters of a text, where it has enough of them.
fn sample(text: &str) -> Option<&str> {
    if text.as_bytes().get(..=MOST_CHARACTERS).is_some_and(<[u8]>::is_ascii) {
        return Some(&text[..=MOST_CHARACTERS]);
    }
    let mut places = text.char_indices().map(|(at, _)| at);
    places.nth(FEWEST_CHARACTERS)?;
    let end = places.nth(MOST_CHARACTERS - FEWEST_CHARACTERS).unwrap_or(text.len());
    Some(&text[..end])
}

fn plainly_english(text: &str) -> bool {
    let (mut all, mut telling, mut start) = (0, 0, 0);
    for end in memchr::memchr2_iter(b' ', b'\n', text.as_bytes()).chain([text.len()]) {
        let word = &text.as_bytes()[start..end];
        all += usize::from(!word.is_empty());
        telling += usize::from((3..=5).contains(&word.len()) && is_english(word));
        start = end + 1;
    }
    telling * 100 >= all * ENGLISH_PERCENT
}

fn is_english(word: &[u8]) -> bool {
    ENGLISH.iter().any(|english| word.eq_ignore_ascii_case(english.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_are_told_from_english() {
        let german = "An der Studie nahmen dreißig Erwachsene mit einer Depression teil, die auf übliche Mittel nicht \
            angesprochen hatten. Nach sechs Wochen ging es der Hälfte von ihnen besser, sagte die Leiterin der Klinik, \
            und die Nebenwirkungen waren gering.";
        let english = "Thirty adults with a depression that had not responded to the usual drugs took part in the \
            trial. After six weeks half of them felt better, said the head of the clinic, and the side effects were mild. \
            Tocilizumab, Hamilton, MADRS, HAM-D, PHQ-9.";
        assert_eq!(foreign(german), Some("deu"));
        assert_eq!(foreign(english), None);
        assert!(plainly_english(english) && !plainly_english(german));
        let list =
            "Tocilizumab, Hamilton, MADRS, HAM-D, PHQ-9; fatigue, anxiety, mood, sleep, blood markers. ".repeat(4);
        assert_eq!(foreign(&list), None, "names are no language");
        assert_eq!(foreign("Dreißig Erwachsene nahmen teil."), None, "too short to tell");
    }
}
