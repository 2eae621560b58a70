//! Files of every format with bytes changed, lost and doubled: reading ends, without a panic, with a bounded number of pieces.

#![cfg(all(feature = "archives", feature = "csv", feature = "html"))]

use std::env;
use std::io::{Cursor, Write};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use trialwire::ingest::{self, Documents, Fields, Limits};

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn record(head: &str, body: &[u8]) -> Vec<u8> {
    let block = [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat();
    let head =
        format!("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u:a\r\nContent-Length: {}\r\n\r\n", block.len());
    [head.as_bytes(), &block, b"\r\n\r\n"].concat()
}

const PAGE: &[u8] =
    b"<!doctype html><html><head><meta charset=utf-8><title>Trial</title></head><body><article><p>Thirty \
    adults took part.</p><p>Half of them felt better.</p></article></body></html>";

/// One file of each format, with two articles or more where it can hold them.
fn files() -> Vec<Vec<u8>> {
    let lines = b"{\"id\": 1, \"text\": \"30 adults\"}\n{\"id\": 2, \"body\": \"caf\xc3\xa9 \\u00e9\", \"meta\": {\"id\": 5}}\n";
    let array = [b"[", &lines[..31], b",\n", &lines[32..], b"]"].concat();
    let chunked = [format!("{:x}\r\n", PAGE.len()).as_bytes(), PAGE, b"\r\n0\r\n\r\n"].concat();
    let archive = [
        record("Content-Type: text/html", PAGE),
        record("Content-Type: text/html\r\nTransfer-Encoding: chunked", &chunked),
        record("Content-Type: text/html\r\nContent-Encoding: gzip", &gzip(PAGE)),
        record("Content-Type: image/png", b"\x89PNG"),
    ];
    let packed: Vec<Vec<u8>> = archive.iter().map(|record| gzip(record)).collect();
    vec![
        lines.to_vec(),
        array.clone(),
        b"id,text\n1,\"30 \"\"adults\"\"\n\"\n2,b\r\n".to_vec(),
        b"id\ttext\n1\ta\n2\tb\n".to_vec(),
        PAGE.to_vec(),
        archive.concat(),
        packed.concat(),
        zstd::encode_all(&lines[..], 1).unwrap(),
        gzip(&gzip(&array)),
        b"Title\n\nThirty adults.".to_vec(),
    ]
}

/// What happens to a file.
#[derive(Clone, Debug)]
enum Harm {
    Change(Index, u8),
    Cut(Index, Index),
    Double(Index, Index),
    Insert(Index, &'static [u8]),
}

/// Pieces that mean something to one of the readers.
const MEANINGFUL: &[&[u8]] = &[
    b"\0",
    b"\"",
    b"\\",
    b"[",
    b"}",
    b",",
    b"\n",
    b"\r\n\r\n",
    b"<",
    b"</",
    b"<!--",
    b"WARC/1.0\r\n",
    b"Content-Length: 18446744073709551615\r\n",
    b"Content-Length: -1\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n",
    b"ffffffffffffffff\r\n",
    b"\x1f\x8b\x08",
    b"\x28\xb5\x2f\xfd",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xf0\x9f\xa7",
];

fn harm() -> impl Strategy<Value = Harm> {
    let place = any::<Index>;
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, byte)| Harm::Change(at, byte)),
        (place(), place()).prop_map(|(from, to)| Harm::Cut(from, to)),
        (place(), place()).prop_map(|(from, to)| Harm::Double(from, to)),
        (place(), select(MEANINGFUL)).prop_map(|(at, piece)| Harm::Insert(at, piece)),
    ]
}

fn apply(mut file: Vec<u8>, harm: &Harm) -> Vec<u8> {
    let range = |from: &Index, to: &Index| {
        let (a, b) = (from.index(file.len() + 1), to.index(file.len() + 1));
        a.min(b)..a.max(b)
    };
    match harm {
        Harm::Change(at, byte) if !file.is_empty() => {
            let at = at.index(file.len());
            file[at] = *byte;
        }
        Harm::Change(..) => {}
        Harm::Cut(from, to) => drop(file.drain(range(from, to))),
        Harm::Double(from, to) => {
            let range = range(from, to);
            let piece = file[range.clone()].to_vec();
            file.splice(range.end..range.end, piece);
        }
        Harm::Insert(at, piece) => {
            let at = at.index(file.len() + 1);
            file.splice(at..at, piece.iter().copied());
        }
    }
    file
}

fn config() -> ProptestConfig {
    // A fixed seed: the same files on every machine; PROPTEST_RNG_SEED and PROPTEST_CASES try others and more.
    let number = |name| env::var(name).ok().and_then(|value| value.parse().ok());
    ProptestConfig {
        cases: number("PROPTEST_CASES").unwrap_or(1024) as u32,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(number("PROPTEST_RNG_SEED").unwrap_or(20)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn reading_ends_without_a_panic(file in select(files()), harms in vec(harm(), 1..6), mapped in any::<bool>()) {
        let file = harms.iter().fold(file, apply);
        let names: &[(&str, &str)] = if mapped { &[("text", "body"), ("id", "meta.id")] } else { &[] };
        let fields = Fields::new(names.iter().copied()).unwrap();
        let limits = Limits { article_bytes: 4000, page_bytes: 4000, unpacked_bytes: 1 << 20, fields, ..Limits::default() };
        let bytes = file.len();
        let mut pieces = 0;
        for raw in Documents::of_stream("f", Box::new(Cursor::new(file)), limits.clone()) {
            pieces += 1;
            if let Ok(raw) = raw {
                prop_assert!(raw.bytes.len() <= 4000 + (130 << 10), "{}", raw.bytes.len());
                let _ = ingest::parse(&raw, &limits);
            }
        }
        prop_assert!(pieces <= 64 + bytes, "{pieces} pieces of {bytes} bytes");
    }
}
