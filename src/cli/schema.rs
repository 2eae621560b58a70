//! The options of `schema` in, the description of every table out.

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, ValueEnum};
use trialwire::report::{schema, sql};

use crate::output::{Output, style};

#[derive(Args)]
pub struct SchemaArgs {
    /// text for people, markdown for documents, jsonl for programs, sql to make the tables
    #[arg(long, value_enum, default_value_t)]
    pub format: SchemaFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum SchemaFormat {
    #[default]
    Text,
    Markdown,
    Jsonl,
    Sql,
}

/// The tables that are written.
pub fn run(args: &SchemaArgs) -> Result<ExitCode> {
    let mut to = Output::open(None)?;
    match args.format {
        SchemaFormat::Text => schema::text(style(false), &mut to)?,
        SchemaFormat::Markdown => schema::markdown(&mut to)?,
        SchemaFormat::Jsonl => {
            let mut rows = Vec::new();
            schema::jsonl(&mut rows);
            to.write_all(&rows)?;
        }
        SchemaFormat::Sql => to.write_all(sql::script(&schema::sheets()).as_bytes())?,
    }
    to.finish()?;
    Ok(ExitCode::SUCCESS)
}
