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
    /// A JSON array, or objects that go on over several lines.
    Json,
    /// Rows of cells that this byte separates.
    Table(u8),
    Pdf,
    /// A document of Word 2007 or later.
    Word,
    /// JATS or PubMed's XML: one paper or many.
    PaperXml,
    /// Records of ClinicalTrials.gov as JSON: one study or many.
    Study,
    /// A web archive; of one record of it, its head and block.
    Warc,
}

/// Bytes that are looked at.
pub(super) const HEAD_BYTES: usize = 64 << 10;

/// Lines tried for JSON, so that a broken first line doesn't hide a JSONL file.
const LINES_TRIED: usize = 16;

/// A PDF file begins within so many bytes.
const PDF_BYTES: usize = 1024;

/// Beginnings of files that are no text, with the remedy.
const FOREIGN: &[(&[u8], &str)] = &[
    #[cfg(not(feature = "archives"))]
    (b"\x1f\x8b", "gzip, which this build cannot read; unpack it first"),
    #[cfg(not(feature = "archives"))]
    (b"\x28\xb5\x2f\xfd", "zstd, which this build cannot read; unpack it first"),
    (b"BZh", "bzip2; unpack it first"),
    (b"\xfd7zXZ\0", "xz; unpack it first"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an office document that is old or has a password; save it as .docx or text"),
    (b"{\\rtf", "rich text; save it as .docx, HTML or text"),
    #[cfg(not(feature = "archives"))]
    (b"WARC/", "a web archive, which this build cannot read; extract its pages first"),
];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Tells the format of a file from its first [`HEAD_BYTES`], which are not in UTF-16.
pub(super) fn sniff(head: &[u8]) -> Result<Format, Reason> {
    // Mail programs and servers put a line or two before the file.
    if memmem::find(&head[..head.len().min(PDF_BYTES)], b"%PDF-").is_some_and(|at| at == 0 || head.contains(&0)) {
        return Ok(Format::Pdf);
    }
    if is_word(head) {
        return Ok(Format::Word);
    }
    if let Some((_, what)) = FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Err(Reason::NotText(what));
    }
    if cfg!(feature = "archives") && head.starts_with(b"WARC/") {
        return Ok(Format::Warc);
    }
    if memchr::memchr(0, head).is_some() {
        return Err(Reason::NotText("binary (it holds NUL bytes)"));
    }
    let head = without_mark(head).trim_ascii_start();
    if is_study(head) {
        return Ok(Format::Study);
    }
    if is_paper(head) {
        return Ok(Format::PaperXml);
    }
    if head.starts_with(b"[") && is_object(head[1..].trim_ascii_start()) {
        return Ok(Format::Json);
    }
    if head.starts_with(b"{") {
        return Ok(json_objects(head));
    }
    if is_html(head) {
        return Ok(Format::Html);
    }
    let tried = head.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).take(LINES_TRIED);
    if tried.into_iter().any(is_article_line) {
        return Ok(Format::Jsonl);
    }
    Ok(table(head).unwrap_or(Format::Plain))
}

#[cfg(feature = "csv")]
fn table(head: &[u8]) -> Option<Format> {
    super::table::delimiter(head).map(Format::Table)
}

#[cfg(not(feature = "csv"))]
fn table(_: &[u8]) -> Option<Format> {
    None
}

/// The bytes after a UTF-8 byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// What goes on after `[` in an array of objects; also an empty one and one that ends there.
fn is_object(rest: &[u8]) -> bool {
    rest.strip_prefix(b"{").is_some_and(|inner| matches!(inner.trim_ascii_start().first(), None | Some(b'"' | b'}')))
}

/// A file that begins with `{`: one object a line, or objects that go on over several lines.
fn json_objects(head: &[u8]) -> Format {
    let mut lines = head.split(|&b| b == b'\n');
    let line = lines.next().unwrap_or(head).trim_ascii();
    // A broken line is followed by others that begin an object, a line of an object by what belongs to it.
    let goes_on = lines.map(<[u8]>::trim_ascii).find(|line| !line.is_empty()).is_some_and(|next| next[0] != b'{');
    if goes_on && !line.ends_with(b"}") { Format::Json } else { Format::Jsonl }
}

/// A zip archive with the folder that only Word's files have, named in its first members or in those of its parts.
fn is_word(head: &[u8]) -> bool {
    const MARKS: [&[u8]; 2] = [b"word/", b"[Content_Types].xml"];
    head.starts_with(b"PK\x03\x04") && MARKS.iter().any(|mark| memmem::find(head, mark).is_some())
}

/// JSON with the key that every study has, as a key.
fn is_study(head: &[u8]) -> bool {
    let opens = |before: &[u8]| matches!(before.trim_ascii_end().last(), Some(b'{' | b','));
    matches!(head.first(), Some(b'{' | b'['))
        && memmem::find_iter(head, b"\"protocolSection\"").any(|at| opens(&head[..at]))
}

/// XML whose elements are those of JATS or PubMed; a web page has `<article>` too, but a page's head.
fn is_paper(head: &[u8]) -> bool {
    const MARKS: [&[u8]; 6] =
        [b"<PubmedArticle", b"<PubmedBookArticle", b"<article-meta", b"<journal-meta", b"<front>", b"<article-title"];
    let has = |tag: &[u8]| memmem::find(head, tag).is_some();
    head.starts_with(b"<") && MARKS.iter().any(|mark| has(mark)) && !has(b"<html") && !has(b"<HTML")
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
pub(super) fn is_html(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    if !head.starts_with(b"<") {
        return false;
    }
    let lower = head.to_ascii_lowercase();
    const TAGS: [&[u8]; 8] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<article", b"<div", b"<p"];
    TAGS.iter().any(|tag| memmem::find(&lower, tag).is_some())
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
            (b"{\"protocolSection\": {", Some(Format::Study)),
            (b"{\n  \"totalCount\": 5, \"studies\": [{\n\"protocolSection\": {", Some(Format::Study)),
            (b"[{\"protocolSection\": {", Some(Format::Study)),
            (b"{\"text\": \"its \\\"protocolSection\\\" holds\"}", Some(Format::Jsonl)),
            (b"<?xml version='1.0'?><!DOCTYPE article><article><front><article-meta>", Some(Format::PaperXml)),
            (b"<PubmedArticleSet>\n<PubmedArticle>", Some(Format::PaperXml)),
            (b"<html><body><article><front>", Some(Format::Html)),
            (b"PK\x03\x04 word/document.xml", Some(Format::Word)),
            (b"PK\x03\x04 photo.jpg", None),
            (b"{\\rtf1 Thirty adults}", None),
            (b"From: a\n\n%PDF-1.7\n\0", Some(Format::Pdf)),
            (b"Files begin with %PDF-1.7", Some(Format::Plain)),
            (b"{\n  \"id\": 1\n}", Some(Format::Json)),
            (b"{\"id\": 1,\n \"text\": \"a\"}", Some(Format::Json)),
            (b"{\"id\": 1,\n{\"id\": 2}\n", Some(Format::Jsonl)),
            (b"[{\"id\": 1}]", Some(Format::Json)),
            (b"\n[ \n { \"id\": 1}]", Some(Format::Json)),
            (b"[{Update}] The trial has ended", Some(Format::Plain)),
            (b"%PDF-1.7", Some(Format::Pdf)),
            (b"BZh91AY", None),
            (b"ab\0cd", None),
        ];
        for (head, expected) in cases {
            assert_eq!(sniff(head).ok(), *expected, "{}", String::from_utf8_lossy(head));
        }
    }
}
