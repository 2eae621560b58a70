//! A record in, what a run keeps of it until its trial is checked out: its heading, and the rest packed small.

use std::borrow::{Borrow, Cow};
#[cfg(feature = "archives")]
use std::sync::{Mutex, PoisonError};

#[cfg(feature = "archives")]
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use crate::model::Record;

/// A record that waits for the other articles of its trial.
///
/// Unpacked it takes some 12 KB, the same sentences again and again; packed, a fifth of that.
pub struct Kept {
    /// What names the article, and its text where that was asked for; the whole record where nothing is packed.
    heading: Record,
    packed: Option<Box<[u8]>>,
}

impl Kept {
    /// Keeps all of it at hand, for reports that show every claim.
    pub fn whole(record: Record) -> Self {
        Self { heading: record, packed: None }
    }

    /// Keeps its heading at hand and packs the rest.
    pub fn packed(mut record: Record, packer: &Packer) -> Self {
        let text = record.text.take();
        let packed = packer.pack(&record);
        let heading = if packed.is_some() { record.heading() } else { record };
        Self { heading: Record { text, ..heading }, packed }
    }

    /// The record as it was kept, without its text where it was packed.
    pub fn record(&self, packer: &Packer) -> Cow<'_, Record> {
        match self.packed.as_deref() {
            Some(packed) => Cow::Owned(packer.unpack(packed).expect("what was packed here can be unpacked")),
            None => Cow::Borrowed(&self.heading),
        }
    }

    /// What stays at hand when its trial has been checked.
    pub fn into_heading(self) -> Record {
        self.heading
    }
}

impl Borrow<Record> for Kept {
    fn borrow(&self) -> &Record {
        &self.heading
    }
}

/// Packs records and unpacks them, on any thread.
#[cfg(feature = "archives")]
#[derive(Default)]
pub struct Packer {
    /// What a thread packs with weighs 300 KB: it is handed on, not made anew for each record.
    idle: Mutex<Vec<Deflate>>,
}

#[cfg(feature = "archives")]
impl Packer {
    fn pack(&self, record: &Record) -> Option<Box<[u8]>> {
        let plain = serde_json::to_vec(record).ok()?;
        self.with(|deflate| deflate.pack(&plain)).map(Vec::into_boxed_slice)
    }

    fn unpack(&self, packed: &[u8]) -> Option<Record> {
        let plain = self.with(|deflate| deflate.unpack(packed))?;
        serde_json::from_slice(&plain).ok()
    }

    fn with<T>(&self, work: impl FnOnce(&mut Deflate) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = idle().pop();
        let mut deflate = taken.unwrap_or_else(Deflate::new);
        let done = work(&mut deflate);
        idle().push(deflate);
        done
    }
}

/// Bytes by which a buffer grows at least.
#[cfg(feature = "archives")]
const HEADROOM: usize = 64;

#[cfg(feature = "archives")]
struct Deflate {
    pack: Compress,
    unpack: Decompress,
}

#[cfg(feature = "archives")]
impl Deflate {
    fn new() -> Self {
        Self { pack: Compress::new(Compression::fast(), false), unpack: Decompress::new(false) }
    }

    fn pack(&mut self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut packed = Vec::with_capacity(plain.len() / 3);
        self.pack.reset();
        loop {
            let done = self.pack.total_in() as usize;
            match self.pack.compress_vec(&plain[done..], &mut packed, FlushCompress::Finish).ok()? {
                Status::StreamEnd => return Some(packed),
                _ if packed.len() > 2 * plain.len() + HEADROOM => return None,
                _ => packed.reserve(packed.len() / 2 + HEADROOM),
            }
        }
    }

    fn unpack(&mut self, packed: &[u8]) -> Option<Vec<u8>> {
        let mut plain = Vec::with_capacity(packed.len() * 5);
        self.unpack.reset(false);
        loop {
            let done = self.unpack.total_in() as usize;
            match self.unpack.decompress_vec(&packed[done..], &mut plain, FlushDecompress::Finish).ok()? {
                Status::StreamEnd => return Some(plain),
                _ if self.unpack.total_in() as usize == packed.len() && plain.len() < plain.capacity() => return None,
                _ => plain.reserve(plain.len() / 2 + HEADROOM),
            }
        }
    }
}

/// Without the means to pack, records are kept as they are.
#[cfg(not(feature = "archives"))]
#[derive(Default)]
pub struct Packer;

#[cfg(not(feature = "archives"))]
impl Packer {
    fn pack(&self, _: &Record) -> Option<Box<[u8]>> {
        None
    }

    fn unpack(&self, _: &[u8]) -> Option<Record> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;
    use crate::pipeline::Reader;

    #[test]
    fn what_is_packed_comes_back() {
        let text =
            "Oats ease gout\n\nIn the trial, 31 of 60 sailors (52%) on oats slept well, up to 2.5 times as many.";
        let article = Article { id: "a".into(), outlet: Some("Post".into()), text: text.into(), ..Article::default() };
        let record = Reader::bundled().read(&article);
        assert!(!record.claims.is_empty());
        let packer = Packer::default();
        for _ in 0..2 {
            let kept = Kept::packed(record.clone(), &packer);
            assert_eq!(*kept.record(&packer), record);
        }
        let kept = Kept::packed(Record { text: Some(text.into()), ..record.clone() }, &packer);
        let heading = kept.into_heading();
        assert_eq!((heading.id.as_str(), heading.text.as_deref(), heading.claims.len()), ("a", Some(text), 0));
        assert_eq!(*Kept::whole(record.clone()).record(&packer), record);
    }
}
