//! Records or their fingerprints in, trial groups out.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::blocking::Proposals;
use super::cluster::{self, Groups};
use super::evidence::{Evidence, evidence};
use super::index::{Collector, Corpus};
use super::packed::Entry;
use super::reasons::reasons;
use super::score::{COPY_WORDING, probability};
use super::syndicated::originals;
use super::ties::{self, Tie, Ties};
use super::vetoes::{shares_identifier, shares_name, veto};
use crate::model::{Link, Record, TrialGroup};

/// Pairs less likely than this are forgotten.
const LEAST: f64 = 0.03;
/// Pairs in different groups at least this likely are reported as possibly the same trial.
const POSSIBLE: f64 = 0.3;
/// Without a name, number or rare word in common a pair is at most possibly the same trial.
const UNSPECIFIC_MOST: f64 = 0.35;
/// Articles whose pairs are compared between two stops: enough for every thread, few enough to hold.
const BATCH_ARTICLES: usize = 4096;

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
    Linker::new(records).groups().collect()
}

/// The corpus in the compact form that linking needs: records can be dropped once it is made.
pub struct Linker {
    corpus: Corpus,
}

impl From<Collector> for Linker {
    fn from(collector: Collector) -> Self {
        Self { corpus: collector.finish() }
    }
}

impl Linker {
    pub fn new<'r>(records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut collector = Collector::default();
        records.into_iter().for_each(|record| collector.add(&record.id, &record.fingerprint));
        collector.into()
    }

    /// Every article in exactly one group; groups and articles sorted by id.
    pub fn groups(&self) -> impl Iterator<Item = TrialGroup> + Send + '_ {
        let originals = originals(&self.corpus);
        let ties = self.ties(&originals);
        let Groups { mut labels, mut joins } = cluster::groups(&ties);
        for (copy, &original) in (0u32..).zip(&originals).filter(|(copy, original)| copy != *original) {
            labels[copy as usize] = labels[original as usize];
            joins.push((original, copy));
        }
        let possible = possible(&ties, &labels);
        drop(ties);
        let mut inside: Vec<Labelled> =
            joins.iter().map(|&(a, b)| Labelled { label: labels[a as usize], a, b }).collect();
        inside.sort_unstable_by_key(|tie| (tie.label, tie.a, tie.b));
        let mut order: Vec<u32> = (0..labels.len() as u32).collect();
        order.sort_unstable_by_key(|&at| (labels[at as usize], at));
        let mut from = 0;
        std::iter::from_fn(move || {
            let label = labels[*order.get(from)? as usize];
            let members = order[from..].iter().take_while(|&&at| labels[at as usize] == label).count();
            from += members;
            Some(self.trial_group(&order[from - members..from], of_label(&inside, label), of_label(&possible, label)))
        })
    }

    /// The likeliest pairs of every article that is no copy of a widely printed one.
    fn ties(&self, originals: &[u32]) -> Ties {
        let articles: Vec<u32> =
            (0u32..).zip(originals).filter(|(at, original)| at == *original).map(|(at, _)| at).collect();
        let proposals = Proposals::new(&self.corpus, &articles);
        let every: Vec<u32> = (0..self.corpus.len() as u32).collect();
        let of_one = |promise: &mut Vec<u32>, &at: &u32| {
            if originals[at as usize] == at { self.ties_of(at, &proposals.of(at, promise)) } else { Vec::new() }
        };
        let scratch = || proposals.scratch();
        let batches = every.chunks(BATCH_ARTICLES);
        Ties::new(batches.flat_map(|batch| batch.par_iter().map_init(scratch, of_one).collect::<Vec<_>>()))
    }

    fn ties_of(&self, at: u32, others: &[u32]) -> Vec<Tie> {
        let tie = |&other: &u32| {
            let judged = self.judge(at.min(other), at.max(other));
            let likeness = judged.veto.is_none().then_some(judged.evidence.words);
            (judged.probability >= LEAST).then(|| Tie::new(other, judged.probability, likeness))
        };
        others.iter().filter_map(tie).collect()
    }

    pub(super) fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The articles at two places.
    pub(super) fn judge(&self, a: u32, b: u32) -> Judgement {
        let (a, b) = (self.corpus.entry(a), self.corpus.entry(b));
        let evidence = evidence(&self.corpus, &a, &b);
        let veto = veto(&a, &b, &evidence);
        let mut probability = probability(&evidence);
        if shares_identifier(&a, &b) {
            probability = probability.max(IDENTIFIER_SCORE);
        } else if shares_name(&a, &b) {
            probability = probability.max(NAME_SCORE);
        } else if !is_specific(&evidence) {
            probability = probability.min(UNSPECIFIC_MOST);
        }
        Judgement { evidence, veto, probability }
    }

    fn trial_group(&self, members: &[u32], inside: &[Labelled], possible: &[Labelled]) -> TrialGroup {
        let articles: Vec<String> = members.iter().map(|&at| self.corpus.entry(at).id.to_owned()).collect();
        let mut copies: Vec<(String, String)> = inside.iter().filter_map(|tie| self.copy(tie)).collect();
        copies.sort();
        TrialGroup {
            id: articles.first().cloned().unwrap_or_default(),
            articles,
            links: inside.iter().map(|tie| self.link(tie)).collect(),
            copies,
            possibly: possible.iter().map(|tie| self.link(tie)).collect(),
        }
    }

    fn link(&self, tie: &Labelled) -> Link {
        let judged = self.judge(tie.a, tie.b);
        let (a, b) = (self.corpus.entry(tie.a), self.corpus.entry(tie.b));
        let score = (judged.probability * 1000.0).round() / 1000.0;
        let reasons = reasons(&self.corpus, &a, &b, &judged.evidence);
        Link { a: a.id.to_owned(), b: b.id.to_owned(), score, reasons }
    }

    /// The later of two copies, and the one it copies.
    fn copy(&self, tie: &Labelled) -> Option<(String, String)> {
        let (a, b) = (self.corpus.entry(tie.a), self.corpus.entry(tie.b));
        let later = |entry: &Entry| entry.days[0].unwrap_or(i32::MAX);
        let (original, copy) = if later(&b) < later(&a) { (b, a) } else { (a, b) };
        let copied = evidence(&self.corpus, &a, &b).wording >= COPY_WORDING;
        copied.then(|| (copy.id.to_owned(), original.id.to_owned()))
    }
}

/// A tie that is told in the group of this label.
#[derive(Clone, Copy)]
struct Labelled {
    label: u32,
    a: u32,
    b: u32,
}

/// The part of a list sorted by label that has this one.
fn of_label(ties: &[Labelled], label: u32) -> &[Labelled] {
    let start = ties.partition_point(|tie| tie.label < label);
    let length = ties[start..].partition_point(|tie| tie.label == label);
    &ties[start..start + length]
}

/// The strongest tie of each article to another group, told in both groups: by label, the strongest first.
fn possible(ties: &Ties, labels: &[u32]) -> Vec<Labelled> {
    let label = |at: u32| labels[at as usize];
    let strongest = |at: u32| {
        let outside = ties.of(at).filter(|tie| {
            tie.likeness().is_some()
                && ties::probability(tie.probability()) >= POSSIBLE
                && label(at) != label(tie.other())
        });
        let ends = |tie: &Tie| (at.min(tie.other()), at.max(tie.other()));
        outside.map(|tie| (Reverse(tie.probability()), ends(tie))).min()
    };
    let mut strongest: Vec<_> = (0..ties.articles()).filter_map(strongest).collect();
    strongest.sort_unstable();
    strongest.dedup();
    let at_both = |(_, (a, b))| [label(a), label(b)].map(|label| Labelled { label, a, b });
    let mut possible: Vec<Labelled> = strongest.into_iter().flat_map(at_both).collect();
    possible.sort_by_key(|tie| tie.label);
    possible
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
/// The same for the name of a trial: another trial may go by it.
const NAME_SCORE: f64 = 0.6;

/// Whether something in common names this study and not merely its subject.
fn is_specific(evidence: &Evidence) -> bool {
    let ties = [evidence.quotations, evidence.people, evidence.journals, evidence.institutions, evidence.numbers];
    evidence.wording > 0.0
        || evidence.days.is_some_and(|days| days <= 7)
        || ties.iter().any(|tie| tie.telling >= SPECIFIC_RARITY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Fingerprinter;
    use crate::model::{Article, Design, Fingerprint, Key, KeyKind};

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
    fn a_text_printed_everywhere_is_one_source() {
        let copies = (0..300).map(|n| (format!("copy{n:03}"), format!("By our reporter in town {n}\n{NEWS}")));
        let others = [("a release".to_owned(), RELEASE.to_owned()), ("other".to_owned(), OTHER_TRIAL.to_owned())];
        let records: Vec<Record> = others.into_iter().chain(copies).map(|(id, text)| record(&id, &text)).collect();
        let groups = group(&records);
        let sizes: Vec<_> = groups.iter().map(|group| (group.id.as_str(), group.articles.len())).collect();
        assert_eq!(sizes[..], [("a release", 301), ("other", 1)]);
        assert_eq!((groups[0].copies.len(), groups[0].links.len()), (299, 300));
    }

    #[test]
    fn registration_numbers_decide() {
        let (one, other) = (format!("{NEWS}\nNCT00000001"), format!("{RELEASE}\nNCT00000002"));
        assert_eq!(grouped(&[("a", &one), ("b", &other)]).len(), 2);
        let same = "A plain note about the work.\nNCT00000001".to_owned();
        assert_eq!(grouped(&[("a", &one), ("b", &same)]).len(), 1);
        let linker = Linker::new(&[record("a", &one), record("b", &other)]);
        let told = linker.explain("a", "b").unwrap();
        assert!(told.contains("not linked") && told.contains("different registration numbers"), "{told}");
    }

    /// Groups of two reports of one trial when each says something more of it.
    fn groups_when(release: impl Fn(&mut Fingerprint), news: impl Fn(&mut Fingerprint)) -> usize {
        let mut records = [record("news", NEWS), record("release", RELEASE)];
        news(&mut records[0].fingerprint);
        release(&mut records[1].fingerprint);
        group(&records).len()
    }

    #[test]
    fn other_phases_designs_and_drugs_stand_apart() {
        let phase = |phase: u8| move |fingerprint: &mut Fingerprint| fingerprint.phases = vec![phase];
        assert_eq!([groups_when(phase(2), phase(3)), groups_when(phase(2), phase(2))], [2, 1]);
        let design = |design: Design| move |fingerprint: &mut Fingerprint| fingerprint.design = Some(design);
        let (trial, review) = (Design::Trial, Design::Review);
        assert_eq!([groups_when(design(trial), design(review)), groups_when(design(trial), design(trial))], [2, 1]);
        let drugs = |ids: &'static [&'static str]| {
            move |fingerprint: &mut Fingerprint| {
                let key = |id: &&str| Key { kind: KeyKind::Drug, value: (*id).into(), shown: (*id).into() };
                fingerprint.keys.extend(ids.iter().map(key));
                fingerprint.keys.sort();
            }
        };
        assert_eq!([groups_when(drugs(&["a"]), drugs(&["b"])), groups_when(drugs(&["a"]), drugs(&["a"]))], [2, 1]);
        assert_eq!(groups_when(drugs(&["a"]), drugs(&["b", "c"])), 1);
    }

    #[test]
    fn a_year_between_two_reports_needs_more_than_a_shared_subject() {
        let on = |day: i32| move |fingerprint: &mut Fingerprint| fingerprint.days = vec![day];
        let of_subject = |day: i32| {
            move |fingerprint: &mut Fingerprint| {
                fingerprint.days = vec![day];
                fingerprint.keys.clear();
                fingerprint.sketch.clear();
            }
        };
        assert_eq!(groups_when(on(0), on(2)), 1);
        assert_eq!(groups_when(of_subject(0), of_subject(400)), 2);
    }

    #[test]
    fn the_name_of_the_trial_ties_a_record_of_a_registry_to_the_news() {
        let named = NEWS.replace("Scientists", "In the MOSSBED trial, scientists");
        let registered = "MOSSBED: nasal moss for allergic rhinitis\nEnrolment: 412 participants in the MOSSBED trial.\nPrimary outcome: total nasal symptom score at six weeks.";
        assert_eq!(grouped(&[("news", &named), ("registry", registered)]).len(), 1);
        let other = registered.replace("MOSSBED", "FERNBED");
        assert_eq!(grouped(&[("news", &named), ("registry", &other)]).len(), 2);
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
