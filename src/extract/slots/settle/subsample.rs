//! The group of a figure beside the whole sample of its study in, whether it is only a part of it out: a description by
//! more, or by another noun, than the sample's is a part.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::model::{Claim, ClaimKind, Role, Scope};
use crate::text::{Class, WordClasses};

use super::super::arm::{FEMALE, MALE};
use super::sides::Telling;
use super::{first_words, lower_case, says, words};

/// What an article tells of the people of its study.
pub struct Sample<'t> {
    text: &'t str,
    /// Descriptions of people that were counted.
    groups: Vec<String>,
    /// The sentences that counted the whole sample, and the same in lower case.
    sentences: Vec<Arc<str>>,
    /// Where each of them begins and its count stands, in bytes.
    places: Vec<[usize; 2]>,
    told: OnceCell<Vec<String>>,
    /// Words for the state of all of them.
    states: Vec<String>,
    /// The head of the article, and the same in lower case.
    head: &'t str,
    opening: OnceCell<String>,
    /// Men and women are both told of: the whole article is asked, once.
    both_sexes: OnceCell<bool>,
}

impl<'t> Sample<'t> {
    /// `None` where the size of the whole is not told.
    pub fn of(claims: &[Claim], text: &'t str, opening: &'t str, classes: &WordClasses) -> Option<Self> {
        /// Sizes of the whole study looked at.
        const MOST_SIZES: usize = 12;
        let whole = |claim: &&Claim| {
            claim.kind == ClaimKind::SampleSize
                && claim.scope == Scope::ThisStudy
                && matches!(claim.role, Some(Role::Total | Role::Completed))
        };
        let sizes: Vec<&Claim> = claims.iter().filter(whole).take(MOST_SIZES).collect();
        if sizes.is_empty() {
            return None;
        }
        let all = sizes.iter().filter_map(|claim| claim.group.as_deref());
        // "33 studies", "9,000 births" do not say whether they were of women.
        let of_people = |group: &&str| group.split_whitespace().any(|word| person(word, classes));
        Some(Self {
            groups: all.clone().filter(of_people).map(str::to_owned).collect(),
            sentences: sizes.iter().map(|claim| claim.sentence.text.clone()).collect(),
            places: sizes.iter().map(|claim| [claim.sentence.place.bytes.start, claim.place.bytes.start]).collect(),
            told: OnceCell::new(),
            states: all.flat_map(|group| states(group, classes)).collect(),
            head: opening,
            opening: OnceCell::new(),
            text,
            both_sexes: OnceCell::new(),
        })
    }

    /// The group of the claim is only a part of the sample.
    pub fn holds_more_than(&self, claim: &Claim, classes: &WordClasses) -> bool {
        if self.narrowed_by_lead(claim, classes) {
            return true;
        }
        let Some(group) = claim.group.as_deref() else { return false };
        one_sex(group, &self.groups) && (self.of_both() || self.tells_of_both())
            || self.narrows(group, claim, classes)
            || self.aged_otherwise(group, claim)
            || self.other_people(group, claim, classes)
            || description(group, || self.told(), classes).is_some_and(|word| !self.tells(claim, &word))
    }

    /// "pregnant women" where all of the study were pregnant, and nothing else was told of their state; "those over 70" where
    /// all were.
    pub fn is_all(&self, group: &str, classes: &WordClasses) -> bool {
        let one = self.states.windows(2).all(|pair| pair[0] == pair[1]);
        let state = states(group, classes).next().is_some_and(|state| self.states.contains(&state));
        let figures: Vec<&str> = figures(group).collect();
        let same_age =
            || !figures.is_empty() && self.told().iter().any(|told| figures.iter().all(|age| says(told, age)));
        one && state || aged(group) && same_age()
    }

    /// "one in 18 older sailors" at the head of an article that tells of no other age: so old were all.
    pub fn is_all_by_age(&self, claim: &Claim, claims: &[Claim], classes: &WordClasses) -> bool {
        let Some(group) = claim.group.as_deref().filter(|group| aged(group)) else { return false };
        let apart = |word: &str| matches!(word, "who" | "whose" | "with" | "without" | "those" | "on" | "group");
        let head = claim.place.bytes.end <= self.head.len() && claim.comparator.is_none();
        if !head || words(group).any(apart) || states(group, classes).next().is_some() {
            return false;
        }
        let ages = |group: &str| words(group).filter(|word| age_word(word)).map(str::to_owned).collect::<Vec<_>>();
        let own = ages(group);
        let others =
            claims.iter().filter(|other| other.scope == Scope::ThisStudy && other.kind != ClaimKind::SampleSize);
        let mut others = others.filter_map(|other| other.group.as_deref()).filter(|other| aged(other));
        others.all(|other| ages(other) == own)
            && !self.narrowed_by_lead(claim, classes)
            && !self.other_people(group, claim, classes)
    }

    /// Counted as people of either sex, unlike "customers of a barber".
    fn of_both(&self) -> bool {
        const EITHER: [&str; 6] = ["children", "adults", "people", "pupils", "students", "teenagers"];
        self.groups.iter().any(|group| EITHER.iter().any(|noun| says(group, noun)))
    }

    fn tells_of_both(&self) -> bool {
        *self.both_sexes.get_or_init(|| named(self.text, &FEMALE) && named(self.text, &MALE))
    }

    fn told(&self) -> &[String] {
        self.told.get_or_init(|| self.sentences.iter().map(|sentence| lower_case(sentence)).collect())
    }

    /// A sentence that counted the sample has the word; in the claim's own sentence, before the claim: "a study of 900
    /// nurses found that 9 per cent of smokers …" says nothing of smokers among the nurses.
    fn tells(&self, claim: &Claim, word: &str) -> bool {
        self.told().iter().zip(&self.places).any(|(told, &[sentence, count])| {
            let quote = claim.place.bytes.start;
            let own = sentence == claim.sentence.place.bytes.start && count < quote;
            let until = if own { told.get(..quote - sentence).unwrap_or(told) } else { told };
            says(until, word)
        })
    }

    /// What the head of the article says up to the claim's own sentence, which tells nothing of the whole.
    fn before(&self, claim: &Claim) -> &str {
        let opening = self.opening.get_or_init(|| lower_case(self.head));
        opening.get(..claim.sentence.place.bytes.start.min(opening.len())).unwrap_or_default()
    }

    /// "cooks with gout", "pupils in the north" where neither the sizes of the study nor the opening of the article told of
    /// gout or the north.
    fn narrows(&self, group: &str, claim: &Claim, classes: &WordClasses) -> bool {
        const LEADS: [&str; 7] = ["with ", "whose ", "living ", "in ", "from ", "at ", "born "];
        /// Words of the noun before its description at most.
        const NOUN: usize = 3;
        let parted = group.match_indices(' ').find_map(|(at, _)| {
            let tail = &group[at + 1..];
            LEADS.iter().find_map(|lead| Some((&group[..at], tail.strip_prefix(lead)?)))
        });
        let Some((people, tail)) = parted else { return false };
        // "sailors whose weight was recorded"
        if group.contains(" whose ") && data_taken(tail, classes) {
            return false;
        }
        let noun =
            people.split_whitespace().count() <= NOUN && people.split_whitespace().any(|word| person(word, classes));
        if !noun {
            return false;
        }
        let (told, opening) = (Telling::of(tail, classes), self.before(claim));
        told.tells() && !told.words.iter().any(|word| says(opening, word) || self.tells(claim, word))
    }

    /// "In Norway, 9 per cent smoked", "In the tenth grade, 9 per cent smoked": what leads the sentence tells which of them.
    fn narrowed_by_lead(&self, claim: &Claim, classes: &WordClasses) -> bool {
        let Some(lead) = lead(claim) else { return false };
        let place = |word: &str| {
            word.starts_with(char::is_uppercase) && word.len() > 3 && !classes.of_any_case(word).has(Class::Month)
        };
        let grade = |word: &str| matches!(word, "grade" | "grades" | "form" | "class" | "province" | "region");
        let places = lead.split(' ').all(place) && !lead.chars().all(char::is_uppercase);
        places && !self.told_alone(&lead.to_lowercase(), self.before(claim))
            || lead.split(' ').next_back().is_some_and(grade) && lead.contains(' ')
    }

    /// The place is told of the whole sample, and no other with it.
    fn told_alone(&self, place: &str, opening: &str) -> bool {
        /// Bytes of the places between the first and the last of a list at most.
        const LIST: usize = 40;
        // "in Norway, Chile and Spain", not "in Norway, 9 per cent"
        let lists = |rest: &str| {
            rest.split_once(" and ").is_some_and(|(list, _)| {
                list.len() <= LIST && !list.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | ';'))
            })
        };
        let comma = |told: &str| {
            told.match_indices(place).any(|(at, _)| told[at + place.len()..].strip_prefix(", ").is_some_and(lists))
        };
        let joined = |told: &str| ["{} and", "and {}"].iter().any(|form| told.contains(&form.replace("{}", place)));
        let listed = |told: &str| joined(told) || comma(told);
        let alone = |told: &str| says(told, place) && !listed(told);
        self.told().iter().any(|told| alone(told)) || alone(opening)
    }

    /// "those over 80" where no such age was told of all.
    fn aged_otherwise(&self, group: &str, claim: &Claim) -> bool {
        let mut figures = figures(group).peekable();
        if figures.peek().is_none() {
            return false;
        }
        // "aged 40 to 50" may be the age of all
        let beyond = words(group).any(|word| matches!(word, "over" | "older" | "under" | "younger"));
        beyond && figures.all(|age| !says(self.before(claim), age) && !self.tells(claim, age))
    }

    /// "teachers" where the study was of pupils.
    fn other_people(&self, group: &str, claim: &Claim, classes: &WordClasses) -> bool {
        if self.groups.is_empty() {
            return false;
        }
        let Some(noun) = first_words(group).split_whitespace().find(|word| person(word, classes)) else { return false };
        let noun = noun.to_lowercase();
        // "a survey of 900 workers: 9 per cent of drivers"
        let workers = || self.groups.iter().any(|group| WORKERS.iter().any(|noun| says(group, noun)));
        let of_workers = classes.of(&noun).has(Class::Profession) && workers();
        if anybody(&noun, classes) && !of_workers {
            return false;
        }
        let opening = self.before(claim);
        let told =
            |word: &str| says(opening, word) || self.tells(claim, word) || self.groups.iter().any(|g| says(g, word));
        let alike =
            ALIKE.iter().filter(|like| like.contains(&noun.as_str())).any(|like| like.iter().any(|word| told(word)));
        let singular = noun.trim_end_matches('s');
        !alike && !told(singular)
    }
}

/// "weight was recorded", "records were examined".
fn data_taken(told: &str, classes: &WordClasses) -> bool {
    let taken = |word: &str| {
        let classes = classes.of(word);
        classes.has(Class::RecruitVerb) && !classes.has(Class::AssignVerb) && !classes.has(Class::TreatmentWord)
            || matches!(word, "recorded" | "available" | "known" | "measured")
    };
    let told: Vec<&str> = words(told).collect();
    told.windows(2).any(|pair| matches!(pair[0], "was" | "were") && taken(pair[1]) && pair[1] != "treated")
}

/// "In Norway, some 9 per cent …", "and in New York 9 per cent": what stands between the last "in" and the figure.
fn lead(claim: &Claim) -> Option<&str> {
    /// Bytes of the lead and of a hedge behind it at most.
    const LONGEST: usize = 48;
    const HEDGES: [&str; 12] =
        ["about", "some", "nearly", "only", "just", "almost", "around", "over", "more", "than", "roughly", "fully"];
    let quote = claim.place.bytes.start.checked_sub(claim.sentence.place.bytes.start)?;
    let clause = claim.sentence.text.get(..quote)?.rsplit([';', '.']).next()?;
    let at = [" in ", "In "].iter().filter_map(|lead| Some(clause.rfind(lead)? + lead.len())).max()?;
    let mut lead = clause[at..].trim_end();
    while let Some((rest, hedge)) = lead.rsplit_once([' ', ',']).filter(|(_, word)| HEDGES.contains(word)) {
        debug_assert!(!hedge.is_empty());
        lead = rest.trim_end();
    }
    let lead = lead.trim_end_matches(',');
    let lead = lead.strip_prefix("the ").unwrap_or(lead);
    (!lead.is_empty() && lead.len() <= LONGEST && !lead.contains(',')).then_some(lead)
}

/// Nouns for people of any trade.
const WORKERS: [&str; 4] = ["workers", "employees", "staff", "professionals"];

/// Nouns that can mean the same people.
const ALIKE: [&[&str]; 7] = [
    &["children", "child", "kids", "youngsters", "pupils", "students", "schoolchildren", "boys", "girls", "youth"],
    &["teenagers", "teens", "adolescents", "youngsters", "youths", "pupils", "students", "youth", "children"],
    &["babies", "infants", "newborns", "neonates", "children", "births", "toddlers"],
    &["doctors", "physicians", "gps", "clinicians", "practitioners", "surgeons", "consultants", "medics"],
    &["mothers", "mums", "moms", "women", "parents", "pregnancies", "births"],
    &["fathers", "dads", "men", "parents"],
    &["workers", "employees", "staff", "nurses", "professionals"],
];

/// Nouns for people of whatever sort.
fn anybody(noun: &str, classes: &WordClasses) -> bool {
    // those who treat or ask are no part of those asked
    classes.of(noun).has(Class::StudyPeople)
        || classes.of(noun).has(Class::Profession)
        || FEMALE.contains(&noun)
        || MALE.contains(&noun)
        || noun.len() < 5
        || matches!(
            noun,
            "adults"
                | "adult"
                | "people"
                | "person"
                | "persons"
                | "individuals"
                | "individual"
                | "members"
                | "member"
                | "patient"
                | "participant"
                | "citizens"
                | "consumers"
                | "responders"
                | "inhabitants"
                | "residents"
                | "family"
                | "families"
                | "household"
                | "households"
                | "couples"
                | "couple"
                | "pairs"
                | "recipients"
                | "survivors"
                | "sufferers"
                | "users"
        )
}

/// "over 70", "aged 18 to 30", "in their 60s".
pub fn aged(group: &str) -> bool {
    words(group).any(age_word)
}

fn age_word(word: &str) -> bool {
    matches!(word, "over" | "older" | "under" | "younger" | "aged" | "age" | "ages" | "between")
}

fn figures(group: &str) -> impl Iterator<Item = &str> {
    group.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty())
}

fn states<'g>(group: &'g str, classes: &'g WordClasses) -> impl Iterator<Item = String> + 'g {
    words(group).filter(|word| classes.of_any_case(word).has(Class::StateWord)).map(str::to_lowercase)
}

fn named(text: &str, list: &[&str]) -> bool {
    words(text).any(|word| list.iter().any(|listed| word.eq_ignore_ascii_case(listed)))
}

/// "12 per cent of women", where the study was of adults.
fn one_sex(group: &str, whole_groups: &[String]) -> bool {
    let part = |list: &[&str]| {
        named(first_words(group), list)
            && !whole_groups.is_empty()
            && !whole_groups.iter().any(|told| named(told, list))
    };
    part(&FEMALE) || part(&MALE)
}

/// A noun for people, listed or formed like "graders", "violinists".
fn person(word: &str, classes: &WordClasses) -> bool {
    /// Shorter words end so by chance.
    const SHORTEST: usize = 6;
    let known = classes.of_any_case(word);
    let thing = [Class::NotPeople, Class::Outcome, Class::MeasureUnit, Class::Condition, Class::PresentVerb];
    let formed = word.len() >= SHORTEST && ["ers", "ists", "ians"].iter().any(|ending| word.ends_with(ending));
    known.has(Class::People) || formed && !thing.iter().any(|class| known.has(*class))
}

/// The first word of "obese workers", in lower case, where it describes the people that follow, or the records that the
/// study `told` of.
fn description<'t>(group: &str, told: impl Fn() -> &'t [String], classes: &WordClasses) -> Option<String> {
    /// Words before the noun at most.
    const MOST_WORDS: usize = 3;
    let mut words = group.split_whitespace();
    let first = words.next()?;
    let described = classes.of_any_case(first);
    let record = |word: &str| told().iter().any(|told| says(told, &word.to_lowercase()));
    let ends = |word: &&str| matches!(*word, "that" | "who" | "which" | "whose" | "with" | "of" | "in" | "from");
    let people = words.take(MOST_WORDS - 1).take_while(|word| !ends(word)).any(|word| {
        let classes = classes.of_any_case(word);
        classes.has(Class::People) || classes.has(Class::PeopleGroup) || classes.has(Class::Record) && record(word)
    });
    let neutral = [
        Class::People,
        Class::StudyWork,
        Class::StudyPeople,
        Class::Article,
        Class::Approx,
        Class::Preposition,
        Class::Whole,
        Class::PhraseLeader,
        Class::RecruitVerb,
    ];
    let plain = first.len() > 2
        && first.chars().all(|c| c.is_alphabetic() || c == '-')
        && !neutral.iter().any(|class| described.has(*class))
        && !matches!(
            first.to_lowercase().as_str(),
            "other"
                | "remaining"
                | "such"
                | "those"
                | "eligible"
                | "total"
                | "typical"
                | "average"
                | "most"
                | "number"
                | "share"
                | "proportion"
                | "percentage"
        );
    (people && plain).then(|| first.to_lowercase())
}
