//! The bundled word lists in, what they say about a word out.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Articles in a thousand that hold a word which no list knows.
const UNKNOWN_PER_THOUSAND: u16 = 2;
/// Words that stand in every article, as far as linking cares.
const EVERYWHERE: u16 = 1000;

const IRREGULAR: [(&str, &str); 5] =
    [("women", "woman"), ("men", "man"), ("children", "child"), ("mice", "mouse"), ("babies", "baby")];

static BACKGROUND: LazyLock<HashMap<String, u16>> = LazyLock::new(|| {
    let mut background = HashMap::new();
    for (word, value) in rows(include_str!("../../lexicons/link/background_words.tsv")) {
        let per_thousand = value.parse().unwrap_or(UNKNOWN_PER_THOUSAND);
        let known = background.entry(base_form(word)).or_insert(per_thousand);
        *known = per_thousand.max(*known);
    }
    background
});

static NAME_WORDS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut roles: HashMap<&str, Vec<&str>> = HashMap::new();
    for (word, role) in rows(include_str!("../../lexicons/link/name_words.tsv")) {
        roles.entry(word).or_default().push(role);
    }
    roles
});

static FURNITURE: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("../../lexicons/link/page_furniture.tsv")).map(|(start, _)| start).collect());

/// The rows of a list below its comments and its head, as first and second column.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let data = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    data.map(|line| line.split_once('\t').unwrap_or((line, "")))
}

/// How many articles in a thousand hold the word of this base form, by general experience.
pub fn per_thousand(base: &str) -> u16 {
    BACKGROUND.get(base).copied().unwrap_or(UNKNOWN_PER_THOUSAND)
}

/// Function words and page furniture tell nothing.
pub fn is_stop_word(base: &str) -> bool {
    per_thousand(base) >= EVERYWHERE
}

/// Whether a lower-case word announces a name in this role (`title`, `journal` …).
pub fn has_role(lower: &str, role: &str) -> bool {
    NAME_WORDS.get(lower).is_some_and(|roles| roles.contains(&role))
}

/// Whether the line belongs to the page around the article.
pub fn is_furniture(line: &str) -> bool {
    let line = line.trim_start().as_bytes();
    FURNITURE
        .iter()
        .any(|start| line.len() >= start.len() && line[..start.len()].eq_ignore_ascii_case(start.as_bytes()))
}

/// A word in lower case with the plural and British endings folded, so that outlets on both sides of the Atlantic agree.
pub fn base_form(word: &str) -> String {
    let mut base: String = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect();
    if base.ends_with("'s") {
        base.truncate(base.len() - 2);
    }
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| base == *plural) {
        return (*singular).to_owned();
    }
    if base.len() > 4 && base.ends_with("ies") {
        base.truncate(base.len() - 3);
        base.push('y');
    } else if base.len() > 5 && ["ches", "shes", "sses", "xes"].iter().any(|end| base.ends_with(end)) {
        base.truncate(base.len() - 2);
    } else if base.len() > 3 && base.ends_with('s') && !base.ends_with("ss") {
        base.truncate(base.len() - 1);
    }
    fold_british(&mut base);
    base
}

fn fold_british(base: &mut String) {
    const ENDINGS: [(&str, &str); 5] = [("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ise", "ize"), ("yse", "yze")];
    for (british, american) in ENDINGS {
        if base.len() >= 5 && base.ends_with(british) {
            base.truncate(base.len() - british.len());
            base.push_str(american);
        }
    }
    for (british, american) in [("aem", "em"), ("paed", "ped"), ("oesoph", "esoph"), ("oestr", "estr")] {
        if base.contains(british) {
            *base = base.replace(british, american);
        }
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
            ("illness", "illness"),
            ("gas", "gas"),
            ("approaches", "approach"),
            ("children", "child"),
            ("hour", "hour"),
        ] {
            assert_eq!(base_form(word), base);
        }
    }

    #[test]
    fn common_words_are_known() {
        assert!(is_stop_word("the"));
        assert!(per_thousand("study") > per_thousand("heart"));
        assert!(per_thousand("heart") > per_thousand("doxycycline"));
        assert!(has_role("professor", "title") && !has_role("professor", "speech"));
    }

    #[test]
    fn furniture_is_told_by_its_start() {
        assert!(is_furniture("  BYLINE: A Writer"));
        assert!(!is_furniture("Bylines matter"));
    }
}
