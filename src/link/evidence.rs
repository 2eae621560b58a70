//! Two articles of the corpus in, what speaks for and against their reporting one study out.

use super::features::LEAD_PARTS;
use super::index::{Corpus, Entry, KeyRef, PARTS, TermRef};
use crate::model::KeyKind;

/// Kinds of keys.
const KINDS: usize = KeyKind::Quotation as usize + 1;

/// How alike two articles are, family by family.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Cosine of their telling words, weighted by rarity: 0 to 1.
    pub words: f64,
    /// Best cosine of the headline and lead of one with one part of the other: 0 to 1.
    pub passage: f64,
    /// Share of sketched wording in common: 0 to 1.
    pub wording: f64,
    pub quotations: Tie,
    pub people: Tie,
    pub journals: Tie,
    pub institutions: Tie,
    pub numbers: Tie,
    /// Days between their dates, where both have one.
    pub days: Option<i32>,
}

/// What two articles say of one kind of name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tie {
    /// Rarity of what they share, summed.
    pub shared: f64,
    /// How many names the one with fewer has, when they share none.
    pub differ: u32,
}

/// Compares two articles.
pub fn evidence(corpus: &Corpus, a: &Entry, b: &Entry) -> Evidence {
    let (words, passage) = words(corpus, a, b);
    let ties = ties(corpus, a, b);
    let tie = |kind: KeyKind| ties[kind as usize];
    Evidence {
        words,
        passage,
        wording: wording(&a.sketch, &b.sketch),
        quotations: tie(KeyKind::Quotation),
        people: tie(KeyKind::Person),
        journals: tie(KeyKind::Journal),
        institutions: tie(KeyKind::Institution),
        numbers: tie(KeyKind::Number),
        days: days_apart(a, b),
    }
}

/// The words two articles share, in both their places.
pub fn shared_terms<'e>(a: &'e Entry, b: &'e Entry) -> impl Iterator<Item = (TermRef, TermRef)> + 'e {
    let mut rest = b.terms.iter().peekable();
    a.terms.iter().filter_map(move |term| {
        while rest.next_if(|other| other.id < term.id).is_some() {}
        rest.peek().filter(|other| other.id == term.id).map(|&&other| (*term, other))
    })
}

/// Cosine of all words, and the best cosine of a lead with one part of the other article.
fn words(corpus: &Corpus, a: &Entry, b: &Entry) -> (f64, f64) {
    let mut whole = 0.0;
    let (mut parts_of_a, mut parts_of_b) = ([0.0; PARTS], [0.0; PARTS]);
    for (one, other) in shared_terms(a, b) {
        whole += corpus.word_weight(one) * corpus.word_weight(other);
        let square = corpus.word_rarity(one.id).powi(2);
        if one.parts & LEAD_PARTS != 0 {
            add_to_parts(&mut parts_of_b, other.parts, square);
        }
        if other.parts & LEAD_PARTS != 0 {
            add_to_parts(&mut parts_of_a, one.parts, square);
        }
    }
    let passage = passage(&parts_of_b, a, b).max(passage(&parts_of_a, b, a));
    (ratio(whole, f64::from(a.lengths.whole) * f64::from(b.lengths.whole)), passage)
}

/// How much of the lead of `a` stands in one part of `b`, out of what each part shares with the lead.
fn passage(shared: &[f64; PARTS], a: &Entry, b: &Entry) -> f64 {
    let lead = f64::from(a.lengths.lead);
    let cosines = shared.iter().zip(b.lengths.parts).map(|(dot, length)| ratio(*dot, lead * f64::from(length)));
    cosines.fold(0.0, f64::max)
}

fn add_to_parts(sums: &mut [f64; PARTS], parts: u16, amount: f64) {
    let mut rest = parts;
    while rest != 0 {
        sums[rest.trailing_zeros() as usize] += amount;
        rest &= rest - 1;
    }
}

/// Jaccard similarity estimated from the smallest hashes of the union of both sketches.
pub fn wording(a: &[u32], b: &[u32]) -> f64 {
    let (mut i, mut j, mut common, mut seen) = (0, 0, 0u32, 0u32);
    let size = a.len().max(b.len());
    while (seen as usize) < size && (i < a.len() || j < b.len()) {
        seen += 1;
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => (i, j, common) = (i + 1, j + 1, common + 1),
            (Some(x), Some(y)) if x > y => j += 1,
            (Some(_), _) => i += 1,
            _ => j += 1,
        }
    }
    ratio(f64::from(common), f64::from(seen))
}

/// The keys of one kind that an article has.
pub fn keys(entry: &Entry, kind: KeyKind) -> impl Iterator<Item = KeyRef> + Clone {
    entry.keys.iter().copied().filter(move |key| key.kind == kind)
}

/// The keys of one kind that both articles have.
pub fn shared_keys<'e>(a: &'e Entry, b: &'e Entry, kind: KeyKind) -> impl Iterator<Item = (KeyRef, KeyRef)> + 'e {
    keys(a, kind)
        .filter_map(|key| b.keys.binary_search_by_key(&key.id, |other| other.id).ok().map(|at| (key, b.keys[at])))
}

/// What both say of each kind of key, in the order of the kinds.
fn ties(corpus: &Corpus, a: &Entry, b: &Entry) -> [Tie; KINDS] {
    let mut ties = [Tie::default(); KINDS];
    let count = |entry: &Entry| {
        entry.keys.iter().fold([0u32; KINDS], |mut counts, key| {
            counts[key.kind as usize] += 1;
            counts
        })
    };
    let mut rest = b.keys.iter().peekable();
    for key in &a.keys {
        while rest.next_if(|other| other.id < key.id).is_some() {}
        if rest.peek().is_some_and(|other| other.id == key.id) {
            ties[key.kind as usize].shared += corpus.key_rarity(key.id);
        }
    }
    for (tie, (of_a, of_b)) in ties.iter_mut().zip(count(a).into_iter().zip(count(b))) {
        tie.differ = if tie.shared > 0.0 { 0 } else { of_a.min(of_b) };
    }
    ties
}

/// The smallest difference between the dates they may have.
fn days_apart(a: &Entry, b: &Entry) -> Option<i32> {
    let pairs = a
        .days
        .iter()
        .flatten()
        .flat_map(|x| b.days.iter().flatten().map(move |y| x.saturating_sub(*y).saturating_abs()));
    pairs.min()
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

impl Evidence {
    /// What speaks against a link, in words.
    pub fn against(&self) -> Vec<String> {
        let named = [
            (self.journals, "journal"),
            (self.institutions, "institution"),
            (self.people, "person"),
            (self.numbers, "exact number"),
        ];
        let mut against: Vec<String> = named
            .iter()
            .filter(|(tie, _)| tie.differ > 0)
            .map(|(_, name)| format!("no {name} in common, though both name some"))
            .collect();
        against.extend(self.days.filter(|&days| days > 30).map(|days| format!("published {days} days apart")));
        against
    }
}
