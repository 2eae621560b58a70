//! The options of `rules` and `explain` in, what is known of the rules out.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use trialwire::check::RULES;
use trialwire::report::rules as pages;

use crate::names::did_you_mean;
use crate::output::{Output, style, write_each};

#[derive(Args)]
pub struct RulesArgs {
    /// text for people, jsonl for programs, markdown for documents
    #[arg(long, value_enum, default_value_t)]
    pub format: RulesFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum RulesFormat {
    #[default]
    Text,
    Jsonl,
    Markdown,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// Code or name of a rule: X001, sample-size-conflict
    #[arg(value_name = "CODE")]
    pub rule: String,
}

/// The table of rules.
pub fn table(args: &RulesArgs) -> Result<ExitCode> {
    let mut to = Output::open(None)?;
    match args.format {
        RulesFormat::Text => pages::table(RULES, style(false), &mut to)?,
        RulesFormat::Jsonl => write_each(RULES, pages::jsonl, &mut to)?,
        RulesFormat::Markdown => pages::markdown(RULES, &mut to)?,
    }
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The manual page of one rule.
pub fn explain(args: &ExplainArgs) -> Result<ExitCode> {
    let Some(rule) = pages::find(RULES, &args.rule) else {
        let near = did_you_mean(&args.rule, RULES.iter().flat_map(|rule| [rule.code, rule.name]));
        bail!("there is no rule {:?}{near}; `trialwire rules` lists them", args.rule);
    };
    let mut to = Output::open(None)?;
    pages::page(rule, style(false), &mut to)?;
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}
