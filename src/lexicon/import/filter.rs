//! A name from a release in, whether a text may be searched for it out.

use std::collections::HashSet;

/// Frequent English words; see the file's head for source and licence.
const WORDS: &str = include_str!("../../../lexicons/common-words.txt");
/// Names of so many letters or fewer mean too many things, unless they are curated.
const SHORT: usize = 3;
/// No newspaper prints a longer name.
const LONG: usize = 60;

/// Why a name is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Word,
    Formula,
    Short,
}

/// The frequent words, ready to be asked.
pub(super) struct Filter {
    words: HashSet<&'static str>,
}

impl Filter {
    pub fn new() -> Self {
        Self { words: WORDS.lines().filter(|line| !line.starts_with('#')).collect() }
    }

    /// What speaks against the name, if anything does.
    pub fn fault(&self, name: &str) -> Option<Fault> {
        if name.chars().filter(|c| c.is_alphanumeric()).count() <= SHORT {
            Some(Fault::Short)
        } else if is_formula(name) {
            Some(Fault::Formula)
        } else if self.words.contains(name.to_lowercase().as_str()) {
            Some(Fault::Word)
        } else {
            None
        }
    }
}

/// "C17H21NO4", "1,2,3-trichloro-(2R)-…", "alpha[D-Glc]": nothing that is read aloud.
fn is_formula(name: &str) -> bool {
    let count = |wanted: fn(char) -> bool| name.chars().filter(|&c| wanted(c)).count();
    let marks = count(|c| matches!(c, ',' | '(' | ')' | '[' | ']' | '{' | '}' | '\'' | '.' | '~' | '^'));
    let digits = count(|c| c.is_ascii_digit());
    let numbered = digits > 0 && marks > 1;
    name.len() > LONG || marks > 3 || numbered || digits > 1 && is_of_elements(name)
}

/// Only symbols of chemical elements with their numbers: a capital, at most one small letter, digits.
fn is_of_elements(name: &str) -> bool {
    const ELEMENTS: [&str; 30] = [
        "C", "H", "N", "O", "P", "S", "F", "I", "B", "K", "Cl", "Br", "Na", "Li", "Mg", "Ca", "Fe", "Zn", "Cu", "Al",
        "Si", "Se", "Pt", "Ag", "Au", "Co", "Mn", "Hg", "Ti", "As",
    ];
    let mut rest = name;
    while !rest.is_empty() {
        let symbol = rest.get(..2).filter(|two| ELEMENTS.contains(two)).or(rest.get(..1));
        let Some(symbol) = symbol.filter(|symbol| ELEMENTS.contains(symbol)) else { return false };
        rest = rest[symbol.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_pass_and_words_formulas_and_short_names_do_not() {
        let filter = Filter::new();
        for (name, expected) in [
            ("sertraline", None),
            ("BNT162b2", None),
            ("vitamin B12", None),
            ("5-FU", Some(Fault::Short)),
            ("Speed", Some(Fault::Word)),
            ("C17H21NO4", Some(Fault::Formula)),
            ("NaCl2H4", Some(Fault::Formula)),
            ("(2R,3S)-2-amino-3-hydroxy", Some(Fault::Formula)),
            ("H1N1 vaccine", None),
        ] {
            assert_eq!(filter.fault(name), expected, "{name}");
        }
    }
}
