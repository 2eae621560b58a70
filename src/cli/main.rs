//! Command line in, exit code out: 0 no finding, 1 findings, 2 the run failed.

mod args;
mod articles;
mod brat;
mod commands;
mod config;
mod console;
mod eval;
mod lexicon;
mod output;
#[cfg(feature = "html-report")]
mod pages;
mod run;
#[cfg(feature = "serve")]
mod serve;
mod tables;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.command {
        Command::Check(args) => commands::check(args),
        Command::Extract(args) => articles::extract(args),
        Command::Link(args) => commands::link(args),
        Command::Audit(args) => articles::audit(args),
        Command::Rules(args) => commands::rules(args),
        Command::Explain(args) => commands::explain(args),
        Command::Schema(args) => commands::schema(args),
        Command::Eval(args) => eval::run(args),
        Command::Lexicon(command) => lexicon::run(command),
        #[cfg(feature = "pdf")]
        Command::ReadPdf => commands::read_pdf(),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            console::tell(&format!("trialwire: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// The reader of our output has seen enough (`trialwire … | head`): no failure of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    error.chain().any(pipe)
}
