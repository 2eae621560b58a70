//! The ids of two articles and the corpus they stand in in, the case for and against linking them out, in words.

use super::groups::Linker;
use super::reasons::reasons;

impl Linker {
    /// Why two articles are or are not linked; `None` where one of them is not in the corpus.
    pub fn explain(&self, a: &str, b: &str) -> Option<String> {
        let corpus = self.corpus();
        let (a, b) = (corpus.position(a)?, corpus.position(b)?);
        let judged = self.judge(a, b);
        let (a, b) = (corpus.entry(a), corpus.entry(b));
        let has = |articles: &[String], id: &str| articles.iter().any(|article| article == id);
        let together = self.groups().any(|group| has(&group.articles, a.id) && has(&group.articles, b.id));
        let verdict = if together { "linked: one trial" } else { "not linked" };
        let mut lines = vec![format!("{} and {}: {verdict}", a.id, b.id)];
        lines.push(format!("score of the pair: {:.3}", judged.probability));
        lines.extend(judged.veto.map(|veto| format!("against: {veto}")));
        let for_it = reasons(corpus, &a, &b, &judged.evidence);
        lines.extend(for_it.into_iter().map(|reason| format!("for: {reason}")));
        lines.extend(judged.evidence.against().into_iter().map(|reason| format!("against: {reason}")));
        Some(lines.join("\n"))
    }
}
