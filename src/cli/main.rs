//! Command line in, exit code out: 0 no finding, 1 findings, 2 the run failed.

mod args;
mod articles;
mod audit;
mod brat;
mod check;
mod config;
mod console;
mod eval;
mod extract;
mod input;
mod lexicon;
mod link;
mod names;
mod output;
#[cfg(feature = "html-report")]
mod pages;
#[cfg(feature = "pdf")]
mod pdf;
mod rules;
mod run;
mod schema;
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
        Command::Check(args) => check::run(args),
        Command::Extract(args) => extract::run(args),
        Command::Link(args) => link::run(args),
        Command::Audit(args) => audit::run(args),
        Command::Rules(args) => rules::table(args),
        Command::Explain(args) => rules::explain(args),
        Command::Schema(args) => schema::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Lexicon(command) => lexicon::run(command),
        #[cfg(feature = "pdf")]
        Command::ReadPdf => pdf::run(),
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
