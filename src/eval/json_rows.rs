//! A JSONL file in, its objects with their line numbers out, and the lines that are none.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde_json::{Map, Value};

use super::problem::{EvalError, Problem};

/// What was in a file of one object a line.
pub(super) struct Objects {
    /// With the line, from 1.
    pub rows: Vec<(usize, Map<String, Value>)>,
    pub problems: Vec<Problem>,
}

/// Reads a file, or standard input where the path is `-`. Empty lines are passed over.
pub(super) fn objects(path: &Path) -> Result<Objects, EvalError> {
    let from: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(|error| EvalError::unreadable(path, error))?)
    };
    read(BufReader::new(from), path).map_err(|error| EvalError::unreadable(path, error))
}

fn read(mut from: impl BufRead, path: &Path) -> io::Result<Objects> {
    let mut found = Objects { rows: Vec::new(), problems: Vec::new() };
    let mut bytes = Vec::new();
    let mut line = 0;
    while from.read_until(b'\n', &mut bytes)? > 0 {
        line += 1;
        let json = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes).trim_ascii();
        if !json.is_empty() {
            match serde_json::from_slice(json) {
                Ok(object) => found.rows.push((line, object)),
                Err(error) => found.problems.push(Problem::new(path, line, not_json(&error))),
            }
        }
        bytes.clear();
    }
    Ok(found)
}

/// The parser sees one line, so that its "line 1" would mislead.
fn not_json(error: &serde_json::Error) -> String {
    let error = error.to_string().replace(" at line 1 column ", " at column ");
    format!("is no JSON object ({error}); write one object a line, as `jq -c .` does")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_lines_are_told_with_their_number() {
        let file = "\u{feff}{\"a\": 1}\n\n{\"a\": \n[1]\n{\"b\": 2}";
        let found = read(file.as_bytes(), Path::new("g.jsonl")).unwrap();
        let lines: Vec<_> = found.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 5]);
        let problems: Vec<_> = found.problems.iter().map(ToString::to_string).collect();
        assert!(problems[0].starts_with("g.jsonl:3: is no JSON object (EOF while parsing"), "{problems:?}");
        assert!(problems[1].starts_with("g.jsonl:4: is no JSON object (invalid type"), "{problems:?}");
    }
}
