//! A surface in, the word sequences under which it may be printed out.
//!
//! Hyphens, spaces, Greek letters, spellings, plurals and possessives need no sequence of their own (see `matcher`);
//! this adds what changes the words: `TNF` for `tumour necrosis factor`, `antidepressant` for `anti-depressant`,
//! `IL-1b` for `IL-1β`, `A and B` for the combination `A-B`.

use super::entry::{Kind, Surface};
use super::fold::{self, Folded};
use super::letters::greek;
use super::matcher::MAX_WORDS;
use super::vocabulary::{Spelling, TokenId, Vocabulary};

/// The rules of `name-rules.tsv`.
#[derive(Default)]
pub(super) struct Rules {
    pub spelling: Spelling,
    /// By the number of a word, as far as words of the rules go: whether a phrase starts with it.
    starts: Vec<bool>,
    /// Word sequences and what may be printed for them inside a name.
    phrases: Vec<(Vec<TokenId>, Vec<TokenId>)>,
    /// Words that may stand between the parts of a combination.
    joints: Vec<TokenId>,
    /// Greek letters that texts replace by a Latin one: (alpha, a).
    latin: Vec<(TokenId, TokenId)>,
    /// Printed behind a drug's name: `XR`.
    pub release: Vec<Box<str>>,
    /// Printed before a marker, glued or with a hyphen: `hs`, `s`.
    pub prefixes: Vec<Box<str>>,
    /// Lower-case words before a marker that belong to it: `high-sensitivity`.
    pub leads: Vec<Box<str>>,
    /// Words that may follow a name inside the long form of its abbreviation: `score`.
    pub tails: Vec<Box<str>>,
    /// Words before a drug that say that people got it.
    pub given: Vec<Box<str>>,
    /// Words right before a drug that say that it is only compared with, or one of many.
    pub compared: Vec<Box<str>>,
    /// Words beside a name that use it as a drug, a marker, a scale.
    pub drug_words: Vec<Box<str>>,
    pub marker_words: Vec<Box<str>>,
    pub scale_words: Vec<Box<str>>,
    raw: Vec<(Box<str>, Box<str>, Box<str>)>,
}

impl Rules {
    /// Reads `name-rules.tsv`; the file is part of the program, so that an unknown rule is a failing test, not a message.
    pub fn parse(tsv: &str) -> Self {
        let mut rules = Self::default();
        for line in tsv.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut fields = line.split('\t');
            let (Some(rule), Some(from)) = (fields.next(), fields.next()) else { continue };
            let to = fields.next().unwrap_or_default();
            match rule {
                "word" => rules.spelling.words.push((from.into(), to.into())),
                "part" => rules.spelling.parts.push((from.into(), to.into())),
                "release" => rules.release.push(from.into()),
                "prefix" => rules.prefixes.push(from.into()),
                "lead" => rules.leads.push(from.into()),
                "tail" => rules.tails.push(from.into()),
                "given" => rules.given.push(from.into()),
                "drug" => rules.drug_words.push(from.into()),
                "marker" => rules.marker_words.push(from.into()),
                "scale" => rules.scale_words.push(from.into()),
                "compared" => rules.compared.push(from.into()),
                _ => rules.raw.push((rule.into(), from.into(), to.into())),
            }
        }
        rules
    }

    /// Gives the words of the remaining rules their numbers.
    pub fn intern(&mut self, vocabulary: &mut Vocabulary) {
        for (rule, from, to) in std::mem::take(&mut self.raw) {
            let from = words(&from, vocabulary).ids().to_vec();
            let to = words(&to, vocabulary).ids().to_vec();
            match (&*rule, from.first(), to.first()) {
                ("phrase", ..) => self.phrases.extend([(from.clone(), to.clone()), (to, from)]),
                ("joint", Some(&word), _) => self.joints.push(word),
                ("latin", Some(&greek), Some(&latin)) => self.latin.push((greek, latin)),
                _ => {}
            }
        }
        self.starts = vec![false; vocabulary.size() as usize];
        for first in self.phrases.iter().filter_map(|(from, _)| from.first()) {
            self.starts[*first as usize] = true;
        }
    }

    fn starts_phrase(&self, word: TokenId) -> bool {
        self.starts.get(word as usize).is_some_and(|&starts| starts)
    }
}

/// The words of a name, and how they are joined in it. No name has more than [`MAX_WORDS`]; what is behind them is lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    ids: [TokenId; MAX_WORDS],
    length: usize,
    /// Bit n: white space may not stand between words n and n + 1.
    pub tight: u32,
    /// A slash or plus sign stands between words.
    pub joints: bool,
    /// A comma, bracket, dash or other mark stands between words.
    pub odd: bool,
    /// Bit n: a hyphen stands between two letters after word n.
    hyphens: u32,
    /// Bit n: a hyphen stands between letters and a lone letter after word n.
    initials: u32,
}

impl Words {
    pub fn ids(&self) -> &[TokenId] {
        &self.ids[..self.length]
    }

    /// These words with `tight`, and nothing known of their hyphens.
    fn of(ids: impl IntoIterator<Item = TokenId>, tight: u32, joints: bool) -> Self {
        let mut words = Self { tight, joints, ..Self::default() };
        ids.into_iter().for_each(|id| words.push(id));
        words
    }

    fn push(&mut self, id: TokenId) {
        if let Some(slot) = self.ids.get_mut(self.length) {
            *slot = id;
            self.length += 1;
        }
    }

    /// Takes note of how the word `folded` is joined to the one before it; no space, but the end of `before` is printed
    /// in front of it.
    fn join(&mut self, last: Shape, folded: &[u8], before: &str) {
        let bit = 1u32.checked_shl(self.length.wrapping_sub(1) as u32).unwrap_or(0);
        let Shape { length, is_digit } = Shape::of(folded);
        // "T 3 patients" is no T3: a lone letter and a number that are printed together must stay together.
        let lone_letter = if is_digit { last.length == 1 } else { length == 1 };
        if last.is_digit != is_digit && lone_letter {
            self.tight |= bit;
        }
        let is_hyphen = before.ends_with(fold::is_hyphen);
        if is_hyphen && !is_digit && !last.is_digit && last.length > 1 {
            self.hyphens |= if length > 1 { bit } else { 0 };
            self.initials |= if length == 1 && folded != b"s" { bit } else { 0 };
        }
    }

    /// Takes note of the character at the start of `rest`, which stands between words behind the byte `before`; gives
    /// its length.
    fn pass(&mut self, rest: &str, before: u8) -> usize {
        let c = rest.chars().next().unwrap_or(' ');
        self.joints |= matches!(c, '/' | '+');
        self.odd |= match c {
            ',' | ';' | ':' | '(' | ')' | '[' | ']' | '\'' | '’' | '%' | '#' | '.' | '_' => true,
            '-' => before == b' ',
            '–' => before == b' ' && rest.starts_with("– "),
            _ => false,
        };
        c.len_utf8()
    }
}

/// What tells whether a word must stay together with the next.
#[derive(Clone, Copy)]
struct Shape {
    length: usize,
    is_digit: bool,
}

impl Shape {
    fn of(folded: &[u8]) -> Self {
        Self { length: folded.len(), is_digit: folded[0].is_ascii_digit() }
    }
}

/// Splits a name into words.
pub(super) fn words(name: &str, vocabulary: &mut Vocabulary) -> Words {
    let mut found = Words::default();
    let mut folded = Folded::new();
    let mut last = Shape { length: 1, is_digit: false };
    let (mut at, mut before) = (0, b' ');
    while at < name.len() {
        folded.clear();
        if let Some(end) = fold::token(name, at, &mut folded) {
            if before != b' ' {
                found.join(last, folded.as_bytes(), &name[..at]);
            }
            last = Shape::of(folded.as_bytes());
            found.push(vocabulary.intern(&folded));
            at = fold::after_possessive(name, end);
            found.odd |= at > end;
        } else {
            at += found.pass(&name[at..], before);
        }
        before = name.as_bytes()[at - 1];
    }
    found
}

/// Puts every word sequence under which `surface` may be printed into `all`, the one in the file first.
pub(super) fn of(surface: &Surface, kind: Kind, rules: &Rules, vocabulary: &mut Vocabulary, all: &mut Vec<Words>) {
    all.clear();
    all.push(words(&surface.text, vocabulary));
    all[0].joints |= kind == Kind::Combination;
    if all[0].ids().iter().any(|&id| rules.starts_phrase(id)) {
        rephrase(all, rules);
    }
    let Words { hyphens, initials, .. } = all[0];
    // "HAM-D" is also HAMD, but "CAR-T" is no cart.
    if hyphens > 0 || initials > 0 && matches!(kind, Kind::Scale | Kind::Version | Kind::Subscale) {
        join_hyphens(all, &surface.text, vocabulary);
    }
    if kind == Kind::Combination {
        join_parts(all, &surface.text, rules);
    }
    if is_marker(kind) {
        latinise(all, &surface.text, rules, vocabulary);
    }
}

fn is_marker(kind: Kind) -> bool {
    use Kind::{AcutePhase, Chemokine, Cytokine, GrowthFactor, Marker, Receptor};
    matches!(kind, AcutePhase | Chemokine | Cytokine | GrowthFactor | Marker | Receptor)
}

/// "TNF inhibitor" ↔ "tumour necrosis factor inhibitor".
fn rephrase(all: &mut Vec<Words>, rules: &Rules) {
    let plain = all[0];
    let ids = plain.ids();
    for (from, to) in &rules.phrases {
        // "Jab" is not the only meaning of "shot", but "flu jab" is that of "flu shot".
        if from.len() == ids.len() && to.len() == 1 && from.len() == 1 {
            continue;
        }
        let starts = |at: &usize| ids[*at] == from[0] && ids[*at..].starts_with(from);
        let Some(at) = (0..ids.len()).find(starts) else { continue };
        let replaced = ids[..at].iter().chain(to).chain(&ids[at + from.len()..]);
        all.push(Words { odd: plain.odd, ..Words::of(replaced.copied(), 0, plain.joints) });
    }
}

/// "re-uptake inhibitor" → "reuptake inhibitor".
fn join_hyphens(all: &mut Vec<Words>, name: &str, vocabulary: &mut Vocabulary) {
    let mut joined = String::with_capacity(name.len());
    let mut rest = name.chars().peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let inside = fold::is_hyphen(c) && before.is_alphabetic() && rest.peek().is_some_and(|c| c.is_alphabetic());
        if !inside {
            joined.push(c);
        }
        before = c;
    }
    let mut without = words(&joined, vocabulary);
    without.joints = all[0].joints;
    all.push(without);
}

/// The combination "A-B" or "A/B" as "A and B", "A plus B".
fn join_parts(all: &mut Vec<Words>, name: &str, rules: &Rules) {
    let plain = all[0];
    let parts = name.split(|c| fold::is_hyphen(c) || c == '/' || c == '+').count();
    if let (2, &[one, other]) = (parts, plain.ids()) {
        all.extend(rules.joints.iter().map(|&joint| Words::of([one, joint, other], 0, false)));
    }
}

/// "TNF-α" as "TNF-a" and "TNFalpha"; never with a space, where "a" would be the article.
fn latinise(all: &mut Vec<Words>, name: &str, rules: &Rules, vocabulary: &mut Vocabulary) {
    for index in 0..all.len() {
        let plain = all[index];
        for &(greek, latin) in &rules.latin {
            let Some(at) = plain.ids().iter().position(|&id| id == greek).filter(|&at| at > 0) else { continue };
            let mut variant = plain;
            variant.ids[at] = latin;
            variant.tight |= 1u32.checked_shl(at as u32 - 1).unwrap_or(0);
            all.push(variant);
        }
    }
    if name.is_ascii() {
        return;
    }
    let letters: Vec<(&str, char)> = name.chars().filter_map(|c| greek(c).map(|name| (name, c))).collect();
    if let [(spelt, letter)] = letters[..] {
        let glued = name.replace(['-', '\u{2011}'], "").replace(letter, spelt);
        all.push(words(&glued, vocabulary));
        let initial = &spelt[..1];
        all.push(words(&name.replace(['-', '\u{2011}'], "").replace(letter, initial), vocabulary));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::entry::{Case, SurfaceKind};

    const TSV: &str = "rule\tfrom\tto\nword\til\tinterleukin\nphrase\ttnf\ttumour necrosis factor\njoint\tand\njoint\tplus\nlatin\talpha\ta\nlatin\tbeta\tb\n";

    /// Whether `printed` is among the variants of `name`, letter for letter after folding.
    fn covers(name: &str, kind: Kind, printed: &str) -> bool {
        let mut rules = Rules::parse(TSV);
        let mut vocabulary = Vocabulary::new(std::mem::take(&mut rules.spelling));
        rules.intern(&mut vocabulary);
        let surface = Surface {
            text: name.to_owned().into(),
            entry: 0,
            kind: SurfaceKind::Name,
            case: Case::Any,
            ambiguity: None,
        };
        let wanted = words(printed, &mut vocabulary);
        let mut all = Vec::new();
        of(&surface, kind, &rules, &mut vocabulary, &mut all);
        all.iter().any(|words| words.ids() == wanted.ids())
    }

    #[test]
    fn names_are_covered_in_every_printed_form() {
        for (name, kind, printed, expected) in [
            ("IL-1β", Kind::Cytokine, "interleukin 1 beta", true),
            ("IL-1β", Kind::Cytokine, "IL-1b", true),
            ("IL-1β", Kind::Cytokine, "IL-1", false),
            ("TNF-α", Kind::Cytokine, "tumour necrosis factor alpha", true),
            ("TNF-α", Kind::Cytokine, "TNFalpha", true),
            ("TNF-α", Kind::Cytokine, "TNFa", true),
            ("tumour necrosis factor inhibitor", Kind::Class, "TNF inhibitor", true),
            ("anti-depressant", Kind::Class, "antidepressant", true),
            ("xanomeline-trospium", Kind::Combination, "xanomeline and trospium", true),
            ("xanomeline-trospium", Kind::Combination, "xanomeline or trospium", false),
            ("peg-interferon", Kind::Drug, "peginterferon", true),
        ] {
            assert_eq!(covers(name, kind, printed), expected, "{name} / {printed}");
        }
    }

    #[test]
    fn a_lone_letter_keeps_its_number() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(words("vitamin D3", &mut vocabulary).tight, 0b10);
        assert_eq!(words("IL-6", &mut vocabulary).tight, 0);
        assert!(words("a/b", &mut vocabulary).joints);
    }
}
