//! The bundled word lists in, what they say about a word out.
//!
//! Words are looked up by the hash of their lower-case or base form, so that reading an article allocates nothing a word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh3::xxh3_64;

/// Articles in a thousand that hold a word which no list knows.
const UNKNOWN_PER_THOUSAND: u16 = 2;
/// Words that stand in every article, as far as linking cares.
const EVERYWHERE: u16 = 1000;

const IRREGULAR: [(&str, &str); 5] =
    [("women", "woman"), ("men", "man"), ("children", "child"), ("mice", "mouse"), ("babies", "baby")];

/// What a word announces or is in names, as one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    pub const TITLE: Self = Self(1);
    pub const SPEECH: Self = Self(1 << 1);
    pub const INSTITUTION: Self = Self(1 << 2);
    pub const JOURNAL: Self = Self(1 << 3);
    pub const PUBLISHED: Self = Self(1 << 4);
    /// Joins the words of a name: "of", "and".
    pub const SMALL: Self = Self(1 << 5);
    /// Too common to tell names apart: "national".
    pub const PLAIN: Self = Self(1 << 6);

    const NAMES: [(&str, Self); 7] = [
        ("title", Self::TITLE),
        ("speech", Self::SPEECH),
        ("institution", Self::INSTITUTION),
        ("journal", Self::JOURNAL),
        ("published", Self::PUBLISHED),
        ("small", Self::SMALL),
        ("plain", Self::PLAIN),
    ];

    /// Whether it has any of these roles.
    pub fn any(self, roles: &[Self]) -> bool {
        roles.iter().any(|role| self.0 & role.0 != 0)
    }
}

/// Keys that are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// A map from hashes.
pub type ByHash<T> = HashMap<u64, T, BuildHasherDefault<AsIs>>;

/// The word lists of linking.
#[derive(Debug)]
pub struct WordLists {
    background: ByHash<u16>,
    roles: ByHash<Roles>,
    furniture: Vec<&'static str>,
}

impl WordLists {
    /// The lists that come with the program.
    pub fn bundled() -> Self {
        Self {
            background: background(include_str!("../../lexicons/link/background_words.tsv")),
            roles: name_roles(include_str!("../../lexicons/link/name_words.tsv")),
            furniture: rows(include_str!("../../lexicons/link/page_furniture.tsv")).map(|(start, _)| start).collect(),
        }
    }

    /// How many articles in a thousand hold the word with this hash of its base form, by general experience.
    pub fn per_thousand(&self, base_hash: u64) -> u16 {
        self.background.get(&base_hash).copied().unwrap_or(UNKNOWN_PER_THOUSAND)
    }

    /// Function words and page furniture tell nothing.
    pub fn is_stop_word(&self, base_hash: u64) -> bool {
        self.per_thousand(base_hash) >= EVERYWHERE
    }

    /// The roles of the word with this hash of its lower-case form.
    pub fn roles(&self, lower_hash: u64) -> Roles {
        self.roles.get(&lower_hash).copied().unwrap_or_default()
    }

    /// Whether the line belongs to the page around the article.
    pub fn is_furniture(&self, line: &str) -> bool {
        let line = line.trim_start().as_bytes();
        let begins =
            |start: &str| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()));
        self.furniture.iter().any(|start| begins(start))
    }
}

fn background(list: &'static str) -> ByHash<u16> {
    let mut background: ByHash<u16> = ByHash::default();
    for (word, value) in rows(list) {
        let per_thousand = value.parse().unwrap_or(UNKNOWN_PER_THOUSAND);
        let known = background.entry(Base::of(word).hash()).or_insert(per_thousand);
        *known = per_thousand.max(*known);
    }
    background
}

fn name_roles(list: &'static str) -> ByHash<Roles> {
    let mut roles: ByHash<Roles> = ByHash::default();
    for (word, name) in rows(list) {
        let role = Roles::NAMES.iter().find(|(known, _)| *known == name).map_or(Roles::default(), |(_, role)| *role);
        roles.entry(xxh3_64(word.as_bytes())).or_default().0 |= role.0;
    }
    roles
}

/// The rows of a list below its comments and its head, as first and second column.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let data = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    data.map(|line| line.split_once('\t').unwrap_or((line, "")))
}

/// Bytes of a word that is folded without allocating; longer words keep what they are.
const LONGEST: usize = 40;

/// A word in lower case with the plural and British endings folded, so that outlets on both sides of the Atlantic agree.
#[derive(Clone, Copy)]
pub struct Base {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Base {
    pub fn of(word: &str) -> Self {
        let mut base = Self::lower(word);
        base.fold();
        base
    }

    /// From the lower-case form to the base form.
    pub fn fold(&mut self) {
        self.fold_plural();
        self.fold_british();
    }

    /// The word in lower case; what does not fit is cut off.
    pub fn lower(word: &str) -> Self {
        let mut base = Self { bytes: [0; LONGEST], length: 0 };
        if word.is_ascii() {
            base.length = word.len().min(LONGEST);
            base.bytes[..base.length].copy_from_slice(&word.as_bytes()[..base.length]);
            base.bytes[..base.length].make_ascii_lowercase();
        } else {
            let lower = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
            lower.take_while(|&letter| base.push(letter)).for_each(drop);
        }
        base
    }

    fn push(&mut self, letter: char) -> bool {
        let mut encoded = [0; 4];
        let encoded = letter.encode_utf8(&mut encoded).as_bytes();
        let fits = self.length + encoded.len() <= LONGEST;
        if fits {
            self.bytes[self.length..self.length + encoded.len()].copy_from_slice(encoded);
            self.length += encoded.len();
        }
        fits
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    pub fn hash(&self) -> u64 {
        xxh3_64(self.as_bytes())
    }

    fn ends(&self, end: &str) -> bool {
        self.as_bytes().ends_with(end.as_bytes())
    }

    fn replace_end(&mut self, end: &str, with: &str) {
        self.length -= end.len();
        with.chars().take_while(|&letter| self.push(letter)).for_each(drop);
    }

    fn fold_plural(&mut self) {
        if self.ends("'s") {
            self.length -= 2;
        }
        if let Some((plural, singular)) = IRREGULAR.iter().find(|(plural, _)| self.as_bytes() == plural.as_bytes()) {
            self.replace_end(plural, singular);
        } else if self.length > 4 && self.ends("ies") {
            self.replace_end("ies", "y");
        } else if self.length > 5 && ["ches", "shes", "sses", "xes"].iter().any(|end| self.ends(end)) {
            self.length -= 2;
        } else if self.length > 3 && self.ends("s") && !self.ends("ss") {
            self.length -= 1;
        }
    }

    fn fold_british(&mut self) {
        const ENDINGS: [(&str, &str); 5] =
            [("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ise", "ize"), ("yse", "yze")];
        for (british, american) in ENDINGS.iter().filter(|_| self.length >= 5) {
            if self.ends(british) {
                return self.replace_end(british, american);
            }
        }
        for (british, american) in [("anaem", "anem"), ("paed", "ped"), ("oeso", "eso"), ("oest", "est")] {
            if self.as_bytes().starts_with(british.as_bytes()) {
                let dropped = british.len() - american.len();
                self.bytes.copy_within(british.len()..self.length, american.len());
                self.bytes[..american.len()].copy_from_slice(american.as_bytes());
                self.length -= dropped;
            }
        }
    }
}

impl std::fmt::Display for Base {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&String::from_utf8_lossy(self.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms_fold_endings() {
        for (word, base) in [
            ("Studies", "study"),
            ("NSAIDs", "nsaid"),
            ("nurse’s", "nurse"),
            ("tumours", "tumor"),
            ("tumor", "tumor"),
            ("fibre", "fiber"),
            ("anaemia", "anemia"),
            ("oestrogen", "estrogen"),
            ("illness", "illness"),
            ("gas", "gas"),
            ("approaches", "approach"),
            ("children", "child"),
            ("hour", "hour"),
            ("Ärzte", "ärzte"),
        ] {
            assert_eq!(Base::of(word).to_string(), base);
        }
    }

    #[test]
    fn long_words_are_cut_between_letters() {
        assert_eq!(Base::of(&"ä".repeat(100)).to_string(), "ä".repeat(20));
        assert_eq!(Base::of(&"a".repeat(100)).to_string().len(), LONGEST);
    }

    #[test]
    fn common_words_are_known() {
        let lists = WordLists::bundled();
        let often = |word: &str| lists.per_thousand(Base::of(word).hash());
        assert!(lists.is_stop_word(Base::of("the").hash()));
        assert!(often("study") > often("heart") && often("heart") > often("doxycycline"));
        let professor = lists.roles(Base::lower("Professor").hash());
        assert!(professor.any(&[Roles::TITLE]) && !professor.any(&[Roles::SPEECH, Roles::PLAIN]));
    }

    #[test]
    fn furniture_is_told_by_its_start() {
        assert!(WordLists::bundled().is_furniture("  BYLINE: A Writer"));
        assert!(!WordLists::bundled().is_furniture("Bylines matter"));
    }
}
