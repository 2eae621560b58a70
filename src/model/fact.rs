//! A statement without a number that other articles may contradict: how strong a cause is claimed, what the study was.

use serde::{Deserialize, Serialize};

use super::{Part, Place, SentenceText};

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A claim that one thing affects another, in headline or lead; its strength is the step on the ladder.
    Cause,
    /// The text says that cause and effect were not shown.
    Disclaimer,
    /// The study watched and did not intervene.
    Observational,
    /// The study assigned treatments at random.
    Randomised,
    /// Animals or cells were studied.
    Animals,
    /// People were studied.
    People,
    /// Pilot, preliminary, proof of concept.
    Preliminary,
    /// Breakthrough, cure, miracle.
    Hype,
    Significant,
    NotSignificant,
    /// The journal that published the study.
    Journal,
    /// Phase of the trial; the strength is its number.
    Phase,
    /// 1 open label, 2 blinded.
    Blinding,
    /// 1 a single centre, 2 several.
    Centres,
    /// The primary outcome is named.
    Primary,
    /// A marker or a symptom score that stands for a disease.
    Marker,
    /// Death or a disease that people get.
    Endpoint,
    /// Somebody's words in quotation marks.
    Quotation,
}

/// One such statement and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub kind: FactKind,
    /// For causes: 0 no relation, 1 linked, 2 may or could, 3 can or helps, 4 causes, cuts, cures. For designs as told
    /// there. Else 0.
    pub strength: u8,
    #[serde(flatten)]
    pub place: Place,
    /// The words that decided.
    pub quote: String,
    pub part: Part,
    pub sentence: SentenceText,
}
