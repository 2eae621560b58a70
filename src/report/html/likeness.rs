//! Statements of one trial in, those that most articles agree on out.
//!
//! A rule needs certainty before it calls two numbers a contradiction. What is shown as agreed may rest on less: equal
//! numbers of one kind that nothing sets apart.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::check::Statement;
use crate::check::key::set_apart;
use crate::check::measure::Axis;
use crate::model::{ArticleKind, TrialGroup};

/// Statements looked at for one quantity: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 300;

/// What several articles tell alike: the statement that tells it best, and all that tell it.
pub struct Agreed<'s, 'r> {
    pub best: &'s Statement<'r>,
    pub all: Vec<&'s Statement<'r>>,
    /// Articles that tell it, copies of another not counted.
    pub articles: usize,
}

/// True when both tell one number of what may be one thing.
pub fn alike(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let kind = a.claim.kind == b.claim.kind && a.claim.value.bound == b.claim.value.bound;
    kind && a.measure.agrees(&b.measure) && may_be_one(a, b)
}

/// Nothing that either says sets them apart.
pub fn may_be_one(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    a.measure.axis == b.measure.axis && !a.compare_outcome(b).differs() && !set_apart(a, b)
}

/// The values of one quantity, that which most articles tell first; each statement counts for one value only.
pub fn agreed<'s, 'r>(
    statements: impl Iterator<Item = &'s Statement<'r>>,
    group: &TrialGroup,
    same: impl Fn(&Statement<'_>, &Statement<'_>) -> bool,
) -> Vec<Agreed<'s, 'r>> {
    let comparable = statements.filter(|statement| statement.measure.axis != Axis::Other);
    let pool: Vec<&Statement<'r>> = comparable.take(MOST_STATEMENTS).collect();
    let like = |at: usize| -> Vec<usize> { (0..pool.len()).filter(|&other| same(pool[at], pool[other])).collect() };
    let told = |members: &[usize]| articles(members.iter().map(|&at| pool[at]), group);
    let mut ranked: Vec<(usize, usize, Vec<usize>)> =
        (0..pool.len()).map(|at| (at, like(at))).map(|(at, members)| (told(&members), at, members)).collect();
    // Sorting is stable, so that ties stay in the order of the articles.
    ranked.sort_by_key(|(articles, at, _)| {
        let best = pool[*at];
        let source = best.record.kind.is_some_and(ArticleKind::is_source);
        Reverse((*articles, !best.claim.value.approx, source, best.claim.outcome.is_some()))
    });
    let mut taken = vec![false; pool.len()];
    let mut values = Vec::new();
    for (articles, best, members) in ranked {
        if !taken[best] {
            members.iter().for_each(|&at| taken[at] = true);
            values.push(Agreed { best: pool[best], all: members.into_iter().map(|at| pool[at]).collect(), articles });
        }
    }
    values
}

/// Articles among the statements; a copy counts only where its original is silent.
fn articles<'s>(statements: impl Iterator<Item = &'s Statement<'s>>, group: &TrialGroup) -> usize {
    independent(statements.map(|statement| statement.record.id.as_str()), group)
}

/// How many of the articles are no copy of another of them.
pub fn independent<'i>(ids: impl Iterator<Item = &'i str>, group: &TrialGroup) -> usize {
    let ids: BTreeSet<&str> = ids.collect();
    let is_copy = |id: &str| group.copies.iter().any(|(copy, of)| copy == id && ids.contains(of.as_str()));
    ids.iter().filter(|id| !is_copy(id)).count()
}
