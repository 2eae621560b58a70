//! The word-class file in, a set of classes for each word out: what a word can be for a number beside it.

use super::hashing::WordMap;

const WORDS: &str = include_str!("../../lexicons/language/words.tsv");
/// Words after which a number is a name, not an amount ("type 2", "phase 3", "page 12", "week 40").
const LABELS: &str = include_str!("../../lexicons/language/labels.tsv");
/// Phrases that tell whose number a sentence gives; their first words are a class.
const CUES: &str = include_str!("../../lexicons/language/cues.tsv");
/// Names of estimates; their last words are a class.
const ESTIMATES: &str = include_str!("../../lexicons/language/estimates.tsv");

/// What a word can be. A word may be several things; the grammar asks one question at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    People,
    PeopleGroup,
    Record,
    Animal,
    StudyNoun,
    StudyWork,
    TimeUnit,
    Month,
    Weekday,
    DoseUnit,
    MeasureUnit,
    Money,
    Approx,
    Composition,
    RelativeNoun,
    RelativeWord,
    ChangeVerb,
    ChangeNoun,
    DownWord,
    UpWord,
    Outcome,
    OutcomeStrong,
    NonHealth,
    RecruitVerb,
    AssignVerb,
    CompleteVerb,
    ScreenVerb,
    AnalyseVerb,
    GenericNoun,
    PresentVerb,
    PastVerb,
    Modal,
    Negation,
    ReportingVerb,
    ControlWord,
    TreatmentWord,
    StopPhrase,
    Preposition,
    Article,
    Be,
    Ordinal,
    Singular,
    StudyPeople,
    EventNoun,
    EventVerb,
    SeenVerb,
    LevelWord,
    PlaceNoun,
    PoolingWord,
    EnrolVerb,
    TreatedGroup,
    Accuracy,
    Whole,
    EventParticiple,
    IntervalLink,
    PLink,
    EstimateLink,
    DurationFiller,
    DurationLead,
    DurationNoun,
    MeasuredIn,
    MeasuredWord,
    FrequencyWord,
    DoubleName,
    AgeBridge,
    NotPeople,
    OutcomeHost,
    Condition,
    Befallen,
    Profession,
    Session,
    TreatedBy,
    Institution,
    NumberStart,
    NumberAfterArticle,
    MannerWord,
    Label,
    CueStart,
    EstimateEnd,
    ConsumeVerb,
    MeasuredThing,
    PhraseLeader,
    FigureLeader,
    PhraseEnd,
    NounBeforeVerb,
    HedgingWord,
    TimeFiller,
    StandsForPatient,
    Handled,
    Explains,
    Subset,
    Likelihood,
    ResearchNoun,
    Reviewing,
    DrugUnit,
    Portion,
    Food,
    Exposure,
    MassUnit,
    SmallMeasure,
    ActiveVerb,
    MostExposed,
    LeastExposed,
    LastingNoun,
    ClockEvent,
    LevelUnit,
    StateWord,
}

/// Name in the word file → class.
const NAMES: &[(&str, Class)] = &[
    ("people", Class::People),
    ("people_group", Class::PeopleGroup),
    ("record", Class::Record),
    ("animal", Class::Animal),
    ("study_noun", Class::StudyNoun),
    ("study_work", Class::StudyWork),
    ("time_unit", Class::TimeUnit),
    ("month", Class::Month),
    ("weekday", Class::Weekday),
    ("dose_unit", Class::DoseUnit),
    ("measure_unit", Class::MeasureUnit),
    ("money", Class::Money),
    ("approx", Class::Approx),
    ("composition", Class::Composition),
    ("relative_noun", Class::RelativeNoun),
    ("relative_word", Class::RelativeWord),
    ("change_verb", Class::ChangeVerb),
    ("change_noun", Class::ChangeNoun),
    ("down_word", Class::DownWord),
    ("up_word", Class::UpWord),
    ("outcome", Class::Outcome),
    ("outcome_strong", Class::OutcomeStrong),
    ("non_health", Class::NonHealth),
    ("recruit_verb", Class::RecruitVerb),
    ("assign_verb", Class::AssignVerb),
    ("complete_verb", Class::CompleteVerb),
    ("screen_verb", Class::ScreenVerb),
    ("analyse_verb", Class::AnalyseVerb),
    ("generic_noun", Class::GenericNoun),
    ("present_verb", Class::PresentVerb),
    ("past_verb", Class::PastVerb),
    ("modal", Class::Modal),
    ("negation", Class::Negation),
    ("reporting_verb", Class::ReportingVerb),
    ("control_word", Class::ControlWord),
    ("treatment_word", Class::TreatmentWord),
    ("stop_phrase", Class::StopPhrase),
    ("preposition", Class::Preposition),
    ("article", Class::Article),
    ("be", Class::Be),
    ("ordinal", Class::Ordinal),
    ("singular", Class::Singular),
    ("study_people", Class::StudyPeople),
    ("event_noun", Class::EventNoun),
    ("event_verb", Class::EventVerb),
    ("seen_verb", Class::SeenVerb),
    ("level_word", Class::LevelWord),
    ("place_noun", Class::PlaceNoun),
    ("pooling_word", Class::PoolingWord),
    ("enrol_verb", Class::EnrolVerb),
    ("treated_group", Class::TreatedGroup),
    ("accuracy", Class::Accuracy),
    ("whole", Class::Whole),
    ("event_participle", Class::EventParticiple),
    ("interval_link", Class::IntervalLink),
    ("p_link", Class::PLink),
    ("estimate_link", Class::EstimateLink),
    ("duration_filler", Class::DurationFiller),
    ("duration_lead", Class::DurationLead),
    ("duration_noun", Class::DurationNoun),
    ("measured_in", Class::MeasuredIn),
    ("measured_word", Class::MeasuredWord),
    ("frequency_word", Class::FrequencyWord),
    ("double_name", Class::DoubleName),
    ("age_bridge", Class::AgeBridge),
    ("not_people", Class::NotPeople),
    ("outcome_host", Class::OutcomeHost),
    ("condition", Class::Condition),
    ("befallen", Class::Befallen),
    ("profession", Class::Profession),
    ("session", Class::Session),
    ("treated_by", Class::TreatedBy),
    ("institution", Class::Institution),
    ("number_start", Class::NumberStart),
    ("number_after_article", Class::NumberAfterArticle),
    ("consume_verb", Class::ConsumeVerb),
    ("measured_thing", Class::MeasuredThing),
    ("manner_word", Class::MannerWord),
    ("phrase_leader", Class::PhraseLeader),
    ("figure_leader", Class::FigureLeader),
    ("phrase_end", Class::PhraseEnd),
    ("noun_before_verb", Class::NounBeforeVerb),
    ("hedging_word", Class::HedgingWord),
    ("time_filler", Class::TimeFiller),
    ("stands_for_patient", Class::StandsForPatient),
    ("handled", Class::Handled),
    ("explains", Class::Explains),
    ("subset", Class::Subset),
    ("likelihood", Class::Likelihood),
    ("research_noun", Class::ResearchNoun),
    ("reviewing", Class::Reviewing),
    ("drug_unit", Class::DrugUnit),
    ("portion", Class::Portion),
    ("food", Class::Food),
    ("exposure", Class::Exposure),
    ("mass_unit", Class::MassUnit),
    ("small_measure", Class::SmallMeasure),
    ("active_verb", Class::ActiveVerb),
    ("most_exposed", Class::MostExposed),
    ("least_exposed", Class::LeastExposed),
    ("lasting_noun", Class::LastingNoun),
    ("clock_event", Class::ClockEvent),
    ("level_unit", Class::LevelUnit),
    ("state_word", Class::StateWord),
];

impl Class {
    fn bit(self) -> u128 {
        1 << self as u32
    }
}

/// A set of [`Class`]es.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    pub fn has(self, class: Class) -> bool {
        self.0 & class.bit() != 0
    }
}

/// Every known word with its classes.
pub struct WordClasses {
    words: WordMap<&'static str, Classes>,
}

impl WordClasses {
    /// The classes that come with the program.
    pub fn bundled() -> Self {
        let mut words: WordMap<&'static str, Classes> = WordMap::with_capacity_and_hasher(4096, Default::default());
        for (class, list) in rows(WORDS) {
            let Some(bit) = NAMES.iter().find(|(name, _)| *name == class).map(|(_, class)| class.bit()) else {
                continue; // `every_class_is_known` keeps the file honest
            };
            for word in list.split(' ') {
                words.entry(word).or_default().0 |= bit;
            }
        }
        let labels = LABELS.lines().map(|label| (label, Class::Label));
        let cues = rows(CUES).map(|(cue, _)| (cue.split([' ', '-']).next().unwrap_or(cue), Class::CueStart));
        let estimates = rows(ESTIMATES).map(|(name, _)| (name.rsplit(' ').next().unwrap_or(name), Class::EstimateEnd));
        for (word, class) in labels.chain(cues).chain(estimates) {
            words.entry(word).or_default().0 |= class.bit();
        }
        Self { words }
    }

    #[inline]
    pub fn of(&self, word: &str) -> Classes {
        self.words.get(word).copied().unwrap_or_default()
    }
}

/// The data rows of a two-column file with comment lines and a header.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::Tokens;

    #[test]
    fn every_class_is_known_and_every_name_used() {
        for (class, _) in rows(WORDS) {
            assert!(NAMES.iter().any(|(name, _)| *name == class), "unknown class {class}");
        }
        for (name, _) in NAMES {
            assert!(rows(WORDS).any(|(class, _)| class == *name), "no words for {name}");
        }
    }

    #[test]
    fn words_are_single_tokens() {
        let classes = WordClasses::bundled();
        for (class, words) in rows(WORDS) {
            let parted = |word: &&str| Tokens::read(word, Span::new(0, word.len()), &classes).len() > 1;
            let found: Vec<&str> = words.split(' ').filter(parted).collect();
            assert_eq!(found, Vec::<&str>::new(), "{class}: a text has more than one token there");
        }
    }

    #[test]
    fn a_word_can_be_several_things() {
        let classes = WordClasses::bundled();
        assert!(classes.of("women").has(Class::People) && classes.of("women").has(Class::Composition));
        assert!(!classes.of("hormone").has(Class::People));
    }
}
