//! The rows of the lexicon files: entries (what there is) and surfaces (how it is printed).

use std::borrow::Cow;

use crate::model::Category;

/// A field of a file: borrowed where the file is part of the program.
pub type Field = Cow<'static, str>;

/// What sort of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Drug,
    Biologic,
    Vaccine,
    Combination,
    Supplement,
    Cytokine,
    Receptor,
    Chemokine,
    GrowthFactor,
    AcutePhase,
    Adhesion,
    Marker,
    Scale,
    Subscale,
    Version,
    Family,
    Class,
}

/// Names as written in the files, with the lexicons in which they may stand.
const KINDS: [(&str, Kind, &[Category]); 17] = {
    use Category::{Cytokine, Drug, Scale};
    [
        ("drug", Kind::Drug, &[Drug]),
        ("biologic", Kind::Biologic, &[Drug]),
        ("vaccine", Kind::Vaccine, &[Drug]),
        ("combination", Kind::Combination, &[Drug]),
        ("supplement", Kind::Supplement, &[Drug]),
        ("cytokine", Kind::Cytokine, &[Cytokine]),
        ("receptor", Kind::Receptor, &[Cytokine]),
        ("chemokine", Kind::Chemokine, &[Cytokine]),
        ("growth_factor", Kind::GrowthFactor, &[Cytokine]),
        ("acute_phase", Kind::AcutePhase, &[Cytokine]),
        ("adhesion", Kind::Adhesion, &[Cytokine]),
        ("marker", Kind::Marker, &[Cytokine]),
        ("scale", Kind::Scale, &[Scale]),
        ("subscale", Kind::Subscale, &[Scale]),
        ("version", Kind::Version, &[Scale]),
        ("family", Kind::Family, &[Scale]),
        ("class", Kind::Class, &[Drug, Cytokine, Scale]),
    ]
};

impl Kind {
    /// The kind called `name` in the lexicon `category`.
    pub fn parse(name: &str, category: Category) -> Option<Self> {
        KINDS.iter().find(|(known, _, allowed)| *known == name && allowed.contains(&category)).map(|row| row.1)
    }

    /// The kinds that may stand in one lexicon, for messages.
    pub fn names(category: Category) -> Vec<&'static str> {
        KINDS.iter().filter(|row| row.2.contains(&category)).map(|row| row.0).collect()
    }

    pub fn name(self) -> &'static str {
        KINDS.iter().find(|row| row.1 == self).map_or("", |row| row.0)
    }
}

/// One drug, cytokine, marker, scale or class of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `drug:tocilizumab`.
    pub id: Field,
    pub category: Category,
    /// The name shown to readers.
    pub canonical: Field,
    pub kind: Kind,
    /// The other cells of its line, each behind a tab, to be parted when they are asked for: hardly any ever is.
    pub(super) others: Field,
}

/// The place of a column among [`Entry::others`].
const XREFS: usize = 1;
const PARENTS: usize = 2;
const ATTRS: usize = 3;
const SOURCE: usize = 4;
const AS_OF: usize = 5;
const NOTE: usize = 6;

impl Entry {
    /// A class, which names no single drug or marker.
    pub fn is_class(&self) -> bool {
        self.kind == Kind::Class
    }

    /// The ids of the classes, families and generics that the entry belongs to.
    pub fn parents(&self) -> impl Iterator<Item = &str> {
        split(self.other(PARENTS))
    }

    /// Identifiers of other authorities: `("HGNC", "6018")`.
    pub fn xrefs(&self) -> impl Iterator<Item = (&str, &str)> {
        split(self.other(XREFS)).filter_map(|xref| xref.split_once(':'))
    }

    /// The value of an attribute such as `max` or `response`.
    pub fn attr(&self, key: &str) -> Option<&str> {
        self.attrs().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// All attributes with their values.
    pub fn attrs(&self) -> impl Iterator<Item = (&str, &str)> {
        split(self.other(ATTRS)).filter_map(|pair| pair.split_once('='))
    }

    pub fn source(&self) -> &str {
        self.other(SOURCE)
    }

    pub fn as_of(&self) -> &str {
        self.other(AS_OF)
    }

    pub fn note(&self) -> &str {
        self.other(NOTE)
    }

    fn other(&self, column: usize) -> &str {
        self.others.split('\t').nth(column).unwrap_or_default()
    }
}

/// What sort of name a surface is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurfaceKind {
    Name,
    Synonym,
    Brand,
    Acronym,
    Symbol,
    Code,
    Class,
}

impl SurfaceKind {
    pub const NAMES: [(&'static str, SurfaceKind); 7] = [
        ("name", SurfaceKind::Name),
        ("synonym", SurfaceKind::Synonym),
        ("brand", SurfaceKind::Brand),
        ("acronym", SurfaceKind::Acronym),
        ("symbol", SurfaceKind::Symbol),
        ("code", SurfaceKind::Code),
        ("class", SurfaceKind::Class),
    ];

    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|row| row.1)
    }

    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|row| row.1 == self).map_or("", |row| row.0)
    }
}

/// Which capitals the printed word must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Any,
    /// Printed exactly so.
    Exact,
    /// A capital first letter.
    Initial,
}

impl Case {
    pub const NAMES: [(&'static str, Case); 3] =
        [("any", Case::Any), ("exact", Case::Exact), ("initial", Case::Initial)];

    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|row| row.1)
    }
}

/// What else an ambiguous surface may mean; empty in the file where it means nothing else.
pub const AMBIGUITIES: [&str; 7] = ["common_word", "person", "place", "company", "symbol", "unit", "shared"];

/// One printed form of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surface {
    pub text: Field,
    /// Index of the entry in the lexicon.
    pub(super) entry: u32,
    pub kind: SurfaceKind,
    pub case: Case,
    /// `None` where it means nothing else, as nearly everywhere.
    pub ambiguity: Option<Box<Ambiguity>>,
}

impl Surface {
    pub fn is_ambiguous(&self) -> bool {
        self.ambiguity.is_some()
    }
}

/// What else a surface may mean, and the words that tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity {
    /// One of [`AMBIGUITIES`].
    pub kind: Field,
    /// Lower-case words joined by `|`.
    pub cue_for: Field,
    pub cue_against: Field,
}

/// The parts of a `|`-joined field, empty ones left out.
pub(super) fn split(joined: &str) -> impl Iterator<Item = &str> {
    joined.split('|').map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_belong_to_their_lexicon() {
        assert_eq!(Kind::parse("biologic", Category::Drug), Some(Kind::Biologic));
        assert_eq!(Kind::parse("biologic", Category::Scale), None);
        assert_eq!(Kind::parse("class", Category::Cytokine), Some(Kind::Class));
        assert!(KINDS.iter().all(|row| Kind::parse(row.0, row.2[0]) == Some(row.1) && row.1.name() == row.0));
    }

    #[test]
    fn fields_are_read_from_their_joined_form() {
        let entry = Entry {
            id: "scale:x".into(),
            category: Category::Scale,
            canonical: "X".into(),
            kind: Kind::Scale,
            others: "\tNCIT:C1|UNII:\tscale:a|scale:b\tmin=0|response=>=50% reduction\t\t\tnoted".into(),
        };
        assert_eq!(entry.attr("response"), Some(">=50% reduction"));
        assert_eq!(entry.attr("max"), None);
        assert_eq!(entry.parents().collect::<Vec<_>>(), ["scale:a", "scale:b"]);
        assert_eq!(entry.xrefs().next(), Some(("NCIT", "C1")));
        assert_eq!((entry.source(), entry.as_of(), entry.note()), ("", "", "noted"));
    }
}
