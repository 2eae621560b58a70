//! Containers as they are met: compressed, cut off at any place, mixed in one folder, with other names of fields.

#![cfg(all(feature = "cli", feature = "html", feature = "archives"))]

use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use assert_cmd::Command;
use trialwire::ingest::{Documents, Limits};
use trialwire::pipeline::{self, Event, Job, Purpose, Reader};

/// Places at which a file is cut.
const CUTS: usize = 100;

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn text(n: usize) -> String {
    format!("The trial at clinic {n} enrolled {} adults with depression, and {} of them felt better.", 30 + n, 10 + n)
}

fn line(n: usize) -> String {
    format!("{{\"id\": \"article-{n}\", \"text\": {:?}}}\n", text(n))
}

fn page(n: usize) -> String {
    let body = format!(
        "<!doctype html><html><head><title>Clinic {n}</title></head><body><article><p>{0}</p><p>{0}</p></article></body></html>",
        text(n)
    );
    let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}");
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/{n}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

/// Numbers that look like chance and are the same everywhere (Knuth's linear congruential generator).
fn places(below: usize) -> Vec<usize> {
    let mut state = 20_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1 + (state >> 33) as usize % (below - 1)
    };
    (0..CUTS).map(|_| next()).collect()
}

/// A whole run over one file: the ids that came out and what was skipped.
fn run(reader: &Reader, path: &Path) -> (Vec<String>, Vec<String>) {
    let job = Job {
        reader,
        inputs: vec![path.to_owned()],
        limits: Limits::default(),
        threads: 1,
        with_text: false,
        purpose: Purpose::Claims,
    };
    let (mut out, mut skipped) = (Vec::new(), Vec::new());
    let format = |record: &trialwire::model::Record, to: &mut Vec<u8>| to.extend(format!("{}\n", record.id).bytes());
    pipeline::extract(&job, format, &mut out, &mut |event| {
        if let Event::Skipped(skip) = event {
            skipped.push(skip.to_string());
        }
    })
    .unwrap();
    (String::from_utf8(out).unwrap().lines().map(str::to_owned).collect(), skipped)
}

/// Cuts a file at many places: each time the run ends, gives the articles that `expected` tells for that place, and
/// tells of one cut at most.
fn cut_everywhere(whole: &[u8], name: &str, expected: &dyn Fn(usize) -> usize) {
    let reader = Reader::bundled();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, whole).unwrap();
    let (all, skipped) = run(&reader, &path);
    assert_eq!((all.len(), skipped.len()), (expected(whole.len()), 0), "{skipped:?}");
    for end in places(whole.len()) {
        fs::write(&path, &whole[..end]).unwrap();
        let (ids, skipped) = run(&reader, &path);
        assert_eq!(ids, all[..expected(end)], "cut at {end}: {skipped:?}");
        assert!(skipped.len() <= 1, "cut at {end}: {skipped:?}");
        assert!(skipped.iter().all(|told| told.contains(name)), "{skipped:?}");
    }
}

/// How many of the pieces end before a place.
fn whole_pieces(pieces: &[usize], end: usize) -> usize {
    let mut before = 0;
    let ends = pieces.iter().map(|piece| {
        before += piece;
        before
    });
    ends.filter(|&piece_end| piece_end <= end).count()
}

#[test]
fn a_cut_jsonl_gives_every_line_before_the_cut() {
    let lines: Vec<String> = (0..60).map(line).collect();
    // A line is whole without its line end.
    let lengths: Vec<usize> = lines.iter().map(String::len).collect();
    cut_everywhere(lines.concat().as_bytes(), "cut.jsonl", &|end| whole_pieces(&lengths, end + 1));
}

#[test]
fn a_cut_zst_gives_every_line_that_can_be_unpacked() {
    let mut whole = Vec::new();
    for part in (0..600).map(line).collect::<Vec<_>>().chunks(150) {
        whole.extend(zstd::encode_all(part.concat().as_bytes(), 3).unwrap());
    }
    let expected = |end: usize| {
        let mut content = Vec::new();
        let mut decoder = zstd::Decoder::new(&whole[..end]).unwrap();
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = decoder.read(&mut buffer) {
            content.extend_from_slice(&buffer[..read]);
        }
        content.iter().filter(|&&byte| byte == b'\n').count()
    };
    cut_everywhere(&whole, "cut.jsonl.zst", &expected);
}

#[test]
fn a_cut_web_archive_gives_every_page_before_the_cut() {
    let members: Vec<Vec<u8>> = (0..12).map(|n| gzip(page(n).as_bytes())).collect();
    let lengths: Vec<usize> = members.iter().map(Vec::len).collect();
    // The last bytes of a member are its checksum and the empty lines behind the page; a page can be whole without them.
    let reader = Reader::bundled();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.warc.gz");
    let whole = members.concat();
    for end in places(whole.len()) {
        fs::write(&path, &whole[..end]).unwrap();
        let (ids, skipped) = run(&reader, &path);
        let before = whole_pieces(&lengths, end);
        assert!((before..=before + 1).contains(&ids.len()), "cut at {end}: {ids:?} {skipped:?}");
        assert!(ids.iter().enumerate().all(|(n, id)| *id == format!("https://courier.example/{n}")), "{ids:?}");
        assert!(skipped.len() <= 1, "cut at {end}: {skipped:?}");
    }
}

fn trialwire(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("trialwire").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn ids(records: &str) -> Vec<&str> {
    records.lines().map(|line| line.split('"').nth(3).unwrap()).collect()
}

#[test]
fn containers_are_mixed_and_told_by_content() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).unwrap();
    let table = format!("id,text,outlet\nrow,\"{}\",The Courier\n", text(1));
    write("a.txt", table.as_bytes());
    write("b.txt", table.replace("row", "tab").replace(',', "\t").as_bytes());
    let array = format!("[{},\n{}]", line(1), line(2));
    write("c.txt", &gzip(array.as_bytes()));
    write("d.txt", &zstd::encode_all(text(3).as_bytes(), 1).unwrap());
    write("e.txt", &gzip(&gzip(line(4).as_bytes())));
    write("f.txt", page(5).as_bytes());
    write("g.txt", &gzip(&gzip(&gzip(b"too deep"))));
    let image = page(6).replace("text/html", "image/png");
    write("h.txt", &gzip([image.as_bytes(), page(7).as_bytes()].concat().as_slice()));
    let (code, out, told) = trialwire(folder.path(), &["extract", "--format", "records", "."]);
    assert_eq!(code, 0, "{told}");
    let expected = [
        "row",
        "tab",
        "article-1",
        "article-2",
        "./d.txt",
        "article-4",
        "https://courier.example/5",
        "https://courier.example/7",
    ];
    assert_eq!(ids(&out), expected, "{told}");
    assert_eq!(
        told,
        "skipped ./g.txt: is compressed more than 2 times over; unpack it first\n\
         8 articles read, 2 skipped (1 compressed too often, 1 not a web page)\n"
    );
}

/// What Excel saves as "Unicode text", and other files in UTF-16.
#[test]
fn files_in_utf_16_are_told_by_content() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str, big: bool| {
        let units = [0xfeff].into_iter().chain(content.encode_utf16());
        let bytes = units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        fs::write(folder.path().join(name), bytes.collect::<Vec<u8>>()).unwrap();
    };
    write("a.txt", &format!("id\ttext\r\nrow\t{} “Naïve” 治療.\r\n", text(1)), false);
    write("b.txt", &format!("id,text\ncomma,\"{}\"\n", text(2)), true);
    write("c.txt", &[line(3), line(4)].concat(), false);
    write("d.txt", &text(5), true);
    write("e.txt", "<!doctype html><html><body><p>Thirty adults took part in the trial.</p></body></html>", false);
    let (code, out, told) = trialwire(folder.path(), &["extract", "--format", "records", "--with-text", "."]);
    assert_eq!((code, ids(&out)), (0, vec!["row", "comma", "article-3", "article-4", "./d.txt", "./e.txt"]), "{told}");
    assert!(out.contains("“Naïve” 治療."), "{out}");
}

/// Nobody may ever write into a pipe of that name; one that a shell opened has its writer.
#[cfg(unix)]
#[test]
fn only_open_pipes_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("pipe")).status();
    if made.is_ok_and(|status| status.success()) {
        let (code, _, told) = trialwire(folder.path(), &["extract", "pipe"]);
        assert_eq!(code, 2);
        assert!(
            told.contains("pipe: is a named pipe, which might never be written to; read it as standard input"),
            "{told}"
        );
    }
    for name in ["-", "/dev/stdin", "/dev/fd/0"] {
        let mut command = Command::cargo_bin("trialwire").unwrap();
        let output = command.args(["extract", "--format", "records", name]).write_stdin(line(1)).output().unwrap();
        assert_eq!(ids(&String::from_utf8(output.stdout).unwrap()), ["article-1"], "{name}");
    }
}

#[test]
fn other_names_of_fields_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
    write("a.csv", &format!("nr;Body Text;source\n7;{};The Courier\n", text(1)));
    write("b.json", &format!("[{{\"nr\": 8, \"Body Text\": [{:?}, \"More.\"]}}]", text(2)));
    write("c.jsonl", &format!("{{\"nr\": 9, \"body\": {:?}}}\n", text(3)));
    let map = "--map=text=Body Text,id=nr";
    let (code, out, told) = trialwire(folder.path(), &["extract", "--format", "records", map, "a.csv", "b.json"]);
    assert_eq!((code, ids(&out)), (0, vec!["7", "8"]), "{told}");
    let (code, _, told) = trialwire(folder.path(), &["extract", map, "c.jsonl"]);
    assert_eq!(code, 2);
    assert!(told.contains("c.jsonl: has no field \"Body Text\" (--map text=Body Text); it has body, nr"), "{told}");
    let (code, _, told) = trialwire(folder.path(), &["extract", "a.csv"]);
    assert_eq!(code, 2);
    assert!(told.contains("say which of nr, Body Text, source is it, as in --map text=COLUMN"), "{told}");
    let (code, _, told) = trialwire(folder.path(), &["extract", "--map", "txt=body", "a.csv"]);
    assert_eq!(code, 2);
    assert!(told.contains("there is no field \"txt\"; the fields are id, text"), "{told}");
}

/// A line of a hundred megabytes, NUL bytes, a nest of brackets: none of it is kept, and what follows is read.
#[test]
fn gigantic_pieces_are_passed_by() {
    let endless = || io::repeat(b'a').take(100 << 20);
    let read = |stream: Box<dyn Read + Send>| -> Vec<String> {
        let limits = Limits { article_bytes: 1 << 20, ..Limits::default() };
        let pieces = Documents::of_stream("f", stream, limits);
        pieces.map(|piece| piece.map_or_else(|skip| skip.reason.label().to_owned(), |raw| raw.source())).collect()
    };
    let lines = Cursor::new(b"{\"text\": \"").chain(endless()).chain(&b"\"}\n{\"text\": \"b\"}\n"[..]);
    assert_eq!(read(Box::new(lines)), ["too large", "f:2"]);
    let array = Cursor::new(b"[{\"text\": \"").chain(endless()).chain(&b"\"}, {\"text\": \"b\"}]"[..]);
    assert_eq!(read(Box::new(array)), ["too large", "f[1]"]);
    let table = Cursor::new(b"id,text\n1,\"").chain(endless()).chain(&b"\"\n2,b\n"[..]);
    assert_eq!(read(Box::new(table)), ["too large", "f:3"]);
    let archive = Cursor::new(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\n");
    let archive = archive.chain(endless()).chain(Cursor::new(format!("\r\n\r\n{}", page(1)).into_bytes()));
    assert_eq!(read(Box::new(archive)), ["damaged", "f@104857669"]);
    let nest = Cursor::new(b"{\"text\": 1}\n").chain(io::repeat(b'[').take(3 << 20)).chain(&b"\n{\"text\": \"b\"}"[..]);
    assert_eq!(read(Box::new(nest)), ["f:1", "too large", "f:3"]);
    assert_eq!(read(Box::new(io::repeat(0))), ["not text"]);
}
