//! Bytes in, text out: byte order mark, then UTF-8, then what the page declares, then detection.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::Reason;

/// Control characters that plain text may hold: tab, line feed, form feed, carriage return, and escape in logs.
const TEXT_CONTROLS: &[char] = &['\t', '\n', '\u{c}', '\r', '\u{1b}'];

/// One control character in so many characters is still taken for text.
const CHARACTERS_PER_CONTROL: usize = 200;

/// Decodes plain text; what does not look like text is refused.
pub(super) fn decode_plain(bytes: &[u8]) -> Result<String, Reason> {
    let text = decode(bytes, None);
    let controls = text.chars().filter(|c| c.is_control() && !TEXT_CONTROLS.contains(c)).count();
    if controls * CHARACTERS_PER_CONTROL > text.chars().count() || text.contains('\0') {
        return Err(Reason::NotText("binary"));
    }
    Ok(text)
}

/// Decodes one cell of a table.
#[cfg(feature = "csv")]
pub(super) fn decode_cell(bytes: &[u8]) -> String {
    decode(bytes, None)
}

/// Decodes a web page.
#[cfg(feature = "html")]
pub(super) fn decode_html(bytes: &[u8]) -> Result<String, Reason> {
    Ok(decode(bytes, declared(bytes)))
}

/// Decodes a web page whose server named an encoding, which counts more than what the page says.
#[cfg(all(feature = "html", feature = "archives"))]
pub(super) fn decode_served(bytes: &[u8], content_type: &str) -> String {
    decode(bytes, declared(content_type.as_bytes()).or_else(|| declared(bytes)))
}

fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let encoding = declared.filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| detect(bytes));
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // A file with a few broken sequences in UTF-8 is still UTF-8.
    let guess = detector.guess(None, Utf8Detection::Allow);
    if mostly_utf8(bytes) { UTF_8 } else { guess }
}

/// Broken at fewer than one place in twenty multi-byte sequences.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut whole) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken * 20 < whole
}

/// The encoding that a page names in its first kilobyte, the window that browsers search.
#[cfg(feature = "html")]
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const WINDOW_BYTES: usize = 1024;
    let head = bytes[..bytes.len().min(WINDOW_BYTES)].to_ascii_lowercase();
    let after = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let label = head[after..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or(label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b))).unwrap_or(label.len());
    Encoding::for_label(&label[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("naïve 5 %".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let cases: &[(&[u8], &str)] = &[
            ("naïve – 5 %".as_bytes(), "naïve – 5 %"),
            (b"\xef\xbb\xbfplain", "plain"),
            (b"Patients \x93improved\x94 by 5\xa0%", "Patients “improved” by 5\u{a0}%"),
            (b"Le caf\xe9 r\xe9duit le risque de d\xe9pression", "Le café réduit le risque de dépression"),
            (&utf16, "naïve 5 %"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode_plain(bytes).as_deref(), Ok(*expected));
        }
    }

    #[test]
    fn noise_is_no_text() {
        assert!(decode_plain(b"\x01\x02\x03\x04abc").is_err());
        assert!(decode_plain(b"\x7fELF\x01\x01").is_err());
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_page_may_name_its_encoding() {
        let page = b"<meta charset='iso-8859-2'><p>P\xb3yn";
        assert_eq!(decode_html(page).as_deref(), Ok("<meta charset='iso-8859-2'><p>Płyn"));
    }
}
