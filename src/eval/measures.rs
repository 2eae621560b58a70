//! Counts in, shares between 0 and 1 out.

use serde::{Serialize, Serializer};

/// Precision, recall and F1, each between 0 and 1, with what they were counted over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Score {
    pub p: f64,
    pub r: f64,
    pub f1: f64,
    pub gold: usize,
    pub pred: usize,
}

impl Score {
    /// Zero where there is nothing to divide by.
    pub fn new(right: usize, pred: usize, gold: usize) -> Self {
        let [p, r] = [pred, gold].map(|of| if of == 0 { 0.0 } else { right as f64 / of as f64 });
        Self { p, r, f1: f1(p, r), gold, pred }
    }
}

/// The harmonic mean.
pub(super) fn f1(p: f64, r: f64) -> f64 {
    if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
}

/// `right` of `of`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub right: usize,
    pub of: usize,
}

impl Share {
    pub(super) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// `None` of nothing.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(to)
    }
}

/// How many of the right claims also have the gold's attribute.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Accuracy {
    /// This study or not.
    pub scope: Share,
    /// Of sample sizes.
    pub role: Share,
    pub bound: Share,
    pub approx: Share,
}
