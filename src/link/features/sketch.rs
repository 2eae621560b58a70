//! Tokens in, a bottom-k sketch of the wording out: the share of hashes two sketches have in common estimates how much
//! of the wording the texts share (Broder 1997).

use xxhash_rust::xxh3::xxh3_64;

use super::tokens::Token;

/// Hashes kept of one article.
pub const SKETCH: usize = 48;
/// Words in one shingle.
const SHINGLE: usize = 5;

/// The smallest hashes of the article's five-word shingles, rising.
pub fn sketch(tokens: &[Token]) -> Vec<u32> {
    let mut hashes: Vec<u32> = tokens.windows(SHINGLE).map(shingle_hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes
}

fn shingle_hash(words: &[Token]) -> u32 {
    let mixed =
        words.iter().fold(0u64, |mixed, word| mixed.rotate_left(13).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word.hash);
    (xxh3_64(&mixed.to_le_bytes()) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::link::word_lists::WordLists;

    fn shared(a: &str, b: &str) -> usize {
        let (a, b) = (sketch(&tokens(a, &WordLists::bundled())), sketch(&tokens(b, &WordLists::bundled())));
        a.iter().filter(|hash| b.binary_search(hash).is_ok()).count()
    }

    #[test]
    fn copies_share_hashes_and_other_texts_do_not() {
        let text = "Nurses who worked nights for ten years slept worse than nurses who worked days, a survey found.";
        assert!(shared(text, &text.to_uppercase()) >= 10);
        assert_eq!(
            shared(text, "Bees that fed on clover lived longer than bees that fed on maize, a trial in fields found."),
            0
        );
    }
}
