//! Words in, a cheap hash of each out, for tables that nothing hostile gets into.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Tables keyed by words or numbers of the program's own files.
pub type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A hasher of a few instructions.
pub struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((chunk, after)) = rest.split_first_chunk() {
            self.write_u64(u64::from_le_bytes(*chunk));
            rest = after;
        }
        if !rest.is_empty() {
            self.write_u64(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_told_apart() {
        let words: Vec<String> = (0..40).flat_map(|n| ["a".repeat(n), format!("{}b", "a".repeat(n))]).collect();
        let table: WordMap<&str, usize> = words.iter().enumerate().map(|(i, word)| (word.as_str(), i)).collect();
        for word in &words {
            assert_eq!(table.get(word.as_str()).map(|&i| &words[i]), Some(word));
        }
    }
}
