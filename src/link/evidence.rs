//! Two articles of the corpus in, what speaks for and against their reporting one study out.

use std::cmp::Ordering;

use super::features::LEAD_PARTS;
use super::index::{Corpus, Rarity};
use super::packed::{Entry, KeyRef, TermRef};
use crate::model::KeyKind;

/// Parts of an article, one bit each.
const PARTS: usize = u16::BITS as usize;

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
    /// The same without numbers of one or two digits, which two texts share by chance.
    pub telling: f64,
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
        wording: wording(a, b),
        quotations: tie(KeyKind::Quotation),
        people: tie(KeyKind::Person),
        journals: tie(KeyKind::Journal),
        institutions: tie(KeyKind::Institution),
        numbers: tie(KeyKind::Number),
        days: days_apart(a, b),
    }
}

/// The words two articles share.
pub fn shared_terms<'e>(a: &Entry<'e>, b: &Entry<'e>) -> impl Iterator<Item = u32> + use<'e> {
    in_either(a.terms(), b.terms(), |term| term.id).filter_map(|(one, other)| Some(one.zip(other)?.0.id))
}

/// Two rising lists side by side: what stands in either, with what is the same in both in one.
fn in_either<T, K: Ord>(
    a: impl Iterator<Item = T>,
    b: impl Iterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> impl Iterator<Item = (Option<T>, Option<T>)> {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    std::iter::from_fn(move || {
        let order = match (a.peek(), b.peek()) {
            (Some(one), Some(other)) => key(one).cmp(&key(other)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return None,
        };
        Some((if order.is_le() { a.next() } else { None }, if order.is_ge() { b.next() } else { None }))
    })
}

/// Squared lengths of an article's vectors of words, and what it shares with the lead of another.
#[derive(Default)]
struct Vectors {
    whole: u64,
    lead: u64,
    parts: [u64; PARTS],
    shared_with_lead: [u64; PARTS],
}

impl Vectors {
    fn add(&mut self, term: TermRef, weight: u64, rarity: u64) {
        self.whole += weight * weight;
        let square = rarity * rarity;
        if term.parts & LEAD_PARTS != 0 {
            self.lead += square;
        }
        add_to_parts(&mut self.parts, term.parts, square);
    }

    /// The best cosine of a lead of this length with one part.
    fn passage(&self, lead: u64) -> f64 {
        let lead = (lead as f64).sqrt();
        let parts = self.shared_with_lead.iter().zip(&self.parts).filter(|(shared, _)| **shared > 0);
        parts.map(|(shared, length)| ratio(*shared as f64, lead * (*length as f64).sqrt())).fold(0.0, f64::max)
    }
}

/// Cosine of all words, and the best cosine of a lead with one part of the other article.
fn words(corpus: &Corpus, a: &Entry, b: &Entry) -> (f64, f64) {
    let mut whole = 0;
    let (mut of_a, mut of_b) = (Vectors::default(), Vectors::default());
    for (one, other) in in_either(a.terms(), b.terms(), |term| term.id) {
        let Some(either) = one.or(other) else { continue };
        let rarity = u64::from(corpus.word_rarity(either.id).0);
        let weight = |term: TermRef| corpus.word_weight(term);
        one.into_iter().for_each(|term| of_a.add(term, weight(term), rarity));
        other.into_iter().for_each(|term| of_b.add(term, weight(term), rarity));
        let Some((one, other)) = one.zip(other) else { continue };
        whole += weight(one) * weight(other);
        if one.parts & LEAD_PARTS != 0 {
            add_to_parts(&mut of_b.shared_with_lead, other.parts, rarity * rarity);
        }
        if other.parts & LEAD_PARTS != 0 {
            add_to_parts(&mut of_a.shared_with_lead, one.parts, rarity * rarity);
        }
    }
    let passage = of_b.passage(of_a.lead).max(of_a.passage(of_b.lead));
    (ratio(whole as f64, (of_a.whole as f64).sqrt() * (of_b.whole as f64).sqrt()), passage)
}

fn add_to_parts(sums: &mut [u64; PARTS], parts: u16, amount: u64) {
    let mut rest = parts;
    while rest != 0 {
        sums[rest.trailing_zeros() as usize] += amount;
        rest &= rest - 1;
    }
}

/// Jaccard similarity estimated from the smallest hashes of the union of both sketches.
pub fn wording(a: &Entry, b: &Entry) -> f64 {
    let size = a.sketch().count().max(b.sketch().count());
    let union = in_either(a.sketch(), b.sketch(), |hash| *hash).take(size);
    let (common, seen) = union.fold((0u32, 0u32), |(common, seen), (one, other)| {
        (common + u32::from(one.is_some() && other.is_some()), seen + 1)
    });
    ratio(f64::from(common), f64::from(seen))
}

/// The keys of one kind that an article has, each with what to print of it.
pub fn keys<'e>(entry: &Entry<'e>, kind: KeyKind) -> impl Iterator<Item = (KeyRef, &'e str)> + use<'e> {
    entry.keys().zip(entry.shown()).filter(move |(key, _)| key.kind() == kind)
}

/// The keys of one kind that both articles have, with what each prints of it.
pub fn shared_keys<'e>(
    a: &Entry<'e>,
    b: &Entry<'e>,
    kind: KeyKind,
) -> impl Iterator<Item = (KeyRef, &'e str, &'e str)> + use<'e> {
    in_either(keys(a, kind), keys(b, kind), |(key, _)| *key)
        .filter_map(|(one, other)| one.zip(other))
        .map(|((key, one), (_, other))| (key, one, other))
}

/// What both say of each kind of key, in the order of the kinds.
fn ties(corpus: &Corpus, a: &Entry, b: &Entry) -> [Tie; KINDS] {
    let (mut shared, mut telling) = ([0u32; KINDS], [0u32; KINDS]);
    let (mut of_a, mut of_b) = ([0u32; KINDS], [0u32; KINDS]);
    for (one, other) in in_either(a.keys(), b.keys(), |key| *key) {
        let Some(key) = one.or(other) else { continue };
        let kind = key.kind() as usize;
        of_a[kind] += u32::from(one.is_some());
        of_b[kind] += u32::from(other.is_some());
        if one.is_some() && other.is_some() {
            let rarity = corpus.key_rarity(key).0;
            shared[kind] += rarity;
            telling[kind] += if is_short_number(key) { 0 } else { rarity };
        }
    }
    std::array::from_fn(|kind| Tie {
        shared: Rarity(shared[kind]).value(),
        telling: Rarity(telling[kind]).value(),
        differ: if shared[kind] > 0 { 0 } else { of_a[kind].min(of_b[kind]) },
    })
}

/// "47", "250", "2.5".
fn is_short_number(key: KeyRef) -> bool {
    const DIGITS: usize = 2;
    key.kind() == KeyKind::Number && key.digits() <= DIGITS
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
