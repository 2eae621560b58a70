//! A file or standard input in, its bytes out: buffered, with their offset, and with a look as far ahead as is asked.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Reason;
#[cfg(feature = "archives")]
use super::packed::Packed;

/// Bytes read at once.
const CHUNK_BYTES: usize = 64 << 10;

/// Bytes behind the current place that [`Stream::rewind`] can go back, more than any record of Common Crawl's takes.
#[cfg(feature = "archives")]
const KEPT_BYTES: usize = 1 << 20;

/// Bytes that were passed by pile up to this before they are thrown away.
const PASSED_BYTES: usize = 2 << 20;

/// A byte stream. An error ends it: what came before is read, then [`Stream::failure`] tells.
pub(super) struct Stream {
    from: Source,
    buffer: Vec<u8>,
    /// Where in the buffer the next byte stands.
    next: usize,
    /// Of the next byte.
    offset: u64,
    ended: bool,
    failure: Option<Reason>,
}

enum Source {
    /// With the count of all bytes read from files.
    File(Box<dyn Read + Send>, Arc<AtomicU64>),
    #[cfg(feature = "archives")]
    Packed(Box<Packed>),
}

impl Stream {
    pub(super) fn of_file(file: Box<dyn Read + Send>, count: Arc<AtomicU64>) -> Self {
        Self::new(Source::File(file, count))
    }

    #[cfg(feature = "archives")]
    pub(super) fn of_packed(packed: Packed) -> Self {
        Self::new(Source::Packed(Box::new(packed)))
    }

    /// What is there already.
    pub(super) fn of_slice(bytes: &[u8]) -> Self {
        let nothing = Source::File(Box::new(io::empty()), Arc::default());
        Self { buffer: bytes.to_vec(), ended: true, ..Self::new(nothing) }
    }

    fn new(from: Source) -> Self {
        Self { from, buffer: Vec::new(), next: 0, offset: 0, ended: false, failure: None }
    }

    /// The bytes ahead: at least so many, or all that there are.
    pub(super) fn ahead(&mut self, bytes: usize) -> &[u8] {
        while self.buffer.len() - self.next < bytes && !self.ended {
            self.fill();
        }
        &self.buffer[self.next..]
    }

    /// Goes on behind bytes that were looked at.
    pub(super) fn pass(&mut self, bytes: usize) {
        let bytes = bytes.min(self.buffer.len() - self.next);
        self.next += bytes;
        self.offset += bytes as u64;
    }

    /// Offset of the next byte.
    #[cfg(feature = "archives")]
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Why the stream ended early, once everything before was read.
    pub(super) fn failure(&self) -> Option<Reason> {
        self.failure.clone().filter(|_| self.next == self.buffer.len())
    }

    fn fill(&mut self) {
        if self.next > PASSED_BYTES {
            self.throw_away();
        }
        self.buffer.reserve(CHUNK_BYTES);
        match self.from.append(&mut self.buffer) {
            Ok(read) => self.ended = read < CHUNK_BYTES,
            Err(error) => {
                self.failure = Some(Reason::of(error));
                self.ended = true;
            }
        }
    }

    #[cfg(not(feature = "archives"))]
    fn throw_away(&mut self) {
        self.buffer.drain(..self.next);
        self.next = 0;
    }

    #[cfg(feature = "archives")]
    fn throw_away(&mut self) {
        let passed = self.next.saturating_sub(KEPT_BYTES);
        self.buffer.drain(..passed);
        self.next -= passed;
    }

    /// Goes back to an offset, or as near to it as the bytes are still there.
    #[cfg(feature = "archives")]
    pub(super) fn rewind(&mut self, offset: u64) {
        let back = usize::try_from(self.offset.saturating_sub(offset)).unwrap_or(usize::MAX).min(self.next);
        self.next -= back;
        self.offset -= back as u64;
    }

    /// After a failure: goes on at the next compressed member that `begins` accepts by its first bytes.
    #[cfg(feature = "archives")]
    pub(super) fn go_on(&mut self, begins: &[u8]) -> bool {
        let Source::Packed(packed) = &mut self.from else { return false };
        if self.failure.is_none() || !packed.go_on(begins) {
            return false;
        }
        self.next = self.buffer.len();
        self.ended = false;
        self.failure = None;
        true
    }

    /// Where a byte stands in the file: for a compressed file, where its member begins.
    #[cfg(feature = "archives")]
    pub(super) fn place(&mut self, offset: u64) -> u64 {
        match &mut self.from {
            Source::File(..) => offset,
            Source::Packed(packed) => packed.place(offset),
        }
    }
}

impl Source {
    /// Reads a chunk, or less at the end; what came before an error is kept. Into a `Vec` a file is read without its
    /// being filled with zeros first.
    fn append(&mut self, to: &mut Vec<u8>) -> io::Result<usize> {
        let filled = to.len();
        match self {
            Source::File(file, count) => {
                let read = file.take(CHUNK_BYTES as u64).read_to_end(to);
                count.fetch_add((to.len() - filled) as u64, Ordering::Relaxed);
                read
            }
            #[cfg(feature = "archives")]
            Source::Packed(packed) => packed.take(CHUNK_BYTES as u64).read_to_end(to),
        }
    }
}

impl BufRead for Stream {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.ahead(1).is_empty()
            && let Some(reason) = self.failure()
        {
            return Err(io::Error::other(reason));
        }
        Ok(&self.buffer[self.next..])
    }

    fn consume(&mut self, bytes: usize) {
        self.pass(bytes);
    }
}

impl Read for Stream {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let ahead = self.fill_buf()?;
        let bytes = ahead.len().min(to.len());
        to[..bytes].copy_from_slice(&ahead[..bytes]);
        self.pass(bytes);
        Ok(bytes)
    }
}

#[cfg(test)]
pub(super) fn stream(bytes: &[u8]) -> Stream {
    // In small steps, so that every piece is cut somewhere.
    struct Steps(io::Cursor<Vec<u8>>);
    impl Read for Steps {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let step = to.len().min(4099);
            self.0.read(&mut to[..step])
        }
    }
    Stream::of_file(Box::new(Steps(io::Cursor::new(bytes.to_vec()))), Arc::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes, then fails.
    struct Failing(usize);

    impl Read for Failing {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::Error::other("the disk is gone"));
            }
            self.0 -= 1;
            to[0] = b'a';
            Ok(1)
        }
    }

    #[test]
    fn what_comes_before_a_failure_is_read() {
        let mut stream = Stream::of_file(Box::new(Failing(3)), Arc::default());
        assert_eq!(stream.ahead(9), b"aaa");
        assert_eq!(stream.failure(), None);
        stream.pass(3);
        assert_eq!(stream.failure(), Some(Reason::Unreadable("the disk is gone".into())));
        assert!(stream.fill_buf().is_err());
    }

    #[cfg(feature = "archives")]
    #[test]
    fn offsets_are_kept_however_far_one_goes() {
        let bytes: Vec<u8> = (0..5_000_000_u32).map(|n| (n % 251) as u8).collect();
        let mut stream = stream(&bytes);
        for offset in [0, 70_000, 2_500_000, 4_000_000] {
            let step = offset - stream.offset() as usize;
            stream.ahead(step);
            stream.pass(step);
            assert_eq!((stream.offset(), stream.ahead(1)[0]), (offset as u64, bytes[offset]));
        }
        stream.rewind(3_999_000);
        assert_eq!(stream.ahead(1)[0], bytes[3_999_000]);
    }
}
