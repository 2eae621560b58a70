//! Records or their fingerprints in, trial groups out.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::blocking::Proposals;
use super::cluster::{self, EDGES_PER_ARTICLE, Edge};
use super::evidence::{Evidence, evidence};
use super::index::{Corpus, Entry};
use super::reasons::reasons;
use super::score::{COPY_WORDING, probability};
use super::vetoes::{shares_identifier, veto};
use crate::model::{Link, Record, TrialGroup};

/// Pairs less likely than this are forgotten.
const LEAST: f64 = 0.03;
/// Pairs in different groups at least this likely are reported as possibly the same trial.
const POSSIBLE: f64 = 0.3;
/// Without a name, number or rare word in common a pair is at most possibly the same trial.
const UNSPECIFIC_MOST: f64 = 0.35;

/// Groups records that report one trial: every record stands in exactly one group, groups sorted by id.
///
/// ```
/// use trialwire::link::{Fingerprinter, group};
/// use trialwire::model::{Article, Record};
///
/// let text = "Nurses who took melatonin slept 42 minutes longer, a trial of 326 nurses at Eastmoor University found.";
/// let fingerprinter = Fingerprinter::bundled();
/// let record = |id: &str| {
///     let article = Article { id: id.into(), text: text.into(), ..Article::default() };
///     Record { id: id.into(), fingerprint: fingerprinter.fingerprint(&article, &[], &[]), ..Record::default() }
/// };
/// let groups = group(&[record("b"), record("a")]);
/// assert_eq!(groups[0].articles, ["a", "b"]);
/// ```
pub fn group(records: &[Record]) -> Vec<TrialGroup> {
    Linker::new(records).groups()
}

/// The corpus in the compact form that linking needs: records can be dropped once it is made.
pub struct Linker {
    corpus: Corpus,
}

impl Linker {
    pub fn new<'r>(records: impl IntoIterator<Item = &'r Record>) -> Self {
        Self { corpus: Corpus::new(records.into_iter().map(|record| (record.id.as_str(), &record.fingerprint))) }
    }

    /// Every article in exactly one group; groups and articles sorted by id.
    pub fn groups(&self) -> Vec<TrialGroup> {
        let edges = self.edges();
        let labels = cluster::groups(self.corpus.entries.len(), &edges);
        let mut groups: BTreeMap<u32, TrialGroup> = BTreeMap::new();
        for (entry, &label) in self.corpus.entries.iter().zip(&labels) {
            let group =
                groups.entry(label).or_insert_with(|| TrialGroup { id: entry.id.to_string(), ..TrialGroup::default() });
            group.articles.push(entry.id.to_string());
        }
        self.add_links(&edges, &labels, &mut groups);
        self.add_possible(&edges, &labels, &mut groups);
        groups.into_values().collect()
    }

    /// The likeliest pairs of every article, sorted.
    fn edges(&self) -> Vec<Edge> {
        let proposals = Proposals::new(&self.corpus);
        let articles = 0..self.corpus.entries.len() as u32;
        let of_one = |promise: &mut Vec<f32>, at: u32| self.edges_of(at, &proposals.of(at, promise));
        let mut edges: Vec<Edge> =
            articles.into_par_iter().map_init(|| proposals.scratch(), of_one).flatten_iter().collect();
        edges.par_sort_unstable_by_key(|edge| (edge.a, edge.b));
        edges.dedup_by_key(|edge| (edge.a, edge.b));
        edges
    }

    fn edges_of(&self, at: u32, others: &[u32]) -> Vec<Edge> {
        let mut edges: Vec<Edge> = others.iter().filter_map(|&other| self.edge(at.min(other), at.max(other))).collect();
        edges.sort_unstable_by(|x, y| y.probability.total_cmp(&x.probability).then((x.a, x.b).cmp(&(y.a, y.b))));
        edges.truncate(EDGES_PER_ARTICLE);
        edges
    }

    fn edge(&self, a: u32, b: u32) -> Option<Edge> {
        let judged = self.judge(self.entry(a), self.entry(b));
        let (probability, likeness) = (judged.probability as f32, judged.evidence.words as f32);
        (judged.probability >= LEAST).then_some(Edge { a, b, probability, likeness, apart: judged.veto.is_some() })
    }

    fn entry(&self, at: u32) -> &Entry {
        &self.corpus.entries[at as usize]
    }

    pub(super) fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    pub(super) fn judge(&self, a: &Entry, b: &Entry) -> Judgement {
        let evidence = evidence(&self.corpus, a, b);
        let veto = veto(&self.corpus, a, b, &evidence);
        let mut probability = probability(&evidence);
        if shares_identifier(a, b) {
            probability = probability.max(IDENTIFIER_SCORE);
        } else if !is_specific(&evidence) {
            probability = probability.min(UNSPECIFIC_MOST);
        }
        Judgement { evidence, veto, probability }
    }

    /// The strongest ties that hold each group together: one less than it has articles.
    fn add_links(&self, edges: &[Edge], labels: &[u32], groups: &mut BTreeMap<u32, TrialGroup>) {
        let mut inside: Vec<&Edge> =
            edges.iter().filter(|edge| labels[edge.a as usize] == labels[edge.b as usize]).collect();
        inside.sort_by(|x, y| y.probability.total_cmp(&x.probability).then((x.a, x.b).cmp(&(y.a, y.b))));
        let mut joined: Vec<u32> = (0..labels.len() as u32).collect();
        for edge in inside {
            let (a, b) = (root(&mut joined, edge.a), root(&mut joined, edge.b));
            if a != b {
                joined[b as usize] = a;
                let Some(group) = groups.get_mut(&labels[edge.a as usize]) else { continue };
                group.links.push(self.link(edge));
                if evidence(&self.corpus, self.entry(edge.a), self.entry(edge.b)).wording >= COPY_WORDING {
                    group.copies.push(self.copy(edge));
                }
            }
        }
        for group in groups.values_mut() {
            group.links.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
            group.copies.sort();
        }
    }

    /// The strongest tie of each article to another group, told in both groups.
    fn add_possible(&self, edges: &[Edge], labels: &[u32], groups: &mut BTreeMap<u32, TrialGroup>) {
        let label = |at: u32| labels[at as usize];
        let possible =
            |edge: &&Edge| !edge.apart && f64::from(edge.probability) >= POSSIBLE && label(edge.a) != label(edge.b);
        let mut ties: Vec<&Edge> = edges.iter().filter(possible).collect();
        ties.sort_by(|x, y| y.probability.total_cmp(&x.probability).then((x.a, x.b).cmp(&(y.a, y.b))));
        let mut told = vec![false; labels.len()];
        ties.retain(|edge| {
            let news = !told[edge.a as usize] || !told[edge.b as usize];
            told[edge.a as usize] = true;
            told[edge.b as usize] = true;
            news
        });
        for edge in ties {
            let link = self.link(edge);
            for label in [label(edge.a), label(edge.b)] {
                groups.entry(label).and_modify(|group| group.possibly.push(link.clone()));
            }
        }
    }

    fn link(&self, edge: &Edge) -> Link {
        let (a, b) = (self.entry(edge.a), self.entry(edge.b));
        let judged = self.judge(a, b);
        let score = (judged.probability * 1000.0).round() / 1000.0;
        Link { a: a.id.to_string(), b: b.id.to_string(), score, reasons: reasons(&self.corpus, a, b, &judged.evidence) }
    }

    /// The later of two copies, and the one it copies.
    fn copy(&self, edge: &Edge) -> (String, String) {
        let (a, b) = (self.entry(edge.a), self.entry(edge.b));
        let later = |entry: &Entry| entry.days[0].unwrap_or(i32::MAX);
        let (original, copy) = if later(b) < later(a) { (b, a) } else { (a, b) };
        (copy.id.to_string(), original.id.to_string())
    }
}

/// What is thought of two articles.
pub(super) struct Judgement {
    pub evidence: Evidence,
    pub veto: Option<String>,
    pub probability: f64,
}

/// Rarity of a name or number that one article in 25 holds: a common one names nothing.
const SPECIFIC_RARITY: f64 = 3.2;

/// How sure a shared registration number or paper makes a pair.
const IDENTIFIER_SCORE: f64 = 0.97;

/// Whether something in common names this study and not merely its subject.
fn is_specific(evidence: &Evidence) -> bool {
    let ties = [evidence.quotations, evidence.people, evidence.journals, evidence.institutions, evidence.numbers];
    evidence.wording > 0.0
        || evidence.days.is_some_and(|days| days <= 7)
        || ties.iter().any(|tie| tie.shared >= SPECIFIC_RARITY)
}

fn root(joined: &mut [u32], mut at: u32) -> u32 {
    while joined[at as usize] != at {
        joined[at as usize] = joined[joined[at as usize] as usize];
        at = joined[at as usize];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Fingerprinter, explain};
    use crate::model::Article;

    const RELEASE: &str = "Moss extract eases hay fever in nurses\n\
        A spray made from bog moss cut sneezing by 37 per cent in 326 nurses with hay fever, according to a trial led by Eastmoor University.\n\
        The nurses used the moss spray or a placebo spray each morning for six weeks of the birch pollen season.\n\
        \"We were surprised that so plain a plant could calm the lining of the nose so quickly,\" said Professor Ida Fernley, who led the trial.\n\
        The findings are published in the journal Pollen Letters.";
    const NEWS: &str = "Could bog moss end your sneezing?\n\
        Hay fever sufferers may find relief in moss. Scientists at Eastmoor University gave 326 nurses a nasal spray of bog moss extract.\n\
        Those who sprayed every morning sneezed 37 per cent less than nurses given a placebo, they report in Pollen Letters.\n\
        Professor Ida Fernley said: \"We were surprised that so plain a plant could calm the lining of the nose so quickly.\"";
    const OTHER_TRIAL: &str = "Moss spray fails children with eczema\n\
        A cream of bog moss did nothing for eczema in 88 children, doctors at the University of Westhaven report in Annals of Skin Care.\n\
        The children's parents rubbed in moss cream or plain cream at bedtime for three months, and itching fell by 12 per cent in both groups.\n\
        \"Parents should not spend money on it,\" said Dr Tomas Birkett.";
    const REVIEW: &str = "Plant sprays for hay fever: a systematic review\n\
        This review sums up 41 studies of plant sprays for hay fever, among them butterbur, nettle and bog moss.\n\
        Most studies were small, and sneezing was counted in different ways. Larger work is needed, the reviewers write in Nose and Throat Quarterly.";
    const ROUND_UP: &str = "Health news in brief\n\
        Knitting helps wrists: people who knit daily had stronger wrists in a survey of 1,204 pensioners from Northby.\n\
        Late suppers and gout: eating after nine was tied to gout in a register of 58,300 sailors, researchers at Port Alder found.\n\
        Sneezing less: nurses with hay fever were helped by a moss spray.\n\
        Owls and sleep: villagers near owl nests slept 21 minutes less, the Institute of Night Studies says.";

    fn record(id: &str, text: &str) -> Record {
        let article = Article { id: id.into(), text: text.into(), ..Article::default() };
        Record {
            id: id.into(),
            fingerprint: Fingerprinter::bundled().fingerprint(&article, &[], &[]),
            ..Record::default()
        }
    }

    fn grouped(texts: &[(&str, &str)]) -> Vec<Vec<String>> {
        let records: Vec<Record> = texts.iter().map(|(id, text)| record(id, text)).collect();
        group(&records).into_iter().map(|group| group.articles).collect()
    }

    #[test]
    fn reports_of_one_trial_are_linked_with_reasons() {
        let groups = group(&[record("release", RELEASE), record("news", NEWS)]);
        assert_eq!(groups.len(), 1);
        let reasons = groups[0].links[0].reasons.join("; ");
        for expected in ["326 nurses", "plain a plant", "Fernley", "Eastmoor", "Pollen Letters"] {
            assert!(reasons.contains(expected), "{expected} in {reasons}");
        }
    }

    #[test]
    fn other_studies_of_the_subject_stand_alone() {
        for (id, text) in [("other", OTHER_TRIAL), ("review", REVIEW), ("roundup", ROUND_UP)] {
            let groups = grouped(&[("news", NEWS), (id, text), ("release", RELEASE)]);
            assert_eq!(groups, [vec!["news", "release"], vec![id]], "{id}");
        }
    }

    #[test]
    fn copies_are_one_source() {
        let copy = format!("By our own reporter\n{NEWS}");
        let groups = group(&[record("a", NEWS), record("b", &copy), record("c", RELEASE)]);
        assert_eq!(groups[0].copies, [("b".to_owned(), "a".to_owned())]);
        assert_eq!(groups[0].articles, ["a", "b", "c"]);
    }

    #[test]
    fn registration_numbers_decide() {
        let (one, other) = (format!("{NEWS}\nNCT00000001"), format!("{RELEASE}\nNCT00000002"));
        assert_eq!(grouped(&[("a", &one), ("b", &other)]).len(), 2);
        let same = "A plain note about the work.\nNCT00000001".to_owned();
        assert_eq!(grouped(&[("a", &one), ("b", &same)]).len(), 1);
        let told = explain(&record("a", &one), &record("b", &other), &[]);
        assert!(told.contains("not linked") && told.contains("different registration numbers"), "{told}");
    }

    #[test]
    fn the_order_of_the_records_does_not_matter() {
        let mut records: Vec<Record> =
            [("a", NEWS), ("b", RELEASE), ("c", OTHER_TRIAL), ("d", REVIEW), ("e", ROUND_UP)]
                .map(|(id, text)| record(id, text))
                .into();
        let groups = group(&records);
        for _ in 0..records.len() {
            records.rotate_left(1);
            assert_eq!(group(&records), groups);
        }
    }

    #[test]
    fn nothing_and_empty_texts_are_groups_of_their_own() {
        assert!(group(&[]).is_empty());
        assert_eq!(grouped(&[("a", ""), ("b", ""), ("c", "\u{feff}“")]), [["a"], ["b"], ["c"]]);
    }
}
