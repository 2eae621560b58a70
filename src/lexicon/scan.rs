//! A text in, the places out where a name of the lexicon is printed, longest first and without overlaps.

use std::ops::Range;

use super::Lexicon;
use super::entry::{Case, Kind, Surface, SurfaceKind};
use super::fold;
use super::matcher::Candidate;

/// Acronyms up to this many letters are no acronyms in lower case ("ace", "pas").
const SHORT_ACRONYM: usize = 5;

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

/// Every name in `text`.
pub(super) fn scan(lexicon: &Lexicon, text: &str) -> Hits {
    let mut scanner = Scanner { lexicon, text, found: Vec::new(), hits: Hits::default(), limit: text.len() + 1 };
    scanner.run(0, text.len());
    scanner.hits
}

/// The shorter names inside a hit that turned out to be no name.
pub(super) fn scan_inside(lexicon: &Lexicon, text: &str, hit: &Hit) -> Hits {
    let mut scanner = Scanner { lexicon, text, found: Vec::new(), hits: Hits::default(), limit: hit.end };
    scanner.run(hit.start, hit.end);
    scanner.hits
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
        let bytes = self.text.as_bytes();
        while at < end {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric() {
                let word = self.word(at);
                let after = if word.may_start { self.name_at(at, at) } else { None };
                at = match after.or_else(|| self.prefixed(at)) {
                    Some(after) => after,
                    None => self.rest_of_word(word.end),
                };
            } else if byte < 0x80 {
                at += 1;
            } else {
                at = self.beyond_ascii(at);
            }
        }
    }

    /// Hashes the run of letters or digits at `at` and tells whether a name may start with it.
    #[inline]
    fn word(&self, at: usize) -> Word {
        let bytes = self.text.as_bytes();
        let digits = bytes[at].is_ascii_digit();
        let inside = |byte: u8| if digits { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
        // The hashes of the word without its last one, two and three letters, for plurals.
        let mut hashes = [fold::HASH_SEED; 4];
        let mut end = at;
        while let Some(&byte) = bytes.get(end).filter(|&&byte| inside(byte)) {
            let next = fold::hash_step(hashes[0], byte.to_ascii_lowercase());
            hashes = [next, hashes[0], hashes[1], hashes[2]];
            end += 1;
        }
        let may_start = self.may_start(hashes, &bytes[at..end]) || !digits && self.goes_on(end, hashes[0]);
        Word { end, may_start }
    }

    #[inline]
    fn may_start(&self, [whole, but_1, but_2, but_3]: [u64; 4], word: &[u8]) -> bool {
        let matcher = &self.lexicon.matcher;
        matcher.may_start(whole)
            || word.last().is_some_and(|last| last | 0x20 == b's')
                && (matcher.may_start(but_1)
                    || matcher.may_start(but_2)
                    || matcher.may_start(fold::hash_step(but_3, b'y')))
    }

    /// Whether the word goes on behind a hyphen, a soft hyphen or with a letter beyond ASCII, and a name may start so.
    #[inline]
    fn goes_on(&self, end: usize, hash: u64) -> bool {
        match self.text.as_bytes().get(end) {
            Some(b'-') => self.joined(end, hash),
            Some(byte) if *byte >= 0x80 => self.text[end..].chars().next().is_some_and(|c| {
                fold::is_word(c) || fold::is_invisible(c) || fold::is_hyphen(c) && self.joined(end, hash)
            }),
            _ => false,
        }
    }

    /// Whether a name may start with the word joined to the one behind the hyphen at `end`.
    fn joined(&self, end: usize, hash: u64) -> bool {
        let Some((_, next)) = fold::gap(self.text, end, false) else { return false };
        let mut hashes = [hash; 4];
        let mut after = next;
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(after).filter(|byte| byte.is_ascii_alphabetic()) {
            let next = fold::hash_step(hashes[0], byte.to_ascii_lowercase());
            hashes = [next, hashes[0], hashes[1], hashes[2]];
            after += 1;
        }
        self.may_start(hashes, &bytes[next..after])
    }

    /// A Greek or accented letter may start a name; anything else is passed over.
    fn beyond_ascii(&mut self, at: usize) -> usize {
        let Some(c) = self.text[at..].chars().next() else { return self.text.len() };
        let after = at + c.len_utf8();
        if !c.is_alphabetic() {
            return after;
        }
        self.name_at(at, at).unwrap_or_else(|| self.rest_of_word(after))
    }

    /// The end of the letters and digits at `at`: no name starts inside a word.
    fn rest_of_word(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = at;
        while let Some(&byte) = bytes.get(end) {
            if byte.is_ascii_alphanumeric() {
                end += 1;
            } else if byte < 0x80 {
                break;
            } else {
                match self.text[end..].chars().next() {
                    Some(c) if fold::is_word(c) || fold::is_invisible(c) => end += c.len_utf8(),
                    _ => break,
                }
            }
        }
        end
    }

    /// "hsCRP", "sIL-2R": a lower-case prefix glued to the name of a marker.
    fn prefixed(&mut self, at: usize) -> Option<usize> {
        let word = &self.text.as_bytes()[at..];
        if !word[0].is_ascii_lowercase() || !word.iter().take(4).any(u8::is_ascii_uppercase) {
            return None;
        }
        let prefixes = &self.lexicon.rules.prefixes;
        let length = prefixes.iter().map(|prefix| prefix.as_bytes()).find_map(|prefix| {
            let rest = word.strip_prefix(prefix)?;
            rest.first()?.is_ascii_uppercase().then_some(prefix.len())
        })?;
        self.name_at(at + length, at)
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

struct Word {
    end: usize,
    may_start: bool,
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
