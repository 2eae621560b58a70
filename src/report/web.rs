//! Paths, ids and addresses in, IRIs that may stand in JSON-LD and SARIF out.

use crate::eval::escaped;
use crate::model::Record;

/// The address of an article on the web. A `javascript:` or `data:` address would be a program, and is none.
pub fn address(record: &Record) -> Option<&str> {
    let url = record.url.as_deref()?;
    let web = url.starts_with("https://") || url.starts_with("http://");
    (web && url.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b))).then_some(url)
}

/// A path as a URI reference (RFC 3986): relative as it was given, or `file:` where it is absolute.
pub fn uri(path: &str) -> String {
    let escaped = escaped(path, b"/-._~!$&'()*+,;=@");
    match path.starts_with('/') {
        true => format!("file://{escaped}"),
        false => escaped,
    }
}

/// A name that is unique to the text and says nothing more: a UUID of version 8 (RFC 9562) made of its hash.
pub fn urn(parts: &[&str]) -> String {
    let mut hash = xxhash_rust::xxh3::Xxh3Default::new();
    for part in parts {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let version_and_variant = (hash.digest128() & !(0xf << 76) & !(0b11 << 62)) | (8 << 76) | (0b10 << 62);
    let hex = format!("{version_and_variant:032x}");
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        for (path, expected) in [
            ("news/a.txt", "news/a.txt"),
            ("a b:3%.txt", "a%20b%3A3%25.txt"),
            ("/data/ü.txt", "file:///data/%C3%BC.txt"),
            ("javascript:alert(1)", "javascript%3Aalert(1)"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }

    #[test]
    fn only_the_web_is_an_address() {
        let of = |url: &str| address(&Record { url: Some(url.into()), ..Record::default() }).map(str::to_owned);
        assert_eq!(of("https://courier.example/a?b=1#c").as_deref(), Some("https://courier.example/a?b=1#c"));
        for url in ["javascript:alert(1)", "data:text/html,x", "https://a b", "https://a\"b", "", "//a.example"] {
            assert_eq!(of(url), None, "{url}");
        }
    }

    #[test]
    fn names_are_uuids() {
        let name = urn(&["a", "b"]);
        assert_eq!((name.len(), &name[23..24]), (9 + 36, "8"), "{name}");
        assert!(matches!(&name[28..29], "8" | "9" | "a" | "b"), "{name}");
        assert_eq!(name, urn(&["a", "b"]));
        assert_ne!(name, urn(&["ab"]));
    }
}
