//! Names in, a matcher out that finds the longest name at a place in a text.
//!
//! A name is a path of word numbers in one tree whose edges live in a hash map; both the names and the text are folded
//! to words first, so that hyphens, spaces, Greek letters, spellings and plurals need no patterns of their own. That
//! loads in a few milliseconds where an automaton over every printed variant takes a hundred, and scans prose faster,
//! since most words fail one look at a bit set.

use super::first::{First, Starts};
use super::fold::after_possessive;
use super::gap::{Gap, gap};
use super::reading::{Reading, ends_word};
use super::vocabulary::{Spellings, TokenId, Vocabulary};
use crate::text::hashing::WordMap;

/// No name has more words.
pub(super) const MAX_WORDS: usize = 24;
/// The lexicons of the program have a few less edges behind first words than this, and about as many patterns.
const EXPECTED: usize = 28_000;
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
    /// The node behind each first word, 0 where there is none.
    roots: Vec<u32>,
    /// The nodes behind all other words.
    edges: WordMap<u64, u32>,
    /// The first surface at each node.
    owners: Vec<u32>,
    patterns: Vec<(u32, Pattern)>,
    starts: Starts,
}

impl Builder {
    pub fn new(vocabulary: Vocabulary) -> Self {
        let mut owners = Vec::with_capacity(2 * EXPECTED);
        owners.push(NOBODY);
        Self {
            vocabulary,
            roots: Vec::new(),
            edges: WordMap::with_capacity_and_hasher(EXPECTED, Default::default()),
            owners,
            patterns: Vec::with_capacity(EXPECTED),
            starts: Starts::default(),
        }
    }

    pub fn add(&mut self, words: &[TokenId], pattern: Pattern) {
        let Some((&first, others)) = words.split_first().filter(|_| words.len() <= MAX_WORDS) else { return };
        let mut node = self.root(first);
        for (index, &word) in others.iter().enumerate() {
            let next = self.owners.len() as u32;
            node = *self.edges.entry(edge(node, word)).or_insert(next);
            if node == next {
                self.owners.push(NOBODY);
                if index == 0 {
                    self.starts.pairs.push((first, word));
                }
            }
        }
        if others.is_empty() {
            self.starts.single.push((first, pattern.capital));
        }
        if pattern.odd {
            self.starts.odd.push(first);
        }
        let owner = &mut self.owners[node as usize];
        *owner = (*owner).min(pattern.surface);
        if self.patterns.last() != Some(&(node, pattern)) {
            self.patterns.push((node, pattern));
        }
    }

    /// The node behind the first word of a name.
    fn root(&mut self, word: TokenId) -> u32 {
        let index = word as usize;
        if index >= self.roots.len() {
            self.roots.resize(self.vocabulary.size().max(word + 1) as usize, 0);
        }
        if self.roots[index] == 0 {
            self.roots[index] = self.owners.len() as u32;
            self.owners.push(NOBODY);
            self.starts.any.push(word);
        }
        self.roots[index]
    }

    /// The surface that was added first under these words.
    pub fn owner(&self, words: &[TokenId]) -> Option<u32> {
        let (&first, others) = words.split_first()?;
        let root = self.roots.get(first as usize).copied().filter(|&root| root != 0);
        let last = others.iter().try_fold(root?, |node, &word| self.edges.get(&edge(node, word)).copied());
        last.map(|node| self.owners[node as usize]).filter(|&owner| owner != NOBODY)
    }

    /// With the spellings of the vocabulary.
    pub fn finish(self, spellings: &Spellings) -> Matcher {
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
        let first = First::new(spellings, &self.starts);
        Matcher { vocabulary: self.vocabulary, edges: self.edges, roots: self.roots, starts, patterns, first }
    }
}

fn edge(node: u32, word: TokenId) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

/// Finds names in texts; built once, shared by every thread.
pub(super) struct Matcher {
    vocabulary: Vocabulary,
    /// The node behind each first word, 0 where there is none: sooner found than in the map.
    roots: Vec<u32>,
    edges: WordMap<u64, u32>,
    /// Patterns of node n: `starts[n]..starts[n + 1]`.
    starts: Vec<u32>,
    patterns: Vec<Pattern>,
    first: First,
}

impl Matcher {
    /// Whether a name may start with the word of this hash, which ends at byte `end`; `capital` says that it has one.
    #[inline(always)]
    pub fn may_start(&self, hash: u64, text: &[u8], end: usize, capital: impl Fn() -> bool) -> bool {
        self.first.may_start(hash, text, end, capital)
    }

    /// Whether a name may start with the word of this hash, by one look.
    #[inline(always)]
    pub fn may_be_first(&self, hash: u64) -> bool {
        self.first.may_be_first(hash)
    }

    /// Whether surely none starts with the word of this hash that has a blank and then byte `next` behind it.
    #[inline(always)]
    pub fn is_no_start(&self, hash: u64, text: &[u8], next: usize) -> bool {
        self.first.is_no_start(hash, text, next)
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

    /// The node that the word leads to.
    #[inline]
    fn node_behind(&self, node: u32, word: TokenId) -> Option<u32> {
        if node == 0 {
            return self.roots.get(word as usize).copied().filter(|&root| root != 0);
        }
        self.edges.get(&edge(node, word)).copied()
    }

    /// Extends `path` by the word at byte `at`, in each way that word can be read.
    fn follow(&self, text: &str, at: usize, path: Candidate, words: usize, found: &mut Vec<Candidate>) {
        if words == MAX_WORDS {
            return;
        }
        let mut reading = Reading::new(text, at);
        while reading.advance(text) {
            let Some(id) = self.vocabulary.get(reading.word()) else { continue };
            let Some(node) = self.node_behind(path.node, id) else { continue };
            let step = Candidate { end: reading.end, node, plural: reading.plural, ..path };
            let range = self.starts[node as usize]..self.starts[node as usize + 1];
            if !range.is_empty() && ends_word(text, step.end) {
                found.push(step);
            }
            let after = after_possessive(text, step.end);
            let word = reading.word().as_bytes();
            let single = word.len() == 1 || word == b"st";
            if let Some((between, next)) = gap(text, after, single) {
                let loose = step.loose | u32::from(between == Gap::Loose) << words;
                let joints = step.joints || between == Gap::Joint;
                let odd = step.odd || between == Gap::Odd;
                self.follow(text, next, Candidate { loose, joints, odd, ..step }, words + 1, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::fold::Folded;

    fn matcher(names: &[&[&str]]) -> Matcher {
        let mut builder = Builder::new(Vocabulary::default());
        for (index, words) in names.iter().enumerate() {
            let words: Vec<TokenId> =
                words.iter().map(|word| builder.vocabulary.intern(&Folded::of(word.as_bytes()))).collect();
            builder.add(&words, Pattern { surface: index as u32, tight: 0, joints: false, odd: false, capital: false });
        }
        let spellings = Spellings::new(&builder.vocabulary);
        builder.finish(&spellings)
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
