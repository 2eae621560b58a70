//! Tokens and claims in, keys of the exact numbers out: few texts but those about one study count 14,127 nurses.

use super::tokens::{Gap, Token};
use crate::link::word_lists::{Base, WordLists};
use crate::model::{Claim, ClaimKind, Key, KeyKind, Scope};

/// Counts below this stand in too many texts.
const SMALLEST_COUNT: f64 = 20.0;
/// What looks like a year is taken for one.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2035.0;
/// A number that a unit of time follows is a length or an age.
const TIMES: [&str; 9] = ["year", "month", "week", "day", "hour", "minute", "pm", "am", "word"];

/// Every exact number of the text that may tell studies apart.
pub fn numbers(tokens: &[Token], claims: &[Claim], lists: &WordLists) -> Vec<Key> {
    let mut keys: Vec<Key> = sample_sizes(claims).collect();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.number) {
        keys.extend(number(token, tokens.get(at + 1), tokens.get(at + 2), lists));
    }
    keys
}

fn sample_sizes(claims: &[Claim]) -> impl Iterator<Item = Key> {
    let sizes = claims.iter().filter(|claim| claim.kind == ClaimKind::SampleSize && claim.scope == Scope::ThisStudy);
    sizes.filter_map(|claim| {
        let value = claim.value.single()?.normalize().to_string();
        Some(Key { kind: KeyKind::Number, value, shown: claim.quote.clone() })
    })
}

fn number(token: &Token, next: Option<&Token>, after: Option<&Token>, lists: &WordLists) -> Option<Key> {
    let plain: String = token.text.chars().filter(|&c| c != ',').collect();
    let value: f64 = plain.parse().ok()?;
    let next = next.filter(|next| next.gap <= Gap::Hyphen && !next.number)?;
    let noun = Base::of(next.text).to_string();
    let year = YEARS.contains(&value) && !token.text.contains(',');
    if year || TIMES.contains(&noun.as_str()) || (value < SMALLEST_COUNT && !plain.contains('.')) {
        return None;
    }
    let per_cent = noun == "percent" || (noun == "per" && after.is_some_and(|word| word.text == "cent"));
    if per_cent {
        return Some(Key { kind: KeyKind::Number, shown: format!("{plain} %"), value: format!("{plain}%") });
    }
    let millions = noun == "million";
    let value = if millions { (value * 1e6).to_string() } else { plain };
    let counted =
        if millions || lists.is_stop_word(next.base_hash) || next.text.len() < 3 { after } else { Some(next) };
    let counted = counted.filter(|word| word.gap <= Gap::Hyphen && !word.number && !word.capital);
    let unit = if millions { " million" } else { "" };
    let shown =
        counted.map_or_else(|| format!("{}{unit}", token.text), |word| format!("{}{unit} {}", token.text, word.text));
    Some(Key { kind: KeyKind::Number, value, shown })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    #[test]
    fn exact_numbers_come_with_their_nouns() {
        let lists = WordLists::bundled();
        let found = |text: &str| -> Vec<(String, String)> {
            numbers(&tokens(text, &lists), &[], &lists).into_iter().map(|key| (key.value, key.shown)).collect()
        };
        let pair = |value: &str, shown: &str| (value.to_owned(), shown.to_owned());
        assert_eq!(found("76 volunteers"), [pair("76", "76 volunteers")]);
        assert_eq!(found("14,127 of nurses"), [pair("14127", "14,127 nurses")]);
        assert_eq!(found("by 37 per cent"), [pair("37%", "37 %")]);
        assert_eq!(found("1.5 million adults"), [pair("1500000", "1.5 million adults")]);
        for silent in ["in 2016 people", "30 years", "12 people", "July 21, 2016", "34-year-olds", "at 3 pm"] {
            assert_eq!(found(silent), [], "{silent}");
        }
    }
}
