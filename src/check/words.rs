//! A slot's words in, the small set of stems that carry its meaning out, and how far two such sets agree.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const WEIGHTLESS: &str = include_str!("../../lexicons/check/weightless.tsv");
const SYNONYMS: &str = include_str!("../../lexicons/check/synonyms.tsv");

/// The tables, read once; constant from then on.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::read);

/// Whether two slots say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    Same,
    Different,
    /// One side does not say, or says more than the other.
    Unknown,
}

impl Match {
    pub fn is_same(self) -> bool {
        self == Match::Same
    }

    pub fn differs(self) -> bool {
        self == Match::Different
    }
}

/// The stems of a phrase, sorted, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// Content stems of `text`: function words and the words every result is told with are left out, synonyms folded.
    ///
    /// ```
    /// use trialwire::check::words::Words;
    /// assert_eq!(Words::of("the risk of dying"), Words::of("mortality"));
    /// ```
    pub fn of(text: &str) -> Self {
        VOCABULARY.words(text)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    pub fn contains(&self, stem: &str) -> bool {
        self.0.binary_search_by(|have| have.as_str().cmp(stem)).is_ok()
    }

    /// How many stems stand in both.
    pub fn shared(&self, other: &Self) -> usize {
        self.0.iter().filter(|stem| other.contains(stem)).count()
    }

    /// Stems in both as a share of the smaller set; 0 where one is empty.
    pub fn overlap(&self, other: &Self) -> f64 {
        share(self.shared(other), self.len().min(other.len()))
    }

    /// Stems in both as a share of all stems; 0 where both are empty.
    pub fn jaccard(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        share(shared, self.len() + other.len() - shared)
    }

    /// Every stem of both.
    pub fn and(&self, other: &Self) -> Self {
        Self::from_stems(self.0.iter().chain(&other.0).cloned().collect())
    }

    /// The stems of this set that the other lacks.
    pub fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().filter(|stem| !other.contains(stem)).cloned().collect())
    }

    /// Same when the smaller set is mostly in the larger and neither says much more; different when nothing is shared.
    pub fn compare(&self, other: &Self) -> Match {
        if self.is_empty() || other.is_empty() {
            return Match::Unknown;
        }
        if self.shared(other) == 0 {
            return if self.nearly_shares(other) { Match::Unknown } else { Match::Different };
        }
        // "Death" is not "death from cancer": one word is the same only as one word.
        if self.len().min(other.len()) == 1 && self != other {
            return Match::Unknown;
        }
        match self.overlap(other) >= SAME_OVERLAP && self.jaccard(other) >= SAME_JACCARD {
            true => Match::Same,
            false => Match::Unknown,
        }
    }

    /// A long word of one begins like a long word of the other: a misprint or another form of it.
    fn nearly_shares(&self, other: &Self) -> bool {
        const LONG: usize = 7;
        const HEAD: usize = 5;
        let long = |stem: &&str| stem.chars().count() >= LONG;
        let head = |stem: &str| stem.chars().take(HEAD).collect::<String>();
        self.iter().filter(long).any(|a| other.iter().filter(long).any(|b| head(a) == head(b)))
    }

    fn from_stems(mut stems: Vec<String>) -> Self {
        stems.sort();
        stems.dedup();
        Self(stems)
    }
}

/// Share of the shorter phrase that must stand in the longer ("heart attack" in "having a heart attack").
const SAME_OVERLAP: f64 = 0.6;
/// Share of all words that must be common: "cancer" is not "cancer of the lung in men".
const SAME_JACCARD: f64 = 0.4;

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

struct Vocabulary {
    weightless: HashSet<String>,
    /// Stem, or two stems with a space, to the stem that stands for all.
    synonyms: HashMap<String, String>,
}

impl Vocabulary {
    fn read() -> Self {
        let weightless = rows(WEIGHTLESS).map(|(word, _)| stem(word)).collect();
        let mut synonyms = HashMap::new();
        for (head, variants) in rows(SYNONYMS) {
            let folded = phrase(head);
            for variant in variants.split('|').chain([head]) {
                synonyms.insert(phrase(variant), folded.clone());
            }
        }
        Self { weightless, synonyms }
    }

    fn words(&self, text: &str) -> Words {
        let tokens: Vec<String> = tokens(text).map(|token| stem(&token)).collect();
        let mut stems = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let pair = tokens.get(at + 1).and_then(|next| self.synonyms.get(&format!("{} {next}", tokens[at])));
            match pair {
                Some(folded) => {
                    stems.push(folded.clone());
                    at += 2;
                }
                None => {
                    let token = &tokens[at];
                    if let Some(folded) = self.synonyms.get(token) {
                        stems.push(folded.clone());
                    } else if !self.weightless.contains(token) && !is_number(token) {
                        stems.push(token.clone());
                    }
                    at += 1;
                }
            }
        }
        Words::from_stems(stems)
    }
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn phrase(text: &str) -> String {
    tokens(text).map(|token| stem(&token)).collect::<Vec<_>>().join(" ")
}

/// Lower-case words; an apostrophe ends a word's stem ("women's" is "women"), a hyphen inside a word stays.
fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '\u{2011}'))
        .map(|token| token.split(['\'', '’']).find(|part| !part.is_empty()).unwrap_or_default())
        .map(|token| token.trim_matches(['-', '\u{2011}']).to_lowercase().replace('\u{2011}', "-"))
        .filter(|token| !token.is_empty())
}

fn is_number(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
}

/// A light English stemmer: plural, -ing, -ed and -ly endings of words long enough to lose them.
fn stem(word: &str) -> String {
    const ENDINGS: [(&str, &str); 7] =
        [("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", "")];
    const SHORTEST_STEM: usize = 4;
    let mut stem = word;
    let mut tail = "";
    for (ending, replacement) in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() + replacement.len() >= SHORTEST_STEM - usize::from(ending == "s")
            && !(ending == "s" && rest.ends_with(['s', 'u', 'i']))
        {
            (stem, tail) = (rest, replacement);
            break;
        }
    }
    let stem = stem.strip_suffix('e').filter(|rest| tail.is_empty() && rest.chars().count() >= 3).unwrap_or(stem);
    format!("{stem}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn compared(a: &str, b: &str) -> Match {
        Words::of(a).compare(&Words::of(b))
    }

    #[test]
    fn stems_fold_endings() {
        for (a, b) in [("diagnosed", "diagnose"), ("increases", "increased"), ("studies", "study"), ("nurses", "nurse")]
        {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        for (a, b) in [("organ", "organic"), ("virus", "vira")] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn synonyms_meet() {
        for (a, b) in [
            ("risk of a heart attack", "chance of having a myocardial infarction"),
            ("died", "hospital death rate"),
            ("side effects", "adverse events"),
            ("more calories", "energy"),
            ("bowel cancer", "colorectal carcinoma"),
        ] {
            assert_ne!(compared(a, b), Match::Different, "{a} | {b}");
            assert!(Words::of(a).overlap(&Words::of(b)) > 0.9, "{a} | {b}");
        }
    }

    #[test]
    fn other_outcomes_differ() {
        for (a, b) in
            [("remission", "side effects"), ("glioma", "meningioma"), ("weight loss", "blood pressure checks")]
        {
            assert_eq!(compared(a, b), Match::Different, "{a} | {b}");
        }
    }

    #[test]
    fn silence_and_partial_phrases_are_unknown() {
        assert_eq!(compared("", "remission"), Match::Unknown);
        assert_eq!(compared("the risk", "remission"), Match::Unknown);
        assert_eq!(compared("commercial products", "commerical counterparts"), Match::Unknown);
        assert_eq!(compared("cancer", "cancer of the lung among men who smoked as teenagers"), Match::Unknown);
    }

    #[test]
    fn tables_are_sorted_into_one_meaning_each() {
        let mut seen = HashMap::new();
        for (head, variants) in rows(SYNONYMS) {
            for variant in variants.split('|').chain([head]) {
                if let Some(other) = seen.insert(variant.to_string(), head) {
                    assert_eq!(other, head, "{variant} stands under two heads");
                }
            }
        }
    }
}
