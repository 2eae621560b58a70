//! The id of an article in, a file name out that any disk takes.

use std::fmt::Write;

/// Longest name of a file, in bytes: most disks take 255, and an extension and a temporary name need room.
const NAME_BYTES: usize = 200;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file name without extension that any disk takes and that never leaves its folder: every byte of the id but ASCII
/// letters, digits, `-`, `_` and inner dots is written as `%XX`, and a long one ends in a hash.
pub fn file_name(id: &str) -> String {
    let mut name = escaped(id, b"-_.");
    if name.starts_with('.') {
        name.replace_range(..1, "%2E");
    }
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    if DEVICES.contains(&device) || name.is_empty() {
        name.insert(0, '_');
    }
    if name.len() > NAME_BYTES {
        // Escaped names are ASCII: any place is between characters.
        name.truncate(NAME_BYTES - 17);
        let _ = write!(name, "_{:016x}", xxhash_rust::xxh3::xxh3_64(id.as_bytes()));
    }
    name
}

/// Letters, digits and `kept` as they are, every other byte as `%XX`.
pub fn escaped(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (id, name) in [
            ("lantern-release", "lantern-release"),
            ("corpus/demo/a.txt", "corpus%2Fdemo%2Fa.txt"),
            ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
            ("..", "%2E."),
            (".hidden", "%2Ehidden"),
            ("", "_"),
            ("a\0b\n\u{202e}", "a%00b%0A%E2%80%AE"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1", "_com1"),
            ("contrast", "contrast"),
            ("a\\b:c", "a%5Cb%3Ac"),
            ("50%", "50%25"),
        ] {
            assert_eq!(file_name(id), name, "{id:?}");
        }
        let [one, other] = ["x", "y"].map(|end| file_name(&format!("{}{end}", "é/".repeat(500))));
        assert!(one.len() == NAME_BYTES && one != other && one.is_ascii(), "{one}");
    }
}
