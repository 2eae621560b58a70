//! One Word file: a zip archive as it is, or its main part and its properties with a NUL between them, which are zipped.

#![no_main]

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let zipped = if bytes.starts_with(b"PK") { bytes.to_vec() } else { zipped(bytes) };
    trialwire_fuzz::parse(trialwire::ingest::Format::Word, &zipped);
});

/// Checksums are right, so that what is changed reaches the reader.
fn zipped(parts: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in ["word/document.xml", "docProps/core.xml"].into_iter().zip(parts.splitn(2, |&byte| byte == 0)) {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
