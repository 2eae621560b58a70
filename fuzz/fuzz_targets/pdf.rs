//! One PDF file, read in this process.

#![no_main]

use std::panic;
use std::sync::Once;

static QUIET: Once = Once::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The reader of the format panics on damaged files, which is caught: only what gets past that ends the process.
    QUIET.call_once(|| panic::set_hook(Box::new(|_| {})));
    trialwire_fuzz::parse(trialwire::ingest::Format::Pdf, bytes);
});
