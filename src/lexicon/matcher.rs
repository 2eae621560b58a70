//! Names in, a matcher out that finds the longest name at a place in a text.
//!
//! A name is a path of word numbers in one tree whose edges live in a hash map; both the names and the text are folded
//! to words first, so that hyphens, spaces, Greek letters, spellings and plurals need no patterns of their own. That
//! loads in a few milliseconds where an automaton over every printed variant takes a hundred, and scans prose faster,
//! since most words fail one look at a bit set.

use super::fold::{self, Folded, Gap};
use super::vocabulary::{FastMap, TokenId, Vocabulary};

/// No name has more words.
pub(super) const MAX_WORDS: usize = 24;
/// The sets of words have two to this many bits: 64 KiB, about 3 % of other words pass at one bit a word.
const WORD_BITS: u32 = 19;
/// The set of pairs of words: 128 KiB, under 1 % of other pairs pass at two bits a pair.
const PAIR_BITS: u32 = 20;
/// About as many edges as the lexicons of the program have.
const EXPECTED: usize = 50_000;
/// No surface ends at a node.
const NOBODY: u32 = u32::MAX;

/// What a finished path stands for, with what it asks of the gaps between its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Index of the surface, or of the rejected string.
    pub surface: u32,
    /// Bit n: no white space between words n and n + 1.
    pub tight: u32,
    /// Slashes and plus signs may stand between words.
    pub joints: bool,
    /// Commas, brackets and dashes may stand between words.
    pub odd: bool,
    /// Printed with a capital only.
    pub capital: bool,
}

/// A path found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub end: usize,
    node: u32,
    loose: u32,
    joints: bool,
    odd: bool,
    /// The last word was read without its plural ending.
    pub plural: bool,
}

/// Collects names, then becomes a [`Matcher`].
pub(super) struct Builder {
    pub vocabulary: Vocabulary,
    edges: FastMap<u64, u32>,
    /// The first surface at each node.
    owners: Vec<u32>,
    patterns: Vec<(u32, Pattern)>,
    /// The first words of names with commas, brackets or dashes.
    odd: Vec<TokenId>,
}

impl Builder {
    pub fn new(vocabulary: Vocabulary) -> Self {
        Self {
            vocabulary,
            edges: FastMap::with_capacity_and_hasher(EXPECTED, Default::default()),
            owners: vec![NOBODY],
            patterns: Vec::new(),
            odd: Vec::new(),
        }
    }

    pub fn add(&mut self, words: &[TokenId], pattern: Pattern) {
        if words.is_empty() || words.len() > MAX_WORDS {
            return;
        }
        let mut node = 0;
        for &word in words {
            node = *self.edges.entry(edge(node, word)).or_insert_with(|| {
                self.owners.push(NOBODY);
                self.owners.len() as u32 - 1
            });
        }
        if pattern.odd {
            self.odd.push(words[0]);
        }
        let owner = &mut self.owners[node as usize];
        *owner = (*owner).min(pattern.surface);
        if self.patterns.last() != Some(&(node, pattern)) {
            self.patterns.push((node, pattern));
        }
    }

    /// The surface that was added first under these words.
    pub fn owner(&self, words: &[TokenId]) -> Option<u32> {
        let last = words.iter().try_fold(0, |node, &word| self.edges.get(&edge(node, word)).copied());
        last.map(|node| self.owners[node as usize]).filter(|&owner| owner != NOBODY)
    }

    pub fn finish(self) -> Matcher {
        let mut starts = vec![0; self.owners.len() + 1];
        for (node, _) in &self.patterns {
            starts[*node as usize + 1] += 1;
        }
        for node in 1..starts.len() {
            starts[node] += starts[node - 1];
        }
        let mut free = starts.clone();
        let mut patterns = vec![Pattern::default(); self.patterns.len()];
        for (node, pattern) in &self.patterns {
            let slot = &mut free[*node as usize];
            patterns[*slot as usize] = *pattern;
            *slot += 1;
        }
        let first = First::new(&self);
        Matcher { vocabulary: self.vocabulary, edges: self.edges, starts, patterns, first }
    }
}

fn edge(node: u32, word: TokenId) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

/// Two bits for each hash: never wrong when it says no.
struct Filter {
    bits: Box<[u64]>,
    shift: u32,
}

impl Filter {
    fn new(bits: u32) -> Self {
        Self { bits: vec![0; 1 << (bits - 6)].into(), shift: 64 - bits }
    }

    fn insert(&mut self, hash: u64) {
        for bit in [hash >> self.shift, hash.rotate_left(32) >> self.shift] {
            self.bits[(bit >> 6) as usize] |= 1 << (bit & 63);
        }
    }

    /// Whether the first bit is set: right often enough to turn most words away.
    #[inline(always)]
    fn may_contain(&self, hash: u64) -> bool {
        self.is_set(hash >> self.shift)
    }

    #[inline(always)]
    fn contains(&self, hash: u64) -> bool {
        self.is_set(hash >> self.shift) && self.is_set(hash.rotate_left(32) >> self.shift)
    }

    #[inline(always)]
    fn is_set(&self, bit: u64) -> bool {
        self.bits[(bit >> 6) as usize] >> (bit & 63) & 1 != 0
    }
}

/// What the hash of a word tells about the names that may start with it.
struct First {
    /// The first words of all names.
    any: Filter,
    /// Words that are names in lower case.
    alone: Filter,
    /// Words that are names with a capital.
    capital: Filter,
    /// The first two words of longer names.
    pairs: Filter,
    /// The first words of names with commas, brackets or dashes.
    odd: Filter,
}

impl First {
    fn new(builder: &Builder) -> Self {
        let spellings = Spellings::new(&builder.vocabulary);
        let hashes = |id: TokenId| spellings.of(id);
        let [any, alone, capital, odd] = [WORD_BITS; 4].map(Filter::new);
        let mut first = Self { any, alone, capital, pairs: Filter::new(PAIR_BITS), odd };
        for &word in &builder.odd {
            hashes(word).for_each(|hash| first.odd.insert(hash));
        }
        let mut word_of: FastMap<u32, TokenId> = FastMap::default();
        for (&edge, &node) in builder.edges.iter().filter(|(edge, _)| **edge >> 32 == 0) {
            word_of.insert(node, edge as u32);
            hashes(edge as u32).for_each(|hash| first.any.insert(hash));
        }
        for (node, pattern) in &builder.patterns {
            if let Some(&word) = word_of.get(node) {
                let names = if pattern.capital { &mut first.capital } else { &mut first.alone };
                hashes(word).for_each(|hash| names.insert(hash));
            }
        }
        for &edge in builder.edges.keys() {
            if let Some(&word) = word_of.get(&((edge >> 32) as u32)) {
                for one in hashes(word) {
                    hashes(edge as u32).for_each(|other| first.pairs.insert(pair(one, other)));
                }
            }
        }
        first
    }
}

/// The hashes of every spelling of a word, by its number.
struct Spellings {
    starts: Vec<u32>,
    hashes: Vec<u64>,
}

impl Spellings {
    fn new(vocabulary: &Vocabulary) -> Self {
        let mut all: Vec<(TokenId, u64)> = vocabulary.spellings().map(|(hash, id)| (id, hash)).collect();
        all.sort_unstable();
        let words = all.last().map_or(0, |last| last.0 as usize + 1);
        let mut starts = vec![0; words + 1];
        for (id, _) in &all {
            starts[*id as usize + 1] += 1;
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        Self { starts, hashes: all.into_iter().map(|row| row.1).collect() }
    }

    fn of(&self, id: TokenId) -> impl Iterator<Item = u64> + '_ {
        self.hashes[self.starts[id as usize] as usize..self.starts[id as usize + 1] as usize].iter().copied()
    }
}

fn pair(one: u64, other: u64) -> u64 {
    (one.rotate_left(17) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Finds names in texts; built once, shared by every thread.
pub(super) struct Matcher {
    vocabulary: Vocabulary,
    edges: FastMap<u64, u32>,
    /// Patterns of node n: `starts[n]..starts[n + 1]`.
    starts: Vec<u32>,
    patterns: Vec<Pattern>,
    first: First,
}

impl Matcher {
    /// Whether a name may start with the word of this hash, which ends at byte `end`; `capital` says that it has one.
    /// Never wrong when it says no. Most words of a text fail the first look; "the" and "a" start some names, so that a
    /// word of theirs is looked at together with the next.
    #[inline(always)]
    pub fn may_start(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        self.first.any.may_contain(hash) && self.looks_on(hash, text, end, capital)
    }

    fn looks_on(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        if self.first.alone.contains(hash) || self.first.capital.contains(hash) && capital() {
            return true;
        }
        // Only plain cases are told here: one character between two words in ASCII, or a mark that few names hold.
        let next = match text.get(end..) {
            Some([b' ' | b'-' | b'\n', letter, ..]) if letter.is_ascii_alphanumeric() => end + 1,
            Some([b' ', b'(', letter, ..]) if letter.is_ascii_uppercase() => return true,
            Some([b' ', b'&' | b'/' | b'+' | b'-', ..] | [b'-' | b'/' | b'+' | b'&' | b'\'', ..]) => return true,
            Some([b' ', mark, ..] | [mark, ..]) if mark.is_ascii_punctuation() => return self.first.odd.contains(hash),
            Some([]) => return false,
            _ => return true,
        };
        self.may_go_on(hash, text, next)
    }

    /// Whether some name has the word of this hash and then the one at byte `next`.
    fn may_go_on(&self, hash: u64, text: &[u8], next: usize) -> bool {
        let after = fold::run_end(text, next);
        let is_pair = |length: usize| self.first.pairs.contains(pair(hash, fold::hash(text, next, length)));
        let length = after - next;
        if is_pair(length) || matches!(text.get(after), Some(b'-' | 0x80..)) && fold::goes_on(text, after) {
            return true;
        }
        let ending = |back: usize| length > back && text[after - back] | 0x20 == b's';
        ending(1)
            && (is_pair(length - 1) || length > 2 && text[after - 2] | 0x20 == b'e')
            && (is_pair(length - 1) || is_pair(length - 2) || text[after - 3] | 0x20 == b'i')
    }

    /// The ends of all names that start at byte `at`, longest first.
    pub fn candidates(&self, text: &str, at: usize, found: &mut Vec<Candidate>) {
        found.clear();
        let path = Candidate { end: at, node: 0, loose: 0, joints: false, odd: false, plural: false };
        self.follow(text, at, path, 0, found);
        found.sort_by_key(|candidate| std::cmp::Reverse(candidate.end));
    }

    /// The patterns that `candidate` satisfies.
    pub fn patterns(&self, candidate: Candidate) -> impl Iterator<Item = Pattern> {
        let node = candidate.node as usize;
        self.patterns[self.starts[node] as usize..self.starts[node + 1] as usize].iter().copied().filter(
            move |pattern| {
                pattern.tight & candidate.loose == 0
                    && (pattern.joints || !candidate.joints)
                    && (pattern.odd || !candidate.odd)
            },
        )
    }

    /// Extends `path` by the word at byte `at`, in each way that word can be read.
    fn follow(&self, text: &str, at: usize, path: Candidate, words: usize, found: &mut Vec<Candidate>) {
        if words == MAX_WORDS {
            return;
        }
        let mut reading = Reading::new(text, at);
        while reading.advance(text) {
            let Some(id) = self.vocabulary.get(reading.word()) else { continue };
            let Some(&node) = self.edges.get(&edge(path.node, id)) else { continue };
            let step = Candidate { end: reading.end, node, plural: reading.plural, ..path };
            let range = self.starts[node as usize]..self.starts[node as usize + 1];
            if !range.is_empty() && ends_word(text, step.end) {
                found.push(step);
            }
            let after = fold::after_possessive(text, step.end);
            let word = reading.word().as_bytes();
            let single = word.len() == 1 || word == b"st";
            if let Some((gap, next)) = fold::gap(text, after, single) {
                let loose = step.loose | u32::from(gap == Gap::Loose) << words;
                let joints = step.joints || gap == Gap::Joint;
                let odd = step.odd || gap == Gap::Odd;
                self.follow(text, next, Candidate { loose, joints, odd, ..step }, words + 1, found);
            }
        }
    }
}

/// The ways to read the word at one place: as printed, without a plural ending, joined with the word behind a hyphen.
struct Reading {
    plain: Folded,
    stem: Folded,
    /// Byte after the word as read now.
    end: usize,
    /// A plural ending was taken off: `stem` holds the word.
    plural: bool,
    turn: u8,
}

impl Reading {
    fn new(text: &str, at: usize) -> Self {
        let mut plain = Folded::new();
        let end = fold::token(text, at, &mut plain);
        let turn = if end.is_some() { 0 } else { u8::MAX };
        Self { plain, stem: Folded::new(), end: end.unwrap_or(at), plural: false, turn }
    }

    fn word(&self) -> &Folded {
        if self.plural { &self.stem } else { &self.plain }
    }

    /// Goes to the next reading; false when there is none.
    fn advance(&mut self, text: &str) -> bool {
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
    let (gap, next) = fold::gap(text, end, false)?;
    let letter = text.get(next..)?.chars().next()?.is_alphabetic();
    if gap != Gap::Tight || !letter {
        return None;
    }
    fold::token(text, next, word)
}

/// A name ends where no letter or digit follows; "PHQ-9.5" and "IL-6,000" go on.
fn ends_word(text: &str, end: usize) -> bool {
    let mut rest = text.get(end..).unwrap_or_default().chars().filter(|&c| !fold::is_invisible(c));
    let digit_before = text[..end].ends_with(|c: char| c.is_ascii_digit());
    match rest.next() {
        Some(c) if fold::is_word(c) => false,
        Some('.' | ',') if digit_before => !rest.next().is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matcher(names: &[&[&str]]) -> Matcher {
        let mut builder = Builder::new(Vocabulary::default());
        for (index, words) in names.iter().enumerate() {
            let words: Vec<TokenId> =
                words.iter().map(|word| builder.vocabulary.intern(&Folded::of(word.as_bytes()))).collect();
            builder.add(&words, Pattern { surface: index as u32, tight: 0, joints: false, odd: false, capital: false });
        }
        builder.finish()
    }

    fn longest(matcher: &Matcher, text: &str) -> Option<String> {
        let mut found = Vec::new();
        matcher.candidates(text, 0, &mut found);
        let fits = |candidate: &&Candidate| matcher.patterns(**candidate).next().is_some();
        found.iter().find(fits).map(|candidate| text[..candidate.end].to_owned())
    }

    #[test]
    fn the_longest_name_wins_at_word_edges() {
        let names = matcher(&[&["il", "1"], &["il", "1", "beta"], &["antidepressant"], &["beck", "inventory"]]);
        for (text, expected) in [
            ("IL-1β rose", Some("IL-1β")),
            ("IL-1 rose", Some("IL-1")),
            ("IL-10 rose", None),
            ("IL-1ra rose", None),
            ("IL-1.5", None),
            ("IL-1.", Some("IL-1")),
            ("anti-depressants work", Some("anti-depressants")),
            ("antide-\npressant", Some("antide-\npressant")),
            ("Beck Inventories", Some("Beck Inventories")),
            ("Beck: inventory", None),
        ] {
            assert_eq!(longest(&names, text).as_deref(), expected, "{text}");
        }
    }
}
