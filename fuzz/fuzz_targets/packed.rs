//! A compressed file: content is packed, then some of its bytes are changed.

#![no_main]

use std::io::Write;

const MOST_MEMBERS: usize = 8;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [how, at, with, content @ ..] = bytes else { return };
    let mut packed = Vec::new();
    // A packer is slow to begin.
    let part = (1 + usize::from(*how >> 2)).max(content.len() / MOST_MEMBERS + 1);
    for part in content.chunks(part) {
        packed.extend(pack(*how, part));
    }
    let at = usize::from(*at) * packed.len() / 256;
    if let Some(byte) = packed.get_mut(at) {
        *byte ^= with;
    }
    trialwire_fuzz::read(&packed);
    let magic: &[u8] = if how & 1 == 0 { b"\x1f\x8b\x08" } else { b"\x28\xb5\x2f\xfd" };
    trialwire_fuzz::read(&[magic, content].concat());
});

fn pack(how: u8, content: &[u8]) -> Vec<u8> {
    if how & 1 == 1 {
        return zstd::encode_all(content, 1).unwrap();
    }
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
