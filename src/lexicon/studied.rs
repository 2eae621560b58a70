//! Mentions in, the same with the drugs under study marked.
//!
//! A drug is under study when the headline or the first paragraphs name it, or when the text says that it was tested,
//! given or received. What it is only compared with is not.

use std::collections::BTreeSet;

use crate::model::{Category, Mention};

use super::abbreviations::ceil_boundary;
use super::phrase::Phrases;
use super::variants::Rules;

/// A headline and two short paragraphs, in bytes.
const LEAD: usize = 600;
/// So many bytes before a name hold the verb that governs it.
const REACH: usize = 60;

/// Marks every mention of the drugs under study; of a class only where the text names no single drug that is.
pub(super) fn mark(rules: &Rules, text: &str, mentions: &mut [Mention]) {
    let mut studied = BTreeSet::new();
    for (index, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.category == Category::Drug) {
        let known = studied.contains(&(mention.class, mention.id.as_str()));
        if !known && is_studied(rules, text, mentions[index].place.bytes.start) {
            studied.insert((mention.class, mention.id.as_str()));
        }
    }
    let single = studied.first().is_some_and(|(class, _)| !class);
    let marks: Vec<bool> =
        mentions.iter().map(|one| !(one.class && single) && studied.contains(&(one.class, one.id.as_str()))).collect();
    for (mention, mark) in mentions.iter_mut().zip(marks) {
        mention.studied = mark;
    }
}

fn is_studied(rules: &Rules, text: &str, start: usize) -> bool {
    let from = ceil_boundary(text, start.saturating_sub(REACH)).min(start);
    let before = text[from..start].to_ascii_lowercase();
    let clause = before.rsplit(['.', ';', '\n']).next().unwrap_or_default();
    if rules.compared.iter().any(|word| ends_with_word(clause, word)) {
        return false;
    }
    let phrases = Phrases::new(clause.as_bytes());
    start < LEAD || rules.given.iter().any(|words| phrases.hold(words, usize::MAX))
}

fn ends_with_word(clause: &str, word: &str) -> bool {
    let clause = clause.trim_end().trim_end_matches(" the");
    clause.strip_suffix(word).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::load::NAME_RULES;

    #[test]
    fn the_verb_before_a_drug_tells_whether_it_was_given() {
        let rules = Rules::parse(NAME_RULES);
        let padding = "Words that say nothing. ".repeat(30);
        for (sentence, expected) in [
            ("Patients received ", true),
            ("They were randomised to ", true),
            ("People took 10 mg of ", true),
            ("It works better than ", false),
            ("Drugs such as ", false),
            ("They took part. Experts like ", false),
            ("The maker of ", false),
        ] {
            let text = format!("{padding}{sentence}");
            assert_eq!(is_studied(&rules, &text, text.len()), expected, "{sentence}");
        }
        assert!(is_studied(&rules, "A trial of ", 11));
        assert!(!is_studied(&rules, "It beat rivals such as ", 23));
    }
}
