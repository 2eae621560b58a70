//! A web archive.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::read(&[b"WARC/1.0\r\n", bytes].concat()));
