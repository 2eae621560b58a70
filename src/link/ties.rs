//! The likeliest pairs of every article in, each article's ties to others out, in seven bytes a tie.

/// Ties kept of one article, its likeliest.
pub const TIES_PER_ARTICLE: usize = 24;

/// Steps of a probability and of a likeness from 0 to 1.
const PROBABILITY_STEPS: f64 = u16::MAX as f64;
const LIKENESS_STEPS: f64 = (u8::MAX - 1) as f64;
/// Stands for a likeness where the two must not stand in one group.
const APART: u8 = u8::MAX;

/// How an article compares with another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    other: [u8; 4],
    probability: [u8; 2],
    likeness: u8,
}

impl Tie {
    /// `likeness` is none where the two must not stand in one group.
    pub fn new(other: u32, probability: f64, likeness: Option<f64>) -> Self {
        Self {
            other: other.to_le_bytes(),
            probability: ((probability.clamp(0.0, 1.0) * PROBABILITY_STEPS).round() as u16).to_le_bytes(),
            likeness: likeness.map_or(APART, |share| (share.clamp(0.0, 1.0) * LIKENESS_STEPS).round() as u8),
        }
    }

    /// Place of the other article.
    pub fn other(&self) -> u32 {
        u32::from_le_bytes(self.other)
    }

    /// That both report one study, in steps.
    pub fn probability(&self) -> u64 {
        u64::from(u16::from_le_bytes(self.probability))
    }

    /// Cosine of their words, in steps; none where they must not stand in one group.
    pub fn likeness(&self) -> Option<u64> {
        (self.likeness != APART).then(|| u64::from(self.likeness))
    }

    /// The same tie told at its other end.
    fn seen_from_other_end(self, at: u32) -> (u32, Self) {
        (self.other(), Self { other: at.to_le_bytes(), ..self })
    }
}

/// 0 to 1, from steps of a probability.
pub fn probability(steps: u64) -> f64 {
    steps as f64 / PROBABILITY_STEPS
}

/// 0 to 1 for one tie, from steps of a likeness.
pub fn likeness(steps: u64) -> f64 {
    steps as f64 / LIKENESS_STEPS
}

/// The ties of every article, each told at both its ends.
#[derive(Debug, Default)]
pub struct Ties {
    /// What each article kept.
    kept: Lists,
    /// What only the other end kept.
    kept_by_other: Lists,
}

/// One list of ties for every article, by rising place of the other.
#[derive(Debug, Default)]
struct Lists {
    ties: Vec<Tie>,
    ends: Vec<usize>,
}

impl Lists {
    fn push(&mut self, ties: impl IntoIterator<Item = Tie>) {
        self.ties.extend(ties);
        self.ends.push(self.ties.len());
    }

    fn of(&self, at: u32) -> &[Tie] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.ties[start..self.ends[at as usize]]
    }

    fn has(&self, a: u32, b: u32) -> bool {
        self.of(a).binary_search_by_key(&b, Tie::other).is_ok()
    }

    fn articles(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The ties that only one end has, listed at the other.
    fn missing_at_other_end(&self) -> Self {
        let one_sided = || {
            let ties = (0..self.articles()).flat_map(|at| self.of(at).iter().map(move |tie| (at, tie)));
            ties.filter(|(at, tie)| !self.has(tie.other(), *at)).map(|(at, tie)| tie.seen_from_other_end(at))
        };
        let mut ends = vec![0; self.ends.len()];
        one_sided().for_each(|(to, _)| ends[to as usize] += 1);
        let mut starts = 0;
        for end in &mut ends {
            starts += std::mem::replace(end, starts);
        }
        let mut ties = vec![Tie::default(); starts];
        for (to, tie) in one_sided() {
            ties[ends[to as usize]] = tie;
            ends[to as usize] += 1;
        }
        Self { ties, ends }
    }
}

impl Ties {
    /// Takes the ties of every article in the order of their places; a tie that only one end keeps counts for both.
    pub fn new(ties: impl IntoIterator<Item = Vec<Tie>>) -> Self {
        let mut kept = Lists::default();
        for mut ties in ties {
            ties.sort_unstable_by_key(|tie| (std::cmp::Reverse(tie.probability()), tie.other()));
            ties.truncate(TIES_PER_ARTICLE);
            ties.sort_unstable_by_key(Tie::other);
            kept.push(ties);
        }
        let kept_by_other = kept.missing_at_other_end();
        Self { kept, kept_by_other }
    }

    pub fn articles(&self) -> u32 {
        self.kept.articles()
    }

    pub fn of(&self, at: u32) -> impl Iterator<Item = &Tie> {
        self.kept.of(at).iter().chain(self.kept_by_other.of(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_stands_at_both_its_ends() {
        let ties = Ties::new([vec![Tie::new(2, 0.9, None)], vec![], vec![Tie::new(1, 0.5, Some(0.1))]]);
        let mut of_last: Vec<_> = ties.of(2).map(|tie| (tie.other(), tie.likeness().is_some())).collect();
        of_last.sort_unstable();
        assert_eq!(of_last, [(0, false), (1, true)]);
        assert_eq!(ties.of(1).map(Tie::other).collect::<Vec<_>>(), [2]);
        assert_eq!(ties.of(0).map(Tie::other).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn the_likeliest_are_kept() {
        let many = (1..100).map(|other| Tie::new(other, f64::from(other) / 100.0, Some(0.0))).collect();
        let none = (1..100).map(|_| vec![]);
        let ties = Ties::new(std::iter::once(many).chain(none));
        assert_eq!(ties.of(0).count(), TIES_PER_ARTICLE);
        assert_eq!((ties.of(99).count(), ties.of(1).count()), (1, 0));
    }
}
