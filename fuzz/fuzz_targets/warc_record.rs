//! The head, the response and the page of one record.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::parse(trialwire::ingest::Format::Warc, bytes));
