//! The slots of claims that were found in, soft precision, recall and F1 of each out.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::json_rows::objects;
use super::matching::{Overlap, matched, same_value};
use super::measures::{Share, f1};
use super::mistakes::{Collector, Fault, Mistake};
use super::problem::{EvalError, Problem};
use super::row::{ARMS, Row, doc, one_of, span, text};

/// The slots that hold the article's words, in the order of reports.
const TEXT_SLOTS: [(&str, Fault); 4] = [
    ("group", Fault::Group),
    ("outcome", Fault::Outcome),
    ("comparator", Fault::Comparator),
    ("timepoint", Fault::Timepoint),
];

/// Below this soft match a slot is listed as a mistake: fewer than two words in five are shared.
const LISTED_BELOW: f64 = 0.4;

/// Words that tell nothing apart: articles, prepositions, auxiliaries, pronouns.
const STOP_WORDS: &str = "a an the of in on at to for with by from than and or who that which were was is are be been \
    had has have their his her its those these this such as per";

/// What a claim is about, in the article's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// Group, outcome, comparator, time point.
    pub texts: [Option<String>; 4],
    /// treatment, control, whole or subgroup.
    pub arm: Option<String>,
}

impl Slots {
    /// `None` where not one of the keys is there: slots were not annotated.
    pub(super) fn from_json(object: &Map<String, Value>) -> Result<Option<Self>, String> {
        let mut keys = TEXT_SLOTS.iter().map(|(key, _)| *key).chain(["arm"]);
        if !keys.any(|key| object.contains_key(key)) {
            return Ok(None);
        }
        let mut slots = Slots { arm: one_of(object, "arm", &ARMS)?, ..Slots::default() };
        for (slot, (key, _)) in slots.texts.iter_mut().zip(TEXT_SLOTS) {
            *slot = text(object, key)?;
        }
        Ok(Some(slots))
    }

    /// Fills the slot of that name; false where there is none.
    pub(super) fn set(&mut self, key: &str, words: &str) -> bool {
        let at = TEXT_SLOTS.iter().position(|(known, _)| *known == key);
        at.map(|at| self.texts[at] = Some(words.to_owned())).is_some()
    }
}

/// Puts the slots of a file of their own to the claims that stand at the same place. Returns how many stand nowhere.
///
/// # Errors
///
/// When the file cannot be read; lines that cannot be used are returned as problems.
pub fn read_slots(path: &Path, claims: &mut [Row]) -> Result<(usize, Vec<Problem>), EvalError> {
    let read = objects(path)?;
    let mut problems = read.problems;
    let mut slots: HashMap<(String, [usize; 2]), Slots> = HashMap::new();
    for (line, object) in read.rows {
        let row = || -> Result<_, String> {
            Ok((
                (doc(&object)?, span(&object)?),
                Slots::from_json(&object)?.ok_or("has no slot; add \"group\" or null")?,
            ))
        };
        match row() {
            Ok((place, row)) => drop(slots.insert(place, row)),
            Err(message) => problems.push(Problem::new(path, line, message)),
        }
    }
    let mut used = std::collections::HashSet::new();
    for claim in claims {
        let place = (claim.doc.clone(), [claim.start(), claim.end()]);
        claim.slots = slots.get(&place).cloned();
        if claim.slots.is_some() {
            used.insert(place);
        }
    }
    Ok((slots.len() - used.len(), problems))
}

/// Soft precision, recall and F1 of a text slot, and in how many claims it was filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct TextSlot {
    pub p: f64,
    pub r: f64,
    pub f1: f64,
    pub gold: usize,
    pub pred: usize,
}

/// How well the slots of the claims found are filled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SlotScores {
    /// Claims with slots in the gold that were found.
    pub found: usize,
    /// Claims with slots in the gold.
    pub total: usize,
    #[serde(serialize_with = "as_map")]
    pub texts: Vec<(&'static str, TextSlot)>,
    /// Where the gold names an arm.
    pub arm: Share,
}

fn as_map<S: Serializer>(texts: &[(&'static str, TextSlot)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(texts.iter().copied())
}

#[derive(Default)]
pub(super) struct SlotTally {
    found: usize,
    total: usize,
    /// Sum of soft matches; gold and predicted slots.
    texts: [(f64, usize, usize); 4],
    arm: Share,
}

impl SlotTally {
    /// Claims with slots are matched among themselves: a claim without does not take a prediction away from them.
    pub(super) fn document(
        &mut self,
        gold: &[&Row],
        pred: &[&Row],
        found: &[Overlap],
        any_value: bool,
        mistakes: &mut Collector,
    ) {
        self.total += gold.iter().filter(|claim| claim.slots.is_some()).count();
        let pairs = matched(found, [gold.len(), pred.len()], |o| {
            let (claim, prediction) = (gold[o.gold], pred[o.pred]);
            claim.slots.is_some() && claim.kind == prediction.kind && (any_value || same_value(claim, prediction))
        });
        for [i, j] in pairs {
            self.found += 1;
            self.claim(gold[i], pred[j], mistakes);
        }
    }

    fn claim(&mut self, claim: &Row, prediction: &Row, mistakes: &mut Collector) {
        let none = Slots::default();
        let (gold, pred) = (claim.slots.as_ref().unwrap_or(&none), prediction.slots.as_ref().unwrap_or(&none));
        for (at, (_, fault)) in TEXT_SLOTS.into_iter().enumerate() {
            let (said, given) = (&gold.texts[at], &pred.texts[at]);
            let near = soft_match(said.as_deref().unwrap_or(""), given.as_deref().unwrap_or(""));
            let (sum, golds, preds) = &mut self.texts[at];
            *sum += near;
            *golds += usize::from(said.is_some());
            *preds += usize::from(given.is_some());
            if (said.is_some() || given.is_some()) && near < LISTED_BELOW {
                mistakes.add(fault, || Mistake::new(claim, said.clone(), given.clone()));
            }
        }
        if gold.arm.is_some() {
            self.arm.add(gold.arm == pred.arm);
            if gold.arm != pred.arm {
                mistakes.add(Fault::Arm, || Mistake::new(claim, gold.arm.clone(), pred.arm.clone()));
            }
        }
    }

    /// `None` where the gold has no slots.
    pub(super) fn finish(&self) -> Option<SlotScores> {
        let score = |&(sum, gold, pred): &(f64, usize, usize)| {
            let (p, r) = (sum / pred.max(1) as f64, sum / gold.max(1) as f64);
            TextSlot { p, r, f1: f1(p, r), gold, pred }
        };
        let texts = TEXT_SLOTS.iter().zip(&self.texts).map(|((key, _), counts)| (*key, score(counts)));
        let scores = SlotScores { found: self.found, total: self.total, texts: texts.collect(), arm: self.arm };
        (self.total > 0).then_some(scores)
    }
}

/// The overlap F1 (Dice) of the content words, plural and singular alike.
fn soft_match(a: &str, b: &str) -> f64 {
    let (a, b) = (content_words(a), content_words(b));
    let shared: usize = a.iter().map(|(word, &n)| n.min(b.get(word).copied().unwrap_or(0))).sum();
    let size: usize = a.values().chain(b.values()).sum();
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / size as f64 }
}

fn content_words(text: &str) -> BTreeMap<String, usize> {
    let text = text.to_lowercase();
    let mut words = BTreeMap::new();
    let all = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in all.filter(|word| !STOP_WORDS.split(' ').any(|stop| stop == *word)) {
        let singular = if word.len() > 3 { word.strip_suffix('s').unwrap_or(word) } else { word };
        *words.entry(singular.to_owned()).or_default() += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::{Gold, Options, score};
    use crate::model::ClaimKind;

    #[test]
    fn words_are_compared_without_stop_words_and_plurals() {
        for (a, b, expected) in [
            ("the nurses on nights", "nurse nights", 1.0),
            ("patients on placebo", "placebo", 2.0 / 3.0),
            ("gas", "ga", 0.0),
            ("relapse relapse", "relapse", 2.0 / 3.0),
            ("of the", "of the", 0.0),
            ("risk of stroke", "12 weeks", 0.0),
        ] {
            assert_eq!(soft_match(a, b), expected, "{a} / {b}");
        }
    }

    fn with(group: Option<&str>, arm: Option<&str>, at: usize) -> Row {
        let texts = [group.map(str::to_owned), None, None, None];
        let slots = Some(Slots { texts, arm: arm.map(str::to_owned) });
        Row { slots, ..Row::new("a", ClaimKind::Percentage, at, at + 4, 50.0) }
    }

    #[test]
    fn slots_are_scored_on_the_claims_found() {
        let gold = vec![
            with(Some("patients on placebo"), Some("control"), 0),
            with(Some("nurses"), Some("whole"), 10),
            with(Some("never found"), None, 20),
            Row::new("a", ClaimKind::Percentage, 30, 34, 50.0),
        ];
        let pred = [with(Some("placebo"), Some("control"), 0), with(None, Some("control"), 10), with(None, None, 30)];
        let scored = score(&Gold::from(gold), &pred, &Options { errors: 9, ..Options::default() });
        let slots = scored.slots.unwrap();
        assert_eq!((slots.found, slots.total), (2, 3));
        let group = slots.texts[0].1;
        assert_eq!([group.p, group.r].map(|x| format!("{x:.3}")), ["0.667", "0.333"]);
        assert_eq!((group.gold, group.pred), (2, 1));
        assert_eq!(slots.arm, Share { right: 1, of: 2 });
        let faults: Vec<_> = scored.mistakes.iter().map(|list| (list.fault, list.total)).collect();
        assert_eq!(faults, [(Fault::Missed, 1), (Fault::Group, 1), (Fault::Arm, 1)]);
    }

    #[test]
    fn without_slots_in_the_gold_there_is_no_score() {
        let gold = Gold::from(vec![Row::new("a", ClaimKind::Percentage, 0, 4, 50.0)]);
        assert_eq!(score(&gold, &[with(Some("x"), None, 0)], &Options::default()).slots, None);
    }
}
