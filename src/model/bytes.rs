//! Bytes of a text in, eight of them at a time out.

pub const ONES: u64 = 0x0101_0101_0101_0101;
pub const HIGH_BITS: u64 = ONES * 0x80;
pub const LOWER_CASE: u64 = ONES * 0x20;

/// The eight bytes at `at`; zeros behind the end.
#[inline(always)]
pub fn raw_eight(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => last_eight(bytes, at),
    }
}

#[cold]
fn last_eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match bytes.last_chunk() {
        Some(chunk) if !rest.is_empty() => u64::from_le_bytes(*chunk) >> (64 - 8 * rest.len()),
        _ => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}
