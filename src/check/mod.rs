//! A trial group and its records in, findings out.

pub mod baseline;
pub mod conflict;
pub mod copies;
pub mod finding;
pub mod fold;
pub mod interval;
pub mod key;
pub mod measure;
mod rules;
pub mod sentence;
pub mod settings;
pub mod statement;
pub mod told;
pub mod units;
pub mod words;

#[cfg(test)]
mod testing;

pub use rules::RULES;
pub use settings::{Settings, Tolerances};
pub use statement::Statement;

use std::collections::{BTreeSet, HashMap};

use copies::Families;
use finding::Told;

use crate::model::{Category, FactKind, Finding, Mention, Record, Severity, TrialGroup};

/// A check: what it looks for, when it stays silent, and the function that runs it.
pub struct Rule {
    /// `X001`.
    pub code: &'static str,
    /// `sample-size-conflict`.
    pub name: &'static str,
    /// One line for `trialwire rules`.
    pub summary: &'static str,
    /// The exact condition.
    pub formula: &'static str,
    /// When the rule says nothing.
    pub silent: &'static str,
    /// A small story that fires.
    pub example: &'static str,
    /// A story that looks alike and doesn't.
    pub near_miss: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The gravest finding that the rule makes.
    pub severity: Severity,
    pub run: fn(&Rule, &Case<'_>) -> Vec<Finding>,
}

/// One group of articles.
pub struct Trial<'r> {
    pub group: &'r TrialGroup,
    /// In the order of `group.articles`.
    pub records: Vec<&'r Record>,
}

/// One group of articles as the rules see it: every claim with the words that make it comparable.
pub struct Case<'r> {
    pub trial: &'r Trial<'r>,
    pub settings: &'r Settings,
    /// Which articles are copies of one text.
    pub families: Families<'r>,
    pub statements: Vec<Statement<'r>>,
    /// Counts of things and periods that are no claims.
    pub figures: Vec<Statement<'r>>,
}

impl<'r> Case<'r> {
    pub fn new(trial: &'r Trial<'r>, settings: &'r Settings) -> Self {
        let families = Families::of(trial.group);
        let mut statements = statement::statements(trial, settings);
        let mut figures = statement::figures(trial, settings);
        for told in [&mut statements, &mut figures] {
            once_a_family(told, &families);
        }
        Self { trial, settings, families, statements, figures }
    }

    /// The article speaks for the study.
    pub fn is_source(&self, record: &Record) -> bool {
        statement::is_source(record, self.settings)
    }

    /// Claims, to be compared.
    pub fn claims(&self) -> Vec<&Statement<'r>> {
        self.statements.iter().collect()
    }

    /// Claims and figures, to be compared.
    pub fn claims_and_figures(&self) -> Vec<&Statement<'r>> {
        self.statements.iter().chain(&self.figures).collect()
    }

    /// The statements without a number that are of the kind, article by article.
    pub fn facts(&self, kind: FactKind) -> Vec<Told<'r>> {
        let of_record = |record: &&'r Record| {
            let record: &'r Record = record;
            record.facts.iter().filter(move |fact| fact.kind == kind).map(move |fact| (record, fact))
        };
        self.trial.records.iter().flat_map(of_record).collect()
    }

    /// The statements of each article, in the order of the text.
    pub fn by_article(&self) -> impl Iterator<Item = &[Statement<'r>]> {
        self.statements.chunk_by(|a, b| a.record.id == b.record.id)
    }

    /// The statements of each sentence, in the order of the text.
    pub fn by_sentence(&self) -> impl Iterator<Item = &[Statement<'r>]> {
        let same = |a: &Statement<'_>, b: &Statement<'_>| a.claim.sentence.place == b.claim.sentence.place;
        self.by_article().flat_map(move |article| article.chunk_by(same))
    }
}

/// Drops what a copy only says again: hundreds of copies of one text are no more work than one. What a source says stays.
fn once_a_family(statements: &mut Vec<Statement<'_>>, families: &Families<'_>) {
    let mut told: HashMap<(&str, &str, &str), &str> = HashMap::new();
    statements.retain(|statement| {
        let (record, claim) = (statement.record, statement.claim);
        let key = (families.first(&record.id), &*claim.quote, &*claim.sentence.text);
        statement.source || *told.entry(key).or_insert(&record.id) == record.id
    });
}

/// Leaves of an article's mentions those that rules read: drugs and scales, each name once, and scales of the primary outcome.
pub fn drop_idle_mentions(record: &mut Record) {
    let primary: Vec<_> = record.facts.iter().filter(|fact| fact.kind == FactKind::Primary).collect();
    let in_primary = |mention: &Mention| {
        let start = mention.place.start;
        primary.iter().any(|fact| (fact.sentence.place.start..fact.sentence.place.end).contains(&start))
    };
    let mut seen = BTreeSet::new();
    record.mentions.retain(|mention| match mention.category {
        Category::Cytokine => false,
        _ => seen.insert((mention.id.clone(), mention.studied)) || in_primary(mention),
    });
}

/// Runs every rule on one trial.
pub fn run(trial: &Trial<'_>) -> Vec<Finding> {
    run_with(trial, &Settings::default())
}

/// Runs the rules that the settings choose on one trial.
pub fn run_with(trial: &Trial<'_>, settings: &Settings) -> Vec<Finding> {
    let case = Case::new(trial, settings);
    let found = RULES.iter().filter(|rule| settings.runs(rule)).flat_map(|rule| (rule.run)(rule, &case));
    fold::fold(&case.families, found.map(|finding| settings.graded(finding)).collect())
}
