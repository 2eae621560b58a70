//! Ties in, groups out: the closest groups are joined first, as long as their members agree on average.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::ties::{TIES_PER_ARTICLE, Tie, Ties, likeness, probability};

/// Groups are joined when their members would on average be taken for one study this surely.
const JOIN: f64 = 0.4;
/// One or two articles are added to a group of three or more when they resemble its members this surely on average, and one
/// of them as surely as groups are joined.
const ADD: f64 = 0.2;
const ADDED: u32 = 2;
const GROUP: u32 = 3;
/// How alike in words two reports of one study are on average, and how many pairs that expectation counts for.
const USUAL_LIKENESS: f64 = 0.3;
const USUAL_PAIRS: f64 = 3.0;

/// What was joined to what.
pub struct Groups {
    /// The group of each article, named by its lowest place.
    pub labels: Vec<u32>,
    /// The strongest tie across each join, lower place first: one less in each group than it has articles.
    pub joins: Vec<(u32, u32)>,
}

/// Joins articles to groups.
pub fn groups(ties: &Ties) -> Groups {
    let mut clusters = Clusters::new(ties);
    clusters.join_closest();
    clusters.add_small();
    Groups { labels: clusters.labels(), joins: clusters.joins }
}

/// Sums over the ties between a cluster and another one, in steps.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    other: u32,
    probability: u64,
    /// The surest of the ties.
    surest: u64,
    likeness: u64,
    /// Two members must not stand in one group.
    apart: bool,
}

struct Clusters<'t> {
    ties: &'t Ties,
    /// The cluster each article stands in, named by one of its members.
    cluster: Vec<u32>,
    /// The next article of the same cluster, itself at the end.
    next: Vec<u32>,
    last: Vec<u32>,
    members: Vec<u32>,
    /// Likeness summed over the ties inside each cluster, in steps.
    inside: Vec<u64>,
    joins: Vec<(u32, u32)>,
}

/// A possible join; the surest is the greatest, then the one of the lowest places.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Join {
    /// In billionths.
    score: u32,
    lower: Reverse<u32>,
    higher: Reverse<u32>,
    /// The cluster whose surest join this was, how many members it had then, and how many both.
    of: u32,
    size: u32,
    both: u32,
}

impl Join {
    fn other(&self) -> u32 {
        if self.of == self.lower.0 { self.higher.0 } else { self.lower.0 }
    }
}

const BILLIONTHS: f64 = 1e9;

impl<'t> Clusters<'t> {
    fn new(ties: &'t Ties) -> Self {
        let places = || (0..ties.articles()).collect::<Vec<_>>();
        let inside = vec![0; ties.articles() as usize];
        Self {
            ties,
            cluster: places(),
            next: places(),
            last: places(),
            members: vec![1; ties.articles() as usize],
            inside,
            joins: vec![],
        }
    }

    /// The queue holds the surest join of each cluster; where the other one has changed it is thought of anew.
    fn join_closest(&mut self) {
        let mut queue: BinaryHeap<Join> = (0..self.ties.articles()).filter_map(|at| self.surest_join(at)).collect();
        while let Some(join) = queue.pop() {
            if self.members[join.of as usize] != join.size {
                continue;
            }
            if join.size + self.members[join.other() as usize] == join.both {
                self.join(join.lower.0, join.higher.0);
                queue.extend(self.surest_join(join.lower.0));
            } else {
                queue.extend(self.surest_join(join.of));
            }
        }
    }

    fn surest_join(&self, cluster: u32) -> Option<Join> {
        self.between(cluster).iter().filter_map(|sums| self.possible_join(cluster, sums)).max()
    }

    fn possible_join(&self, of: u32, sums: &Between) -> Option<Join> {
        let score = self.score(of, sums);
        let size = self.members[of as usize];
        (!sums.apart && score >= JOIN).then(|| Join {
            score: (score * BILLIONTHS) as u32,
            lower: Reverse(of.min(sums.other)),
            higher: Reverse(of.max(sums.other)),
            of,
            size,
            both: size + self.members[sums.other as usize],
        })
    }

    /// Mean probability between two clusters, less where they resemble each other less than their members do among themselves.
    fn score(&self, one: u32, sums: &Between) -> f64 {
        let pairs = self.pairs(one, sums.other);
        let inner = (self.inner_likeness(one) * self.inner_likeness(sums.other)).sqrt();
        let relative = (likeness(sums.likeness) / pairs / inner).clamp(0.0, 1.0);
        probability(sums.probability) / pairs * relative.sqrt()
    }

    fn pairs(&self, a: u32, b: u32) -> f64 {
        pairs_between(self.members[a as usize], self.members[b as usize])
    }

    fn inner_likeness(&self, cluster: u32) -> f64 {
        let members = self.members[cluster as usize];
        let pairs = if members > 1 { pairs_between(members, members - 1) / 2.0 } else { 0.0 };
        (likeness(self.inside[cluster as usize]) + USUAL_PAIRS * USUAL_LIKENESS) / (pairs + USUAL_PAIRS)
    }

    /// What ties a cluster to each other one, by rising place.
    fn between(&self, cluster: u32) -> Vec<Between> {
        let ties = self.members_of(cluster).flat_map(|member| self.ties.of(member));
        let between = ties.map(|tie: &Tie| Between {
            other: self.cluster[tie.other() as usize],
            probability: tie.probability(),
            surest: tie.probability(),
            likeness: tie.likeness().unwrap_or(0),
            apart: tie.likeness().is_none(),
        });
        let mut between: Vec<Between> = between.filter(|tie| tie.other != cluster).collect();
        between.sort_unstable_by_key(|tie| tie.other);
        between.chunk_by(|x, y| x.other == y.other).map(sum).collect()
    }

    fn members_of(&self, cluster: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(cluster), |&at| Some(self.next[at as usize]).filter(|&next| next != at))
    }

    /// Puts cluster `b` into cluster `a`.
    fn join(&mut self, a: u32, b: u32) {
        let (to, from) = (a as usize, b as usize);
        self.joins.extend(self.strongest_tie(a, b));
        let across = self.between(b).iter().find(|sums| sums.other == a).map_or(0, |sums| sums.likeness);
        self.inside[to] += self.inside[from] + across;
        self.members[to] += std::mem::take(&mut self.members[from]);
        let moved: Vec<u32> = self.members_of(b).collect();
        moved.iter().for_each(|&member| self.cluster[member as usize] = a);
        self.next[self.last[to] as usize] = b;
        self.last[to] = self.last[from];
    }

    fn strongest_tie(&self, a: u32, b: u32) -> Option<(u32, u32)> {
        let ties = self.members_of(b).flat_map(|member| self.ties.of(member).map(move |tie| (member, tie)));
        let across = ties.filter(|(_, tie)| self.cluster[tie.other() as usize] == a);
        let strength = |(member, tie): &(u32, &Tie)| (tie.probability(), Reverse(ends(*member, tie)));
        across.max_by_key(strength).map(|(member, tie)| ends(member, tie))
    }

    /// Adds what was left over to the one group it resembles most, all decided before any is added.
    fn add_small(&mut self) {
        let small = (0..self.members.len() as u32).filter(|&at| (1..=ADDED).contains(&self.members[at as usize]));
        let additions: Vec<(u32, u32)> = small.filter_map(|at| Some((self.best_group(at)?, at))).collect();
        for (group, at) in additions {
            if self.between(at).iter().any(|sums| sums.other == group && !sums.apart) {
                self.join(group, at);
            }
        }
    }

    fn best_group(&self, at: u32) -> Option<u32> {
        let between = self.between(at);
        let groups = between.iter().filter(|sums| self.members[sums.other as usize] >= GROUP && !sums.apart);
        let groups = groups.filter(|sums| probability(sums.surest) >= JOIN);
        let scored = groups.map(|sums| (probability(sums.probability) / self.pairs(at, sums.other), sums.other));
        let best = scored.filter(|(mean, _)| *mean >= ADD).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, group)| group)
    }

    fn labels(&self) -> Vec<u32> {
        let mut lowest: Vec<u32> = (0..self.cluster.len() as u32).collect();
        for (at, &cluster) in (0u32..).zip(&self.cluster) {
            lowest[cluster as usize] = lowest[cluster as usize].min(at);
        }
        self.cluster.iter().map(|&cluster| lowest[cluster as usize]).collect()
    }
}

/// Both places, the lower first.
fn ends(at: u32, tie: &Tie) -> (u32, u32) {
    (at.min(tie.other()), at.max(tie.other()))
}

fn sum(ties: &[Between]) -> Between {
    ties.iter().fold(Between::default(), |sums, tie| Between {
        other: tie.other,
        probability: sums.probability + tie.probability,
        surest: sums.surest.max(tie.surest),
        likeness: sums.likeness + tie.likeness,
        apart: sums.apart || tie.apart,
    })
}

/// Pairs between so many and so many articles, of which each keeps at most a fixed number.
fn pairs_between(a: u32, b: u32) -> f64 {
    let kept = TIES_PER_ARTICLE as u64 * u64::from(a.min(b));
    (u64::from(a) * u64::from(b)).min(kept) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    type Edge = (u32, u32, Tie);

    fn edge(a: u32, b: u32, probability: f64) -> Edge {
        (a, b, Tie::new(b, probability, Some(0.3)))
    }

    fn grouped(articles: u32, edges: &[Edge]) -> Vec<u32> {
        let of = |at: u32| edges.iter().filter(move |edge| edge.0 == at).map(|edge| edge.2).collect();
        groups(&Ties::new((0..articles).map(of))).labels
    }

    #[test]
    fn each_join_is_told_by_its_strongest_tie() {
        let ties =
            [vec![Tie::new(1, 0.9, Some(0.3)), Tie::new(2, 0.6, Some(0.3))], vec![Tie::new(2, 0.8, Some(0.3))], vec![]];
        assert_eq!(groups(&Ties::new(ties)).joins, [(0, 1), (1, 2)]);
    }

    #[test]
    fn clear_pairs_are_joined_and_others_not() {
        assert_eq!(grouped(4, &[edge(0, 1, 0.9), edge(2, 3, 0.2)]), [0, 0, 2, 3]);
    }

    #[test]
    fn a_chain_is_not_joined_end_to_end() {
        assert_eq!(grouped(3, &[edge(0, 1, 0.9), edge(1, 2, 0.7)]), [0, 0, 2]);
    }

    #[test]
    fn contradicting_articles_never_share_a_group() {
        let apart = (0, 2, Tie::new(2, 0.9, None));
        assert_eq!(grouped(3, &[edge(0, 1, 0.9), edge(1, 2, 0.8), apart]), [0, 0, 2]);
    }

    #[test]
    fn a_straggler_is_added_to_the_group_it_resembles() {
        let group = [edge(0, 1, 0.9), edge(0, 2, 0.9), edge(1, 2, 0.9)];
        let straggler = [edge(0, 3, 0.5), edge(1, 3, 0.2), edge(2, 3, 0.1)];
        assert_eq!(grouped(4, &[group, straggler].concat()), [0, 0, 0, 0]);
        let vague = [edge(0, 3, 0.3), edge(1, 3, 0.3), edge(2, 3, 0.3)];
        assert_eq!(grouped(4, &[group, vague].concat()), [0, 0, 0, 3]);
        assert_eq!(grouped(2, &[edge(0, 1, 0.3)]), [0, 1]);
    }
}
