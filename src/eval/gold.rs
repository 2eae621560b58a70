//! A gold or prediction file in, its claims out, with every line that cannot be used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value};

use super::Texts;
use super::brat;
use super::json_rows::objects;
use super::problem::{EvalError, Problem};
use super::row::{Row, doc, kind_named};
use crate::model::ClaimKind;

/// The claims that should be found, and the documents that were annotated (some may hold none).
#[derive(Clone, Debug, Default)]
pub struct Gold {
    pub rows: Vec<Row>,
    pub documents: BTreeSet<String>,
}

impl From<Vec<Row>> for Gold {
    fn from(rows: Vec<Row>) -> Self {
        let documents = rows.iter().map(|row| row.doc.clone()).collect();
        Self { rows, documents }
    }
}

/// What was read, and what was not.
#[derive(Debug, Default)]
pub struct Reading {
    pub gold: Gold,
    /// Lines that cannot be used.
    pub problems: Vec<Problem>,
    /// Annotations of kinds that are not claims, by name.
    pub other_kinds: BTreeMap<String, usize>,
    /// The annotated texts, where they came with the annotations.
    pub texts: Texts,
    /// Documents are files without their extension: predictions name them by their path.
    pub by_path: bool,
}

/// Reads claims. The default knows the twelve kinds by their names and asks every claim for a value.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// Names that other corpora give to a kind.
    pub labels: BTreeMap<String, ClaimKind>,
    /// A gold claim may lack a value.
    pub any_value: bool,
}

impl Reader {
    /// Reads a gold: JSONL with one claim a line, or brat stand-off (a folder, or one `.ann` or `.txt` file).
    ///
    /// # Errors
    ///
    /// When the path cannot be read or holds no claim; lines that cannot be used are returned as problems.
    pub fn gold(&self, path: &Path) -> Result<Reading, EvalError> {
        let extension = path.extension().and_then(|extension| extension.to_str());
        let reading = if path.is_dir() || matches!(extension, Some("ann" | "txt")) {
            brat::read(path, self)?
        } else {
            self.predictions(path)?
        };
        if reading.gold.rows.is_empty() && reading.problems.is_empty() {
            let fix = "write one JSON object a line (doc, kind, start, end, low, high), or map its labels to kinds";
            return Err(EvalError::Empty { path: path.display().to_string(), what: "claim of a known kind", fix });
        }
        Ok(reading)
    }

    /// Reads the output of `extract`: JSONL with one claim a line (`-` is standard input), or a folder of brat stand-off.
    ///
    /// # Errors
    ///
    /// When the path cannot be read; lines that cannot be used are returned as problems.
    pub fn predictions(&self, path: &Path) -> Result<Reading, EvalError> {
        if path.is_dir() {
            return brat::read(path, self);
        }
        let read = objects(path)?;
        let mut reading = Reading { problems: read.problems, ..Reading::default() };
        for (line, object) in read.rows {
            if let Err(message) = self.row(&object, &mut reading) {
                reading.problems.push(Problem::new(path, line, message));
            }
        }
        reading.problems.sort_by_key(|problem| problem.line);
        Ok(reading)
    }

    /// The kind that a label stands for.
    pub(super) fn kind(&self, label: &str) -> Option<ClaimKind> {
        self.labels.get(label).copied().or_else(|| kind_named(label))
    }

    fn row(&self, object: &Map<String, Value>, reading: &mut Reading) -> Result<(), String> {
        let Some(Value::String(label)) = object.get("kind") else {
            return Err("has no \"kind\"; give one, such as \"sample_size\"".to_owned());
        };
        match self.kind(label) {
            Some(kind) => {
                let row = Row::from_json(object, kind, !self.any_value)?;
                reading.gold.documents.insert(row.doc.clone());
                reading.gold.rows.push(row);
            }
            None => {
                reading.gold.documents.insert(doc(object)?);
                *reading.other_kinds.entry(label.clone()).or_default() += 1;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str, reader: &Reader) -> Result<Reading, EvalError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gold.jsonl");
        std::fs::write(&path, lines).unwrap();
        reader.gold(&path)
    }

    const OTHER: &str = r#"{"doc": "a", "kind": "n", "start": 1, "end": 3, "low": 5, "high": 5}"#;

    #[test]
    fn labels_of_other_corpora_can_be_mapped() {
        let reader = Reader { labels: [("n".to_owned(), ClaimKind::SampleSize)].into(), ..Reader::default() };
        let reading = read(OTHER, &reader).unwrap();
        assert_eq!(reading.gold.rows[0].kind, ClaimKind::SampleSize);
        let unmapped = read(&format!("{OTHER}\n{}", OTHER.replace("\"n\"", "\"dose\"")), &Reader::default()).unwrap();
        assert_eq!(unmapped.gold.rows.len(), 1);
        assert_eq!(unmapped.other_kinds, BTreeMap::from([("n".to_owned(), 1)]));
    }

    #[test]
    fn bad_lines_and_empty_files_are_told() {
        let bad = read("{\"doc\": \"a\"}\n{", &Reader::default()).unwrap();
        let told: Vec<_> = bad.problems.iter().map(|problem| (problem.line, problem.message.as_str())).collect();
        assert_eq!(told[0], (1, "has no \"kind\"; give one, such as \"sample_size\""));
        assert_eq!(told[1].0, 2);
        let empty = read(OTHER, &Reader::default()).unwrap_err().to_string();
        assert!(empty.contains("holds no claim of a known kind"), "{empty}");
        let gone = Reader::default().gold(Path::new("no/such/file")).unwrap_err().to_string();
        assert!(gone.starts_with("no/such/file cannot be read: "), "{gone}");
    }
}
