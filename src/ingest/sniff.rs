//! The first bytes of a file in, its format out: by content, never by name.

use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::Reason;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Plain,
    Html,
    /// One JSON object a line.
    Jsonl,
}

/// Bytes that are looked at.
pub(super) const HEAD_BYTES: usize = 64 << 10;

/// Lines tried for JSON, so that a broken first line doesn't hide a JSONL file.
const LINES_TRIED: usize = 16;

/// Beginnings of files that are no text, with the remedy.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF; convert it, for instance with pdftotext"),
    (b"\x1f\x8b", "gzip; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd; unpack it first"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as text or HTML"),
    (b"WARC/", "a web archive; extract its pages first"),
];

const BYTE_ORDER_MARKS: &[&[u8]] = &[b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];

/// Tells the format of a file from its first [`HEAD_BYTES`].
pub(super) fn sniff(head: &[u8]) -> Result<Format, Reason> {
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Reason::NotText(what));
    }
    if BYTE_ORDER_MARKS[1..].iter().any(|mark| head.starts_with(mark)) {
        return Ok(if is_html(&without_nul(head)) { Format::Html } else { Format::Plain });
    }
    if memchr::memchr(0, head).is_some() {
        return Err(Reason::NotText("binary (it holds NUL bytes)"));
    }
    let head = without_mark(head).trim_ascii_start();
    if head.starts_with(b"[") && head[1..].trim_ascii_start().starts_with(b"{\"") {
        return Err(Reason::ManyLineJson);
    }
    if head.starts_with(b"{") {
        return json_object(head);
    }
    if is_html(head) {
        return Ok(Format::Html);
    }
    let tried = head.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).take(LINES_TRIED);
    Ok(if tried.into_iter().any(is_article_line) { Format::Jsonl } else { Format::Plain })
}

/// The bytes after a UTF-8 byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARKS[0]).unwrap_or(bytes)
}

/// A file that begins with `{`: one object a line, or one that goes on over several lines.
fn json_object(head: &[u8]) -> Result<Format, Reason> {
    let line = head.split(|&b| b == b'\n').next().unwrap_or(head).trim_ascii();
    if line == b"{" { Err(Reason::ManyLineJson) } else { Ok(Format::Jsonl) }
}

#[derive(Deserialize)]
struct ArticleKeys {
    text: Option<IgnoredAny>,
    html: Option<IgnoredAny>,
    claims: Option<IgnoredAny>,
}

fn is_article_line(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{")
        && serde_json::from_slice::<ArticleKeys>(line)
            .is_ok_and(|keys| keys.text.is_some() || keys.html.is_some() || keys.claims.is_some())
}

/// Opens with a tag or comment and has one of the tags that only pages have.
fn is_html(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    if !head.starts_with(b"<") {
        return false;
    }
    let lower = head.to_ascii_lowercase();
    const TAGS: [&[u8]; 8] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<article", b"<div", b"<p"];
    TAGS.iter().any(|tag| memmem::find(&lower, tag).is_some())
}

/// UTF-16 text that is mostly Latin, roughly as ASCII.
fn without_nul(head: &[u8]) -> Vec<u8> {
    head[2..].iter().copied().filter(|&b| b != 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        let cases: &[(&[u8], Option<Format>)] = &[
            (b"A drug helps\n\nThirty people took it.", Some(Format::Plain)),
            (b"", Some(Format::Plain)),
            (b"<5 % of patients relapsed, doctors say", Some(Format::Plain)),
            (b"[Update] The trial has ended", Some(Format::Plain)),
            (b"\xef\xbb\xbf{\"id\": \"a\", \"text\": \"b\"}\n", Some(Format::Jsonl)),
            (b"{\"cut", Some(Format::Jsonl)),
            (b"oops\n{\"id\": \"a\", \"text\": \"b\"}\n", Some(Format::Jsonl)),
            (b"The file held\n{\"colour\": \"red\"}\n", Some(Format::Plain)),
            (b"\n <!DOCTYPE html><html>", Some(Format::Html)),
            (b"<!-- saved --><HTML lang=en>", Some(Format::Html)),
            (b"<p>A fragment</p>", Some(Format::Html)),
            (b"\xff\xfe<\0h\0t\0m\0l\0>\0", Some(Format::Html)),
            (b"\xff\xfeA\0 \0", Some(Format::Plain)),
            (b"{\n  \"id\": 1\n}", None),
            (b"[{\"id\": 1}]", None),
            (b"%PDF-1.7", None),
            (b"\x1f\x8b\x08", None),
            (b"ab\0cd", None),
        ];
        for (head, expected) in cases {
            assert_eq!(sniff(head).ok(), *expected, "{}", String::from_utf8_lossy(head));
        }
    }
}
