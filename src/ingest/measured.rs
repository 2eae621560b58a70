//! A reader of unknown content in, the same reader out, ended with a reason where it gives too much.

use std::io::{self, BufRead, Read};

use super::limits::JUDGED_FROM_BYTES;
use super::{Limits, Reason};

/// Counts what passes.
pub(super) struct Measured<R> {
    from: R,
    passed: u64,
    most: u64,
    /// Passed when the piece began that is being read.
    piece: u64,
    most_of_piece: u64,
    packed: u64,
    ratio: u64,
}

impl<R: BufRead> Measured<R> {
    /// At most so many bytes that were `packed`, and pieces none of which is larger than an article.
    pub(super) fn new(from: R, most: u64, packed: usize, limits: &Limits) -> Self {
        let most_of_piece = limits.article_bytes as u64;
        let most = most.min(limits.unpacked_bytes);
        Self { from, passed: 0, most, piece: 0, most_of_piece, packed: packed as u64, ratio: limits.unpacked_ratio }
    }

    /// What was read so far is a piece; another one begins.
    pub(super) fn next_piece(&mut self) {
        self.piece = self.passed;
    }

    fn too_much(&self) -> Option<Reason> {
        let (unpacked, packed) = (self.passed, self.packed);
        let piece = unpacked - self.piece;
        let (found, limit) = (usize::try_from(piece).ok()?, usize::try_from(self.most_of_piece).ok()?);
        if unpacked > self.most {
            return Some(Reason::Bomb { unpacked, packed, limit: self.most, ratio: false });
        }
        if unpacked > JUDGED_FROM_BYTES && unpacked / self.ratio.max(1) > packed.max(1) {
            return Some(Reason::Bomb { unpacked, packed, limit: self.ratio, ratio: true });
        }
        (piece > self.most_of_piece).then_some(Reason::TooLarge { found, limit })
    }
}

impl<R: BufRead> Read for Measured<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let ahead = self.fill_buf()?;
        let bytes = ahead.len().min(to.len());
        to[..bytes].copy_from_slice(&ahead[..bytes]);
        self.consume(bytes);
        Ok(bytes)
    }
}

impl<R: BufRead> BufRead for Measured<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.too_much().map_or_else(|| self.from.fill_buf(), |reason| Err(io::Error::other(reason)))
    }

    fn consume(&mut self, bytes: usize) {
        self.passed += bytes as u64;
        self.from.consume(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    /// How many bytes pass, and why no more.
    fn passed(bytes: u64, most: u64, packed: usize, limits: &Limits) -> (u64, Option<Reason>) {
        let from = BufReader::new(io::repeat(b'a').take(bytes));
        let mut from = Measured::new(from, most, packed, limits);
        let end = io::copy(&mut from, &mut io::sink());
        (from.passed, end.err().map(Reason::of))
    }

    #[test]
    fn what_is_too_much_ends_with_its_reason() {
        let limits = Limits { article_bytes: 100_000, ..Limits::default() };
        assert_eq!(passed(90_000, 200_000, 10, &limits), (90_000, None));
        assert!(matches!(passed(120_000, 200_000, 10, &limits).1, Some(Reason::TooLarge { limit: 100_000, .. })));
        assert!(matches!(
            passed(90_000, 50_000, 10, &limits).1,
            Some(Reason::Bomb { limit: 50_000, ratio: false, .. })
        ));
        let limits = Limits { article_bytes: 1 << 30, ..Limits::default() };
        let (bytes, reason) = passed(65 << 20, 1 << 30, 100_000, &limits);
        assert!(matches!(reason, Some(Reason::Bomb { ratio: true, .. })) && bytes < 65 << 20, "{bytes} {reason:?}");
        assert_eq!(passed(65 << 20, 1 << 30, 1_000_000, &limits).1, None);
    }

    #[test]
    fn pieces_are_measured_one_by_one() {
        let limits = Limits { article_bytes: 10, ..Limits::default() };
        let mut from = Measured::new(&b"0123456789abcdefghij"[..], 99, 1, &limits);
        for piece in 0..4 {
            let mut five = [0; 5];
            from.read_exact(&mut five).unwrap();
            assert_eq!(five[0], b"05af"[piece]);
            from.next_piece();
        }
    }
}
