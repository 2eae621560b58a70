//! A gzip or zstd stream of any number of members in, its content out; a bomb, a cut or damage ends it with its place.

use std::collections::VecDeque;
use std::io::{self, Read};

use flate2::bufread::GzDecoder;
use memchr::memmem;

use super::limits::JUDGED_FROM_BYTES;
use super::stream::Stream;
use super::{Limits, Reason};

/// Compression within compression that is still unpacked.
const DEPTH: usize = 2;

/// Places tried for the beginning of a member, so that no file made of beginnings takes for ever.
const BEGINNINGS_TRIED: usize = 10_000;

/// Bytes ahead that a beginning is judged by.
const JUDGED_BYTES: usize = 64 << 10;

/// Beginnings of members that are remembered; more are never between what was unpacked and what was read of it.
const MEMBERS_KEPT: usize = 4096;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Gzip,
    Zstd,
}

impl Kind {
    fn magic(self) -> &'static [u8] {
        match self {
            Kind::Gzip => b"\x1f\x8b\x08",
            Kind::Zstd => b"\x28\xb5\x2f\xfd",
        }
    }

    fn of(head: &[u8]) -> Option<Self> {
        // Skippable frames, which may open a zstd file, are numbered 0 to 15.
        let skippable = matches!(head, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]);
        let kinds = [Kind::Gzip, Kind::Zstd];
        kinds.into_iter().find(|kind| head.starts_with(kind.magic()) || (*kind == Kind::Zstd && skippable))
    }
}

/// Unpacks a stream as often as it is compressed, up to a limit.
pub(super) fn unpack(mut stream: Stream, limits: &Limits) -> Result<Stream, Reason> {
    for _ in 0..DEPTH {
        match Kind::of(stream.ahead(4)) {
            Some(kind) => stream = Stream::of_packed(Packed::new(stream, kind, limits)),
            None => return Ok(stream),
        }
    }
    if Kind::of(stream.ahead(4)).is_some() { Err(Reason::Nested(DEPTH)) } else { Ok(stream) }
}

/// A compressed stream that is being unpacked.
pub(super) struct Packed {
    kind: Kind,
    state: State,
    /// Offset of the member that is being unpacked.
    member: u64,
    unpacked: u64,
    /// Where members begin: unpacked and packed.
    members: VecDeque<(u64, u64)>,
    most_bytes: u64,
    most_ratio: u64,
}

enum State {
    Between(Stream),
    Gzip(Box<GzDecoder<Stream>>),
    Zstd(zstd::Decoder<'static, Stream>),
    Taken,
}

impl Packed {
    fn new(stream: Stream, kind: Kind, limits: &Limits) -> Self {
        Self {
            kind,
            state: State::Between(stream),
            member: 0,
            unpacked: 0,
            members: VecDeque::new(),
            most_bytes: limits.unpacked_bytes,
            most_ratio: limits.unpacked_ratio,
        }
    }

    /// Begins the next member, or tells that there is none.
    fn begin(&mut self, mut stream: Stream) -> io::Result<bool> {
        while stream.ahead(1).first() == Some(&0) {
            stream.pass(1);
        }
        self.member = stream.offset();
        let head = stream.ahead(4);
        if head.is_empty() || Kind::of(head) != Some(self.kind) {
            let failure = stream.failure();
            let ended = head_is_empty(&mut stream);
            self.state = State::Between(stream);
            return match failure {
                Some(reason) => Err(io::Error::other(reason)),
                None if ended => Ok(false),
                None => Err(self.damaged("what follows is not compressed")),
            };
        }
        if self.members.len() == MEMBERS_KEPT {
            self.members.pop_front();
        }
        self.members.push_back((self.unpacked, self.member));
        self.state = match self.kind {
            Kind::Gzip => State::Gzip(Box::new(GzDecoder::new(stream))),
            Kind::Zstd => State::Zstd(zstd::Decoder::with_buffer(stream)?.single_frame()),
        };
        Ok(true)
    }

    fn damaged(&self, why: &str) -> io::Error {
        io::Error::other(Reason::Damaged { at: self.member, why: why.to_owned() })
    }

    /// What a decoder's error means.
    fn failed(&self, error: &io::Error, stream: &Stream) -> io::Error {
        if let Some(reason) = stream.failure() {
            return io::Error::other(reason);
        }
        match error.kind() {
            io::ErrorKind::UnexpectedEof => io::Error::other(Reason::Cut { at: stream.offset() }),
            _ => self.damaged(&error.to_string()),
        }
    }

    /// Ends the stream when it has grown out of proportion.
    fn count(&mut self, bytes: usize) -> io::Result<usize> {
        self.unpacked += bytes as u64;
        let packed = match &self.state {
            State::Gzip(decoder) => decoder.get_ref().offset(),
            State::Zstd(decoder) => decoder.get_ref().offset(),
            State::Between(stream) => stream.offset(),
            State::Taken => 0,
        };
        let too_much = self.unpacked > self.most_bytes;
        let too_dense = self.unpacked > JUDGED_FROM_BYTES && self.unpacked / self.most_ratio.max(1) > packed.max(1);
        if too_much || too_dense {
            let limit = if too_much { self.most_bytes } else { self.most_ratio };
            return Err(io::Error::other(Reason::Bomb { unpacked: self.unpacked, packed, limit, ratio: !too_much }));
        }
        Ok(bytes)
    }

    /// Where the member begins that holds an unpacked byte. Asked with rising offsets.
    pub(super) fn place(&mut self, offset: u64) -> u64 {
        while self.members.get(1).is_some_and(|(unpacked, _)| *unpacked <= offset) {
            self.members.pop_front();
        }
        self.members.front().map_or(0, |(_, packed)| *packed)
    }

    /// After damage: looks for the next member whose content begins so.
    pub(super) fn go_on(&mut self, begins: &[u8]) -> bool {
        let State::Between(stream) = &mut self.state else { return false };
        stream.rewind(self.member + 1);
        for _ in 0..BEGINNINGS_TRIED {
            if !find(stream, self.kind.magic()) {
                return false;
            }
            if unpacks_to(self.kind, stream.ahead(JUDGED_BYTES), begins) {
                return true;
            }
            stream.pass(1);
        }
        false
    }
}

fn head_is_empty(stream: &mut Stream) -> bool {
    stream.ahead(1).is_empty()
}

/// Goes to the next place where these bytes stand.
pub(super) fn find(stream: &mut Stream, bytes: &[u8]) -> bool {
    loop {
        let ahead = stream.ahead(JUDGED_BYTES);
        if let Some(at) = memmem::find(ahead, bytes) {
            stream.pass(at);
            return true;
        }
        let passed = ahead.len().saturating_sub(bytes.len() - 1);
        if passed == 0 {
            return false;
        }
        stream.pass(passed);
    }
}

fn unpacks_to(kind: Kind, packed: &[u8], begins: &[u8]) -> bool {
    let mut found = vec![0; begins.len()];
    let read = match kind {
        Kind::Gzip => GzDecoder::new(packed).read_exact(&mut found),
        Kind::Zstd => zstd::Decoder::with_buffer(packed).and_then(|mut decoder| decoder.read_exact(&mut found)),
    };
    read.is_ok() && found == begins
}

impl Read for Packed {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if to.is_empty() {
            return Ok(0);
        }
        loop {
            let read = match &mut self.state {
                State::Gzip(decoder) => decoder.read(to),
                State::Zstd(decoder) => decoder.read(to),
                State::Between(_) | State::Taken => Ok(0),
            };
            match read {
                Ok(bytes) if bytes > 0 => return self.count(bytes),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                _ => {}
            }
            let stream = match std::mem::replace(&mut self.state, State::Taken) {
                State::Between(stream) => stream,
                State::Gzip(decoder) => decoder.into_inner(),
                State::Zstd(decoder) => decoder.finish(),
                State::Taken => return Ok(0),
            };
            if let Err(error) = read {
                let failed = self.failed(&error, &stream);
                self.state = State::Between(stream);
                return Err(failed);
            }
            if !self.begin(stream)? {
                return Ok(0);
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::stream;
    use super::*;
    use std::io::Write;

    pub(in super::super) fn gzip(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(content: &[u8]) -> Vec<u8> {
        ::zstd::encode_all(content, 1).unwrap()
    }

    /// All that can be read, and why it ended.
    fn unpacked(packed: &[u8], limits: &Limits) -> (Vec<u8>, Option<Reason>) {
        let mut stream = match unpack(stream::stream(packed), limits) {
            Ok(stream) => stream,
            Err(reason) => return (Vec::new(), Some(reason)),
        };
        let content = stream.ahead(usize::MAX).to_vec();
        stream.pass(content.len());
        (content, stream.failure())
    }

    fn read(packed: &[u8]) -> (String, Option<Reason>) {
        let (content, reason) = unpacked(packed, &Limits::default());
        (String::from_utf8(content).unwrap(), reason)
    }

    #[test]
    fn members_are_read_one_after_another_and_within_each_other() {
        for pack in [gzip, zstd] {
            let whole = [pack(b"one "), pack(b""), pack(b"two")].concat();
            assert_eq!(read(&whole), ("one two".into(), None));
            assert_eq!(read(&pack(&whole)), ("one two".into(), None));
            assert_eq!(read(&pack(&pack(&whole))).1, Some(Reason::Nested(2)));
        }
        assert_eq!(read(&gzip(&zstd(b"mixed"))), ("mixed".into(), None));
        assert_eq!(read(b"plain"), ("plain".into(), None));
        assert_eq!(read(&[gzip(b"padded"), vec![0; 512]].concat()), ("padded".into(), None));
    }

    #[test]
    fn a_cut_keeps_what_comes_before() {
        for pack in [gzip, zstd] {
            let (first, second) = (pack(b"first "), pack(&b"second ".repeat(400)));
            let whole = [first.clone(), second].concat();
            for end in first.len() + 1..whole.len() {
                let (content, reason) = read(&whole[..end]);
                assert!(content.starts_with("first "), "{end}: {content}");
                assert!(matches!(reason, Some(Reason::Cut { .. } | Reason::Damaged { .. })), "{end}: {reason:?}");
            }
        }
    }

    #[test]
    fn damage_is_told_with_the_member() {
        let first = gzip(b"first ");
        let mut whole = [first.clone(), gzip(&b"second ".repeat(400)), gzip(b"third")].concat();
        whole[first.len() + 14] ^= 0x55;
        let (content, reason) = read(&whole);
        assert!(content.starts_with("first "));
        assert!(matches!(reason, Some(Reason::Damaged { at, .. }) if at == first.len() as u64), "{reason:?}");
        let (content, reason) = read(&[first.clone(), b"<p>".to_vec()].concat());
        assert_eq!(content, "first ");
        assert!(matches!(reason, Some(Reason::Damaged { at, .. }) if at == first.len() as u64), "{reason:?}");
    }

    #[test]
    fn reading_goes_on_behind_damage_where_asked() {
        for pack in [gzip, zstd] {
            let members = [pack(b"WARC/1 a"), pack(b"WARC/1 b"), pack(b"other"), pack(b"WARC/1 c")];
            let second = members[0].len();
            let mut whole = members.concat();
            whole[second + 5..second + 12].fill(0xff);
            let mut stream = unpack(stream::stream(&whole), &Limits::default()).unwrap();
            assert_eq!(stream.ahead(9), b"WARC/1 a");
            stream.pass(8);
            assert!(stream.failure().is_some());
            assert!(stream.go_on(b"WARC/"));
            assert_eq!(stream.ahead(100), b"WARC/1 c");
            let offset = stream.offset();
            assert_eq!(stream.place(offset), members[..3].concat().len() as u64);
        }
    }

    #[test]
    fn bombs_are_stopped() {
        let bomb = zstd(&vec![b'a'; 80 << 20]);
        let (content, reason) = unpacked(&bomb, &Limits::default());
        assert!(content.len() as u64 <= JUDGED_FROM_BYTES + (1 << 20));
        assert!(matches!(reason, Some(Reason::Bomb { ratio: true, .. })), "{reason:?}");
        let limits = Limits { unpacked_bytes: 100, ..Limits::default() };
        assert!(matches!(unpacked(&gzip(&[b'a'; 101]), &limits).1, Some(Reason::Bomb { ratio: false, .. })));
        assert_eq!(unpacked(&gzip(&[b'a'; 100]), &limits).1, None);
    }
}
