//! Where in a file an article stands.

use std::fmt;

/// A place in a file, as it is printed behind the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// The file is one article.
    #[default]
    Whole,
    /// Line of a JSONL file or table, from 1.
    Line(usize),
    /// Element of a JSON array, from 0, as `jq` counts.
    Element(usize),
    /// First byte of a record of a web archive; of a compressed one, of the compressed member that holds it.
    Byte(u64),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Whole => Ok(()),
            At::Line(line) => write!(f, ":{line}"),
            At::Element(n) => write!(f, "[{n}]"),
            At::Byte(byte) => write!(f, "@{byte}"),
        }
    }
}
