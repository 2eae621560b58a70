//! Which rules run, how grave their findings are and how far rounding reaches: what a user may change of a run.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{RULES, Rule};
use crate::model::{Finding, Record, Severity};

/// What a user may change of a run; the default runs every rule at its own severity.
///
/// ```
/// use trialwire::check::Settings;
/// use trialwire::model::Severity;
///
/// let mut settings = Settings::default();
/// settings.select(&["A".into(), "X001".into()]).unwrap();
/// settings.ignore(&["A004".into()]).unwrap();
/// settings.grade("sample-size-conflict", Severity::Warning).unwrap();
/// assert!(settings.select(&["Y".into()]).is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `None` for all.
    selected: Option<BTreeSet<&'static str>>,
    ignored: BTreeSet<&'static str>,
    severities: BTreeMap<&'static str, Severity>,
    pub tolerances: Tolerances,
    /// Ids of the articles that everything else is held against: they alone are the source then.
    pub references: BTreeSet<String>,
}

/// No rule has this code, name or family.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule {0:?}; `trialwire rules` lists them, and a letter (A, O, X) means its whole family")]
pub struct UnknownRule(pub String);

impl Settings {
    /// Runs these rules alone: codes, names, or letters of families.
    ///
    /// # Errors
    ///
    /// When one names no rule.
    pub fn select(&mut self, rules: &[String]) -> Result<(), UnknownRule> {
        self.selected = Some(codes(rules)?);
        Ok(())
    }

    /// Leaves these rules out, selected or not.
    ///
    /// # Errors
    ///
    /// When one names no rule.
    pub fn ignore(&mut self, rules: &[String]) -> Result<(), UnknownRule> {
        self.ignored.extend(codes(rules)?);
        Ok(())
    }

    /// Gives every finding of the rule or family this severity.
    ///
    /// # Errors
    ///
    /// When it names no rule.
    pub fn grade(&mut self, rule: &str, severity: Severity) -> Result<(), UnknownRule> {
        self.severities.extend(named(rule)?.into_iter().map(|code| (code, severity)));
        Ok(())
    }

    pub fn runs(&self, rule: &Rule) -> bool {
        self.selected.as_ref().is_none_or(|selected| selected.contains(rule.code)) && !self.ignored.contains(rule.code)
    }

    /// The finding at the severity that its rule was given.
    pub fn graded(&self, finding: Finding) -> Finding {
        let severity = self.severities.get(finding.rule.as_str()).copied().unwrap_or(finding.severity);
        Finding { severity, ..finding }
    }

    pub fn is_reference(&self, record: &Record) -> bool {
        self.references.contains(&record.id)
    }
}

fn codes(rules: &[String]) -> Result<BTreeSet<&'static str>, UnknownRule> {
    let named: Result<Vec<_>, _> = rules.iter().map(|rule| named(rule)).collect();
    Ok(named?.into_iter().flatten().collect())
}

/// The codes that a code, a name or the beginning of codes stands for.
fn named(wanted: &str) -> Result<Vec<&'static str>, UnknownRule> {
    let exact = |rule: &&Rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name.eq_ignore_ascii_case(wanted);
    let family = |rule: &&Rule| wanted.len() == 1 && rule.code.starts_with(&wanted.to_ascii_uppercase());
    let found: Vec<_> = RULES.iter().filter(|rule| exact(rule) || family(rule)).map(|rule| rule.code).collect();
    if found.is_empty() { Err(UnknownRule(wanted.to_owned())) } else { Ok(found) }
}

/// How far a printed number reaches beyond the rounding of its last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tolerances {
    /// "About", "nearly", "almost" and number words such as "a third", as per cent of the number.
    pub hedge_percent: Decimal,
    /// A whole percentage that is a multiple of ten is often 79 % told as 80 %: percentage points either way.
    pub round_percent_points: Decimal,
    /// "Twice", "three times", as per cent of the multiplier.
    pub multiplier_percent: Decimal,
    /// "Ten years" for ten and a half, as per cent of the span.
    pub duration_percent: Decimal,
}

impl Default for Tolerances {
    fn default() -> Self {
        Self {
            hedge_percent: Decimal::from_parts(12, 0, 0, false, 0),
            round_percent_points: Decimal::ONE,
            multiplier_percent: Decimal::from_parts(125, 0, 0, false, 1),
            duration_percent: Decimal::TEN,
        }
    }
}

impl Tolerances {
    /// The names under which they can be set, in the order of [`Tolerances::get_mut`].
    pub const NAMES: [&'static str; 4] =
        ["hedge-percent", "round-percent-points", "multiplier-percent", "duration-percent"];

    /// The tolerance of that name.
    ///
    /// ```
    /// use trialwire::check::Tolerances;
    /// let mut tolerances = Tolerances::default();
    /// *tolerances.get_mut("hedge-percent").unwrap() = 20.into();
    /// assert_eq!(tolerances.hedge_percent, 20.into());
    /// assert!(tolerances.get_mut("hedge").is_none());
    /// ```
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Decimal> {
        match name {
            "hedge-percent" => Some(&mut self.hedge_percent),
            "round-percent-points" => Some(&mut self.round_percent_points),
            "multiplier-percent" => Some(&mut self.multiplier_percent),
            "duration-percent" => Some(&mut self.duration_percent),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn running(settings: &Settings) -> Vec<&'static str> {
        RULES.iter().filter(|rule| settings.runs(rule)).map(|rule| rule.code).collect()
    }

    fn names(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn families_codes_and_names_select() {
        let mut settings = Settings::default();
        assert_eq!(running(&settings).len(), RULES.len());
        settings.select(&names(&["o", "x001", "nnt-mismatch"])).unwrap();
        settings.ignore(&names(&["O001"])).unwrap();
        let chosen = running(&settings);
        assert!(chosen.contains(&"A005") && chosen.contains(&"O003") && chosen.contains(&"X001"), "{chosen:?}");
        assert!(!chosen.contains(&"O001") && !chosen.contains(&"A001"), "{chosen:?}");
    }

    #[test]
    fn what_names_no_rule_is_refused() {
        for wrong in ["X00", "Z", "", "sample-size"] {
            let error = Settings::default().select(&names(&[wrong])).unwrap_err();
            assert!(error.to_string().contains(&format!("{wrong:?}")), "{error}");
        }
    }

    #[test]
    fn every_tolerance_has_a_name() {
        let mut tolerances = Tolerances::default();
        assert!(Tolerances::NAMES.iter().all(|name| tolerances.get_mut(name).is_some()));
    }
}
