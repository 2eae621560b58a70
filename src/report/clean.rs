//! Words from an article in, words that cannot command a terminal or turn a line around out.

use std::borrow::Cow;

/// What stands for a character that is not shown.
const HIDDEN: char = '\u{fffd}';

/// The text on one line: white space of every sort becomes a space, control and direction characters are shown as `�`.
///
/// ```
/// assert_eq!(trialwire::report::clean::one_line("30\u{1b}[2J\n\u{202e}people"), "30�[2J �people");
/// ```
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

/// The text with its lines and tabs; other control characters are shown as `�`, so that places in it stay the same.
///
/// ```
/// assert_eq!(trialwire::report::clean::lines("30\u{1b}[2J\n\tpeople"), "30�[2J\n\tpeople");
/// ```
pub fn lines(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if text.contains(hidden) { text.replace(hidden, "\u{fffd}").into() } else { Cow::Borrowed(text) }
}

fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() || turns_text(c) => HIDDEN,
        c => c,
    }
}

/// Characters that change the direction of the text around them, or hide in it (Unicode TR 36, "Trojan Source").
fn turns_text(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_shown_and_words_are_kept() {
        for (text, expected) in [
            ("naïve – 5\u{a0}% “quoted” 治療", "naïve – 5\u{a0}% “quoted” 治療"),
            ("a\r\nb\tc\u{2028}d", "a  b c d"),
            ("\u{9b}31m \u{7f}\u{0}", "�31m ��"),
            ("\u{2066}left\u{2069}\u{200b}", "�left��"),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }

    #[test]
    fn lines_stay_lines() {
        for (text, expected) in [
            ("naïve – 5\u{a0}%\r\n\t治療\u{2028}", "naïve – 5\u{a0}%\r\n\t治療\u{2028}"),
            ("\u{9b}31m \u{7f}\u{0}\u{b}", "�31m ���"),
        ] {
            assert_eq!(lines(text), expected);
        }
    }
}
