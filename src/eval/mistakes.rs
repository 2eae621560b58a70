//! What was not right, with both readings, so that a person can look at it.

use serde::Serialize;

use super::Texts;
use super::context::Context;
use super::row::Row;
use crate::model::ClaimKind;

/// In which way a claim is not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A gold claim that no prediction matches.
    Missed,
    /// A prediction that matches no gold claim.
    FalseAlarm,
    Scope,
    Role,
    Bound,
    Approx,
    Group,
    Outcome,
    Comparator,
    Timepoint,
    Arm,
}

impl Fault {
    /// As a heading.
    pub fn label(self) -> &'static str {
        match self {
            Fault::Missed => "missed",
            Fault::FalseAlarm => "false alarms",
            Fault::Scope => "wrong scope",
            Fault::Role => "wrong role",
            Fault::Bound => "wrong bound",
            Fault::Approx => "wrong approx",
            Fault::Group => "wrong group",
            Fault::Outcome => "wrong outcome",
            Fault::Comparator => "wrong comparator",
            Fault::Timepoint => "wrong time point",
            Fault::Arm => "wrong arm",
        }
    }
}

/// One claim that is not right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mistake {
    pub doc: String,
    pub kind: ClaimKind,
    pub start: usize,
    pub end: usize,
    /// "30" or "20-30".
    pub value: String,
    pub quote: Option<String>,
    /// What the gold says there.
    pub gold: Option<String>,
    /// What was predicted there.
    pub predicted: Option<String>,
    /// The words around it, where the text is known.
    pub context: Option<Context>,
}

impl Mistake {
    pub(super) fn new(row: &Row, gold: Option<String>, predicted: Option<String>) -> Self {
        Self {
            doc: row.doc.clone(),
            kind: row.kind,
            start: row.start(),
            end: row.end(),
            value: row.value_text(),
            quote: row.quote.clone(),
            gold,
            predicted,
            context: None,
        }
    }
}

/// The mistakes of one sort: how many there are, and the first of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mistakes {
    pub fault: Fault,
    pub total: usize,
    pub shown: Vec<Mistake>,
}

/// Collects mistakes, keeping no more of each sort than will be shown.
#[derive(Debug)]
pub(super) struct Collector {
    limit: usize,
    lists: std::collections::BTreeMap<Fault, Mistakes>,
}

impl Collector {
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, lists: std::collections::BTreeMap::new() }
    }

    pub(super) fn add(&mut self, fault: Fault, mistake: impl FnOnce() -> Mistake) {
        let list = self.lists.entry(fault).or_insert(Mistakes { fault, total: 0, shown: Vec::new() });
        list.total += 1;
        if list.shown.len() < self.limit {
            list.shown.push(mistake());
        }
    }

    /// In the order of [`Fault`], with the words around each where its text is known.
    pub(super) fn finish(self, texts: &Texts) -> Vec<Mistakes> {
        let mut lists: Vec<_> = self.lists.into_values().collect();
        for mistake in lists.iter_mut().flat_map(|list| &mut list.shown) {
            mistake.context = texts.get(&mistake.doc).and_then(|text| Context::new(text, mistake.start, mistake.end));
        }
        lists
    }
}
