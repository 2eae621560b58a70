//! Two figures of one sentence told side by side ("61% of … compared with 44% of …", "5.2% vs 3.6%"): which go together.

use std::cell::RefCell;

use super::super::grammar::phrases::{Run, Words};
use crate::text::{Class, Quantity, Tokens, Unit};

/// The figure that stands against another, and which of the two comes first.
#[derive(Clone, Copy, Debug)]
pub struct Partner<'a> {
    pub quantity: &'a Quantity,
    /// The partner comes before the figure asked about.
    pub before: bool,
    /// "versus", "compared with", "while"; not a mere "and".
    pub explicit: bool,
    /// "versus", "compared with", "than": one is the measure of the other; not "while".
    pub set_against: bool,
    /// "from 9 to 4": one figure turned into the other.
    pub from_to: bool,
}

/// The partners found in one sentence: they are asked for again and again.
#[derive(Default)]
pub struct Partners {
    /// By the first token of the figure asked about.
    told: RefCell<Vec<(usize, Option<Told>)>>,
}

/// Which figure of the sentence is the partner, and what a [`Partner`] tells of it.
type Told = (usize, [bool; 4]);

impl<'a> Words<'a> {
    /// The figure of the same unit that `quantity` is compared with, or else told in one breath with.
    pub fn partner(&self, quantity: &Quantity) -> Option<Partner<'a>> {
        let quantities = self.quantities;
        let Some(found) = self.found.filter(|_| quantities.len() > 1) else {
            return partner(self.tokens, quantities, quantity);
        };
        let known = found.partners.told.borrow().iter().find(|told| told.0 == quantity.first).map(|told| told.1);
        if let Some(known) = known {
            let of = |(at, [before, explicit, set_against, from_to]): Told| Partner {
                quantity: &quantities[at],
                before,
                explicit,
                set_against,
                from_to,
            };
            return known.map(of);
        }
        let partner = partner(self.tokens, quantities, quantity);
        let at = |first: usize| quantities.partition_point(|q| q.first < first);
        let told = partner.map(|p| (at(p.quantity.first), [p.before, p.explicit, p.set_against, p.from_to]));
        found.partners.told.borrow_mut().push((quantity.first, told));
        partner
    }
}

/// Tokens between two compared figures at most.
const REACH: usize = 26;

/// The figure of the same unit that `quantity` is compared with, or else told in one breath with.
pub fn partner<'a>(tokens: &Tokens, quantities: &'a [Quantity], quantity: &Quantity) -> Option<Partner<'a>> {
    if quantities.len() < 2 {
        return None;
    }
    let at = quantities.partition_point(|q| q.first < quantity.first);
    quantities.get(at).filter(|q| q.first == quantity.first)?;
    // "6 per cent (3 of 52) … 24 per cent (12 of 50)": bracketed figures repeat their hosts and are no partners of them
    let level = |q: &Quantity| in_bracket(tokens, q.first);
    let like = |q: &&Quantity| q.unit == quantity.unit && level(q) == level(quantity);
    let before = quantities[..at].iter().rev().take_while(|q| quantity.first <= q.last + 1 + REACH).find(like);
    let after = quantities[at + 1..].iter().take_while(|q| q.first <= quantity.last + 1 + REACH).find(like);
    [true, false].into_iter().find_map(|explicit| {
        let fits = |left: &Quantity, right: &Quantity| compared(tokens, left, right, explicit);
        let found = |other: &'a Quantity, before: bool| {
            let (left, right) = if before { (other, quantity) } else { (quantity, other) };
            let from_to = explicit && from_to(tokens, left, right);
            let set_against = explicit && set_against(tokens, left, right);
            Partner { quantity: other, before, explicit, set_against, from_to }
        };
        let earlier = before.filter(|q| fits(q, quantity)).map(|other| found(other, true));
        earlier.or_else(|| after.filter(|q| fits(quantity, q)).map(|other| found(other, false)))
    })
}

/// The second of two figures set against each other behind one subject ("scalded cooks fell more often, 9.3% vs 3.8%")
/// is of the people compared with, not of the subject.
pub fn second_of_shared(words: &Words, quantity: &Quantity, [theirs, group]: [Option<Run>; 2]) -> bool {
    if !words.partner(quantity).is_some_and(|other| other.before && other.set_against) {
        return false;
    }
    let tokens = words.tokens;
    let year = |k: usize| tokens.is_number(k) && tokens.word(k).len() == 4;
    let times = (quantity.last + 1..quantity.last + 4).any(year);
    let bare = !tokens.is_word(quantity.last + 1) || matches!(tokens.word(quantity.last + 1), "on" | "respectively");
    // "9% of those on the syrup slept, compared with 4%"
    let theirs_only = |run: Run| run.last < quantity.first && theirs == Some(run);
    // "compared with 4%", of nobody else
    let lead = tokens.before(super::super::grammar::clause::before_hedges(tokens, quantity.first));
    let alone = matches!(lead, "with" | "to" | "versus" | "vs" | "against");
    bare && !times && theirs.is_some() && group.map_or(alone, theirs_only)
}

/// A word that makes one figure the measure of the other stands between them.
fn set_against(tokens: &Tokens, left: &Quantity, right: &Quantity) -> bool {
    (left.last + 1..right.first).any(|k| {
        matches!(tokens.word(k), "vs" | "versus" | "v" | "against" | "compared" | "only" | "just")
            || tokens.word(k) == "than" && !bounds(tokens, k, right)
            || opposes(tokens, k)
    })
}

/// "got fewer than 30 per cent", "quit more than six weeks before": only bounds a figure.
fn bounds(tokens: &Tokens, than: usize, figure: &Quantity) -> bool {
    let next = than + 1;
    let number = next == figure.first || tokens.is_number(next) || tokens.is(next, Class::NumberStart);
    number && matches!(tokens.before(than), "more" | "less" | "fewer" | "longer" | "shorter" | "older" | "younger")
}

/// "as opposed to", "in contrast to", "instead of": the last word but one.
pub fn opposes(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "opposed" => tokens.word(k + 1) == "to",
        "contrast" => matches!(tokens.word(k + 1), "to" | "with"),
        "instead" => tokens.word(k + 1) == "of",
        _ => false,
    }
}

/// "as had 12 per cent", "and so did 12 per cent": the same told of others.
fn did_too(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "as" | "so")
        && (tokens.is(k + 1, Class::Be) || matches!(tokens.word(k + 1), "did" | "had" | "have" | "do" | "does" | "has"))
}

/// The figure that `quantity` only tells again: "Fourteen cooks (21.5%)", "60 of the 75, or 80 per cent,".
pub fn host<'a>(tokens: &Tokens, quantities: &'a [Quantity], quantity: &Quantity) -> Option<&'a Quantity> {
    let bracketed = tokens.before(super::super::grammar::clause::before_hedges(tokens, quantity.first)) == "(";
    let restated = tokens.ends_at(quantity.first, &[",", "or"]);
    if !bracketed && !restated {
        return None;
    }
    let host = quantities[..quantities.partition_point(|q| q.last < quantity.first)].last()?;
    // "nurses (31%) were more likely than drivers (12%)"
    let closed = (host.last + 1..quantity.first).any(|k| tokens.word(k) == ")");
    let apart = bracketed && tokens.before(host.first) == "(" && closed;
    let near = !apart
        && quantity.first - host.last < 16
        && (host.unit == quantity.unit || host.unit == Unit::None || quantity.unit == Unit::None);
    // "(5.2% vs 3.6%)" stands for itself
    let own =
        (quantity.last + 1..quantity.last + 3).any(|k| matches!(tokens.word(k), "vs" | "versus" | "v" | "compared"));
    (near && !own).then_some(host)
}

/// An open bracket stands shortly before.
pub fn in_bracket(tokens: &Tokens, first: usize) -> bool {
    let signs = (first.saturating_sub(8)..first).rev().filter(|&k| tokens.is_sign(k));
    let mut brackets = signs.map(|k| tokens.word(k)).filter(|word| matches!(*word, "(" | ")"));
    brackets.next() == Some("(")
}

/// The position of `quantity` in a list that "respectively" closes, and the length of the list.
pub fn respectively(tokens: &Tokens, quantities: &[Quantity], quantity: &Quantity) -> Option<(usize, usize)> {
    let closes = |k: &usize| tokens.is(*k, Class::PhraseEnd) && tokens.word(*k) == "respectively";
    let word = (quantity.last + 1..tokens.len().min(quantity.last + 30)).find(closes)?;
    let list: Vec<&Quantity> = quantities.iter().filter(|q| q.unit == quantity.unit && q.first < word).collect();
    let at = list.iter().position(|q| q.first == quantity.first)?;
    let joined = |a: &Quantity, b: &Quantity| {
        b.first - a.last <= 4 && (a.last + 1..b.first).all(|k| !tokens.is_word(k) || tokens.word(k) == "and")
    };
    let first = (0..at).rev().take_while(|&k| joined(list[k], list[k + 1])).last().unwrap_or(at);
    let last = (at..list.len() - 1).take_while(|&k| joined(list[k], list[k + 1])).last().map_or(at, |k| k + 1);
    (last > first).then_some((at - first, last - first + 1))
}

/// "from 9 to 4".
fn from_to(tokens: &Tokens, left: &Quantity, right: &Quantity) -> bool {
    let mut between = left.last + 1..right.first;
    between.len() <= 2
        && between.any(|k| tokens.word(k) == "to")
        && (left.first.saturating_sub(3)..left.first).any(|j| tokens.word(j) == "from")
}

/// A word of comparison stands between the two, or only "and".
fn compared(tokens: &Tokens, left: &Quantity, right: &Quantity, explicit: bool) -> bool {
    let between = left.last + 1..right.first;
    if between.len() > REACH {
        return false;
    }
    if !explicit {
        return between.len() > 2 && between.clone().any(|k| tokens.word(k) == "and" && k + 4 >= right.first);
    }
    between.clone().any(|k| match tokens.word(k) {
        "vs" | "versus" | "v" | "against" | "while" | "whereas" => true,
        "than" => !bounds(tokens, k, right),
        "compared" => matches!(tokens.word(k + 1), "with" | "to"),
        "but" => matches!(tokens.word(k + 1), "only" | "just"),
        "opposed" | "contrast" | "instead" => opposes(tokens, k),
        "as" | "so" => did_too(tokens, k),
        "to" => from_to(tokens, left, right),
        _ => false,
    })
}
