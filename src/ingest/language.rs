//! A text in, its language out, where there is enough of it to tell.

use whatlang::{Lang, detect};

/// Shorter texts are not judged: names and figures fill them (single lines mislead the detector, 200 characters do not).
const FEWEST_CHARACTERS: usize = 200;

/// So much of a text is looked at.
const MOST_CHARACTERS: usize = 2000;

/// The ISO 639-3 code of a text that is surely not English, else `None`.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    let mut places = text.char_indices().map(|(at, _)| at);
    let enough = places.nth(FEWEST_CHARACTERS).is_some();
    let end = places.nth(MOST_CHARACTERS - FEWEST_CHARACTERS).unwrap_or(text.len());
    let found = enough.then(|| detect(&text[..end])).flatten()?;
    (found.lang() != Lang::Eng && found.is_reliable()).then(|| found.lang().code())
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
        assert_eq!(foreign("Dreißig Erwachsene nahmen teil."), None, "too short to tell");
    }
}
