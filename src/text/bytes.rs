//! UTF-8 bytes in, eight of them at a time out, and where a run of letters ends: what is done to every word of a text.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = ONES * 0x80;
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
    let mut chunk = [0; 8];
    let rest = bytes.get(at..).unwrap_or_default();
    chunk[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(chunk)
}

/// The end of the ASCII letters at `at`, eight at a time: a loop over bytes mispredicts once a word.
#[inline(always)]
pub fn letters_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let raw = raw_eight(bytes, end);
        let low = (raw | LOWER_CASE) & !HIGH_BITS;
        // The high bit of each byte: at least 'a', and above 'z'.
        let from_a = low + ONES * (0x80 - b'a' as u64);
        let above_z = low + ONES * (0x7f - b'z' as u64);
        let others = !(from_a & !above_z & !raw) & HIGH_BITS;
        if others != 0 {
            return end + (others.trailing_zeros() / 8) as usize;
        }
        end += 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_end_where_they_end() {
        for word in ["", "a", "Tocilizumab", "abcdefgh", "abcdefghijklmnopq"] {
            for after in ["", " and so on", "1", "-x", "é", "[", "@", "`", "{"] {
                let text = format!("{word}{after}");
                assert_eq!(letters_end(text.as_bytes(), 0), word.len(), "{text}");
            }
        }
    }
}
