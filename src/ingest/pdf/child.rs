//! A PDF file in, its text out by way of another process, so that one that hangs or eats memory ends alone.

use std::env;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};

use super::super::{Limits, Reason};
use super::{DAMAGED, PASSWORD, PICTURES};

/// The hidden command of the program that reads a PDF file from standard input.
pub const CHILD_COMMAND: &str = "read-pdf";

/// Exit codes of that process.
const CODES: [(i32, &str); 3] = [(3, PASSWORD), (4, DAMAGED), (5, PICTURES)];

/// Says why there is no text when the process was ended from outside or ended itself.
const STOPPED: &str = "a PDF that takes too much time or memory to read; save it anew, or as text";

/// The work of the process: a PDF file from `from`, its text to `to`, its exit code out.
///
/// # Errors
///
/// When `from` cannot be read or `to` cannot be written.
pub fn serve(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<i32> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    match super::text(&bytes) {
        Ok(text) => to.write_all(text.as_bytes()).map(|()| 0),
        Err(reason) => {
            let known = CODES.iter().find(|(_, why)| reason == Reason::NotText(why));
            Ok(known.map_or(1, |(code, _)| *code))
        }
    }
}

/// Reads a file in a process of this program.
pub(super) fn text(bytes: &[u8], limits: &Limits) -> Result<String, Reason> {
    let program = env::current_exe().map_err(unreadable)?;
    let program = program.to_string_lossy();
    let (code, text) = run(&[&program, CHILD_COMMAND], bytes, limits).map_err(unreadable)?;
    match code {
        Some(0) => Ok(text),
        Some(code) => Err(Reason::NotText(CODES.iter().find(|row| row.0 == code).map_or(STOPPED, |row| row.1))),
        None => Err(Reason::NotText(STOPPED)),
    }
}

fn unreadable(error: io::Error) -> Reason {
    Reason::Unreadable(error.to_string())
}

/// Asks poppler, where it is installed.
pub(super) fn poppler(bytes: &[u8], limits: &Limits) -> Option<String> {
    let (code, text) = run(&["pdftotext", "-q", "-nopgbrk", "-enc", "UTF-8", "-", "-"], bytes, limits).ok()?;
    (code == Some(0) && text.chars().any(char::is_alphanumeric)).then_some(text)
}

/// The exit code and what was written. Time is that of the processor, so that a busy machine reads no less.
fn run(command: &[&str], input: &[u8], limits: &Limits) -> io::Result<(Option<i32>, String)> {
    let mut child = start(command, limits)?;
    // Every reader takes in the whole file before it writes; one that ends early closes the pipe.
    if let Some(mut to) = child.stdin.take() {
        let _ = to.write_all(input);
    }
    let mut output = Vec::new();
    if let Some(from) = child.stdout.take() {
        from.take(limits.article_bytes as u64).read_to_end(&mut output)?;
    }
    let code = child.wait()?.code();
    Ok((code, String::from_utf8_lossy(&output).into_owned()))
}

/// Starts a process; where there is a shell, under limits of its own.
fn start(command: &[&str], limits: &Limits) -> io::Result<Child> {
    let pipes =
        |command: &mut Command| command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    if cfg!(unix) {
        let bounds = format!("ulimit -t {}; ulimit -v {}; exec \"$@\"", limits.pdf_seconds, limits.pdf_bytes >> 10);
        pipes(Command::new("sh").args(["-c", &bounds, "sh"]).args(command))
    } else {
        pipes(Command::new(command[0]).args(&command[1..]))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn output(command: &[&str], input: &[u8]) -> (Option<i32>, String) {
        let limits = Limits { pdf_seconds: 1, article_bytes: 1000, ..Limits::default() };
        run(command, input, &limits).unwrap()
    }

    #[test]
    fn a_process_gives_its_output_and_code() {
        assert_eq!(output(&["cat"], b"thirty adults"), (Some(0), "thirty adults".into()));
        assert_eq!(output(&["sh", "-c", "exit 3"], &[0; 1 << 20]).0, Some(3));
        assert_eq!(output(&["no-such-program"], b"").0, Some(127));
    }

    #[test]
    fn one_that_hangs_is_ended() {
        assert_eq!(output(&["sh", "-c", "cat > /dev/null; while :; do :; done"], b"x").0, None);
    }

    #[test]
    fn codes_tell_why() {
        let mut out = Vec::new();
        assert_eq!(serve(&mut &b"%PDF-1.4"[..], &mut out).unwrap(), 4);
        assert!(out.is_empty());
    }
}
