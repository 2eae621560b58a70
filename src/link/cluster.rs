//! Scored pairs in, groups out: the closest groups are joined first, as long as their members agree on average.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use super::blocking::PAIRS_PER_ARTICLE;

/// Groups are joined when their members would on average be taken for one study this surely.
const JOIN: f64 = 0.4;
/// One or two articles are added to a group of three or more when they resemble its members this surely on average.
const ADD: f64 = 0.2;
const ADDED: usize = 2;
const GROUP: usize = 3;
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

/// Sums over the pairs between two clusters.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    probability: f64,
    likeness: f64,
    apart: bool,
}

struct Clusters {
    /// The cluster each article was put into when it stopped being one of its own.
    parent: Vec<u32>,
    members: Vec<usize>,
    /// Likeness summed over the pairs inside each cluster.
    inside: Vec<f64>,
    between: Vec<BTreeMap<u32, Between>>,
}

/// A possible join; the surest is the greatest, then the one of the lowest places.
#[derive(Clone, Copy, PartialEq)]
struct Join {
    score: f64,
    a: u32,
    b: u32,
    sizes: (usize, usize),
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
        let mut between = vec![BTreeMap::new(); articles];
        for edge in edges {
            let sums = Between {
                probability: f64::from(edge.probability),
                likeness: f64::from(edge.likeness),
                apart: edge.apart,
            };
            between[edge.a as usize].insert(edge.b, sums);
            between[edge.b as usize].insert(edge.a, sums);
        }
        let parent = (0..articles).map(|at| at as u32).collect();
        Self { parent, members: vec![1; articles], inside: vec![0.0; articles], between }
    }

    fn join_closest(&mut self) {
        let mut queue: BinaryHeap<Join> = BinaryHeap::new();
        for a in 0..self.between.len() as u32 {
            queue.extend(self.between[a as usize].range(a..).filter_map(|(&b, _)| self.possible_join(a, b)));
        }
        while let Some(join) = queue.pop() {
            let (a, b) = (join.a as usize, join.b as usize);
            if join.sizes != (self.members[a], self.members[b]) {
                continue;
            }
            self.join(a, b);
            queue.extend(
                self.between[a].keys().filter_map(|&other| self.possible_join(join.a.min(other), join.a.max(other))),
            );
        }
    }

    fn possible_join(&self, a: u32, b: u32) -> Option<Join> {
        let score = self.score(a as usize, b as usize)?;
        let sizes = (self.members[a as usize], self.members[b as usize]);
        (score >= JOIN).then_some(Join { score, a, b, sizes })
    }

    /// Mean probability between two clusters, less where they resemble each other less than their members do among themselves.
    fn score(&self, a: usize, b: usize) -> Option<f64> {
        let sums = self.between[a].get(&(b as u32)).filter(|sums| !sums.apart)?;
        let pairs = pairs_between(self.members[a], self.members[b]);
        let inner = (self.inner_likeness(a) * self.inner_likeness(b)).sqrt();
        let relative = (sums.likeness / pairs / inner).min(1.0);
        Some(sums.probability / pairs * relative.sqrt())
    }

    fn inner_likeness(&self, cluster: usize) -> f64 {
        let members = self.members[cluster];
        let pairs = pairs_between(members, members.saturating_sub(1)) / 2.0;
        (self.inside[cluster] + USUAL_PAIRS * USUAL_LIKENESS) / (pairs + USUAL_PAIRS)
    }

    /// Puts cluster `b` into cluster `a`.
    fn join(&mut self, a: usize, b: usize) {
        self.parent[b] = a as u32;
        let moved = std::mem::take(&mut self.between[b]);
        let across = self.between[a].remove(&(b as u32)).unwrap_or_default();
        self.inside[a] += self.inside[b] + across.likeness;
        self.members[a] += std::mem::take(&mut self.members[b]);
        for (other, sums) in moved {
            if other as usize == a {
                continue;
            }
            self.between[other as usize].remove(&(b as u32));
            let joined = self.between[a].entry(other).or_default();
            joined.probability += sums.probability;
            joined.likeness += sums.likeness;
            joined.apart |= sums.apart;
            let joined = *joined;
            self.between[other as usize].insert(a as u32, joined);
        }
    }

    /// Adds what was left over to the one group it resembles most, all decided before any is added.
    fn add_small(&mut self) {
        let small = (0..self.members.len()).filter(|&at| (1..=ADDED).contains(&self.members[at]));
        let additions: Vec<(usize, usize)> = small.filter_map(|at| Some((self.best_group(at)?, at))).collect();
        for (group, at) in additions {
            let still_fits = self.between[group].get(&(at as u32)).is_some_and(|sums| !sums.apart);
            if still_fits {
                self.join(group, at);
            }
        }
    }

    fn best_group(&self, at: usize) -> Option<usize> {
        let groups =
            self.between[at].iter().filter(|(other, sums)| self.members[**other as usize] >= GROUP && !sums.apart);
        let mean = |other: u32, sums: &Between| {
            sums.probability / pairs_between(self.members[at], self.members[other as usize])
        };
        let scored = groups.map(|(&other, sums)| (mean(other, sums), other)).filter(|(mean, _)| *mean >= ADD);
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, other)| other as usize)
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

/// Pairs between so many and so many articles, of which each compares at most a fixed number.
fn pairs_between(a: usize, b: usize) -> f64 {
    (a * b).min(PAIRS_PER_ARTICLE * a.min(b)).max(1) as f64
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
