//! Text in, keys of the words it puts in quotation marks out.

use memchr::memchr2_iter;

use super::tokens::{Token, tokens};
use crate::link::word_lists::WordLists;
use crate::model::{Key, KeyKind};

/// A run of so many quoted words is not said twice by chance.
const RUN_WORDS: usize = 6;
/// Runs kept of one quotation: those with the smallest hashes, so that two copies keep the same ones.
const RUNS: usize = 2;

/// Runs of words from every quotation of six words or more.
pub fn quotations(text: &str, lists: &WordLists) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut open: Option<usize> = None;
    for at in memchr2_iter(b'"', "“".as_bytes()[0], text.as_bytes()) {
        let Some(mark) =
            text.get(at..).and_then(|rest| rest.chars().next()).filter(|mark| matches!(mark, '"' | '“' | '”'))
        else {
            continue;
        };
        let inside = open.and_then(|start| text.get(start..at)).filter(|inside| !inside.contains('\n'));
        if let Some(inside) = inside.filter(|_| mark != '“') {
            keys.extend(runs(&tokens(inside, lists)));
            open = None;
        } else {
            open = (mark != '”').then_some(at + mark.len_utf8());
        }
    }
    keys
}

fn runs(words: &[Token]) -> impl Iterator<Item = Key> {
    let mut runs: Vec<(u64, &[Token])> = words.windows(RUN_WORDS).map(|run| (run_hash(run), run)).collect();
    runs.sort_unstable_by_key(|(hash, _)| *hash);
    runs.truncate(RUNS);
    runs.into_iter().map(|(_, run)| {
        let shown = run.iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        Key { kind: KeyKind::Quotation, value: shown.to_lowercase().replace('’', "'"), shown }
    })
}

fn run_hash(run: &[Token]) -> u64 {
    run.iter().fold(0, |hash, token| hash.rotate_left(13).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ token.hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_quotation_gives_the_same_keys() {
        let values = |text: &str| -> Vec<String> {
            quotations(text, &WordLists::bundled()).into_iter().map(|key| key.value).collect()
        };
        let one = values("She said: “We didn’t expect the bees to live so long at all.”");
        let two = values("\"We didn't expect the bees to live so long at all,\" said the author.");
        assert_eq!(one, two);
        assert_eq!(one.len(), RUNS);
    }

    #[test]
    fn short_quotations_and_open_marks_give_none() {
        for text in ["a “broken heart” and \" nothing more", "“one two three four five\nsix seven eight”", "“”\""]
        {
            assert!(quotations(text, &WordLists::bundled()).is_empty(), "{text}");
        }
    }
}
