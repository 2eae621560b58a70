//! Text in, keys of the words it puts in quotation marks out.

use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Key, KeyKind};

/// A run of so many quoted words is not said twice by chance.
const RUN_WORDS: usize = 6;
/// Runs kept of one quotation: those with the smallest hashes, so that two copies keep the same ones.
const RUNS: usize = 2;
/// Bytes of a quotation, at most: an opening mark without its closing one must not swallow the article.
const LONGEST_BYTES: usize = 1200;

/// Runs of words from every quotation of six words or more.
pub fn quotations(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['“', '"']) {
        let inside = &rest[open + mark_length(rest, open)..];
        let limit = floor_boundary(inside, LONGEST_BYTES);
        match inside[..limit].find(['”', '"', '\n', '“']) {
            Some(close) => {
                keys.extend(runs(&inside[..close]));
                rest = &inside[close + mark_length(inside, close)..];
            }
            None => rest = inside,
        }
    }
    keys
}

fn mark_length(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

fn floor_boundary(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn runs(quotation: &str) -> Vec<Key> {
    let words: Vec<String> = quotation
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect();
    let mut runs: Vec<String> = words.windows(RUN_WORDS).map(|run| run.join(" ")).collect();
    runs.sort_by_key(|run| (xxh3_64(run.as_bytes()), run.clone()));
    runs.truncate(RUNS);
    runs.into_iter().map(|run| Key { kind: KeyKind::Quotation, value: run.clone(), shown: run }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_quotation_gives_the_same_keys() {
        let one = quotations("She said: “We did not expect the bees to live so long at all.”");
        let two = quotations("\"We did not expect the bees to live so long at all,\" said the author.");
        assert_eq!(one, two);
        assert_eq!(one.len(), RUNS);
    }

    #[test]
    fn short_quotations_and_open_marks_give_none() {
        assert!(quotations("a “broken heart” and \" nothing more").is_empty());
        assert!(quotations("“").is_empty());
    }
}
