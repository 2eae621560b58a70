//! The figures of an article in, what the sentence of each says of it out: no other figure's reading is asked for.

use super::grammar::phrases::{Run, Words};
use super::grammar::tidy;
use super::outcome::{bare_risk, measured, proportion, round_rate};
use super::{Shared, comparable, comparison, group, outcome, time, told_apart};
use crate::extract::{Draft, Figure};
use crate::model::Statistic;
use crate::text::Quantity;

/// What a sentence says of one of its figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    pub group: Option<Run>,
    pub outcome: Option<Run>,
    pub comparator: Option<Run>,
    pub timepoint: Option<Run>,
    /// It is what the figure before it is set against.
    pub second: bool,
}

/// Reads each slot of all figures before the next slot: a grammar is large, and is at hand for as long as no other is asked.
pub fn tell(figures: &mut [Figure<'_>], shared: &[Shared<'_>]) {
    type Fill = fn(&Words, &mut Figure<'_>);
    const SLOTS: [Fill; 5] = [
        |words, figure| figure.told.group = group::group(words, &figure.draft, figure.quantity),
        |words, figure| {
            figure.told.outcome = outcome::outcome(words, &figure.draft, figure.quantity, figure.told.group);
        },
        whose,
        |words, figure| figure.told.comparator = comparison::comparator(words, &figure.draft, figure.quantity),
        |words, figure| {
            figure.told.timepoint = time::timepoint(words, &figure.draft, figure.quantity, figure.told.group);
        },
    ];
    for fill in SLOTS {
        for figure in figures.iter_mut().filter(|figure| comparable(&figure.draft)) {
            fill(&shared[figure.shared].words(&figure.scene), figure);
        }
    }
}

/// Tells the people from what happened to them, and the people of the second of two figures.
fn whose(words: &Words, figure: &mut Figure<'_>) {
    let (draft, quantity): (&Draft, _) = (&figure.draft, figure.quantity);
    let told = &mut figure.told;
    let (group, outcome) = measured::nobody(words, draft, told_apart(words, told.group, told.outcome));
    let group = group.or_else(|| measured::behind(words, draft, quantity));
    let group = group.map(|run| proportion::people_counted(words, run).unwrap_or(run));
    let (group, outcome) = round_rate::mended(words, quantity, group, outcome);
    let (group, outcome) = parts_compared(words, draft, quantity, group, outcome);
    let (group, outcome) = tidy::tidied(words, quantity, group, outcome);
    told.second = group::second_of_shared(words, draft, quantity, group);
    told.group = if told.second { comparison::told_before(words, quantity) } else { group };
    told.outcome = outcome;
}

/// "half the price of cabin meals", "odds of gout at the age of 11": what it is compared with, and when, is no part of the
/// outcome; of two changes set against each other the second's people stand behind it.
fn parts_compared(
    words: &Words,
    draft: &Draft,
    quantity: &Quantity,
    group: Option<Run>,
    outcome: Option<Run>,
) -> (Option<Run>, Option<Run>) {
    let tokens = words.tokens;
    let relative = matches!(draft.statistic, Statistic::RelativeChange | Statistic::Ratio);
    if !relative {
        return (group, outcome);
    }
    if comparison::measures_another(tokens, quantity) {
        return (comparison::behind_change(words, quantity.first).or(group), None);
    }
    let multiple = |run: Run| {
        if (quantity.last + 1..quantity.last + 3).contains(&run.first) {
            comparison::figure_of(words, run.first)
        } else {
            None
        }
    };
    let cut = |run: Run| {
        let run = bare_risk::without_age(tokens, run);
        let other = multiple(run).filter(|&other| run.first + 1 < other && other <= run.last + 1);
        Run { first: run.first, last: other.map_or(run.last, |other| other - 2) }
    };
    (group, outcome.map(cut))
}
