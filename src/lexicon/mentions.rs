//! A text in, its mentions out: names found, abbreviations resolved, ambiguous names decided, drugs under study marked.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;

use memchr::memmem::Finder;

use crate::model::{Category, Mention, Span};
use crate::text::{Block, blocks::runs_on};

use super::Lexicon;
use super::abbreviations::{self, Definition};
use super::ambiguity::{self, Named};
use super::entry::Kind;
use super::finish::{mentions, place, with_lead};
use super::fold;
use super::scan::{self, Hit, Hits};

/// Two names share meaning when at least this share of the words of the long form stands in a name of the entry.
const SAME_WORDS: f64 = 0.5;

/// Words that join two drugs as well as the parts of one product.
const JOINING: [&str; 2] = ["and", "with"];

/// A name in a text, without what only whole mentions tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'l> {
    pub category: Category,
    pub id: &'l str,
    /// A drug class, not one drug.
    pub class: bool,
    pub span: Span,
}

/// The names in one article, read where they are asked for: what holds no claim need not be scanned for them.
///
/// No name runs over the end of a paragraph unless its last line runs on in the next, so that each [`Stretch`] is read by
/// itself; only what an ambiguous name means may depend on the rest of the article.
pub struct Names<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    blocks: &'a [Block],
    /// All of the text, for what asks for the names anywhere in it.
    stretches: OnceCell<Vec<Stretch>>,
    /// What the article defines in brackets.
    definitions: OnceCell<Vec<Defined<'a>>>,
    /// Entries that were asked for, and whether the article names them without doubt.
    asked: RefCell<Vec<(u32, bool)>>,
    /// Entries that an abbreviation of the article stands for.
    abbreviated: OnceCell<BTreeSet<u32>>,
    /// Entries named without doubt anywhere.
    certain: OnceCell<BTreeSet<u32>>,
}

/// A paragraph, or lines that run on in the next.
struct Stretch {
    span: Span,
    hits: OnceCell<Hits>,
}

struct Defined<'a> {
    definition: Definition,
    /// Finds the short form.
    finder: Finder<'a>,
    meaning: OnceCell<Option<Meaning>>,
}

/// What an abbreviation means in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Entry(u32),
    /// Something that the lexicons do not hold.
    Other(Span),
}

impl<'a> Names<'a> {
    /// Of a text with these paragraphs.
    pub fn new(lexicon: &'a Lexicon, text: &'a str, blocks: &'a [Block]) -> Self {
        Self {
            lexicon,
            text,
            blocks,
            stretches: OnceCell::new(),
            definitions: OnceCell::new(),
            asked: RefCell::default(),
            abbreviated: OnceCell::new(),
            certain: OnceCell::new(),
        }
    }

    /// Every entry named, in the order of the text.
    pub fn mentions(&self) -> Vec<Mention> {
        let all = Span::new(0, self.text.len());
        mentions(self.lexicon, self.text, &self.named(all, self.hits_of(all)))
    }

    /// The names that stand inside `span`, a sentence, in their order. Only the sentence is read for them: no name starts
    /// in the one before.
    pub fn within(&self, span: Span) -> Vec<Name<'a>> {
        let widened = |one: &Named| {
            let entry = &self.lexicon.tables.entries[one.entry as usize];
            let place = place(self.lexicon, self.text, one);
            Name { category: entry.category, id: &entry.id, class: entry.is_class(), span: place }
        };
        let hits = scan::scan(self.lexicon, self.text, span, self.end_of_stretch(span));
        let named = self.named(span, hits.list.iter().map(|hit| (hit, &hits)));
        named.iter().map(widened).filter(|name| span.contains(name.span)).collect()
    }

    /// Where the stretch that holds the end of `span` ends.
    fn end_of_stretch(&self, span: Span) -> usize {
        let blocks = &self.blocks[self.blocks.partition_point(|block| block.span.end < span.end)..];
        let ends = |pair: &&[Block]| !runs_on(pair[0].span.of(self.text), pair[1].span.of(self.text));
        let last = blocks.windows(2).find(ends).map(|pair| pair[0]).or(blocks.last().copied());
        last.map_or(span.end, |block| block.span.end)
    }

    /// The names that overlap `span`, whose hits these are, each once.
    fn named<'h>(&'h self, span: Span, hits: impl Iterator<Item = (&'h Hit, &'h Hits)>) -> Vec<Named> {
        let mut named = Vec::new();
        for (hit, hits) in hits {
            self.name_whole(hit, hits, &mut named);
        }
        self.name_defined(span, &mut named);
        named.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end), one.entry));
        named.dedup_by_key(|one| (one.start, one.end, one.entry));
        named
    }

    /// The hits that overlap `span`, each with the list that it belongs to.
    fn hits_of(&self, span: Span) -> impl Iterator<Item = (&Hit, &Hits)> {
        let stretches = self.stretches.get_or_init(|| stretches(self.text, self.blocks));
        let first = stretches.partition_point(|stretch| stretch.span.end <= span.start);
        let stretches = stretches[first..].iter().take_while(move |stretch| stretch.span.start < span.end);
        stretches.flat_map(move |stretch| {
            let hits = stretch.hits.get_or_init(|| scan::scan(self.lexicon, self.text, stretch.span, stretch.span.end));
            let first = hits.list.partition_point(|hit| hit.end <= span.start);
            hits.list[first..].iter().take_while(move |hit| hit.start < span.end).map(move |hit| (hit, hits))
        })
    }

    fn definitions(&self) -> &[Defined<'a>] {
        self.definitions.get_or_init(|| {
            let defined = |definition: Definition| {
                let finder = Finder::new(definition.short.of(self.text));
                Defined { definition, finder, meaning: OnceCell::new() }
            };
            abbreviations::definitions(self.text).into_iter().map(defined).collect()
        })
    }

    /// Whether the article names the entry without doubt anywhere; all of it is read for that once.
    fn names(&self, entry: u32) -> bool {
        let known = self.asked.borrow().iter().find(|(asked, _)| *asked == entry).map(|(_, names)| *names);
        if let Some(names) = known {
            return names;
        }
        let is_printed = || scan::holds_name(self.lexicon, self.text, entry) && self.certain().contains(&entry);
        let names = self.abbreviated().contains(&entry) || is_printed();
        self.asked.borrow_mut().push((entry, names));
        names
    }

    /// Entries that an abbreviation of the article stands for.
    fn abbreviated(&self) -> &BTreeSet<u32> {
        self.abbreviated.get_or_init(|| {
            let defined = self.definitions().iter().filter(|one| self.counts(one));
            let entries = defined.filter_map(|one| match self.meaning_of(one) {
                Some(Meaning::Entry(entry)) => Some(entry),
                _ => None,
            });
            entries.collect()
        })
    }

    /// Entries named without doubt anywhere, by a name that is not defined there.
    fn certain(&self) -> &BTreeSet<u32> {
        self.certain.get_or_init(|| {
            let everywhere = self.hits_of(Span::new(0, self.text.len()));
            let certain = everywhere.flat_map(|(hit, hits)| ambiguity::certain(self.lexicon, hits.surfaces(hit)));
            certain.map(|index| self.lexicon.surface(index).entry).collect()
        })
    }

    /// What the article says that a short form means; the first definition that tells stands.
    fn meaning(&self, printed: &str) -> Option<Meaning> {
        let same = self.definitions().iter().filter(|one| one.definition.short.of(self.text) == printed);
        same.into_iter().find_map(|one| self.meaning_of(one))
    }

    /// Whether it is the definition of its short form that stands.
    fn counts(&self, one: &Defined<'_>) -> bool {
        let short = one.definition.short.of(self.text);
        let mut same = self.definitions().iter().filter(|other| other.definition.short.of(self.text) == short);
        same.find(|other| self.meaning_of(other).is_some()).is_some_and(|first| std::ptr::eq(first, one))
    }

    /// What the long form of a definition names.
    fn meaning_of(&self, defined: &Defined<'_>) -> Option<Meaning> {
        *defined.meaning.get_or_init(|| {
            let definition = &defined.definition;
            let whole = self.hits_of(definition.long).filter(|(hit, hits)| self.covers(hit, hits, definition)).last();
            let entry = whole.and_then(|(hit, hits)| {
                let candidates = hits.surfaces(hit);
                let certain = ambiguity::certain(self.lexicon, candidates).first().copied();
                let chosen = certain.or_else(|| candidates.first().copied());
                chosen.map(|index| self.lexicon.surface(index).entry)
            });
            match entry {
                Some(entry) => Some(Meaning::Entry(entry)),
                None => definition.spelt_out.then_some(Meaning::Other(definition.long)),
            }
        })
    }

    /// Whether the hit is the long form, but for words such as "score" behind it.
    fn covers(&self, hit: &Hit, hits: &Hits, definition: &Definition) -> bool {
        let long = definition.long;
        if !definition.spelt_out {
            let initial = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
            let same = initial(&self.text[hit.start..]) == initial(definition.short.of(self.text));
            let scale = self.lexicon.entry_of(hits.surfaces(hit)[0]).kind == Kind::Scale;
            return scale && same && hit.end == long.end && self.text[hit.start..hit.end].contains(char::is_whitespace);
        }
        if hit.end > long.end || with_lead(self.lexicon, self.text, hit.start) > long.start {
            return false;
        }
        let rest = self.text.get(hit.end..long.end).unwrap_or_default();
        let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(|word| self.lexicon.rules.tails.iter().any(|tail| tail.eq_ignore_ascii_case(word)))
    }

    /// Names the hit, and where it is no name or may be two, what is inside it.
    fn name_whole(&self, hit: &Hit, hits: &Hits, named: &mut Vec<Named>) {
        let before = named.len();
        self.name(hit, hits.surfaces(hit), named);
        let is_nothing = named.len() == before && !self.suppressed(hit);
        if is_nothing || named[before..].iter().any(|one| self.may_be_two(one)) {
            let inside = scan::scan_inside(self.lexicon, self.text, hit);
            for shorter in &inside.list {
                self.name(shorter, inside.surfaces(shorter), named);
            }
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

    fn name(&self, hit: &Hit, candidates: &[u32], named: &mut Vec<Named>) {
        let chosen = self.decide(hit, candidates);
        let (start, end) = (hit.start, hit.end);
        named.extend(chosen.into_iter().map(|(surface, entry)| Named { start, end, surface, entry }));
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
        let named = |entry: u32| self.names(entry);
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

    /// Finds the abbreviations inside `span` that only this article gives to an entry.
    fn name_defined(&self, span: Span, named: &mut Vec<Named>) {
        for defined in self.definitions() {
            let length = defined.definition.short.len();
            let found = defined.finder.find_iter(span.of(self.text).as_bytes());
            let mut places = found.map(|at| span.start + at).peekable();
            if places.peek().is_none() || !self.counts(defined) {
                continue;
            }
            let Some(Meaning::Entry(entry)) = self.meaning_of(defined) else { continue };
            let spans = places.map(|start| Span::new(start, start + length));
            let is_free = |span: &Span| is_whole(self.text, *span) && self.hits_of(*span).next().is_none();
            let mut free = spans.filter(is_free).peekable();
            // Its names are looked through one by one, and most short forms are names themselves.
            let Some(surface) = free.peek().and_then(|_| self.lexicon.first_surface(entry)) else { continue };
            named.extend(free.map(|span| Named { start: span.start, end: span.end, surface, entry }));
        }
    }
}

fn stretches(text: &str, blocks: &[Block]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match found.last_mut().filter(|last| runs_on(last.span.of(text), block.span.of(text))) {
            Some(last) => last.span.end = block.span.end,
            None => found.push(Stretch { span: block.span, hits: OnceCell::new() }),
        }
    }
    found
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
