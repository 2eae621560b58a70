//! The rule registry in, its table and its manual pages out.

use std::io::{self, Write};

use serde::Serialize;

use super::jsonl;
use super::style::{Ink, Style};
use crate::check::Rule;

/// One line a rule, for reading.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn table(rules: &[Rule], style: Style, to: &mut dyn Write) -> io::Result<()> {
    let longest = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for rule in rules {
        let code = style.paint(Ink::Heading, rule.code);
        writeln!(to, "{code}  {:<longest$}  {:<7}  {}", rule.name, rule.severity.name(), rule.summary)?;
    }
    writeln!(to, "\n`trialwire explain CODE` tells how a rule works and when it stays silent.")
}

/// A Markdown table, as the README has it.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn markdown(rules: &[Rule], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "| code | name | severity | fires when | silent when |\n|---|---|---|---|---|")?;
    for rule in rules {
        let cells = [rule.code, rule.name, rule.severity.name(), rule.summary, rule.silent];
        let cells = cells.map(|cell| cell.replace('|', "\\|").replace('\n', " "));
        writeln!(to, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// The manual pages of all rules, as `docs/rules.md` has them.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn manual(rules: &[Rule], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "# Rules\n\nMade from the rules' records; `trialwire explain CODE` shows one of these pages.\n")?;
    writeln!(to, "{FAMILIES}")?;
    for rule in rules {
        writeln!(to, "\n## {} {}\n\n{}. Severity: {}.", rule.code, rule.name, rule.summary, rule.severity.name())?;
        for (heading, text) in parts(rule) {
            writeln!(to, "\n**{heading}:** {}", text.replace('<', "&lt;"))?;
        }
    }
    Ok(())
}

const FAMILIES: &str = "\
Family A is arithmetic within one article, family O overstatement against the source (a paper, a press release, a registry
record, or what `--against` names), family X disagreement between articles about one trial. A finding says that statements
disagree, never which of them is wrong. The severity is the gravest that the rule gives; `trialwire.toml` may change it.";

/// Heading and text of what is filled.
fn parts(rule: &Rule) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = [
        ("Fires when", rule.formula),
        ("Silent when", rule.silent),
        ("Example that fires", rule.example),
        ("Near miss that does not", rule.near_miss),
        ("Source", rule.source),
    ];
    parts.into_iter().filter(|(_, text)| !text.is_empty())
}

#[derive(Serialize)]
struct RuleRow {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    summary: &'static str,
    formula: &'static str,
    silent: &'static str,
    example: &'static str,
    near_miss: &'static str,
    source: &'static str,
}

/// One JSON object a rule.
pub fn jsonl(rule: &Rule, to: &mut Vec<u8>) {
    let Rule { code, name, summary, formula, silent, example, near_miss, source, severity, run: _ } = *rule;
    let severity = severity.name();
    jsonl::line(&RuleRow { code, name, severity, summary, formula, silent, example, near_miss, source }, to);
}

/// The manual page of one rule.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn page(rule: &Rule, style: Style, to: &mut dyn Write) -> io::Result<()> {
    let title = format!("{} {} ({})", rule.code, rule.name, rule.severity.name());
    writeln!(to, "{}\n\n{}", style.paint(Ink::Heading, &title), rule.summary)?;
    for (heading, text) in parts(rule) {
        writeln!(to, "\n{}", style.paint(Ink::Heading, heading))?;
        for line in text.lines() {
            writeln!(to, "  {line}")?;
        }
    }
    Ok(())
}

/// The rule with this code or name, in upper or lower case.
pub fn find<'r>(rules: &'r [Rule], wanted: &str) -> Option<&'r Rule> {
    rules.iter().find(|rule| rule.code.eq_ignore_ascii_case(wanted) || rule.name.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Severity;

    fn rule() -> Rule {
        Rule {
            code: "X000",
            name: "an-example",
            summary: "two a|b differ",
            formula: "a ≠ b",
            silent: "a is unknown",
            example: "first line\nsecond line",
            near_miss: "",
            source: "Example 2020",
            severity: Severity::Warning,
            run: |_, _| Vec::new(),
        }
    }

    #[test]
    fn a_page_has_every_part_that_is_filled() {
        let mut out = Vec::new();
        page(&rule(), Style::default(), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "X000 an-example (warning)\n\ntwo a|b differ\n\nFires when\n  a ≠ b\n\nSilent when\n  a is unknown\n\n\
             Example that fires\n  first line\n  second line\n\nSource\n  Example 2020\n"
        );
    }

    #[test]
    fn tables_keep_one_row_a_rule() {
        let mut out = Vec::new();
        markdown(&[rule()], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.ends_with("| X000 | an-example | warning | two a\\|b differ | a is unknown |\n"), "{text}");
        let mut json = Vec::new();
        jsonl(&rule(), &mut json);
        assert!(json.starts_with(br#"{"code":"X000","name":"an-example","severity":"warning""#));
    }

    #[test]
    fn rules_are_found_by_code_or_name() {
        let rules = [rule()];
        assert!(find(&rules, "x000").is_some() && find(&rules, "An-Example").is_some());
        assert!(find(&rules, "X00").is_none());
    }
}
