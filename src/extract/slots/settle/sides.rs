//! An article in, the groups that its study compares out: each with its side and the words that tell it from the others.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::model::{Arm, Claim, ClaimKind, Role, Scope, Statistic};
use crate::text::{Class, Classes, Tokens, WordClasses};

use super::super::arm::evidence::names_group;
use super::super::arm::{FEMALE, MALE};
use super::{names_people, words};
use crate::extract::nouns::names_people as names_people_at;
use crate::extract::scene::Sentence;

/// Who is compared in a study: the arm of a description and the words that tell it.
pub struct Side<'a> {
    pub arm: Arm,
    pub words: Telling<'a>,
}

/// Which claims compare the people of the study with others.
pub fn comparing(claims: &[Claim]) -> Vec<usize> {
    /// Comparisons looked at.
    const MOST: usize = 16;
    let relative =
        |claim: &Claim| matches!(claim.statistic, Statistic::RelativeChange | Statistic::Ratio) && claim.arm.is_none();
    let set_against = |claim: &Claim| others_told(claim) && matches!(claim.arm, Some(Arm::Whole | Arm::Treatment));
    let compares = |claim: &Claim| claim.scope == Scope::ThisStudy && (relative(claim) || set_against(claim));
    (0..claims.len()).filter(|&i| compares(&claims[i])).take(MOST).collect()
}

/// Compared with others, not with what is their own: "older than their real age".
fn others_told(claim: &Claim) -> bool {
    let Some(other) = claim.comparator.as_deref() else { return false };
    let text = &claim.sentence.text;
    let lead = text.find(other).map(|at| text[..at].trim_end());
    !lead.is_some_and(|lead| {
        [" their", " its", " his", " her", " the recommended"].iter().any(|own| lead.ends_with(own))
    })
}

/// The people of the study's comparisons are the exposed, and those they are compared with the others.
pub fn of_comparisons<'a>(claims: &'a [Claim], comparing: &[usize], classes: &WordClasses) -> Vec<Side<'a>> {
    let mut found = Vec::new();
    for claim in comparing.iter().map(|&i| &claims[i]) {
        let (group, other) = (claim.group.as_deref(), claim.comparator.as_deref());
        let other = other.map(|other| Telling::of(other, classes)).filter(Telling::tells);
        // "the rate of gout rose by a third" is no comparison of people
        let cases = |group: &str| group.starts_with("Cases of ") || group.starts_with("cases of ");
        let people = |group: &&str| (other.is_some() || names_people(group, classes)) && !cases(group);
        let group = group.filter(people).map(|group| Telling::of(group, classes)).filter(Telling::tells);
        // "than those who never had gout": those compared with them had it
        let had = other.as_ref().filter(|other| other.negated).map(|other| Telling { negated: false, ..other.clone() });
        let mut add = |arm: Arm, words: Option<Telling<'a>>| found.extend(words.map(|words| Side { arm, words }));
        add(Arm::Treatment, had);
        add(Arm::Treatment, group);
        add(Arm::Control, other);
    }
    found
}

/// The arms of a study as its article names them: "the syrup group", "those who got the syrup", "assigned to syrup or tea".
pub struct Arms<'a> {
    claims: &'a [Claim],
    /// Of the figures that are settled.
    sides: Vec<Side<'a>>,
    /// Of the sentences.
    told: &'a [Side<'a>],
    /// Those whom its comparisons compare: rarely asked for.
    compared: OnceCell<Vec<Side<'a>>>,
    /// Words that describe the whole sample and so tell none of its parts.
    whole: Vec<Cow<'a, str>>,
    /// The text tells that people were put into groups, or that a group got nothing.
    parted: bool,
}

/// Percent of the words of a description that an arm must be named by.
const ENOUGH_NAMED: usize = 60;

impl<'a> Arms<'a> {
    /// From the figures that are settled, and what the sentences tell.
    pub fn gather(claims: &'a [Claim], told: &'a Told<'a>, classes: &WordClasses) -> Self {
        let ours = || claims.iter().filter(|claim| claim.scope == Scope::ThisStudy);
        let total = |claim: &&Claim| {
            claim.kind == ClaimKind::SampleSize && matches!(claim.role, Some(Role::Total | Role::Completed))
        };
        let whole = ours().filter(total).filter_map(|claim| claim.group.as_deref());
        let whole = whole.flat_map(|group| Telling::of(group, classes).words).collect();
        /// Sides that figures tell, at most.
        const MOST: usize = 256;
        let sides: Vec<Side> = ours().filter_map(|claim| Side::of_claim(claim, classes)).take(MOST).collect();
        let parted = told.parted || sides.iter().chain(&told.sides).any(|side| side.arm == Arm::Control);
        Self { claims, sides, told: &told.sides, compared: OnceCell::new(), whole, parted }
    }

    fn sides(&self) -> impl Iterator<Item = &Side<'a>> {
        self.sides.iter().chain(self.told)
    }

    /// The arm that a description names, where one side is named by more of its words than the other.
    pub fn of(&self, group: &str, classes: &WordClasses) -> Option<Arm> {
        if !self.parted {
            return self.exposes(group, classes).then_some(Arm::Treatment);
        }
        let mut told = Telling::of(group, classes);
        // what these words tell was weighed before
        const WEIGHED: [Class; 3] = [Class::AssignVerb, Class::ControlWord, Class::TreatmentWord];
        let weighed = |word: &str| WEIGHED.iter().any(|class| classes.of(word).has(*class));
        told.words.retain(|word| !weighed(word) && !self.whole.contains(word));
        if !told.tells() {
            return None;
        }
        // how often each side is named so: one of them may be misread
        let named = |arm: Arm| {
            let sides = self.sides().filter(|side| side.arm == arm && side.words.negated == told.negated);
            sides.filter(|side| side.words.named_by(&told) >= ENOUGH_NAMED).count()
        };
        let (exposed, other) = (named(Arm::Treatment), named(Arm::Control));
        if exposed == other {
            return (exposed == 0 && !told.negated && self.exposes(group, classes)).then_some(Arm::Treatment);
        }
        Some(if exposed > other { Arm::Treatment } else { Arm::Control })
    }

    /// "the egg eaters", where others are told who were not, or the eaters were compared.
    fn exposes(&self, group: &str, classes: &WordClasses) -> bool {
        let compared =
            || self.compared.get_or_init(|| of_comparisons(self.claims, &comparing(self.claims), classes)).iter();
        let told = |doer: &str| {
            let known =
                |side: &Side| side.arm == Arm::Control || side.words.words.iter().any(|word| same_stem(word, doer));
            !self.whole.iter().any(|word| same_stem(word, doer)) && (self.sides().any(known) || compared().any(known))
        };
        doer(group).is_some_and(|doer| told(&doer.to_lowercase()))
    }
}

/// "the egg eaters", "users of snuff": told by what they do.
pub fn exposed(group: &str) -> bool {
    doer(group).is_some()
}

fn doer(group: &str) -> Option<&str> {
    /// Words of a group up to its noun at most.
    const HEAD: usize = 4;
    const DOERS: [&str; 10] =
        ["users", "takers", "eaters", "drinkers", "smokers", "vapers", "dieters", "exercisers", "wearers", "nappers"];
    words(group).take(HEAD).find(|word| DOERS.iter().any(|doer| word.eq_ignore_ascii_case(doer)))
}

/// What the sentences of an article tell of its arms.
pub struct Told<'a> {
    sides: Vec<Side<'a>>,
    /// People were put into groups.
    parted: bool,
}

impl<'a> Told<'a> {
    /// Who got what, and which groups have a name.
    pub fn read(text: &str, sentences: &'a [Sentence], classes: &WordClasses) -> Self {
        /// Sides looked at.
        const MOST: usize = 64;
        let mut told = Self { sides: Vec::new(), parted: false };
        for sentence in sentences {
            if told.sides.len() > MOST {
                break;
            }
            told.parted = told.parted || assigns(&sentence.tokens);
            named_in(&sentence.tokens, text, classes, &mut told.sides);
        }
        told
    }
}

/// "assigned at random", "the control group", "the others got": people were put into groups.
fn assigns(tokens: &Tokens) -> bool {
    if !tokens.any(Class::AssignVerb) && !tokens.any(Class::ControlWord) {
        return false;
    }
    let given = || tokens.having(Class::AssignVerb).any(|k| gives(tokens, k));
    (0..tokens.len()).any(|k| {
        let word = tokens.word(k);
        word.starts_with("random")
            || matches!(word, "assigned" | "allocated" | "placebo" | "sham" | "dummy" | "coin")
            || tokens.is(k, Class::ControlWord) && tokens.is(k + 1, Class::PeopleGroup)
            || matches!(word, "others" | "remainder") && given()
    })
}

impl<'a> Side<'a> {
    /// The group of a figure whose part of the study is known.
    fn of_claim(claim: &'a Claim, classes: &WordClasses) -> Option<Self> {
        let arm = claim.arm.filter(|arm| matches!(arm, Arm::Treatment | Arm::Control))?;
        let words = Telling::of(claim.group.as_deref()?, classes);
        words.tells().then_some(Self { arm, words })
    }
}

/// The arms that a sentence names.
fn named_in<'a>(tokens: &'a Tokens, text: &str, classes: &WordClasses, sides: &mut Vec<Side<'a>>) {
    const NAMING: Classes = Classes::of(&[Class::AssignVerb, Class::PeopleGroup, Class::RecruitVerb]);
    // two verbs of comparing are of no class
    let may_compare = |k: usize, classes: Classes| classes == Classes::default() && compares(tokens, k);
    let naming = tokens.iter().skip(1);
    let naming = naming.filter(|(k, token)| token.classes.meets(NAMING) || may_compare(*k, token.classes));
    for (k, _) in naming {
        let group = tokens.is(k, Class::PeopleGroup)
            && matches!(tokens.word(k), "group" | "groups" | "arm" | "arms")
            && names_group(tokens, k - 1);
        if group {
            sides.extend(side(tokens, text, name_before(tokens, k), k, classes));
        } else if compares(tokens, k) {
            // "compared a splint with a cast"
            let (first, end) = object(tokens, k + 1);
            let against = matches!(tokens.word(end), "with" | "to" | "against" | "and") && first < end;
            let people = (first..end).any(|j| names_people_at(tokens, j));
            let (second, last) = object(tokens, end + 1);
            if against && !people {
                sides.extend(side(tokens, text, first, end, classes));
                sides.extend(side(tokens, text, second, last, classes).map(|side| Side { arm: Arm::Control, ..side }));
            }
        } else if gives(tokens, k) {
            let (first, end) = object(tokens, k + 1);
            let others = (k.saturating_sub(5)..k).any(|j| {
                matches!(tokens.word(j), "others" | "rest" | "remainder" | "remaining" | "other")
                    || tokens.is(j, Class::ControlWord)
            });
            let found = side(tokens, text, first, end, classes);
            let second = (tokens.word(end) == "or").then(|| object(tokens, end + 1));
            let one = if others { Some(Arm::Control) } else { None };
            sides.extend(found.map(|side| Side { arm: one.unwrap_or(side.arm), ..side }));
            let or = second.and_then(|(first, end)| side(tokens, text, first, end, classes));
            sides.extend(or.map(|side| Side { arm: Arm::Control, ..side }));
        }
    }
}

/// "the trial compared", not "when compared with".
fn compares(tokens: &Tokens, k: usize) -> bool {
    matches!(tokens.word(k), "compared" | "compares" | "comparing" | "pitted")
        && !matches!(tokens.word(k + 1), "with" | "to")
        && !tokens.is(k.wrapping_sub(1), Class::Be)
}

/// "assigned", "given", "got", "received": who gets what.
fn gives(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::AssignVerb)
        && !matches!(
            tokens.word(k),
            "put" | "split" | "divided" | "used" | "using" | "take" | "taking" | "took" | "get" | "getting"
        )
}

/// What is given: from behind "to", "with" and articles up to the next joint.
fn object(tokens: &Tokens, at: usize) -> (usize, usize) {
    /// Tokens of its name at most.
    const LONGEST: usize = 6;
    let lead = |k: usize| {
        tokens.is(k, Class::PhraseLeader) || matches!(tokens.word(k), "to" | "either" | "with" | "receive" | "get")
    };
    let first = (at..at + 5).find(|&k| !lead(k)).unwrap_or(at);
    let joint = |k: usize| {
        !(tokens.is_word(k) || tokens.word(k) == "-")
            || tokens.is(k, Class::Preposition)
            || tokens.is(k, Class::StopPhrase)
            || matches!(tokens.word(k), "and" | "or" | "while" | "as" | "who" | "that" | "which")
    };
    let end = (first..first + LONGEST).find(|&k| joint(k)).unwrap_or(first + LONGEST);
    (first, end)
}

/// Where the name before "group" begins: "the mobile-unit group".
fn name_before(tokens: &Tokens, k: usize) -> usize {
    /// Tokens of the name at most.
    const LONGEST: usize = 5;
    let part = |j: &usize| {
        let grammar = [Class::PhraseLeader, Class::Preposition, Class::StopPhrase, Class::Article, Class::Be];
        (tokens.is_word(*j) || tokens.word(*j) == "-") && !grammar.iter().any(|class| tokens.is(*j, *class))
    };
    (k.saturating_sub(LONGEST)..k).rev().take_while(part).last().unwrap_or(k)
}

fn side<'a>(tokens: &'a Tokens, text: &str, first: usize, end: usize, classes: &WordClasses) -> Option<Side<'a>> {
    let control = (first..end).any(|k| tokens.is(k, Class::ControlWord) || tokens.is(k, Class::Negation));
    // what befalls people is no treatment: "got gout"
    const OTHER: Classes =
        Classes::of(&[Class::Condition, Class::Outcome, Class::OutcomeStrong, Class::StateWord, Class::AssignVerb]);
    let mut words: Vec<Cow<'a, str>> = (first..end)
        .filter(|&k| !tokens.classes(k).meets(OTHER))
        .filter(|&k| {
            let word = tokens.word(k);
            tells(word, classes.of(word)) || abbreviates(tokens.span(k, k).of(text))
        })
        .map(|k| tokens.word(k).trim_end_matches('s').into())
        .collect();
    words.sort_unstable();
    words.dedup();
    let arm = if control { Arm::Control } else { Arm::Treatment };
    (!words.is_empty()).then_some(Side { arm, words: Telling { words, negated: false } })
}

/// The words of a description that tell these people from others.
#[derive(Clone, PartialEq, Eq)]
pub struct Telling<'a> {
    /// In lower case and without a plural's ending; sorted.
    pub words: Vec<Cow<'a, str>>,
    /// "those who never had gout".
    pub negated: bool,
}

impl<'a> Telling<'a> {
    pub fn of(group: &'a str, classes: &WordClasses) -> Self {
        let words = group.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let mut found = Vec::new();
        let mut negated = false;
        for printed in words {
            let word = lower_case(printed);
            let known = classes.of(&word);
            // "non-smokers", "nonsmokers"
            let others = word.starts_with("non") && word != "none";
            negated |= others || word == "without" || known.has(Class::Negation);
            let (start, known) = if others { ("non".len(), classes.of(&word["non".len()..])) } else { (0, known) };
            if tells(&word[start..], known) || abbreviates(printed) {
                found.push(stem(word, start));
            }
        }
        found.sort_unstable();
        found.dedup();
        Self { words: found, negated }
    }

    pub fn into_owned(self) -> Telling<'static> {
        let words = self.words.into_iter().map(|word| Cow::Owned(word.into_owned()));
        Telling { words: words.collect(), negated: self.negated }
    }

    pub fn tells(&self) -> bool {
        !self.words.is_empty()
    }

    /// Everything that `other` tells is told here.
    pub fn holds(&self, other: &Telling) -> bool {
        other.words.iter().all(|word| self.words.iter().any(|own| same_stem(own, word)))
    }

    /// Percent of the words of `told` that have a word of the same stem here.
    fn named_by(&self, told: &Telling) -> usize {
        let has = |words: &[Cow<str>], word: &str| words.iter().any(|own| same_stem(own, word));
        let shared = told.words.iter().filter(|word| has(&self.words, word)).count();
        // "the syrup shops" are named by "syrup"
        let whole = self.words.iter().all(|word| has(&told.words, word));
        if whole && !self.words.is_empty() { 100 } else { shared * 100 / told.words.len().max(1) }
    }

    /// Percent of the words of either that both have; none where one denies what the other says.
    pub fn likeness(&self, other: &Telling) -> usize {
        let both = self.words.iter().filter(|word| other.words.contains(word)).count();
        let either = self.words.len() + other.words.len() - both;
        if either == 0 || self.negated != other.negated { 0 } else { both * 100 / either }
    }
}

fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}

/// A word from byte `start` on, without the ending of a plural.
fn stem(word: Cow<'_, str>, start: usize) -> Cow<'_, str> {
    match word {
        Cow::Borrowed(word) => word[start..].trim_end_matches('s').into(),
        Cow::Owned(word) => word[start..].trim_end_matches('s').to_owned().into(),
    }
}

/// "CT", "EMS".
fn abbreviates(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// No grammar, no noun for people, no figure, no sex or state.
fn tells(word: &str, known: Classes) -> bool {
    /// Shorter words are grammar: code points.
    const SHORTEST: usize = 4;
    const NEUTRAL: Classes = Classes::of(&[
        Class::PeopleGroup,
        Class::StudyWork,
        Class::StudyPeople,
        Class::Article,
        Class::Approx,
        Class::Preposition,
        Class::Be,
        Class::StateWord,
        Class::Negation,
    ]);
    let grammar = || {
        matches!(
            word,
            "with"
                | "have"
                | "having"
                | "been"
                | "very"
                | "most"
                | "other"
                | "their"
                | "exposed"
                | "exposure"
                | "exposures"
                | "when"
                | "group"
        )
    };
    if word.len() < SHORTEST || known.meets(NEUTRAL) || word.starts_with(|c: char| c.is_ascii_digit()) || grammar() {
        return false;
    }
    // "smokers" tells, "people" does not
    let doer = || ["ers", "ians", "ics", "er"].iter().any(|ending| word.ends_with(ending));
    let anybody = known.has(Class::People) && (!doer() || FEMALE.contains(&word) || MALE.contains(&word));
    !anybody && word.chars().nth(SHORTEST - 1).is_some()
}

/// "dieter" and "diet", "operated" and "operation": one begins as the other does, up to an ending.
fn same_stem(one: &str, other: &str) -> bool {
    /// Letters that both begin with at least, and letters of an ending at most.
    const SHORTEST: usize = 4;
    const ENDING: usize = 3;
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let ending = one.len().max(other.len()) - shared;
    one == other || shared >= SHORTEST && ending <= ENDING
}
