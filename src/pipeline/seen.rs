//! Pieces and ids in, whether they were met before out: eight bytes each.

use std::collections::HashSet;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::ingest::Raw;

/// What was met so far, in this run and in those that it goes on from.
#[derive(Default)]
pub(super) struct Seen {
    ids: HashSet<u64>,
    /// Only where a run goes on from an earlier one.
    pieces: Option<HashSet<u64>>,
}

/// A piece that was read and, where it gave one, the id of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) piece: u64,
    pub(super) id: Option<u64>,
}

impl Seen {
    pub(super) fn of_run(keys: &[Key]) -> Self {
        let pieces = keys.iter().map(|key| key.piece).collect();
        Self { ids: keys.iter().filter_map(|key| key.id).collect(), pieces: Some(pieces) }
    }

    /// Whether an earlier run, or this one, has read the same bytes from a file of the same name.
    pub(super) fn knows(&mut self, raw: &Raw) -> bool {
        self.pieces.as_mut().is_some_and(|pieces| !pieces.insert(piece_hash(raw)))
    }

    /// Whether this is the first article of that id.
    pub(super) fn is_first(&mut self, id: &str) -> bool {
        self.ids.insert(id_hash(id))
    }
}

pub(super) fn id_hash(id: &str) -> u64 {
    xxh3_64(id.as_bytes())
}

/// The path counts, for an article without an id is named after it; the line does not, for lines move.
pub(super) fn piece_hash(raw: &Raw) -> u64 {
    let mut hasher = Xxh3::new();
    hasher.update(raw.path.as_bytes());
    hasher.update(&[0]);
    hasher.update(&raw.bytes);
    hasher.digest()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{At, Format};

    #[test]
    fn a_piece_is_known_by_path_and_content() {
        let raw = |path: &str, line, text: &str| Raw {
            path: path.into(),
            at: At::Line(line),
            format: Format::Jsonl,
            bytes: text.into(),
        };
        let mut seen = Seen::of_run(&[Key { piece: piece_hash(&raw("a", 1, "x")), id: Some(id_hash("i")) }]);
        assert!(seen.knows(&raw("a", 5, "x")));
        assert!(!seen.knows(&raw("b", 1, "x")));
        assert!(!seen.knows(&raw("a", 1, "y")));
        assert!(seen.knows(&raw("a", 1, "y")));
        assert!(!seen.is_first("i") && seen.is_first("j") && !seen.is_first("j"));
        assert!(!Seen::default().knows(&raw("a", 1, "x")) && !Seen::default().knows(&raw("a", 1, "x")));
    }
}
