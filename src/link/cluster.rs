//! Scored pairs in, groups out: the closest groups are joined first, as long as their members agree on average.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Pairs kept of one article, its likeliest.
pub const EDGES_PER_ARTICLE: usize = 32;

/// Groups are joined when their members would on average be taken for one study this surely.
const JOIN: f64 = 0.4;
/// One or two articles are added to a group of three or more when they resemble its members this surely on average.
const ADD: f64 = 0.2;
const ADDED: u32 = 2;
const GROUP: u32 = 3;
/// How alike in words two reports of one study are on average, and how many pairs that expectation counts for.
const USUAL_LIKENESS: f64 = 0.3;
const USUAL_PAIRS: f64 = 3.0;

/// Two articles by place, and how they compare.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub a: u32,
    pub b: u32,
    /// That they report one study, 0 to 1.
    pub probability: f32,
    /// Cosine of their words.
    pub likeness: f32,
    /// They must not stand in one group.
    pub apart: bool,
}

/// The group of each article, named by its lowest place.
pub fn groups(articles: usize, edges: &[Edge]) -> Vec<u32> {
    let mut clusters = Clusters::new(articles, edges);
    clusters.join_closest();
    clusters.add_small();
    clusters.labels()
}

/// Sums over the pairs between a cluster and another one.
#[derive(Clone, Copy, Debug)]
struct Between {
    other: u32,
    probability: f32,
    /// Minus infinity, whatever is added to it, where two members must not stand in one group.
    likeness: f32,
}

impl Between {
    fn apart(&self) -> bool {
        self.likeness == f32::NEG_INFINITY
    }
}

struct Clusters {
    /// The cluster each article was put into when it stopped being one of its own.
    parent: Vec<u32>,
    members: Vec<u32>,
    /// Likeness summed over the pairs inside each cluster.
    inside: Vec<f32>,
    /// Sorted by the other cluster.
    between: Vec<Vec<Between>>,
}

/// A possible join; the surest is the greatest, then the one of the lowest places.
#[derive(Clone, Copy, PartialEq)]
struct Join {
    score: f64,
    a: u32,
    b: u32,
    sizes: (u32, u32),
}

impl Eq for Join {}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then((other.a, other.b).cmp(&(self.a, self.b)))
            .then(self.sizes.cmp(&other.sizes))
    }
}

impl Clusters {
    fn new(articles: usize, edges: &[Edge]) -> Self {
        let mut degrees = vec![0; articles];
        edges.iter().flat_map(|edge| [edge.a, edge.b]).for_each(|at| degrees[at as usize] += 1);
        let mut between: Vec<Vec<Between>> = degrees.into_iter().map(Vec::with_capacity).collect();
        for edge in edges {
            let likeness = if edge.apart { f32::NEG_INFINITY } else { edge.likeness };
            for (at, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
                between[at as usize].push(Between { other, probability: edge.probability, likeness });
            }
        }
        between.iter_mut().for_each(|list| list.sort_unstable_by_key(|sums| sums.other));
        let parent = (0..articles as u32).collect();
        Self { parent, members: vec![1; articles], inside: vec![0.0; articles], between }
    }

    fn join_closest(&mut self) {
        let mut queue: BinaryHeap<Join> = BinaryHeap::new();
        for a in 0..self.between.len() as u32 {
            queue.extend(
                self.between[a as usize]
                    .iter()
                    .filter(|sums| sums.other > a)
                    .filter_map(|sums| self.possible_join(a, sums)),
            );
        }
        while let Some(join) = queue.pop() {
            if join.sizes != (self.members[join.a as usize], self.members[join.b as usize]) {
                continue;
            }
            self.join(join.a, join.b);
            queue.extend(self.between[join.a as usize].iter().filter_map(|sums| self.possible_join(join.a, sums)));
        }
    }

    fn possible_join(&self, one: u32, sums: &Between) -> Option<Join> {
        let (a, b) = (one.min(sums.other), one.max(sums.other));
        let score = self.score(one, sums);
        let sizes = (self.members[a as usize], self.members[b as usize]);
        (!sums.apart() && score >= JOIN).then_some(Join { score, a, b, sizes })
    }

    /// Mean probability between two clusters, less where they resemble each other less than their members do among themselves.
    fn score(&self, one: u32, sums: &Between) -> f64 {
        let pairs = self.pairs(one, sums.other);
        let inner = (self.inner_likeness(one) * self.inner_likeness(sums.other)).sqrt();
        let relative = (f64::from(sums.likeness) / pairs / inner).clamp(0.0, 1.0);
        f64::from(sums.probability) / pairs * relative.sqrt()
    }

    fn pairs(&self, a: u32, b: u32) -> f64 {
        pairs_between(self.members[a as usize], self.members[b as usize])
    }

    fn inner_likeness(&self, cluster: u32) -> f64 {
        let members = self.members[cluster as usize];
        let pairs = if members > 1 { pairs_between(members, members - 1) / 2.0 } else { 0.0 };
        (f64::from(self.inside[cluster as usize]) + USUAL_PAIRS * USUAL_LIKENESS) / (pairs + USUAL_PAIRS)
    }

    /// Puts cluster `b` into cluster `a`.
    fn join(&mut self, a: u32, b: u32) {
        let (to, from) = (a as usize, b as usize);
        self.parent[from] = a;
        let moved = std::mem::take(&mut self.between[from]);
        let across = moved.iter().find(|sums| sums.other == a).map_or(0.0, |sums| sums.likeness);
        self.inside[to] += self.inside[from] + across;
        self.members[to] += std::mem::take(&mut self.members[from]);
        for sums in moved.iter().filter(|sums| sums.other != a) {
            let neighbour = &mut self.between[sums.other as usize];
            remove(neighbour, b);
            add(neighbour, Between { other: a, ..*sums });
        }
        let mut joined = std::mem::take(&mut self.between[to]);
        remove(&mut joined, b);
        moved.into_iter().filter(|sums| sums.other != a).for_each(|sums| add(&mut joined, sums));
        self.between[to] = joined;
    }

    /// Adds what was left over to the one group it resembles most, all decided before any is added.
    fn add_small(&mut self) {
        let small = (0..self.members.len() as u32).filter(|&at| (1..=ADDED).contains(&self.members[at as usize]));
        let additions: Vec<(u32, u32)> = small.filter_map(|at| Some((self.best_group(at)?, at))).collect();
        for (group, at) in additions {
            let place = self.between[group as usize].binary_search_by_key(&at, |sums| sums.other);
            if place.is_ok_and(|place| !self.between[group as usize][place].apart()) {
                self.join(group, at);
            }
        }
    }

    fn best_group(&self, at: u32) -> Option<u32> {
        let groups =
            self.between[at as usize].iter().filter(|sums| self.members[sums.other as usize] >= GROUP && !sums.apart());
        let scored = groups.map(|sums| (f64::from(sums.probability) / self.pairs(at, sums.other), sums.other));
        let best = scored.filter(|(mean, _)| *mean >= ADD).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, group)| group)
    }

    fn labels(&self) -> Vec<u32> {
        let mut labels: Vec<u32> = (0..self.parent.len() as u32).map(|at| self.root(at)).collect();
        let mut lowest: Vec<u32> = (0..labels.len() as u32).collect();
        for (at, &root) in (0u32..).zip(&labels) {
            lowest[root as usize] = lowest[root as usize].min(at);
        }
        labels.iter_mut().for_each(|label| *label = lowest[*label as usize]);
        labels
    }

    fn root(&self, mut at: u32) -> u32 {
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }
}

fn remove(list: &mut Vec<Between>, other: u32) {
    if let Ok(place) = list.binary_search_by_key(&other, |sums| sums.other) {
        list.remove(place);
    }
}

fn add(list: &mut Vec<Between>, sums: Between) {
    match list.binary_search_by_key(&sums.other, |known| known.other) {
        Ok(place) => {
            list[place].probability += sums.probability;
            list[place].likeness += sums.likeness;
        }
        Err(place) => list.insert(place, sums),
    }
}

/// Pairs between so many and so many articles, of which each keeps at most a fixed number.
fn pairs_between(a: u32, b: u32) -> f64 {
    let kept = EDGES_PER_ARTICLE as u64 * u64::from(a.min(b));
    (u64::from(a) * u64::from(b)).min(kept) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(a: u32, b: u32, probability: f32) -> Edge {
        Edge { a, b, probability, likeness: 0.3, apart: false }
    }

    #[test]
    fn clear_pairs_are_joined_and_others_not() {
        assert_eq!(groups(4, &[edge(0, 1, 0.9), edge(2, 3, 0.2)]), [0, 0, 2, 3]);
    }

    #[test]
    fn a_chain_is_not_joined_end_to_end() {
        assert_eq!(groups(3, &[edge(0, 1, 0.9), edge(1, 2, 0.7)]), [0, 0, 2]);
    }

    #[test]
    fn contradicting_articles_never_share_a_group() {
        let apart = Edge { apart: true, ..edge(0, 2, 0.9) };
        assert_eq!(groups(3, &[edge(0, 1, 0.9), edge(1, 2, 0.8), apart]), [0, 0, 2]);
    }

    #[test]
    fn a_straggler_is_added_to_the_group_it_resembles() {
        let group = [edge(0, 1, 0.9), edge(0, 2, 0.9), edge(1, 2, 0.9)];
        let straggler = [edge(0, 3, 0.3), edge(1, 3, 0.3), edge(2, 3, 0.2)];
        assert_eq!(groups(4, &[group, straggler].concat()), [0, 0, 0, 0]);
        assert_eq!(groups(2, &[edge(0, 1, 0.3)]), [0, 1]);
    }
}
