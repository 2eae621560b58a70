//! A folder of brat stand-off (`.txt` + `.ann`), or one pair of files, in; the gold that it states out.
//!
//! The type of a text-bound annotation is the kind of claim; `scope`, `role`, `bound`, `approx` and `arm` are its
//! attributes; its value, and its slots in words, are in a note. A document is a `.ann` file without its extension.

use std::fs;
use std::path::{Path, PathBuf};

use super::ann::{self, Annotation};
use super::gold::{Reader, Reading};
use super::note::{self, Note};
use super::problem::{EvalError, Problem};
use super::row::{ARMS, BOUNDS, ROLES, Row, SCOPES, checked};
use super::slots::Slots;

/// Reads a folder with all below it, or the one document that the file belongs to.
pub(super) fn read(path: &Path, reader: &Reader) -> Result<Reading, EvalError> {
    let mut files = Vec::new();
    if path.is_dir() {
        walk(path, &mut files)?;
        files.sort();
    } else {
        files.push(path.with_extension("ann"));
    }
    if files.is_empty() {
        return Err(EvalError::NoAnnotations(path.display().to_string()));
    }
    let root = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
    let mut reading = Reading { by_path: true, ..Reading::default() };
    for file in &files {
        document(file, root, reader, &mut reading)?;
    }
    complete(&mut reading.gold.rows);
    Ok(reading)
}

/// Hidden files are left out, as in every input; links to folders are not followed.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), EvalError> {
    let unreadable = |error| EvalError::unreadable(folder, error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type().map_err(unreadable)?.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "ann") {
            files.push(path);
        }
    }
    Ok(())
}

fn document(file: &Path, root: &Path, reader: &Reader, reading: &mut Reading) -> Result<(), EvalError> {
    let annotations = content(file)?;
    let text_file = file.with_extension("txt");
    let text = if text_file.exists() { Some(content(&text_file)?) } else { None };
    let doc = name(file, root);
    let mut problems = Vec::new();
    let found = ann::parse(&annotations, &mut |line, message| problems.push(Problem::new(file, line, message)));
    let characters: Option<Vec<char>> = text.as_ref().map(|text| text.chars().collect());
    for annotation in found {
        let Some(kind) = reader.kind(&annotation.label) else {
            *reading.other_kinds.entry(annotation.label).or_default() += 1;
            continue;
        };
        let row = Row { spans: annotation.spans.clone(), ..Row::new(&doc, kind, 0, 1, 0.0) };
        let row = agrees(&annotation, characters.as_deref()).and_then(|()| filled(row, &annotation, reader.any_value));
        match row {
            Ok(row) => reading.gold.rows.push(row),
            Err((line, message)) => problems.push(Problem::new(file, line, message)),
        }
    }
    problems.sort_by_key(|problem| problem.line);
    reading.problems.extend(problems);
    reading.texts.extend(text.map(|text| (doc.clone(), text)));
    reading.gold.documents.insert(doc);
    Ok(())
}

/// Lossy: a broken character keeps its place, and is told where it stands in an annotation.
fn content(file: &Path) -> Result<String, EvalError> {
    let bytes = fs::read(file).map_err(|error| EvalError::unreadable(file, error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// `folder/sub/a.ann` below `folder` is `sub/a`.
fn name(file: &Path, root: &Path) -> String {
    let name = file.strip_prefix(root).unwrap_or(file).with_extension("");
    let parts: Vec<_> = name.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// The words that the line repeats must be those of the text: places that count bytes or another text are caught here.
fn agrees(annotation: &Annotation, text: Option<&[char]>) -> Result<(), (usize, String)> {
    let Some(text) = text else { return Ok(()) };
    let fragments = annotation.spans.iter().map(|&[start, end]| text.get(start..end));
    let Some(fragments) = fragments.map(|part| Some(part?.iter().collect())).collect::<Option<Vec<String>>>() else {
        return Err((annotation.line, format!("ends behind the text, which has {} characters", text.len())));
    };
    let said = fragments.join(" ");
    let same = said.split_whitespace().eq(annotation.words.split_whitespace());
    let message = || format!("says {:?} where the text has {said:?}; count characters, not bytes", annotation.words);
    same.then_some(()).ok_or_else(|| (annotation.line, message()))
}

/// The row with what attributes and notes state.
fn filled(mut row: Row, annotation: &Annotation, any_value: bool) -> Result<Row, (usize, String)> {
    row.quote = Some(annotation.words.clone());
    row.scope = attribute(annotation, "scope", &SCOPES)?;
    row.role = attribute(annotation, "role", &ROLES)?;
    row.bound = attribute(annotation, "bound", &BOUNDS)?;
    row.approx = attribute(annotation, "approx", &["true", "false"])?.map(|said| said == "true");
    let note = noted(annotation)?;
    row.value = note.low.or(note.high).zip(note.high.or(note.low)).map(|(low, high)| [low, high]);
    row.slots = note.slots;
    if let Some(arm) = attribute(annotation, "arm", &ARMS)? {
        row.slots = Some(Slots { arm: Some(arm), ..row.slots.unwrap_or_default() });
    }
    if row.value.is_none() && !any_value {
        let fix = "add a note with it (`#1<tab>AnnotatorNotes T1<tab>30`), or score without values (--any-value)";
        return Err((annotation.line, format!("has no value; {fix}")));
    }
    Ok(row)
}

fn attribute(annotation: &Annotation, key: &str, known: &[&str]) -> Result<Option<String>, (usize, String)> {
    let said = annotation.attributes.get(key);
    said.map(|(line, said)| checked(key, said.clone(), known).map_err(|message| (*line, message))).transpose()
}

/// All notes together; what two of them state is that of the last.
fn noted(annotation: &Annotation) -> Result<Note, (usize, String)> {
    let mut all = Note::default();
    for (line, text) in &annotation.notes {
        let note = note::read(text).map_err(|message| (*line, message))?;
        all = Note { low: note.low.or(all.low), high: note.high.or(all.high), slots: note.slots.or(all.slots) };
    }
    Ok(all)
}

/// A binary attribute is only written where it holds: in a corpus that marks approximation at all, no mark is "exact".
/// The same goes for bounds.
fn complete(rows: &mut [Row]) {
    if rows.iter().any(|row| row.approx.is_some()) {
        rows.iter_mut().for_each(|row| row.approx = row.approx.or(Some(false)));
    }
    if rows.iter().any(|row| row.bound.is_some()) {
        rows.iter_mut().filter(|row| row.bound.is_none()).for_each(|row| row.bound = Some("exact".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClaimKind;

    fn corpus(files: &[(&str, &str)], reader: &Reader) -> Reading {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        read(folder.path(), reader).unwrap()
    }

    const TEXT: &str = "Naïve: about 30 adults took 5 mg of it, and a third relapsed.";
    const ANN: &str = "T1\tsample_size 13 22\t30 adults\n#1\tAnnotatorNotes T1\t30; group=adults\nA1\tapprox T1\n\
        A2\tscope T1 this_study\nA3\tarm T1 whole\nT2\tresponse_rate 44 51;52 60\ta third relapsed\n\
        #2\tAnnotatorNotes T2\t33.33\nT3\tDisease 0 5\tNaïve\n";

    #[test]
    fn a_corpus_is_read() {
        let reading = corpus(&[("b/one.txt", TEXT), ("b/one.ann", ANN), ("two.ann", "")], &Reader::default());
        assert_eq!(reading.problems, []);
        assert_eq!(reading.gold.documents.iter().collect::<Vec<_>>(), ["b/one", "two"]);
        assert_eq!(reading.other_kinds["Disease"], 1);
        assert_eq!(reading.texts["b/one"], TEXT);
        let [people, rate] = &reading.gold.rows[..] else { panic!("{:?}", reading.gold.rows) };
        assert_eq!((people.kind, people.value, people.start()), (ClaimKind::SampleSize, Some([30.0, 30.0]), 13));
        assert_eq!((people.scope.as_deref(), people.approx), (Some("this_study"), Some(true)));
        let slots = people.slots.as_ref().unwrap();
        assert_eq!((slots.arm.as_deref(), slots.texts[0].as_deref()), (Some("whole"), Some("adults")));
        assert_eq!((rate.approx, rate.scope.as_deref(), rate.bound.as_deref()), (Some(false), None, None));
        assert_eq!(rate.spans, [[44, 51], [52, 60]]);
    }

    #[test]
    fn bad_lines_are_told_with_file_and_line() {
        let ann = "T1\tsample_size 14 23\t30 adults\nT2\tdose 13 999\tx\nT3\tdose 13 15\t30\nT4\tdose 13 15\t30\n\
            A1\tscope T4 mine\n#1\tAnnotatorNotes T4\tvalue: many\n";
        let reading = corpus(&[("a.txt", TEXT), ("a.ann", ann)], &Reader::default());
        let told: Vec<_> = reading.problems.iter().map(|problem| (problem.line, &problem.message[..12])).collect();
        assert_eq!(told, [(1, "says \"30 adu"), (2, "ends behind "), (3, "has no value"), (5, "has the scop")]);
        assert!(reading.problems[0].to_string().contains("a.ann:1: says"));
        assert_eq!(reading.gold.rows, []);
    }

    #[test]
    fn values_may_be_dispensed_with() {
        let reader = Reader { any_value: true, labels: [("n".to_owned(), ClaimKind::SampleSize)].into() };
        let reading = corpus(&[("a.ann", "T1\tn 13 15\t30\n")], &reader);
        assert_eq!((reading.problems.len(), reading.gold.rows[0].value), (0, None));
    }

    #[test]
    fn one_file_is_a_corpus_and_an_empty_folder_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let error = read(folder.path(), &Reader::default()).unwrap_err().to_string();
        assert!(error.contains("holds no .ann file"), "{error}");
        fs::write(folder.path().join("a.ann"), ANN).unwrap();
        let reading = read(&folder.path().join("a.txt"), &Reader::default()).unwrap();
        assert_eq!((reading.gold.documents.first().map(String::as_str), reading.gold.rows.len()), (Some("a"), 2));
    }
}
