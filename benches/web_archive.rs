//! A web archive of any size, made while it is read: speed and peak memory of cutting it into pages and reading these.
//!
//! `cargo bench --bench web_archive` prints both for a small and a large archive; `cargo bench --bench web_archive --
//! --write BYTES` writes such an archive to standard output.

use std::env;
use std::fs;
use std::io::{self, Read, Write};
use std::time::Instant;

use trialwire::ingest::{self, Documents, Limits};

/// Sizes whose peak memory is compared.
const SIZES: [u64; 2] = [64 << 20, 1 << 30];

/// Bytes of the picture behind each page: archives hold more of these than of pages.
const PICTURE_BYTES: usize = 400_000;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--write") {
        let bytes = arguments.get(at + 1).and_then(|bytes| bytes.parse().ok()).unwrap_or(SIZES[0]);
        let written = io::copy(&mut Archive::new(bytes), &mut io::stdout().lock());
        return written.map(drop);
    }
    for bytes in SIZES {
        measure(bytes)?;
    }
    Ok(())
}

fn measure(bytes: u64) -> io::Result<()> {
    let started = Instant::now();
    let limits = Limits::default();
    let (mut pages, mut skipped) = (0, 0);
    for raw in Documents::of_stream("archive", Box::new(Archive::new(bytes)), limits.clone()) {
        match raw.and_then(|raw| ingest::parse(&raw, &limits)) {
            Ok(_) => pages += 1,
            Err(skip) => skipped += skip.reason.count(),
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    writeln!(
        io::stdout(),
        "{} MB: {pages} pages, {skipped} other records, {:.0} MB/s, peak memory {}",
        bytes / 1_000_000,
        bytes as f64 / 1e6 / seconds,
        peak_memory()
    )
}

/// As the system tells it, where it does.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |kilobytes| kilobytes.trim().to_owned())
}

/// Records one after another, until there are so many bytes.
struct Archive {
    left: u64,
    record: Vec<u8>,
    at: usize,
    records: u64,
}

impl Archive {
    fn new(bytes: u64) -> Self {
        Self { left: bytes, record: Vec::new(), at: 0, records: 0 }
    }

    fn next_record(&mut self) {
        let n = self.records;
        self.records += 1;
        let (kind, body) =
            if n.is_multiple_of(2) { ("text/html", page(n)) } else { ("image/png", "x".repeat(PICTURE_BYTES)) };
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}");
        self.record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/{n}\r\n\
             Content-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
        .into_bytes();
        self.at = 0;
    }
}

fn page(n: u64) -> String {
    let paragraph = format!(
        "<p>The trial at clinic {n} enrolled {} adults with depression, and {} per cent of them felt better after six \
         weeks, compared with {} per cent of those who took a placebo.</p>",
        30 + n % 500,
        40 + n % 20,
        20 + n % 20
    );
    format!(
        "<!doctype html><html><head><title>Clinic {n}</title></head><body><article>{}</article></body></html>",
        paragraph.repeat(20)
    )
}

impl Read for Archive {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.at == self.record.len() && self.left > 0 {
            self.next_record();
        }
        let bytes = to.len().min(self.record.len() - self.at);
        to[..bytes].copy_from_slice(&self.record[self.at..self.at + bytes]);
        self.at += bytes;
        self.left = self.left.saturating_sub(bytes as u64);
        Ok(bytes)
    }
}
