//! One article with its claims and mentions in, its fingerprint out; one file a family of features.

mod dates;
mod design;
mod names;
mod numbers;
mod quotations;
mod registry;
mod sketch;
mod terms;
mod tokens;

pub use terms::LEAD_PARTS;

use dates::Dates;
use tokens::tokens;

use super::word_lists::WordLists;
use crate::model::{Article, Category, Claim, Fingerprint, Key, KeyKind, Mention};

/// Keys kept of one article and kind, the first in the text.
const KEYS_PER_KIND: usize = 8;
/// A drug named once may be named in passing.
const DRUG_MENTIONS: usize = 3;

/// Makes fingerprints: built once, shared by every thread.
#[derive(Debug)]
pub struct Fingerprinter {
    lists: WordLists,
    dates: Dates,
}

impl Fingerprinter {
    /// With the word lists that come with the program.
    pub fn bundled() -> Self {
        Self { lists: WordLists::bundled(), dates: Dates::new() }
    }

    /// What is kept of an article to tell which trial it reports.
    pub fn fingerprint(&self, article: &Article, claims: &[Claim], mentions: &[Mention]) -> Fingerprint {
        let title = article.title.as_deref().filter(|title| !article.text.starts_with(title)).unwrap_or_default();
        let mut tokens = tokens(title, &self.lists);
        tokens.extend(self::tokens::tokens(&article.text, &self.lists));
        let mut keys = names::names(&tokens);
        keys.extend(numbers::numbers(&tokens, claims, &self.lists));
        keys.extend(registry::identifiers(&article.identifiers, &article.text, &tokens, &self.lists));
        keys.extend(quotations::quotations(&article.text, &self.lists));
        keys.extend(only_drug(mentions));
        let (design, phases) = design::design(&tokens);
        Fingerprint {
            terms: terms::terms(&tokens, &self.lists),
            keys: first_of_each_kind(keys),
            sketch: sketch::sketch(&tokens),
            days: self.dates.days(article),
            design,
            phases,
        }
    }
}

/// The one drug of an article that names no other and no class of drugs: only then can another drug contradict it.
fn only_drug(mentions: &[Mention]) -> Option<Key> {
    let mut drugs = mentions.iter().filter(|mention| mention.category == Category::Drug);
    let first = drugs.clone().find(|mention| mention.studied)?;
    let only = drugs.clone().count() >= DRUG_MENTIONS && drugs.all(|mention| mention.id == first.id && !mention.class);
    only.then(|| Key { kind: KeyKind::Drug, value: first.id.clone(), shown: first.name.clone() })
}

fn first_of_each_kind(keys: Vec<Key>) -> Vec<Key> {
    let mut kept: Vec<Key> = Vec::with_capacity(keys.len());
    for key in keys {
        let known = kept.iter().any(|other| other.kind == key.kind && other.value == key.value);
        if !known && kept.iter().filter(|other| other.kind == key.kind).count() < KEYS_PER_KIND {
            kept.push(key);
        }
    }
    kept.sort_unstable();
    kept
}
