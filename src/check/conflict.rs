//! The statements of a trial and a test for "one quantity" in, the disagreements with their sides out.

use std::collections::HashMap;
use std::ptr;

use super::finding::Side;
use super::key::{like_words, same_full_key, same_sentence};
use super::measure::Axis;
use super::sentence::{before, together};
use super::statement::Statement;
use crate::model::{Bound, Decimal, Record};

/// Groups of statements of one quantity whose values exclude each other, as sides of agreeing statements.
///
/// Statements of one article are never held against each other here. A pair is passed over where an article tells both
/// values for different things: then the two statements may be of different things too.
pub fn disagreements<'s, 'r>(
    all: &[&'s Statement<'r>],
    eligible: impl Fn(&Statement<'_>) -> bool,
    same: impl Fn(&Statement<'_>, &Statement<'_>) -> bool,
) -> Vec<Vec<Side<'s, 'r>>> {
    let pool: Vec<&Statement<'r>> =
        all.iter().copied().filter(|s| eligible(s) && !is_misread(s)).take(MOST_STATEMENTS).collect();
    let firm: Vec<bool> = pool.iter().map(|statement| is_firm(&pool, statement)).collect();
    let mut component: Vec<usize> = (0..pool.len()).collect();
    for (i, a) in pool.iter().enumerate() {
        for (j, b) in pool.iter().enumerate().skip(i + 1) {
            if !ptr::eq(a.record, b.record)
                && (firm[i] || firm[j])
                && at_odds(a, b)
                && same(a, b)
                && !explained(all, a, b)
            {
                let (from, to) = (component[j], component[i]);
                component.iter_mut().filter(|c| **c == from).for_each(|c| *c = to);
            }
        }
    }
    let mut groups: Vec<Vec<&Statement<'r>>> = Vec::new();
    for root in 0..pool.len() {
        let members: Vec<&Statement<'r>> = (0..pool.len()).filter(|&i| component[i] == root).map(|i| pool[i]).collect();
        if members.len() > 1 {
            groups.push(members);
        }
    }
    groups
        .into_iter()
        .map(|members| sides(&pool, members, &same))
        .filter(|sides| (2..=MOST_SIDES).contains(&sides.len()) && !stands_on_two(sides))
        .collect()
}

/// The quote begins within a word or number ("up to2,400-fold"), or several figures are told "respectively".
fn is_misread(statement: &Statement<'_>) -> bool {
    let inside = before(statement).ends_with(|c: char| c.is_alphanumeric() || c == ',');
    inside || statement.claim.sentence.text.contains("respectively")
}

/// The figure is of the reported study beyond doubt, here or in another article that tells it.
fn is_firm(pool: &[&Statement<'_>], statement: &Statement<'_>) -> bool {
    let tells = |other: &&Statement<'_>| {
        other.of_this_study() && other.measure.agrees(&statement.measure) && other.compare_outcome(statement).is_same()
    };
    statement.of_this_study() || pool.iter().any(tells)
}

/// The values exclude each other; in two copies of one sentence other bounds do too ("less than 1 %", "less than 10 %").
fn at_odds(a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let (first, second) = (&a.claim.value, &b.claim.value);
    let bounds = first.bound == second.bound && first.bound != Bound::Exact && first.low != second.low;
    // "More than 5,000" and "more than 5,300" people are one number, rounded twice.
    let shares = a.measure.axis == b.measure.axis && a.measure.axis != Axis::Count;
    a.measure.disjoint(&b.measure) || (bounds && shares && same_sentence(a, b))
}

/// One article on two sides tells both values: it may tell two quantities.
fn stands_on_two(sides: &[Side<'_, '_>]) -> bool {
    let stands = |id: &str| sides.iter().filter(|side| side.iter().any(|other| other.record.id == id)).count();
    sides.iter().flatten().any(|statement| stands(&statement.record.id) > 1)
}

/// More values than this for "one quantity" show that it is several.
const MOST_SIDES: usize = 3;

/// Statements of one trial that one rule compares: keeps the work bounded on hostile input.
const MOST_STATEMENTS: usize = 1_000;

/// A source that tells both values, or an article that tells them as two quantities, shows that both can be true; so do
/// two articles that tell both.
pub fn explained(all: &[&Statement<'_>], a: &Statement<'_>, b: &Statement<'_>) -> bool {
    let mut articles: Vec<&str> = Vec::new();
    let mut tell_b: HashMap<*const Record, Vec<&Statement<'_>>> = HashMap::new();
    for like_b in all.iter().filter(|like_b| restates(like_b, b)) {
        tell_b.entry(ptr::from_ref(like_b.record)).or_default().push(like_b);
    }
    for like_a in all.iter().filter(|like_a| restates(like_a, a)) {
        let beside = tell_b.get(&ptr::from_ref(like_a.record)).into_iter().flatten();
        for like_b in beside.filter(|like_b| like_b.measure.disjoint(&like_a.measure)) {
            if like_a.source
                || together(like_a, like_b)
                || !same_full_key(like_a, like_b)
                || !like_words(like_a, like_b)
            {
                return true;
            }
            if !articles.contains(&like_a.record.id.as_str()) {
                articles.push(&like_a.record.id);
            }
        }
    }
    articles.len() > 1
}

/// Tells the value of the other; "more than 1,000" tells no value, "5 to 60 %" not every value between.
fn restates(like: &Statement<'_>, value: &Statement<'_>) -> bool {
    let bounded = like.claim.value.bound == value.claim.value.bound;
    let same_form = like.measure.ends.is_some() == value.measure.ends.is_some();
    bounded && same_form && near(like, value) && like.may_be_of_this_study() && like.measure.agrees(&value.measure)
}

/// Agrees with the value, and tells the same number; a round count only where it is near.
fn tells_alike(like: &Statement<'_>, value: &Statement<'_>) -> bool {
    let near = like.measure.axis != Axis::Count || near(like, value);
    !at_odds(like, value) && like.measure.tells_same_number(&value.measure) && near
}

/// "1,000 women" may round many counts, but it tells only those near it.
fn near(like: &Statement<'_>, value: &Statement<'_>) -> bool {
    const TENTH_MORE: Decimal = Decimal::from_parts(11, 0, 0, false, 1);
    let (like, value, axis, bound) =
        (like.claim.value.low, value.claim.value.low, like.measure.axis, like.claim.value.bound);
    if bound != Bound::Exact {
        return like == value;
    }
    axis != Axis::Count || like.max(value) <= like.min(value).saturating_mul(TENTH_MORE)
}

/// Members by value, one statement an article and side, then the statements of other articles that agree with a side.
fn sides<'s, 'r>(
    pool: &[&'s Statement<'r>],
    members: Vec<&'s Statement<'r>>,
    same: &impl Fn(&Statement<'_>, &Statement<'_>) -> bool,
) -> Vec<Side<'s, 'r>> {
    let mut sides: Vec<Side<'s, 'r>> = Vec::new();
    for member in members {
        match sides.iter_mut().find(|side| !at_odds(side[0], member)) {
            Some(side) => add(side, member),
            None => sides.push(vec![member]),
        }
    }
    for statement in pool {
        let stands = sides.iter().flatten().any(|other| other.record.id == statement.record.id);
        let agreeing = |side: &Side<'s, 'r>| !stands && tells_alike(statement, side[0]) && same(side[0], statement);
        if let Some(side) = sides.iter_mut().find(|side| agreeing(side)) {
            add(side, statement);
        }
    }
    sides.sort_by_key(|side| !side.iter().any(|statement| statement.source));
    sides
}

fn add<'s, 'r>(side: &mut Side<'s, 'r>, statement: &'s Statement<'r>) {
    if side.iter().all(|have| have.record.id != statement.record.id) {
        side.push(statement);
    }
}
