//! A JSON array.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::read(&[b"[{\"", bytes].concat()));
