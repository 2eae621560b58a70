//! Any file, told by its content.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::read(bytes));
