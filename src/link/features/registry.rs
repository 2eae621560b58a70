//! Text in, trial registration numbers, DOIs, PubMed ids and trial acronyms out.

use std::sync::LazyLock;

use regex::Regex;

use super::tokens::{Gap, Token};
use crate::model::{Key, KeyKind};

/// ClinicalTrials.gov, ISRCTN, ANZCTR, ChiCTR, UMIN, DRKS, CTRI, Netherlands, EudraCT and CTIS numbers.
static REGISTRY: LazyLock<Regex> = LazyLock::new(|| {
    let forms = r"(?-u)\b(?:NCT\d{8}|ISRCTN ?\d{8}|ACTRN ?\d{14}|ChiCTR[-\w]{6,20}|UMIN\d{9}|DRKS\d{8}|CTRI/\d{4}/\d{2,3}/\d{6}|NTR\d{4}|20\d\d-\d{6}-\d\d(?:-\d\d)?)\b";
    Regex::new(forms).expect("fixed pattern")
});
static DOI: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?-u)\b10\.\d{4,9}/[!#-~]{3,80}"#).expect("fixed pattern"));
static PUBMED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u)\bPMID:? ?(\d{6,8})\b").expect("fixed pattern"));

/// Letters of a trial's name in capitals, at least: BMJ and NHS are shorter.
const ACRONYM_LETTERS: usize = 4;

/// Every identifier and acronym of the text.
pub fn identifiers(text: &str, tokens: &[Token]) -> Vec<Key> {
    let mut keys: Vec<Key> = REGISTRY.find_iter(text).map(|id| key(KeyKind::Registry, id.as_str())).collect();
    keys.extend(
        DOI.find_iter(text)
            .map(|doi| key(KeyKind::Paper, doi.as_str().trim_end_matches(['.', ',', ';', ')', ']', '"', '\'']))),
    );
    keys.extend(PUBMED.captures_iter(text).map(|id| key(KeyKind::Paper, &format!("pmid {}", &id[1]))));
    keys.extend(acronyms(tokens));
    keys
}

fn key(kind: KeyKind, shown: &str) -> Key {
    let value = shown.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect();
    Key { kind, value, shown: shown.to_owned() }
}

/// "the RECOVERY trial", "the study, called INSIGHT".
fn acronyms(tokens: &[Token]) -> impl Iterator<Item = Key> {
    tokens.windows(2).filter_map(|pair| {
        let named = matches!(pair[1].text, "trial" | "study" | "cohort") && pair[1].gap <= Gap::Hyphen;
        let capitals = pair[0].text.len() >= ACRONYM_LETTERS && pair[0].text.bytes().all(|b| b.is_ascii_uppercase());
        (named && capitals).then(|| key(KeyKind::Acronym, pair[0].text))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn found(text: &str) -> Vec<(KeyKind, String)> {
        identifiers(text, &tokens(text)).into_iter().map(|key| (key.kind, key.value)).collect()
    }

    #[test]
    fn identifiers_are_found() {
        let text =
            "Registered as NCT01234567 and ISRCTN 12345678. doi: 10.1000/xyz.12. PMID: 12345678. The RESTFUL trial";
        assert_eq!(
            found(text),
            [
                (KeyKind::Registry, "NCT01234567".into()),
                (KeyKind::Registry, "ISRCTN12345678".into()),
                (KeyKind::Paper, "10.1000/XYZ.12".into()),
                (KeyKind::Paper, "PMID12345678".into()),
                (KeyKind::Acronym, "RESTFUL".into()),
            ]
        );
    }

    #[test]
    fn near_misses_are_not() {
        assert_eq!(found("NCT123, 10.5/3 mmHg, the BMJ study, a NEW drug, NCT012345678"), []);
    }
}
