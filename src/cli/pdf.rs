//! A PDF file on standard input in, its text on standard output out, in a process that the program starts for each file.

use std::io;
use std::process::ExitCode;

use anyhow::Result;
use trialwire::ingest::serve_pdf;

/// Reads the file; the exit code tells the parent what went wrong.
pub fn run() -> Result<ExitCode> {
    let code = serve_pdf(&mut io::stdin().lock(), &mut io::stdout().lock())?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}
