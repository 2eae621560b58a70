//! A table with a header.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::read(&[b"id,text\n", bytes].concat()));
