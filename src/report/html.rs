//! Findings in, one self-contained page out.

use std::io::{self, Write};

use super::Results;
use crate::check::Rule;

/// Writes the page.
///
/// # Errors
///
/// When `to` cannot be written.
pub fn write(_results: Results<'_>, _rules: &[Rule], to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "<!DOCTYPE html>")
}
