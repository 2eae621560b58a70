//! One numeric statement of an article, with the slots that make it comparable with the same number elsewhere.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::reported::plain_number;
use super::{Place, Reported, SentenceText};

/// What sort of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// A count of people (or records, animals, pooled studies) who were studied.
    SampleSize,
    /// A count of people who had an outcome, its denominator elsewhere.
    EventCount,
    /// The share of a group in a study that had a health outcome.
    ResponseRate,
    /// Every other share, fraction, relative change or difference in percentage points.
    Percentage,
    /// "twice as likely", "halved", "threefold".
    Multiplier,
    /// Hazard, odds or risk ratio, mean difference, standardised difference, correlation.
    EffectEstimate,
    ConfidenceInterval,
    PValue,
    /// Number needed to treat or to harm.
    Nnt,
    /// A change or level on a rating scale or a measured outcome, in its units.
    ScoreChange,
    /// How long treatment, follow-up or study lasted, in the unit printed.
    Duration,
    /// An amount of a drug, food or exposure, in the unit printed.
    Dose,
}

impl ClaimKind {
    /// The name used in every machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            ClaimKind::SampleSize => "sample_size",
            ClaimKind::EventCount => "event_count",
            ClaimKind::ResponseRate => "response_rate",
            ClaimKind::Percentage => "percentage",
            ClaimKind::Multiplier => "multiplier",
            ClaimKind::EffectEstimate => "effect_estimate",
            ClaimKind::ConfidenceInterval => "confidence_interval",
            ClaimKind::PValue => "p_value",
            ClaimKind::Nnt => "nnt",
            ClaimKind::ScoreChange => "score_change",
            ClaimKind::Duration => "duration",
            ClaimKind::Dose => "dose",
        }
    }
}

/// Whose number it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A method or result of the study that the article reports.
    #[default]
    ThisStudy,
    /// A result of another study.
    OtherStudy,
    /// Prevalence, burden, price, a general fact.
    Background,
    /// A study still to come.
    Planned,
}

/// Whom a sample size counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The whole study.
    Total,
    /// One treatment group.
    Arm,
    Completed,
    Screened,
    Subgroup,
    Unknown,
}

/// Which people of the study a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    Treatment,
    Control,
    Whole,
    Subgroup,
}

/// What kind of statistic the number is; only like may be compared with like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    Count,
    /// A share of a group.
    Share,
    /// "40 % lower", "33 per cent less likely".
    RelativeChange,
    /// "10 percentage points", "4-point drop".
    AbsoluteChange,
    /// A multiplier or a risk, odds or hazard ratio.
    Ratio,
    /// A value on a scale at one time.
    Level,
    /// Anything else (durations, doses, p values).
    Other,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Up,
    Down,
}

/// `count` of `total`, as in "17 of 31 patients".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fraction {
    #[serde(with = "plain_number")]
    pub count: Decimal,
    #[serde(with = "plain_number")]
    pub total: Decimal,
}

/// The part of the text a claim stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Headline,
    /// The first paragraphs below the headline.
    Lead,
    #[default]
    Body,
}

/// A numeric claim with its quote, its place and the reason for its reading.
///
/// A slot that the text does not fill is `None`: unknown, which never conflicts with anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub kind: ClaimKind,
    #[serde(flatten)]
    pub place: Place,
    /// The shortest substring that holds the number and its unit or counted noun.
    pub quote: String,
    #[serde(flatten)]
    pub value: Reported,
    /// "percent", "percentage points", "weeks", "mg/kg" …
    pub unit: Option<String>,
    pub scope: Scope,
    /// For sample sizes only.
    pub role: Option<Role>,
    /// Whom the number is of, in the article's words.
    pub group: Option<String>,
    pub arm: Option<Arm>,
    /// What happened to them or was measured.
    pub outcome: Option<String>,
    pub comparator: Option<String>,
    pub timepoint: Option<String>,
    /// Lexicon id of the rating scale.
    pub scale: Option<String>,
    /// Lexicon id of the drug.
    pub drug: Option<String>,
    pub negated: bool,
    /// The hedging word ("may", "suggests"), where there is one.
    pub hedged: Option<String>,
    /// The person or source the sentence quotes.
    pub attributed_to: Option<String>,
    pub sentence: SentenceText,
    /// The words that decided scope, role or kind.
    pub cue: Option<String>,
    pub statistic: Statistic,
    pub direction: Option<Direction>,
    pub fraction: Option<Fraction>,
    pub part: Part,
    /// "adjusted", "after controlling for" stands with it.
    pub adjusted: bool,
    /// Where the structured record behind the text holds it, as a JSONPath.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Claim {
    /// A number of the reported study, in the body of its article, of which nothing more is known.
    pub(crate) fn bare(kind: ClaimKind, place: Place, quote: String, value: Reported, sentence: SentenceText) -> Self {
        Self {
            kind,
            place,
            quote,
            value,
            unit: None,
            scope: Scope::ThisStudy,
            role: None,
            group: None,
            arm: None,
            outcome: None,
            comparator: None,
            timepoint: None,
            scale: None,
            drug: None,
            negated: false,
            hedged: None,
            attributed_to: None,
            sentence,
            cue: None,
            statistic: Statistic::Other,
            direction: None,
            fraction: None,
            part: Part::Body,
            adjusted: false,
            field: None,
        }
    }
}
