//! The words of a group in, the part of the study that they speak for out: each word is weighed, the heaviest decides.

use crate::model::Arm;
use crate::text::{Class, Classes, Tokens};

use super::super::grammar::phrases::{Run, Words};
use crate::extract::nouns::names_people;

/// The heaviest evidence seen for each part.
#[derive(Clone, Copy, Default)]
struct Scales {
    treatment: u8,
    control: u8,
    part: u8,
    whole: u8,
}

impl Scales {
    fn add(&mut self, arm: Arm, weight: u8) {
        let side = match arm {
            Arm::Treatment => &mut self.treatment,
            Arm::Control => &mut self.control,
            Arm::Subgroup => &mut self.part,
            Arm::Whole => &mut self.whole,
        };
        *side = weight.max(*side);
    }

    fn heaviest(self) -> Option<Arm> {
        let sides = [
            (self.treatment, Arm::Treatment),
            (self.part, Arm::Subgroup),
            (self.control, Arm::Control),
            (self.whole, Arm::Whole),
        ];
        sides.into_iter().filter(|side| side.0 > 0).max_by_key(|side| side.0).map(|side| side.1)
    }
}

/// Weights: what is said outright outweighs what is only suggested.
mod weight {
    /// "42 observational studies": all that were pooled.
    pub const STUDIES: u8 = 9;
    /// "the subgroup", "children whose mothers".
    pub const PART: u8 = 8;
    /// "placebo", "without", "never".
    pub const CONTROL: u8 = 7;
    /// "treated with", "those given".
    pub const TREATED: u8 = 6;
    /// "those who answered".
    pub const TOOK_PART: u8 = 6;
    /// "the lowest", "the fewest".
    pub const LEAST: u8 = 5;
    /// A drug by its name.
    pub const DRUG: u8 = 5;
    /// "obese", "severe": what people are, not what they took.
    pub const STATE: u8 = 4;
    /// "the highest", "the most".
    pub const MOST: u8 = 3;
    /// "patients who died": what befell them.
    pub const BEFELL: u8 = 3;
    /// "nurses who worked at night", "cooks using lard".
    pub const DOES: u8 = 2;
    /// "those sent the syrup".
    pub const OFFERED: u8 = 4;
    /// "people in the study".
    pub const IN_STUDY: u8 = 2;
    /// "over 65".
    pub const NARROWED: u8 = 1;
    /// "those with gout": some of the people told before.
    pub const THOSE: u8 = 1;
}

/// The arm that the words of a group name.
pub fn arm_of(words: &Words, run: Run) -> Option<Arm> {
    let run = first_people(words.tokens, run);
    let run = super::super::outcome::proportion::people_counted(words, run).unwrap_or(run);
    let mut scales = Scales::default();
    (run.first..=run.last).for_each(|k| weigh(words, run, k, &mut scales));
    let drug = scales.treatment >= weight::DRUG;
    if drug && scales.part == weight::STATE {
        scales.part = 0;
    }
    if let Some((arm, weight)) = deed(words, run) {
        scales.add(arm, weight);
    }
    if words.tokens.word(run.first) == "those" && run.last > run.first + 1 {
        scales.add(Arm::Subgroup, weight::THOSE);
    }
    scales.heaviest()
}

/// "sailors with gout and a comparison group of cooks": the sailors.
fn first_people(tokens: &Tokens, run: Run) -> Run {
    let other = |k: usize| {
        tokens.word(k) == "and"
            && (tokens.is(k + 1, Class::Article) || tokens.word(k + 1) == "another")
            && (k + 2..=run.last.min(k + 4)).any(|j| tokens.is(j, Class::PeopleGroup))
    };
    let last = (run.first + 1..run.last).find(|&k| other(k)).map_or(run.last, |k| k - 1);
    Run { last, ..run }
}

/// Most words say nothing of the part: a look at its classes and its letters tells it.
fn may_tell(tokens: &Tokens, k: usize) -> bool {
    const TELLING: Classes = Classes::of(&[
        Class::StudyNoun,
        Class::StudyWork,
        Class::StudyPeople,
        Class::PeopleGroup,
        Class::ControlWord,
        Class::TreatmentWord,
        Class::AssignVerb,
        Class::LeastExposed,
        Class::MostExposed,
        Class::StateWord,
        Class::Negation,
        Class::HealthState,
    ]);
    let word = tokens.word(k);
    tokens.classes(k).meets(TELLING)
        || word.starts_with("non")
        || matches!(
            word,
            "needing"
                | "requiring"
                | "awaiting"
                | "refusing"
                | "declining"
                | "eligible"
                | "previously"
                | "formerly"
                | "already"
                | "subgroup"
                | "whose"
                | "without"
                | "nothing"
                | "neither"
                | "unaffected"
                | "unvaccinated"
                | "matched"
                | "disease"
                | "prescribed"
                | "on"
                | "over"
                | "under"
                | "older"
                | "younger"
                | "stage"
        )
}

fn weigh(words: &Words, run: Run, k: usize, scales: &mut Scales) {
    if words.drugs.iter().any(|drug| drug.overlaps(words.tokens.span(k, k))) {
        scales.add(Arm::Treatment, weight::DRUG);
    }
    if may_tell(words.tokens, k) {
        weigh_word(words, run, k, scales);
    } else {
        debug_assert!(weighs_nothing(words, run, k), "{} tells of an arm", words.tokens.word(k));
    }
}

fn weighs_nothing(words: &Words, run: Run, k: usize) -> bool {
    let mut scales = Scales::default();
    weigh_word(words, run, k, &mut scales);
    scales.heaviest().is_none()
}

/// What the word at `k` says of the part, on its own and with those around it.
fn weigh_word(words: &Words, run: Run, k: usize, scales: &mut Scales) {
    let tokens = words.tokens;
    let word = tokens.word(k);
    if tokens.is(k, Class::StudyNoun) && k <= run.first + 2 && heads(tokens, run, k) {
        scales.add(Arm::Whole, weight::STUDIES);
    }
    if matches!(word, "group" | "arm") && k > run.first && names_group(tokens, k - 1) {
        scales.add(Arm::Treatment, weight::MOST);
    }
    // "those needing more of it" have not got it
    let lacks = matches!(word, "needing" | "requiring" | "awaiting" | "refusing" | "declining" | "eligible");
    // "patients previously treated for gout"
    let before = matches!(word, "previously" | "formerly" | "already")
        && (k + 1..k + 3).any(|j| tokens.word(j) == "treated" && tokens.word(j + 1) == "for");
    if word == "whose" {
        weigh_whose(tokens, run, k, scales);
    } else if word == "subgroup" || (lacks || before) && k > run.first {
        scales.add(Arm::Subgroup, weight::PART);
    }
    if spared(tokens, k)
        || tokens.is(k, Class::ControlWord) && !beside_given(tokens, run, k) && stands_for_control(tokens, k)
    {
        scales.add(Arm::Control, weight::CONTROL);
    }
    // "in any given year"
    let year = word == "given" && tokens.is(k + 1, Class::TimeUnit);
    let assigned = tokens.is(k, Class::AssignVerb)
        && !matches!(word, "using" | "used")
        && !year
        && !super::counts::treated_at(tokens, k);
    let treats = tokens.is(k, Class::TreatmentWord) && !super::counts::treated_at(tokens, k);
    if treats && (word != "active" || tested(tokens, k + 1))
        || assigned && !super::counts::examined(tokens, run, k)
        || matches!(word, "prescribed" | "on") && k > run.first && !tokens.is_number(k + 1)
    {
        scales.add(Arm::Treatment, weight::TREATED);
    }
    if tokens.is(k, Class::LeastExposed) && !only_names(words, k) {
        scales.add(Arm::Control, weight::LEAST);
    }
    // "300 more cases", "12 more broken arms"
    let counted = tokens.is_number(k.wrapping_sub(1)) || tokens.is(k.wrapping_sub(1), Class::NumberStart);
    let further = k == run.first && word == "more" && (counted || tokens.word(k + 1).ends_with('s'));
    // "the regular ambulance", not "regular smokers", "regular exercise"
    let common = word == "regular" && !does(tokens, k + 1);
    if common && !tokens.is(k + 1, Class::Preposition) {
        scales.add(Arm::Control, weight::LEAST);
    }
    // "their daily calories"
    let daily = word == "daily" && k < run.last && tokens.is_word(k + 1) && !does(tokens, k + 1);
    let how_many = k == run.first && says_how_many(tokens, k);
    if tokens.is(k, Class::MostExposed) && !further && !common && !daily && !how_many && !only_names(words, k) {
        scales.add(Arm::Treatment, weight::MOST);
    }
    if tokens.is(k, Class::StateWord) {
        scales.add(Arm::Subgroup, weight::STATE);
    }
    if tokens.is(k, Class::StudyWork)
        || tokens.is(k, Class::StudyPeople) && tokens.is(k.wrapping_sub(1), Class::StudyWork)
    {
        scales.add(Arm::Whole, weight::IN_STUDY);
    }
    if matches!(word, "over" | "under" | "older" | "younger" | "stage") {
        scales.add(Arm::Subgroup, weight::NARROWED);
    }
}

/// "Most children" says how many, "those who ate the most" how much.
fn says_how_many(tokens: &Tokens, k: usize) -> bool {
    tokens.word(k) == "most"
        && tokens.before(k) != "the"
        && (tokens.word(k + 1) == "of" || (k + 1..k + 4).any(|j| names_people(tokens, j)))
}

/// "those whose mothers smoked": what theirs was or did.
fn weigh_whose(tokens: &Tokens, run: Run, whose: usize, scales: &mut Scales) {
    // "sailors whose teeth were healthy"
    let healthy = |j: usize| tokens.is(j, Class::Be) && tokens.word(j + 1) == "healthy";
    if data_taken(tokens, run, whose) {
        scales.add(Arm::Whole, weight::TOOK_PART);
    } else if (whose + 2..=run.last).any(healthy) {
        scales.add(Arm::Control, weight::CONTROL);
    } else {
        scales.add(Arm::Subgroup, weight::PART);
    }
}

/// "whose records were examined", "whose weight was recorded": what the study took from everybody.
fn data_taken(tokens: &Tokens, run: Run, whose: usize) -> bool {
    /// Tokens from "whose" to its verb at most.
    const VERB_WITHIN: usize = 5;
    let be = (whose + 2..=run.last.min(whose + VERB_WITHIN)).find(|&k| tokens.is(k, Class::Be));
    be.is_some_and(|be| {
        let taken = tokens.is(be + 1, Class::RecruitVerb)
            && !tokens.is(be + 1, Class::AssignVerb)
            && !tokens.is(be + 1, Class::TreatmentWord)
            && tokens.word(be + 1) != "treated";
        taken || matches!(tokens.word(be + 1), "recorded" | "available" | "known" | "collected" | "measured")
    })
}

/// "given the syrup and a dummy": the dummy only keeps it blind.
fn beside_given(tokens: &Tokens, run: Run, k: usize) -> bool {
    let gave = |k: usize| matches!(tokens.word(k), "given" | "receive" | "received" | "receiving" | "got" | "assigned");
    (run.first..k).any(|j| matches!(tokens.word(j), "and" | "plus") && (run.first..j).any(gave))
}

/// "smokers", "drinking", "exercise", "use": what people do.
fn does(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    word.ends_with("ers")
        || word.ends_with("ing")
        || names_people(tokens, k)
        || tokens.is(k, Class::Exposure)
        || matches!(word, "use" | "intake" | "consumption" | "exercise" | "activity" | "sleep" | "contact" | "basis")
}

/// The first noun: no preposition stands before it in the group.
fn heads(tokens: &Tokens, run: Run, k: usize) -> bool {
    !(run.first..k).any(|j| tokens.is(j, Class::Preposition))
}

/// "the active drug", not "active nurses".
fn tested(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::TreatmentWord)
        || tokens.is(k, Class::PeopleGroup)
        || matches!(tokens.word(k), "ingredient" | "comparator" | "surveillance" | "tablet" | "tablets" | "dose")
}

/// "the exercise group", not "each group" or "the age group".
pub fn names_group(tokens: &Tokens, k: usize) -> bool {
    let everybody =
        [Class::Article, Class::StudyWork, Class::Ordinal, Class::StudyPeople, Class::People, Class::Preposition];
    tokens.is_word(k)
        && !everybody.iter().any(|class| tokens.is(k, *class))
        && !matches!(
            tokens.word(k),
            "age"
                | "same"
                | "original"
                | "initial"
                | "full"
                | "whole"
                | "entire"
                | "total"
                | "large"
                | "small"
                | "income"
                | "ethnic"
                | "population"
                | "sub"
                | "this"
                | "that"
                | "first"
                | "second"
                | "third"
                | "other"
                | "each"
                | "either"
                | "both"
                | "every"
                | "research"
                | "risk"
        )
}

/// "no", "never", "without", "free of the disease", "unaffected": what the others have or got, these have not.
fn spared(tokens: &Tokens, k: usize) -> bool {
    let word = tokens.word(k);
    // "with or without advice" is everybody, "failed to respond" is no lack of treatment
    let either = tokens.ends_at(k, &["with", "or"]) || tokens.at(k + 1, &["or", "with"]);
    let lacks =
        tokens.is(k, Class::Negation) && !word.starts_with("fail") || matches!(word, "without" | "nothing" | "neither");
    let free = word == "free" && matches!(tokens.word(k + 1), "of" | "from");
    let only = word == "not" && tokens.word(k + 1) == "only";
    // "non-smokers", "non users"
    let non = word.strip_prefix("non").map(|rest| rest.trim_start_matches('-')).is_some_and(|rest| {
        let doer = rest.ends_with("ers") || rest.ends_with("users");
        doer || rest.is_empty() && (k + 1..k + 4).any(|j| names_people(tokens, j) && tokens.word(j).ends_with("ers"))
    });
    lacks && !either && !only
        || free
        || non
        || matches!(word, "unaffected" | "unvaccinated" | "matched")
        || tokens.at(k, &["disease", "-", "free"]) && names_people(tokens, k + 3)
        || word == "healthy" && names_people(tokens, k + 1) && !tokens.is(k + 1, Class::StudyPeople)
}

/// "sugar pills", not "added sugar"; "the standard drug", not "a standard of living".
fn stands_for_control(tokens: &Tokens, k: usize) -> bool {
    match tokens.word(k) {
        "sugar" => matches!(tokens.word(k + 1), "pill" | "pills" | "tablet" | "tablets" | "water" | "solution"),
        "vitamin" | "observation" | "salt" => tokens.before(k) != "of" && !tokens.is(k + 1, Class::StudyNoun),
        "alone" => {
            !matches!(tokens.before(k), "living" | "lived" | "live" | "lives" | "sleeping" | "slept" | "left" | "home")
        }
        "standard" => tokens.word(k + 1) != "of" && tokens.word(k + 1) != "deviation",
        _ => true,
    }
}

/// "the low-dose group", "high risk patients", "more than six cups", "the most severe form": the degree is of something
/// else than of exposure.
pub fn only_names(words: &Words, k: usize) -> bool {
    let tokens = words.tokens;
    tokens.before(k) == "at"
        || tokens.is(k + 1, Class::StateWord)
        // "the most common complaint"
        || matches!(tokens.word(k), "most" | "more" | "less" | "least") && tokens.is(k + 1, Class::Quality)
        || matches!(
            tokens.word(k + 1),
            "-" | "risk"
                | "dose"
                | "blood"
                | "cholesterol"
                | "birth"
                | "school"
                | "mood"
                | "than"
                | "income"
                | "grade"
                | "quality"
        )
}

/// What the people do or what befell them: "those who frequently inhaled pollutants", "women drinking coffee", "patients
/// who died", "clinics that answered".
fn deed(words: &Words, run: Run) -> Option<(Arm, u8)> {
    let tokens = words.tokens;
    // whatever stands before "who" is people
    let people = |k: usize| names_people(tokens, k) || tokens.word(k) == "those" || tokens.word(k + 1) == "who";
    let head = (run.first..=run.last.min(run.first + 2)).find(|&k| people(k))?;
    let next = tokens.word(head + 1);
    // "those sent the syrup", "people who'd been offered it": what they got or were to do
    let got = (head + 1..=run.last.min(head + 4)).find(|&k| tokens.is(k, Class::Offered)).filter(|&k| {
        let led = |j: usize| {
            tokens.is(j, Class::Be)
                || tokens.word(j).starts_with("who")
                || matches!(tokens.word(j), "that" | "had" | "have")
        };
        (head + 1..k).all(led) && !matches!(tokens.word(k + 1), "they" | "that" | "by" | "of" | "home")
    });
    if got.is_some_and(|k| k < run.last) {
        return Some((Arm::Treatment, weight::OFFERED));
    }
    let acting =
        next.len() > 4 && next.ends_with("ing") && !matches!(next, "living" | "suffering" | "having" | "being");
    let relative = matches!(next, "who" | "that" | "who'd" | "who've");
    let asked = |k: usize| {
        tokens.is(k, Class::RecruitVerb) && !tokens.is(k, Class::AssignVerb) && !tokens.is(k, Class::TreatmentWord)
    };
    if run.last > head && (takes_part(tokens, head + 1) || asked(head + 1) && next.ends_with("ed")) {
        return Some((Arm::Whole, weight::TOOK_PART));
    }
    if run.last <= head + 1 || !(relative || acting) {
        return None;
    }
    if acting {
        return Some((Arm::Treatment, weight::DOES));
    }
    if befallen(words, run, head) {
        return Some((Arm::Subgroup, weight::BEFELL));
    }
    let verb = (head + 2..=run.last).find(|&k| {
        !(tokens.is(k, Class::Be)
            || tokens.word(k).ends_with("ly")
            || matches!(tokens.word(k), "had" | "have" | "also"))
    });
    let verb = verb.unwrap_or(head + 2);
    if takes_part(tokens, verb) {
        return Some((Arm::Whole, weight::TOOK_PART));
    }
    let befell = tokens.is(verb, Class::EventVerb)
        || tokens.is(verb, Class::Befallen)
        || tokens.is(verb, Class::Condition)
        || tokens.is(verb, Class::OutcomeStrong) && tokens.word(verb) != "lost";
    Some(if befell { (Arm::Subgroup, weight::BEFELL) } else { (Arm::Treatment, weight::DOES) })
}

/// "who had been abused", "who had an operation", "who said they had gout": what befell them, unless it was given or done
/// to them by the study. `head` is the noun before "who".
fn befallen(words: &Words, run: Run, head: usize) -> bool {
    let tokens = words.tokens;
    let had = |k: usize| matches!(tokens.word(k), "had" | "have" | "has");
    let thing = |k: usize| {
        let word = tokens.word(k);
        tokens.is(k, Class::Article)
            || tokens.is(k, Class::Condition)
            || word.len() > 4 && (word.ends_with("ing") || word.ends_with('s') && !words.acts(k))
    };
    let owned = had(head + 2) && thing(head + 3);
    // "those who said they had gout"
    let said = tokens.is(head + 2, Class::ReportingVerb) || matches!(tokens.word(head + 2), "said" | "say" | "thought");
    let be = (head + 2..=run.last.min(head + 5)).find(|&k| tokens.is(k, Class::Be) && !tokens.is(k + 1, Class::Be));
    let passive = be.is_some_and(|be| {
        let participle = if tokens.word(be + 1).ends_with("ly") { be + 2 } else { be + 1 };
        let given = [
            Class::AssignVerb,
            Class::TreatmentWord,
            Class::TreatedBy,
            Class::RecruitVerb,
            Class::TakingPart,
            Class::StudyPeople,
        ];
        let plain = !given.iter().any(|class| tokens.is(participle, *class));
        plain && tokens.word(participle).len() > 4 && tokens.word(participle).ends_with("ed")
    });
    owned || passive || said
}

/// "who took part", "that responded", "attending": what one does to be in a study.
fn takes_part(tokens: &Tokens, k: usize) -> bool {
    tokens.is(k, Class::TakingPart) && !(tokens.word(k) == "responded" && tokens.at(k + 1, &["to", "treatment"]))
        || matches!(tokens.word(k), "took" | "taking" | "take")
            && (tokens.word(k + 1) == "part" || took_test(tokens, k))
}

/// "took the hearing test", "taking the quiz": what all of a study did.
fn took_test(tokens: &Tokens, took: usize) -> bool {
    /// Tokens from the verb to the test at most.
    const REACH: usize = 5;
    tokens.is(took + 1, Class::Article)
        && (took + 2..took + REACH).take_while(|&k| tokens.is_word(k)).any(|k| {
            matches!(tokens.word(k), "test" | "tests" | "check" | "quiz" | "survey" | "poll" | "exam" | "questionnaire")
        })
}
