//! The near copies that linking found in a trial group in, families of copies out: each family is one source.

use std::collections::BTreeMap;

use crate::model::TrialGroup;

/// Which articles are copies of one text.
#[derive(Clone, Debug, Default)]
pub struct Families<'g> {
    /// Article → a smaller id of its family.
    towards: BTreeMap<&'g str, &'g str>,
}

impl<'g> Families<'g> {
    /// ```
    /// use trialwire::check::copies::Families;
    /// use trialwire::model::TrialGroup;
    ///
    /// let copies = vec![("b".to_string(), "a".to_string()), ("c".to_string(), "b".to_string())];
    /// let group = TrialGroup { copies, ..TrialGroup::default() };
    /// let families = Families::of(&group);
    /// assert_eq!(families.first("c"), "a");
    /// assert_eq!(families.first("d"), "d");
    /// ```
    pub fn of(group: &'g TrialGroup) -> Self {
        let mut families = Self::default();
        for (copy, original) in &group.copies {
            let (copy, original) = (families.first(copy), families.first(original));
            if copy != original {
                families.towards.insert(copy.max(original), copy.min(original));
            }
        }
        families
    }

    /// The smallest id of the article's family: its own where nothing copies it.
    pub fn first<'a>(&self, article: &'a str) -> &'a str
    where
        'g: 'a,
    {
        let mut first = article;
        while let Some(next) = self.towards.get(first) {
            first = next;
        }
        first
    }
}
