//! A text in, its mentions out: names found, abbreviations resolved, ambiguous names decided, drugs under study marked.

use std::collections::BTreeSet;

use crate::model::{Mention, Span};

use super::Lexicon;
use super::abbreviations::{self, Definition};
use super::ambiguity::{self, Named};
use super::entry::Kind;
use super::finish::{finish, with_lead};
use super::fold;
use super::scan::{self, Hit, Hits};

/// Two names share meaning when at least this share of the words of the long form stands in a name of the entry.
const SAME_WORDS: f64 = 0.5;

/// Words that join two drugs as well as the parts of one product.
const JOINING: [&str; 2] = ["and", "with"];

/// Every entry named in `text`, in the order of the text.
pub(super) fn find(lexicon: &Lexicon, text: &str) -> Vec<Mention> {
    let hits = scan::scan(lexicon, text);
    if hits.list.is_empty() {
        return Vec::new();
    }
    let mut article = Article::new(lexicon, text, hits);
    article.name_all();
    article.name_defined();
    let mut named = article.named;
    named.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end), one.entry));
    named.dedup_by_key(|one| (one.start, one.end, one.entry));
    finish(lexicon, text, &named)
}

/// What an abbreviation means in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Entry(u32),
    /// Something that the lexicons do not hold.
    Other(Span),
}

struct Article<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    hits: Hits,
    named: Vec<Named>,
    /// Entries named without doubt.
    entries: BTreeSet<u32>,
    /// Short forms with their meanings; the first definition stands.
    meanings: Vec<(Span, Meaning)>,
}

impl<'a> Article<'a> {
    fn new(lexicon: &'a Lexicon, text: &'a str, hits: Hits) -> Self {
        let mut article =
            Self { lexicon, text, hits, named: Vec::new(), entries: BTreeSet::new(), meanings: Vec::new() };
        for hit in &article.hits.list {
            let certain = ambiguity::certain(lexicon, article.hits.surfaces(hit));
            article.entries.extend(certain.iter().map(|&index| lexicon.surface(index).entry));
        }
        for definition in abbreviations::definitions(text) {
            if article.meaning(definition.short.of(text)).is_none() {
                let meaning = article.meaning_of(&definition);
                if let Some(Meaning::Entry(entry)) = meaning {
                    article.entries.insert(entry);
                }
                article.meanings.extend(meaning.map(|meaning| (definition.short, meaning)));
            }
        }
        article
    }

    fn meaning(&self, printed: &str) -> Option<Meaning> {
        self.meanings.iter().find(|(short, _)| short.of(self.text) == printed).map(|row| row.1)
    }

    /// What the long form of a definition names.
    fn meaning_of(&self, definition: &Definition) -> Option<Meaning> {
        let long = definition.long;
        let first = self.hits.list.partition_point(|hit| hit.end <= long.start);
        let inside = self.hits.list[first..].iter().take_while(|hit| hit.start < long.end);
        let whole = inside.filter(|hit| self.covers(hit, definition)).last();
        let entry = whole.and_then(|hit| {
            let candidates = self.hits.surfaces(hit);
            let certain = ambiguity::certain(self.lexicon, candidates).first().copied();
            let chosen = certain.or_else(|| candidates.first().copied());
            chosen.map(|index| self.lexicon.surface(index).entry)
        });
        match entry {
            Some(entry) => Some(Meaning::Entry(entry)),
            None => definition.spelt_out.then_some(Meaning::Other(long)),
        }
    }

    /// Whether the hit is the long form, but for words such as "score" behind it.
    fn covers(&self, hit: &Hit, definition: &Definition) -> bool {
        let long = definition.long;
        if !definition.spelt_out {
            let initial = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
            let same = initial(&self.text[hit.start..]) == initial(definition.short.of(self.text));
            let scale = self.lexicon.entry_of(self.hits.surfaces(hit)[0]).kind == Kind::Scale;
            return scale && same && hit.end == long.end && self.text[hit.start..hit.end].contains(char::is_whitespace);
        }
        if hit.end > long.end || with_lead(self.lexicon, self.text, hit.start) > long.start {
            return false;
        }
        let rest = self.text.get(hit.end..long.end).unwrap_or_default();
        let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| self.lexicon.rules.tails.iter().any(|tail| tail.eq_ignore_ascii_case(word)))
    }

    fn name_all(&mut self) {
        let hits = std::mem::take(&mut self.hits);
        for hit in &hits.list {
            let before = self.named.len();
            self.name(hit, hits.surfaces(hit));
            let is_nothing = self.named.len() == before && !self.suppressed(hit);
            if is_nothing || self.named[before..].iter().any(|one| self.may_be_two(one)) {
                self.name_inside(hit);
            }
        }
        self.hits = hits;
    }

    /// Names what is shorter than the hit and inside it.
    fn name_inside(&mut self, hit: &Hit) {
        let inside = scan::scan_inside(self.lexicon, self.text, hit);
        for shorter in &inside.list {
            self.name(shorter, inside.surfaces(shorter));
        }
    }

    /// "Ibuprofen and paracetamol" may be a product or two drugs: the parts are named as well.
    fn may_be_two(&self, named: &Named) -> bool {
        let is_combination = self.lexicon.tables.entries[named.entry as usize].kind == Kind::Combination;
        let mut words = self.text[named.start..named.end].split_whitespace();
        is_combination && words.any(|word| JOINING.contains(&word))
    }

    fn suppressed(&self, hit: &Hit) -> bool {
        matches!(self.meaning(&self.text[hit.start..hit.end]), Some(Meaning::Other(_)))
    }

    fn name(&mut self, hit: &Hit, candidates: &[u32]) {
        let chosen = self.decide(hit, candidates);
        let (start, end) = (hit.start, hit.end);
        self.named.extend(chosen.into_iter().map(|(surface, entry)| Named { start, end, surface, entry }));
    }

    /// The surfaces and entries that the hit stands for: what the article defines, else what the words around it speak
    /// for, else what it means without doubt.
    fn decide(&self, hit: &Hit, candidates: &[u32]) -> Vec<(u32, u32)> {
        let entry_of = |index: u32| self.lexicon.surface(index).entry;
        match self.defined(&self.text[hit.start..hit.end]) {
            Some(Meaning::Entry(entry)) => {
                let related = candidates.iter().find(|&&index| self.lexicon.related(entry_of(index), entry));
                return vec![related.map_or((candidates[0], entry), |&index| (index, entry_of(index)))];
            }
            Some(Meaning::Other(long)) if !candidates.iter().any(|&index| self.means(index, long)) => {
                return Vec::new();
            }
            _ => {}
        }
        let named = |entry: u32| self.entries.contains(&entry);
        match ambiguity::by_cues(self.lexicon, candidates, self.text, hit.start, hit.end, named) {
            Some(index) => vec![(index, entry_of(index))],
            None => {
                let certain = ambiguity::certain(self.lexicon, candidates);
                certain.into_iter().map(|index| (index, entry_of(index))).collect()
            }
        }
    }

    /// What the article says that the printed name, or its singular, stands for.
    fn defined(&self, printed: &str) -> Option<Meaning> {
        self.meaning(printed).or_else(|| self.meaning(printed.strip_suffix('s')?))
    }

    /// Whether the long form is another wording of a name of the surface's entry.
    fn means(&self, index: u32, long: Span) -> bool {
        let canonical = self.lexicon.entry_of(index).canonical.to_lowercase();
        let long = long.of(self.text).to_lowercase();
        let words = || long.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
        let shared = words().filter(|word| canonical.contains(*word)).count();
        shared > 0 && shared as f64 >= SAME_WORDS * words().count() as f64
    }

    /// Finds the abbreviations that only this article gives to an entry.
    fn name_defined(&mut self) {
        for (short, meaning) in std::mem::take(&mut self.meanings) {
            let Meaning::Entry(entry) = meaning else { continue };
            let Some(surface) = self.lexicon.first_surface(entry) else { continue };
            let form = short.of(self.text);
            let mut found = Vec::new();
            for (start, _) in self.text.match_indices(form) {
                let span = Span::new(start, start + form.len());
                if is_whole(self.text, span) && !self.is_taken(span) {
                    found.push(Named { start, end: span.end, surface, entry });
                }
            }
            self.named.extend(found);
        }
    }

    /// Whether a name found by the scan overlaps the span.
    fn is_taken(&self, span: Span) -> bool {
        let first = self.hits.list.partition_point(|hit| hit.end <= span.start);
        self.hits.list.get(first).is_some_and(|hit| hit.start < span.end)
    }
}

/// Whether no letter or digit stands right before or behind the span; a plural s may.
fn is_whole(text: &str, span: Span) -> bool {
    let rest = &text[span.end..];
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    !text[..span.start].ends_with(fold::is_word) && !rest.starts_with(fold::is_word)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::small::small_lexicon;

    /// The names found in each text, parted by `|`, as `printed = id without its prefix`.
    fn expect(cases: &[(&str, &str)]) {
        let lexicon = small_lexicon();
        for (text, expected) in cases {
            let mentions = lexicon.mentions(text);
            let found: Vec<String> =
                mentions.iter().map(|one| format!("{} = {}", one.surface, one.id.split_once(':').unwrap().1)).collect();
            assert_eq!(found.join(" | "), *expected, "{text}");
            assert!(mentions.iter().all(|one| one.place.bytes.of(text) == one.surface));
        }
    }

    #[test]
    fn names_are_found_in_every_printed_form() {
        expect(&[
            (
                "IL-6, IL 6, IL6 and interleukin\u{2011}6",
                "IL-6 = il-6 | IL 6 = il-6 | IL6 = il-6 | interleukin\u{2011}6 = il-6",
            ),
            ("IL-\n6 rose", "IL-\n6 = il-6"),
            ("tocili-\nzumab and toci\u{ad}lizumab", "tocili-\nzumab = tocilizumab | toci\u{ad}lizumab = tocilizumab"),
            ("TNFα, TNF-alpha, TNF-a, TNFa", "TNFα = tnf | TNF-alpha = tnf | TNF-a = tnf | TNFa = tnf"),
            ("tumor necrosis factor-alpha", "tumor necrosis factor-alpha = tnf"),
            ("interleukin-1 beta", "interleukin-1 beta = il-1-beta"),
            ("SSRIs’ effects, an SSRI's", "SSRIs = ssri | SSRI = ssri"),
            ("selective serotonin reuptake inhibitors", "selective serotonin reuptake inhibitors = ssri"),
            ("CA19-9 and CA-19-9", "CA19-9 = ca-19-9 | CA-19-9 = ca-19-9"),
            (
                "xanomeline/trospium, xanomeline plus trospium",
                "xanomeline/trospium = xanomeline-trospium | xanomeline plus trospium = xanomeline-trospium",
            ),
            (
                "quetiapine XR, Seroquel-XR, SEROQUEL",
                "quetiapine XR = quetiapine | Seroquel-XR = quetiapine | SEROQUEL = quetiapine",
            ),
            (
                "hs-CRP, hsCRP and high-sensitivity C-reactive protein",
                "hs-CRP = crp | hsCRP = crp | high-sensitivity C-reactive protein = crp",
            ),
            ("soluble IL-2 receptor? No: sIL-2R", "sIL-2R = il-2r"),
        ]);
    }

    #[test]
    fn near_misses_are_no_names() {
        expect(&[
            ("IL-60, IL-6x, mIL6y, TNF a key factor", ""),
            ("sertralinelike, SSRIx, presertraline", ""),
            ("xanomeline or trospium", ""),
            ("xanomeline, trospium", ""),
            ("Orlistat House", ""),
            ("The act of giving", ""),
            ("PHQ-9.5 and PHQ", ""),
            ("IL - 6", ""),
        ]);
    }

    #[test]
    fn the_longest_name_wins() {
        expect(&[
            ("IL-6 inhibitors and IL-6", "IL-6 inhibitors = il-6-inhibitor | IL-6 = il-6"),
            ("HDRS-17", "HDRS-17 = hdrs-17"),
        ]);
    }

    #[test]
    fn ambiguous_names_need_a_cue() {
        expect(&[
            ("Scores on the ACT improved with the inhaler.", "ACT = act"),
            ("Scores on the ACT improved with acceptance.", "ACT = aact"),
            ("Scores on the ACT improved.", ""),
            ("The ACT law and the inhaler.", ""),
            (
                "The Asthma Control Test was used. Much later text follows here. ACT improved.",
                "Asthma Control Test = act | ACT = act",
            ),
            ("Alli won. She spoke.", ""),
            ("The pill Alli helps.", "Alli = orlistat"),
            ("The pill alli helps.", ""),
            ("Mr Alli took a pill.", ""),
            ("FACTS-ACT-2 and asthma", ""),
        ]);
    }

    #[test]
    fn abbreviations_mean_what_the_article_says() {
        expect(&[
            (
                "The Hamilton Depression Rating Scale (HRS) fell. HRS scores fell.",
                "Hamilton Depression Rating Scale = hdrs | HRS = hdrs | HRS = hdrs",
            ),
            ("Advanced cancer treatment (ACT) for asthma. ACT works.", ""),
            ("Central retinal pressure (CRP) rose. CRP fell.", ""),
            ("Human interleukin-6 family 2 (HIF2) fell. HIF2 rose.", "interleukin-6 = il-6"),
            ("C-reactive protein (CRP) rose", "C-reactive protein = crp | CRP = crp"),
            (
                "The Hamilton Depression Rating Scale score (HDS) fell",
                "Hamilton Depression Rating Scale = hdrs | HDS = hdrs",
            ),
        ]);
    }

    #[test]
    fn drugs_under_study_are_marked() {
        let lexicon = small_lexicon();
        let text = format!("Sertraline, an SSRI, helps.\n\n{}Drugs such as quetiapine did not.", "Words. ".repeat(100));
        let studied: Vec<(String, bool)> =
            lexicon.mentions(&text).into_iter().map(|one| (one.surface, one.studied)).collect();
        let expected = [("Sertraline", true), ("SSRI", false), ("quetiapine", false)];
        assert_eq!(studied, expected.map(|(surface, is)| (surface.to_owned(), is)));
        assert!(lexicon.mentions("An SSRI was tested.")[0].studied);
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_scan(text in "[A-Za-z0-9αβé’' \n()/+.\u{ad}\u{2011}-]{0,80}|\\PC{0,60}") {
            let lexicon = small_lexicon();
            for mention in lexicon.mentions(&text) {
                proptest::prop_assert_eq!(mention.place.bytes.of(&text), mention.surface);
            }
        }
    }
}
