//! Two entries in, how they are related out: a drug and its class, a brand and its generic, a scale and its version.

use std::collections::BTreeSet;

use super::Lexicon;
use super::entry::{Entry, Kind};

impl Lexicon {
    /// Whether `id` is `ancestor` or, through any number of parents, belongs to it.
    pub fn is_a(&self, id: &str, ancestor: &str) -> bool {
        self.ancestors(id).contains(ancestor)
    }

    /// `id` and all that it belongs to, in the order of their ids.
    pub fn ancestors<'l>(&'l self, id: &'l str) -> BTreeSet<&'l str> {
        let mut found = BTreeSet::new();
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if found.insert(id) {
                open.extend(self.entry(id).into_iter().flat_map(Entry::parents));
            }
        }
        found
    }

    /// Whether two ids may speak of one drug: the same, a drug and its class, a combination and its part.
    pub fn same_drug(&self, a: &str, b: &str) -> bool {
        self.is_a(a, b) || self.is_a(b, a)
    }

    /// Whether two ids are one instrument in any version: the same, or one belongs to the other, or both are versions
    /// or parts of one scale.
    pub fn same_instrument(&self, a: &str, b: &str) -> bool {
        if self.is_a(a, b) || self.is_a(b, a) {
            return true;
        }
        let is_scale = |id: &&&str| {
            self.entry(id).is_some_and(|entry| matches!(entry.kind, Kind::Scale | Kind::Version | Kind::Subscale))
        };
        let others = self.ancestors(b);
        self.ancestors(a).iter().filter(is_scale).any(|id| others.contains(id))
    }

    pub(super) fn related(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&*self.tables.entries[a as usize].id, &*self.tables.entries[b as usize].id);
        self.same_drug(a, b) || self.same_instrument(a, b)
    }
}
