//! The lines of a brat `.ann` file in, its text-bound annotations with their attributes and notes out.
//!
//! Format: <https://brat.nlplab.org/standoff.html>. Relations, events, normalisations and equivalences are passed over.

use std::collections::{BTreeMap, HashMap};

/// One `T` line with the `A` (or `M`) and `#` lines that refer to it.
#[derive(Debug, PartialEq)]
pub(super) struct Annotation {
    /// Line in the file, from 1.
    pub line: usize,
    /// The type: a kind of claim, or a label that is mapped to one.
    pub label: String,
    /// Half-open, in code points, rising.
    pub spans: Vec<[usize; 2]>,
    /// The words, as the file repeats them.
    pub words: String,
    /// Attribute → (line, value); a binary attribute has the value "true".
    pub attributes: BTreeMap<String, (usize, String)>,
    /// The text of each `AnnotatorNotes` line, with its line.
    pub notes: Vec<(usize, String)>,
}

/// Reads the annotations; what is wrong with a line goes to `problem`.
pub(super) fn parse(file: &str, problem: &mut dyn FnMut(usize, String)) -> Vec<Annotation> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let lines = || file.lines().enumerate().map(|(at, line)| (at + 1, line.trim_end_matches('\r')));
    let mut found: Vec<Annotation> = Vec::new();
    let mut by_id: HashMap<&str, Option<usize>> = HashMap::new();
    for (line, content) in lines().filter(|(_, content)| content.starts_with('T')) {
        let id = content.split('\t').next().unwrap_or(content);
        if by_id.contains_key(id) {
            problem(line, format!("uses the id {id} again; number it anew"));
            continue;
        }
        match text_bound(line, content) {
            Ok(annotation) => {
                by_id.insert(id, Some(found.len()));
                found.push(annotation);
            }
            Err(message) => {
                // What refers to it is not told as a second mistake.
                by_id.insert(id, None);
                problem(line, message);
            }
        }
    }
    for (line, content) in lines() {
        if let Err(message) = refer(line, content, &by_id, &mut found) {
            problem(line, message);
        }
    }
    found
}

/// `T1<tab>sample_size 10 19;25 30<tab>30 adults …`
fn text_bound(line: usize, content: &str) -> Result<Annotation, String> {
    let shape = || "is not `T1<tab>kind start end<tab>words`; both separators are tabs".to_owned();
    let mut columns = content.splitn(3, '\t');
    let (_, place, words) = (columns.next(), columns.next().ok_or_else(shape)?, columns.next().ok_or_else(shape)?);
    let (label, places) = place.split_once(' ').ok_or_else(shape)?;
    let mut spans = places.split(';').map(fragment).collect::<Result<Vec<_>, _>>()?;
    spans.sort_unstable();
    let [label, words] = [label, words].map(str::to_owned);
    Ok(Annotation { line, label, spans, words, attributes: BTreeMap::new(), notes: Vec::new() })
}

fn fragment(place: &str) -> Result<[usize; 2], String> {
    let ends = place.trim().split_once(' ').and_then(|(start, end)| Some([start.parse().ok()?, end.parse().ok()?]));
    match ends {
        Some([start, end]) if start < end => Ok([start, end]),
        _ => Err(format!("has the place {place:?}; give `start end` in characters, end exclusive")),
    }
}

/// Takes an attribute or a note to the annotation it is of.
fn refer(
    line: usize,
    content: &str,
    by_id: &HashMap<&str, Option<usize>>,
    found: &mut [Annotation],
) -> Result<(), String> {
    let mut columns = content.splitn(3, '\t');
    let (sort, about, note) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""), columns.next());
    let mut words = about.splitn(3, ' ');
    let (name, target, value) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next());
    match sort.chars().next() {
        Some('A' | 'M' | '#') if target.starts_with('T') => {
            let Some(known) = by_id.get(target) else {
                return Err(format!("is about {target}, which is not in the file; correct the id or delete the line"));
            };
            let Some(annotation) = known.and_then(|at| found.get_mut(at)) else { return Ok(()) };
            if sort.starts_with('#') {
                annotation.notes.extend(note.filter(|_| name == "AnnotatorNotes").map(|note| (line, note.to_owned())));
            } else {
                annotation.attributes.insert(name.to_lowercase(), (line, value.unwrap_or("true").to_owned()));
            }
            Ok(())
        }
        Some('A' | 'M') if target.is_empty() => Err("is not `A1<tab>name T1 value`".to_owned()),
        Some('T' | 'A' | 'M' | '#' | 'R' | 'E' | 'N' | '*') | None => Ok(()),
        Some(_) if content.trim().is_empty() => Ok(()),
        Some(_) => Err("begins like no line of brat stand-off (T, A, M, #, R, E, N, *)".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> (Vec<Annotation>, Vec<(usize, String)>) {
        let mut problems = Vec::new();
        let found = parse(file, &mut |line, message| problems.push((line, message)));
        (found, problems)
    }

    #[test]
    fn annotations_get_their_attributes_and_notes_in_any_order() {
        let file = "A1\tScope T1 this_study\nT1\tsample_size 4 13\t30 adults\r\nA2\tapprox T1\n#1\tAnnotatorNotes T1\t30\n\
            #2\tOther T1\tno\nR1\tof Arg1:T1 Arg2:T1\n*\tEquiv T1 T1\n\nT2\tdose 20 22;25 30\t5 mg/kg\n";
        let (found, problems) = read(file);
        assert_eq!(problems, []);
        assert_eq!((found[0].label.as_str(), found[0].words.as_str(), found[0].line), ("sample_size", "30 adults", 2));
        assert_eq!(found[0].attributes["scope"], (1, "this_study".to_owned()));
        assert_eq!(found[0].attributes["approx"], (3, "true".to_owned()));
        assert_eq!(found[0].notes, [(4, "30".to_owned())]);
        assert_eq!(found[1].spans, [[20, 22], [25, 30]]);
    }

    #[test]
    fn bad_lines_are_told_once() {
        let cases = [
            ("T1 sample_size 4 13 30 adults", "is not `T1<tab>kind start end<tab>words`"),
            ("T1\tsample_size\t30", "is not `T1<tab>kind"),
            ("T1\tsample_size 9 4\tx\nA1\tscope T1 other", "has the place \"9 4\""),
            ("T1\tsample_size 4 5;7\tx", "has the place \"7\""),
            ("A1\tscope T9 this_study", "is about T9, which is not in the file"),
            ("A1\tscope", "is not `A1<tab>name T1 value`"),
            ("hello", "begins like no line"),
            ("T1\tdose 1 2\tx\nT1\tdose 1 2\tx", "uses the id T1 again"),
        ];
        for (file, message) in cases {
            let (_, problems) = read(file);
            assert_eq!(problems.len(), 1, "{file}: {problems:?}");
            assert!(problems[0].1.starts_with(message), "{problems:?}");
        }
    }
}
