//! One paper as XML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| trialwire_fuzz::parse(trialwire::ingest::Format::PaperXml, bytes));
