//! A text in, the places out where a name of the lexicon is printed, longest first and without overlaps.

use std::ops::Range;

use super::Lexicon;
use super::bytes;
use super::entry::{Case, Kind, Surface, SurfaceKind};
use super::fold;
use super::gap::gap;
use super::matcher::Candidate;
use super::variants::Rules;
use crate::model::Span;
use crate::text::bytes::{BYTES, Byte, LOWER_CASE, letters_end, letters_end_from, raw_eight};

/// Acronyms up to this many letters are no acronyms in lower case ("ace", "pas").
const SHORT_ACRONYM: usize = 5;

/// Neither half of a word that is parted by a hyphen is longer.
const MAX_JOINED: usize = 32;

/// The bytes of eight whose case tells whether something may be glued to the front of a name.
const SECOND_AND_THIRD: u64 = 0x00ff_ff00;

/// A printed name and the surfaces that it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub start: usize,
    pub end: usize,
    /// Indexes into [`Hits::surfaces`].
    surfaces: Range<usize>,
}

/// All hits of a text, in its order.
#[derive(Default)]
pub(super) struct Hits {
    pub list: Vec<Hit>,
    surfaces: Vec<u32>,
}

impl Hits {
    /// Indexes of the surfaces that the hit may be.
    pub fn surfaces(&self, hit: &Hit) -> &[u32] {
        &self.surfaces[hit.surfaces.clone()]
    }
}

/// Every name that starts in the part `span` of `text` and ends by byte `last`.
pub(super) fn scan(lexicon: &Lexicon, text: &str, span: Span, last: usize) -> Hits {
    let mut scanner = Scanner { lexicon, text, found: Vec::new(), hits: Hits::default(), limit: last + 1 };
    scanner.run(span.start, span.end);
    scanner.hits
}

/// The shorter names inside a hit that turned out to be no name.
pub(super) fn scan_inside(lexicon: &Lexicon, text: &str, hit: &Hit) -> Hits {
    let mut scanner = Scanner { lexicon, text, found: Vec::new(), hits: Hits::default(), limit: hit.end };
    scanner.run(hit.start, hit.end);
    scanner.hits
}

/// Whether a certain name of the entry is printed anywhere in the text, be it inside another name.
pub(super) fn holds_name(lexicon: &Lexicon, text: &str, entry: u32) -> bool {
    lexicon.openings.any(entry, text, &lexicon.rules, |at| {
        let mut found = Vec::new();
        lexicon.matcher.candidates(text, at, &mut found);
        let mut patterns = found.into_iter().flat_map(|one| lexicon.matcher.patterns(one));
        patterns.any(|pattern| {
            let surface = lexicon.tables.surfaces.get(pattern.surface as usize);
            surface.is_some_and(|surface| surface.entry == entry && !surface.is_ambiguous())
        })
    })
}

struct Scanner<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    found: Vec<Candidate>,
    hits: Hits,
    /// Names end before this byte.
    limit: usize,
}

impl Scanner<'_> {
    fn run(&mut self, mut at: usize, end: usize) {
        let text = self.text.as_bytes();
        while at < end {
            let raw = raw_eight(text, at);
            let byte = BYTES[usize::from(raw as u8)];
            // Most are words; a jump by kind would often be foreseen wrongly.
            if byte == Byte::Other {
                at += 1;
                continue;
            }
            let end = match byte {
                Byte::Letter => letters_end_from(raw, text, at),
                Byte::Digit => bytes::run_end(text, at),
                _ => {
                    at = self.beyond_ascii(at);
                    continue;
                }
            };
            at = if self.is_idle(raw, at, end) { end + 1 } else { self.word(at, end) };
        }
    }

    /// Whether the letters or digits `at..end`, the first of which are `raw`, are a word with which nothing begins, as most are:
    /// nothing is glued to its front or joined behind it, and no name starts with it, in the singular neither.
    #[inline(always)]
    fn is_idle(&self, raw: u64, at: usize, end: usize) -> bool {
        let text = self.text.as_bytes();
        let Some(&behind) = text.get(end) else { return false };
        let is_plain = BYTES[usize::from(behind)] == Byte::Other && behind != b'-';
        // What is glued to a name has a capital behind its first letter (see `glued`).
        if !is_plain || raw & LOWER_CASE & SECOND_AND_THIRD != LOWER_CASE & SECOND_AND_THIRD {
            return false;
        }
        let (matcher, length) = (&self.lexicon.matcher, end - at);
        let hash = bytes::hash_from(raw, text, at, length);
        (!matcher.may_be_first(hash) || behind == b' ' && matcher.is_no_start(hash, text, end + 1))
            && (text[end - 1] | 0x20 != b's' || length <= 2 || self.is_idle_plural(raw, at, end))
    }

    /// Whether no name starts with the singular of a word that ends in s.
    #[inline(always)]
    fn is_idle_plural(&self, raw: u64, at: usize, end: usize) -> bool {
        let text = self.text.as_bytes();
        // Those in -es and -ies are left to a closer look.
        text[end - 2] | 0x20 != b'e'
            && !self.lexicon.matcher.may_be_first(bytes::hash_from(raw, text, at, end - at - 1))
    }

    /// Looks for a name that starts with the word `at..end`; gives the byte where the scan goes on.
    #[inline]
    fn word(&mut self, at: usize, end: usize) -> usize {
        let text = self.text.as_bytes();
        if self.may_start(at, end)
            && let Some(after) = self.name_at(at, at)
        {
            return after;
        }
        if let Some(prefix) = glued(&self.lexicon.rules, text, at, end)
            && let Some(after) = self.name_at(at + prefix, at)
        {
            return after;
        }
        match text.get(end).map(|&byte| BYTES[usize::from(byte)]) {
            None => end,
            Some(Byte::Other) => end + 1,
            Some(_) => fold::word_end(self.text, end),
        }
    }

    /// Whether a name may start with the word: as it stands, in the singular, or joined to what is behind its hyphen.
    #[inline]
    fn may_start(&self, at: usize, end: usize) -> bool {
        let text = self.text.as_bytes();
        let length = end - at;
        if self.starts(at, length, end) {
            return true;
        }
        if text[end - 1] | 0x20 == b's' && length > 2 {
            let but_one = self.starts(at, length - 1, end);
            if but_one || text[end - 2] | 0x20 == b'e' && self.may_start_in_es(at, end) {
                return true;
            }
        }
        match text.get(end) {
            Some(b'-') => self.may_start_joined(at, end),
            Some(0x80..) => self.text[end..].chars().next().is_some_and(|c| {
                fold::is_word(c) || fold::is_invisible(c) || fold::is_hyphen(c) && self.may_start_joined(at, end)
            }),
            _ => false,
        }
    }

    /// Whether a name may start with the first `length` letters of the word `at..end`.
    #[inline]
    fn starts(&self, at: usize, length: usize, end: usize) -> bool {
        let text = self.text.as_bytes();
        let capital = || text[at..end].iter().any(|letter| letter & 0x20 == 0);
        self.lexicon.matcher.may_start(bytes::hash(text, at, length), text, end, capital)
    }

    /// Plurals in -es and -ies.
    fn may_start_in_es(&self, at: usize, end: usize) -> bool {
        let word = &self.text.as_bytes()[at..end];
        let Some(stem) = word.strip_suffix(b"ies").or_else(|| word.strip_suffix(b"IES")) else {
            return self.starts(at, end - at - 2, end);
        };
        let singular = [stem, b"y"].concat();
        let hash = bytes::hash(&singular, 0, singular.len());
        self.lexicon.matcher.may_start(hash, self.text.as_bytes(), end, || true)
    }

    /// Whether a name may start with the word `at..end` and the one behind its hyphen as one.
    fn may_start_joined(&self, at: usize, end: usize) -> bool {
        let Some((_, next)) = gap(self.text, end, false) else { return false };
        let text = self.text.as_bytes();
        if text.get(next).is_none_or(|&byte| BYTES[usize::from(byte)] != Byte::Letter) {
            return false;
        }
        let after = letters_end(text, next);
        if after - next > MAX_JOINED || end - at > MAX_JOINED {
            return false;
        }
        let word = [&text[at..end], &text[next..after]].concat();
        let starts = |length: usize| {
            let hash = bytes::hash(&word, 0, length);
            self.lexicon.matcher.may_start(hash, text, after, || true)
        };
        starts(word.len()) || word.ends_with(b"s") && starts(word.len() - 1)
    }

    /// A Greek or accented letter may start a name; anything else is passed over.
    fn beyond_ascii(&mut self, at: usize) -> usize {
        let Some(c) = self.text[at..].chars().next() else { return self.text.len() };
        let after = at + c.len_utf8();
        if !c.is_alphabetic() {
            return after;
        }
        self.name_at(at, at).unwrap_or_else(|| fold::word_end(self.text, after))
    }

    /// Records the longest name at `at`, shown from `shown`; gives the byte where the scan goes on.
    fn name_at(&mut self, at: usize, shown: usize) -> Option<usize> {
        let mut found = std::mem::take(&mut self.found);
        self.lexicon.matcher.candidates(self.text, at, &mut found);
        let limit = self.limit;
        let end = found.iter().filter(|one| one.end < limit).find_map(|one| self.accept(*one, at, shown));
        self.found = found;
        end
    }

    fn accept(&mut self, candidate: Candidate, at: usize, shown: usize) -> Option<usize> {
        let printed = &self.text[at..candidate.end];
        let known = &self.lexicon.tables.surfaces;
        let first = self.hits.surfaces.len();
        for pattern in self.lexicon.matcher.patterns(candidate) {
            let index = pattern.surface as usize;
            match known.get(index) {
                Some(surface) => {
                    let marker = shown == at || is_marker(self.lexicon.tables.entries[surface.entry as usize].kind);
                    if marker && fits(surface, printed, candidate.plural) {
                        self.hits.surfaces.push(pattern.surface);
                    }
                }
                None if same_letters(&self.lexicon.tables.rejected[index - known.len()], printed) => {
                    self.hits.surfaces.truncate(first);
                    return Some(candidate.end);
                }
                None => {}
            }
        }
        let surfaces = first..self.hits.surfaces.len();
        if surfaces.is_empty() {
            return None;
        }
        self.hits.list.push(Hit { start: shown, end: candidate.end, surfaces });
        Some(candidate.end)
    }
}

/// "hsCRP", "sIL-2R": the length of a lower-case prefix glued to the name of a marker.
#[inline]
pub(super) fn glued(rules: &Rules, text: &[u8], at: usize, end: usize) -> Option<usize> {
    // Lower case at first, a capital soon after.
    let is_mixed = |[a, b, c]: &[u8; 3]| a & 0x20 != 0 && b & c & 0x20 == 0;
    let word = &text[at..];
    if end - at < 3 || !word.first_chunk().is_some_and(is_mixed) {
        return None;
    }
    let after = |prefix: &str| word.strip_prefix(prefix.as_bytes()).and_then(<[u8]>::first);
    let prefix = rules.prefixes.iter().find(|prefix| after(prefix).is_some_and(u8::is_ascii_uppercase));
    prefix.map(|prefix| prefix.len())
}

/// Entries that stand for something measured in blood, not for an instrument or a drug.
pub(super) fn is_marker(kind: Kind) -> bool {
    use Kind::{AcutePhase, Adhesion, Chemokine, Cytokine, GrowthFactor, Marker, Receptor};
    matches!(kind, AcutePhase | Adhesion | Chemokine | Cytokine | GrowthFactor | Marker | Receptor)
}

/// Whether the capitals of `printed` are those that the surface asks for.
fn fits(surface: &Surface, printed: &str, plural: bool) -> bool {
    match surface.case {
        Case::Any => !is_short_acronym(surface) || printed.contains(|c: char| !c.is_ascii_lowercase()),
        Case::Initial => printed.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()),
        Case::Exact => {
            let printed = if plural { printed.trim_end_matches(['s', 'S']) } else { printed };
            let (as_printed, as_listed) = (letters(printed), letters(&surface.text));
            // Where the words differ as well ("interleukin", "β"), the capitals cannot be compared.
            as_printed.clone().eq(as_listed.clone())
                || !as_printed.map(|c| c.to_ascii_lowercase()).eq(as_listed.map(|c| c.to_ascii_lowercase()))
        }
    }
}

/// Whether the surface is never printed in lower case.
pub(super) fn needs_capital(surface: &Surface) -> bool {
    match surface.case {
        Case::Any => is_short_acronym(surface),
        Case::Initial => true,
        Case::Exact => surface.text.contains(|c: char| c.is_ascii_uppercase()),
    }
}

fn is_short_acronym(surface: &Surface) -> bool {
    matches!(surface.kind, SurfaceKind::Acronym | SurfaceKind::Symbol | SurfaceKind::Code)
        && surface.text.len() <= SHORT_ACRONYM
        && surface.text.starts_with(|c: char| c.is_ascii_uppercase())
}

fn letters(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().filter(|c| c.is_alphanumeric())
}

fn same_letters(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}
