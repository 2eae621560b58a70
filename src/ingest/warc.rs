//! A web archive in, its pages out: record by record, whatever lengths they declare and whatever is broken between them.
//!
//! The format is ISO 28500, <https://iipc.github.io/warc-specifications/>.

use std::sync::Arc;

use memchr::memmem;

use super::http::Head;
use super::packed::find;
use super::stream::Stream;
use super::{At, Format, Item, Limits, Raw, Reason, Skip, charset};
use crate::model::Article;

/// Largest head of a record, and of the response within it.
const HEAD_BYTES: usize = 64 << 10;

/// Bytes looked at together.
const CHUNK_BYTES: usize = 64 << 10;

const BEGINNING: &[u8] = b"WARC/";

/// A record begins here, whatever length the one before it declared.
const BOUNDARY: &[u8] = b"\r\n\r\nWARC/1.";

/// A web archive that is being read.
pub(super) struct Archive {
    path: Arc<str>,
    from: Stream,
    /// Responses that were no pages.
    others: usize,
    ended: bool,
}

/// The fields of a record's head that are of use.
struct Record<'h> {
    kind: &'h str,
    length: u64,
    uri: Option<&'h str>,
    id: Option<&'h str>,
}

/// The block of a record, or as much of it as there is.
struct Block {
    bytes: Vec<u8>,
    found: u64,
    end: BlockEnd,
}

#[derive(PartialEq, Eq)]
enum BlockEnd {
    AsDeclared,
    /// The next record begins within it.
    Early,
    /// The stream ends within it.
    Cut,
}

impl Archive {
    pub(super) fn new(path: Arc<str>, from: Stream) -> Self {
        Self { path, from, others: 0, ended: false }
    }

    /// The next page or broken record; last of all, how many records were no pages.
    pub(super) fn next(&mut self, limits: &Limits) -> Option<Result<Raw, Skip>> {
        while !self.ended {
            skip_line_ends(&mut self.from);
            let start = self.from.offset();
            match self.record(limits) {
                Ok(None) => {}
                Ok(Some(bytes)) => return Some(Ok(Raw { at: self.at(start), ..self.raw(bytes) })),
                Err(reason) => return Some(Err(Skip { at: self.at(start), ..self.skip(reason) })),
            }
        }
        let others = std::mem::take(&mut self.others);
        (others > 0).then(|| Err(self.skip(Reason::NotPages(others))))
    }

    fn at(&mut self, start: u64) -> At {
        At::Byte(self.from.place(start))
    }

    fn raw(&self, bytes: Vec<u8>) -> Raw {
        Raw { path: self.path.clone(), at: At::Whole, format: Format::Warc, bytes }
    }

    fn skip(&self, reason: Reason) -> Skip {
        Skip { path: self.path.to_string(), at: At::Whole, reason }
    }

    /// The record that begins here, if it is a page, head and block as they stand.
    fn record(&mut self, limits: &Limits) -> Result<Option<Vec<u8>>, Reason> {
        let ahead = self.from.ahead(HEAD_BYTES);
        if ahead.is_empty() {
            return self.end(None).map_or(Ok(None), Err);
        }
        let Some(end) = ahead.starts_with(BEGINNING).then(|| head_end(ahead)).flatten() else {
            let cut = ahead.len() < HEAD_BYTES && BEGINNING.starts_with(&ahead[..ahead.len().min(BEGINNING.len())]);
            self.from.pass(1);
            return Err(self.broken("it does not begin as records do", cut));
        };
        let head = ahead[..end].to_vec();
        self.from.pass(end);
        let text = String::from_utf8_lossy(&head);
        let Some(record) = Record::parse(&text) else {
            return Err(self.broken("its head has no Content-Length", false));
        };
        let wanted = record.kind == "response" && self.is_page(record.length);
        let most = if wanted { limits.page_bytes.saturating_add(HEAD_BYTES) } else { 0 };
        let block = take_block(&mut self.from, record.length, most);
        self.check(&record, &block)?;
        self.others += usize::from(record.kind == "response" && !wanted);
        match wanted {
            true if record.length > most as u64 => {
                Err(Reason::TooLarge { found: usize::try_from(record.length).unwrap_or(usize::MAX), limit: most })
            }
            true => Ok(Some([head, block.bytes].concat())),
            false => Ok(None),
        }
    }

    /// Looks at the response ahead.
    fn is_page(&mut self, length: u64) -> bool {
        let ahead = self.from.ahead(HEAD_BYTES);
        let block = &ahead[..usize::try_from(length).unwrap_or(usize::MAX).min(ahead.len())];
        Head::parse(block).is_some_and(|head| head.is_page(&block[head.length..]))
    }

    /// Holds a block against the length that its record declared.
    fn check(&mut self, record: &Record<'_>, block: &Block) -> Result<(), Reason> {
        match block.end {
            BlockEnd::Early => return Err(Reason::BadLength { declared: record.length, found: block.found }),
            BlockEnd::Cut => {
                let cut = Reason::BadLength { declared: record.length, found: block.found };
                return Err(self.end(Some(cut)).unwrap_or(Reason::BrokenRecord("it is cut off")));
            }
            BlockEnd::AsDeclared => {}
        }
        let properly = self.from.ahead(4).starts_with(b"\r\n\r\n");
        skip_line_ends(&mut self.from);
        let ahead = self.from.ahead(BEGINNING.len());
        if properly || ahead.is_empty() || BEGINNING.starts_with(&ahead[..ahead.len().min(BEGINNING.len())]) {
            return Ok(());
        }
        Err(self.broken("it goes on beyond its Content-Length", false))
    }

    /// Goes to the next record after one that cannot be read.
    fn broken(&mut self, why: &'static str, cut: bool) -> Reason {
        if cut {
            return self.end(Some(Reason::BrokenRecord("it is cut off"))).unwrap_or(Reason::BrokenRecord(why));
        }
        skip_line_ends(&mut self.from);
        if self.from.ahead(BEGINNING.len()).starts_with(BEGINNING) {
            return Reason::BrokenRecord(why);
        }
        if find(&mut self.from, b"\nWARC/") {
            self.from.pass(1);
            return Reason::BrokenRecord(why);
        }
        let rest = self.from.ahead(CHUNK_BYTES).len();
        self.from.pass(rest);
        self.end(Some(Reason::BrokenRecord(why))).unwrap_or(Reason::BrokenRecord(why))
    }

    /// What to tell where the stream ends: nothing at its proper end, and `Err` of damage behind which reading goes on.
    fn end(&mut self, told: Option<Reason>) -> Option<Reason> {
        let Some(failure) = self.from.failure() else {
            self.ended = true;
            return told;
        };
        if self.from.go_on(BEGINNING) {
            return Some(Reason::BrokenRecord("its compressed data are damaged"));
        }
        self.ended = true;
        Some(failure)
    }
}

impl<'h> Record<'h> {
    fn parse(head: &'h str) -> Option<Self> {
        let field = |wanted: &str| {
            let mut fields = head.lines().skip(1).filter_map(|line| line.split_once(':'));
            fields.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted)).map(|(_, value)| value.trim())
        };
        let uri = field("WARC-Target-URI").map(|uri| uri.trim_start_matches('<').trim_end_matches('>'));
        Some(Self {
            kind: field("WARC-Type").unwrap_or_default(),
            length: field("Content-Length")?.parse().ok()?,
            uri: uri.filter(|uri| !uri.is_empty()),
            id: field("WARC-Record-ID").filter(|id| !id.is_empty()),
        })
    }
}

/// Length of a head with the empty line that ends it.
fn head_end(bytes: &[u8]) -> Option<usize> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let ends = [&b"\r\n\r\n"[..], b"\n\n"];
    ends.iter().filter_map(|end| memmem::find(head, end).map(|at| at + end.len())).min()
}

fn skip_line_ends(from: &mut Stream) {
    while let Some(b'\r' | b'\n') = from.ahead(1).first() {
        from.pass(1);
    }
}

/// Reads a block and keeps so much of it. Memory is taken for what is there, not for what is declared.
fn take_block(from: &mut Stream, length: u64, most: usize) -> Block {
    let mut block = Block { bytes: Vec::new(), found: 0, end: BlockEnd::AsDeclared };
    while block.found < length {
        let left = usize::try_from(length - block.found).unwrap_or(usize::MAX);
        let ahead = from.ahead(CHUNK_BYTES);
        let window = &ahead[..ahead.len().min(left.saturating_add(BOUNDARY.len() - 1))];
        let boundary = memmem::find(window, BOUNDARY);
        let taken = match boundary {
            Some(at) => at,
            None if ahead.len() >= CHUNK_BYTES => left.min(ahead.len() - BOUNDARY.len()),
            None => left.min(ahead.len()),
        };
        let kept = taken.min(most - block.bytes.len());
        block.bytes.extend_from_slice(&ahead[..kept]);
        block.found += taken as u64;
        from.pass(taken);
        if boundary.is_some() {
            block.end = BlockEnd::Early;
            return block;
        }
        if taken == 0 {
            block.end = BlockEnd::Cut;
            return block;
        }
    }
    block
}

/// Reads one record.
pub(super) fn parse(raw: &Raw, limits: &Limits) -> Result<Item, Reason> {
    let end = head_end(&raw.bytes).ok_or(Reason::BrokenRecord("its head does not end"))?;
    let text = String::from_utf8_lossy(&raw.bytes[..end]);
    let record = Record::parse(&text).ok_or(Reason::BrokenRecord("its head has no Content-Length"))?;
    let response = &raw.bytes[end..];
    let head = Head::parse(response).ok_or(Reason::NotPages(1))?;
    let body = head.decode(&response[head.length..], limits.page_bytes)?;
    let page = web_page(&charset::decode_served(&body, &head.content_type), limits)?;
    let uri = record.uri.map(str::to_owned);
    let id = uri.clone().or_else(|| record.id.map(str::to_owned)).unwrap_or_else(|| raw.source());
    let outlet = page.outlet.or_else(|| uri.as_deref().and_then(host).map(str::to_owned));
    let url = page.url.or(uri);
    Ok(Item::Article(Box::new(Article { id, url, outlet, source: raw.source(), ..page })))
}

/// "www.courier.example" of an address.
fn host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(feature = "html")]
fn web_page(page: &str, limits: &Limits) -> Result<Article, Reason> {
    super::html::parse(page, limits)
}

#[cfg(not(feature = "html"))]
fn web_page(_: &str, _: &Limits) -> Result<Article, Reason> {
    Err(Reason::NoHtml)
}

#[cfg(test)]
mod tests {
    use super::super::packed::tests::gzip;
    use super::super::stream;
    use super::*;

    const PAGE: &str = "<!doctype html><html><body><p>Thirty adults took part.</p></body></html>";

    /// A record with its declared length changed by so much.
    fn record(uri: &str, head: &str, body: &str, wrong: i64) -> Vec<u8> {
        let block = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}");
        let length = block.len() as i64 + wrong;
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <{uri}>\r\nContent-Length: {length}\r\n\r\n{block}\r\n\r\n"
        )
        .into_bytes()
    }

    fn page(uri: &str) -> Vec<u8> {
        record(uri, "Content-Type: text/html", PAGE, 0)
    }

    fn other(kind: &str, block: &str) -> Vec<u8> {
        format!("WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n", block.len()).into_bytes()
    }

    /// The address of each page, or the reason of the skip, with its byte.
    fn read(archive: &[u8]) -> Vec<String> {
        let limits = Limits { page_bytes: 2000, ..Limits::default() };
        let stream = super::super::packed::unpack(stream::stream(archive), &limits).unwrap();
        let mut archive = Archive::new("a".into(), stream);
        let told = |piece: Result<Raw, Skip>| match piece {
            Ok(raw) => {
                let text = String::from_utf8_lossy(&raw.bytes).into_owned();
                assert!(text.ends_with("</html>"), "{text}");
                let end = head_end(&raw.bytes).unwrap();
                format!("{} {}", raw.at, Record::parse(&text[..end]).unwrap().uri.unwrap())
            }
            Err(skip) => format!("{} ! {}", skip.at, skip.reason),
        };
        std::iter::from_fn(|| archive.next(&limits)).map(told).collect()
    }

    fn addresses(archive: &[u8]) -> Vec<String> {
        let found = read(archive).into_iter().filter(|told| !told.contains('!'));
        found.map(|told| told.rsplit(' ').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn pages_are_read_and_the_rest_is_counted() {
        let parts = [
            other("warcinfo", "software: x"),
            page("u:a"),
            other("request", "GET /"),
            record("u:image", "Content-Type: image/png", &"x".repeat(9000), 0),
            record("u:image", "", "GIF89a", 0),
            record("u:b", "Server: x", PAGE, 0),
            other("metadata", "WARC/1.0 in a text"),
            other("response", "no http"),
        ];
        let b = parts[..5].concat().len();
        let a = parts[0].len();
        let expected = [format!("@{a} u:a"), format!("@{b} u:b"), " ! holds 3 records that are no web pages".into()];
        assert_eq!(read(&parts.concat()), expected);
        let unix = String::from_utf8(page("u:a"))
            .unwrap()
            .replace("\r\n\r\nHTTP", "\n\nHTTP")
            .replace("200 OK\r\n", "200 OK\n ");
        assert_eq!(addresses(&[unix.into_bytes(), page("u:b")].concat()), ["u:a", "u:b"]);
    }

    #[test]
    fn wrong_lengths_cost_one_record_and_no_memory() {
        for wrong in [7, 300, 5_000, 100_000_000_000_000, -3, -60] {
            let archive =
                [page("u:a"), record("u:wrong", "Content-Type: text/html", PAGE, wrong), page("u:b"), page("u:c")];
            let told = read(&archive.concat());
            assert_eq!(addresses(&archive.concat()), ["u:a", "u:b", "u:c"], "{wrong}: {told:?}");
            assert!(told[1].starts_with(&format!("@{} ! ", archive[0].len())), "{told:?}");
        }
        for broken in ["WARC/1.0\r\nContent-Length: many\r\n\r\n", "WARC/1.0\r\nno end", "noise", "WARC/1.0\r\n\r\n"] {
            let archive = [page("u:a"), broken.as_bytes().to_vec(), b"\r\n\r\n".to_vec(), page("u:b")].concat();
            assert_eq!(addresses(&archive), ["u:a", "u:b"], "{broken}");
            assert_eq!(read(&archive).len(), 3, "{broken}");
        }
    }

    #[test]
    fn too_large_pages_are_told() {
        let large = record("u:large", "Content-Type: text/html", &"x".repeat(70_000), 0);
        let told = read(&[page("u:a"), large, page("u:b")].concat());
        assert_eq!(told.len(), 3);
        assert!(told[1].contains("bytes or more, the limit is 67536"), "{told:?}");
    }

    #[test]
    fn damaged_members_cost_their_records_only() {
        let pages: Vec<_> = ["u:a", "u:b", "u:c", "u:d"].iter().map(|uri| gzip(&page(uri))).collect();
        let (second, third) = (pages[0].len(), pages[..2].concat().len());
        let mut damaged = pages.concat();
        damaged[second + 20..second + 40].fill(0xff);
        let told = read(&damaged);
        assert_eq!(addresses(&damaged), ["u:a", "u:c", "u:d"], "{told:?}");
        assert!(told[1].starts_with(&format!("@{second} ! is a broken record")), "{told:?}");
        let missing = [&pages[0][..], &pages[1][..pages[1].len() / 2], &pages[2], &pages[3]].concat();
        assert_eq!(addresses(&missing), ["u:a", "u:c", "u:d"], "{:?}", read(&missing));
        let whole = read(&pages.concat());
        assert_eq!(whole[2], format!("@{third} u:c"));
    }

    #[test]
    fn a_cut_archive_gives_what_is_whole() {
        let pages: Vec<_> = (0..5).map(|n| page(&format!("u:{n}"))).collect();
        let packed: Vec<_> = pages.iter().map(|page| gzip(page)).collect();
        for pieces in [&pages, &packed] {
            let whole = pieces.concat();
            for end in (1..whole.len()).step_by(13) {
                let mut before = 0;
                let ends = pieces.iter().filter(|piece| {
                    before += piece.len();
                    before <= end
                });
                let (count, told) = (ends.count(), read(&whole[..end]));
                let found = addresses(&whole[..end]).len();
                // A page is also whole without the empty lines behind it.
                assert!((count..=count + 1).contains(&found), "{end}: {told:?}");
                assert!(told.len() <= found + 1, "{end}: {told:?}");
            }
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn a_page_becomes_an_article() {
        let parse = |bytes: Vec<u8>| {
            let raw = Raw { path: "a.warc".into(), at: At::Byte(7), format: Format::Warc, bytes };
            match parse(&raw, &Limits::default()) {
                Ok(Item::Article(article)) => *article,
                other => panic!("{other:?}"),
            }
        };
        let text = "<html><body><article><p>Thirty caf\u{e9} guests took part in the trial, the team said on Monday.</p>\
            <p>Of those who took it, 54 per cent went into remission, compared with 31 per cent of the others.</p></article>";
        let article = parse(record("https://courier.example:80/a", "Content-Type: text/html; charset=utf-8", text, 0));
        assert_eq!((article.id.as_str(), article.source.as_str()), ("https://courier.example:80/a", "a.warc@7"));
        assert_eq!(article.outlet.as_deref(), Some("courier.example"));
        assert_eq!(article.url.as_deref(), Some("https://courier.example:80/a"));
        assert!(article.text.contains("café guests"), "{}", article.text);
        let unnamed = String::from_utf8(record("", "Content-Type: text/html", text, 0)).unwrap();
        assert_eq!(parse(unnamed.clone().into_bytes()).id, "a.warc@7");
        let named = unnamed.replace("WARC-Target-URI: <>", "WARC-Record-ID: <urn:1>");
        assert_eq!(parse(named.into_bytes()).id, "<urn:1>");
    }
}
