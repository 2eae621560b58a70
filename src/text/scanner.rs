//! A sentence in, its tokens out one after the other: where each begins and ends and what it is made of.

use crate::model::Span;

use super::bytes::{BYTES, Byte, letters_end, letters_in, padded_eight};
use super::tokens::TokenKind;

/// Walks one sentence.
pub struct Scanner<'t> {
    pub text: &'t str,
    pub at: usize,
    pub end: usize,
}

impl Scanner<'_> {
    #[inline(always)]
    pub fn next_token(&mut self) -> Option<(Span, TokenKind)> {
        while self.byte(self.at) == Some(b' ') {
            self.at += 1;
        }
        let start = self.at;
        let first = self.byte(start)?;
        let byte = BYTES[usize::from(first)];
        // Most are words; a jump by kind would often be foreseen wrongly.
        if byte == Byte::Letter {
            self.at = self.word_end(start);
            return Some((Span::new(start, self.at), TokenKind::Word));
        }
        let kind = match byte {
            Byte::Digit => {
                self.at = self.number_end(start);
                TokenKind::Number
            }
            Byte::Other if first > b' ' && first != b'.' => {
                self.at += 1;
                TokenKind::Sign
            }
            _ => return self.next_rare_token(),
        };
        Some((Span::new(start, self.at), kind))
    }

    /// The next token where it starts with a blank, a full stop or a character beyond ASCII.
    #[inline(never)]
    fn next_rare_token(&mut self) -> Option<(Span, TokenKind)> {
        let first = self.skip_blanks()?;
        let start = self.at;
        let kind = if first.is_ascii_digit() || (matches!(first, '.' | '·') && self.decimal_without_zero()) {
            self.at = self.number_end(start);
            TokenKind::Number
        } else if is_letter(first) || first == '°' {
            self.at = self.word_end(start);
            TokenKind::Word
        } else {
            self.at += first.len_utf8();
            TokenKind::Sign
        };
        Some((Span::new(start, self.at), kind))
    }

    /// Goes to the next character that is no blank.
    fn skip_blanks(&mut self) -> Option<char> {
        loop {
            let c = self.peek(self.at)?;
            if !is_blank(c) {
                return Some(c);
            }
            self.at += c.len_utf8();
        }
    }

    #[inline(always)]
    fn byte(&self, at: usize) -> Option<u8> {
        if at < self.end { self.text.as_bytes().get(at).copied() } else { None }
    }

    #[inline]
    fn peek(&self, at: usize) -> Option<char> {
        match self.byte(at)? {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text[at..self.end].chars().next(),
        }
    }

    fn digits_end(&self, mut at: usize) -> usize {
        while self.byte(at).is_some_and(|byte| byte.is_ascii_digit()) {
            at += 1;
        }
        at
    }

    /// ".045" after something that is no digit or letter.
    fn decimal_without_zero(&self) -> bool {
        let point = self.peek(self.at).map_or(1, char::len_utf8);
        let digit_follows = self.peek(self.at + point).is_some_and(|c| c.is_ascii_digit());
        let before = self.text[..self.at].chars().next_back();
        digit_follows && before.is_none_or(|c| is_blank(c) || "=<>≤≥([-–~".contains(c))
    }

    #[inline(never)]
    fn number_end(&self, start: usize) -> usize {
        let mut at = self.digits_end(start);
        if at > start && at - start <= 3 {
            at = self.thousands_end(at);
        }
        self.decimals_end(start, at)
    }

    /// Groups of three (or two and three) digits after one of the separators in use.
    fn thousands_end(&self, mut at: usize) -> usize {
        loop {
            let Some(separator) = self.peek(at) else { return at };
            let first = at + separator.len_utf8();
            let last = self.digits_end(first);
            let three = last - first == 3;
            let indian = separator == ',' && last - first == 2 && {
                let next = self.digits_end(last + 1);
                self.peek(last) == Some(',') && (next - last == 4 || next - last == 3)
            };
            let known = match separator {
                ',' | '\u{a0}' | '\u{2008}' | '\u{2009}' | '\u{202f}' | '\'' | '’' => true,
                // A plain space only joins when no unit or percent sign could make the second group a number of its own.
                ' ' => three && !self.number_of_its_own(last),
                _ => false,
            };
            if !(known && (three || indian)) || self.peek(last).is_some_and(|c| c.is_alphabetic()) && separator == ' ' {
                return at;
            }
            at = last;
        }
    }

    /// After "12 345": a decimal point with digits, a percent sign or a unit would make "345" a number of its own.
    fn number_of_its_own(&self, after: usize) -> bool {
        let rest = &self.text[after..self.end];
        let rest = rest.trim_start_matches([' ', '\u{a0}']);
        rest.starts_with(['%', '.', '/', '-', '–'])
            || rest.starts_with("mg")
            || rest.starts_with("ml")
            || rest.starts_with("per")
    }

    /// ".5", "·5", and "0. 92" where a page break or a careless typist left a blank.
    fn decimals_end(&self, start: usize, at: usize) -> usize {
        let Some(point) = self.peek(at) else { return at };
        let comma_decimal = point == ',' && &self.text[start..at] == "0";
        if !matches!(point, '.' | '·' | '•' | '⋅') && !comma_decimal {
            return at;
        }
        let first = at + point.len_utf8();
        let last = self.digits_end(first);
        if last > first {
            return last;
        }
        if point == '.' && &self.text[start..at] == "0" && self.peek(first) == Some(' ') {
            let last = self.digits_end(first + 1);
            if last > first + 1 {
                return last;
            }
        }
        at
    }

    #[inline(always)]
    fn word_end(&self, start: usize) -> usize {
        if self.byte(start + 1) == Some(b'.') && start + 4 <= self.end && is_country(&self.text.as_bytes()[start..]) {
            return start + 4;
        }
        let end = letters_end(self.text.as_bytes(), start).min(self.end);
        match self.byte(end) {
            Some(behind) if may_go_on(behind) => self.rest_of_word(start, end),
            _ if end > start => end,
            _ => self.rest_of_word(start, end),
        }
    }

    /// The end of the word at `start` that may go on at `at` with more than letters in ASCII.
    #[inline(never)]
    fn rest_of_word(&self, start: usize, mut at: usize) -> usize {
        let mut digits = false;
        loop {
            at = letters_end(self.text.as_bytes(), at).min(self.end);
            let Some(c) = self.peek(at) else { break };
            let next = at + c.len_utf8();
            if is_letter(c) || c == '\u{ad}' || c == '°' || (c.is_numeric() && at > start) {
                digits |= c.is_numeric();
                at = next;
            } else if is_apostrophe(c) && self.peek(next).is_some_and(char::is_alphabetic) {
                at = next;
            } else if is_hyphen(c) && self.names_a_thing(start, next) {
                at = self.digits_end(next);
                digits = true;
            } else if c == '/' && !digits && self.compound_unit(start, at, next) {
                at = next;
            } else {
                break;
            }
        }
        at
    }

    /// "IL-6", "PHQ-9", "COVID-19", "VX-770": capitals, a hyphen and digits are one name.
    fn names_a_thing(&self, start: usize, after_hyphen: usize) -> bool {
        let digits = self.digits_end(after_hyphen);
        if digits == after_hyphen {
            return false;
        }
        let head = &self.text[start..after_hyphen];
        let letters = head.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = head.chars().filter(|c| c.is_uppercase()).count();
        (capitals >= 2 || (capitals == 1 && letters <= 2)) && letters <= 12
    }

    /// "mg/kg", "mmol/l": short lower-case letters on both sides.
    fn compound_unit(&self, start: usize, slash: usize, next: usize) -> bool {
        const UNITS: [&str; 17] = [
            "mg", "g", "µg", "μg", "ug", "mcg", "ng", "pg", "mmol", "µmol", "μmol", "nmol", "pmol", "ml", "kg", "iu",
            "mL",
        ];
        UNITS.contains(&&self.text[start..slash]) && self.peek(next).is_some_and(char::is_alphabetic)
    }
}

/// The end of the token at byte `at` of folded text, whose next eight bytes are `raw`, where it is plain, as most are: a
/// word of letters alone, a whole number, or a sign in ASCII. Zeros stand behind the text.
#[inline(always)]
pub fn plain_token(folded: &[u8], at: usize, raw: u64) -> Option<(usize, TokenKind)> {
    let letters = letters_in(raw);
    if letters == 0 {
        return plain_sign(folded, at, raw);
    }
    if raw as u32 & FULL_STOPS == STOPPED && is_country(&folded[at..]) {
        return Some((at + 4, TokenKind::Word));
    }
    let end = if letters < 8 { at + letters } else { padded_letters_end(folded, at + 8) };
    let end = if may_go_on(*folded.get(end)?) { plain_word_end(folded, at, end)? } else { end };
    Some((end, TokenKind::Word))
}

/// The bytes of "u.s." at its full stops.
const FULL_STOPS: u32 = u32::from_le_bytes([0, 0xff, 0, 0xff]);
const STOPPED: u32 = u32::from_le_bytes([0, b'.', 0, b'.']);

/// "U.S.", "U.K.": one word, in whose name no sentence ends.
fn is_country(text: &[u8]) -> bool {
    text.first_chunk()
        .is_some_and(|start: &[u8; 4]| start.eq_ignore_ascii_case(b"u.s.") || start.eq_ignore_ascii_case(b"u.k."))
}

/// The end of the letters at `at` of folded text.
#[inline(always)]
fn padded_letters_end(folded: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let letters = letters_in(padded_eight(folded, end));
        end += letters;
        if letters < 8 {
            return end;
        }
    }
}

/// The end of the word at byte `at` of folded text whose first letters end at `end`, where that is plain to see: behind
/// "year" of "year-old", and behind "women's", but not in "il-6" and "mg/kg".
#[inline(never)]
fn plain_word_end(folded: &[u8], at: usize, mut end: usize) -> Option<usize> {
    /// Bytes of the longest unit that a slash may join to another.
    const LONGEST_UNIT: usize = 5;
    loop {
        let [behind, next, third] = *folded.get(end..)?.first_chunk()?;
        match behind {
            b'\'' if next.is_ascii_alphabetic() => end = padded_letters_end(folded, end + 1),
            b'\'' if next.is_ascii() => return Some(end),
            b'-' if !next.is_ascii_digit() => return Some(end),
            b'/' if end - at > LONGEST_UNIT => return Some(end),
            // Dashes, double quotation marks, three dots.
            0xe2 if next == 0x80 && matches!(third, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6) => return Some(end),
            _ => return (!may_go_on(behind)).then_some(end),
        }
    }
}

/// A whole number that nothing joins to another, or a sign that is no part of one.
#[inline(always)]
fn plain_sign(folded: &[u8], at: usize, raw: u64) -> Option<(usize, TokenKind)> {
    let [first, next, ..] = raw.to_le_bytes();
    match BYTES[usize::from(first)] {
        Byte::Digit => plain_number_end(folded, at).map(|end| (end, TokenKind::Number)),
        Byte::Other if first > b' ' && (first != b'.' || !next.is_ascii_digit()) => Some((at + 1, TokenKind::Sign)),
        _ => None,
    }
}

/// The end of the digits at byte `at` of folded text, where the number surely ends there too.
#[inline(never)]
fn plain_number_end(folded: &[u8], at: usize) -> Option<usize> {
    let digits = &folded[at..];
    let length = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    let [behind, next] = *digits[length..].first_chunk()?;
    let ends = match behind {
        b' ' | b',' | b'\'' => !next.is_ascii_digit(),
        // "0. 92"
        b'.' => !next.is_ascii_digit() && (next != b' ' || digits[0] != b'0'),
        _ => behind.is_ascii(),
    };
    ends.then_some(at + length)
}

/// Whether a word may go on with this byte behind its letters.
#[inline(always)]
fn may_go_on(behind: u8) -> bool {
    GOES_ON[usize::from(behind)]
}

const GOES_ON: [bool; 256] = {
    let mut goes_on = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        goes_on[byte] = matches!(byte as u8, b'\'' | b'-' | b'/' | b'0'..=b'9' | 0x80..);
        byte += 1;
    }
    goes_on
};

/// The same as `is_alphabetic`, sooner for most.
#[inline]
fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { c.is_alphabetic() }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}
