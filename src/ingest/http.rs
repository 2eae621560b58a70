//! The response that a server gave in, the page in it out: head, transfer and content encodings undone.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use httparse::{EMPTY_HEADER, ParserConfig, Response, Status};

use super::Reason;

/// Headers of one response; pages with more are not read.
const MOST_HEADERS: usize = 256;

/// What is needed of a response's head.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) content_type: String,
    /// In lower case, in the order in which they were applied.
    encodings: Vec<String>,
    chunked: bool,
    /// Bytes of the head.
    pub(super) length: usize,
}

impl Head {
    /// `None` where the head is no HTTP or not whole.
    pub(super) fn parse(response: &[u8]) -> Option<Self> {
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut found = Response::new(&mut headers);
        let mut lenient = ParserConfig::default();
        lenient.allow_spaces_after_header_name_in_responses(true);
        lenient.allow_obsolete_multiline_headers_in_responses(true);
        lenient.allow_multiple_spaces_in_response_status_delimiters(true);
        lenient.ignore_invalid_headers_in_responses(true);
        let Ok(Status::Complete(length)) = lenient.parse_response(&mut found, response) else { return None };
        let mut head = Self { status: found.code.unwrap_or(0), length, ..Self::default() };
        for header in found.headers.iter() {
            let value = String::from_utf8_lossy(header.value).trim().to_ascii_lowercase();
            match header.name.to_ascii_lowercase().as_str() {
                "content-type" => head.content_type = value,
                "content-encoding" => head.encodings.extend(value.split(',').map(|name| name.trim().to_owned())),
                "transfer-encoding" => head.chunked = value.contains("chunked"),
                _ => {}
            }
        }
        Some(head)
    }

    /// Whether the server, or else the body, says that this is a web page.
    pub(super) fn is_page(&self, body: &[u8]) -> bool {
        if !(200..300).contains(&self.status) {
            return false;
        }
        let named = self.content_type.split(';').next().unwrap_or_default().trim();
        match named {
            "text/html" | "application/xhtml+xml" => true,
            "" | "text/plain" | "application/octet-stream" | "text/xml" | "application/xml" | "unknown/unknown" => {
                super::sniff::is_html(body)
            }
            _ => false,
        }
    }

    /// The body as the server meant it; archives often keep the headers of encodings that they have undone.
    pub(super) fn decode(&self, body: &[u8], limit: usize) -> Result<Vec<u8>, Reason> {
        let mut body = match self.chunked.then(|| unchunk(body)).flatten() {
            Some(body) => body,
            None => body.to_vec(),
        };
        for encoding in self.encodings.iter().rev() {
            body = decompress(body, encoding, limit)?;
        }
        if body.len() > limit { Err(Reason::TooLarge { found: body.len(), limit }) } else { Ok(body) }
    }
}

/// `None` where the body is not in chunks after all. A body that is cut off gives what there is of it.
fn unchunk(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let Ok(Status::Complete((head, length))) = httparse::parse_chunk_size(body) else {
            return (!whole.is_empty()).then_some(whole);
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        body = body.get(head..)?;
        if length == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(&body[..length.min(body.len())]);
        body = body.get(length..).unwrap_or_default();
        body = body.strip_prefix(b"\r\n").or(body.strip_prefix(b"\n")).unwrap_or(body);
    }
}

fn decompress(body: Vec<u8>, encoding: &str, limit: usize) -> Result<Vec<u8>, Reason> {
    match encoding {
        "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => all(MultiGzDecoder::new(&body[..]), limit),
        "zstd" if body.starts_with(b"\x28\xb5\x2f\xfd") => {
            all(zstd::Decoder::with_buffer(&body[..]).map_err(Reason::of)?, limit)
        }
        "deflate" if is_zlib(&body) => all(ZlibDecoder::new(&body[..]), limit),
        // Some servers send it without the wrapper.
        "deflate" if !looks_like_text(&body) => all(DeflateDecoder::new(&body[..]), limit),
        "br" if !looks_like_text(&body) => Err(Reason::Encoding("br".into())),
        "" | "identity" | "gzip" | "x-gzip" | "zstd" | "deflate" | "br" => Ok(body),
        _ if looks_like_text(&body) => Ok(body),
        other => Err(Reason::Encoding(other.to_owned())),
    }
}

/// What can be unpacked, one byte over the limit at most; a page that is cut off is still most of a page.
fn all(decoder: impl Read, limit: usize) -> Result<Vec<u8>, Reason> {
    let mut body = Vec::new();
    match decoder.take(limit as u64 + 1).read_to_end(&mut body) {
        Err(error) if body.is_empty() => Err(Reason::Encoding(error.to_string())),
        _ => Ok(body),
    }
}

/// RFC 1950: the method is 8 and the first two bytes are a multiple of 31.
fn is_zlib(body: &[u8]) -> bool {
    matches!(body, [a, b, ..] if a & 0x0f == 8 && (usize::from(*a) * 256 + usize::from(*b)) % 31 == 0)
}

fn looks_like_text(body: &[u8]) -> bool {
    let head = &body[..body.len().min(512)];
    let start = head.trim_ascii_start();
    start.starts_with(b"<")
        || start.starts_with(b"\xef\xbb\xbf")
        || (!start.is_empty() && start.is_ascii() && !start.contains(&0))
}

#[cfg(test)]
mod tests {
    use super::super::packed::tests::gzip;
    use super::*;

    fn page(headers: &str, body: &[u8]) -> Result<String, Reason> {
        let response = [format!("HTTP/1.1 200 OK\r\n{headers}\r\n").as_bytes(), body].concat();
        let head = Head::parse(&response).unwrap();
        head.decode(&response[head.length..], 100).map(|body| String::from_utf8(body).unwrap())
    }

    #[test]
    fn encodings_are_undone_where_they_are_real() {
        let chunks = "4\r\n<p>3\r\n7;note=x\r\n0 adult\r\n1\r\ns\r\n0\r\nTrailer: x\r\n\r\n";
        let zlib = || {
            let mut encoder = flate2::bufread::ZlibEncoder::new(&b"<p>30 adults"[..], flate2::Compression::fast());
            let mut packed = Vec::new();
            encoder.read_to_end(&mut packed).unwrap();
            packed
        };
        let whole = Ok("<p>30 adults".to_owned());
        assert_eq!(page("Content-Length: 12\r\n", b"<p>30 adults"), whole);
        assert_eq!(page("Transfer-Encoding: chunked\r\n", chunks.as_bytes()), whole);
        assert_eq!(page("Transfer-Encoding: chunked\r\n", b"<p>30 adults"), whole);
        assert_eq!(page("Content-Encoding: gzip\r\n", &gzip(b"<p>30 adults")), whole);
        assert_eq!(page("Content-Encoding: gzip\r\n", b"<p>30 adults"), whole);
        assert_eq!(page("content-encoding: GZIP , gzip\r\n", &gzip(&gzip(b"<p>30 adults"))), whole);
        assert_eq!(page("Content-Encoding: deflate\r\n", &zlib()), whole);
        assert_eq!(page("Content-Encoding: deflate\r\n", &zlib()[2..]), whole);
        assert_eq!(page("Content-Encoding: br\r\n", b"<p>30 adults"), whole);
        assert_eq!(page("Content-Encoding: br\r\n", b"\x8b\x05\x80"), Err(Reason::Encoding("br".into())));
    }

    #[test]
    fn what_is_cut_off_or_too_large_is_bounded() {
        assert_eq!(page("Transfer-Encoding: chunked\r\n", b"ffffff\r\n<p>30").as_deref(), Ok("<p>30"));
        assert_eq!(page("Transfer-Encoding: chunked\r\n", b"ffffffffffffffff\r\n<p>30").as_deref(), Ok("<p>30"));
        let bomb = gzip(&vec![b'a'; 1 << 20]);
        assert_eq!(page("Content-Encoding: gzip\r\n", &bomb), Err(Reason::TooLarge { found: 101, limit: 100 }));
    }

    #[test]
    fn pages_are_told_from_the_rest() {
        let is_page = |head: &str, body: &str| {
            Head::parse(format!("HTTP/1.1 {head}\r\n\r\n").as_bytes()).is_some_and(|head| head.is_page(body.as_bytes()))
        };
        assert!(is_page("200 OK\r\nContent-Type: text/html; charset=utf-8", ""));
        assert!(is_page("200 OK\r\nContent-Type : Application/XHTML+xml\r\nbad header\r\n x: y", ""));
        assert!(is_page("200 OK", "<!doctype html><p>"));
        assert!(!is_page("200 OK", "GIF89a"));
        assert!(!is_page("200 OK\r\nContent-Type: image/png", "<html>"));
        assert!(!is_page("404 Not Found\r\nContent-Type: text/html", "<html>"));
        assert!(!is_page("200 OK\r\nContent-Type: text/plain", "A text <html>"));
        assert_eq!(Head::parse(b"HTTP/1.1 200 OK\r\nContent-"), None);
        assert_eq!(Head::parse(b"no http"), None);
    }
}
