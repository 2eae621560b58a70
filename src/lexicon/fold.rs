//! A place in a text in, the token that starts there out, folded: lower case, no accents, Greek letters by name,
//! letters and digits apart; and the gap up to the next token.

/// A token longer than this many bytes is no name.
const MAX_TOKEN: usize = 48;
/// A gap is at most a space, a hyphen, a line break and the indent of the next line.
const MAX_GAP: usize = 12;

/// Folded bytes of one token, without an allocation.
#[derive(Clone)]
pub(super) struct Folded {
    bytes: [u8; MAX_TOKEN],
    length: usize,
}

impl Folded {
    pub fn new() -> Self {
        Self { bytes: [0; MAX_TOKEN], length: 0 }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// The hash of the token; reading behind its end is cheaper than not.
    #[inline]
    pub fn hash(&self) -> u64 {
        hash(&self.bytes, 0, self.length)
    }

    /// A token of these bytes, as far as they fit.
    pub fn of(word: &[u8]) -> Self {
        let mut folded = Self::new();
        folded.push(&word[..word.len().min(MAX_TOKEN)]);
        folded
    }

    /// Holds `one` and then `other`; false where they are too long.
    pub fn replace(&mut self, one: &[u8], other: &[u8]) -> bool {
        self.length = 0;
        self.push(one) && self.push(other)
    }

    fn push(&mut self, folded: &[u8]) -> bool {
        let Some(room) = self.bytes.get_mut(self.length..self.length + folded.len()) else { return false };
        room.copy_from_slice(folded);
        self.length += folded.len();
        true
    }
}

/// Folds the token that starts at byte `at`, behind what `into` already holds; gives the byte after its last one.
/// `None` where no token starts or it is too long.
pub(super) fn token(text: &str, at: usize, into: &mut Folded) -> Option<usize> {
    let rest = text.get(at..)?;
    if let Some(length) = plain_word(rest, into) {
        return Some(at + length);
    }
    let first = rest.chars().next()?;
    // No German word starts so: it stands for the Greek letter ("IL-1ß").
    let first = if first == 'ß' { 'β' } else { first };
    match class(first) {
        Class::Digit => run(rest, into, digit).map(|n| at + n),
        Class::Letter => run(rest, into, letter).map(|n| at + n),
        Class::Greek => into.push(greek(first)?.as_bytes()).then_some(at + first.len_utf8()),
        Class::And => into.push(b"and").then_some(at + 1),
        Class::Other => None,
    }
}

/// The common case: a short word in ASCII letters.
fn plain_word(rest: &str, into: &mut Folded) -> Option<usize> {
    let length = letters_end(rest.as_bytes(), 0);
    let is_plain = length > 0 && rest.as_bytes().get(length).is_none_or(u8::is_ascii);
    let room = into.bytes.get_mut(into.length..into.length + length).filter(|_| is_plain)?;
    room.copy_from_slice(&rest.as_bytes()[..length]);
    room.make_ascii_lowercase();
    into.length += length;
    Some(length)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Greek,
    And,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' | '₀'..='₉' => Class::Digit,
        '&' => Class::And,
        _ if c.is_ascii() => Class::Other,
        _ if greek(c).is_some() => Class::Greek,
        _ if unaccented(c).is_some() => Class::Letter,
        _ => Class::Other,
    }
}

enum Piece {
    Byte(u8),
    Text(&'static str),
}

/// Folds the longest run of characters that `piece` accepts.
fn run(rest: &str, into: &mut Folded, piece: impl Fn(char) -> Option<Piece>) -> Option<usize> {
    let mut length = 0;
    for c in rest.chars() {
        let pushed = match piece(c) {
            Some(Piece::Byte(b)) => into.push(&[b]),
            Some(Piece::Text(s)) => into.push(s.as_bytes()),
            None => break,
        };
        if !pushed {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

/// Digits, and those set below the line: "CHADS₂".
fn digit(c: char) -> Option<Piece> {
    match c {
        '0'..='9' => Some(Piece::Byte(c as u8)),
        '₀'..='₉' => u8::try_from(c as u32 - '₀' as u32).ok().map(|value| Piece::Byte(b'0' + value)),
        _ => None,
    }
}

fn letter(c: char) -> Option<Piece> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Piece::Byte(c.to_ascii_lowercase() as u8)),
        _ if c.is_ascii() => None,
        _ if is_invisible(c) => Some(Piece::Text("")),
        _ => unaccented(c).map(Piece::Text),
    }
}

/// Soft hyphens and zero-width characters stand inside words without being seen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Latin letters with marks, and ligatures, as plain letters.
fn unaccented(c: char) -> Option<&'static str> {
    // Nothing from general punctuation to the ligatures is one; quotes and dashes are common.
    if ('\u{2000}'..'\u{FB00}').contains(&c) {
        return None;
    }
    const PLAIN: [(&str, &str); 24] = [
        ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"),
        ("çćčÇĆČ", "c"),
        ("ďđĎĐ", "d"),
        ("èéêëēėęěÈÉÊËĒĖĘĚ", "e"),
        ("ğĞ", "g"),
        ("ìíîïīįıÌÍÎÏĪĮİ", "i"),
        ("łŁ", "l"),
        ("ñńňÑŃŇ", "n"),
        ("òóôõöøōőÒÓÔÕÖØŌŐ", "o"),
        ("řŘ", "r"),
        ("śşšŚŞŠ", "s"),
        ("ťŤ", "t"),
        ("ùúûüūůűÙÚÛÜŪŮŰ", "u"),
        ("ýÿÝŸ", "y"),
        ("źżžŹŻŽ", "z"),
        ("æÆ", "ae"),
        ("œŒ", "oe"),
        ("ß", "ss"),
        ("ﬀ", "ff"),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("ªᵃ", "a"),
    ];
    PLAIN.iter().find(|(marked, _)| marked.contains(c)).map(|row| row.1)
}

/// The name of a Greek letter.
pub(super) fn greek(c: char) -> Option<&'static str> {
    const NAMES: [(&str, &str); 24] = [
        ("αΑ", "alpha"),
        ("βΒ", "beta"),
        ("γΓ", "gamma"),
        ("δΔ∆", "delta"),
        ("εΕϵ", "epsilon"),
        ("ζΖ", "zeta"),
        ("ηΗ", "eta"),
        ("θΘ", "theta"),
        ("ιΙ", "iota"),
        ("κΚ", "kappa"),
        ("λΛ", "lambda"),
        ("μΜµ", "mu"),
        ("νΝ", "nu"),
        ("ξΞ", "xi"),
        ("οΟ", "omicron"),
        ("πΠ", "pi"),
        ("ρΡ", "rho"),
        ("σςΣ", "sigma"),
        ("τΤ", "tau"),
        ("υΥ", "upsilon"),
        ("φΦϕ", "phi"),
        ("χΧ", "chi"),
        ("ψΨ", "psi"),
        ("ωΩ", "omega"),
    ];
    if !matches!(c, 'µ' | '\u{370}'..='\u{3FF}' | '∆') {
        return None;
    }
    NAMES.iter().find(|(letters, _)| letters.contains(c)).map(|row| row.1)
}

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

/// All the characters that print as a short dash.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The byte after a possessive `'s` or `'` at `at`, else `at`.
pub(super) fn after_possessive(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(bare) = rest.strip_prefix(['\'', '\u{2019}']) else { return at };
    match bare.strip_prefix(['s', 'S']) {
        Some(after) if !after.starts_with(is_word) => text.len() - after.len(),
        None if text[..at].ends_with(['s', 'S']) && !bare.starts_with(is_word) => text.len() - bare.len(),
        _ => at,
    }
}

/// Letters and digits of any script: no name starts or ends between two of them.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// Hash of a word from its first and last eight bytes and its length, whatever the case of its letters: a few
/// instructions for a word of any length. It only chooses the words worth a closer look.
#[inline(always)]
pub(super) fn hash(bytes: &[u8], at: usize, length: usize) -> u64 {
    let (head, tail) = if length <= 8 {
        (eight(bytes, at) << ((64 - 8 * length) & 63), 0)
    } else {
        (eight(bytes, at), eight(bytes, at + length - 8))
    };
    let mixed = (head ^ tail.rotate_left(29)).wrapping_add(length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = ONES * 0x80;
const LOWER_CASE: u64 = ONES * 0x20;

/// The eight bytes at `at`, in lower case where they are letters.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    raw_eight(bytes, at) | LOWER_CASE
}

/// The eight bytes at `at`; zeros behind the end.
#[inline(always)]
fn raw_eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => last_eight(bytes, at),
    }
}

#[cold]
fn last_eight(bytes: &[u8], at: usize) -> u64 {
    let mut chunk = [0; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    chunk[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(chunk)
}

/// The end of the ASCII letters at `at`, eight at a time: a loop over bytes mispredicts once a word.
#[inline(always)]
pub(super) fn letters_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let raw = raw_eight(bytes, end);
        let low = (raw | LOWER_CASE) & !HIGH_BITS;
        // The high bit of each byte: at least 'a', and above 'z'.
        let from_a = low + ONES * (0x80 - b'a' as u64);
        let above_z = low + ONES * (0x7f - b'z' as u64);
        let others = !(from_a & !above_z & !raw) & HIGH_BITS;
        if others != 0 {
            return end + (others.trailing_zeros() / 8) as usize;
        }
        end += 8;
    }
}

/// The end of the ASCII letters, or of the digits, that start at `at`.
#[inline(always)]
pub(super) fn run_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'0'..=b'9') => at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => letters_end(bytes, at),
    }
}

/// Whether the word that ends at `end` goes on: behind a hyphen, or with a character beyond ASCII that is no quotation
/// mark, dash or space.
#[inline]
pub(super) fn goes_on(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end..) {
        Some([b'-', next, ..]) => next.is_ascii_alphabetic() || *next >= 0x80 || *next == b'\n',
        // General punctuation, but for hyphens and zero-width characters; the no-break space.
        Some([0xE2, 0x80, 0x93..=0xBF, ..] | [0xC2, 0xA0, ..]) => false,
        Some([next, ..]) => *next >= 0x80,
        _ => false,
    }
}

/// What a byte of UTF-8 is to the scan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    Letter,
    Digit,
    BeyondAscii,
    Other,
}

/// The kind of every byte.
pub(super) const BYTES: [Byte; 256] = {
    let mut kinds = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'0'..=b'9' => Byte::Digit,
            0x80.. => Byte::BeyondAscii,
            _ => Byte::Other,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let mut folded = Folded::new();
            match token(text, at, &mut folded) {
                Some(end) => {
                    found.push(String::from_utf8(folded.as_bytes().to_vec()).unwrap());
                    at = after_possessive(text, end);
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    #[test]
    fn every_way_to_print_a_name_folds_to_the_same_tokens() {
        for printed in ["IL-6", "il 6", "IL6", "IL\u{2011}6", "IL\u{a0}6", "IL-\n6"] {
            assert_eq!(tokens(printed), ["il", "6"], "{printed:?}");
        }
        assert_eq!(tokens("TNF-α"), ["tnf", "alpha"]);
        assert_eq!(tokens("IL-1ß"), ["il", "1", "beta"]);
        assert_eq!(tokens("CHA₂DS₂"), ["cha", "2", "ds", "2"]);
        assert_eq!(tokens("Sjögren’s toci\u{ad}lizumab"), ["sjogren", "tocilizumab"]);
        assert_eq!(tokens("Anxiety & Depression"), ["anxiety", "and", "depression"]);
        assert_eq!(tokens("ﬁngolimod"), ["fingolimod"]);
    }

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

    #[test]
    fn the_hash_of_a_word_is_the_same_wherever_it_stands() {
        for word in ["a", "il", "tocilizumab", "anticoagulants"] {
            let upper = word.to_uppercase();
            let alone = hash(word.as_bytes(), 0, word.len());
            for text in [format!("{word} and more text"), format!("x{upper}."), format!("é {word}")] {
                let at = text.to_lowercase().find(word).unwrap();
                assert_eq!(hash(text.as_bytes(), at, word.len()), alone, "{text}");
            }
        }
        assert_ne!(hash(b"dose", 0, 4), hash(b"doses", 0, 5));
    }

    #[test]
    fn letters_end_where_they_end() {
        for word in ["", "a", "Tocilizumab", "abcdefgh", "abcdefghijklmnopq"] {
            for after in ["", " and so on", "1", "-x", "é", "[", "@", "`", "{"] {
                let text = format!("{word}{after}");
                assert_eq!(letters_end(text.as_bytes(), 0), word.len(), "{text}");
            }
        }
    }

    #[test]
    fn nothing_slices_inside_a_character() {
        for text in ["é", "日本", "α’s", "’", "\u{ad}", "ﬁ"] {
            for at in 0..=text.len() {
                token(text, at, &mut Folded::new());
                gap(text, at, true);
                after_possessive(text, at);
            }
        }
    }
}
