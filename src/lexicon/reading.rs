//! A place in a text in, the ways to read the word there out.

use super::fold::{self, Folded};
use super::gap::{Gap, gap};

/// The ways to read the word at one place: as printed, without a plural ending, joined with the word behind a hyphen.
pub(super) struct Reading {
    plain: Folded,
    stem: Folded,
    /// Byte after the word as read now.
    pub end: usize,
    /// A plural ending was taken off: `stem` holds the word.
    pub plural: bool,
    turn: u8,
}

impl Reading {
    pub fn new(text: &str, at: usize) -> Self {
        let mut plain = Folded::new();
        let end = fold::token(text, at, &mut plain);
        let turn = if end.is_some() { 0 } else { u8::MAX };
        Self { plain, stem: Folded::new(), end: end.unwrap_or(at), plural: false, turn }
    }

    pub fn word(&self) -> &Folded {
        if self.plural { &self.stem } else { &self.plain }
    }

    /// Goes to the next reading; false when there is none.
    pub fn advance(&mut self, text: &str) -> bool {
        loop {
            self.turn = self.turn.saturating_add(1);
            self.plural = false;
            match self.turn {
                1 => return true,
                2..=4 | 6..=8 => {
                    self.plural = singular(self.plain.as_bytes(), (self.turn - 2) % 4, &mut self.stem);
                    if self.plural {
                        return true;
                    }
                }
                5 => match joined(text, self.end, &mut self.plain) {
                    Some(end) => {
                        self.end = end;
                        return true;
                    }
                    None => return false,
                },
                _ => return false,
            }
        }
    }
}

/// Takes a plural ending off: 0 `-s`, 1 `-es` behind a hiss, 2 `-ies` for `-y`.
fn singular(word: &[u8], ending: u8, stem: &mut Folded) -> bool {
    let stripped = match ending {
        0 => word.strip_suffix(b"s").filter(|rest| !rest.ends_with(b"s")).map(|rest| (rest, &b""[..])),
        1 => word
            .strip_suffix(b"es")
            .filter(|rest| [&b"s"[..], b"x", b"z", b"ch", b"sh"].iter().any(|hiss| rest.ends_with(hiss)))
            .map(|rest| (rest, &b""[..])),
        _ => word.strip_suffix(b"ies").map(|rest| (rest, &b"y"[..])),
    };
    stripped.is_some_and(|(rest, add)| rest.len() >= 2 && stem.replace(rest, add))
}

/// Folds the word behind a hyphen onto the one before it: "anti-depressant", "tocili-⏎zumab".
fn joined(text: &str, end: usize, word: &mut Folded) -> Option<usize> {
    if !text.get(end..)?.starts_with(fold::is_hyphen) || !word.as_bytes().last()?.is_ascii_alphabetic() {
        return None;
    }
    let (between, next) = gap(text, end, false)?;
    let letter = text.get(next..)?.chars().next()?.is_alphabetic();
    if between != Gap::Tight || !letter {
        return None;
    }
    fold::token(text, next, word)
}

/// A name ends where no letter or digit follows; "PHQ-9.5" and "IL-6,000" go on.
pub(super) fn ends_word(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or_default().chars().filter(|&c| !fold::is_invisible(c));
    let digit_before = text[..end].ends_with(|c: char| c.is_ascii_digit());
    match rest.next() {
        Some(c) if fold::is_word(c) => false,
        Some('.' | ',') if digit_before => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    }
}
