//! `trialwire.toml` and the options beside it in, the settings of one run of `check` out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use toml::de::{DeArray, DeTable, DeValue};

use trialwire::check::{RULES, Settings, Tolerances};
use trialwire::model::{Decimal, Severity};

use crate::check::RuleArgs;
use crate::names::did_you_mean;

/// The file that is looked for in the current folder.
const FILE: &str = "trialwire.toml";

const KEYS: [&str; 7] = ["against", "baseline", "ignore", "min-severity", "select", "severity", "tolerances"];
const LEVELS: [(&str, Severity); 3] =
    [("info", Severity::Info), ("warning", Severity::Warning), ("error", Severity::Error)];

/// What one run of `check` goes by.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Config {
    pub settings: Settings,
    pub min_severity: Option<Severity>,
    pub baseline: Option<PathBuf>,
    pub against: Option<PathBuf>,
}

/// The file, then the options, which win.
///
/// # Errors
///
/// Everything that is wrong with the file, each with its line; the first option that names no rule or tolerance.
pub fn load(args: &RuleArgs) -> Result<Config> {
    let found = Path::new(FILE).is_file().then(|| PathBuf::from(FILE));
    let mut config = match args.config.clone().or(found) {
        Some(path) => read(&path)?,
        None => Config::default(),
    };
    if !args.select.is_empty() {
        config.settings.select(&args.select).with_context(|| nearest_rule("--select", &args.select))?;
    }
    config.settings.ignore(&args.ignore).with_context(|| nearest_rule("--ignore", &args.ignore))?;
    for graded in &args.severity {
        let (rule, severity) = graded
            .split_once('=')
            .and_then(|(rule, name)| Some((rule, level(name)?)))
            .with_context(|| format!("--severity {graded}: give RULE=LEVEL, the level info, warning or error"))?;
        config.settings.grade(rule, severity).with_context(|| nearest_rule("--severity", &[rule.to_owned()]))?;
    }
    for widened in &args.tolerance {
        let told =
            || format!("--tolerance {widened}: give NAME=NUMBER, the name one of {}", Tolerances::NAMES.join(", "));
        let (name, number) = widened.split_once('=').with_context(told)?;
        set_tolerance(&mut config.settings.tolerances, name, number).with_context(told)?;
    }
    config.min_severity = args.min_severity.map(|least| least.severity()).or(config.min_severity);
    config.baseline = args.baseline.clone().or(config.baseline);
    config.against = args.against.clone().or(config.against);
    Ok(config)
}

fn nearest_rule(option: &str, rules: &[String]) -> String {
    let known = |rule: &&String| Settings::default().ignore(std::slice::from_ref(rule)).is_ok();
    let wrong = rules.iter().find(|rule| !known(rule)).map_or("", String::as_str);
    format!("{option} {wrong}{}", did_you_mean(wrong, rule_names()))
}

fn rule_names() -> impl Iterator<Item = &'static str> {
    RULES.iter().flat_map(|rule| [rule.code, rule.name])
}

fn level(name: &str) -> Option<Severity> {
    LEVELS.iter().find(|(known, _)| *known == name).map(|(_, severity)| *severity)
}

fn set_tolerance(tolerances: &mut Tolerances, name: &str, number: &str) -> Option<()> {
    let number: Decimal = number.parse().ok().filter(|number| is_width(*number))?;
    *tolerances.get_mut(name)? = number;
    Some(())
}

/// A share of a number that still tells numbers apart.
fn is_width(number: Decimal) -> bool {
    number >= Decimal::ZERO && number < Decimal::ONE_HUNDRED
}

fn read(path: &Path) -> Result<Config> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read the configuration {}", path.display()))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    match parse(&text, folder) {
        Ok(config) => Ok(config),
        Err(problems) => {
            let lines: Vec<_> =
                problems.iter().map(|(line, what)| format!("{}:{line}: {what}", path.display())).collect();
            bail!("the configuration cannot be used\n{}", lines.join("\n"))
        }
    }
}

/// Line and what is wrong there, in the order of the file.
type Problems = Vec<(usize, String)>;

fn parse(text: &str, folder: &Path) -> Result<Config, Problems> {
    let line = |at: usize| text.bytes().take(at).filter(|&b| b == b'\n').count() + 1;
    let table = DeTable::parse(text)
        .map_err(|error| vec![(error.span().map_or(1, |span| line(span.start)), error.message().to_owned())])?;
    let mut reading = Reading { config: Config::default(), folder, wrong: Vec::new() };
    for (key, value) in table.get_ref() {
        reading.key(key.get_ref(), key.span().start, value.get_ref(), value.span().start);
    }
    if reading.wrong.is_empty() {
        return Ok(reading.config);
    }
    let mut problems: Problems = reading.wrong.into_iter().map(|(at, what)| (line(at), what)).collect();
    problems.sort();
    Err(problems)
}

/// The configuration as far as it was read; what is wrong, each at its byte.
struct Reading<'p> {
    config: Config,
    folder: &'p Path,
    wrong: Vec<(usize, String)>,
}

impl Reading<'_> {
    fn key(&mut self, key: &str, at: usize, value: &DeValue<'_>, value_at: usize) {
        match (key, value) {
            ("select", DeValue::Array(rules)) => {
                let rules = self.rules(rules);
                // What is unknown was told by `rules`.
                let _ = self.config.settings.select(&rules);
            }
            ("ignore", DeValue::Array(rules)) => {
                let rules = self.rules(rules);
                let _ = self.config.settings.ignore(&rules);
            }
            ("min-severity", DeValue::String(name)) => self.config.min_severity = self.level(name, value_at),
            ("baseline", DeValue::String(path)) => self.config.baseline = Some(self.folder.join(&**path)),
            ("against", DeValue::String(path)) => self.config.against = Some(self.folder.join(&**path)),
            ("severity", DeValue::Table(table)) => self.severities(table),
            ("tolerances", DeValue::Table(table)) => self.tolerances(table),
            (known, _) if KEYS.contains(&known) => {
                let wanted = match known {
                    "select" | "ignore" => "a list of rules, as in [\"X001\", \"A\"]",
                    "severity" | "tolerances" => "a table",
                    _ => "a text in quotation marks",
                };
                self.wrong
                    .push((value_at, format!("{known} takes {wanted}, not a value of type {}", value.type_str())));
            }
            (unknown, _) => {
                let near = did_you_mean(unknown, KEYS.into_iter());
                self.wrong.push((at, format!("unknown key {unknown:?}{near}")));
            }
        }
    }

    /// The rules of a list that exist.
    fn rules(&mut self, list: &DeArray<'_>) -> Vec<String> {
        let mut known = Vec::new();
        for item in list.iter() {
            let name = item.get_ref().as_str().unwrap_or_default();
            if self.is_rule(name, item.span().start) {
                known.push(name.to_owned());
            }
        }
        known
    }

    fn is_rule(&mut self, name: &str, at: usize) -> bool {
        let known = Settings::default().ignore(&[name.to_owned()]).is_ok();
        if !known {
            self.wrong.push((at, format!("there is no rule {name:?}{}", did_you_mean(name, rule_names()))));
        }
        known
    }

    fn level(&mut self, name: &str, at: usize) -> Option<Severity> {
        let found = level(name);
        if found.is_none() {
            let near = did_you_mean(name, LEVELS.iter().map(|(known, _)| *known));
            self.wrong.push((at, format!("{name:?} is no severity{near}; there are info, warning and error")));
        }
        found
    }

    fn severities(&mut self, table: &DeTable<'_>) {
        for (rule, value) in table {
            let known = self.is_rule(rule.get_ref(), rule.span().start);
            let severity = self.level(value.get_ref().as_str().unwrap_or_default(), value.span().start);
            if let (true, Some(severity)) = (known, severity) {
                // The rule is known.
                let _ = self.config.settings.grade(rule.get_ref(), severity);
            }
        }
    }

    fn tolerances(&mut self, table: &DeTable<'_>) {
        for (name, value) in table {
            let number = match value.get_ref() {
                DeValue::Integer(number) => number.as_str(),
                DeValue::Float(number) => number.as_str(),
                _ => "",
            };
            let (known, name_at) = (name.get_ref(), name.span().start);
            if !Tolerances::NAMES.contains(&known.as_ref()) {
                let near = did_you_mean(known, Tolerances::NAMES.into_iter());
                self.wrong.push((name_at, format!("unknown tolerance {known:?}{near}")));
            } else if set_tolerance(&mut self.config.settings.tolerances, known, number).is_none() {
                self.wrong.push((value.span().start, format!("{known} takes a number from 0 to less than 100")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn problems(text: &str) -> Vec<String> {
        let problems = parse(text, Path::new("")).unwrap_err();
        problems.into_iter().map(|(line, what)| format!("{line}: {what}")).collect()
    }

    #[test]
    fn everything_can_be_set() {
        let text = "select = [\"X\", \"a001\"]\nignore = [\"X013\"]\nmin-severity = \"warning\"\nbaseline = \"known.jsonl\"\n\
                    against = \"paper.txt\"\n[severity]\nX001 = \"warning\"\nO = \"info\"\n[tolerances]\nhedge-percent = 20\n\
                    round-percent-points = 0.5\n";
        let config = parse(text, Path::new("desk")).unwrap();
        assert_eq!(config.min_severity, Some(Severity::Warning));
        assert_eq!(config.baseline, Some(Path::new("desk").join("known.jsonl")));
        assert_eq!(config.against, Some(Path::new("desk").join("paper.txt")));
        assert_eq!(config.settings.tolerances.hedge_percent, 20.into());
        assert_eq!(config.settings.tolerances.round_percent_points.to_string(), "0.5");
        let runs = |code: &str| RULES.iter().any(|rule| rule.code == code && config.settings.runs(rule));
        assert!(runs("X001") && runs("A001") && !runs("X013") && !runs("A004"));
        assert_eq!(parse("", Path::new("")), Ok(Config::default()));
    }

    #[test]
    fn every_mistake_is_told_with_its_line_and_the_nearest_name() {
        let text = "selct = [\"X001\"]\nignore = [\n  \"A001\",\n  \"X0O1\",\n]\nmin-severity = \"warnings\"\n[severity]\n\
                    X999 = \"error\"\nX001 = \"fatal\"\n[tolerances]\nhedge-percents = 3\nduration-percent = 100\n\
                    multiplier-percent = \"9\"\n";
        assert_eq!(
            problems(text),
            [
                "1: unknown key \"selct\"; did you mean select?",
                "4: there is no rule \"X0O1\"; did you mean X001?",
                "6: \"warnings\" is no severity; did you mean warning?; there are info, warning and error",
                "8: there is no rule \"X999\"",
                "9: \"fatal\" is no severity; there are info, warning and error",
                "11: unknown tolerance \"hedge-percents\"; did you mean hedge-percent?",
                "12: duration-percent takes a number from 0 to less than 100",
                "13: multiplier-percent takes a number from 0 to less than 100",
            ]
        );
    }

    #[test]
    fn values_of_another_type_and_broken_files_are_told() {
        assert_eq!(
            problems("select = \"X001\""),
            ["1: select takes a list of rules, as in [\"X001\", \"A\"], not a value of type string"]
        );
        assert_eq!(
            problems("baseline = 3"),
            ["1: baseline takes a text in quotation marks, not a value of type integer"]
        );
        assert!(problems("[tolerances]\nhedge-percent = = 3")[0].starts_with("2: "));
        assert_eq!(problems("select = [3]"), ["1: there is no rule \"\""]);
    }
}
