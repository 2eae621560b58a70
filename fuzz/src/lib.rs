//! Bytes in, nothing out: what every target does with the bytes it makes.

use std::io::Cursor;

use trialwire::ingest::{self, At, Documents, Fields, Format, Limits, Raw};

/// Small, so that the limits themselves are met.
fn limits() -> Limits {
    Limits { article_bytes: 16 << 10, page_bytes: 16 << 10, unpacked_bytes: 4 << 20, ..Limits::default() }
}

/// Reads a file as it stands, with and without other names of fields. The language of each of its articles is not told,
/// which would take most of the time.
pub fn read(bytes: &[u8]) {
    for fields in [&[][..], &[("text", "body"), ("id", "meta.id")]] {
        let fields = Fields::new(fields.iter().copied()).unwrap();
        let limits = Limits { fields, any_language: true, ..limits() };
        let stream = Box::new(Cursor::new(bytes.to_vec()));
        let mut pieces = 0;
        for raw in Documents::of_stream("fuzz", stream, limits.clone()).flatten() {
            let _ = ingest::parse(&raw, &limits);
            pieces += 1;
        }
        assert!(pieces <= (4 << 20), "more articles than bytes");
    }
}

/// Reads one article of a format.
pub fn parse(format: Format, bytes: &[u8]) {
    let raw = Raw { path: "fuzz".into(), at: At::Whole, format, bytes: bytes.to_vec() };
    let _ = ingest::parse(&raw, &limits());
}
