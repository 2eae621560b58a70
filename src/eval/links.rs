//! Which document is about which study, and the groups predicted, in; pairwise and B-cubed scores out.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

use super::json_rows::objects;
use super::measures::{Score, f1};
use super::problem::{EvalError, Problem};
use super::row::doc;

/// How well documents are grouped by study.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LinkScores {
    pub documents: usize,
    pub studies: usize,
    pub groups: usize,
    /// Over pairs of documents; `gold` and `pred` count pairs.
    pub pairwise: Score,
    /// Over documents, each with its own precision and recall (Bagga & Baldwin 1998).
    pub b_cubed: [f64; 3],
}

/// Scores the output of `link --format jsonl` against lines of `doc` and `study`. A document in no group is alone.
///
/// # Errors
///
/// When a file cannot be read, has no usable line, or an article stands in two groups. Lines that cannot be used are
/// returned as problems.
pub fn score_links(gold: &Path, groups: &Path) -> Result<(LinkScores, Vec<Problem>), EvalError> {
    let mut problems = Vec::new();
    let studies: BTreeMap<String, String> =
        each(gold, &mut problems, |row| Ok((doc(row)?, name(row, "study")?)))?.into_iter().collect();
    if studies.is_empty() && problems.is_empty() {
        let fix = "write one object a line with \"doc\" and \"study\"";
        return Err(EvalError::Empty { path: gold.display().to_string(), what: "document", fix });
    }
    let mut group_of: HashMap<String, usize> = HashMap::new();
    for (at, articles) in each(groups, &mut problems, articles)?.into_iter().enumerate() {
        for article in articles {
            if group_of.insert(article.clone(), at).is_some() {
                return Err(EvalError::TwoGroups(article));
            }
        }
    }
    Ok((scores(&studies, &group_of), problems))
}

fn scores(studies: &BTreeMap<String, String>, group_of: &HashMap<String, usize>) -> LinkScores {
    let mut by_study: HashMap<&str, usize> = HashMap::new();
    let mut by_group: HashMap<Result<usize, &str>, usize> = HashMap::new();
    let mut by_both: HashMap<(&str, Result<usize, &str>), usize> = HashMap::new();
    // A document in no group is a group of its own.
    let group = |doc: &'_ String| group_of.get(doc).copied().ok_or(doc.clone());
    let groups: Vec<_> = studies.keys().map(group).collect();
    let members = || studies.values().zip(&groups).map(|(study, group)| (study.as_str(), group.as_ref().copied()));
    for (study, group) in members().map(|(study, group)| (study, group.map_err(String::as_str))) {
        *by_study.entry(study).or_default() += 1;
        *by_group.entry(group).or_default() += 1;
        *by_both.entry((study, group)).or_default() += 1;
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for (study, group) in members().map(|(study, group)| (study, group.map_err(String::as_str))) {
        let both = by_both[&(study, group)] as f64;
        precision += both / by_group[&group] as f64;
        recall += both / by_study[study] as f64;
    }
    let n = studies.len().max(1) as f64;
    let [p, r] = [precision / n, recall / n];
    let (right, predicted) = (pairs(by_both.values()), pairs(by_group.values()));
    let gold = pairs(by_study.values());
    LinkScores {
        documents: studies.len(),
        studies: by_study.len(),
        groups: by_group.len(),
        pairwise: pairwise(right, predicted, gold),
        b_cubed: [p, r, f1(p, r)],
    }
}

/// No pair claimed is none claimed wrongly, no pair to find is none missed.
fn pairwise(right: usize, pred: usize, gold: usize) -> Score {
    let [p, r] = [pred, gold].map(|of| if of == 0 { 1.0 } else { right as f64 / of as f64 });
    Score { p, r, f1: f1(p, r), gold, pred }
}

fn pairs<'n>(sizes: impl Iterator<Item = &'n usize>) -> usize {
    sizes.map(|n| n * (n - 1) / 2).sum()
}

fn articles(row: &Map<String, Value>) -> Result<Vec<String>, String> {
    let list = row.get("articles").and_then(Value::as_array);
    let ids = list.map(|list| list.iter().map(|id| id.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>());
    ids.flatten().ok_or("has no list of \"articles\"; give the output of `trialwire link --format jsonl`".to_owned())
}

fn name(row: &Map<String, Value>, key: &str) -> Result<String, String> {
    let name = row.get(key).and_then(Value::as_str);
    name.map(str::to_owned).ok_or(format!("has no {key:?}; name it in a string"))
}

/// Reads every line with `read`; what it cannot use becomes a problem.
fn each<T>(
    path: &Path,
    problems: &mut Vec<Problem>,
    read: impl Fn(&Map<String, Value>) -> Result<T, String>,
) -> Result<Vec<T>, EvalError> {
    let found = objects(path)?;
    problems.extend(found.problems);
    let mut rows = Vec::new();
    for (line, object) in &found.rows {
        match read(object) {
            Ok(row) => rows.push(row),
            Err(message) => problems.push(Problem::new(path, *line, message)),
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(gold: &[(&str, &str)], groups: &[(&str, usize)]) -> LinkScores {
        let gold = gold.iter().map(|(doc, study)| (doc.to_string(), study.to_string())).collect();
        scores(&gold, &groups.iter().map(|(doc, group)| (doc.to_string(), *group)).collect())
    }

    #[test]
    fn a_group_split_and_a_stranger_let_in() {
        let gold = [("a", "x"), ("b", "x"), ("c", "x"), ("d", "y")];
        let scored = scored(&gold, &[("a", 0), ("b", 0), ("d", 0), ("elsewhere", 0)]);
        assert_eq!((scored.documents, scored.studies, scored.groups), (4, 2, 2));
        assert_eq!((scored.pairwise.gold, scored.pairwise.pred), (3, 3));
        assert_eq!([scored.pairwise.p, scored.pairwise.r].map(|x| format!("{x:.3}")), ["0.333", "0.333"]);
        let expected =
            [(2.0 / 3.0 + 2.0 / 3.0 + 1.0 + 1.0 / 3.0) / 4.0, (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0 + 1.0) / 4.0];
        assert_eq!(scored.b_cubed[..2], expected);
    }

    #[test]
    fn all_alone_is_right_where_nothing_belongs_together() {
        let scored = scored(&[("a", "x"), ("b", "y")], &[]);
        assert_eq!((scored.pairwise.f1, scored.b_cubed[2], scored.groups), (1.0, 1.0, 2));
    }
}
