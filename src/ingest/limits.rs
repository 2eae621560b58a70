//! What is taken of an input, and how much before it is refused.

use super::Fields;

/// Below this no ratio of a compressed file is judged, in unpacked bytes: a short file of one letter is no bomb.
#[cfg(any(feature = "archives", feature = "documents"))]
pub(super) const JUDGED_FROM_BYTES: u64 = 64 << 20;

/// Bounds on one article, so that no input can take all memory or time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest article, in bytes: a whole file, or one line of JSONL.
    pub article_bytes: usize,
    /// Largest web page, in bytes.
    pub page_bytes: usize,
    /// Elements within elements of a web page; deeper tags are dropped, their text is kept.
    pub page_depth: usize,
    /// Attributes of one tag; further ones are dropped.
    pub tag_attributes: usize,
    /// Tags of a web page; further ones are dropped, their text is kept.
    pub page_tags: usize,
    /// Most that a compressed file may unpack to, in bytes.
    pub unpacked_bytes: u64,
    /// Most that a compressed file may unpack to, in times its size; text reaches about thirty.
    pub unpacked_ratio: u64,
    /// Names of the fields of JSON objects and tables.
    pub fields: Fields,
    /// Read each PDF file in a process of its own, which must be the program itself: see [`serve_pdf`](super::serve_pdf).
    pub pdf_process: bool,
    /// Processor time of such a process, in seconds.
    pub pdf_seconds: u64,
    /// Memory of such a process, in bytes.
    pub pdf_bytes: u64,
    /// Take articles that are not in English, too.
    pub any_language: bool,
}

impl Default for Limits {
    /// Far above what real articles need: of 1,171 news pages the page bounds changed six.
    fn default() -> Self {
        Self {
            article_bytes: 16 << 20,
            page_bytes: 8 << 20,
            page_depth: 256,
            tag_attributes: 256,
            page_tags: 300_000,
            unpacked_bytes: 1 << 40,
            unpacked_ratio: 250,
            fields: Fields::default(),
            pdf_process: false,
            pdf_seconds: 20,
            pdf_bytes: 2 << 30,
            any_language: false,
        }
    }
}
