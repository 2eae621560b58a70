//! Two records and the corpus they stand in in, the case for and against linking them out, in words.

use super::groups::Linker;
use super::reasons::reasons;
use crate::model::Record;

/// Why two articles are or are not linked; `records` are all articles that are linked together, these two among them or not.
pub fn explain(a: &Record, b: &Record, records: &[Record]) -> String {
    let missing = [a, b].into_iter().filter(|one| records.iter().all(|record| record.id != one.id));
    let linker = Linker::new(records.iter().chain(missing));
    let corpus = linker.corpus();
    let (Some(at_a), Some(at_b)) = (corpus.position(&a.id), corpus.position(&b.id)) else { return String::new() };
    let judged = linker.judge(&corpus.entries[at_a], &corpus.entries[at_b]);
    let groups = linker.groups();
    let together = groups.iter().any(|group| group.articles.contains(&a.id) && group.articles.contains(&b.id));
    let verdict = if together { "linked: one trial" } else { "not linked" };
    let mut lines = vec![format!("{} and {}: {verdict}", a.id, b.id)];
    lines.push(format!("score of the pair: {:.3}", judged.probability));
    lines.extend(judged.veto.map(|veto| format!("against: {veto}")));
    let for_it = reasons(corpus, &corpus.entries[at_a], &corpus.entries[at_b], &judged.evidence);
    lines.extend(for_it.into_iter().map(|reason| format!("for: {reason}")));
    lines.extend(judged.evidence.against().into_iter().map(|reason| format!("against: {reason}")));
    lines.join("\n")
}
