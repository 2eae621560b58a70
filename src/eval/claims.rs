//! Gold and predicted claims in, scores by kind, accuracies, the confusion table and the mistakes out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

use super::confusion::Confusion;
use super::context::Texts;
use super::gold::Gold;
use super::matching::{Overlap, is_core, matched, overlaps, same_value};
use super::measures::{Accuracy, Score};
use super::mistakes::{Collector, Fault, Mistake, Mistakes};
use super::row::{KINDS, Row};
use super::slots::{SlotScores, SlotTally};
use crate::model::ClaimKind;

/// Scores predictions against the gold, over the documents of the gold.
pub fn score(gold: &Gold, predictions: &[Row], options: &Options) -> Evaluation {
    let wanted = |row: &&Row| options.kinds.is_empty() || options.kinds.contains(&row.kind);
    let mut by_document: BTreeMap<&str, [Vec<&Row>; 2]> = BTreeMap::new();
    for doc in &gold.documents {
        by_document.entry(doc).or_default();
    }
    for claim in gold.rows.iter().filter(wanted) {
        by_document.entry(&claim.doc).or_default()[0].push(claim);
    }
    let mut elsewhere = BTreeSet::new();
    for prediction in predictions.iter().filter(wanted) {
        match by_document.get_mut(prediction.doc.as_str()) {
            Some(rows) => rows[1].push(prediction),
            None => drop(elsewhere.insert(prediction.doc.as_str())),
        }
    }
    let mut tally = Tally::new(options);
    for [gold, pred] in by_document.values() {
        tally.document(gold, pred);
    }
    tally.finish(by_document.len(), elsewhere.len(), &options.texts)
}

/// How to score. The default asks for kind, place and value of every kind, and lists no mistakes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Kinds to score; empty for all. For a gold that annotates only some.
    pub kinds: Vec<ClaimKind>,
    /// Kind and place are enough. For a gold without values.
    pub any_value: bool,
    /// Mistakes to list, of each sort.
    pub errors: usize,
    /// For the words around each mistake.
    pub texts: Texts,
}

/// All that is known of how good a run is.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// Documents of the gold.
    pub documents: usize,
    /// Documents with predictions that the gold does not cover: not scored.
    pub other_documents: usize,
    /// By kind, then CORE, ALL and figure.
    #[serde(serialize_with = "as_map")]
    pub scores: Vec<(&'static str, Score)>,
    pub accuracy: Accuracy,
    pub confusion: Confusion,
    /// Where the gold has slots.
    pub slots: Option<SlotScores>,
    pub mistakes: Vec<Mistakes>,
}

impl Evaluation {
    /// The kinds pooled.
    pub fn all(&self) -> Score {
        self.named("ALL")
    }

    /// The score of that name; zero for a kind that occurs in neither file.
    pub fn named(&self, name: &str) -> Score {
        self.scores.iter().find(|(known, _)| *known == name).map(|(_, score)| *score).unwrap_or_default()
    }
}

fn as_map<S: Serializer>(scores: &[(&'static str, Score)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(scores.iter().copied())
}

/// Right, predicted, gold.
type Counts = [usize; 3];

struct Tally {
    any_value: bool,
    kinds: BTreeMap<ClaimKind, Counts>,
    figure: Counts,
    accuracy: Accuracy,
    confusion: Confusion,
    slots: SlotTally,
    mistakes: Collector,
}

impl Tally {
    fn new(options: &Options) -> Self {
        Self {
            any_value: options.any_value,
            kinds: BTreeMap::new(),
            figure: [0; 3],
            accuracy: Accuracy::default(),
            confusion: Confusion::default(),
            slots: SlotTally::default(),
            mistakes: Collector::new(options.errors),
        }
    }

    fn document(&mut self, gold: &[&Row], pred: &[&Row]) {
        let found = overlaps(gold, pred);
        let sizes = [gold.len(), pred.len()];
        let same = |o: Overlap| self.any_value || same_value(gold[o.gold], pred[o.pred]);
        let right = matched(&found, sizes, |o| gold[o.gold].kind == pred[o.pred].kind && same(o));
        let figures = matched(&found, sizes, same);
        self.count(gold, pred, &right);
        self.figure = [self.figure[0] + figures.len(), self.figure[1] + pred.len(), self.figure[2] + gold.len()];
        self.confuse(gold, pred, &figures);
        for &[i, j] in &right {
            self.attributes(gold[i], pred[j]);
        }
        self.slots.document(gold, pred, &found, self.any_value, &mut self.mistakes);
        self.list(gold, pred, &right, &found);
    }

    fn count(&mut self, gold: &[&Row], pred: &[&Row], right: &[[usize; 2]]) {
        right.iter().for_each(|pair| self.kinds.entry(gold[pair[0]].kind).or_default()[0] += 1);
        pred.iter().for_each(|row| self.kinds.entry(row.kind).or_default()[1] += 1);
        gold.iter().for_each(|row| self.kinds.entry(row.kind).or_default()[2] += 1);
    }

    fn confuse(&mut self, gold: &[&Row], pred: &[&Row], figures: &[[usize; 2]]) {
        let [alone, extra] = unmatched(gold.len(), pred.len(), figures);
        figures.iter().for_each(|&[i, j]| self.confusion.add(Some(gold[i].kind), Some(pred[j].kind)));
        alone.iter().for_each(|&i| self.confusion.add(Some(gold[i].kind), None));
        extra.iter().for_each(|&j| self.confusion.add(None, Some(pred[j].kind)));
    }

    fn attributes(&mut self, gold: &Row, pred: &Row) {
        let this_study = |row: &Row| row.scope.as_deref().map(|scope| scope == "this_study");
        let scope = this_study(gold).map(|said| said == this_study(pred).unwrap_or(false));
        let of_people = gold.role.is_some() && gold.kind == ClaimKind::SampleSize;
        let role = of_people.then(|| gold.role == pred.role);
        let bound = gold.bound.is_some().then(|| gold.bound == pred.bound);
        let approx = gold.approx.is_some().then(|| gold.approx == pred.approx);
        let truth = |row: &Row| row.approx.map(|approx| approx.to_string());
        let sides = |of: fn(&Row) -> Option<String>| [of(gold), of(pred)];
        for (fault, share, right, said) in [
            (Fault::Scope, &mut self.accuracy.scope, scope, sides(|row| row.scope.clone())),
            (Fault::Role, &mut self.accuracy.role, role, sides(|row| row.role.clone())),
            (Fault::Bound, &mut self.accuracy.bound, bound, sides(|row| row.bound.clone())),
            (Fault::Approx, &mut self.accuracy.approx, approx, [truth(gold), truth(pred)]),
        ] {
            let Some(right) = right else { continue };
            share.add(right);
            if !right {
                let [gold_said, pred_said] = said;
                self.mistakes.add(fault, || Mistake::new(gold, gold_said, pred_said));
            }
        }
    }

    fn list(&mut self, gold: &[&Row], pred: &[&Row], right: &[[usize; 2]], found: &[Overlap]) {
        let [missed, alarms] = unmatched(gold.len(), pred.len(), right);
        let reading = |row: &Row| format!("{} {}", row.kind.name(), row.value_text());
        let (mut read_as, mut really) = (BTreeMap::new(), BTreeMap::new());
        for overlap in found {
            read_as.entry(overlap.gold).or_insert(overlap.pred);
            really.entry(overlap.pred).or_insert(overlap.gold);
        }
        for i in missed {
            let instead = || read_as.get(&i).map(|&j| reading(pred[j]));
            self.mistakes.add(Fault::Missed, || Mistake::new(gold[i], Some(reading(gold[i])), instead()));
        }
        for j in alarms {
            let instead = || really.get(&j).map(|&i| reading(gold[i]));
            self.mistakes.add(Fault::FalseAlarm, || Mistake::new(pred[j], instead(), Some(reading(pred[j]))));
        }
    }

    fn finish(self, documents: usize, other_documents: usize, texts: &Texts) -> Evaluation {
        let of = |kind: &ClaimKind| self.kinds.get(kind).copied();
        let pooled = |keep: fn(ClaimKind) -> bool| {
            let kept = self.kinds.iter().filter(|(kind, _)| keep(**kind));
            kept.fold([0; 3], |sum: Counts, (_, counts)| std::array::from_fn(|at| sum[at] + counts[at]))
        };
        let kinds = KINDS.iter().filter_map(|kind| Some((kind.name(), of(kind)?)));
        let pools = [("CORE", pooled(is_core)), ("ALL", pooled(|_| true)), ("figure", self.figure)];
        let scores = kinds.chain(pools).map(|(name, [right, pred, gold])| (name, Score::new(right, pred, gold)));
        Evaluation {
            documents,
            other_documents,
            scores: scores.collect(),
            accuracy: self.accuracy,
            confusion: self.confusion.clone(),
            slots: self.slots.finish(),
            mistakes: self.mistakes.finish(texts),
        }
    }
}

/// The indices on either side that stand in no pair.
fn unmatched(gold: usize, pred: usize, pairs: &[[usize; 2]]) -> [Vec<usize>; 2] {
    let mut open = [vec![true; gold], vec![true; pred]];
    for &[i, j] in pairs {
        open[0][i] = false;
        open[1][j] = false;
    }
    open.map(|open| (0..open.len()).filter(|&at| open[at]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClaimKind::{Dose, Percentage, ResponseRate, SampleSize};

    fn scored(gold: &[Row], pred: &[Row]) -> Evaluation {
        score(&Gold::from(gold.to_vec()), pred, &Options { errors: 9, ..Options::default() })
    }

    fn three(score: Score) -> [String; 3] {
        [score.p, score.r, score.f1].map(|x| format!("{x:.3}"))
    }

    #[test]
    fn kinds_are_scored_and_pooled() {
        let gold = [
            Row::new("a", SampleSize, 0, 9, 30.0),
            Row::new("a", Percentage, 20, 23, 50.0),
            Row::new("b", ResponseRate, 5, 8, 33.33),
            Row::new("b", Dose, 30, 34, 4.0),
        ];
        let pred = [
            Row::new("a", SampleSize, 0, 2, 30.0),
            Row::new("a", ResponseRate, 20, 23, 50.0),
            Row::new("b", ResponseRate, 5, 8, 33.3),
            Row::new("b", ResponseRate, 50, 52, 10.0),
            Row::new("elsewhere", Dose, 0, 3, 1.0),
        ];
        let scored = scored(&gold, &pred);
        assert_eq!(three(scored.named("response_rate")), ["0.333", "1.000", "0.500"]);
        assert_eq!(three(scored.named("CORE")), ["0.500", "0.667", "0.571"]);
        assert_eq!(three(scored.all()), ["0.500", "0.500", "0.500"]);
        assert_eq!(three(scored.named("figure")), ["0.750", "0.750", "0.750"]);
        assert_eq!((scored.documents, scored.other_documents), (2, 1));
        assert_eq!(scored.confusion.count(Some(Percentage), Some(ResponseRate)), 1);
        assert_eq!(scored.confusion.count(Some(Dose), None), 1);
        assert_eq!(scored.confusion.count(None, Some(ResponseRate)), 1);
        let missed = &scored.mistakes[0];
        assert_eq!((missed.fault, missed.total), (Fault::Missed, 2));
        assert_eq!(missed.shown[0].predicted.as_deref(), Some("response_rate 50"));
        assert_eq!(missed.shown[1].predicted, None);
    }

    #[test]
    fn attributes_are_asked_for_only_where_the_gold_says_them() {
        let said = |scope: &str, role: Option<&str>, approx| Row {
            scope: Some(scope.into()),
            role: role.map(str::to_owned),
            approx,
            ..Row::new("a", SampleSize, 0, 9, 30.0)
        };
        let gold = [said("other", Some("arm"), Some(true))];
        let background = scored(&gold, &[said("background", Some("total"), Some(true))]).accuracy;
        assert_eq!([background.scope.value(), background.role.value()], [Some(1.0), Some(0.0)]);
        assert_eq!([background.approx.value(), background.bound.value()], [Some(1.0), None]);
        let silent = scored(&[Row::new("a", SampleSize, 0, 9, 30.0)], &gold).accuracy;
        assert_eq!(silent, Accuracy::default());
    }

    #[test]
    fn a_gold_of_one_kind_or_without_values_is_scored_as_such() {
        let gold = Gold::from(vec![Row { value: None, ..Row::new("a", SampleSize, 0, 9, 0.0) }]);
        let pred = [Row::new("a", SampleSize, 0, 2, 30.0), Row::new("a", Dose, 20, 24, 5.0)];
        assert_eq!(score(&gold, &pred, &Options::default()).all().r, 0.0);
        let options = Options { any_value: true, kinds: vec![SampleSize], ..Options::default() };
        assert_eq!(three(score(&gold, &pred, &options).all()), ["1.000", "1.000", "1.000"]);
    }

    #[test]
    fn nothing_to_score_is_zero() {
        assert_eq!(three(scored(&[], &[]).all()), ["0.000", "0.000", "0.000"]);
    }
}
