//! Text in, trial registration numbers, DOIs, PubMed ids and trial acronyms out.

use memchr::memmem;

use super::tokens::{Gap, Token};
use crate::link::word_lists::WordLists;
use crate::model::{Key, KeyKind};

/// How numbers of a registry begin, and how many digits follow: ClinicalTrials.gov, ISRCTN, ANZCTR, ChiCTR, UMIN, DRKS,
/// the Netherlands, Japan, Korea.
const REGISTRIES: [(&str, std::ops::RangeInclusive<usize>); 9] = [
    ("NCT", 8..=8),
    ("ISRCTN", 8..=8),
    ("ACTRN", 14..=14),
    ("ChiCTR", 8..=12),
    ("UMIN", 9..=9),
    ("DRKS", 8..=8),
    ("NTR", 4..=4),
    ("jRCT", 10..=11),
    ("KCT", 7..=7),
];

/// Letters of a trial's name in capitals, at least: BMJ and NHS are shorter.
const ACRONYM_LETTERS: usize = 4;
/// Bytes of a DOI, at most.
const LONGEST_DOI: usize = 100;

/// Every identifier and acronym of the text.
/// Those that the metadata give stand first.
pub fn identifiers(given: &[String], text: &str, tokens: &[Token], lists: &WordLists) -> Vec<Key> {
    let given = given.join("; ");
    let mut keys = named(&given, &super::tokens::tokens(&given, lists));
    keys.extend(named(text, tokens));
    keys
}

fn named(text: &str, tokens: &[Token]) -> Vec<Key> {
    let mut keys: Vec<Key> = (0..tokens.len()).filter_map(|at| registration(&tokens[at..])).collect();
    keys.extend(dois(text));
    keys.extend(tokens.windows(2).filter_map(|pair| pubmed(pair).or_else(|| acronym(pair))));
    keys
}

fn key(kind: KeyKind, value: String) -> Key {
    Key { kind, shown: value.clone(), value }
}

/// "NCT01234567", "ISRCTN 12345678", "2015-001234-56", "CTRI/2012/12/003210".
fn registration(tokens: &[Token]) -> Option<Key> {
    let first = tokens[0];
    if !first.capital && !first.number && first.text != "jRCT" {
        return None;
    }
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if digits(first.text, 4) && first.text.starts_with("20") {
        let [_, middle, last, ..] = tokens else { return None };
        let european =
            middle.gap == Gap::Hyphen && digits(middle.text, 6) && last.gap == Gap::Hyphen && digits(last.text, 2);
        return european.then(|| key(KeyKind::Registry, format!("{}-{}-{}", first.text, middle.text, last.text)));
    }
    if first.text == "CTRI" && tokens.len() >= 4 && digits(tokens[1].text, 4) && digits(tokens[3].text, 6) {
        return Some(key(KeyKind::Registry, format!("CTRI/{}/{}/{}", tokens[1].text, tokens[2].text, tokens[3].text)));
    }
    let (name, lengths) = REGISTRIES.iter().find(|(name, _)| first.text.starts_with(name))?;
    let rest = &first.text[name.len()..];
    let number = if rest.is_empty() { tokens.get(1).map(|token| token.text)? } else { rest };
    let whole = lengths.contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| key(KeyKind::Registry, format!("{name}{number}")))
}

/// "10.1000/xyz.12".
fn dois(text: &str) -> impl Iterator<Item = Key> {
    memmem::find_iter(text.as_bytes(), "10.").filter_map(|at| {
        let fresh = at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric() && text.as_bytes()[at - 1] != b'.';
        let doi =
            text.get(at..)?.split(|c: char| !c.is_ascii_graphic() || matches!(c, '"' | '\'' | '<' | '>')).next()?;
        let doi = doi.trim_end_matches(['.', ',', ';', ':', ')', ']']);
        let (registrant, rest) = doi.get(3..)?.split_once('/')?;
        let well_formed =
            (4..=9).contains(&registrant.len()) && registrant.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        (fresh && well_formed && rest.len() >= 3 && doi.len() <= LONGEST_DOI)
            .then(|| key(KeyKind::Paper, doi.to_ascii_uppercase()))
    })
}

/// "PMID: 12345678".
fn pubmed(pair: &[Token]) -> Option<Key> {
    let number = pair[1].text;
    let whole = pair[0].text == "PMID" && (6..=8).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| key(KeyKind::Paper, format!("PMID {number}")))
}

/// "the RECOVERY trial".
fn acronym(pair: &[Token]) -> Option<Key> {
    let named = pair[1].gap <= Gap::Hyphen && matches!(pair[1].text, "trial" | "study" | "cohort");
    let capitals =
        named && pair[0].text.len() >= ACRONYM_LETTERS && pair[0].text.bytes().all(|b| b.is_ascii_uppercase());
    capitals.then(|| key(KeyKind::Acronym, pair[0].text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn found(text: &str) -> Vec<(KeyKind, String)> {
        let lists = WordLists::bundled();
        identifiers(&[], text, &tokens(text, &lists), &lists).into_iter().map(|key| (key.kind, key.value)).collect()
    }

    #[test]
    fn identifiers_are_found() {
        for (text, kind, value) in [
            ("as NCT01234567.", KeyKind::Registry, "NCT01234567"),
            ("(ISRCTN 12345678)", KeyKind::Registry, "ISRCTN12345678"),
            ("EudraCT 2015-001234-56", KeyKind::Registry, "2015-001234-56"),
            ("CTRI/2012/12/003210", KeyKind::Registry, "CTRI/2012/12/003210"),
            ("doi:10.1000/xyz.12.", KeyKind::Paper, "10.1000/XYZ.12"),
            ("PMID: 12345678", KeyKind::Paper, "PMID 12345678"),
            ("The RESTFUL trial", KeyKind::Acronym, "RESTFUL"),
        ] {
            assert_eq!(found(text), [(kind, value.to_owned())], "{text}");
        }
    }

    #[test]
    fn metadata_name_identifiers_too() {
        let given = ["10.1000/xyz.12".to_owned(), "PMID 12345678".into(), "NCT01234567".into(), "GSE123".into()];
        let lists = WordLists::bundled();
        let keys = identifiers(&given, "NCT07654321", &tokens("NCT07654321", &lists), &lists);
        let values: Vec<&str> = keys.iter().map(|key| key.value.as_str()).collect();
        assert_eq!(values, ["NCT01234567", "10.1000/XYZ.12", "PMID 12345678", "NCT07654321"]);
    }

    #[test]
    fn near_misses_are_not() {
        for text in [
            "NCT123",
            "10.5/3 mmHg",
            "the BMJ study",
            "a NEWER drug",
            "NCT012345678",
            "2015-2016",
            "£10.5000",
            "10.1000/",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
