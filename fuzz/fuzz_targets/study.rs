//! One study of a register.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::parse(trialwire::ingest::Format::Study, bytes));
