//! A stream in UTF-16 in, the same text in UTF-8 out, so that every format may be in either.

use std::io::{self, Read};
use std::sync::Arc;

use encoding_rs::{Decoder, Encoding, UTF_8};

use super::stream::Stream;

/// Longest byte order mark.
const MARK_BYTES: usize = 3;

/// Bytes of UTF-16 decoded at once.
const CHUNK_BYTES: usize = 16 << 10;

/// The stream as it is, or decoded where its byte order mark is one of UTF-16.
pub(super) fn utf8(mut stream: Stream) -> Stream {
    match Encoding::for_bom(stream.ahead(MARK_BYTES)) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            stream.pass(mark);
            let decoder = encoding.new_decoder_without_bom_handling();
            let read = Recoded { from: stream, decoder, out: Vec::new(), given: 0, ended: false };
            Stream::of_file(Box::new(read), Arc::default())
        }
        _ => stream,
    }
}

struct Recoded {
    from: Stream,
    decoder: Decoder,
    /// Decoded text, of which so many bytes were given away.
    out: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Recoded {
    fn fill(&mut self) {
        let ahead = self.from.ahead(CHUNK_BYTES);
        let taken = ahead.len().min(CHUNK_BYTES);
        self.ended = taken == 0;
        let most = self.decoder.max_utf8_buffer_length(taken).unwrap_or(4 * CHUNK_BYTES);
        self.out.resize(most, 0);
        let (_, read, written, _) = self.decoder.decode_to_utf8(&ahead[..taken], &mut self.out, self.ended);
        self.out.truncate(written);
        self.given = 0;
        self.from.pass(read);
    }
}

impl Read for Recoded {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        while self.given == self.out.len() && !self.ended {
            self.fill();
        }
        let left = &self.out[self.given..];
        if left.is_empty() {
            return self.from.failure().map_or(Ok(0), |reason| Err(io::Error::other(reason)));
        }
        let bytes = left.len().min(to.len());
        to[..bytes].copy_from_slice(&left[..bytes]);
        self.given += bytes;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::stream;
    use super::*;

    fn read(bytes: &[u8]) -> Vec<u8> {
        let mut stream = utf8(stream::stream(bytes));
        stream.ahead(usize::MAX).to_vec()
    }

    #[test]
    fn both_byte_orders_are_read_and_all_else_stays() {
        let text = "id\ttext\r\n1\t“naïve” 治療 🙂 5\u{a0}%\r\n".repeat(3_000);
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(read(&little), text.as_bytes());
        assert_eq!(read(&big), text.as_bytes());
        for bytes in [&b""[..], b"\xff", b"a,b\n", b"\xef\xbb\xbfa", b"\xff\xfea\0"] {
            let expected = if bytes == b"\xff\xfea\0" { b"a" } else { bytes };
            assert_eq!(read(bytes), expected);
        }
    }

    #[test]
    fn halves_of_characters_are_shown_as_such() {
        assert_eq!(read(b"\xff\xfea\0b"), "a\u{fffd}".as_bytes());
        assert_eq!(read(b"\xff\xfe\x3d\xd8a\0"), "\u{fffd}a".as_bytes());
    }
}
