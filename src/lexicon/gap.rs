//! A place behind a word in, the gap up to the next word of the same name out.

use super::fold::{is_hyphen, is_invisible, is_word};

/// A gap is at most a space, a hyphen, a line break and the indent of the next line.
const MAX_GAP: usize = 12;

/// What stands between two tokens of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing, or a hyphen.
    Tight,
    /// White space, at most one blank line.
    Loose,
    /// A slash or plus sign, as between the parts of a combination.
    Joint,
    /// A comma, bracket, dash or other mark, which only few names hold.
    Odd,
}

/// The gap at byte `at` and where the next token may start; `single` says that one letter stands before it, which may
/// carry a full stop ("H.P.").
pub(super) fn gap(text: &str, at: usize, single: bool) -> Option<(Gap, usize)> {
    let rest = text.get(at..)?;
    if let Some(next) = repeated_acronym(rest) {
        return Some((Gap::Tight, at + next));
    }
    let (mut hyphens, mut joints, mut spaces, mut breaks, mut marks) = (0, 0, 0, 0, 0);
    let mut next = 0;
    for c in rest.chars() {
        match c {
            ' ' => spaces += 1,
            '/' | '+' => joints += 1,
            '\n' => breaks += 1,
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '\'' | '’' | '%' | '#' | '_' => marks += 1,
            '.' if single && next == 0 => {}
            '.' => marks += 1,
            _ if is_hyphen(c) => hyphens += 1,
            _ if is_invisible(c) => {}
            '®' | '™' | '©' => {}
            _ if c.is_whitespace() => spaces += 1,
            _ => break,
        }
        next += c.len_utf8();
        if next > MAX_GAP {
            return None;
        }
    }
    // "Hamilton - a scale" is no name; "IL-⏎6" and "IL- 6" of a bad line break are.
    let dash = hyphens > 0 && breaks == 0 && (spaces > 1 || spaces > 0 && rest.starts_with(char::is_whitespace));
    let kind = match () {
        () if hyphens > 1 || joints > 1 || breaks > 2 || marks > 3 => return None,
        () if marks > 0 || dash => Gap::Odd,
        () if joints > 0 => Gap::Joint,
        () if hyphens == 0 && spaces + breaks > 0 => Gap::Loose,
        () => Gap::Tight,
    };
    Some((kind, at + next))
}

/// "interleukin (IL)-6", "tumour necrosis factor (TNF) inhibitor": the length of the bracket and what joins it.
fn repeated_acronym(rest: &str) -> Option<usize> {
    let bracket = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('(')?;
    let length = bracket.bytes().take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()).count();
    let after = bracket[length..].strip_prefix(')').filter(|_| (2..=5).contains(&length))?;
    let joined = after.strip_prefix(|c| c == ' ' || is_hyphen(c)).filter(|next| next.starts_with(is_word))?;
    Some(rest.len() - joined.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_join_names_and_dashes_part_them() {
        let kind = |text: &str| gap(text, 0, false).map(|found| found.0);
        assert_eq!(kind("-6"), Some(Gap::Tight));
        assert_eq!(kind("6"), Some(Gap::Tight));
        assert_eq!(kind("-\n  6"), Some(Gap::Tight));
        assert_eq!(kind(" 6"), Some(Gap::Loose));
        assert_eq!(kind("\n\nscale"), Some(Gap::Loose));
        assert_eq!(kind(" / b"), Some(Gap::Joint));
        assert_eq!(kind(" - b"), Some(Gap::Odd));
        assert_eq!(kind(", b"), Some(Gap::Odd));
        assert_eq!(kind(" (IL)-6"), Some(Gap::Tight));
        assert_eq!(kind(" (see)-6"), Some(Gap::Odd));
        assert_eq!(kind("\n- b"), Some(Gap::Tight));
        assert_eq!(kind("\n\n\nb"), None);
        assert_eq!(kind("--b"), None);
        assert_eq!(gap(". b", 0, true).map(|found| found.1), Some(2));
        assert_eq!(gap(". b", 0, false).map(|found| found.0), Some(Gap::Odd));
    }
}
